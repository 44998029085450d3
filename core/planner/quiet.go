package planner

import (
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// QuietTime is a part of a day of the owner's in which somebody is not to be written to or called.
type QuietTime struct {
	Person   *core.Person
	Hours    core.Hours // by the person's own clock
	Assumed  bool       // nobody said so: it is their night, as core.AssumedNight has it
	From, To int        // minutes on the owner's clock, To not included; 24*60 is the day's end
}

// Quiet gives the quiet hours of those whom the times are free with, on a day of the owner's, one person after another. A
// night that is only assumed counts for whoever lives by another clock than the owner.
func (f *FreeTimes) Quiet(day core.Date) []QuietTime {
	home := zoneOf(f.Owner)
	from, to := day.At(0, 0).InLocation(home), day.AddDays(1).At(0, 0).InLocation(home)
	var out []QuietTime
	for _, who := range f.People {
		hours, assumed := who.Night()
		if who.ID == f.Owner.ID || hours.IsZero() || assumed && core.CivilOf(from.In(zoneOf(who))) == core.CivilOf(from) {
			continue
		}
		for _, s := range schedule.Daily(zoneOf(who), from, to, func(time.Weekday) core.Hours { return hours }) {
			q := QuietTime{Person: who, Hours: hours, Assumed: assumed, From: minuteOf(s.Start.In(home)), To: 24 * 60}
			if s.End.Before(to) {
				q.To = minuteOf(s.End.In(home))
			}
			if q.From < q.To {
				out = append(out, q)
			}
		}
	}
	return out
}

func minuteOf(t time.Time) int { return t.Hour()*60 + t.Minute() }
