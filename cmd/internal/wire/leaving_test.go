package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A circle goes on without somebody who signed its agreement and was to do something in another's checklist: nothing
// that stays names them, and the workspace can still be taken out and in.
func TestACircleGoesOnWithoutOneWhoSigned(t *testing.T) {
	p, ctx := open(t), t.Context()
	circle := named(t, p, "Leadership circle")
	leaver, other := circle.Participants[1].Person, circle.Participants[2].Person
	a, err := p.Agreements.Write(ctx, core.Agreement{Relationship: circle.ID, Purpose: "To lead"})
	ok(t, err)
	ok(t, p.Agreements.Sign(ctx, a.ID, core.Said{By: leaver, Words: "in our meeting"}))
	ok(t, p.Agreements.Sign(ctx, a.ID, core.Said{By: other, Words: "in our meeting"}))
	list, err := p.Checklists.Add(ctx, core.Checklist{Title: "First weeks", Items: []core.TemplateItem{{Text: "Meet"}}})
	ok(t, err)
	runs, err := p.Checklists.Start(ctx, list.ID, core.Date{}, planner.Given{Person: other, Relationship: circle.ID})
	ok(t, err)
	ok(t, p.Checklists.ChangeRun(ctx, runs[0].ID, func(r *core.Run) error {
		r.Items[0].Owner = leaver
		return nil
	}))
	ok(t, p.People.Delete(ctx, leaver))
	if found := pointers(t, p, texts{}); len(found) > 0 {
		t.Errorf("%q", found)
	}
	left, err := p.Agreements.Of(ctx, circle.ID)
	ok(t, err)
	if last := left[len(left)-1]; len(last.Signed) != 1 || last.Signed[0].By != other {
		t.Errorf("signed: %+v", last.Signed)
	}
	var out bytes.Buffer
	ok(t, p.Exchange.Export(ctx, &out))
	ok(t, openWith(t).Exchange.Import(ctx, &out, nil))
}

