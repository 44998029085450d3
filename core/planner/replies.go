package planner

import (
	"context"
	"slices"
	"strconv"
	"time"

	"mentorbook/core"
)

// Replies is what guests say to our invitations.
type Replies struct{ e *engine }

// ReplyStep is what an import would do with one answer of a file.
type ReplyStep struct {
	Line     int          `json:"line"`
	UID      string       `json:"uid"`
	Email    string       `json:"email"`
	Name     string       `json:"name,omitempty"`  // whose address that is here
	Title    string       `json:"title,omitempty"` // of the meeting
	Does     CalendarDoes `json:"does"`
	Answer   core.Answer  `json:"answer"`
	Start    core.Civil   `json:"start,omitzero"`        // the time that the guest proposes
	End      core.Civil   `json:"end,omitzero"`          // with Start: when that would end
	Zone     core.Zone    `json:"zone,omitempty"`        // of Start and End
	Rule     string       `json:"rule,omitempty"`        // with Start, of a whole series: by what it would recur from then on
	Was      int          `json:"was_minutes,omitempty"` // with Start: how long it takes so far
	Place    string       `json:"place,omitempty"`       // that the guest proposes at the same time
	Of       core.Civil   `json:"occurrence,omitzero"`   // the original start of the meeting of a series that it is about; zero: all of it
	Whole    bool         `json:"whole,omitempty"`       // it is about all of a series
	Said     string       `json:"comment,omitempty"`     // the guest's words
	Sender   string       `json:"sender,omitempty"`      // the address of its e-mail, where that is none of the guest's: somebody for them, or in their name
	Delegate string       `json:"delegate,omitempty"`    // the address of whom the guest sends in their place
	Asks     bool         `json:"asks,omitempty"`        // the guest asks for the latest version (REFRESH)
	About    core.ID      `json:"about,omitzero"`        // the meeting or series that the guest asks for
	Err      error        `json:"-"`                     // why it is not taken

	reply *core.Reply
	ahead bool // its stamp lies in days to come
}

// Asked gives the time that the guest proposes, on a clock; zero for none.
func (s *ReplyStep) Asked(home core.Zone) core.Asked {
	return core.AskedOn(s.Start, s.End, s.Zone, home, s.Was)
}

// GuestAnswer is one invited guest with what they said to the version of the invitation that they have.
type GuestAnswer struct {
	Person  core.ID
	Email   string
	Answer  core.Answer // AnswerNone where there is none yet
	Reply   *core.Reply // nil where there is none
	OldTime bool        // they know of another time than that of the meeting: what they said was to that one
	Off     bool        // they have a cancellation, and the meeting takes place
	StillOn bool        // it is off and was still to come, and nobody told them
	OldText bool        // they know its time, but another title, place or link of it, and it is still to come
}

// SaidBy counts what guests said and know.
func SaidBy(all []GuestAnswer) core.GuestsSaid {
	out := core.GuestsSaid{Answers: make([]core.Answer, len(all))}
	for i, g := range all {
		out.Answers[i] = g.Answer
		if g.OldText {
			out.OldTexts++
		}
		switch {
		case g.Off:
			out.Off++
		case g.StillOn:
			out.StillOn++
		case g.OldTime:
			out.OldTimes++
		case g.Proposes() && g.Reply.Place != "":
			out.Places++
		case g.Proposes():
			out.Propose++
		}
	}
	return out
}

// Proposes tells whether the guest asks for another time, or place, to the version that they have.
func (g GuestAnswer) Proposes() bool { return g.Reply != nil && g.Reply.Proposes() }

// NeedCare tells whether the owner has something to do about what guests said or know: somebody declined, asks for
// another time, has the time before, a cancellation of what takes place, or none of what is off.
func NeedCare(all []GuestAnswer) bool {
	return slices.ContainsFunc(all, func(g GuestAnswer) bool {
		return g.OldTime || g.Off || g.StillOn || g.Proposes() || g.Answer == core.AnswerDeclined
	})
}

