package planner

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
)

// matter is what a message is about: a meeting by itself, one occurrence of a series, or the whole of it.
type matter struct {
	meeting *core.Meeting // of a whole series, its first occurrence
	series  *core.Series  // nil: a meeting by itself
	whole   bool          // all of the series
	run     *running      // of a whole series
	rel     *core.Relationship
	// it is for somebody who may not learn what another's private meeting is about
	discreet bool
	agendas  bool // the message has agendas
	asBefore bool // it has those that were sent last, also of single ones of a whole series
	// of one of a series: its original start as its organizer has it, and whether that is known
	theirs core.Civil
	paired bool
	// whose it is where it is somebody else's; zero: the owner's
	organizer core.Party
	before    []*core.Dispatch // what went out about it, oldest first; of a series, about all that is in it
	former    *predecessor     // what guests have of the series that this one follows; nil for nothing
	doubtful  bool             // more may have gone out about it than is known: see findDoubt
}

// aboutOf finds what an id names.
func aboutOf(r Reader, id core.ID) (*matter, error) {
	a := &matter{}
	series, err := load[core.Series](r, id)
	switch {
	case err == nil:
		a.series, a.whole = series, true
		if a.run, err = runningOf(series); err != nil {
			return nil, err
		}
		a.meeting = a.run.meeting(a.run.rule.At(series.Start))
	case core.CodeOf(err) != core.CodeNotFound:
		return nil, err
	default:
		if a.meeting, err = load[core.Meeting](r, id); err != nil {
			return nil, err
		}
		if !a.meeting.Series.IsZero() {
			if a.series, err = load[core.Series](r, a.meeting.Series); err != nil && core.CodeOf(err) != core.CodeNotFound {
				return nil, err
			}
		}
	}
	if a.rel, err = load[core.Relationship](r, a.meeting.Relationship); err != nil {
		return nil, err
	}
	if a.organizer, err = organizerOf(r, a.meeting, a.series); err != nil {
		return nil, err
	}
	if err := a.findTheirs(); err != nil {
		return nil, err
	}
	if err := a.findSent(r); err != nil {
		return nil, err
	}
	if err := a.findDoubt(r); err != nil {
		return nil, err
	}
	if a.series != nil {
		if a.former, err = formerOfSeries(r, a.series); err != nil {
			return nil, err
		}
	}
	if was := a.was(); was != nil { // what is called off is what guests have
		a.meeting.Start, a.meeting.End, a.meeting.Zone = was.Start, was.End, was.Zone
	}
	return a, nil
}

// findSent finds what went out about it, or about what it is in.
func (a *matter) findSent(r Reader) (err error) {
	if a.series == nil {
		a.before, err = sent(r, a.meeting.ID)
		return err
	}
	if a.before, err = collect(scan[core.Dispatch](r, Query{Index: DispatchesOfSeries, Of: a.series.ID})); err != nil || a.whole {
		return err
	}
	alone, err := sent(r, a.meeting.ID) // what was said of it before its series came
	if err != nil {
		return err
	}
	// and what the owner said of all before they made dates of their own of these
	for part := a.series; part.Theirs.UID != ""; {
		more, err := collect(scan[core.Dispatch](r, Query{Index: DispatchesOfSeries, Of: part.Follows}))
		if err != nil {
			return err
		}
		alone = append(alone, slices.DeleteFunc(more, func(d *core.Dispatch) bool { return !d.Method.FromGuest() })...)
		if part, err = load[core.Series](r, part.Follows); core.CodeOf(err) == core.CodeNotFound {
			break
		} else if err != nil {
			return err
		}
	}
	a.before = append(alone, a.before...)
	slices.SortStableFunc(a.before, func(a, b *core.Dispatch) int { return a.At.Compare(b.At) })
	return nil
}

// off tells whether what the message is about does not take place.
func (a *matter) off() bool {
	if a.whole {
		return calledOff(a.run)
	}
	return a.meeting.Off()
}

