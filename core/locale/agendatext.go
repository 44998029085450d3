package locale

import (
	"strconv"
	"strings"

	"mentorbook/core"
)

// AgendaText gives a meeting as words that can be sent: when, where, and those items of its agenda that all of
// the readers may read. Nothing else is in it.
func (w *Words) AgendaText(m *core.Meeting, title string, readers []core.ID, names map[core.ID]string) string {
	lines := []string{title, w.DateHeading(m.Start.Date) + ", " + w.Span(m.Start, m.End) + " (" + w.City(m.Zone) + ")"}
	for _, where := range []string{m.Place, m.Link} {
		if where != "" {
			lines = append(lines, where)
		}
	}
	lines = append(lines, "")
	n := 0
	for i := range m.Agenda {
		item := &m.Agenda[i]
		if item.Moved || !mayAllRead(item.Readers, readers) {
			continue
		}
		n++
		line := strconv.Itoa(n) + ". " + core.CleanLine(item.Text)
		var about []string
		if item.Minutes > 0 {
			about = append(about, w.Hours(item.Minutes))
		}
		if name := names[item.Owner]; name != "" {
			about = append(about, name)
		}
		if len(about) > 0 {
			line += " (" + strings.Join(about, ", ") + ")"
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n")) + "\n"
}

func mayAllRead(v core.Visibility, readers []core.ID) bool {
	for _, id := range readers {
		if !v.MayRead(id) {
			return false
		}
	}
	return len(readers) > 0
}
