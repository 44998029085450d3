package core

import "slices"

// Audience is who a report is for.
type Audience string

// The audiences.
const (
	AudienceMentee  Audience = "mentee"
	AudienceMentor  Audience = "mentor"
	AudienceHR      Audience = "hr"
	AudienceSponsor Audience = "sponsor"
)

// Audiences lists them.
func Audiences() []Audience {
	return []Audience{AudienceMentee, AudienceMentor, AudienceHR, AudienceSponsor}
}

// Release is a mentee's word that something of theirs may go into a report for an audience and a period. It
// is no visibility: an item may be released and private, and what is shared with a mentor is not released.
type Release struct {
	Head
	Item      Ref      `json:"item"`   // a goal or a skill
	Person    ID       `json:"person"` // whose item it is
	Audience  Audience `json:"audience"`
	Period    Period   `json:"period,omitzero"` // of the reports that it is meant for; open ends are any
	Said      Said     `json:"said"`
	On        Date     `json:"on"` // the day it was said
	Withdrawn Date     `json:"withdrawn,omitzero"`
}

// Kind is KindRelease.
func (*Release) Kind() Kind { return KindRelease }

// Validate checks the fields. Only the one to whom an item belongs can release it; who typed their word, and
// how it was said, stands beside it.
func (r *Release) Validate() error {
	var p problems
	choice(&p, "item.kind", r.Item.Kind, KindGoal, KindSkill)
	p.required("item.id", r.Item.ID)
	p.required("person", r.Person)
	choice(&p, "audience", r.Audience, Audiences()...)
	p.note("period", r.Period.Validate())
	p.note("said", r.Said.validate())
	if r.Said.By != r.Person {
		p.add(CodeNotYours, "said.by")
	}
	if !r.Said.Own() && blank(r.Said.Words) {
		p.add(CodeRequired, "said.words")
	}
	if !r.On.Valid() {
		p.add(CodeBadDate, "on", "value", r.On.String())
	}
	p.date("withdrawn", r.Withdrawn)
	p.notBefore("withdrawn", r.Withdrawn, r.On)
	return p.err()
}

// Allows tells whether the release lets its item into a report for the audience over the period, made on a
// day: it was said by then, is not withdrawn, and covers the whole period.
func (r *Release) Allows(audience Audience, period Period, day Date) bool {
	return r.Audience == audience && !r.On.After(day) && r.Withdrawn.IsZero() && r.Period.Covers(period)
}

// LetOut is an audience that something is let out to.
type LetOut struct {
	Audience Audience
	From     Date // the day that its period begins on, where that is ahead: no report of an earlier time may hold it; zero where it has begun
}

// LetOutOn gives the audiences that the releases of an item let it out to on a day, each once, in the order of their first release.
// Of several for one audience that counts which has begun, or begins first.
func LetOutOn(releases []*Release, day Date) []LetOut {
	var out []LetOut
	for _, r := range releases {
		if !r.Withdrawn.IsZero() || r.On.After(day) {
			continue
		}
		from := r.Period.From
		if !from.After(day) {
			from = Date{}
		}
		switch i := slices.IndexFunc(out, func(l LetOut) bool { return l.Audience == r.Audience }); {
		case i < 0:
			out = append(out, LetOut{r.Audience, from})
		case from.Before(out[i].From):
			out[i].From = from
		}
	}
	return out
}
