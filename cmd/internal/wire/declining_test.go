package wire

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What the owner declines of another's meeting takes none of their time, however they come to it: the calendar that they give
// away leaves it out, nothing clashes with it, and there is nothing to close. It comes back by another answer, by undo and by a
// new version, and by nothing else.
func TestADeclinedMeetingTakesNoTime(t *testing.T) {
	const request = "SEQUENCE:1\nDTSTART:20261203T090000Z\nDURATION:PT1H\n"
	text := itip("REQUEST", eventText("m", request+withAmina))
	for _, c := range []struct {
		name string
		how  func(p *planner.Planner, id core.ID) error
		told bool
	}{
		{"by an answer", func(p *planner.Planner, id core.ID) error {
			_, err := p.Invitations.SendAs(context.Background(), id, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: core.AnswerDeclined})
			return err
		}, true},
		{"by calling it off", func(p *planner.Planner, id core.ID) error {
			return p.Meetings.Cancel(context.Background(), id, "Leave")
		}, false},
		{"by days off", func(p *planner.Planner, _ core.ID) error {
			_, err := p.Meetings.TakeOff(context.Background(), planner.TimeOff{Period: core.Period{From: core.NewDate(2026, 12, 3), To: core.NewDate(2026, 12, 4)}})
			return err
		}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, text)
			id := meetingByUID(t, p, "m").ID
			before := contents(t, p)
			ok(t, c.how(p, id))
			gone := func(what string) {
				t.Helper()
				m := meetingByUID(t, p, "m")
				if !m.Declined() || feeds(t, p, "m") || clashes(t, p, m) {
					t.Errorf("%s: %s, in the feed %v, clashes %v", what, m.Status, feeds(t, p, "m"), clashes(t, p, m))
				}
			}
			there := func(what string) {
				t.Helper()
				m := meetingByUID(t, p, "m")
				if !m.Planned() || !feeds(t, p, "m") || !clashes(t, p, m) {
					t.Errorf("%s: %s, in the feed %v, clashes %v", what, m.Status, feeds(t, p, "m"), clashes(t, p, m))
				}
			}
			gone("declined")
			if take(t, p, text); !c.told {
				gone("the same message again")
			}
			take(t, p, calendarText(strings.Replace(eventText("m", request+withAmina), "ATTENDEE:", "ATTENDEE;PARTSTAT=ACCEPTED:", 1)))
			gone("an older file that says accepted")
			owes(t, p, id, map[bool]core.Answer{false: core.AnswerDeclined}[c.told])

			_, err := p.Undo(t.Context())
			ok(t, err)
			there("undone")
			owes(t, p, id, map[bool]core.Answer{true: core.AnswerAccepted}[c.told])
			if !c.told && contents(t, p) != before {
				t.Error("undo is not identity")
			}
			_, err = p.Redo(t.Context())
			ok(t, err)
			gone("done again")
			sentText(t, p, id, planner.Sending{Answer: core.AnswerDeclined})
			gone("told")
			owes(t, p, id, "")

			sentText(t, p, id, planner.Sending{Answer: core.AnswerTentative})
			there("perhaps, after all")
			owes(t, p, id, "")
			sentText(t, p, id, planner.Sending{Answer: core.AnswerDeclined})
			gone("declined again")
			take(t, p, itip("REQUEST", strings.Replace(eventText("m", strings.Replace(request, "SEQUENCE:1", "SEQUENCE:2", 1)+withAmina), "20261101", "20261124", 1)))
			there("a new version")
			if list, err := p.Invitations.Guests(t.Context(), id); err != nil || !list.Own.Owed() || !list.Own.Again {
				t.Errorf("a new version is not to be answered: %+v, %v", list.Own, err)
			}
		})
	}
}

// owes tells which answer the organizer is still to be sent; "" for none.
func owes(t *testing.T, p *planner.Planner, id core.ID, want core.Answer) {
	t.Helper()
	all, err := p.Invitations.Owed(t.Context(), []core.Ref{{Kind: core.KindSeries, ID: id}, {Kind: core.KindMeeting, ID: id}})
	ok(t, err)
	got := core.Answer("")
	if len(all) > 0 {
		if got = all[0].Answer; all[0].Method != core.MethodReply || all[0].Theirs.Email != "amina.yusuf@kijani.example" {
			t.Errorf("%+v", all[0])
		}
	}
	if got != want {
		t.Errorf("owed is %q, not %q", got, want)
	}
}

// feeds tells whether something is in the calendar of all meetings.
func feeds(t *testing.T, p *planner.Planner, uid string) bool {
	t.Helper()
	feed, _, err := p.Invitations.Feed(t.Context(), planner.FeedWish{})
	ok(t, err)
	for _, one := range feed.Events {
		if one.UID == uid {
			return true
		}
	}
	return false
}

// clashes tells whether a meeting with somebody else at the time of one would clash.
func clashes(t *testing.T, p *planner.Planner, m *core.Meeting) bool {
	t.Helper()
	other := *m
	other.Head, other.UID, other.Origin, other.Status, other.Series, other.Recurrence = core.Head{}, "", core.Origin{}, core.MeetingPlanned, core.ID{}, core.Civil{}
	found, err := p.Meetings.ClashesOf(t.Context(), other)
	ok(t, err)
	return len(found) > 0
}

