package uitest

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/kit"
)

// Faults lists what is wrong with how a screen is laid out, read from the tree of what is drawn: texts that go
// beyond the room they have, texts without room, headings that are cut, bars of one list that do not stand in line, and
// things that lie on one another. A text that its widget cut by itself, with an ellipsis, is none where the whole is to
// be had elsewhere (a line of a list); on what is to be pressed it is. It tells how many texts it saw, too.
func Faults(root fyne.CanvasObject) (faults []string, texts int) {
	w := &fitter{}
	w.walk(root, place{clip: box{0, 0, root.Size().Width, root.Size().Height}})
	w.overlaps()
	return w.faults, len(w.inks)
}

// box is a rectangle on the canvas.
type box struct{ x, y, w, h float32 }

func (b box) meet(o box) box {
	x, y := max(b.x, o.x), max(b.y, o.y)
	return box{x, y, max(min(b.x+b.w, o.x+o.w)-x, 0), max(min(b.y+b.h, o.y+o.h)-y, 0)}
}

func (b box) seen() bool { return b.w > 1 && b.h > 1 }

// place is where an object is drawn: its parent's position, what can be seen there, and what it is part of.
type place struct {
	at    fyne.Position
	clip  box
	path  []string
	press bool   // part of something that can be pressed
	entry bool   // part of a field, which scrolls its text
	hint  string // what stands in that field while nothing is typed
}

// ink is something drawn that nothing else should lie on.
type ink struct {
	what string
	box  box
	path []string
}

type fitter struct {
	inks     []ink
	pictures []ink
	faults   []string
}

// slack is how many units may be off: rounding, and the overhang of letters.
const slack = 1.5

func (w *fitter) walk(o fyne.CanvasObject, p place) {
	if o == nil || !o.Visible() {
		return
	}
	at := p.at.Add(o.Position())
	own := box{at.X, at.Y, o.Size().Width, o.Size().Height}
	p.at = at
	p.path = append(p.path[:len(p.path):len(p.path)], fmt.Sprintf("%T", o))
	switch v := o.(type) {
	case *kit.Floats: // tooltips and messages lie on top
		return
	case *canvas.Text:
		w.text(v, own, p)
		return
	case *canvas.Image:
		if seen := own.meet(p.clip); seen.seen() {
			w.pictures = append(w.pictures, ink{what: "a picture", box: seen, path: p.path})
		}
		return
	case *kit.List:
		w.inLine(v)
		if own.h < kit.SizeOf(kit.SizeRow)-slack {
			w.fault(p, "no row is to be seen: the list is %.0f high", own.h)
		}
	case *kit.Text:
		if v.Lost() {
			w.fault(p, "%q is cut, and stands nowhere else", v.Text())
		}
	case *fyne.Container:
		for _, c := range v.Objects {
			w.within(c, own, p)
			w.walk(c, p)
		}
		return
	case *container.Scroll, *kit.Roller, *kit.Scroll:
		p.clip = p.clip.meet(own)
	case fyne.Widget:
		_, field := o.(*widget.Entry)
		_, press := o.(fyne.Tappable)
		if hint := kit.Placeholder(o); hint != "" {
			p.hint = hint
		}
		p.entry, p.press = p.entry || field || strings.Contains(fmt.Sprintf("%T", o), "ntry"), p.press || press
	}
	if v, ok := o.(fyne.Widget); ok {
		for _, c := range test.WidgetRenderer(v).Objects() {
			w.walk(c, p)
		}
	}
}

