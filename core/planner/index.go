package planner

import (
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Index names a question that the planner asks often enough to want an index for it.
type Index string

// The indexes. Beside each: whose entries (Query.Of), and what time they are in order of.
const (
	MeetingsByStart         Index = "meetings.start"         // all: start
	MeetingsToClose         Index = "meetings.planned"       // all: start; those still planned
	MeetingsOfRelationship  Index = "meetings.relationship"  // relationship: start
	MeetingsHeld            Index = "meetings.held"          // relationship: start; those held
	MeetingsPlannedWith     Index = "meetings.planned_with"  // relationship: start; those still planned
	MeetingsInvitedTo       Index = "meetings.invited_to"    // all: start; those still planned that somebody else invites to
	MeetingsLong            Index = "meetings.long"          // all: end; those that last longer than a day
	MeetingsOfSeries        Index = "meetings.series"        // series: start
	MeetingsByOriginal      Index = "meetings.original"      // series: original start, as if its zone were UTC
	ActionsOpen             Index = "actions.open"           // owner: due; those open
	ActionsOfRelationship   Index = "actions.relationship"   // relationship: due
	ActionsOpenWith         Index = "actions.open_with"      // relationship: due; those open
	ActionsDue              Index = "actions.due"            // all: due; those open in any relationship
	ActionsApart            Index = "actions.apart"          // owner: due; those open in no relationship
	ActionsOfMeeting        Index = "actions.meeting"        // meeting: due
	ActionsOfGoal           Index = "actions.goal"           // goal: due
	GoalsOfPerson           Index = "goals.person"           // person: due
	GoalsOfRelationship     Index = "goals.relationship"     // relationship: due
	GoalsMilestones         Index = "goals.milestones"       // all: the days of the open milestones of open goals, as milestoneAt says
	SkillsOfPerson          Index = "skills.person"          // person: making
	SkillsOfRelationship    Index = "skills.relationship"    // relationship: making
	AssessmentsOfSkill      Index = "assessments.skill"      // skill: day
	QuestionsWaiting        Index = "questions.waiting"      // relationship, or zero: asked; those waiting
	QuestionsOfRelationship Index = "questions.relationship" // relationship, or zero: asked
	QuestionsOfPerson       Index = "questions.person"       // asker: asked
	NotesAbout              Index = "notes.about"            // what it is about: making
	NotesOfAuthor           Index = "notes.author"           // author: making
	DispatchesOfMeeting     Index = "dispatches.meeting"     // meeting: sending
	RelationshipsOfPerson   Index = "relationships.person"   // participant: since
	RunsOfPerson            Index = "runs.person"            // person: start
	RunsOfRelationship      Index = "runs.relationship"      // relationship: start
	RunsOpen                Index = "runs.open"              // all: the first day by which something is due
	RunsOfChecklist         Index = "runs.checklist"         // checklist: start
	ReleasesOfItem          Index = "releases.item"          // goal or skill: day
	ReleasesOfPerson        Index = "releases.person"        // person: day
	AgreementsOf            Index = "agreements.of"          // relationship: making
	DispatchesOfSeries      Index = "dispatches.series"      // series: sending
	SeriesOf                Index = "series.of"              // relationship: making
	SeriesByEnd             Index = "series.end"             // all: the end of the last occurrence
	SeriesByStem            Index = "series.stem"            // the stem of its id: making
	ActionsOfPerson         Index = "actions.person"         // owner: due
	AssessmentsBy           Index = "assessments.by"         // who said it: day
	RepliesOfMeeting        Index = "replies.meeting"        // meeting: saying
	RepliesOfSeries         Index = "replies.series"         // series: saying
	RepliesOfPerson         Index = "replies.person"         // who said it: saying
	BusyByStart             Index = "busy.start"             // person: start; what lasts a day at most and does not recur
	BusyByEnd               Index = "busy.end"               // person: end; what lasts longer or recurs, for ever where it has no end
)

// wholeDay is the length from which on meetings and busy times are indexed by their ends too: whatever is shorter
// and lies in a range begins less than a day before it.
const wholeDay = 24 * time.Hour

// Never gives where an index puts what has no date: after everything that has one.
func Never() time.Time { return time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC) }

// IndexKey is one place of a record in an index.
type IndexKey struct {
	Index Index
	Of    core.ID
	At    time.Time
}

