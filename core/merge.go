package core

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// FieldValue is a field of a person by its name in the file format, and a value in words.
type FieldValue struct{ Field, Value string }

// Merged is what a merge did.
type Merged struct {
	Filled []FieldValue // fields that were empty, and entries that lists got
	Kept   []FieldValue // values that did not go in, because the field holds another one already
}

// Changed tells whether the person is another than before.
func (m *Merged) Changed() bool { return len(m.Filled) > 0 }

// merger fills one person from another.
type merger struct{ Merged }

// Merge takes over from another record of the same person what p does not say: it fills empty fields and adds
// e-mail addresses, telephone numbers and links. It never overwrites; what it could not take is in Kept. To
// see what it would do, merge into a copy: lists are never changed in place.
func (p *Person) Merge(from *Person) Merged {
	var m merger
	m.names(p, from)
	m.line("address_as", &p.Address, from.Address)
	fill(&m, "pronoun", &p.Pronoun, from.Pronoun, func(v Pronoun) string { return string(v) })
	fill(&m, "zone", &p.Zone, from.Zone, func(v Zone) string { return string(v) })
	fill(&m, "language", &p.Language, from.Language, func(v Language) string { return string(v) })
	m.line("organisation", &p.Organisation, from.Organisation)
	m.line("job_title", &p.JobTitle, from.JobTitle)
	m.line("origin", &p.Origin, from.Origin)
	fill(&m, "birthday", &p.Birthday, from.Birthday, Date.String)
	fill(&m, "quiet", &p.Quiet, from.Quiet, func(h Hours) string {
		return fmt.Sprintf("%02d:%02d–%02d:%02d", h.From/60, h.From%60, h.To/60, h.To%60)
	})
	if len(p.Work) == 0 && len(from.Work) > 0 {
		p.Work = slices.Clone(from.Work)
		m.Filled = append(m.Filled, FieldValue{"work", ""})
	}
	fill(&m, "consent", &p.Consent, from.Consent, func(c Consent) string { return strings.TrimSpace(c.On.String() + " " + c.Words) })
	m.list("emails", &p.Emails, from.Emails, EmailKey)
	m.list("phones", &p.Phones, from.Phones, phoneKey)
	m.list("links", &p.Links, from.Links, func(s string) string { return strings.TrimSuffix(s, "/") })
	return m.Merged
}

// names fills the parts of the name, if both names can be the same one: half of another name is worse than
// none.
func (m *merger) names(p, from *Person) {
	same := slices.ContainsFunc(nameKeys(p), func(k string) bool { return slices.Contains(nameKeys(from), k) })
	if !same {
		m.Kept = append(m.Kept, FieldValue{"name", from.Name})
		return
	}
	m.line("given_name", &p.GivenName, from.GivenName)
	m.line("middle_name", &p.MiddleName, from.MiddleName)
	m.line("family_name", &p.FamilyName, from.FamilyName)
}

func (m *merger) line(field string, dst *string, from string) {
	if NameKey(*dst) == NameKey(from) && *dst != "" {
		return
	}
	fill(m, field, dst, from, func(s string) string { return s })
}

func fill[T comparable](m *merger, field string, dst *T, from T, words func(T) string) {
	var zero T
	switch {
	case from == zero || from == *dst:
	case *dst == zero:
		*dst = from
		m.Filled = append(m.Filled, FieldValue{field, words(from)})
	default:
		m.Kept = append(m.Kept, FieldValue{field, words(from)})
	}
}

func (m *merger) list(field string, dst *[]string, from []string, key func(string) string) {
	have := make(map[string]bool, len(*dst)+len(from))
	for _, s := range *dst {
		have[key(s)] = true
	}
	out := slices.Clone(*dst)
	for _, s := range from {
		switch k := key(s); {
		case have[k]:
		case len(out) >= MaxItems:
			m.Kept = append(m.Kept, FieldValue{field, s})
		default:
			have[k] = true
			out = append(out, s)
			m.Filled = append(m.Filled, FieldValue{field, s})
		}
	}
	*dst = out
}

// phoneKey compares telephone numbers by their digits.
func phoneKey(s string) string {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
	if digits == "" {
		return strings.ToLower(s)
	}
	return digits
}
