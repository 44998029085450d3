package ui_test

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
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

// keepIn keeps words as typed into a field of a record; the zero Ref is the workspace itself.
func keepIn(t *testing.T, h *uitest.House, of core.Ref, field, text string) {
	t.Helper()
	if of.ID.IsZero() {
		ws, err := h.Planner.Workspace.Get(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		of = core.RefOf(ws)
	}
	if err := h.Planner.Drafts.Keep(t.Context(), planner.DraftKey(of, field), text); err != nil {
		t.Fatal(err)
	}
}

// An end is spoken of only where the program had one that nobody asked for, and only of words that were typed before it. After
// any other, it is said what was begun; closed, it is not said again, and the words stay where they were typed.
func TestWhatWasBegunIsOfferedInPlainWords(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("checklist.new")
	h.Type(zebra)
	h.Clock.Move(time.Second)
	name := strings.TrimSuffix(h.Words.T("checklists.new"), "…")
	torn, plain := h.Words.T("drafts.offer_dialog", "count", 1, "name", name), h.Words.T("drafts.waits_dialog", "count", 1, "name", name)
	h = h.Again()
	h.Wants(torn)
	h.Lacks(plain)
	keepIn(t, h, core.Ref{}, "template", `{"title":"`+zebra+`"}`)
	h = h.Later()
	h.Wants(plain, h.Words.T("drafts.discard"))
	h.Lacks(torn)
	h.Tap(h.Words.T("shell.dismiss"))
	h.Lacks(plain)
	h = h.Again()
	h.Lacks(plain, torn)
	h.Run("checklist.new")
	if !holds(h, zebra) {
		t.Fatal("what was begun is not where it was typed")
	}
	h.Type(" on") // typed on, it is offered again
	h.Clock.Move(time.Second)
	h = h.Later()
	h.Wants(plain)
}

// A text that is not wanted goes, and comes back for a while.
func TestWhatWasBegunIsDiscarded(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	keepIn(t, h, core.RefOf(h.Person("Amina")), "note", zebra)
	h = h.Later()
	said := h.Words.T("drafts.waits", "count", 1, "name", "Amina Yusuf")
	h.Wants(said)
	h.Tap(h.Words.T("drafts.discard"))
	h.Lacks(said)
	h.Wants("“Amina Yusuf”: the text was discarded.")
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts are left", n)
	}
	h.Tap(h.Words.T("forms.bring_back"))
	h.Wants(said)
	if n := drafts(t, h); n != 1 {
		t.Errorf("%d drafts are back", n)
	}
}

// Of several texts one after another is offered, the last that was saved first, whatever the clock says.
func TestEveryTextIsOffered(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	meeting := aMeeting(t, h.Planner)
	keepIn(t, h, core.Ref{}, "template", `{"title":"`+zebra+`"}`)
	keepIn(t, h, core.RefOf(h.Person("Amina")), "note", `{"text":"About her"}`)
	keepIn(t, h, core.RefOf(meeting), "item", "For then")
	h = h.Again()
	h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
	h.Tap(h.Words.T("button.open"))
	if at := h.Shell.Router.Route(); at.ID != meeting.ID {
		t.Fatalf("the first leads to %v", at)
	}
	h.Wants(h.Words.T("drafts.waits", "count", 2, "name", "Amina Yusuf"))
	h.Go(shell.Route{Screen: "people"})
	h.Tap(h.Words.T("button.open"))
	if !holds(h, "About her") {
		t.Fatalf("the second leads to %q", kit.Texts(h.Root()))
	}
	h.Keys("Escape")
	h.Tap(h.Words.T("button.open"))
	if !holds(h, zebra) {
		t.Fatalf("the third leads to %q", kit.Texts(h.Root()))
	}
	h.Go(shell.Route{Screen: "people"})
	h.Lacks(h.Words.T("button.open"))
}
