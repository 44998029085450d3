package wire

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What the owner calls another's meeting here is nobody else's word: an answer and a proposal have the title that its organizer gave
// it, also where the owner renamed it again, or its file was read again.
func TestAnAnswerHasTheOrganizersTitle(t *testing.T) {
	p, ctx := open(t), t.Context()
	single := itip("REQUEST", eventText("m", "SEQUENCE:2\nDTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H\n"+withAmina))
	all := itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;BYDAY=TU"))
	take(t, p, single)
	take(t, p, all)
	m, run := meetingByUID(t, p, "m"), seriesByUID(t, p, "run")
	first, second := core.OccurrenceID(run.ID, run.Start), core.OccurrenceID(run.ID, run.Start.AddMinutes(7*24*60))
	title := func(name string, id core.ID, want string) {
		t.Helper()
		for method, how := range map[core.Method]planner.Sending{core.MethodReply: {Answer: core.AnswerAccepted}, core.MethodCounter: {Start: civil("2026-12-02T11:00")}} {
			path := filepath.Join(t.TempDir(), "c.ics")
			_, err := p.Invitations.SendAs(ctx, id, method, path, how)
			ok(t, err)
			data, err := os.ReadFile(path)
			ok(t, err)
			if !strings.Contains(string(data), "SUMMARY:"+want+"\r\n") {
				t.Errorf("%s by %s: no %s in\n%s", name, method, want, data)
			}
		}
	}
	call := func(id core.ID, name string) {
		t.Helper()
		ok(t, p.Meetings.Change(ctx, id, func(m *core.Meeting) error { m.Title = name; return nil }))
	}
	call(m.ID, "Mine")
	call(m.ID, "Mine, again")
	ok(t, p.Series.Change(ctx, run.ID, func(s *core.Series) error { s.Title = "My hour"; return nil }))
	call(second, "My second")
	for _, id := range []core.ID{m.ID, run.ID, first, second} {
		title("renamed", id, "Weekly")
	}
	take(t, p, single)
	take(t, p, all)
	if now := meetingByUID(t, p, "m"); now.Title != "Mine, again" {
		t.Errorf("read again, it is called %s", now.Title)
	}
	title("read again", m.ID, "Weekly")
	title("all read again", run.ID, "Weekly")
	take(t, p, strings.NewReplacer("SUMMARY:Weekly", "SUMMARY:Talk", "SEQUENCE:2", "SEQUENCE:3").Replace(single))
	if now := meetingByUID(t, p, "m"); now.Title != "Talk" || now.Origin.Title != "" {
		t.Errorf("renamed by its organizer: %s, %q", now.Title, now.Origin.Title)
	}
	title("renamed by its organizer", m.ID, "Talk")
	call(m.ID, "Mine")
	call(m.ID, "Talk")
	if now := meetingByUID(t, p, "m"); now.Origin.Title != "" {
		t.Errorf("called so again: %q", now.Origin.Title)
	}
}
