package locale

import "mentorbook/core"

// PrivateChip marks an item that its owner alone reads; one that was released for reports all the same says so.
func (w *Words) PrivateChip(released bool) string {
	if released {
		return w.T("chip.private_released")
	}
	return w.T("chip.private")
}

// LetOut says to whom an item is let out, and where its period is ahead, from when.
func (w *Words) LetOut(l core.LetOut, today core.Date) string {
	text := w.T("released_to." + string(l.Audience))
	if !l.From.IsZero() {
		text += " " + w.T("plans.from", "date", w.DateShort(l.From, today))
	}
	return text
}

// Readers says who may read an item, by the names of people; somebody who has none there, such
// as whoever reads this, is left out.
func (w *Words) Readers(v core.Visibility, names map[core.ID]string) string {
	if v.Private() {
		return w.T("visibility.only_you")
	}
	var who []string
	for _, id := range v.Readers {
		if names[id] != "" {
			who = append(who, names[id])
		}
	}
	if len(who) == 0 {
		return w.T("visibility.only_you")
	}
	return w.T("visibility.shared_with", "names", w.List(who))
}
