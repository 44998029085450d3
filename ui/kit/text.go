package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Text shows runs of styled text, wrapped at words, in as many lines as it needs or may take.
// It replaces the toolkit's Label, which adds a padding of its own and knows its height only after it was drawn.
type Text struct {
	widget.BaseWidget

	runs     []Run
	maxLines int
	align    fyne.TextAlign
	whole    bool
	parts    bool
	dotted   bool
	texts    []*canvas.Text
	objects  []fyne.CanvasObject
	broken   broken
	unbroken unbroken
}

// broken is a text broken into lines, and what that depends on besides the text: the pages refresh all that is on them
// at each step, and breaking a long text is the dearest part of that. A changed look is a new theme.
type broken struct {
	lines []textLine // nil when they must be made again
	width float32
	theme fyne.Theme
}

// unbroken is the width of a text on one line, by a theme; nil where it is not known.
type unbroken struct {
	width float32
	theme fyne.Theme
}

var (
	_ fyne.Widget = (*Text)(nil)
	_ Fitter      = (*Text)(nil)
)

// NewText makes a text that wraps.
func NewText(text string, style Style) *Text { return NewRuns(Run{text, style}) }

// NewLine makes a text of one line that ends in an ellipsis where the room is too small.
func NewLine(text string, style Style) *Text {
	t := NewText(text, style)
	t.maxLines = 1
	return t
}

// NewRuns makes a text of several styles that wraps.
func NewRuns(runs ...Run) *Text {
	t := &Text{runs: runs}
	t.ExtendBaseWidget(t)
	return t
}

// Limit sets the most lines the text may take, 0 for any number, and gives the text back.
func (t *Text) Limit(lines int) *Text {
	t.maxLines = lines
	t.broken = broken{}
	return t
}

// Align sets where lines stand in the width, and gives the text back.
func (t *Text) Align(a fyne.TextAlign) *Text {
	t.align = a
	return t
}

// Parts says that the text is of parts with dots between them, and better breaks there than within one. It gives the text back.
func (t *Text) Parts() *Text {
	t.parts = true
	return t
}

// Dotted says that dots in the text are part of it, as one in a name is, and stay at the end of a line that breaks there. It gives the
// text back.
func (t *Text) Dotted() *Text {
	t.dotted = true
	return t
}

// Whole says that the text must never be cut: it says what everything below it is about, and is said nowhere else. It
// makes a line of text ask for all its width, and lets tests look for what is cut. It gives the text back.
func (t *Text) Whole() *Text {
	t.whole = true
	return t
}

// Lost tells whether a text that must be whole is not.
func (t *Text) Lost() bool { return t.whole && t.Cut() }

// Cut tells whether less of the text is drawn than there is, with an ellipsis in place of the rest.
func (t *Text) Cut() bool {
	if t.maxLines == 0 || t.Size().IsZero() {
		return false
	}
	lines := t.linesFor(t.Size().Width)
	if len(lines) == 0 {
		return false
	}
	last := lines[len(lines)-1].pieces
	return len(last) > 0 && strings.HasSuffix(last[len(last)-1].text, ellipsis) && !strings.HasSuffix(t.Text(), ellipsis)
}

// Text gives the text without its styles.
func (t *Text) Text() string {
	out := ""
	for _, r := range t.runs {
		out += r.Text
	}
	return out
}

// SetText replaces the text and keeps the style of its first run.
func (t *Text) SetText(text string) {
	style := Style{}
	if len(t.runs) > 0 {
		style = t.runs[0].Style
	}
	t.SetRuns(Run{text, style})
}

// SetRuns replaces text and styles. The same runs again cost nothing.
func (t *Text) SetRuns(runs ...Run) {
	if equalRuns(t.runs, runs) {
		return
	}
	t.runs = append([]Run(nil), runs...)
	t.broken, t.unbroken = broken{}, unbroken{}
	t.Refresh()
}

func equalRuns(a, b []Run) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// HeightFor gives the height of the text wrapped at a width.
func (t *Text) HeightFor(width float32) float32 {
	if t.maxLines == 1 {
		return linesHeight(t.linesFor(max(width, 1)))
	}
	return linesHeight(t.linesFor(width))
}

