package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Who chooses another language finds the choice where it was on the screen, not somewhere else on the page, whether the
// pointer chose or the keys.
func TestAnotherLanguageLeavesThePageWhereItWas(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, byKey := range []bool{false, true} {
			h := withSettings(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
			page := func() fyne.CanvasObject { return h.Shell.Router.Page().Object() }
			languages := func() (found *kit.Segments) {
				kit.Walk(page(), func(o fyne.CanvasObject) bool {
					if s, is := o.(*kit.Segments); is && slices.Contains(kit.Texts(s), h.Words.T("welcome.russian")) {
						found = s
					}
					return true
				})
				return found
			}
			at := func() float32 {
				h.Canvas().Capture()
				return fyne.CurrentApp().Driver().AbsolutePositionForObject(languages()).Y
			}
			h.Canvas().Focus(kit.FirstFocusable(languages()))
			before := at()
			if before < 100 || before > 560 {
				t.Fatalf("the languages are out of view, at %.0f", before)
			}
			other, key := "welcome.russian", fyne.KeyRight
			if lang == core.Russian {
				other, key = "welcome.english", fyne.KeyLeft
			}
			if byKey {
				h.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
				h.Settle()
			} else {
				h.Canvas().Focus(kit.FirstFocusable(page())) // at the top of the page, from which the wheel leads away
				h.Shell.Router.Page().(interface{ Reveal(fyne.CanvasObject) }).Reveal(languages())
				before = at()
				h.Tap(h.Words.T(other))
			}
			h.Shot("language-" + string(lang))
			if after := at(); after < before-40 || after > before+40 {
				t.Errorf("%s, by key %v: from %.0f to %.0f", lang, byKey, before, after)
			}
		}
	}
}
