package ui_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/uitest"
)

// Whoever types what they look for into the palette comes to it: first of all to the backups, of which one is restored.
func TestThePaletteLeadsToEachPartOfTheSettings(t *testing.T) {
	for _, c := range []struct {
		lang         core.Language
		typed, first string
	}{
		{core.English, "restore", "settings.do.backups"},
		{core.English, "restore backup", "settings.do.backups"},
		{core.English, "working hours", "settings.do.working"},
		{core.English, "profile", "settings.do.profile"},
		{core.English, "reminders", "settings.do.rules"},
		{core.English, "font", "settings.do.look"},
		{core.English, "publish", "settings.do.feed"},
		{core.Russian, "восстан", "settings.do.backups"},
		{core.Russian, "резерв восст", "settings.do.backups"},
		{core.Russian, "рабочие часы", "settings.do.working"},
		{core.Russian, "масштаб", "settings.do.look"},
	} {
		h := withSettings(t, uitest.Options{Language: c.lang})
		h.Keys("Ctrl+K")
		h.Type(c.typed)
		h.Settle()
		want, texts := h.Words.T(c.first), kit.Texts(h.Root())
		found := 0
		for i, text := range texts {
			if text == want {
				found = i
			}
		}
		for _, text := range texts[:found] {
			if strings.Contains(text, "JSON") {
				t.Errorf("%q: %q stands before %q", c.typed, text, want)
			}
		}
		if h.Wants(want); found == 0 {
			t.Errorf("%q: %q", c.typed, texts)
		}
	}
}

// Each of those commands leads to its part of the screen, from anywhere and on the screen itself, with the focus in it.
func TestSectionCommandsBringTheFocusThere(t *testing.T) {
	h := withSettings(t, uitest.Options{})
	for _, from := range []string{"settings", "today"} {
		for _, section := range settings.Sections() {
			h.Run(from)
			h.Run("settings." + section)
			h.Settle()
			if h.Shell.Canvas().Focused() == nil || h.Shell.Router.Route().Screen != "settings" {
				t.Errorf("%s from %s: at %v without a focus", section, from, h.Shell.Router.Route())
			}
		}
	}
	h.Run("settings.backups")
	h.Settle()
	h.Keys("Enter") // with no backup yet, the focus is on the button that makes one
	h.Run("settings.working")
	h.Settle()
	h.Wants(h.Words.T("settings.working_title"))
}
