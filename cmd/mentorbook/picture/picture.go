// Package picture makes the program's picture as small as the system shows it: the whole of it would be a megabyte on the
// desktop's bus.
package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"mentorbook/core"
)

// Smaller reads a PNG and gives it so many pixels wide and high at the most, but not smaller than half of that where it is larger.
func Smaller(data []byte, side int) (*image.NRGBA, error) {
	whole, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, core.Wrap(core.CodeInternal, err)
	}
	all := whole.Bounds()
	step := max((max(all.Dx(), all.Dy())+side-1)/side, 1)
	small := image.NewNRGBA(image.Rect(0, 0, all.Dx()/step, all.Dy()/step))
	for y := range small.Rect.Dy() {
		for x := range small.Rect.Dx() {
			small.Set(x, y, mean(whole, all.Min.Add(image.Pt(x*step, y*step)), step))
		}
	}
	return small, nil
}

// mean gives the mean colour of a square.
func mean(of image.Image, at image.Point, side int) color.Color {
	var sum [4]uint32
	for y := range side {
		for x := range side {
			r, g, b, a := of.At(at.X+x, at.Y+y).RGBA()
			for i, v := range []uint32{r, g, b, a} {
				sum[i] += v
			}
		}
	}
	n := uint32(side * side)
	return color.RGBA64{R: uint16(sum[0] / n), G: uint16(sum[1] / n), B: uint16(sum[2] / n), A: uint16(sum[3] / n)}
}
