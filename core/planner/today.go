package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// Today is what the owner sees in the morning.
type Today struct {
	Now     time.Time
	Date    core.Date
	Owner   *core.Person
	Side    core.Role
	Week    []MeetingRow // today's and the rest of this week's, in order; those called off left out
	Next    *Brief       // of the next meeting, or the one that is on; nil where there is none
	Last    *LastHeld    // the last held meeting of these days; nil where there is none
	Needs   []Need       // what needs the owner, the most pressing first
	More    int          // how many needs were left out of the list
	Hours   Hours
	People  int // in the workspace, with the owner
	Sidebar []SidebarRow
}

// MeetingRow is a meeting with what a line about it shows.
type MeetingRow struct {
	Meeting *core.Meeting
	Name    string // the relationship's
	Format  core.Format
	Others  []*core.Person
	Invited bool           // guests have it on their calendars
	Repeats core.Rule      // of its series; zero: it does not repeat
	Clashes []MeetingClash // what it has no room beside
	Answers []GuestAnswer  // of those who were invited
}

// Brief is the page for walking into a meeting.
type Brief struct {
	MeetingRow
	Last        core.Date // of the last held meeting; zero: none
	ActionsDone int       // of the actions linked to the relationship that were open at or promised since then
	ActionsAll  int
	Waiting     []*core.Question
	Late        []*core.Action
}

// NeedKind says why something needs the owner.
type NeedKind string

// The needs.
const (
	NeedLateAction NeedKind = "late_action" // a promise of the owner's is past its day
	NeedQuiet      NeedKind = "quiet"       // no contact for too long
	NeedToClose    NeedKind = "to_close"    // a meeting is over and not closed
	NeedRunLate    NeedKind = "run_late"    // a checklist has items past their day
	NeedShift      NeedKind = "shift"       // a series will come at another hour for somebody
)

// Need is one thing that needs the owner.
type Need struct {
	Kind    NeedKind
	Ref     core.Ref
	Text    string     // the action's, checklist's or meeting's title, the name of a series; "" for a quiet relationship
	Name    string     // of the person or relationship it is about; may be ""
	Days    int        // late or quiet
	Cadence int        // agreed days, of a quiet relationship
	On      core.Date  // when it was due or held, or is to come at another hour
	People  []string   // everybody for whom a series comes at another hour that day; At is the first one's
	At      core.Civil // the hour at which a series comes then, on the clock of Name; of the owner where that is ""
	Within  core.ID    // the relationship that it belongs to; zero: none
	Private bool       // nobody but the owner reads it
}

// Hours is the time that the owner gave, and will give, this month, in minutes.
type Hours struct {
	Used, Planned int
	Limit         int // a month; 0 is none
	WeekPlanned   int // of this week, held or still planned
	WeekLimit     int // 0 is none
	By            []HoursRow
}

// HoursRow is one relationship's share of the month's used and planned minutes.
type HoursRow struct {
	Relationship core.ID
	Name         string
	Minutes      int
}

// SidebarRow is a relationship with the number of things in it that wait.
type SidebarRow struct {
	Relationship core.ID
	Name         string
	Waiting      int  // open late actions and waiting questions
	Quiet        bool // no contact for too long
}

// maxNeeds is how many needs Today lists; the rest are counted. maxWeek is how many meetings.
const (
	maxNeeds = 12
	maxWeek  = 200
)

// forgotten is how long an occurrence of a series waits to be closed before Today stops asking.
const forgotten = 35 * 24 * time.Hour

// Today gathers the first screen by index: nothing is read but what it shows.
func (p *Planner) Today(ctx context.Context) (*Today, error) {
	out, err := view(ctx, p.engine, func(r Reader) (*Today, error) {
		return newTodayReader(remembering(r), p.engine).read()
	})
	if err != nil || out.Last == nil {
		return out, err
	}
	drafts, err := p.Drafts.Of(ctx, core.RefOf(out.Last.Meeting))
	out.Last.Draft = drafts[FieldLine].Text
	return out, err
}

// todayReader reads one Today, each relationship once.
type todayReader struct {
	Reader
	e     *engine
	ws    *core.Workspace
	loc   *time.Location
	out   *Today
	rels  map[core.ID]*core.Relationship
	names map[core.ID]string
	rules map[core.ID]core.Rule

	around stretch // read last
}

func newTodayReader(r Reader, e *engine) *todayReader {
	return &todayReader{
		Reader: r, e: e, rels: map[core.ID]*core.Relationship{}, names: map[core.ID]string{}, rules: map[core.ID]core.Rule{},
	}
}

func (t *todayReader) read() (*Today, error) {
	today, owner, err := t.e.today(t)
	if err != nil {
		return nil, err
	}
	if t.ws, err = workspaceOf(t); err != nil {
		return nil, err
	}
	t.loc = zoneOf(owner)
	t.out = &Today{Now: t.e.now(), Date: today, Owner: owner, Side: t.ws.Side}
	for _, step := range []func() error{t.week, t.next, t.last, t.lateActions, t.toClose, t.quietOnes, t.shifts, t.lateRuns, t.hours} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	t.cut()
	n, err := t.Count(core.KindPerson)
	t.out.People = n
	return t.out, err
}

