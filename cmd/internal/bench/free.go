package main

import (
	"context"
	"errors"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// freeTimes measures finding times that are free for 20 people over 8 weeks. The yardstick does what one would
// write first: it looks at every quarter of an hour, for everybody, through all that they have to do.
func freeTimes(_ context.Context, l *lab) (pairs []pair, err error) {
	wish, err := crowd()
	if err != nil {
		return nil, err
	}
	for range l.rounds(30) {
		var one pair
		one.ours, err = took(func() error {
			if len(schedule.Free(wish)) == 0 {
				return errors.New("nobody is ever free")
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		one.bare, err = took(func() error {
			if plainScan(wish) == 0 {
				return errors.New("nobody is ever free")
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, one)
	}
	return pairs, nil
}

// crowd is 20 people in four zones with six things a week each.
func crowd() (schedule.Wish, error) {
	from := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	w := schedule.Wish{Minutes: 45, From: from, To: from.AddDate(0, 0, 8*7), Before: 10 * time.Minute}
	zones := []core.Zone{"Europe/Berlin", "Europe/Lisbon", "Europe/Helsinki", "Africa/Nairobi"}
	for n := range 20 {
		loc, err := zones[n%len(zones)].Location()
		if err != nil {
			return w, err
		}
		who := &core.Person{Name: "Somebody", Quiet: core.Hours{From: 21 * 60, To: 8 * 60}}
		s := schedule.Somebody{Person: who, Loc: loc}
		for i := range 8 * 6 {
			at := from.Add(time.Duration((i*677+n*131)%(56*96)) * 15 * time.Minute)
			s.Busy = append(s.Busy, schedule.Span{Start: at, End: at.Add(time.Duration(15+i%4*15) * time.Minute)})
		}
		w.People = append(w.People, s)
	}
	return w, nil
}

// plainScan counts the quarters of an hour at which all are free.
func plainScan(w schedule.Wish) (n int) {
	length := time.Duration(w.Minutes) * time.Minute
	for t := w.From; !t.Add(length).After(w.To); t = t.Add(15 * time.Minute) {
		if allFree(w, schedule.Span{Start: t, End: t.Add(length)}) {
			n++
		}
	}
	return n
}

func allFree(w schedule.Wish, s schedule.Span) bool {
	for _, p := range w.People {
		for at := s.Start; at.Before(s.End); at = at.Add(15 * time.Minute) {
			local := at.In(p.Loc)
			minute := local.Hour()*60 + local.Minute()
			if h := p.Person.WorkOn(local.Weekday()); h.IsZero() || !h.Contain(minute) || p.Person.Quiet.Contain(minute) {
				return false
			}
		}
		for _, b := range p.Busy {
			if s.Overlaps(schedule.Span{Start: b.Start.Add(-w.Before), End: b.End.Add(w.Before)}) {
				return false
			}
		}
	}
	return true
}
