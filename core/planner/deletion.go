package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// deletion gathers what a deletion takes along and what it changes, each record once.
type deletion struct {
	takes   []core.Ref
	taken   map[core.Ref]bool
	changes []core.Record // as they are to be afterwards
	changed map[core.Ref]core.Record
	leaving core.ID // the person who goes, if it is one
	owner   core.ID // of the workspace, where a person goes
}

func newDeletion() *deletion {
	return &deletion{taken: map[core.Ref]bool{}, changed: map[core.Ref]core.Record{}}
}

func (d *deletion) take(ref core.Ref) {
	if !d.taken[ref] {
		d.taken[ref] = true
		d.takes = append(d.takes, ref)
	}
}

// alter gives the record to be changed: the one that an earlier step altered, if any did.
func alter[P core.Record](d *deletion, rec P) P {
	if known, ok := d.changed[core.RefOf(rec)]; ok {
		return known.(P)
	}
	d.changed[core.RefOf(rec)] = rec
	d.changes = append(d.changes, rec)
	return rec
}

// summary says what the deletion does, and what stands in its way.
func (d *deletion) summary(r Reader, now time.Time) (Deletion, error) {
	out := Deletion{Takes: map[core.Kind]int{}, Leaves: map[core.Kind]int{}}
	for _, ref := range d.takes {
		out.Takes[ref.Kind]++
	}
	for _, rec := range d.changes {
		if !d.taken[core.RefOf(rec)] {
			out.Leaves[rec.Kind()]++
		}
	}
	var err error
	if out.Standing, err = d.standing(r, now); err != nil {
		return out, err
	}
	if out.Standing > 0 {
		if err := d.nameHeld(r, now, &out); err != nil {
			return out, err
		}
	}
	out.StillInvited, err = d.stillInvited(r, now)
	return out, err
}

// standing counts the meetings to come that the deletion would take along although guests have them on their
// calendars: nothing could call them off afterwards.
func (d *deletion) standing(r Reader, now time.Time) (int, error) {
	n := 0
	for _, ref := range d.takes {
		stands, err := standsAhead(r, ref, now)
		if err != nil {
			return n, err
		}
		if stands {
			n++
		}
	}
	return n, nil
}

// standsAhead tells whether a record is a meeting to come, or a series with one, that guests have on their calendars.
func standsAhead(r Reader, ref core.Ref, now time.Time) (bool, error) {
	if ref.Kind == core.KindSeries {
		return seriesStandsAhead(r, ref.ID, now)
	}
	if ref.Kind != core.KindMeeting {
		return false, nil
	}
	m, err := load[core.Meeting](r, ref.ID)
	if err != nil {
		return false, err
	}
	if end, err := m.EndAt(); err != nil || !end.After(now) {
		return false, err
	}
	return invitationStands(r, m)
}

func seriesStandsAhead(r Reader, id core.ID, now time.Time) (bool, error) {
	s, err := load[core.Series](r, id)
	if err != nil {
		return false, err
	}
	run, err := runningOf(s)
	if err != nil {
		return false, err
	}
	if next, err := run.next(r, now); err != nil || next == nil && !calledOff(run) {
		return false, err
	}
	return seriesStands(r, id)
}

// stillInvited counts the meetings to come that go on without a person who has them on their calendar.
func (d *deletion) stillInvited(r Reader, now time.Time) (int, error) {
	n := 0
	if d.leaving.IsZero() {
		return n, nil
	}
	for _, rec := range d.changes {
		rel, ok := rec.(*core.Relationship)
		if !ok || d.taken[core.RefOf(rec)] {
			continue
		}
		for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: rel.ID, From: now}) {
			if err != nil {
				return n, err
			}
			stands, err := invitationStandsFor(r, m, d.leaving)
			if err != nil {
				return n, err
			}
			if stands {
				n++
			}
		}
	}
	return n, nil
}

// refuseStanding refuses a deletion that would take along what guests have on their calendars.
func (u *unit) refuseStanding(d *deletion) error {
	n, err := d.standing(u, u.now)
	if err == nil && n > 0 {
		err = core.Fail(core.CodeInUse, "kind", string(core.KindMeeting), "n", n)
	}
	return err
}

