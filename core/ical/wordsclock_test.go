package ical

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

// repeating gives an invitation of Anna's in New York to what repeats there, to somebody in a zone.
func repeating(t *testing.T, zone core.Zone, text string, first core.Civil) *core.Invitation {
	t.Helper()
	rule, err := core.ParseRule(text)
	if err != nil {
		t.Fatal(err)
	}
	start := civil(first.String(), "America/New_York")
	return &core.Invitation{
		Method: core.MethodRequest, Title: "S", Start: start, End: start.Add(time.Hour), Stamp: start.AddDate(0, 0, -3),
		Organizer: core.Party{Name: "Anna", Email: "anna@x.example", Zone: "America/New_York"}, Guests: []core.Party{{Name: "Boris", Email: "b@x.example", Zone: zone}},
		Series: &core.InvitedSeries{Zone: "America/New_York", Start: first, End: first.AddMinutes(60), Rule: rule},
	}
}

// A guest reads a series by their own clock: its days too, where a rule has them there. Where none has, it is said by whose
// clock it repeats.
func TestASeriesIsToldByTheGuestsClock(t *testing.T) {
	evening := core.NewDate(2026, 3, 4).At(20, 0) // a Wednesday
	for _, c := range []struct {
		zone    core.Zone
		rule    string
		first   core.Civil
		en, ru  string
		shifted string // what else is said of the hours
	}{
		{"Asia/Tokyo", "FREQ=WEEKLY", evening, "Repeats every Thursday, 10:00–11:00 (Tokyo)", "Повторяется каждый четверг, 10:00–11:00 (Токио)", "from 12 March 2026 it is 09:00 for you; from 5 November 2026 it is 10:00 for you; and so on with each change of the clocks"},
		{"America/Toronto", "FREQ=WEEKLY", evening, "Repeats every Wednesday, 20:00–21:00 (Toronto)", "Повторяется каждую среду, 20:00–21:00 (Торонто)", ""},
		{"America/New_York", "FREQ=WEEKLY", evening, "Repeats every Wednesday, 20:00–21:00", "Повторяется каждую среду, 20:00–21:00", ""},
		{"Asia/Tokyo", "FREQ=MONTHLY;BYDAY=-1FR", core.NewDate(2026, 3, 27).At(20, 0), "Repeats on the last Friday of the month, 20:00–21:00 (New York time)", "Повторяется каждую последнюю пятницу месяца, 20:00–21:00 (время места: Нью-Йорк)", "from 28 November 2026 it is 10:00 for you; from 27 March 2027 it is 09:00 for you; and so on with each change of the clocks"},
		{"Asia/Tokyo", "FREQ=MONTHLY;BYMONTHDAY=-1", core.NewDate(2026, 3, 31).At(20, 0), "Repeats on day 1 of the month, 09:00–10:00 (Tokyo)", "Повторяется 1-го числа каждого месяца, 09:00–10:00 (Токио)", "from 1 December 2026 it is 10:00 for you; from 1 April 2027 it is 09:00 for you; and so on with each change of the clocks"},
		{"", "FREQ=WEEKLY;COUNT=3", evening, "Repeats every Wednesday, 20:00–21:00 (New York), until 18 March 2026", "Повторяется каждую среду, 20:00–21:00 (Нью-Йорк), до 18 марта 2026 г. включительно", ""},
		{"Africa/Abidjan", "FREQ=WEEKLY", core.NewDate(2026, 3, 4).At(19, 30), "Repeats every Thursday, 00:30–01:30 (Abidjan)", "Повторяется каждый четверг, 00:30–01:30 (Абиджан)", "from 11 March 2026 (Wednesday) it is 23:30 for you; from 5 November 2026 it is 00:30 for you; and so on with each change of the clocks"},
	} {
		v := repeating(t, c.zone, c.rule, c.first)
		for lang, want := range map[core.Language]string{core.English: c.en, core.Russian: c.ru} {
			lines := strings.Split(strings.ReplaceAll(Compose(v, wordsOf(t, lang)).Text, "\u00a0", " "), "\n")
			if !slices.Contains(lines, want) {
				t.Errorf("%s, %s: no %q in\n%s", c.zone, c.rule, want, strings.Join(lines, "\n"))
			}
			at := slices.IndexFunc(lines, func(s string) bool { return strings.HasPrefix(s, "Times follow ") })
			switch {
			case lang == core.Russian:
			case at < 0 && c.shifted != "", at >= 0 && lines[at] != "Times follow the clock in New York: "+c.shifted:
				t.Errorf("%s, %s: %s", c.zone, c.rule, strings.Join(lines, "\n"))
			}
		}
	}
}

