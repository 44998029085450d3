package main

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"mentorbook/cmd/internal/onscreen"
	"mentorbook/ui/kit"
)

// eyes read words off the picture of the window: they know how the toolkit paints a word, and look for that.
type eyes struct{ known map[string][]*onscreen.Mask }

// newEyes opens eyes for the look with the program's own fonts.
func newEyes() *eyes {
	test.NewApp().Settings().SetTheme(kit.NewTheme(kit.Look{Mode: kit.Light, Fonts: kit.BundledFonts()}))
	return &eyes{known: map[string][]*onscreen.Mask{}}
}

// find gives where a text stands, in whichever of the sizes and weights the window uses: where it is all of a line, and
// only if it is nowhere so, where it is a part of one.
func (e *eyes) find(picture *image.RGBA, text string) []image.Rectangle {
	const line, word = 8, 2 // pixels that are empty around it: a space takes about four
	if e.known[text] == nil {
		body, caption, chip := kit.SizeOf(kit.SizeText), kit.SizeOf(kit.SizeCaption), kit.SizeOf(kit.SizeChip)
		for _, margin := range []int{line, word} {
			for _, size := range []float32{body, caption, chip} {
				e.known[text] = append(e.known[text], masks(text, size, false, margin)...)
			}
			for _, size := range []float32{body - 1, body, caption, chip, kit.SizeOf(kit.SizeSubtitle), kit.SizeOf(kit.SizeTitle)} {
				e.known[text] = append(e.known[text], masks(text, size, true, margin)...)
			}
		}
	}
	sight := onscreen.Look(picture)
	for _, mask := range e.known[text] {
		if found := sight.Find(mask); len(found) > 0 {
			return found
		}
	}
	return nil
}

// masks paints a text as the window would: in its own size, and a pixel larger or smaller either way, as it becomes
// where it begins between two pixels.
func masks(text string, size float32, bold bool, margin int) []*onscreen.Mask {
	o := canvas.NewText(text, color.White)
	o.TextSize, o.TextStyle = size, fyne.TextStyle{Bold: bold}
	o.FontSource = kit.BundledFonts().Regular
	if bold {
		o.FontSource = kit.BundledFonts().Bold
	}
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(o)
	c.Resize(o.MinSize())
	painted := c.Capture()
	grey := image.NewGray(painted.Bounds())
	draw.Draw(grey, grey.Rect, image.Black, image.Point{}, draw.Src)
	draw.Draw(grey, grey.Rect, painted, painted.Bounds().Min, draw.Over)
	w, h := int(math.Round(float64(o.MinSize().Width))), int(math.Round(float64(o.MinSize().Height)))
	var all []*onscreen.Mask
	for _, more := range []image.Point{{}, {X: 1}, {X: -1}, {Y: 1}, {Y: -1}, {X: 1, Y: 1}, {X: -1, Y: 1}, {X: 1, Y: -1}, {X: -1, Y: -1}} {
		if m := onscreen.NewMask(stretched(grey, image.Pt(w, h), image.Pt(w, h).Add(more)), margin); m != nil {
			all = append(all, m)
		}
	}
	return all
}

// stretched gives a picture in another size, blended between pixels as the display's driver does it.
func stretched(from *image.Gray, size, to image.Point) *image.Gray {
	if size == to {
		return from
	}
	out := image.NewGray(image.Rectangle{Max: to})
	for y := range to.Y {
		top, low := between(y, size.Y, to.Y)
		for x := range to.X {
			left, right := between(x, size.X, to.X)
			row := func(y int) float64 {
				return float64(from.GrayAt(left, y).Y)*(1-right) + float64(from.GrayAt(left+1, y).Y)*right
			}
			out.SetGray(x, y, color.Gray{Y: uint8(row(top)*(1-low) + row(top+1)*low)})
		}
	}
	return out
}

// between gives the pixel before a place that is stretched, and how far it is on the way to the next.
func between(at, size, to int) (pixel int, way float64) {
	exact := (float64(at)+0.5)*float64(size)/float64(to) - 0.5
	return int(math.Floor(exact)), exact - math.Floor(exact)
}

// sees waits until a text is on the window, and gives where.
func (h *hands) sees(text string) []image.Rectangle {
	h.t.Helper()
	var picture *image.RGBA
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		var err error
		if picture, err = h.shown.Picture(); err != nil {
			continue // it is being made larger, say
		}
		if found := h.eyes.find(picture, text); len(found) > 0 {
			return found
		}
	}
	h.t.Fatalf("%q is not to be seen: %s", text, h.keep(picture, "missing"))
	return nil
}

// keep writes a picture down for somebody to look at, and tells where.
func (h *hands) keep(picture *image.RGBA, name string) string {
	path := filepath.Join(os.TempDir(), fmt.Sprintf("mentorbook-%s-%s.png", strings.ToLower(h.t.Name()), name))
	f, err := os.Create(path)
	if err != nil {
		return err.Error()
	}
	defer f.Close()
	if picture == nil || png.Encode(f, picture) != nil {
		return "no picture"
	}
	return path
}

// calm is rest for a step whose outcome is looked for anyway.
func (h *hands) calm() {
	h.t.Helper()
	_, err := h.program.SettledFor(h.shown, 150*time.Millisecond)
	h.must(err)
}

// point waits until a text is on a window at rest, and gives the middle of it: of the first one from the top.
func (h *hands) point(text string) image.Point {
	h.t.Helper()
	h.sees(text)
	h.calm()
	at := h.sees(text)[0]
	return at.Min.Add(at.Size().Div(2))
}

// tap presses the button at a place. Keys come after that: a window manager holds a press back to see whether it is
// for itself, and lets keys through meanwhile.
func (h *hands) tap(at image.Point) {
	h.t.Helper()
	h.must(h.display.Click(h.shown, at))
	h.calm()
}

// click presses the button on a text.
func (h *hands) click(text string) {
	h.t.Helper()
	h.tap(h.point(text))
}

// field goes into the field under a label, whatever stands in it.
func (h *hands) field(label string) {
	h.t.Helper()
	const below = 28 // from the middle of a label to that of its field
	h.point(label)
	at := h.sees(label)[0]
	h.tap(image.Pt(at.Min.X+24, at.Min.Y+at.Dy()/2+below))
}

// fill types a text into the field under a label, in the place of what stands there.
func (h *hands) fill(label, text string) {
	h.t.Helper()
	h.field(label)
	h.keys("ctrl+a")
	h.letters(text)
}

// keys presses chords without a look at what comes of them: the window takes one after another, and what follows waits
// for what it needs to see.
func (h *hands) keys(chords ...string) {
	h.t.Helper()
	for _, c := range chords {
		h.must(h.display.Press(c))
	}
}

// letters types a text without a look at what comes of it.
func (h *hands) letters(text string) {
	h.t.Helper()
	h.must(h.display.Type(text))
}
