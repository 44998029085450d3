package meeting_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/meeting"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who takes the closing of a meeting back goes on where they were: the form has the focus again where it had it, and what had
// it elsewhere keeps it.
func TestUndoOfTheClosingGoesOnWhereItWas(t *testing.T) {
	for _, keys := range [][]string{{"Alt+5"}, {"Alt+5", "Tab"}, {"Alt+5", "Tab", "Tab", "Tab", "Tab"}, {"Ctrl+I"}, {"Alt+1"}, {"Alt+4"}} {
		h, id := at(t, "Amina Yusuf", true, uitest.Options{})
		h.Keys(keys...)
		was := h.Canvas().Focused()
		h.Keys("Ctrl+Shift+Enter")
		if get(h, id).Planned() {
			t.Fatalf("%v: not closed", keys)
		}
		if f := h.Canvas().Focused(); f == nil {
			t.Errorf("%v: nothing has the focus once it is closed", keys)
		}
		h.Keys("Ctrl+Z")
		if f := h.Canvas().Focused(); !get(h, id).Planned() || f != was {
			t.Errorf("%v: %T has the focus, before it was %T", keys, f, was)
		}
	}
}

// Once the meeting is closed, the focus is on what comes next, from wherever it was closed, also from a note that is being typed.
func TestTheClosingLeadsToWhatComesNext(t *testing.T) {
	for name, begin := range map[string]func(h *uitest.House){
		"the form":        func(h *uitest.House) { h.Keys("Alt+5", "Tab") },
		"the agenda":      func(h *uitest.House) { h.Keys("Alt+1") },
		"a note":          func(h *uitest.House) { h.Keys("Ctrl+I") },
		"a note and text": func(h *uitest.House) { h.Keys("Alt+3"); h.Type("She leads the review herself now.") },
	} {
		t.Run(name, func(t *testing.T) {
			h, id := at(t, "Amina Yusuf", true, uitest.Options{})
			begin(h)
			h.Keys("Ctrl+Shift+Enter")
			if get(h, id).Planned() {
				t.Fatal("not closed")
			}
			b, ok := h.Canvas().Focused().(*kit.Button)
			if !ok || b.Text() != h.Words.T("meeting.plan_next") && b.Text() != h.Words.T("button.open") {
				t.Errorf("%T has the focus", h.Canvas().Focused())
			}
		})
	}
}

// A timer that ran when the meeting was closed runs again once that is taken back, and outlives a crash as before; one that
// stood still stands still.
func TestUndoOfTheClosingGoesOnWithTheTimer(t *testing.T) {
	for _, runs := range []bool{true, false} {
		h, _ := at(t, "Amina Yusuf", true, uitest.Options{})
		h.Keys("Ctrl+T")
		h.Wants("left")
		if !runs {
			h.Keys("Ctrl+T")
		}
		h.Keys("Ctrl+Shift+Enter")
		h.Wants("Meeting closed")
		h.Lacks("Stop timer")
		h.Keys("Ctrl+Z")
		if h.Sees("Stop timer") != runs {
			t.Errorf("running before: %t, and now: %t", runs, !runs)
		}
		h.Lacks("Held ·")
	}
}

// The time between the closing of a meeting and its being taken back is nobody's.
func TestTheTimerOfAClosedMeetingStandsStill(t *testing.T) {
	a, b := core.ID{1}, core.ID{2}
	at, timer := uitest.Now(), meeting.Timer{}
	timer.Start(a, b, at)
	if timer.Close(b, at) || !timer.Close(a, at.Add(10*time.Minute)) || timer.On(a) {
		t.Error("it was not closed with its meeting alone")
	}
	if timer.Reopen(b, at) || !timer.Reopen(a, at.Add(time.Hour)) || !timer.On(a) || timer.Item() != b {
		t.Error("it does not go on")
	}
	if got := timer.Minutes(a, at.Add(65*time.Minute)); got != 15 {
		t.Errorf("%d minutes", got)
	}
	timer.Stop(at.Add(65 * time.Minute))
	timer.Close(a, at.Add(66*time.Minute))
	if timer.Reopen(a, at.Add(2*time.Hour)); timer.On(a) {
		t.Error("one that stood still goes on")
	}
}

// Who takes the closing back has what they had typed to close it, on the same page and after having gone elsewhere.
func TestUndoOfTheClosingBringsBackWhatWasTyped(t *testing.T) {
	for _, elsewhere := range []bool{false, true} {
		h, id := at(t, "Amina Yusuf", true, uitest.Options{})
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if f, ok := o.(*kit.TextField); ok && slices.Contains(kit.Texts(f), h.Words.T("meeting.length")) {
				h.Canvas().Focus(f.Focusable())
			}
			return true
		})
		h.Type("3")
		h.Wants("45 min were planned")
		h.Keys("Ctrl+Shift+Enter")
		if m := get(h, id); m.Status != core.MeetingHeld || m.Length() != 3 {
			t.Fatalf("%s, %d minutes", m.Status, m.Length())
		}
		if elsewhere {
			h.Go(shell.Route{Screen: "people"})
		}
		h.Keys("Ctrl+Z")
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Wants("45 min were planned")
		h.Keys("Ctrl+Shift+Enter")
		if m := get(h, id); m.Status != core.MeetingHeld || m.Length() != 3 {
			t.Errorf("elsewhere: %t: %s, %d minutes", elsewhere, m.Status, m.Length())
		}
	}
}
