package calendar

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func english(t testing.TB) *locale.Words {
	t.Helper()
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func day(month time.Month, d int) core.Date { return core.NewDate(2026, month, d) }

// Each view's days hold the chosen one; going on and back ends where it began, or at the month's last day; the
// periods of neighbours touch.
func TestStatesGoThroughAllDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := State{
			View: rapid.SampledFrom(Views()).Draw(t, "view"),
			Date: core.NewDate(2020, time.January, 1).AddDays(rapid.IntRange(0, 8000).Draw(t, "day")),
		}
		if !s.Period().Contains(s.Date) {
			t.Fatalf("%v is not in %v", s.Date, s.Period())
		}
		next := s.Step(1)
		if s.View != Month && (next.Period().From != s.Period().To || next.Step(-1) != s) {
			t.Fatalf("%v goes on to %v", s, next)
		}
		if s.View == Month {
			if n := s.Period().To.DaysSince(s.Period().From); n%7 != 0 || n < 28 || n > 42 {
				t.Fatalf("%d days", n)
			}
			if back := next.Step(-1); back.Date.Month != s.Date.Month {
				t.Fatalf("%v comes back to %v", s, back)
			}
		}
	})
}

func someone(name string, zone core.Zone) *core.Person {
	return &core.Person{Head: core.Head{ID: core.ID{15: name[0]}}, Name: name, Zone: zone}
}

func at(id byte, who *core.Person, start, end core.Civil, status core.MeetingStatus) planner.CalendarMeeting {
	return planner.CalendarMeeting{
		MeetingRow: planner.MeetingRow{
			Meeting: &core.Meeting{Head: core.Head{ID: core.ID{15: id}}, Start: start, End: end, Zone: "Europe/Berlin", Status: status},
			Name:    who.Name, Others: []*core.Person{who},
		},
		Start: start, End: end,
	}
}

func weekOf(t testing.TB, meetings ...planner.CalendarMeeting) *Model {
	t.Helper()
	c := &planner.Calendar{
		Period: core.Period{From: day(3, 23), To: day(3, 30)}, Now: day(3, 25).At(12, 0),
		Owner: someone("Maja", "Europe/Berlin"), Meetings: meetings, Length: 45,
	}
	return NewModel(c, State{Week, day(3, 25)}, Show{Meetings: true}, english(t))
}

func TestAMeetingOverMidnightIsTwoBlocks(t *testing.T) {
	m := weekOf(t, at(1, someone("Amina", "Africa/Nairobi"), day(3, 24).At(23, 0), day(3, 25).At(1, 0), core.MeetingPlanned))
	if len(m.Blocks) != 2 || m.Blocks[0].From != 23*60 || m.Blocks[0].To != 24*60 || m.Blocks[1].From != 0 || m.Blocks[1].To != 60 || m.Blocks[0].Over != 60 || m.Blocks[1].Over != 0 || m.Blocks[0].Fixed || m.Blocks[1].Fixed {
		t.Errorf("%+v", m.Blocks)
	}
	if first, second := m.Blocks[0].Title, m.Blocks[1].Title; first != "23:00 Amina" || second != "…–01:00 Amina" {
		t.Errorf("%q goes on as %q", first, second)
	}
	m = weekOf(t, at(1, someone("Amina", ""), day(3, 22).At(23, 0), day(3, 23).At(1, 0), core.MeetingPlanned))
	if len(m.Blocks) != 1 || !m.Blocks[0].Fixed {
		t.Errorf("the rest of what begins elsewhere: %+v", m.Blocks)
	}
	m = weekOf(t, at(1, someone("Amina", ""), day(3, 29).At(22, 0), day(3, 30).At(0, 0), core.MeetingPlanned))
	if len(m.Blocks) != 1 || m.Blocks[0].To != 24*60 || m.Blocks[0].Over != 0 {
		t.Errorf("until midnight: %+v", m.Blocks)
	}
}

