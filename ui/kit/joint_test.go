package kit

import (
	"strings"
	"testing"
)

// An address that needs several lines is broken behind its joints; a word without any wherever the line ends.
func TestAnAddressIsBrokenAtItsJoints(t *testing.T) {
	setTheme(Look{Mode: Light})
	p := paintNow()
	lines := func(text string, width float32) (out []string) {
		for _, l := range wrapRuns(p, []Run{{text, Body()}}, width, 0) {
			line := ""
			for _, piece := range l.pieces {
				line += piece.text
			}
			out = append(out, line)
		}
		return out
	}
	address := "konstantin.konstantinopolsky@department.example"
	whole := measure(address, p.size(SizeText), Body().textStyle()).width
	for _, share := range []float32{0.4, 0.5, 0.6, 0.8} {
		got := lines(address, whole*share)
		if strings.Join(got, "") != address || len(got) < 2 {
			t.Fatalf("%q", got)
		}
		for i, l := range got[:len(got)-1] {
			if !strings.HasSuffix(l, "@") && !strings.HasSuffix(l, ".") && strings.ContainsAny(l, "@.") {
				t.Errorf("at %v line %d ends within a word: %q", share, i, got)
			}
		}
	}
	long := strings.Repeat("abcdefghij", 20)
	if got := lines(long, 100); strings.Join(got, "") != long || len(got) < 3 {
		t.Errorf("%q", got)
	}
}

// A block beside two others has room for the letters that stand for its name, at least.
func TestANarrowBlockIsNotNameless(t *testing.T) {
	setTheme(Look{Mode: Light})
	for width, want := range map[float32]string{40: "10:00", 30: "IP", 24: "IP", 98: "10:00"} {
		f := newBlockFace()
		f.show(paintNow(), GridBlock{Title: "10:00 Ivan Petrov", Time: "10:00", Kind: Accent}, false, 0, 0, width, 44)
		if got := f.title.Text(); f.title.Hidden || !strings.Contains(got, want) {
			t.Errorf("at %v it shows %q, hidden %v", width, got, f.title.Hidden)
		}
	}
}
