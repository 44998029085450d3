package ui_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

func TestThePaletteFindsWhatTheWorkspaceHolds(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		people, err := p.People.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Notes.Write(t.Context(), core.Note{About: core.RefOf(people[0]), Text: "Considers the Kilimanjaro"}); err != nil {
			t.Fatal(err)
		}
	}})
	look := func(query string) {
		h.Press("Ctrl+K")
		h.Type(query)
		h.Settle()
	}
	look("qqzzq")
	h.Wants("Nothing found")
	h.Press("Escape")
	look("коф") // a name in the other letters, half typed
	h.Wants("Kofi Asante")
	h.Press("Escape")
	look("promotion docum")
	h.Wants("Write the promotion document", "action · Amina Yusuf")
	h.Keys("Enter")
	h.Wants("Edit the action")
	h.Press("Escape")
	if r := h.Shell.Router.Route(); r.Screen != "relationship" || r.ID != h.Relationship("Amina").ID {
		t.Errorf("at %v", r)
	}
	look("kilimanjaro")
	h.Wants("Considers the Kilimanjaro", "Private · ")
	h.Keys("Enter")
	if r := h.Shell.Router.Route(); r.Screen != "people" {
		t.Errorf("at %v", r)
	}
	h.Run("presenting")
	look("kilimanjaro")
	h.Lacks("Considers", "Private")
	h.Press("Escape")
	look("hanna") // others would read of her while somebody else's page is on show
	h.Lacks("Hanna Weiss")
	h.Press("Escape")
	h.Run("presenting")
	look("hanna")
	h.Keys("Enter")
	h.Wants("HR partner · Weiss Textiles")
}

// A day typed into the palette leads to it in the calendar, in either language and whatever is on show; a figure alone is none.
func TestThePaletteLeadsToADay(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	look := func(query string) {
		h.Press("Ctrl+K")
		h.Type(query)
		h.Settle()
	}
	for _, c := range []struct{ query, says, week string }{
		{"14 Dec", "Calendar · 2026", "14–20 December 2026"},
		{"9.02", "Tuesday, 9 February", "8–14 February 2027"},
		{"25 марта", "Calendar · 2027", "22–28 March 2027"},
	} {
		look(c.query)
		h.Wants(c.says)
		h.Keys("Enter")
		if h.Wants(c.week); h.Shell.Router.Route().Screen != "calendar" {
			t.Errorf("%q leads to %v", c.query, h.Shell.Router.Route())
		}
	}
	h.Go(shell.Route{Screen: "calendar", Tab: "month"})
	look("14 Dec")
	h.Keys("Enter")
	h.Wants("December 2026")
	if r := h.Shell.Router.Route(); r.Tab != "month" {
		t.Errorf("at %v", r)
	}
	look("7")
	h.Lacks("7 December", "7 November")
}

// A slip, or the keys of the other layout, find commands and people too, behind what fits as it was typed.
func TestThePaletteForgivesASlip(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		if _, err := p.People.Add(t.Context(), core.Person{Name: "Captura Eve"}); err != nil {
			t.Fatal(err)
		}
	}})
	for _, c := range []struct{ typed, want string }{
		{"captrue", "Quick capture…"}, {"сфзегку", "Quick capture…"}, {"capture", "Captura Eve"}, {"tomsaz", "Tomasz Zieliński"}, {"ещьфыя", "Tomasz Zieliński"}, {"bdfy", "Иван Петров"}, {"Петроов", "Иван Петров"},
	} {
		h.Keys("Ctrl+K")
		h.Type(c.typed)
		h.Settle()
		h.Wants(c.want)
		if c.typed == "capture" {
			h.Shot("palette-slip")
		}
		h.Keys("Escape")
	}
	for _, typed := range []string{"capture", "captrue", "сфзегку"} { // the command comes before Captura, whom one may mean
		h.Keys("Ctrl+K")
		h.Type(typed)
		h.Settle()
		h.Keys("Enter")
		h.Wants("Quick capture", "For")
		h.Keys("Escape")
	}
}

// Goals, skills and checklists are found by their names, and Enter opens what was found, not only its page.
func TestThePaletteOpensWhatItFinds(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	for _, c := range []struct{ query, title, kind, open string }{
		{"external talks", "Give two external talks", "goal · ", "Why it matters"},
		{"system design", "System design", "skill · ", "Rated by"},
	} {
		h.Press("Ctrl+K")
		h.Type(c.query)
		h.Settle()
		h.Wants(c.title, c.kind)
		h.Keys("Enter")
		h.Wants(c.open)
		h.Keys("Escape")
	}
	h.Press("Ctrl+K")
	h.Type("preparing a talk")
	h.Settle()
	h.Wants("checklist in use · ")
	h.Keys("Enter")
	if r := h.Shell.Router.Route(); r.Screen != "checklists" || r.ID.IsZero() {
		t.Errorf("at %v", r)
	}
}

