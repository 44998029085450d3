package ical

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
)

// seriesCase is a message about a series, with the starts that a reader should find from January 2026 to 2029.
type seriesCase struct {
	name string
	give *core.Invitation
	want []time.Time
}

func judgedZones() []core.Zone {
	return []core.Zone{
		"Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Australia/Sydney", "Australia/Lord_Howe",
		"Pacific/Auckland", "Asia/Kolkata", "Asia/Kathmandu", "Africa/Nairobi", "Etc/GMT+5", "UTC", "Europe/Moscow",
	}
}

// fortnightly gives the starts of a series of every second week that begins on 4 March 2026 at 14:00, as many as
// there are until an end.
func fortnightly(zone core.Zone, n int) (out []core.Civil) {
	for i := range n {
		out = append(out, core.NewDate(2026, time.March, 4+14*i).At(14, 0))
	}
	return out
}

func instants(zone core.Zone, list ...core.Civil) (out []time.Time) {
	loc, err := zone.Location()
	if err != nil {
		panic(err)
	}
	for _, c := range list {
		out = append(out, c.InLocation(loc).UTC())
	}
	slices.SortFunc(out, time.Time.Compare)
	return out
}

func ruled(zone core.Zone, rule string) *core.Invitation {
	v := recurringInvitation(zone)
	r, err := core.ParseRule(rule)
	if err != nil {
		panic(err)
	}
	v.Series.Rule = r
	return v
}

// seriesCases gives each zone with a plain series and with one that has occurrences moved, renamed and called off,
// then kinds of rules, methods and texts.
func seriesCases() []seriesCase {
	var out []seriesCase
	add := func(name string, v *core.Invitation, want []time.Time) {
		v.UID = fmt.Sprintf("series-%02d@mentorbook.app", len(out))
		out = append(out, seriesCase{name, v, want})
	}
	for _, zone := range judgedZones() {
		add("plain in "+string(zone), ruled(zone, "FREQ=WEEKLY;INTERVAL=2;COUNT=30"), instants(zone, fortnightly(zone, 30)...))
		v, want := changed(zone)
		add("changed in "+string(zone), v, instants(zone, want...))
	}
	for _, c := range ruleCases() {
		add(c.rule, ruled("Europe/Berlin", c.rule), instants("Europe/Berlin", c.want()...))
	}
	for dates, n := range map[string]int{"FREQ=WEEKLY;INTERVAL=2;COUNT=5": 5, "FREQ=WEEKLY;INTERVAL=2;UNTIL=20260401T140000": 3, "FREQ=DAILY;COUNT=1": 1} {
		beside := []core.Civil{core.NewDate(2026, time.March, 5).At(9, 30), core.NewDate(2026, time.July, 1).At(14, 0)}
		add("dates beside "+dates, ruled("Europe/Berlin", dates+";RDATE=20260701T140000,20260305T093000"),
			instants("Europe/Berlin", append(fortnightly("Europe/Berlin", n), beside...)...))
	}
	for _, c := range endCases() {
		add("ends: "+c.name, c.give, c.want)
	}
	for _, m := range []core.Method{core.MethodPublish, core.MethodCancel} {
		v, want := changed("Europe/Berlin")
		v.Method = m
		if m == core.MethodCancel { // the whole is off: its changes go with it
			want = slices.DeleteFunc(fortnightly("Europe/Berlin", 12), func(c core.Civil) bool { return slices.Contains(v.Series.Except, c) })
		}
		add("changed, "+string(m), v, instants("Europe/Berlin", want...))
	}
	for _, m := range []core.Method{core.MethodRequest, core.MethodCancel} {
		v := recurringInvitation("Europe/Berlin")
		v.Method = m
		v.Series.Original = core.NewDate(2026, time.April, 1).At(14, 0)
		v.Series.Start, v.Series.End = core.NewDate(2026, time.April, 2).At(9, 30), core.NewDate(2026, time.April, 2).At(10, 0)
		add("one occurrence, "+string(m), v, instants("Europe/Berlin", v.Series.Start))
	}
	for name, text := range map[string]string{
		"Cyrillic": `Круг, "лидеры"; и другие: 5^2`, "emoji": "👩‍👩‍👧‍👦 🚀", "long": strings.TrimSpace(strings.Repeat("Договорились: пишем, читаем; и спорим 🙂 e\u0301. ", 110)),
	} {
		v, want := changed("Asia/Yekaterinburg")
		v.Description, v.Organizer.Name, v.Guests[0].Name, v.Series.Moved[0].Description = text, core.Excerpt(text), core.Excerpt(text), text
		v.Title, v.Series.Moved[0].Title = core.Excerpt(text), core.Excerpt(text)
		add("texts: "+name, v, instants("Asia/Yekaterinburg", want...))
	}
	return out
}

