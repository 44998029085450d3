package wire

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/ical/icaltest"
	"mentorbook/core/planner"
)

// datedText is every week in Nairobi, four times, with dates beside that.
func datedText(sequence int, dates, more string) string {
	if dates != "" {
		more += "\nRDATE;TZID=Africa/Nairobi:" + dates
	}
	return itip("REQUEST", runText(fmt.Sprintf("SEQUENCE:%d\nRRULE:FREQ=WEEKLY;COUNT=4%s", sequence, more)))
}

const (
	aFriday  = "20261204T090000" // beside the rule
	aTuesday = "20270105T100000" // after its end
)

// An organizer adds dates to a series, changes them and takes them out again: it is followed, as often as it is read, and undone.
func TestDatesBesideTheirRuleAreFollowed(t *testing.T) {
	p := open(t)
	fresh := contents(t, p)
	const ruled = "12-01T10:00 12-08T10:00 12-15T10:00 12-22T10:00"
	before := fresh
	for i, c := range []struct{ dates, more, sums, want string }{
		{aFriday, "", newOne, "12-01T10:00 12-04T09:00 12-08T10:00 12-15T10:00 12-22T10:00"},
		{aFriday + "," + aTuesday, "", changedOne, "12-01T10:00 12-04T09:00 12-08T10:00 12-15T10:00 12-22T10:00 01-05T10:00"},
		{aFriday + "," + aTuesday, "\nEXDATE;TZID=Africa/Nairobi:" + aFriday, changedOne, ruled + " 01-05T10:00"},
		{"20261208T100000,20261203T120000", "", changedOne, "12-01T10:00 12-03T12:00 12-08T10:00 12-15T10:00 12-22T10:00"}, // one is the rule's
		{"", "", changedOne, ruled},
	} {
		text := datedText(i, c.dates, c.more)
		if got := take(t, p, text); got != c.sums {
			t.Fatalf("%d: %s", i, got)
		}
		s := seriesByUID(t, p, "run")
		if got := starts(t, p, s.ID); got != c.want || busyWith(t, p, "run") != 0 {
			t.Errorf("%d: %s", i, got)
		}
		now := contents(t, p)
		if got := take(t, p, text); got != same || contents(t, p) != now {
			t.Errorf("%d, once more: %s", i, got)
		}
		_, err := p.Undo(t.Context())
		ok(t, err)
		if contents(t, p) != before {
			t.Errorf("%d: undone, it is another", i)
		}
		_, err = p.Redo(t.Context())
		ok(t, err)
		before = contents(t, p)
	}
}

// What recurs on single dates is a series of these.
func TestSingleDatesAreASeries(t *testing.T) {
	p := open(t)
	text := func(n int, dates string) string {
		return itip("REQUEST", runText(fmt.Sprintf("SEQUENCE:%d\nRDATE;TZID=Africa/Nairobi:%s", n, dates)))
	}
	take(t, p, text(1, aFriday))
	s := seriesByUID(t, p, "run")
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-04T09:00" {
		t.Error(got)
	}
	if got := take(t, p, text(2, aFriday+","+aTuesday)); got != changedOne {
		t.Error(got)
	}
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-04T09:00 01-05T10:00" {
		t.Error(got)
	}
}

// A date that has a length of its own is a meeting of the series that was changed.
func TestADateWithALengthOfItsOwn(t *testing.T) {
	p := open(t)
	text := itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=2\nRDATE;VALUE=PERIOD;TZID=Africa/Nairobi:20261204T090000/PT2H,20261205T090000/PT1H"))
	take(t, p, text)
	s := seriesByUID(t, p, "run")
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-04T09:00* 12-05T09:00 12-08T10:00" {
		t.Error(got)
	}
	if m, err := p.Meetings.Get(t.Context(), occurrence(s, "2026-12-04T09:00")); err != nil || m.End != civil("2026-12-04T11:00") {
		t.Errorf("%+v, %v", m, err)
	}
	before := contents(t, p)
	if got := take(t, p, text); got != "new 0, changed 0, same 2, refused 0" || contents(t, p) != before {
		t.Errorf("once more: %s", got)
	}
}

