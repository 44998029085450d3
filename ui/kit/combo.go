package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ComboItem is a proposal of a combo. Key tells it from others; a zero key is no item.
type ComboItem struct{ Key, Text, Caption string }

// comboRows is how many proposals are in view.
const comboRows = 5

// Combo is a field in which typing finds: proposals stand below it, Down goes from the field to the first, which Enter takes as
// long as no key has gone to another, and Up and Down choose among them; a click takes one as well. It has a value only after one
// was taken, or is empty.
type Combo struct {
	widget.BaseWidget

	text    *TextField
	list    *List
	all     *fyne.Container
	told    *Text // the whole of what was taken, where the field has no room for it
	find    func(text string) []ComboItem
	chosen  func(ComboItem)
	items   []ComboItem
	within  bool // a key has gone to the proposals
	value   ComboItem
	setting bool
}

var (
	_ fyne.Widget = (*Combo)(nil)
	_ Fitter      = (*Combo)(nil)
)

// NewCombo makes a combo. find gives the proposals for a typed text and must be quick; chosen is told what was
// taken, and the zero item when that is no longer in the field; it may be nil.
func NewCombo(label, placeholder string, find func(text string) []ComboItem, chosen func(ComboItem)) *Combo {
	c := &Combo{find: find, chosen: chosen}
	c.text = NewTextField(label, placeholder, c.typed)
	c.text.OnKey(c.key)
	c.text.lost = c.settle
	c.list = NewList(ListSpec{
		Length: func() int { return len(c.items) },
		Create: func() fyne.CanvasObject {
			return container.New(comboLine{}, NewLine("", Body()), NewLine("", Caption()))
		},
		Update: func(i int, row fyne.CanvasObject) {
			parts := row.(*fyne.Container).Objects
			parts[0].(*Text).SetText(c.items[i].Text)
			parts[1].(*Text).SetText(c.items[i].Caption)
		},
		Open:   func(i int) { c.take(c.items[i]) },
		Follow: true,
		Faint:  func() bool { return !c.within },
	})
	box := &fyne.Container{Layout: &comboBox{c}, Objects: []fyne.CanvasObject{c.list}}
	box.Hide()
	c.told = NewText("", Caption())
	c.told.Hide()
	c.all = Stack(2, c.text, box, c.told)
	c.ExtendBaseWidget(c)
	return c
}

// comboLine gives what stands behind a proposal its width, at most two fifths of the line, and the proposal the rest: of a long name
// beside a short remark the name is cut.
type comboLine struct{}

func (comboLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(o[0])+minWidth(o[1]), max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (comboLine) Layout(o []fyne.CanvasObject, s fyne.Size) {
	gap, side := paintNow().px(10), min(naturalWidth(o[1]), s.Width*0.4)
	if side == 0 {
		gap = 0
	}
	name := max(s.Width-side-gap, 0)
	h0, h1 := HeightFor(o[0], name), HeightFor(o[1], side)
	place(o[0], 0, (s.Height-h0)/2, name, h0)
	place(o[1], name+gap, (s.Height-h1)/2, side, h1)
}

// comboBox is as tall as the proposals in view.
type comboBox struct{ c *Combo }

func (b *comboBox) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(paintNow().px(80), b.c.list.rowHeight()*float32(min(len(b.c.items), comboRows)))
}

func (b *comboBox) Layout(o []fyne.CanvasObject, s fyne.Size) { place(o[0], 0, 0, s.Width, s.Height) }

// Value gives what was taken, or the one item that is called exactly what was typed; ok is false while the text is
// something else. An empty field is the zero item, and ok.
func (c *Combo) Value() (item ComboItem, ok bool) {
	if c.value.Key == "" {
		if item, ok := c.meant(); ok {
			return item, true
		}
	}
	return c.value, c.value.Key != "" || blank(c.text.Text())
}

// meant gives the one item whose text was typed out, in whatever case.
func (c *Combo) meant() (item ComboItem, ok bool) {
	text := strings.TrimSpace(c.text.Text())
	if text == "" {
		return item, false
	}
	for _, x := range c.find(text) {
		if !strings.EqualFold(x.Text, text) {
			continue
		}
		if ok {
			return ComboItem{}, false // two of one name: somebody has to choose
		}
		item, ok = x, true
	}
	return item, ok
}