// changed gives a series of twelve with one occurrence moved, one renamed and two called off, and their starts.
func changed(zone core.Zone) (*core.Invitation, []core.Civil) {
	v := ruled(zone, "FREQ=WEEKLY;INTERVAL=2;COUNT=12")
	starts := fortnightly(zone, 12)
	moved := core.NewDate(2026, time.April, 3).At(9, 15)
	v.Series.Except = []core.Civil{starts[3], starts[7]}
	v.Series.Moved = []core.InvitedOccurrence{
		{Original: starts[2], Start: moved, End: moved.AddMinutes(60), Title: "Moved", Place: "Room 5"},
		{Original: starts[9], Start: starts[9], End: starts[9].AddMinutes(45), Title: "Renamed: a, b; c", Description: "Something else", Link: v.Link},
	}
	v.Series.Follows = "before@mentorbook.app"
	want := slices.DeleteFunc(slices.Clone(starts), func(c core.Civil) bool { return c == starts[2] || c == starts[3] || c == starts[7] })
	return v, append(want, moved)
}

type ruleCase struct {
	rule string
	want func() []core.Civil
}

func ruleCases() []ruleCase {
	days := func(list ...string) func() []core.Civil {
		return func() (out []core.Civil) {
			for _, s := range list {
				d, err := core.ParseDate(s)
				if err != nil {
					panic(err)
				}
				out = append(out, d.At(14, 0))
			}
			return out
		}
	}
	return []ruleCase{
		{"FREQ=MONTHLY;BYMONTHDAY=4,31;COUNT=5", days("2026-03-04", "2026-03-31", "2026-04-04", "2026-05-04", "2026-05-31")},
		{"FREQ=MONTHLY;BYDAY=1WE;COUNT=4", days("2026-03-04", "2026-04-01", "2026-05-06", "2026-06-03")},
		{"FREQ=MONTHLY;BYDAY=WE,TH;BYSETPOS=1;COUNT=4", days("2026-03-04", "2026-04-01", "2026-05-06", "2026-06-03")},
		{"FREQ=WEEKLY;BYDAY=WE,FR;UNTIL=20260401", days("2026-03-04", "2026-03-06", "2026-03-11", "2026-03-13", "2026-03-18", "2026-03-20", "2026-03-25", "2026-03-27", "2026-04-01")},
		{"FREQ=WEEKLY;UNTIL=20260401T135900", days("2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25")},
		{"FREQ=DAILY;INTERVAL=10;COUNT=5", days("2026-03-04", "2026-03-14", "2026-03-24", "2026-04-03", "2026-04-13")},
		{"FREQ=YEARLY", days("2026-03-04", "2027-03-04", "2028-03-04")},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU;COUNT=4", days("2026-03-04", "2026-03-15", "2026-03-18", "2026-03-29")},
	}
}

