package main

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// slot is when and where a meeting is to be, as the flags say it.
type slot struct {
	start, zone string
	minutes     int
}

func (s *slot) flags(c *cobra.Command) {
	c.Flags().StringVar(&s.start, "start", "", "")
	minutesVar(c, &s.minutes)
	c.Flags().StringVar(&s.zone, "zone", "", "")
}

// begin reads the flags, and gives the start. What no minutes mean is the use-case's own affair.
func (s *slot) begin(ctx context.Context, a *app) (start core.Civil, err error) {
	if s.start == "" {
		return start, wrong(func(w *locale.Words) string { return w.T("ctl.start") })
	}
	return a.moment(ctx, s.start)
}

// plan plans one meeting, or a series of them. What it has no room beside is said, and no reason to refuse it: the person at the keys knows.
func (a *app) plan() *cobra.Command {
	var when slot
	var often rhythm
	var m core.Meeting
	c := &cobra.Command{
		Use: "plan RELATIONSHIP-ID --start 2026-12-10T16:00 [--minutes N] [--zone Z] [--title T] [--place P] [--link L]" +
			" [--repeat daily|weekly|monthly|yearly|RULE [--every N] [--until D|--times N]]",
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) (err error) {
			var rule core.Rule
			p, err := dated(c.Context(), a.open, func() (err error) {
				if m.Start, err = when.begin(c.Context(), a); err != nil {
					return err
				}
				rule, err = often.rule(c.Context(), a)
				return err
			})
			if err != nil {
				return err
			}
			m.Zone = core.Zone(when.zone)
			if m.Relationship, err = p.Find(c.Context(), core.KindRelationship, args[0]); err != nil {
				return err
			}
			if !rule.IsZero() {
				return a.planSeries(c, m, when.minutes, rule)
			}
			made, err := p.Meetings.PlanFor(c.Context(), m, when.minutes)
			if err != nil {
				return err
			}
			a.remarkSkipped(c, m.Start, made)
			return a.toldMeeting(c, made.ID)
		},
	}
	when.flags(c)
	often.flags(c)
	c.Flags().StringVar(&m.Title, "title", "", "")
	c.Flags().StringVar(&m.Place, "place", "", "")
	c.Flags().StringVar(&m.Link, "link", "", "")
	return c
}

// move gives another time to a meeting, to one occurrence of a series, or to a series from a day on.
func (a *app) move() *cobra.Command {
	var when slot
	var original, from string
	c := &cobra.Command{
		Use:  "move MEETING-ID|SERIES-ID [--occurrence START | --from D] --start 2026-12-10T16:00 [--minutes N] [--zone Z]",
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if original != "" && from != "" {
				return wrong(func(w *locale.Words) string { return w.T("ctl.which_occurrence_or_later") })
			}
			var start core.Civil
			var first core.Date
			p, err := dated(c.Context(), a.open, func() (err error) {
				if first, err = a.date(c.Context(), "from", from); err == nil {
					start, err = when.begin(c.Context(), a)
				}
				return err
			})
			if err != nil {
				return err
			}
			if !first.IsZero() {
				return a.moveSeries(c, args[0], first, start, when)
			}
			id, err := a.oneMeeting(c.Context(), args[0], original, func(w *locale.Words) string { return w.T("ctl.which_occurrence") })
			if err != nil {
				return err
			}
			if start, err = a.byItsClock(c.Context(), core.Ref{Kind: core.KindMeeting, ID: id}, start, when.zone); err != nil {
				return err
			}
			if err := p.Meetings.MoveFor(c.Context(), id, start, when.minutes, core.Zone(when.zone)); err != nil {
				return a.moveRefused(c.Context(), err, id, when)
			}
			moved, err := p.Meetings.Get(c.Context(), id)
			if err != nil {
				return err
			}
			a.remarkSkipped(c, start, moved)
			a.remarkPast(moved.Start, moved.Zone)
			return a.toldMeeting(c, id)
		},
	}
	when.flags(c)
	c.Flags().StringVar(&original, "occurrence", "", "")
	c.Flags().StringVar(&from, "from", "", "")
	return c
}