// all lists every record that the deletion touches.
func (d *deletion) all() []core.Ref {
	out := slices.Clone(d.takes)
	for _, rec := range d.changes {
		if ref := core.RefOf(rec); !d.taken[ref] {
			out = append(out, ref)
		}
	}
	return out
}

func (d *deletion) carryOut(u *unit) error {
	for _, rec := range d.changes {
		if d.taken[core.RefOf(rec)] {
			continue
		}
		if err := u.put(rec); err != nil {
			return err
		}
	}
	for _, ref := range d.takes {
		if err := u.remove(ref); err != nil {
			return err
		}
	}
	return nil
}

// takeAll takes along every record that a query finds.
func (d *deletion) takeAll(r Reader, q Query) error {
	for entry, err := range r.Keys(q) {
		if err != nil {
			return err
		}
		d.take(entry.Ref)
	}
	return nil
}

// takeWithNotes takes along a record and the notes about it.
func (d *deletion) takeWithNotes(r Reader, ref core.Ref) error {
	d.take(ref)
	return d.takeAll(r, Query{Index: NotesAbout, Of: ref.ID})
}

// personDeletion gathers what goes with a person: their plan and words, the relationships that can't be
// without them, and their part in the others.
func (e *engine) personDeletion(r Reader, id core.ID) (*deletion, error) {
	d := newDeletion()
	d.leaving = id
	ws, err := workspaceOf(r)
	if err != nil {
		return d, err
	}
	d.owner = ws.Owner
	if ws.Owner == id {
		return d, core.Fail(core.CodeState, "state", "owner")
	}
	if _, err := load[core.Person](r, id); err != nil {
		return d, err
	}
	rels, err := collect(scan[core.Relationship](r, Query{Index: RelationshipsOfPerson, Of: id}))
	if err != nil {
		return d, err
	}
	sharers := []core.ID{ws.Owner}
	for _, rel := range rels {
		for _, other := range rel.Others(id) {
			if !slices.Contains(sharers, other) {
				sharers = append(sharers, other)
			}
		}
		if err := d.leave(r, rel, id); err != nil {
			return d, err
		}
	}
	if err := d.takePlan(r, id); err != nil {
		return d, err
	}
	return d, d.unshare(r, id, sharers)
}

// unshare takes a person out of the readers of whatever those wrote or own whom they met. What was shared with
// them alone is private again.
func (d *deletion) unshare(r Reader, person core.ID, sharers []core.ID) error {
	for _, of := range sharers {
		for _, index := range []Index{NotesOfAuthor, ActionsOfPerson, GoalsOfPerson, SkillsOfPerson, QuestionsOfPerson, RunsOfPerson, AssessmentsBy} {
			for rec, err := range r.Scan(Query{Index: index, Of: of}) {
				if err != nil {
					return err
				}
				if v := readersOf(rec); v != nil && v.MayRead(person) && !d.taken[core.RefOf(rec)] {
					readers := readersOf(alter(d, rec))
					*readers = readers.Without(person, d.owner)
				}
			}
		}
	}
	return nil
}

// readersOf gives who may read a record; nil for one that says nothing of that.
func readersOf(rec core.Record) *core.Visibility {
	switch r := rec.(type) {
	case *core.Note:
		return &r.Readers
	case *core.Action:
		return &r.Readers
	case *core.Goal:
		return &r.Readers
	case *core.Skill:
		return &r.Readers
	case *core.Question:
		return &r.Readers
	case *core.Run:
		return &r.Readers
	case *core.Assessment:
		return &r.Readers
	}
	return nil
}

