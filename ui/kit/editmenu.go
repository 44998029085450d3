package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// showEditMenu offers at a point of a field what can be done with its text, in the toolkit's words and the look of all menus.
// before is offered first, such as to take back.
func showEditMenu(e typing, at fyne.Position, veiled bool, before ...MenuEntry) {
	app := fyne.CurrentApp()
	c := app.Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	clip := app.Clipboard()
	entries := before
	if len(entries) > 0 {
		entries = append(entries, MenuEntry{Line: true})
	}
	if !e.Disabled() && !veiled {
		entries = append(entries, editEntry(e, "Cut", &fyne.ShortcutCut{Clipboard: clip}))
	}
	if !veiled {
		entries = append(entries, editEntry(e, "Copy", &fyne.ShortcutCopy{Clipboard: clip}))
	}
	if !e.Disabled() {
		entries = append(entries, editEntry(e, "Paste", &fyne.ShortcutPaste{Clipboard: clip}))
	}
	entries = append(entries, editEntry(e, "Select all", &fyne.ShortcutSelectAll{}))
	ShowMenu(c, app.Driver().AbsolutePositionForObject(e).Add(at), entries)
}

func editEntry(e typing, label string, s fyne.Shortcut) MenuEntry {
	return MenuEntry{Text: lang.L(label), Run: func() { e.TypedShortcut(s) }}
}
