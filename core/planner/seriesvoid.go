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

// Outlook says what becomes of a series by an edit from one of its occurrences on.
type Outlook struct {
	Begun bool       // the one that was named has begun: it stays as it is
	First core.Civil // the start of what goes on, in Zone
	Zone  core.Zone
	Count int // of its meetings by its rule; 0: it does not count them
	Void  int // meetings to come that were moved or called off by themselves, and would not be so any more
}

// Outlook says beforehand what From does with an edit, and fails as that does.
func (s SeriesBook) Outlook(ctx context.Context, id core.ID, original core.Civil, edit func(*core.Series) error) (Outlook, error) {
	return view(ctx, s.e, func(r Reader) (out Outlook, err error) {
		old, err := load[core.Series](r, id)
		if err != nil {
			return out, err
		}
		was, err := runningOf(old)
		if err != nil {
			return out, err
		}
		coming, err := was.comingFrom(r, original, s.e.now())
		if err != nil {
			return out, err
		}
		now, _, err := partFrom(was, original, coming, s.e.now(), edit)
		if err != nil {
			return out, err
		}
		is, err := runningOf(now)
		if err != nil {
			return out, err
		}
		out = Outlook{Begun: coming != original, First: now.Start, Zone: now.Zone, Count: is.rule.Rule().Count}
		out.Void, err = was.voidFrom(r, is, original, s.e.now())
		return out, err
	})
}

// voidFrom counts the meetings to come from an occurrence on that were moved or called off by themselves, and have no place in what
// goes on.
func (s *running) voidFrom(r Reader, is *running, original core.Civil, now time.Time) (int, error) {
	if alike(s.Series, is.Series) {
		return 0, nil
	}
	apart, err := s.apartFrom(r, original, now)
	later := is.Start.MinutesSince(original)
	void := slices.DeleteFunc(apart, func(c core.Civil) bool {
		if s.rule.Beside(c) {
			_, goes := twin(c, s.rule, is.rule, later)
			return goes
		}
		return sameDate(s.rule, is.rule, c)
	})
	return len(void), err
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
