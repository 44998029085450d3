package uitest_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Whoever takes messages away by Escape works by the keys: the page has the room back at once, though the pointer rests on it
// and it is scrolled to its end.
func TestEscapeGivesThePageTheRoomOfMessagesBack(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600), Role: core.RoleMentee, Language: lang})
		h.Go(shell.Route{Screen: "today"})
		page := h.Shell.Router.Page().Object()
		tall := page.Size().Height
		kit.Walk(page, func(o fyne.CanvasObject) bool {
			if row, ok := o.(*kit.Row); ok {
				row.MouseIn(&desktop.MouseEvent{})
				return false
			}
			return true
		})
		page.(*kit.Scroll).To(1e6)
		h.Shell.Say(kit.ToastSpec{Text: "One", Action: h.Words.T("button.open"), Apart: true})
		h.Shell.Toast(strings.Repeat("Two ", 12))
		h.Settle()
		if page.Size().Height >= tall {
			t.Fatalf("%s: two messages need no room", lang)
		}
		h.Keys("Escape")
		if said := h.Root().(kit.Floating).Floats().Toasts(); len(said) > 0 || page.Size().Height != tall {
			t.Errorf("%s: after Escape %q are said, and the page is %v tall, not %v", lang, said, page.Size().Height, tall)
		}
		if end := page.(*kit.Scroll); end.At() == 0 || end.At()+tall > end.Content.Size().Height+0.5 {
			t.Errorf("%s: it is scrolled beyond its end", lang)
		}
	}
}
