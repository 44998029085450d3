package planner

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// planReplies finds for each answer of a file the invitation that it answers: by its UID and the address that the
// invitation went to, or another of the same guest, never by a name. ORGANIZER is not asked for: outlook.com leaves it out.
func (s CalendarFiles) planReplies(r Reader, plan *CalendarPlan) error {
	if len(plan.batch.Answers) == 0 {
		return nil
	}
	sent, last := map[string][]*core.Dispatch{}, map[string]int{}
	for _, a := range plan.batch.Answers {
		sent[a.UID] = nil
	}
	for d, err := range every[core.Dispatch](r) {
		if err != nil {
			return err
		}
		list, asked := sent[d.UID]
		if asked && !d.Method.FromGuest() && d.Method != core.MethodDeclineCounter {
			last[d.UID] = max(last[d.UID], d.Last())
		}
		if asked && d.Method.Informs() {
			sent[d.UID] = append(list, d)
		}
	}
	ws, err := workspaceOf(r)
	if err != nil {
		return err
	}
	for i := range plan.batch.Answers {
		a := &plan.batch.Answers[i]
		if besideAll(plan.batch.Answers, a) || toAll(plan.batch.Answers, a) != nil {
			continue
		}
		step := ReplyStep{Line: a.Line, UID: a.UID, Email: a.Email, Answer: a.Answer}
		err := s.planReply(r, &step, a, plan.batch.Answers, sent[a.UID], ws.Owner)
		if err == nil && step.reply != nil {
			err = step.doubt(r, a, last[a.UID])
		}
		if err != nil {
			if core.CodeOf(err) == core.CodeInternal {
				return err
			}
			step.Does, step.Err = CalendarRefused, err
		}
		plan.Replies = append(plan.Replies, step)
		plan.count(step.Does)
	}
	return nil
}

// besideAll tells whether an answer is none, beside one of the same guest to all of the series: Thunderbird adds those meetings to
// it that were changed by themselves, as it had them.
func besideAll(all []core.CalendarAnswer, a *core.CalendarAnswer) bool {
	return !a.Recurrence.IsZero() && !a.Proposed && !a.Refresh && strings.EqualFold(a.Partstat, "NEEDS-ACTION") &&
		slices.ContainsFunc(all, func(b core.CalendarAnswer) bool {
			return b.UID == a.UID && b.Recurrence.IsZero() && b.Answer != "" && core.EmailKey(b.Email) == core.EmailKey(a.Email)
		})
}

func (s CalendarFiles) planReply(r Reader, step *ReplyStep, a *core.CalendarAnswer, all []core.CalendarAnswer, sent []*core.Dispatch, owner core.ID) error {
	if len(sent) == 0 {
		return core.Fail(core.CodeNotOurs, "value", core.Excerpt(a.UID), "state", asksFor(a))
	}
	step.Title = sent[len(sent)-1].Title
	if a.Future && !a.Refresh { // what is said of one and of all is kept, and a part of all is neither
		return core.Fail(core.CodeNoAnswer, "state", "future")
	}
	a, err := ofSender(r, sent, a)
	if err != nil {
		return err
	}
	step.Email, step.Answer, step.Said = a.Email, a.Answer, a.Comment // said also where it can't be taken
	if n := len(a.Others); n > 0 {                                    // each of them would have said what one did
		return core.FailField(core.CodeWhoAnswers, "email", "value", core.Excerpt(a.Email), "n", n)
	}
	last, to, err := toldWhoAnswers(r, sent, a)
	if err != nil {
		return err
	}
	person, err := load[core.Person](r, to.Person)
	if err != nil {
		return err
	}
	step.Name, step.Title = person.Name, last.Title
	if a.Refresh {
		return step.refresh(r, a, last)
	}
	if a.Sender != "" && core.EmailKey(a.Sender) != core.EmailKey(a.Email) && !person.HasEmail(a.Sender) {
		step.Sender = core.Excerpt(a.Sender)
	}
	if last.CallsOff() { // they know that it is off, or will
		return core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
	}
	if last.Series.IsZero() && last.Occurrence.IsZero() && !a.Recurrence.IsZero() {
		return core.Fail(core.CodeNotRepeating)
	}
	reply, err := replyBeside(a, all, last, to, owner)
	if err != nil {
		return err
	}
	now := s.e.nowUTC()
	step.ahead = stamped(reply, a.Stamp, now)
	if outdated(reply, last, toldTo(sent, to.Person)) {
		retracts, err := retracts(r, reply)
		if err == nil && !retracts {
			err = core.Fail(core.CodeOutdated)
		}
		if err != nil {
			return err
		}
	}
	if err := invitedTo(last, reply.Occurrence); err != nil {
		return err
	}
	step.Start, step.End, step.Zone, step.Answer, step.reply = reply.Start, reply.End, reply.Zone, reply.Answer, reply
	if err := step.propose(r, a, last); err != nil {
		return err
	}
	step.Of, step.Said, step.Whole, step.Delegate = reply.Occurrence, a.Comment, reply.Whole(), core.Excerpt(a.Delegate)
	if rule, err := wantedRule(r, reply); err == nil && !reply.Start.IsZero() {
		step.Rule = rule
	}
	if err := reply.Validate(); err != nil {
		return err
	}
	return step.compare(r, now)
}

