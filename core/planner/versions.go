package planner

import (
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/schedule"
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
	VersionLeft    VersionState = "left"     // they have left, and have it on their calendar: it goes on without them
	VersionUnheard VersionState = "unheard"  // they have the series that this one follows, as far as it goes, and nothing of this
)

// GuestVersion is what one guest has.
type GuestVersion struct {
	Person *core.Person
	Sent   *core.Dispatch // the last message to them about it, of one occurrence with its time; nil: none
	State  VersionState
	To     []string // the addresses to which the next message about it goes to them: several of one who has it in several mailboxes
	Rule   bool     // Sent gives the times of a whole series, which has no meeting at this one's
	Ends   bool     // Sent is of the series that this one follows, which is over by now where this begins: they are owed that, too
}

// Versions tells who has what of a meeting, an occurrence or a whole series, by its id: everybody in the
// relationship but the owner whom another's invitation names, in its order, and whoever has left it as long as they have something that is not so.
func (s Invitations) Versions(ctx context.Context, id core.ID) ([]GuestVersion, error) {
	return view(ctx, s.e, func(r Reader) ([]GuestVersion, error) {
		a, err := aboutOf(r, id)
		if err != nil {
			return nil, err
		}
		return s.versions(r, a)
	})
}

func (s Invitations) versions(r Reader, a *matter) ([]GuestVersion, error) {
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
	today, _, err := s.e.today(r)
	if err != nil {
		return nil, err
	}
	people, err := guestsOf(r, a.rel, ws.Owner, a.known())
	have := mailboxesIn(a.known())
	var out []GuestVersion
	for _, who := range people {
		if !a.meeting.Asks(who.ID) {
			continue
		}
		v := a.version(now, who)
		if a.left(who.ID, today) && !a.whenLeft(&v) || a.takenOffElsewhere(who.ID) {
			continue
		}
		if v.To = have[who.ID].toTell(who); a.off() || v.State == VersionLeft {
			v.To = have[who.ID].toCallOff(who)
		}
		if v.State == VersionLeft && len(v.To) > 0 {
			here := a.addressesHere(people, today)
			if v.To = slices.DeleteFunc(v.To, func(email string) bool { return here[core.EmailKey(email)] }); len(v.To) == 0 {
				continue
			}
		}
		out = append(out, v)
	}
	return out, err
}

// version gives what somebody has. Where they have it in several mailboxes, it is what one of them still has to be told, if any.
func (a *matter) version(now *core.Dispatch, who *core.Person) GuestVersion {
	theirs, all := toldTo(a.known(), who.ID), toldTo(a.before, who.ID)
	out := a.versionBy(now, who, theirs, all)
	for _, box := range perMailbox(theirs, who) {
		if out.State.Owes() == "" {
			out = a.versionBy(now, who, box.told(theirs, who.ID), box.told(all, who.ID))
		}
	}
	return out
}

// versionBy gives it by messages: theirs are about the very thing, all also about what else is in it.
func (a *matter) versionBy(now *core.Dispatch, who *core.Person, theirs, all []*core.Dispatch) GuestVersion {
	out := GuestVersion{Person: who, State: VersionNone}
	if a.organizer.Email != "" { // a guest owes the others no news: the organizer does
		return out
	}
	if len(theirs) == 0 {
		out.State, out.Sent = a.instead(who.ID)
		out.Rule, out.Ends = out.State != VersionNone, out.State == VersionOldTime
		return out
	}
	if a.whole {
		out.Sent = theirs[len(theirs)-1]
		same, text := knowsApart(now, all)
		if out.State = stateOf(out.Sent, a.off(), same && knowsExcept(out.Sent, now, all)); out.State == VersionCurrent && !a.off() && !text {
			out.State = VersionOldText
		}
	} else {
		out.State, out.Sent = knownTime(a.meeting, a.series, theirs)
		whole := lastWhole(theirs)
		out.Rule = out.Sent != nil && (out.State == VersionOldTime && unheard(a.meeting, a.series, theirs) != nil || out.State == VersionOff && a.series != nil && whole != nil && whole.CallsOff())
	}
	if out.State == VersionCurrent && !a.off() && !out.Sent.SameText(now) {
		out.State = VersionOldText
	}
	return out
}

// news tells what a message says that its guests have not heard, and what all of them that have heard anything know until
// now; nil where they do not know the same.
func (a *matter) news(now *core.Dispatch, guests []core.Party) (news core.News, told *core.Dispatch) {
	same := true
	for _, g := range guests {
		know := a.version(now, &core.Person{Head: core.Head{ID: g.Person}})
		if know.State == VersionNone || know.State == VersionUnheard {
			continue
		}
		if told == nil {
			told, news = know.Sent, newsTo(know.State)
			continue
		}
		same = same && sameTold(told, know.Sent)
		if news != newsTo(know.State) {
			news = core.NewsChange
		}
	}
	if !same || news == core.NewsNone {
		told = nil
	}
	return news, told
}

// newsTo gives what an invitation tells a guest who knows so much.
func newsTo(state VersionState) core.News {
	switch state {
	case VersionOldTime:
		return core.NewsTime
	case VersionOldText:
		return core.NewsText
	case VersionOff:
		return core.NewsBack
	}
	return core.NewsNone
}