// was gives what was last said of a whole series that is called off now; nil for all else.
func (a *matter) was() *core.Dispatch {
	if !a.whole || !a.off() {
		return nil
	}
	all := slices.DeleteFunc(told(a.known()), (*core.Dispatch).CallsOff)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

// known gives what went out about the very thing: about one occurrence, what was said of it alone or with all.
func (a *matter) known() []*core.Dispatch {
	if a.series == nil {
		return a.before
	}
	return slices.DeleteFunc(slices.Clone(a.before), func(d *core.Dispatch) bool {
		return d.Series.IsZero() && d.Meeting != a.meeting.ID || !d.Occurrence.IsZero() && (a.whole || d.Occurrence != a.theirs)
	})
}

// dispatch gives the record of the message as it would go out now, without its number and its guests.
func (a *matter) dispatch(r Reader, v *core.Invitation) (*core.Dispatch, error) {
	m := a.meeting
	d := &core.Dispatch{
		Meeting: m.ID, Method: v.Method, UID: v.UID, At: v.Stamp, Title: v.Title, Start: m.Start, End: m.End, Zone: m.Zone, Place: m.Place, Link: m.Link,
	}
	if a.series == nil {
		return d, nil
	}
	d.Meeting, d.Series, d.Occurrence = core.ID{}, a.series.ID, m.Recurrence
	if !a.whole {
		return d, nil
	}
	d.Occurrence, d.Rule = core.Civil{}, a.series.Rule
	d.Start, d.End = a.series.Start, a.series.End
	d.Except = slices.Clone(a.series.Except)
	if err := a.tellApart(r, d); err != nil {
		return nil, err
	}
	slices.SortFunc(d.Except, core.Civil.Compare)
	d.Except = slices.Compact(d.Except)
	sortMoved(d)
	return d, nil
}

// tellApart notes in the record of a message about a whole series which of its meetings do not take place, and what it says
// of those by themselves of which it says anything.
func (a *matter) tellApart(r Reader, d *core.Dispatch) error {
	apart, seen := a.apart(), map[core.Civil]bool{}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfSeries, Of: a.series.ID}) {
		if err != nil {
			return err
		}
		if seen[m.Recurrence] = true; m.Planned() {
			d.Except = without(d.Except, m.Recurrence) // it was planned again by itself
		}
		if m.Off() {
			d.Except = append(d.Except, m.Recurrence)
			continue
		}
		o, plain, err := a.override(r, m, d.Title, nil)
		if err != nil {
			return err
		}
		if !plain || a.agendas && len(m.Agenda) > 0 || slices.Contains(apart, m.Recurrence) || m.Zone != a.series.Zone {
			d.Moved = append(d.Moved, moved(o))
		}
	}
	for _, original := range apart {
		if seen[original] || slices.Contains(d.Except, original) {
			continue
		}
		o, _, err := a.override(r, a.run.meeting(a.run.rule.At(original)), d.Title, nil)
		if err != nil {
			return err
		}
		d.Moved = append(d.Moved, moved(o))
	}
	return nil
}

// sortMoved puts what a record says of single occurrences in their order.
func sortMoved(d *core.Dispatch) {
	slices.SortFunc(d.Moved, func(a, b core.Moved) int { return a.Original.Compare(b.Original) })
}

// moved gives what a record keeps of what a message says of an occurrence by itself.
func moved(o core.InvitedOccurrence) core.Moved {
	return core.Moved{Original: o.Original, Start: o.Start, End: o.End, Title: o.Title, Place: o.Place, Link: o.Link}
}

// apart gives the original starts of those occurrences of a whole series of which guests were told by themselves. What they
// know of them they keep until a message names them anew: also where they are as the series has them again.
func (a *matter) apart() []core.Civil {
	return slices.DeleteFunc(core.ToldApart(told(a.before)), func(c core.Civil) bool { return !a.run.rule.Has(c) })
}

// within gives the times of a meeting as a clock in a zone shows them.
func within(m *core.Meeting, zone core.Zone) (start, end core.Civil, err error) {
	if m.Zone == zone {
		return m.Start, m.End, nil
	}
	loc, err := zone.Location()
	if err != nil {
		return start, end, err
	}
	s, err := spanOf(m)
	return core.CivilOf(s.Start.In(loc)), core.EndShown(s.Start, s.End.In(loc)), err
}

// received gives the SEQUENCE under which another's invitation came.
func (a *matter) received() int {
	n := a.meeting.Origin.Sequence
	if a.series != nil {
		n = max(n, a.series.Origin.Sequence)
	}
	return n
}

// stamp gives a message its DTSTAMP: now, or just after the last one where the clock does not stand behind that. Of two
// of one SEQUENCE the later stamp counts (RFC 5546 2.1.5), so a clock that was put back would make them drop the new one.
func (a *matter) stamp(now time.Time) time.Time {
	for _, d := range a.before {
		if !now.After(d.At) {
			now = d.At.Add(time.Second)
		}
	}
	return now
}

// number gives a message its SEQUENCE, and each occurrence that it says is moved its own.
func (a *matter) number(d *core.Dispatch) {
	d.Sequence = a.takenSequence(d, a.sequence(d))
	if a.organizer.Email != "" {
		d.Sequence = max(d.Sequence, a.received()) // theirs is the count
	} else if a.doubtful {
		d.Sequence += SequenceLeap
	}
	for i := range d.Moved {
		m := &core.Meeting{Recurrence: d.Moved[i].Original, Start: d.Moved[i].Start, End: d.Moved[i].End, Zone: d.Zone}
		d.Moved[i].Sequence = max(d.Sequence, core.NextOccurrenceSequence(m, d.Method, told(a.before)))
	}
}