func (t *todayReader) relationship(id core.ID) (*core.Relationship, string, error) {
	if rel, ok := t.rels[id]; ok {
		return rel, t.names[id], nil
	}
	rel, err := load[core.Relationship](t, id)
	if err != nil {
		return nil, "", err
	}
	name, err := RelationshipName(t, rel)
	t.rels[id], t.names[id] = rel, name
	return rel, name, err
}

func (t *todayReader) row(m *core.Meeting) (MeetingRow, error) {
	rel, name, err := t.relationship(m.Relationship)
	if err != nil {
		return MeetingRow{}, err
	}
	others, err := loadAll[core.Person](t, rel.Others(t.ws.Owner))
	if err != nil {
		return MeetingRow{}, err
	}
	row := MeetingRow{Meeting: m, Name: name, Format: rel.Format, Others: others}
	if row.Repeats, err = t.repeats(m.Series); err != nil {
		return row, err
	}
	if row.Invited, err = invitationStands(t, m); err != nil || !row.Invited {
		return row, err
	}
	row.Answers, err = answersTo(t, m)
	return row, err
}

// repeats gives the rule of a series; zero for none.
func (t *todayReader) repeats(series core.ID) (core.Rule, error) {
	if rule, ok := t.rules[series]; ok || series.IsZero() {
		return rule, nil
	}
	s, err := load[core.Series](t, series)
	if core.CodeOf(err) == core.CodeNotFound {
		return core.Rule{}, nil
	}
	if err != nil {
		return core.Rule{}, err
	}
	rule, err := core.ParseRule(s.Rule)
	t.rules[series] = rule
	return rule, err
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
	t.out.Next, err = briefOf(t, row, t.out.Now, t.out.Date, t.loc)
	return err
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
	var err error
	if b.Last, err = lastContact(r, rel, now, loc); err != nil {
		return nil, err
	}
	if b.Waiting, err = collect(scan[core.Question](r, Query{Index: QuestionsWaiting, Of: rel, Limit: 50})); err != nil {
		return nil, err
	}
	for a, err := range scan[core.Action](r, Query{Index: ActionsOfRelationship, Of: rel, From: onDay(today.AddDays(-60))}) {
		if err != nil {
			return nil, err
		}
		if a.Status == core.ActionDropped || a.Status == core.ActionDone && a.Closed.Before(b.Last) {
			continue
		}
		b.ActionsAll++
		if a.Status == core.ActionDone {
			b.ActionsDone++
		}
		if a.DaysLate(today) > 0 {
			b.Late = append(b.Late, a)
		}
	}
	return b, nil
}

func (t *todayReader) lateActions() error {
	q := Query{Index: ActionsOpen, Of: t.ws.Owner, To: onDay(t.out.Date)}
	n := 0
	for entry, err := range t.Keys(q) {
		if err != nil {
			return err
		}
		if n++; n > maxNeeds {
			t.out.More++
			continue
		}
		a, err := load[core.Action](t, entry.Ref.ID)
		if err != nil {
			return err
		}
		need := Need{Kind: NeedLateAction, Ref: entry.Ref, Text: a.Title, Days: a.DaysLate(t.out.Date), On: a.Due, Private: a.Readers.Private()}
		if len(a.Relationships) > 0 {
			need.Within = a.Relationships[0]
			if _, need.Name, err = t.relationship(a.Relationships[0]); err != nil {
				return err
			}
		}
		t.out.Needs = append(t.out.Needs, need)
	}
	return nil
}

func (t *todayReader) toClose() error {
	all, err := collect(scan[core.Meeting](t, Query{Index: MeetingsToClose, To: t.out.Now, Reverse: true, Limit: maxNeeds}))
	if err != nil {
		return err
	}
	more, err := occurrencesBetween(t, core.ID{}, t.out.Now.Add(-forgotten), t.out.Now)
	if err != nil {
		return err
	}
	if all, err = byStart(append(all, more...)); err != nil {
		return err
	}
	slices.Reverse(all)
	for _, m := range all[:min(len(all), maxNeeds)] {
		if end, err := m.EndAt(); err != nil || end.After(t.out.Now) {
			continue
		}
		_, name, err := t.relationship(m.Relationship)
		if err != nil {
			return err
		}
		t.out.Needs = append(t.out.Needs, Need{
			Kind: NeedToClose, Ref: core.RefOf(m), Text: m.Title, Name: name, Days: t.out.Date.DaysSince(m.Start.Date), On: m.Start.Date, Within: m.Relationship,
		})
	}
	return nil
}

