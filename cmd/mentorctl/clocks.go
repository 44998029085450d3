package main

import (
	"context"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Times of meetings are told by the owner's clock, as in the window, whatever zone they were planned in: Person.Home says
// which clock that is. Where the meeting's own shows another hour, it stands in brackets.

// homeZone gives the zone of the owner's clock.
func (a *app) homeZone(ctx context.Context) (core.Zone, error) {
	owner, err := a.p.Workspace.Owner(ctx)
	if err != nil {
		return "", err
	}
	return owner.Home(), nil
}

// byItsClock gives a typed time by the clock of what it is for: it is typed on the owner's clock, on which times are told,
// unless a zone is named beside it.
func (a *app) byItsClock(ctx context.Context, about core.Ref, typed core.Civil, zone string) (core.Civil, error) {
	if zone != "" {
		return typed, nil
	}
	home, err := a.homeZone(ctx)
	if err != nil {
		return typed, err
	}
	if about.Kind == core.KindSeries {
		s, err := a.p.Series.Get(ctx, about.ID)
		if err != nil {
			return typed, err
		}
		return typed.OnClock(home, s.Zone), nil
	}
	m, err := a.p.Meetings.Get(ctx, about.ID)
	if err != nil {
		return typed, err
	}
	return typed.OnClock(home, m.Zone), nil
}

// beside gives what the clock of an event's own zone shows at its start, in brackets: "(17:00 in Nairobi)". It is "" where
// both clocks show the same, and for times in no zone.
func beside(w *locale.Words, start core.Civil, zone, home core.Zone) string {
	at, err := start.In(zone)
	if err != nil || zone == "" {
		return ""
	}
	if there := w.ClockIn(at, home, zone); there != "" {
		if strings.Contains(there, "(") {
			return "· " + there // brackets in brackets are hard to read
		}
		return "(" + there + ")"
	}
	return ""
}

// here gives a start by the owner's clock, with the event's own beside it.
func here(w *locale.Words, start core.Civil, zone, home core.Zone) string {
	if start.IsZero() || zone == "" {
		return start.String()
	}
	return joined(start.OnClock(zone, home).String(), beside(w, start, zone, home))
}

func joined(a, b string) string {
	if b == "" {
		return a
	}
	return a + " " + b
}