// moveSeries gives a series another time from its meeting on a day on.
func (a *app) moveSeries(c *cobra.Command, part string, first core.Date, start core.Civil, when slot) error {
	about, err := a.invited(c.Context(), part, "")
	if err != nil {
		return err
	}
	if about.Kind != core.KindSeries {
		return wrong(func(w *locale.Words) string { return w.T("ctl.from_series") })
	}
	if start, err = a.byItsClock(c.Context(), about, start, when.zone); err != nil {
		return err
	}
	original, err := a.p.Series.OriginalFrom(c.Context(), about.ID, first)
	if err != nil {
		return err
	}
	next, err := a.p.Series.MoveFrom(c.Context(), about.ID, original, planner.SeriesTime{Start: start, Zone: core.Zone(when.zone)}, when.minutes)
	if err != nil {
		return a.moveAllRefused(c.Context(), err, about.ID, original, start, when)
	}
	if err := a.remarkRoom(c.Context(), next); err != nil {
		return err
	}
	a.remarkPast(next.Start, next.Zone)
	if next.ID != about.ID {
		if err := a.remarkBegun(c.Context(), about.ID, original, next); err != nil {
			return err
		}
		if told, err := a.remarkUnheard(c, next); err != nil || told {
			return errors.Join(err, a.printOne(c.Context(), next))
		}
		if err := a.remarkGuests(c, about.ID); err != nil {
			return err
		}
	}
	return a.toldSeries(c, next.ID)
}

// cancel calls off a planned meeting, one occurrence of a series, a series from a day on, or all of one that has not begun.
func (a *app) cancel() *cobra.Command {
	var original, from, reason string
	c := &cobra.Command{
		Use:  "cancel MEETING-ID|SERIES-ID [--occurrence START | --from D] [--reason TEXT]",
		Args: exactly(1),
		RunE: func(c *cobra.Command, args []string) error {
			if original != "" && from != "" {
				return wrong(func(w *locale.Words) string { return w.T("ctl.which_occurrence_or_day") })
			}
			var first core.Date
			p, err := dated(c.Context(), a.open, func() (err error) {
				first, err = a.date(c.Context(), "from", from)
				return err
			})
			if err != nil {
				return err
			}
			about, err := a.invited(c.Context(), args[0], original)
			if err != nil {
				return err
			}
			switch {
			case about.Kind == core.KindSeries:
				if err := a.cancelSeries(c.Context(), about.ID, args[0], first, reason); err != nil {
					return err
				}
				return a.toldSeries(c, about.ID)
			case from != "":
				return wrong(func(w *locale.Words) string { return w.T("ctl.from_series") })
			}
			if err := p.Meetings.Cancel(c.Context(), about.ID, reason); err != nil {
				return err
			}
			return a.toldMeeting(c, about.ID)
		},
	}
	c.Flags().StringVar(&original, "occurrence", "", "")
	c.Flags().StringVar(&from, "from", "", "")
	c.Flags().StringVar(&reason, "reason", "", "")
	return c
}

// cancelSeries ends a series, named as it was given, before a day of the owner's, or calls it off as a whole where it has
// not begun.
func (a *app) cancelSeries(ctx context.Context, id core.ID, given string, first core.Date, reason string) error {
	s, err := a.p.Series.Get(ctx, id)
	if err != nil {
		return err
	}
	home, err := a.homeZone(ctx)
	if err != nil {
		return err
	}
	begins := s.Start.OnClock(s.Zone, home).Date
	if !first.IsZero() {
		err := a.p.Series.EndFrom(ctx, id, first, reason)
		switch code := core.CodeOf(err); {
		case code == core.CodeSeriesTheirs && first.After(begins):
			return wrong(func(w *locale.Words) string { return w.T("ctl.end_theirs", "id", given) })
		case code != core.CodeEndNotAfter && code != core.CodeSeriesTheirs: // those say that all of it is meant
			return err
		}
	}
	err = a.p.Series.CallOff(ctx, id, reason)
	if core.CodeOf(err) != core.CodeSeriesBegun {
		return err
	}
	if first.IsZero() {
		return wrong(func(w *locale.Words) string { return w.T("ctl.which_occurrence_or_day") })
	}
	day, err := a.today(ctx)
	if err != nil {
		return err
	}
	if !day.After(begins) { // what has begun today stays
		day = begins.AddDays(1)
	}
	return wrong(func(w *locale.Words) string { return w.T("ctl.from_begun", "value", day.String()) })
}

