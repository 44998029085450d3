package plans_test

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/plans"
	"mentorbook/ui/uitest"
)

// places is an owner who mentors one person, and a circle of three.
func places() *planner.Places {
	owner, amina, arun := &core.Person{Name: "Maja"}, &core.Person{Name: "Amina"}, &core.Person{Name: "Arun"}
	owner.ID, amina.ID, arun.ID = uitest.ID(1), uitest.ID(2), uitest.ID(3)
	one := &core.Relationship{Head: core.Head{ID: uitest.ID(10)}, Format: core.FormatIndividual, Participants: []core.Participant{
		{Person: uitest.ID(1), Role: core.RoleMentor}, {Person: uitest.ID(2), Role: core.RoleMentee},
	}}
	circle := &core.Relationship{Head: core.Head{ID: uitest.ID(11)}, Format: core.FormatGroup, Participants: []core.Participant{
		{Person: uitest.ID(1), Role: core.RoleMentor}, {Person: uitest.ID(2), Role: core.RoleMentee}, {Person: uitest.ID(3), Role: core.RoleMentee},
	}}
	return &planner.Places{
		Today: core.NewDate(2026, 11, 23), Owner: uitest.ID(1), People: []*core.Person{owner, amina, arun},
		Relationships: []planner.Place{{Relationship: one, Name: "Amina"}, {Relationship: circle, Name: "Circle"}},
	}
}