// Silent tells whether guests were asked and none of them has answered.
func Silent(all []GuestAnswer) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(g GuestAnswer) bool { return g.Answer != core.AnswerNone })
}

// To gives who was invited to a meeting, and what each said: last to the occurrence, else to its series.
func (s Replies) To(ctx context.Context, meeting core.ID) ([]GuestAnswer, error) {
	return view(ctx, s.e, func(r Reader) ([]GuestAnswer, error) {
		rec, err := get(r, core.Ref{Kind: core.KindMeeting, ID: meeting})
		if err != nil {
			return nil, err
		}
		return answersTo(r, rec.(*core.Meeting), s.e.now())
	})
}

func answersTo(r Reader, m *core.Meeting, now time.Time) ([]GuestAnswer, error) {
	sent, err := sentAbout(r, m)
	if err != nil {
		return nil, err
	}
	series, err := seriesOf(r, m)
	if err != nil {
		return nil, err
	}
	instead, err := askedInstead(r, m, series, sent)
	if err != nil || len(sent) == 0 {
		return instead, err
	}
	replies, err := repliesTo(r, m)
	if err != nil {
		return nil, err
	}
	ahead := m.Off() && endsAfter(m, now)
	var out []GuestAnswer
	for i := len(sent) - 1; i >= 0; i-- { // the newest message that a guest has is the one that counts
		d := sent[i]
		if !d.Method.Informs() { // it asks nobody
			continue
		}
		for _, to := range d.To {
			if slices.ContainsFunc(out, func(g GuestAnswer) bool { return g.Person == to.Person }) {
				continue
			}
			g := GuestAnswer{Person: to.Person, Email: to.Email, Answer: core.AnswerNone}
			theirs := toldTo(sent, to.Person)
			state, last := knownTime(m, series, theirs)
			if last == nil {
				continue // they know of no such meeting
			}
			asked := d
			if !last.Occurrence.IsZero() {
				asked = last // what came of all since left it as it was
			}
			if reply := newestReply(replies, to.Person, m, asked, theirs); reply != nil {
				if g.Answer, g.Reply = reply.Answer, reply; reply.Place != "" && reply.Place == m.Place { // they have it
					g.Reply = taken(reply)
				}
			}
			g.OldTime, g.Off, g.StillOn = m.Planned() && state == VersionOldTime, m.Planned() && state == VersionOff, ahead && state == VersionStillOn
			gone, err := toldToLeave(r, m, last, to.Person)
			if err != nil {
				return nil, err
			}
			if g.OldText = m.Planned() && state == VersionCurrent && !gone && endsAfter(m, now); g.OldText {
				if g.OldText, err = textDiffers(r, m, last); err != nil {
					return nil, err
				}
			}
			switch {
			case gone:
				g.Answer = "" // it is none of theirs any more
			case g.Off:
				g.Answer, g.Reply = core.AnswerNone, nil // what they said was to what was called off
			case last.CallsOff():
				g.Answer = "" // nothing is asked any more
			}
			out = append(out, g)
		}
	}
	out = slices.DeleteFunc(out, func(g GuestAnswer) bool { return g.Answer == "" })
	slices.Reverse(out)
	return append(out, instead...), nil
}

// textDiffers tells whether a message gives a meeting another title, place or link than it has.
func textDiffers(r Reader, m *core.Meeting, was *core.Dispatch) (bool, error) {
	title := m.Title
	if title == "" {
		rel, err := load[core.Relationship](r, m.Relationship)
		if err != nil {
			return false, err
		}
		if title, err = invitationTitle(r, m, rel); err != nil {
			return false, err
		}
	}
	return !was.SameText(&core.Dispatch{Title: title, Place: m.Place, Link: m.Link}), nil
}

// endsAfter tells whether a meeting is over after an instant.
func endsAfter(m *core.Meeting, at time.Time) bool {
	end, err := m.EndAt()
	return err == nil && end.After(at)
}