// Who has left a circle is invited to nothing of what there still is, alone or with its series; what they were invited to and is
// called off they are told of.
func TestWhoHasLeftIsToldOfWhatIsOffAlone(t *testing.T) {
	p, ctx := open(t), t.Context()
	circle := named(t, p, "Leadership circle")
	leaver := circle.Participants[1].Person
	s, err := p.Series.Plan(ctx, core.Series{Relationship: circle.ID, Start: civil("2026-11-04T10:00"), End: civil("2026-11-04T11:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	ok(t, err)
	to := func(id core.ID, method core.Method) (all []core.ID) {
		t.Helper()
		sent, err := p.Invitations.SendAs(ctx, id, method, filepath.Join(t.TempDir(), "x.ics"), planner.Sending{Together: true})
		ok(t, err)
		for _, r := range sent[0].To {
			all = append(all, r.Person)
		}
		return all
	}
	if all := to(s.ID, core.MethodRequest); !slices.Contains(all, leaver) {
		t.Fatalf("%v", all)
	}
	ok(t, p.Relationships.Change(ctx, circle.ID, func(r *core.Relationship) error {
		r.Participants[1].Until = core.NewDate(2026, 11, 20)
		return nil
	}))
	if all := to(s.ID, core.MethodRequest); slices.Contains(all, leaver) || len(all) != len(circle.Participants)-2 {
		t.Errorf("the series: %v", all)
	}
	one := core.OccurrenceID(s.ID, civil("2026-12-02T10:00"))
	ok(t, p.Meetings.Cancel(ctx, one, "ill"))
	if all := to(one, core.MethodCancel); !slices.Contains(all, leaver) {
		t.Errorf("one called off: %v", all)
	}
}

// What goes on without somebody is off for them: by a message that names nobody else, says no more than they knew, has no
// status and no higher number, and takes it off their own Mentorbook. It goes once, and they are invited again once they are back.
func TestWhoHasLeftIsToldAlone(t *testing.T) {
	c := newMailing(t, 1)
	ctx, circle, leaver := t.Context(), c.rels[1], c.both[0]
	m, err := c.p.Meetings.Plan(ctx, core.Meeting{Relationship: circle, Start: civil("2026-12-08T10:00"), Title: "Talk", Link: "https://meet.example"})
	ok(t, err)
	s, err := c.p.Series.Plan(ctx, core.Series{Relationship: circle, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	ok(t, err)
	for _, id := range []core.ID{m.ID, s.ID} {
		if err := c.mail(t, id, core.MethodUninvite, planner.Sending{}); core.CodeOf(err) != core.CodeNobodyLeft {
			t.Fatalf("nobody has left: %v", err)
		}
		ok(t, c.mail(t, id, core.MethodRequest, planner.Sending{}))
	}
	ok(t, c.p.Meetings.Move(ctx, m.ID, civil("2026-12-08T12:00"), core.Civil{}, ""))
	ok(t, c.p.Relationships.Change(ctx, circle, func(r *core.Relationship) error {
		r.Participants = slices.DeleteFunc(slices.Clone(r.Participants), func(p core.Participant) bool { return p.Person == leaver })
		return nil
	}))
	refs := []core.Ref{{Kind: core.KindRelationship, ID: circle}}
	gone := func() (n int) {
		t.Helper()
		for _, ref := range []core.Ref{{Kind: core.KindMeeting, ID: m.ID}, {Kind: core.KindSeries, ID: s.ID}, {Kind: core.KindMeeting, ID: core.OccurrenceID(s.ID, s.Start)}} {
			rec, err := c.p.Record(ctx, ref)
			ok(t, err)
			all, err := c.p.Replies.Standings(ctx, []core.Record{rec})
			ok(t, err)
			for _, g := range all[0] {
				if g.Left && g.Person != leaver {
					t.Errorf("%s has left %v", g.Name, ref)
				} else if g.Left {
					n++
				}
			}
		}
		return n
	}
	if n := gone(); n != 3 {
		t.Errorf("who has left is shown to have left, and to have it, in %d of 3", n)
	}
	for _, want := range []core.Method{core.MethodUninvite, core.MethodRequest, core.MethodUninvite} { // the others' new time before that
		owed, err := c.p.Invitations.Owed(ctx, refs)
		if err != nil || len(owed) == 0 {
			t.Fatalf("%v: %v, %v", want, owed, err)
		}
		if owed[0].Method != want {
			t.Fatalf("%v, not %v", owed[0].Method, want)
		}
		path := filepath.Join(t.TempDir(), "left.ics")
		sent, err := c.p.Invitations.SendAs(ctx, owed[0].Of, want, path, planner.Sending{Together: true})
		ok(t, err)
		if want == core.MethodRequest {
			continue
		}
		data, err := os.ReadFile(path)
		ok(t, err)
		text := string(data)
		if len(sent) != 1 || len(sent[0].To) != 1 || sent[0].To[0].Person != leaver || strings.Count(text, "ATTENDEE") != 1 || !strings.Contains(text, "METHOD:CANCEL") ||
			strings.Contains(text, "STATUS:") || !strings.Contains(text, "SEQUENCE:0") || strings.Contains(text, "T120000") {
			t.Errorf("%+v\n%s", sent[0], text)
		}
	}
	if owed, err := c.p.Invitations.Owed(ctx, refs); err != nil || len(owed) > 0 {
		t.Errorf("owed: %+v, %v", owed, err)
	}
	if n := gone(); n != 0 {
		t.Errorf("who was told is still shown in %d", n)
	}
	ok(t, c.p.Relationships.Change(ctx, circle, func(r *core.Relationship) error {
		r.Participants = append(r.Participants, core.Participant{Person: leaver, Role: core.RoleMentee})
		return nil
	}))
	if owed, err := c.p.Invitations.Owed(ctx, refs); err != nil || len(owed) != 2 || owed[0].State != planner.VersionOff || owed[0].Method != core.MethodRequest {
		t.Errorf("back: %+v, %v", owed, err)
	}
}

// Who leaves a circle before the first meeting of the series by which another goes on has nothing to be told of that, whether they
// were told yet that the other ends for them or not: they are not among those with an old time, and nobody waits for them.
func TestWhoLeavesBeforeASeriesGoesOnIsOwedNothingOfThat(t *testing.T) {
	for _, told := range []bool{false, true} {
		c := newMailing(t, 1)
		ctx, circle, leaver := t.Context(), c.rels[1], c.both[0]
		s, err := c.p.Series.Plan(ctx, core.Series{Relationship: circle, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
		ok(t, err)
		ok(t, c.mail(t, s.ID, core.MethodRequest, planner.Sending{}))
		last := core.NewDate(2026, 12, 12)
		if told {
			last = core.NewDate(2026, 11, 20)
		}
		ok(t, c.p.Relationships.Change(ctx, circle, func(r *core.Relationship) error {
			for i := range r.Participants {
				if r.Participants[i].Person == leaver {
					r.Participants[i].Until = last
				}
			}
			return nil
		}))
		if told {
			ok(t, c.mail(t, s.ID, core.MethodUninvite, planner.Sending{}))
		}
		next, err := c.p.Series.MoveFrom(ctx, s.ID, civil("2026-12-18T16:00"), planner.SeriesTime{Start: civil("2026-12-18T17:00")}, 0)
		ok(t, err)
		has := func() bool {
			t.Helper()
			all, err := c.p.Invitations.Versions(ctx, next.ID)
			ok(t, err)
			return slices.ContainsFunc(all, func(v planner.GuestVersion) bool { return v.Person.ID == leaver })
		}
		old := func() bool {
			t.Helper()
			list, err := c.p.Meetings.Room(ctx, core.OccurrenceID(next.ID, civil("2026-12-25T17:00")))
			ok(t, err)
			return slices.ContainsFunc(list.Answers, func(g planner.GuestAnswer) bool { return g.Person == leaver })
		}
		if has() || old() {
			t.Errorf("told %v: has %v, awaited %v", told, has(), old())
		}
		ok(t, c.mail(t, next.ID, core.MethodRequest, planner.Sending{}))
		former, err := c.p.Invitations.Versions(ctx, s.ID)
		ok(t, err)
		owes := slices.ContainsFunc(former, func(v planner.GuestVersion) bool { return v.Person.ID == leaver && v.State.Owes() != "" })
		if owes {
			t.Errorf("told %v: the end of the former series was told along, and is owed", told)
		}
		if has() || old() {
			t.Errorf("told %v, the others invited: has %v, awaited %v", told, has(), old())
		}
	}
}
