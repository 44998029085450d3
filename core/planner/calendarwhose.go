package planner

import (
	"slices"
	"strings"
	"time"

	"mentorbook/core"
)

// Who may change what is here: the organizer of an invitation, and nobody else. A UID is no secret: every guest
// knows it.

// invitationOf gives what is kept of the invitation by which a meeting came: its own, or that of its series.
func invitationOf(m *core.Meeting, series *core.Series) core.Origin {
	if m.Origin.Organizer == "" && series != nil {
		return series.Origin
	}
	return m.Origin
}

// organizerOf gives who organizes a meeting, or all of its series, where that is known to be somebody else than the
// owner; the zero party where it is the owner, or anybody's to change. The series is nil for a meeting by itself.
func organizerOf(r Reader, m *core.Meeting, series *core.Series) (core.Party, error) {
	origin := invitationOf(m, series)
	if origin.Organizer == "" {
		return core.Party{}, nil
	}
	ws, err := workspaceOf(r)
	if err != nil {
		return core.Party{}, err
	}
	owner, err := load[core.Person](r, ws.Owner)
	if err != nil {
		return core.Party{}, err
	}
	if owner.HasEmail(origin.Organizer) {
		return core.Party{}, nil
	}
	return core.Party{Name: origin.Name, Email: origin.Organizer}, nil
}

// refuseGuest refuses what the organizer alone may send (RFC 5546 3.2.2, 3.2.5) where the owner is a guest. A guest may
// hand on a calendar file of what takes place: it names the organizer.
func refuseGuest(organizer core.Party, method core.Method, off bool) error {
	if method.FromGuest() {
		if organizer.Email == "" {
			return core.Fail(core.CodeOwn)
		}
		return nil
	}
	if organizer.Email == "" || method == core.MethodPublish && !off {
		return nil
	}
	return core.Fail(core.CodeNotOrganizer, "value", organizer.Email)
}

// fromHere tells whether an event comes back in a calendar that this workspace published: what is in it is here.
func (t *intake) fromHere(ev *core.CalendarEvent, here bool) bool {
	return t.plan.batch.Feed != "" && t.plan.batch.Feed == t.owner.ID.String() && (here || ours(ev.UID))
}

// organizerHere gives the address of the organizer of what is here; "" where nobody is known.
func (t *intake) organizerHere(ev *core.CalendarEvent, known *knownEvent, here bool) (was string) {
	run, whole := t.runs[ev.UID], t.known[eventKey{uid: ev.UID}]
	_, recurs := t.times[ev.UID]
	switch {
	case here && known.origin().Organizer != "":
		was = known.origin().Organizer
	case run != nil:
		was = run.Origin.Organizer
	case recurs && whole != nil:
		was = whole.origin().Organizer
	case len(t.strays[ev.UID]) > 0:
		was = t.strays[ev.UID][0].organizer
	}
	return was
}

// stranger refuses a message about what is here that does not come from its organizer, and gives the address that they have here
// where it comes under another of the same person. A calendar without a METHOD asks nothing of anybody, and may leave the
// organizer out.
func (t *intake) stranger(ev *core.CalendarEvent, known *knownEvent, here bool) (as string, err error) {
	was, is := t.organizerHere(ev, known, here), ev.Organizer.Email
	if was == "" || core.EmailKey(is) == core.EmailKey(was) || is == "" && ev.Method == "" {
		return "", nil
	}
	if is == "" {
		is = "?"
	} else if same, err := t.sameOnes(is, was); err != nil || same {
		return was, err
	}
	return "", core.Fail(core.CodeStranger, "value", core.Excerpt(is), "was", was)
}

// ownCancel tells whether a message calls off what the owner organizes, and refuses it where that is on here: only the
// organizer calls off (RFC 5546 3.2.5), and that is the owner.
func (t *intake) ownCancel(ev *core.CalendarEvent, known *knownEvent, here bool) (own bool, err error) {
	if ev.Method != "cancel" {
		return false, nil
	}
	on := false
	switch run := t.runs[ev.UID]; {
	case here && known.ref.Kind == core.KindMeeting:
		own, on = !theirs(ev.UID, *known.origin()), !known.off
	case run == nil || run.ID.IsZero():
	case ev.Recurrence.IsZero() || ev.Future:
		own, on = !theirs(ev.UID, run.Origin), t.goesOn(run, t.endOf(run, ev))
	default:
		r, err := runningOf(run)
		own, on = !theirs(ev.UID, run.Origin), err == nil && r.rule.Has(ev.Recurrence) && !slices.Contains(run.Except, ev.Recurrence)
	}
	if own && on {
		err = core.Fail(core.CodeOwnCancel)
	}
	return own, err
}

