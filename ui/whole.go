package ui

// wholeStep is something that was done to the whole file, as putting a backup in its place: no step of the file knows of it. It is
// the last that was done until something is done in the window.
type wholeStep struct {
	way   string // "undo", or "redo" of one that was taken back
	title string
	do    func()
}

// DidWhole says that the file that the window shows has been put in the place of another, or that other back: undo, or redo, as way
// says, does the opposite until something else is done. The title names it.
func (w *Window) DidWhole(way, title string, do func()) {
	w.whole = &wholeStep{way, title, do}
	w.shell.RefreshHeader()
}

// goes tells whether that is what undo, or redo, would do.
func (s *wholeStep) goes(way string) bool { return s != nil && s.way == way }

func (s *wholeStep) orElse(way string, do func()) {
	if s.goes(way) {
		do = s.do
	}
	do()
}
