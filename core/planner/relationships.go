package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// Relationships is what can be done with relationships.
type Relationships struct{ e *engine }

// Add keeps a new relationship. What it leaves open gets its default: the phase of initiation, the status
// active, today as its beginning.
func (s Relationships) Add(ctx context.Context, rel core.Relationship) (*core.Relationship, error) {
	return s.Begin(ctx, rel, nil)
}

func peopleExist(r Reader, rel *core.Relationship) error {
	for _, p := range rel.Participants {
		if _, err := load[core.Person](r, p.Person); err != nil {
			return err
		}
	}
	return nil
}

// RelationshipName gives what a relationship is called: its own name, else the names of the other side, else
// of everybody in it. Where another would read the same, what tells them apart stands behind it, but in what a step reads.
func RelationshipName(r Reader, rel *core.Relationship) (string, error) {
	name, err := bareName(r, rel)
	if err != nil {
		return "", err
	}
	return toldApart(r, rel.ID, name)
}

// bareName is RelationshipName without what tells it apart.
func bareName(r Reader, rel *core.Relationship) (string, error) {
	if rel.Name != "" {
		return rel.Name, nil
	}
	ws, err := workspaceOf(r)
	if err != nil {
		return "", err
	}
	people, err := loadAll[core.Person](r, rel.Others(ws.Owner))
	if err != nil {
		return "", err
	}
	return joinNames(people), nil
}

func joinNames(people []*core.Person) string {
	name := ""
	for i, p := range people {
		if i > 0 {
			name += ", "
		}
		name += p.Name
	}
	return name
}

// Get gives one relationship.
func (s Relationships) Get(ctx context.Context, id core.ID) (*core.Relationship, error) {
	return view(ctx, s.e, func(r Reader) (*core.Relationship, error) { return load[core.Relationship](r, id) })
}

// All gives every relationship, in the order of their making.
func (s Relationships) All(ctx context.Context) ([]*core.Relationship, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Relationship, error) { return collect(every[core.Relationship](r)) })
}

// Only gives the relationship that the owner is in with somebody, where it is the only live one; zero else.
func (s Relationships) Only(ctx context.Context, person core.ID) (core.ID, error) {
	return view(ctx, s.e, func(r Reader) (only core.ID, err error) {
		owner, err := ownerOf(r)
		if err != nil {
			return only, err
		}
		for rel, err := range scan[core.Relationship](r, Query{Index: RelationshipsOfPerson, Of: person}) {
			switch {
			case err != nil:
				return core.ID{}, err
			case !rel.Live() || !rel.Has(owner.ID):
			case !only.IsZero():
				return core.ID{}, nil
			default:
				only = rel.ID
			}
		}
		return only, nil
	})
}

// Change edits a relationship. Somebody whose actions, goals, skills or checklists are linked to it can't be taken
// out, only end their part: CodeInUse, with who it is as person and name.
func (s Relationships) Change(ctx context.Context, id core.ID, edit func(*core.Relationship) error) error {
	return s.change(ctx, TitleRelationshipChanged, id, func(_ *unit, r *core.Relationship) error { return edit(r) })
}

func (s Relationships) change(ctx context.Context, title Title, id core.ID, edit func(*unit, *core.Relationship) error) error {
	return change(ctx, s.e, title, id, func(u *unit, r *core.Relationship) (string, error) {
		before, ended, status := participants(r), r.Ended, r.Status
		if err := edit(u, r); err != nil {
			return "", err
		}
		if err := datePause(u, r, status); err != nil {
			return "", err
		}
		if r.Ended != ended {
			if err := u.happened("ended", r.Ended); err != nil {
				return "", err
			}
		}
		if err := peopleExist(u, r); err != nil {
			return "", err
		}
		for _, id := range before {
			if !r.Has(id) {
				if err := refuseLinked(u, r.ID, id); err != nil {
					return "", err
				}
			}
		}
		return RelationshipName(u, r)
	})
}

