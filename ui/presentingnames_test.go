package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// While others look at the screen, neither the sidebar nor the list of people names anybody but who is on show.
func TestPresentingNamesNobodyElse(t *testing.T) {
	for _, c := range []struct {
		language             core.Language
		relationship, person string
	}{{core.English, "Relationship 2", "Person 2"}, {core.Russian, "Наставничество 2", "Человек 2"}} {
		h := uitest.Open(t, uitest.Options{Language: c.language})
		h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina Yusuf").ID})
		h.Wants("Amina Yusuf", "Tomasz Zieliński", "Leadership circle")
		h.Run("presenting")
		h.Wants("Amina Yusuf", c.relationship)
		h.Lacks("Tomasz Zieliński", "Leadership circle")
		h.Go(shell.Route{Screen: "people", ID: h.Person("Tomasz").ID})
		h.Wants("Tomasz Zieliński", c.person)
		h.Lacks("Amina Yusuf", "Hanna Weiss", "Weiss Textiles")
		h.Run("presenting")
		h.Wants("Amina Yusuf", "Hanna Weiss")
	}
}
