package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

func blank(text string) bool { return strings.TrimSpace(text) == "" }

// typeAll types runes as a person would.
func typeAll(e fyne.Focusable, text string) {
	for _, r := range text {
		e.TypedRune(r)
	}
}

// dateRow is an entry with an icon in it that opens the month to choose from, as F4 does.
type dateRow struct {
	widget.BaseWidget

	entry  *entry
	button *SideIcon
}

func newDateRow(d *DateField, icon string, tip Tip) *dateRow {
	r := &dateRow{entry: newEntry()}
	r.button = NewSideIcon(icon, tip, d.openMonth)
	r.ExtendBaseWidget(r)
	return r
}

func (r *dateRow) Children() []fyne.CanvasObject { return []fyne.CanvasObject{r.entry, r.button} }

func (r *dateRow) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   r,
		objects: these(r.entry, r.button),
		min: func() fyne.Size {
			p := paintFor(r)
			return fyne.NewSize(p.px(110), p.size(SizeControl))
		},
		layout: func(s fyne.Size) {
			p := paintFor(r)
			place(r.entry, 0, 0, s.Width, s.Height)
			d := s.Height - p.px(6)
			place(r.button, s.Width-d-p.px(3), p.px(3), d, d)
		},
	}
}
