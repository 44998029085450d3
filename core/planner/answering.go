package planner

import (
	"cmp"
	"slices"
	"time"

	"mentorbook/core"
)

// prepareAnswer gives the owner's answer to another's invitation (RFC 5546 3.2.3), or the time that they propose for it
// (3.2.7): the organizer's UID and count, and the owner alone, under the address that was invited.
func (s Invitations) prepareAnswer(r Reader, a *matter, ws *core.Workspace, method core.Method, how Sending) ([]*core.Invitation, *core.Dispatch, error) {
	if err := refuseAnswer(a, method); err != nil {
		return nil, nil, err
	}
	owner, err := load[core.Person](r, ws.Owner)
	if err != nil {
		return nil, nil, err
	}
	if method == core.MethodCounter && how.Answer == "" && a.declined() {
		how.Answer = core.AnswerDeclined // it stays so unless the time is taken
	}
	shifted := a.series != nil && a.series.Origin.Rule != ""
	if err := a.asOrganized(); err != nil {
		return nil, nil, err
	}
	span, err := spanOf(a.meeting)
	if err != nil {
		return nil, nil, err
	}
	v := &core.Invitation{
		Method: method, UID: a.meeting.UID, Sequence: a.received(), Stamp: a.stamp(s.e.nowUTC()), Start: span.Start, End: span.End,
		Organizer: a.organizer, Answer: how.Answer, Comment: how.Comment, Language: ws.Language,
	}
	me := partyOf(owner)
	if at := a.invitedAs(); at != "" {
		me.Email = at
	}
	v.Guests = []core.Party{me}
	people, err := loadAll[core.Person](r, a.rel.Others(ws.Owner))
	if err != nil {
		return nil, nil, err
	}
	for _, p := range people {
		if p.HasEmail(v.Organizer.Email) {
			v.Organizer.Person, v.Organizer.Zone = p.ID, p.Zone
		}
	}
	if v.Title, err = invitationTitle(r, a.meeting, a.rel); err != nil {
		return nil, nil, err
	}
	d, err := a.dispatch(r, v)
	if err != nil {
		return nil, nil, err
	}
	d.Sequence, d.Answer = v.Sequence, v.Answer
	if v.Series, err = a.invited(r, d, v.Title, nil); err != nil {
		return nil, nil, err
	}
	if v.Series != nil {
		v.Series.Moved, v.Series.Follows = nil, "" // one answer to all of it
	}
	if a.whole && method == core.MethodReply {
		if err := a.nameShown(r, v, d, shifted); err != nil {
			return nil, nil, err
		}
	}
	if method == core.MethodCounter {
		now := *d
		v.Told = &now
		if err := a.propose(v, d, how, s.e.now()); err != nil {
			return nil, nil, err
		}
	}
	if err := v.Validate(); err != nil {
		return nil, nil, err
	}
	return []*core.Invitation{v}, d, nil
}

// refuseAnswer refuses what cannot be answered.
func refuseAnswer(a *matter, method core.Method) error {
	if err := refuseGuest(a.organizer, method, a.off()); err != nil {
		return err
	}
	switch {
	case a.copied():
		return core.Fail(core.CodeCopied, "value", a.organizer.Email)
	case a.ownDates():
		return core.Fail(core.CodeOwnDates, "value", a.organizer.Email)
	case a.off() && !a.declined(): // by the organizer's word: nobody waits for an answer
		return core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
	}
	return nil
}

// asOrganized makes the meeting what its organizer has: the times and the title that they gave it, under the name that they know it
// by.
func (a *matter) asOrganized() error {
	if err := a.restored(); err != nil {
		return err
	}
	if a.series != nil && !a.whole && a.series.Origin.Rule != "" {
		if err := a.organized(); err != nil {
			return err
		}
	}
	a.meeting = a.meeting.Organized()
	if title := a.meeting.Origin.Title; title != "" {
		called := *a.meeting
		called.Title = title
		a.meeting = &called
	}
	return nil
}

// ownDates tells whether it is of another's series as the owner has changed it, so that the organizer has nothing that it would
// be about: a part of it that has a UID of its own, as a whole, and a meeting of which nothing tells which of theirs it is.
func (a *matter) ownDates() bool {
	if a.series == nil {
		return false
	}
	own := !a.series.Follows.IsZero() && a.series.UID == a.series.ID.String()+uidDomain
	return own && (a.whole || a.series.Theirs.UID == "") || !a.whole && !a.paired
}

