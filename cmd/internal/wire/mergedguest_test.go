package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// Whoever of two records of one guest stays: what they were sent and what they said is theirs, and so is what they say next.
func TestAMergedGuestKeepsTheirAnswers(t *testing.T) {
	for name, invitedStays := range map[string]bool{"the invited one stays": true, "the other one stays": false} {
		t.Run(name, func(t *testing.T) {
			p, ctx := open(t), t.Context()
			m := meetingOf(t, p)
			sent := invite(t, p, m)
			answer(t, p, "r.ics", replyText("REPLY", sent.UID, 0, "20261124T090000Z", says("ACCEPTED"), ""))
			invited := sent.To[0].Person
			other, err := p.People.Add(ctx, core.Person{Name: "Amina Yusuf", Emails: []string{"amina@other.example"}})
			ok(t, err)
			keep, goes := other.ID, invited
			if invitedStays {
				keep, goes = invited, other.ID
			}
			ok(t, p.People.Merge(ctx, keep, goes))
			if got := said(t, p, m.ID); got.Person != keep || got.Answer != core.AnswerAccepted || got.Email != sent.To[0].Email {
				t.Errorf("after merging: %+v", got)
			}
			all, err := p.Invitations.Versions(ctx, m.ID)
			ok(t, err)
			if len(all) != 1 || all[0].Person.ID != keep || all[0].State != planner.VersionCurrent {
				t.Errorf("versions: %+v", all)
			}
			step := answer(t, p, "n.ics", replyText("REPLY", sent.UID, 0, "20261124T100000Z", says("DECLINED"), ""))
			if step.Err != nil || step.Does != planner.CalendarChanged {
				t.Errorf("the next answer: %s, %v", step.Does, step.Err)
			}
			for range 2 {
				_, err = p.Undo(ctx)
				ok(t, err)
			}
			if got := said(t, p, m.ID); got.Person != invited || got.Answer != core.AnswerAccepted {
				t.Errorf("taken back: %+v", got)
			}
		})
	}
}

// Of two answers to one invitation that were two people's and are one's, the newer one stands.
func TestOfTwoAnswersOfAMergedGuestTheNewerStands(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	sent := invite(t, p, m)
	first := sent.To[0].Person
	answer(t, p, "r.ics", replyText("REPLY", sent.UID, 0, "20261124T090000Z", says("ACCEPTED"), ""))
	second, err := p.People.Add(ctx, core.Person{Name: "Amina Yusuf", Emails: []string{"amina@other.example"}})
	ok(t, err)
	third, err := p.People.Add(ctx, core.Person{Name: "Without an address"})
	ok(t, err)
	ok(t, p.Relationships.Change(ctx, m.Relationship, func(r *core.Relationship) error {
		r.Format = core.FormatGroup
		r.Participants = append(r.Participants, core.Participant{Person: second.ID, Role: core.RoleMentee}, core.Participant{Person: third.ID, Role: core.RoleMentee})
		return nil
	}))
	sent = invite(t, p, m)
	answer(t, p, "s.ics", replyText("REPLY", sent.UID, sent.Sequence, "20261124T100000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:amina@other.example", ""))
	ok(t, p.People.Merge(ctx, first, second.ID))
	if got := said(t, p, m.ID); got.Person != first || got.Answer != core.AnswerDeclined {
		t.Errorf("%+v", got)
	}
	step := answer(t, p, "n.ics", replyText("REPLY", sent.UID, sent.Sequence, "20261124T093000Z", says("TENTATIVE"), ""))
	if core.CodeOf(step.Err) != core.CodeOutdated {
		t.Errorf("an answer older than that: %s, %v", step.Does, step.Err)
	}
}

