package kit

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextHasContrast(t *testing.T) {
	grounds := []fyne.ThemeColorName{ColorCard, ColorGround, ColorSidebar}
	type pair struct{ text, ground fyne.ThemeColorName }
	var pairs []pair
	for _, g := range grounds {
		for _, c := range []fyne.ThemeColorName{ColorText, ColorMuted, ColorAccent, ColorDanger} {
			pairs = append(pairs, pair{c, g})
		}
	}
	for k := Neutral; k <= Violet; k++ {
		strong, soft := k.Colors()
		pairs = append(pairs, pair{strong, soft}, pair{strong, ColorCard})
	}
	pairs = append(pairs, pair{ColorOnAccent, ColorAccent}, pair{ColorOnAccent, ColorAccentHover},
		pair{ColorOnInverse, ColorInverse}, pair{ColorText, ColorAccentSoft})
	for _, mode := range []Mode{Light, Dark} {
		th := NewTheme(Look{Mode: mode})
		for _, p := range pairs {
			if got := contrast(th.Color(p.text, 0), th.Color(p.ground, 0)); got < 4.5 {
				t.Errorf("mode %d: %s on %s has contrast %.2f", mode, p.text, p.ground, got)
			}
		}
	}
}

func TestThemeKnowsEveryName(t *testing.T) {
	for _, mode := range []Mode{Light, Dark} {
		th := NewTheme(Look{Mode: mode, Fonts: BundledFonts()})
		for _, n := range []fyne.ThemeColorName{
			theme.ColorNameBackground, theme.ColorNameForeground, theme.ColorNamePrimary, theme.ColorNameInputBorder,
			theme.ColorNameOverlayBackground, theme.ColorNameScrollBar, theme.ColorNameSelection, ColorTarget, ColorScrim,
		} {
			if c := th.Color(n, 0); c == nil || c == color.Transparent {
				t.Errorf("mode %d: %s has no colour", mode, n)
			}
		}
		if th.Font(fyne.TextStyle{Bold: true}).Name() != "NotoSans-Bold.ttf" || th.Font(fyne.TextStyle{Monospace: true}) == nil {
			t.Error("wrong face")
		}
	}
	system := NewTheme(Look{})
	if system.IsDark(theme.VariantLight) || !system.IsDark(theme.VariantDark) {
		t.Error("does not follow the system")
	}
	if got := NewTheme(Look{Scale: 9}).Size(SizeText); got != 28 {
		t.Errorf("scale is not bounded: %v", got)
	}
	for _, d := range []Density{Comfortable, Compact} {
		if h := NewTheme(Look{Density: d}).Size(SizeRow); h < 36 {
			t.Errorf("rows of %v are too low to hit", h)
		}
	}
}

func TestThemeChangesWhileShown(t *testing.T) {
	looks := []Look{{Mode: Dark, Density: Compact}, {Mode: Light, Scale: 1.25}}
	for i, look := range looks {
		fresh := newBench(t, look, fyne.NewSize(1072, 760), NewScroll(todayLike()))
		want := fresh.window.Canvas().Capture()
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(1072, 760), NewScroll(todayLike()))
		b.window.Canvas().Capture()
		setTheme(look)
		b.stage.Refresh()
		b.stage.content.(*Scroll).Relayout()
		if n := differing(want, b.window.Canvas().Capture()); n > 0 {
			b.shot(fmt.Sprintf("theme-%d", i))
			t.Errorf("look %d: %d pixels differ", i, n)
		}
	}
}

func differing(a, b image.Image) int {
	n, other := 0, b.(*image.NRGBA).Pix
	for i, v := range a.(*image.NRGBA).Pix {
		if v != other[i] {
			n++
		}
	}
	return n
}
