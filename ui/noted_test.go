package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A guest's yes that came by telephone is noted on the meeting as their word, typed by the owner, and can be taken back.
func TestAGuestsYesByTelephoneIsNoted(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		m := invited(h)
		h.Go(shell.Route{Screen: "meeting", ID: m.ID})
		h.Run("meeting.invite")
		h.Wants(h.Words.T("invite.has_first", "date", h.Words.DateShort(core.NewDate(2026, 11, 23), core.NewDate(2026, 11, 23))))
		h.Keys("Escape")
		h.Run("meeting.noted")
		h.Wants(h.Words.T("noted.title"), h.Words.T("noted.explain"))
		h.Shot("noted-" + string(lang))
		h.Type("by telephone")
		h.Tap(h.Words.T("rel.form_save"))
		h.Wants(h.Words.T("answers.one_accepted"), h.Words.T("noted.short")+" (by telephone)")
		said := func() planned { return answer(t, h, m.ID) }
		if a := said(); a.answer != core.AnswerAccepted || a.own {
			t.Errorf("%+v", a)
		}
		h.Run("presenting")
		h.Lacks("by telephone")
		h.Run("presenting")
		h.Run("undo")
		if a := said(); a.answer != core.AnswerNone {
			t.Errorf("taken back it is %+v", a)
		}
	}
}

type planned struct {
	answer core.Answer
	own    bool
}

func answer(t *testing.T, h *uitest.House, meeting core.ID) planned {
	t.Helper()
	all, err := h.Planner.Replies.To(t.Context(), meeting)
	if err != nil || len(all) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	return planned{all[0].Answer, all[0].Reply != nil && all[0].Reply.Said.Own()}
}

// invited gives a meeting to come that Amina was invited to.
func invited(h *uitest.House) *core.Meeting {
	h.T.Helper()
	m, err := h.Planner.Meetings.Plan(h.T.Context(), core.Meeting{Relationship: h.Relationship("Amina").ID, Start: core.NewDate(2026, 12, 10).At(9, 0)})
	if err != nil {
		h.T.Fatal(err)
	}
	if _, err := h.Planner.Invitations.Send(h.T.Context(), m.ID, core.MethodRequest, h.Dir+"/a.ics"); err != nil {
		h.T.Fatal(err)
	}
	h.Settle()
	return m
}

// Of a series to which guests were invited, it is asked whether they meant one meeting or all.
func TestAGuestsYesToAllOfASeries(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	s, err := h.Planner.Series.Plan(t.Context(), core.Series{
		Relationship: h.Relationship("Amina").ID, Start: core.NewDate(2026, 12, 10).At(9, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=3",
	})
	if err != nil {
		t.Fatal(err)
	}
	one, other := core.OccurrenceID(s.ID, s.Start), core.OccurrenceID(s.ID, core.NewDate(2026, 12, 17).At(9, 0))
	if _, err := h.Planner.Invitations.Send(t.Context(), s.ID, core.MethodRequest, h.Dir+"/a.ics"); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Go(shell.Route{Screen: "meeting", ID: one})
	h.Run("meeting.noted")
	h.Wants(h.Words.T("plan.only_this"))
	h.Tap(h.Words.T("plan.whole_series"))
	h.Shot("noted-series")
	h.Tap(h.Words.T("rel.form_save"))
	for _, id := range []core.ID{one, other} {
		if a := answer(t, h, id); a.answer != core.AnswerAccepted || a.own {
			t.Errorf("%+v", a)
		}
	}
	if m := invited(h); m != nil {
		h.Go(shell.Route{Screen: "meeting", ID: m.ID})
		h.Run("meeting.noted")
		h.Lacks(h.Words.T("plan.whole_series"))
	}
}
