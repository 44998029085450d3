package planner

import (
	"slices"

	"mentorbook/core"
)

// NeedKind says why something needs the owner.
type NeedKind string

// The needs.
const (
	NeedLateAction NeedKind = "late_action" // a promise of the owner's is past its day
	NeedDueAction  NeedKind = "due_action"  // one is due today or tomorrow
	NeedQuiet      NeedKind = "quiet"       // no contact for too long
	NeedToAnswer   NeedKind = "to_answer"   // somebody else's invitation waits for the owner's answer
	NeedToClose    NeedKind = "to_close"    // a meeting is over and not closed
	NeedRunLate    NeedKind = "run_late"    // a checklist has items past their day
	NeedProposal   NeedKind = "proposal"    // a guest asks for another time of a meeting
	NeedDeclined   NeedKind = "declined"    // a guest does not come to a meeting to come
	NeedInvite     NeedKind = "invite"      // guests have the cancellation of a meeting that takes place
	NeedJoined     NeedKind = "joined"      // somebody is to come who was not invited as others were
	NeedStillOn    NeedKind = "still_on"    // guests have no cancellation of what is off
	NeedUnsaid     NeedKind = "unsaid"      // an organizer does not know that the owner does not come
	NeedLeft       NeedKind = "left"        // guests who have left have on their calendars what goes on without them
	NeedOldTime    NeedKind = "old_time"    // guests have another time, or the series before one that goes on in its stead
	NeedShift      NeedKind = "shift"       // a series will come at another hour for somebody; Parts where several will by one change of clocks
	NeedClash      NeedKind = "clash"       // a meeting has no room beside another, or beside a busy time
	NeedClashLater NeedKind = "clash_later" // meetings after this week have no room; Ref and At are the first one's
)

// Need is one thing that needs the owner.
type Need struct {
	Kind    NeedKind
	Ref     core.Ref
	Text    string         // the action's, checklist's or meeting's title, the name of a series; "" for a quiet relationship
	Name    string         // of the person or relationship it is about; may be ""
	Days    int            // late or quiet
	Count   int            // of the meetings after this week that clash; of those that are over and not closed, and began before the first that is listed
	Cadence int            // agreed days, of a quiet relationship
	On      core.Date      // when it was due or held, or is to come at another hour
	People  []string       // everybody for whom a series comes at another hour that day, and At is the first one's; or who is to be invited
	At      core.Civil     // the hour at which a series comes then, on the clock of Name; of the owner where that is ""
	To      core.Asked     // that proposed time, with its length
	Was     core.Civil     // when the meeting is for which a guest proposes At, or is for guests, on the owner's clock
	Others  []*core.Person // whom the meeting is with that is to be answered, or for which another time is proposed
	Within  core.ID        // the relationship that it belongs to; zero: none
	Private bool           // nobody but the owner reads it
	Place   string         // that a guest proposes for the meeting, at its time; "" where they propose At
	Whole   bool           // it is about all of a series: another time is proposed for it, or guests are to be told of it
	Said    string         // what the guest wrote beside it
	Reply   core.ID        // of the guest who does not come, to be dismissed
	Unheard bool           // guests know that the former series has ended, and not of this one
	Clash   MeetingClash   // what a meeting that clashes has no room beside
	Ahead   bool           // it is about a meeting that is planned and not over
	Asked   bool           // somebody else invites to that
	Copied  bool           // or holds it: a calendar alone has told of it, and asks for no answer
	Parts   []Need         // what is told of in one: of each of several series that will come at another hour
}

// SidebarRow is a relationship with the number of things in it that wait.
type SidebarRow struct {
	Relationship core.ID
	Name         string
	Apart        string // what tells it apart, at the end of the name; "" for nothing
	More         int    // how many others its name names beside the first; 0 where it has a name of its own
	Status       core.Status
	Waiting      int  // open late actions and waiting questions
	Quiet        bool // no contact for too long
}

// maxNeeds is how many needs Today lists; the rest are counted. maxWeek is how many meetings.
const (
	maxNeeds = 12
	maxWeek  = 200
)

