package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// FindKeys are the keys that lead to the field which finds on a page, as its hint writes them.
const FindKeys = "Ctrl F"

// SearchField is a field for finding, with the keys that lead to it at its right while it is empty and has room for them beside
// what it says.
type SearchField struct {
	widget.BaseWidget

	entry   *entry
	hint    *Text
	glow    *canvas.Rectangle
	frame   *frame
	focused bool
	narrow  bool // there is no room for the keys
}

var _ fyne.Widget = (*SearchField)(nil)

// NewSearchField makes a search field; hint may be empty.
func NewSearchField(placeholder, hint string, changed func(string)) *SearchField {
	s := &SearchField{entry: newEntry(), hint: NewLine(hint, Caption()), glow: &canvas.Rectangle{}, frame: newFrame()}
	s.entry.SetPlaceHolder(placeholder)
	s.entry.OnChanged = func(text string) {
		s.showHint()
		if changed != nil {
			changed(text)
		}
	}
	s.entry.onFocus = func(on bool) {
		s.focused = on
		s.Refresh()
	}
	s.ExtendBaseWidget(s)
	return s
}

func (s *SearchField) showHint() {
	if s.entry.Text == "" && !s.narrow {
		s.hint.Show()
	} else {
		s.hint.Hide()
	}
}

// Text gives what is typed.
func (s *SearchField) Text() string { return s.entry.Text }

// SetText replaces what is typed.
func (s *SearchField) SetText(text string) {
	s.entry.SetText(text)
	s.showHint()
}

// SetWords changes placeholder and hint, for another language.
func (s *SearchField) SetWords(placeholder, hint string) {
	s.entry.SetPlaceHolder(placeholder)
	s.hint.SetText(hint)
	s.Refresh()
}

// OnSubmit sets what Enter does.
func (s *SearchField) OnSubmit(f func(text string)) { s.entry.OnSubmitted = f }

// OnKey sees each key first and gives true for those it uses up.
func (s *SearchField) OnKey(f func(*fyne.KeyEvent) bool) { s.entry.onKey = f }

// Find gives the field the focus, with what it says selected: the next letter begins another search. It gives false where the
// field is not on show.
func (s *SearchField) Find() bool {
	c := CanvasOf(s)
	if c == nil || !FocusOn(c, s.entry) {
		return false
	}
	s.entry.selectAll()
	return true
}

// Focusable gives the part that has the focus.
func (s *SearchField) Focusable() fyne.Focusable { return s.entry }

// Type types runes as a person would.
func (s *SearchField) Type(text string) {
	for _, r := range text {
		s.entry.TypedRune(r)
	}
}

// Children gives the parts.
func (s *SearchField) Children() []fyne.CanvasObject { return []fyne.CanvasObject{s.entry, s.hint} }

// HeightFor is the height of a control, or that of its text where it is large: a line that has less room can be scrolled.
func (s *SearchField) HeightFor(float32) float32 {
	return max(paintFor(s).size(SizeControl), s.entry.MinSize().Height)
}

// NaturalWidth is what the field would like.
func (s *SearchField) NaturalWidth() float32 { return paintFor(s).px(420) }

// CreateRenderer is the toolkit's way to draw a widget.
func (s *SearchField) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   s,
		objects: these(s.glow, s.frame.outer, s.frame.inner, s.entry, s.hint),
		min:     func() fyne.Size { return fyne.NewSize(paintFor(s).px(120), s.HeightFor(0)) },
		layout: func(size fyne.Size) {
			p := paintFor(s)
			place(s.entry, p.px(4), 0, size.Width-p.px(8), size.Height)
			border := ColorHairline
			if s.focused {
				border = ColorAccent
			}
			s.frame.style(p, border, ColorCard, p.px(6))
			s.frame.place(0, 0, size.Width, size.Height, p.px(1))
			w := s.hint.NaturalWidth()
			s.narrow = NewLine(s.entry.PlaceHolder, Body()).NaturalWidth()+w > size.Width-p.px(30)
			s.showHint()
			h := s.hint.HeightFor(w)
			place(s.hint, size.Width-w-p.px(10), (size.Height-h)/2-p.px(1), w, h)
			s.glow.FillColor, s.glow.CornerRadius = p.color(ColorFocusRing), p.px(8)
			s.glow.Hidden = !s.focused
			place(s.glow, -p.px(2), -p.px(2), size.Width+p.px(4), size.Height+p.px(4))
		},
	}
}

// SearchButton looks like an empty search field and opens the place where one searches.
type SearchButton struct {
	pressable

	frame *frame
	ring  *canvas.Rectangle
	text  *Text
	hint  *Text
}

var (
	_ fyne.Widget    = (*SearchButton)(nil)
	_ fyne.Focusable = (*SearchButton)(nil)
)

// NewSearchButton makes such a button.
func NewSearchButton(placeholder, hint string, tap func()) *SearchButton {
	b := &SearchButton{
		frame: newFrame(), ring: &canvas.Rectangle{},
		text: NewLine(placeholder, Muted()), hint: NewLine(hint, Caption()),
	}
	b.start(b, tap)
	return b
}

// SetWords changes both texts, for another language.
func (b *SearchButton) SetWords(placeholder, hint string) {
	b.text.SetText(placeholder)
	b.hint.SetText(hint)
	b.Refresh()
}

// Children gives both texts.
func (b *SearchButton) Children() []fyne.CanvasObject { return []fyne.CanvasObject{b.text, b.hint} }

// NaturalWidth is what the button would like.
func (b *SearchButton) NaturalWidth() float32 { return paintFor(b).px(420) }

// CreateRenderer is the toolkit's way to draw a widget.
func (b *SearchButton) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: b,
		objects: func() []fyne.CanvasObject {
			return append(append([]fyne.CanvasObject{b.ring}, b.frame.objects()...), b.text, b.hint)
		},
		min: func() fyne.Size {
			p := paintFor(b)
			return fyne.NewSize(p.px(120), p.size(SizeControl))
		},
		layout: b.layout,
	}
}

func (b *SearchButton) layout(s fyne.Size) {
	p := paintFor(b)
	border := ColorHairline
	if b.hovered || b.focused {
		border = ColorMuted
	}
	b.frame.style(p, border, ColorCard, p.px(6))
	b.frame.place(0, 0, s.Width, s.Height, p.px(1))
	b.ring.FillColor, b.ring.CornerRadius, b.ring.Hidden = p.color(ColorFocusRing), p.px(8), !b.focused
	place(b.ring, -p.px(2), -p.px(2), s.Width+p.px(4), s.Height+p.px(4))
	hw := b.hint.NaturalWidth()
	hh := b.hint.HeightFor(hw)
	place(b.hint, s.Width-hw-p.px(11), (s.Height-hh)/2-p.px(1), hw, hh)
	tw := s.Width - hw - p.px(30)
	th := b.text.HeightFor(tw)
	place(b.text, p.px(11), (s.Height-th)/2, tw, th)
}
