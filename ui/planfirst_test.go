package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Where there is nobody to meet, planning a meeting begins a relationship first, with the person on show or a new one, and goes
// on with the meeting.
func TestPlanningBeginsTheRelationshipThatIsMissing(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Empty: true, Language: lang, Route: shell.Route{Screen: "today"}})
		h.Run("meeting.new")
		h.Wants(h.Words.T("rel.form_new"), h.Words.T("rel.form_first"))
		h.Type("Ana Costa")
		h.Keys("Down", "Enter", "Ctrl+Enter")
		h.Wants(h.Words.T("plan.title", "name", "Ana Costa"))
		h.Keys("Ctrl+Enter")
		if m, err := h.Planner.NextMeeting(t.Context()); err != nil || m == nil || m.Relationship != h.Relationship("Ana").ID {
			t.Fatalf("%+v %v", m, err)
		}
		h.Run("person.new")
		h.Type("Ivo Maring")
		h.Keys("Ctrl+Enter")
		h.Run("meeting.new")
		h.Wants(h.Words.T("rel.form_first"), "Ivo Maring")
		h.Keys("Ctrl+Enter")
		h.Wants(h.Words.T("plan.title", "name", "Ivo Maring"))
		h.Keys("Escape")
		h.Relationship("Ivo")
	}
}

// A relationship that is begun from anywhere is with the only one who has none, unless others look; anybody else is typed over it.
func TestANewRelationshipIsWithTheNewcomer(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true, Route: shell.Route{Screen: "today"}})
	add := func(name string) {
		h.Run("person.new")
		h.Type(name)
		h.Keys("Ctrl+Enter")
		h.Go(shell.Route{Screen: "today"})
	}
	add("Ana Costa")
	h.Run("relationship.new")
	h.Wants(h.Words.T("rel.form_new"), "Ana Costa")
	h.Keys("Escape")
	h.Run("presenting")
	h.Run("relationship.new")
	h.Wants(h.Words.T("rel.form_new"))
	h.Lacks("Ana Costa")
	h.Keys("Escape")
	h.Run("presenting")
	add("Ivo Maring")
	h.Run("relationship.new")
	h.Lacks("Ana Costa", "Ivo Maring")
	h.Type("Ivo")
	h.Keys("Enter", "Ctrl+Enter")
	h.Relationship("Ivo")
	h.Run("relationship.new")
	h.Wants("Ana Costa")
	h.Keys("Ctrl+Enter")
	h.Relationship("Ana")
}
