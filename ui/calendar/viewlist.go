package calendar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mentorbook/ui/kit"
)

// newList makes the agenda list. Headings and entries are rows of one list, so that keys go through both.
func (p *Page) newList() *kit.List {
	rows := func() []Row {
		if p.model == nil {
			return nil
		}
		return p.model.Rows
	}
	return kit.NewList(kit.ListSpec{
		Length: func() int { return len(rows()) },
		Create: func() fyne.CanvasObject {
			return container.New(listLine{}, kit.NewLine("", kit.Muted()), kit.NewLine("", kit.Body()), kit.NewLine("", kit.Caption()))
		},
		Taller: func(width float32) float32 {
			if width < asideFrom {
				return 48
			}
			return 0
		},
		Update: func(i int, o fyne.CanvasObject) { fillRow(rows()[i], o) },
		Open: func(i int) {
			if key := rows()[i].Block.Key; key != "" {
				p.open(key)
			}
		},
		Menu: func(i int, at fyne.Position) {
			if key := rows()[i].Block.Key; key != "" {
				p.menu(key, at)
			}
		},
	}).WhenEmpty(kit.NewEmpty(p.t("calendar.empty"), p.t("calendar.empty_hint")))
}

func fillRow(r Row, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	at, what, aside := parts[0].(*kit.Text), parts[1].(*kit.Text), parts[2].(*kit.Text)
	if r.Heading != "" {
		at.SetText("")
		at.Hide()
		what.SetRuns(kit.Run{Text: r.Heading, Style: kit.Strong()})
		aside.SetText("")
		return
	}
	at.Show()
	at.SetText(r.Time)
	text, style := r.Block.Title, kit.Body()
	if r.Note != "" {
		text = r.Note
	}
	if r.Note != "" || r.Block.Tone == Gone {
		style = kit.Muted()
	}
	what.SetRuns(kit.Run{Text: text, Style: style})
	aside.SetText(r.Block.Aside())
}

// asideFrom is how many units wide a list has to be to have room for what is said of a meeting beside its title, as long as that
// may get; below that it stands under the title.
const asideFrom = 700

// asideGap lies between the title and what stands under it, in units.
const asideGap = 3

// listLine is the layout of a line of the list: when, what, and what else is said of it.
type listLine struct{}

func (listLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Px(120), o[1].MinSize().Height)
}

// HeightFor is that of one line of text, or of two where there is little room.
func (listLine) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	h := kit.HeightFor(o[1], width)
	if below(o, width) {
		h += kit.Px(asideGap) + kit.HeightFor(o[2], width)
	}
	return h
}

// below tells whether what else is said stands below the title. The list is a little wider than its lines.
func below(o []fyne.CanvasObject, width float32) bool {
	return width < kit.Px(asideFrom-16) && o[2].(*kit.Text).Text() != ""
}

func (listLine) Layout(o []fyne.CanvasObject, s fyne.Size) {
	gap, left := kit.Px(12), float32(0)
	put := func(i int, x, y, w float32) float32 {
		h := kit.HeightFor(o[i], max(w, 1))
		o[i].Move(fyne.NewPos(x, y))
		o[i].Resize(fyne.NewSize(max(w, 0), h))
		return h
	}
	if o[0].Visible() {
		left = kit.Px(120) + gap
	}
	if below(o, s.Width) {
		y := put(1, left, 0, s.Width-left)
		put(0, 0, 0, kit.Px(120))
		put(2, left, y+kit.Px(asideGap), s.Width-left)
		return
	}
	aside := kit.NaturalWidth(o[2])
	middle := func(i int) float32 { return (s.Height - kit.HeightFor(o[i], s.Width)) / 2 }
	put(0, 0, middle(0), kit.Px(120))
	put(1, left, middle(1), s.Width-left-aside-gap)
	put(2, s.Width-aside, middle(2), aside)
}
