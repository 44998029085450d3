package shell

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// Beginner is a page that says what is to have the focus when somebody comes to it: its list, its days, its first
// field. It is nil until that is known. A page without it begins at the first thing that can have the focus.
type Beginner interface{ First() fyne.Focusable }

// KeyBeginner is a page with a field in which whoever comes to it by key, or finds it when the window comes up, begins to type,
// if it is in view. It is nil until that is known, and where there is none.
type KeyBeginner interface{ FirstByKey() fyne.Focusable }

// place is where the focus was in the window, said so that it can be found again after the page was made anew.
type place struct {
	name   string // kind of widget and what is written on it
	index  int    // among everything in its part of the window that can have the focus
	beside bool   // not on the page: in the sidebar, in a bar
}

// arrival is a page that somebody has come to and that has not got the focus for good yet: most pages read what they
// show beside the window, and have nothing to give the focus to at first.
type arrival struct {
	keys  bool           // somebody came by key, and needs to know where the keys are
	start bool           // the window has just come up: whoever opened it may begin to type at once
	back  *place         // where the focus was when they left; nil for a page that is new to them
	given fyne.Focusable // what has got the focus meanwhile; nil for nothing
}

// arrive begins the visit to the page on show.
func (s *Shell) arrive(back *place) {
	a := &arrival{back: back, keys: back != nil || s.Commands.pressing || s.canvas.Focused() != nil}
	a.start, s.begun = !s.begun, true
	if s.canvas.Overlays().Top() == nil {
		s.canvas.Unfocus() // it was on the page before
	}
	s.arrival = a
	s.giveFocus()
}

// giveFocus gives the focus to where the visit begins, as soon as that is there and unless somebody has moved it
// meanwhile.
func (s *Shell) giveFocus() {
	a := s.arrival
	if a == nil || s.canvas.Overlays().Top() != nil {
		return
	}
	if f := s.canvas.Focused(); f != nil && f != a.given && s.onShow(f) {
		s.arrival = nil
		return
	}
	found, last := a.find(s)
	if found != nil && found != s.canvas.Focused() {
		s.frame.still = true // a page that is new to somebody is read from its top, another one from where it was left
		kit.FocusOn(s.canvas, found)
		s.frame.still = false
		kit.HideTips(s.canvas) // nobody has asked what this is
	}
	a.given = found
	if last || s.Runner.Idle() {
		s.arrival = nil
	}
}

// find gives what is to have the focus, as far as the page is read. last tells that nothing better will come.
func (a *arrival) find(s *Shell) (f fyne.Focusable, last bool) {
	if a.back != nil {
		f, same := s.nearest(*a.back)
		if same || s.Runner.Idle() {
			return f, same
		}
		return nil, false
	}
	if b, ok := s.frame.page.(KeyBeginner); ok && (a.keys || a.start) {
		if f := b.FirstByKey(); f != nil && s.inView(f) {
			return f, true
		}
	}
	if b, ok := s.frame.page.(Beginner); ok {
		if f := b.First(); f != nil {
			return f, true
		}
		if !s.Runner.Idle() {
			return nil, false
		}
	}
	if !a.keys {
		return nil, true
	}
	return s.firstInView(), false
}

// firstInView gives the first thing of the page that can have the focus and is in view, so that nobody is scrolled
// away from what they came to read; where there is none, the present word of the tabs above the page. Nil for nothing.
func (s *Shell) firstInView() fyne.Focusable {
	for _, f := range kit.Focusables(s.frame.body) {
		if s.inView(f) {
			return f
		}
	}
	if tabs := s.frame.topbar.tabs; len(tabs.Objects) > 0 {
		return tabs.Objects[0].(*kit.Tabs).Focusable()
	}
	return nil
}

// inView tells whether all of what can have the focus is in view, with the ring around it.
func (s *Shell) inView(f fyne.Focusable) bool {
	o := kit.WholeOf(f)
	if o == nil {
		return false
	}
	driver, ring := fyne.CurrentApp().Driver(), kit.Px(4)
	at := driver.AbsolutePositionForObject(o)
	y := at.Y - driver.AbsolutePositionForObject(s.frame.body).Y
	if at.IsZero() { // the toolkit has not drawn it: a page is read after it is on show
		y = kit.OffsetIn(s.frame.body, o)
	}
	return y >= ring && y+o.Size().Height+ring <= s.frame.body.Size().Height
}

// Begin gives the focus to where a visit to the page on show begins, for a page that has turned to another tab by
// itself: what had the focus may have gone with the tab before. What is still on show keeps it.
func (s *Shell) Begin() {
	if f := s.canvas.Focused(); f == nil && !s.Commands.pressing || f != nil && s.onHeader(f) {
		return
	}
	s.arrival = &arrival{keys: true, given: s.canvas.Focused()}
}

// onHeader tells whether something stands beside the page, and not on it.
func (s *Shell) onHeader(f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	return ok && kit.Contains(s.frame, o) && !kit.Contains(s.frame.body, o)
}

func (s *Shell) onShow(f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	return ok && kit.Contains(s.frame, o)
}

// focusPlace tells where in the window the focus is; nil where it is elsewhere.
func (s *Shell) focusPlace() *place {
	focused := s.frame.focused(s.canvas)
	if focused == nil {
		return nil
	}
	onPage, beside := s.focusables()
	for part, all := range [][]fyne.Focusable{onPage, beside} {
		if i := slices.Index(all, focused); i >= 0 {
			return &place{name: nameOf(focused), index: i, beside: part == 1}
		}
	}
	return nil
}

// focusables gives what can have the focus on the page, and what can beside it.
func (s *Shell) focusables() (onPage, beside []fyne.Focusable) {
	onPage = kit.Focusables(s.frame.body)
	for _, part := range s.frame.Children() {
		if part != s.frame.body {
			beside = append(beside, kit.Focusables(part)...)
		}
	}
	return onPage, beside
}

// keepFocus does something after which what has the focus may have been made anew.
func (s *Shell) keepFocus(do func()) {
	at := s.focusPlace()
	do()
	if s.arrival != nil {
		s.giveFocus()
		return
	}
	s.refocus(at)
}

// refocus gives the focus back to its place: to what is called the same and is nearest, else to what stands
// there now. While it is on something that is still on show, it stays.
func (s *Shell) refocus(at *place) {
	if s.canvas.Overlays().Top() != nil {
		return
	}
	if focused := s.canvas.Focused(); focused != nil {
		if s.onShow(focused) {
			return
		}
		s.canvas.Unfocus() // what had the focus has gone; keys must not go to a ghost
	}
	if at == nil {
		return
	}
	if f, _ := s.nearest(*at); f != nil {
		s.canvas.Focus(f)
		kit.HideTips(s.canvas)
	}
}

// nearest gives what is called as a place says and is nearest to it, else what stands there now; nil for nothing. It
// tells whether it is called the same.
func (s *Shell) nearest(at place) (f fyne.Focusable, same bool) {
	all, beside := s.focusables()
	if at.beside {
		all = beside
	}
	if len(all) == 0 {
		return nil, false
	}
	best := min(at.index, len(all)-1)
	same = nameOf(all[best]) == at.name
	for i, other := range all {
		if (!same || distance(i, at.index) < distance(best, at.index)) && nameOf(other) == at.name {
			best, same = i, true
		}
	}
	return all[best], same
}

func distance(a, b int) int { return max(a-b, b-a) }

func nameOf(f fyne.Focusable) string {
	name := reflect.TypeOf(f).String()
	if o := kit.WholeOf(f); o != nil {
		name += " " + strings.Join(kit.Texts(o), "\n")
	}
	return name
}