// settle takes what was typed out when the field is left.
func (c *Combo) settle() {
	if item, ok := c.meant(); ok && c.value.Key == "" {
		c.accept(item)
		c.tell()
	}
}

// SetValue shows an item without telling anybody.
func (c *Combo) SetValue(item ComboItem) {
	c.setting = true
	c.value = item
	c.text.line.whole = item.Key != "" // what was taken is one thing: typing there replaces it
	c.text.SetText(item.Text)
	c.setting = false
	c.propose(nil)
}

// Text gives what is typed.
func (c *Combo) Text() string { return c.text.Text() }

// SetError shows what is wrong; "" for nothing.
func (c *Combo) SetError(text string) { c.text.SetError(text) }

// SetHint shows a line of help below the field.
func (c *Combo) SetHint(text string) { c.text.SetHint(text) }

// SetLabel changes the label.
func (c *Combo) SetLabel(label string) { c.text.SetLabel(label) }

// Focusable gives the part that has the focus.
func (c *Combo) Focusable() fyne.Focusable { return c.text.Focusable() }

// Open gives the field the focus and shows what there is to choose from.
func (c *Combo) Open() {
	if canvas := CanvasOf(c); canvas != nil {
		canvas.Focus(c.text.Focusable())
	}
	c.propose(c.find(c.text.Text()))
}

// OnShortcut sees each shortcut first and gives true for those it uses up.
func (c *Combo) OnShortcut(f func(fyne.Shortcut) bool) { c.text.OnShortcut(f) }

// Type types runes as a person would.
func (c *Combo) Type(text string) { c.text.Type(text) }

func (c *Combo) typed(text string) {
	if c.setting {
		return
	}
	if c.value.Key != "" && text != c.value.Text {
		c.value = ComboItem{}
		c.text.line.whole = false
		c.tell()
	}
	if strings.TrimSpace(text) == "" {
		c.propose(nil)
		return
	}
	c.propose(c.find(text))
}

func (c *Combo) propose(items []ComboItem) {
	c.items, c.within = items, false
	box := c.all.Objects[1]
	if (len(items) > 0) != box.Visible() {
		if len(items) > 0 {
			box.Show()
		} else {
			box.Hide()
		}
	}
	c.list.SetCurrent(0)
	c.list.Refresh()
	c.all.Refresh()
	Relayout(c)
}

// accept shows an item that somebody chose: nothing is wrong with it.
func (c *Combo) accept(item ComboItem) {
	c.SetValue(item)
	c.text.SetError("")
	touched(c)
}

// tell tells whoever asked what the value is now.
func (c *Combo) tell() {
	if c.chosen != nil {
		c.chosen(c.value)
	}
}

func (c *Combo) take(item ComboItem) {
	c.accept(item)
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c.text.Focusable())
	}
	c.tell()
}

func (c *Combo) key(ev *fyne.KeyEvent) bool {
	if len(c.items) == 0 {
		if ev.Name == fyne.KeyDown && c.value.Key == "" {
			c.propose(c.find(c.text.Text()))
			c.goWithin(true)
			return len(c.items) > 0
		}
		return false
	}
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		down := ev.Name == fyne.KeyDown || ev.Name == fyne.KeyPageDown
		if down == c.within || c.list.Current() > 0 {
			c.list.TypedKey(ev)
		} else {
			c.goWithin(down) // from the field to the first, or back from there
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		c.take(c.items[c.list.Current()])
	case fyne.KeyEscape:
		c.propose(nil)
	default:
		return false
	}
	return true
}

// goWithin tells whether keys have gone to the proposals, which shows.
func (c *Combo) goWithin(on bool) {
	c.within = on
	c.list.arrange(false)
}

// Children gives the field and the proposals.
func (c *Combo) Children() []fyne.CanvasObject { return c.all.Objects }

// HeightFor gives the height of field and proposals.
func (c *Combo) HeightFor(width float32) float32 {
	c.tellWhole(width)
	return HeightFor(c.all, width)
}

// NaturalWidth is that of a field.
func (c *Combo) NaturalWidth() float32 { return c.text.NaturalWidth() }

// MinSize follows the proposals.
func (c *Combo) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return fyne.NewSize(c.text.MinSize().Width, c.HeightFor(max(c.Size().Width, c.text.MinSize().Width)))
}

// CreateRenderer is the toolkit's way to draw a widget.
func (c *Combo) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.all) }