func linesHeight(lines []textLine) float32 {
	h := float32(0)
	for _, l := range lines {
		h += l.height
	}
	return h
}

// NaturalWidth gives the width of the text on one line.
func (t *Text) NaturalWidth() float32 {
	p := paintFor(t)
	if t.unbroken.theme != p.th {
		w := float32(0)
		for _, r := range t.runs {
			w += measure(clean(r.Text, false), p.size(r.sizeName()), r.textStyle()).width
		}
		t.unbroken = unbroken{ceil(w), p.th}
	}
	return t.unbroken.width
}

func (t *Text) linesFor(width float32) []textLine {
	p := paintFor(t)
	if t.broken.lines == nil || t.broken.width != width || t.broken.theme != p.th {
		t.broken = broken{t.wrap(p, width), width, p.th}
	}
	return t.broken.lines
}

// wrap breaks the text: between its parts where that takes no more lines than breaking between words.
func (t *Text) wrap(p paint, width float32) []textLine {
	runs := t.runs
	if t.dotted { // a dot goes with the word before it
		runs = slices.Clone(runs)
		for i := range runs {
			runs[i].Text = strings.ReplaceAll(runs[i].Text, " "+dot+" ", "\u00a0"+dot+" ")
		}
	}
	lines := wrapRuns(p, runs, width, t.maxLines)
	if !t.parts || len(lines) < 2 || len(t.runs) != 1 {
		return lines
	}
	r := t.runs[0]
	r.Text = byParts(p, r, width)
	if parted := wrapRuns(p, []Run{r}, width, t.maxLines); len(parted) <= len(lines) {
		return parted
	}
	return lines
}

// Refresh shows changed runs or a changed theme.
func (t *Text) Refresh() {
	if !t.Size().IsZero() { // before that nothing is drawn, and measuring would be in vain
		t.BaseWidget.Refresh()
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   t,
		objects: func() []fyne.CanvasObject { return t.objects },
		min:     t.minSize,
		layout:  t.layout,
	}
}

// minSize asks for little width, because the text can wrap or be cut, and for the height at its present width.
func (t *Text) minSize() fyne.Size {
	p := paintFor(t)
	if t.whole && t.maxLines == 1 {
		natural := t.NaturalWidth()
		return fyne.NewSize(natural, t.HeightFor(natural)) // a line of which nothing may give way goes on below instead
	}
	w := t.Size().Width
	if w <= 0 {
		w = t.NaturalWidth()
	}
	return fyne.NewSize(min(t.NaturalWidth(), p.px(48)), t.HeightFor(w))
}

func (t *Text) layout(size fyne.Size) {
	p, y, n := paintFor(t), float32(0), 0
	for _, line := range t.linesFor(size.Width) {
		shift := float32(0)
		switch t.align {
		case fyne.TextAlignTrailing:
			shift = size.Width - line.width
		case fyne.TextAlignCenter:
			shift = (size.Width - line.width) / 2
		}
		for _, pc := range line.pieces {
			s, x := t.runs[pc.style].Style, shift+pc.x
			for part, font := range stretches(pc.text, s.textStyle()) {
				o := t.object(n)
				n++
				o.Text, o.TextStyle, o.FontSource = part, s.textStyle(), font
				o.TextSize, o.Color = p.size(s.sizeName()), p.color(s.colorName())
				width, base := pc.width, pc.baseline
				if len(part) < len(pc.text) {
					m := measure(part, o.TextSize, o.TextStyle)
					width, base = m.width, m.baseline
				}
				place(o, x, y+line.base-base, width, o.MinSize().Height)
				x += width
			}
		}
		y += line.height
	}
	t.texts = t.texts[:n]
	t.objects = t.objects[:n]
}

// object gives the n-th drawn text, a used one where there is one.
func (t *Text) object(n int) *canvas.Text {
	if n < len(t.texts) {
		return t.texts[n]
	}
	if n < cap(t.texts) && t.texts[:n+1][n] != nil {
		t.texts = t.texts[:n+1]
		t.objects = append(t.objects[:n], t.texts[n])
		return t.texts[n]
	}
	o := &canvas.Text{}
	t.texts = append(t.texts, o)
	t.objects = append(t.objects[:n], o)
	return o
}
