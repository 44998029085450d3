package draw

// legendEntry explains one sign: its words, and the sign itself, drawn from the top left of the line, and how
// wide that is.
type legendEntry struct {
	words string
	width float64
	sign  []Step
}

// legend places entries side by side, as many on a line as fit; longer ones have lines of their own. It
// stays with what is above it, and begins at left.
func (f *Flow) legend(entries []legendEntry, left float64) {
	style := Style{Size: f.sheet.Type.Small, Ink: MutedInk}
	var line []cell
	x := left
	flush := func() {
		if line == nil {
			return
		}
		if last := len(f.pieces) - 1; last >= 0 {
			f.pieces[last].tie = firm
		}
		f.addAll(f.row(line, frame{}))
		line, x = nil, left
	}
	for _, e := range entries {
		words := CleanLine(e.words)
		indent := e.width + style.Size*0.5
		width := min(Width(words, style)+slack, f.sheet.inner()-left-indent)
		if line != nil && x+indent+width > f.sheet.inner() {
			flush()
		}
		c := cell{x: x + indent, width: width, least: style.Size * leading, steps: Figure{Steps: e.sign}.At(x, 0)}
		c.wrapped(words, style, style.Size*leading)
		line = append(line, c)
		x += indent + width + style.Size*1.6
	}
	flush()
}
