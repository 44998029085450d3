package kit

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/tone"
)

// signIf gives a sign where it is wanted.
func signIf(wanted bool, s tone.Sign) tone.Sign {
	if wanted {
		return s
	}
	return tone.NoSign
}

// Each reason for which a block asks for care has a letter of its own on a disc that it can be told from, in light and in dark, also
// in the smallest block; the line that explains it has the same letter.
func TestEachSignIsItsOwn(t *testing.T) {
	newGrid(t)
	seen := map[string]bool{}
	for _, s := range []tone.Sign{tone.Clashes, tone.Proposes, tone.Outdated, tone.Unsettled, tone.Agreed} {
		for _, width := range []float32{34, 60} {
			f := newBlockFace()
			f.show(paintNow(), GridBlock{Title: "09:00 Chen", Time: "09:00", Initials: "CW", Caption: "what it is about", Sign: s, Kind: Accent}, false, 0, 0, width, 26)
			if s.Care() && f.sign.Hidden || !f.sign.Hidden && f.mark.Text != s.Mark() {
				t.Errorf("%d, %v wide: the sign is %q", s, width, f.mark.Text)
			}
		}
		if seen[s.Mark()] || s.Mark() == "" {
			t.Errorf("%d: %q stands for another", s, s.Mark())
		}
		seen[s.Mark()] = true
		if line := strings.Join(Texts(SignLine(s, "words")), " "); !strings.HasPrefix(line, s.Mark()) || !strings.Contains(line, "words") {
			t.Errorf("explained as %q", line)
		}
		for _, mode := range []Mode{Light, Dark} {
			th := NewTheme(Look{Mode: mode})
			on := func(name fyne.ThemeColorName) color.Color { return th.Color(name, 0) }
			if ratio := contrast(on(signColor(s)), on(ColorCard)); ratio < 4.5 {
				t.Errorf("%d in %v: its letter has a contrast of %.1f", s, mode, ratio)
			}
		}
	}
}