func TestTheSecondClockIsThatOfMostGuests(t *testing.T) {
	kolkata, nairobi := someone("Ravi", "Asia/Kolkata"), someone("Amina", "Africa/Nairobi")
	m := weekOf(
		t,
		at(1, nairobi, day(3, 23).At(9, 0), day(3, 23).At(10, 0), core.MeetingPlanned),
		at(2, kolkata, day(3, 24).At(9, 0), day(3, 24).At(10, 0), core.MeetingPlanned),
		at(3, kolkata, day(3, 25).At(9, 0), day(3, 25).At(10, 0), core.MeetingPlanned),
	)
	if len(m.Hours) != 2 || m.Hours[1].Name != "Kolkata" || m.Hours[1].Names[9] != "13:30" {
		t.Errorf("%+v", m.Hours)
	}
	m = weekOf(t, at(1, someone("Jo", "Europe/Paris"), day(3, 23).At(9, 0), day(3, 23).At(10, 0), core.MeetingPlanned))
	if len(m.Hours) != 1 {
		t.Error("a clock that shows the same stands there twice")
	}
}

// Where a clock changes within the days on show, each hour is said by the clock of its day.
func TestTheSecondClockChangesWithinTheWeek(t *testing.T) {
	boris := someone("Boris", "America/New_York")
	week := func(from core.Date) *Model {
		c := &planner.Calendar{
			Period: core.Period{From: from, To: from.AddDays(7)}, Now: from.At(12, 0), Owner: someone("Anna", "Europe/Berlin"), Length: 45,
			Meetings: []planner.CalendarMeeting{at(1, boris, from.At(17, 0), from.At(18, 0), core.MeetingPlanned)},
		}
		return NewModel(c, State{Week, from}, Show{Meetings: true}, english(t))
	}
	for _, c := range []struct {
		from         core.Date
		hour         int
		first, later string
	}{
		{day(3, 2), 15, "09:00", "Sun 10:00"},
		{day(3, 2), 7, "01:00", ""}, // New York's clock goes forward at 08:00 in Berlin
		{day(3, 2), 8, "02:00", "Sun 03:00"},
		{day(3, 9), 15, "10:00", ""},
		{day(3, 23), 15, "10:00", "Sun 09:00"},
		{day(3, 23), 2, "21:00", ""}, // which is no hour of that Sunday
	} {
		m := week(c.from)
		if len(m.Hours) != 2 || m.Hours[1].Names[c.hour] != c.first || m.Hours[1].Later[c.hour] != c.later {
			t.Errorf("%v %d: %q, later %q", c.from, c.hour, m.Hours[1].Names[c.hour], m.Hours[1].Later[c.hour])
		}
	}
}

// A clock that shows the same at the beginning of the week, and another on its last day, is one of its own.
func TestTheSecondClockDiffersOnTheLastDayAlone(t *testing.T) {
	lagos := someone("Ada", "Africa/Lagos")
	m := weekOf(t, at(1, lagos, day(3, 23).At(9, 0), day(3, 23).At(10, 0), core.MeetingPlanned))
	if len(m.Hours) != 2 || m.Hours[1].Names[9] != "09:00" || m.Hours[1].Later[9] != "Sun 08:00" {
		t.Errorf("%+v", m.Hours)
	}
	m.Follow(&FreeModel{found: &planner.FreeTimes{People: []*core.Person{someone("Jo", "Europe/Paris"), lagos}}})
	if len(m.Hours) != 2 || m.lives != "Ada" {
		t.Errorf("the clock of %q: %+v", m.lives, m.Hours)
	}
	m.Follow(&FreeModel{found: &planner.FreeTimes{People: []*core.Person{someone("Jo", "Europe/Paris")}}})
	if len(m.Hours) != 1 {
		t.Errorf("a clock that shows the same stands there twice: %+v", m.Hours)
	}
}

// Those whose quiet hours are not named are counted as one more in the list of those who are.
func TestQuietHoursOfManyAreCounted(t *testing.T) {
	m := weekOf(t)
	f := &FreeModel{found: &planner.FreeTimes{Owner: m.calendar.Owner}}
	for _, name := range []string{"Ada", "Ben", "Cleo", "Dan", "Eve"} {
		f.found.People = append(f.found.People, someone(name, "Asia/Tokyo"))
	}
	if got := m.quietWords(f); strings.Contains(got, "and and") || !strings.Contains(got, " and 2 more") {
		t.Error(got)
	}
}

