package kit

import (
	"iter"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Where the toolkit finds a font by its theme, it reads all that might ever step in for a missing letter: its own
// faces, colour emoji, an index of the system's fonts. That takes a second on a fresh machine and tens of megabytes
// on every one. Texts whose letters our faces have name their face instead, and nothing else is read.

// sign tells whether a rune belongs to the face of signs: arrows and mathematical operators.
func sign(r rune) bool {
	return r >= '\u2190' && r <= '\u21ae' || r >= '\u21b0' && r <= '\u21e5' || r >= '\u2200' && r <= '\u22ff'
}

// plain tells whether the regular and the bold face have a rune, and a text of such runes is drawn letter by letter.
func plain(r rune) bool {
	switch {
	case r >= ' ' && r <= '~', r >= '\u00a0' && r <= '\u017f' && r != '\u00ad', r >= 'Ѐ' && r <= 'џ':
		return true
	case r >= '\u2010' && r <= '\u2015', r >= '\u2018' && r <= '\u201e', r == '…', r == '•', r == '‰', r == '‹', r == '›':
		return true
	case r == '\u2009', r == '\u202f', r == '€', r == '₽', r == '№', r == '™', r == 'Ґ', r == 'ґ':
		return true
	}
	return false
}

// stretches cuts a text where its font changes. A nil font is for the toolkit to find.
func stretches(text string, style fyne.TextStyle) iter.Seq2[string, fyne.Resource] {
	return func(yield func(string, fyne.Resource) bool) {
		letters, signs := ownFonts(style)
		split := false
		for _, r := range text {
			split = split || sign(r)
			if letters == nil || !plain(r) && (!sign(r) || signs == nil) {
				yield(text, nil)
				return
			}
		}
		if !split {
			yield(text, letters)
			return
		}
		start, of := 0, letters
		for i, r := range text {
			font := letters
			if sign(r) {
				font = signs
			}
			if font != of && i > start {
				if !yield(text[start:i], of) {
					return
				}
				start = i
			}
			of = font
		}
		yield(text[start:], of)
	}
}

// ownFonts gives the faces of the theme for a style; nil for those that it leaves to the toolkit.
func ownFonts(style fyne.TextStyle) (letters, signs fyne.Resource) {
	th, ok := theme.Current().(*Theme)
	if !ok || style.Italic || style.Monospace || style.Symbol {
		return nil, nil
	}
	f := th.look.Fonts
	if style.Bold {
		return f.Bold, f.Signs
	}
	return f.Regular, f.Signs
}

// setFace names the font of a drawn text, which must have its text and style: ours if one face has all of it.
func setFace(o *canvas.Text) {
	o.FontSource = nil
	for part, font := range stretches(o.Text, o.TextStyle) {
		if part == o.Text {
			o.FontSource = font
		}
	}
}
