package core

// Asked is a time that somebody proposes instead of another, as one clock tells it; the zero value is none.
type Asked struct {
	Start, End Civil
	Minutes    int // how long it lasts
	Was        int // how long the other one lasts, in minutes; 0 where that is not known
}

// AskedOn gives a proposed time, which is told in one zone, on the clock of another; was is how long, in minutes, the time lasts
// that it would replace.
func AskedOn(start, end Civil, zone, home Zone, was int) Asked {
	if start.IsZero() {
		return Asked{}
	}
	out := Asked{Minutes: MinutesBetween(start, end, zone), Was: was}
	out.Start, out.End = SpanOnClock(start, end, zone, home)
	return out
}

// IsZero tells whether no time is proposed.
func (a Asked) IsZero() bool { return a.Start.IsZero() }

// Lasts tells whether the proposed time lasts longer or less long than the other one.
func (a Asked) Lasts() bool { return !a.IsZero() && a.Was > 0 && a.Minutes > 0 && a.Minutes != a.Was }
