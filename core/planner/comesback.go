package planner

import (
	"slices"

	"mentorbook/core"
)

// comesBack gives the original starts of those meetings of a whole series that take place and that some of its guests know to be
// off: by a message about one alone, or by one about the whole that left it out. In order of time.
func (a *matter) comesBack(r Reader, guests []core.Party) ([]core.Civil, error) {
	off := map[core.Civil]bool{}
	for _, d := range a.before {
		switch {
		case d.Occurrence.IsZero():
			for _, c := range d.Except {
				off[c] = true
			}
		case d.CallsOff():
			off[d.Occurrence] = true
		}
	}
	var out []core.Civil
	for c := range off {
		if !a.run.rule.Has(c) || slices.Contains(a.series.Except, c) {
			continue
		}
		m, err := a.meetingAt(r, c)
		if err != nil {
			return nil, err
		}
		if !m.Off() && slices.ContainsFunc(guests, func(g core.Party) bool { return a.knowsOff(m, g.Person) }) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, core.Civil.Compare)
	return out, nil
}

// knowsOff tells whether somebody was told last that a meeting of the series is off.
func (a *matter) knowsOff(m *core.Meeting, person core.ID) bool {
	state, _ := knownTime(m, a.series, toldTo(a.before, person))
	return state == VersionOff
}
