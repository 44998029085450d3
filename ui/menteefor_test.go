package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// A question to somebody whom the owner mentors is on their own day with that name, and not among those that wait for mentors.
func TestAQuestionToAMenteeNamesThem(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: lang})
		owner, err := h.Planner.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		q, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Quinn"})
		if err != nil {
			t.Fatal(err)
		}
		rel, err := h.Planner.Relationships.Add(t.Context(), core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
			Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: q.ID, Role: core.RoleMentee}},
		})
		if err != nil {
			t.Fatal(err)
		}
		asked, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "What shall we read next?", Asker: owner.ID, Relationship: rel.ID})
		if err != nil {
			t.Fatal(err)
		}
		h.Settle()
		h.Shot("menteefor-" + string(lang))
		h.Wants(h.Words.T("mentee.questions_taught", "count", 1), "Quinn · "+h.Words.Readers(asked.Readers, map[core.ID]string{q.ID: "Quinn"}))
	}
}
