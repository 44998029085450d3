package ui_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// An earlier meeting takes what waits at a later one by one press, which can be undone, and the closed meeting from which it came
// names the one at which it waits.
func TestAnEarlierMeetingTakesWhatWaitsLater(t *testing.T) {
	for lang, size := range map[core.Language]fyne.Size{core.English: fyne.NewSize(1280, 800), core.Russian: fyne.NewSize(900, 600)} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: size})
		closed, later, early := aheadOf(t, h)
		w := h.Words
		to := func(m *core.Meeting) string {
			return w.T("meeting.moved_to", "date", w.DateShort(m.Start.Date, m.Start.Date))
		}
		take := w.T("meeting.pull_ahead", "count", 2, "date", w.DateShort(later.Start.Date, later.Start.Date))
		h.Go(shell.Route{Screen: "meeting", ID: closed.ID})
		h.Wants(to(later))
		h.Go(shell.Route{Screen: "meeting", ID: early.ID})
		h.Wants(take)
		h.Shot("ahead-" + string(lang))
		h.Tap(take)
		h.Wants("Walrus", "Lighthouse")
		h.Lacks(take)
		h.Go(shell.Route{Screen: "meeting", ID: closed.ID})
		h.Wants(to(early))
		h.Lacks(to(later))
		h.Shot("ahead-closed-" + string(lang))
		h.Run("undo")
		h.Wants(to(later))
		h.Go(shell.Route{Screen: "meeting", ID: early.ID})
		h.Run("presenting")
		h.Wants(w.T("meeting.pull_ahead", "count", 1, "date", w.DateShort(later.Start.Date, later.Start.Date))) // the other is private
		h.Lacks(take)
	}
}

// aheadOf closes a meeting with two open items while a later one is planned, and plans one between them.
func aheadOf(t *testing.T, h *uitest.House) (closed, later, early *core.Meeting) {
	t.Helper()
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	me, err := h.Planner.Workspace.Owner(ctx)
	must(err)
	rel, err := h.Planner.Relationships.Begin(ctx, core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: me.ID, Role: core.RoleMentor}, {Role: core.RoleMentee}},
	}, map[int]core.Person{1: {Name: "Zed Zulu"}})
	must(err)
	plan := func(month time.Month, day int) *core.Meeting {
		m, err := h.Planner.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: core.NewDate(2026, month, day).At(9, 0)})
		must(err)
		return m
	}
	closed, later = plan(time.November, 20), plan(time.December, 7)
	_, err = h.Planner.Agendas.Add(ctx, closed.ID, core.AgendaItem{Text: "Walrus"})
	must(err)
	private, err := h.Planner.Agendas.Add(ctx, closed.ID, core.AgendaItem{Text: "Lighthouse"})
	must(err)
	must(h.Planner.Agendas.Change(ctx, closed.ID, private, func(item *core.AgendaItem) error {
		item.Readers = core.Visibility{}
		return nil
	}))
	_, err = h.Planner.Meetings.Close(ctx, closed.ID, planner.Closing{})
	must(err)
	early = plan(time.December, 3)
	h.Settle()
	return closed, later, early
}
