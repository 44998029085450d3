package wire

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// busyOrders are messages about busy times of nobody known, and when these are in the end.
var busyOrders = []struct {
	names []string
	want  string
}{
	{[]string{"series", "one moved", "moved", "later off"}, "12-02T12:00 12-09T12:00 12-23T12:00"},
	{[]string{"series", "one moved", "one off", "renamed"}, "12-01T10:00 12-09T12:00 12-22T10:00"},
	{[]string{"series", "without one", "one back", "one off"}, "12-01T10:00 12-08T10:00 12-22T10:00"},
	{[]string{"series", "all off"}, ""},
	{[]string{"series", "all off", "on again"}, "12-01T10:00 12-08T10:00 12-15T10:00 12-22T10:00"},
	{[]string{"series", "all off", "on again", "all off again"}, ""},
	{[]string{"series", "one moved", "one off", "all off"}, ""},
	{[]string{"series", "one moved", "all off", "on again"}, "12-01T10:00 12-09T12:00 12-15T10:00 12-22T10:00"},
	{[]string{"series", "one off", "all off", "on again"}, "12-01T10:00 12-08T10:00 12-22T10:00"},
	{[]string{"one moved", "that one off", "all off", "on again"}, "12-01T10:00 12-15T10:00 12-22T10:00"},
	{[]string{"series", "one off", "one on again", "one off again"}, "12-01T10:00 12-08T10:00 12-22T10:00"},
	{[]string{"series", "one off", "one on again"}, "12-01T10:00 12-08T10:00 12-15T10:00 12-22T10:00"},
	{[]string{"single", "single off"}, ""},
	{[]string{"single", "single bare off"}, ""},
	{[]string{"single", "single off at once"}, ""},
	{[]string{"series", "all off at once"}, ""},
	{[]string{"series", "one moved", "that one off at once"}, "12-01T10:00 12-15T10:00 12-22T10:00"},
	{[]string{"single", "single moved", "single off", "single again"}, "12-03T10:00"},
	{[]string{"single", "single moved", "single bare off", "single again"}, "12-03T10:00"},
	{[]string{"single", "single off", "at its time", "off then"}, ""},
}

var (
	sequences = regexp.MustCompile(`SEQUENCE:\d`)
	timesOf   = regexp.MustCompile(`(DTSTART|RECURRENCE-ID)(?:;TZID=[^:]*)?:(\d{8})T\d{6}Z?`)
)

// busyTexts gives the messages by their names.
func busyTexts() map[string]string {
	texts := mails("busy-mails", "chair@board.example")
	asNew := func(name, sequence, stamp string) {
		text := sequences.ReplaceAllString(texts[name], "SEQUENCE:"+sequence)
		texts[name+" at once"] = regexp.MustCompile(`DTSTAMP:\w+`).ReplaceAllString(text, "DTSTAMP:"+stamp)
	}
	asNew("single off", "0", "20261101T000000Z")
	asNew("all off", "0", "20261101T000000Z")
	asNew("that one off", "1", "20261102T000000Z")
	texts["single bare off"] = regexp.MustCompile(`(DTSTART|DURATION|SUMMARY)[^\n]*\n`).ReplaceAllString(texts["single off"], "")
	return texts
}

// Busy times of nobody known end alike in whatever order messages about them come, also where they are called off before or after
// they are heard of, where SEQUENCE does not tell the order and DTSTAMP does, and where they take whole days. Each message says
// nothing new a second time, and one undo after the other takes all back.
func TestBusyMailsEndAlikeInAnyOrder(t *testing.T) {
	for kind, make := range map[string]func(string) string{
		"counted": func(s string) string { return s },
		"stamped": func(s string) string { return sequences.ReplaceAllString(s, "SEQUENCE:0") },
		"in days": func(s string) string {
			return timesOf.ReplaceAllString(strings.ReplaceAll(s, "DURATION:PT1H\r\n", ""), "$1;VALUE=DATE:$2")
		},
	} {
		t.Run(kind, func(t *testing.T) {
			texts := busyTexts()
			for name, text := range texts {
				texts[name] = make(text)
			}
			p := openWith(t, core.KindWorkspace, core.KindPerson, core.KindRelationship)
			empty := contents(t, p)
			for _, c := range busyOrders {
				want := c.want
				if kind == "in days" {
					want = regexp.MustCompile(`T\d\d:\d\d`).ReplaceAllString(want, "T00:00")
				}
				for n, order := range orders(len(c.names)) {
					if len(order) == 4 && n%2 > 0 || len(order) == 4 && kind != "counted" && n%3 > 0 {
						continue // some of the many
					}
					var names []string
					for _, i := range order {
						names = append(names, c.names[i])
						if take(t, p, texts[c.names[i]]); n%8 > 0 {
							continue
						}
						if got := take(t, p, texts[c.names[i]]); !strings.HasPrefix(got, "new 0, changed 0") {
							t.Errorf("%q, the last again: %s", names, got)
						}
					}
					if got := busyInDecember(t, p, "busy-mails"); got != want {
						t.Errorf("%q: %s, not %s", names, got, want)
					}
					for _, name := range c.names[:n%2*len(c.names)] {
						take(t, p, texts[name])
					}
					if got := busyInDecember(t, p, "busy-mails"); got != want {
						t.Errorf("%q, and all again: %s, not %s", names, got, want)
					}
					if undoAll(t, p); n%4 == 0 && contents(t, p) != empty {
						t.Fatalf("%q: not all is taken back", names)
					}
				}
			}
		})
	}
}