func writtenSeries(t *testing.T, all []seriesCase) []string {
	t.Helper()
	dir := t.TempDir()
	files := make([]string, len(all))
	for i, s := range all {
		b, err := Calendar(s.give)
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		files[i] = filepath.Join(dir, "series"+strconv.Itoa(i)+".ics")
		if err := os.WriteFile(files[i], b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func utc(list []time.Time) (out []string) {
	for _, t := range list {
		out = append(out, t.UTC().Format("20060102T150405Z"))
	}
	return out
}

func startsOf(list []icaltest.Listed, uid string) (out []string) {
	for _, l := range list {
		if uid == "" || l.UID == uid {
			out = append(out, l.Start)
		}
	}
	slices.Sort(out)
	return out
}

const judgedFrom, judgedTo = "2026-01-01", "2029-01-01"

func TestWeReadTheSeriesThatWeWrite(t *testing.T) {
	all := seriesCases()
	if len(all) < 40 {
		t.Errorf("%d situations", len(all))
	}
	for i, file := range writtenSeries(t, all) {
		got, findings := listedBy(t, readFile(t, file), judgedFrom, judgedTo)
		if d := cmp.Diff(utc(all[i].want), startsOf(got, "")); d != "" || len(findings) > 0 {
			t.Errorf("%s: %v (-asked +read):\n%s", all[i].name, findings, d)
		}
	}
}

func TestLibicalTakesSeries(t *testing.T) {
	judges := icaltest.Start(t)
	all := seriesCases()
	files := writtenSeries(t, all)
	if err := judges.Restrict(files...); err != nil {
		t.Error(err)
	}
}

func TestPythonListsTheSameOfSeries(t *testing.T) {
	judges := icaltest.Start(t)
	all := seriesCases()
	found, err := judges.Occurrences(judgedFrom, judgedTo, writtenSeries(t, all)...)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all {
		if d := cmp.Diff(utc(s.want), startsOf(found[i].Occurrences, "")); d != "" || found[i].Refused != "" {
			t.Errorf("%s: %s (-asked +python):\n%s", s.name, found[i].Refused, d)
		}
	}
}

func TestKhalListsTheSameOfSeries(t *testing.T) {
	judges := icaltest.Start(t)
	all := slices.DeleteFunc(seriesCases(), func(s seriesCase) bool { return !s.give.Series.Original.IsZero() }) // khal wants the rule beside it
	found, err := judges.ImportAll(judgedFrom, judgedTo, writtenSeries(t, all)...)
	if err != nil {
		t.Fatal(err)
	}
	var list []icaltest.Listed
	for _, f := range found {
		at, err := time.Parse("2006-01-02T15:04", f.Start)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, icaltest.Listed{Start: at.Format("20060102T150405Z"), UID: f.UID})
	}
	for _, s := range all {
		if d := cmp.Diff(utc(s.want), startsOf(list, s.give.UID)); d != "" {
			t.Errorf("%s (-asked +khal):\n%s", s.name, d)
		}
	}
}

var tzid = regexp.MustCompile(`TZID=([^:;]+)`)

// TestLocalTimesHaveTheirZone looks at what the judges do not notice: they know the zones by their names.
func TestLocalTimesHaveTheirZone(t *testing.T) {
	all := seriesCases()
	for i, file := range writtenSeries(t, all) {
		text := strings.ReplaceAll(string(readFile(t, file)), "\r\n ", "")
		named := tzid.FindAllStringSubmatch(text, -1)
		if (len(named) == 0) != (all[i].give.Series.Zone == "UTC") {
			t.Errorf("%s: %d local times", all[i].name, len(named))
		}
		for _, m := range named {
			if !strings.Contains(text, "BEGIN:VTIMEZONE\r\nTZID:"+m[1]+"\r\n") {
				t.Errorf("%s: no VTIMEZONE for %s", all[i].name, m[1])
			}
		}
		if all[i].give.Method == core.MethodPublish {
			continue
		}
		for event := range strings.SplitSeq(text, "BEGIN:VEVENT") {
			if strings.Contains(event, "DTSTAMP") && (!strings.Contains(event, "ATTENDEE") || !strings.Contains(event, "ORGANIZER")) {
				t.Errorf("%s: an event without guests or organizer", all[i].name)
			}
		}
	}
}

func TestSeriesThatCanNotBe(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(v *core.Invitation)
		code core.Code
	}{
		"no rule":          {func(v *core.Invitation) { v.Series.Rule = core.Rule{} }, core.CodeBadRule},
		"no zone":          {func(v *core.Invitation) { v.Series.Zone = "" }, core.CodeBadZone},
		"ends before":      {func(v *core.Invitation) { v.Series.End = v.Series.Start }, core.CodeEndNotAfter},
		"an odd exception": {func(v *core.Invitation) { v.Series.Except = []core.Civil{{Hour: 3}} }, core.CodeBadTime},
		"an odd original":  {func(v *core.Invitation) { v.Series.Original = core.Civil{Hour: 3} }, core.CodeBadTime},
		"a nameless one": {func(v *core.Invitation) {
			v.Series.Moved = []core.InvitedOccurrence{{Original: v.Series.Start, Start: v.Series.Start, End: v.Series.End}}
		}, core.CodeRequired},
	} {
		v := recurringInvitation("Europe/Berlin")
		c.edit(v)
		if data, err := Calendar(v); core.CodeOf(err) != c.code || data != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
