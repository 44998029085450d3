package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Who proposed another time is told that it stays (RFC 5546 3.2.8), they alone, with the count that they answered; it says
// nothing new of the meeting, and is told once. Who has another time than the present one is sent that instead.
func TestAGuestIsToldThatTheTimeStays(t *testing.T) {
	for name, keep := range map[string]bool{"after it was kept": true, "at once": false} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
			second := occurrence(s, "2026-12-10T16:00")
			tell := func(id core.ID, file string) (string, error) {
				path := filepath.Join(t.TempDir(), file)
				_, err := p.Invitations.SendAs(t.Context(), id, core.MethodDeclineCounter, path, planner.Sending{Comment: "The room is taken"})
				if err != nil {
					return "", err
				}
				return unfolded(t, path), nil
			}
			if _, err := tell(s.ID, "x.ics"); core.CodeOf(err) != core.CodeNotProposed {
				t.Errorf("nobody proposed: %v", err)
			}
			for _, c := range []struct {
				name string
				id   core.ID
				text string
				has  string
			}{
				{"all of it", s.ID, counter(d, "20261203T170000", ""), "BEGIN:VEVENT"},
				{"one of it", second, counter(d, "20261210T180000", "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T160000"), "RECURRENCE-ID;TZID=Europe/Berlin:20261210T160000"},
			} {
				answer(t, p, "counter.ics", c.text)
				list, err := p.Invitations.Guests(t.Context(), c.id)
				if ok(t, err); !list.Keeps {
					t.Fatalf("%s: not to be told", c.name)
				}
				if keep {
					ok(t, p.Replies.Keep(t.Context(), proposal(t, p, map[bool]core.ID{true: second, false: occurrence(s, "2026-12-03T16:00")}[c.id == second]).ID))
				}
				text, err := tell(c.id, "kept.ics")
				ok(t, err)
				for _, want := range []string{"METHOD:DECLINECOUNTER", "UID:" + d.UID, "ORGANIZER;CN=Maja Lindqvist:mailto:maja@lindqvist.example", "COMMENT:The room is taken", c.has} {
					if !strings.Contains(text, want) {
						t.Errorf("%s: no %s in\n%s", c.name, want, text)
					}
				}
				if strings.Contains(text, "ATTENDEE") || strings.Contains(text, "DTSTART;TZID=Europe/Berlin") || strings.Contains(text, "RECURRENCE-ID") != (c.id == second) {
					t.Errorf("%s:\n%s", c.name, text)
				}
				if _, err := tell(c.id, "again.ics"); core.CodeOf(err) != core.CodeNotProposed {
					t.Errorf("%s, told twice: %v", c.name, err)
				}
				list, err = p.Invitations.Guests(t.Context(), c.id)
				if ok(t, err); list.Keeps || list.Guests[0].State != planner.VersionCurrent || list.Guests[0].Sent.Method != core.MethodRequest {
					t.Errorf("%s: %+v", c.name, list.Guests[0])
				}
			}
			if len(needsOf(t, p, planner.NeedProposal)) != 0 {
				t.Error("it still needs the owner")
			}
			answer(t, p, "counter.ics", strings.Replace(counter(d, "20261203T173000", ""), "DTSTAMP:20261123T13", "DTSTAMP:20261123T15", 1))
			ok(t, p.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: s.Start.AddMinutes(30), End: s.End.AddMinutes(30), Zone: s.Zone, Rule: s.Rule}))
			if _, err := tell(s.ID, "x.ics"); core.CodeOf(err) != core.CodeNotProposed {
				t.Errorf("who has another time: %v", err)
			}
		})
	}
}

// Who has the time that they asked for is not told that it does not suit.
func TestWhoGotTheirTimeIsNotDeclined(t *testing.T) {
	p := open(t)
	s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
	second := occurrence(s, "2026-12-10T16:00")
	answer(t, p, "counter.ics", counter(d, "20261210T180000", "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T160000"))
	m, err := p.Meetings.Get(t.Context(), second)
	ok(t, err)
	reply := proposal(t, p, second)
	ok(t, p.Meetings.Move(t.Context(), second, reply.Start, reply.End, m.Zone))
	path := filepath.Join(t.TempDir(), "x.ics")
	_, err = p.Invitations.Send(t.Context(), second, core.MethodRequest, path)
	ok(t, err)
	if _, err := p.Invitations.Send(t.Context(), second, core.MethodDeclineCounter, path); core.CodeOf(err) != core.CodeNotProposed {
		t.Errorf("%v", err)
	}
	list, err := p.Invitations.Guests(t.Context(), second)
	if ok(t, err); list.Keeps {
		t.Error("it is offered to say that the time stays")
	}
}

// The e-mail goes to who proposed, and what it carries is read by who gets it as word that the time stays.
func TestTheMailThatTheTimeStays(t *testing.T) {
	p := open(t)
	s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
	answer(t, p, "counter.ics", counter(d, "20261203T170000", ""))
	path := filepath.Join(t.TempDir(), "kept.eml")
	sent, err := p.Invitations.SendAs(t.Context(), s.ID, core.MethodDeclineCounter, path, planner.Sending{})
	ok(t, err)
	text := unfolded(t, path)
	if len(sent) != 1 || len(sent[0].To) != 1 || !strings.Contains(text, "To: ") || !strings.Contains(text, sent[0].To[0].Email) || !strings.Contains(text, "method=DECLINECOUNTER") {
		t.Errorf("%+v\n%s", sent, text)
	}
}