// busyInDecember gives when the owner is busy by a UID, in UTC, and whole days on their own.
func busyInDecember(t *testing.T, p *planner.Planner, uid string) string {
	t.Helper()
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	all, err := p.Busy.Between(t.Context(), owner.ID, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 1, 1)})
	ok(t, err)
	var out []string
	for _, b := range all {
		switch {
		case b.UID != uid:
		case b.AllDay:
			out = append(out, core.CivilOf(b.Start).String()[5:])
		default:
			out = append(out, core.CivilOf(b.Start.UTC()).String()[5:])
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// A file that was exported before a busy time was called off, or declined, does not bring it back; one that has it again does, and so
// does the owner's own yes. One undo takes the cancellation back.
func TestAnOlderFileBringsNoBusyTimeBack(t *testing.T) {
	const one, all = "12-02T10:00", "12-02T10:00 12-09T10:00 12-16T10:00"
	event := func(stamp, more string) string {
		return calendarText(strings.ReplaceAll(eventText("board", "DTSTART:20261202T100000Z\nDURATION:PT1H\nSUMMARY:Board\n"+more), "DTSTAMP:20261101", "DTSTAMP:"+stamp))
	}
	const weekly, moved, here = "RRULE:FREQ=WEEKLY;COUNT=3\n", "12-02T10:00 12-10T10:00 12-16T10:00", "ATTENDEE;PARTSTAT="
	change := func(stamp, more string) string {
		part := strings.ReplaceAll(eventText("board", "RECURRENCE-ID:20261209T100000Z\nDTSTART:20261210T100000Z\nDURATION:PT1H\nSUMMARY:Board\n"+more), "DTSTAMP:20261101", "DTSTAMP:"+stamp)
		return strings.ReplaceAll(event(stamp, weekly), "END:VCALENDAR", part+"END:VCALENDAR")
	}
	for _, c := range []struct {
		name, on, off, again string
		want, left           string // before and after it is off
		older                core.Code
	}{
		{"one", event("20261101", ""), event("20261105", "STATUS:CANCELLED"), event("20261109", ""), one, "", core.CodeOlder},
		{"by SEQUENCE", event("20261109", "SEQUENCE:1"), event("20261105", "SEQUENCE:2\nSTATUS:CANCELLED"), event("20261101", "SEQUENCE:3"), one, "", core.CodeOlder},
		{"of one version", event("20261101", ""), event("20261101", "STATUS:CANCELLED"), event("20261101", "SEQUENCE:1"), one, "", core.CodeState},
		{"series", event("20261101", weekly), event("20261105", weekly+"STATUS:CANCELLED"), event("20261109", weekly), all, "", core.CodeOlder},
		{"one of a series", change("20261101", ""), change("20261105", "STATUS:CANCELLED"), change("20261109", ""), moved, "12-02T10:00 12-16T10:00", core.CodeOlder},
		{"declined", event("20261101", here+"ACCEPTED:mailto:maja@lindqvist.example"), event("20261105", here+"DECLINED:mailto:maja@lindqvist.example"), event("20261105", here+"ACCEPTED:mailto:maja@lindqvist.example"), one, "", core.CodeOlder},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openWith(t, core.KindWorkspace, core.KindPerson, core.KindRelationship)
			is := func(after, want string) {
				t.Helper()
				if got := busyInDecember(t, p, "board"); got != want {
					t.Errorf("%s: %q, not %q", after, got, want)
				}
			}
			take(t, p, c.on)
			is("taken in", c.want)
			take(t, p, c.off)
			is("off", c.left)
			if again := readCalendar(t, p, c.off, planner.CalendarAsBoth); again.New+again.Changed+again.Refused > 0 {
				t.Errorf("off again: %s", sums(again))
			}
			older := readCalendar(t, p, c.on, planner.CalendarAsBoth)
			if s := older.Steps[len(older.Steps)-1]; core.CodeOf(s.Err) != c.older || older.New+older.Changed > 0 {
				t.Errorf("an older file: %s, %v", sums(older), s.Err)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), older, nil))
			is("an older file", c.left)
			_, err := p.Undo(t.Context())
			ok(t, err)
			is("undone", c.want)
			take(t, p, c.off)
			take(t, p, c.again)
			is("again", c.want)
		})
	}
}
