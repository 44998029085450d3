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
