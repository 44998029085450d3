package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Segments is a row of joined buttons of which one is chosen, such as Day, Week, Month. It is one stop of Tab, which comes to
// the chosen one; the choice follows the arrow keys, Home and End, as that of radio buttons does.
type Segments struct {
	widget.BaseWidget

	buttons []*Button
	current int
	changed func(i int)
	again   func(i int) // the chosen one was pressed; nil for nothing
	clicked bool        // the present choice was made by the pointer
}

var _ fyne.Widget = (*Segments)(nil)

// NewSegments makes such a row and shows one as chosen. changed is told each new choice.
func NewSegments(words []string, current int, changed func(i int)) *Segments {
	s := &Segments{current: current, changed: changed}
	for i, w := range words {
		b := NewButton(w, Plain, func() { s.press(i) })
		b.pressed, b.onKey = i == current, func(ev *fyne.KeyEvent) bool { return s.key(i, ev.Name) }
		b.passed = func() bool { return i != s.stop() }
		s.buttons = append(s.buttons, b)
	}
	s.ExtendBaseWidget(s)
	return s
}

// Current tells which is chosen.
func (s *Segments) Current() int { return s.current }

// stop tells which takes the focus: the chosen one, or the first while none is.
func (s *Segments) stop() int { return stopOf(s.current, len(s.buttons)) }

// OnAgain sets what pressing the chosen one does, such as to go on to what the choice has brought; who came to it by arrow keys
// does so by Enter.
func (s *Segments) OnAgain(f func(i int)) { s.again = f }

// Because sets what tells why one of them cannot be chosen at the moment; "" where it can.
func (s *Segments) Because(i int, why func() string) { s.buttons[i].Because(why) }

func (s *Segments) press(i int) {
	if i == s.current && s.again != nil {
		s.again(i)
		return
	}
	s.clicked = true
	s.choose(i)
}

// ByKey tells whether the choice was made by the keyboard, which then is on what is chosen and stays there: who goes on by
// arrow keys does not mean what stands elsewhere.
func (s *Segments) ByKey() bool {
	c := CanvasOf(s)
	return c != nil && !s.clicked && s.current >= 0 && s.current < len(s.buttons) && c.Focused() == s.buttons[s.current]
}

// SetCurrent shows another as chosen without telling anybody. The focus, where one of them has it, goes along.
func (s *Segments) SetCurrent(i int) {
	s.current = i
	had := false
	for j, b := range s.buttons {
		b.pressed = i == j
		had = had || b.focused
		b.Refresh()
	}
	if c := CanvasOf(s); had && c != nil {
		FocusOn(c, s.buttons[s.stop()])
	}
}

func (s *Segments) choose(i int) {
	if i == s.current {
		return
	}
	s.SetCurrent(i)
	if s.changed != nil {
		s.changed(i)
	}
}

// key chooses a neighbour, and tells whether the key was one for that. The focus goes along before anybody is told: who is may
// show everything anew, and keeps the focus where it finds it.
func (s *Segments) key(at int, key fyne.KeyName) bool {
	to, used := stepKey(key, at, len(s.buttons))
	if used && to >= 0 && to < len(s.buttons) && !s.buttons[to].Off() {
		s.clicked = false
		s.choose(to)
	}
	return used
}

// Children gives the buttons.
func (s *Segments) Children() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(s.buttons))
	for i, b := range s.buttons {
		out[i] = b
	}
	return out
}

// CreateRenderer is the toolkit's way to draw a widget.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   s,
		objects: s.Children,
		min: func() fyne.Size {
			w, h := float32(0), float32(0)
			for _, b := range s.buttons {
				m := b.MinSize()
				w, h = w+m.Width, max(h, m.Height)
			}
			return fyne.NewSize(w, h)
		},
		layout: func(size fyne.Size) {
			x := float32(0)
			for _, b := range s.buttons {
				w := b.MinSize().Width
				place(b, x, 0, w, size.Height)
				x += w
			}
		},
	}
}
