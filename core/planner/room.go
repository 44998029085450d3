package planner

import (
	"context"
	"time"

	"mentorbook/core"
)

// The fields of a meeting whose text may be kept as a draft.
const (
	FieldShared     = "shared"      // the notes that both sides read
	FieldPrivate    = "private"     // the owner's own notes
	FieldItem       = "item"        // a new item of the agenda
	FieldAction     = "action"      // a new promise
	FieldEditItem   = "edit.item"   // a line of the agenda that is changed in its place
	FieldEditAction = "edit.action" // a promise that is
	FieldTimer      = "timer"       // what the clock of its agenda shows: no text that anybody typed
	FieldReaders    = "readers"     // who is chosen to read shared notes that nobody has written yet: no text either
)

// Room is all that the page of a meeting shows.
type Room struct {
	Now          time.Time
	Today        core.Date // the owner's
	Zone         *time.Location
	Owner        *core.Person
	Meeting      *core.Meeting
	Relationship *core.Relationship
	Name         string // the relationship's
	People       map[core.ID]*core.Person
	Number       int          // which meeting it is: those held or still planned before it, and one
	Notes        []*core.Note // about it, oldest first
	Actions      []*core.Action
	Waiting      []*core.Question
	Open         []*core.Action // of the relationship, from other meetings, and not on this agenda
	Sent         []*core.Dispatch
	Answers      []GuestAnswer    // of those who were invited
	Own          *OwnAnswer       // what the owner said to another's invitation; nil where the owner is no guest
	Series       *core.Series     // that the meeting is of; nil: none
	Following    *core.Meeting    // what comes next after one that is over; nil for none, and beside one that is not
	Ahead        *Ahead           // what waits at a later meeting; nil for nothing, and beside one that is over
	Drafts       map[string]Draft // by field

	Went map[core.ID]*core.Meeting // by an item that was carried over: the meeting on whose agenda it is now
}

// Next gives the time that suits for the next meeting, on the owner's clock: the same hour, as many days later as
// lie between this relationship's meetings, and after today. It gives the zero time where there is no such rhythm.
func (r *Room) Next() core.Civil {
	at, err := r.Meeting.StartAt()
	if err != nil {
		return core.Civil{}
	}
	return inRhythm(r.Relationship, at.In(r.Zone), r.Today)
}

// Room reads one meeting with all that belongs to it.
func (s Meetings) Room(ctx context.Context, id core.ID) (*Room, error) {
	room, err := view(ctx, s.e, func(r Reader) (*Room, error) { return s.room(r, id) })
	if err != nil {
		return nil, err
	}
	room.Drafts, err = Drafts(s).Of(ctx, core.RefOf(room.Meeting))
	return room, err
}

func (s Meetings) room(r Reader, id core.ID) (*Room, error) {
	out := &Room{Now: s.e.now(), People: map[core.ID]*core.Person{}}
	var err error
	if out.Today, out.Owner, err = s.e.today(r); err != nil {
		return nil, err
	}
	out.Zone = zoneOf(out.Owner)
	if out.Meeting, err = load[core.Meeting](r, id); err != nil {
		return nil, err
	}
	if !out.Meeting.Series.IsZero() {
		out.Series, err = load[core.Series](r, out.Meeting.Series)
		if err != nil && core.CodeOf(err) != core.CodeNotFound {
			return nil, err
		}
	}
	if out.Relationship, err = load[core.Relationship](r, out.Meeting.Relationship); err != nil {
		return nil, err
	}
	if out.Name, err = RelationshipName(r, out.Relationship); err != nil {
		return nil, err
	}
	people, err := loadAll[core.Person](r, participants(out.Relationship))
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		out.People[p.ID] = p
	}
	for _, step := range []func(Reader, *Room) error{s.count, roomWords, roomActions, roomAhead, roomWent, s.following} {
		if err := step(r, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// following finds what comes next after a meeting that is over.
func (s Meetings) following(r Reader, out *Room) error {
	if out.Meeting.Planned() {
		return nil
	}
	all, err := s.e.meetingsBetween(r, out.Relationship.ID, out.Now.Add(-core.MaxMeeting), time.Time{})
	if err != nil {
		return err
	}
	if out.Following, err = nextOf(all, out.Now); err != nil || out.Following != nil {
		return err
	}
	out.Following, err = nextOccurrence(r, out.Relationship.ID, out.Now)
	return err
}

// nextOf gives the first of meetings that is planned and not over; nil for none.
func nextOf(meetings []*core.Meeting, now time.Time) (*core.Meeting, error) {
	for _, m := range meetings {
		end, err := m.EndAt()
		if err != nil {
			return nil, err
		}
		if m.Planned() && end.After(now) {
			return m, nil
		}
	}
	return nil, nil
}

// count says which meeting it is: behind those that were held before it and, while it is planned itself, those that are
// planned before it.
func (s Meetings) count(r Reader, out *Room) error {
	start, err := out.Meeting.StartAt()
	if err != nil {
		return err
	}
	n, err := countKeys(r, Query{Index: MeetingsHeld, Of: out.Relationship.ID, To: start})
	out.Number = n + 1
	if err != nil || !out.Meeting.Planned() {
		return err
	}
	before, err := s.e.meetingsBetween(r, out.Relationship.ID, time.Time{}, start)
	for _, m := range before {
		if m.Planned() && m.ID != out.Meeting.ID {
			out.Number++
		}
	}
	return err
}

func roomWords(r Reader, out *Room) error {
	var err error
	if out.Notes, err = collect(scan[core.Note](r, Query{Index: NotesAbout, Of: out.Meeting.ID})); err != nil {
		return err
	}
	if out.Sent, err = sentAbout(r, out.Meeting); err != nil {
		return err
	}
	if out.Answers, err = answersTo(r, out.Meeting, out.Now); err != nil {
		return err
	}
	if out.Own, err = ownAnswerTo(r, out.Meeting); err != nil {
		return err
	}
	out.Waiting, err = collect(scan[core.Question](r, Query{Index: QuestionsWaiting, Of: out.Relationship.ID, Limit: 200}))
	return err
}

func roomActions(r Reader, out *Room) error {
	var err error
	if out.Actions, err = collect(scan[core.Action](r, Query{Index: ActionsOfMeeting, Of: out.Meeting.ID})); err != nil {
		return err
	}
	there := map[core.ID]bool{}
	for i := range out.Meeting.Agenda {
		there[out.Meeting.Agenda[i].Source.ID] = true
	}
	for a, err := range scan[core.Action](r, Query{Index: ActionsOpenWith, Of: out.Relationship.ID, Limit: 200}) {
		if err != nil {
			return err
		}
		if a.Meeting != out.Meeting.ID && !there[a.ID] {
			out.Open = append(out.Open, a)
		}
	}
	return nil
}
