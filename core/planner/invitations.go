package planner

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
)

// Invitations is what can be sent about a meeting, and what was.
type Invitations struct{ e *engine }

// Sent gives every message that went out about a meeting, an occurrence or a whole series, oldest first.
func (s Invitations) Sent(ctx context.Context, id core.ID) ([]*core.Dispatch, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Dispatch, error) {
		a, err := aboutOf(r, id)
		if core.CodeOf(err) == core.CodeNotFound { // what was sent outlives what it was about
			return sent(r, id)
		}
		if err != nil {
			return nil, err
		}
		return a.known(), nil
	})
}

func sent(r Reader, meeting core.ID) ([]*core.Dispatch, error) {
	return collect(scan[core.Dispatch](r, Query{Index: DispatchesOfMeeting, Of: meeting}))
}

// invitationStands tells whether a guest has a meeting on their calendar: the last thing that they were sent about it, by
// itself or with its series, was a REQUEST.
func invitationStands(r Reader, m *core.Meeting) (bool, error) {
	known, err := knownTimes(r, m)
	return slices.ContainsFunc(known, func(k knowing) bool { return k.State.stands(m.Off()) }), err
}

// invitationStandsFor tells it of one guest.
func invitationStandsFor(r Reader, m *core.Meeting, person core.ID) (bool, error) {
	known, err := knownTimes(r, m)
	return slices.ContainsFunc(known, func(k knowing) bool { return k.Person == person && k.State.stands(m.Off()) }), err
}

// guestsKnow tells whether a guest was ever sent an invitation to a meeting, or its cancellation: a change of it is news.
func guestsKnow(r Reader, m *core.Meeting) (bool, error) {
	known, err := knownTimes(r, m)
	if err != nil || len(known) > 0 {
		return true, err
	}
	series, err := seriesOf(r, m)
	if err != nil {
		return false, err
	}
	instead, err := askedInstead(r, m, series, nil)
	return len(instead) > 0, err
}

// knowing is what one guest knows of a meeting.
type knowing struct {
	Person core.ID
	State  VersionState
}

// knownTimes gives everybody who was sent something about a meeting, by itself or with its series, with what they know of it.
// It gives nobody for another's meeting: a guest's word to the others was no invitation.
func knownTimes(r Reader, m *core.Meeting) ([]knowing, error) {
	all, err := sentAbout(r, m)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	series, err := seriesOf(r, m)
	if err != nil {
		return nil, err
	}
	if by, err := organizerOf(r, m, series); err != nil || by.Email != "" {
		return nil, err
	}
	var out []knowing
	for _, person := range recipientsIn(all) {
		if state, was := knownTime(m, series, toldTo(all, person)); was != nil {
			out = append(out, knowing{person, state})
		}
	}
	return out, nil
}

// seriesOf gives the series that a meeting is one of; nil for one by itself, and where the series is gone.
func seriesOf(r Reader, m *core.Meeting) (*core.Series, error) {
	if m.Series.IsZero() {
		return nil, nil
	}
	series, err := load[core.Series](r, m.Series)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil, nil
	}
	return series, err
}

// recipientsIn gives everybody to whom one of some messages went, once each.
func recipientsIn(all []*core.Dispatch) []core.ID {
	var out []core.ID
	for _, d := range toldTo(all, core.ID{}) {
		for _, to := range d.To {
			if !slices.Contains(out, to.Person) {
				out = append(out, to.Person)
			}
		}
	}
	return out
}

func sentSeries(r Reader, series core.ID) ([]*core.Dispatch, error) {
	all, err := collect(scan[core.Dispatch](r, Query{Index: DispatchesOfSeries, Of: series}))
	return slices.DeleteFunc(all, func(d *core.Dispatch) bool { return !d.Occurrence.IsZero() }), err
}

