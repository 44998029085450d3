// Package insight holds the measures of the practice, each with its formula.
package insight

import "mentorbook/core"

// WeekState says what became of a relationship's rhythm in a week.
type WeekState int

// The states of a week.
const (
	NoWeek WeekState = iota // before the relationship began or after it ended
	Met                     // a meeting was held
	Kept                    // none, but the last contact was not too long ago
	Broken                  // too long without contact by the end of the week, or by today
	Coming                  // a meeting is planned in it
	Ahead                   // lies ahead, with nothing planned
)

// Cadence gives the state of each of a number of weeks from a Monday on. A week is broken when more days than
// the relationship's QuietDays lie between the last held meeting, or the relationship's beginning, and the end
// of the week (or today, in the present week). An episodic relationship is never broken, nor one that is
// paused or only proposed. held are the days of all meetings held, planned those of the meetings planned, both
// in order.
func Cadence(rel *core.Relationship, held, planned []core.Date, from core.Date, weeks int, today core.Date) []WeekState {
	out := make([]WeekState, weeks)
	last := rel.Since
	for i := range out {
		monday := from.AddDays(7 * i)
		end := monday.AddDays(7)
		met := false
		for len(held) > 0 && held[0].Before(end) {
			met = met || !held[0].Before(monday)
			last, held = held[0], held[1:]
		}
		for len(planned) > 0 && planned[0].Before(monday) {
			planned = planned[1:]
		}
		out[i] = stateOf(rel, week{monday, end, met, len(planned) > 0 && planned[0].Before(end)}, last, today)
	}
	return out
}

// week is one week with what it holds; end is the Monday after it.
type week struct {
	monday, end  core.Date
	met, planned bool
}

func stateOf(rel *core.Relationship, w week, last, today core.Date) WeekState {
	over := !rel.Ended.IsZero() && rel.Ended.Before(w.monday)
	switch {
	case w.met:
		return Met
	case over, !rel.Since.IsZero() && !rel.Since.Before(w.end):
		return NoWeek
	case w.planned:
		return Coming
	case today.Before(w.monday):
		return Ahead
	case tooLong(rel, last, min(w.end.DaysSince(last)-1, today.DaysSince(last))):
		return Broken
	}
	return Kept
}

func tooLong(rel *core.Relationship, last core.Date, days int) bool {
	quiet := rel.QuietDays()
	live := rel.Status == core.StatusActive || rel.Status == core.StatusEnded // it was active while it lasted
	return live && quiet > 0 && !last.IsZero() && days > quiet
}

// Count counts the weeks of a state.
func Count(weeks []WeekState, s WeekState) int {
	n := 0
	for _, w := range weeks {
		if w == s {
			n++
		}
	}
	return n
}
