package relationship

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func english(t *testing.T) *locale.Words {
	t.Helper()
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func id(n byte) core.ID { return core.ID{0: 1, 15: n} }

func TestTheFormWritesWhatItShows(t *testing.T) {
	r := core.Relationship{
		Head: core.Head{ID: id(9)}, Name: "Circle", Format: core.FormatGroup, Duration: core.DurationLong, Specialisation: core.SpecLeadership,
		Phase: core.PhaseCultivation, Status: core.StatusPaused, Since: core.NewDate(2026, 3, 1), Cadence: 10, Purpose: "Lead",
		Participants: []core.Participant{
			{Person: id(1), Role: core.RoleMentor}, {Person: id(2), Role: core.RoleMentee, Scope: "Go", Until: core.NewDate(2026, 9, 1)}, {Person: id(3), Role: core.RoleMentee},
		},
	}
	got := r
	fresh, err := NewInput(&r).Write(&got)
	if err != nil || len(fresh) != 0 || got.Cadence != 10 || len(got.Participants) != 3 || got.Participants[1] != r.Participants[1] || got.Status != core.StatusPaused {
		t.Errorf("%+v, %v, %v", got, fresh, err)
	}
}

func TestTheFormRefuses(t *testing.T) {
	today := core.NewDate(2026, 11, 23)
	for _, c := range []struct {
		spoil func(*Input)
		field string
		code  core.Code
	}{
		{func(*Input) {}, "", ""},
		{func(in *Input) { in.Cadence = "often" }, "cadence", core.CodeBadNumber},
		{func(in *Input) { in.Cadence = "0" }, "cadence", core.CodeBadNumber},
		{func(in *Input) { in.Parts[1].Role = core.RoleMentor }, "participants", core.CodeRoles},
		{func(in *Input) { in.Parts[1].Person = id(1) }, "participants.2", core.CodeDuplicate},
		{func(in *Input) { in.Parts = in.Parts[:1] }, "participants", core.CodeRoles},
		{func(in *Input) { in.Format = core.FormatGroup }, "participants", core.CodeRoles},
		{func(in *Input) { in.Parts[1] = Part{Fresh: "Ana Costa", Role: core.RoleMentee} }, "", ""},
	} {
		in := Start(id(1), core.RoleMentor, id(2), today)
		c.spoil(&in)
		var r core.Relationship
		fresh, err := in.Write(&r)
		problems := core.Problems(err)
		if c.field == "" {
			if err != nil {
				t.Errorf("refuses what is right: %v", err)
			}
			for i, p := range fresh {
				if p.Name != "Ana Costa" || !r.Participants[i].Person.IsZero() {
					t.Errorf("%d: %+v, %v", i, p, r.Participants[i])
				}
			}
			continue
		}
		found := false
		for _, p := range problems {
			found = found || p.Code == c.code && (p.Field == c.field || p.Field == "participants")
		}
		if !found {
			t.Errorf("%s %s: %v", c.field, c.code, err)
		}
	}
}

func TestMonthsOfAPhase(t *testing.T) {
	for _, c := range []struct {
		since, day core.Date
		want       int
	}{
		{core.NewDate(2026, 3, 10), core.NewDate(2026, 3, 10), 1},
		{core.NewDate(2026, 3, 10), core.NewDate(2026, 4, 9), 1},
		{core.NewDate(2026, 3, 10), core.NewDate(2026, 4, 10), 2},
		{core.NewDate(2025, 12, 31), core.NewDate(2026, 2, 28), 2},
		{core.NewDate(2026, 12, 1), core.NewDate(2026, 11, 1), 1},
	} {
		if got := months(c.since, c.day); got != c.want {
			t.Errorf("%v to %v: %d, want %d", c.since, c.day, got, c.want)
		}
	}
}

func TestPrivateItemsAreLeftOutForOthers(t *testing.T) {
	o := &planner.Overview{
		Today: core.NewDate(2026, 11, 23), Owner: id(1), People: map[core.ID]*core.Person{}, Name: "Ana",
		Relationship: &core.Relationship{Phase: core.PhaseInitiation, Duration: core.DurationShort, Format: core.FormatIndividual, Specialisation: core.SpecCareer},
		Goals: []planner.GoalRow{
			{Goal: &core.Goal{Title: "Secret", Status: core.GoalAgreed}},
			{Goal: &core.Goal{Title: "Shared", Status: core.GoalDraft, Readers: core.Visibility{Readers: []core.ID{id(2)}}}},
			{Goal: &core.Goal{Title: "Dropped", Status: core.GoalDropped}},
		},
		Actions:   []*core.Action{{Title: "Secret", Status: core.ActionOpen}},
		Questions: []*core.Question{{Text: "Secret?"}},
		Skills:    []planner.SkillRow{{Skill: &core.Skill{Name: "Secret", Scale: []string{"a", "b"}}}},
	}
	m := NewModel(o, english(t), false)
	if len(m.Goals) != 2 || len(m.Actions) != 1 || len(m.Questions) != 1 || len(m.Skills) != 1 || m.GoalsCaption != "1 agreed · 1 draft" {
		t.Errorf("%+v", m)
	}
	m = NewModel(o, english(t), true)
	if len(m.Goals) != 1 || m.Goals[0].Title != "Shared" || len(m.Actions)+len(m.Questions)+len(m.Skills) != 0 {
		t.Errorf("%+v", m)
	}
}

func TestALineForEachSideThatGaveLevels(t *testing.T) {
	given := func(by core.ID, level, day int) *core.Assessment {
		return &core.Assessment{Level: level, On: core.NewDate(2026, 11, day), Said: core.Said{By: by, Typed: id(1)}}
	}
	o := &planner.Overview{
		Today: core.NewDate(2026, 11, 23), Owner: id(1), People: map[core.ID]*core.Person{id(2): {Name: "Ana Costa", GivenName: "Ana"}},
		Relationship: &core.Relationship{},
	}
	row := planner.SkillRow{
		Skill: &core.Skill{Person: id(2), Name: "Talks", Scale: []string{"watches", "helps", "leads"}}, Any: true,
		Given: []*core.Assessment{given(id(2), 1, 1), given(id(1), 2, 3), given(id(2), 3, 11)}, All: core.Standing{Baseline: 1, Now: 3},
	}
	k := newSkill(row, o, english(t))
	if len(k.Lines) != 2 || k.Lines[0].Name != "Ana" || k.Lines[0].Points[1] != (Point{10, 3}) || k.Lines[1].Name != "Me" {
		t.Errorf("%+v", k.Lines)
	}
	if len(k.Said) != 3 || k.Said[0] != "Ana: 3, “leads” · typed for them · 11 Nov" || k.Said[1] != "Me: 2, “helps” · 3 Nov" {
		t.Errorf("%q", k.Said)
	}
}

// The first level stands alone: from where to where can be said from the second on. A skill without a target has none.
func TestTheFirstLevelStandsAlone(t *testing.T) {
	o := &planner.Overview{Today: core.NewDate(2026, 11, 23), Owner: id(1), Relationship: &core.Relationship{}, People: map[core.ID]*core.Person{}}
	row := planner.SkillRow{
		Skill: &core.Skill{Name: "Talks", Scale: []string{"watches", "helps", "leads", "teaches"}}, Any: true, All: core.Standing{Baseline: 2, Now: 2},
		Given: []*core.Assessment{{Level: 2, On: core.NewDate(2026, 11, 1), Said: core.Said{By: id(1), Typed: id(1)}}},
	}
	if k := newSkill(row, o, english(t)); k.Text != "2 of 4" || k.Began || k.Target != 0 {
		t.Errorf("%+v", k)
	}
	row.Given = append(row.Given, row.Given[0])
	if k := newSkill(row, o, english(t)); k.Text != "2 of 4" || !k.Began {
		t.Errorf("%+v", k)
	}
}

// When a goal is due stands on its card, however it is measured.
func TestAGoalSaysWhenItIsDue(t *testing.T) {
	o := &planner.Overview{Today: core.NewDate(2026, 11, 23), Owner: id(1), Relationship: &core.Relationship{}, People: map[core.ID]*core.Person{}}
	due := core.NewDate(2026, 12, 20)
	for name, g := range map[string]*core.Goal{
		"bare": {Due: due}, "milestones": {Due: due, Milestones: []core.Milestone{{Title: "First"}}},
		"measure": {Due: due, Measure: &core.Measure{Name: "Talks", Target: 4}},
	} {
		if got := newGoal(planner.GoalRow{Goal: g}, o, english(t)).Caption; !strings.Contains(got, "20 Dec") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestTheLogNamesNothingToOthers(t *testing.T) {
	l := &planner.Log{Today: core.NewDate(2026, 11, 23), Loc: time.UTC, Steps: []*planner.ChangeSet{
		{Title: planner.TitleGoalAdded, Args: map[string]string{"name": "Leave the company"}, At: time.Date(2026, 11, 23, 9, 5, 0, 0, time.UTC)},
		{Title: planner.TitleGoalAdded, Args: map[string]string{"name": "Leave the company"}, At: time.Date(2026, 11, 22, 9, 5, 0, 0, time.UTC), Undoes: id(7)},
	}}
	steps := NewLog(l, english(t), false)
	again := NewLog(&planner.Log{Loc: time.UTC, Steps: []*planner.ChangeSet{{Title: planner.TitleGoalAdded, Undoes: id(7), Again: true}}}, english(t), false)
	if !strings.HasPrefix(again[0].Text, "Redone: ") {
		t.Errorf("%+v", again)
	}
	if len(steps) != 2 || steps[0].Day != "Today" || !strings.Contains(steps[0].Text, "Leave") || !strings.HasPrefix(steps[1].Text, "Undone: ") {
		t.Errorf("%+v", steps)
	}
	for _, s := range NewLog(l, english(t), true) {
		if strings.Contains(s.Text, "Leave") || s.Text == "" {
			t.Errorf("%+v", s)
		}
	}
}

// A meeting that was closed as held is none to come, though it was planned to end later.
func TestWhatWasHeldIsNotToCome(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)
	start := core.CivilOf(now.Add(-10 * time.Minute))
	for status, want := range map[core.MeetingStatus]bool{core.MeetingPlanned: true, core.MeetingHeld: false, core.MeetingMissed: false, core.MeetingCancelled: true} {
		x := &core.Meeting{Head: core.Head{ID: id(1)}, Start: start, End: start.AddMinutes(45), Zone: "UTC", Status: status}
		row := meeting(x, &planner.Overview{Now: now, OwnerZone: "UTC", Today: start.Date, Relationship: &core.Relationship{}}, english(t))
		if row.Future != want {
			t.Errorf("%s: to come %v", status, row.Future)
		}
	}
}

// What kind of mentoring it is reads as a phrase, in each language for each kind.
func TestTheKindOfARelationshipIsSaid(t *testing.T) {
	r := core.Relationship{Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecProfessional}
	for lang, want := range map[core.Language]string{
		core.English: "individual mentoring, medium-term, professional", core.Russian: "индивидуальное наставничество, среднесрочное, профессиональное",
	} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := kind(&r, w); got != want {
			t.Errorf("%q", got)
		}
		for i := range max(len(core.Formats()), len(core.Specialisations())) {
			of := core.Relationship{Format: core.Formats()[i%len(core.Formats())], Duration: r.Duration, Specialisation: core.Specialisations()[i%len(core.Specialisations())]}
			if got := kind(&of, w); strings.Contains(got, "rel.kind") {
				t.Errorf("%s: %q", lang, got)
			}
		}
	}
}

// Evidence of a goal with a measure is told once, below its steps.
func TestEvidenceIsToldOnce(t *testing.T) {
	o := &planner.Overview{Relationship: &core.Relationship{}, Today: core.NewDate(2026, 11, 23)}
	g := &core.Goal{Title: "Talk", Status: core.GoalAgreed, Evidence: []string{"the video"}, Measure: &core.Measure{Baseline: 1, Target: 3}}
	o.Goals = []planner.GoalRow{{Goal: g}}
	m := NewModel(o, english(t), false)
	if got := m.Goals[0]; got.Evidence != "the video" || strings.Contains(got.Caption, "video") {
		t.Errorf("%+v", got)
	}
}
