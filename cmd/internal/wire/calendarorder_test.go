package wire

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// orders gives all orders of so many things.
func orders(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var out [][]int
	for _, rest := range orders(n - 1) {
		for i := range n {
			out = append(out, slices.Insert(slices.Clone(rest), i, n-1))
		}
	}
	return out
}

// mails are messages about one UID: a series on Tuesdays, which moves to Wednesdays, with one of its meetings moved and one
// called off, before that and after.
func mails(uid, organizer string) map[string]string {
	mail := func(method, sequence, more string) string {
		text := itip(method, eventText(uid, "ORGANIZER:mailto:"+organizer+"\nATTENDEE:mailto:maja@lindqvist.example\nDURATION:PT1H\nSEQUENCE:"+sequence+"\n"+more))
		return strings.ReplaceAll(text, "DTSTAMP:20261101", fmt.Sprintf("DTSTAMP:202611%02d", sequence[0]-'0'+1))
	}
	back := mail("REQUEST", "1", "DTSTART:20261215T100000Z\nRECURRENCE-ID:20261215T100000Z\nSUMMARY:Weekly")
	return map[string]string{
		"one back":      strings.ReplaceAll(back, "DTSTAMP:20261102T000000Z", "DTSTAMP:20261102T120000Z"),
		"series":        mail("REQUEST", "0", "DTSTART:20261201T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Weekly"),
		"one moved":     mail("REQUEST", "1", "DTSTART:20261209T120000Z\nRECURRENCE-ID:20261208T100000Z\nSUMMARY:Weekly, for once on Wednesday"),
		"one off":       mail("CANCEL", "2", "DTSTART:20261215T100000Z\nRECURRENCE-ID:20261215T100000Z\nSUMMARY:Weekly\nSTATUS:CANCELLED"),
		"that one off":  mail("CANCEL", "2", "DTSTART:20261209T120000Z\nRECURRENCE-ID:20261208T100000Z\nSUMMARY:Off\nSTATUS:CANCELLED"),
		"renamed":       mail("REQUEST", "3", "DTSTART:20261201T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Our hour"),
		"moved":         mail("REQUEST", "4", "DTSTART;TZID=Africa/Nairobi:20261202T150000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Wednesdays"),
		"later off":     mail("CANCEL", "5", "DTSTART:20261216T120000Z\nRECURRENCE-ID:20261216T120000Z\nSUMMARY:Wednesdays\nSTATUS:CANCELLED"),
		"later moved":   mail("REQUEST", "5", "DTSTART:20261210T120000Z\nRECURRENCE-ID:20261209T120000Z\nSUMMARY:Wednesdays, for once on Thursday"),
		"moved, again":  mail("REQUEST", "6", "DTSTART;TZID=Africa/Nairobi:20261202T150000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Wednesdays at three"),
		"all off":       mail("CANCEL", "7", "DTSTART:20261201T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Weekly\nSTATUS:CANCELLED"),
		"on again":      mail("REQUEST", "8", "DTSTART:20261201T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Weekly"),
		"single":        mail("REQUEST", "0", "DTSTART:20261201T100000Z\nSUMMARY:Talk"),
		"single moved":  mail("REQUEST", "1", "DTSTART:20261202T100000Z\nSUMMARY:Talk"),
		"single off":    mail("CANCEL", "2", "DTSTART:20261201T100000Z\nSUMMARY:Talk\nSTATUS:CANCELLED"),
		"single again":  mail("REQUEST", "3", "DTSTART:20261203T100000Z\nSUMMARY:Talk"),
		"at its time":   mail("REQUEST", "3", "DTSTART:20261201T100000Z\nSUMMARY:Talk"),
		"off then":      mail("CANCEL", "4", "DTSTART:20261201T100000Z\nSUMMARY:Talk\nSTATUS:CANCELLED"),
		"all off again": mail("CANCEL", "9", "DTSTART:20261201T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Weekly\nSTATUS:CANCELLED"),
		"one on again":  mail("REQUEST", "3", "DTSTART:20261215T100000Z\nRECURRENCE-ID:20261215T100000Z\nSUMMARY:Weekly"),
		"one off again": mail("CANCEL", "4", "DTSTART:20261215T100000Z\nRECURRENCE-ID:20261215T100000Z\nSUMMARY:Weekly\nSTATUS:CANCELLED"),
		"without one":   mail("REQUEST", "1", "DTSTART:20261201T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20261215T100000Z\nSUMMARY:Weekly"),
		"once at last":  mail("REQUEST", "4", "DTSTART:20261203T110000Z\nSUMMARY:Talk"),
		"now a series":  mail("REQUEST", "3", "DTSTART:20261203T100000Z\nRRULE:FREQ=WEEKLY;COUNT=2\nSUMMARY:Talks"),
	}
}

