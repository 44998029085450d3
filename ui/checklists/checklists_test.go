package checklists_test

import (
	"maps"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/checklists"
	"mentorbook/ui/uitest"
)

func board() *planner.ChecklistBoard {
	owner, amina, arun := &core.Person{Name: "Maja"}, &core.Person{Name: "Amina"}, &core.Person{Name: "Arun"}
	owner.ID, amina.ID, arun.ID = uitest.ID(1), uitest.ID(2), uitest.ID(3)
	pair := func(n byte, status core.Status, mentees ...core.ID) *core.Relationship {
		r := &core.Relationship{Head: core.Head{ID: uitest.ID(n)}, Status: status, Participants: []core.Participant{{Person: uitest.ID(1), Role: core.RoleMentor}}}
		for _, m := range mentees {
			r.Participants = append(r.Participants, core.Participant{Person: m, Role: core.RoleMentee})
		}
		return r
	}
	today := core.NewDate(2026, 11, 23)
	run := &core.Run{Head: core.Head{ID: uitest.ID(30)}, Title: "Talk", Person: uitest.ID(2), Started: today.AddDays(-10), Items: []core.RunItem{
		{ID: uitest.ID(31), Text: "Outline", Owner: uitest.ID(2), Due: today.AddDays(-3)}, {ID: uitest.ID(32), Text: "Slides", Owner: uitest.ID(1), Done: today.AddDays(-1)}, {ID: uitest.ID(33), Text: "Stage", Owner: uitest.ID(2)},
	}}
	done := &core.Run{Head: core.Head{ID: uitest.ID(40)}, Title: "Done one", Person: uitest.ID(3), Started: today, Items: []core.RunItem{{ID: uitest.ID(41), Text: "x", Done: today}}}
	return &planner.ChecklistBoard{
		Places: &planner.Places{Today: today, Owner: uitest.ID(1), People: []*core.Person{owner, amina, arun}, Relationships: []planner.Place{
			{Relationship: pair(10, core.StatusActive, uitest.ID(2)), Name: "Amina"},
			{Relationship: pair(11, core.StatusActive, uitest.ID(2), uitest.ID(3)), Name: "Circle"},
			{Relationship: pair(12, core.StatusEnded, uitest.ID(3)), Name: "Arun"},
		}},
		Runs: []*core.Run{run, done},
	}
}

func TestWhatIsShown(t *testing.T) {
	b, w := board(), uitest.WordsOf(t, core.English)
	m := checklists.NewModel(b, checklists.Filter{}, false, w)
	if len(m.Runs) != 1 || m.Runs[0].Late != "1 late" || m.Runs[0].Caption != "Amina · 1/3" || m.Subtitle != "1 in use · 1 with late items" {
		t.Errorf("%+v", m)
	}
	if all := checklists.NewModel(b, checklists.Filter{Done: true}, false, w); len(all.Runs) != 2 {
		t.Errorf("%+v", all.Runs)
	}
	if all := checklists.NewModel(b, checklists.Filter{Done: true}, true, w); len(all.Runs) != 0 || all.Finished {
		t.Errorf("%+v", all)
	}
	if b.Runs = b.Runs[:1]; !m.Finished || checklists.NewModel(b, checklists.Filter{}, false, w).Finished {
		t.Error("what is finished is not known")
	}
	r := checklists.NewRun(b.Runs[0], b, w)
	if !r.Items[0].Late || r.Items[1].Caption != "me · done 22 Nov" || r.Items[2].Caption != "Amina" || !r.Private {
		t.Errorf("%+v", r.Items)
	}
}

// A checklist in use is found by its name, its person, a relationship of it and its lines, a template by its name and lines; while
// others look, what is private is not found.
func TestWhatIsFound(t *testing.T) {
	b, w := board(), uitest.WordsOf(t, core.English)
	b.Runs[0].Relationships = []core.ID{uitest.ID(11)}
	b.Runs[1].Readers = core.Visibility{Readers: []core.ID{uitest.ID(3)}}
	b.Templates = []planner.TemplateRow{{Checklist: &core.Checklist{Title: "Welcome", Items: []core.TemplateItem{{Text: "Show the office"}}}}}
	for typed, want := range map[string][4]int{ // in use, with those done, templates, in use while others look
		"":           {1, 2, 1, 0},
		"talk":       {1, 1, 0, 0},
		"amina":      {1, 1, 0, 0},
		"circle":     {1, 1, 0, 0},
		"slide talk": {1, 1, 0, 0},
		"arun":       {0, 1, 0, 0},
		"offices":    {0, 0, 1, 0},
		"slide arun": {0, 0, 0, 0},
	} {
		m := checklists.NewModel(b, checklists.Filter{Text: typed}, false, w)
		all := checklists.NewModel(b, checklists.Filter{Text: typed, Done: true}, false, w)
		shown := checklists.NewModel(b, checklists.Filter{Text: typed}, true, w)
		if got := [4]int{len(m.Runs), len(all.Runs), len(m.Templates), len(shown.Runs)}; got != want {
			t.Errorf("%q finds %v, want %v", typed, got, want)
		}
		if m.FoundDone != (typed == "arun") || all.FoundDone || m.Subtitle != all.Subtitle || m.Subtitle != "1 in use · 1 with late items" {
			t.Errorf("%q: %+v, %+v", typed, m, all)
		}
	}
	b.Runs[1].Readers = core.Visibility{}
	if m := checklists.NewModel(b, checklists.Filter{Text: "arun"}, true, w); m.FoundDone {
		t.Error("it is told that something private is found")
	}
}

