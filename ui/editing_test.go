package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who opens a form to edit what stands there goes on behind it.
func TestEditingGoesOnBehindWhatIsThere(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "people", ID: h.Person("Amina").ID})
	h.Keys("F2")
	h.Type(" Jr")
	h.Keys("Enter")
	if got := h.Person("Amina").Name; got != "Amina Yusuf Jr" {
		t.Errorf("the name is %q", got)
	}
	rel := h.Relationship("Amina")
	asked, err := h.Planner.Questions.Waiting(t.Context(), rel.ID)
	if err != nil || len(asked) == 0 {
		t.Fatalf("%d questions, %v", len(asked), err)
	}
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Tap("Edit the question")
	h.Type(" And when?")
	h.Keys("Ctrl+Enter")
	now, err := h.Planner.Questions.Waiting(t.Context(), rel.ID)
	if err != nil || len(now) == 0 || now[0].Text != asked[0].Text+" And when?" {
		t.Errorf("%+v, %v", now, err)
	}
}

// Minutes that are none are said as soon as somebody leaves their field, as dates and times are.
func TestMinutesAreCheckedOnLeaving(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "today"}})
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina").ID})
	h.Keys("Ctrl+Shift+M")
	h.Press("Tab", "Tab", "Ctrl+A")
	h.Type("3")
	h.Lacks("from 5 to 1440")
	h.Press("Tab")
	h.Wants("from 5 to 1440")
	h.Press("Shift+Tab", "Ctrl+A")
	h.Type("30")
	h.Press("Tab")
	h.Lacks("from 5 to 1440")
}

// What a person's form proposes fits its fields: quiet hours begin in the evening, and nobody is born tomorrow.
func TestHintsFitTheirFields(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("person.new")
	h.Tap(h.Words.T("people.form_unfold"))
	var hints []string
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if hint := kit.Placeholder(o); hint != "" {
			hints = append(hints, hint)
		}
		return true
	})
	for _, want := range []string{h.Words.T("picker.such_as", "what", h.Words.Time(21, 0)), h.Words.T("picker.such_as", "what", h.Words.Time(8, 0)), h.Words.T("picker.such_as", "what", h.Words.Date(core.NewDate(1990, 3, 14)))} {
		if !slices.Contains(hints, want) {
			t.Errorf("nothing proposes %q: %q", want, hints)
		}
	}
}

// The names of the days stand in the middle of their fields, and the step is called by what it changes.
func TestWorkingHoursStandInLine(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	owner, err := h.Planner.Workspace.Owner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settings.ShowWork(settings.WorkDeps{Words: h.Words, Dialogs: h.Shell.Dialogs, Draft: forms.Draft{After: h.Clock.After, Keep: func(func() string) {}}}, owner)
	driver := fyne.CurrentApp().Driver()
	middle := func(o fyne.CanvasObject, height float32) float32 {
		return driver.AbsolutePositionForObject(o).Y + height/2
	}
	var boxes, fields []float32
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		switch v := o.(type) {
		case *kit.CheckBox:
			boxes = append(boxes, middle(v, kit.HeightFor(v, v.Size().Width)))
		case *kit.TimeField:
			fields = append(fields, middle(v, v.Size().Height))
		}
		return true
	})
	if len(boxes) != 7 || len(fields) != 14 {
		t.Fatalf("%d days with %d fields", len(boxes), len(fields))
	}
	for i, y := range boxes {
		if off := y - fields[2*i]; off > 1.5 || off < -1.5 {
			t.Errorf("day %d stands %v lower than its field", i, off)
		}
	}
	if err := h.Planner.People.SetWork(t.Context(), owner.ID, make([]core.Hours, 7)); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	undo, _ := h.Shell.Commands.Find("undo")
	if got := h.Shell.Commands.Title(undo); got != "Undo: Working hours changed" {
		t.Errorf("the step is called %q", got)
	}
}

// Reports, asked for on a relationship's page, are of that relationship.
func TestReportsOfThePageOnShow(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Sara")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Keys("Ctrl+6")
	if at := h.Shell.Router.Route(); at.Screen != "reports" || at.ID != rel.ID {
		t.Errorf("it leads to %v", at)
	}
}

// Undo looks off while there is nothing to take back, says why, and looks on after a step.
func TestUndoLooksOffWithNothingToUndo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	h.Settle()
	undo := func() (found *kit.Button) {
		kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if b, ok := o.(*kit.Button); ok && b.Text() == "Undo" {
				found = b
			}
			return found == nil
		})
		return found
	}
	if b := undo(); b == nil || !b.Off() || b.TipText() == "" {
		t.Fatal("it looks on, or does not say why it is off")
	}
	if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "How do I begin?"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	if undo().Off() {
		t.Error("after a step it looks off")
	}
}

// A mentee's plan without skills does not say what to do with them.
func TestAPlanWithoutSkillsSpeaksOfNone(t *testing.T) {
	hint := "click a skill to rate it"
	uitest.Open(t, uitest.Options{Role: core.RoleMentee}).Wants(hint)
	uitest.Open(t, uitest.Options{Role: core.RoleMentee, Empty: true}).Lacks(hint)
}