// invitedAs gives the owner's address that the invitation names; "" where it is not known.
func (a *matter) invitedAs() string {
	if at := a.meeting.Origin.Invited; at != "" || a.series == nil {
		return at
	}
	return a.series.Origin.Invited
}

// OwnAnswer is what the owner said to another's invitation.
type OwnAnswer struct {
	Organizer core.Party
	At        time.Time      // of the last answer, from here or elsewhere; zero: none is known
	Elsewhere bool           // it was given with another program, whose file says so
	Proposed  *core.Dispatch // of an answer that asks for another time: what it asks for; nil for all others
	Kept      bool           // the organizer keeps the time: what the owner proposed is declined
	KeptWords string         // what they said to that; may be ""
	Again     bool           // the organizer has asked again since (RFC 5546 2.1.4): the answer was to a former version
	Copy      bool           // it is here as a calendar had it, which asks nothing
	Closed    bool           // the meeting was held or missed, and closed: nothing is asked of it any more

	// Differs tells that it is not so here: the owner comes and has declined, or does not come and has not said so.
	Differs bool

	answer   core.Answer
	sequence int // of the version that it answers
	lasts    int // how long, in minutes, what it answers to takes
}

// Asks gives the time that the owner has proposed and that the organizer has not decided on yet, on a clock; zero for none.
func (o *OwnAnswer) Asks(home core.Zone) core.Asked {
	if o == nil || o.Proposed == nil || o.Kept || o.Again {
		return core.Asked{}
	}
	return core.AskedOn(o.Proposed.Start, o.Proposed.End, o.Proposed.Zone, home, o.lasts)
}

// InFew gives what lists say of it in few words, times by a clock.
func (o *OwnAnswer) InFew(home core.Zone) core.OwnSaid {
	out := core.OwnSaid{Answer: o.Said(), Proposed: o.Asks(home)}
	if o != nil {
		out.Kept, out.Again, out.Copy = o.Kept, o.Again, o.FromCalendar()
	}
	return out
}

// FromCalendar tells whether all that is known of a copy is what its calendar says. An answer from here may have gone out to an
// invitation that was taken back since.
func (o *OwnAnswer) FromCalendar() bool { return o != nil && o.Copy && (!o.Given() || o.Elsewhere) }

// Given tells whether an answer is known.
func (o *OwnAnswer) Given() bool { return o != nil && !o.At.IsZero() }

// Owed tells whether the organizer waits for an answer: none is known, they have asked again since, or they keep the time
// that the owner would have had otherwise, or know the opposite of what is so here. A nil one is that of somebody who is no
// guest, and owes none; nor does anybody for a copy, or for what is closed. Who declined and proposed another time has said what they do at the one that is kept: a COUNTER
// asks for a time, and whether somebody comes to the present one stands in its PARTSTAT alone (RFC 5546 3.2.7).
func (o *OwnAnswer) Owed() bool {
	return o != nil && !o.Copy && !o.Closed && (!o.Given() || o.Again || o.Kept && o.answer != core.AnswerDeclined || o.Differs)
}

// Said gives the last answer; AnswerNone where there is none, "" where what was said was not kept.
func (o *OwnAnswer) Said() core.Answer {
	if !o.Given() {
		return core.AnswerNone
	}
	return o.answer
}

// hear takes an answer over that is not older than the one that is known.
func (o *OwnAnswer) hear(answer core.Answer, at time.Time, sequence int, elsewhere bool) {
	if !at.Before(o.At) {
		o.answer, o.At, o.sequence, o.Elsewhere, o.Proposed = answer, at, sequence, elsewhere, nil
	}
}

// ownAnswer gives the owner's answer to what a message would be about; nil where the owner is no guest of it.
func (a *matter) ownAnswer() *OwnAnswer {
	if a.organizer.Email == "" {
		return nil
	}
	out := &OwnAnswer{Organizer: a.organizer, Closed: a.closed(), lasts: a.meeting.Length()}
	if a.whole {
		out.lasts = a.series.Length()
	}
	origins := []core.Origin{a.meeting.Origin}
	if a.series != nil && !a.askedApart() {
		origins = []core.Origin{a.series.Origin, a.meeting.Origin} // of the two in one file, the one's own counts
	}
	d := a.lastSaid()
	for i, o := range origins {
		if o.Answer == "" || o.Here {
			continue
		}
		at, elsewhere := o.Answered, true
		if was := a.saidToAll(o.Answer); was != nil && i < len(origins)-1 && d.One() && was.At.Before(at) {
			at, elsewhere = was.At, false // its organizer repeats what was said from here to all: what was said to the one since stands
		}
		out.hear(o.Answer, at, o.Sequence, elsewhere)
	}
	if d != nil {
		switch out.hear(d.Answer, d.At, d.Sequence, false); {
		case d.Method == core.MethodCounter && out.At.Equal(d.At):
			out.Proposed = d
		case out.Elsewhere && out.answer == d.Answer: // what the organizer has heard is what was said from here
			out.At, out.Elsewhere = d.At, false
		}
	}
	if out.Copy = a.copied(); out.Copy {
		return out
	}
	if out.Proposed != nil {
		out.Kept, out.KeptWords = kept(out.Proposed.At, origins)
	}
	out.Again = out.Given() && !a.off() && !out.Closed && a.asksAnew(out, d)
	out.Differs = a.differs(out)
	return out
}

