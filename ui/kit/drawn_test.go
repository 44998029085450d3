package kit

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// A word on screen begins where it begins on paper, and no letter of a line drifts further than a hair.
func TestDrawnTextStandsWhereThePDFHasIt(t *testing.T) {
	page := samplePage()
	d := NewSheet(NewDrawnFonts(), page)
	b := newBench(t, Look{Mode: Dark}, fyne.NewSize(700, 990), NewScroll(d))
	b.shot("sheet")
	scale := float64(d.Size().Width) / page.Width
	var words []*canvas.Text
	for _, o := range d.objects {
		if text, ok := o.(*canvas.Text); ok {
			words = append(words, text)
		}
	}
	for _, s := range page.Steps {
		run, ok := s.(draw.Text)
		if !ok {
			continue
		}
		rest := strings.Fields(run.String)
		if run.Face != draw.Regular && run.Face != draw.Bold {
			rest = []string{run.String}
		}
		for i, w := range rest {
			if words[0].Text != w {
				t.Fatalf("%q stands where %q should", words[0].Text, w)
			}
			x := float64(words[0].Position().X) / scale
			if i == 0 && math.Abs(x-run.X) > run.Size && !strings.HasPrefix(run.String, " ") {
				t.Errorf("%q begins at %v, on paper at %v", w, x, run.X)
			}
			if end := x + float64(words[0].MinSize().Width)/scale; end > run.X+run.Width+run.Size*0.3 {
				t.Errorf("%q ends at %v, its line on paper at %v", w, end, run.X+run.Width)
			}
			words = words[1:]
		}
	}
	if len(words) != 0 {
		t.Errorf("%d words too many", len(words))
	}
	if h := d.HeightFor(595); math.Abs(float64(h)-842) > 2 {
		t.Errorf("A4 is %v high at 595", h)
	}
}

func TestFigureInBothLights(t *testing.T) {
	f := draw.NewFlow(draw.Strip(360, 11))
	f.LineChart(draw.LineChart{Series: []draw.Series{{Name: "trust", Points: []draw.Point{{X: 1, Y: 1}, {X: 2, Y: 5}, {X: 3, Y: 4}}}, {Name: "quality", Points: []draw.Point{{X: 1, Y: 3}, {X: 3, Y: 2}}}}})
	d := NewFigure(NewDrawnFonts(), f.Figure())
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 260), NewCard("Pulse", "both sides, 1–7", d))
	b.shot("figure-light")
	light := d.objects[len(d.objects)-1].(*canvas.Text).Color
	fyne.CurrentApp().Settings().SetTheme(NewTheme(Look{Mode: Dark, Fonts: BundledFonts()}))
	d.Refresh()
	b.stage.Refresh()
	b.shot("figure-dark")
	if d.objects[len(d.objects)-1].(*canvas.Text).Color == light {
		t.Error("a chart keeps its colours in the dark")
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
			draw.Rect{X: 1, Y: 2, W: 30, H: 40, Radius: 3, Stroke: draw.TextInk, StrokeWidth: 1},
		}
		d := NewFigure(fonts, draw.Figure{Width: 300, Height: 200, Steps: steps})
		d.Resize(fyne.NewSize(300, 200))
	})
}
