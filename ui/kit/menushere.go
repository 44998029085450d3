package kit

import "fyne.io/fyne/v2"

// MenuTaker is a window's content that can take a menu in place of its being shown, where it is only to be known what is in
// it. It gives false for a menu that is to be shown.
type MenuTaker interface {
	TakeMenu(entries []MenuEntry) bool
}

// OpenMenus opens the menu of what has the focus as the menu key does, and those of the rows and cards that it stands in, the
// innermost first. A field for text has none of its own here: what is in that is done to the text.
func OpenMenus(c fyne.Canvas) {
	f := c.Focused()
	o := WholeOf(f)
	if o == nil {
		return
	}
	if _, text := f.(typing); !text {
		f.TypedKey(&fyne.KeyEvent{Name: keyMenu})
	}
	around := around(c.Content(), o)
	for i := len(around) - 1; i >= 0; i-- {
		switch v := around[i].(type) {
		case *Row:
			if v != o && v.press.onMenu != nil {
				v.press.openMenu(fyne.Position{})
			}
			if own := v.ownMenu(); len(own) > 0 {
				ShowMenu(c, fyne.Position{}, own)
			}
		case *Card:
			if v.onMenu != nil {
				v.onMenu(fyne.Position{})
			}
		}
	}
}

// around gives an object and what it lies in, the outermost first; nil where it is not in root.
func around(root, o fyne.CanvasObject) []fyne.CanvasObject {
	if root == nil || !root.Visible() {
		return nil
	}
	if root == o {
		return []fyne.CanvasObject{o}
	}
	for _, child := range inside(root) {
		if found := around(child, o); found != nil {
			return append([]fyne.CanvasObject{root}, found...)
		}
	}
	return nil
}

// NameOf gives what stands first on what has the focus: of a list on its present row; "" where that is nothing.
func NameOf(f fyne.Focusable) string {
	o := WholeOf(f)
	switch v := o.(type) {
	case *List:
		if v.spec.Label != nil && v.current < v.spec.Length() {
			return v.spec.Label(v.current)
		}
		for _, r := range v.rows {
			if r.index == v.current {
				return firstWords(r.child)
			}
		}
		return ""
	case *CheckList:
		if v.current < len(v.rows) {
			return firstWords(v.rows[v.current])
		}
		return ""
	case *gridBody:
		if x, ok := v.block(v.at.key); ok {
			return x.Title
		}
		return ""
	case *Row:
		return firstWords(v.spec.Content)
	case *NavItem:
		return firstWords(v)
	}
	return ""
}

// firstWords gives the first text in an object that is more than initials.
func firstWords(o fyne.CanvasObject) string {
	for _, text := range Texts(o) {
		if len([]rune(text)) > 2 {
			return text
		}
	}
	return ""
}
