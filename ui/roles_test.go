package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// The form of a new relationship says at which role another is to be chosen where both sides have the same, and goes there.
func TestARoleThatDoesNotFitIsSaidWhereItStands(t *testing.T) {
	for lang, size := range map[core.Language]fyne.Size{core.English: fyne.NewSize(1280, 800), core.Russian: fyne.NewSize(900, 600)} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: size})
		before, err := h.Planner.Relationships.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		h.Run("relationship.new")
		roles := func() (all []*kit.Select) {
			kit.Walk(h.Canvas().Overlays().Top(), func(o fyne.CanvasObject) bool {
				if s, ok := o.(*kit.Select); ok && s.Visible() {
					all = append(all, s)
				}
				return true
			})
			return all[:2]
		}
		roles()[0].Choose(1) // I am a mentee, too
		h.Settle()
		h.Keys("Ctrl+Enter")
		h.Shot("roles-" + string(lang))
		word := h.Words.T("rel.form_role", "role", locale.Capital(h.Words.Word(core.RoleMentor)))
		h.Wants(word, h.Words.T("rel.form_new"))
		if h.Canvas().Focused() != roles()[1].Focusable() {
			t.Errorf("the focus is on %T", h.Canvas().Focused())
		}
		roles()[1].Choose(0)
		h.Settle()
		h.Lacks(word)
		h.Keys("Ctrl+Enter")
		h.Settle()
		after, err := h.Planner.Relationships.All(t.Context())
		if err != nil || len(after) != len(before)+1 {
			t.Errorf("%d relationships, then %d, %v", len(before), len(after), err)
		}
	}
}