// A command is found by the words of a button and of other programs too, behind those whose name says so; the palette
// does not list itself, and what only moves about comes last.
func TestCommandsAreFoundByOtherWords(t *testing.T) {
	for lang, typed := range map[core.Language]map[string]string{
		core.English: {"contact": "New person", "schedule": "Plan a meeting", "rate": "New skill", "vacation": "Days off"},
		core.Russian: {"начать": "Новое наставничество", "оцен": "Новый навык", "отпуск": "Дни без встреч", "контакт": "Новый человек"},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		for words, want := range typed {
			h.Keys("Ctrl+K")
			h.Type(words)
			h.Wants(want)
			h.Keys("Escape")
		}
		listed := h.Shell.Listed()
		own, back := h.Words.T("shell.palette"), slices.Index(listed, h.Words.T("shell.back"))
		if slices.Contains(listed, own) || back < len(listed)/2 {
			t.Errorf("%q", listed)
		}
	}
}

// Other words stand beside commands that there are.
func TestOtherWordsAreOfCommands(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	raw, err := os.ReadFile("../assets/locales/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]any
	if err := json.Unmarshal(raw, &texts); err != nil {
		t.Fatal(err)
	}
	known := func(id string) bool { _, ok := h.Shell.Commands.Find(id); return ok }
	n := 0
	for key := range texts {
		id, ok := strings.CutPrefix(strings.Replace(key, "called.", "also.", 1), "also.")
		if !ok {
			continue
		}
		if n++; !known(id) && !slices.Contains([]string{"about", "settings", "language.en", "language.ru"}, id) && !strings.HasPrefix(id, "meeting.") && !strings.HasPrefix(id, "file.") && !strings.HasPrefix(id, "theme.") && !strings.HasPrefix(id, "density.") && !strings.HasPrefix(id, "settings.") {
			t.Errorf("%q are words for no command", key)
		}
	}
	if n < 30 {
		t.Errorf("only %d commands have other words", n)
	}
}

// Commands are found by the forms of a word that people type, the look and the language by their names in either
// language, and exports of contacts say that they are that. Those of the page on show come first.
func TestCommandsAreFoundByWhatPeopleType(t *testing.T) {
	for _, c := range []struct {
		lang             core.Language
		screen           string
		query, has, none string
	}{
		{core.Russian, "people", "новый цель", "Новая цель…", ""},
		{core.Russian, "people", "english", "Язык: английский", ""},
		{core.Russian, "people", "тёмная", "Тёмная тема", ""},
		{core.Russian, "people", "dark", "Тёмная тема", ""},
		{core.English, "people", "русский", "Language: Russian", ""},
		{core.English, "people", "compact", "Density: compact", ""},
		{core.English, "reports", "export", "Export contacts as CSV…", "Export as CSV…"},
	} {
		h := uitest.Open(t, uitest.Options{Language: c.lang, Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
		h.Go(shell.Route{Screen: c.screen})
		h.Run("shell.palette")
		h.Type(c.query)
		h.Settle()
		h.Wants(c.has)
		if c.none != "" {
			h.Lacks(c.none)
		}
		if texts := kit.Texts(h.Root()); c.query == "тёмная" && slices.Index(texts, c.has) > 2 {
			t.Errorf("what is named so is not before what is found by other words: %q", texts)
		}
		if own := h.Words.T("reports.export"); c.screen == "reports" {
			texts := kit.Texts(h.Root())
			if mine, others := slices.Index(texts, own), slices.Index(texts, c.has); mine < 0 || mine > others {
				t.Errorf("%q is not before %q in %q", own, c.has, texts)
			}
		}
	}
}

// Commands are found by their names in either language, in which they are typed with slips too, and stand there in the
// window's; two slips in a long word are forgiven to people as well.
func TestThePaletteKnowsBothLanguages(t *testing.T) {
	for _, c := range []struct {
		lang        core.Language
		typed, want string // a key of words, or a name
	}{
		{core.Russian, "plan a meeting", "plan.new"},
		{core.Russian, "calednra", "window.calendar"},
		{core.Russian, "days off", "daysoff.title"},
		{core.English, "люди", "people.title"},
		{core.English, "калнедрь", "window.calendar"},
		{core.English, "запланировать встречу", "plan.new"},
		{core.English, "Ziellinsik", "Tomasz Zieliński"},
		{core.Russian, "Ziellinsik", "Tomasz Zieliński"},
	} {
		h := uitest.Open(t, uitest.Options{Language: c.lang})
		want := c.want
		if h.Words.Has(want) {
			want = h.Words.T(want)
		}
		h.Keys("Ctrl+K")
		h.Type(c.typed)
		h.Settle()
		h.Wants(want)
	}
}

// The program quits while a dialog is open as it does without one.
func TestQuitWorksInDialogs(t *testing.T) {
	quit := 0
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) { cfg.Host = quitter{machine{}, &quit} }})
	h.Run("meeting.new")
	h.Settle()
	h.Type("half a word")
	h.Press("Ctrl+Q")
	h.Press("Escape")
	h.Keys("Ctrl+K")
	h.Press("Ctrl+Q")
	if quit != 2 {
		t.Errorf("asked to quit %d times", quit)
	}
}

// quitter is a host that counts how often it is asked to quit.
type quitter struct {
	machine
	times *int
}

func (q quitter) Quit() { *q.times++ }
