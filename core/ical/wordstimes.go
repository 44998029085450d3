package ical

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// times gives a line for each time of day that the meeting has among those who take part, the readers' before
// the sender's, with the places where it is that time: "Monday, 23 November 2026, 15:00–15:45 (Lagos,
// UTC+1)". Where no zone is known it is the time of UTC.
func (l *letter) times(from, to time.Time) []string {
	var lines []string
	places := map[string][]string{}
	clocks := l.clocks
	if loc, err := senderOf(l.v).Zone.Location(); err == nil {
		clocks = append(slices.Clone(clocks), loc)
	}
	for _, loc := range clocks {
		start := from.In(loc)
		line := span(start, to.In(loc), l.w)
		if places[line] == nil {
			lines = append(lines, line)
			places[line] = []string{offset(start)}
		}
		if city := l.w.City(core.Zone(loc.String())); !slices.Contains(places[line], city) {
			places[line] = slices.Insert(places[line], len(places[line])-1, city)
		}
	}
	for i, line := range lines {
		lines[i] = line + " (" + strings.Join(places[line], ", ") + ")"
	}
	return lines
}

// byClock gives what is said by the clock of a reader, once for all to whom it says the same. The places that it is handed
// are those whose clock it is, "" where that needs no saying.
func (l *letter) byClock(say func(loc *time.Location, places string) string) []string {
	var texts []string
	clocks := map[string][]*time.Location{}
	for _, loc := range l.clocks {
		text := say(loc, "")
		if clocks[text] == nil {
			texts = append(texts, text)
		}
		clocks[text] = append(clocks[text], loc)
	}
	for i, text := range texts {
		var places []string
		for _, loc := range clocks[text] {
			places = append(places, l.w.City(core.Zone(loc.String())))
		}
		if l.named {
			texts[i] = say(clocks[text][0], strings.Join(places, ", "))
		}
	}
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// in adds to a time whose clock it is of.
func in(text, places string) string {
	if places == "" {
		return text
	}
	return text + " (" + places + ")"
}

// day gives a date as lists have it, with its year where that is not the one in which the message is written.
func (l *letter) day(at time.Time) string {
	return l.w.DateWithDay(core.DateOf(at), core.DateOf(l.v.Stamp.In(at.Location())))
}

// moment gives a day and an hour as lists have them: "Tue 26 Jan, 07:00".
func (l *letter) moment(at time.Time) string { return l.day(at) + ", " + l.w.Clock(core.CivilOf(at)) }

// shortSpan gives a day and the hours as lists have them: "Tue 26 Jan, 07:00–08:00".
func (l *letter) shortSpan(start, end time.Time) string {
	return l.day(start) + ", " + l.w.Span(core.CivilOf(start), core.CivilOf(end))
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
