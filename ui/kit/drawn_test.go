package kit

import (
	"image"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"mentorbook/core/draw"
)

func samplePage() draw.Page {
	f := draw.NewFlow(draw.A4())
	f.Title("Mentorship progress report", "Amina Yusuf · mentor M. Lindqvist · 1 October – 23 November 2026")
	f.Heading("Skills, baseline → now ✓")
	f.LineChart(draw.LineChart{
		Series: []draw.Series{
			{Name: "trust, Amina", Points: []draw.Point{{X: 1, Y: 4.2}, {X: 2, Y: 5}, {X: 3, Y: 5.5}, {X: 4, Y: 6.2}}},
			{Name: "trust, me", Points: []draw.Point{{X: 1, Y: 5}, {X: 2, Y: 4.8}, {X: 3, Y: 5.4}, {X: 4, Y: 5.8}}},
		},
		XTicks: []draw.Tick{{At: 1, Label: "Apr"}, {At: 4, Label: "Nov"}}, YTicks: []draw.Tick{{At: 1, Label: "1"}, {At: 7, Label: "7"}},
	})
	f.Paragraph(strings.Repeat("Goal measure = (now − baseline) / (target − baseline), mean of released goals. Она ведёт команду. ", 4))
	return f.Document(draw.Meta{}, nil).Pages[0]
}

// inkIn tells the first and last column with ink between two rows of a picture.
func inkIn(img image.Image, top, bottom int) (left, right int) {
	left, right = -1, -1
	for x := range img.Bounds().Dx() {
		for y := top; y < bottom; y++ {
			if luma(img.At(x, y)) < 0.6 {
				if left < 0 {
					left = x
				}
				right = x
				break
			}
		}
	}
	return left, right
}

// A line of text on screen begins and ends where it does on paper, at any size.
func TestDrawnTextStandsWhereThePDFHasIt(t *testing.T) {
	newBench(t, Look{Mode: Light}, fyne.NewSize(10, 10), NewText("", Body()))
	fonts := NewDrawnFonts()
	for _, style := range []draw.Style{{Size: 10, Ink: draw.TextInk}, {Size: 18, Bold: true, Ink: draw.TextInk}} {
		text := "HMentorship progress WAVE, Тихая гаваньH"
		width := draw.Width(text, style)
		d := NewSheet(fonts, draw.Page{Width: 600, Height: 100, Steps: draw.Set(text, style, 20, 50)})
		for _, px := range []int{600, 731, 1200} {
			img := d.image(px, px/6)
			scale := float64(px) / 600
			left, right := inkIn(img, 0, px/6)
			bearing := style.Size*0.15*scale + 1.5
			if math.Abs(float64(left)-20*scale) > bearing || math.Abs(float64(right)-(20+width)*scale) > bearing {
				t.Errorf("size %v at %d px: from %d to %d, on paper from %v to %v", style.Size, px, left, right, 20*scale, (20+width)*scale)
			}
		}
	}
}

func TestSheetKeepsItsShapeAndStaysWhite(t *testing.T) {
	page := samplePage()
	d := NewSheet(NewDrawnFonts(), page)
	b := newBench(t, Look{Mode: Dark}, fyne.NewSize(700, 990), NewScroll(d))
	b.shot("sheet")
	if h := d.HeightFor(595); math.Abs(float64(h)-842) > 2 {
		t.Errorf("A4 is %v high at 595", h)
	}
	if luma(d.image(70, 99).At(0, 0)) < 0.999 {
		t.Error("paper is not white in the dark")
	}
	if !strings.Contains(strings.Join(Texts(d), ""), "Она ведёт команду") {
		t.Error("the words of the page cannot be found")
	}
}

func TestFigureInBothLights(t *testing.T) {
	f := draw.NewFlow(draw.Strip(360, 11))
	f.LineChart(draw.LineChart{Series: []draw.Series{{Name: "trust", Points: []draw.Point{{X: 1, Y: 1}, {X: 2, Y: 5}, {X: 3, Y: 4}}}, {Name: "quality", Points: []draw.Point{{X: 1, Y: 3}, {X: 3, Y: 2}}}}})
	d := NewFigure(NewDrawnFonts(), f.Figure())
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 260), NewCard("Pulse", "both sides, 1–7", d))
	b.shot("figure-light")
	light := d.image(360, 200)
	if d.image(360, 200) != light {
		t.Error("draws anew what has not changed")
	}
	fyne.CurrentApp().Settings().SetTheme(NewTheme(Look{Mode: Dark, Fonts: BundledFonts()}))
	b.stage.Refresh()
	b.shot("figure-dark")
	if d.image(360, 200) == light {
		t.Error("a chart keeps its colours in the dark")
	}
	d.SetFigure(draw.Figure{Width: 100, Height: 50})
	if d.HeightFor(300) != 150 {
		t.Error("keeps the old figure")
	}
}

// Steps with any figures draw something or nothing, and never crash or hang.
func TestDrawnOfAnything(t *testing.T) {
	newBench(t, Look{Mode: Light}, fyne.NewSize(10, 10), NewText("", Body()))
	fonts := NewDrawnFonts()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-10, 600), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 0}))
		pt := rapid.Custom(func(t *rapid.T) draw.Point { return draw.Point{X: n.Draw(t, "x"), Y: n.Draw(t, "y")} })
		steps := []draw.Step{
			draw.Line{X1: n.Draw(t, "a"), Y1: n.Draw(t, "b"), X2: n.Draw(t, "c"), Y2: n.Draw(t, "d"), Width: n.Draw(t, "w"), Ink: draw.TextInk},
			draw.Polyline{Points: rapid.SliceOf(pt).Draw(t, "line"), Dash: n.Draw(t, "dash"), Width: 1, Ink: draw.HairInk},
			draw.Polygon{Points: rapid.SliceOf(pt).Draw(t, "shape"), Fill: draw.AccentInk, Stroke: draw.TextInk, StrokeWidth: 1},
			draw.Rect{X: n.Draw(t, "x"), Y: 2, W: n.Draw(t, "w"), H: 40, Radius: n.Draw(t, "r"), Fill: draw.AccentInk, Stroke: draw.TextInk, StrokeWidth: n.Draw(t, "s")},
			draw.Text{X: n.Draw(t, "x"), Y: 20, Size: n.Draw(t, "size"), Ink: draw.TextInk, String: rapid.String().Draw(t, "text")},
		}
		d := NewFigure(fonts, draw.Figure{Width: 300, Height: 200, Steps: steps})
		d.image(300, 200)
	})
}
