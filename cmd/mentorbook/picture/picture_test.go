package picture_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"mentorbook/assets"
	"mentorbook/cmd/mentorbook/picture"
	"mentorbook/core"
)

// A picture is never larger than asked for, keeps its colours, and one that is small enough stays as it is.
func TestSmaller(t *testing.T) {
	for _, c := range []struct{ width, height, side, wide, high int }{
		{64, 64, 64, 64, 64}, {128, 64, 64, 64, 32}, {100, 100, 64, 50, 50}, {65, 10, 64, 32, 5}, {10, 10, 64, 10, 10},
	} {
		of := image.NewNRGBA(image.Rect(0, 0, c.width, c.height))
		half := color.NRGBA{200, 100, 0, 128}
		for i := range c.width * c.height {
			of.Set(i%c.width, i/c.width, half)
		}
		var b bytes.Buffer
		if err := png.Encode(&b, of); err != nil {
			t.Fatal(err)
		}
		got, err := picture.Smaller(b.Bytes(), c.side)
		if err != nil {
			t.Fatal(err)
		}
		if size := got.Bounds().Size(); size != image.Pt(c.wide, c.high) {
			t.Errorf("%+v: %v", c, size)
		}
		if at := got.NRGBAAt(1, 1); max(at.R, half.R)-min(at.R, half.R) > 2 || at.A != half.A {
			t.Errorf("%+v: %v", c, at)
		}
	}
	if icon, err := picture.Smaller(assets.AppIcon(), 64); err != nil || icon.Rect.Dx() < 32 || icon.Rect.Dx() > 64 {
		t.Errorf("the program's own: %v", err)
	}
	if _, err := picture.Smaller([]byte("none"), 64); core.CodeOf(err) != core.CodeInternal {
		t.Error(err)
	}
}
