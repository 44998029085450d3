package wire

import (
	"context"
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// quinnTwice is a workspace whose owner mentors Quinn in one relationship and is mentored by them in another.
func quinnTwice(t *testing.T) (p *planner.Planner, owner core.ID, quinn core.ID, rels []core.ID) {
	t.Helper()
	p = openWith(t, core.KindWorkspace, core.KindPerson, core.KindRelationship)
	ws, err := p.Workspace.Get(t.Context())
	ok(t, err)
	who, err := p.People.Add(t.Context(), core.Person{Name: "Quinn"})
	ok(t, err)
	for _, mine := range []core.Role{core.RoleMentor, core.RoleMentee} {
		rels = append(rels, related(t, p, ws.Owner, mine, who.ID))
	}
	return p, ws.Owner, who.ID, rels
}

func related(t *testing.T, p *planner.Planner, owner core.ID, mine core.Role, other core.ID) core.ID {
	t.Helper()
	theirs := core.RoleMentee
	if mine == core.RoleMentee {
		theirs = core.RoleMentor
	}
	rel, err := p.Relationships.Add(t.Context(), core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationOngoing, Specialisation: core.SpecProfessional,
		Participants: []core.Participant{{Person: owner, Role: mine}, {Person: other, Role: theirs}},
	})
	ok(t, err)
	return rel.ID
}

// calls gives what the places where relationships are listed or headed call one, by the place.
func calls(t *testing.T, ctx context.Context, p *planner.Planner, rel, other core.ID) map[string]string {
	t.Helper()
	out := map[string]string{}
	o, err := p.Relationships.Overview(ctx, rel)
	ok(t, err)
	out["page"] = o.Name
	place, err := p.Place(ctx, rel)
	ok(t, err)
	out["place"] = place.Name
	places, err := p.Places(ctx)
	ok(t, err)
	at, _ := places.Place(rel)
	out["places"] = at.Name
	day, err := p.Today(ctx)
	ok(t, err)
	for _, row := range day.Sidebar {
		if row.Relationship == rel {
			out["sidebar"] = row.Name
		}
	}
	file, err := p.People.File(ctx, other)
	ok(t, err)
	for _, part := range file.With {
		if part.Relationship == rel {
			out["person"] = part.Name
		}
	}
	all, err := p.People.Directory(ctx)
	ok(t, err)
	for _, row := range all.Rows {
		for _, part := range row.With {
			if part.Relationship == rel && row.Person.ID == other {
				out["people"] = part.Name
			}
		}
	}
	return out
}

func allCalled(t *testing.T, p *planner.Planner, rel, other core.ID, want string) {
	t.Helper()
	got := calls(t, t.Context(), p, rel, other)
	if len(got) != 6 {
		t.Errorf("only these call it anything: %v", got)
	}
	for where, name := range got {
		if name != want {
			t.Errorf("%s: %q, not %q", where, name, want)
		}
	}
}

// TestNamesakesAreToldApart holds that wherever two relationships would read the same, all places tell them apart in the same
// words, in the language that is spoken, from the moment that there are two until there is one.
func TestNamesakesAreToldApart(t *testing.T) {
	p, owner, quinn, rels := quinnTwice(t)
	for lang, want := range map[core.Language][]string{
		core.English: {"Quinn · I mentor", "Quinn · mentors me"},
		core.Russian: {"Quinn · я наставник", "Quinn · мой наставник"},
	} {
		p.Speak(lang)
		for i, rel := range rels {
			allCalled(t, p, rel, quinn, want[i])
		}
	}
	p.Speak(core.English)
	ok(t, p.Relationships.Change(t.Context(), rels[1], func(r *core.Relationship) error { r.Name = "Evenings"; return nil }))
	allCalled(t, p, rels[0], quinn, "Quinn")
	allCalled(t, p, rels[1], quinn, "Evenings")
	_, err := p.Undo(t.Context())
	ok(t, err)
	allCalled(t, p, rels[0], quinn, "Quinn · I mentor")

	var ivans, with []core.ID
	for _, firm := range []string{"Kijani", "Lind & Co"} {
		ivan, err := p.People.Add(t.Context(), core.Person{Name: "Ivan Twice", Organisation: firm})
		ok(t, err)
		ivans, with = append(ivans, ivan.ID), append(with, related(t, p, owner, core.RoleMentor, ivan.ID))
	}
	allCalled(t, p, with[0], ivans[0], "Ivan Twice · Kijani")
	allCalled(t, p, with[1], ivans[1], "Ivan Twice · Lind & Co")
	ok(t, p.People.Change(t.Context(), ivans[1], func(who *core.Person) error { who.Name = "Ivan Once"; return nil }))
	allCalled(t, p, with[0], ivans[0], "Ivan Twice")
}

