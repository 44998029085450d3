package locale_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

func TestWhatAnImportMakesOfAnEvent(t *testing.T) {
	refused := core.Fail(core.CodeNeverSent)
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for name, c := range map[string]struct {
			got, en, ru string
		}{
			"a meeting":  {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindMeeting, With: "Amina", Off: true, From: "a@example.org"}), "; "), "meeting: Amina; cancelled; from a@example.org", "встреча: Amina; отменено; от a@example.org"},
			"by another": {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindMeeting, With: "Amina", From: "a@example.org", Sender: "e@example.org"}), "; "), "meeting: Amina; from a@example.org; this message came from e@example.org, not from the organizer: check that it is really theirs", "встреча: Amina; от a@example.org; сообщение пришло с адреса e@example.org, а не от организатора: убедитесь, что оно действительно от него"},
			"a series":   {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindSeries, With: "Amina"}), "; "), "series: Amina", "серия встреч: Amina"},
			"busy":       {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindBusy}), "; "), "busy time", "занятое время"},
			"free":       {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindBusy, Free: true}), "; "), "shown as free", "видно, но времени не занимает"},
			"says":       {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindMeeting, With: "Amina", Off: true, Says: "I am ill"}), "; "), "meeting: Amina; cancelled; “I am ill”", "встреча: Amina; отменено; «I am ill»"},
			"declined":   {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindBusy, Off: true, Declined: true}), "; "), "busy time; you declined it", "занятое время; отклонено вами"},
			"cut":        {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindBusy, Kept: core.FlawCut, Cut: "LOCATION, ATTENDEE"}), "; "), "busy time; imported without the end of a text that is too long: LOCATION, ATTENDEE", "занятое время; " + w.T("flaw.cut") + ": LOCATION, ATTENDEE"},
			"refused":    {strings.Join(w.CalendarStep(locale.EventStep{As: core.KindMeeting, With: "Amina", Off: true, From: "a@example.org", Refused: refused}), "; "), w.Error(refused), w.Error(refused)},
			"of one":     {w.ReplyAbout("Weekly", core.NewDate(2026, 12, 10).At(16, 0), core.NewDate(2026, 11, 23)), "Weekly, the one on 10 Dec", "Weekly, встреча 10 дек."},
			"of all":     {w.ReplyAbout("Weekly\n", core.Civil{}, core.Date{}), "Weekly", "Weekly"},
			"a reply":    {w.CalendarReply(core.AnswerAccepted, core.Asked{}, false, core.Date{}, nil), w.Word(core.AnswerAccepted), w.Word(core.AnswerAccepted)},
			"proposed":   {w.CalendarReply(core.AnswerTentative, core.Asked{Start: core.NewDate(2026, 12, 10).At(16, 0)}, false, core.NewDate(2026, 11, 23), nil), "proposes " + w.Moment(core.NewDate(2026, 12, 10).At(16, 0), core.NewDate(2026, 11, 23)), "предлагает " + w.Moment(core.NewDate(2026, 12, 10).At(16, 0), core.NewDate(2026, 11, 23))},
			"of a series": {
				w.CalendarReply(core.AnswerTentative, core.Asked{Start: core.NewDate(2026, 12, 10).At(16, 0)}, true, core.NewDate(2026, 11, 23), nil),
				"proposes " + w.Moment(core.NewDate(2026, 12, 10).At(16, 0), core.NewDate(2026, 11, 23)) + " for the whole series",
				"предлагает " + w.Moment(core.NewDate(2026, 12, 10).At(16, 0), core.NewDate(2026, 11, 23)) + " для всей серии",
			},
			"not taken": {w.CalendarReply(core.AnswerAccepted, core.Asked{}, false, core.Date{}, refused), w.Error(refused), w.Error(refused)},
		} {
			want := c.en
			if lang == core.Russian {
				want = c.ru
			}
			if c.got != want {
				t.Errorf("%s, %s: %q, want %q", lang, name, c.got, want)
			}
		}
	}
}

// What a new version takes away is named by its days, a few of them.
func TestWhatIsTakenAwayIsNamed(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	today := core.NewDate(2026, 11, 23)
	day := func(n int) core.Date { return core.NewDate(2026, 12, 1).AddDays(7 * n) }
	for n, want := range map[int]string{
		1: ": 1 Dec", 2: ": 1 Dec and 8 Dec", 5: ": 1 Dec, 8 Dec, 15 Dec, 22 Dec, and 1 more", 0: "are removed",
	} {
		s := locale.EventStep{As: core.KindSeries, With: "Ada", Kept: core.FlawTakesAway, Today: today}
		for i := range n {
			s.Gone = append(s.Gone, day(i))
		}
		said := w.CalendarStep(s)
		if got := said[len(said)-1]; !strings.HasSuffix(got, want) {
			t.Errorf("%d: %q", n, got)
		}
	}
}
