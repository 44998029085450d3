package core_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestReleaseValidate(t *testing.T) {
	refuses(t, aRelease, nil,
		choices("item.kind", func(r *core.Release) *core.Kind { return &r.Item.Kind }, core.KindGoal, core.KindSkill),
		names("item.id", func(r *core.Release) *core.ID { return &r.Item.ID }),
		names("person", func(r *core.Release) *core.ID { return &r.Person }),
		choices("audience", func(r *core.Release) *core.Audience { return &r.Audience }, core.Audiences()...),
		words("said", func(r *core.Release) *core.Said { return &r.Said })[2:],
		dates("on", true, func(r *core.Release) *core.Date { return &r.On }),
		dates("withdrawn", false, func(r *core.Release) *core.Date { return &r.Withdrawn }),
		[]row[core.Release]{
			{"of a private note", func(r *core.Release) { r.Item.Kind = core.KindNote }, "bad_choice item.kind", ""},
			{"said by the mentor", func(r *core.Release) { r.Said = said(owner) }, "not_yours said.by", ""},
			{"said by nobody", func(r *core.Release) { r.Said.By = core.ID{} }, "required said.by; not_yours said.by", ""},
			{"typed for the mentee, in their words", func(r *core.Release) { r.Said.Typed = owner }, "", ""},
			{"typed for the mentee, without words", func(r *core.Release) { r.Said.Typed, r.Said.Words = owner, "" }, "required said.words", ""},
			{"typed for the mentee, in words of nothing", func(r *core.Release) { r.Said.Typed, r.Said.Words = owner, " \u200b" }, "required said.words", ""},
			{"imported for the mentee, without words", func(r *core.Release) { r.Said.Typed, r.Said.How, r.Said.Words = owner, core.HowImport, "" }, "required said.words", ""},
			{"an answer file needs no words", func(r *core.Release) { r.Said.Typed, r.Said.How, r.Said.Words = owner, core.HowAnswer, "" }, "", ""},
			{"their own hand needs no words", func(r *core.Release) { r.Said.Words = "" }, "", ""},
			{"typed by nobody", func(r *core.Release) { r.Said.Typed = core.ID{} }, "required said.typed", ""},
			{"of no length", func(r *core.Release) { r.Period.To = r.Period.From }, "end_not_after period.to", ""},
			{"for ever", func(r *core.Release) { r.Period = core.Period{} }, "", ""},
			{"of no day", func(r *core.Release) { r.Period.From.Day = 32 }, "bad_date period.from", ""},
			{"to no day", func(r *core.Release) { r.Period.To.Month = 0 }, "bad_date period.to", ""},
			{"withdrawn before it was said", func(r *core.Release) { r.Withdrawn = day("2026-03-01") }, "end_not_after withdrawn", ""},
			{"withdrawn at once", func(r *core.Release) { r.Withdrawn = r.On }, "", ""},
			{"nothing", func(r *core.Release) { *r = core.Release{} }, "bad_choice item.kind; required item.id; required person; bad_choice audience; " +
				"required said.by; required said.typed; required said.at; bad_choice said.how; required said.words; bad_date on", ""},
		},
	)
}

