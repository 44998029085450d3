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
	}{{core.English, "Relationship 2", "Person 7"}, {core.Russian, "Наставничество 2", "Человек 7"}} {
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

// While others look at the screen, the palette finds commands and days, and of records those of whom the page shows.
func TestPresentingThePaletteNamesNobodyElse(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	look := func(query string) {
		h.Press("Ctrl+K")
		h.Type(query)
		h.Settle()
	}
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina Yusuf").ID})
	h.Run("presenting")
	for query, found := range map[string]string{"promotion docum": "Write the promotion document", "amina": "Amina Yusuf"} {
		look(query)
		h.Wants(found)
		h.Press("Escape")
	}
	for query, name := range map[string]string{"tomasz": "Tomasz", "cash plan": "Cash plan until April", "leadership": "Leadership circle", "sara": "Okafor"} {
		look(query)
		h.Lacks(name)
		h.Press("Escape")
	}
	look("report")
	h.Wants("Reports")
	h.Press("Escape")
	h.Go(shell.Route{Screen: "people", ID: h.Person("Tomasz").ID})
	look("tomasz")
	h.Wants("Founder")
	h.Press("Escape")
	look("amina")
	h.Lacks("Amina")
	h.Press("Escape")
	h.Go(shell.Route{Screen: "today"})
	look("tomasz")
	h.Lacks("Zieliński")
	h.Press("Escape")
	h.Run("presenting")
	look("tomasz")
	h.Wants("Tomasz Zieliński")
}