// sameTold tells whether two messages say the same, whoever they went to and when.
func sameTold(a, b *core.Dispatch) bool {
	return a.SameSeries(b) && a.CallsOff() == b.CallsOff() && a.Title == b.Title && a.Place == b.Place && a.Link == b.Link && slices.Equal(a.Moved, b.Moved)
}

// knownTime tells what somebody knows of a meeting after the messages that they were sent, oldest first, and which of them
// says it, as it gives the time of that meeting; the series is that of the meeting, nil for none. Of everything but times
// it says nothing. Whoever asks who has what of a meeting asks here.
func knownTime(m *core.Meeting, series *core.Series, theirs []*core.Dispatch) (VersionState, *core.Dispatch) {
	if whole := unheard(m, series, theirs); whole != nil {
		if m.Off() {
			return VersionNone, nil // they never had it
		}
		return VersionOldTime, whole
	}
	was := lastTold(m, theirs)
	if was == nil {
		return VersionNone, nil
	}
	return stateOf(was, m.Off(), was.SameSpan(m.Start, m.End, m.Zone)), was
}

// unheard gives the message about a whole series by which somebody knows no meeting of it where one has its place by the
// rule of now, since the series was moved after it; nil where they were told of that one, or of nothing.
func unheard(m *core.Meeting, series *core.Series, theirs []*core.Dispatch) *core.Dispatch {
	if series == nil {
		return nil
	}
	was := core.KnownOccurrence(m, theirs)
	whole := lastWhole(theirs)
	if whole == nil || was.CallsOff() || !was.Occurrence.IsZero() && !was.At.Before(whole.At) || whole.Zone == series.Zone && whole.Rule == series.Rule && whole.Start == series.Start {
		return nil
	}
	now, err := schedule.OfSeries(series)
	if err != nil || !now.Has(m.Recurrence) { // one of former times, which was kept as it was
		return nil
	}
	if slices.ContainsFunc(theirs, func(d *core.Dispatch) bool {
		return !d.At.Before(whole.At) && slices.ContainsFunc(d.Moved, func(o core.Moved) bool { return o.Original == m.Recurrence })
	}) {
		return nil // it was named
	}
	if heardOf(whole, series.Zone, m.Recurrence) {
		return nil
	}
	return whole
}

// lastWhole gives the newest of some messages about the whole of a series; nil for none.
func lastWhole(all []*core.Dispatch) *core.Dispatch {
	for _, d := range slices.Backward(all) {
		if !d.Series.IsZero() && d.Occurrence.IsZero() {
			return d
		}
	}
	return nil
}

// heardOf tells whether a message about a whole series has a meeting at an original start, by the clock of a zone.
func heardOf(whole *core.Dispatch, zone core.Zone, original core.Civil) bool {
	if whole.Zone != zone {
		return false
	}
	run, err := seriesSent(whole)
	return err == nil && run.Has(original)
}

// stateOf tells it of the last message, beside whether what it is about is off now, and has the same times.
func stateOf(was *core.Dispatch, off, same bool) VersionState {
	switch called := was.CallsOff(); {
	case off && called:
		return VersionCurrent
	case off:
		return VersionStillOn
	case called:
		return VersionOff
	case !same:
		return VersionOldTime
	}
	return VersionCurrent
}

// stands tells whether a guest who knows so much has a meeting on their calendar.
func (s VersionState) stands(off bool) bool {
	return s == VersionStillOn || !off && (s == VersionCurrent || s == VersionOldTime || s == VersionOldText)
}

// Owes gives the message that a guest who knows so much is still to be sent; "" for none.
func (s VersionState) Owes() core.Method {
	switch s {
	case VersionStillOn:
		return core.MethodCancel
	case VersionLeft:
		return core.MethodUninvite
	case VersionOldTime, VersionOldText, VersionOff, VersionUnheard:
		return core.MethodRequest
	}
	return ""
}

// knowsApart tells whether somebody who got some messages knows each occurrence of which the next one about the whole tells by
// itself at the time that this has, and with its texts.
func knowsApart(now *core.Dispatch, theirs []*core.Dispatch) (times, texts bool) {
	texts = true
	for _, o := range now.Moved {
		was := core.KnownOccurrence(&core.Meeting{Recurrence: o.Original}, theirs)
		if was == nil || was.CallsOff() || !was.SameSpan(o.Start, o.End, now.Zone) {
			return false, texts
		}
		texts = texts && was.SameText(&core.Dispatch{Title: o.Title, Place: o.Place, Link: o.Link})
	}
	return true, texts
}

// knowsExcept tells whether somebody whose last message about a whole series is was knows the times of the next one, but for
// those meetings of which that tells by itself: also which do not take place, from whatever they were told of those.
func knowsExcept(was, now *core.Dispatch, theirs []*core.Dispatch) bool {
	plain := *was
	if plain.Except = now.Except; !plain.SameSeries(now) {
		return false
	}
	minutes := core.MinutesBetween(now.Start, now.End, now.Zone)
	for _, original := range slices.Concat(was.Except, now.Except) {
		off := slices.Contains(now.Except, original)
		known := core.KnownOccurrence(&core.Meeting{Recurrence: original}, theirs)
		if known == nil || known.CallsOff() != off {
			return false
		}
		apart := slices.ContainsFunc(now.Moved, func(o core.Moved) bool { return o.Original == original })
		if !off && !apart && !known.SameSpan(original.On(now.Zone), original.Later(minutes, now.Zone), now.Zone) {
			return false
		}
	}
	return true
}