// What former versions kept as busy time for its dates is a series once its file is read again.
func TestDatedBusyTimeBecomesASeries(t *testing.T) {
	p := open(t)
	for _, method := range []string{"REQUEST", "PUBLISH"} {
		text := strings.Replace(datedText(1, aFriday, ""), "REQUEST", method, 1)
		plan := readCalendar(t, p, text, planner.CalendarAsBusy)
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		if busyWith(t, p, "run") != 5 {
			t.Fatalf("%d times", busyWith(t, p, "run"))
		}
		for _, want := range []string{newOne, same} {
			if got := take(t, p, text); got != want {
				t.Errorf("%s: %s, not %s", method, got, want)
			}
		}
		if got := starts(t, p, seriesByUID(t, p, "run").ID); busyWith(t, p, "run") != 0 || got != "12-01T10:00 12-04T09:00 12-08T10:00 12-15T10:00 12-22T10:00" {
			t.Errorf("%s: %s, busy %d", method, got, busyWith(t, p, "run"))
		}
		_, err := p.Undo(t.Context())
		ok(t, err)
		_, err = p.Undo(t.Context())
		ok(t, err)
	}
}

// One of the dates is moved, answered and called off as any other meeting of its series, and keeps what was prepared for it.
func TestADateBesideTheRuleIsAMeeting(t *testing.T) {
	p, ctx := open(t), t.Context()
	take(t, p, datedText(1, aFriday+","+aTuesday, ""))
	s := seriesByUID(t, p, "run")
	friday, tuesday := occurrence(s, "2026-12-04T09:00"), occurrence(s, "2027-01-05T10:00")
	_, err := p.Agendas.Add(ctx, friday, core.AgendaItem{Text: "Offer"})
	ok(t, err)

	path := filepath.Join(t.TempDir(), "r.ics")
	_, err = p.Invitations.SendAs(ctx, tuesday, core.MethodReply, path, planner.Sending{Answer: core.AnswerAccepted})
	ok(t, err)
	answer, err := os.ReadFile(path)
	ok(t, err)
	if !bytes.Contains(answer, []byte("RECURRENCE-ID;TZID=Africa/Nairobi:"+aTuesday)) || bytes.Contains(answer, []byte("RDATE")) {
		t.Errorf("%s", answer)
	}

	one := func(method, times string, n int) string {
		return itip(method, eventText("run", fmt.Sprintf("%sSEQUENCE:%d\n%sRECURRENCE-ID;TZID=Africa/Nairobi:%s", withAmina, n, times, aFriday)))
	}
	if got := take(t, p, one("REQUEST", "DTSTART;TZID=Africa/Nairobi:20261204T140000\nDURATION:PT1H\n", 2)); got != changedOne {
		t.Error(got)
	}
	if m, err := p.Meetings.Get(ctx, friday); err != nil || m.Start != civil("2026-12-04T14:00") || len(m.Agenda) != 1 {
		t.Errorf("moved: %+v, %v", m, err)
	}
	if got := take(t, p, one("CANCEL", "DTSTART;TZID=Africa/Nairobi:20261204T140000\nDURATION:PT1H\n", 3)); got != changedOne {
		t.Error(got)
	}
	if m, err := p.Meetings.Get(ctx, friday); err != nil || !m.Off() || len(m.Agenda) != 1 {
		t.Errorf("called off: %+v, %v", m, err)
	}
	plan := readCalendar(t, p, datedText(4, "", ""), planner.CalendarAsBoth)
	if gone := plan.Steps[0].Gone; plan.Changed != 1 || plan.Steps[0].Kept != core.FlawTakesAway || len(gone) != 1 || gone[0].Weekday() != time.Tuesday {
		t.Errorf("%s, %q", sums(plan), plan.Steps[0].Kept)
	}
	ok(t, p.CalendarFiles.Import(ctx, plan, nil))
	if m, err := p.Meetings.Get(ctx, friday); err != nil || !m.Off() || len(m.Agenda) != 1 {
		t.Errorf("taken out: %+v, %v", m, err)
	}
	if _, err := p.Meetings.Get(ctx, tuesday); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("taken out: %v", err)
	}
}

