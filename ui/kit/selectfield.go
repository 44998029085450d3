package kit

import (
	"fyne.io/fyne/v2"
)

// Select is a field for one of several choices. Up and Down change it; Enter or Space opens the choices.
type Select struct {
	field

	face    *selectFace
	options []string
	chosen  int
	changed func(i int)
	open    *Popover

	onShortcut func(fyne.Shortcut) bool // nil for none
}

var _ fyne.Widget = (*Select)(nil)

// NewSelect makes a select; chosen is -1 for none. changed is told each new choice; it may be nil.
func NewSelect(label string, options []string, chosen int, changed func(i int)) *Select {
	s := &Select{options: options, chosen: chosen, changed: changed}
	s.face = newSelectFace(s)
	s.field.start(s, label, s.face)
	return s
}

// Chosen gives the index of the choice; -1 for none.
func (s *Select) Chosen() int { return s.chosen }

// SetChosen changes the choice without telling anybody.
func (s *Select) SetChosen(i int) {
	s.chosen = i
	s.face.Refresh()
}

// SetOptions replaces the choices, for another language or other data; the index of the choice stays if it can.
func (s *Select) SetOptions(options []string) {
	s.options = options
	if s.chosen >= len(options) {
		s.chosen = -1
	}
	s.face.Refresh()
}

// Focusable gives the part that has the focus.
func (s *Select) Focusable() fyne.Focusable { return s.face }

// OnShortcut sees each shortcut first and gives true for those it uses up.
func (s *Select) OnShortcut(f func(fyne.Shortcut) bool) { s.onShortcut = f }

// Open gives the field the focus and shows what there is to choose from.
func (s *Select) Open() {
	if canvas := CanvasOf(s); canvas != nil {
		canvas.Focus(s.face)
	}
	s.openList()
}

// Choose makes a choice and tells it.
func (s *Select) Choose(i int) {
	if i < 0 || i >= len(s.options) {
		return
	}
	changed := i != s.chosen
	s.chosen = i
	s.SetError("")
	s.face.Refresh()
	touched(s)
	if changed && s.changed != nil {
		s.changed(i)
	}
}

// Snug gives the least width at which every choice is whole in the field.
func (s *Select) Snug() float32 {
	w := float32(0)
	for _, o := range s.options {
		w = max(w, measure(clean(o, false), paintFor(s).size(SizeText), fyne.TextStyle{}).width)
	}
	return ceil(w) + paintFor(s).px(selectAround)
}

// selectAround is the room beside the choice, with the arrow in it, in units.
const selectAround = 36

func (s *Select) text() string {
	if s.chosen < 0 || s.chosen >= len(s.options) {
		return ""
	}
	return s.options[s.chosen]
}

// openList shows the choices.
func (s *Select) openList() {
	list := NewList(ListSpec{
		Length: func() int { return len(s.options) },
		Create: func() fyne.CanvasObject { return NewLine("", Body()) },
		Update: func(i int, row fyne.CanvasObject) {
			style := Body()
			if i == s.chosen {
				style = Style{Bold: true, Color: ColorAccent}
			}
			row.(*Text).SetRuns(Run{s.options[i], style})
		},
		Open: func(i int) {
			s.open.Close()
			s.Choose(i)
		},
		Label: func(i int) string { return s.options[i] },
	})
	box := newListBox(list, min(len(s.options), 9))
	s.open = ShowPopover(s.face, box, s.face.Size().Width/paintFor(s).px(1), nil)
	list.SetCurrent(max(s.chosen, 0))
}

// newListBox gives a list in a popover the height of its rows and the width of its widest label.
func newListBox(l *List, rows int) fyne.CanvasObject {
	w := float32(0)
	for i := range min(l.spec.Length(), 200) {
		w = max(w, measure(clean(l.spec.Label(i), false), paintNow().size(SizeText), fyne.TextStyle{Bold: true}).width)
	}
	return &fyne.Container{Layout: &listBoxLayout{list: l, rows: rows, width: w}, Objects: []fyne.CanvasObject{l}}
}

type listBoxLayout struct {
	list  *List
	rows  int
	width float32
}

func (b *listBoxLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(b.width+paintNow().px(20), b.list.rowHeight()*float32(max(b.rows, 1)))
}

func (b *listBoxLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	place(o[0], 0, 0, s.Width, s.Height)
}

// selectFace is the box that shows the choice.
type selectFace struct {
	pressable

	of    *Select
	frame *frame
	text  *Text
	arrow *Icon
}

func newSelectFace(s *Select) *selectFace {
	f := &selectFace{of: s, frame: newFrame(), text: NewLine("", Body()), arrow: NewIcon("chevron-down", ColorMuted)}
	f.start(f, s.openList)
	return f
}

// FocusGained tells the field, which draws the ring.
func (f *selectFace) FocusGained() {
	f.of.focused = true
	f.pressable.FocusGained()
	f.of.Refresh()
}

// FocusLost tells the field.
func (f *selectFace) FocusLost() {
	f.of.focused = false
	f.pressable.FocusLost()
	f.of.Refresh()
}

// TypedKey changes the choice by arrows.
func (f *selectFace) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		f.of.Choose(min(f.of.chosen+1, len(f.of.options)-1))
	case fyne.KeyUp:
		f.of.Choose(max(f.of.chosen-1, 0))
	default:
		f.pressable.TypedKey(ev)
	}
}

// TypedShortcut goes to who asked for shortcuts, and on to the window.
func (f *selectFace) TypedShortcut(s fyne.Shortcut) {
	if f.of.onShortcut == nil || !f.of.onShortcut(s) {
		BubbleShortcut(f, s)
	}
}

func (f *selectFace) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   f,
		objects: func() []fyne.CanvasObject { return append(f.frame.objects(), f.text, f.arrow) },
		min: func() fyne.Size {
			p := paintFor(f)
			return fyne.NewSize(p.px(80), p.size(SizeControl))
		},
		layout: f.layout,
	}
}

func (f *selectFace) layout(s fyne.Size) {
	p := paintFor(f)
	border := ColorHairline
	switch {
	case f.of.failed:
		border = ColorDanger
	case f.focused:
		border = ColorAccent
	case f.hovered:
		border = ColorMuted
	}
	f.frame.style(p, border, ColorCard, p.px(6))
	f.frame.place(0, 0, s.Width, s.Height, p.px(1))
	f.text.SetText(f.of.text())
	w := s.Width - p.px(selectAround)
	h := f.text.HeightFor(w)
	place(f.text, p.px(10), (s.Height-h)/2, w, h)
	d := p.px(16)
	place(f.arrow, s.Width-d-p.px(8), (s.Height-d)/2, d, d)
}
