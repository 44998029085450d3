package uitest_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// menusAtPlace is how many menus of a place are opened: rows are alike.
const menusAtPlace = 24

// Whatever a menu has that a click with the right button opens, the palette has too, for what is chosen: wherever one is.
func TestThePaletteHasWhatMenusHave(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role})
		tried := 0
		for name, to := range routes(h) {
			h.Go(to)
			for i := 0; i < min(len(withMenus(h)), menusAtPlace); i++ {
				o := withMenus(h)[i] // anew: what is chosen may change what stands there
				entries := menuOf(h, o)
				if len(entries) == 0 {
					continue
				}
				if !choose(h, o) {
					t.Errorf("%s, %s: %T %.60q has a menu and cannot be chosen by key", role, name, o, strings.Join(kit.Texts(o), " "))
					continue
				}
				tried++
				listed := h.Shell.Listed()
				for _, e := range entries {
					if !slices.Contains(listed, e) {
						t.Errorf("%s, %s: the menu of %T %.60q has %q, the palette does not", role, name, o, strings.Join(kit.Texts(o), " "), e)
					}
				}
			}
		}
		if tried < 40 {
			t.Errorf("%s: only %d menus were looked at", role, tried)
		}
	}
}

// withMenus gives what takes a click with the right button, but for fields: what their menu has is done to their text.
func withMenus(h *uitest.House) (out []fyne.CanvasObject) {
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		_, field := o.(fyne.Shortcutable)
		_, stop := o.(kit.Stop) // stands for its row
		if _, ok := o.(fyne.SecondaryTappable); ok && !stop && (!field || isList(o)) {
			out = append(out, o)
		}
		return true
	})
	return out
}

func isList(o fyne.CanvasObject) bool {
	_, ok := o.(*kit.CheckList)
	return ok
}

// menuOf opens the menu of something, and gives what is in it; nothing where it has none.
func menuOf(h *uitest.House, o fyne.CanvasObject) (out []string) {
	at := fyne.NewPos(o.Size().Width/2, o.Size().Height/2)
	o.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{Position: at, AbsolutePosition: fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Add(at)})
	h.Settle()
	top := h.Canvas().Overlays().Top()
	if top == nil {
		return nil
	}
	kit.Walk(top, func(item fyne.CanvasObject) bool {
		if _, ok := item.(fyne.Tappable); ok && item != top {
			if texts := kit.Texts(item); len(texts) > 0 {
				out = append(out, texts[0])
			}
		}
		return true
	})
	h.Keys("Escape")
	return out
}

// choose gives the focus to something, or to what takes it for it, or what it stands in; false where it cannot be chosen.
func choose(h *uitest.House, o fyne.CanvasObject) bool {
	if f := kit.FirstFocusable(o); f != nil {
		h.Canvas().Focus(f)
		return true
	}
	for _, f := range kit.Focusables(h.Root()) {
		if w := kit.WholeOf(f); w != nil && kit.Contains(w, o) {
			h.Canvas().Focus(f)
			return true
		}
	}
	return false
}

// A person who is chosen can be merged and archived by the palette, found by a word of what is to be done and by their name.
func TestThePaletteActsOnThePersonOnShow(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	amina := h.Person("Amina")
	h.Go(shell.Route{Screen: "people", ID: amina.ID})
	archive := h.Words.T("button.archive")
	for _, title := range []string{archive, h.Words.T("people.merge"), h.Words.T("people.erase")} {
		if !slices.Contains(h.Shell.Listed(), title) {
			t.Errorf("%q is not in the palette: %q", title, h.Shell.Listed())
		}
	}
	h.Keys("Ctrl+K")
	h.Type(archive + " amina")
	h.Settle()
	h.Wants(amina.Name)
	h.Keys("Return")
	if p, err := h.Planner.People.Get(t.Context(), amina.ID); err != nil || !p.Archived {
		t.Errorf("%+v, %v", p, err)
	}
}
