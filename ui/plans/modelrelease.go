package plans

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Releasing is everything that the dialog for letting an item out shows.
type Releasing struct {
	Item      core.Ref
	Name      string
	Whose     string
	Own       bool // the owner's own item: their word needs no telling how it came
	Today     core.Date
	Audiences []string
	Earlier   []Word // the latest first
}

// Word is a release that was given.
type Word struct {
	ID       core.ID
	Text     string // "for HR, on 20 Nov"
	Detail   string // how it was said, for which period
	TypedFor string // the mark of one that was typed for somebody
	Open     bool   // neither withdrawn nor used up: it can be taken back
}

// NewReleasing puts an item and its releases into words.
func NewReleasing(item core.Record, given []*core.Release, p *planner.Places, w *locale.Words) *Releasing {
	r := &Releasing{Item: core.RefOf(item), Today: p.Today}
	var person core.ID
	switch x := item.(type) {
	case *core.Goal:
		r.Name, person = x.Title, x.Person
	case *core.Skill:
		r.Name, person = x.Name, x.Person
	}
	r.Own = person == p.Owner
	if who := p.Person(person); who != nil {
		r.Whose = who.Name
	}
	for _, a := range core.Audiences() {
		r.Audiences = append(r.Audiences, locale.Capital(w.T("audience_for."+string(a))))
	}
	for i := len(given) - 1; i >= 0; i-- {
		r.Earlier = append(r.Earlier, WordOf(given[i], p.Today, w))
	}
	return r
}

// WordOf puts one release into words.
func WordOf(rel *core.Release, today core.Date, w *locale.Words) Word {
	out := Word{ID: rel.ID, Open: rel.Withdrawn.IsZero(), Detail: rel.Said.Words}
	out.Text = w.T("plans.released_on", "audience", w.T("audience_for."+string(rel.Audience)), "date", w.DateShort(rel.On, today))
	if rel.Period != (core.Period{}) {
		out.Detail = joinDots(w.T("plans.for_period", "period", w.OpenPeriod(rel.Period)), out.Detail)
	}
	if !rel.Withdrawn.IsZero() {
		out.Detail = joinDots(w.T("plans.withdrawn_on", "date", w.DateShort(rel.Withdrawn, today)), out.Detail)
	}
	if !rel.Said.Own() {
		out.TypedFor = w.T("plans.typed_for")
	}
	return out
}

// StillReleased says to whom, and for which reports, an item is let out by those of its releases that stand; "" where none does.
func StillReleased(given []*core.Release, w *locale.Words) string {
	var list []string
	for _, rel := range given {
		if !rel.Withdrawn.IsZero() {
			continue
		}
		text := w.T("audience_for." + string(rel.Audience))
		if rel.Period != (core.Period{}) {
			text += " (" + w.OpenPeriod(rel.Period) + ")"
		}
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return w.T("plans.still_released", "list", strings.Join(list, ", "))
}

// ReleaseInput is what stands in the dialog.
type ReleaseInput struct {
	Audience core.Audience
	On       core.Date
	From, To core.Date // both days included; zero: any
	Words    string
}

// Release makes what is kept. Its error says, by field, what is missing.
func (in ReleaseInput) Release(r *Releasing) (core.Release, error) {
	out := core.Release{
		Item: r.Item, Audience: in.Audience, On: in.On, Period: core.Period{From: in.From},
		Said: core.Said{Words: core.CleanLine(in.Words)},
	}
	if !in.To.IsZero() {
		out.Period.To = in.To.AddDays(1)
	}
	if !r.Own && out.Said.Words == "" {
		return out, core.FailField(core.CodeRequired, "said.words")
	}
	return out, nil
}