// leave takes a person out of a relationship, or takes the relationship along if it can't be without them.
func (d *deletion) leave(r Reader, rel *core.Relationship, id core.ID) error {
	rel.Participants = slices.DeleteFunc(rel.Participants, func(p core.Participant) bool { return p.Person == id })
	if rel.Validate() != nil {
		return d.takeRelationship(r, rel.ID)
	}
	alter(d, rel)
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: rel.ID}) {
		if err != nil {
			return err
		}
		d.forget(m, id)
	}
	for s, err := range scan[core.Series](r, Query{Index: SeriesOf, Of: rel.ID}) {
		if err != nil {
			return err
		}
		if slices.Contains(s.Unasked, id) {
			s = alter(d, s)
			s.Unasked = withoutPerson(s.Unasked, id)
		}
	}
	for a, err := range scan[core.Agreement](r, Query{Index: AgreementsOf, Of: rel.ID}) {
		if err != nil {
			return err
		}
		if slices.ContainsFunc(a.Signed, func(s core.Said) bool { return s.By == id }) {
			a = alter(d, a)
			a.Signed = slices.DeleteFunc(a.Signed, func(s core.Said) bool { return s.By == id })
		}
	}
	return d.forgetRuns(r, rel.ID, id)
}

// forgetRuns leaves what a person was to do in another's checklist to nobody.
func (d *deletion) forgetRuns(r Reader, rel, id core.ID) error {
	for run, err := range scan[core.Run](r, Query{Index: RunsOfRelationship, Of: rel}) {
		if err != nil {
			return err
		}
		for i := range run.Items {
			if run.Items[i].Owner == id {
				alter(d, run).Items[i].Owner = core.ID{}
			}
		}
	}
	return nil
}

// forget takes a person's attendance and ownership out of a meeting that goes on without them.
func (d *deletion) forget(m *core.Meeting, id core.ID) {
	_, came := m.AttendanceOf(id)
	owns := slices.ContainsFunc(m.Agenda, func(a core.AgendaItem) bool { return a.Owner == id || a.Readers.MayRead(id) })
	if !came && !owns && m.Asks(id) {
		return
	}
	m = alter(d, m)
	m.Attendance = slices.DeleteFunc(m.Attendance, func(a core.Attendance) bool { return a.Person == id })
	m.Unasked = withoutPerson(m.Unasked, id)
	for i := range m.Agenda {
		if m.Agenda[i].Owner == id {
			m.Agenda[i].Owner = core.ID{}
		}
		m.Agenda[i].Readers = m.Agenda[i].Readers.Without(id, d.owner)
	}
}

func withoutPerson(all []core.ID, id core.ID) []core.ID {
	return slices.DeleteFunc(slices.Clone(all), func(one core.ID) bool { return one == id })
}

// takePlan takes along what belongs to a person, wherever it is linked to.
func (d *deletion) takePlan(r Reader, id core.ID) error {
	if err := d.takeWithNotes(r, core.Ref{Kind: core.KindPerson, ID: id}); err != nil {
		return err
	}
	for entry, err := range r.Keys(Query{Index: GoalsOfPerson, Of: id}) {
		if err != nil {
			return err
		}
		if err := d.takeGoal(r, entry.Ref.ID); err != nil {
			return err
		}
	}
	for entry, err := range r.Keys(Query{Index: SkillsOfPerson, Of: id}) {
		if err != nil {
			return err
		}
		if err := d.takeSkill(r, entry.Ref.ID); err != nil {
			return err
		}
	}
	for _, index := range []Index{ActionsOfPerson, QuestionsOfPerson, NotesOfAuthor, RunsOfPerson, ReleasesOfPerson, AssessmentsBy, BusyByStart, BusyByEnd, RepliesOfPerson} {
		if err := d.takeAll(r, Query{Index: index, Of: id}); err != nil {
			return err
		}
	}
	return nil
}

func (d *deletion) takeGoal(r Reader, id core.ID) error {
	if err := d.takeWithNotes(r, core.Ref{Kind: core.KindGoal, ID: id}); err != nil {
		return err
	}
	for a, err := range scan[core.Action](r, Query{Index: ActionsOfGoal, Of: id}) {
		if err != nil {
			return err
		}
		alter(d, a).Goal = core.ID{}
	}
	return d.takeAll(r, Query{Index: ReleasesOfItem, Of: id})
}

func (d *deletion) takeSkill(r Reader, id core.ID) error {
	d.take(core.Ref{Kind: core.KindSkill, ID: id})
	if err := d.takeAll(r, Query{Index: AssessmentsOfSkill, Of: id}); err != nil {
		return err
	}
	return d.takeAll(r, Query{Index: ReleasesOfItem, Of: id})
}

