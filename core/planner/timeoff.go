package planner

import (
	"context"
	"slices"
	"strconv"

	"mentorbook/core"
)

// TimeOff says what becomes of the planned meetings of some days: a week's leave, a release, a holiday.
type TimeOff struct {
	Period        core.Period // in the owner's zone; both ends set, the last day not included
	Relationships []core.ID   // of these alone; none: of all
	MoveDays      int         // how many days later they take place instead, or twice as many and so on: see TimeOffPlan; 0 calls them off
	Reason        string      // of calling them off, or of moving them: guests are told it
	Keep          bool        // the meetings stay as they are
	Block         bool        // keep the days as busy time of the owner's, under the reason
}

// Message is a calendar message that is to be sent next: about one meeting, or one occurrence of a series.
type Message struct {
	Meeting *core.Meeting
	Of      core.ID    // what it is about: the meeting, or the whole of its series
	Ends    core.ID    // the series that is told to have ended along with it, since what it is about goes on in its stead; zero for none
	Was     core.Civil // its start before, in its zone
	Method  core.Method
	State   VersionState // what a guest knows who is to get it
	// Theirs is who invites to it where that is somebody else: the message is the owner's answer to them. There is none
	// where it stays: what the owner says then is theirs to choose.
	Theirs core.Party
	Answer core.Answer // that it is to be
	Stays  bool
}

// Said gives what a guest knows of the meeting who is to get the message.
func (m Message) Said() (said core.GuestsSaid) {
	switch m.State {
	case VersionOff:
		said.Off = 1
	case VersionOldTime:
		said.OldTimes = 1
	}
	return said
}

// TakeOff moves or calls off, as TimeOffPlan says, every planned meeting some of which lies in a stretch of days, occurrences of series too,
// in one step that one undo takes back. It gives all that it changed with the messages that guests need: those
// whose meeting is on nobody's calendar have no method. Another's meeting is off here alone: its organizer is to be sent that the
// owner declines; where the rest moves it stays as it is. It refuses more than a thousand at once: CodeTooMany.
func (s Meetings) TakeOff(ctx context.Context, off TimeOff) ([]Message, error) {
	var out []Message
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleTimeOff, args, func(u *unit) error {
		all, err := s.timeOff(u, off)
		if err != nil {
			return err
		}
		if off.Block {
			if err := blockDays(u, off); err != nil {
				return err
			}
		}
		for i := range all {
			msg, err := takeOff(u, &all[i], off.Reason)
			if err != nil {
				return err
			}
			out = append(out, msg)
		}
		if err := Invitations(s).owedAfter(u, out); err != nil {
			return err
		}
		args["n"] = strconv.Itoa(Changed(out))
		u.title = titleOfTimeOff(off, all)
		return nil
	})
	return out, err
}

// titleOfTimeOff says which of the two became of the meetings of days off, where it was the same for all.
func titleOfTimeOff(off TimeOff, all []TimeOffStep) Title {
	changed, called := 0, 0
	for i := range all {
		if !all[i].Stays {
			changed++
		}
		if all[i].Off() && !all[i].Stays {
			called++
		}
	}
	switch {
	case changed == 0 && off.Block:
		return TitleTimeBlocked
	case called == changed && changed > 0:
		return TitleTimeOffCalled
	case called == 0 && off.MoveDays == 7:
		return TitleTimeOffMoved
	}
	return TitleTimeOff
}

// Changed counts the meetings of messages that did not stay as they were.
func Changed(all []Message) (n int) {
	for _, m := range all {
		if !m.Stays {
			n++
		}
	}
	return n
}

// TimeOffOf gives the meetings that TakeOff would change.
func (s Meetings) TimeOffOf(ctx context.Context, off TimeOff) ([]*core.Meeting, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Meeting, error) { return s.within(r, off) })
}

