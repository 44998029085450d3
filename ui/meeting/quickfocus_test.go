package meeting_test

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Whoever types as soon as a meeting opens, or with the focus on an item, writes a new item and changes none.
func TestLettersTypedAtOnceGoToTheNewItem(t *testing.T) {
	for _, first := range [][]string{nil, {"Alt+1"}} {
		h, id := at(t, "Amina Yusuf", false, uitest.Options{})
		before := get(h, id).Agenda
		h.Keys(first...)
		h.Type("hi there")
		h.Keys("Enter")
		now := get(h, id).Agenda
		if n := len(before); len(now) != n+1 || now[n].Text != "hi there" || !slices.EqualFunc(now[:n], before, func(a, b core.AgendaItem) bool { return a.Text == b.Text && a.Done == b.Done }) {
			t.Errorf("after %v: %+v", first, now)
		}
	}
}

// The click that closes a menu gives the keys back to the agenda without choosing an item: a space ticks none, until an
// arrow has.
func TestASpaceAfterAMenuTicksNothing(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Alt+1")
	h.Tap("Pull from the inbox (1)")
	h.Canvas().Overlays().Top().(*kit.Popover).Tapped(nil)
	done := func() bool {
		return slices.ContainsFunc(get(h, id).Agenda, func(a core.AgendaItem) bool { return a.Done })
	}
	h.Keys("Space")
	if done() {
		t.Error("a space ticked an item")
	}
	h.Keys("Down", "Space")
	if !done() {
		t.Error("an item that was chosen is not ticked")
	}
}

// Of several meetings that are planned each has the number that it will have.
func TestPlannedMeetingsAreNumberedOn(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Wants("no. 14")
	first := get(h, id)
	next := *first
	next.ID, next.Series, next.Recurrence, next.UID, next.Agenda = core.ID{}, core.ID{}, core.Civil{}, "", nil
	next.Start, next.End = first.Start.AddMinutes(24*60), first.End.AddMinutes(24*60)
	made, err := h.Planner.Meetings.Plan(t.Context(), next)
	if err != nil {
		t.Fatal(err)
	}
	room, err := h.Planner.Meetings.Room(t.Context(), made.ID)
	if err != nil || room.Number != 15 {
		t.Errorf("%d, %v", room.Number, err)
	}
	if room, err = h.Planner.Meetings.Room(t.Context(), id); err != nil || room.Number != 14 {
		t.Errorf("%d, %v", room.Number, err)
	}
}

// The timer runs for a meeting that is far off, too, and says when that is.
func TestTheTimerOfAMeetingFarOffSaysSo(t *testing.T) {
	h, _ := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Ctrl+T")
	said := strings.Join(h.Canvas().Content().(kit.Floating).Floats().Toasts(), "|")
	if !strings.Contains(said, "starts today 14:00") {
		t.Errorf("%q", said)
	}
}