// lastTold gives what the last of some messages says of a meeting, with the time that it gives to that one; nil where
// none tells of it.
func lastTold(m *core.Meeting, theirs []*core.Dispatch) *core.Dispatch {
	switch {
	case len(theirs) == 0:
		return nil
	case m.Series.IsZero():
		return theirs[len(theirs)-1]
	}
	return core.KnownOccurrence(m, theirs)
}

// repliesTo gives the answers to a meeting, and to the series that it is of.
func repliesTo(r Reader, m *core.Meeting) ([]*core.Reply, error) {
	out, err := collect(scan[core.Reply](r, Query{Index: RepliesOfMeeting, Of: m.ID}))
	if err != nil || m.Series.IsZero() {
		return out, err
	}
	more, err := collect(scan[core.Reply](r, Query{Index: RepliesOfSeries, Of: m.Series}))
	return append(out, more...), err
}

// newestReply gives a guest's answer to the version of the invitation that the last of the messages to them told them of: to
// the occurrence, or to all where that came later and overrules it. One to an older version stands where that has the same time:
// see standsSince. What was said to all of a series after a message about all of it told of that version is said to the
// occurrences too whose own count is higher, unless the answer may be to a message that gave them another time: see crosses. So
// is what was said after an answer to that version of the one, of which the guest knew then. What does not overrule what they said
// to the one at its former time says nothing of it at the present one.
func newestReply(all []*core.Reply, person core.ID, m *core.Meeting, last *core.Dispatch, theirs []*core.Dispatch) *core.Reply {
	now := versionIn(last, m)
	count := now
	if slices.ContainsFunc(all, func(r *core.Reply) bool { return r.Person == person && r.Sequence < now }) {
		count = min(now, standsSince(m, theirs))
	}
	var alone, whole, former *core.Reply
	for _, r := range all {
		best := &alone
		switch {
		case r.Whole():
			best = &whole
		case r.Sequence < count:
			best = &former
		}
		about := r.Person == person && (r.Occurrence.IsZero() || r.Occurrence == m.Recurrence)
		if about && (*best == nil || saidLater(r, *best)) {
			*best = r
		}
	}
	switch {
	case whole == nil:
		return alone
	case alone != nil:
		switch {
		case !saidLater(whole, alone) || !overrules(whole.Answer, alone.Answer, wants(alone)):
			return alone
		case whole.Answer == core.AnswerDeclined && whole.Sequence < lastOfAll(theirs): // see stands.go
			return nil
		case whole.SequenceOf(m.Recurrence) < min(count, lastOfAll(theirs)): // it was to what had this one at another time, or not at all
			return alone
		}
		return whole
	case whole.Answer == core.AnswerDeclined && whole.Sequence < lastOfAll(theirs):
		return nil
	case whole.Answer == core.AnswerDeclined: // see stands.go
		count = now
	}
	stays := former != nil && !overrules(whole.Answer, former.Answer, wants(former))
	if whole.SequenceOf(m.Recurrence) >= count || !stays && saidSince(whole, m, count, theirs) {
		return whole
	}
	return nil
}

// saidSince tells whether an answer to all of a series was said after a message about all of it that told of a meeting in a version.
func saidSince(whole *core.Reply, m *core.Meeting, version int, theirs []*core.Dispatch) bool {
	return !crosses(whole, m, theirs) && slices.ContainsFunc(theirs, func(d *core.Dispatch) bool {
		return d.Occurrence.IsZero() && versionIn(d, m) == version && whole.Sequence >= d.Sequence && !whole.Said.At.Before(d.At)
	})
}

// wants tells whether a guest wants another time as far as they know: they propose one, or have not been told yet that it was declined.
func wants(reply *core.Reply) bool { return reply.Proposes() || !reply.Kept.IsZero() }

// lastOfAll gives the SEQUENCE of the last message to somebody about all of a series; 0 for none.
func lastOfAll(theirs []*core.Dispatch) int {
	for _, d := range slices.Backward(theirs) {
		if !d.One() {
			return d.Sequence
		}
	}
	return 0
}