func (s Meetings) within(r Reader, off TimeOff) ([]*core.Meeting, error) {
	if err := off.Period.Validate(); err != nil {
		return nil, err
	}
	if off.Period.From.IsZero() || off.Period.To.IsZero() {
		return nil, core.FailField(core.CodeRequired, "period")
	}
	owner, err := ownerOf(r)
	if err != nil {
		return nil, err
	}
	from, to := span(off.Period, zoneOf(owner))
	all, err := s.e.meetingsTouching(r, from, to)
	if err != nil {
		return nil, err
	}
	var out []*core.Meeting
	for _, m := range all {
		at, err := spanOf(m)
		if err != nil {
			return nil, err
		}
		if m.Planned() && at.End.After(from) && !off.Keep && (len(off.Relationships) == 0 || slices.Contains(off.Relationships, m.Relationship)) {
			out = append(out, m)
		}
	}
	if len(out) > maxAtOnce {
		return nil, core.FailField(core.CodeTooMany, "period", "max", maxAtOnce)
	}
	return out, nil
}

func blockDays(u *unit, off TimeOff) error {
	ws, err := workspaceOf(u)
	if err != nil {
		return err
	}
	return u.put(&core.Busy{Person: ws.Owner, Title: core.CleanLine(off.Reason), AllDay: true, Start: off.Period.From.At(0, 0), End: off.Period.To.At(0, 0)})
}

// messageOf gives the message that becomes due with a step of days off; none where nobody is to hear of it. Another's meeting
// that does not stay has its organizer told, unless they know that the owner does not come.
func messageOf(r Reader, step *TimeOffStep) (Message, error) {
	m := step.Meeting
	msg := Message{Meeting: m, Of: m.ID, Was: m.Start, Theirs: step.Theirs, Stays: step.Stays}
	if step.Theirs.Email != "" {
		if step.Stays {
			return msg, nil
		}
		own, err := ownAnswerTo(r, m)
		if err == nil && (!own.Given() || own.Again || own.Said() != core.AnswerDeclined) {
			msg.Method, msg.Answer = core.MethodReply, core.AnswerDeclined
		}
		return msg, err
	}
	ask, method, state := guestsKnow, core.MethodRequest, VersionOldTime // who heard that it is off is told of its move, too
	if step.Off() {
		ask, method, state = invitationStands, core.MethodCancel, VersionStillOn
	}
	owed, err := ask(r, m)
	if owed {
		msg.Method, msg.State = method, state
	}
	return msg, err
}

func takeOff(u *unit, step *TimeOffStep, reason string) (Message, error) {
	m := step.Meeting
	msg, err := messageOf(u, step)
	switch {
	case err != nil || step.Stays:
		return msg, err
	case step.Off():
		return msg, cancel(u, m, reason)
	}
	start, end := m.Start, m.End
	m.Start, m.End, m.Reason = step.Start, step.End, reason
	m.Moved(start, end, m.Zone)
	return msg, u.put(m)
}

// owedAfter completes messages about meetings of the owner's that have just been changed: with what guests are to be sent
// now. It is the whole series of which they are told where they know no such meeting by what they have of it, and once for all.
func (s Invitations) owedAfter(r Reader, all []Message) error {
	told := map[core.ID]bool{}
	for i := range all {
		m := &all[i]
		if m.Theirs.Email != "" || m.Stays {
			continue
		}
		m.Method, m.State = "", "" // said before the step of each by itself
		next, err := s.owed(r, m.Meeting.ID)
		if err == nil && next == nil {
			next, err = s.owedWithAll(r, m.Meeting)
		}
		if err != nil {
			return err
		}
		if next == nil || told[next.Of] {
			continue
		}
		told[next.Of] = true
		m.Of, m.Ends, m.Method, m.State = next.Of, next.Ends, next.Method, next.State
	}
	return nil
}

// owedWithAll gives the message about the whole series of a meeting that is off, of which guests have other times: they never
// had this one, but have what was to become of it. Nil for none.
func (s Invitations) owedWithAll(r Reader, m *core.Meeting) (*Message, error) {
	if m.Series.IsZero() || !m.Off() {
		return nil, nil
	}
	a, err := aboutOf(r, m.ID)
	if err != nil || a.series == nil {
		return nil, err
	}
	all := toldTo(a.known(), core.ID{})
	if a.former != nil {
		all = append(all, a.former.sent...)
	}
	if !slices.ContainsFunc(recipientsIn(all), func(person core.ID) bool {
		theirs := toldTo(a.known(), person)
		state, _ := a.former.known(person)
		return unheard(m, a.series, theirs) != nil || len(theirs) == 0 && state == VersionOldTime
	}) {
		return nil, nil
	}
	return s.owed(r, a.series.ID)
}
