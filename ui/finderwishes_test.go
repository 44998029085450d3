package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// What the palette prints finds what it stands beside, in both languages, also by forms of the words.
func TestThePaletteFindsTheTitlesItPrints(t *testing.T) {
	for lang, typed := range map[core.Language][]string{
		core.English: {"meeting with amina", "amina meetings", "Meeting with Amina Yusuf", "встреча amina"},
		core.Russian: {"встреча amina", "встречи Amina Yusuf", "meeting with amina"},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		for _, query := range typed {
			h.Press("Ctrl+K")
			h.Type(query)
			h.Settle()
			h.Wants(h.Words.T("find.meeting", "name", "Amina Yusuf"))
			h.Press("Escape")
		}
	}
}

// A command that is about somebody is offered for whom the other words name, and does it for them, wherever one is.
func TestThePaletteDoesForSomebodyWhatIsTyped(t *testing.T) {
	for _, c := range []struct {
		lang         core.Language
		query, title string
		then         string // that the dialog or page says
	}{
		{core.English, "report amina", "New report: Amina Yusuf", "Amina Yusuf"},
		{core.English, "plan amina", "Plan a meeting: Amina Yusuf", "Amina Yusuf"},
		{core.English, "note amina", "New note: Amina Yusuf", "Amina Yusuf"},
		{core.English, "amina question", "New question: Amina Yusuf", "Amina Yusuf"},
		{core.English, "invite amina", "Invite: Amina Yusuf", "Amina Yusuf"},
		{core.English, "remember amina yus", "New note: Amina Yusuf", "Amina Yusuf"},
		{core.Russian, "отчёт иван", "Новый отчёт: Иван Петров", "Иван Петров"},
		{core.Russian, "запланировать встречу ивану", "Запланировать встречу: Иван Петров", "Иван Петров"},
		{core.Russian, "пригласить ивана", "Пригласить: Иван Петров", "Иван Петров"},
		{core.Russian, "заметки иван", "Новая заметка: Иван Петров", "Иван Петров"},
	} {
		h := uitest.Open(t, uitest.Options{Language: c.lang})
		h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Tomasz").ID})
		h.Press("Ctrl+K")
		h.Type(c.query)
		h.Settle()
		h.Wants(c.title)
		h.Click(c.title)
		h.Settle()
		if h.Wants(c.then); h.Shell.Canvas().Overlays().Top() == nil && h.Shell.Router.Route().Screen != "reports" {
			t.Errorf("%q: at %v, no dialog", c.query, h.Shell.Router.Route())
		}
	}
}

// While others look at the screen, a command is offered only for whom the page shows; and one that names nobody offers none.
func TestWhatIsTypedForSomebodyNamesNobodyElse(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Tomasz").ID})
	h.Run("presenting")
	h.Press("Ctrl+K")
	h.Type("plan amina")
	h.Settle()
	h.Lacks("Amina")
	h.Press("Escape", "Ctrl+K")
	h.Type("plan nobody")
	h.Settle()
	h.Lacks("Plan a meeting:")
}
