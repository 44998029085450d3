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
		Waiting: make([]*core.Question, 1), Late: make([]*core.Action, 5),
	}}
	for _, c := range []struct {
		lang        core.Language
		missed      bool
		title, body string
	}{
		{core.English, false, "Amina Yusuf in 15 min", "14:00–14:45 · 2 items on the agenda · 1 question in the inbox · 5 promises late"},
		{core.Russian, false, "Amina Yusuf: через 15 мин", "14:00–14:45 · 2 пункта в повестке · 1 вопрос ждёт · просрочено 5 обещаний"},
		{core.English, true, "While Mentorbook was closed: Amina Yusuf, 14:00–14:45", ""},
	} {
		w, err := locale.New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		r.Missed = c.missed
		if title, body := reminders.Text(r, start.Add(-15*time.Minute), w); title != c.title || body != c.body {
			t.Errorf("%q, %q", title, body)
		}
	}
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	r.Missed, r.Meeting.Zone = false, "Europe/Berlin"
	if title, body := reminders.Text(r, start.Add(-24*time.Hour), w); title != "Amina Yusuf in 24 h" || !strings.HasPrefix(body, "tomorrow, 14:00–14:45 · ") {
		t.Errorf("a day before: %q, %q", title, body)
	}
}
