package ical

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func wordsOf(t *testing.T, lang core.Language) *locale.Words {
	t.Helper()
	w, err := locale.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestCompose(t *testing.T) {
	for _, c := range []struct {
		name, subject string
		lang          core.Language
		edit          func(v *core.Invitation)
		text          []string
	}{
		{
			"an invitation", "Invitation: Amina and Darya: first steps in management", core.English, func(*core.Invitation) {},
			[]string{
				"Amina Yusuf invites you to a meeting.", "",
				"Amina and Darya: first steps in management",
				"Monday, 23 November 2026, 19:00–19:45 (Yekaterinburg, UTC+5)",
				"Monday, 23 November 2026, 15:00–15:45 (Lagos, UTC+1)",
				"Place: Room 4",
				"Link: https://meet.example.org/amina-darya", "",
				"Agenda:", "1. How the week went", "2. The offer", "",
				"Please answer in your calendar program. If you see no buttons here, open the attached file invite.ics.",
			},
		},
		{
			"a change in Russian", "Встреча изменилась: План", core.Russian, func(v *core.Invitation) {
				v.News, v.Title, v.Place, v.Link, v.Description = core.NewsChange, "План", "", "", ""
				v.Guests = append(v.Guests, core.Party{Email: "x@example.org", Zone: "Europe/Berlin"}, core.Party{Zone: "Africa/Lagos"})
			},
			[]string{
				"Встреча изменилась. Пишет вам Amina Yusuf.", "",
				"План",
				"понедельник, 23 ноября 2026 г., 19:00–19:45 (Екатеринбург, UTC+5)",
				"понедельник, 23 ноября 2026 г., 15:00–15:45 (Берлин, Лагос, UTC+1)", "",
				"Ответьте, пожалуйста, в своём календаре. Если кнопок здесь не видно, откройте приложенный файл invite.ics.",
			},
		},
		{
			"a cancellation", "Cancelled: Amina and Darya: first steps in management", core.English, func(v *core.Invitation) {
				v.Method, v.Reason, v.Guests[0].Zone, v.Organizer = core.MethodCancel, "I am ill.\r\nSorry!", "", core.Party{Email: "amina@example.org"}
			},
			[]string{
				"The meeting is cancelled. This message is from amina@example.org.", "",
				"Amina and Darya: first steps in management",
				"Monday, 23 November 2026, 14:00–14:45 (UTC)",
				"Place: Room 4", "",
				"Reason: I am ill.", "Sorry!",
			},
		},
	} {
		v := plain()
		c.edit(&v)
		words := Compose(&v, wordsOf(t, c.lang))
		want := EmailWords{Subject: c.subject, Text: strings.Join(c.text, "\n")}
		if d := cmp.Diff(want, words); d != "" {
			t.Errorf("%s:\n%s", c.name, d)
		}
	}
}

func TestOffset(t *testing.T) {
	for zone, want := range map[core.Zone]string{
		"UTC": "UTC", "Asia/Kathmandu": "UTC+5:45", "America/St_Johns": "UTC-3:30", "Europe/Moscow": "UTC+3", "America/New_York": "UTC-5",
	} {
		loc, err := zone.Location()
		if err != nil {
			t.Fatal(err)
		}
		if have := offset(plain().Start.In(loc)); have != want {
			t.Errorf("%s: %s, want %s", zone, have, want)
		}
	}
}

func TestInviter(t *testing.T) {
	var inviter planner.Inviter = NewInviter(wordsOf(t, core.English), wordsOf(t, core.Russian))
	v := plain()
	v.Language = core.Russian
	b, err := inviter.Email(&v)
	if err != nil {
		t.Fatal(err)
	}
	soundEmail(t, &v, Compose(&v, wordsOf(t, core.Russian)), b)
	golden(t, "russian.eml", b)
	b, err = inviter.Calendar(&v)
	if err == nil {
		err = sound(&v, b)
	}
	if err != nil {
		t.Error(err)
	}
	v.Language = "de"
	if _, err := inviter.Email(&v); core.CodeOf(err) != core.CodeBadChoice {
		t.Error(err)
	}
}

// An invitation to a series tells from which day on it is at another hour for a guest whose clocks change on other days,
// and says nothing where they go along.
func TestAnInvitationTellsOfOtherHours(t *testing.T) {
	rule, err := core.ParseRule("FREQ=WEEKLY")
	if err != nil {
		t.Fatal(err)
	}
	start := core.NewDate(2027, time.January, 4).At(16, 0)
	for _, c := range []struct {
		guest core.Zone
		lang  core.Language
		want  string
	}{
		{"Africa/Nairobi", core.English, "Times follow the clock in Berlin: from 29 March 2027 it is 17:00 for you; from 1 November 2027 it is 18:00 for you; and so on with each change of the clocks"},
		{"America/New_York", core.Russian, "Встречи идут по времени места: Берлин; с 15 марта 2027 у вас — в 11:00; с 29 марта 2027 у вас — в 10:00; с 1 ноября 2027 у вас — в 11:00; с 8 ноября 2027 у вас — в 10:00; и так далее при каждом переводе часов"},
		{"Europe/Paris", core.English, ""},
		{"Asia/Kolkata", core.English, "Times follow the clock in Berlin: from 29 March 2027 it is 19:30 for you; from 1 November 2027 it is 20:30 for you; and so on with each change of the clocks"},
	} {
		w, err := locale.New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		v := plain()
		v.Stamp = at("2026-11-20T09:30:00Z")
		v.Series = &core.InvitedSeries{Zone: "Europe/Berlin", Start: start, End: start.AddMinutes(45), Rule: rule}
		v.Organizer.Zone, v.Guests[0].Zone = "Europe/Berlin", c.guest
		v.Guests = v.Guests[:1]
		if v.Start, err = start.In("Europe/Berlin"); err != nil {
			t.Fatal(err)
		}
		v.End = v.Start.Add(45 * time.Minute)
		got := ""
		for line := range strings.SplitSeq(Compose(&v, w).Text, "\n") {
			if strings.HasPrefix(line, "Times follow ") || strings.HasPrefix(line, "Встречи идут ") {
				got += strings.ReplaceAll(strings.ReplaceAll(line, "\u00a0", " "), " г.", "")
			}
		}
		if got != c.want {
			t.Errorf("%s: %q", c.guest, got)
		}
		if v.Stamp = at("2027-05-01T09:30:00Z"); c.guest == "Asia/Kolkata" { // sent while it goes on, the hour of the next is told
			text := strings.ReplaceAll(Compose(&v, w).Text, "\u00a0", " ")
			if !strings.Contains(text, "3 May 2027, 19:30–20:15 (Kolkata") || strings.Contains(text, "20:30–") || strings.Contains(text, "from 29 March 2027") ||
				!strings.Contains(text, "from 1 November 2027 it is 20:30 for you") {
				t.Error(text)
			}
		}
		v.Method = core.MethodCancel
		if text := Compose(&v, w).Text; strings.Contains(text, "Times follow ") || strings.Contains(text, "Встречи идут ") {
			t.Errorf("called off: %s", text)
		}
	}
}
