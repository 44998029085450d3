package shell

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Chord is a key with the modifiers held.
type Chord struct {
	Key      fyne.KeyName
	Modifier fyne.KeyModifier
}

// ParseChord reads "Ctrl+Shift+P", "Alt+Left", "F1" or "Delete". Ctrl is the Command key on a Mac.
func ParseChord(text string) (Chord, error) {
	parts := strings.Split(text, "+")
	var c Chord
	for _, p := range parts[:len(parts)-1] {
		switch p {
		case "Ctrl":
			c.Modifier |= fyne.KeyModifierShortcutDefault
		case "Alt":
			c.Modifier |= fyne.KeyModifierAlt
		case "Shift":
			c.Modifier |= fyne.KeyModifierShift
		default:
			return Chord{}, fmt.Errorf("keys %q: no modifier is called %q", text, p)
		}
	}
	key := parts[len(parts)-1]
	name, ok := keyName(key)
	if !ok {
		return Chord{}, fmt.Errorf("keys %q: no key is called %q", text, key)
	}
	c.Key = name
	return c, nil
}

func keyName(key string) (fyne.KeyName, bool) {
	switch key {
	case "Left", "Right", "Up", "Down", "Home", "End", "Delete", "Escape", "Return", "Space",
		"F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12":
		return fyne.KeyName(key), true
	case "Enter":
		return fyne.KeyReturn, true
	case "PageUp":
		return fyne.KeyPageUp, true
	case "PageDown":
		return fyne.KeyPageDown, true
	case "Plus":
		return fyne.KeyPlus, true
	}
	if len(key) == 1 && (key[0] >= 'A' && key[0] <= 'Z' || strings.ContainsAny(key, "0123456789,.-=/[];'\\`")) {
		return fyne.KeyName(key), true
	}
	return "", false
}

// plain tells whether the key comes without Ctrl or Alt. The toolkit sends such keys to the focused widget,
// which sends them on, never as a shortcut.
func (c Chord) plain() bool { return c.Modifier&^fyne.KeyModifierShift == 0 }

// Shortcut gives what the toolkit makes of the chord. It has types of its own for the keys of editing.
func (c Chord) Shortcut() fyne.Shortcut {
	if c.Modifier == fyne.KeyModifierShortcutDefault {
		switch c.Key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyX:
			return &fyne.ShortcutCut{}
		case fyne.KeyC, fyne.KeyInsert:
			return &fyne.ShortcutCopy{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	return &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Modifier}
}
