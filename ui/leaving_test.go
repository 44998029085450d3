package ui_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// lastDays gives the fields for the last days of participants, in the order of their rows.
func lastDays(h *uitest.House) []*kit.DateField {
	var out []*kit.DateField
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if d, ok := o.(*kit.DateField); ok {
			out = append(out, d)
		}
		return true
	})
	return out[:len(out)-1] // the last is the beginning of the relationship
}

// circle opens the form of the sample's group.
func circle(t *testing.T, lang core.Language) (*uitest.House, core.ID) {
	t.Helper()
	h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(1280, 1100)})
	all, err := h.Planner.Relationships.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if r.Format == core.FormatGroup {
			h.Go(shell.Route{Screen: "relationship", ID: r.ID})
			h.Click(h.Words.T("shell.more"))
			h.Tap(h.Words.T("rel.edit_relationship"))
			return h, r.ID
		}
	}
	t.Fatal("the sample has no group")
	return nil, core.ID{}
}

// Who leaves a group is given a last day in its form, and the guests are owed a message about it; undo takes it back.
func TestAParticipantIsGivenALastDay(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h, id := circle(t, lang)
		rel := again(t, h, id)
		h.Keys("Escape")
		invite(t, h, id)
		h.Click(h.Words.T("shell.more"))
		h.Tap(h.Words.T("rel.edit_relationship"))
		days := lastDays(h)
		if len(days) != len(rel.Participants)-1 {
			t.Fatalf("%d fields for %d participants", len(days), len(rel.Participants))
		}
		h.Canvas().Focus(days[1].Focusable())
		h.Type("31 Feb")
		h.Keys("Ctrl+Enter")
		if days[1].Error() == "" || h.Canvas().Focused() != days[1].Focusable() {
			t.Error("nothing is wrong with a day that is none")
		}
		h.Keys("Ctrl+A")
		h.Type("2026-01-01")
		h.Keys("Ctrl+Enter")
		h.Wants(h.Words.T("rel.form_until_early", "date", h.Words.Date(rel.Since)))
		h.Shot("leaving-early-" + string(lang))
		h.Keys("Ctrl+A")
		h.Type("2026-11-20")
		h.Shot("leaving-" + string(lang))
		h.Keys("Ctrl+Enter")
		part := again(t, h, id).Participants[2]
		if part.Until != core.NewDate(2026, 11, 20) {
			t.Fatalf("%+v", part)
		}
		who := h.Words.T("rel.left_on", "name", short(t, h, part.Person), "date", h.Words.DateShort(part.Until, core.NewDate(2026, 11, 23)))
		h.Wants(who, h.Words.T("plan.left_next"))
		h.Shot("left-" + string(lang))
		h.Go(shell.Route{Screen: "today"})
		h.Wants(h.Words.T("today.left"))
		h.Run("undo")
		if part := again(t, h, id).Participants[2]; !part.Until.IsZero() {
			t.Errorf("undo leaves %+v", part)
		}
	}
}

// Whoever has something in a group is not taken out of it: they stand in the form again, and are given a last day there.
func TestWhoCannotBeTakenOutIsGivenALastDay(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h, id := circle(t, lang)
		rel := again(t, h, id)
		days := lastDays(h)
		h.Canvas().Focus(days[0].Focusable())
		h.Keys("Alt+Delete", "Ctrl+Enter")
		back := lastDays(h)
		if len(back) != len(days) {
			t.Fatalf("%d rows of %d", len(back), len(days))
		}
		last := back[0]
		if last.Error() == "" || h.Canvas().Focused() != last.Focusable() {
			t.Errorf("%q", last.Error())
		}
		h.Shot("kept-in-" + string(lang))
		h.Type("2026-11-22")
		h.Keys("Ctrl+Enter")
		got := again(t, h, id)
		if len(got.Participants) != len(rel.Participants) {
			t.Fatalf("%+v", got.Participants)
		}
		if part, _ := got.Participant(rel.Participants[1].Person); part.Until != core.NewDate(2026, 11, 22) {
			t.Errorf("%+v", part)
		}
	}
}

// A last day that is being typed is a part of the form's draft.
func TestALastDayIsKeptWhileItIsTyped(t *testing.T) {
	h, _ := circle(t, core.English)
	days := lastDays(h)
	h.Canvas().Focus(days[2].Focusable())
	h.Type("31 Feb")
	h.Clock.Move(time.Second)
	h.Settle()
	h = h.Again()
	h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
	h.Tap(h.Words.T("button.open"))
	days = lastDays(h)
	if got := days[2].Content(); got != "31 Feb" {
		t.Errorf("it says %q", got)
	}
}

func short(t *testing.T, h *uitest.House, id core.ID) string {
	t.Helper()
	p, err := h.Planner.People.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return p.ShortName()
}

// invite sends the next meeting of a relationship to everybody in it.
func invite(t *testing.T, h *uitest.House, rel core.ID) {
	t.Helper()
	m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Start: core.NewDate(2026, 12, 17).At(9, 0)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, h.Dir+"/a.ics"); err != nil {
		t.Fatal(err)
	}
	owed, err := h.Planner.Invitations.Owed(t.Context(), []core.Ref{{Kind: core.KindMeeting, ID: m.ID}})
	if err != nil || len(owed) != 0 {
		t.Fatalf("%v, %v", owed, err)
	}
	h.Settle()
}
