package locale

import "mentorbook/core"

// Finding says what is wrong in a calendar file, with an excerpt of what stands there and the standard's rule:
// "this is no date or time: 2026-13-45 (RFC 5545 3.3.5)". Where it is, and in which event, is for the caller.
func (w *Words) Finding(f core.Finding) string {
	s := w.T("flaw." + string(f.Flaw))
	if value := shown(f.Value); value != "" {
		s = w.T("finding_value", "what", s, "value", value)
	}
	if f.Rule != "" {
		s = w.T("finding_rule", "what", s, "rule", f.Rule)
	}
	if f.More > 0 {
		s = w.T("finding_more", "n", f.More, "what", s)
	}
	return s
}
