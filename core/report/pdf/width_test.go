package pdf

import (
	"math"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"mentorbook/core/draw"
)

// TestWidthsAreThoseOfTheWriter compares every rune of every face with what gofpdf makes of the same font:
// what is measured is what is drawn.
func TestWidthsAreThoseOfTheWriter(t *testing.T) {
	for face, bold := range map[draw.Face]bool{draw.Regular: false, draw.Bold: true, draw.Math: false, draw.Symbols: false} {
		pdf := gofpdf.New("P", "pt", "A4", "")
		pdf.AddUTF8FontFromBytes("f", "", face.Font())
		pdf.SetFont("f", "", 10)
		compared := 0
		for r := rune(0x20); r < 0xfffe; r++ {
			for _, s := range draw.Set(string(r), draw.Style{Size: 10, Bold: bold}, 0, 0) {
				run := s.(draw.Text)
				if run.Face != face || draw.Clean(string(r)) != string(r) {
					continue
				}
				compared++
				if want := pdf.GetStringWidth(string(r)); math.Abs(run.Width-want) > 1e-9 {
					t.Fatalf("face %d, %U: %v, gofpdf has %v", face, r, run.Width, want)
				}
			}
		}
		t.Logf("face %d: %d runes", face, compared)
		if compared < 700 {
			t.Errorf("face %d: only %d runes compared", face, compared)
		}
	}
}
