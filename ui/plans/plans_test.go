package plans_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/plans"
)

func words(t *testing.T, lang core.Language) *locale.Words {
	t.Helper()
	w, err := locale.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func id(n byte) core.ID { return core.ID{0: 1, 15: n} }

// places is an owner who mentors one person, and a circle of three.
func places() *planner.Places {
	owner, amina, arun := &core.Person{Name: "Maja"}, &core.Person{Name: "Amina"}, &core.Person{Name: "Arun"}
	owner.ID, amina.ID, arun.ID = id(1), id(2), id(3)
	one := &core.Relationship{Head: core.Head{ID: id(10)}, Format: core.FormatIndividual, Participants: []core.Participant{
		{Person: id(1), Role: core.RoleMentor}, {Person: id(2), Role: core.RoleMentee},
	}}
	circle := &core.Relationship{Head: core.Head{ID: id(11)}, Format: core.FormatGroup, Participants: []core.Participant{
		{Person: id(1), Role: core.RoleMentor}, {Person: id(2), Role: core.RoleMentee}, {Person: id(3), Role: core.RoleMentee},
	}}
	return &planner.Places{
		Today: core.NewDate(2026, 11, 23), Owner: id(1), People: []*core.Person{owner, amina, arun},
		Relationships: []planner.Place{{Relationship: one, Name: "Amina"}, {Relationship: circle, Name: "Circle"}},
	}
}

func TestWhatTheGoalEditorShowsIsWhatItWrites(t *testing.T) {
	p, w := places(), words(t, core.Russian)
	goals := []*core.Goal{
		{
			Person: id(2), Title: "Выступать", Why: "Чтобы слышали", Status: core.GoalAgreed, Due: core.NewDate(2027, 1, 31), Relationships: []core.ID{id(10)},
			Measure: &core.Measure{Name: "Выступления", Unit: "раз", Baseline: 0.5, Target: 1200, Readings: []core.Reading{{On: core.NewDate(2026, 10, 1), Value: 2.25}}},
			Share:   core.ShareExposure, Blocked: "зал", Evidence: []string{"запись", "https://example.org"}, Readers: core.Visibility{Readers: []core.ID{id(1), id(2)}},
		},
		{Person: id(1), Title: "Решить", Status: core.GoalReached, Closed: core.NewDate(2026, 11, 1), Milestones: []core.Milestone{
			{ID: id(20), Title: "Спросить", Due: core.NewDate(2026, 10, 1), Done: core.NewDate(2026, 10, 2), Evidence: "письмо"}, {ID: id(21), Title: "Решить"},
		}},
		{Person: id(1), Title: "Потом", Status: core.GoalDraft},
	}
	for _, g := range goals {
		got := *g
		if err := plans.NewGoalInput(g, p.Owner, w).Write(&got, p, w); err != nil {
			t.Fatal(g.Title, err)
		}
		a, errA := planner.ContentSum(g)
		b, errB := planner.ContentSum(&got)
		if errA != nil || errB != nil || a != b {
			t.Errorf("%s became another by being shown: %+v", g.Title, got)
		}
	}
}

func TestWhatTheGoalEditorReads(t *testing.T) {
	p, w := places(), words(t, core.English)
	base := plans.GoalInput{Person: id(2), Title: " Give  talks ", Status: core.GoalAgreed, Way: plans.ByMeasure}
	measure := func(baseline, target, now string) plans.GoalInput {
		in := base
		in.Measure = plans.MeasureInput{Name: "Talks", Baseline: baseline, Target: target, Now: now}
		return in
	}
	for _, c := range []struct {
		name  string
		in    plans.GoalInput
		wrong string // the field of the error; "" for none
	}{
		{"a figure for now becomes today's reading", measure("0", "2", "1"), ""},
		{"nothing for now", measure("0", "2", ""), ""},
		{"no start", measure("", "2", ""), "measure.baseline"},
		{"words for figures", measure("0", "many", ""), "measure.target"},
		{"words for now", measure("0", "2", "one"), "measure.readings"},
		{"steps of which none is there", plans.GoalInput{Way: plans.ByMilestones, Milestones: []plans.MilestoneInput{{}, {Title: " "}}}, "milestones.1.title"},
	} {
		g := core.Goal{}
		err := c.in.Write(&g, p, w)
		field := ""
		if problems := core.Problems(err); len(problems) > 0 {
			field = problems[0].Field
		}
		if field != c.wrong {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.wrong == "" && (g.Title != "Give talks" || g.Measure == nil || len(g.Measure.Readings) != len(c.in.Measure.Now)) {
			t.Errorf("%s: %+v", c.name, g)
		}
	}
}

func TestClosingAGoalHasItsDay(t *testing.T) {
	p, w := places(), words(t, core.English)
	g := core.Goal{Person: id(2), Title: "x", Status: core.GoalAgreed}
	in := plans.NewGoalInput(&g, p.Owner, w)
	in.Status = core.GoalReached
	if err := in.Write(&g, p, w); err != nil || g.Closed != p.Today {
		t.Error(err, g.Closed)
	}
	in.Status = core.GoalAgreed
	if err := in.Write(&g, p, w); err != nil || !g.Closed.IsZero() {
		t.Error(err, g.Closed)
	}
}

// A new item in a group is for the mentor and that mentee, never for all.
func TestANewItemIsForThoseWhoseItIs(t *testing.T) {
	p := places()
	person, rels, v := plans.Start(p, id(11))
	if person != id(2) || len(rels) != 1 || v.MayRead(id(3)) || !v.MayRead(id(2)) || !v.MayRead(id(1)) {
		t.Errorf("%v %v %v", person, rels, v)
	}
	person, rels, v = plans.Start(p, core.ID{})
	if person != p.Owner || rels != nil || !v.Private() {
		t.Errorf("%v %v %v", person, rels, v)
	}
}

func TestALevelOfAnotherNeedsItsWords(t *testing.T) {
	k := &core.Skill{Head: core.Head{ID: id(30)}, Person: id(2), Name: "Design", Scale: []string{"a", "b"}}
	for _, c := range []struct {
		in    plans.RatingInput
		wrong []string
	}{
		{plans.RatingInput{By: id(1), Level: 1}, nil},
		{plans.RatingInput{By: id(2), Level: 2, Words: "by phone"}, nil},
		{plans.RatingInput{By: id(2), Level: 2}, []string{"said.words"}},
		{plans.RatingInput{By: id(2)}, []string{"level", "said.words"}},
	} {
		_, err := c.in.Assessment(k, id(1))
		problems := core.Problems(err)
		if len(problems) != len(c.wrong) {
			t.Errorf("%+v: %v", c.in, err)
			continue
		}
		for i, p := range problems {
			if p.Field != c.wrong[i] {
				t.Errorf("%+v: %v", c.in, err)
			}
		}
	}
}
