package ui_test

import (
	"testing"

	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A form that is confirmed as it was says nothing of a change, and offers no way back: that would take back what was done
// before it.
func TestAFormConfirmedAsItWasChangesNothing(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true, Route: shell.Route{Screen: "people"}})
	h.Run("person.new")
	h.Type("Ana Costa")
	h.Keys("Ctrl+Enter")
	h.Wants(h.Words.Title(string(planner.TitlePersonAdded), map[string]string{"name": "Ana Costa"}))
	h.Run("people.edit")
	h.Keys("Ctrl+Enter")
	h.Settle()
	h.Lacks(h.Words.Title(string(planner.TitlePersonChanged), nil))
	if s, err := h.Planner.Undoable(t.Context()); err != nil || s == nil || s.Title != planner.TitlePersonAdded {
		t.Fatalf("%+v %v", s, err)
	}
	h.Run("people.edit")
	h.Type(" e Silva")
	h.Keys("Ctrl+Enter")
	h.Wants(h.Words.Title(string(planner.TitlePersonChanged), nil))
	h.Keys("Ctrl+Z")
	if h.Person("Ana").Name != "Ana Costa" {
		t.Errorf("%q", h.Person("Ana").Name)
	}
}
