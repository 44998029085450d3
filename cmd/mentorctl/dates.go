package main

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// today is the day from which "tomorrow" is told: the owner's, once a workspace is open, else the clock's.
func (a *app) today(ctx context.Context) (core.Date, error) {
	if a.p == nil {
		return core.DateOf(a.clock().Now()), nil
	}
	return a.p.TodayDate(ctx)
}

// date reads a date as the window's fields do, in both languages; "" is none. The error is wrong usage of a flag.
func (a *app) date(ctx context.Context, flag, text string) (core.Date, error) {
	return a.day(ctx, flag, text, locale.ParseDate)
}

// due reads a day that is to come.
func (a *app) due(ctx context.Context, flag, text string) (core.Date, error) {
	return a.day(ctx, flag, text, locale.ParseDue)
}

func (a *app) day(ctx context.Context, flag, text string, parse func(text string, today core.Date) (core.Date, error)) (core.Date, error) {
	if text == "" {
		return core.Date{}, nil
	}
	today, err := a.today(ctx)
	if err != nil {
		return core.Date{}, err
	}
	d, err := parse(text, today)
	if err != nil {
		return d, misused(locale.DateError(flag, text, today))
	}
	return d, nil
}

// moment reads a date with a time.
func (a *app) moment(ctx context.Context, text string) (core.Civil, error) {
	today, err := a.today(ctx)
	if err != nil {
		return core.Civil{}, err
	}
	c, err := locale.ParseMoment(text, today)
	return c, misused(err)
}

// period reads two dates; either may be missing.
func (a *app) period(ctx context.Context, from, to string) (p core.Period, err error) {
	if p.From, err = a.date(ctx, "from", from); err != nil {
		return p, err
	}
	if p.To, err = a.date(ctx, "to", to); err != nil {
		return p, err
	}
	return p, misused(p.Validate())
}

// dated opens the workspace for a command that reads dates. They are read twice: before anything is touched, so that
// what can't be meant is told first, and by the owner's day, once it is known.
func dated(ctx context.Context, open func(context.Context) (*planner.Planner, error), read func() error) (*planner.Planner, error) {
	if err := read(); err != nil {
		return nil, err
	}
	p, err := open(ctx)
	if err != nil {
		return nil, err
	}
	return p, read()
}
