package ui_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A note that is too long to be kept says so where it was typed, stays open there, and loses no word.
func TestANoteThatIsTooLongIsNotTakenForKept(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	cal, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: core.NewDate(2026, 11, 23), To: core.NewDate(2026, 11, 30)}})
	if err != nil || len(cal.Meetings) == 0 {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: cal.Meetings[0].Meeting.ID})
	var notes []*kit.NoteField
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(*kit.NoteField); ok {
			notes = append(notes, f)
		}
		return true
	})
	field := notes[len(notes)-1] // the owner's own
	field.Edit(strings.Repeat("a long note\n", core.MaxText/12+2), true)
	h.Canvas().Focused().TypedRune('z')
	h.Clock.Move(time.Second)
	h.Settle()
	want := field.Text()
	if len(want) <= core.MaxText {
		t.Fatalf("%d letters are no long note", len(want))
	}
	h.Keys("Escape")
	if !h.Sees("Not saved: ") || !field.Editing() || field.Text() != want {
		t.Errorf("not said: %v, open: %v, %d letters of %d", !h.Sees("Not saved: "), field.Editing(), len(field.Text()), len(want))
	}
	if n := drafts(t, h); n != 1 {
		t.Errorf("%d drafts", n)
	}
	unsaved := h.Words.T("window.unsaved_text", "what", h.Words.Quote(h.Words.T("meeting.private_notes")))
	h.Wants(unsaved)
	h.Lacks(h.Words.T("window.saved"))
	if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "What else is kept?"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Wants(unsaved) // that another step was kept saves no word of this one
	field.SetText("")
	field.Edit("short", true)
	h.Keys("Escape")
	h.Clock.Move(time.Minute) // messages stand over the bar
	h.Settle()
	h.Lacks(unsaved)
	h.Wants(h.Words.T("window.saved"))
}
