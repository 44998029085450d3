package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// At another pace the meetings of a series have no place any more by which one comes in the stead of another. What was moved or
// called off by itself stays so where the new times have its date as well; the rest is void.

// Void counts the meetings to come from an occurrence on that were moved or called off by themselves, and would not be so any more
// with an edit from there on: see From, which says how it fails.
func (s SeriesBook) Void(ctx context.Context, id core.ID, original core.Civil, edit func(*core.Series) error) (int, error) {
	return view(ctx, s.e, func(r Reader) (int, error) {
		old, err := load[core.Series](r, id)
		if err != nil {
			return 0, err
		}
		was, err := runningOf(old)
		if err != nil {
			return 0, err
		}
		now := laterPart(old, was.rule, original)
		if err := editTimes(&now, edit); err != nil {
			return 0, err
		}
		is, err := schedule.OfSeries(&now)
		if err != nil || alike(old, &now) {
			return 0, err
		}
		apart, err := was.apartFrom(r, original, s.e.now())
		if err != nil {
			return 0, err
		}
		later := now.Start.MinutesSince(original)
		void := slices.DeleteFunc(apart, func(c core.Civil) bool {
			if was.rule.Beside(c) {
				_, goes := twin(c, was.rule, is, later)
				return goes
			}
			return sameDate(was.rule, is, c)
		})
		return len(void), nil
	})
}

// apartFrom gives the original starts, from one on, of the meetings of a series that are to come and were moved or called off by
// themselves.
func (s *running) apartFrom(r Reader, original core.Civil, now time.Time) ([]core.Civil, error) {
	var out []core.Civil
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfSeries, Of: s.ID}) {
		if err != nil {
			return nil, err
		}
		if m.Recurrence.Compare(original) >= 0 && upcoming(m, now) && (m.Off() || m.Planned() && s.moved(m)) {
			out = append(out, m.Recurrence)
		}
	}
	for _, c := range s.Except {
		if c.Compare(original) >= 0 && s.rule.Has(c) && s.rule.At(c).Start.After(now) && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out, nil
}

// sameDate tells whether a series that goes on at another pace has an original start of the former one, on the same clock.
func sameDate(was, is *schedule.Recurring, original core.Civil) bool {
	return is.Has(original) && was.At(original).Start.Equal(is.At(original).Start)
}
