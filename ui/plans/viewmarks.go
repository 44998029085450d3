package plans

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mentorbook/ui/kit"
)

// rowMarks is the line below the title of a row: its marks, and what is said of it beside them. Where the list has tall rows, what
// has no room beside the marks stands below them. Marks that there is no room for are counted in one more, whose tip names them.
type rowMarks struct {
	chips   []*kit.Chip
	more    *kit.Chip
	probe   *kit.Chip // measures that, and is not shown
	caption *kit.Text
	tall    func() bool
	all     []RowChip
	box     *fyne.Container
}

var _ kit.FitLayout = (*rowMarks)(nil)

// The distances between marks, and between them and what stands below; leastCaption is what the words beside marks have at least.
const (
	marksGap     = 6
	marksBelow   = 4
	leastCaption = 48
)

func newRowMarks(caption *kit.Text, tall func() bool) *rowMarks {
	m := &rowMarks{more: kit.NewChip("", kit.Neutral), probe: kit.NewChip("", kit.Neutral), caption: caption, tall: tall}
	var objects []fyne.CanvasObject
	for range maxChips {
		c := kit.NewChip("", kit.Neutral)
		m.chips = append(m.chips, c)
		objects = append(objects, c)
	}
	m.box = container.New(m, append(objects, m.more, caption)...)
	return m
}

// set shows the marks of another row.
func (m *rowMarks) set(chips []RowChip) {
	m.all = chips[:min(len(chips), maxChips)]
	for i, c := range m.chips {
		if i < len(m.all) {
			c.Set(m.all[i].Text, kit.ToneKind(m.all[i].Tone))
		} else {
			c.Set("", kit.Neutral)
		}
	}
	m.box.Refresh()
}

// marked gives the width of the first marks, with the distances between them.
func (m *rowMarks) marked(n int) float32 {
	w := float32(0)
	for i, c := range m.chips[:n] {
		if w += kit.NaturalWidth(c); i > 0 {
			w += kit.Px(marksGap)
		}
	}
	return w
}

// counted gives the width of the mark that counts so many others.
func (m *rowMarks) counted(n int) float32 {
	if n == 0 {
		return 0
	}
	m.probe.Set("+"+strconv.Itoa(n), kit.Neutral)
	return kit.NaturalWidth(m.probe) + kit.Px(marksGap)
}

// arrange tells how many marks are shown at a width, and whether the words stand below them.
func (m *rowMarks) arrange(width float32) (shown int, below bool) {
	said := float32(0)
	if m.caption.Text() != "" {
		said = m.caption.NaturalWidth()
	}
	shown = len(m.all)
	if shown == 0 {
		return 0, false
	}
	if said > 0 && m.marked(shown)+kit.Px(marksGap)+said > width {
		below = m.tall()
	}
	room := width
	if said > 0 && !below {
		room -= kit.Px(marksGap) + min(said, kit.Px(leastCaption))
	}
	for shown > 1 && m.marked(shown)+m.counted(len(m.all)-shown) > room {
		shown--
	}
	return shown, below
}

// HeightFor implements kit.FitLayout.
func (m *rowMarks) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	shown, below := m.arrange(width)
	marks, said := float32(0), float32(0)
	if shown > 0 {
		marks = m.chips[0].MinSize().Height
	}
	if m.caption.Text() != "" {
		said = kit.HeightFor(m.caption, width)
	}
	if below {
		return marks + kit.Px(marksBelow) + said
	}
	return max(marks, said)
}

// MinSize implements fyne.Layout: all of it can give way.
func (m *rowMarks) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Px(leastCaption), m.HeightFor(objects, kit.Px(leastCaption)))
}

// NaturalWidth is that of all beside each other.
func (m *rowMarks) NaturalWidth([]fyne.CanvasObject) float32 {
	return m.marked(len(m.all)) + kit.Px(marksGap) + m.caption.NaturalWidth()
}

// Layout implements fyne.Layout.
func (m *rowMarks) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	shown, below := m.arrange(size.Width)
	line := size.Height
	if below {
		line = m.chips[0].MinSize().Height
	}
	x := float32(0)
	put := func(o fyne.CanvasObject, width, height float32) {
		o.Move(fyne.NewPos(x, (line-height)/2))
		o.Resize(fyne.NewSize(width, height))
		x += width + kit.Px(marksGap)
	}
	for i, c := range m.chips {
		if c.Hidden = i >= shown; !c.Hidden {
			put(c, min(kit.NaturalWidth(c), size.Width), c.MinSize().Height)
		}
	}
	m.count(len(m.all) - shown)
	if m.more.Visible() {
		put(m.more, kit.NaturalWidth(m.more), m.more.MinSize().Height)
	}
	width := max(size.Width-x, 0)
	if below {
		x, width = 0, size.Width
	}
	height := kit.HeightFor(m.caption, width)
	y := (line - height) / 2
	if below {
		y = size.Height - height
	}
	m.caption.Move(fyne.NewPos(x, y))
	m.caption.Resize(fyne.NewSize(width, height))
}

// count shows how many marks are not, and which.
func (m *rowMarks) count(n int) {
	if n == 0 {
		m.more.Set("", kit.Neutral)
		m.more.Stand("")
		return
	}
	var left []string
	for _, c := range m.all[len(m.all)-n:] {
		left = append(left, c.Text)
	}
	m.more.Set("+"+strconv.Itoa(n), kit.Neutral)
	m.more.Stand(strings.Join(left, "\n"))
}

// measured is the width in units that the widest row of a list needs for its marks and its next step beside each other: apart those
// that have a bar in a wide window.
type measured struct{ barred, bare float32 }

// measure looks at what is to be shown. What stands behind the next step may be cut: it is said elsewhere.
func measure(rows []Row) (out measured) {
	chip, text := kit.NewChip("", kit.Neutral), kit.NewLine("", kit.Caption())
	known := map[string]float32{} // most rows have the same few marks
	for _, r := range rows {
		if r.Head || len(r.Chips) == 0 || r.Caption == "" {
			continue
		}
		need := float32(0)
		for _, c := range r.Chips[:min(len(r.Chips), maxChips)] {
			if known[c.Text] == 0 {
				chip.Set(c.Text, kit.Neutral)
				known[c.Text] = kit.NaturalWidth(chip)
			}
			need += known[c.Text] + kit.Px(marksGap)
		}
		step, _, _ := strings.Cut(r.Caption, " · ")
		text.SetText(step)
		need = (need + text.NaturalWidth()) / kit.Px(1)
		if r.Measured {
			out.barred = max(out.barred, need)
		} else {
			out.bare = max(out.bare, need)
		}
	}
	return out
}

// fits tells whether all of that stands beside each other in a list so many units wide, whose figures take side.
func (m measured) fits(width, side float32) bool {
	room := width - rowMargins - side - cellsGap
	bar := float32(0)
	if width-rowMargins >= barsFrom+side {
		bar = barWidth + cellsGap
	}
	return m.bare <= room && m.barred <= room-bar
}
