package ical

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/schedule"
)

// Compose puts an e-mail into words: what has happened, the title, the time as each guest's clock shows it and
// as the organizer's does, place, link and shared text, and how to answer.
//
// Nothing in it depends on whether a guest is she or he, and a text of the user stands for itself in a line of
// its own, so that no sentence has to bend to it.
func Compose(v *core.Invitation, w *locale.Words) EmailWords { return compose(v, w, true) }

// compose does it with or without the file that the words speak of.
func compose(v *core.Invitation, w *locale.Words, file bool) EmailWords {
	kind := kindOf(v)
	subject := w.T("email.subject_"+kind, "title", core.CleanLine(v.Title))
	happened := w.T("email.happened_"+kind, "organizer", nameOf(senderOf(v)))
	meeting := []string{core.CleanLine(v.Title)}
	meeting = append(meeting, times(v, w)...)
	if v.Series != nil && !v.Series.Rule.IsZero() {
		meeting = append(meeting, w.T("email.repeats", "rule", repeatsBy(v, w)))
		if v.Method != core.MethodCancel {
			meeting = append(meeting, shifts(v, w)...)
		}
	}
	if place := core.CleanLine(v.Place); place != "" {
		meeting = append(meeting, w.T("email.place", "place", place))
	}
	link := core.CleanLine(v.Link)
	if kind == "cancelled" {
		link = "" // nobody should come
	}
	if link != "" {
		meeting = append(meeting, w.T("email.link", "link", link))
	}
	paragraphs := []string{happened, strings.Join(meeting, "\n")}
	if kind == "cancelled" {
		if reason := cleanText(v.Reason); reason != "" {
			paragraphs = append(paragraphs, w.T("email.reason", "reason", reason))
		}
	} else {
		for _, text := range []string{v.Description, v.Comment} {
			if text = cleanText(text); text != "" {
				paragraphs = append(paragraphs, text)
			}
		}
		if file && !v.Method.FromGuest() && v.Method != core.MethodDeclineCounter {
			paragraphs = append(paragraphs, w.T("email.answer", "file", attachmentName))
		}
	}
	return EmailWords{Subject: subject, Text: strings.Join(paragraphs, "\n\n")}
}

// kindOf tells what a message is to those who get it. SEQUENCE rises when something has changed that they must
// answer anew (RFC 5546 2.1.4).
func kindOf(v *core.Invitation) string {
	switch {
	case v.Method == core.MethodReply:
		return string(v.Answer)
	case v.Method == core.MethodCounter:
		return "proposed"
	case v.Method == core.MethodDeclineCounter:
		return "kept"
	case v.Method == core.MethodCancel:
		return "cancelled"
	case v.Again:
		return "invited"
	case v.Sequence > 0 || v.Series != nil && slices.ContainsFunc(v.Series.Moved, func(o core.InvitedOccurrence) bool { return o.Sequence > 0 }):
		return "changed"
	}
	return "invited"
}

func nameOf(p core.Party) string {
	if name := core.CleanLine(p.Name); name != "" {
		return name
	}
	return p.Email
}

// times gives a line for each time of day that the meeting has among those who take part, the guests' before
// the organizer's, with the places where it is that time: "Monday, 23 November 2026, 15:00–15:45 (Lagos,
// UTC+1)". Where no zone is known it is the time of UTC.
func times(v *core.Invitation, w *locale.Words) []string {
	var lines []string
	places := map[string][]string{}
	from, to := upcoming(v, runOf(v))
	for _, loc := range clocksOf(v) {
		start := from.In(loc)
		line := span(start, to.In(loc), w)
		if places[line] == nil {
			lines = append(lines, line)
			places[line] = []string{offset(start)}
		}
		if city := w.City(core.Zone(loc.String())); !slices.Contains(places[line], city) {
			places[line] = slices.Insert(places[line], len(places[line])-1, city)
		}
	}
	for i, line := range lines {
		lines[i] = line + " (" + strings.Join(places[line], ", ") + ")"
	}
	return lines
}

