package ui_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// everyday are words that people type for what they want, and the key of what is called first.
var everyday = map[core.Language]map[string]string{
	core.English: {
		"close": "meeting.go_close", "close meeting": "meeting.go_close", "finish meeting": "meeting.go_close", "end meeting": "meeting.go_close",
		"quit": "file.quit", "exit": "file.quit", "log out": "file.quit", "close program": "file.quit",
		"new goal": "plans.goal.new", "goal": "plans.goal.new", "goals": "plans.group", "milestone": "plans.goal.new", "add goal": "plans.goal.new",
		"plan meeting": "plan.new", "meeting": "plan.new", "schedule": "plan.new", "new meeting": "plan.new",
		"start meeting": "button.open_meeting", "meeting notes": "button.open_meeting", "timer": "button.open_meeting", "minutes": "button.open_meeting",
		"move meeting": "button.reschedule", "postpone": "button.reschedule", "cancel meeting": "plan.cancel_open", "delete meeting": "plan.cancel_open",
		"invite": "button.invite", "send invitation": "button.invite", "send": "today.send_agenda", "agenda": "today.send_agenda", "zoom link": "plan.edit_open",
		"report": "reports.new", "pdf": "reports.new", "hr": "reports.new", "print": "reports.new", "progress": "reports.new", "share": "plans.release_one",
		"backup": "file.backup", "save": "file.backup", "restore": "settings.do.backups", "undo": "window.undo", "redo": "window.redo",
		"delete": "deleted.command", "remove": "deleted.command", "trash": "deleted.command",
		"checklist": "checklists.head", "new checklist": "checklists.new", "template": "checklists.new", "question": "capture.new_question", "ask": "capture.new_question",
		"note": "capture.new_note", "task": "capture.new_action", "promise": "capture.new_action", "follow up": "capture.new_action", "my tasks": "window.today",
		"today": "window.today", "home": "window.today", "calendar": "window.calendar", "week": "window.calendar", "people": "people.title", "mentor": "people.title",
		"settings": "settings.title", "preferences": "settings.title", "import": "people.import", "merge": "people.merge_any", "duplicates": "people.merge_any",
		"help": "shell.keys", "keys": "shell.keys", "presenting": "window.presenting", "share screen": "window.presenting", "hide private": "window.presenting",
		"dark": "Theme: dark", "dark mode": "Theme: dark", "scale": "settings.do.look", "zoom": "settings.do.look", "reminders": "settings.do.rules", "sync": "settings.do.feed", "version": "about.command",
		"vacation": "daysoff.title", "free time": "calendar.free", "new contact": "people.new", "archive": "people.title", "end relationship": "people.title", "history": "people.title", "open file": "file.open", "switch workspace": "file.new",
	},
	core.Russian: {
		"закрыть": "meeting.go_close", "закрыть встречу": "meeting.go_close", "закончить встречу": "meeting.go_close", "завершить": "meeting.go_close",
		"выход": "file.quit", "выйти": "file.quit", "закрыть программу": "file.quit",
		"новая цель": "plans.goal.new", "цель": "plans.goal.new", "цели": "plans.group", "веха": "plans.goal.new", "добавить цель": "plans.goal.new",
		"встреча": "plan.new", "запланировать встречу": "plan.new", "назначить встречу": "plan.new", "новая встреча": "plan.new",
		"начать встречу": "button.open_meeting", "протокол": "button.open_meeting", "таймер": "button.open_meeting",
		"перенести встречу": "button.reschedule", "отложить": "button.reschedule", "отменить встречу": "plan.cancel_open", "удалить встречу": "plan.cancel_open",
		"пригласить": "button.invite", "отправить приглашение": "button.invite", "отправить": "today.send_agenda", "повестка": "today.send_agenda", "тема встречи": "plan.edit_open", "тема": "plan.edit_open", "тему": "plan.edit_open",
		"отчёт": "reports.new", "отчет": "reports.new", "печать": "reports.new", "прогресс": "reports.new", "итоги": "reports.new", "поделиться": "plans.release_one",
		"бэкап": "file.backup", "резервная копия": "file.backup", "сохранить": "file.backup", "восстановить": "settings.do.backups", "отменить": "window.undo", "отмена": "window.undo",
		"удалить": "deleted.command", "корзина": "deleted.command",
		"чек-лист": "checklists.head", "чеклист": "checklists.head", "список": "checklists.head", "новый список": "checklists.new", "шаблон": "checklists.new", "вопрос": "capture.new_question",
		"заметка": "capture.new_note", "записать": "capture.new_note", "задача": "capture.new_action", "поручение": "capture.new_action", "мои задачи": "window.today",
		"сегодня": "window.today", "главная": "window.today", "календарь": "window.calendar", "неделя": "window.calendar", "люди": "people.title", "менти": "people.title",
		"настройки": "settings.title", "параметры": "settings.title", "импорт": "people.import", "объединить": "people.merge_any", "дубликаты": "people.merge_any",
		"справка": "shell.keys", "помощь": "shell.keys", "клавиши": "shell.keys", "показ": "window.presenting", "демонстрация экрана": "window.presenting",
		"тёмная": "Тёмная тема", "темная тема": "Тёмная тема", "масштаб": "settings.do.look", "шрифт": "settings.do.look", "напоминания": "settings.do.rules", "версия": "about.command",
		"отпуск": "daysoff.title", "свободное время": "calendar.free", "новый контакт": "people.new", "архив": "people.title", "завершить отношения": "people.title", "история": "people.title", "сменить файл": "file.open", "наставник": "people.title",
	},
}

