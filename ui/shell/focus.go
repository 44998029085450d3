package shell

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// place is where the focus was on a page, said so that it can be found again after the page was made anew.
type place struct {
	name  string // kind of widget and what is written on it
	index int    // among everything on the page that can have the focus
}

// focusPlace tells where on the page the focus is; nil where it is elsewhere.
func (s *Shell) focusPlace() *place {
	focused := s.frame.focused(s.canvas)
	if focused == nil {
		return nil
	}
	for i, f := range kit.Focusables(s.frame.body) {
		if f == focused {
			return &place{name: nameOf(f), index: i}
		}
	}
	return nil
}

// refocus gives the focus back to its place: to what is called the same and is nearest, else to what stands
// there now. While it is on something that is still on show, it stays.
func (s *Shell) refocus(at *place) {
	if focused := s.frame.focused(s.canvas); focused != nil {
		if o, ok := focused.(fyne.CanvasObject); ok && kit.Contains(s.frame, o) {
			return
		}
		if s.canvas.Overlays().Top() == nil {
			s.canvas.Unfocus() // what had the focus has gone; keys must not go to a ghost
		}
	}
	all := kit.Focusables(s.frame.body)
	if at == nil || len(all) == 0 || s.canvas.Overlays().Top() != nil {
		return
	}
	best := min(at.index, len(all)-1)
	for i, f := range all {
		if nameOf(f) == at.name && (nameOf(all[best]) != at.name || distance(i, at.index) < distance(best, at.index)) {
			best = i
		}
	}
	s.canvas.Focus(all[best])
}

func distance(a, b int) int { return max(a-b, b-a) }

func nameOf(f fyne.Focusable) string {
	name := reflect.TypeOf(f).String()
	if o, ok := f.(fyne.CanvasObject); ok {
		name += " " + strings.Join(kit.Texts(o), "\n")
	}
	return name
}
