package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// RowKeys are what can be done with a row of fields in a form: by key from any field of the row, or by the icons at
// its side. A nil one cannot be done.
type RowKeys struct {
	Up, Down func() // Alt+Up and Alt+Down: before the row above, after the row below
	Remove   func() // Alt+Delete
}

// The keys of a row, as tooltips and the key sheet name them.
const (
	KeysRowUp     = "Alt+Up"
	KeysRowDown   = "Alt+Down"
	KeysRowRemove = "Alt+Delete"
)

// ShortcutTaker is a field that lets shortcuts be seen before it uses them.
type ShortcutTaker interface {
	OnShortcut(func(fyne.Shortcut) bool)
}

// In makes the keys work in the fields of a row.
func (k RowKeys) In(fields ...ShortcutTaker) {
	for _, f := range fields {
		f.OnShortcut(k.shortcut)
	}
}

func (k RowKeys) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt {
		return false
	}
	var do func()
	switch c.KeyName {
	case fyne.KeyUp:
		do = k.Up
	case fyne.KeyDown:
		do = k.Down
	case fyne.KeyDelete:
		do = k.Remove
	}
	if do == nil {
		return false
	}
	do()
	return true
}

// Icons gives the icons of what can be done; each text says it in the language of the moment.
func (k RowKeys) Icons(up, down, remove string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	add := func(icon, text, keys string, do func()) {
		if do != nil {
			out = append(out, NewSideIcon(icon, Tip{Text: text, Keys: keys}, do))
		}
	}
	add("chevron-up", up, KeysRowUp, k.Up)
	add("chevron-down", down, KeysRowDown, k.Down)
	add("close", remove, KeysRowRemove, k.Remove)
	return out
}
