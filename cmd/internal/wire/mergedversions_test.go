package wire

import (
	"path/filepath"
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// hasVersion gives what somebody has of something, as the dialog of its invitation says it; "" where they do not stand there.
func hasVersion(t *testing.T, p *planner.Planner, id, person core.ID) planner.VersionState {
	t.Helper()
	all, err := p.Invitations.Versions(t.Context(), id)
	ok(t, err)
	for _, v := range all {
		if v.Person.ID == person {
			return v.State
		}
	}
	return ""
}

// Whom another calendar of the owner's invited under an address that nobody here had turns out to be somebody who is here, by another
// record of them or by that address: they have been invited, with what they said, and both their mailboxes are told of what follows.
func TestAnOutsiderTurnsOutToBeAGuest(t *testing.T) {
	ctx := t.Context()
	for how, becomes := range map[string]func(c *conversation, gus core.ID) error{
		"by another record": func(c *conversation, gus core.ID) error {
			kim, err := c.organizer.People.Add(ctx, core.Person{Name: "Kim", Emails: []string{"kim@else.example"}})
			ok(t, err)
			return c.organizer.People.Merge(ctx, gus, kim.ID)
		},
		"by an address": func(c *conversation, gus core.ID) error {
			return c.organizer.People.Change(ctx, gus, func(p *core.Person) error {
				p.Emails = append(p.Emails, "kim@else.example")
				return nil
			})
		},
	} {
		for _, both := range []bool{false, true} {
			c := converse(t)
			take(t, c.organizer, ownWith(0, "20261101T000000Z", "", gus, kim))
			m := ownMeeting(t, c, "own")
			if !both {
				taken(t, c.organizer, ownWith(0, "20261102T000000Z", "", kim), planner.CalendarAsBoth)
			}
			rel, err := c.organizer.Relationships.Get(ctx, c.rel)
			ok(t, err)
			owner, err := c.organizer.Workspace.Owner(ctx)
			ok(t, err)
			person := rel.Others(owner.ID)[0]
			ok(t, becomes(c, person))
			if got := hasVersion(t, c.organizer, m.ID, person); got != planner.VersionCurrent {
				t.Errorf("%s, both %v: they have %q", how, both, got)
			}
			said, err := c.organizer.Replies.To(ctx, m.ID)
			ok(t, err)
			if len(said) != 1 || !both && said[0].Answer != core.AnswerTentative {
				t.Errorf("%s, both %v: said %+v", how, both, said)
			}
			if got := nextMessage(t, c, m.ID, core.MethodRequest, planner.Sending{}); got != "gus+kim" {
				t.Errorf("%s, both %v: the next message to %q", how, both, got)
			}
		}
	}
}

// The dialog of the next message names each mailbox that it goes to.
func TestTheDialogNamesTheMailboxesOfAMergedGuest(t *testing.T) {
	c, m := invitedAndMerged(t)
	ctx := t.Context()
	for _, off := range []bool{false, true} {
		if off {
			ok(t, c.p.Meetings.Cancel(ctx, m.ID, ""))
		}
		all, err := c.p.Invitations.Versions(ctx, m.ID)
		ok(t, err)
		for _, v := range all {
			want := []string{v.Person.Email()}
			if v.Person.ID == c.both[0] {
				want = []string{"hana@gst.example", "ivo@gst.example"}
			}
			if slices.Sort(v.To); !slices.Equal(v.To, want) {
				t.Errorf("off %v: %s is told at %v", off, v.Person.Name, v.To)
			}
		}
	}
}

// Of two guests who are one person another calendar had taken one off, or somebody had left without a word: what the mailbox that stays
// has counts, and what one that was told nothing has is still owed.
func TestWhatEachMailboxOfAMergedGuestHas(t *testing.T) {
	for name, first := range map[string]bool{"who left stays": true, "who left goes": false} {
		t.Run(name, func(t *testing.T) {
			for told, want := range map[bool]planner.VersionState{true: planner.VersionCurrent, false: planner.VersionOldTime} {
				c := newMailing(t, 1)
				ctx := t.Context()
				left, other := c.both[0], c.both[1]
				m, err := c.p.Meetings.Plan(ctx, core.Meeting{Relationship: c.rels[1], Start: civil("2026-12-08T10:00"), Title: "Talk"})
				ok(t, err)
				c.send(t, m.ID, core.MethodRequest)
				ok(t, c.p.Relationships.Change(ctx, c.rels[1], func(r *core.Relationship) error {
					r.Participants = slices.DeleteFunc(r.Participants, func(p core.Participant) bool { return p.Person == left })
					return nil
				}))
				if told {
					c.tick()
					c.send(t, m.ID, core.MethodUninvite)
				} else {
					ok(t, c.p.Meetings.Move(ctx, m.ID, civil("2026-12-08T12:00"), core.Civil{}, ""))
					c.tick()
					c.send(t, m.ID, core.MethodRequest)
				}
				keep, goes := left, other
				if !first {
					keep, goes = other, left
				}
				ok(t, c.p.People.Merge(ctx, keep, goes))
				if got := hasVersion(t, c.p, m.ID, keep); got != want {
					t.Errorf("told %v: they have %q, want %q", told, got, want)
				}
				owed, err := c.p.Invitations.Owed(ctx, []core.Ref{core.RefOf(m)})
				ok(t, err)
				if (len(owed) > 0) == told {
					t.Errorf("told %v: owed %+v", told, owed)
				}
				c.tick()
				_, err = c.p.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(c.dir, "x.ics"))
				ok(t, err)
				if got := hasVersion(t, c.p, m.ID, keep); got != planner.VersionCurrent {
					t.Errorf("told again: %q", got)
				}
			}
		})
	}
}