// closed tells whether a single meeting has come to what it came to: whatever is said of it or of its series since asks nobody.
func (a *matter) closed() bool {
	return !a.whole && (a.meeting.Status == core.MeetingHeld || a.meeting.Status == core.MeetingMissed)
}

// askedApart tells whether the last version of a series that came here asks for one of its meetings by itself: what was said to
// all of it is not said to that one.
func (a *matter) askedApart() bool {
	one, all := &a.meeting.Origin, &a.series.Origin
	return !a.whole && one.Read != "" && !one.Older(all.Sequence, all.Stamp)
}

// saidApart gives the last answers that went out from here: to the very thing, and to all of the series of which it is one; nil
// for none.
func (a *matter) saidApart() (alone, all *core.Dispatch) {
	var before []*core.Dispatch
	for _, d := range a.known() {
		switch {
		case !d.Method.FromGuest() || a.tooLateFor(d):
			continue
		case a.tooOld(d, before):
		case a.whole || a.series == nil || d.One():
			alone = d
		default:
			all = d
		}
		before = append(before, d)
	}
	return alone, all
}

// tooOld tells whether an answer went out to a version before one that a former answer is to, and is none to what is asked now: what
// came in had been taken back here meanwhile, and its organizer does not take it (RFC 5546 2.1.5). That the owner comes to none of a
// series counts all the same: see retracts.
func (a *matter) tooOld(d *core.Dispatch, before []*core.Dispatch) bool {
	switch {
	case !slices.ContainsFunc(before, func(was *core.Dispatch) bool { return a.knewLater(was, d) }):
		return false
	case d.One() || a.series == nil:
		return d.Sequence < a.since()
	case d.Answer == core.AnswerDeclined:
		return false
	}
	theirs := versionsHeard(a.series)
	if len(theirs) == 0 || !ours(a.series.UID) {
		return d.Sequence < a.series.Origin.Sequence
	}
	reply := &core.Reply{Series: a.series.ID, Sequence: d.Sequence, Answer: d.Answer}
	return outdated(reply, theirs[len(theirs)-1], theirs)
}

// knewLater tells whether a former answer shows that its organizer had sent a later version of the very thing that another is to: one
// to a single meeting of a series does of all where it went out to a version of all.
func (a *matter) knewLater(was, d *core.Dispatch) bool {
	switch {
	case was.Sequence <= d.Sequence:
		return false
	case was.One() == d.One() || a.series == nil:
		return true
	}
	return was.One() && slices.ContainsFunc(a.series.Heard, func(v core.SeriesVersion) bool {
		return v.Sequence > d.Sequence && v.Sequence <= was.Sequence
	})
}

// saidToAll gives the last message by which an answer went out to all of the series of which it is one; nil for none.
func (a *matter) saidToAll(answer core.Answer) (last *core.Dispatch) {
	for _, d := range a.known() {
		if d.Method.FromGuest() && !d.One() && d.Answer == answer {
			last = d
		}
	}
	return last
}

// lastSaid gives the answer that went out from here and counts: to the one, or to all of its series; nil for none.
func (a *matter) lastSaid() *core.Dispatch {
	alone, all := a.saidApart()
	if alone == nil || all == nil {
		return cmp.Or(alone, all)
	}
	switch now := a.since(); { // to what is asked now only one of them is
	case alone.Sequence < now && a.saidBeside(all) >= now:
		return all
	case all.Answer != core.AnswerDeclined && alone.Sequence >= now && a.saidBeside(all) < min(now, a.series.Origin.Sequence): // to another time of it
		return alone
	}
	proposes := alone.Method == core.MethodCounter
	if proposes && all.Answer != core.AnswerDeclined {
		if keeps, _ := kept(alone.At, []core.Origin{a.meeting.Origin}); keeps {
			proposes = false
		}
	}
	if all.At.Before(alone.At) || !overrules(all.Answer, alone.Answer, proposes) {
		return alone
	}
	if all.Answer == core.AnswerDeclined && !a.allStands(all) { // nothing of what was said before it stands either
		return all
	}
	said := *all
	said.Sequence = max(all.Sequence, alone.Sequence) // it is to what they had answered before
	return &said
}