// crosses tells whether an answer to all of a series may have crossed the message that moved a meeting of it: of those about all
// with the SEQUENCE that it answers one gave that another time, or none, and it does not name that one among those that the guest was
// shown, as its program would. Others name none: whoever answers with them after a message was sent sees what that says, for they put
// what comes into the calendar that their user answers from; that they ask for the one once more would be worse than to believe it.
// Who comes to none does not come to that one either.
func crosses(whole *core.Reply, m *core.Meeting, theirs []*core.Dispatch) bool {
	if whole.Answer == core.AnswerDeclined || !whole.Lists {
		return false
	}
	last := lastTold(m, theirs)
	for i, d := range theirs {
		if d.Series.IsZero() || !d.Occurrence.IsZero() || d.Sequence != whole.Sequence {
			continue
		}
		if was := lastTold(m, theirs[:i+1]); was == nil || was.CallsOff() || !was.SameSpan(last.Start, last.End, last.Zone) {
			return true
		}
	}
	return false
}

// versionIn gives the SEQUENCE under which a message tells of a meeting.
func versionIn(d *core.Dispatch, m *core.Meeting) int {
	if m.Recurrence.IsZero() {
		return d.Sequence
	}
	return d.SequenceOf(m.Recurrence)
}

// knownAnswers writes down beside the guests of an invitation, with its record, what they have said that stands.
func (a *matter) knownAnswers(r Reader, v *core.Invitation, d *core.Dispatch) error {
	if len(a.before) == 0 {
		return nil
	}
	if !a.whole {
		said, err := answersTo(r, a.meeting, v.Stamp)
		for i := range v.Guests {
			v.Guests[i].Answer = saidBy(said, v.Guests[i].Person, a.told(), v.Sequence)
		}
		return err
	}
	replies, err := collect(scan[core.Reply](r, Query{Index: RepliesOfSeries, Of: a.series.ID}))
	if err != nil {
		return err
	}
	v.Guests = slices.Clone(v.Guests)
	for i := range v.Guests {
		for _, reply := range replies { // a guest has one to all of it
			if reply.Occurrence.IsZero() && reply.Person == v.Guests[i].Person && a.stillAsked(reply, d) {
				v.Guests[i].Answer = reply.Answer
			}
		}
	}
	for i := range v.Series.Moved {
		o := &v.Series.Moved[i]
		m, err := a.meetingAt(r, o.Original)
		if err != nil {
			return err
		}
		said, err := answersTo(r, m, v.Stamp)
		if err != nil {
			return err
		}
		next := a.oneByItself(o.Original, o.Start, o.End, v.Series.Zone)
		o.Answers = map[core.ID]core.Answer{}
		for _, g := range v.Guests {
			answer := saidBy(said, g.Person, core.OccurrenceSequence(o.Original, a.before), next)
			if answer != "" && !asksAnew(said, g.Person, max(d.Sequence, o.Sequence)) {
				o.Answers[g.Person] = answer
			}
		}
	}
	return nil
}

// stillAsked tells whether an answer to all of a series is to its next message too.
func (a *matter) stillAsked(reply *core.Reply, next *core.Dispatch) bool {
	return answersAll(reply, next, append(slices.Clone(toldTo(a.known(), reply.Person)), next))
}

// oneByItself gives the SEQUENCE that the next message about one occurrence of a series would have at a time, by itself: all of
// the series may have a new version for other dates.
func (a *matter) oneByItself(original, start, end core.Civil, zone core.Zone) int {
	at := &core.Meeting{Recurrence: original, Start: start, End: end, Zone: zone}
	return core.NextOccurrenceSequence(at, core.MethodRequest, told(a.before))
}

