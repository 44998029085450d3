package ui_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// The sign of a question, which quick capture takes, is no part of one that is typed where only questions are; the sign alone asks
// nothing.
func TestTheSignOfAQuestionIsNoPartOfIt(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: core.Russian})
	texts := func() (out []string) {
		all, err := h.Planner.Questions.Waiting(t.Context(), h.Relationship("Kofi").ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range all {
			out = append(out, q.Text)
		}
		return out
	}
	before := len(texts())
	for typed, asked := range map[string]string{"? Как просить о большем": "Как просить о большем", "?Как?": "Как?", "Когда?": "Когда?", "! Зачем": "! Зачем"} {
		focusHint(h, h.Words.T("mentee.ask_hint"))
		h.Type(typed)
		h.Keys("Enter")
		if before++; len(texts()) != before || !slices.Contains(texts(), asked) {
			t.Errorf("%q: there are %q", typed, texts())
		}
	}
	focusHint(h, h.Words.T("mentee.ask_hint"))
	h.Type(" ? ")
	h.Keys("Enter")
	h.Wants(h.Words.FieldError(core.Problems(core.FailField(core.CodeRequired, "text"))[0]))
	if got := texts(); len(got) != before {
		t.Errorf("the sign alone: there are %q", got)
	}
}
