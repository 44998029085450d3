package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Names of the sizes that screens ask for, in device-independent units at scale 1.
const (
	SizeText     fyne.ThemeSizeName = "mb.text"     // body text
	SizeCaption  fyne.ThemeSizeName = "mb.caption"  // second lines, figures at the side
	SizeChip     fyne.ThemeSizeName = "mb.chip"     // chips and section heads
	SizeSubtitle fyne.ThemeSizeName = "mb.subtitle" // the title of a page in the top bar
	SizeTitle    fyne.ThemeSizeName = "mb.title"    // the day on Today
	SizeGap      fyne.ThemeSizeName = "mb.gap"      // between cards
	SizeMargin   fyne.ThemeSizeName = "mb.margin"   // from the window's parts to the first card
	SizeCardPad  fyne.ThemeSizeName = "mb.cardPad"  // from a card's border to its content
	SizeRow      fyne.ThemeSizeName = "mb.row"      // least height of a row
	SizeRowPad   fyne.ThemeSizeName = "mb.rowPad"   // above and below what stands in a row
	SizeControl  fyne.ThemeSizeName = "mb.control"  // height of buttons and fields
	sizeUnit     fyne.ThemeSizeName = "mb.unit"     // one unit: the scale
)

func ownSize(name fyne.ThemeSizeName, compact bool) (float32, bool) {
	pick := func(comfortable, tight float32) (float32, bool) {
		if compact {
			return tight, true
		}
		return comfortable, true
	}
	switch name {
	case SizeText:
		return pick(14, 13)
	case SizeCaption:
		return 12, true
	case SizeChip:
		return 11, true
	case SizeSubtitle:
		return pick(16, 15)
	case SizeTitle:
		return pick(20, 18)
	case SizeGap:
		return pick(14, 10)
	case SizeMargin:
		return pick(20, 12)
	case SizeCardPad:
		return pick(16, 11)
	case SizeRow:
		return 36, true
	case SizeRowPad:
		return pick(7, 4)
	case SizeControl:
		return pick(32, 30)
	case sizeUnit:
		return 1, true
	}
	return 0, false
}

// paint reads the theme for one widget, with respect to a theme override around it.
type paint struct {
	th      fyne.Theme
	variant fyne.ThemeVariant
}

func paintFor(w fyne.Widget) paint {
	return paint{th: themeFor(w), variant: fyne.CurrentApp().Settings().ThemeVariant()}
}

func themeFor(w fyne.Widget) fyne.Theme {
	if themed, ok := w.(interface{ Theme() fyne.Theme }); ok && w != nil {
		if th := themed.Theme(); th != nil {
			return th
		}
	}
	return theme.Current()
}

// color never gives nil: a theme of somebody else does not know our names, and a nil colour is a crash
// in the painter.
func (p paint) color(name fyne.ThemeColorName) color.Color {
	if c := p.th.Color(name, p.variant); c != nil {
		return c
	}
	return color.Transparent
}

func (p paint) size(name fyne.ThemeSizeName) float32 {
	if v := p.th.Size(name); v > 0 {
		return v
	}
	v, _ := ownSize(name, false)
	return v
}

// px scales a distance.
func (p paint) px(units float32) float32 { return units * p.size(sizeUnit) }

// Px gives a distance of so many units at the present scale.
func Px(units float32) float32 { return paintNow().px(units) }

// SizeOf gives one of the theme's sizes.
func SizeOf(name fyne.ThemeSizeName) float32 { return paintNow().size(name) }

// ColorOf gives one of the theme's colours as it is now, for drawings of a feature's own.
func ColorOf(name fyne.ThemeColorName) color.Color { return paintNow().color(name) }