func TestClashesAreSaidWhileMoving(t *testing.T) {
	amina, off := someone("Amina", "Africa/Nairobi"), someone("Olga", "")
	m := weekOf(
		t,
		at(1, amina, day(3, 23).At(9, 0), day(3, 23).At(10, 0), core.MeetingPlanned),
		at(2, someone("Sara", ""), day(3, 24).At(9, 0), day(3, 24).At(10, 0), core.MeetingPlanned),
		at(3, off, day(3, 24).At(11, 0), day(3, 24).At(12, 0), core.MeetingCancelled),
	)
	m.Now = day(3, 23).At(12, 0)
	key := m.Blocks[0].Key
	for _, c := range []struct {
		from, to int
		text     string
		clash    bool
	}{
		{9*60 + 30, 10*60 + 30, "09:30–10:30 · 11:30 in Nairobi · clashes with Sara", true},
		{10 * 60, 11 * 60, "10:00–11:00 · 12:00 in Nairobi", false},
		{11 * 60, 12 * 60, "11:00–12:00 · 13:00 in Nairobi", false},
	} {
		start, end := m.Span(1, c.from, c.to)
		if text, clash := m.Say(key, start, end); text != c.text || clash != c.clash {
			t.Errorf("%q, %v", text, clash)
		}
	}
	m.calendar.Gap = 30
	for from, want := range map[int]string{10*60 + 15: "too close to “Sara”", 10*60 + 30: "", 9*60 + 30: "clashes with Sara", 7*60 + 45: "too close to “Sara”", 7*60 + 30: ""} {
		start, end := m.Span(1, from, from+60)
		if got := m.Warn(key, start, end).Clash; got != want {
			t.Errorf("half an hour is to stay free: from minute %d %q, not %q", from, got, want)
		}
	}
	start, end := m.Span(0, 9*60+15, 10*60+15)
	if w := m.Warn(key, start, end); w.Clash != "" || w.Past == "" {
		t.Errorf("a meeting clashes with itself, or may go into the past unseen: %+v", w)
	}
	start, end = m.Span(0, 9*60, 10*60+15)
	if w := m.Warn(key, start, end); w != (Warning{}) {
		t.Errorf("one that began before is only stretched: %+v", w)
	}
}

// A meeting that is moved lies in the quiet hours of whom it is with, not of whoever's free times are on show.
func TestQuietHoursAreThoseOfTheMeeting(t *testing.T) {
	amina, wei := someone("Amina", "Europe/Berlin"), someone("Wei", "Europe/Berlin")
	wei.Quiet, amina.Quiet = core.Hours{From: 9 * 60, To: 12 * 60}, core.Hours{From: 15 * 60, To: 16 * 60}
	m := weekOf(t, at(1, amina, day(3, 23).At(9, 0), day(3, 23).At(10, 0), core.MeetingPlanned))
	f := &FreeModel{found: &planner.FreeTimes{Owner: m.calendar.Owner, People: []*core.Person{wei}}}
	for _, c := range []struct {
		key  string
		hour int
		want string
	}{{m.Blocks[0].Key, 10, ""}, {m.Blocks[0].Key, 15, "in quiet hours: Amina"}, {"", 10, "in quiet hours: Wei"}, {"", 15, ""}} {
		start, end := m.Span(1, c.hour*60, c.hour*60+30)
		if got := m.inQuiet(c.key, f, start, end); got != c.want {
			t.Errorf("%q at %d: %q", c.key, c.hour, got)
		}
	}
}

// A circle's meeting lies in the quiet hours of several: all of them are named, as far as there are few, whatever night is
// only assumed of one before them.
func TestAllWhoseQuietHoursAMeetingLiesInAreNamed(t *testing.T) {
	from := func(name string, zone core.Zone, hour int) *core.Person {
		who := someone(name, zone)
		if hour > 0 {
			who.Quiet = core.Hours{From: hour * 60, To: 23 * 60}
		}
		return who
	}
	x := at(1, from("João", "Asia/Kolkata", 0), day(3, 23).At(9, 0), day(3, 23).At(10, 0), core.MeetingPlanned)
	x.Others = append(x.Others, from("Arun", "Europe/Berlin", 15), from("Mei", "Europe/Berlin", 16), from("Nadia", "Europe/Berlin", 17), from("Sara", "Europe/Berlin", 18), from("Wei", "Europe/Berlin", 19))
	for i, who := range x.Others {
		who.ID = core.ID{15: byte(i + 1)}
	}
	m := weekOf(t, x)
	for hour, want := range map[int]string{
		14: "", 15: "in quiet hours: Arun", 16: "in quiet hours: Arun and Mei", 17: "in quiet hours: Arun, Mei and Nadia",
		18: "in quiet hours: Arun, Mei, Nadia and 1 more", 20: "in quiet hours: Arun, Mei, Nadia and 2 more",
	} {
		start, end := m.Span(1, hour*60, hour*60+30)
		if got := m.inQuiet(m.Blocks[0].Key, nil, start, end); got != want {
			t.Errorf("at %d: %q, not %q", hour, got, want)
		}
	}
}