// IndexKeys gives all places of a record in all indexes. It is a pure function of the record and of the rules
// of its time zone: a Store keeps exactly these, and can prove it by working them out again.
func IndexKeys(rec core.Record) []IndexKey {
	switch r := rec.(type) {
	case *core.Relationship:
		return each(participants(r), RelationshipsOfPerson, onDay(r.Since))
	case *core.Meeting:
		return meetingKeys(r)
	case *core.Action:
		return actionKeys(r)
	case *core.Goal:
		return goalKeys(r)
	case *core.Skill:
		keys := each(r.Relationships, SkillsOfRelationship, r.Created)
		return append(keys, IndexKey{SkillsOfPerson, r.Person, r.Created})
	case *core.Assessment:
		return []IndexKey{{AssessmentsOfSkill, r.Skill, onDay(r.On)}, {AssessmentsBy, r.Said.By, onDay(r.On)}}
	case *core.Question:
		keys := []IndexKey{{QuestionsOfRelationship, r.Relationship, r.Asked}, {QuestionsOfPerson, r.Asker, r.Asked}}
		if r.Waiting() {
			keys = append(keys, IndexKey{QuestionsWaiting, r.Relationship, r.Asked})
		}
		return keys
	case *core.Note:
		return []IndexKey{{NotesAbout, r.About.ID, r.Created}, {NotesOfAuthor, r.Author, r.Created}}
	}
	return otherKeys(rec)
}

// Indexed tells whether a record stands in an index under an id, whenever that is. It is what IndexKeys says, without
// working out when something that recurs ends: readers ask it of every record that an index leads them to.
func Indexed(rec core.Record, index Index, of core.ID) bool {
	switch r := rec.(type) {
	case *core.Busy:
		return of == r.Person && index == busyIndex(r)
	case *core.Series:
		switch index {
		case SeriesOf:
			return of == r.Relationship
		case SeriesByEnd:
			return of.IsZero()
		case SeriesByStem:
			return of == r.ID.Stem()
		}
		return false
	}
	return slices.ContainsFunc(IndexKeys(rec), func(k IndexKey) bool { return k.Index == index && k.Of == of })
}

func otherKeys(rec core.Record) []IndexKey {
	switch r := rec.(type) {
	case *core.Dispatch:
		if !r.Meeting.IsZero() {
			return []IndexKey{{DispatchesOfMeeting, r.Meeting, r.At}}
		}
		return []IndexKey{{DispatchesOfSeries, r.Series, r.At}}
	case *core.Run:
		return runKeys(r)
	case *core.Release:
		return []IndexKey{{ReleasesOfItem, r.Item.ID, onDay(r.On)}, {ReleasesOfPerson, r.Person, onDay(r.On)}}
	case *core.Agreement:
		return []IndexKey{{AgreementsOf, r.Relationship, r.Created}}
	case *core.Series:
		end := Never()
		if q, err := schedule.OfSeries(r); err == nil {
			end = endOf(q)
		}
		return []IndexKey{{SeriesOf, r.Relationship, r.Created}, {SeriesByEnd, core.ID{}, end}, {SeriesByStem, r.ID.Stem(), r.Created}}
	case *core.Busy:
		return busyKeys(r)
	case *core.Reply:
		return replyKeys(r)
	}
	return nil
}

func meetingKeys(m *core.Meeting) []IndexKey {
	start, err := m.StartAt()
	if err != nil { // no stored meeting has such a zone, unless the zone data lost it: keep it findable
		start = time.Date(m.Start.Date.Year, m.Start.Date.Month, m.Start.Date.Day, m.Start.Hour, m.Start.Minute, 0, 0, time.UTC)
	}
	keys := []IndexKey{{MeetingsByStart, core.ID{}, start}, {MeetingsOfRelationship, m.Relationship, start}}
	if end, err := m.EndAt(); err == nil && end.Sub(start) > wholeDay {
		keys = append(keys, IndexKey{MeetingsLong, core.ID{}, end})
	}
	switch m.Status {
	case core.MeetingPlanned:
		keys = append(keys, IndexKey{MeetingsToClose, core.ID{}, start}, IndexKey{MeetingsPlannedWith, m.Relationship, start})
		if Theirs(m) {
			keys = append(keys, IndexKey{MeetingsInvitedTo, core.ID{}, start})
		}
	case core.MeetingHeld:
		keys = append(keys, IndexKey{MeetingsHeld, m.Relationship, start})
	}
	if !m.Series.IsZero() {
		keys = append(keys, IndexKey{MeetingsOfSeries, m.Series, start}, IndexKey{MeetingsByOriginal, m.Series, onWall(m.Recurrence)})
	}
	return keys
}

// endOf gives the end of the last occurrence; Never where there is none.
func endOf(q *schedule.Recurring) time.Time {
	if end, ok := q.Ends(); ok && end.Before(Never()) {
		return end
	}
	return Never()
}

// onWall gives a civil time as if its clock were in UTC.
func onWall(c core.Civil) time.Time {
	return time.Date(c.Date.Year, c.Date.Month, c.Date.Day, c.Hour, c.Minute, 0, 0, time.UTC)
}