// asksFor tells what a guest's message is that is no plain answer, for its words; "" for one that is.
func asksFor(a *core.CalendarAnswer) string {
	switch {
	case a.Refresh:
		return "refresh"
	case a.Proposed:
		return "counter"
	}
	return ""
}

// toldWhoAnswers gives the last message to the guest who answers, by the address that it went to or by another of theirs. Its error
// says that there is none.
func toldWhoAnswers(r Reader, sent []*core.Dispatch, a *core.CalendarAnswer) (*core.Dispatch, core.Recipient, error) {
	last, to := sentTo(sent, a, func(to core.Recipient) bool { return core.EmailKey(to.Email) == core.EmailKey(a.Email) })
	switch {
	case last != nil:
		return last, to, nil
	case a.Email == "":
		return nil, to, core.Fail(core.CodeNoAnswer, "state", cmp.Or(asksFor(a), "no")+"_guest")
	}
	guest, err := guestOfAddress(r, sent, a.Email)
	if err != nil {
		return nil, to, err
	}
	if last, to = sentTo(sent, a, func(to core.Recipient) bool { return to.Person == guest }); last == nil {
		err = core.FailField(core.CodeNotInvited, "email", "value", core.Excerpt(a.Email))
	}
	return last, to, err
}

// stampAhead is how far a DTSTAMP may lie ahead of the moment at which a message is read: clocks are wrong by a zone.
const stampAhead = 24 * time.Hour

// believed gives when a message was said, as far as that can be: what bears a stamp from days to come was said when it
// was read, or nothing that is said before that day would count.
func believed(stamp, read time.Time) time.Time {
	if stamp.After(read.Add(stampAhead)) {
		return read
	}
	return stamp
}

// refresh plans what is to be done for a guest who asks for the latest version: nothing here, but it can be sent.
func (step *ReplyStep) refresh(r Reader, a *core.CalendarAnswer, last *core.Dispatch) error {
	step.Asks, step.Does, step.Answer, step.About = true, CalendarSame, "", last.Meeting
	if !last.Series.IsZero() {
		step.About = last.Series
		if series, err := load[core.Series](r, last.Series); err == nil && !a.Recurrence.IsZero() {
			run, err := schedule.OfSeries(series)
			if err != nil {
				return err
			}
			original, _ := originalOf(run, a)
			step.About = core.OccurrenceID(series.ID, original)
			if m, err := recordOf(r, series.ID, original); err == nil {
				step.About = m.ID
			}
		}
	}
	_, err := aboutOf(r, step.About)
	return err
}

// doubt refuses an answer to a version that was never sent, whose SEQUENCE has to be that of the invitation (RFC 5546
// 3.2.3, 3.2.7), and a proposal of the time that it has. One that is here already is known.
func (step *ReplyStep) doubt(r Reader, a *core.CalendarAnswer, sent int) error {
	if a.Sequence > sent {
		return core.Fail(core.CodeNeverSaid, "value", strconv.Itoa(core.VersionOf(a.Sequence)), "was", strconv.Itoa(core.VersionOf(sent)))
	}
	if step.Does == CalendarSame || !step.reply.Proposes() {
		return nil
	}
	now, err := presentTime(r, step.reply)
	if err != nil {
		return err
	}
	if reply := step.reply; now != nil && reply.Place == "" && asIs(reply, now) {
		return core.Fail(core.CodeNoProposal)
	}
	return nil
}