// text judges one drawn text.
func (w *fitter) text(t *canvas.Text, own box, p place) {
	if strings.TrimSpace(t.Text) == "" {
		return
	}
	if p.entry {
		w.inField(t, own, p)
		return
	}
	need := t.MinSize()
	drawn := own
	drawn.w, drawn.h = need.Width, min(need.Height, own.h)
	switch t.Alignment {
	case fyne.TextAlignCenter:
		drawn.x += (own.w - need.Width) / 2
	case fyne.TextAlignTrailing:
		drawn.x += own.w - need.Width
	}
	seen := drawn.meet(p.clip)
	if !seen.seen() {
		if own.meet(p.clip).w <= 1 && drawn.y >= p.clip.y && drawn.y+drawn.h <= p.clip.y+p.clip.h {
			w.fault(p, "%q has no room", t.Text)
		}
		return
	}
	if need.Width > own.w+slack && !p.press {
		w.fault(p, "%q is %.0f wide in %.0f", t.Text, need.Width, own.w)
	}
	if drawn.x < p.clip.x-slack || drawn.x+drawn.w > p.clip.x+p.clip.w+slack {
		w.fault(p, "%q leaves the window or its scroller sideways", t.Text)
	}
	if p.press && need.Width > own.w+slack {
		w.fault(p, "%q is cut on what is to be pressed", t.Text)
	}
	w.inks = append(w.inks, ink{what: t.Text, box: seen, path: p.path})
}

// inField judges a text within a field: what is typed scrolls, and nothing else may lie on it; what stands in an empty
// field says what it is for, and has to be whole.
func (w *fitter) inField(t *canvas.Text, own box, p place) {
	need := t.MinSize()
	drawn := own
	drawn.w, drawn.h = need.Width, min(need.Height, own.h)
	seen := drawn.meet(p.clip)
	if !seen.seen() {
		return
	}
	if p.hint != "" && (drawn.w > seen.w+slack || strings.HasPrefix(p.hint, t.Text) && t.Text != p.hint && !strings.Contains(p.hint, t.Text+" ")) {
		w.fault(p, "%q in an empty field is cut to %q", p.hint, t.Text)
	}
	w.inks = append(w.inks, ink{what: t.Text, box: seen, path: p.path})
}

// within holds what can be pressed to the container that it lies in: beyond it, it lies on something else or is cut off.
func (w *fitter) within(o fyne.CanvasObject, room box, p place) {
	_, press := o.(fyne.Tappable)
	if !press || !o.Visible() || o.Size().IsZero() || !(box{p.at.X, p.at.Y, room.w, room.h}).meet(p.clip).seen() {
		return
	}
	at, size := o.Position(), o.Size()
	if at.X < -slack || at.Y < -slack || at.X+size.Width > room.w+slack || at.Y+size.Height > room.h+slack {
		w.fault(p, "%q stands beyond its container: %v %v in %.0f x %.0f", strings.Join(kit.Texts(o), " "), at, size, room.w, room.h)
	}
}

func (w *fitter) fault(p place, format string, args ...any) {
	path := p.path
	if len(path) > 7 {
		path = path[len(path)-7:]
	}
	w.faults = append(w.faults, fmt.Sprintf(format, args...)+" in "+strings.Join(path, " > "))
}

// inLine holds the bars of a list to one column.
func (w *fitter) inLine(l *kit.List) {
	driver, first := fyne.CurrentApp().Driver(), float32(-1)
	kit.Walk(l, func(o fyne.CanvasObject) bool {
		if bar, ok := o.(*kit.Bar); ok {
			switch x := driver.AbsolutePositionForObject(bar).X; {
			case first < 0:
				first = x
			case x < first-slack || x > first+slack:
				w.faults = append(w.faults, fmt.Sprintf("a bar of a list begins at %.0f, another at %.0f", x, first))
			}
		}
		return true
	})
}

// overlaps finds texts that lie on one another.
func (w *fitter) overlaps() {
	for i, a := range w.inks {
		for _, b := range w.inks[:i] {
			// Lines of text touch; letters lie on one another only where a good part of the line does.
			if m := a.box.meet(b.box); m.w > 2*slack && m.h > 0.35*min(a.box.h, b.box.h) {
				w.faults = append(w.faults, fmt.Sprintf("%q lies on %q in %s", a.what, b.what, strings.Join(a.path[max(len(a.path)-6, 0):], " > ")))
			}
		}
		for _, b := range w.pictures {
			if slices.Contains(b.path, "*kit.NavItem") { // a figure sits on the icon of a narrow sidebar
				continue
			}
			if m := a.box.meet(b.box); m.w > 2*slack && m.h > 0.35*min(a.box.h, b.box.h) {
				w.faults = append(w.faults, fmt.Sprintf("%q lies on a picture in %s", a.what, strings.Join(b.path[max(len(b.path)-6, 0):], " > ")))
			}
		}
	}
}
