package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Why a command is off stands in the palette whole, in the smallest window too.
func TestThePaletteSaysWholeWhyACommandIsOff(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600), Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
		theirs, seen := h.Theirs(), map[string]bool{}
		look := func(query, why string) {
			h.Keys("Ctrl+K")
			h.Type(query)
			h.Settle()
			h.Wants(why)
			if cut := uitest.Cuts(h.Canvas().Overlays().Top(), theirs); len(cut) > 0 {
				t.Errorf("%s: %q is cut in %q", lang, query, cut)
			}
			h.Shot("palette-off-" + string(lang))
			h.Keys("Escape")
		}
		for _, to := range []shell.Route{{Screen: "reports"}, {Screen: "people"}, {Screen: "calendar", Tab: "week"}, {Screen: "today"}} {
			h.Go(to)
			for _, c := range h.Shell.Commands.All() {
				if why := h.Shell.Commands.WhyNot(c.ID); why != "" && !c.Quiet && !seen[c.ID] && !insteadOff(c.ID) {
					seen[c.ID] = true
					look(h.Shell.Commands.Title(c), why)
				}
			}
		}
		if len(seen) < 5 || !seen["scale.200"] {
			t.Errorf("only these commands are off: %v", seen)
		}
	}
}

// insteadOff tells whether the palette offers something else for a command that is off here.
func insteadOff(id string) bool {
	switch id {
	case "meeting.move", "meeting.edit", "meeting.invite", "meeting.cancel":
		return true
	}
	return false
}