// The next meeting is told as it is, moved or not, and those that differ are listed: ten at most.
func TestMeetingsThatDifferAreTold(t *testing.T) {
	v := repeating(t, "Europe/Moscow", "FREQ=WEEKLY;COUNT=30", core.NewDate(2026, 3, 4).At(10, 0))
	s := v.Series
	for i := range 12 {
		s.Except = append(s.Except, s.Start.AddMinutes((i+3)*7*24*60))
	}
	moved := s.Start.AddMinutes(24 * 60)
	s.Moved = []core.InvitedOccurrence{
		{Original: s.Start, Start: moved, End: moved.AddMinutes(60), Title: "S"},
		{Original: s.Start.AddMinutes(7 * 24 * 60), Start: s.Start.AddMinutes(7 * 24 * 60), End: s.End.AddMinutes(7 * 24 * 60), Title: "S"}, // as all are
		{Original: s.Start.AddMinutes(14 * 24 * 60), Start: s.Start.AddMinutes(14 * 24 * 60), End: s.End.AddMinutes(14 * 24 * 60), Title: "T", Place: "Room 5"},
	}
	text := Compose(v, wordsOf(t, core.English)).Text
	for _, want := range []string{
		"First meeting: Thursday, 5 March 2026, 18:00–19:00 (Moscow, UTC+3)",
		"Exceptions (Moscow):\n- Wed 4 Mar, 18:00: moved to Thu 5 Mar, 18:00–19:00\n- Wed 18 Mar, 17:00–18:00: “T”; Place: Room 5\n- Wed 25 Mar, 17:00: cancelled\n",
		"- Wed 13 May, 17:00: cancelled\n- and 4 more: see your calendar\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Wed 11 Mar") {
		t.Error("what is as all are is told of")
	}
	v.Stamp = v.Stamp.AddDate(0, 0, 14)
	if text = Compose(v, wordsOf(t, core.English)).Text; strings.Contains(text, "4 Mar") || !strings.Contains(text, "Next meeting: Wednesday, 18 March 2026") {
		t.Errorf("what is over is told of:\n%s", text)
	}
}

// A message about one meeting of a series that is put to the week after a change of the clocks names both days in its subject, and
// says at what hour the series comes for the guest from then on.
func TestOneMeetingMovedOverAClockChange(t *testing.T) {
	rule, err := core.ParseRule("FREQ=WEEKLY")
	if err != nil {
		t.Fatal(err)
	}
	first, original, now := core.NewDate(2026, 3, 5).At(17, 0), core.NewDate(2026, 3, 26).At(17, 0), core.NewDate(2026, 4, 1).At(17, 0)
	v := plain()
	v.Stamp, v.News = at("2026-03-20T09:00:00Z"), core.NewsTime
	v.Organizer.Zone, v.Guests[0].Zone = "Europe/Berlin", "America/New_York"
	v.Guests = v.Guests[:1]
	v.Series = &core.InvitedSeries{
		Zone: "Europe/Berlin", Start: now, End: now.AddMinutes(60), Original: original,
		Beside: &core.SeriesBeside{Start: first, End: first.AddMinutes(60), Zone: "Europe/Berlin", Rule: rule},
	}
	if v.Start, v.End, err = core.SpanIn(now, now.AddMinutes(60), "Europe/Berlin"); err != nil {
		t.Fatal(err)
	}
	words := Compose(&v, wordsOf(t, core.English))
	if want := "New time: " + v.Title + ", Thu 26 Mar → Wed 1 Apr"; words.Subject != want {
		t.Errorf("%q", words.Subject)
	}
	if want := "One meeting of the series: every Thursday, 11:00–12:00 (New York)"; !strings.Contains(words.Text, want) {
		t.Error(words.Text)
	}
}