// sentAbout gives what went out about a meeting, oldest first: about it alone, and about the whole of its series.
func sentAbout(r Reader, m *core.Meeting) ([]*core.Dispatch, error) {
	all, err := sent(r, m.ID)
	if err != nil || m.Series.IsZero() {
		return all, err
	}
	for d, err := range scan[core.Dispatch](r, Query{Index: DispatchesOfSeries, Of: m.Series}) {
		if err != nil {
			return nil, err
		}
		if d.Occurrence.IsZero() || d.Occurrence == m.Recurrence {
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b *core.Dispatch) int { return a.At.Compare(b.At) })
	return all, nil
}

// standsAfter tells it after messages, oldest first.
func standsAfter(all []*core.Dispatch, person core.ID) bool {
	told := toldTo(all, person)
	return len(told) > 0 && told[len(told)-1].Method == core.MethodRequest
}

// toldTo gives the messages that told a guest of something. Where the person is zero it gives those that say what is so for
// all: not those to somebody who has left. A publication is none: nobody knows who has it. What went to a mailbox of theirs which
// was told that it goes on without them says nothing of the others.
func toldTo(all []*core.Dispatch, person core.ID) []*core.Dispatch {
	out := slices.DeleteFunc(slices.Clone(all), func(d *core.Dispatch) bool {
		if person.IsZero() {
			return !d.Method.Informs()
		}
		return !d.Method.Informs() && d.Method != core.MethodUninvite || !wentTo(d, person)
	})
	if person.IsZero() || !slices.ContainsFunc(out, func(d *core.Dispatch) bool { return d.Method == core.MethodUninvite }) {
		return out
	}
	if left := mailboxesIn(out)[person]; len(left) > 0 {
		return left.told(out, person)
	}
	return out
}

func wentTo(d *core.Dispatch, person core.ID) bool {
	return slices.ContainsFunc(d.To, func(to core.Recipient) bool { return to.Person == person })
}

// Sending says how a message goes out.
type Sending struct {
	Separately bool        // to each guest by themselves, who then does not see the others
	Together   bool        // to all guests at once, though what was sent last went to each by themselves; see Separately
	Answer     core.Answer // of a REPLY; of a COUNTER "" is tentative
	Comment    string      // of a REPLY or a COUNTER: a word for the organizer; may be ""
	Start      core.Civil  // of a COUNTER: the time that is proposed, of a whole series for its first meeting
	Minutes    int         // of a COUNTER: how long it is to be; 0 is as long as it is
	Zone       core.Zone   // of Start; "" is the meeting's
	Agenda     bool        // with the part of the agenda that all who get it may read
	Bare       bool        // without it, though the last invitation had it; see Agenda
	Present    bool        // of the owner's own: under their present address, though it went out under a former one; see organizerAs
}

// Prepare gives the next message about a meeting, an occurrence or a whole series, by its id, as it would be sent
// now.
func (s Invitations) Prepare(ctx context.Context, id core.ID, method core.Method) (*core.Invitation, error) {
	return s.PrepareAs(ctx, id, method, Sending{})
}

// PrepareAs is Prepare with a choice of how; of several messages it gives the first.
func (s Invitations) PrepareAs(ctx context.Context, id core.ID, method core.Method, how Sending) (*core.Invitation, error) {
	return view(ctx, s.e, func(r Reader) (*core.Invitation, error) {
		all, _, err := s.prepare(r, id, method, how)
		if err != nil {
			return nil, err
		}
		return all[0], nil
	})
}

// InWords is a message in words alone, for a mail program that opens no calendar messages.
type InWords struct {
	To            []string // addresses
	Hidden        bool     // those who get it are not to see one another
	Subject, Text string
}