// toldMeeting shows a meeting after a change, as its list does; on stderr, what it clashes with, and the guests
// whose calendars say something else now.
func (a *app) toldMeeting(c *cobra.Command, id core.ID) error {
	m, err := a.p.Meetings.Get(c.Context(), id)
	if err != nil {
		return err
	}
	if m.Planned() {
		if err := a.remarkClashes(c.Context(), *m); err != nil {
			return err
		}
		if err := a.remarkQuiet(c.Context(), m); err != nil {
			return err
		}
		a.remarkPast(m.Start, m.Zone)
	}
	return a.told(c, m)
}

// mostClashes is how much of what a meeting clashes with is named before the rest is only counted.
const mostClashes = 5

// remarkClashes says what a meeting clashes with, and which caps on hours it exceeds.
func (a *app) remarkClashes(ctx context.Context, m core.Meeting) error {
	found, err := a.p.Meetings.ClashesOf(ctx, m)
	if err != nil {
		return err
	}
	over, err := a.p.Meetings.OverCaps(ctx, m)
	for i, f := range found {
		if i == mostClashes {
			a.remark(a.words().T("list.more", "count", len(found)-i))
			break
		}
		a.remark(locale.Capital(a.words().Clash(f.Title, f.Name, f.Near)))
	}
	for _, o := range over {
		a.remark(a.words().OverCap(o.Month, o.Minutes, o.Hours))
	}
	return err
}

// remarkPast says of what was planned or moved that it begins in the past, as the window does.
func (a *app) remarkPast(start core.Civil, zone core.Zone) {
	if at, err := start.In(zone); err == nil && at.Before(a.clock().Now()) {
		a.remark(a.words().T("plan.past"))
	}
}

func (a *app) toldSeries(c *cobra.Command, id core.ID) error {
	s, err := a.p.Series.Get(c.Context(), id)
	if err != nil {
		return err
	}
	return a.told(c, s)
}

func (a *app) told(c *cobra.Command, rec core.Record) error {
	if err := a.remarkGuests(c, rec.Base().ID); err != nil {
		return err
	}
	return a.printOne(c.Context(), rec)
}

// printOne shows one record as its list does.
func (a *app) printOne(ctx context.Context, rec core.Record) error {
	if a.json {
		return a.print(rec)
	}
	return a.printList(ctx, []core.Record{rec})
}

// remarkGuests names the guests who were sent something that is true no more, and the message that tells them.
func (a *app) remarkGuests(c *cobra.Command, id core.ID) error {
	owed, err := a.guestsOwed(c.Context(), id)
	if err != nil {
		return err
	}
	list, err := a.p.Invitations.Guests(c.Context(), id)
	if err != nil {
		return err
	}
	if by := list.Organizer.Email; by != "" {
		if told, err := a.remarkAnswer(c.Context(), id); err != nil || told {
			return err
		}
		a.remark(a.words().T("ctl.organizer_owed", "value", by))
		return nil
	}
	if err := a.remarkPublished(c, id); err != nil {
		return err
	}
	for _, method := range []core.Method{core.MethodRequest, core.MethodCancel, core.MethodUninvite} {
		if names := owed[method]; len(names) > 0 {
			tail, err := a.tailOfOwed(c.Context(), id)
			if err != nil {
				return err
			}
			a.remark(a.words().T("ctl.guests_owed", "names", a.words().List(names), "id", tail, "method", string(method)))
		}
	}
	return nil
}

// remarkPublished says that a file which was published says something else of a meeting: that it takes place, or when.
func (a *app) remarkPublished(c *cobra.Command, id core.ID) error {
	sent, err := a.p.Invitations.Sent(c.Context(), id)
	if err != nil {
		return err
	}
	sent = slices.DeleteFunc(sent, func(d *core.Dispatch) bool { return d.Method != core.MethodPublish })
	if len(sent) == 0 {
		return nil
	}
	last := sent[len(sent)-1]
	m, err := a.p.Meetings.Get(c.Context(), id)
	if core.CodeOf(err) == core.CodeNotFound {
		return a.remarkPublishedSeries(c, id, last)
	}
	if err != nil {
		return err
	}
	if !m.Series.IsZero() {
		last = core.KnownOccurrence(m, sent)
	}
	switch {
	case last == nil, last.CallsOff() && m.Off():
	case m.Off():
		a.remark(a.words().T("ctl.published_owed"))
	case last.CallsOff() || last.Start != m.Start || last.End != m.End || last.Zone != m.Zone:
		a.remark(a.words().T("ctl.published_old"))
	}
	return nil
}

