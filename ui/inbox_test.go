package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// What a mentor takes down in passing and puts to nobody stands on Today at once, the palette opens it itself, and it leaves
// Today when it is put to somebody or done.
func TestWhatIsPutToNobodyStandsOnToday(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		h.Lacks(h.Words.T("today.inbox_hint"))
		for _, line := range []string{"?How do I say no", "!buy a notebook"} {
			h.Run("capture")
			h.Type(line)
			h.Settle()
			h.Tap(h.Words.T("capture.save"))
		}
		h.Go(shell.Route{Screen: "today"})
		h.Wants(h.Words.T("today.inbox"), "How do I say no", "Buy a notebook")
		h.Shot("inbox-" + string(lang))
		find := func(typed, title string) {
			h.Press("Ctrl+K")
			h.Type(typed)
			h.Settle()
			h.Keys("Enter")
			h.Wants(title)
		}
		find("notebook", h.Words.T("rel.action_edit_title"))
		h.Keys("Escape")
		find("say no", h.Words.T("rel.question_edit"))
		h.Keys("Escape")
		h.Run("presenting")
		h.Lacks("How do I say no", "Buy a notebook", h.Words.T("today.inbox_hint"))
		h.Run("presenting")
		box, err := h.Planner.Today(t.Context())
		if err != nil || len(box.Inbox.Questions) != 1 || len(box.Inbox.Actions) != 1 {
			t.Fatalf("%+v, %v", box.Inbox, err)
		}
		amina := h.Relationship("Amina").ID
		q := box.Inbox.Questions[0].ID
		if err := h.Planner.Questions.Edit(t.Context(), q, "How do I say no?", amina); err != nil {
			t.Fatal(err)
		}
		if err := h.Planner.Actions.Done(t.Context(), box.Inbox.Actions[0].ID); err != nil {
			t.Fatal(err)
		}
		h.Settle()
		h.Lacks(h.Words.T("today.inbox_hint"))
		waiting, err := h.Planner.Questions.Waiting(t.Context(), amina)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range waiting {
			if one.ID == q && one.Readers.Private() {
				t.Error("put to Amina, who can't read it")
			}
		}
	}
}

// The form of a question says whom it is put to, and puts it to somebody else.
func TestAQuestionIsPutToSomebodyLater(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	q, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "How do I say no?"})
	if err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Tap("How do I say no?")
	h.Wants(h.Words.T("rel.question_edit"))
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if s, ok := o.(*kit.Select); ok {
			s.Choose(1)
		}
		return true
	})
	places, err := h.Planner.Places(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	to := places.Of(places.Owner)[0].ID
	h.Tap(h.Words.T("rel.form_save"))
	waiting, err := h.Planner.Questions.Waiting(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, one := range waiting {
		found = found || one.ID == q.ID
	}
	if !found {
		t.Error("it is put to nobody still")
	}
}

// Before there is a relationship the questions that are collected are seen at once, below the first steps.
func TestTheFirstQuestionsAreSeen(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentee, core.RoleMentor, core.RoleBoth} {
		h := uitest.Open(t, uitest.Options{Empty: true, Role: role, Language: core.Russian})
		h.Run("question.new")
		h.Type("Как сказать нет?")
		h.Settle()
		h.Tap(h.Words.T("capture.save"))
		h.Go(shell.Route{Screen: "today"})
		h.Wants("С чего начать", "Как сказать нет?")
		h.Shot("first-question-" + string(role))
		h.Run("presenting")
		h.Lacks("Как сказать нет?")
	}
}
