package people

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// MergeRow is one field of two people, and what will stand there once they are one.
type MergeRow struct {
	Label string
	Sides [2]string // of the person that was asked for, and of the other one
	Then  string
}

// Merging is two people who are to be one, side by side, and which of them stays.
type Merging struct {
	all   *planner.Candidates
	sides [2]planner.Candidate
	keeps int // which side stays
}

// NewMerging proposes who of two stays.
func NewMerging(all *planner.Candidates, asked, other planner.Candidate) *Merging {
	m := &Merging{all: all, sides: [2]planner.Candidate{asked, other}}
	if keep, _ := all.Keep(asked, other); keep.Person.ID == other.Person.ID {
		m.keeps = 1
	}
	return m
}

// Keeps tells which side stays.
func (m *Merging) Keeps() int { return m.keeps }

// Keep gives who stays, and Other who goes into them.
func (m *Merging) Keep() *core.Person { return m.sides[m.keeps].Person }

// Other gives who goes into the one who stays.
func (m *Merging) Other() *core.Person { return m.sides[1-m.keeps].Person }

// MaySwap tells whether the other one may stay as well.
func (m *Merging) MaySwap() bool { return m.all.MayKeep(m.Other().ID, m.Keep().ID) }

// Swap keeps the other one, where that may be.
func (m *Merging) Swap() {
	if m.MaySwap() {
		m.keeps = 1 - m.keeps
	}
}

// Rows says field by field what each has and what will stand: first what tells two people of one name apart. Fields that
// are empty on both sides are left out.
func (m *Merging) Rows(w *locale.Words) []MergeRow {
	then := *m.Keep()
	then.Merge(m.Other())
	var out []MergeRow
	for _, f := range mergeFields() {
		if f.text == nil {
			out = append(out, m.history(w), m.known(w))
			continue
		}
		row := MergeRow{Label: w.Label(f.field), Then: f.text(&then, w)}
		if f.field == "name" { // beside the given name, which some languages call the same
			row.Label = w.T("people.merge_name")
		}
		for i, side := range m.sides {
			row.Sides[i] = f.text(side.Person, w)
		}
		if row.Sides[0] != "" || row.Sides[1] != "" {
			out = append(out, row)
		}
	}
	return out
}

// history says what hangs on each, all of which will hang on the one who stays.
func (m *Merging) history(w *locale.Words) MergeRow {
	row := MergeRow{Label: w.T("people.merge_history"), Then: w.T("people.merge_all")}
	hangs := false
	for i, side := range m.sides {
		row.Sides[i] = historyOf(side, w)
		hangs = hangs || side.Relationships > 0
	}
	if !hangs {
		row.Then = row.Sides[0]
	}
	return row
}

// known says since when each is in the workspace.
func (m *Merging) known(w *locale.Words) MergeRow {
	row := MergeRow{Label: w.T("people.merge_since")}
	for i, side := range m.sides {
		row.Sides[i] = w.Date(core.DateOf(side.Person.Created))
	}
	row.Then = row.Sides[m.keeps]
	return row
}

func historyOf(c planner.Candidate, w *locale.Words) string {
	if c.Relationships == 0 {
		return w.T("people.merge_no_history")
	}
	return w.List([]string{w.Count(core.KindRelationship, c.Relationships), w.Count(core.KindMeeting, c.Meetings)})
}

// mergeField is a field that a merge looks at, and its words; without words it is the place of the history.
type mergeField struct {
	field string
	text  func(p *core.Person, w *locale.Words) string
}

func mergeFields() []mergeField {
	line := func(field string, of func(p *core.Person) string) mergeField {
		return mergeField{field, func(p *core.Person, _ *locale.Words) string { return of(p) }}
	}
	lines := func(field string, of func(p *core.Person) []string) mergeField {
		return line(field, func(p *core.Person) string { return strings.Join(of(p), "\n") })
	}
	value := func(field string, of func(p *core.Person) string) mergeField {
		return mergeField{field, func(p *core.Person, w *locale.Words) string {
			return w.FieldValue(core.FieldValue{Field: field, Value: of(p)})
		}}
	}
	return []mergeField{
		line("name", func(p *core.Person) string { return p.Name }),
		lines("emails", func(p *core.Person) []string { return p.Emails }),
		line("organisation", func(p *core.Person) string { return p.Organisation }),
		line("origin", func(p *core.Person) string { return p.Origin }),
		{},
		lines("phones", func(p *core.Person) []string { return p.Phones }),
		line("job_title", func(p *core.Person) string { return p.JobTitle }),
		value("zone", func(p *core.Person) string { return string(p.Zone) }),
		value("language", func(p *core.Person) string { return string(p.Language) }),
		line("given_name", func(p *core.Person) string { return p.GivenName }),
		line("middle_name", func(p *core.Person) string { return p.MiddleName }),
		line("family_name", func(p *core.Person) string { return p.FamilyName }),
		line("address_as", func(p *core.Person) string { return p.Address }),
		value("pronoun", func(p *core.Person) string { return string(p.Pronoun) }),
		{"quiet", quietOf},
		{"work", workOf},
		{"birthday", func(p *core.Person, w *locale.Words) string {
			if p.Birthday.IsZero() {
				return ""
			}
			return w.Date(p.Birthday)
		}},
		lines("links", func(p *core.Person) []string { return p.Links }),
		{"consent", consentOf},
	}
}

func quietOf(p *core.Person, w *locale.Words) string {
	if p.Quiet.IsZero() {
		return ""
	}
	return w.HoursOfDay(p.Quiet)
}

func workOf(p *core.Person, w *locale.Words) string {
	if len(p.Work) == 0 {
		return ""
	}
	return w.T("people.merge_work")
}

func consentOf(p *core.Person, w *locale.Words) string {
	switch {
	case !p.Consent.Given:
		return ""
	case p.Consent.On.IsZero():
		return join(" · ", w.T("people.consent"), p.Consent.Words)
	}
	return join(" · ", w.T("people.consent_on", "date", w.Date(p.Consent.On)), p.Consent.Words)
}

// Likeness gives somebody who may be the same person as another; nil for nobody.
func Likeness(p *core.Person, all []*core.Person) *core.Person {
	var others []*core.Person
	for _, q := range all {
		if q.ID != p.ID {
			others = append(others, q)
		}
	}
	match := core.NewMatcher(others).Find(p)
	if match.Person == nil {
		return match.Namesake
	}
	return match.Person
}
