package kit

import "fyne.io/fyne/v2"

// ownMenu is the menu of a row that was given none: what pressing the row and its box does, where that has a name,
// and what its buttons do.
func (r *Row) ownMenu() []MenuEntry {
	var out []MenuEntry
	if r.spec.Tap != nil && r.spec.Open != "" {
		out = append(out, MenuEntry{Text: r.spec.Open, Run: r.spec.Tap})
	}
	for _, part := range r.parts() {
		Walk(part, func(o fyne.CanvasObject) bool {
			if entry, ok := r.entryOf(o); ok {
				out = append(out, entry)
			}
			return true
		})
	}
	return out
}

// entryOf gives what an object in the row does, as an entry of a menu.
func (r *Row) entryOf(o fyne.CanvasObject) (MenuEntry, bool) {
	switch v := o.(type) {
	case *Button:
		text := v.text
		if text == "" {
			text = v.tip.Text
		}
		return MenuEntry{Text: text, Danger: v.kind == Danger, Run: func() { v.Tapped(nil) }}, text != "" && !v.disabled
	case *IconButton:
		return MenuEntry{Text: v.tip.Text, Run: func() { v.Tapped(nil) }}, v.tip.Text != "" && !v.disabled
	case *CheckBox:
		text := r.spec.Tick
		if v.label != nil {
			text = v.label.Text()
		}
		return MenuEntry{Text: text, Run: func() { v.Tapped(nil) }}, text != "" && !v.disabled
	}
	return MenuEntry{}, false
}

func (r *Row) showOwnMenu(at fyne.Position) {
	entries := r.ownMenu()
	if c := CanvasOf(r); c != nil && len(entries) > 0 {
		ShowMenu(c, at, entries)
	}
}
