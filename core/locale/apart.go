package locale

import (
	"strings"

	"mentorbook/core"
)

// Apart says what tells a relationship from others of its name, as it stands behind the name.
func (w *Words) Apart(a core.Apart) string {
	var out []string
	if a.Side != "" {
		out = append(out, w.T("apart."+string(a.Side)))
	}
	if a.Format != "" {
		out = append(out, w.Word(a.Format))
	}
	if a.Organisation != "" {
		out = append(out, a.Organisation)
	}
	if !a.Since.IsZero() {
		out = append(out, w.T("rel.since", "date", w.Date(a.Since)))
	}
	if a.Number > 0 {
		out = append(out, w.T("apart.number", "n", w.Number(float64(a.Number))))
	}
	return strings.Join(out, core.ApartBy)
}