// takeRelationship takes along a relationship with its meetings, agreements and questions. Plans outlive it:
// goals, skills, actions and checklists only lose the link.
func (d *deletion) takeRelationship(r Reader, id core.ID) error {
	if err := d.takeWithNotes(r, core.Ref{Kind: core.KindRelationship, ID: id}); err != nil {
		return err
	}
	for entry, err := range r.Keys(Query{Index: MeetingsOfRelationship, Of: id}) {
		if err != nil {
			return err
		}
		if err := d.takeMeeting(r, entry.Ref.ID); err != nil {
			return err
		}
	}
	for entry, err := range r.Keys(Query{Index: SeriesOf, Of: id}) {
		if err != nil {
			return err
		}
		if err := d.takeAll(r, Query{Index: RepliesOfSeries, Of: entry.Ref.ID}); err != nil {
			return err
		}
	}
	for _, index := range []Index{AgreementsOf, SeriesOf, QuestionsOfRelationship} {
		if err := d.takeAll(r, Query{Index: index, Of: id}); err != nil {
			return err
		}
	}
	return d.unlink(r, id)
}

// takeMeeting takes along a meeting with its notes; what was promised in it stays promised.
func (d *deletion) takeMeeting(r Reader, id core.ID) error {
	if err := d.takeWithNotes(r, core.Ref{Kind: core.KindMeeting, ID: id}); err != nil {
		return err
	}
	for a, err := range scan[core.Action](r, Query{Index: ActionsOfMeeting, Of: id}) {
		if err != nil {
			return err
		}
		alter(d, a).Meeting = core.ID{}
	}
	return d.takeAll(r, Query{Index: RepliesOfMeeting, Of: id})
}

// unlink takes a relationship out of everything that outlives it.
func (d *deletion) unlink(r Reader, id core.ID) error {
	cut := func(ids []core.ID) []core.ID {
		return slices.DeleteFunc(slices.Clone(ids), func(x core.ID) bool { return x == id })
	}
	for _, index := range []Index{ActionsOfRelationship, GoalsOfRelationship, SkillsOfRelationship, RunsOfRelationship} {
		for rec, err := range r.Scan(Query{Index: index, Of: id}) {
			if err != nil {
				return err
			}
			switch x := alter(d, rec).(type) {
			case *core.Action:
				x.Relationships = cut(x.Relationships)
			case *core.Goal:
				x.Relationships = cut(x.Relationships)
			case *core.Skill:
				x.Relationships = cut(x.Relationships)
			case *core.Run:
				x.Relationships = cut(x.Relationships)
			}
		}
	}
	return nil
}

// takeReports takes along what was written about a person, for an erasure.
func (d *deletion) takeReports(r Reader, person core.ID) error {
	for rep, err := range every[core.Report](r) {
		if err != nil {
			return err
		}
		gone := d.taken[core.Ref{Kind: core.KindRelationship, ID: rep.Relationship}]
		if gone || slices.Contains(rep.About, person) {
			d.take(core.RefOf(rep))
		}
	}
	return nil
}

// takeDispatches takes along the messages that went to a person, for an erasure.
func (d *deletion) takeDispatches(r Reader, person core.ID) error {
	who, err := load[core.Person](r, person)
	if err != nil {
		return err
	}
	for m, err := range every[core.Dispatch](r) {
		if err != nil {
			return err
		}
		if d.taken[core.Ref{Kind: core.KindMeeting, ID: m.Meeting}] || d.taken[core.Ref{Kind: core.KindSeries, ID: m.Series}] {
			d.take(core.RefOf(m))
			continue
		}
		their := func(o core.Outsider) bool { return who.HasEmail(o.Email) } // of when they were nobody here
		if wentTo(m, person) || slices.ContainsFunc(m.Others, their) {
			m = alter(d, m)
			m.To = slices.DeleteFunc(m.To, func(to core.Recipient) bool { return to.Person == person })
			m.Others = slices.DeleteFunc(m.Others, their)
		}
	}
	return nil
}