// A series that goes on at other times from one of its meetings has its later dates there as well, as much later; from one of
// the dates it does not go on.
func TestASeriesWithDatesGoesOn(t *testing.T) {
	p, ctx := open(t), t.Context()
	take(t, p, datedText(1, aFriday+","+aTuesday, ""))
	s := seriesByUID(t, p, "run")
	before := contents(t, p)
	later := func(series *core.Series) error {
		series.Start, series.End = series.Start.AddMinutes(30), series.End.AddMinutes(30)
		return nil
	}
	if _, err := p.Series.From(ctx, s.ID, civil("2026-12-04T09:00"), later); core.CodeOf(err) != core.CodeBesideRule || contents(t, p) != before {
		t.Errorf("from a date: %v", err)
	}
	setCopied(t, p, true) // as a former version let a guest do
	before = contents(t, p)
	next, err := p.Series.From(ctx, s.ID, civil("2026-12-08T10:00"), later)
	ok(t, err)
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-04T09:00" {
		t.Errorf("the first part: %s", got)
	}
	if got := starts(t, p, next.ID); got != "12-08T10:30 12-15T10:30 12-22T10:30 01-05T10:30" {
		t.Errorf("the second part: %s", got)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if contents(t, p) != before {
		t.Error("undone, it is another")
	}
	_, err = p.Redo(ctx)
	ok(t, err)
	setCopied(t, p, false)
	path := filepath.Join(t.TempDir(), "r.ics") // to the date that its organizer knows
	_, err = p.Invitations.SendAs(ctx, occurrence(next, "2027-01-05T10:30"), core.MethodReply, path, planner.Sending{Answer: core.AnswerAccepted})
	ok(t, err)
	if answer, err := os.ReadFile(path); err != nil || !bytes.Contains(answer, []byte(aTuesday)) {
		t.Errorf("%s, %v", answer, err)
	}
}

// drawnDates draws a series with dates beside its rule, dates left out and meetings that were changed.
func drawnDates(rng *rand.Rand, uid string) string {
	zone := []string{"Europe/Berlin", "America/New_York", "Africa/Nairobi", "Asia/Kathmandu"}[rng.IntN(4)]
	start := time.Date(2026, 12, 1+rng.IntN(20), 7+rng.IntN(10), 15*rng.IntN(4), 0, 0, time.UTC)
	at := func(t time.Time) string { return t.Format("20060102T150405") }
	kind := rng.IntN(5)
	rule := []string{"FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;COUNT=6", "FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY;INTERVAL=3;UNTIL=20270201T230000Z", ""}[kind]
	step := []int{1, 7, 14, 3, 100}[kind]
	var b strings.Builder
	fmt.Fprintf(&b, "%sDTSTART;TZID=%s:%s\nDURATION:PT1H\nSEQUENCE:1", withAmina, zone, at(start))
	if rule != "" {
		b.WriteString("\nRRULE:" + rule)
	}
	var beside []time.Time
	for _, days := range rng.Perm(70)[:1+rng.IntN(6)] {
		x := start.AddDate(0, 0, days)
		if rng.IntN(3) > 0 && days%step > 0 { // the other program has one time alone a day
			x = x.Add(time.Duration(1+rng.IntN(20)) * 15 * time.Minute)
		}
		beside = append(beside, x)
		fmt.Fprintf(&b, "\nRDATE;TZID=%s:%s", zone, at(x))
	}
	seen := map[time.Time]bool{}
	pick := func() (time.Time, bool) {
		x := beside[rng.IntN(len(beside))]
		if strings.HasPrefix(rule, "FREQ=WEEKLY;C") && rng.IntN(2) == 0 {
			x = start.AddDate(0, 0, 7*rng.IntN(6))
		}
		fresh := !seen[x]
		seen[x] = true
		return x, fresh
	}
	for range rng.IntN(3) {
		if x, fresh := pick(); fresh {
			fmt.Fprintf(&b, "\nEXDATE;TZID=%s:%s", zone, at(x))
		}
	}
	out := eventText(uid, b.String())
	for range rng.IntN(3) {
		if x, fresh := pick(); fresh {
			out += eventText(uid, fmt.Sprintf("%sDTSTART;TZID=%s:%s\nDURATION:PT1H\nSEQUENCE:1\nRECURRENCE-ID;TZID=%s:%s", withAmina, zone, at(x.Add(25*time.Minute)), zone, at(x)))
		}
	}
	return out
}

