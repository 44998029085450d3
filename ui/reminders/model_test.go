package reminders_test

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/reminders"
)

func TestWhatARemindersSays(t *testing.T) {
	start := time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC)
	day := core.NewDate(2026, time.November, 23)
	r := planner.Reminder{Start: start, Brief: &planner.Brief{
		MeetingRow: planner.MeetingRow{Name: "Amina Yusuf", Meeting: &core.Meeting{
			Start: day.At(14, 0), End: day.At(14, 45), Agenda: make([]core.AgendaItem, 2),
		}},
		Waiting: []*core.Question{{}}, Late: []*core.Action{{}, {}, {}, {}, {}},
	}}
	for _, c := range []struct {
		lang        core.Language
		title, body string
	}{
		{core.English, "Amina Yusuf in 15 min", "14:00–14:45 · 2 items on the agenda · 1 question in the inbox · 5 promises late"},
		{core.Russian, "Amina Yusuf: через 15 мин", "14:00–14:45 · 2 пункта в повестке · 1 вопрос ждёт · просрочено 5 договорённостей"},
	} {
		w, err := locale.New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		if title, body := reminders.Text(r, start.Add(-15*time.Minute), false, w); title != c.title || body != c.body {
			t.Errorf("%q, %q", title, body)
		}
	}
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	r.Meeting.Zone = "Europe/Berlin"
	if title, body := reminders.Text(r, start.Add(-24*time.Hour), false, w); title != "Amina Yusuf in 24 h" || !strings.HasPrefix(body, "tomorrow, 14:00–14:45 · ") {
		t.Errorf("a day before: %q, %q", title, body)
	}
}

// What was missed is named in its order, with its day where that is not today; of many only the first.
func TestWhatWasMissedIsNamed(t *testing.T) {
	at := func(name string, day int) planner.Reminder {
		start := core.NewDate(2026, time.November, day).At(14, 0)
		return planner.Reminder{Zone: "Europe/Berlin", Missed: true, Brief: &planner.Brief{MeetingRow: planner.MeetingRow{
			Name: name, Meeting: &core.Meeting{Start: start, End: start.AddMinutes(45), Zone: "Europe/Berlin"},
		}}}
	}
	all := []planner.Reminder{at("Sara", 20), at("Ivan", 22), at("Amina", 23), at("Lucía", 23), at("Tomasz", 23)}
	now := time.Date(2026, 11, 23, 19, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		lang core.Language
		n    int
		want string
	}{
		{core.English, 1, "While Mentorbook was closed: Sara, 20 Nov, 14:00–14:45"},
		{core.English, 2, "While Mentorbook was closed: Sara, 20 Nov, 14:00–14:45; Ivan, yesterday, 14:00–14:45"},
		{core.Russian, 3, "Пока Mentorbook был закрыт: Sara, 20 нояб., 14:00–14:45; Ivan, вчера, 14:00–14:45; Amina, 14:00–14:45"},
		{core.English, 5, "While Mentorbook was closed: Sara, 20 Nov, 14:00–14:45; Ivan, yesterday, 14:00–14:45; Amina, 14:00–14:45; and 2 more"},
	} {
		w, err := locale.New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		if got, body := reminders.MissedText(all[:c.n], now, w); got != c.want || body != "" {
			t.Errorf("%q, %q; not %q", got, body, c.want)
		}
	}
}

