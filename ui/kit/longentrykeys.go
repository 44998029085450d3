package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/ui/kit/longtext"
)

// AcceptsTab says no: Tab goes to the next field, or a keyboard could not leave this one.
func (e *longEntry) AcceptsTab() bool { return false }

// KeyDown learns that Shift is held down: the toolkit does not tell with the other keys.
func (e *longEntry) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = true
	}
}

// KeyUp learns that it is no more.
func (e *longEntry) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = false
	}
}

// TypedRune types a letter in place of what is selected.
func (e *longEntry) TypedRune(r rune) {
	if !e.Disabled() && e.text.Type(r) {
		e.changed()
	}
}

// TypedKey keeps the keys that move and edit, and sends the others on.
func (e *longEntry) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case e.onKey != nil && e.onKey(ev):
	case ev.Name == fyne.KeySpace: // it is typed as a letter, and must not scroll the page as well
	case e.moves(ev.Name):
		e.follow()
	case e.edits(ev.Name):
	case ev.Name == keyMenu, ev.Name == fyne.KeyF10 && e.shift:
		e.openMenu(e.caret.Position().Add(fyne.NewPos(0, e.rowHeight())))
	default:
		BubbleKey(e, ev)
	}
}

// moves moves the cursor by a key, and tells whether the key is one for that.
func (e *longEntry) moves(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft:
		e.text.Move(longtext.Left, e.shift)
	case fyne.KeyRight:
		e.text.Move(longtext.Right, e.shift)
	case fyne.KeyUp:
		e.text.MoveRows(-1, e.shift)
	case fyne.KeyDown:
		e.text.MoveRows(1, e.shift)
	case fyne.KeyPageUp:
		e.text.MoveRows(-e.page(), e.shift)
	case fyne.KeyPageDown:
		e.text.MoveRows(e.page(), e.shift)
	case fyne.KeyHome:
		e.text.Move(longtext.RowStart, e.shift)
	case fyne.KeyEnd:
		e.text.Move(longtext.RowEnd, e.shift)
	default:
		return false
	}
	return true
}

// page is how many rows Page Up and Page Down go: one less than are in view.
func (e *longEntry) page() int { return max(int(e.room()/float64(e.rowHeight()))-1, 1) }

// edits edits by a key, and tells whether the key is one for that.
func (e *longEntry) edits(key fyne.KeyName) bool {
	var edit func() bool
	switch key {
	case fyne.KeyBackspace:
		edit = func() bool { return e.text.DeleteBack(false) }
	case fyne.KeyDelete:
		edit = func() bool { return e.text.DeleteForward(false) }
	case fyne.KeyReturn, fyne.KeyEnter:
		edit = func() bool { return e.text.Type('\n') }
	default:
		return false
	}
	e.edit(edit)
	return true
}

func (e *longEntry) edit(do func() bool) {
	if !e.Disabled() && do() {
		e.changed()
	}
}

// Undoes takes back, or does again, what was typed, and tells whether there was anything: where not, the shortcut is
// for the last step of the window.
func (e *longEntry) Undoes(s fyne.Shortcut) bool {
	done := false
	switch s.(type) {
	case *fyne.ShortcutUndo:
		done = !e.Disabled() && e.text.Undo()
	case *fyne.ShortcutRedo:
		done = !e.Disabled() && e.text.Redo()
	}
	if done {
		e.changed()
	}
	return done
}

// TypedShortcut keeps the shortcuts that edit and sends the others on. Undo is the field's own while there is
// something in it to be taken back.
func (e *longEntry) TypedShortcut(s fyne.Shortcut) {
	if e.onShortcut != nil && e.onShortcut(s) {
		return
	}
	switch v := s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if e.Undoes(s) {
			return
		}
	case *fyne.ShortcutCut:
		e.copyTo(v.Clipboard)
		if e.SelectedText() != "" {
			e.edit(func() bool { return e.text.Insert("") })
		}
		return
	case *fyne.ShortcutCopy:
		e.copyTo(v.Clipboard)
		return
	case *fyne.ShortcutPaste:
		e.edit(func() bool { return e.text.Insert(v.Clipboard.Content()) })
		return
	case *fyne.ShortcutSelectAll:
		e.selectAll()
		return
	case *desktop.CustomShortcut:
		if e.usesChord(v) {
			return
		}
	}
	BubbleShortcut(e, s)
}

// copyTo copies what is selected; nothing does not take the place of what was copied before.
func (e *longEntry) copyTo(c fyne.Clipboard) {
	if text := e.SelectedText(); text != "" {
		c.SetContent(text)
	}
}

// usesChord moves and deletes by words, goes to the beginning and the end, and tells whether a shortcut is one for that.
func (e *longEntry) usesChord(s *desktop.CustomShortcut) bool {
	plain, shift := s.Modifier&^fyne.KeyModifierShift, s.Modifier&fyne.KeyModifierShift != 0
	if plain != fyne.KeyModifierShortcutDefault && (plain != fyne.KeyModifierAlt || fyne.KeyModifierShortcutDefault != fyne.KeyModifierSuper) {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft:
		e.text.Move(longtext.WordLeft, shift)
	case fyne.KeyRight:
		e.text.Move(longtext.WordRight, shift)
	case fyne.KeyHome:
		e.text.Move(longtext.TextStart, shift)
	case fyne.KeyEnd:
		e.text.Move(longtext.TextEnd, shift)
	case fyne.KeyBackspace:
		e.edit(func() bool { return e.text.DeleteBack(true) })
		return true
	case fyne.KeyDelete:
		e.edit(func() bool { return e.text.DeleteForward(true) })
		return true
	case fyne.KeyZ:
		return shift && e.Undoes(&fyne.ShortcutRedo{})
	default:
		return false
	}
	e.follow()
	return true
}