// Whatever is drawn, our meetings and those of the calendar that is written again are those that another program lists.
func TestDrawnDatesAreThoseOfOthers(t *testing.T) {
	judges, dir, ctx := icaltest.Start(t), t.TempDir(), t.Context()
	rng := rand.New(rand.NewPCG(3, 8))
	const n = 60
	p := open(t)
	own := map[string]bool{}
	all, err := p.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 4, 1)})
	ok(t, err)
	for _, m := range all {
		own[m.UID] = true
	}
	var files []string
	for i := range n {
		uid := fmt.Sprintf("drawn-%02d", i)
		text := itip("PUBLISH", drawnDates(rng, uid))
		path := filepath.Join(dir, uid+".ics")
		ok(t, os.WriteFile(path, []byte(text), 0o600))
		files = append(files, path)
		plan := readCalendar(t, p, text, planner.CalendarAsBoth)
		ok(t, p.CalendarFiles.Import(ctx, plan, nil))
		if plan.Refused > 0 || busyWith(t, p, uid) > 0 {
			t.Errorf("%s: %s", text, sums(plan))
		}
	}
	all, err = p.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 11, 30), To: core.NewDate(2027, 3, 1)})
	ok(t, err)
	listed := map[string][]string{}
	for _, m := range all {
		if start, err := m.StartAt(); err == nil && !m.Off() && !own[m.UID] {
			listed[m.UID] = append(listed[m.UID], start.UTC().Format("20060102T150405Z"))
		}
	}
	feed := filepath.Join(dir, "feed.ics")
	_, err = p.Invitations.WriteFeed(ctx, planner.FeedWish{}, feed)
	ok(t, err)
	data, err := os.ReadFile(feed)
	ok(t, err)
	if findings, err := ical.Lint(ctx, bytes.NewReader(data)); err != nil || len(findings) > 0 {
		t.Errorf("%v, %v", findings, err)
	}
	found, err := judges.Occurrences("2026-11-30", "2027-03-01", append(files, feed)...)
	ok(t, err)
	again := map[string][]string{}
	for _, o := range found[n].Occurrences {
		again[o.UID] = append(again[o.UID], o.Start)
	}
	for i := range n {
		uid := fmt.Sprintf("drawn-%02d", i)
		var starts []string
		for _, o := range found[i].Occurrences {
			starts = append(starts, o.Start)
		}
		for _, list := range [][]string{starts, listed[uid], again[uid]} {
			slices.Sort(list)
		}
		text, err := os.ReadFile(files[i])
		ok(t, err)
		if found[i].Refused != "" || !slices.Equal(starts, listed[uid]) {
			t.Errorf("%s\nours   %v\ntheirs %v %s", text, listed[uid], starts, found[i].Refused)
		}
		if !slices.Equal(starts, again[uid]) {
			t.Errorf("%s\nwritten %v\nread    %v", text, again[uid], starts)
		}
	}
	if before := contents(t, p); take(t, p, string(data)) == "" || contents(t, p) != before {
		t.Error("what was written changed something")
	}
}