// InWords gives the message as SendAs would write it, in words alone. Nothing is noted: nobody knows whether it goes out.
func (s Invitations) InWords(ctx context.Context, id core.ID, method core.Method, how Sending) (*InWords, error) {
	if s.e.Inviter == nil {
		return nil, core.Fail(core.CodeInternal, "reason", "nobody wired to write invitations")
	}
	out := &InWords{}
	return view(ctx, s.e, func(r Reader) (*InWords, error) {
		a, err := aboutOf(r, id)
		if err != nil {
			return nil, err
		}
		if out.Hidden, err = how.separately(r, a); err != nil {
			return nil, err
		}
		how.Separately, how.Together = false, true
		all, _, err := s.prepare(r, id, method, how)
		if err != nil {
			return nil, err
		}
		for _, g := range append(core.Mailboxes(recipientsOf(all[0])), all[0].Others...) {
			out.To = append(out.To, g.Email)
		}
		out.Hidden = out.Hidden && len(out.To) > 1
		out.Subject, out.Text, err = s.e.Inviter.Words(all[0])
		return out, err
	})
}

// Send writes the message to a file (.ics, or .eml for an e-mail that carries it) and notes that it went out.
// Either both happen or neither.
func (s Invitations) Send(ctx context.Context, id core.ID, method core.Method, path string) (*core.Dispatch, error) {
	all, err := s.SendAs(ctx, id, method, path, Sending{})
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// SendAs is Send with a choice of how. Several messages go to files with a number before their extension:
// invite-1.eml, invite-2.eml. Whoever is invited to a series that goes on in the stead of one that they have is told of the end of
// that one, by a message after the invitation.
func (s Invitations) SendAs(ctx context.Context, id core.ID, method core.Method, path string, how Sending) ([]*core.Dispatch, error) {
	if s.e.Inviter == nil || s.e.Files == nil {
		return nil, core.Fail(core.CodeInternal, "reason", "nobody wired to write invitations")
	}
	var out []*core.Dispatch
	args, title := map[string]string{}, TitleInvitationSent
	switch method {
	case core.MethodReply:
		title = TitleAnswerSent
	case core.MethodCounter:
		title = TitleProposalSent
	case core.MethodDeclineCounter:
		title = TitleTimeKept
	case core.MethodUninvite:
		title = TitleUninvited
	}
	_, err := s.e.doForGood(ctx, title, args, func(u *unit) error {
		all, d, err := s.prepare(u, id, method, how)
		if err != nil {
			return err
		}
		ends, err := s.endFormer(u, id, method, path, how)
		if err != nil {
			return err
		}
		args["name"] = all[0].Title
		files := make([][]byte, len(all))
		if method == core.MethodDeclineCounter {
			if err := countersTold(u, id, all); err != nil {
				return err
			}
		}
		for i, v := range all {
			if files[i], err = s.encode(v, path); err != nil {
				return err
			}
			one := recordOfMessage(d, v)
			if method == core.MethodDeclineCounter {
				one.Moved = nil // it tells of none
			}
			if err := u.put(one); err != nil {
				return err
			}
			out = append(out, one)
		}
		for _, one := range ends {
			if err := u.put(one.record); err != nil {
				return err
			}
			out, files = append(out, one.record), append(files, one.file)
		}
		for i, data := range files {
			if err := s.e.Files.WriteFile(ManyFile(path, i, len(files)), data); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && method.FromGuest() {
		err = s.answered(ctx, id, method, out[0].Answer)
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// recordOfMessage gives the record of one of the messages that have one in common.
func recordOfMessage(d *core.Dispatch, v *core.Invitation) *core.Dispatch {
	one := *d
	one.To, one.Sequence = nil, v.Sequence
	if !v.Method.FromGuest() {
		one.From = v.Organizer.Email
	}
	for _, g := range core.Mailboxes(recipientsOf(v)) {
		one.To = append(one.To, core.Recipient{Person: g.Person, Email: g.Email})
	}
	for _, o := range v.Others {
		one.Others = append(one.Others, core.Outsider{Name: o.Name, Email: o.Email, Answer: o.Answer})
	}
	return &one
}

// recipientsOf gives who gets a message: of an answer or a proposal, the organizer.
func recipientsOf(v *core.Invitation) []core.Party {
	if v.Method.FromGuest() {
		return []core.Party{v.Organizer}
	}
	return v.Guests
}

// ManyFile gives the name of one of several files, the first with i 0: of invite.eml, invite-1.eml.
func ManyFile(path string, i, n int) string {
	if n == 1 {
		return path
	}
	ext := filepath.Ext(path)
	return strings.TrimSuffix(path, ext) + "-" + strconv.Itoa(i+1) + ext
}

func (s Invitations) encode(v *core.Invitation, path string) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".ics":
		return s.e.Inviter.Calendar(v)
	case ".eml":
		if v.Method == core.MethodPublish { // a publication has nobody to be sent to
			return nil, core.FailField(core.CodeBadChoice, "file_type", "value", filepath.Base(path), "types", ".ics")
		}
		return s.e.Inviter.Email(v)
	}
	return nil, core.FailField(core.CodeBadChoice, "file", "value", filepath.Ext(path))
}

// prepare gives the messages, one to all guests or one to each, and what they have in common for the record.
func (s Invitations) prepare(r Reader, id core.ID, method core.Method, how Sending) ([]*core.Invitation, *core.Dispatch, error) {
	a, err := aboutOf(r, id)
	if err != nil {
		return nil, nil, err
	}
	ws, err := workspaceOf(r)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case method.FromGuest():
		return s.prepareAnswer(r, a, ws, method, how)
	case method == core.MethodUninvite:
		return s.prepareUninvite(r, a, ws, how)
	}
	if err := a.refuse(r, method, s.e.now()); err != nil {
		return nil, nil, err
	}
	off := a.withdraws(method)
	if off {
		method = core.MethodPublish
	}
	a.handOn(method)
	a.asBefore = method == core.MethodRequest && !how.Bare
	a.agendas = how.Agenda || a.asBefore && a.sentAgenda()
	m := a.meeting
	v := &core.Invitation{
		Off: off, Class: m.Origin.Class,
		Method: method, UID: m.UID, Stamp: a.stamp(s.e.nowUTC()), Place: m.Place, Link: m.Link,
		Reminders: ws.Reminders, Language: ws.Language, Reason: m.Reason,
	}
	if a.whole {
		v.Reason = a.series.Reason
	}
	if m.Reminders != nil {
		v.Reminders = m.Reminders
	}
	span, err := spanOf(m)
	if err != nil {
		return nil, nil, err
	}
	v.Start, v.End = span.Start, span.End
	if err := s.parties(r, a, v, ws); err != nil {
		return nil, nil, err
	}
	if err := how.present(r, a, v); err != nil {
		return nil, nil, err
	}
	if v.Title, err = invitationTitle(r, m, a.rel); err != nil {
		return nil, nil, err
	}
	d, err := a.dispatch(r, v)
	if err != nil {
		return nil, nil, err
	}
	d.Off, d.Agenda = off, a.agendas
	a.number(d)
	v.Sequence = d.Sequence
	a.answersOfOutsiders(v)
	if err := a.nameAnswered(r, d); err != nil {
		return nil, nil, err
	}
	all, err := s.messages(r, a, v, d, how)
	return all, d, err
}

// handOn leaves out of a file of somebody else's private meeting what it is about: its organizer wants nobody to learn it
// but those whom they invite themselves.
func (a *matter) handOn(method core.Method) {
	if method != core.MethodPublish || a.organizer.Email == "" {
		return
	}
	a.discreet, a.meeting = true, a.meeting.Shown(true)
	if a.series != nil {
		a.series = a.series.Shown(true)
	}
}

// messages completes a message, or makes one for each guest of it.
func (s Invitations) messages(r Reader, a *matter, v *core.Invitation, d *core.Dispatch, how Sending) ([]*core.Invitation, error) {
	if v.Method == core.MethodDeclineCounter {
		return s.declineCounters(r, a, v, d, how)
	}
	separately, err := how.separately(r, a)
	if err != nil {
		return nil, err
	}
	groups := addresseesOf(v, separately)
	var out []*core.Invitation
	for _, to := range groups {
		one, guests := *v, to.guests
		one.Guests, one.Others = guests, to.others
		if len(groups) > 1 && len(guests) > 0 {
			who, err := load[core.Person](r, guests[0].Person)
			if err != nil {
				return nil, err
			}
			if who.Language != "" {
				one.Language = who.Language
			}
		}
		var readers []core.ID
		for _, g := range guests {
			readers = append(readers, g.Person)
		}
		if len(to.others) > 0 {
			readers = append(readers, core.ID{}) // nobody is named as one who may read it
		}
		var err error
		if one.Series, err = a.invited(r, d, one.Title, readers); err != nil {
			return nil, err
		}
		if !a.whole && a.agendas {
			one.Description = agendaFor(a.meeting, readers)
		}
		a.numberOccurrences(one.Series, d)
		if one.Method == core.MethodRequest {
			if err := a.knownAnswers(r, &one, d); err != nil {
				return nil, err
			}
		}
		if err := a.describe(r, &one); err != nil {
			return nil, err
		}
		if one.Method == core.MethodRequest {
			one.News, one.Told = a.news(d, guests)
			if a.whole && a.series != nil && a.was() == nil {
				if one.Series.Back, err = a.comesBack(r, guests); err != nil {
					return nil, err
				}
			}
		}
		if err := one.Validate(); err != nil {
			return nil, err
		}
		out = append(out, &one)
	}
	return out, nil
}

// refuseMethod refuses to invite to what is off, and to call off what is on or what nobody was ever sent. A file that
// was published can be published anew to say that the meeting is off.
func refuseMethod(m *core.Meeting, method core.Method, before []*core.Dispatch, invited bool) error {
	published := wasSent(before, core.MethodPublish)
	switch {
	case m.Off() && method == core.MethodPublish && published:
		return nil
	case m.Off() != (method == core.MethodCancel):
		return core.Fail(core.CodeState, "state", string(m.Status))
	case !m.Off() || published || invited:
		return nil
	}
	return core.Fail(core.CodeNeverSent)
}

func wasSent(before []*core.Dispatch, method core.Method) bool {
	return slices.ContainsFunc(before, func(d *core.Dispatch) bool { return d.Method == method })
}

// wasInvited tells whether guests were invited, from here or by the calendar from which it came.
func (a *matter) wasInvited() bool { return wasSent(a.known(), core.MethodRequest) || a.takenOver() }

// withdraws tells whether a message takes a published file back: nobody knows who has it, so it is no CANCEL, which
// goes to those who were invited (RFC 5546 3.2.5), but a PUBLISH with STATUS:CANCELLED (3.2.1).
func (a *matter) withdraws(method core.Method) bool {
	if method == core.MethodCancel {
		return !a.wasInvited() // a series that is over may be taken back too: see refuse
	}
	return method == core.MethodPublish && a.off()
}

// invitationTitle gives what stands on a guest's calendar: the meeting's title, else who meets. A circle is called by
// its name; of two people the name is what the owner calls them, and nobody else's to read.
func invitationTitle(r Reader, m *core.Meeting, rel *core.Relationship) (string, error) {
	if m.Title != "" {
		return m.Title, nil
	}
	r = beneath(r) // it is compared with what was sent
	if as, err := load[core.Relationship](r, rel.ID); err == nil {
		rel = as
	}
	if rel.Name != "" && len(rel.Participants) > 2 {
		return rel.Name, nil
	}
	people, err := loadAll[core.Person](r, participants(rel))
	if err != nil {
		return "", err
	}
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = p.Name
	}
	title := strings.Join(names, " – ")
	if runes := []rune(title); len(runes) > core.MaxName {
		title = string(runes[:core.MaxName-1]) + "…"
	}
	return title, nil
}