var byOrder = []struct {
	names []string
	want  string // of meetings
}{
	{[]string{"series", "all off"}, "12-01T10:00 cancelled Weekly"},
	{[]string{"series", "all off", "on again"}, "12-01T10:00 planned Weekly, 12-08T10:00 planned Weekly, 12-15T10:00 planned Weekly, 12-22T10:00 planned Weekly"},
	{
		[]string{"series", "one moved", "all off", "on again"},
		"12-01T10:00 planned Weekly, 12-09T12:00 planned Weekly, for once on Wednesday, 12-15T10:00 planned Weekly, 12-22T10:00 planned Weekly",
	},
	{[]string{"single", "single off"}, "12-01T10:00 cancelled Talk"},
	{[]string{"single", "single moved", "single off", "single again"}, "12-03T10:00 planned Talk"},
	{[]string{"single", "single off", "at its time", "off then"}, "12-01T10:00 cancelled Talk"},
	{[]string{"single off", "at its time", "off then"}, "12-01T10:00 cancelled Talk"},
	{[]string{"series", "all off", "on again", "all off again"}, "12-01T10:00 cancelled Weekly"},
	{
		[]string{"series", "one off", "one on again", "one off again"},
		"12-01T10:00 planned Weekly, 12-08T10:00 planned Weekly, 12-15T10:00 cancelled Weekly, 12-22T10:00 planned Weekly",
	},
	{
		[]string{"series", "without one", "one on again"},
		"12-01T10:00 planned Weekly, 12-08T10:00 planned Weekly, 12-15T10:00 planned Weekly, 12-22T10:00 planned Weekly",
	},
	{ // the cancellation is of what the series leaves out already, and newer than the request
		[]string{"series", "without one", "one back", "one off"},
		"12-01T10:00 planned Weekly, 12-08T10:00 planned Weekly, 12-15T10:00 cancelled Weekly, 12-22T10:00 planned Weekly",
	},
	{[]string{"single", "single moved", "now a series"}, "12-03T10:00 planned Talks, 12-10T10:00 planned Talks"},
	{[]string{"single", "now a series", "once at last"}, "12-03T11:00 planned Talk"},
	{[]string{"single off", "now a series"}, "12-03T10:00 planned Talks, 12-10T10:00 planned Talks"},
	{
		[]string{"series", "one moved", "one off", "renamed"},
		"12-01T10:00 planned Our hour, 12-09T12:00 planned Weekly, for once on Wednesday, 12-15T10:00 cancelled Weekly, 12-22T10:00 planned Our hour",
	},
	{
		[]string{"series", "one moved", "that one off", "renamed"},
		"12-01T10:00 planned Our hour, 12-09T12:00 cancelled Off, 12-15T10:00 planned Our hour, 12-22T10:00 planned Our hour",
	},
	{
		[]string{"series", "one moved", "one off", "renamed", "moved"},
		"12-02T12:00 planned Wednesdays, 12-09T12:00 planned Wednesdays, 12-16T12:00 planned Wednesdays, 12-23T12:00 planned Wednesdays",
	},
	{
		[]string{"series", "one moved", "moved", "later off", "moved, again"},
		"12-02T12:00 planned Wednesdays at three, 12-09T12:00 planned Wednesdays at three, 12-16T12:00 cancelled Wednesdays, 12-23T12:00 planned Wednesdays at three",
	},
	{
		[]string{"series", "that one off", "moved", "later off", "later moved"},
		"12-02T12:00 planned Wednesdays, 12-10T12:00 planned Wednesdays, for once on Thursday, 12-16T12:00 cancelled Wednesdays, 12-23T12:00 planned Wednesdays",
	},
}

