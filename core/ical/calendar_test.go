package ical

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
)

var update = flag.Bool("update", false, "write the files in testdata anew")

// golden compares with a file in testdata, so that every change of a byte is seen and meant. The files have
// the line ends of this repository, not those of the standard; other tests hold those.
func golden(t *testing.T, name string, written []byte) {
	t.Helper()
	have := strings.ReplaceAll(string(written), "\r\n", "\n")
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(have), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), have); d != "" {
		t.Errorf("%s (-want +have):\n%s", name, d)
	}
}

func TestCalendarByMethod(t *testing.T) {
	for _, m := range []core.Method{core.MethodRequest, core.MethodPublish, core.MethodCancel} {
		v := plain()
		v.Method = m
		b, err := Calendar(&v)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, string(m)+".ics", b)
	}
}

func TestCalendarLeavesItsInputAlone(t *testing.T) {
	v, same := plain(), plain()
	v.Title, same.Title = "a\r\nb", "a\r\nb"
	v.Method, same.Method = core.MethodPublish, core.MethodPublish
	if _, err := Calendar(&v); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(same, v); d != "" {
		t.Error(d)
	}
}

// An owner without an address cannot publish by RFC 5546, so the file makes no claim to.
func TestPublishWithoutAddressIsAPlainCalendar(t *testing.T) {
	v := plain()
	v.Method, v.Organizer.Email = core.MethodPublish, ""
	b, err := Calendar(&v)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(b); strings.Contains(s, "METHOD") || strings.Contains(s, "ORGANIZER") {
		t.Error(s)
	}
}

// What gets past the cleaning must not get out.
func TestALineTooManyIsNotWritten(t *testing.T) {
	v, err := prepare(new(plain()))
	if err != nil {
		t.Fatal(err)
	}
	cal := calendarOf(v)
	cal.Children[0].Props["ORGANIZER"][0].Params.Set("CN", "Eve\r\nX-EVIL:1")
	if b, err := encode(cal); b != nil || core.CodeOf(err) != core.CodeInternal {
		t.Errorf("%v\n%s", err, b)
	}
}

func TestTriggers(t *testing.T) {
	for minutes, want := range map[int]string{
		1: "-PT1M", 15: "-PT15M", 60: "-PT1H", 90: "-PT1H30M", 1440: "-PT24H", 10080: "-PT168H",
	} {
		if have := triggerOf(minutes); have != want {
			t.Errorf("%d: %s, want %s", minutes, have, want)
		}
	}
}

func TestCalendarRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		edit  func(v *core.Invitation)
		code  core.Code
		field string
	}{
		{"no method", func(v *core.Invitation) { v.Method = "" }, core.CodeBadChoice, "method"},
		{"another method", func(v *core.Invitation) { v.Method = "request\r\nX:1" }, core.CodeBadChoice, "method"},
		{"no uid", func(v *core.Invitation) { v.UID = "" }, core.CodeRequired, "uid"},
		{"a uid of two lines", func(v *core.Invitation) { v.UID = "a\r\nX:1" }, core.CodeBadText, "uid"},
		{"a uid that is not UTF-8", func(v *core.Invitation) { v.UID = "a\xff" }, core.CodeBadText, "uid"},
		{"a title of nothing", func(v *core.Invitation) { v.Title = "\r\n\x00 " }, core.CodeRequired, "title"},
		{"a title without end", func(v *core.Invitation) { v.Title = strings.Repeat("a", core.MaxName+1) }, core.CodeTooLong, "title"},
		{"an end at the start", func(v *core.Invitation) { v.End = v.Start }, core.CodeEndNotAfter, "end"},
		{"an end in the start's second", func(v *core.Invitation) { v.End = v.Start.Add(time.Millisecond) }, core.CodeEndNotAfter, "end"},
		{"no stamp", func(v *core.Invitation) { v.Stamp = time.Time{} }, core.CodeBadTime, "stamp"},
		{"year 10000", func(v *core.Invitation) { v.End = v.End.AddDate(8000, 0, 0) }, core.CodeBadTime, "end"},
		{"year 0", func(v *core.Invitation) { v.Start = time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC) }, core.CodeBadTime, "start"},
		{"a sequence below nought", func(v *core.Invitation) { v.Sequence = -1 }, core.CodeBadNumber, "sequence"},
		{"a reminder after the start", func(v *core.Invitation) { v.Reminders = core.Reminders{60, -5} }, core.CodeBadNumber, "reminder"},
		{"a reminder of months", func(v *core.Invitation) { v.Reminders = core.Reminders{100_000, 5} }, core.CodeBadNumber, "reminder"},
		{"no organizer", func(v *core.Invitation) { v.Organizer = core.Party{} }, core.CodeNoOrganizer, "organizer"},
		{"no guests", func(v *core.Invitation) { v.Guests = nil }, core.CodeNoRecipients, "guests"},
		{"a guest of two lines", func(v *core.Invitation) { v.Guests[0].Email = "a@example.org\r\nX:1" }, core.CodeBadEmail, "guests.1"},
		{"a publisher of two lines", func(v *core.Invitation) {
			v.Method, v.Organizer.Email = core.MethodPublish, "a@example.org\nX:1"
		}, core.CodeBadEmail, "organizer"},
	} {
		v := plain()
		c.edit(&v)
		b, err := Calendar(&v)
		if b != nil || err == nil {
			t.Errorf("%s: accepted", c.name)
			continue
		}
		found := false
		for _, p := range core.Problems(err) {
			found = found || p.Code == c.code && p.Field == c.field
		}
		if !found {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func BenchmarkThousandCalendars(b *testing.B) {
	v := plain()
	v.Description = strings.Repeat("Договорились: пишем, читаем; и спорим. ", 20)
	for b.Loop() {
		for range 1000 {
			if _, err := Calendar(&v); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// What is written as LOCATION is read as the place and the link that it was made of, however often.
func TestALocationIsReadAsWhatItWasMadeOf(t *testing.T) {
	const link, other = "https://meet.example/amina?x=1", "https://meet.example/other"
	for _, c := range []struct{ place, link, written string }{
		{"Room 4", link, "Room 4, " + link},
		{"Room 4, 2nd floor", link, "Room 4, 2nd floor, " + link},
		{"", link, link},
		{"Room 4", "", "Room 4"},
		{"", "", ""},
		{"Call " + link, link, "Call " + link},
		{"Room 4, " + other, link, "Room 4, " + other + ", " + link},
		{"Room,", link, "Room,, " + link},
	} {
		v := &core.Invitation{Place: c.place, Link: c.link}
		got := locationOf(v)
		if got != c.written {
			t.Errorf("%q and %q: written %q", c.place, c.link, got)
		}
		if place := placeOf(got, c.link); place != c.place {
			t.Errorf("%q: read as %q", got, place)
		}
	}
	if got := placeOf("Room 4, "+other, link); got != "Room 4, "+other {
		t.Errorf("another link is taken away: %q", got)
	}
}
