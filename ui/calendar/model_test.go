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

func TestAMeetingOverMidnightIsTwoFixedBlocks(t *testing.T) {
	m := weekOf(t, at(1, someone("Amina", "Africa/Nairobi"), day(3, 24).At(23, 0), day(3, 25).At(1, 0), core.MeetingPlanned))
	if len(m.Blocks) != 2 || m.Blocks[0].From != 23*60 || m.Blocks[0].To != 24*60 || m.Blocks[1].From != 0 || m.Blocks[1].To != 60 || !m.Blocks[0].Fixed {
		t.Errorf("%+v", m.Blocks)
	}
	m = weekOf(t, at(1, someone("Amina", ""), day(3, 29).At(22, 0), day(3, 30).At(0, 0), core.MeetingPlanned))
	if len(m.Blocks) != 1 || m.Blocks[0].To != 24*60 {
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

func TestClashesAreSaidWhileMoving(t *testing.T) {
	amina, off := someone("Amina", "Africa/Nairobi"), someone("Olga", "")
	m := weekOf(
		t,
		at(1, amina, day(3, 23).At(9, 0), day(3, 23).At(10, 0), core.MeetingPlanned),
		at(2, someone("Sara", ""), day(3, 24).At(9, 0), day(3, 24).At(10, 0), core.MeetingPlanned),
		at(3, off, day(3, 24).At(11, 0), day(3, 24).At(12, 0), core.MeetingCancelled),
	)
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
	start, end := m.Span(0, 9*60+15, 10*60+15)
	if _, clash := m.Say(key, start, end); clash {
		t.Error("a meeting clashes with itself")
	}
}

// A meeting that was planned in another zone moves to the same instant there, also across a change of clocks.
func TestMovedTimesAreInTheMeetingsZone(t *testing.T) {
	x := at(1, someone("Amina", "America/New_York"), day(3, 24).At(15, 0), day(3, 24).At(16, 0), core.MeetingPlanned)
	x.Meeting.Zone = "America/New_York"
	m := weekOf(t, x)
	for _, c := range []struct {
		day  int
		want int
	}{{24, 11}, {29, 10}} { // Berlin's clocks change on 29 March, New York's have changed
		from, to, err := m.InItsZone(x, day(3, c.day).At(16, 0), day(3, c.day).At(17, 0))
		if err != nil || from != day(3, c.day).At(c.want, 0) || to != day(3, c.day).At(c.want+1, 0) {
			t.Errorf("on %d March: %v–%v, %v", c.day, from, to, err)
		}
	}
	start, end := m.OnDay(x, day(3, 26))
	if start != day(3, 26).At(15, 0) || end != day(3, 26).At(16, 0) {
		t.Errorf("%v–%v", start, end)
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
	if got := strings.Join(notes, "; "); got != "Tuesday, 24 March; and 5 more; Thursday, 26 March; and more than 999 more" {
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
	start, end := m.Span(1, 10*60, 11*60)
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
	if many.Title != "301 times are taken" || many.From != 9*60 || many.To != 11*60 || many.Caption != "Team" || !many.Fixed || many.Tone != Taken {
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
	for answer, want := range map[core.Answer]string{core.AnswerNone: "no reply", core.AnswerAccepted: "accepted", core.AnswerTentative: "tentative", core.AnswerDeclined: "declined"} {
		x.Answers = []planner.GuestAnswer{{Answer: answer}}
		if got := caption(); got != want {
			t.Errorf("%s: %q, not %q", answer, got, want)
		}
	}
}

// The block of a meeting asks for care as the page of the day does: where nobody has answered, or somebody will not come.
func TestBlocksAskForCare(t *testing.T) {
	x := at(1, someone("Amina", "Europe/Berlin"), day(3, 24).At(15, 0), day(3, 24).At(16, 0), core.MeetingPlanned)
	none, yes, no := planner.GuestAnswer{Answer: core.AnswerNone}, planner.GuestAnswer{Answer: core.AnswerAccepted}, planner.GuestAnswer{Answer: core.AnswerDeclined}
	x.Invited = true
	for i, c := range []struct {
		answers []planner.GuestAnswer
		care    bool
	}{{nil, false}, {[]planner.GuestAnswer{none}, true}, {[]planner.GuestAnswer{none, yes}, false}, {[]planner.GuestAnswer{yes, no}, true}} {
		x.Answers = c.answers
		m := weekOf(t, x)
		if got := m.Blocks[0].Care; got != c.care || gridSpec(m).Blocks[0].Care != c.care {
			t.Errorf("%d: %v", i, got)
		}
	}
	x.Meeting.Status, x.Answers = core.MeetingCancelled, []planner.GuestAnswer{none}
	if weekOf(t, x).Blocks[0].Care {
		t.Error("what is called off asks for care")
	}
}

// The month beside the days is asked for where it is not on show anyway, and only there.
func TestGlance(t *testing.T) {
	day := core.Date{Year: 2026, Month: 11, Day: 23}
	for view, want := range map[View]bool{Day: true, Week: true, Month: false, Agenda: false} {
		got := State{View: view, Date: day}.Glance()
		if whole := (State{View: Month, Date: day}).Period(); want && got != whole || !want && got != (core.Period{}) {
			t.Errorf("%s: %v", view, got)
		}
	}
}