func TestATemplateAsItIsTyped(t *testing.T) {
	w := uitest.WordsOf(t, core.Russian)
	c := &core.Checklist{Title: "Talk", Purpose: "For the stage", Items: []core.TemplateItem{
		{ID: uitest.ID(50), Text: "Outline", Owner: core.RoleMentee, After: 7}, {ID: uitest.ID(51), Text: "Advice", Owner: core.RoleMentor},
	}}
	got := core.Checklist{}
	if err := checklists.NewTemplateInput(c).Write(&got, w); err != nil || len(got.Items) != 2 || got.Items[0] != c.Items[0] || got.Items[1] != c.Items[1] {
		t.Errorf("%+v, %v", got, err)
	}
	in := checklists.TemplateInput{Title: "x", Items: []checklists.TemplateItem{{}, {Text: "a", After: "3"}, {Text: "b", After: "soon"}, {Text: "c", After: "1,5"}}}
	err := in.Write(&got, w)
	if len(got.Items) != 3 || got.Items[0].After != 3 {
		t.Errorf("%+v", got.Items)
	}
	if p := core.Problems(err); len(p) != 1 || p[0].Field != "items.3.after" {
		t.Errorf("%v", err)
	}
}

func TestWhoCanBeGivenATemplate(t *testing.T) {
	w := uitest.WordsOf(t, core.English)
	all := checklists.Takers(board().Places, w)
	var got []string
	for _, g := range all {
		got = append(got, g.Name+"/"+g.Caption)
	}
	want := []string{"Maja (me)/no relationship", "Amina/", "Amina/Circle", "Arun/Circle"}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q", got)
		}
	}
	if found := checklists.Find(all, "circ AMI"); len(found) != 1 || found[0].Person != uitest.ID(2) {
		t.Errorf("%+v", found)
	}
}

// Who is chosen with everybody gets it in the relationship that is theirs alone, in a circle only where there is no other, and the
// owner, who gives, gets none.
func TestEverybodyGetsItInTheirOwnRelationship(t *testing.T) {
	for lang, me := range map[core.Language]string{core.English: "Q · I mentor", core.Russian: "Q · я наставник"} {
		person := func(n byte, name, firm string) *core.Person {
			return &core.Person{Head: core.Head{ID: uitest.ID(n)}, Name: name, Organisation: firm}
		}
		part := func(n byte, role core.Role) core.Participant {
			return core.Participant{Person: uitest.ID(n), Role: role}
		}
		rel := func(n byte, name string, parts ...core.Participant) planner.Place {
			return planner.Place{Relationship: &core.Relationship{Head: core.Head{ID: uitest.ID(n)}, Status: core.StatusActive, Participants: parts}, Name: name}
		}
		all := checklists.Takers(&planner.Places{
			Owner: uitest.ID(1), People: []*core.Person{person(1, "Maja", ""), person(2, "Q", ""), person(3, "Ivan", "Kijani"), person(4, "Ivan", "Lind & Co")},
			Relationships: []planner.Place{
				rel(10, "Circle", part(1, core.RoleMentor), part(2, core.RoleMentee), part(3, core.RoleMentee), part(4, core.RoleMentee)),
				rel(11, "Ivan", part(1, core.RoleMentor), part(3, core.RoleMentee)), rel(12, me, part(1, core.RoleMentor), part(2, core.RoleMentee)),
				rel(13, "Q · …", part(2, core.RoleMentor), part(1, core.RoleMentee)),
			},
		}, uitest.WordsOf(t, lang))
		got := map[string]core.ID{}
		for _, g := range checklists.Once(all, uitest.ID(1)) {
			got[g.Name] = g.Relationship
		}
		want := map[string]core.ID{me: uitest.ID(12), "Ivan": uitest.ID(11), "Ivan · Lind & Co": uitest.ID(10)}
		if !maps.Equal(got, want) {
			t.Errorf("%s: %v", lang, got)
		}
		if own := checklists.Once(all[:1], uitest.ID(1)); len(own) != 1 {
			t.Errorf("where there is nobody else: %v", own)
		}
	}
}
