package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Scroll shows content that may be taller than the room for it, at exactly the height it needs at the width
// at hand. Shorter content is stretched to the bottom, so that cards can fill a page.
type Scroll struct {
	Roller

	holder *fyne.Container
	fit    *fitLayout
	beside bool // the content ends before the bar, where there is one
	margin float32
	wish   float32 // the place to come back to once there is as much content again; 0 for none
	typed  *entry  // what is typed into, is in view and stays there while the content above it grows; nil for none
}

var _ fyne.Widget = (*Scroll)(nil)

// fitLayout holds the content at the scroller's width, but for the room of its bar.
type fitLayout struct{ width, bar float32 }

func (l *fitLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if l.width <= 0 {
		return objects[0].MinSize()
	}
	return fyne.NewSize(0, HeightFor(objects[0], l.width-l.bar))
}

func (l *fitLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width-l.bar)
}

func (l *fitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width-l.bar, size.Height)
}

// NewScroll makes a scroller of content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{fit: &fitLayout{}}
	s.holder = container.New(s.fit, content)
	s.Direction = container.ScrollVerticalOnly
	s.Content = s.holder
	s.OnScrolled = func(fyne.Position) {
		s.wish = 0
		s.away()
	}
	s.ExtendBaseWidget(s)
	return s
}

// BesideBar lets the content end before the bar that scrolls it, which would lie over what stands at its edge; where there is
// no bar, it ends so many units before the scroller does. It gives the scroller back.
func (s *Scroll) BesideBar(margin float32) *Scroll {
	s.beside, s.margin = true, margin
	return s
}

// makeRoom keeps room for the bar where the content is taller than so much, and tells whether that is news.
func (s *Scroll) makeRoom(height float32) bool {
	if !s.beside || s.fit.width <= 0 {
		return false
	}
	p, was := paintNow(), s.fit.bar
	s.fit.bar = p.px(s.margin)
	if HeightFor(s.holder.Objects[0], s.fit.width-s.fit.bar) > height {
		s.fit.bar = max(s.fit.bar, p.size(theme.SizeNameScrollBar))
	}
	return s.fit.bar != was
}

// SetContent replaces the content and keeps the place.
func (s *Scroll) SetContent(o fyne.CanvasObject) {
	s.holder.Objects = []fyne.CanvasObject{o}
	s.Relayout()
}

// Children gives the content.
func (s *Scroll) Children() []fyne.CanvasObject { return s.holder.Objects }

// Resize gives the width to the content first, because its height follows from it.
func (s *Scroll) Resize(size fyne.Size) {
	if s.fit.width != size.Width {
		s.fit.width = size.Width
		s.Scroll.Resize(size)
		s.Relayout()
		return
	}
	if size.Height < s.Size().Height {
		s.typed = nil // what is typed into may lie below the edge now: the next letter brings it back
	}
	s.Scroll.Resize(size)
	if s.makeRoom(size.Height) {
		s.Relayout()
	}
}

// MinSize is small: a scroller can do with little.
func (s *Scroll) MinSize() fyne.Size {
	p := paintNow()
	return fyne.NewSize(p.px(120), p.px(60))
}

// Relayout gives the content the height it needs now.
func (s *Scroll) Relayout() {
	s.makeRoom(s.Size().Height)
	size := fyne.NewSize(s.fit.width, max(s.holder.MinSize().Height, s.Size().Height))
	if s.holder.Size() == size {
		s.holder.Layout.Layout(s.holder.Objects, size) // the parts may have changed places all the same
	}
	s.holder.Resize(size)
	s.holder.Refresh()
	typed := s.typed
	if s.wish > 0 {
		s.Return(s.wish)
	} else {
		s.To(s.Offset.Y)
	}
	s.typed = nil
	if typed != nil && Contains(s.holder, typed) && CanvasOf(s).Focused() == fyne.Focusable(typed) {
		s.bring(typed, OffsetIn(s.holder, typed))
		s.typed = typed
	}
	s.Refresh()
}

// At tells how far down the content is scrolled, in units.
func (s *Scroll) At() float32 { return s.Offset.Y }

// To scrolls so that y of the content is at the top, as far as that is possible.
func (s *Scroll) To(y float32) {
	s.wish = 0
	y = max(min(y, s.holder.Size().Height-s.Size().Height), 0)
	if y != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(0, y))
		s.away()
	}
}

