package people

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// TestANamesakeIsNamed holds that the preview says whose name somebody new has, and that their pages offer to merge them.
func TestANamesakeIsNamed(t *testing.T) {
	words, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	known := &core.Person{Head: core.Head{ID: core.ID{1}}, Name: "Kim Doe", Emails: []string{"kim@one.example"}}
	made := core.Person{Head: core.Head{ID: core.ID{2}}, Name: "Kim Doe", Emails: []string{"kim@two.example"}}
	match := core.NewMatcher([]*core.Person{known}).Find(&made)
	m := NewImport(&planner.ImportPlan{Steps: []planner.ImportStep{{Entry: core.ContactEntry{Line: 2, Person: made}, ID: made.ID, Match: match}}}, words)
	if row := m.At(0); row.Fate != Fresh || !strings.Contains(row.Caption, "same name as Kim Doe (kim@one.example)") {
		t.Errorf("%+v", row)
	}
	if Likeness(&made, []*core.Person{known, &made}) != known {
		t.Error("nobody is offered to be merged")
	}
}

// Who has somebody's name may be said to be that one; a line further down that is the same person goes along, and back.
func TestANamesakeIsTakenForTheOneKnown(t *testing.T) {
	words, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	known := &core.Person{Head: core.Head{ID: core.ID{1}}, Name: "Kim Doe", Emails: []string{"kim@one.example"}}
	made := core.Person{Head: core.Head{ID: core.ID{2}}, Name: "Kim Doe", Emails: []string{"kim@two.example"}}
	match := core.NewMatcher([]*core.Person{known}).Find(&made)
	again := planner.ImportStep{Entry: core.ContactEntry{Line: 3, Person: core.Person{Name: "Kim Doe", Emails: []string{"kim@two.example"}, JobTitle: "Baker"}}}
	again.TakeFor(&made)
	m := NewImport(&planner.ImportPlan{Steps: []planner.ImportStep{{Entry: core.ContactEntry{Line: 2, Person: made}, ID: made.ID, Match: match}, again}}, words)
	if who := m.Candidates(0); len(who) != 1 || who[0] != known || !m.At(0).Doubt || m.At(1).Doubt {
		t.Fatalf("%v, %+v", who, m.Rows)
	}
	m.Take(0, known)
	if m.At(0).Fate != Filled || m.Plan.Steps[0].ID != known.ID || m.Plan.Steps[1].ID != known.ID || !m.At(0).Doubt {
		t.Errorf("%+v, %+v", m.Rows, m.Plan.Steps)
	}
	m.AsNew(0, func(s *planner.ImportStep) { s.Match, s.ID, s.Does, s.Keeps = core.Match{}, core.ID{7}, nil, nil })
	if m.At(0).Fate != Fresh || m.Plan.Steps[0].ID != (core.ID{7}) || m.Plan.Steps[1].ID != (core.ID{7}) || !m.At(0).Doubt {
		t.Errorf("%+v, %+v", m.Rows, m.Plan.Steps)
	}
}

// A refused line is named once: by its name, and by its figure where it has none.
func TestARefusedLineIsNamedOnce(t *testing.T) {
	words, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	bad := core.FailField(core.CodeRequired, "name")
	m := NewImport(&planner.ImportPlan{Rejected: []core.Rejected{{Line: 11, Err: bad}, {Line: 12, Name: "Kim Doe", Err: bad}}}, words)
	if row := m.At(0); row.Name != "line 11" || row.Caption != words.Error(bad) {
		t.Errorf("%+v", row)
	}
	if row := m.At(1); row.Name != "Kim Doe" || row.Caption != "line 12 · "+words.Error(bad) {
		t.Errorf("%+v", row)
	}
}
