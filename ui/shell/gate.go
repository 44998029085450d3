package shell

import (
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

func splitKeys(keys string) []string { return strings.Fields(keys) }

func firstKeys(keys string) string {
	if all := splitKeys(keys); len(all) > 0 {
		return all[0]
	}
	return ""
}

// Attach makes the keys of all commands work on a canvas. They are shortcuts of the canvas, never of menu
// items: those would fire under a dialog, when switched off, and before the field that is being typed in.
func (r *Registry) Attach(c fyne.Canvas) {
	r.canvas = c
	c.SetOnTypedKey(r.typedKey)
	r.bind()
}

// bind installs the shortcuts of all commands anew.
func (r *Registry) bind() {
	clear(r.chords)
	for _, s := range r.bound {
		r.canvas.RemoveShortcut(s)
	}
	r.bound = nil
	for _, c := range r.All() {
		for _, chord := range chordsOf(c) {
			r.chords[chord] = c.ID
			if r.canvas == nil || chord.plain() {
				continue
			}
			s := chord.Shortcut()
			r.canvas.AddShortcut(s, func(fyne.Shortcut) { r.Press(chord) })
			r.bound = append(r.bound, s)
		}
	}
	r.bindConfirming()
}

// confirming tells whether a chord confirms a dialog wherever in it the focus is: Enter alone is a new line in a
// field of several lines.
func confirming(c Chord) bool {
	return c.Modifier == fyne.KeyModifierShortcutDefault && (c.Key == fyne.KeyReturn || c.Key == fyne.KeyEnter)
}

// bindConfirming makes those keys reach Press, also while no command has them.
func (r *Registry) bindConfirming() {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		chord := Chord{Key: key, Modifier: fyne.KeyModifierShortcutDefault}
		if _, taken := r.chords[chord]; taken || r.canvas == nil {
			continue
		}
		s := chord.Shortcut()
		r.canvas.AddShortcut(s, func(fyne.Shortcut) { r.Press(chord) })
		r.bound = append(r.bound, s)
	}
}

// detach takes the shortcuts of all commands off the canvas.
func (r *Registry) detach() {
	for _, s := range r.bound {
		r.canvas.RemoveShortcut(s)
	}
	r.bound = nil
	if r.canvas != nil {
		r.canvas.SetOnTypedKey(nil)
	}
}

// Press does what a chord does now. The gate: in a dialog only commands that belong there run, a menu gives way, a field
// keeps the keys of editing, and a command that is off says why. It tells whether the chord was used.
func (r *Registry) Press(chord Chord) bool {
	if r.canvas != nil && confirming(chord) {
		if top, ok := r.canvas.Overlays().Top().(confirmer); ok {
			top.Confirm()
			return true
		}
	}
	id, ok := r.chords[chord]
	if !ok {
		return confirming(chord) && r.keep()
	}
	c, _ := r.Find(id)
	if r.canvas != nil {
		if top := r.canvas.Overlays().Top(); top != nil && !kit.CloseMenu(r.canvas) && !c.InDialogs {
			return false
		}
		if field, typing := r.canvas.Focused().(editor); typing && !chord.plain() && editing(chord.Shortcut()) && edits(field, chord.Shortcut()) {
			return true
		}
	}
	if c.Elsewhere != nil && r.WhyNot(id) == "" {
		if why := c.Elsewhere(); why != "" {
			r.off(r.Title(c), r.words(why))
			return true
		}
	}
	r.ByKey(func() { r.Run(id) })
	return true
}

// keep keeps what is edited in its place on a page, or handed over by a line there; false for nothing of either.
func (r *Registry) keep() bool {
	if r.canvas == nil || r.canvas.Overlays().Top() != nil {
		return false
	}
	if on, ok := r.canvas.Content().(PlaceKeeper); ok && on.KeepInPlace() {
		return true
	}
	line, ok := r.canvas.Focused().(interface{ Submit() bool })
	return ok && line.Submit()
}

// ByKey does what somebody asked for by the keyboard: where it leads elsewhere, the keys must have a place there.
func (r *Registry) ByKey(do func()) {
	was := r.pressing
	r.pressing = true
	r.around(do)
	r.pressing = was
}

// editor is a field that is typed in.
type editor interface {
	fyne.Shortcutable
	SelectedText() string
}

// edits gives a field a shortcut that fields have; false where there was nothing in it to be undone.
func edits(field editor, s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if u, ok := field.(interface{ Undoes(s fyne.Shortcut) bool }); ok {
			return u.Undoes(s)
		}
	}
	field.TypedShortcut(s)
	return true
}

// editing tells whether a shortcut is one that fields have.
func editing(s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		return true
	}
	return false
}

// confirmer is an overlay that Enter confirms.
type confirmer interface{ Confirm() }

// typedKey gets the keys that no focused widget used: Escape and Enter for the topmost overlay, then the plain
// keys of commands, then what is on top: a page or a dialog scrolls by them.
func (r *Registry) typedKey(ev *fyne.KeyEvent) {
	if top := r.canvas.Overlays().Top(); top != nil {
		switch ev.Name {
		case fyne.KeyEscape:
			if e, ok := top.(kit.Escaper); ok {
				e.Escape()
				return
			}
		case fyne.KeyReturn, fyne.KeyEnter:
			if d, ok := top.(*Open); ok {
				d.ByEnter()
				return
			}
			if c, ok := top.(confirmer); ok {
				c.Confirm()
				return
			}
		}
	}
	if r.Press(Chord{Key: ev.Name}) {
		return
	}
	var on any = r.canvas.Content()
	if top := r.canvas.Overlays().Top(); top != nil {
		on = top
	}
	if k, ok := on.(Keyer); ok {
		k.Key(ev)
	}
}