// A meeting that was planned in another zone moves to the same instant there, also across a change of clocks.
func TestMovedTimesAreInTheMeetingsZone(t *testing.T) {
	x := at(1, someone("Amina", "America/New_York"), day(3, 24).At(15, 0), day(3, 24).At(16, 0), core.MeetingPlanned)
	x.Meeting.Zone, x.Meeting.Start, x.Meeting.End = "America/New_York", day(3, 24).At(10, 0), day(3, 24).At(11, 0)
	m := weekOf(t, x)
	for _, c := range []struct {
		day  int
		want int
	}{{24, 12}, {29, 11}} { // Berlin's clocks change on 29 March, New York's have changed
		p, err := m.Moved(x, day(3, c.day).At(17, 0), day(3, c.day).At(18, 0))
		if err != nil || p != (Place{day(3, c.day).At(c.want, 0), "America/New_York", 60}) {
			t.Errorf("on %d March: %v, %v", c.day, p, err)
		}
	}
	start, end := m.OnDay(x, day(3, 26))
	if start != day(3, 26).At(15, 0) || end != day(3, 26).At(16, 0) {
		t.Errorf("%v–%v", start, end)
	}
}

// nightOf is the calendar of a day with a meeting that a clock in Berlin shows from start to end.
func nightOf(t *testing.T, d core.Date, start, end core.Civil, zone core.Zone) (*Model, planner.CalendarMeeting) {
	t.Helper()
	x := at(1, someone("Amina", "Europe/Berlin"), start, end, core.MeetingPlanned)
	x.Meeting.Zone = zone
	x.Start, x.End = x.Meeting.On("Europe/Berlin")
	c := &planner.Calendar{
		Period: core.Period{From: d, To: d.AddDays(1)}, Now: d.At(0, 0), Owner: someone("Maja", "Europe/Berlin"),
		Meetings: []planner.CalendarMeeting{x},
	}
	return NewModel(c, State{Day, d}, Show{Meetings: true}, english(t)), x
}

