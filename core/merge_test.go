package core_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
)

func TestMergeFillsAndNeverOverwrites(t *testing.T) {
	phones := make([]string, 1, 8)
	phones[0] = "+7 900 000-00-01"
	p := &core.Person{
		Name: "Иван Петров", Emails: []string{"ivan@example.org"}, Phones: phones,
		Organisation: "Ромашка", Quiet: core.Hours{From: 60, To: 120},
	}
	from := &core.Person{
		Name: "Петров Иван", GivenName: "Иван", FamilyName: "Петров", MiddleName: "Сергеевич",
		Emails: []string{"IVAN@example.org", "second@example.org"}, Phones: []string{"+79000000001", "8 800"},
		Organisation: "Лютик", JobTitle: "инженер", Birthday: core.NewDate(1990, 4, 12), Zone: "Europe/Berlin",
		Quiet: core.Hours{From: 22 * 60, To: 8 * 60}, Language: core.Russian, Pronoun: core.PronounHe,
		Links: []string{"https://example.org"}, Consent: core.Consent{Given: true, On: core.NewDate(2026, 1, 2)},
	}
	before := *p
	got := p.Merge(from)
	if err := p.Validate(); err != nil {
		t.Fatal(err)
	}
	want := before
	want.GivenName, want.FamilyName, want.MiddleName = "Иван", "Петров", "Сергеевич"
	want.Emails = []string{"ivan@example.org", "second@example.org"}
	want.Phones = []string{"+7 900 000-00-01", "8 800"}
	want.JobTitle, want.Birthday, want.Zone, want.Language = "инженер", from.Birthday, from.Zone, from.Language
	want.Pronoun, want.Links, want.Consent = from.Pronoun, from.Links, from.Consent
	if d := cmp.Diff(&want, p); d != "" {
		t.Error(d)
	}
	kept := []core.FieldValue{{Field: "organisation", Value: "Лютик"}, {Field: "quiet", Value: "22:00–08:00"}}
	if d := cmp.Diff(kept, got.Kept); d != "" {
		t.Error(d)
	}
	if len(got.Filled) != 12 || !got.Changed() {
		t.Errorf("filled %d: %v", len(got.Filled), got.Filled)
	}
	if phones[:2][1] != "" {
		t.Error("a list of the former person was changed in place")
	}
	if again := p.Merge(from); again.Changed() {
		t.Errorf("a second merge changes something: %v", again.Filled)
	}
}

func TestMergeLeavesAnotherName(t *testing.T) {
	p := &core.Person{Name: "Anna Lee", Emails: []string{"office@example.org"}}
	got := p.Merge(&core.Person{Name: "Bob Ray", GivenName: "Bob", FamilyName: "Ray", Emails: []string{"office@example.org"}})
	if p.GivenName != "" || p.FamilyName != "" || got.Changed() {
		t.Errorf("half of another name went in: %+v", p)
	}
	if d := cmp.Diff([]core.FieldValue{{Field: "name", Value: "Bob Ray"}}, got.Kept); d != "" {
		t.Error(d)
	}
}
