// Package reports is where a progress report is put together, seen page by page, and written; and where one looks
// up what was let out, and what was written.
package reports

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// Span is the period of a report.
type Span int

// The spans.
const (
	ThisQuarter Span = iota
	LastQuarter
	ThisYear
	LastYear
	OwnDates
)

// Spans lists them.
func Spans() []Span { return []Span{ThisQuarter, LastQuarter, ThisYear, LastYear, OwnDates} }

// Period gives the days of a span as seen from today; of own dates, those that were chosen.
func (s Span) Period(today core.Date, own core.Period) core.Period {
	quarter := core.Date{Year: today.Year, Month: (today.Month-1)/3*3 + 1, Day: 1}
	year := core.Date{Year: today.Year, Month: 1, Day: 1}
	switch s {
	case ThisQuarter:
		return core.Period{From: quarter, To: quarter.AddMonths(3)}
	case LastQuarter:
		return core.Period{From: quarter.AddMonths(-3), To: quarter}
	case ThisYear:
		return core.Period{From: year, To: year.AddMonths(12)}
	case LastYear:
		return core.Period{From: year.AddMonths(-12), To: year}
	}
	return own
}

// text names a span: "Q4 2026", "2025".
func (s Span) text(today core.Date, w *locale.Words) string {
	from := s.Period(today, core.Period{}).From
	switch s {
	case ThisQuarter, LastQuarter:
		return w.T("reports.quarter", "n", (int(from.Month)-1)/3+1, "year", w.T("reports.year", "year", from.Year))
	case ThisYear, LastYear:
		return w.T("reports.year", "year", from.Year)
	}
	return w.T("reports.own_dates")
}

// Choices is what somebody chose for a report.
type Choices struct {
	Relationship core.ID
	Audience     core.Audience
	Span         Span
	Own          core.Period   // of own dates
	Language     core.Language // that was chosen; "" for the window's own
	Hidden       bool          // the mentee's name
	Without      []core.ReportPart
	LeaveOut     []core.ID

	pseudonyms map[core.ID]string // that were typed, by the relationship whose mentee each stands for: it tells of nobody else
}

// Pseudonym gives what was typed to stand for the name of the mentee of the relationship that is chosen.
func (c Choices) Pseudonym() string { return c.pseudonyms[c.Relationship] }

// Call lets a pseudonym stand for the mentee of the relationship that is chosen. Choices that were made before keep theirs.
func (c *Choices) Call(pseudonym string) {
	all := map[core.ID]string{}
	maps.Copy(all, c.pseudonyms)
	all[c.Relationship] = pseudonym
	c.pseudonyms = all
}

// begin gives the choices of a new visit, for a relationship or, where that is zero, for the one of the visit before. What
// was chosen then stays, but for what is about another relationship.
func (c *Choices) begin(rel core.ID) Choices {
	out := *c
	if out.Audience == "" {
		out = Choices{Relationship: rel, Audience: core.AudienceHR}
	}
	if !rel.IsZero() && rel != out.Relationship {
		out.Relationship, out.LeaveOut = rel, nil
	}
	return out
}

// in gives the language of the report: until one is chosen, that of the window.
func (c Choices) in(w *locale.Words) core.Language { return cmp.Or(c.Language, w.Language()) }

// Request says which report that is. Its error says, by field, what is missing.
func (c Choices) Request(today core.Date, w *locale.Words) (core.ReportRequest, error) {
	req := core.ReportRequest{
		Relationship: c.Relationship, Audience: c.Audience, Period: c.Span.Period(today, c.Own), Language: c.in(w),
		Without: c.Without, LeaveOut: c.LeaveOut,
	}
	if c.Hidden {
		if req.Pseudonym = core.CleanLine(c.Pseudonym()); req.Pseudonym == "" {
			req.Pseudonym = w.T("reports.pseudonym")
		}
	}
	switch {
	case req.Period.From.IsZero():
		return req, core.FailField(core.CodeRequired, "from")
	case req.Period.To.IsZero():
		return req, core.FailField(core.CodeRequired, "to")
	}
	return req, req.Period.Validate()
}

// turn takes something out of a list, or puts it in.
func turn[T comparable](list []T, v T, in bool) []T {
	out := slices.DeleteFunc(slices.Clone(list), func(x T) bool { return x == v })
	if in {
		out = append(out, v)
	}
	return out
}

// Part is a part of the report, with the items in it.
type Part struct {
	Part  core.ReportPart
	Text  string
	On    bool
	Chip  string
	Tone  tone.Tone
	Items []Item
}

// Item is a goal or a skill that the report might name.
type Item struct {
	Ref     core.Ref
	Text    string
	On      bool
	Allowed bool // it can be ticked; otherwise it can be released
	Chip    string
	Tone    tone.Tone
}

// Model is what a report would hold, in words.
type Model struct {
	Title string
	Parts []Part
	File  string // the name that is proposed for the file, without its ending
}