// numberOccurrences does the same for the occurrences of a message that differ, moved or not.
func (a *matter) numberOccurrences(s *core.InvitedSeries, d *core.Dispatch) {
	if s == nil {
		return
	}
	for i := range s.Moved {
		original := s.Moved[i].Original
		s.Moved[i].Sequence = max(s.Moved[i].Sequence, d.SequenceOf(original), core.OccurrenceSequence(original, a.before))
	}
}

// sequence gives the SEQUENCE of the message.
func (a *matter) sequence(d *core.Dispatch) int {
	before := told(a.before)
	switch {
	case a.series == nil:
		return core.NextSequence(a.meeting, d.Method, before)
	case a.whole:
		return core.NextSeriesSequence(d, before)
	}
	return core.NextOccurrenceSequence(a.meeting, d.Method, before)
}

// refuse refuses a method that does not fit: to invite to what is off, to call off what is on or what nobody was
// invited to. A series is on as long as one of its meetings is to come.
func (a *matter) refuse(r Reader, method core.Method, now time.Time) error {
	if err := refuseGuest(a.organizer, method, a.off()); err != nil {
		return err
	}
	if !a.whole {
		if err := a.refuseUnheard(method); err != nil {
			return err
		}
		return refuseMethod(a.meeting, method, a.known(), a.wasInvited())
	}
	off, published := a.off(), wasSent(a.known(), core.MethodPublish)
	switch {
	case off && (method == core.MethodRequest || method == core.MethodPublish && !published):
		return core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
	case method != core.MethodCancel:
		return nil
	case !published && !a.wasInvited():
		return core.Fail(core.CodeNeverSent)
	case off:
		return nil
	}
	goesOn, err := a.run.goesOn(r, now)
	if err == nil && goesOn {
		err = core.Fail(core.CodeSeriesOn)
	}
	if err != nil || !a.wasInvited() { // a file that was published is taken back whole
		return err
	}
	tookPlace, err := a.run.tookPlace(r)
	if err == nil && tookPlace {
		err = core.Fail(core.CodeSeriesHeld) // guests would lose what was, too
	}
	return err
}

// tookPlace tells of a series of which nothing is to come whether any of its meetings was not called off.
func (s *running) tookPlace(r Reader) (bool, error) {
	off := map[core.Civil]bool{}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfSeries, Of: s.ID}) {
		if err != nil || !m.Off() {
			return err == nil, err
		}
		off[m.Recurrence] = true
	}
	return slices.ContainsFunc(s.rule.After(s.rule.Earliest(), len(off)+1), func(c core.Civil) bool { return !off[c] }), nil
}

// refuseUnheard refuses to tell guests of one meeting of a series that they have at other times, or know to be off: their
// calendars know no meeting at its original start, and would keep it beside all that they have, or not show it.
func (a *matter) refuseUnheard(method core.Method) error {
	if a.series == nil || a.organizer.Email != "" || method != core.MethodRequest && method != core.MethodCancel {
		return nil
	}
	last := lastWhole(toldTo(a.before, core.ID{}))
	if last == nil && a.isContinued() {
		return core.Fail(core.CodeSeriesFirst)
	}
	if last == nil || !last.CallsOff() && heardOf(last, a.series.Zone, a.meeting.Recurrence) || last.CallsOff() && method == core.MethodCancel {
		return nil
	}
	return core.Fail(core.CodeSeriesFirst)
}

// aloneOf gives what a message says of a meeting whose series is not here: it is about that occurrence, for the UID
// names the whole series. Nil for all others.
func aloneOf(m *core.Meeting) *core.InvitedSeries {
	if !homeless(m) {
		return nil
	}
	return &core.InvitedSeries{Zone: m.Zone, Start: m.Start, End: m.End, Original: m.Recurrence}
}

