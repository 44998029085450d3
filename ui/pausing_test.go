package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A relationship is paused and resumed by commands, its page says so with what is still planned in it, and leads there; undo takes it back.
func TestAPauseIsSaidWithWhatIsStillPlanned(t *testing.T) {
	for lang, size := range map[core.Language]fyne.Size{core.English: fyne.NewSize(1280, 800), core.Russian: fyne.NewSize(900, 600)} {
		h := uitest.Open(t, uitest.Options{Empty: true, Language: lang, Role: core.RoleMentor, Size: size})
		rel := invitedOnly(t, h, core.RoleMentor)
		word := func(key string, args ...any) string { return h.Words.T(key, args...) }
		still := word("rel.still", "what", word("rel.end_series", "count", 1))
		since := word("rel.paused_since", "date", h.Words.Date(core.DateOf(uitest.Now())))
		h.Go(shell.Route{Screen: "people"})
		if why := h.Shell.Commands.WhyNot("relationship.pause"); why != word("rel.none_on_show") {
			t.Errorf("nothing on show: %q", why)
		}
		h.Go(shell.Route{Screen: "relationship", ID: rel})
		h.Lacks(since, still)
		if why := h.Shell.Commands.WhyNot("relationship.resume"); why != word("rel.no_resume.active") {
			t.Errorf("an active one: %q", why)
		}
		h.Run("relationship.pause")
		h.Settle()
		h.Wants(since, still, word("title.relationship_paused"), word("rel.still_show"))
		h.Shot("paused-" + string(lang))
		if why := h.Shell.Commands.WhyNot("relationship.pause"); why != word("rel.no_pause.paused") {
			t.Errorf("a paused one: %q", why)
		}
		h.Go(shell.Route{Screen: "relationship", ID: rel, Tab: "log"})
		h.Wants(since, still, word("rel.resume"), word("title.relationship_paused"))
		h.Tap(word("rel.still_show"))
		if got := h.Shell.Router.Route(); got.Tab != "meetings" || got.ID != rel {
			t.Errorf("leads to %+v", got)
		}
		h.Keys("Ctrl+Z")
		h.Settle()
		h.Lacks(since, still)
		if got := again(t, h, rel); got.Status != core.StatusActive {
			t.Errorf("after undo: %+v", got)
		}
		h.Keys("Ctrl+Y")
		h.Settle()
		h.Wants(since)
		h.Go(shell.Route{Screen: "people"})
		if got := found(h, word("rel.resume"))[1]; !strings.Contains(got, "Sara Okafor") {
			t.Errorf("the palette resumes %q", got)
		}
		h.Go(shell.Route{Screen: "relationship", ID: rel})
		h.Run("relationship.resume")
		h.Settle()
		h.Lacks(since, still)
		if got := again(t, h, rel); got.Status != core.StatusActive {
			t.Errorf("after all: %+v", got)
		}
	}
}

// The words by which people look for a pause find it, and its end.
func TestAPauseIsFoundByItsWords(t *testing.T) {
	for lang, words := range map[core.Language]map[string]string{
		core.English: {"pause": "rel.pause", "hold": "rel.pause", "suspend": "rel.pause", "resume": "rel.resume", "continue": "rel.resume"},
		core.Russian: {"пауза": "rel.pause", "приостановить": "rel.pause", "перерыв": "rel.pause", "возобновить": "rel.resume", "продолжить": "rel.resume"},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina Yusuf").ID})
		for query, key := range words {
			if got := found(h, query); len(got) < 2 || !strings.HasPrefix(got[1], h.Words.T(key)) {
				t.Errorf("%q finds %q, not %q", query, got, h.Words.T(key))
			}
		}
	}
}