// Return is To for who comes back: where there is not as much content yet, for it is still being read, it goes there as soon as there is.
// Whoever scrolls meanwhile goes where they want.
func (s *Scroll) Return(y float32) {
	s.To(y)
	if s.At() < y {
		s.wish = y
	}
}

// away forgets what is typed into once it is scrolled out of view.
func (s *Scroll) away() {
	if s.typed != nil && !s.inView(OffsetIn(s.holder, s.typed), s.typed.Size().Height) {
		s.typed = nil
	}
}

// Reveal scrolls an object of the content into view, with some room around it. What is in view already stays where it is; what
// is typed into is known to be, and is not looked for at each further letter.
func (s *Scroll) Reveal(o fyne.CanvasObject) {
	if e, ok := o.(*entry); ok && e == s.typed || !Contains(s.holder, o) {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o)
	if at.IsZero() { // the toolkit has not drawn it, as what lies far below the edge, and does not know where it is
		s.bring(o, OffsetIn(s.holder, o))
	} else {
		s.bring(o, at.Y-driver.AbsolutePositionForObject(s.holder).Y)
	}
	s.typed, _ = o.(*entry)
}

// inView tells whether all of what begins so far below the content's top is to be seen.
func (s *Scroll) inView(y, height float32) bool {
	return y >= s.Offset.Y && y+height <= s.Offset.Y+s.Size().Height
}

// RevealNew does so with what was laid out a moment ago and is not drawn yet. It must stand in containers, cards and rows
// alone: what scrolls by itself shows its parts elsewhere than they stand.
func (s *Scroll) RevealNew(o fyne.CanvasObject) {
	if Contains(s.holder, o) {
		s.bring(o, OffsetIn(s.holder, o))
	}
}

// Where gives how far below the top of what is in view an object of the content stands, and PutAt scrolls so that it stands
// there, as far as that is possible. As for RevealNew it must stand in containers, cards and rows alone.
func (s *Scroll) Where(o fyne.CanvasObject) float32 { return OffsetIn(s.holder, o) - s.Offset.Y }

// PutAt is the other way round of Where.
func (s *Scroll) PutAt(o fyne.CanvasObject, y float32) {
	if Contains(s.holder, o) {
		s.To(OffsetIn(s.holder, o) - y)
	}
}

// bring scrolls an object into view that lies so far below the content's top.
func (s *Scroll) bring(o fyne.CanvasObject, y float32) {
	height := o.Size().Height
	margin, ring := paintNow().px(24), paintNow().px(ringRoom)
	if height+2*ring > s.Size().Height {
		if part, ok := o.(cursored); ok {
			var below float32
			below, height = part.cursorLine()
			y += below
		} else {
			height = s.Size().Height / 3 // its beginning: what stands about it stays in view
		}
	}
	switch {
	case y-ring < s.Offset.Y:
		s.To(y - margin)
	case y+height+ring > s.Offset.Y+s.Size().Height:
		s.To(y + height + margin - s.Size().Height)
	}
}

// OffsetIn gives how far below the top of what holds it an object lies, as far as what holds it is scrolled. The toolkit knows
// that only of what it has drawn.
func OffsetIn(root, o fyne.CanvasObject) float32 {
	for _, child := range inside(root) {
		if child == o || Contains(child, o) {
			y := child.Position().Y
			if s, ok := root.(*Scroll); ok {
				y -= s.Offset.Y
			}
			if child != o {
				y += OffsetIn(child, o)
			}
			return y
		}
	}
	return 0
}

// cursored is what may be taller than the room for it, so that the line with the cursor is what has to be seen.
type cursored interface {
	// cursorLine gives how far below the object's top the line begins, and its height, in units.
	cursorLine() (y, height float32)
}

// ringRoom is how far the ring around what has the focus reaches beyond it, in units.
const ringRoom = 4

// Key scrolls by the keys that pages have, and tells whether the key was one of them.
func (s *Scroll) Key(ev *fyne.KeyEvent) bool {
	page, line := s.Size().Height*0.9, paintNow().size(SizeRow)
	switch ev.Name {
	case fyne.KeyPageDown, fyne.KeySpace:
		s.To(s.Offset.Y + page)
	case fyne.KeyPageUp:
		s.To(s.Offset.Y - page)
	case fyne.KeyDown:
		s.To(s.Offset.Y + line)
	case fyne.KeyUp:
		s.To(s.Offset.Y - line)
	case fyne.KeyHome:
		s.To(0)
	case fyne.KeyEnd:
		s.To(s.holder.Size().Height)
	default:
		return false
	}
	return true
}