// invited gives what a message about a series says of its times; nil for a meeting by itself.
func (a *matter) invited(r Reader, d *core.Dispatch, title string, readers []core.ID) (*core.InvitedSeries, error) {
	if a.series == nil {
		return aloneOf(a.meeting), nil
	}
	s := &core.InvitedSeries{Zone: a.series.Zone}
	var err error
	if !a.whole {
		s.Original = a.meeting.Recurrence
		if s.Start, s.End, err = within(a.meeting, s.Zone); err == nil {
			s.Beside, err = besideOf(a.series)
		}
		return s, err
	}
	if s.Rule, err = core.ParseRule(a.series.Rule); err != nil {
		return nil, err
	}
	s.Start, s.End = a.series.Start, a.series.End
	s.Except = slices.DeleteFunc(slices.Clone(d.Except), func(c core.Civil) bool { return !a.run.rule.Has(c) })
	if was := a.was(); was != nil {
		if s.Rule, err = core.ParseRule(was.Rule); err != nil {
			return nil, err
		}
		s.Zone, s.Start, s.End, s.Except = was.Zone, was.Start, was.End, was.Except
		return s, nil
	}
	if !a.series.Follows.IsZero() {
		before, err := load[core.Series](r, a.series.Follows)
		if err != nil && core.CodeOf(err) != core.CodeNotFound {
			return nil, err
		}
		if before != nil {
			s.Follows = before.UID
			if s.Beside, err = besideOf(before); err != nil {
				return nil, err
			}
		}
	}
	if s.Then, err = a.goesOnBy(r); err != nil {
		return nil, err
	}
	if err := a.overrides(r, s, d, title, readers); err != nil {
		return nil, err
	}
	slices.SortFunc(s.Moved, func(a, b core.InvitedOccurrence) int { return a.Original.Compare(b.Original) })
	return s, nil
}

// goesOnBy gives the series by which a whole one goes on since some day; nil for none, and where that is off.
func (a *matter) goesOnBy(r Reader) (*core.SeriesBeside, error) {
	for s, err := range scan[core.Series](r, Query{Index: SeriesOf, Of: a.series.Relationship}) {
		if err != nil {
			return nil, err
		}
		if s.Follows == a.series.ID && !CalledOff(s) {
			return besideOf(s)
		}
	}
	return nil, nil
}

// besideOf gives what a message says of a series beside what it is about.
func besideOf(s *core.Series) (*core.SeriesBeside, error) {
	rule, err := core.ParseRule(s.Rule)
	return &core.SeriesBeside{Title: s.Title, Start: s.Start, End: s.End, Zone: s.Zone, Rule: rule}, err
}

// overrides tells a message about a whole series of the occurrences that have what the others have not, and of those that
// its record names.
func (a *matter) overrides(r Reader, s *core.InvitedSeries, d *core.Dispatch, title string, readers []core.ID) error {
	named := map[core.Civil]bool{}
	for _, o := range d.Moved {
		named[o.Original] = true
	}
	add := func(m *core.Meeting) error {
		who := readers
		if !a.agendaOf(m.Recurrence) {
			who = nil
		}
		o, plain, err := a.override(r, m, title, who)
		if err == nil && !m.Off() && (!plain || named[m.Recurrence]) {
			s.Moved = append(s.Moved, o)
		}
		delete(named, m.Recurrence)
		return err
	}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfSeries, Of: a.series.ID}) {
		if err != nil {
			return err
		}
		if err := add(m); err != nil {
			return err
		}
	}
	for original := range named { // without a record: they are as the series has them
		if err := add(a.run.meeting(a.run.rule.At(original))); err != nil {
			return err
		}
	}
	return nil
}

// override gives what a message says of an occurrence by itself, and whether that is what all of them have.
func (a *matter) override(r Reader, m *core.Meeting, title string, readers []core.ID) (o core.InvitedOccurrence, plain bool, err error) {
	m = m.Shown(a.discreet)
	start, end, err := within(m, a.series.Zone)
	if err != nil {
		return o, false, err
	}
	o = core.InvitedOccurrence{Class: m.Origin.Class, Sequence: m.Origin.Sequence, Original: m.Recurrence, Start: start, End: end, Title: title, Place: m.Place, Link: m.Link, Description: agendaFor(m, readers)}
	switch {
	case m.Title != "":
		o.Title = m.Title
	case a.series.Title != "" && !a.discreet: // it alone has lost the title
		if o.Title, err = invitationTitle(r, m, a.rel); err != nil {
			return o, false, err
		}
	}
	s := a.series
	return o, start == m.Recurrence && m.Length() == s.Length() && o.Title == title &&
		o.Place == s.Place && o.Link == s.Link && o.Description == "" && o.Class == s.Origin.Class, nil
}

// agendaFor gives the part of an agenda that all of the readers may read, a line an item; "" for no readers.
func agendaFor(m *core.Meeting, readers []core.ID) string {
	if len(readers) == 0 {
		return ""
	}
	var lines []string
	for _, item := range m.Agenda {
		shared := !slices.ContainsFunc(readers, func(id core.ID) bool { return !item.Readers.MayRead(id) })
		if shared {
			lines = append(lines, strconv.Itoa(len(lines)+1)+". "+item.Text)
		}
	}
	return strings.Join(lines, "\n")
}

// nowUTC gives the time of a message: in whole seconds, as DTSTAMP has it.
func (e *engine) nowUTC() time.Time { return e.now().UTC().Truncate(time.Second) }
