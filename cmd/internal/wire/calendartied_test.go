package wire

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

const quinn = "quinn@quay.example"

// metTwice adds somebody who mentors the owner in one relationship and is mentored by them in another, and gives both.
func metTwice(t *testing.T, p *planner.Planner) (asMentee, asMentor *core.Relationship) {
	t.Helper()
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	q, err := p.People.Add(t.Context(), core.Person{Name: "Quinn", Emails: []string{quinn}})
	ok(t, err)
	begin := func(own, other core.Role) *core.Relationship {
		rel, err := p.Relationships.Add(t.Context(), core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
			Participants: []core.Participant{{Person: owner.ID, Role: own}, {Person: q.ID, Role: other}},
		})
		ok(t, err)
		return rel
	}
	return begin(core.RoleMentor, core.RoleMentee), begin(core.RoleMentee, core.RoleMentor)
}

// fromQuinn is their invitation to the owner.
func fromQuinn(uid, by, more string) string {
	return eventText(uid, "DTSTART;TZID=Europe/Berlin:20261203T090000\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:"+by+"\nATTENDEE:mailto:maja@lindqvist.example\n"+more)
}

func readBy(t *testing.T, p *planner.Planner, text, by string, h planner.Host) *planner.CalendarPlan {
	t.Helper()
	plan, err := p.CalendarFiles.ReadIn(t.Context(), "i.ics", strings.NewReader(text), planner.CalendarWay{Hosts: map[string]planner.Host{by: h}})
	ok(t, err)
	return plan
}

// Of an invitation by somebody who is met in two relationships it is asked in which; what is said makes a meeting or a series of it
// there, also where it was kept as busy time, and where the address is new. One undo takes that back.
func TestWhoIsMetTwiceIsAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		more, by string
		as       core.Kind
		busy     bool // it was taken in before anybody was asked
	}{
		"a meeting":         {by: quinn, as: core.KindMeeting},
		"a series":          {by: quinn, as: core.KindSeries, more: "RRULE:FREQ=WEEKLY;COUNT=3\n"},
		"busy time so far":  {by: quinn, as: core.KindMeeting, busy: true},
		"a new address":     {by: "q@home.example", as: core.KindMeeting},
		"one of its series": {by: quinn, as: core.KindMeeting, more: "RECURRENCE-ID;TZID=Europe/Berlin:20261203T090000\n"},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			mentee, mentor := metTwice(t, p)
			text := itip("REQUEST", fromQuinn("q", c.by, c.more))
			if c.busy {
				take(t, p, text)
			}
			plan := readCalendar(t, p, text, planner.CalendarAsBoth)
			step := plan.Steps[0]
			if len(plan.Unknown) != 1 || !step.Stranger || step.Several != (c.by == quinn) || step.As != core.KindBusy {
				t.Fatalf("%+v, %+v", plan.Unknown, step)
			}
			ties := plan.Unknown[0].Ties
			if c.by != quinn {
				if len(ties) > 0 {
					t.Fatalf("nobody has the address: %+v", ties)
				}
				ties = plan.Known[slices.IndexFunc(plan.Known, func(a planner.Acquaintance) bool { return a.Name == "Quinn" })].Ties
			}
			want := []planner.Tie{{Relationship: mentee.ID, Name: nameOf(t, p, mentee), Role: core.RoleMentee}, {Relationship: mentor.ID, Name: nameOf(t, p, mentor), Role: core.RoleMentor}}
			if !slices.Equal(ties, want) {
				t.Fatalf("%+v, not %+v", ties, want)
			}
			for _, tie := range want {
				before := contents(t, p)
				plan := readBy(t, p, text, c.by, planner.Host{Relationship: tie.Relationship})
				if s := plan.Steps[0]; len(plan.Unknown) != 0 || s.Stranger || s.Several || s.As != c.as || s.With != tie.Name {
					t.Fatalf("%+v, %+v", plan.Unknown, s)
				}
				ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
				if got := relationshipOfUID(t, p, "q"); got != tie.Relationship {
					t.Errorf("it is of %s", got)
				}
				if _, n, err := p.CalendarFiles.ToAnswer(t.Context(), plan); err != nil || n != 1 {
					t.Errorf("%d to answer, %v", n, err)
				}
				if again := readCalendar(t, p, text, planner.CalendarAsBoth); sums(again) != same || len(again.Unknown) != 0 {
					t.Errorf("known, and again: %s, %+v", sums(again), again.Unknown)
				}
				_, err := p.Undo(t.Context())
				ok(t, err)
				if contents(t, p) != before {
					t.Error("undo is not identity")
				}
			}
		})
	}
}

