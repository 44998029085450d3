package shell_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// A paste that is cut says so, wherever the field is; one that comes whole says nothing.
func TestACutPasteIsSaid(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	field := kit.NewTextField("", "", nil)
	w.Shell.Dialogs.Show(shell.Dialog{Title: "Name", Content: kit.Stack(0, field), Cancel: "Close"})
	paste := func(text string) {
		board := test.NewClipboard()
		board.SetContent(text)
		field.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	}
	said := func() string { return strings.Join(w.Root().(kit.Floating).Floats().Toasts(), ", ") }
	paste(strings.Repeat("я", 1200))
	if said() != "" {
		t.Error("all of it came, and it is told that it did not")
	}
	field.SetText("")
	paste(strings.Repeat("я", 1201))
	if n := len([]rune(field.Text())); n != 1200 || said() != "paste_cut 1200" {
		t.Errorf("%d letters came, and %q is said", n, said())
	}
}