// Two guests who are one person have two mailboxes, each with the meeting: both are told of its new time and that it is off, until
// the owner gives one of them up.
func TestBothMailboxesOfAMergedGuestAreTold(t *testing.T) {
	for name, how := range map[string]planner.Sending{"together": {Together: true}, "separately": {Separately: true}} {
		t.Run(name, func(t *testing.T) {
			c := newMailing(t, 1)
			ctx := t.Context()
			m, err := c.p.Meetings.Plan(ctx, core.Meeting{Relationship: c.rels[1], Start: civil("2026-12-08T10:00"), Title: "Talk"})
			ok(t, err)
			send := func(method core.Method) (to []string) {
				t.Helper()
				c.tick()
				all, err := c.p.Invitations.SendAs(ctx, m.ID, method, c.dir+"/x.ics", how)
				ok(t, err)
				for _, d := range all {
					for _, r := range d.To {
						to = append(to, r.Email)
					}
				}
				slices.Sort(to)
				return to
			}
			all := []string{"hana@gst.example", "ivo@gst.example", "jana@gst.example", "kim@gst.example"}
			send(core.MethodRequest)
			ok(t, c.p.People.Merge(ctx, c.both[0], c.both[1]))
			ok(t, c.p.Meetings.Move(ctx, m.ID, civil("2026-12-08T12:00"), core.Civil{}, ""))
			if got := send(core.MethodRequest); !slices.Equal(got, all) {
				t.Errorf("the new time goes to %s", got)
			}
			ok(t, c.p.Meetings.Cancel(ctx, m.ID, ""))
			if got := send(core.MethodCancel); !slices.Equal(got, all) {
				t.Errorf("the cancellation goes to %s", got)
			}
			if got := send(core.MethodCancel); len(got) < 3 {
				t.Errorf("once more it goes to %s", got)
			}
			_, err = c.p.Undo(ctx)
			ok(t, err)
			if got := send(core.MethodRequest); slices.Contains(got, "ivo@gst.example") {
				t.Errorf("what is on again goes to %s: only their first address is asked", got)
			}
		})
	}
}

// invitedAndMerged gives a meeting of a circle to which two guests were invited who were made one since.
func invitedAndMerged(t *testing.T) (*mailing, *core.Meeting) {
	t.Helper()
	c := newMailing(t, 1)
	ctx := t.Context()
	m, err := c.p.Meetings.Plan(ctx, core.Meeting{Relationship: c.rels[1], Start: civil("2026-12-08T10:00"), Title: "Talk"})
	ok(t, err)
	c.send(t, m.ID, core.MethodRequest)
	ok(t, c.p.People.Merge(ctx, c.both[0], c.both[1]))
	return c, m
}

// Who leaves has it in both mailboxes.
func TestBothMailboxesOfAMergedGuestAreUninvited(t *testing.T) {
	c, m := invitedAndMerged(t)
	ctx := t.Context()
	ok(t, c.p.Relationships.Change(ctx, c.rels[1], func(r *core.Relationship) error {
		r.Participants = slices.DeleteFunc(r.Participants, func(p core.Participant) bool { return p.Person == c.both[0] })
		return nil
	}))
	if d := c.send(t, m.ID, core.MethodUninvite); len(d.To) != 2 || d.To[0].Email == d.To[1].Email {
		t.Errorf("to %+v", d.To)
	}
}

// Who was two guests is asked once, under their present address, and what they have in their other mailbox is told in the same message.
func TestAMergedGuestIsAskedOnce(t *testing.T) {
	for name, how := range map[string]planner.Sending{"together": {Together: true}, "separately": {Separately: true}} {
		t.Run(name, func(t *testing.T) {
			c, m := invitedAndMerged(t)
			ctx := t.Context()
			for _, method := range []core.Method{core.MethodRequest, core.MethodCancel} {
				if method == core.MethodRequest {
					ok(t, c.p.Meetings.Move(ctx, m.ID, civil("2026-12-08T12:00"), core.Civil{}, ""))
				} else {
					ok(t, c.p.Meetings.Cancel(ctx, m.ID, ""))
				}
				c.tick()
				file := filepath.Join(c.dir, string(method)+".eml")
				sent, err := c.p.Invitations.SendAs(ctx, m.ID, method, file, how)
				ok(t, err)
				var asked, written string
				told := 0
				for i, d := range sent {
					b, err := os.ReadFile(planner.ManyFile(file, i, len(sent)))
					ok(t, err)
					head, _, _ := strings.Cut(string(b), "\r\n\r\n")
					written += strings.ReplaceAll(head, "\r\n ", " ") + "\n"
					all, err := ical.Calendars{}.Read(ctx, "x.eml", bytes.NewReader(b), nil)
					ok(t, err)
					for ev := range all.Events {
						for _, g := range ev.Guests {
							asked += g.Email + " "
						}
					}
					told += len(d.To)
				}
				if strings.Count(asked, "hana@gst.example") != 1 || strings.Contains(asked, "ivo@gst.example") {
					t.Errorf("%s asks %s", method, asked)
				}
				if strings.Count(written, "hana@gst.example") != 1 || strings.Count(written, "ivo@gst.example") != 1 || told != 4 {
					t.Errorf("%s goes to %d mailboxes: %s", method, told, written)
				}
				if got := len(sent); how.Separately && got != 3 {
					t.Errorf("%s: %d messages to three people", method, got)
				}
			}
		})
	}
}
