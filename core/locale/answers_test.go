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
			if got := words(t, lang).Answers(all); got != want[i] {
				t.Errorf("%s: %q, not %q", lang, got, want[i])
			}
		}
	}
}
