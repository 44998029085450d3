package kit

import (
	"math"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"mentorbook/core"
)

// Style says how a run of text looks. The zero Style is body text.
type Style struct {
	Size   fyne.ThemeSizeName  // "" means SizeText
	Color  fyne.ThemeColorName // "" means ColorText
	Bold   bool
	Italic bool
}

// Body is ordinary text.
func Body() Style { return Style{} }

// Strong is ordinary text in bold: names, card titles.
func Strong() Style { return Style{Bold: true} }

// Muted is ordinary text that stands back.
func Muted() Style { return Style{Color: ColorMuted} }

// Caption is the small, muted text of second lines and figures at the side.
func Caption() Style { return Style{Size: SizeCaption, Color: ColorMuted} }

// CaptionIn is a caption in another colour, such as ColorDanger for a date that has passed.
func CaptionIn(c fyne.ThemeColorName) Style { return Style{Size: SizeCaption, Color: c} }

// Heading is the one large line of a page.
func Heading() Style { return Style{Size: SizeTitle, Bold: true} }

func (s Style) sizeName() fyne.ThemeSizeName {
	if s.Size == "" {
		return SizeText
	}
	return s.Size
}

func (s Style) colorName() fyne.ThemeColorName {
	if s.Color == "" {
		return ColorText
	}
	return s.Color
}

func (s Style) textStyle() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold, Italic: s.Italic} }

// Run is a piece of text in one style.
type Run struct {
	Text string
	Style
}

// Run makes a piece of text in the style.
func (s Style) Run(text string) Run { return Run{text, s} }

// measured is the extent of a text on one line.
type measured struct{ width, height, baseline float32 }

func measure(text string, size float32, style fyne.TextStyle) measured {
	var m measured
	for part, font := range stretches(text, style) {
		s, base := fyne.CurrentApp().Driver().RenderedTextSize(part, size, style, font)
		m = measured{m.width + s.Width, max(m.height, s.Height), max(m.baseline, base)}
	}
	return m
}

// paintNow reads the theme where there is no widget to ask, as in layouts.
func paintNow() paint {
	return paint{th: theme.Current(), variant: fyne.CurrentApp().Settings().ThemeVariant()}
}

func lineHeight(p paint, s Style) float32 {
	return ceil(measure("M", p.size(s.sizeName()), s.textStyle()).height)
}

func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }

// clean takes from a text what must not reach the screen: control characters, and the marks that turn the
// writing direction round and can make a text from outside read as something else.
func clean(text string, keepLines bool) string {
	ok := func(r rune) bool {
		switch {
		case r == '\n':
			return keepLines
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return false
		case core.Turns(r), r == '\ufeff', r == unicode.ReplacementChar:
			return false
		}
		return true
	}
	if strings.IndexFunc(text, func(r rune) bool { return !ok(r) }) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case ok(r):
			return r
		case r == '\t' || r == '\n' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == unicode.ReplacementChar:
			return '?'
		}
		return -1
	}, text)
}