func replyKeys(r *core.Reply) []IndexKey {
	keys := []IndexKey{{RepliesOfPerson, r.Person, r.Said.At}}
	if !r.Meeting.IsZero() {
		return append(keys, IndexKey{RepliesOfMeeting, r.Meeting, r.Said.At})
	}
	return append(keys, IndexKey{RepliesOfSeries, r.Series, r.Said.At})
}

// busyIndex tells which index a busy time stands in. A zone that the zone data lost keeps it findable by its end.
func busyIndex(b *core.Busy) Index {
	zone := b.ZoneFor("UTC")
	start, end, err := core.SpanIn(b.Start, b.End, zone)
	if err != nil || b.Recurs() || end.Sub(start) > wholeDay {
		return BusyByEnd
	}
	return BusyByStart
}

// busyKeys places a floating time and a whole day as if the person lived in UTC: a reader looks a day further
// on either side. Whatever lies in a range begins less than a day before it, or is found by its end.
func busyKeys(b *core.Busy) []IndexKey {
	zone := b.ZoneFor("UTC")
	index, at := busyIndex(b), Never()
	switch {
	case index == BusyByStart:
		at, _ = b.Start.In(zone)
	case b.Recurs():
		if q, err := schedule.OfBusy(b, zone); err == nil {
			at = endOf(q)
		}
	default:
		if _, end, err := core.SpanIn(b.Start, b.End, zone); err == nil {
			at = end
		}
	}
	return []IndexKey{{index, b.Person, at}}
}

func actionKeys(a *core.Action) []IndexKey {
	due := dueDay(a.Due)
	keys := append(each(a.Relationships, ActionsOfRelationship, due), IndexKey{ActionsOfPerson, a.Owner, due})
	if a.Open() {
		keys = append(keys, IndexKey{ActionsOpen, a.Owner, due})
		keys = append(keys, each(a.Relationships, ActionsOpenWith, due)...)
		if len(a.Relationships) > 0 {
			keys = append(keys, IndexKey{ActionsDue, core.ID{}, due})
		} else {
			keys = append(keys, IndexKey{ActionsApart, a.Owner, due})
		}
	}
	if !a.Meeting.IsZero() {
		keys = append(keys, IndexKey{ActionsOfMeeting, a.Meeting, due})
	}
	if !a.Goal.IsZero() {
		keys = append(keys, IndexKey{ActionsOfGoal, a.Goal, due})
	}
	return keys
}

func goalKeys(g *core.Goal) []IndexKey {
	keys := append(each(g.Relationships, GoalsOfRelationship, dueDay(g.Due)), IndexKey{GoalsOfPerson, g.Person, dueDay(g.Due)})
	if !g.Open() {
		return keys
	}
	for i, m := range g.Milestones {
		if m.Done.IsZero() && !m.Due.IsZero() {
			keys = append(keys, IndexKey{GoalsMilestones, core.ID{}, milestoneAt(m.Due, i)})
		}
	}
	return keys
}

// milestoneAt places a goal's milestone on its day: its place among the goal's milestones stands in the nanoseconds,
// so that two of one goal on one day are two entries, and an entry tells which it is of.
func milestoneAt(due core.Date, place int) time.Time { return onDay(due).Add(time.Duration(place)) }

func runKeys(r *core.Run) []IndexKey {
	keys := append(each(r.Relationships, RunsOfRelationship, onDay(r.Started)), IndexKey{RunsOfPerson, r.Person, onDay(r.Started)})
	if !r.Checklist.IsZero() {
		keys = append(keys, IndexKey{RunsOfChecklist, r.Checklist, onDay(r.Started)})
	}
	next := Never()
	for _, item := range r.Items {
		if item.Done.IsZero() && !item.Due.IsZero() && onDay(item.Due).Before(next) {
			next = onDay(item.Due)
		}
	}
	if r.Open() {
		keys = append(keys, IndexKey{RunsOpen, core.ID{}, next})
	}
	return keys
}

func participants(r *core.Relationship) []core.ID {
	out := make([]core.ID, len(r.Participants))
	for i, p := range r.Participants {
		out[i] = p.Person
	}
	return out
}

func each(of []core.ID, index Index, at time.Time) []IndexKey {
	out := make([]IndexKey, 0, len(of)+3)
	for _, id := range of {
		out = append(out, IndexKey{index, id, at})
	}
	return out
}

// onDay gives the instant that stands for a date in an index: its midnight in UTC.
func onDay(d core.Date) time.Time {
	if d.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

func dueDay(d core.Date) time.Time {
	if d.IsZero() {
		return Never()
	}
	return onDay(d)
}