// refuseLinked refuses to take somebody out of a relationship in which they did or own something: core.Accord holds
// that whoever does takes part.
func refuseLinked(r Reader, rel, person core.ID) error {
	for _, index := range []Index{
		ActionsOfRelationship, GoalsOfRelationship, SkillsOfRelationship, RunsOfRelationship,
		MeetingsOfRelationship, QuestionsOfRelationship, AgreementsOf,
	} {
		n, kind := 0, core.Kind("")
		for rec, err := range r.Scan(Query{Index: index, Of: rel}) {
			if err != nil {
				return err
			}
			if hasPart(rec, person) {
				n, kind = n+1, rec.Kind()
			}
			if m, ok := rec.(*core.Meeting); ok { // what was promised in it may belong to another relationship by now
				promised, err := collect(scan[core.Action](r, Query{Index: ActionsOfMeeting, Of: m.ID}))
				if err != nil {
					return err
				}
				for _, a := range promised {
					if a.Owner == person && !slices.Contains(a.Relationships, rel) {
						n, kind = n+1, core.KindAction
					}
				}
			}
		}
		if n > 0 {
			who, err := load[core.Person](r, person)
			if err != nil {
				return err
			}
			return core.FailField(core.CodeInUse, "participants", "kind", string(kind), "n", n, "person", person.String(), "name", who.ShortName())
		}
	}
	return nil
}

// hasPart tells whether somebody owns an item, or attended, asked or signed.
func hasPart(rec core.Record, person core.ID) bool {
	switch x := rec.(type) {
	case *core.Meeting:
		_, attended := x.AttendanceOf(person)
		return attended || slices.ContainsFunc(x.Agenda, func(a core.AgendaItem) bool { return a.Owner == person })
	case *core.Question:
		return x.Asker == person
	case *core.Agreement:
		return slices.ContainsFunc(x.Signed, func(s core.Said) bool { return s.By == person })
	}
	return ownerOfItem(rec) == person
}

// ownerOfItem gives whose a plan's item is; zero for other records.
func ownerOfItem(rec core.Record) core.ID {
	switch x := rec.(type) {
	case *core.Action:
		return x.Owner
	case *core.Goal:
		return x.Person
	case *core.Skill:
		return x.Person
	case *core.Run:
		return x.Person
	}
	return core.ID{}
}

// Enter moves a relationship on to a phase from a day. One that is still to come is refused: CodeFuture.
func (s Relationships) Enter(ctx context.Context, id core.ID, phase core.Phase, on core.Date) error {
	return s.change(ctx, TitlePhaseEntered, id, func(u *unit, r *core.Relationship) error {
		if err := u.happened("on", on); err != nil {
			return err
		}
		r.MoveTo(phase, on)
		return nil
	})
}

// Ending says what the end of a relationship leaves to decide.
type Ending struct {
	OpenActions    []*core.Action
	FutureMeetings []*core.Meeting // those with a record of their own, also of series
	Series         []*core.Series  // those that go on

	theirs map[core.ID]bool // of these, those to which somebody else invites
}

// EndingCount counts what is planned in a relationship: each series once, with all of its meetings.
type EndingCount struct {
	Meetings, Series           int // of the owner's
	TheirMeetings, TheirSeries int // to which somebody else invites
}

// Count counts what is still planned.
func (e Ending) Count() (out EndingCount) {
	count := func(id core.ID, own, their *int) {
		if e.theirs[id] {
			own = their
		}
		*own++
	}
	for _, m := range e.FutureMeetings {
		if !e.goesOn(m.Series) {
			count(m.ID, &out.Meetings, &out.TheirMeetings)
		}
	}
	for _, s := range e.Series {
		count(s.ID, &out.Series, &out.TheirSeries)
	}
	return out
}

// goesOn tells whether a series is one of those that go on.
func (e Ending) goesOn(series core.ID) bool {
	return slices.ContainsFunc(e.Series, func(s *core.Series) bool { return s.ID == series })
}

// EndingOf says what is still open in a relationship.
func (s Relationships) EndingOf(ctx context.Context, id core.ID) (Ending, error) {
	return view(ctx, s.e, func(r Reader) (Ending, error) { return s.ending(r, id) })
}

