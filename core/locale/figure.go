package locale

import "mentorbook/core"

// Figure says in few words where a measured goal stands: "4 of 10 talks", and of a figure that shall fall, for which
// "4 of 2" would be no sense, "from 10 to 2 h, now 4". unit may be "".
func (w *Words) Figure(p core.Progress, unit string) string {
	target := w.Number(p.Target)
	if unit != "" {
		target += " " + unit
	}
	if countsUp(p) {
		return w.T("figure.of", "now", w.Number(p.Now), "target", target)
	}
	return w.T("figure.from_to", "baseline", w.Number(p.Baseline), "target", target, "now", w.Number(p.Now))
}

// FigureSince is Figure where there is room to say with what it began.
func (w *Words) FigureSince(p core.Progress, unit string) string {
	if !countsUp(p) {
		return w.Figure(p, unit)
	}
	return w.T("figure.since", "figure", w.Figure(p, unit), "baseline", w.Number(p.Baseline))
}

// countsUp tells whether a figure is a part of its target: it is to rise, and from no less than nothing.
func countsUp(p core.Progress) bool { return p.Baseline >= 0 && p.Target > p.Baseline }

// Levels says where a skill began and stands, of so many levels: "1 → 3 of 4", and "3 of 4" where that is the same.
func (w *Words) Levels(from, to, of int) string {
	if from == to {
		return w.T("skill.level", "n", to, "of", of)
	}
	return w.T("skill.levels", "from", from, "to", to, "of", of)
}
