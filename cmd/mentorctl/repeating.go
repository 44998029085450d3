package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// rhythm is how a meeting is to be repeated, as the flags say it.
type rhythm struct {
	repeat, until string
	every, times  int
}

func (r *rhythm) flags(c *cobra.Command) {
	c.Flags().StringVar(&r.repeat, "repeat", "", "")
	c.Flags().IntVar(&r.every, "every", 1, "")
	c.Flags().StringVar(&r.until, "until", "", "")
	c.Flags().IntVar(&r.times, "times", 0, "")
}

// rule reads the flags; no rule where nothing is to be repeated. Whoever says when it ends, says what.
func (r *rhythm) rule(ctx context.Context, a *app) (rule core.Rule, err error) {
	switch {
	case r.repeat == "" && (r.until != "" || r.times != 0 || r.every != 1):
		return rule, wrong(func(w *locale.Words) string { return w.T("ctl.repeat") })
	case r.repeat == "":
		return rule, nil
	case r.until != "" && r.times != 0:
		return rule, wrong(func(w *locale.Words) string { return w.T("ctl.until_or_times") })
	}
	if rule, err = r.named(); err != nil {
		return rule, err
	}
	if r.times > 0 {
		rule.Count, rule.Until = r.times, core.Until{}
	}
	last, err := a.due(ctx, "until", r.until)
	if err != nil || last.IsZero() {
		return rule, err
	}
	rule.Count, rule.Until = 0, core.Until{Date: last, Hour: 23, Minute: 59, Timed: true} // that day included
	return rule, nil
}

// maxTimes is how many meetings a series may be told to have, as in the window.
const maxTimes = 1000

// named gives the rule that a word stands for, or that a text of RFC 5545 3.3.10 says.
func (r *rhythm) named() (core.Rule, error) {
	for word, freq := range map[string]core.Frequency{"daily": core.FreqDaily, "weekly": core.FreqWeekly, "monthly": core.FreqMonthly, "yearly": core.FreqYearly} {
		if r.repeat == word {
			return core.Rule{Freq: freq, Interval: r.every}, nil
		}
	}
	if !strings.Contains(r.repeat, "=") || r.every != 1 {
		return core.Rule{}, wrong(func(w *locale.Words) string { return w.T("ctl.rule", "value", core.Excerpt(r.repeat)) })
	}
	rule, err := core.ParseRule(r.repeat)
	return rule, misused(err)
}

// planSeries plans what m says as a series of meetings that take so many minutes; 0 are as many as usual.
func (a *app) planSeries(c *cobra.Command, m core.Meeting, minutes int, rule core.Rule) error {
	made, err := a.p.Series.PlanFor(c.Context(), core.Series{
		Relationship: m.Relationship, Title: m.Title, Start: m.Start, Zone: m.Zone, Place: m.Place, Link: m.Link, Rule: rule.String(),
	}, minutes)
	if err != nil {
		return err
	}
	if err := a.remarkRoom(c.Context(), made); err != nil {
		return err
	}
	a.remarkPast(made.Start, made.Zone)
	return a.toldSeries(c, made.ID)
}

// remarkRoom says of a series that was planned what its first meeting clashes with, from when on it is at another hour for somebody or lies in quiet hours or at night
// for others, how many of the other meetings clash, and how many of them fall on days off.
func (a *app) remarkRoom(ctx context.Context, s *core.Series) error {
	if at, err := s.Start.In(s.Zone); err == nil && at.After(a.clock().Now()) {
		first := core.Meeting{Head: core.Head{ID: core.OccurrenceID(s.ID, s.Start)}, Relationship: s.Relationship, Start: s.Start, End: s.End, Zone: s.Zone}
		if err := a.remarkClashes(ctx, first); err != nil {
			return err
		}
		if err := a.remarkQuiet(ctx, &first); err != nil {
			return err
		}
	}
	planning, err := a.p.Meetings.Planning(ctx, core.ID{})
	if err != nil {
		return err
	}
	for _, shift := range planning.Shifts(*s) {
		a.remark(shift.Words(a.words(), shift.Person.ShortName(), shift.Person.Zone))
	}
	for _, q := range planning.QuietLater(*s) {
		a.remark(a.words().LaterQuiet(q.At, q.People, q.Quiet, q.Night))
	}
	later, err := a.p.Series.ClashesOf(ctx, *s)
	if err != nil {
		return err
	}
	off, err := a.p.Series.DaysOff(ctx, *s)
	if err != nil {
		return err
	}
	var lines []string
	for near := false; later != nil; later, near = later.Near, true {
		lines = append(lines, a.words().SeriesClash(later.Dates, later.First, later.Clash.Title, later.Clash.Name, near))
	}
	for _, line := range append(lines, a.words().SeriesOff(off.Dates, off.First, off.Title, off.Name)) {
		if line != "" {
			a.remark(line)
		}
	}
	return nil
}