// repeatsBy says by which rule a series comes. Its days are those of the series' own clock, which is named where somebody's
// shows another day then, beside the times of whom it would contradict.
func repeatsBy(v *core.Invitation, w *locale.Words) string {
	s := v.Series
	rule := w.Rule(s.Rule, s.Start.Date)
	at, err := s.Start.In(s.Zone)
	if err != nil || !slices.ContainsFunc(clocksOf(v), func(loc *time.Location) bool { return core.DateOf(at.In(loc)) != s.Start.Date }) {
		return rule
	}
	return w.T("email.rule_clock", "rule", rule, "city", w.City(s.Zone))
}

// upcoming gives the time that a message tells: the meeting's, or that of the next one of a series that goes on. Its first
// one may lie a change of clocks back, and its hour is then no longer that of those to come.
func upcoming(v *core.Invitation, run *schedule.Recurring) (start, end time.Time) {
	if run == nil || v.Method == core.MethodCancel || v.Stamp.Before(v.End) {
		return v.Start, v.End
	}
	for o, err := range run.From(v.Stamp) {
		if err != nil {
			break
		}
		return o.Start, o.End
	}
	return v.Start, v.End
}

// runOf gives what recurs of an invitation to a series; nil for one that does not, and for one that can't be written,
// which is refused elsewhere.
func runOf(v *core.Invitation) *schedule.Recurring {
	s := v.Series
	if s == nil || s.Rule.IsZero() {
		return nil
	}
	run, err := schedule.OfSeries(&core.Series{Start: s.Start, End: s.End, Zone: s.Zone, Rule: s.Rule.String(), Except: s.Except})
	if err != nil {
		return nil
	}
	return run
}

// clocksOf gives the zones that are known, the guests' first; UTC where none is.
func clocksOf(v *core.Invitation) []*time.Location {
	var clocks []*time.Location
	for _, p := range append(slices.Clone(v.Guests), v.Organizer) {
		if loc, err := p.Zone.Location(); err == nil {
			clocks = append(clocks, loc)
		}
	}
	if clocks == nil {
		clocks = append(clocks, time.UTC)
	}
	return clocks
}

// shiftsAhead is how far ahead a message tells of other hours, and mostShifts of how many for one zone: a year has one
// in spring and one in autumn.
const (
	shiftsAhead = 366 * 24 * time.Hour
	mostShifts  = 2
)

// shifts tells from which day on a series comes at another hour where somebody lives, since clocks change on other days
// there, or never: "From 29 March 2027 it is 17:00 (Nairobi)".
func shifts(v *core.Invitation, w *locale.Words) []string {
	run := runOf(v)
	if run == nil {
		return nil
	}
	from, _ := upcoming(v, run)
	from = from.Add(time.Second) // that one's hour is told
	var lines []string
	for _, loc := range clocksOf(v) {
		for i, shift := range run.Shifts(loc, from, from.Add(shiftsAhead)) {
			line := w.T("email.shift", "date", w.Date(shift.On), "time", w.Clock(shift.Now), "city", w.City(core.Zone(loc.String())))
			if i < mostShifts && !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

func span(start, end time.Time, w *locale.Words) string {
	from, to := core.CivilOf(start), core.CivilOf(end)
	return w.Weekday(from.Date.Weekday()) + ", " + w.Date(from.Date) + ", " + w.Span(from, to)
}

// offset gives how far a clock is from UTC: "UTC+5", "UTC-3:30", "UTC".
func offset(t time.Time) string {
	_, seconds := t.Zone()
	if seconds == 0 {
		return "UTC"
	}
	sign := "+"
	if seconds < 0 {
		sign, seconds = "-", -seconds
	}
	s := fmt.Sprintf("UTC%s%d", sign, seconds/3600)
	if minutes := seconds / 60 % 60; minutes != 0 {
		s += fmt.Sprintf(":%02d", minutes)
	}
	return s
}