// own plans an event that the owner organizes: it is known as it is, and refused where it says something else.
func (t *intake) own(s eventStep, other bool) eventStep {
	if other {
		return s.refuse(core.Fail(core.CodeOwn))
	}
	return s
}

// saysOther tells whether an event says of a meeting that the owner organizes what the owner never said of it: whose it
// is, what it is called, or where it takes place. What it leaves out it does not say.
func (t *intake) saysOther(ev *core.CalendarEvent, m *core.Meeting) bool {
	if by := ev.Organizer.Email; by != "" && !t.mine[core.EmailKey(by)] {
		return true
	}
	title := m.Title
	if rel, err := load[core.Relationship](t.r, m.Relationship); err == nil {
		if said, err := invitationTitle(t.r, m, rel); err == nil {
			title = said
		}
	}
	is := func(said string, known ...string) bool { return said == "" || slices.Contains(known, said) }
	return !is(ev.Title, core.CleanLine(title)) || !is(ev.Place, core.CleanLine(m.Place), core.CleanLine(m.Link))
}

// refuseEventMethod refuses a message that asks for what is not done here: to add meetings to a series, of which there
// is the whole or none (RFC 5546 3.2.4), and whatever no standard has.
func refuseEventMethod(ev *core.CalendarEvent) error {
	switch core.Method(ev.Method) {
	case "", core.MethodPublish, core.MethodRequest, core.MethodCancel, keepsTime:
		return nil
	case "add":
		return core.Fail(core.CodeAdds)
	}
	return core.Fail(core.CodeBadMethod, "value", core.Excerpt(strings.ToUpper(ev.Method)))
}

// at tells whether an event takes place at these instants.
func (t *intake) at(ev *core.CalendarEvent, start, end time.Time) bool {
	from, to, err := core.SpanIn(ev.Start, ev.End, t.zoneOf(ev))
	return err == nil && from.Equal(start) && to.Equal(end)
}

// startsIn tells whether an event that recurs starts with a meeting of a series, and has its length: it may begin
// later, as in a calendar of some months.
func (t *intake) startsIn(ev *core.CalendarEvent, run *core.Series) bool {
	start, err := ev.Start.In(t.zoneOf(ev))
	if err != nil {
		return false
	}
	r, err := runningOf(run)
	if err != nil {
		return false
	}
	original, has := r.rule.OriginalAt(start)
	return has && t.at(ev, start, start.Add(r.rule.At(original).End.Sub(r.rule.At(original).Start)))
}

// fromStranger tells whether an event invites the owner in the name of somebody with whom they are in no relationship, or in several
// that it fits equally well, so that it can't be a meeting to answer.
func (t *intake) fromStranger(ev *core.CalendarEvent) bool {
	if ev.Method != "request" || !t.plan.away.IsZero() || t.relationshipOf(ev) != nil || t.mine[core.EmailKey(ev.Organizer.Email)] || !core.ValidEmail(ev.Organizer.Email) {
		return false
	}
	return slices.ContainsFunc(ev.Guests, func(g core.Party) bool { return t.mine[core.EmailKey(g.Email)] })
}

// metNow tells whether an invitation that was kept as busy time can be a meeting, or a series, now that the owner is in a
// relationship with who invites. So can what was whole days and is at an hour now, and what has dates beside its rule, which former
// versions kept as busy time.
func (t *intake) metNow(known *knownEvent, ev *core.CalendarEvent) bool {
	if known.ref.Kind != core.KindBusy || ev.Method != "request" && len(ev.Extra) == 0 && !known.version.days || t.plan.as == CalendarAsBusy || ev.Transparent || t.off(ev) {
		return false
	}
	if known.version.never && !t.backOn(known, ev) {
		return false
	}
	if alone := known.version.days && t.runs[ev.UID] == nil && t.noSeries[ev.UID] == nil; !ev.Recurrence.IsZero() && !alone {
		return false
	}
	rel := t.relationshipOf(ev)
	return rel != nil && t.tooWide(ev, rel) == "" && !known.origin().Older(ev.Sequence, ev.Stamp) && (meetingLike(ev) && !longer(ev) || t.seriesOf(ev, rel.rel.ID) != nil)
}
