package locale_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// A meeting that the owner has declined says beside that which time they asked for, or that the organizer keeps theirs.
func TestOwnOutcome(t *testing.T) {
	words, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	day := core.NewDate(2026, 11, 23)
	at := core.Asked{Start: core.NewDate(2026, 12, 4).At(10, 0)}
	declined := &core.Meeting{Status: core.MeetingCancelled, Origin: core.Origin{Answer: core.AnswerDeclined}}
	for _, c := range []struct {
		m    *core.Meeting
		own  core.OwnSaid
		says string
	}{
		{declined, core.OwnSaid{Answer: core.AnswerDeclined}, "declined"},
		{declined, core.OwnSaid{Answer: core.AnswerDeclined, Proposed: at}, "declined, proposed: 4 Dec 10:00"},
		{declined, core.OwnSaid{Answer: core.AnswerDeclined, Kept: true}, "declined, time unchanged"},
		{&core.Meeting{Status: core.MeetingHeld}, core.OwnSaid{Answer: core.AnswerAccepted, Proposed: at}, "held"},
	} {
		if got := words.OwnOutcome(c.m, c.own, day); got != c.says {
			t.Errorf("%+v: %q", c.own, got)
		}
	}
}

// A time that is proposed is told by its start, and with both lengths where it is not as long as the other one.
func TestAskedTellsOfAnotherLength(t *testing.T) {
	day := core.NewDate(2026, 11, 23)
	start, end := core.NewDate(2026, 12, 3).At(16, 0), core.NewDate(2026, 12, 3).At(19, 0)
	for _, c := range []struct {
		end    core.Civil
		was    int
		en, ru string
	}{
		{end, 45, "3 Dec 16:00–19:00 (3 h instead of 45 min)", "3 дек. 16:00–19:00 (3 ч вместо 45 мин)"},
		{start.AddMinutes(30), 90, "3 Dec 16:00–16:30 (30 min instead of 1 h 30 min)", "3 дек. 16:00–16:30 (30 мин вместо 1 ч 30 мин)"},
		{end, 180, "3 Dec 16:00", "3 дек. 16:00"},
		{end, 0, "3 Dec 16:00", "3 дек. 16:00"}, // of what it would replace nothing is known
	} {
		for lang, want := range map[core.Language]string{core.English: c.en, core.Russian: c.ru} {
			words, err := locale.New(lang)
			if err != nil {
				t.Fatal(err)
			}
			if got := words.Asked(core.AskedOn(start, c.end, "Europe/Berlin", "Europe/Berlin", c.was), day); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}
