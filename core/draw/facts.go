package draw

// Fact is a short statement: what it is about, and what holds.
type Fact struct{ Label, Value string }

// Facts places statements below one another, the labels muted to the left.
func (f *Flow) Facts(facts []Fact) {
	body := Style{Size: f.sheet.Type.Body, Ink: TextInk}
	muted := Style{Size: f.sheet.Type.Body, Ink: MutedInk}
	width, gutter, labels := f.sheet.inner(), body.Size*1.2, 0.0
	for _, fact := range facts {
		labels = max(labels, Width(CleanLine(fact.Label), muted)+slack)
	}
	labels = min(labels, width*0.36)
	height := body.Size * leading
	for _, fact := range facts {
		label := cell{width: labels}
		label.wrapped(fact.Label, muted, height)
		value := cell{x: labels + gutter, width: width - labels - gutter}
		value.wrapped(fact.Value, body, height)
		f.addAll(f.row([]cell{label, value}, frame{}))
	}
	f.Space(body.Size * 0.8)
}
