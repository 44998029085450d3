package kit

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// NavItem is an entry of the sidebar with a small figure or mark at its right. Folded it shows a picture instead of its
// text, which its tooltip then says.
type NavItem struct {
	pressable

	text, badge string
	tail        string // the end of the text that stays where there is no room for all of it
	rest        string // stands at the end only where there is none, in place of a tail: "+2"
	selected    bool
	folded      bool
	keys        string            // that do the same
	picture     fyne.CanvasObject // shown while folded: an *Icon or an *Avatar; nil for an entry that does not fold
	back        *canvas.Rectangle
	ring        *frame
	label       *Text
	told        *Text // the tail, or the rest
	count       *canvas.Text
}

var (
	_ fyne.Widget            = (*NavItem)(nil)
	_ fyne.Focusable         = (*NavItem)(nil)
	_ fyne.SecondaryTappable = (*NavItem)(nil)
)

// NewNavItem makes an entry.
func NewNavItem(text, badge string, tap func()) *NavItem {
	n := &NavItem{
		text: text, badge: badge, label: NewLine(text, Body()), told: NewLine("", Caption()),
		back: &canvas.Rectangle{}, ring: newFrame(), count: &canvas.Text{},
	}
	n.start(n, tap)
	return n
}

// OnMenu sets the entry's context menu.
func (n *NavItem) OnMenu(f func(at fyne.Position)) { n.onMenu = f }

// TappedSecondary opens the entry's menu.
func (n *NavItem) TappedSecondary(ev *fyne.PointEvent) {
	if n.onMenu != nil {
		n.openMenu(ev.Position)
	}
}

// WithIcon gives the entry a picture to fold to, and gives the entry back.
func (n *NavItem) WithIcon(name string) *NavItem {
	n.picture = NewIcon(name, ColorMuted)
	return n
}

// WithAvatar gives the entry an avatar to fold to, also another than before, and gives the entry back.
func (n *NavItem) WithAvatar(initials, key string) *NavItem {
	if a, ok := n.picture.(*Avatar); ok {
		a.Set(initials, key)
		return n
	}
	n.picture = NewAvatar(initials, key)
	return n
}

// Fold shows the entry as its picture alone, or whole again. keys are those that do the same, for the tooltip.
func (n *NavItem) Fold(folded bool, keys string) {
	folded = folded && n.picture != nil
	if n.folded != folded || n.keys != keys {
		n.folded, n.keys = folded, keys
		n.Refresh()
	}
}

// Set changes text, figure and whether the entry is the present one. The same again costs nothing.
func (n *NavItem) Set(text, badge string, selected bool) {
	if n.text != text || n.badge != badge || n.selected != selected {
		n.text, n.badge, n.selected = text, badge, selected
		n.Refresh()
	}
}

// SetTail says which end of the text stays where there is no room for all of it: the rest gives way. "" is for none.
func (n *NavItem) SetTail(tail string) {
	if n.tail != tail {
		n.tail = tail
		n.Refresh()
	}
}

// SetRest says what stands at the end of a text without a tail where that is cut: how many others it names, say. "" is for none.
func (n *NavItem) SetRest(rest string) {
	if n.rest != rest {
		n.rest = rest
		n.Refresh()
	}
}

// Text gives the entry's text.
func (n *NavItem) Text() string { return n.text }

// Badge gives the entry's figure or mark.
func (n *NavItem) Badge() string { return n.badge }

// Selected tells whether the entry is the present one.
func (n *NavItem) Selected() bool { return n.selected }

// TypedKey moves between entries by arrows; other keys do what they do on a button.
func (n *NavItem) TypedKey(ev *fyne.KeyEvent) {
	if !stepFocus(n, ev.Name) {
		n.pressable.TypedKey(ev)
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	n.style()
	return &renderer{
		owner: n,
		objects: func() []fyne.CanvasObject {
			all := []fyne.CanvasObject{n.back, n.ring.outer, n.ring.inner, n.label, n.told, n.count}
			if n.picture != nil {
				all = append(all, n.picture)
			}
			return all
		},
		min: func() fyne.Size {
			p := paintFor(n)
			if n.folded {
				return fyne.NewSize(p.px(foldedItem), p.size(SizeRow)-p.px(2))
			}
			return fyne.NewSize(p.px(80), p.size(SizeRow)-p.px(2))
		},
		layout:  n.layout,
		refresh: n.style,
	}
}

func (n *NavItem) style() {
	p := paintFor(n)
	text, figure, back := ColorText, ColorMuted, ColorHover
	if n.selected {
		text, figure, back = ColorAccent, ColorAccent, ColorAccentSoft
	}
	n.tip = Tip{}
	if n.folded {
		n.tip = Tip{Text: n.text, Keys: n.keys}
	}
	n.label.Hidden = n.folded
	if n.picture != nil {
		if n.folded != n.picture.Visible() {
			n.showPicture()
		}
	}
	if icon, ok := n.picture.(*Icon); ok {
		icon.Set(icon.name, figure)
	}
	n.told.Hidden = n.folded || n.tail == ""
	n.label.SetRuns(Run{strings.TrimSpace(strings.TrimSuffix(n.text, n.tail)), Style{Color: text, Bold: n.selected}})
	n.told.SetRuns(Run{cmp.Or(n.tail, n.rest), Style{Size: SizeCaption, Color: figure}})
	n.count.Text, n.count.TextSize = clean(n.badge, false), p.size(SizeCaption)
	if n.folded {
		n.count.TextSize = p.size(SizeChip)
	}
	n.count.TextStyle.Bold, n.count.Color = true, p.color(figure)
	setFace(n.count)
	n.back.FillColor, n.back.CornerRadius = p.color(back), p.px(6)
	n.back.Hidden = !n.selected && !n.hovered
}

func (n *NavItem) showPicture() {
	if n.folded {
		n.picture.Show()
		return
	}
	n.picture.Hide()
}

// foldedItem is the width of an entry that shows its picture alone, in units.
const foldedItem = 48

// leastName is the width that is left to what stands before the tail, in units.
const leastName = 56

func (n *NavItem) layout(s fyne.Size) {
	p := paintFor(n)
	place(n.back, 0, 0, s.Width, s.Height)
	n.ring.focusRing(p, n.focused, 0, 0, s.Width, s.Height)
	m := n.count.MinSize()
	if n.folded {
		d := p.px(18)
		if _, ok := n.picture.(*Avatar); ok {
			d = p.px(26)
		}
		place(n.picture, (s.Width-d)/2, (s.Height-d)/2, d, d)
		place(n.count, s.Width-p.px(6)-m.Width, -p.px(1), m.Width, m.Height)
		return
	}
	place(n.count, s.Width-p.px(10)-m.Width, (s.Height-m.Height)/2, m.Width, m.Height)
	w := s.Width - p.px(20)
	if n.badge != "" {
		w -= m.Width + p.px(8)
	}
	left, rest := w, n.tail == "" && n.rest != "" && NaturalWidth(n.label) > w
	if n.tail == "" {
		n.told.Hidden = !rest
	}
	if n.tail != "" || rest {
		told := min(NaturalWidth(n.told), w-p.px(leastName+4))
		gap := p.px(4)
		left = min(w-told-gap, NaturalWidth(n.label))
		h := n.told.HeightFor(told)
		place(n.told, p.px(10)+left+gap, (s.Height-h)/2, told, h)
	}
	h := n.label.HeightFor(left)
	place(n.label, p.px(10), (s.Height-h)/2, left, h)
	n.tip = Tip{}
	if n.label.Cut() || n.tail != "" && n.told.Cut() {
		n.tip.Text = n.text
	}
}