// nameAnswered adds to the record of an invitation to a whole series those of its meetings to which a guest has said something by
// itself that stands: who has declined one of them would else have it back by a message that says nothing of it.
func (a *matter) nameAnswered(r Reader, d *core.Dispatch) error {
	if !a.whole || d.Method != core.MethodRequest || len(a.before) == 0 {
		return nil
	}
	named := map[core.Civil]bool{}
	for _, o := range d.Moved {
		named[o.Original] = true
	}
	for _, original := range d.Except {
		named[original] = true
	}
	for reply, err := range scan[core.Reply](r, Query{Index: RepliesOfSeries, Of: a.series.ID}) {
		if err != nil {
			return err
		}
		original := reply.Occurrence
		if original.IsZero() || named[original] || !a.run.rule.Has(original) {
			continue
		}
		named[original] = true
		one, err := a.answeredApart(r, d, original)
		if err != nil {
			return err
		}
		if one != nil {
			d.Moved = append(d.Moved, *one)
		}
	}
	sortMoved(d)
	return nil
}

// meetingAt gives the meeting of a whole series that has an original start, with a record or without.
func (a *matter) meetingAt(r Reader, original core.Civil) (*core.Meeting, error) {
	m, err := recordOf(r, a.series.ID, original)
	if core.CodeOf(err) == core.CodeNotFound {
		return a.run.meeting(a.run.rule.At(original)), nil
	}
	return m, err
}

// answeredApart gives what a message about the whole of a series, by its record, says of one meeting of it to which a guest
// has said something; nil where nobody has, and where it asks all of them anew.
func (a *matter) answeredApart(r Reader, d *core.Dispatch, original core.Civil) (*core.Moved, error) {
	m, err := a.meetingAt(r, original)
	if err != nil {
		return nil, err
	}
	told := core.OccurrenceSequence(original, a.before)
	if a.oneByItself(original, m.Start, m.End, m.Zone) > told {
		return nil, nil
	}
	said, err := answersTo(r, m, d.At)
	if err != nil || !slices.ContainsFunc(said, func(g GuestAnswer) bool { return g.Reply != nil && g.Reply.Occurrence == original }) {
		return nil, err
	}
	o, _, err := a.override(r, m, d.Title, nil)
	one := moved(o)
	one.Sequence = max(told, d.Sequence)
	return &one, err
}

// asksAnew tells whether a message about all of a series, with a SEQUENCE for one meeting of it, asks a guest anew about that one though
// it has no other time than they were told of by itself: they know of no meeting then, since all have moved, or have declined all.
func asksAnew(all []GuestAnswer, person core.ID, sequence int) bool {
	return slices.ContainsFunc(all, func(g GuestAnswer) bool {
		none := g.Reply != nil && g.Reply.Whole() && g.Answer == core.AnswerDeclined && g.Reply.Sequence < sequence
		return g.Person == person && (g.OldTime || none)
	})
}

// saidBy gives what a guest said to what they were told of; "" for nothing, and where the next message asks anew.
func saidBy(all []GuestAnswer, person core.ID, told, next int) core.Answer {
	for _, g := range all {
		if g.Person == person && g.Answer != core.AnswerNone && next == told {
			return g.Answer
		}
	}
	return ""
}

// told gives the highest SEQUENCE under which a meeting, or an occurrence, was told of.
func (a *matter) told() int { return core.OccurrenceSequence(a.meeting.Recurrence, a.before) }

// takeReplies keeps the answers of a plan, as one step.
func (s CalendarFiles) takeReplies(ctx context.Context, plan *CalendarPlan) error {
	n, name := 0, ""
	for _, step := range plan.Replies {
		if step.Does == CalendarNew || step.Does == CalendarChanged {
			n++
			name = step.Title
		}
	}
	if n == 0 {
		return nil
	}
	_, err := s.e.do(ctx, TitleRepliesImported, map[string]string{"n": strconv.Itoa(n), "name": name}, func(u *unit) error {
		for _, step := range plan.Replies {
			if step.Does != CalendarNew && step.Does != CalendarChanged {
				continue
			}
			if err := u.put(step.reply); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}
