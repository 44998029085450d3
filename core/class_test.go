package core_test

import (
	"testing"

	"mentorbook/core"
)

// RFC 5545 3.8.1.3: PUBLIC is the default, and what nobody knows is PRIVATE.
func TestClassOf(t *testing.T) {
	for word, want := range map[string]core.Class{
		"": "", "PUBLIC": "", " public ": "", "PRIVATE": core.ClassPrivate, "Private": core.ClassPrivate,
		"CONFIDENTIAL": core.ClassConfidential, "X-SECRET": core.ClassPrivate,
	} {
		if got := core.ClassOf(word); got != want || got.Hides() != (want != "") {
			t.Errorf("%q: %q", word, got)
		}
	}
}

func TestWhatIsPrivateIsNotShown(t *testing.T) {
	m := aMeeting()
	s := aSeries()
	for _, class := range []core.Class{"", core.ClassPrivate, core.ClassConfidential} {
		m.Origin.Class, s.Origin.Class = class, class
		if got := m.Shown(false); got != m {
			t.Errorf("%q: another meeting is shown to the owner", class)
		}
		seen, run := m.Shown(true), s.Shown(true)
		told := seen.Title + seen.Place + seen.Link + seen.Reason + seen.Origin.Description + run.Title + run.Place + run.Link + run.Origin.Description
		if hides := class != ""; (told == "") != hides || seen.Start != m.Start || run.Rule != s.Rule {
			t.Errorf("%q: %q", class, told)
		}
		if m.Title == "" || s.Title == "" {
			t.Error("the record itself is changed")
		}
	}
}
