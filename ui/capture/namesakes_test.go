package capture_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/capture"
	"mentorbook/ui/uitest"
)

func namesakes(w core.Language, t *testing.T) *capture.Book {
	person := func(n byte, name, firm string) *core.Person {
		return &core.Person{Head: core.Head{ID: uitest.ID(n)}, Name: name, Organisation: firm}
	}
	rel := func(n byte, name string, others ...byte) planner.Place {
		r := &core.Relationship{Head: core.Head{ID: uitest.ID(n)}, Status: core.StatusActive, Participants: []core.Participant{{Person: uitest.ID(1), Role: core.RoleMentor}}}
		for _, o := range others {
			r.Participants = append(r.Participants, core.Participant{Person: uitest.ID(o), Role: core.RoleMentee})
		}
		return planner.Place{Relationship: r, Name: name}
	}
	return capture.NewBook(&planner.Places{
		Owner: uitest.ID(1),
		People: []*core.Person{
			person(1, "Ann Lee", ""), person(2, "Ann Lee", "Kijani"), person(3, "Ivan Petrov", "Kijani"), person(4, "Ivan Petrov", "Lind & Co"), person(5, "Q", ""),
		},
		Relationships: []planner.Place{rel(10, "Circle", 3, 5), rel(11, "Q · I mentor", 5)},
	}, uitest.WordsOf(t, w))
}

// Whom a field is put to is told from others of the name, and found by the name, alone or with what tells them apart.
func TestWhomItIsPutToIsToldApart(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		b := namesakes(lang, t)
		for typed, want := range map[string]string{"q": "Q · I mentor", "Q · I mentor": "Q · I mentor", "ivan": "Ivan Petrov · Kijani", "ivan petrov": "Ivan Petrov · Kijani", "Ivan Petrov · Lind & Co": "Ivan Petrov · Lind & Co"} {
			found := b.Find(typed, 9)
			if len(found) == 0 || found[0].Said() != want {
				t.Errorf("%q finds %v", typed, found)
			}
		}
		if q := b.Find("q", 9); len(q) != 3 || q[1].Name != "Q" || q[2].Name != "Circle" {
			t.Errorf("Q finds %v", q)
		}
	}
}

// Of several of a name the owner may be meant, too, where that is theirs.
func TestTheOwnerMayBeMeant(t *testing.T) {
	b := namesakes(core.English, t)
	if got := b.Meant("Ann Lee", "", 3); len(got) != 2 || got[0].ID != uitest.ID(1) {
		t.Errorf("%v may be meant", got)
	}
	if got := b.Meant("Ivan Petrov", "", 3); len(got) != 2 {
		t.Errorf("%v may be meant", got)
	}
	made := b.Read(capture.Entry{Kind: capture.Action, Text: "Ann Lee: call", Named: capture.Named{Said: "Ann Lee", Who: uitest.ID(1)}})
	if made.Action.Owner != uitest.ID(1) || made.Action.Title != "Call" || made.Wrong != nil {
		t.Errorf("%+v, %v", made.Action, made.Wrong)
	}
}
