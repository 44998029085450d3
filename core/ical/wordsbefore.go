package ical

import (
	"time"

	"mentorbook/core"
)

// before says what those who read it know until now, as far as it is another: of a proposal, what there is now, and of word
// that the time stays, what was proposed.
func (l *letter) before() []string {
	told := l.v.Told
	if told == nil || l.kind == "invited" || l.kind == "cancelled" {
		return nil
	}
	lines := l.formerTimes(told)
	if l.v.Method == core.MethodRequest {
		lines = append(lines, l.formerTexts(told)...)
	}
	if len(lines) == 0 {
		return nil
	}
	head := "email.before"
	if l.v.Method != core.MethodRequest {
		head += "_" + l.kind
	}
	return append([]string{l.w.T(head)}, lines...)
}

// formerTimes gives the times that are known until now; none where they are still so. Of one meeting of a series that is
// said already where it is what the rule has.
func (l *letter) formerTimes(told *core.Dispatch) []string {
	if l.run != nil {
		return l.formerRule(told)
	}
	start, end, err := core.SpanIn(told.Start, told.End, told.Zone)
	switch {
	case err != nil, start.Equal(l.v.Start) && end.Equal(l.v.End), told.CallsOff():
		return nil
	case l.one && start.Equal(l.original()) && !start.Equal(l.v.Start):
		return nil
	}
	return l.byClock(func(loc *time.Location, places string) string {
		return in(span(start.In(loc), end.In(loc), l.w), places)
	})
}

func (l *letter) formerRule(told *core.Dispatch) []string {
	rule, err := core.ParseRule(told.Rule)
	if err != nil || rule.IsZero() || told.CallsOff() {
		return nil
	}
	run := runOf(told.Start, told.End, told.Zone, rule, nil)
	if run == nil {
		return nil
	}
	return l.byClock(func(loc *time.Location, places string) string {
		was := l.pattern(run, loc).Words(l.w, places)
		if was == l.pattern(l.run, loc).Words(l.w, places) {
			return ""
		}
		return was
	})
}

// endsEarlier tells whether a series ends earlier than those who read it know until now.
func (l *letter) endsEarlier() bool {
	told := l.v.Told
	if told == nil || l.run == nil || l.kind != "changed" {
		return false
	}
	rule, err := core.ParseRule(told.Rule)
	if err != nil {
		return false
	}
	was := runOf(told.Start, told.End, told.Zone, rule, nil)
	if was == nil {
		return false
	}
	before, now := was.By(told.Zone, l.v.Stamp).Last, l.run.By(l.v.Series.Zone, l.v.Stamp).Last
	return !now.IsZero() && (before.IsZero() || now.Before(before))
}

// formerTexts gives the title, the place and the link that are known until now, where they are others.
func (l *letter) formerTexts(told *core.Dispatch) []string {
	var out []string
	if title := core.CleanLine(told.Title); title != core.CleanLine(l.v.Title) {
		out = append(out, l.w.T("email.title", "title", title))
	}
	if place := core.CleanLine(told.Place); place != core.CleanLine(l.v.Place) && place != "" {
		out = append(out, l.w.T("email.place", "place", place))
	}
	if link := core.CleanLine(told.Link); link != core.CleanLine(l.v.Link) && link != "" {
		out = append(out, l.w.T("email.link", "link", link))
	}
	return out
}