// Whatever order mails come in, they end alike (RFC 5546 2.1.5): as they do one after the other. What is called off takes
// nobody's time, whether its message says so, as Outlook's and ours do, or not.
func TestMailsEndAlikeInAnyOrder(t *testing.T) {
	texts := mails("mails", "amina.yusuf@kijani.example")
	for name, text := range maps.Clone(texts) {
		texts[name+", free"] = strings.ReplaceAll(text, "STATUS:CANCELLED", "STATUS:CANCELLED\r\nTRANSP:TRANSPARENT")
	}
	for _, c := range byOrder {
		t.Run(strings.Join(c.names, ", "), func(t *testing.T) {
			p := openWith(t, core.KindWorkspace, core.KindPerson, core.KindRelationship)
			for i, order := range orders(len(c.names)) {
				if len(c.names) == 5 && c.names[2] != "one off" && i%8 > 0 {
					continue // all 120 of one set, some of the others
				}
				for k, free := range []string{"", ", free"} {
					if len(c.names) < 4 || i%2 == k { // each way of the small sets, else in turn
						endsAs(t, p, texts, c.names, order, free, c.want)
					}
				}
			}
		})
	}
}

// endsAs takes mails in an order, holds what they end as, also with the first again, and takes all back.
func endsAs(t *testing.T, p *planner.Planner, texts map[string]string, all []string, order []int, free, want string) {
	t.Helper()
	var names []string
	for _, i := range order {
		names = append(names, all[i]+free)
		take(t, p, texts[all[i]+free])
	}
	if got := meetingsInDecember(t, p, "mails"); got != want {
		t.Errorf("%q:\n%s\nnot\n%s", names, got, want)
	}
	take(t, p, texts[names[0]]) // a second time
	if got := meetingsInDecember(t, p, "mails"); got != want {
		t.Errorf("%q, and the first again:\n%s\nnot\n%s", names, got, want)
	}
	if slices.IsSorted(order) {
		feedIsSound(t, p)
	}
	undoAll(t, p)
}

// feedIsSound holds that a calendar of all meetings passes our own lint: nothing in it is taken out and changed at once.
func feedIsSound(t *testing.T, p *planner.Planner) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "feed.ics")
	_, err := p.Invitations.WriteFeed(t.Context(), planner.FeedWish{}, path)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	if found, err := ical.Lint(t.Context(), bytes.NewReader(data)); err != nil || len(found) > 0 {
		t.Errorf("%v, %+v in\n%s", err, found, data)
	}
}

// A newer cancellation of what is off counts, once: its version is kept.
func TestANewerCancellationIsKeptOnce(t *testing.T) {
	p := open(t)
	texts := mails("mails", "amina.yusuf@kijani.example")
	const changed, same = "new 0, changed 1, same 0, refused 0", "new 0, changed 0, same 1, refused 0"
	take(t, p, texts["single"])
	for _, c := range []struct{ mail, does string }{{"single off", changed}, {"off then", changed}, {"off then", same}, {"single off", same}} {
		if got := take(t, p, texts[c.mail]); got != c.does {
			t.Errorf("%s: %s", c.mail, got)
		}
	}
	if m := meetingByUID(t, p, "mails"); m.Origin.Sequence != 4 {
		t.Errorf("version %d", m.Origin.Sequence)
	}
	undoAll(t, p)
	take(t, p, texts["single"])
	ok(t, p.Meetings.Cancel(t.Context(), meetingByUID(t, p, "mails").ID, "ill"))
	take(t, p, texts["off then"])
	if m := meetingByUID(t, p, "mails"); !m.Off() || m.Reason != "ill" || m.Origin.Sequence != 4 {
		t.Errorf("what the guest called off: %+v", m)
	}
}