// quietOnes looks at every relationship of the owner's: at its last held meeting and at what waits in it.
func (t *todayReader) quietOnes() error {
	for rel, err := range scan[core.Relationship](t, Query{Index: RelationshipsOfPerson, Of: t.ws.Owner, Reverse: true}) {
		if err != nil {
			return err
		}
		if rel.Status == core.StatusEnded {
			continue
		}
		t.rels[rel.ID] = rel
		name, err := RelationshipName(t, rel)
		if err != nil {
			return err
		}
		t.names[rel.ID] = name
		row := SidebarRow{Relationship: rel.ID, Name: name}
		last, err := lastContact(t, rel.ID, t.out.Now, t.loc)
		if err != nil {
			return err
		}
		days, quiet := rel.Silence(last, t.out.Date)
		if quiet {
			row.Quiet = true
			t.out.Needs = append(t.out.Needs, Need{Kind: NeedQuiet, Ref: core.RefOf(rel), Within: rel.ID, Name: name, Days: days, Cadence: rel.CadenceDays(), On: last})
		}
		if row.Waiting, err = t.waiting(rel.ID); err != nil {
			return err
		}
		t.out.Sidebar = append(t.out.Sidebar, row)
	}
	slices.SortStableFunc(t.out.Sidebar, func(a, b SidebarRow) int { return b.Waiting - a.Waiting })
	return nil
}

func (t *todayReader) waiting(rel core.ID) (int, error) {
	late, err := countKeys(t, Query{Index: ActionsOpenWith, Of: rel, To: onDay(t.out.Date), Limit: 99})
	if err != nil {
		return 0, err
	}
	asked, err := countKeys(t, Query{Index: QuestionsWaiting, Of: rel, Limit: 99})
	return late + asked, err
}

func (t *todayReader) lateRuns() error {
	for run, err := range scan[core.Run](t, Query{Index: RunsOpen, To: onDay(t.out.Date), Limit: maxNeeds}) {
		if err != nil {
			return err
		}
		who, err := load[core.Person](t, run.Person)
		if err != nil {
			return err
		}
		t.out.Needs = append(t.out.Needs, Need{Kind: NeedRunLate, Ref: core.RefOf(run), Text: run.Title, Name: who.Name, Days: run.Late(t.out.Date)})
	}
	return nil
}

// hours sums the owner's minutes of the month and of the week, by the rule of each format.
func (t *todayReader) hours() error {
	first := core.Date{Year: t.out.Date.Year, Month: t.out.Date.Month, Day: 1}
	monday := t.out.Date.Monday()
	from, to := earlier(first, monday), later(first.AddMonths(1), monday.AddDays(7))
	month, week := core.Period{From: first, To: first.AddMonths(1)}, core.Period{From: monday, To: monday.AddDays(7)}
	h := &t.out.Hours
	h.Limit, h.WeekLimit = t.ws.MonthlyHours*60, t.ws.WeeklyHours*60
	by := map[core.ID]int{}
	all, err := t.e.meetingsBetween(t, core.ID{}, midnight(from, t.loc), midnight(to, t.loc))
	if err != nil {
		return err
	}
	for _, m := range all {
		start, err := m.StartAt()
		if err != nil {
			return err
		}
		if err := t.count(m, core.DateOf(start.In(t.loc)), month, week, by); err != nil {
			return err
		}
	}
	for id, n := range by {
		h.By = append(h.By, HoursRow{id, t.names[id], n})
	}
	slices.SortFunc(h.By, func(a, b HoursRow) int {
		if a.Minutes != b.Minutes {
			return b.Minutes - a.Minutes
		}
		return slices.Compare(a.Relationship[:], b.Relationship[:])
	})
	return nil
}

func (t *todayReader) count(m *core.Meeting, day core.Date, month, week core.Period, by map[core.ID]int) error {
	rel, _, err := t.relationship(m.Relationship)
	if err != nil {
		return err
	}
	h := &t.out.Hours
	switch m.Status {
	case core.MeetingHeld:
		spent := rel.MinutesOf(m, t.ws.Owner)
		n := max(spent.Given, spent.Received)
		if month.Contains(day) {
			h.Used += n
			by[rel.ID] += n
		}
		if week.Contains(day) {
			h.WeekPlanned += n
		}
	case core.MeetingPlanned:
		if month.Contains(day) {
			h.Planned += m.Length()
			by[rel.ID] += m.Length()
		}
		if week.Contains(day) {
			h.WeekPlanned += m.Length()
		}
	}
	return nil
}

func earlier(a, b core.Date) core.Date {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b core.Date) core.Date {
	if b.After(a) {
		return b
	}
	return a
}

// cut keeps the most pressing needs: hours that change first, since they are few and soon too late to tell, then
// promises, meetings to close and silence, by days.
func (t *todayReader) cut() {
	rank := map[NeedKind]int{NeedShift: 0, NeedLateAction: 1, NeedToClose: 2, NeedQuiet: 3, NeedRunLate: 4}
	slices.SortStableFunc(t.out.Needs, func(a, b Need) int {
		if rank[a.Kind] != rank[b.Kind] {
			return rank[a.Kind] - rank[b.Kind]
		}
		return b.Days - a.Days
	})
	if over := len(t.out.Needs) - maxNeeds; over > 0 {
		t.out.More += over
		t.out.Needs = t.out.Needs[:maxNeeds]
	}
}
