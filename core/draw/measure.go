package draw

// Style is how a text is set.
type Style struct {
	Size float64
	Bold bool
	Ink  Ink
}

func (s Style) face() Face {
	if s.Bold {
		return Bold
	}
	return Regular
}

// Width is how wide a cleaned text runs, in points: the sum of the advances, without kerning, as a PDF
// sets it.
func Width(text string, style Style) float64 {
	return float64(units(text, style.face())) * style.Size / 1000
}

// units sums advances in thousandths of an em. Sums of integers do not depend on their order.
func units(text string, want Face) int {
	table := faces[want]()
	sum := 0
	for _, r := range text {
		sum += table.width(r, want)
	}
	return sum
}

// Set turns one line of cleaned text into runs, one for each stretch of runes of the same face, from the left
// end of the baseline on. A combining mark stays in the run of its letter if that face has it.
func Set(text string, style Style, x, baseline float64) []Step {
	return appendRuns(nil, text, style, x, baseline)
}

func appendRuns(steps []Step, text string, style Style, x, baseline float64) []Step {
	want := style.face()
	start, sum, current := 0, 0, want
	emit := func(end int) {
		if end == start {
			return
		}
		width := float64(sum) * style.Size / 1000
		steps = append(steps, Text{
			X: x, Y: baseline, Size: style.Size, Face: current, Ink: style.Ink,
			String: text[start:end], Width: width,
		})
		x += width
		start, sum = end, 0
	}
	for i, r := range text {
		face, w, _ := faceFor(r, want)
		if face != current && isMark(r) {
			if own, ok := current.advance(r); ok && own == w {
				face = current
			}
		}
		if face != current {
			emit(i)
			current = face
		}
		sum += w
	}
	emit(len(text))
	return steps
}
