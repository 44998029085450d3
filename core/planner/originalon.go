package planner

import (
	"context"

	"mentorbook/core"
)

// OriginalOn gives the original start of the one occurrence that a series was to have on a day of a clock in a zone: the
// owner's, or its own. Its error has CodeNotFound where there was to be none, CodeAmbiguous where there were to be several.
func (s SeriesBook) OriginalOn(ctx context.Context, id core.ID, day core.Date, zone core.Zone) (core.Civil, error) {
	return view(ctx, s.e, func(r Reader) (core.Civil, error) {
		series, err := load[core.Series](r, id)
		if err != nil {
			return core.Civil{}, err
		}
		run, err := runningOf(series)
		if err != nil {
			return core.Civil{}, err
		}
		from, _ := dayOn(day, zone, series.Zone)
		var on []core.Civil
		for _, c := range run.rule.After(from, 2) {
			if c.OnClock(series.Zone, zone).Date == day {
				on = append(on, c)
			}
		}
		switch len(on) {
		case 1:
			return on[0], nil
		case 0:
			return core.Civil{}, core.Fail(core.CodeNotFound, "kind", string(core.KindMeeting), "id", day.String())
		}
		return core.Civil{}, core.Fail(core.CodeAmbiguous, "id", day.String(), "n", len(on))
	})
}

// OriginalFrom is OriginalOn for the owner's clock, and where there was to be none gives that of the one meeting that stands on
// that day now, moved there from another.
func (s SeriesBook) OriginalFrom(ctx context.Context, id core.ID, day core.Date) (core.Civil, error) {
	zone, err := view(ctx, s.e, func(r Reader) (core.Zone, error) {
		owner, err := ownerOf(r)
		if err != nil {
			return "", err
		}
		return owner.Home(), nil
	})
	if err != nil {
		return core.Civil{}, err
	}
	original, none := s.OriginalOn(ctx, id, day, zone)
	if core.CodeOf(none) != core.CodeNotFound {
		return original, none
	}
	all, err := s.Occurrences(ctx, id, core.Period{From: day, To: day.AddDays(1)})
	switch {
	case err != nil:
		return core.Civil{}, err
	case len(all) == 0:
		return core.Civil{}, none
	case len(all) > 1:
		return core.Civil{}, core.Fail(core.CodeAmbiguous, "id", day.String(), "n", len(all))
	}
	return all[0].Recurrence, nil
}

// dayOn gives what a clock in another zone shows when a day of a clock begins, and whether a day begins there too.
func dayOn(day core.Date, of, on core.Zone) (begin core.Civil, midnight bool) {
	begin = day.At(0, 0).OnClock(of, on)
	return begin, begin == begin.Date.At(0, 0)
}