func TestWhatTheGoalEditorShowsIsWhatItWrites(t *testing.T) {
	p, w := places(), uitest.WordsOf(t, core.Russian)
	goals := []*core.Goal{
		{
			Person: uitest.ID(2), Title: "Выступать", Why: "Чтобы слышали", Status: core.GoalAgreed, Due: core.NewDate(2027, 1, 31), Relationships: []core.ID{uitest.ID(10)},
			Measure: &core.Measure{Name: "Выступления", Unit: "раз", Baseline: 0.5, Target: 1200, Readings: []core.Reading{{On: core.NewDate(2026, 10, 1), Value: 2.25}}},
			Share:   core.ShareExposure, Blocked: "зал", Evidence: []string{"запись", "https://example.org"}, Readers: core.Visibility{Readers: []core.ID{uitest.ID(1), uitest.ID(2)}},
		},
		{Person: uitest.ID(1), Title: "Решить", Status: core.GoalReached, Closed: core.NewDate(2026, 11, 1), Milestones: []core.Milestone{
			{ID: uitest.ID(20), Title: "Спросить", Due: core.NewDate(2026, 10, 1), Done: core.NewDate(2026, 10, 2), Evidence: "письмо"}, {ID: uitest.ID(21), Title: "Решить"},
		}},
		{Person: uitest.ID(1), Title: "Потом", Status: core.GoalDraft},
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
	p, w := places(), uitest.WordsOf(t, core.English)
	base := plans.GoalInput{Person: uitest.ID(2), Title: " Give  talks ", Status: core.GoalAgreed, Way: plans.ByMeasure}
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
	p, w := places(), uitest.WordsOf(t, core.English)
	g := core.Goal{Person: uitest.ID(2), Title: "x", Status: core.GoalAgreed}
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
	person, rels, v := plans.Start(p, uitest.ID(11), core.ID{})
	if person != uitest.ID(2) || len(rels) != 1 || v.MayRead(uitest.ID(3)) || !v.MayRead(uitest.ID(2)) || !v.MayRead(uitest.ID(1)) {
		t.Errorf("%v %v %v", person, rels, v)
	}
	person, rels, v = plans.Start(p, core.ID{}, core.ID{})
	if person != p.Owner || rels != nil || !v.Private() {
		t.Errorf("%v %v %v", person, rels, v)
	}
	for i := range p.Relationships {
		p.Relationships[i].Status = core.StatusActive
	}
	for _, c := range []struct {
		whose core.ID
		rels  int
		read  bool
	}{
		{uitest.ID(3), 1, true},  // the circle alone
		{uitest.ID(2), 0, false}, // in two: nobody knows in which
		{p.Owner, 0, false},
	} {
		person, rels, v := plans.Start(p, core.ID{}, c.whose)
		if person != c.whose || len(rels) != c.rels || v.MayRead(c.whose) != c.read {
			t.Errorf("of %v: %v %v %v", c.whose, person, rels, v)
		}
	}
}

func TestALevelOfAnotherNeedsItsWords(t *testing.T) {
	k := &core.Skill{Head: core.Head{ID: uitest.ID(30)}, Person: uitest.ID(2), Name: "Design", Scale: []string{"a", "b"}}
	for _, c := range []struct {
		in    plans.RatingInput
		wrong []string
	}{
		{plans.RatingInput{By: uitest.ID(1), Level: 1}, nil},
		{plans.RatingInput{By: uitest.ID(2), Level: 2, Words: "by phone"}, nil},
		{plans.RatingInput{By: uitest.ID(2), Level: 2}, []string{"said.words"}},
		{plans.RatingInput{By: uitest.ID(2)}, []string{"level", "said.words"}},
	} {
		_, err := c.in.Assessment(k, uitest.ID(1))
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

// plansOf is a plan of two people, with one goal late, one released and one private.
func plansOf() *planner.Plans {
	p := places()
	late := &core.Goal{Head: core.Head{ID: uitest.ID(40)}, Person: uitest.ID(2), Title: "Late one", Status: core.GoalAgreed, Due: core.NewDate(2026, 11, 1)}
	steps := &core.Goal{
		Head: core.Head{ID: uitest.ID(41)}, Person: uitest.ID(2), Title: "Steps", Status: core.GoalDraft, Due: core.NewDate(2027, 2, 1),
		Readers: core.Visibility{Readers: []core.ID{uitest.ID(1), uitest.ID(2)}}, Milestones: []core.Milestone{
			{ID: uitest.ID(50), Title: "Second", Due: core.NewDate(2026, 12, 1)}, {ID: uitest.ID(51), Title: "First", Due: core.NewDate(2026, 10, 1), Done: core.NewDate(2026, 10, 5)}, {ID: uitest.ID(52), Title: "Some day"},
		},
	}
	reached := &core.Goal{Head: core.Head{ID: uitest.ID(42)}, Person: uitest.ID(3), Title: "Reached one", Status: core.GoalReached, Closed: core.NewDate(2026, 10, 1), Due: core.NewDate(2026, 9, 1)}
	skill := &core.Skill{Head: core.Head{ID: uitest.ID(43)}, Person: uitest.ID(3), Name: "Design", Scale: []string{"a", "b"}, Target: 2}
	return &planner.Plans{
		Places: p, Goals: []planner.GoalRow{{Goal: late}, {Goal: steps, Released: []core.LetOut{{Audience: core.AudienceHR}}}, {Goal: reached}},
		Skills: []planner.SkillRow{{Skill: skill, Any: true, All: core.Standing{Baseline: 1, Now: 2, NowOn: core.NewDate(2026, 11, 2)}}},
	}
}

func titles(rows []plans.Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return out
}

func TestWhatTheFilterLetsThrough(t *testing.T) {
	w := uitest.WordsOf(t, core.English)
	for _, c := range []struct {
		name string
		f    plans.Filter
		want []string
	}{
		{"open ones", plans.Filter{}, []string{"Amina", "Late one", "Steps"}},
		{"all", plans.Filter{Which: plans.AllOnes}, []string{"Amina", "Late one", "Steps", "Arun", "Reached one"}},
		{"drafts", plans.Filter{Which: plans.Drafts}, []string{"Amina", "Steps"}},
		{"reached", plans.Filter{Which: plans.Reached}, []string{"Arun", "Reached one"}},
		{"late", plans.Filter{Which: plans.AllOnes, Late: true}, []string{"Amina", "Late one"}},
		{"released", plans.Filter{Released: true}, []string{"Amina", "Steps"}},
		{"a person", plans.Filter{Which: plans.AllOnes, Person: uitest.ID(3)}, []string{"Arun", "Reached one"}},
		{"words of title and name", plans.Filter{Text: "amin STE"}, []string{"Amina", "Steps"}},
		{"another form of a word", plans.Filter{Text: "stepping"}, []string{"Amina", "Steps"}},
		{"nothing", plans.Filter{Text: "xyz"}, nil},
	} {
		m := plans.NewModel(plansOf(), c.f, false, w)
		if got := titles(m.Goals); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
		if lanes := len(m.Lanes); lanes > len(m.Goals) {
			t.Errorf("%s: %d lanes", c.name, lanes)
		}
	}
}

// What a row says first is what is not to be cut: that something is late, the day of the next step, and apart from all else the day
// of the goal.
func TestARowSaysFirstWhatMatters(t *testing.T) {
	w, p := uitest.WordsOf(t, core.English), plansOf()
	rows := plans.NewModel(p, plans.Filter{}, false, w).Goals
	late, steps := rows[1], rows[2]
	if late.Due != "due 1 Nov" || !late.DueLate || late.Late || len(late.Chips) == 0 || late.Chips[0].Text != "late" {
		t.Errorf("%+v", late)
	}
	if steps.Due != "due 1 Feb 2027" || steps.DueLate || steps.Late || !strings.HasPrefix(steps.Caption, "next 1 Dec: Second · 1 of 3 milestones") {
		t.Errorf("%+v", steps)
	}
	p.Today = core.NewDate(2026, 12, 2)
	steps = plans.NewModel(p, plans.Filter{}, false, w).Goals[2]
	if steps.DueLate || !steps.Late || steps.Chips[0].Text != "milestone late" {
		t.Errorf("%+v", steps)
	}
}

func TestALaneHasItsDaysInOrder(t *testing.T) {
	m := plans.NewModel(plansOf(), plans.Filter{}, false, uitest.WordsOf(t, core.English))
	lane := m.Lanes[1]
	var got []string
	for _, d := range lane.Dots {
		got = append(got, d.Label)
	}
	want := []string{"done 5 Oct: First", "1 Dec: Second", "1 Feb 2027: The goal"}
	if !slices.Equal(got, want) || !lane.Dots[0].Done || lane.Dots[1].Late || !lane.Dots[2].End {
		t.Errorf("%q", got)
	}
	if late := m.Lanes[0].Dots[0]; !late.Late {
		t.Error("what is past its day is not late")
	}
}

func TestPrivateTextsAreHiddenWhileOthersLook(t *testing.T) {
	m := plans.NewModel(plansOf(), plans.Filter{}, true, uitest.WordsOf(t, core.English))
	if got := titles(m.Goals); !slices.Equal(got, []string{"Amina", "Steps"}) {
		t.Errorf("%q", got)
	}
	if len(m.Skills) != 0 || len(m.Lanes) != 1 || m.Lanes[0].Title != "Steps" {
		t.Errorf("%+v, %+v", m.Skills, m.Lanes)
	}
}

func TestStretchesAreWholeMonths(t *testing.T) {
	s := plans.StretchAround(core.NewDate(2026, 1, 31), 12)
	if s.From != core.NewDate(2025, 10, 1) || s.To() != core.NewDate(2026, 10, 1) {
		t.Errorf("%v to %v", s.From, s.To())
	}
	if next := s.Move(1); next.From != core.NewDate(2026, 4, 1) || next.Move(-1) != s {
		t.Errorf("%v", next)
	}
}
