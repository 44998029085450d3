package draw

import "math"

// Part is one part of a whole. Size is in any unit; what is not above zero has no place in the bar, but
// stands in the legend.
type Part struct {
	Label string
	Value string // words beside the label, such as "12 h"
	Size  float64
}

// Parts places one bar that is divided by the sizes of parts, with a legend in the same order. Colours come
// in turn, and after the fifth part again.
func (f *Flow) Parts(parts []Part) {
	t := f.sheet.Type
	thick, gap := t.Body*1.1, t.Body*0.12
	size := func(p Part) float64 {
		if p.Size > 0 && !math.IsInf(p.Size, 0) {
			return p.Size
		}
		return 0
	}
	whole := 0.0
	for _, p := range parts {
		whole += size(p)
	}
	width, x := f.sheet.inner(), 0.0
	bar := piece{height: thick}
	if whole == 0 || math.IsInf(whole, 0) {
		whole = math.Inf(1)
		bar.steps = []Step{Rect{W: width, H: thick, Fill: TrackInk}}
	}
	var entries []legendEntry
	key := t.Small * 0.9
	for n, p := range parts {
		w := width * size(p) / whole
		if w > 0 {
			bar.steps = append(bar.steps, Rect{X: x, W: max(w-gap, w/2), H: thick, Fill: inkOf(n)})
		}
		x += w
		words := p.Label
		if p.Value != "" {
			words += " · " + p.Value
		}
		sign := []Step{Rect{Y: (t.Small*leading - key) / 2, W: key, H: key, Fill: inkOf(n)}}
		entries = append(entries, legendEntry{words, key, sign})
	}
	f.add(bar)
	f.Space(t.Small * 0.5)
	f.legend(entries, 0)
	f.Space(t.Body * 0.8)
}
