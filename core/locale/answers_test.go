package locale

import (
	"testing"

	"mentorbook/core"
)

func TestAnswers(t *testing.T) {
	const yes, no, perhaps, none = core.AnswerAccepted, core.AnswerDeclined, core.AnswerTentative, core.AnswerNone
	for lang, want := range map[core.Language][]string{
		core.English: {"invited", "accepted", "declined", "tentative", "no answer yet", "no answer yet", "2 accepted", "2 accepted, 1 declined, 1 tentative, 1 yet to answer"},
		core.Russian: {"приглашение составлено", "согласие получено", "отказ", "под вопросом", "ответа пока нет", "ответа пока нет", "2 согласия", "2 согласия, 1 отказ, 1 под вопросом, 1 пока без ответа"},
	} {
		for i, all := range [][]core.Answer{nil, {yes}, {no}, {perhaps}, {none}, {none, none}, {yes, yes}, {none, yes, no, yes, perhaps}} {
			if got := words(t, lang).Answers(core.GuestsSaid{Answers: all}); got != want[i] {
				t.Errorf("%s: %q, not %q", lang, got, want[i])
			}
		}
	}
}

// Who does not know the meeting as it is, or asks for another time, is said before what was answered.
func TestAnswersToWhatIsNotSo(t *testing.T) {
	one, three := []core.Answer{core.AnswerAccepted}, []core.Answer{core.AnswerAccepted, core.AnswerDeclined, core.AnswerNone}
	for _, c := range []struct {
		said   core.GuestsSaid
		en, ru string
	}{
		{core.GuestsSaid{Answers: one, OldTimes: 1}, "invited to the old time", "в письме прежнее время"},
		{core.GuestsSaid{Answers: three, OldTimes: 1}, "1 with the old time", "1 с прежним временем"},
		{core.GuestsSaid{Answers: three, OldTimes: 2}, "2 with the old time", "2 с прежним временем"},
		{core.GuestsSaid{Answers: one, Off: 1}, "cancellation prepared", "составлена отмена"},
		{core.GuestsSaid{Answers: three, Off: 2, OldTimes: 1}, "2 with a cancellation", "у 2 отмена"},
		{core.GuestsSaid{Answers: one, OldTexts: 1}, "accepted, has the old title or place", "согласие получено, в письме прежнее название или место"},
		{core.GuestsSaid{Answers: three, OldTexts: 2}, "1 accepted, 1 declined, 1 yet to answer, 2 with the old title or place", "1 согласие, 1 отказ, 1 пока без ответа, у 2 прежнее название или место"},
		{core.GuestsSaid{Answers: one, Propose: 1}, "proposes another time", "предлагает другое время"},
		{core.GuestsSaid{Answers: one, Places: 1}, "proposes another place", "предлагает другое место"},
		{core.GuestsSaid{Answers: three, Places: 2}, "2 propose another place", "2 предлагают другое место"},
		{core.GuestsSaid{Answers: three, Propose: 1}, "1 proposes another time", "1 предлагает другое время"},
	} {
		for lang, want := range map[core.Language]string{core.English: c.en, core.Russian: c.ru} {
			if got := words(t, lang).Answers(c.said); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}

func TestWhyTheOrganizerKeepsTheTime(t *testing.T) {
	for _, c := range []struct {
		lang        core.Language
		words, want string
	}{
		{core.English, "", "the organizer kept the time and declined your proposal"},
		{core.English, "The room\nis taken", "the organizer kept the time and declined your proposal: “The room is taken”"},
		{core.Russian, "Зал занят", "организатор оставил прежнее время и отклонил ваше предложение: «Зал занят»"},
	} {
		w, err := New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.OwnKept(c.words); got != c.want {
			t.Errorf("%s", got)
		}
	}
}
