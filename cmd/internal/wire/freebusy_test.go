package wire

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// freeText makes a file of free and busy times, as somebody publishes theirs from the stretch's start on for two weeks.
func freeText(stamp, of string, periods ...string) string {
	lines := []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", "METHOD:PUBLISH", "BEGIN:VFREEBUSY", "UID:fb", "DTSTAMP:" + stamp,
		"DTSTART:20261123T000000Z", "DTEND:20261207T000000Z", "ORGANIZER:mailto:" + of,
	}
	for _, p := range periods {
		lines = append(lines, "FREEBUSY:"+p)
	}
	return strings.Join(append(lines, "END:VFREEBUSY", "END:VCALENDAR", ""), "\r\n")
}

func takeFree(t *testing.T, p *planner.Planner, text string, way planner.CalendarWay) *planner.CalendarPlan {
	t.Helper()
	plan, err := p.CalendarFiles.ReadIn(t.Context(), "times.ifb", strings.NewReader(text), way)
	ok(t, err)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	return plan
}

// busyStarts tells when somebody is busy by what came from such files, in UTC.
func busyStarts(t *testing.T, p *planner.Planner, who core.ID) string {
	t.Helper()
	list, err := p.Busy.Between(t.Context(), who, core.Period{From: core.NewDate(2026, 11, 20), To: core.NewDate(2026, 12, 20)})
	ok(t, err)
	var out []string
	for _, b := range list {
		if strings.HasPrefix(b.UID, "free-busy-") {
			out = append(out, b.Start.UTC().Format("02T1504")+"-"+b.End.UTC().Format("1504"))
		}
	}
	return strings.Join(out, " ")
}

// Of the times that a file names one can't be read: the others are taken, that one is named under whose it is, and what is known of
// the stretch stays, as it may be the one that can't be read.
func TestAFreeAndBusyTimeThatCannotBeRead(t *testing.T) {
	p := open(t)
	today, err := p.Today(t.Context())
	ok(t, err)
	them := today.Next.Others[0]
	takeFree(t, p, freeText("20261120T080000Z", them.Email(), "20261130T100000Z/PT1H"), planner.CalendarWay{})
	plan := takeFree(t, p, freeText("20261121T080000Z", them.Email(), "20261201T060000Z/PT2H,soon/PT1H"), planner.CalendarWay{})
	if got := sums(plan); got != "new 1, changed 0, same 0, refused 0" || len(plan.Findings) != 1 || plan.Findings[0].Value != "soon/PT1H" || plan.Findings[0].Title != them.Email() {
		t.Errorf("%s: %+v", got, plan.Findings)
	}
	if got := busyStarts(t, p, them.ID); got != "30T1000-1100 01T0600-0800" {
		t.Error(got)
	}
}

// The free and busy times of somebody known become theirs though nobody said whose file it is. A newer file takes off what it does
// not name within its stretch, and nothing beyond it; an older one is refused, twice changes nothing, and one undo takes all back.
func TestFreeAndBusyTimesOfSomebody(t *testing.T) {
	p := open(t)
	today, err := p.Today(t.Context())
	ok(t, err)
	them := today.Next.Others[0]
	before := contents(t, p)

	first := takeFree(t, p, freeText("20261120T080000Z", them.Email(), "20261130T100000Z/20261130T110000Z,20261201T060000Z/PT2H", "20261204T150000Z/PT30M"), planner.CalendarWay{})
	if got := sums(first); got != "new 3, changed 0, same 0, refused 0" || first.Away() != them.ID || first.Whose != them.Name {
		t.Fatalf("%s, of %q: %+v %+v", got, first.Whose, first.Steps, first.Findings)
	}
	if got := busyStarts(t, p, them.ID); got != "30T1000-1100 01T0600-0800 04T1500-1530" {
		t.Error(got)
	}
	if got := busyStarts(t, p, today.Owner.ID); got != "" {
		t.Errorf("of the owner: %s", got)
	}

	second := freeText("20261121T080000Z", them.Email(), "20261130T100000Z/20261130T110000Z", "20261202T070000Z/PT1H")
	if got := sums(takeFree(t, p, second, planner.CalendarWay{})); got != "new 1, changed 2, same 1, refused 0" {
		t.Error(got)
	}
	if got := busyStarts(t, p, them.ID); got != "30T1000-1100 02T0700-0800" {
		t.Error(got)
	}
	if got := sums(takeFree(t, p, second, planner.CalendarWay{})); got != "new 0, changed 0, same 2, refused 0" {
		t.Errorf("again: %s", got)
	}
	late := takeFree(t, p, freeText("20261120T090000Z", them.Email(), "20261203T100000Z/PT1H"), planner.CalendarWay{})
	if got := sums(late); got != "new 0, changed 0, same 0, refused 1" || late.Findings[0].Flaw != core.FlawFreeOlder {
		t.Errorf("an older one: %s %+v", got, late.Findings)
	}
	back := takeFree(t, p, freeText("20261122T080000Z", them.Email(), "20261201T060000Z/PT2H"), planner.CalendarWay{})
	if got := busyStarts(t, p, them.ID); got != "01T0600-0800" {
		t.Errorf("busy again: %s (%s)", got, sums(back))
	}
	for range 3 {
		_, err := p.Undo(t.Context())
		ok(t, err)
	}
	if contents(t, p) != before {
		t.Error("undo leaves something")
	}
}