// asIs tells whether a guest proposes the time that something has, of a whole series by the rule that it has or by none of theirs.
func asIs(reply *core.Reply, now *core.Dispatch) bool {
	return now.SameSpan(reply.Start, reply.End, reply.Zone) && (reply.Rule == "" || reply.Rule == now.Rule)
}

// presentTime gives when what an answer is about takes place; nil where it is not here any more.
func presentTime(r Reader, reply *core.Reply) (*core.Dispatch, error) {
	id := reply.Meeting
	switch {
	case id.IsZero() && reply.Occurrence.IsZero():
		series, err := load[core.Series](r, reply.Series)
		if core.CodeOf(err) == core.CodeNotFound {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		return &core.Dispatch{Start: series.Start, End: series.End, Zone: series.Zone, Rule: series.Rule, Place: series.Place, Link: series.Link}, nil
	case id.IsZero():
		id = core.OccurrenceID(reply.Series, reply.Occurrence)
		if m, err := recordOf(r, reply.Series, reply.Occurrence); err == nil {
			id = m.ID
		}
	}
	m, err := load[core.Meeting](r, id)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &core.Dispatch{Start: m.Start, End: m.End, Zone: m.Zone, Place: m.Place, Link: m.Link}, nil
}

// propose notes the place that a guest proposes for a meeting, for one of a series or for all of it, where the time is to stay: of
// one who asks for another time a place may be no more than what their calendar has, and what they were sent.
func (step *ReplyStep) propose(r Reader, a *core.CalendarAnswer, last *core.Dispatch) error {
	reply := step.reply
	if !reply.Proposes() {
		return nil
	}
	now, err := presentTime(r, reply)
	if err != nil || now == nil {
		return err
	}
	step.Was = core.MinutesBetween(now.Start, now.End, now.Zone)
	if !asIs(reply, now) {
		return nil
	}
	if place := placeBeside(a.Place, now.Link); place != "" && place != now.Place && place != last.Place && place != now.Link {
		reply.Place, step.Place = place, place
	}
	return nil
}

// placeBeside gives a place without the link that messages have behind it.
func placeBeside(place, link string) string {
	if link == "" {
		return place
	}
	if before, has := strings.CutSuffix(place, link); has {
		return strings.TrimRight(before, ", ")
	}
	return place
}

// compare holds an answer against the guest's former one.
func (step *ReplyStep) compare(r Reader, now time.Time) error {
	q := Query{Index: RepliesOfMeeting, Of: step.reply.Meeting}
	if !step.reply.Series.IsZero() {
		q = Query{Index: RepliesOfSeries, Of: step.reply.Series}
	}
	all, err := collect(scan[core.Reply](r, q))
	if err != nil {
		return err
	}
	if slices.ContainsFunc(all, func(old *core.Reply) bool { return overruled(step.reply, old) }) {
		return core.Fail(core.CodeOutdated)
	}
	i := slices.IndexFunc(all, func(old *core.Reply) bool {
		return old.Person == step.reply.Person && old.Occurrence == step.reply.Occurrence
	})
	if i < 0 {
		step.Does = CalendarNew
		return nil
	}
	old := all[i]
	at := old.Said.At
	if at.After(now.Add(stampAhead)) { // kept by a former version, which believed every stamp
		at = old.Updated
	}
	known := *old
	known.Said.At = at
	if overtake(step.reply, &known) {
		return core.Fail(core.CodeOutdated)
	}
	again := *step.reply
	again.Head, again.Said.At = old.Head, old.Said.At
	was, err := ContentSum(old)
	if err != nil {
		return err
	}
	is, err := ContentSum(&again)
	if err != nil {
		return err
	}
	switch {
	case step.ahead && was == is, step.reply.Said.At.Equal(at) && step.reply.Stamp.IsZero() == old.Stamp.IsZero() && step.reply.Answer == old.Answer:
		step.Does = CalendarSame
	case saidLater(&known, step.reply):
		return core.Fail(core.CodeOutdated)
	default:
		step.Does = CalendarChanged
	}
	step.reply.Head = old.Head
	return nil
}

// overruled tells whether an answer to one meeting says otherwise than the same guest has said of all of its series since, which
// counts for that one too.
func overruled(one, all *core.Reply) bool {
	return all.Person == one.Person && all.Whole() && !one.Whole() && saidLater(all, one) && overrules(all.Answer, one.Answer, wants(one)) &&
		(all.Answer != one.Answer || wants(one)) && (all.Answer == core.AnswerDeclined || all.Sequence >= one.Sequence)
}

// guestOfAddress gives the one who got some messages and has an address to which none of them went; zero where nobody has
// it, and where several share it.
func guestOfAddress(r Reader, sent []*core.Dispatch, email string) (found core.ID, err error) {
	asked := map[core.ID]bool{}
	for _, d := range sent {
		for _, to := range d.To {
			if asked[to.Person] {
				continue
			}
			asked[to.Person] = true
			person, err := load[core.Person](r, to.Person)
			switch {
			case core.CodeOf(err) == core.CodeNotFound:
			case err != nil:
				return core.ID{}, err
			case !person.HasEmail(email):
			case !found.IsZero():
				return core.ID{}, nil
			default:
				found = to.Person
			}
		}
	}
	return found, nil
}

// ofSender gives an answer that names several guests as that of the one from whom the e-mail is, by another of their
// addresses; as it is where that is nobody's of those who were invited.
func ofSender(r Reader, sent []*core.Dispatch, a *core.CalendarAnswer) (*core.CalendarAnswer, error) {
	if len(a.Others) == 0 || a.Sender == "" {
		return a, nil
	}
	id, err := guestOfAddress(r, sent, a.Sender)
	if err != nil || id.IsZero() {
		return a, err
	}
	who, err := load[core.Person](r, id)
	if err != nil {
		return a, err
	}
	if one := *a; who.HasEmail(a.Email) {
		one.Others = nil
		return &one, nil
	}
	for _, g := range a.Others {
		if who.HasEmail(g.Email) {
			one := *a
			one.Email, one.Answer, one.Delegate, one.Partstat, one.Others = g.Email, g.Answer, g.Delegate, "", nil
			return &one, nil
		}
	}
	return a, nil
}

// sentTo gives the newest invitation, or its cancellation, that went to a guest about what an answer answers; nil where none
// did.
func sentTo(sent []*core.Dispatch, a *core.CalendarAnswer, guest func(core.Recipient) bool) (*core.Dispatch, core.Recipient) {
	var last *core.Dispatch
	var who core.Recipient
	for _, d := range sent {
		if !d.Occurrence.IsZero() && !names(a, d.Occurrence, d.Zone) {
			continue
		}
		for _, to := range d.To {
			newer := last == nil || !d.At.Before(last.At)
			if last != nil && d.Occurrence == last.Occurrence {
				newer = d.Sequence > last.Sequence || d.Sequence == last.Sequence && !d.At.Before(last.At)
			}
			if newer && guest(to) {
				last, who = d, to
			}
		}
	}
	return last, who
}

// seriesSent gives a series as a message about the whole of it told of it.
func seriesSent(d *core.Dispatch) (*schedule.Recurring, error) {
	return schedule.OfSeries(&core.Series{Start: d.Start, End: d.End, Zone: d.Zone, Rule: d.Rule})
}

// invitedTo refuses an answer to an occurrence that the series, as it was sent, does not have.
func invitedTo(d *core.Dispatch, occurrence core.Civil) error {
	if occurrence.IsZero() || !d.Occurrence.IsZero() {
		return nil
	}
	run, err := seriesSent(d)
	if err == nil && !run.Has(occurrence) {
		err = core.Fail(core.CodeNoOccurrence, "value", occurrence.String())
	}
	if err == nil && slices.Contains(d.Except, occurrence) {
		err = core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
	}
	return err
}

// occurrenceOf gives the original start of the occurrence that an answer to an invitation names.
func occurrenceOf(d *core.Dispatch, a *core.CalendarAnswer) (core.Civil, error) {
	if !d.Occurrence.IsZero() { // it is the one that was sent: see sentTo
		return d.Occurrence, nil
	}
	run, err := seriesSent(d)
	if err != nil {
		return core.Civil{}, err
	}
	original, _ := originalOf(run, a)
	return original, nil
}

// originalOf finds the original start that an answer names: by its instant, else by the clock of the series; some programs
// name a meeting by its day alone. False, with what it names, where there is none.
func originalOf(run *schedule.Recurring, a *core.CalendarAnswer) (original core.Civil, has bool) {
	if original = a.Named; original.IsZero() {
		if original, has = run.OriginalAt(a.Recurrence); has {
			return original, true
		}
	}
	if run.Has(original) {
		return original, true
	}
	return ofDay(run, original)
}

// names tells whether an answer is to the occurrence with an original start, by its instant or by its day.
func names(a *core.CalendarAnswer, original core.Civil, zone core.Zone) bool {
	switch {
	case a.Named.IsZero():
		return startsAt(original, zone, a.Recurrence)
	case a.Named.Hour == 0 && a.Named.Minute == 0:
		return original.Date == a.Named.Date
	}
	return original == a.Named
}

func startsAt(c core.Civil, zone core.Zone, at time.Time) bool {
	t, err := c.In(zone)
	return err == nil && t.Equal(at)
}

// proposedRule gives the rule that a proposal for a whole series has, with the dates beside it by the clock of a place.
func proposedRule(a *core.CalendarAnswer, loc *time.Location) string {
	rule := onlyOnce() // of single dates
	if len(a.Dates) == 0 {
		return a.Rule
	}
	if a.Rule != "" {
		var err error
		if rule, err = core.ParseRule(a.Rule); err != nil {
			return a.Rule // which no reply can have
		}
	}
	for _, at := range a.Dates {
		rule.Dates = append(rule.Dates, core.CivilOf(at.In(loc)))
	}
	slices.SortFunc(rule.Dates, core.Civil.Compare)
	rule.Dates = slices.Compact(rule.Dates)
	return rule.String()
}

// replyOf makes the record of an answer.
func replyOf(a *core.CalendarAnswer, d *core.Dispatch, to core.Recipient, owner core.ID) (*core.Reply, error) {
	loc, err := d.Zone.Location()
	if err != nil {
		return nil, err
	}
	reply := &core.Reply{
		Meeting: d.Meeting, Series: d.Series, Person: to.Person, Email: to.Email, Answer: a.Answer, Sequence: a.Sequence,
		Said: core.Said{By: to.Person, Typed: owner, How: core.HowImport, At: a.Stamp, Words: a.Comment},
	}
	if !d.Series.IsZero() && !a.Recurrence.IsZero() {
		if reply.Occurrence, err = occurrenceOf(d, a); err != nil {
			return nil, err
		}
	}
	if a.Proposed {
		if a.Day {
			return nil, core.Fail(core.CodeNoAnswer, "state", "day")
		}
		if a.Local { // RFC 5545 3.3.5: the time is the same wherever it is read
			loc = time.UTC
		}
		reply.Start, reply.End, reply.Zone = core.CivilOf(a.Start.In(loc)), core.EndShown(a.Start, a.End.In(loc)), d.Zone
		if !d.Series.IsZero() && reply.Occurrence.IsZero() {
			reply.Rule = proposedRule(a, loc)
		}
		if reply.Answer == core.AnswerNone {
			reply.Answer = core.AnswerTentative // a proposal is neither yes nor no
		}
	}
	if a.Delegate != "" { // they do not come themselves (RFC 5546 2.1.5), and who comes instead is the owner's to say
		reply.Answer = core.AnswerDeclined
		if a.Delegate != core.Unnamed {
			reply.Said.Words = strings.TrimSpace(reply.Said.Words + " → " + core.Excerpt(a.Delegate))
		}
	}
	if reply.Answer == core.AnswerNone {
		return nil, core.Fail(core.CodeNoAnswer, "value", a.Partstat)
	}
	return reply, nil
}
