package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/ical/icaltest"
	"mentorbook/core/planner"
)

// The calendars that are measured: as many events as somebody has in a year, and as many as nobody has.
const (
	oneCalendar  = 20_000
	hugeCalendar = 100_000
)

// calendarFile makes a calendar such as a busy team exports: a tenth recurs by week, a tenth by month, all in a
// zone with clock changes, with a text, a place and two people.
func (l *lab) calendarFile(events int) (string, error) {
	if l.quick {
		events /= 100
	}
	path := filepath.Join(l.folder, fmt.Sprintf("calendar-%d.ics", events))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Bench//Bench//EN\r\n" + berlin)
	chance := rand.New(rand.NewPCG(1, 1))
	for i := range events {
		start := time.Date(2018+chance.IntN(10), time.Month(1+chance.IntN(12)), 1+chance.IntN(28), 7+chance.IntN(12), 0, 0, 0, time.UTC)
		fmt.Fprintf(&b, "BEGIN:VEVENT\r\nUID:%08d-4000-8000@bench.example\r\nDTSTAMP:20260101T000000Z\r\n", i)
		fmt.Fprintf(&b, "DTSTART;TZID=Europe/Berlin:%s\r\nDTEND;TZID=Europe/Berlin:%s\r\n", start.Format(stamp), start.Add(45*time.Minute).Format(stamp))
		fmt.Fprintf(&b, "SUMMARY:Planning talk number %d\r\nLOCATION:Room %d\r\n%s", i, i%40, speech)
		fmt.Fprintf(&b, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Dar\r\n ya:mailto:darya%d@example.org\r\n", i%500)
		switch i % 10 {
		case 0:
			fmt.Fprintf(&b, "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=%d\r\n", 10+chance.IntN(90))
		case 1:
			b.WriteString("RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20280101T000000Z\r\n")
		}
		b.WriteString("STATUS:CONFIRMED\r\nSEQUENCE:0\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n")
	}
	b.WriteString("END:VCALENDAR\r\n")
	return path, os.WriteFile(path, []byte(b.String()), 0o600)
}

const (
	stamp  = "20060102T150405"
	speech = "DESCRIPTION:Agenda\\n1. What happened\\, and what did not\\n2. What is ne\r\n xt: the draft\\; the review\\; the talk on Friday\r\n" +
		"ORGANIZER;CN=Nora:mailto:nora@example.org\r\n"
	berlin = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n" +
		"DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\n" +
		"TZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)

// judges makes the other programs ready.
func (l *lab) judges() (*icaltest.Judges, func(), error) {
	folder, err := os.MkdirTemp(l.folder, "judges")
	if err != nil {
		return nil, nil, err
	}
	j, err := icaltest.New(folder)
	return j, func() { _ = os.RemoveAll(folder) }, err
}

// yardstick is what another program takes for a file.
type yardstick func(j *icaltest.Judges, file string) (float64, error)

func pythonReads(j *icaltest.Judges, file string) (float64, error) { return j.PythonReads(file) }

func libicalLists(j *icaltest.Judges, file string) (float64, error) {
	return j.LibicalLists("20260101", "20270101", file)
}

// listing measures reading a calendar and working out a year of it.
func listing(over yardstick) func(context.Context, *lab) ([]pair, error) {
	return func(ctx context.Context, l *lab) ([]pair, error) {
		return l.besideJudges(oneCalendar, over, func(file string) error {
			in, err := os.Open(file)
			if err != nil {
				return err
			}
			defer in.Close()
			list, _, err := ical.Occurrences(ctx, in, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC))
			if err == nil && len(list) == 0 {
				err = errors.New("no occurrence")
			}
			return err
		})
	}
}

// besideJudges takes turns between us and another program over one file.
func (l *lab) besideJudges(events int, over yardstick, ours func(file string) error) ([]pair, error) {
	file, err := l.calendarFile(events)
	if err != nil {
		return nil, err
	}
	judges, shut, err := l.judges()
	if err != nil {
		return nil, err
	}
	defer shut()
	var pairs []pair
	for range l.rounds(5) {
		var one pair
		if one.ours, err = took(func() error { return ours(file) }); err != nil {
			return nil, err
		}
		if one.bare, err = over(judges, file); err != nil {
			return nil, err
		}
		pairs = append(pairs, one)
	}
	return pairs, nil
}

// takingIn measures the whole import of a huge calendar into a workspace, synced to the disk, each time a new one.
func takingIn(ctx context.Context, l *lab) ([]pair, error) {
	return l.besideJudges(hugeCalendar, pythonReads, func(file string) (err error) {
		path, shut, err := l.copyOf(ctx, smallSample())
		if err != nil {
			return err
		}
		defer shut()
		p, closeStore, err := l.planner(ctx, path)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, closeStore()) }()
		in, err := os.Open(file)
		if err != nil {
			return err
		}
		defer in.Close()
		plan, err := p.CalendarFiles.Read(ctx, filepath.Base(file), in, planner.CalendarAsBoth)
		if err != nil {
			return err
		}
		if plan.New == 0 || plan.Refused > 0 {
			return core.Fail(core.CodeInternal, "reason", "the calendar was not taken")
		}
		return p.CalendarFiles.Import(ctx, plan, nil)
	})
}
