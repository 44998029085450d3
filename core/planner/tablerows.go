package planner

import (
	"cmp"
	"slices"
	"strings"

	"mentorbook/core"
)

// meeting plans one row of a spreadsheet of meetings. Somebody unknown becomes a new person, and somebody with
// whom the owner has no relationship gets one: a meeting can't be without.
func (t *tabling) meeting(row core.MeetingRow) (TableStep, error) {
	step := TableStep{Line: row.Line, Name: row.Title, When: row.Start.Date, Noon: row.NoTime}
	if step.Name == "" {
		step.Name = row.With
	}
	rel, err := t.needed(&step, row.With, row.Start.Date)
	if err != nil {
		return step, err
	}
	m, err := t.meetingOf(row, rel)
	if err != nil {
		return step, err
	}
	step.Skipped = m.Start != row.Start
	days, err := t.meetingsOf(rel)
	if err != nil {
		return step, err
	}
	for _, old := range days[m.Start.Date] {
		if sameMeeting(old, m, row.NoTime) {
			step.ID, step.Known = old.ID, true
			return step, nil
		}
	}
	step.ID = t.made(m)
	days[m.Start.Date] = append(days[m.Start.Date], m)
	step.records = append(step.records, m)
	t.note(&step, core.RefOf(m), row.Notes)
	return step, nil
}

func (t *tabling) meetingOf(row core.MeetingRow, rel *core.Relationship) (*core.Meeting, error) {
	m := &core.Meeting{
		Relationship: rel.ID, Title: row.Title, Start: row.Start, End: row.End, Zone: row.Zone, Place: row.Place, Link: row.Link,
		Status: row.Status, MissedBy: row.MissedBy, UID: t.e.IDs.NewID().String() + uidDomain,
	}
	if m.Status == core.MeetingPlanned && rel.Status == core.StatusEnded {
		return nil, core.Fail(core.CodeState, "state", string(rel.Status))
	}
	if m.Status == core.MeetingMissed && m.MissedBy == "" {
		m.MissedBy = theOtherSide(rel, t.owner.ID)
	}
	if m.Zone == "" {
		m.Zone = t.owner.Home()
	}
	if m.End.IsZero() {
		m.Last(m.Start, t.ws.Length, m.Zone)
	}
	m.Start, m.End = core.OnClock(m.Start, m.End, m.Zone)
	if err := m.Validate(); err != nil {
		return nil, err
	}
	start, err := m.StartAt()
	if err != nil {
		return nil, err
	}
	if (m.Status == core.MeetingHeld || m.Status == core.MeetingMissed) && start.After(t.now) {
		return nil, core.FailField(core.CodeFuture, "start", "value", m.Start.Date)
	}
	m.Closed, err = t.closedAt(m)
	return m, err
}

// theOtherSide gives the role of those who are not the owner: who keeps a table and writes "no show" means them.
func theOtherSide(rel *core.Relationship, owner core.ID) core.Role {
	switch part, _ := rel.Participant(owner); {
	case part.Role == core.RoleBoth:
		return core.RoleBoth
	case part.Role.Learns():
		return core.RoleMentor
	}
	return core.RoleMentee
}

// needed finds the relationship that a row is about, and makes what is missing of it.
func (t *tabling) needed(step *TableStep, with string, day core.Date) (*core.Relationship, error) {
	w := t.whom("with", with)
	if w.err != nil {
		return nil, w.err
	}
	if w.person != nil && w.person.ID == t.owner.ID {
		return nil, core.FailField(core.CodeNotParty, "with", "value", "self")
	}
	rel, err := t.within(w, day)
	if err != nil {
		return nil, err
	}
	if rel == nil {
		rel = t.newWith(w.person, day)
	}
	t.began(rel, day)
	step.within = rel.ID
	step.Who = t.relName[rel.ID]
	return rel, nil
}

// meetingsOf gives the meetings of a relationship by their days, new ones too.
func (t *tabling) meetingsOf(rel *core.Relationship) (map[core.Date][]*core.Meeting, error) {
	if days := t.meetings[rel.ID]; days != nil {
		return days, nil
	}
	days := map[core.Date][]*core.Meeting{}
	t.meetings[rel.ID] = days
	for m, err := range scan[core.Meeting](t.r, Query{Index: MeetingsOfRelationship, Of: rel.ID}) {
		if err != nil {
			return nil, err
		}
		days[m.Start.Date] = append(days[m.Start.Date], m)
	}
	return days, nil
}

// sameMeeting tells whether a meeting of the same day is the row's: it begins at the same time, or the row
// gives none; and nothing in its title speaks against it.
func sameMeeting(old, m *core.Meeting, noTime bool) bool {
	if !noTime && (old.Start != m.Start || old.Zone != m.Zone) {
		a, err1 := old.StartAt()
		b, err2 := m.StartAt()
		if err1 != nil || err2 != nil || !a.Equal(b) {
			return false
		}
	}
	return old.Title == "" || m.Title == "" || titleKey(old.Title) == titleKey(m.Title)
}

func titleKey(title string) string { return strings.ToLower(core.CleanLine(title)) }

// goal plans one row of a spreadsheet of goals: the owner's, or somebody's with whom the owner works.
func (t *tabling) goal(row core.GoalRow) (TableStep, error) {
	step := TableStep{Line: row.Line, Name: row.Title, When: row.Due}
	w := t.whose("person", row.Person)
	if w.err != nil {
		return step, w.err
	}
	g := &core.Goal{
		Person: w.person.ID, Title: row.Title, Why: row.Why, Status: row.Status, Due: row.Due, Closed: row.Closed, Measure: row.Measure,
	}
	if rel := t.learningIn(w.person, row.Due); rel != nil {
		g.Relationships, g.Readers = []core.ID{rel.ID}, rel.DefaultReaders(t.owner.ID, about(rel, g.Person, t.owner.ID))
	}
	step.Who = w.person.Name
	return t.planned(step, w.person, g, row.Due, row.Notes)
}

