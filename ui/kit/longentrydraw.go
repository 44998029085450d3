package kit

import (
	"iter"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mentorbook/ui/kit/longtext"
)

// entryRow is a row in view: its texts, one for each font.
type entryRow struct {
	text  string
	parts []*canvas.Text
	bases []float32 // how far below its top each stands on the line
}

// restyle makes all rows anew at the next drawing: the theme may be another one.
func (e *longEntry) restyle() {
	e.rows = nil
	e.hint.Refresh()
}

// arrange shows the rows in view. Those that were in view before keep their objects, wherever they have moved to: to
// draw letters is the dear part.
func (e *longEntry) arrange() {
	size := e.Size()
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	e.wrap()
	h := e.rowHeight()
	pad := float64(e.pad())
	first := max(int((e.offset-pad)/float64(h)), 0)
	last := min(int((e.offset-pad+float64(size.Height))/float64(h)), e.text.Rows()-1)
	old := map[string][]*entryRow{}
	for _, r := range e.rows {
		old[r.text] = append(old[r.text], r)
	}
	rows, texts, missing := make([]*entryRow, last-first+1), make([]string, last-first+1), 0
	for i := range rows {
		texts[i] = letters(e.text.Row(first + i))
		if same := old[texts[i]]; len(same) > 0 {
			rows[i], old[texts[i]] = same[0], same[1:]
		} else {
			missing++
		}
	}
	var spare []*entryRow
	for _, r := range e.rows {
		if rest := old[r.text]; missing > len(spare) && len(rest) > 0 {
			spare, old[r.text] = append(spare, rest[0]), rest[1:]
		}
	}
	for i, r := range rows {
		if r == nil {
			if r = (&entryRow{}); len(spare) > 0 {
				r, spare = spare[0], spare[1:]
			}
			e.fill(r, texts[i])
			rows[i] = r
		}
		e.placeRow(r, e.rowTop(first+i))
	}
	e.rows = rows
	e.collect(first, last)
}

// rowTop gives where a row stands in the field.
func (e *longEntry) rowTop(row int) float32 {
	return e.pad() + float32(float64(row)*float64(e.rowHeight())-e.offset)
}

// fill draws another text in a row.
func (e *longEntry) fill(r *entryRow, text string) {
	p, n, style := paintFor(e), 0, fyne.TextStyle{}
	r.text, r.bases = text, r.bases[:0]
	for part, font := range byLetter(text, style) {
		if n == len(r.parts) {
			r.parts = append(r.parts, &canvas.Text{})
		}
		o := r.parts[n]
		n++
		o.Text, o.FontSource, o.TextSize, o.Color = part, font, p.size(SizeText), p.color(e.ink())
		size, base := fyne.CurrentApp().Driver().RenderedTextSize(part, o.TextSize, style, font)
		r.bases = append(r.bases, base)
		o.Resize(size)
		o.Refresh()
	}
	r.parts = r.parts[:n]
}

func (e *longEntry) ink() fyne.ThemeColorName {
	if e.Disabled() {
		return colorDisabled
	}
	return ColorText
}

func (e *longEntry) placeRow(r *entryRow, top float32) {
	base := measure("M", paintFor(e).size(SizeText), fyne.TextStyle{}).baseline
	x := e.pad()
	for i, o := range r.parts {
		o.Move(fyne.NewPos(x, top+base-r.bases[i]))
		x += o.Size().Width
	}
}

// collect puts together what is drawn: what is selected below the letters, the cursor and the bar above them.
func (e *longEntry) collect(first, last int) {
	shown := make([]fyne.CanvasObject, 0, 2*len(e.rows)+3)
	shown = e.mark(shown, first, last)
	if e.text.Len() == 0 {
		w := e.Size().Width - 2*e.pad()
		place(e.hint, e.pad(), e.pad(), w, e.hint.HeightFor(w))
		shown = append(shown, e.hint)
	}
	for _, r := range e.rows {
		for _, o := range r.parts {
			shown = append(shown, o)
		}
	}
	e.placeCaret()
	e.placeBar()
	e.shown = append(shown, e.caret, e.bar)
	redraw(e)
}

// mark colours what is selected, while the field has the focus. A selected end of a line is as wide as a space.
func (e *longEntry) mark(shown []fyne.CanvasObject, first, last int) []fyne.CanvasObject {
	from, to := e.text.Selection()
	if from == to || !e.focused {
		return shown
	}
	p, n, h := paintFor(e), 0, e.rowHeight()
	for row := first; row <= last; row++ {
		left, right, on, ok := e.text.SelectedIn(row)
		if !ok {
			continue
		}
		if on {
			right += p.px(4)
		}
		if n == len(e.marks) {
			e.marks = append(e.marks, &canvas.Rectangle{})
		}
		m := e.marks[n]
		n++
		m.FillColor = p.color(colorSelection)
		place(m, e.pad()+left, e.rowTop(row), min(right, e.Size().Width-2*e.pad())-left, h)
		shown = append(shown, m)
	}
	return shown
}

// placeCaret puts the cursor where typing goes on. Spaces that hang over the end of a row do not take it out of the field.
func (e *longEntry) placeCaret() {
	p := paintFor(e)
	row, x := e.text.Place()
	w := max(p.px(1), 1)
	x = min(e.pad()+x, e.Size().Width-e.pad()) - w/2
	e.caret.FillColor = p.color(ColorAccent)
	place(e.caret, x, e.rowTop(row), w, e.rowHeight())
	if !e.focused || e.Disabled() {
		e.caret.Hidden = true
	}
}

// placeBar shows how far down the view is, where there is more than it shows.
func (e *longEntry) placeBar() {
	p, size := paintFor(e), e.Size()
	e.bar.Hidden = e.highest() == 0
	if e.bar.Hidden {
		return
	}
	w := p.px(3)
	if e.mouse.onBar {
		w = p.px(7)
	}
	h := e.barHeight()
	y := float32(e.offset/e.highest()) * (size.Height - h)
	e.bar.FillColor, e.bar.CornerRadius = p.color(colorScrollBar), w/2
	place(e.bar, size.Width-w-p.px(1), y, w, h)
}

// barHeight is the share of the text that is in view, and never too small to be taken hold of.
func (e *longEntry) barHeight() float32 {
	height := float64(e.Size().Height)
	share := e.room() / (e.room() + e.highest())
	return float32(max(height*share, min(float64(paintFor(e).px(24)), height)))
}

// byLetter cuts a text where its font changes. Other than where texts are shown, a letter has the font here that it would
// have alone, whatever stands around it: so rows can be wrapped by the widths of their letters.
func byLetter(text string, style fyne.TextStyle) iter.Seq2[string, fyne.Resource] {
	return func(yield func(string, fyne.Resource) bool) {
		letters, signs := ownFonts(style)
		fontOf := func(letter []byte) fyne.Resource {
			switch r, n := utf8.DecodeRune(letter); {
			case n < len(letter):
			case plain(r):
				return letters
			case sign(r):
				return signs
			}
			return nil
		}
		if text == "" {
			return
		}
		start, of := 0, fyne.Resource(nil)
		for at, b := 0, []byte(text); at < len(b); {
			n := longtext.Letter(b[at:])
			font := fontOf(b[at : at+n])
			if font != of && at > start {
				if !yield(text[start:at], of) {
					return
				}
				start = at
			}
			of, at = font, at+n
		}
		yield(text[start:], of)
	}
}

// redraw has what an object lies on drawn again as it is now. The toolkit's own Refresh would draw all letters of it
// anew.
func redraw(o fyne.CanvasObject) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}
