package draw

import "math"

// Bar is a value on a scale from Min to Max, with where it began and where it shall go. Max may be below Min:
// then less is further. Baseline and Target are left out where they are nil. Values beyond the scale are
// drawn at its ends.
type Bar struct {
	Label    string
	Value    string // words at the end of the bar, such as "2 → 4"
	Min, Max float64
	Now      float64
	Baseline *float64
	Target   *float64
}

// BarLegend has the words that explain a bar. A word that is empty is left out.
type BarLegend struct{ Baseline, Now, Target string }

// share is where a value lies on the scale, from 0 to 1.
func (b *Bar) share(value float64) float64 {
	s := (value - b.Min) / (b.Max - b.Min)
	if math.IsNaN(s) {
		return 0
	}
	return max(0, min(1, s))
}

// steps draws the bar in the middle of a line of text of some height: the track, the part that is reached,
// a tick at the baseline, and a pointer at the target.
func (b *Bar) steps(x, width, height, size float64) []Step {
	thick := size * 0.85
	y := (height - thick) / 2
	steps := []Step{Rect{X: x, Y: y, W: width, H: thick, Fill: TrackInk}}
	if now := b.share(b.Now); now > 0 {
		steps = append(steps, Rect{X: x, Y: y, W: width * now, H: thick, Fill: AccentInk})
	}
	if b.Baseline != nil {
		steps = append(steps, baselineTick(x+width*b.share(*b.Baseline), y, thick)...)
	}
	if b.Target != nil {
		steps = append(steps, targetTick(x+width*b.share(*b.Target), y, thick)...)
	}
	return steps
}

// baselineTick is a stroke across the bar.
func baselineTick(x, y, thick float64) []Step {
	over := thick * 0.3
	return []Step{
		halo(x, y, thick),
		Line{x, y - over, x, y + thick + over, thick * 0.18, MarkInk},
	}
}

// halo parts a tick from the bar that it lies on, whatever the colours.
func halo(x, y, thick float64) Step { return Line{x, y, x, y + thick, thick * 0.4, PaperInk} }

// targetTick is a thin stroke with a triangle that points down at it: another shape than the baseline's, so
// that the two can be told apart in grey.
func targetTick(x, y, thick float64) []Step {
	half, tip := thick*0.32, y+thick*0.12
	return []Step{
		halo(x, y, thick),
		Line{x, y, x, y + thick, thick * 0.12, MarkInk},
		Polygon{Points: []Point{{x - half, tip - half*1.7}, {x + half, tip - half*1.7}, {x, tip}}, Fill: MarkInk},
	}
}

// Bars places bars below one another: labels to the left, on one scale of widths, values to the right.
func (f *Flow) Bars(bars []Bar, legend BarLegend) {
	style := Style{Size: f.sheet.Type.Body, Ink: TextInk}
	muted := Style{Size: f.sheet.Type.Small, Ink: MutedInk}
	width, gutter := f.sheet.inner(), style.Size
	labels, values := 0.0, 0.0
	for _, b := range bars {
		labels = max(labels, Width(CleanLine(b.Label), style))
		values = max(values, Width(CleanLine(b.Value), muted))
	}
	labels = max(width*0.22, min(labels, width*0.36))
	values = min(values, width*0.28)
	track := width - labels - gutter - style.Size*0.3 // so that a pointer at the end stays within the sheet
	if values > 0 {
		track -= values + gutter*0.7
	}
	height := style.Size * leading
	pad := style.Size * 0.45
	for i := range bars {
		b := &bars[i]
		label := cell{width: labels}
		label.wrapped(b.Label, style, height)
		bar := cell{x: labels + gutter, width: track, least: height}
		bar.steps = b.steps(bar.x, track, height, style.Size)
		value := cell{x: width - values, width: values}
		if values > 0 {
			value.wrapped(b.Value, muted, height)
		}
		f.addAll(f.row([]cell{label, bar, value}, frame{above: pad, below: pad}))
		if len(bars) > 1 && i < len(bars)-1 && (i == 0 || i == len(bars)-2) {
			f.pieces[len(f.pieces)-1].tie = firm
		}
	}
	f.Space(style.Size * 0.3)
	f.legend(legend.entries(f.sheet.Type.Small), labels+gutter)
	f.Space(style.Size * 0.8)
}

func (words BarLegend) entries(size float64) []legendEntry {
	thick := size * 0.85
	y := (size*leading - thick) / 2
	var entries []legendEntry
	if words.Baseline != "" {
		entries = append(entries, legendEntry{words.Baseline, thick * 0.2, baselineTick(thick*0.1, y, thick)})
	}
	if words.Now != "" {
		entries = append(entries, legendEntry{words.Now, thick * 2, []Step{Rect{Y: y, W: thick * 2, H: thick, Fill: AccentInk}}})
	}
	if words.Target != "" {
		entries = append(entries, legendEntry{words.Target, thick * 0.7, targetTick(thick*0.35, y, thick)})
	}
	return entries
}
