package calendar_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// The keys that move and stretch a meeting are for who looks at it: on anything else of the page they move nothing, and say
// why. With the focus nowhere they find the meeting that was chosen, and from the palette they do so wherever it is.
func TestOnlyWhoIsAtTheMeetingMovesIt(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := open(t, "week", uitest.Options{Language: lang})
		grid := find[*kit.TimeGrid](t, h)
		amina := next(t, h)
		key := "meeting:" + amina.ID.String()
		tried := 0
		for _, f := range kit.Focusables(h.Shell.Router.Page().Object()) {
			if f == grid.Focusable() {
				continue
			}
			tried++
			for _, chord := range []string{"Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right", "Ctrl+Shift+Up", "Ctrl+Shift+Down"} {
				grid.Select(key)
				h.Canvas().Focus(f)
				h.Keys(chord)
				if h.Canvas().Focused() != f {
					t.Fatalf("%s on %T %q leads to %T", chord, f, kit.Texts(kit.WholeOf(f)), h.Canvas().Focused())
				}
			}
		}
		if tried < 10 {
			t.Errorf("only %d other things were tried", tried)
		}
		h.Wants(h.Words.T("calendar.why_choose"))
		grid.Select(key)
		h.Canvas().Unfocus()
		h.Keys("Ctrl+Down", "Enter")
		if got, want := meeting(t, h, amina.ID).Start, amina.Start.AddMinutes(kit.GridStep); got != want {
			t.Errorf("with the focus nowhere it is at %v, not %v", got, want)
		}
		h.Canvas().Focus(kit.FirstFocusable(h.Shell.Router.Page().Object()))
		h.Run("calendar.later")
		h.Keys("Enter")
		if got, want := meeting(t, h, amina.ID).Start, amina.Start.AddMinutes(2*kit.GridStep); got != want {
			t.Errorf("from the palette it comes to %v, not %v", got, want)
		}
	}
}