// All of a series is declined as one: from now on none of it takes place, with what was moved and what has an agenda; what was
// declined by itself stays so when the rest comes back.
func TestADeclinedSeriesTakesNoTime(t *testing.T) {
	const moved = "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H\nSEQUENCE:2"
	request := itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=4"))
	for name, how := range map[string]func(p *planner.Planner, id core.ID) error{
		"by an answer": func(p *planner.Planner, id core.ID) error {
			_, err := p.Invitations.SendAs(context.Background(), id, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: core.AnswerDeclined})
			return err
		},
		"by calling it off": func(p *planner.Planner, id core.ID) error { return p.Series.CallOff(context.Background(), id, "") },
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			take(t, p, request)
			take(t, p, itip("REQUEST", strings.Replace(eventText("run", withAmina+moved), "20261101", "20261102", 1)))
			run := seriesByUID(t, p, "run")
			_, err := p.Agendas.Add(t.Context(), occurrence(run, "2026-12-15T10:00"), core.AgendaItem{Text: "Goals"})
			ok(t, err)
			sentText(t, p, occurrence(run, "2026-12-22T10:00"), planner.Sending{Answer: core.AnswerDeclined})
			on := func() string { return strings.ReplaceAll(starts(t, p, run.ID), "12-01T10:00*", "12-01T10:00") }
			const there = "12-01T10:00 12-09T12:00* 12-15T10:00*a 12-22T10:00*cancelled"
			if got := on(); got != there {
				t.Fatal(got)
			}
			before := contents(t, p)
			ok(t, how(p, run.ID))
			off := func(what string) {
				t.Helper()
				if got := starts(t, p, run.ID); strings.Count(got, "cancelled") != 4 || !seriesByUID(t, p, "run").Declined() || feeds(t, p, "run") {
					t.Errorf("%s: %s", what, got)
				}
			}
			off("declined")
			take(t, p, request)
			off("the same message again")
			_, err = p.Undo(t.Context())
			ok(t, err)
			if name != "by an answer" && contents(t, p) != before {
				t.Error("undo is not identity")
			}
			if got := on(); got != there {
				t.Errorf("undone: %s", got)
			}
			ok(t, how(p, run.ID))
			off("declined again")
			if text := sentText(t, p, run.ID, planner.Sending{Answer: core.AnswerAccepted}); !strings.Contains(text, "RRULE:FREQ=WEEKLY;COUNT=4") {
				t.Errorf("the answer is to another rule:\n%s", text)
			}
			if got := on(); got != there {
				t.Errorf("accepted: %s", got)
			}
			owes(t, p, run.ID, "")
			owes(t, p, occurrence(run, "2026-12-22T10:00"), "")
			ok(t, how(p, run.ID))
			take(t, p, itip("REQUEST", strings.Replace(runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=5"), "20261101", "20261124", 1)))
			if got := starts(t, p, run.ID); strings.Count(got, "cancelled") != 1 || !strings.Contains(got, "12-29") || seriesByUID(t, p, "run").Declined() {
				t.Errorf("a new version: %s", got)
			}
			if list, err := p.Invitations.Guests(t.Context(), run.ID); err != nil || !list.Own.Owed() {
				t.Errorf("a new version is not to be answered: %+v, %v", list.Own, err)
			}
		})
	}
}

// Who proposes another time and cannot come at the present one has declined it until the organizer moves it; a further
// proposal leaves it so.
func TestAProposalCanDecline(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("m", "SEQUENCE:1\nDTSTART:20261203T090000Z\nDURATION:PT1H\n"+withAmina)))
	m := meetingByUID(t, p, "m")
	propose := func(how planner.Sending) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "c.ics")
		_, err := p.Invitations.SendAs(t.Context(), m.ID, core.MethodCounter, path, how)
		ok(t, err)
		return unfolded(t, path)
	}
	if propose(planner.Sending{Start: civil("2026-12-03T14:00")}); !meetingByUID(t, p, "m").Planned() {
		t.Error("off by a proposal that is neither yes nor no")
	}
	if propose(planner.Sending{Start: civil("2026-12-03T15:00"), Answer: core.AnswerDeclined}); !meetingByUID(t, p, "m").Declined() {
		t.Error("declined, and on")
	}
	if text := propose(planner.Sending{Start: civil("2026-12-03T16:00")}); !meetingByUID(t, p, "m").Declined() || !strings.Contains(text, "PARTSTAT=DECLINED") {
		t.Errorf("back by a proposal:\n%s", text)
	}
	owes(t, p, m.ID, "")
}

// How late the owner declines counts where it is a meeting of two; a group meets without them.
func TestHowADeclinedMeetingCounts(t *testing.T) {
	for _, c := range []struct {
		group bool
		want  core.MeetingStatus
	}{{false, core.MeetingCancelledLate}, {true, core.MeetingCancelled}} {
		p := open(t)
		take(t, p, itip("REQUEST", eventText("m", "DTSTART:20261123T150000Z\nDURATION:PT1H\n"+withAmina)))
		m := meetingByUID(t, p, "m")
		if c.group {
			who, err := p.People.Add(t.Context(), core.Person{Name: "Noor"})
			ok(t, err)
			ok(t, p.Relationships.Change(t.Context(), m.Relationship, func(r *core.Relationship) error {
				r.Format = core.FormatGroup
				r.Participants = append(r.Participants, core.Participant{Person: who.ID, Role: core.RoleMentee})
				return nil
			}))
		}
		sentText(t, p, m.ID, planner.Sending{Answer: core.AnswerDeclined})
		if got := meetingByUID(t, p, "m"); got.Status != c.want || !got.Declined() {
			t.Errorf("group %v: %s", c.group, got.Status)
		}
	}
}
