package ui_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
	"mentorbook/ui/words"
)

// typesOnAMeeting plans a meeting, opens its page, and types into its private notes.
func typesOnAMeeting(t *testing.T, h *uitest.House) *core.Meeting {
	t.Helper()
	m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: h.Relationship("Amina").ID, Start: core.NewDate(2026, 12, 10).At(9, 0)})
	if err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Keys("Alt+3")
	h.Type("She may leave in spring")
	return m
}

// A meeting that is deleted while a note is typed on its page takes the note along, and undoing it brings both back.
func TestDeletingAMeetingTakesWhatIsTypedAlong(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		m := typesOnAMeeting(t, h)
		h.Tap(h.Words.T("shell.more"))
		h.Tap(h.Words.T("button.delete"))
		if len(h.Errors) > 0 {
			t.Errorf("errors %v", h.Errors)
		}
		h.Run("undo")
		notes, err := h.Planner.Notes.About(t.Context(), m.ID)
		if err != nil || len(notes) != 1 || notes[0].Text != "She may leave in spring" {
			t.Errorf("%+v, %v", notes, err)
		}
	}
}

// One that goes by another way leaves the words, which become a note of the relationship.
func TestTheWordsOfAMeetingThatGoesAreOffered(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		typesOnAMeeting(t, h)
		h.Run("undo")
		h.Wants(h.Words.T("meeting.gone_words"))
		if len(h.Errors) > 0 {
			t.Errorf("errors %v", h.Errors)
		}
		h.Tap(h.Words.T("forms.gone_note"))
		if texts := noted(t, h, h.Relationship("Amina").ID); !slices.Contains(texts, "She may leave in spring") {
			t.Errorf("%q", texts)
		}
	}
}

// Undoing the planning of a meeting that guests were invited to calls it off, and offers to tell them.
func TestUndoingASentMeetingOffersTheCancellation(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		m := invited(h)
		h.Run("undo")
		h.Wants(h.Words.T("plan.still_on_next"))
		if now, err := h.Planner.Meetings.Get(t.Context(), m.ID); err != nil || now.Status != core.MeetingCancelled {
			t.Errorf("%+v, %v", now, err)
		}
		if next, err := h.Planner.Undoable(t.Context()); err != nil || next != nil && next.Title == planner.TitleMeetingPlanned {
			t.Errorf("%+v, %v", next, err)
		}
	}
}

// Leaving the quiet hours of a person empty is no mistake.
func TestNobodyNeedsQuietHours(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Route: shell.Route{Screen: "people"}})
		h.Run("person.new")
		h.Tap(h.Words.T("people.form_unfold"))
		for range 40 {
			h.Keys("Tab")
		}
		h.Wants(h.Words.T("people.quiet_from"))
		h.Lacks(words.Times(h.Words).Missing)
	}
}
