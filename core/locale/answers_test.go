package locale

import (
	"testing"

	"mentorbook/core"
)

func TestAnswers(t *testing.T) {
	const yes, no, perhaps, none = core.AnswerAccepted, core.AnswerDeclined, core.AnswerTentative, core.AnswerNone
	for lang, want := range map[core.Language][]string{
		core.English: {"invited", "accepted", "declined", "tentative", "no reply", "no reply", "2 accepted", "2 accepted, 1 declined, 1 tentative, 1 no reply"},
		core.Russian: {"приглашение отправлено", "согласие получено", "отказ", "под вопросом", "нет ответа", "нет ответа", "2 согласия", "2 согласия, 1 отказ, 1 под вопросом, 1 без ответа"},
	} {
		for i, all := range [][]core.Answer{nil, {yes}, {no}, {perhaps}, {none}, {none, none}, {yes, yes}, {none, yes, no, yes, perhaps}} {
			if got := words(t, lang).Answers(all, 0); got != want[i] {
				t.Errorf("%s: %q, not %q", lang, got, want[i])
			}
		}
	}
}

// Who knows of another time is said before what was answered to that one.
func TestAnswersToAnOldTime(t *testing.T) {
	one, three := []core.Answer{core.AnswerAccepted}, []core.Answer{core.AnswerAccepted, core.AnswerDeclined, core.AnswerNone}
	for _, c := range []struct {
		all    []core.Answer
		old    int
		en, ru string
	}{
		{one, 1, "has the old time", "знает прежнее время"},
		{three, 1, "1 has the old time", "1 знает прежнее время"},
		{three, 2, "2 have the old time", "2 знают прежнее время"},
	} {
		for lang, want := range map[core.Language]string{core.English: c.en, core.Russian: c.ru} {
			if got := words(t, lang).Answers(c.all, c.old); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}
