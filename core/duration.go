package core

// Duration is how long a relationship is meant to last.
type Duration string

// The five durations.
const (
	DurationShort    Duration = "short"
	DurationMedium   Duration = "medium"
	DurationLong     Duration = "long"
	DurationEpisodic Duration = "episodic" // meets when there is something to meet about; never overdue
	DurationOngoing  Duration = "ongoing"
)

// Durations lists them in the order in which they are offered.
func Durations() []Duration {
	return []Duration{DurationShort, DurationMedium, DurationLong, DurationEpisodic, DurationOngoing}
}

// DurationRules is what a duration means in days; 0 is never. No two durations have the same.
type DurationRules struct {
	Cadence int // between meetings, unless another is agreed
	Review  int // between looks at whether it serves its purpose
	End     int // from the start to the planned end
	Quiet   int // without contact until somebody should worry
}

// Rules gives the duration's table row.
func (d Duration) Rules() DurationRules {
	switch d {
	case DurationShort:
		return DurationRules{Cadence: 7, Review: 30, End: 91, Quiet: 14}
	case DurationMedium:
		return DurationRules{Cadence: 14, Review: 61, End: 273, Quiet: 28}
	case DurationLong:
		return DurationRules{Cadence: 21, Review: 91, End: 730, Quiet: 42}
	case DurationOngoing:
		return DurationRules{Cadence: 30, Review: 182, End: 0, Quiet: 60}
	default: // episodic
		return DurationRules{}
	}
}

// CadenceDays gives the days between meetings: what was agreed, else the duration's; 0 is none. An episodic
// relationship has none, whatever was agreed.
func (r *Relationship) CadenceDays() int {
	rules := r.Duration.Rules()
	if rules.Cadence == 0 || r.Cadence == 0 {
		return rules.Cadence
	}
	return r.Cadence
}

// QuietDays gives the days without contact after which somebody should worry: the duration's, or twice the
// agreed cadence; 0 is never.
func (r *Relationship) QuietDays() int {
	rules := r.Duration.Rules()
	if rules.Quiet == 0 || r.Cadence == 0 {
		return rules.Quiet
	}
	return 2 * r.Cadence
}

// NextReview gives the first review day after a date; the zero Date where there is none.
func (r *Relationship) NextReview(after Date) Date {
	step := r.Duration.Rules().Review
	if step == 0 || r.Since.IsZero() || !r.Live() {
		return Date{}
	}
	n := max(after.DaysSince(r.Since)/step, 0) + 1
	return r.Since.AddDays(n * step)
}

// PlannedEnd gives the day on which the relationship is meant to end; the zero Date where it is not.
func (r *Relationship) PlannedEnd() Date {
	if end := r.Duration.Rules().End; end != 0 && !r.Since.IsZero() {
		return r.Since.AddDays(end)
	}
	return Date{}
}

// Silence counts the days from the last contact to today and tells whether that is too long. A relationship
// that is not active, or episodic, is never too quiet.
func (r *Relationship) Silence(last, today Date) (days int, tooLong bool) {
	if last.IsZero() {
		last = r.Since
	}
	if last.IsZero() || r.Status != StatusActive {
		return 0, false
	}
	days = max(today.DaysSince(last), 0)
	quiet := r.QuietDays()
	return days, quiet > 0 && days > quiet
}