// oneMeeting finds a meeting by itself, or the occurrence of a series: whoever names a series says which.
func (a *app) oneMeeting(ctx context.Context, part, original string, series func(*locale.Words) string) (core.ID, error) {
	about, err := a.invited(ctx, part, original)
	if err == nil && about.Kind == core.KindSeries {
		err = wrong(series)
	}
	return about.ID, err
}

// invited finds what is invited to, moved or called off: a meeting, a series, or the occurrence of a series with
// an original start.
func (a *app) invited(ctx context.Context, part, original string) (core.Ref, error) {
	if original == "" {
		id, err := a.p.Find(ctx, core.KindMeeting, part)
		if core.CodeOf(err) != core.CodeNotFound {
			return core.Ref{Kind: core.KindMeeting, ID: id}, err
		}
		if series, other := a.p.Find(ctx, core.KindSeries, part); core.CodeOf(other) != core.CodeNotFound {
			return core.Ref{Kind: core.KindSeries, ID: series}, other
		}
		return core.Ref{}, err
	}
	series, err := a.p.Find(ctx, core.KindSeries, part)
	if err != nil {
		return core.Ref{}, err
	}
	start, err := a.original(ctx, series, original)
	if err != nil {
		return core.Ref{}, err
	}
	m, err := a.p.Series.Occurrence(ctx, series, start)
	if err != nil {
		return core.Ref{}, err
	}
	return core.RefOf(m), nil
}

// original reads the start that an occurrence of a series was to have, and gives it by the clock of the series. It is
// typed as it is told, by the owner's clock; where the series has none then, by its own. A day alone says it, where it
// has but one.
func (a *app) original(ctx context.Context, series core.ID, text string) (core.Civil, error) {
	start, err := a.moment(ctx, text)
	if err != nil {
		return a.originalDay(ctx, series, text, err)
	}
	there, err := a.byItsClock(ctx, core.Ref{Kind: core.KindSeries, ID: series}, start, "")
	if err != nil || there == start {
		return start, err
	}
	_, err = a.p.Series.Occurrence(ctx, series, there)
	if core.CodeOf(err) == core.CodeNotFound {
		return start, nil
	}
	return there, err
}

// originalDay is original for a day alone; unread says why the text is no time.
func (a *app) originalDay(ctx context.Context, series core.ID, text string, unread error) (core.Civil, error) {
	day, err := a.date(ctx, "occurrence", text)
	if err != nil {
		return core.Civil{}, unread
	}
	home, err := a.homeZone(ctx)
	if err != nil {
		return core.Civil{}, err
	}
	start, err := a.p.Series.OriginalOn(ctx, series, day, home)
	if core.CodeOf(err) != core.CodeNotFound {
		return start, err
	}
	s, err := a.p.Series.Get(ctx, series)
	if err != nil {
		return core.Civil{}, err
	}
	return a.p.Series.OriginalOn(ctx, series, day, s.Zone)
}

// remarkSkipped says that a meeting begins later than was asked, because the clock skips that time.
func (a *app) remarkSkipped(c *cobra.Command, asked core.Civil, m *core.Meeting) {
	if m.Start != asked && asked.On(m.Zone) == m.Start { // one that is kept in UTC begins as asked
		a.remark(a.words().T("clock.skipped", "asked", asked.String(), "zone", a.words().City(m.Zone), "time", a.words().Clock(m.Start)))
	}
}

// remarkBegun says that the meeting of a series from which on it goes on as another stays where it is, and when the other begins.
func (a *app) remarkBegun(ctx context.Context, series core.ID, original core.Civil, next *core.Series) error {
	all, err := a.p.Series.Occurrences(ctx, series, core.Period{From: original.Date.AddDays(-1), To: original.Date.AddDays(1)})
	for _, m := range all {
		if m.Recurrence == original && m.Series == series {
			a.remark(a.words().T("ctl.series_begun", "date", a.words().Date(original.Date), "start", a.words().Moment(next.Start, core.Date{})))
		}
	}
	return err
}

// remarkPublishedSeries says the same of a whole series, after the last publication of it.
func (a *app) remarkPublishedSeries(c *cobra.Command, id core.ID, last *core.Dispatch) error {
	now, err := a.p.Invitations.Prepare(c.Context(), id, core.MethodPublish)
	switch {
	case err != nil:
		return err
	case now.Off && !last.CallsOff():
		a.remark(a.words().T("ctl.published_owed"))
	case now.Sequence > last.Sequence:
		a.remark(a.words().T("ctl.published_old"))
	}
	return nil
}