// What is on is told with when it began, and its day where that was another, and when it ends.
func TestWhatIsOnIsSaidToBe(t *testing.T) {
	at := func(name string, start core.Civil) planner.Reminder {
		return planner.Reminder{Zone: "Europe/Berlin", Missed: true, Brief: &planner.Brief{MeetingRow: planner.MeetingRow{
			Name: name, Meeting: &core.Meeting{Start: start, End: start.AddMinutes(45), Zone: "Europe/Berlin"},
		}}}
	}
	day := core.NewDate(2026, time.November, 23)
	now := time.Date(2026, 11, 22, 23, 10, 0, 0, time.UTC) // ten past midnight
	late, amina := at("Sara", day.AddDays(-1).At(23, 50)), at("Amina", day.At(0, 0))
	for _, c := range []struct {
		lang core.Language
		want string
	}{
		{core.English, "Sara: on now since yesterday 23:50, until 00:35\nAmina: on now since 00:00, until 00:45"},
		{core.Russian, "Sara: идёт с 23:50 (вчера), до 00:35\nAmina: идёт с 00:00, до 00:45"},
	} {
		w, err := locale.New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		if got, body := reminders.BegunText([]planner.Reminder{late, amina}, now, w); got != c.want || body != "" {
			t.Errorf("%q, %q; not %q", got, body, c.want)
		}
	}
	for after, want := range map[time.Duration]bool{0: true, 24 * time.Minute: true, 25 * time.Minute: false} {
		if got := reminders.Begun(late, now.Add(after)); got != want {
			t.Errorf("%v later it is on: %v", after, got)
		}
	}
	if late.Missed = false; reminders.Begun(late, now) {
		t.Error("what was told of in time is said to be on")
	}
}

// A reminder says what time it is then for the other side, where their clock differs.
func TestAReminderTellsTheOthersTime(t *testing.T) {
	start := time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC)
	day := core.NewDate(2026, time.November, 23)
	amina := &core.Person{Name: "Amina Yusuf", Zone: "Africa/Nairobi"}
	r := planner.Reminder{Start: start, Zone: "Europe/Berlin", Brief: &planner.Brief{MeetingRow: planner.MeetingRow{
		Name: "Amina Yusuf", Others: []*core.Person{amina}, Meeting: &core.Meeting{Start: day.At(14, 0), End: day.At(14, 45), Zone: "Europe/Berlin"},
	}}}
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	if _, body := reminders.Text(r, start.Add(-15*time.Minute), true, w); body != "14:00–14:45 · 16:00 in Nairobi" {
		t.Errorf("%q", body)
	}
	if _, body := reminders.MissedText([]planner.Reminder{r}, start.Add(time.Hour), w); body != "16:00 in Nairobi" {
		t.Errorf("%q", body)
	}
}

// While others look at the screen a reminder counts what they may know of, and nothing else.
func TestAReminderCountsOnlyWhatIsShown(t *testing.T) {
	start := time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC)
	day := core.NewDate(2026, time.November, 23)
	shared := core.Visibility{Readers: []core.ID{{1}, {2}}}
	brief := &planner.Brief{
		MeetingRow: planner.MeetingRow{Name: "Amina", Meeting: &core.Meeting{Start: day.At(14, 0), End: day.At(14, 45), Agenda: []core.AgendaItem{{Readers: shared}, {}}}},
		Waiting:    []*core.Question{{}, {Readers: shared}, {Readers: shared}}, Late: []*core.Action{{}},
	}
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	say := func(hidden bool) string {
		_, body := reminders.Text(planner.Reminder{Start: start, Brief: brief}, start.Add(-15*time.Minute), hidden, w)
		return body
	}
	if got := say(false); got != "14:00–14:45 · 2 items on the agenda · 3 questions in the inbox · 1 promise late" {
		t.Errorf("%q", got)
	}
	if got := say(true); got != "14:00–14:45 · 1 item on the agenda · 2 questions in the inbox" {
		t.Errorf("%q", got)
	}
	brief.Meeting.Agenda = brief.Meeting.Agenda[1:]
	if got := say(true); got != "14:00–14:45 · 2 questions in the inbox" {
		t.Errorf("an agenda of which nobody may know is told as %q", got)
	}
}

func TestOfWhatIsHeldNobodyIsReminded(t *testing.T) {
	for _, c := range []struct{ timed, open, begun, want bool }{
		{want: false}, {open: true, want: false}, {begun: true, want: false}, {open: true, begun: true, want: true}, {timed: true, want: true},
	} {
		if got := reminders.Needless(planner.Reminder{Missed: c.begun}, c.timed, c.open); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
