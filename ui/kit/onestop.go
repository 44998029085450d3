package kit

import "fyne.io/fyne/v2"

// stepKey gives where a key leads from one of a row of choices that is one stop of Tab, such as segments or tabs: to a neighbour,
// the first or the last. It tells whether the key was one for that; a place out of the row means that there is none.
func stepKey(key fyne.KeyName, at, count int) (to int, used bool) {
	switch key {
	case fyne.KeyRight:
		return at + 1, true
	case fyne.KeyLeft:
		return at - 1, true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return count - 1, true
	}
	return at, false
}

// stopOf tells which of a row of choices takes the focus: the chosen one, or the first while none is.
func stopOf(current, count int) int {
	if current < 0 || current >= count {
		return 0
	}
	return current
}