func TestAllows(t *testing.T) {
	year := core.Period{From: day("2026-01-01"), To: day("2027-01-01")}
	spring := core.Period{From: day("2026-03-01"), To: day("2026-06-01")}
	for _, c := range []struct {
		name     string
		edit     func(*core.Release)
		audience core.Audience
		period   core.Period
		on       string
		want     bool
	}{
		{"as said", nil, core.AudienceHR, spring, "2026-06-01", true},
		{"on the day it was said", nil, core.AudienceHR, spring, "2026-03-02", true},
		{"before it was said", nil, core.AudienceHR, spring, "2026-03-01", false},
		{"the whole period", nil, core.AudienceHR, year, "2026-06-01", true},
		{"a day more at the end", nil, core.AudienceHR, core.Period{From: year.From, To: day("2027-01-02")}, "2026-06-01", false},
		{"a day more at the beginning", nil, core.AudienceHR, core.Period{From: day("2025-12-31"), To: year.To}, "2026-06-01", false},
		{"without end", nil, core.AudienceHR, core.Period{From: year.From}, "2026-06-01", false},
		{"for all time", nil, core.AudienceHR, core.Period{}, "2026-06-01", false},
		{"for all time, of a release for all time", func(r *core.Release) { r.Period = core.Period{} }, core.AudienceHR, core.Period{}, "2026-06-01", true},
		{"from some day on", func(r *core.Release) { r.Period.To = core.Date{} }, core.AudienceHR, core.Period{From: year.From}, "2026-06-01", true},
		{"another audience", nil, core.AudienceSponsor, spring, "2026-06-01", false},
		{"the mentor is another audience", nil, core.AudienceMentor, spring, "2026-06-01", false},
		{"no audience", nil, "", spring, "2026-06-01", false},
		{"withdrawn", func(r *core.Release) { r.Withdrawn = day("2026-05-01") }, core.AudienceHR, spring, "2026-06-01", false},
		{"withdrawn, for a report of before", func(r *core.Release) { r.Withdrawn = day("2026-05-01") }, core.AudienceHR, spring, "2026-04-01", false},
		{"withdrawn later than today", func(r *core.Release) { r.Withdrawn = day("2026-12-01") }, core.AudienceHR, spring, "2026-06-01", false},
	} {
		r := aRelease()
		r.Withdrawn = core.Date{}
		if c.edit != nil {
			c.edit(r)
		}
		if got := r.Allows(c.audience, c.period, day(c.on)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// A release lets through no day that it does not name, and what it lets through over a span it lets through
// over each part of it.
func TestAllowsNoMoreThanItsDays(t *testing.T) {
	span := rapid.Custom(func(t *rapid.T) core.Period {
		var p core.Period
		from, length := rapid.IntRange(-1, 20).Draw(t, "from"), rapid.IntRange(0, 20).Draw(t, "length")
		if from >= 0 {
			p.From = day("2026-01-01").AddDays(from)
		}
		if length > 0 {
			p.To = day("2026-01-01").AddDays(max(from, 0) + length)
		}
		return p
	})
	rapid.Check(t, func(t *rapid.T) {
		r := aRelease()
		r.Period, r.Withdrawn, r.On = span.Draw(t, "released"), core.Date{}, day("2025-01-01")
		asked := span.Draw(t, "asked")
		allowed := r.Allows(core.AudienceHR, asked, day("2026-03-01"))
		all := true
		for d := day("2025-12-01"); d.Before(day("2026-03-01")); d = d.AddDays(1) {
			one := core.Period{From: d, To: d.AddDays(1)}
			if !asked.Contains(d) {
				continue
			}
			if ok := r.Allows(core.AudienceHR, one, day("2026-03-01")); ok != r.Period.Contains(d) {
				t.Fatalf("%s of %v: %v", d, r.Period, ok)
			} else if !ok {
				all = false
			}
		}
		if allowed != all {
			t.Fatalf("%v of %v: %v, by its days %v", asked, r.Period, allowed, all)
		}
	})
}

// An audience is let in once: from the day on which the first release for it begins, where none has begun yet.
func TestToWhomAnItemIsLetOut(t *testing.T) {
	today := day("2026-11-28")
	rel := func(to core.Audience, from string, change ...func(*core.Release)) *core.Release {
		r := aRelease()
		r.Audience, r.Period, r.On, r.Withdrawn = to, core.Period{}, today, core.Date{}
		if from != "" {
			r.Period.From = day(from)
		}
		for _, c := range change {
			c(r)
		}
		return r
	}
	withdrawn := func(r *core.Release) { r.Withdrawn = today }
	tomorrow := func(r *core.Release) { r.On = today.AddDays(1) }
	hr, mentor := core.AudienceHR, core.AudienceMentor
	for name, c := range map[string]struct {
		releases []*core.Release
		want     []core.LetOut
	}{
		"none":                {nil, nil},
		"any time":            {[]*core.Release{rel(hr, "")}, []core.LetOut{{Audience: hr}}},
		"from today":          {[]*core.Release{rel(hr, "2026-11-28")}, []core.LetOut{{Audience: hr}}},
		"from tomorrow":       {[]*core.Release{rel(hr, "2026-11-29")}, []core.LetOut{{hr, day("2026-11-29")}}},
		"withdrawn":           {[]*core.Release{rel(hr, "", withdrawn), rel(hr, "2026-12-01")}, []core.LetOut{{hr, day("2026-12-01")}}},
		"said later":          {[]*core.Release{rel(hr, "", tomorrow)}, nil},
		"later, then at once": {[]*core.Release{rel(hr, "2026-12-01"), rel(hr, "")}, []core.LetOut{{Audience: hr}}},
		"at once, then later": {[]*core.Release{rel(hr, ""), rel(hr, "2026-12-01")}, []core.LetOut{{Audience: hr}}},
		"the earlier of two":  {[]*core.Release{rel(hr, "2026-12-05"), rel(hr, "2026-12-01"), rel(hr, "2027-01-01")}, []core.LetOut{{hr, day("2026-12-01")}}},
		"each audience apart": {[]*core.Release{rel(mentor, "2026-12-01"), rel(hr, "")}, []core.LetOut{{mentor, day("2026-12-01")}, {Audience: hr}}},
	} {
		if got := core.LetOutOn(c.releases, today); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}