// The first that an everyday word finds is what people mean by it.
func TestEverydayWordsFindWhatIsMeant(t *testing.T) {
	for lang, table := range everyday {
		h := uitest.Open(t, uitest.Options{Language: lang, Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
		for query, key := range table {
			first := found(h, query)
			if len(first) < 2 {
				t.Errorf("%s: %q finds %q", lang, query, first)
				continue
			}
			want := key
			if h.Words.Has(key) {
				want = strings.TrimSuffix(h.Words.T(key), "…")
			}
			if !strings.HasPrefix(first[1], want) {
				t.Errorf("%s: %q finds first %q, not %q", lang, query, first[1], want)
			}
			if len(first) > 2 && first[1] == h.Words.T("file.quit") && key != "file.quit" {
				t.Errorf("%q ends the program", query)
			}
		}
	}
}

// The Russian word for what a meeting is about is that for how the window looks, too. Enter on it asks, and changes no look at once:
// the other is found by words of its own as well. Both stand among the first, wherever one is.
func TestTheTopicAndTheThemeAreBothFound(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian, Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
	day, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	topic := strings.TrimSuffix(h.Words.T("plan.edit_open"), "…")
	for _, at := range []shell.Route{{Screen: "today"}, {Screen: "meeting", ID: day.Next.Meeting.ID}, {Screen: "settings"}} {
		h.Go(at)
		for _, query := range []string{"тема", "темы", "тему", "тем"} {
			first := strings.Join(found(h, query)[1:5], "\n")
			for _, want := range []string{topic, h.Words.T("settings.do.theme_dark"), h.Words.T("settings.do.theme_light"), h.Words.T("settings.do.theme_system")} {
				if !strings.Contains(first, want) {
					t.Errorf("%s: %q does not find %q among the first, but %q", at.Screen, query, want, first)
				}
			}
		}
	}
}

// found gives what the palette says where something is typed: first that, then the lines.
func found(h *uitest.House, query string) []string {
	h.T.Helper()
	h.Keys("Ctrl+K")
	h.Type(query)
	h.Settle()
	out := kit.Texts(h.Canvas().Overlays().Top())
	h.Keys("Escape")
	return out
}

// What ends the program stands last where another word finds it, also behind what is written somewhere, and no Enter on “close” ends it.
func TestCloseEndsNoProgram(t *testing.T) {
	for lang, words := range map[core.Language][]string{core.English: {"close", "sign off", "leave"}, core.Russian: {"закрыть", "завершить"}} {
		quit := 0
		h := uitest.Open(t, uitest.Options{Language: lang, Change: func(cfg *ui.Config) { cfg.Host = quitter{machine{}, &quit} }, Before: func(p *planner.Planner) {
			if _, err := p.People.Add(t.Context(), core.Person{Name: "Sign Offley"}); err != nil {
				t.Fatal(err)
			}
			if _, err := p.People.Add(t.Context(), core.Person{Name: "Leave Yang"}); err != nil {
				t.Fatal(err)
			}
		}})
		for _, query := range words {
			h.Go(shell.Route{Screen: "today"})
			h.Keys("Ctrl+K")
			h.Type(query)
			h.Settle()
			texts := kit.Texts(h.Canvas().Overlays().Top())
			if texts[1] == h.Words.T("file.quit") {
				t.Errorf("%q finds first %q", query, texts)
			}
			h.Keys("Enter", "Escape")
		}
		if quit > 0 {
			t.Errorf("the program ended %d times", quit)
		}
	}
}

// Meetings that are over and not closed, and one that goes on, are found by “close”, by their names and the later ones first;
// choosing one leads to where it is closed. Others who look at the screen read no name.
func TestClosingFindsTheMeetingsThatWaitForIt(t *testing.T) {
	for lang, query := range map[core.Language]string{core.English: "close", core.Russian: "закрыть встречу"} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		plan := func(name string, start core.Civil) core.ID {
			m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: h.Relationship(name).ID, Start: start, End: start.AddMinutes(60)})
			if err != nil {
				t.Fatal(err)
			}
			return m.ID
		}
		plan("Amina", core.NewDate(2026, 11, 21).At(9, 0))
		on := plan("Tomasz", core.NewDate(2026, 11, 23).At(13, 0))
		h.Go(shell.Route{Screen: "today"})
		h.Shell.Refresh()
		h.Settle()
		called := func(name string) string {
			return h.Words.T("find.for", "command", h.Words.T("meeting.go_close"), "name", name)
		}
		if got := found(h, query); len(got) < 4 || got[1] != called("Tomasz Zieliński") || got[3] != called("Amina Yusuf") {
			t.Errorf("%q finds %q", query, got)
		}
		if got := found(h, query+" amina"); len(got) < 2 || got[1] != called("Amina Yusuf") {
			t.Errorf("%q finds %q", query+" amina", got)
		}
		if got := found(h, "amina"); len(got) < 2 || strings.HasPrefix(got[1], h.Words.T("meeting.go_close")) {
			t.Errorf("a name alone finds %q", got)
		}
		h.Run("presenting")
		if got := found(h, query); len(got) < 2 || got[1] != h.Words.T("meeting.go_close") || strings.Contains(strings.Join(got, " "), "Tomasz") {
			t.Errorf("others read %q", got)
		}
		h.Run("presenting")
		h.Go(shell.Route{Screen: "plans"})
		h.Keys("Ctrl+K")
		h.Type(query)
		h.Settle()
		h.Keys("Enter")
		if at := h.Shell.Router.Route(); at.Screen != "meeting" || at.ID != on {
			t.Errorf("%q leads to %v", query, at)
		}
		if _, chips := h.Canvas().Focused().(*kit.ChipGroup); !chips {
			t.Errorf("the focus is on %T, where nothing of closing is chosen", h.Canvas().Focused())
		}
		h.Go(shell.Route{Screen: "today"})
		h.Tap(h.Words.T("today.close")) // as does its button
		if _, chips := h.Canvas().Focused().(*kit.ChipGroup); !chips || h.Shell.Router.Route().Tab != "closing" {
			t.Errorf("from Today the focus is on %T at %v", h.Canvas().Focused(), h.Shell.Router.Route())
		}
		h.Keys("Ctrl+K")
		h.Type(query)
		h.Settle()
		if got := kit.Texts(h.Canvas().Overlays().Top()); got[1] != h.Words.T("meeting.close") || strings.Contains(got[2], h.Words.T("meeting.none_to_close")) {
			t.Errorf("where it is on show, %q finds %q", query, got)
		}
		h.Keys("Escape")
	}
}

// What is done with a meeting is offered for the next one where none is on show, by its name.
func TestWhatIsDoneWithAMeetingIsOfferedForTheNext(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	for _, query := range []string{"invite", "reschedule", "cancel meeting", "edit title"} {
		if got := found(h, query); !strings.HasSuffix(got[1], ": Amina Yusuf") {
			t.Errorf("%q finds %q", query, got)
		}
	}
	h.Go(shell.Route{Screen: "today"})
	h.Keys("Ctrl+K")
	h.Type("reschedule")
	h.Settle()
	h.Keys("Enter")
	h.Wants("Amina Yusuf")
	if h.Canvas().Overlays().Top() == nil {
		t.Error("no dialog is open")
	}
}

// Where nothing is found, the palette says what it can do; not while others look, who are told that things are hidden.
func TestThePaletteSaysWhatItCanDo(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		can := h.Words.T("shell.palette.can")
		if got := strings.Join(found(h, "xylophon"), " "); !strings.Contains(got, can) {
			t.Errorf("%q", got)
		}
		if got := strings.Join(found(h, "amina"), " "); strings.Contains(got, can) {
			t.Errorf("%q", got)
		}
	}
}
