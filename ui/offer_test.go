package ui_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Blanks alone are nothing that was being typed: not in a dialog, nor on a page.
func TestBlanksAreNothingTyped(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("person.new")
	h.Type("   ")
	h.Clock.Move(time.Second)
	h.Settle()
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts of blanks in a dialog", n)
	}
	h.Keys("Escape")
	h.Lacks(h.Words.T("forms.given_up"))
	of := core.RefOf(h.Person("Amina"))
	for text, want := range map[string]int{" \n\t ": 0, " x ": 1} {
		if err := h.Planner.Drafts.Keep(t.Context(), planner.DraftKey(of, "x"), text); err != nil {
			t.Fatal(err)
		}
		if n := drafts(t, h); n != want {
			t.Errorf("%q makes %d drafts", text, n)
		}
	}
}

// What was being typed is offered until it is on show, by whatever way somebody came there.
func TestWhatIsOnShowIsNotOffered(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	offer := func(h *uitest.House) bool { return h.Sees(h.Words.T("button.open")) }
	h.Run("person.new")
	h.Type(zebra)
	h.Clock.Move(time.Second)
	h.Settle()
	h = h.Again()
	h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
	if !offer(h) {
		t.Fatal("nothing is offered")
	}
	h.Run("person.new")
	h.Keys("Escape")
	if offer(h) {
		t.Error("what was on show is still offered")
	}
	cal, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: core.NewDate(2026, 11, 23), To: core.NewDate(2026, 11, 30)}})
	if err != nil || len(cal.Meetings) == 0 {
		t.Fatal(err)
	}
	m := core.RefOf(cal.Meetings[0].Meeting)
	if err := h.Planner.Drafts.Keep(t.Context(), planner.DraftKey(m, "item"), zebra); err != nil {
		t.Fatal(err)
	}
	h = h.Again()
	h.Go(shell.Route{Screen: "people"})
	if !offer(h) {
		t.Fatal("nothing is offered of a page")
	}
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Go(shell.Route{Screen: "people"})
	if offer(h) {
		t.Error("what was on show on its page is still offered")
	}
}
