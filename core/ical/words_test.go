package ical

import (
	"strings"
	"testing"

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
				"Please answer in your calendar program. If it shows no buttons here, open the attached file invite.ics.",
			},
		},
		{
			"a change in Russian", "Встреча изменилась: План", core.Russian, func(v *core.Invitation) {
				v.Sequence, v.Title, v.Place, v.Link, v.Description = 1, "План", "", "", ""
				v.Guests = append(v.Guests, core.Party{Email: "x@example.org", Zone: "Europe/Berlin"}, core.Party{Zone: "Africa/Lagos"})
			},
			[]string{
				"Встреча изменилась. Пишет вам Amina Yusuf.", "",
				"План",
				"понедельник, 23 ноября 2026 г., 19:00–19:45 (Yekaterinburg, UTC+5)",
				"понедельник, 23 ноября 2026 г., 15:00–15:45 (Berlin, Lagos, UTC+1)", "",
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
