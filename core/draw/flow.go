package draw

// Flow stacks blocks from top to bottom: headings, paragraphs, tiles, tables, charts. Document cuts the stack
// into pages; Figure leaves it whole. All words handed to a Flow are cleaned by it.
//
// A Flow is used by one goroutine and for one document.
type Flow struct {
	sheet  Sheet
	pieces []piece
	gap    float64 // wanted above the next piece
}

// NewFlow begins an empty stack.
func NewFlow(sheet Sheet) *Flow { return &Flow{sheet: sheet} }

// leading is the height of a line of running text in ems: somewhat more than the letters need.
const leading = 1.45

// Space asks for room above the next block. Several wishes do not add up; the largest holds. At the top of
// a page there is none.
func (f *Flow) Space(height float64) { f.gap = max(f.gap, height) }

// Keep holds what compose places together on one page, if a page is high enough.
func (f *Flow) Keep(compose func()) {
	first := len(f.pieces)
	compose()
	for i := first; i < len(f.pieces)-1; i++ {
		f.pieces[i].tie = max(f.pieces[i].tie, soft)
	}
}

// Title begins a document: its name, and below it, muted, of whom and when it speaks.
func (f *Flow) Title(title, subtitle string) {
	t := f.sheet.Type
	f.Keep(func() {
		f.text(title, block{style: Style{Size: t.Title, Bold: true, Ink: TextInk}, firm: true, level: 0, entry: true})
		f.text(subtitle, block{style: Style{Size: t.Small, Ink: MutedInk}})
	})
	f.Space(t.Body * 1.4)
}

// Heading begins a section, and enters it in the outline. It never stands at the foot of a page.
func (f *Flow) Heading(text string) {
	t := f.sheet.Type
	f.Space(t.Body * 1.8)
	f.text(text, block{style: Style{Size: t.Heading, Bold: true, Ink: TextInk}, firm: true, level: 1, entry: true})
	f.Space(t.Body * 0.5)
}

// Subheading begins a part of a section. It is not in the outline.
func (f *Flow) Subheading(text string) {
	t := f.sheet.Type
	f.Space(t.Body)
	f.text(text, block{style: Style{Size: t.Body, Bold: true, Ink: TextInk}, firm: true})
	f.Space(t.Body * 0.3)
}

// Paragraph sets running text.
func (f *Flow) Paragraph(text string) {
	f.text(text, block{style: Style{Size: f.sheet.Type.Body, Ink: TextInk}})
	f.Space(f.sheet.Type.Body * 0.5)
}

// Note sets a paragraph of second rank: a formula, a remark on what is left out.
func (f *Flow) Note(text string) {
	f.text(text, block{style: Style{Size: f.sheet.Type.Small, Ink: MutedInk}})
	f.Space(f.sheet.Type.Body * 0.5)
}

// List sets short texts one below the other, each behind a bullet.
func (f *Flow) List(items []string) {
	style := Style{Size: f.sheet.Type.Body, Ink: TextInk}
	for _, item := range items {
		f.text(item, block{style: style, mark: "•", indent: style.Size * 1.1})
		f.Space(style.Size * 0.2)
	}
	f.Space(f.sheet.Type.Body * 0.5)
}

// block is how a running text is set.
type block struct {
	style  Style
	indent float64
	mark   string // in the indent of the first line
	firm   bool   // stays with what follows
	entry  bool   // stands in the outline, at level
	level  int
}

// paragraph wraps text without empty lines at its ends, and never with two of them together: they would be
// empty pages in the end.
func paragraph(text string, style Style, width float64) []Row {
	rows := Wrap(text, style, width)
	kept := rows[:0]
	for i, row := range rows {
		if row.Text != "" || len(kept) > 0 && rows[i-1].Text != "" {
			kept = append(kept, row)
		}
	}
	if n := len(kept); n > 0 && kept[n-1].Text == "" {
		kept = kept[:n-1]
	}
	return kept
}

// text sets running text line by line. An empty text takes no room. A paragraph never leaves a single line
// behind on a page, and never takes a single one over.
func (f *Flow) text(words string, b block) {
	words = Clean(words)
	rows := paragraph(words, b.style, f.sheet.inner()-b.indent)
	height := b.style.Size * leading
	for i, row := range rows {
		p := piece{height: height}
		p.steps = appendRuns(nil, row.Text, b.style, b.indent, b.style.baseline(height))
		if i == 0 && b.mark != "" {
			p.steps = appendRuns(p.steps, b.mark, b.style, 0, b.style.baseline(height))
		}
		if i == 0 && b.entry {
			p.entry = &OutlineItem{Title: CleanLine(words), Level: b.level}
		}
		if i == 0 || i == len(rows)-2 || b.firm {
			p.tie = firm
		}
		if i == len(rows)-1 && !b.firm {
			p.tie = free
		}
		f.add(p)
	}
}

// baseline is where text stands in a line of some height, from the line's top: its letters in the middle.
func (s Style) baseline(height float64) float64 {
	return (height-s.Size*LineHeight)/2 + s.Size*Ascent
}

// add puts a piece below the others.
func (f *Flow) add(p piece) {
	p.gap = f.gap
	f.gap = 0
	f.pieces = append(f.pieces, p)
}