// action plans one row of a spreadsheet of actions.
func (t *tabling) action(row core.ActionRow) (TableStep, error) {
	step := TableStep{Line: row.Line, Name: row.Title, When: row.Due}
	w := t.whose("owner", row.Owner)
	if w.err != nil {
		return step, w.err
	}
	a := &core.Action{Owner: w.person.ID, Title: row.Title, Due: row.Due, Status: row.Status, Closed: row.Closed}
	rel, err := t.promisedIn(&step, w.person, row)
	if err != nil {
		return step, err
	}
	if rel != nil {
		step.within = rel.ID
		a.Relationships, a.Readers = []core.ID{rel.ID}, rel.DefaultReaders(t.owner.ID, about(rel, a.Owner, t.owner.ID))
		if !rel.Has(a.Owner) {
			return step, core.FailField(core.CodeNotParty, "owner", "person", w.person.Name, "value", core.Excerpt(cmp.Or(row.Owner, w.person.Name)))
		}
	}
	step.Who = w.person.Name
	return t.planned(step, w.person, a, row.Due, row.Notes)
}

// promisedIn finds the relationship of an action: that with the other side where the file names it, else the
// one with its owner, if there is one and no doubt.
func (t *tabling) promisedIn(step *TableStep, owner *core.Person, row core.ActionRow) (*core.Relationship, error) {
	if row.With != "" {
		if w := t.whom("with", row.With); w.err != nil || w.person == nil || w.person.ID != t.owner.ID {
			return t.needed(step, row.With, row.Due)
		}
	}
	if owner.ID == t.owner.ID {
		return nil, nil
	}
	rel, err := t.within(who{person: owner}, row.Due)
	if core.CodeOf(err) == core.CodeAmbiguous {
		return nil, nil // it belongs to its owner; in which of several it was promised, the file does not say
	}
	return rel, err
}

// whose finds the one person whom a goal or an action belongs to.
func (t *tabling) whose(field, text string) who {
	w := t.whom(field, text)
	if w.err == nil && w.person == nil {
		w.err = core.FailField(core.CodeNotFound, field, "kind", string(core.KindPerson), "id", core.Excerpt(text))
	}
	return w
}

// learningIn finds the relationship in which somebody works towards a goal, where there is no doubt.
func (t *tabling) learningIn(p *core.Person, day core.Date) *core.Relationship {
	var rels []*core.Relationship
	if p.ID == t.owner.ID {
		for _, list := range t.byName {
			rels = append(rels, list...)
		}
		slices.SortFunc(rels, func(a, b *core.Relationship) int { return strings.Compare(a.ID.String(), b.ID.String()) })
	} else {
		rels = t.rels[p.ID]
	}
	rels = slices.DeleteFunc(slices.Clone(rels), func(r *core.Relationship) bool {
		part, _ := r.Participant(p.ID)
		return !part.Role.Learns()
	})
	if day.IsZero() || day.After(t.today) {
		day = t.today
	}
	rel, err := t.within(who{rels: rels}, day)
	if err != nil {
		return nil
	}
	return rel
}

// planned ends the planning of a goal or an action: one of the same owner, title and due date is here already.
func (t *tabling) planned(step TableStep, owner *core.Person, rec core.Record, due core.Date, notes string) (TableStep, error) {
	if err := rec.Validate(); err != nil {
		return step, err
	}
	has, err := t.plansOf(owner.ID)
	if err != nil {
		return step, err
	}
	key := planKey(rec.Kind(), step.Name, due)
	if id, ok := has[key]; ok {
		step.ID, step.Known = id, true
		return step, nil
	}
	step.ID, step.owner = t.made(rec), owner.ID
	has[key] = step.ID
	step.records = append(step.records, rec)
	switch {
	case rec.Kind() == core.KindGoal:
		t.note(&step, core.RefOf(rec), notes)
	case core.CleanLine(notes) != "": // a promise has no notes of its own: they go to where it was made
		about := core.Ref{Kind: core.KindPerson, ID: owner.ID}
		if !step.within.IsZero() {
			about = core.Ref{Kind: core.KindRelationship, ID: step.within}
		}
		t.note(&step, about, step.Name+"\n"+notes)
	}
	return step, nil
}

func planKey(kind core.Kind, title string, due core.Date) string {
	return string(kind) + "\x00" + titleKey(title) + "\x00" + due.String()
}

func (t *tabling) plansOf(person core.ID) (map[string]core.ID, error) {
	if has := t.plans[person]; has != nil {
		return has, nil
	}
	has := map[string]core.ID{}
	t.plans[person] = has
	for g, err := range scan[core.Goal](t.r, Query{Index: GoalsOfPerson, Of: person}) {
		if err != nil {
			return nil, err
		}
		has[planKey(core.KindGoal, g.Title, g.Due)] = g.ID
	}
	for a, err := range scan[core.Action](t.r, Query{Index: ActionsOfPerson, Of: person}) {
		if err != nil {
			return nil, err
		}
		has[planKey(core.KindAction, a.Title, a.Due)] = a.ID
	}
	return has, nil
}

// note adds what the file says in words: a note of the owner's own, private as every table was.
func (t *tabling) note(step *TableStep, about core.Ref, text string) {
	if core.CleanLine(text) == "" {
		return
	}
	n := &core.Note{About: about, Author: t.owner.ID, Text: text}
	t.made(n)
	step.records = append(step.records, n)
}
