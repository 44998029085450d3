package wire

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// requested writes an invitation and gives its calendar file as one line a property.
func requested(t *testing.T, p *planner.Planner, id core.ID, how planner.Sending) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "m.ics")
	_, err := p.Invitations.SendAs(t.Context(), id, core.MethodRequest, path, how)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	return strings.ReplaceAll(string(data), "\r\n ", "")
}

// withAgenda adds what the guests of a meeting may read to its agenda.
func withAgenda(t *testing.T, p *planner.Planner, meeting core.ID, text string, readers ...core.ID) {
	t.Helper()
	_, err := p.Agendas.Add(t.Context(), meeting, core.AgendaItem{Text: text, Readers: core.Visibility{Readers: readers}})
	ok(t, err)
}

// Guests who were sent the agenda keep it when they are told of another time, until somebody says otherwise.
func TestTheNextInvitationHasTheAgendaThatTheLastOneHad(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	withAgenda(t, p, m.ID, "The budget of spring")
	for i, step := range []struct {
		how  planner.Sending
		want bool
	}{
		{planner.Sending{}, false},
		{planner.Sending{Agenda: true}, true},
		{planner.Sending{}, true},
		{planner.Sending{}, true},
		{planner.Sending{Bare: true}, false},
		{planner.Sending{}, false},
	} {
		ok(t, p.Meetings.Move(ctx, m.ID, m.Start.AddMinutes(15*(i+1)), core.Civil{}, ""))
		if text := requested(t, p, m.ID, step.how); strings.Contains(text, "The budget of spring") != step.want {
			t.Errorf("%d, %+v: with the agenda: %v", i, step.how, !step.want)
		}
		if list, err := p.Invitations.Guests(ctx, m.ID); err != nil || list.Agenda != step.want {
			t.Errorf("%d: remembered: %v, %v", i, !step.want, err)
		}
	}
}

// One of a series that was invited to with its agenda keeps it in an invitation to all, and after that.
func TestAnInvitationToAllKeepsTheAgendaOfOne(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Leadership")
	all, err := p.Series.Of(ctx, rel.ID)
	ok(t, err)
	s, one, other := all[0].ID, core.OccurrenceID(all[0].ID, civil("2026-12-09T10:00")), core.OccurrenceID(all[0].ID, civil("2026-12-23T10:00"))
	withAgenda(t, p, one, "The budget of spring", rel.Mentees()...)
	withAgenda(t, p, other, "Only here", rel.Mentees()...)
	together := planner.Sending{Together: true}
	has := func(step string, id core.ID, how planner.Sending, want bool) {
		t.Helper()
		if text := requested(t, p, id, how); strings.Contains(text, "The budget of spring") != want || strings.Contains(text, "Only here") {
			t.Errorf("%s: want it with the agenda: %v\n%s", step, want, text)
		}
	}
	has("all", s, together, false)
	has("one with it", one, planner.Sending{Together: true, Agenda: true}, true)
	has("all again", s, together, true)
	ok(t, p.Meetings.Move(ctx, one, civil("2026-12-09T12:00"), core.Civil{}, ""))
	has("the one moved", one, together, true)
	has("all, expressly without", s, planner.Sending{Together: true, Bare: true}, false)
	has("the one without", one, planner.Sending{Together: true, Bare: true}, false)
	has("all after that", s, together, false)
}