// promises finds the owner's that are late, and those of today and tomorrow.
func (t *todayReader) promises() error {
	q := Query{Index: ActionsOpen, Of: t.ws.Owner, To: onDay(t.out.Date.AddDays(2))}
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
		if !a.Due.Before(t.out.Date) {
			need.Kind, need.Days = NeedDueAction, t.out.Date.DaysSince(a.Due)
		}
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

// toAnswer looks for others' invitations, whenever they are to. A series counts once: the first answer is to all of it.
func (t *todayReader) toAnswer() error {
	rows, err := t.invited()
	if err != nil {
		return err
	}
	t.ofComing(NeedToAnswer, rows, func(row MeetingRow) bool { return row.Own.Owed() })
	return nil
}

// invited gives the meetings to come to which somebody else invites, and of each series the next one.
func (t *todayReader) invited() ([]MeetingRow, error) {
	all, err := collect(scan[core.Meeting](t, Query{Index: MeetingsInvitedTo, From: t.out.Now.Add(-longestMeeting)}))
	if err != nil {
		return nil, err
	}
	series, err := runningSeries(t, core.ID{}, t.out.Now)
	if err != nil {
		return nil, err
	}
	for _, s := range series {
		if s.Origin.Organizer == "" {
			continue
		}
		m, err := s.next(t, t.out.Now)
		if err != nil {
			return nil, err
		}
		if m != nil {
			all = append(all, m)
		}
	}
	if all, err = byStart(all); err != nil {
		return nil, err
	}
	var out []MeetingRow
	for _, m := range all {
		row, err := t.row(m)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

// toInvite looks for the meetings to come that guests have the cancellation of, although they take place.
func (t *todayReader) toInvite() {
	t.ofComing(NeedInvite, append(t.coming(), t.beyond...), func(row MeetingRow) bool { return SaidBy(row.Answers).Off > 0 })
}

// coming gives the meetings of the week, and the next one.
func (t *todayReader) coming() []MeetingRow {
	rows := slices.Clone(t.out.Week)
	if t.out.Next != nil {
		rows = append(rows, t.out.Next.MeetingRow)
	}
	return rows
}

// ofComing adds a need for each of the meetings that is to come and that it is so of; for a series once.
func (t *todayReader) ofComing(kind NeedKind, rows []MeetingRow, so func(MeetingRow) bool) {
	for _, row := range t.once(rows, so) {
		t.out.Needs = append(t.out.Needs, t.needOf(kind, row))
	}
}

// once gives those of the meetings that are to come and that it is so of; of a series the first.
func (t *todayReader) once(rows []MeetingRow, so func(MeetingRow) bool) (out []MeetingRow) {
	seen := map[core.ID]bool{}
	for _, row := range rows {
		of := row.Meeting.Series
		if of.IsZero() {
			of = row.Meeting.ID
		}
		if !t.toCome(row.Meeting) || !so(row) || seen[of] {
			continue
		}
		seen[of] = true
		out = append(out, row)
	}
	return out
}

// toCome tells whether a meeting is planned and not over.
func (t *todayReader) toCome(m *core.Meeting) bool {
	end, err := m.EndAt()
	return err == nil && m.Planned() && end.After(t.out.Now)
}

// needOf is what a meeting to come needs of the owner.
func (t *todayReader) needOf(kind NeedKind, row MeetingRow) Need {
	m := row.Meeting
	start, _ := m.On(t.out.Owner.Home())
	return Need{
		Kind: kind, Ref: core.RefOf(m), Text: m.Title, Name: row.Name, Days: t.out.Date.DaysSince(start.Date), On: start.Date, At: start, Others: row.Others, Within: m.Relationship,
	}
}

// quietOnes looks at every relationship of the owner's: at its last held meeting and at what waits in it. One that has ended is
// neither quiet nor on the side; what else needs the owner in it does.
func (t *todayReader) quietOnes() error {
	for rel, err := range scan[core.Relationship](t, Query{Index: RelationshipsOfPerson, Of: t.ws.Owner, Reverse: true}) {
		if err != nil {
			return err
		}
		t.out.Related = true
		for _, who := range rel.Others(t.ws.Owner) {
			if !slices.Contains(t.others, who) {
				t.others = append(t.others, who)
			}
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
		row := SidebarRow{Relationship: rel.ID, Name: name, Status: rel.Status}
		if rel.Name == "" {
			row.More = max(len(rel.Others(t.ws.Owner))-1, 0)
		}
		if row.Apart, err = tellingPart(t, rel.ID, name); err != nil {
			return err
		}
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

// mostPressing keeps the most pressing needs, and counts the others: invitations first, since they are few and soon too late to
// tell, then promises, meetings to close, hours that change and silence, by days. Hours that change are told of even so where there
// is more than enough: that is a line or two, and later it would be too late.
func mostPressing(needs []Need) ([]Need, int) {
	rank := map[NeedKind]int{
		NeedToAnswer: 1, NeedProposal: 1, NeedDeclined: 1, NeedInvite: 1, NeedJoined: 1, NeedStillOn: 1, NeedUnsaid: 1, NeedLeft: 1, NeedOldTime: 1, NeedClash: 1,
		NeedLateAction: 2, NeedDueAction: 2, NeedToClose: 3, NeedClashLater: 3, NeedShift: 4, NeedQuiet: 5, NeedRunLate: 6,
	}
	slices.SortStableFunc(needs, func(a, b Need) int {
		if rank[a.Kind] != rank[b.Kind] {
			return rank[a.Kind] - rank[b.Kind]
		}
		return b.Days - a.Days
	})
	kept, room := needs[:0], maxNeeds
	for _, n := range needs {
		if n.Kind == NeedShift {
			room--
		}
	}
	for _, n := range needs {
		if n.Kind != NeedShift {
			if room <= 0 {
				continue
			}
			room--
		}
		kept = append(kept, n)
	}
	return kept, len(needs) - len(kept)
}

// whose tells of needs that are about a meeting what can be done with it.
func (t *todayReader) whose(needs []Need) error {
	for i := range needs {
		if needs[i].Ref.Kind != core.KindMeeting {
			continue
		}
		m, err := load[core.Meeting](t, needs[i].Ref.ID)
		if core.CodeOf(err) == core.CodeNotFound {
			continue // what it is about has gone: there is nothing to be done with it
		}
		if err != nil {
			return err
		}
		needs[i].Ahead, needs[i].Asked = t.toCome(m), Asked(m, t.out.Owner)
		needs[i].Copied = needs[i].Asked && Copied(m)
	}
	return nil
}
