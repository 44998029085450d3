package draw

import (
	"image/color"
	"math"
	"testing"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// TestPalettesCanBeRead holds the contrasts that WCAG 2.2 asks for: 4.5 for text (1.4.3), 3 for the parts of
// a drawing that carry meaning (1.4.11).
func TestPalettesCanBeRead(t *testing.T) {
	for name, p := range map[string]*Palette{"paper": PaperPalette(), "dark": DarkPalette()} {
		for _, ground := range []Ink{PaperInk, PanelInk} {
			for _, ink := range []Ink{TextInk, MutedInk} {
				if c := contrast(p.Color(ink), p.Color(ground)); c < 4.5 {
					t.Errorf("%s: text %d on %d has a contrast of %.1f", name, ink, ground, c)
				}
			}
		}
		for _, ink := range []Ink{AccentInk, MarkInk, SecondInk, ThirdInk, FourthInk, FifthInk} {
			if c := contrast(p.Color(ink), p.Color(PaperInk)); c < 3 {
				t.Errorf("%s: %d has a contrast of %.1f", name, ink, c)
			}
		}
		if c := contrast(p.Color(AccentInk), p.Color(TrackInk)); c < 3 {
			t.Errorf("%s: a bar has a contrast of %.1f to its track", name, c)
		}
		for ink := TextInk; ink < inkCount; ink++ {
			if p.Color(ink).A != 0xff {
				t.Errorf("%s: role %d has no colour", name, ink)
			}
		}
		if p.Color(NoInk).A != 0 || p.Color(200).A != 0 {
			t.Errorf("%s: no role has a colour", name)
		}
	}
}
