package ui_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// machine is a program around the window as the settings need it.
type machine = uitest.Machine

func withSettings(t *testing.T, opt uitest.Options) *uitest.House {
	t.Helper()
	opt.Change = func(cfg *ui.Config) { cfg.Host = machine{} }
	h := uitest.Open(t, opt)
	h.Go(shell.Route{Screen: "settings"})
	return h
}

func ownRules(h *uitest.House) *core.Workspace {
	h.T.Helper()
	ws, err := h.Planner.Workspace.Get(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	return ws
}

// Figures that were typed into the settings are kept by going elsewhere, with a way back.
func TestSettingsAreKeptByGoingElsewhere(t *testing.T) {
	h := withSettings(t, uitest.Options{})
	was := ownRules(h).WeeklyHours
	focusField(h, h.Words.Label("weekly_hours"))
	h.Keys("Ctrl+A")
	h.Type("12")
	h.Go(shell.Route{Screen: "today"})
	if got := ownRules(h).WeeklyHours; got != 12 {
		t.Errorf("%d hours a week are kept, not 12", got)
	}
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts are left of what is kept", n)
	}
	h.Tap("Undo")
	if got := ownRules(h).WeeklyHours; got != was {
		t.Errorf("%d hours a week after the undo, there were %d", got, was)
	}
}

// A figure that can't be is told of while it is typed, a moment after the last letter; as long as it stands there, nothing
// says that all is saved.
func TestABadFigureIsToldOfWhileItIsTyped(t *testing.T) {
	h := withSettings(t, uitest.Options{})
	bad := "168" // the most
	focusField(h, h.Words.Label("weekly_hours"))
	h.Keys("Ctrl+A")
	h.Type("12")
	h.Lacks("Not saved")
	h.Type("00")
	h.Lacks(bad, "All changes saved")
	h.Wants("Not saved: “How I work”")
	h.Clock.Move(time.Second)
	h.Settle()
	h.Wants(bad)
	h.Keys("Ctrl+A")
	h.Type("13")
	h.Lacks(bad, "Not saved")
	h.Type("00")
	h.Go(shell.Route{Screen: "today"})
	h.Wants("Not saved: “How I work”")
	h.Tap("Correct it")
	h.Wants("Not saved: “How I work”")
	focusField(h, h.Words.Label("weekly_hours"))
	h.Keys("Ctrl+A")
	h.Type("12")
	h.Keys("Enter")
	h.Lacks("Not saved")
	if got := ownRules(h).WeeklyHours; got != 12 {
		t.Errorf("%d hours", got)
	}
}

// What can't be kept is said to, and waits: through another page, another language and an end without a warning.
func TestSettingsThatCannotBeKeptWait(t *testing.T) {
	h := withSettings(t, uitest.Options{})
	focusField(h, h.Words.Label("weekly_hours"))
	h.Keys("Ctrl+A")
	h.Type("1200")
	h.Go(shell.Route{Screen: "today"})
	h.Wants("The settings were not saved")
	if ownRules(h).WeeklyHours == 1200 {
		t.Error("a week of 1200 hours is kept")
	}
	h.Tap("Correct it")
	if !holds(h, "1200") || !h.Sees(h.Words.T("forms.restored")) {
		t.Fatal("what was typed is gone")
	}
	h.Tap(h.Words.T("welcome.russian"))
	if !holds(h, "1200") {
		t.Fatal("what was typed is gone in the other language")
	}
	h.Tap(h.Words.T("welcome.english"))
	h.Clock.Move(time.Minute)
	h = h.Again()
	h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
	h.Tap(h.Words.T("button.open"))
	if !holds(h, "1200") {
		t.Fatal("what was typed is gone after a crash")
	}
	h.Tap(h.Words.T("forms.anew"))
	h.Go(shell.Route{Screen: "today"})
	if n := drafts(t, h); n != 0 || holds(h, "1200") {
		t.Errorf("%d drafts are left of what is not wanted", n)
	}
}

// Who began as a mentor learns later: the day is a mentee's from then on, or there are both. It can be taken back.
func TestWhatTheOwnerIsCanBeChangedLater(t *testing.T) {
	h := withSettings(t, uitest.Options{})
	h.Tap("Mentee")
	if got := ownRules(h).Side; got != core.RoleMentee {
		t.Fatalf("the owner is %q", got)
	}
	h.Go(shell.Route{Screen: "today"})
	h.Wants("My questions")
	h.Lacks("As a mentor")
	h.Tap("Undo")
	h.Wants("My hours in November")
	h.Go(shell.Route{Screen: "settings"})
	h.Tap("Both")
	h.Go(shell.Route{Screen: "today"})
	h.Wants("My hours in November", "As a mentor")
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if b, ok := o.(*kit.Button); ok && slices.Equal(kit.Texts(b), []string{"As a mentor"}) {
			h.Canvas().Focus(b)
		}
		return true
	})
	h.Keys("Right")
	h.Wants("My questions")
	h.Lacks("My hours in November")
	h.Keys("Left")
	h.Wants("My hours in November")
}

// The export holds what reports leave out, private notes too, and says so before it is written.
func TestTheExportSaysThatItHoldsPrivateNotes(t *testing.T) {
	h := withSettings(t, uitest.Options{})
	h.Lacks("private notes too")
	h.Click(h.Words.T("settings.export"))
	h.Wants("private notes too")
}