// A newer file of another calendar has the second address of a guest in the stead of the first: they are invited.
func TestAGuestIsInvitedUnderAnotherAddressElsewhere(t *testing.T) {
	ctx := t.Context()
	c := converse(t)
	owner, err := c.organizer.Workspace.Owner(ctx)
	ok(t, err)
	third, err := c.organizer.People.Add(ctx, core.Person{Name: "Third", Emails: []string{"third@gst.example"}})
	invited := "mailto:third@gst.example"
	ok(t, err)
	kimID, err := c.organizer.People.Add(ctx, core.Person{Name: "Kim", Emails: []string{"kim@else.example"}})
	ok(t, err)
	ok(t, c.organizer.Relationships.Change(ctx, c.rel, func(r *core.Relationship) error {
		r.Format = core.FormatGroup
		r.Participants = append(r.Participants, core.Participant{Person: kimID.ID, Role: core.RoleMentee}, core.Participant{Person: third.ID, Role: core.RoleMentee})
		return nil
	}))
	take(t, c.organizer, ownWith(0, "20261101T000000Z", "", gus, kim, invited))
	m := ownMeeting(t, c, "own")
	taken(t, c.organizer, ownWith(0, "20261102T000000Z", "", kim, invited), planner.CalendarAsBoth)
	rel, err := c.organizer.Relationships.Get(ctx, c.rel)
	ok(t, err)
	person := rel.Others(owner.ID)[0]
	ok(t, c.organizer.People.Merge(ctx, person, kimID.ID))
	if got := hasVersion(t, c.organizer, m.ID, person); got != planner.VersionCurrent {
		t.Errorf("they have %q", got)
	}
	if got := nextMessage(t, c, m.ID, core.MethodRequest, planner.Sending{}); got != "kim" && got != "gus+kim" {
		t.Errorf("the next message goes to %q", got)
	}
}

// Where another's invitation names one of two records of a person, the person is invited, whichever stays.
func TestAMergedPersonIsInvitedByAnother(t *testing.T) {
	ctx := t.Context()
	for _, rule := range []string{"", "RRULE:FREQ=WEEKLY;COUNT=3\n"} {
		for _, stays := range []string{"Kit", "Olga"} {
			c := newPanel(t, "Gus")
			kit, err := c.p.People.Add(ctx, core.Person{Name: "Kit", Emails: []string{"kit@kit.example"}})
			ok(t, err)
			c.who["Kit"] = kit.ID
			ok(t, c.p.Relationships.Change(ctx, c.rel.ID, func(r *core.Relationship) error {
				r.Participants = append(r.Participants, core.Participant{Person: kit.ID, Role: core.RoleMentor})
				return nil
			}))
			take(t, c.p, itip("REQUEST", eventText("e", invitesTo("Olga", []string{"Gus"}, rule))))
			unasked := func() string {
				all, err := c.p.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2026, 12, 8)})
				ok(t, err)
				if len(all) != 1 {
					t.Fatalf("%+v", all)
				}
				return c.unasked(all[0])
			}
			if got := unasked(); got != "Bo Kit" {
				t.Fatalf("not invited are %q", got)
			}
			goes := map[string]string{"Kit": "Olga", "Olga": "Kit"}[stays]
			ok(t, c.p.People.Merge(ctx, c.who[stays], c.who[goes]))
			if got := unasked(); got != "Bo" {
				t.Errorf("%q, %s stays: not invited are %q", rule, stays, got)
			}
		}
	}
}

// Two people were made one, both were written to, and that was taken back: who had come along is called off under their own address
// alone, and the other keeps what they have.
func TestAMergeTakenBackCallsOffNobodyWhoIsHere(t *testing.T) {
	c := newMailing(t, 1)
	ctx, dir := t.Context(), t.TempDir()
	owner, err := c.p.Workspace.Owner(ctx)
	ok(t, err)
	person := func(name, email string) core.ID {
		p, err := c.p.People.Add(ctx, core.Person{Name: name, Emails: []string{email}})
		ok(t, err)
		return p.ID
	}
	raj, kim := person("Raj K", "raj@here.example"), person("Kim", "kim@here.example")
	rel, err := c.p.Relationships.Add(ctx, core.Relationship{
		Format: core.FormatGroup, Duration: core.DurationMedium, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: raj, Role: core.RoleMentee}, {Person: kim, Role: core.RoleMentee}},
	})
	ok(t, err)
	m, err := c.p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: civil("2026-12-08T10:00"), Title: "Circle"})
	ok(t, err)
	send := func(method core.Method) []*core.Dispatch {
		t.Helper()
		c.tick()
		sent, err := c.p.Invitations.SendAs(ctx, m.ID, method, filepath.Join(dir, "x.eml"), planner.Sending{Together: true})
		ok(t, err)
		return sent
	}
	send(core.MethodRequest)
	kumar := person("Raj Kumar", "raj@else.example")
	ok(t, c.p.People.Merge(ctx, kumar, raj))
	if sent := send(core.MethodRequest); len(sent[0].To) != 3 {
		t.Fatalf("as one they are written to at %+v", sent[0].To)
	}
	_, err = c.p.Undo(ctx)
	ok(t, err)
	sent := send(core.MethodUninvite)
	if len(sent) != 1 || len(sent[0].To) != 1 || sent[0].To[0].Email != "raj@else.example" {
		t.Errorf("called off for %+v", sent[0].To)
	}
	if got := hasVersion(t, c.p, m.ID, kumar); got == planner.VersionLeft {
		t.Error("who came along is still to be told")
	}
}
