package ui_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// editing opens a line of the next meeting in its place: of the agenda, or a promise.
func editing(t *testing.T, h *uitest.House, line string) core.ID {
	t.Helper()
	cal, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: core.NewDate(2026, 11, 23), To: core.NewDate(2026, 11, 24)}})
	if err != nil || len(cal.Meetings) == 0 {
		t.Fatal(err)
	}
	id := cal.Meetings[0].Meeting.ID
	h.Go(shell.Route{Screen: "meeting", ID: id})
	if line == "action" {
		h.Run("meeting.actions")
		h.Type("Send the tables")
		h.Keys("Enter")
		h.Tap("Send the tables")
	} else {
		h.Run("meeting.add_item")
		h.Type("Open points 10")
		h.Keys("Enter")
		h.Tap("Open points")
	}
	return id
}

// crash ends the program at once, a moment after the last key.
func crash(h *uitest.House) *uitest.House {
	h.Clock.Move(time.Second)
	h.Settle()
	return h.Again()
}

// What is typed into a line in its place is there after a crash: the line is open with it, and it is offered until then.
// Once it is kept, or given up, nothing of it is left.
func TestALineEditedInItsPlaceOutlivesACrash(t *testing.T) {
	for _, line := range []string{"item", "action"} {
		for _, ends := range []string{"Enter", "Escape"} {
			h := uitest.Open(t, uitest.Options{})
			id := editing(t, h, line)
			h.Keys("Ctrl+A")
			h.Type(zebra)
			h = crash(h)
			h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
			h.Tap(h.Words.T("button.open"))
			if got := h.Shell.Router.Route(); got.ID != id {
				t.Fatalf("it leads to %+v", got)
			}
			f, typing := h.Canvas().Focused().(interface{ SelectedText() string })
			if !holds(h, zebra) || !typing {
				t.Fatalf("%s: what was typed is gone, and %T has the focus", line, f)
			}
			h.Shot("edit-" + line)
			h.Keys(ends)
			if n := drafts(t, h); n != 0 {
				t.Errorf("%s, %s: %d drafts are left", line, ends, n)
			}
			if kept := h.Sees(zebra); kept != (ends == "Enter") {
				t.Errorf("%s, %s: kept is %v", line, ends, kept)
			}
		}
	}
}

// Where the line has gone meanwhile, the words stand in the field that adds one.
func TestTheWordsOfALineThatHasGoneStandInTheFieldBelow(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	id := editing(t, h, "item")
	h.Keys("Ctrl+A")
	h.Type(zebra)
	h.Clock.Move(time.Second)
	h.Settle()
	m, err := h.Planner.Meetings.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Planner.Agendas.Remove(t.Context(), id, m.Agenda[len(m.Agenda)-1].ID); err != nil {
		t.Fatal(err)
	}
	h = h.Again()
	h.Go(shell.Route{Screen: "meeting", ID: id})
	found := false
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(*kit.TextField); ok && f.Text() == zebra && f.Placeholder() == h.Words.T("meeting.item_hint") {
			found = true
		}
		return true
	})
	if !found {
		t.Error("the words are gone with their line")
	}
}