// An older version of a series does not take away what a newer message about one meeting has planned again; one that takes
// away says so.
func TestAnOlderSeriesTakesNothingNewerAway(t *testing.T) {
	p := open(t)
	texts := mails("mails", "amina.yusuf@kijani.example")
	take(t, p, texts["series"])
	plan := readCalendar(t, p, texts["without one"], planner.CalendarAsBoth)
	if s := plan.Steps[0]; s.Does != planner.CalendarChanged || s.Kept != core.FlawTakesAway {
		t.Errorf("it takes one away: %+v", s)
	}
	take(t, p, texts["one on again"])
	plan = readCalendar(t, p, texts["without one"], planner.CalendarAsBoth)
	if s := plan.Steps[0]; s.Does != planner.CalendarChanged || s.Kept != "" {
		t.Errorf("it takes nothing away: %+v", s)
	}
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	if got := take(t, p, texts["without one"]); got != "new 0, changed 0, same 1, refused 0" {
		t.Errorf("a second time: %s", got)
	}
	if got := meetingsInDecember(t, p, "mails"); !strings.Contains(got, "12-15T10:00 planned") {
		t.Error(got)
	}
}

// What is on again stands in what is written as all others do, and not among the exceptions.
func TestWhatIsOnAgainIsNoException(t *testing.T) {
	p := open(t)
	texts := mails("mails", "amina.yusuf@kijani.example")
	take(t, p, texts["without one"])
	if got := feedExcept(t, p); len(got) != 1 {
		t.Fatalf("without one: %v", got)
	}
	take(t, p, texts["one on again"])
	if got := feedExcept(t, p); len(got) != 0 {
		t.Errorf("on again: %v", got)
	}
	if got := meetingsInDecember(t, p, "mails"); !strings.Contains(got, "12-15T10:00 planned") {
		t.Error(got)
	}
}

// feedExcept gives the exceptions that a calendar of all meetings has.
func feedExcept(t *testing.T, p *planner.Planner) (out []core.Civil) {
	t.Helper()
	feed, _, err := p.Invitations.Feed(t.Context(), planner.FeedWish{})
	ok(t, err)
	for _, e := range feed.Events {
		if e.Series != nil && e.UID == "mails" {
			out = append(out, e.Series.Except...)
		}
	}
	return out
}

// undoAll takes everything back that can be.
func undoAll(t *testing.T, p *planner.Planner) {
	t.Helper()
	for {
		if _, err := p.Undo(t.Context()); err != nil {
			if core.CodeOf(err) != core.CodeNothingToUndo {
				t.Fatal(err)
			}
			return
		}
	}
}

// meetingsInDecember tells the meetings of a UID, in UTC.
func meetingsInDecember(t *testing.T, p *planner.Planner, uid string) string {
	t.Helper()
	all, err := p.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 1, 1)})
	ok(t, err)
	var out []string
	for _, m := range all {
		if start, _ := m.On("UTC"); m.UID == uid {
			out = append(out, start.String()[5:]+" "+string(m.Status)+" "+m.Title)
		}
	}
	return strings.Join(out, ", ")
}

// A changed occurrence that is named by its day alone takes the place of that day's, and a rule that ends with a date ends
// with its midnight where there are times (RFC 5545 3.3.10), as other programs read both.
func TestDatesAmongTimes(t *testing.T) {
	p := open(t)
	one := eventText("run", "DTSTART;TZID=Africa/Nairobi:20261208T150000\nDURATION:PT1H\n"+withAmina+"RECURRENCE-ID;VALUE=DATE:20261208")
	take(t, p, calendarText(runText("RRULE:FREQ=WEEKLY;UNTIL=20261222"), one))
	if got := starts(t, p, seriesByUID(t, p, "run").ID); got != "12-01T10:00 12-08T15:00* 12-15T10:00" {
		t.Error(got)
	}
}

