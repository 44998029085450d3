//go:build linux

package ui_test

import (
	"fmt"
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

// longNote is a text of about a million letters, no two lines of which are the same.
func longNote() string {
	var b strings.Builder
	for i := 0; b.Len() < 1_000_000; i++ {
		fmt.Fprintf(&b, "Line %d: what was said about the draft, and about word%d. ", i, i*7919%100_003)
		if i%3 == 2 {
			b.WriteByte('\n')
		}
		if i%30 == 29 {
			b.WriteByte('\n')
		}
	}
	return core.CleanText(b.String())[:999_900]
}

// A note of 1 MB opens, is typed in, kept while it is typed and finished, and the window could always answer. Neither
// does a note of 1 MB in the dialog about a person stop it.
func TestALongNoteNeverStopsTheWindow(t *testing.T) {
	var meeting *core.Meeting
	text := longNote()
	h, w := watched(t, uitest.Options{
		Before: func(p *planner.Planner) {
			meeting = aMeeting(t, p)
			if _, err := p.Notes.Write(t.Context(), core.Note{About: core.RefOf(meeting), Text: text}); err != nil {
				t.Fatal(err)
			}
		},
	})
	w.Smooth(t, "open", slower, func() {
		w.AtOnce(func() { h.Shell.Go(shell.Route{Screen: "meeting", ID: meeting.ID}) })
		h.Settle()
	})
	h.Wants("Line 0: what was said")
	w.Smooth(t, "begin typing", slower, func() { w.AtOnce(func() { h.Keys("Alt+3") }) })
	const words = "and then some more was said"
	w.Smooth(t, "type", slower, func() {
		for _, r := range words {
			w.AtOnce(func() { h.Type(string(r)) })
		}
	})
	w.Smooth(t, "keep a draft", slower, func() {
		w.AtOnce(func() { h.Clock.Move(time.Minute) })
		h.Settle()
	})
	if all, err := h.Planner.Drafts.All(t.Context()); err != nil || len(all) != 1 || !strings.HasSuffix(all[0].Text, words) || len(all[0].Text) != len(text)+len(words) {
		t.Errorf("%d drafts, %v", len(all), err)
	}
	w.Smooth(t, "finish", slower, func() {
		w.AtOnce(func() { h.Bench.Press("Escape") })
		h.Settle()
	})
	if d, err := h.Planner.Drafts.All(t.Context()); err != nil || len(d) != 0 {
		t.Errorf("%d drafts are left, %v", len(d), err)
	}
	w.Smooth(t, "undo", slower, func() {
		w.AtOnce(func() { h.Shell.Commands.Run("undo") })
		h.Settle()
	})
	w.Smooth(t, "another screen and back", slower, func() {
		w.AtOnce(func() { h.Shell.Go(shell.Route{Screen: "today"}) })
		h.Settle()
		w.AtOnce(func() { h.Shell.Router.Back() })
		h.Settle()
	})
}

func TestALongNoteInADialogNeverStopsTheWindow(t *testing.T) {
	h, w := watched(t, uitest.Options{})
	text := longNote()
	person := h.Person("Amina Yusuf")
	dialog := func() (field *kit.TextField) {
		h.UI.OpenDialog(core.RefOf(person), "note")
		h.Settle()
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if f, ok := o.(*kit.TextField); ok && field == nil {
				field = f
			}
			return field == nil
		})
		return field
	}
	field := dialog()
	w.Smooth(t, "paste", slower, func() { w.AtOnce(func() { field.SetText(text) }) })
	w.Smooth(t, "type", slower, func() {
		for _, r := range "more" {
			w.AtOnce(func() { h.Type(string(r)) })
		}
	})
	w.Smooth(t, "keep a draft", slower, func() {
		w.AtOnce(func() { h.Clock.Move(time.Minute) })
		h.Settle()
	})
	if drafts(t, h) != 1 {
		t.Errorf("%d drafts", drafts(t, h))
	}
	w.Smooth(t, "save", slower, func() {
		w.AtOnce(func() { h.Bench.Press("Ctrl+Enter") })
		h.Settle()
	})
	if drafts(t, h) != 0 {
		t.Errorf("%d drafts are left", drafts(t, h))
	}
	field = dialog()
	w.Smooth(t, "one letter too many", slower, func() {
		w.AtOnce(func() { field.SetText(text + strings.Repeat("x", 200)) })
		w.AtOnce(func() { h.Bench.Press("Ctrl+Enter") })
		h.Settle()
	})
	if !strings.Contains(field.Error(), "1,000,000") {
		t.Errorf("it says %q", field.Error())
	}
}