// Whoever takes a meeting out of, or into, the night in which the clock changes does not make it longer or shorter; whoever
// moves its end or its beginning alone does, by what the clock really takes.
func TestAMoveKeepsTheRealMinutes(t *testing.T) {
	spring, autumn := day(3, 29), day(10, 25)
	for name, c := range map[string]struct {
		start, end, from, to core.Civil // of the meeting, and of where it is put
		want                 Place
		says                 string
	}{
		"out of the gap":          {spring.At(1, 30), spring.At(3, 30), spring.At(10, 0), spring.At(11, 0), Place{spring.At(10, 0), "Europe/Berlin", 60}, "10:00–11:00"},
		"into the gap":            {spring.At(10, 0), spring.At(11, 0), spring.At(1, 30), spring.At(2, 30), Place{spring.At(1, 30), "Europe/Berlin", 60}, "01:30–03:30"},
		"onto what is skipped":    {spring.At(10, 0), spring.At(11, 0), spring.At(2, 30), spring.At(3, 30), Place{spring.At(3, 30), "Europe/Berlin", 60}, "03:30–04:30"},
		"its end over the gap":    {spring.At(1, 0), spring.At(1, 45), spring.At(1, 0), spring.At(3, 30), Place{spring.At(1, 0), "Europe/Berlin", 90}, "01:00–03:30"},
		"its beginning":           {spring.At(4, 0), spring.At(5, 0), spring.At(1, 30), spring.At(5, 0), Place{spring.At(1, 30), "Europe/Berlin", 150}, "01:30–05:00"},
		"out of the long night":   {autumn.At(1, 30), autumn.At(3, 30), autumn.At(10, 0), autumn.At(13, 0), Place{autumn.At(10, 0), "Europe/Berlin", 180}, "10:00–13:00"},
		"into the long night":     {autumn.At(10, 0), autumn.At(12, 0), autumn.At(2, 30), autumn.At(4, 30), Place{autumn.At(2, 30), "Europe/Berlin", 120}, "02:30–03:30 (UTC+2)"},
		"an end over the repeats": {autumn.At(1, 0), autumn.At(1, 45), autumn.At(1, 0), autumn.At(3, 0), Place{autumn.At(1, 0), "Europe/Berlin", 180}, "01:00–03:00"},
	} {
		m, x := nightOf(t, c.start.Date, c.start, c.end, "Europe/Berlin")
		got, err := m.Moved(x, c.from, c.to)
		if err != nil || got != c.want {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		if said, _ := m.Say(m.Blocks[0].Key, c.from, c.to); said != c.says {
			t.Errorf("%s: %q", name, said)
		}
		if b := m.Blocks[0]; b.Length != x.Meeting.Length() || gridSpec(m).Blocks[0].Length != b.Length {
			t.Errorf("%s: the block takes %d minutes elsewhere", name, b.Length)
		}
	}
}

// What a meeting clashes with where the clock skips an hour is what lies in its real minutes, on its way there and put down.
func TestAClashBehindASkippedHourIsSaid(t *testing.T) {
	spring := day(3, 29)
	m, _ := nightOf(t, spring, spring.At(10, 0), spring.At(11, 0), "Europe/Berlin")
	m.calendar.Meetings = append(m.calendar.Meetings, at(2, someone("Sara", ""), spring.At(3, 0), spring.At(3, 15), core.MeetingPlanned))
	key := m.Blocks[0].Key
	for minute, want := range map[int]string{90: "clashes with Sara", 60: "", 120: "clashes with Sara", 195: ""} {
		start, end := m.Span(0, minute, minute+60)
		if got := m.Warn(key, start, end).Clash; got != want {
			t.Errorf("put down at minute %d: %q", minute, got)
		}
		if said, clash := m.Say(key, start, end); clash != (want != "") {
			t.Errorf("on its way at minute %d: %q", minute, said)
		}
	}
}

// An hour that comes twice is told apart, and what ends before it began on the wall is drawn all the same.
func TestTheHourThatComesTwiceIsToldApart(t *testing.T) {
	autumn := day(10, 25)
	for name, c := range map[string]struct {
		start, end core.Civil
		zone       core.Zone
		title      string
		from, to   int
	}{
		"the first":      {autumn.At(2, 30), autumn.At(3, 30), "Europe/Berlin", "02:30 (UTC+2) Amina", 150, 210},
		"the second":     {autumn.At(1, 30), autumn.At(2, 15), "UTC", "02:30 (UTC+1) Amina", 150, 195},
		"back meanwhile": {autumn.At(0, 45), autumn.At(1, 15), "UTC", "02:45 (UTC+2) Amina", 165, 195},
		"before":         {autumn.At(1, 30), autumn.At(1, 45), "Europe/Berlin", "01:30 Amina", 90, 105},
		"after":          {autumn.At(3, 0), autumn.At(3, 45), "Europe/Berlin", "03:00 Amina", 180, 225},
	} {
		m, _ := nightOf(t, autumn, c.start, c.end, c.zone)
		if len(m.Blocks) != 1 {
			t.Errorf("%s: %d blocks", name, len(m.Blocks))
			continue
		}
		if b := m.Blocks[0]; b.Title != c.title || b.From != c.from || b.To != c.to {
			t.Errorf("%s: %q from %d to %d", name, b.Title, b.From, b.To)
		}
	}
	for seconds, want := range map[int]string{0: "+0", 3600: "+1", -3 * 3600: "−3", 5*3600 + 1800: "+5:30", -(2*3600 + 1800): "−2:30"} {
		if got := locale.Offset(seconds); got != want {
			t.Errorf("%d: %q", seconds, got)
		}
	}
}

// What a day has besides is counted for the kinds that are shown, and said below the day in the list.
func TestDaysSayWhatTheyHaveBesides(t *testing.T) {
	c := &planner.Calendar{
		Period: core.Period{From: day(3, 23), To: day(3, 30)}, Now: day(3, 25).At(12, 0), Owner: someone("Maja", "Europe/Berlin"),
		More: map[core.Date]planner.CalendarMore{day(3, 24): {Meetings: 2, Actions: 3, Milestones: 5}, day(3, 26): {Actions: planner.ManyMore}, day(3, 27): {Milestones: 1}},
	}
	m := NewModel(c, State{Agenda, day(3, 23)}, Show{Meetings: true, Actions: true}, english(t))
	var notes []string
	for _, r := range m.Rows {
		notes = append(notes, r.Heading+r.Note)
	}
	if got := strings.Join(notes, "; "); got != "Tuesday, 24 March; and 5 more; Thursday, 26 March; and over 999 more" {
		t.Error(got)
	}
	if spec := gridSpec(NewModel(c, State{Week, day(3, 23)}, Show{Milestones: true}, english(t))); spec.Days[1].More != 5 || spec.Days[3].More != 0 || spec.Days[4].More != 1 {
		t.Errorf("%+v", spec.Days)
	}
}

func TestKeysNameRecords(t *testing.T) {
	id := core.ID{15: 7}
	if ref, ok := ID("meeting:" + id.String()); !ok || ref.Kind != core.KindMeeting || ref.ID != id {
		t.Errorf("%v, %v", ref, ok)
	}
	for _, bad := range []string{"", "meeting", "meeting:", "meeting:x"} {
		if _, ok := ID(bad); ok {
			t.Errorf("%q names a record", bad)
		}
	}
}

// Both clocks of a Russian calendar name their cities in Russian.
func TestCitiesAreNamedInTheLanguage(t *testing.T) {
	ru, err := locale.New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	shown := at(1, someone("Amina", "Africa/Nairobi"), day(3, 23).At(9, 0), day(3, 23).At(10, 0), core.MeetingPlanned)
	m := NewModel(weekOf(t, shown).calendar, State{Week, day(3, 25)}, Show{Meetings: true}, ru)
	if len(m.Hours) != 2 || m.Hours[1].Name != "Найроби" {
		t.Errorf("%+v", m.Hours)
	}
	start, end := m.Span(3, 10*60, 11*60)
	if text, _ := m.Say(m.Blocks[0].Key, start, end); text != "10:00–11:00 · 12:00 (Найроби)" {
		t.Errorf("%q", text)
	}
}

// Of a busy time that repeats only the one is marked that a meeting has no room beside.
func TestOneTimeClashesAlone(t *testing.T) {
	amina := someone("Amina", "Africa/Nairobi")
	choir := &core.Busy{Head: core.Head{ID: core.ID{15: 77}}, Title: "Choir", Calendar: "home"}
	meeting := at(1, amina, day(3, 23).At(18, 0), day(3, 23).At(18, 45), core.MeetingPlanned)
	berlin, err := core.Zone("Europe/Berlin").Location()
	if err != nil {
		t.Fatal(err)
	}
	meeting.Clashes = []planner.MeetingClash{{With: core.RefOf(choir), Start: time.Date(2026, 3, 23, 17, 30, 0, 0, berlin)}}
	c := weekOf(t, meeting).calendar
	for _, d := range []core.Date{day(3, 23), day(3, 25)} {
		c.Busy = append(c.Busy, planner.CalendarBusy{Busy: choir, Start: d.At(17, 30), End: d.At(19, 0)})
	}
	tones := map[core.Date]Tone{}
	for _, b := range NewModel(c, State{Week, day(3, 25)}, Show{Meetings: true}, english(t)).Blocks {
		if b.Title == "Choir" {
			tones[b.Date] = b.Tone
		}
	}
	if tones[day(3, 23)] != Clashed || tones[day(3, 25)] != Taken || len(tones) != 2 {
		t.Errorf("%v", tones)
	}
}

// What takes nobody's time is shown as such, also to others, and stands in no meeting's way.
func TestWhatTakesNoTimeIsNotBusy(t *testing.T) {
	for shared, want := range map[bool]string{false: "Fair (Team · shown as free) Talk (Team)", true: "Shown as free (Team) Busy (Team)"} {
		c := &planner.Calendar{Period: core.Period{From: day(3, 23), To: day(3, 30)}, Now: day(3, 25).At(12, 0), Owner: someone("Maja", "Europe/Berlin"), Length: 45, Shared: shared}
		for i, title := range []string{"Fair", "Talk"} {
			b := &core.Busy{Head: core.Head{ID: core.ID{15: byte(i + 1)}}, Title: title, Calendar: "Team", Transparent: i == 0}
			c.Busy = append(c.Busy, planner.CalendarBusy{Busy: b, Start: day(3, 23).At(9+i, 0), End: day(3, 23).At(10+i, 0)})
		}
		m := NewModel(c, State{Week, day(3, 25)}, Show{}, english(t))
		var got []string
		for _, b := range m.Blocks {
			got = append(got, b.Title+" ("+b.Caption+")")
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s", got)
		}
		if inWay := m.busyAt(nil, day(3, 23).At(9, 0), day(3, 23).At(11, 0)); len(inWay) != 1 {
			t.Errorf("in the way: %q", inWay)
		}
	}
}

// Times that nobody could read beside one another are told as one, with their number, and lead to the list that names
// them; that a meeting has no room beside one of them is still seen.
func TestManyBusyTimesAreToldAsOne(t *testing.T) {
	c := &planner.Calendar{Period: core.Period{From: day(3, 23), To: day(3, 30)}, Now: day(3, 25).At(12, 0), Owner: someone("Maja", "Europe/Berlin"), Length: 45}
	busy := func(d, from, to int, n int) {
		for range n {
			id := core.ID{6: 0x70, 8: 0x80, 14: byte(len(c.Busy) >> 8), 15: byte(len(c.Busy))}
			c.Busy = append(c.Busy, planner.CalendarBusy{
				Busy:  &core.Busy{Head: core.Head{ID: id}, Title: "Talk", Calendar: "Team"},
				Start: day(3, d).At(from, 0), End: day(3, d).At(to, 0),
			})
		}
	}
	busy(23, 9, 10, 300)
	busy(23, 9, 11, 1)
	busy(23, 11, 12, 4) // they can still be read
	busy(24, 9, 10, 4)
	m := NewModel(c, State{Week, day(3, 25)}, Show{}, english(t))
	if len(m.Blocks) != 9 {
		t.Fatalf("%d blocks", len(m.Blocks))
	}
	many := m.Blocks[0]
	if many.Title != "301 busy times" || many.From != 9*60 || many.To != 11*60 || many.Caption != "Team" || !many.Fixed || many.Tone != Taken {
		t.Errorf("%+v", many)
	}
	if d, ok := Many(many.Key); !ok || d != day(3, 23) {
		t.Errorf("it leads to %v", d)
	}
	if _, ok := Many(m.Blocks[1].Key); ok {
		t.Error("one time leads to the list")
	}
	who := at(1, someone("Amina", ""), day(3, 23).At(9, 30), day(3, 23).At(10, 0), core.MeetingPlanned)
	start, _ := day(3, 23).At(9, 0).In("Europe/Berlin")
	who.Clashes = []planner.MeetingClash{{With: core.RefOf(c.Busy[7].Busy), Start: start}}
	c.Meetings = append(c.Meetings, who)
	if m = NewModel(c, State{Week, day(3, 25)}, Show{}, english(t)); m.Blocks[0].Tone != Clashed {
		t.Errorf("the clash is gone: %+v", m.Blocks[0])
	}
	if m = NewModel(c, State{Agenda, day(3, 23)}, Show{}, english(t)); len(m.Blocks) != 309 {
		t.Errorf("the list has %d of them", len(m.Blocks))
	}
}

// A block says what guests answered before it says that nothing was prepared.
func TestAnswersComeBeforeTheAgenda(t *testing.T) {
	x := at(1, someone("Amina", "Europe/Berlin"), day(3, 24).At(15, 0), day(3, 24).At(16, 0), core.MeetingPlanned)
	caption := func() string {
		t.Helper()
		return weekOf(t, x).Blocks[0].Caption
	}
	if got := caption(); got != "agenda empty" {
		t.Errorf("not invited: %q", got)
	}
	x.Invited = true
	for answer, want := range map[core.Answer]string{core.AnswerNone: "no answer yet", core.AnswerAccepted: "accepted", core.AnswerTentative: "tentative", core.AnswerDeclined: "declined"} {
		x.Answers = []planner.GuestAnswer{{Answer: answer}}
		if got := caption(); got != want {
			t.Errorf("%s: %q, not %q", answer, got, want)
		}
	}
}

// The month beside the days is asked for where it is not on show anyway, and only there.
func TestGlance(t *testing.T) {
	day := core.Date{Year: 2026, Month: 11, Day: 23}
	for view, want := range map[View]bool{Day: true, Week: true, Agenda: true, Month: false, Year: false} {
		got := State{View: view, Date: day}.Glance()
		if whole := (State{View: Month, Date: day}).Period(); want && got != whole || !want && got != (core.Period{}) {
			t.Errorf("%s: %v", view, got)
		}
	}
}
