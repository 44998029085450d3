package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// BusyTimes is what can be done with times at which somebody can't meet.
type BusyTimes struct{ e *engine }

// BusyTime is one time at which somebody is busy: a record, or one of its occurrences.
type BusyTime struct {
	*core.Busy

	Start, End time.Time
	Followed   time.Time // zero, or until when what recurs was followed: from there to End it may be free, and counts as busy
}

// Block keeps a time that the owner blocked out by hand, or somebody's absence that they told of. Without a
// person it is the owner's; whole days and times without a zone are on that person's clock.
func (s BusyTimes) Block(ctx context.Context, busy core.Busy) (*core.Busy, error) {
	b := busy
	b.Head, b.Calendar, b.UID, b.Recurrence = core.Head{}, "", "", core.Civil{}
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleTimeBlocked, args, func(u *unit) error {
		if b.Person.IsZero() {
			ws, err := workspaceOf(u)
			if err != nil {
				return err
			}
			b.Person = ws.Owner
		}
		who, err := load[core.Person](u, b.Person)
		if err != nil {
			return err
		}
		if args["name"] = b.Title; b.Title == "" {
			args["name"] = who.Name
		}
		return u.put(&b)
	})
	return &b, err
}

// Change edits a busy time. Whose it is and where it came from stay what they are.
func (s BusyTimes) Change(ctx context.Context, id core.ID, edit func(*core.Busy) error) error {
	return change(ctx, s.e, TitleTimeBlocked, id, func(_ *unit, b *core.Busy) (string, error) {
		was := *b
		err := edit(b)
		b.Person, b.Calendar, b.UID, b.Recurrence = was.Person, was.Calendar, was.UID, was.Recurrence
		return b.Title, err
	})
}

// Delete frees a time again.
func (s BusyTimes) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleTimeFreed, args, func(u *unit) error {
		b, err := load[core.Busy](u, id)
		if err != nil {
			return err
		}
		args["name"] = b.Title
		return u.remove(core.RefOf(b))
	})
	return err
}

// Between gives somebody's busy times that overlap a period in the owner's zone, by their starts.
func (s BusyTimes) Between(ctx context.Context, person core.ID, p core.Period) ([]BusyTime, error) {
	return view(ctx, s.e, func(r Reader) ([]BusyTime, error) {
		owner, err := ownerOf(r)
		if err != nil {
			return nil, err
		}
		who, err := load[core.Person](r, person)
		if err != nil {
			return nil, err
		}
		from, to := span(p, zoneOf(owner))
		if from.IsZero() || to.IsZero() {
			return nil, core.FailField(core.CodeRequired, "period")
		}
		return busyBetween(r, who, from, to)
	})
}

// maxAtOnce is how many of a kind are looked at one by one where nobody sees more.
const maxAtOnce = 1_000

// maxBusy is how many occurrences of one busy time are followed at once: two months of one in five minutes.
const maxBusy = 20_000

// dense gives the occurrences that overlap [from, to). Of very many those that touch are one. What is beyond all following
// counts as one that goes on to the end: nothing may be taken for free that might not be. followed is from when on that is
// so; zero where all of it was followed.
func dense(rule *schedule.Recurring, from, to time.Time) (all []schedule.Occurrence, followed time.Time, err error) {
	all, err = rule.Between(from, to, maxBusy)
	beyond := core.CodeOf(err) == core.CodeTooMany
	if err != nil && !beyond {
		return nil, followed, err
	}
	if len(all) > maxAtOnce {
		all = joined(all)
	}
	if beyond && len(all) == 0 { // it takes longer to follow than to the beginning
		return []schedule.Occurrence{{Start: from, End: to}}, from, nil
	}
	if beyond {
		if last := &all[len(all)-1]; last.End.Before(to) {
			followed, last.End = last.End, to
		}
	}
	return all, followed, nil
}

// maxDense is how many busy times that recur too often to be followed to their end are followed as far as that goes: it takes a
// third of a second each.
const maxDense = 8

// following follows the busy times of one person. After maxDense of those that recur within days it follows no more of them:
// they count as going on from the beginning, as what is beyond all following does.
type following struct{ beyond int }

// dense is the function of that name, within the bound for all of them.
func (f *following) dense(rule *schedule.Recurring, from, to time.Time) (all []schedule.Occurrence, followed time.Time, err error) {
	if f.beyond < maxDense || !rule.Rule().WithinDay() {
		if all, followed, err = dense(rule, from, to); !followed.IsZero() {
			f.beyond++
		}
		return all, followed, err
	}
	if until := rule.Rule().Until; !until.IsZero() {
		if end, _ := rule.Ends(); !end.After(from) {
			return nil, followed, nil
		}
	}
	if start := rule.Begins(); start.After(from) {
		from = start
	}
	if !from.Before(to) {
		return nil, followed, nil
	}
	return []schedule.Occurrence{{Start: from, End: to}}, from, nil
}

// joined makes one of occurrences that touch or overlap, in order of their starts.
func joined(all []schedule.Occurrence) []schedule.Occurrence {
	var out []schedule.Occurrence
	for _, o := range all {
		if n := len(out); n > 0 && !o.Start.After(out[n-1].End) {
			if o.End.After(out[n-1].End) {
				out[n-1].End = o.End
			}
			continue
		}
		out = append(out, o)
	}
	return out
}

// zoneSlack is how far the place of a floating time in the index may lie from where it is for a person.
const zoneSlack = 26 * time.Hour

// busyBetween gives somebody's busy times that overlap [from, to), by their starts.
func busyBetween(r Reader, who *core.Person, from, to time.Time) ([]BusyTime, error) {
	home := who.Home()
	var out []BusyTime
	var f following
	for _, q := range []Query{
		{Index: BusyByStart, Of: who.ID, From: from.Add(-24*time.Hour - zoneSlack), To: to.Add(zoneSlack)},
		{Index: BusyByEnd, Of: who.ID, From: from.Add(-zoneSlack)},
	} {
		for b, err := range scan[core.Busy](r, q) {
			if err != nil {
				return nil, err
			}
			if onWall(b.Start).After(to.Add(zoneSlack)) && len(b.Extra) == 0 { // the index knows its end alone
				continue
			}
			rule, err := schedule.OfBusy(b, home)
			if err != nil {
				return nil, err
			}
			all, followed, err := f.dense(rule, from, to)
			if err != nil {
				return nil, err
			}
			for _, o := range all {
				out = append(out, BusyTime{b, o.Start, o.End, time.Time{}})
			}
			if n := len(all); n > 0 {
				out[len(out)-1].Followed = followed
			}
		}
	}
	slices.SortStableFunc(out, func(a, b BusyTime) int { return a.Start.Compare(b.Start) })
	return out, nil
}