// What is with somebody who is met and becomes busy time all the same says why.
func TestBusyTimeSaysWhyItIsNoMeeting(t *testing.T) {
	p := open(t)
	for _, c := range []struct {
		times string
		want  core.Flaw
	}{
		{"DTSTART:20261202T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=FR", core.FlawBusyStart},
		{"DTSTART:20261202T100000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY;COUNT=3", core.FlawBusyRule},
		{"DTSTART:20261202T080000Z\nDURATION:PT10M\nRRULE:FREQ=DAILY;BYHOUR=8,9,10;BYMINUTE=0,20,40", core.FlawBusyRule},
		{"DTSTART:20261202T100000Z\nDURATION:PT1H\nRDATE:" + manyDates(core.MaxDates+1), core.FlawBusyDates},
		{"DTSTART:20261202T100000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY;COUNT=3\nRDATE:20261204T100000Z", core.FlawBusyRule},
		{"DTSTART:20261202T100000Z\nDURATION:P9D\nRDATE:20270104T100000Z", core.FlawBusyLong},
		{"DTSTART:20261202T100000Z\nDURATION:P9D", core.FlawBusyLong},
		{"DTSTART;VALUE=DATE:20261202", core.FlawBusyDays},
	} {
		plan := readCalendar(t, p, calendarText(eventText("why", withAmina+c.times)), planner.CalendarAsBoth)
		if s := plan.Steps[0]; s.As != core.KindBusy || s.Kept != c.want {
			t.Errorf("%s: %+v", c.times, s)
		}
	}
	many := readCalendar(t, p, calendarText(eventText("many", withAmina+"DTSTART:20261202T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nRRULE:FREQ=MONTHLY")), planner.CalendarAsBoth)
	if s := many.Steps[0]; s.As != core.KindBusy || s.Kept != core.FlawRuleDates || s.Busy != core.FlawBusyDates {
		t.Errorf("of too many dates: %+v", s)
	}
}

// A series that changes from one of its dates on says so, and not that it has several rules.
func TestAChangeFromOneDateOnIsNamed(t *testing.T) {
	p := open(t)
	later := eventText("run", "DTSTART;TZID=Africa/Nairobi:20261208T150000\nDURATION:PT1H\n"+withAmina+"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Africa/Nairobi:20261208T100000")
	plan := readCalendar(t, p, calendarText(runText("RRULE:FREQ=WEEKLY;COUNT=4"), later), planner.CalendarAsBoth)
	if got := plan.Steps[0].Kept; got != core.FlawRangeDates {
		t.Error(got)
	}
}

// What recurs with somebody who is met and is no series is kept as busy time with all of its changed dates: none of them is
// a meeting by itself, of which the rest would be missing in an export.
func TestWhatIsNoSeriesIsBusyTimeAsAWhole(t *testing.T) {
	whole := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3\nRDATE:" + manyDates(core.MaxDates+1))
	moved := eventText("run", "DTSTART;TZID=Africa/Nairobi:20261209T110000\nDURATION:PT1H\nSEQUENCE:1\n"+withAmina+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000")
	for _, text := range []string{calendarText(whole, moved), calendarText(moved, whole)} {
		p := open(t)
		plan := readCalendar(t, p, text, planner.CalendarAsBoth)
		for _, s := range plan.Steps {
			if s.As != core.KindBusy || s.Does != planner.CalendarNew || s.Kept != core.FlawBusyDates {
				t.Errorf("%+v", s)
			}
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		if got := meetingsInDecember(t, p, "run"); got != "" {
			t.Errorf("as meetings: %s", got)
		}
		owner, err := p.Workspace.Owner(t.Context())
		ok(t, err)
		all, err := p.Busy.Between(t.Context(), owner.ID, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 1, 1)})
		ok(t, err)
		var out []string
		for _, b := range all {
			if b.UID == "run" {
				out = append(out, core.CivilOf(b.Start.UTC()).String()[5:])
			}
		}
		if got := strings.Join(out, " "); got != "12-01T07:00 12-09T08:00 12-15T07:00" {
			t.Errorf("as busy time: %s", got)
		}
		if again := readCalendar(t, p, text, planner.CalendarAsBoth); again.Same != 2 {
			t.Errorf("once more: %s", sums(again))
		}
		meetings := readCalendar(t, open(t), text, planner.CalendarAsMeetings)
		for _, s := range meetings.Steps {
			if core.CodeOf(s.Err) != core.CodeOnlyDates {
				t.Errorf("as meetings alone: %+v, %v", s, s.Err)
			}
		}
	}
}