// Hide says whether what only the owner may read is to be left out, as others look at the screen.
type Hide bool

// tells says whether the pages of a report tell of something that only the owner may read: it was released, and it is
// not for those who look over the owner's shoulder all the same.
func tells(f *core.ReportFacts) bool {
	for _, part := range []core.ReportPart{core.PartGoals, core.PartSkills} {
		if slices.ContainsFunc(f.ItemsOf(part), func(i core.ReportItem) bool { return i.Private && i.In() }) {
			return true
		}
	}
	return false
}

// NewModel puts facts into words.
func NewModel(f *core.ReportFacts, name string, hide Hide, w *locale.Words) *Model {
	m := &Model{
		Title: w.T("reports.title", "audience", w.T("audience_for."+string(f.Request.Audience)), "name", name),
	}
	if m.File = f.Relationship.Bare(name); f.Request.Pseudonym != "" { // a name is no secret if the file is called by it
		m.File = f.Request.Pseudonym
	}
	m.File = w.T("reports.file", "audience", w.T("audience_for."+string(f.Request.Audience)), "name", m.File, "period", w.Period(f.Request.Period))
	for _, part := range core.ReportParts() {
		m.Parts = append(m.Parts, newPart(f, part, hide, w))
	}
	return m
}

func newPart(f *core.ReportFacts, part core.ReportPart, hide Hide, w *locale.Words) Part {
	out := Part{Part: part, Text: locale.Capital(w.Word(part)), On: f.Request.Has(part)}
	if part != core.PartGoals && part != core.PartSkills {
		out.Chip = w.T("reports.counts_only")
		return out
	}
	items, in := f.ItemsOf(part), 0
	for _, item := range items {
		if bool(hide) && item.Private {
			continue
		}
		if item.In() {
			in++
		}
		out.Items = append(out.Items, newItem(item, f, w))
	}
	if bool(hide) && len(out.Items) == 0 { // none that may be shown are not none
		return out
	}
	out.Text = w.T("reports.part_count", "part", out.Text, "n", in, "of", len(out.Items))
	return out
}

func newItem(item core.ReportItem, f *core.ReportFacts, w *locale.Words) Item {
	out := Item{Ref: item.Ref, Text: item.Title, On: item.In(), Allowed: item.Allowed}
	switch word := item.Word; {
	case item.Allowed && word != nil:
		out.Chip, out.Tone = w.T("reports.chip.released", "date", w.DateShort(word.On, f.Today)), tone.Good
	case item.Allowed:
		out.Chip, out.Tone = w.T("reports.chip.shared"), tone.Good
	case word != nil && !word.Withdrawn.IsZero():
		out.Chip, out.Tone = w.T("reports.chip.withdrawn", "date", w.DateShort(word.Withdrawn, f.Today)), tone.Pressing
	case word != nil:
		out.Chip, out.Tone = w.T("reports.chip.other_time"), tone.Care
	case item.Private:
		out.Chip, out.Tone = w.T("reports.chip.private"), tone.Pressing
	default:
		out.Chip, out.Tone = w.T("reports.chip.not_released"), tone.Care
	}
	return out
}

// Names lists the relationships that a report can be about, the present one of them, and its place in the list.
func Names(p *planner.Places) (ids []core.ID, names []string) {
	for _, r := range p.Relationships {
		ids, names = append(ids, r.ID), append(names, r.Name)
	}
	return ids, names
}

// maxNamed is how many mentions are shown, or words that can't be written; the others are counted.
const maxNamed = 6

// Remark is what is to be looked at before the report is handed on, and what it is about, a line each.
type Remark struct {
	Text  string
	About []string
}

// Remarks says what is to be looked at: words that the pages can't show, and people whom the texts name.
func Remarks(v Preview, w *locale.Words) []Remark {
	var out []Remark
	if words := unset(v.Unset, w); words != "" {
		out = append(out, Remark{Text: w.T("reports.unset", "words", words)})
	}
	if named := named(v.Named, w); len(named) > 0 {
		out = append(out, Remark{w.T("reports.names"), named})
	}
	return out
}

func unset(words []string, w *locale.Words) string {
	var out []string
	for _, word := range words[:min(len(words), maxNamed)] {
		out = append(out, w.Quote(core.CleanLine(word)))
	}
	if more := len(words) - len(out); more > 0 {
		out = append(out, w.T("list.more", "count", more))
	}
	return strings.Join(out, ", ")
}

// named says whom the report's texts name though they take no part in it, each with the text.
func named(list []planner.Mention, w *locale.Words) []string {
	var out []string
	for i, m := range list {
		if i == maxNamed {
			return append(out, w.T("reports.more_named", "count", len(list)-maxNamed))
		}
		key := "reports.named"
		if m.Hidden {
			key = "reports.named_hidden"
		}
		out = append(out, w.T(key, "name", m.Name, "text", w.Quote(m.Text)))
	}
	return out
}
