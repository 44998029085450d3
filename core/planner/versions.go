package planner

import (
	"context"

	"mentorbook/core"
)

// VersionState says what a guest has on their calendar, beside what is true now.
type VersionState string

// The states.
const (
	VersionNone    VersionState = "none"     // nothing was sent to them
	VersionCurrent VersionState = "current"  // they have it as it is, or know that it is off
	VersionOldTime VersionState = "old_time" // they have another time
	VersionOldText VersionState = "old_text" // they have another title, place or link
	VersionStillOn VersionState = "still_on" // it is off, and nobody told them
	VersionOff     VersionState = "off"      // it is on again, and they know that it is off
)

// GuestVersion is what one guest has.
type GuestVersion struct {
	Person *core.Person
	Sent   *core.Dispatch // the last message to them about it, of one occurrence with its time; nil: none
	State  VersionState
}

// Versions tells who has what of a meeting, an occurrence or a whole series, by its id: everybody in the
// relationship but the owner, in its order.
func (s Invitations) Versions(ctx context.Context, id core.ID) ([]GuestVersion, error) {
	return view(ctx, s.e, func(r Reader) ([]GuestVersion, error) {
		a, err := aboutOf(r, id)
		if err != nil {
			return nil, err
		}
		return s.versions(r, a, core.Date{})
	})
}

// versions leaves out those who have left the relationship before a day; the zero day leaves out nobody.
func (s Invitations) versions(r Reader, a *matter, day core.Date) ([]GuestVersion, error) {
	ws, err := workspaceOf(r)
	if err != nil {
		return nil, err
	}
	title, err := invitationTitle(r, a.meeting, a.rel)
	if err != nil {
		return nil, err
	}
	now, err := a.dispatch(r, &core.Invitation{Method: core.MethodRequest, Title: title})
	if err != nil {
		return nil, err
	}
	people, err := loadAll[core.Person](r, a.rel.Others(ws.Owner))
	var out []GuestVersion
	for _, who := range people {
		if part, _ := a.rel.Participant(who.ID); !day.IsZero() && !part.Until.IsZero() && part.Until.Before(day) {
			continue
		}
		out = append(out, a.version(now, who))
	}
	return out, err
}

func (a *matter) version(now *core.Dispatch, who *core.Person) GuestVersion {
	out := GuestVersion{Person: who, State: VersionNone}
	theirs := toldTo(a.known(), who.ID)
	if len(theirs) == 0 || a.organizer.Email != "" { // a guest owes the others no news: the organizer does
		return out
	}
	out.Sent = theirs[len(theirs)-1]
	if !a.whole {
		out.Sent = lastTold(a.meeting, theirs)
	}
	was, off := out.Sent, a.off()
	same := was.SameSeries(now) && was.SameMoved(now) && was.CallsOff() == now.CallsOff()
	if !a.whole {
		same = was.SameSpan(now.Start, now.End, now.Zone)
	}
	switch called := was.Method == core.MethodCancel; {
	case off && called:
		out.State = VersionCurrent
	case off:
		out.State = VersionStillOn
	case called:
		out.State = VersionOff
	case !same:
		out.State = VersionOldTime
	case was.Title != now.Title || was.Place != now.Place || was.Link != now.Link:
		out.State = VersionOldText
	default:
		out.State = VersionCurrent
	}
	return out
}