func (s Relationships) ending(r Reader, id core.ID) (Ending, error) {
	out := Ending{theirs: map[core.ID]bool{}}
	var err error
	if out.OpenActions, err = collect(scan[core.Action](r, Query{Index: ActionsOpenWith, Of: id})); err != nil {
		return out, err
	}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: id, From: s.e.now()}) {
		if err != nil {
			return out, err
		}
		if !m.Planned() {
			continue
		}
		by, err := invitedBy(r, m)
		if err != nil {
			return out, err
		}
		out.FutureMeetings, out.theirs[m.ID] = append(out.FutureMeetings, m), by.Email != ""
	}
	now := s.e.now()
	all, err := runningSeries(r, id, now)
	if err != nil {
		return out, err
	}
	for _, run := range all {
		if next, err := run.next(r, now); err != nil || next == nil {
			if err != nil {
				return out, err
			}
			continue
		}
		by, err := asksToAll(r, run.ID)
		if err != nil {
			return out, err
		}
		out.Series, out.theirs[run.ID] = append(out.Series, run.Series), by.Email != ""
	}
	return out, nil
}

// End says how a relationship ends. Open actions are kept by their owners, or dropped; what is planned is cancelled, each series
// with all that is to come of it, and declined where somebody else invites to it; or it stays as it is.
type End struct {
	On             core.Date // zero: today; a day to come is for the agreement to name
	Reason         string
	DropActions    bool
	CancelMeetings bool
}

// End ends a relationship as decided: today, or on a day before; one to come is refused: CodeFuture. What belongs to a
// person stays with them, with its link, so that it can still be reported.
func (s Relationships) End(ctx context.Context, id core.ID, end End) error {
	return s.change(ctx, TitleRelationshipEnded, id, func(u *unit, r *core.Relationship) error {
		today, err := u.today()
		if err != nil {
			return err
		}
		if r.Status == core.StatusEnded {
			return core.Fail(core.CodeState, "state", string(r.Status))
		}
		r.Status, r.Ended, r.EndReason = core.StatusEnded, end.On, end.Reason
		if r.Ended.IsZero() {
			r.Ended = today
		}
		open, err := s.ending(u, id)
		if err != nil {
			return err
		}
		return s.settle(u, open, end, today)
	})
}

func (s Relationships) settle(u *unit, open Ending, end End, today core.Date) error {
	if end.DropActions {
		for _, a := range open.OpenActions {
			a.Status, a.Closed = core.ActionDropped, today
			if err := u.put(a); err != nil {
				return err
			}
		}
	}
	if end.CancelMeetings {
		for _, m := range open.FutureMeetings {
			if open.theirs[m.Series] { // it goes with all of it, by one answer
				continue
			}
			if err := cancel(u, m, end.Reason); err != nil {
				return err
			}
		}
		for _, series := range open.Series {
			if err := u.stopSeries(series); err != nil {
				return err
			}
		}
	}
	return nil
}

// DeletionOf says what deleting a relationship would take along.
func (s Relationships) DeletionOf(ctx context.Context, id core.ID) (Deletion, error) {
	return view(ctx, s.e, func(r Reader) (Deletion, error) {
		d := newDeletion()
		if err := d.takeRelationship(r, id); err != nil {
			return Deletion{}, err
		}
		return d.summary(r, s.e.now())
	})
}

// Delete removes a relationship with its meetings, as DeletionOf says; plans outlive it. One with a meeting to
// come that guests have on their calendars is refused: CodeInUse.
func (s Relationships) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleRelationshipDeleted, args, func(u *unit) error {
		rel, err := load[core.Relationship](u, id)
		if err != nil {
			return err
		}
		if args["name"], err = RelationshipName(u, rel); err != nil {
			return err
		}
		d := newDeletion()
		if err := d.takeRelationship(u, id); err != nil {
			return err
		}
		if err := u.refuseStanding(d); err != nil {
			return err
		}
		return d.carryOut(u)
	})
	return err
}

// lastContact gives the day of the last held meeting of a relationship before an instant; zero if there is none. One that was
// closed before its time, as it may be, is among them.
func lastContact(r Reader, rel core.ID, before time.Time, loc *time.Location) (core.Date, error) {
	for entry, err := range r.Keys(Query{Index: MeetingsHeld, Of: rel, To: before.Add(core.CloseAhead + time.Second), Reverse: true, Limit: 1}) {
		if err != nil {
			return core.Date{}, err
		}
		return core.DateOf(entry.At.In(loc)), nil
	}
	return core.Date{}, nil
}
