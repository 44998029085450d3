package ui_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// speak changes the language of a window, and gives the words of it.
func speak(h *uitest.House, lang core.Language) *locale.Words {
	h.T.Helper()
	h.Run("language." + string(lang))
	words, err := locale.New(lang)
	if err != nil {
		h.T.Fatal(err)
	}
	return words
}

// What stands above the page, and the reminder at its foot, change their language with the page.
func TestMessagesThatStandChangeTheirLanguage(t *testing.T) {
	for _, from := range []core.Language{core.English, core.Russian} {
		to := map[core.Language]core.Language{core.English: core.Russian, core.Russian: core.English}[from]
		clock := &watch{at: uitest.Now()}
		opt := uitest.Options{Language: from, Before: func(p *planner.Planner) { p.Clock = clock }, Change: func(cfg *ui.Config) { cfg.Host = machine{} }}
		h := uitest.Open(t, opt)
		h.Run("person.new")
		h.Type(zebra)
		h.Clock.Move(time.Second)
		h.Settle()
		h = h.Again()
		clock.add(25 * time.Minute)
		h.Clock.Move(25 * time.Minute)
		h.Settle()
		wants := func(w *locale.Words) []string {
			return []string{
				w.T("drafts.offer_dialog", "count", 1, "name", w.T("people.form_new")),
				w.T("reminder.snooze", "until", w.Hours(10)), w.T("reminder.open"),
			}
		}
		h.Wants(wants(h.Words)...)
		words := speak(h, to)
		h.Wants(wants(words)...)
		h.Lacks(wants(h.Words)[:2]...)
		h.Shot("language-" + string(to))
	}
}

// Whoever changes the language stays where they are, with what they have typed.
func TestALanguageChangeKeepsThePlace(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
	cal, err := h.Planner.Today(t.Context())
	if err != nil || cal.Next == nil {
		t.Fatal(err)
	}
	at := shell.Route{Screen: "meeting", ID: cal.Next.Meeting.ID}
	h.Go(at)
	last := func() (field *kit.NoteField) { // the owner's own
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if f, ok := o.(*kit.NoteField); ok {
				field = f
			}
			return true
		})
		return field
	}
	last().Edit(zebra, true)
	words := speak(h, core.Russian)
	if h.Shell.Router.Route() != at || !h.Shell.Router.CanBack() {
		t.Errorf("somebody was led to %v", h.Shell.Router.Route())
	}
	h.Wants(zebra, words.T("meeting.private_notes"))
	on, ok := h.Canvas().Focused().(fyne.CanvasObject)
	if !ok || !kit.Contains(last(), on) {
		t.Errorf("the focus is on %T, the notes say %q, editing %v", h.Canvas().Focused(), last().Text(), last().Editing())
	}
}