// overrules tells whether what a guest says of all of a series counts for one of it, too, of which they had said something by
// itself: who does not come to any comes to none; who comes to all may still not come to that one, or want it at another time.
func overrules(all, alone core.Answer, proposes bool) bool {
	return all == core.AnswerDeclined || alone != core.AnswerDeclined && !proposes
}

// differs tells whether what the organizer knows is the opposite of what is so here.
func (a *matter) differs(own *OwnAnswer) bool {
	said := own.Given() && own.answer == core.AnswerDeclined
	switch {
	case a.declined():
		stale := !said || a.asksAnew(own, a.lastSaid())
		return a.decidedHere() && stale && !a.refusedAlone()
	case a.off(), !a.whole && !a.meeting.Planned():
		return false
	}
	return said && !own.Again
}

// declined tells whether what a message would be about is off since the owner does not come.
func (a *matter) declined() bool {
	if a.whole {
		return a.series.Declined()
	}
	return a.meeting.Declined()
}

func (a *matter) decidedHere() bool {
	if a.whole {
		return a.series.Origin.Here
	}
	return a.meeting.Origin.Here
}

// tooLateFor tells whether an answer to all of a series came when the one that this is about had begun: it is to what was to
// come then.
func (a *matter) tooLateFor(d *core.Dispatch) bool {
	if a.whole || a.series == nil || !d.Occurrence.IsZero() || d.Series.IsZero() {
		return false
	}
	start, err := a.meeting.StartAt()
	return err == nil && d.At.After(start)
}

// refusedAlone tells whether the last answer to one occurrence of a series by itself was that the owner does not come: what
// they say of all of it leaves that as it is, until its organizer asks anew.
func (a *matter) refusedAlone() bool {
	var last *core.Dispatch
	for _, d := range a.known() {
		if d.Method.FromGuest() && (a.series == nil || !d.Occurrence.IsZero()) {
			last = d
		}
	}
	return last != nil && last.Answer == core.AnswerDeclined && last.Sequence >= a.since()
}

// invitedBy gives who invites the owner to a meeting and can be answered; the zero party for the owner's own, for dates
// of another's series that the owner has made their own, and for a copy.
func invitedBy(r Reader, m *core.Meeting) (core.Party, error) {
	by, copied, err := organizedBy(r, m)
	if err != nil || copied {
		return core.Party{}, err
	}
	return by, nil
}

// organizedBy is invitedBy, and gives whose it is of a copy too.
func organizedBy(r Reader, m *core.Meeting) (by core.Party, copied bool, err error) {
	if !Theirs(m) {
		return by, false, nil
	}
	a, err := aboutOf(r, m.ID)
	if err != nil || a.ownDates() {
		return by, false, err
	}
	return a.organizer, a.copied(), nil
}

// ownAnswerTo gives the owner's answer to a meeting; nil where the owner is no guest of it.
func ownAnswerTo(r Reader, m *core.Meeting) (*OwnAnswer, error) {
	if !Theirs(m) {
		return nil, nil
	}
	a := &matter{meeting: m}
	var err error
	if !m.Series.IsZero() {
		if a.series, err = load[core.Series](r, m.Series); err != nil && core.CodeOf(err) != core.CodeNotFound {
			return nil, err
		}
	}
	if a.organizer, err = organizerOf(r, m, a.series); err != nil || a.organizer.Email == "" {
		return nil, err
	}
	if err := a.findTheirs(); err != nil {
		return nil, err
	}
	err = a.findSent(r)
	return a.ownAnswer(), err
}

// Asked tells whether somebody else invites the owner to a meeting, so that the owner can answer.
func Asked(m *core.Meeting, owner *core.Person) bool {
	return m.Origin.Organizer != "" && owner != nil && !owner.HasEmail(m.Origin.Organizer)
}

// restored gives all of a series that is off by the owner's answer, or that they have moved, as its organizer has it.
func (a *matter) restored() error {
	if !a.whole || !a.series.Declined() && a.series.Origin.Rule == "" {
		return nil
	}
	var err error
	if a.series.Declined() {
		a.series = a.series.Restored()
	}
	a.series = a.series.Organized()
	if a.run, err = runningOf(a.series); err == nil {
		a.meeting = a.run.meeting(a.run.rule.At(a.series.Start))
	}
	return err
}