// TestOthersHearOfNoOtherRelationship holds that what tells relationships apart is the owner's: neither a step in the journal,
// nor the names of files and mails that go out, nor what the relationship is called while others look on says it.
func TestOthersHearOfNoOtherRelationship(t *testing.T) {
	p, _, quinn, rels := quinnTwice(t)
	ok(t, p.Relationships.Enter(t.Context(), rels[0], core.PhaseCultivation, core.DateOf(p.Clock.Now())))
	log, err := p.Relationships.Log(t.Context(), rels[0], 1)
	ok(t, err)
	if got := log.Steps[0].Args["name"]; got != "Quinn" {
		t.Errorf("the step is about %q", got)
	}
	m, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: rels[0], Start: core.CivilOf(p.Clock.Now().AddDate(0, 0, 1)), Zone: "Europe/Berlin"})
	ok(t, err)
	guests, err := p.Invitations.Guests(t.Context(), m.ID)
	ok(t, err)
	day, err := p.Today(t.Context())
	ok(t, err)
	if guests.Name == guests.Sent || guests.Sent != "Quinn" || day.Next.Name != guests.Name || day.Next.Sent != "Quinn" {
		t.Errorf("guests read %q and %q", guests.Sent, day.Next.Sent)
	}
	veil := planner.Veil{Called: func(kind core.Kind, _ core.ID) string { return "some " + string(kind) }}
	for where, name := range calls(t, veil.Over(t.Context()), p, rels[0], quinn) {
		if name != "some relationship" {
			t.Errorf("%s: under a veil it is called %q", where, name)
		}
	}
}

// TestATableNamesOneOfTwo holds that a row about somebody with whom there are two relationships is refused with the names of
// both, and that either name is taken, in whatever language.
func TestATableNamesOneOfTwo(t *testing.T) {
	p, _, _, rels := quinnTwice(t)
	csv := "Who,Date,Time,Status\nQuinn,2025-01-07,10:00,held\nQuinn · I mentor,2025-01-08,10:00,held\nquinn · mentors me,2025-01-09,10:00,held\nQuinn · мой наставник,2025-01-10,10:00,held\n"
	plan := imported(t, p, core.KindMeeting, csv)
	if len(plan.Rejected) != 1 || plan.Rejected[0].Line != 2 || len(plan.Made) != 1 {
		t.Fatalf("refused %v, made %v", plan.Rejected, plan.Made)
	}
	all := core.Problems(plan.Rejected[0].Err)
	if names, _ := all[0].Args["names"].([]string); !slices.Equal(names, []string{"Quinn · I mentor", "Quinn · mentors me"}) {
		t.Errorf("the refusal names %q: %v", names, all[0])
	}
	for i, rel := range rels {
		held, err := p.Meetings.Of(t.Context(), rel)
		ok(t, err)
		if len(held) != 1+i || held[0].Start.Date.Day != 8+i {
			t.Errorf("relationship %d has %d meetings", i, len(held))
		}
	}
}

// TestStepsAreToldApart holds that the words of a step, and of taking it back, say in which of two relationships of one name it
// was; the journal keeps the name alone, which is in no language.
func TestStepsAreToldApart(t *testing.T) {
	p, _, _, rels := quinnTwice(t)
	p.Speak(core.English)
	named := func(what, want string, step *planner.Step, err error) {
		t.Helper()
		ok(t, err)
		if step == nil || step.Args["name"] != want {
			t.Errorf("%s: %+v, not of %q", what, step, want)
		}
	}
	today, err := p.TodayDate(t.Context())
	ok(t, err)
	for i, want := range []string{"Quinn · I mentor", "Quinn · mentors me"} {
		for what, do := range map[string]func(context.Context) error{
			"paused": func(ctx context.Context) error { return p.Relationships.Pause(ctx, rels[i]) },
			"planned": func(ctx context.Context) error {
				_, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rels[i], Start: today.AddDays(2).At(9, 0), Zone: "Europe/Berlin"})
				return err
			},
		} {
			step, err := p.Did(t.Context(), do)
			named(what, want, step, err)
			kept, err := p.History.Of(t.Context(), core.Ref{Kind: core.KindRelationship, ID: rels[i]}, 1)
			ok(t, err)
			if kept[0].Args["name"] != "Quinn" {
				t.Errorf("the journal keeps %v", kept[0].Args)
			}
			step, err = p.Undo(t.Context())
			named(what+", undone", want, step, err)
			step, err = p.Redoable(t.Context())
			named(what+", to be done again", want, step, err)
			step, err = p.Redo(t.Context())
			named(what+", done again", want, step, err)
			_, err = p.Undo(t.Context())
			ok(t, err)
		}
	}
}
