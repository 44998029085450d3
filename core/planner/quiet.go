package planner

import (
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// QuietTime is a part of a day of the owner's in which somebody is not to be written to or called.
type QuietTime struct {
	Person   *core.Person
	From, To int // minutes on the owner's clock, To not included; 24*60 is the day's end
}

// Quiet gives the quiet hours of those whom the times are free with, on a day of the owner's, one person after another.
func (f *FreeTimes) Quiet(day core.Date) []QuietTime {
	home := zoneOf(f.Owner)
	from, to := day.At(0, 0).InLocation(home), day.AddDays(1).At(0, 0).InLocation(home)
	var out []QuietTime
	for _, who := range f.People {
		if who.ID == f.Owner.ID || who.Quiet.IsZero() {
			continue
		}
		for _, s := range schedule.Daily(zoneOf(who), from, to, func(time.Weekday) core.Hours { return who.Quiet }) {
			q := QuietTime{Person: who, From: minuteOf(s.Start.In(home)), To: 24 * 60}
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
