package locale

// Clash says what a meeting has no room beside: the other's title ("" for a busy time without one), and whose it
// is where that is not the owner. near is for what leaves too little time between.
func (w *Words) Clash(title, name string, near bool) string {
	key := "today.clash"
	if near {
		key = "today.clash_near"
	}
	if title == "" {
		title = w.T("today.busy")
	}
	s := w.T(key, "title", w.Quote(title))
	if name != "" {
		s += " (" + name + ")"
	}
	return s
}
