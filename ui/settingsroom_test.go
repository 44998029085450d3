package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

// What the fields of how the owner works are called is whole in every density and size: two of them differ in their last words alone.
func TestTheNamesOfTheRulesAreWhole(t *testing.T) {
	defer shelltest.Theme(kit.Look{Mode: kit.Light})
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, density := range []kit.Density{kit.Comfortable, kit.Compact} {
			for _, scale := range []float32{1, 1.25, 1.5} {
				shelltest.Theme(kit.Look{Mode: kit.Light, Density: density, Scale: scale})
				h := withSettings(t, uitest.Options{Language: lang})
				h.Run("settings")
				h.Settle()
				var names []string
				for _, field := range []string{"length", "buffer_before", "buffer_after", "weekly_hours", "monthly_hours", "journal_days"} {
					names = append(names, h.Words.Label(field))
				}
				seen := 0
				kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
					if text, ok := o.(*kit.Text); ok && slices.Contains(names, text.Text()) {
						if seen++; text.Cut() {
							t.Errorf("%s, density %v, scale %v: %q has %v", lang, density, scale, text.Text(), text.Size().Width)
						}
					}
					return true
				})
				if seen != len(names) {
					t.Errorf("%s: %d names are seen", lang, seen)
				}
			}
		}
	}
}
