package onscreen

import (
	"image"
	"image/color"
	"testing"
)

// sign draws the strokes of a made-up letter: two posts, with a bar between them or not.
func sign(set func(x, y int), left int, bar bool) {
	for y := range 12 {
		set(left, y)
		set(left+1, y)
		set(left+7, y)
		set(left+8, y)
	}
	for x := range 9 {
		if bar {
			set(left+x, 5)
			set(left+x, 6)
		}
	}
}

func maskOf(t *testing.T, bar bool, margin int) *Mask {
	t.Helper()
	g := image.NewGray(image.Rect(0, 0, 20, 20))
	sign(func(x, y int) { g.SetGray(x, y+3, color.Gray{Y: 255}) }, 4, bar)
	return NewMask(g, margin)
}

// Ink is found in any colour, where it is and nowhere else, and not within something longer.
func TestAMaskIsFound(t *testing.T) {
	white, green, grey := color.RGBA{255, 255, 255, 255}, color.RGBA{31, 110, 90, 255}, color.RGBA{100, 100, 100, 255}
	for name, c := range map[string]struct {
		ground, ink color.RGBA
		beside      bool // another letter 4 pixels further on
		bar         bool
		margin      int
		want        int
	}{
		"dark on light":     {white, grey, false, true, 6, 1},
		"light on dark":     {green, white, false, true, 6, 1},
		"another letter":    {white, grey, false, false, 6, 0},
		"a longer line":     {white, grey, true, true, 6, 0},
		"a word of it":      {white, grey, true, true, 3, 2},
		"hardly to be seen": {white, color.RGBA{240, 240, 240, 255}, false, true, 6, 0},
	} {
		t.Run(name, func(t *testing.T) {
			picture := image.NewRGBA(image.Rect(0, 0, 80, 50))
			for i := range 80 * 50 {
				picture.SetRGBA(i%80, i/80, c.ground)
			}
			set := func(x, y int) { picture.SetRGBA(x, y+20, c.ink) }
			sign(set, 30, c.bar)
			if c.beside {
				sign(set, 43, c.bar)
			}
			found := Look(picture).Find(maskOf(t, true, c.margin))
			if len(found) != c.want || c.want > 0 && found[0] != image.Rect(30, 20, 39, 32) {
				t.Errorf("found %v, not %d", found, c.want)
			}
		})
	}
	if NewMask(image.NewGray(image.Rect(0, 0, 9, 9)), 2) != nil {
		t.Error("a mask of nothing")
	}
}

// Letters of the second layout have the numbers that X gives them.
func TestSignsOfLetters(t *testing.T) {
	for r, want := range map[rune]uint32{'a': 0x61, '@': 0x40, 'ю': 0x6c0, 'а': 0x6c1, 'я': 0x6d1, 'ъ': 0x6df, 'Ю': 0x6e0, 'Я': 0x6f1, 'ё': 0x6a3} {
		if got := signOf(r); got != want {
			t.Errorf("%c is %#x, not %#x", r, got, want)
		}
	}
}
