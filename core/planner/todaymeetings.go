package planner

import (
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/insight"
	"mentorbook/core/schedule"
)

// MeetingRow is a meeting with what a line about it shows.
type MeetingRow struct {
	Meeting *core.Meeting
	Name    string // the relationship's
	Apart   string // what tells it apart, at the end of the name; "" for nothing
	Format  core.Format
	Others  []*core.Person
	Invited bool             // guests were sent something about it, if only its cancellation
	Repeats schedule.Pattern // of its series, by the owner's clock; without a rule: it does not repeat
	Clashes []MeetingClash   // what it has no room beside
	Answers []GuestAnswer    // of those who were invited
	Own     *OwnAnswer       // what the owner said to another's invitation; nil where the owner is no guest
}

// Uninvited gives who of a meeting that others were invited to can be invited and knows nothing of it, as somebody who has
// joined since; none where nobody was asked, or nobody can be.
func (r MeetingRow) Uninvited() []*core.Person {
	if r.Own != nil || !r.Invited || len(r.Answers) == 0 || !r.Meeting.Planned() {
		return nil
	}
	var out []*core.Person
	for _, p := range r.Others {
		if len(p.Emails) > 0 && !slices.ContainsFunc(r.Answers, func(g GuestAnswer) bool { return g.Person == p.ID }) {
			out = append(out, p)
		}
	}
	return out
}

// Brief is the page for walking into a meeting.
type Brief struct {
	MeetingRow
	Sent     string           // the name without what tells it apart: others may read it
	Last     core.Date        // of the last held meeting; zero: none
	Promises insight.Promises // of the relationship since then
	Waiting  []*core.Question
	Late     []*core.Action
}

// Questions counts those that wait; with hidden without those that only the owner reads, because others look.
func (b *Brief) Questions(hidden bool) int {
	n := 0
	for _, q := range b.Waiting {
		if !hidden || !q.Readers.Private() {
			n++
		}
	}
	return n
}

// Overdue counts the promises that are late, as Questions does.
func (b *Brief) Overdue(hidden bool) int {
	n := 0
	for _, a := range b.Late {
		if !hidden || !a.Readers.Private() {
			n++
		}
	}
	return n
}

func (t *todayReader) row(m *core.Meeting) (MeetingRow, error) {
	rel, name, err := t.relationship(m.Relationship)
	if err != nil {
		return MeetingRow{}, err
	}
	others, err := loadAll[core.Person](t, m.With(rel, t.ws.Owner))
	if err != nil {
		return MeetingRow{}, err
	}
	row := MeetingRow{Meeting: m, Name: name, Format: rel.Format, Others: others}
	if row.Apart, err = tellingPart(t, rel.ID, name); err != nil {
		return row, err
	}
	if row.Repeats, err = t.repeats(m); err != nil {
		return row, err
	}
	if row.Own, err = ownAnswerTo(t, m); err != nil || row.Own != nil {
		return row, err
	}
	if row.Invited, err = guestsKnow(t, m); err != nil || !row.Invited {
		return row, err
	}
	row.Answers, err = answersTo(t, m, t.e.now())
	return row, err
}

// repeats gives how the series of a meeting comes when that does; the zero pattern for one by itself.
func (t *todayReader) repeats(m *core.Meeting) (schedule.Pattern, error) {
	run, ok := t.runs[m.Series]
	if !ok && !m.Series.IsZero() {
		s, err := load[core.Series](t, m.Series)
		if err == nil {
			run, err = schedule.OfSeries(s)
		}
		if err != nil && core.CodeOf(err) != core.CodeNotFound {
			return schedule.Pattern{}, err
		}
		t.runs[m.Series] = run
	}
	if run == nil {
		return schedule.Pattern{}, nil
	}
	return run.By(core.Zone(t.loc.String()), run.At(m.Recurrence).Start), nil
}

func (t *todayReader) week() error {
	all, err := t.e.meetingsBetween(t, core.ID{}, midnight(t.out.Date, t.loc), midnight(t.out.Date.Monday().AddDays(7), t.loc))
	if err != nil {
		return err
	}
	for _, m := range all {
		if m.Off() || len(t.out.Week) == maxWeek {
			continue
		}
		row, err := t.row(m)
		if err != nil {
			return err
		}
		t.out.Week = append(t.out.Week, row)
	}
	rows := make([]*MeetingRow, len(t.out.Week))
	for i := range t.out.Week {
		rows[i] = &t.out.Week[i]
	}
	return t.addClashes(rows)
}

// next finds the meeting that is on or comes next, and writes its brief.
func (t *todayReader) next() error {
	found, err := t.nextMeeting()
	if err != nil || found == nil {
		return err
	}
	row, err := t.row(found)
	if err != nil {
		return err
	}
	if err := t.clashesOfNext(&row); err != nil {
		return err
	}
	t.out.Next, err = briefOf(t, row, t.out.Now, t.out.Date, t.loc)
	return err
}

// clashesOfNext gives the next meeting its clashes: those that were found for the week where it is in it.
func (t *todayReader) clashesOfNext(next *MeetingRow) error {
	for _, row := range t.out.Week {
		if row.Meeting.ID == next.Meeting.ID {
			next.Clashes = row.Clashes
			return nil
		}
	}
	return t.addClashes([]*MeetingRow{next})
}

// nextMeeting gives the meeting that is on, or comes next; nil for none.
func (t *todayReader) nextMeeting() (*core.Meeting, error) {
	found, err := nextOccurrence(t, core.ID{}, t.out.Now)
	if err != nil {
		return nil, err
	}
	stored, err := t.nextStored()
	if err != nil {
		return nil, err
	}
	return startsFirst(stored, found)
}

func (t *todayReader) nextStored() (*core.Meeting, error) {
	// A meeting may have begun up to a day ago and still be on.
	q := Query{Index: MeetingsToClose, From: t.out.Now.Add(-24 * time.Hour), Limit: 50}
	for m, err := range scan[core.Meeting](t, q) {
		if err != nil {
			return nil, err
		}
		end, err := m.EndAt()
		if err != nil {
			return nil, err
		}
		if end.After(t.out.Now) {
			return m, nil
		}
	}
	return nil, nil
}

func briefOf(r Reader, row MeetingRow, now time.Time, today core.Date, loc *time.Location) (*Brief, error) {
	b := &Brief{MeetingRow: row}
	rel := row.Meeting.Relationship
	found, err := load[core.Relationship](r, rel)
	if err != nil {
		return nil, err
	}
	if b.Sent, err = bareName(r, found); err != nil {
		return nil, err
	}
	if b.Last, err = lastContact(r, rel, now, loc); err != nil {
		return nil, err
	}
	if b.Waiting, err = collect(scan[core.Question](r, Query{Index: QuestionsWaiting, Of: rel, Limit: 50})); err != nil {
		return nil, err
	}
	for a, err := range scan[core.Action](r, Query{Index: ActionsOfRelationship, Of: rel}) {
		if err != nil {
			return nil, err
		}
		b.Promises.CountPromise(a, core.Period{From: b.Last}, today)
		if a.DaysLate(today) > 0 {
			b.Late = append(b.Late, a)
		}
	}
	return b, nil
}