// Where something tells in which of the relationships somebody invites, it is not asked.
func TestWhoIsMetTwiceIsNotAskedAboutWhatIsKnown(t *testing.T) {
	text := itip("REQUEST", fromQuinn("q", quinn, ""))
	weekly := itip("REQUEST", fromQuinn("q", quinn, "SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=3\n"))
	for name, c := range map[string]struct {
		file   string
		host   planner.Host
		before func(t *testing.T, p *planner.Planner, mentee, mentor *core.Relationship)
	}{
		"the other has ended": {file: text, before: func(t *testing.T, p *planner.Planner, mentee, _ *core.Relationship) {
			ok(t, p.Relationships.End(t.Context(), mentee.ID, planner.End{}))
		}},
		"the other is a circle": {file: text, before: func(t *testing.T, p *planner.Planner, mentee, _ *core.Relationship) {
			owner, err := p.Workspace.Owner(t.Context())
			ok(t, err)
			one := named(t, p, "Amina").Others(owner.ID)[0]
			ok(t, p.Relationships.Change(t.Context(), mentee.ID, func(rel *core.Relationship) error {
				rel.Format = core.FormatGroup
				rel.Participants = append(rel.Participants, core.Participant{Person: one, Role: core.RoleMentee})
				return nil
			}))
		}},
		"their role is said": {file: text, host: planner.Host{Role: core.RoleMentor}},
		"one of its series is here": {file: weekly, before: func(t *testing.T, p *planner.Planner, _, mentor *core.Relationship) {
			one := itip("REQUEST", fromQuinn("q", quinn, "RECURRENCE-ID;TZID=Europe/Berlin:20261203T090000\n"))
			ok(t, p.CalendarFiles.Import(t.Context(), readBy(t, p, one, quinn, planner.Host{Relationship: mentor.ID}), nil))
		}},
		"it did not recur before": {file: weekly, before: func(t *testing.T, p *planner.Planner, _, mentor *core.Relationship) {
			ok(t, p.CalendarFiles.Import(t.Context(), readBy(t, p, text, quinn, planner.Host{Relationship: mentor.ID}), nil))
		}},
		"it goes on with a series that is here": {file: itip("REQUEST", fromQuinn("q", quinn, "RELATED-TO:former\nRRULE:FREQ=WEEKLY;COUNT=3\n")), before: func(t *testing.T, p *planner.Planner, _, mentor *core.Relationship) {
			former := itip("REQUEST", strings.ReplaceAll(fromQuinn("former", quinn, "RRULE:FREQ=WEEKLY;COUNT=3\n"), "20261203", "20261105"))
			ok(t, p.CalendarFiles.Import(t.Context(), readBy(t, p, former, quinn, planner.Host{Relationship: mentor.ID}), nil))
		}},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			mentee, mentor := metTwice(t, p)
			if c.before != nil {
				c.before(t, p, mentee, mentor)
			}
			plan := readBy(t, p, c.file, quinn, c.host)
			as := core.KindMeeting
			if strings.Contains(c.file, "RRULE") {
				as = core.KindSeries
			}
			if s := plan.Steps[0]; len(plan.Unknown) != 0 || s.Stranger || s.As != as {
				t.Fatalf("%+v, %+v", plan.Unknown, s)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			if got := relationshipOfUID(t, p, "q"); got != mentor.ID {
				t.Errorf("it is of %s", got)
			}
		})
	}
}

// What is said of a relationship that is none of the owner's, or that has nobody with the address and more than one to have it, is
// refused.
func TestInWhichSomebodyInvitesIsOneOfTheOwners(t *testing.T) {
	p := open(t)
	mentee, _ := metTwice(t, p)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	ended := mentee.ID
	ok(t, p.Relationships.End(t.Context(), ended, planner.End{}))
	var circle core.ID
	rels, err := p.Relationships.All(t.Context())
	ok(t, err)
	for _, rel := range rels {
		if rel.Live() && len(rel.Others(owner.ID)) > 1 {
			circle = rel.ID
		}
	}
	for _, rel := range []core.ID{ended, circle} {
		text := itip("REQUEST", fromQuinn("q", "new@quay.example", ""))
		_, err := p.CalendarFiles.ReadIn(t.Context(), "i.ics", strings.NewReader(text), planner.CalendarWay{Hosts: map[string]planner.Host{"new@quay.example": {Relationship: rel}}})
		if core.CodeOf(err) != core.CodeNotFound {
			t.Errorf("%v", err)
		}
	}
}

// nameOf gives what a relationship is called.
func nameOf(t *testing.T, p *planner.Planner, rel *core.Relationship) string {
	t.Helper()
	name, err := p.NameOf(t.Context(), rel)
	ok(t, err)
	return name
}

// relationshipOfUID gives the one relationship of the meetings and series with a UID.
func relationshipOfUID(t *testing.T, p *planner.Planner, uid string) (of core.ID) {
	t.Helper()
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		note := func(has string, rel core.ID) {
			if has != uid {
				return
			}
			if !of.IsZero() && of != rel {
				t.Errorf("%s is of two relationships", uid)
			}
			of = rel
		}
		for _, kind := range []core.Kind{core.KindMeeting, core.KindSeries} {
			for rec, err := range r.All(kind) {
				switch rec := rec.(type) {
				case *core.Meeting:
					note(rec.UID, rec.Relationship)
				case *core.Series:
					note(rec.UID, rec.Relationship)
				}
				if err != nil {
					return err
				}
			}
		}
		return nil
	}))
	return of
}

// Who is made of an invitation lives, as far as anybody knows, by the clock that they plan by; by none where they name UTC alone. Free
// times say then that the owner's is taken.
func TestWhoInvitesHasTheirZone(t *testing.T) {
	for text, want := range map[string]core.Zone{
		itip("REQUEST", fromQuinn("q", quinn, "")): "Europe/Berlin",
		itip("REQUEST", strings.Replace(fromQuinn("q", quinn, ""), ";TZID=Europe/Berlin:20261203T090000", ":20261203T080000Z", 1)): "",
	} {
		p := open(t)
		ok(t, p.CalendarFiles.Import(t.Context(), readBy(t, p, text, quinn, planner.Host{Role: core.RoleMentor}), nil))
		rel, err := p.Relationships.Get(t.Context(), relationshipOfUID(t, p, "q"))
		ok(t, err)
		owner, err := p.Workspace.Owner(t.Context())
		ok(t, err)
		who, err := p.People.Get(t.Context(), rel.Others(owner.ID)[0])
		ok(t, err)
		free, err := p.Free(t.Context(), planner.FreeWish{People: []core.ID{who.ID}})
		ok(t, err)
		if who.Zone != want || (len(free.NoZone) == 1) != (want == "") {
			t.Errorf("%q, not %q; %d without a zone", who.Zone, want, len(free.NoZone))
		}
	}
}