// Whose times they are is not guessed: an address of somebody else, or of nobody, is refused where the file is the owner's or was said
// to be another's; one of nobody is taken where it was said.
func TestFreeAndBusyTimesOfWhom(t *testing.T) {
	p := open(t)
	today, err := p.Today(t.Context())
	ok(t, err)
	them, me := today.Next.Others[0], today.Owner
	for name, c := range map[string]struct {
		of   string
		way  planner.CalendarWay
		whom core.ID // zero: refused
	}{
		"the owner's":                  {me.Email(), planner.CalendarWay{}, me.ID},
		"theirs":                       {them.Email(), planner.CalendarWay{}, them.ID},
		"nobody's":                     {"who@else.example", planner.CalendarWay{}, core.ID{}},
		"nobody's, said to be theirs":  {"who@else.example", planner.CalendarWay{Away: them.ID}, them.ID},
		"the owner's, said to be such": {me.Email(), planner.CalendarWay{Away: them.ID}, core.ID{}},
		"theirs as meetings":           {them.Email(), planner.CalendarWay{As: planner.CalendarAsMeetings}, core.ID{}},
	} {
		t.Run(name, func(t *testing.T) {
			plan := takeFree(t, p, freeText("20261120T080000Z", c.of, "20261130T100000Z/PT1H"), c.way)
			if c.whom.IsZero() {
				if got := sums(plan); got != "new 0, changed 0, same 0, refused 1" || plan.Findings[0].Flaw != core.FlawFreeOther {
					t.Fatalf("%s %+v", got, plan.Findings)
				}
				return
			}
			if got := busyStarts(t, p, c.whom); got != "30T1000-1100" {
				t.Errorf("busy at %q: %+v", got, plan.Findings)
			}
			_, err := p.Undo(t.Context())
			ok(t, err)
		})
	}
}

// A meeting that is planned here stands in the busy times of whoever has it on their calendar. It takes their time once: it has no
// clash with itself, and leaves no busy time behind where it moves away.
func TestFreeAndBusyTimesLeaveOutMeetingsHere(t *testing.T) {
	p := open(t)
	today, err := p.Today(t.Context())
	ok(t, err)
	m, them := today.Next.Meeting, today.Next.Others[0]
	start, err := m.StartAt()
	ok(t, err)
	end, err := m.EndAt()
	ok(t, err)
	const form = "20060102T150405Z"
	around := fmt.Sprintf("%s/%s", start.Add(-30*time.Minute).UTC().Format(form), end.Add(time.Hour).UTC().Format(form))
	plan := takeFree(t, p, freeText("20261120T080000Z", them.Email(), around), planner.CalendarWay{})
	want := fmt.Sprintf("%s-%s %s-%s", start.Add(-30*time.Minute).UTC().Format("02T1504"), start.UTC().Format("1504"), end.UTC().Format("02T1504"), end.Add(time.Hour).UTC().Format("1504"))
	if got := busyStarts(t, p, them.ID); got != want {
		t.Errorf("%s, not %s: %s", got, want, sums(plan))
	}
	now, err := p.Today(t.Context())
	ok(t, err)
	for _, row := range now.Week {
		for _, c := range row.Clashes {
			if row.Meeting.ID == m.ID && !c.Near {
				t.Errorf("it clashes: %+v", c)
			}
		}
	}
}
