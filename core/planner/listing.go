package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// Filter chooses records of one kind.
type Filter struct {
	Kind         core.Kind
	Relationship core.ID     // zero: of all
	Period       core.Period // by start, due date, asking, release, assessing, else making; open: of all times
}

// List gives the records that a filter lets through: meetings by start, actions and goals by due date, what was sent, written,
// released or rated the latest first, all others in the order of their making.
func (p *Planner) List(ctx context.Context, f Filter) ([]core.Record, error) {
	return view(ctx, p.engine, func(r Reader) ([]core.Record, error) {
		owner, err := ownerOf(r)
		if err != nil {
			return nil, err
		}
		if f.Kind == core.KindMeeting {
			return p.listMeetings(r, f, zoneOf(owner))
		}
		var out []core.Record
		for rec, err := range r.All(f.Kind) {
			if err != nil {
				return nil, err
			}
			within, err := f.within(r, rec)
			if err != nil {
				return nil, err
			}
			if within && f.inPeriod(rec, owner.Home()) {
				out = append(out, rec)
			}
		}
		slices.SortStableFunc(out, inList)
		return out, nil
	})
}

func (p *Planner) listMeetings(r Reader, f Filter, loc *time.Location) ([]core.Record, error) {
	from, to := span(f.Period, loc)
	all, err := p.meetingsBetween(r, f.Relationship, from, to)
	out := make([]core.Record, len(all))
	for i, m := range all {
		out[i] = m
	}
	return out, err
}

// within tells whether a record belongs to the relationship that is asked for: by itself, or through what it is
// about. People belong to it who take part in it, or once did.
func (f Filter) within(r Reader, rec core.Record) (bool, error) {
	if f.Relationship.IsZero() {
		return true, nil
	}
	var through core.Ref
	switch x := rec.(type) {
	case *core.Person:
		rel, err := load[core.Relationship](r, f.Relationship)
		if err != nil {
			return false, err
		}
		return slices.ContainsFunc(rel.Participants, func(p core.Participant) bool { return p.Person == x.ID }), nil
	case *core.Release:
		through = x.Item
	case *core.Note:
		through = x.About
	case *core.Assessment:
		through = core.Ref{Kind: core.KindSkill, ID: x.Skill}
	case *core.Dispatch:
		through = core.Ref{Kind: core.KindMeeting, ID: x.Meeting}
		if x.Meeting.IsZero() {
			through = core.Ref{Kind: core.KindSeries, ID: x.Series}
		}
	default:
		return slices.Contains(relationsOf(rec), f.Relationship), nil
	}
	about, err := get(r, through)
	if core.CodeOf(err) == core.CodeNotFound { // what it was about is gone
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return slices.Contains(relationsOf(about), f.Relationship), nil
}

func (f Filter) inPeriod(rec core.Record, home core.Zone) bool {
	return f.Period == (core.Period{}) || f.Period.Contains(dateOf(rec, home))
}

// dateOf gives the date that a period asks about: of what has an hour, the day that it is then by the clock of home.
func dateOf(rec core.Record, home core.Zone) core.Date {
	day := func(at time.Time) core.Date { return core.CivilOf(at.UTC()).OnClock("UTC", home).Date }
	switch r := rec.(type) {
	case *core.Relationship:
		return r.Since
	case *core.Meeting:
		start, _ := r.On(home)
		return start.Date
	case *core.Goal:
		return r.Due
	case *core.Action:
		return r.Due
	case *core.Run:
		return r.Started
	case *core.Question:
		return day(r.Asked)
	case *core.Release:
		return r.On
	case *core.Assessment:
		return r.On
	case *core.Dispatch:
		return day(r.At)
	case *core.Report:
		return day(r.At)
	case *core.Series:
		return r.Start.OnClock(r.Zone, home).Date
	}
	return day(rec.Base().Created)
}

// relationsOf gives the relationships that a record belongs to.
func relationsOf(rec core.Record) []core.ID {
	switch r := rec.(type) {
	case *core.Relationship:
		return []core.ID{r.ID}
	case *core.Meeting:
		return []core.ID{r.Relationship}
	case *core.Goal:
		return r.Relationships
	case *core.Action:
		return r.Relationships
	case *core.Skill:
		return r.Relationships
	case *core.Run:
		return r.Relationships
	case *core.Question:
		return []core.ID{r.Relationship}
	case *core.Report:
		return []core.ID{r.Relationship}
	case *core.Series:
		return []core.ID{r.Relationship}
	}
	return nil
}

func inList(a, b core.Record) int {
	switch a := a.(type) {
	case *core.Action, *core.Goal:
		return byDue(dateOf(a, ""), dateOf(b, "")) // a due day has no clock
	case *core.Dispatch:
		return b.(*core.Dispatch).At.Compare(a.At)
	case *core.Report:
		return b.(*core.Report).At.Compare(a.At)
	case *core.Release:
		return b.(*core.Release).On.Compare(a.On)
	case *core.Assessment:
		return b.(*core.Assessment).On.Compare(a.On)
	}
	return 0
}

func byDue(a, b core.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}

// Find gives the record of a kind that a whole id, or a part of one that no other has, names. Its error has
// CodeNotFound or CodeAmbiguous.
func (p *Planner) Find(ctx context.Context, kind core.Kind, part string) (core.ID, error) {
	if core.CleanLine(part) == "" { // it would be a part of every id
		return core.ID{}, core.FailField(core.CodeRequired, "id")
	}
	return view(ctx, p.engine, func(r Reader) (core.ID, error) {
		if id, err := core.ParseID(part); err == nil {
			_, err := get(r, core.Ref{Kind: kind, ID: id})
			return id, err
		}
		var found, tail core.ID
		n, tails := 0, 0
		match := func(rec core.Record) {
			id := rec.Base().ID
			if core.MatchID(id, part) {
				found = id
				n++
			}
			if id.EndsIn(part) {
				tail = id
				tails++
			}
		}
		for rec, err := range r.All(kind) {
			if err != nil {
				return found, err
			}
			match(rec)
		}
		if kind == core.KindMeeting && n == 0 {
			now := p.now()
			more, err := occurrencesBetween(r, core.ID{}, now.Add(-occurrencesBehind), now.Add(occurrencesBehind))
			if err != nil {
				return found, err
			}
			for _, m := range more {
				match(m)
			}
		}
		switch n {
		case 0:
			return found, core.Fail(core.CodeNotFound, "kind", string(kind), "id", core.CleanLine(part))
		case 1:
			return found, nil
		}
		if tails == 1 { // lists show tails: those that hold the part elsewhere are not meant
			return tail, nil
		}
		return core.ID{}, core.Fail(core.CodeAmbiguous, "id", core.CleanLine(part), "n", n)
	})
}

// Record gives one record of any kind.
func (p *Planner) Record(ctx context.Context, ref core.Ref) (core.Record, error) {
	return view(ctx, p.engine, func(r Reader) (core.Record, error) { return get(r, ref) })
}

// TodayDate gives the date that it is for the owner.
func (p *Planner) TodayDate(ctx context.Context) (core.Date, error) {
	return view(ctx, p.engine, func(r Reader) (core.Date, error) {
		d, _, err := p.today(r)
		return d, err
	})
}

// NameOf gives what a line about a record calls it: a relationship's name for what happens in one, a person's
// for what is theirs, the item's for a release, that of what a note is about; for an assessment, the skill and who said it.
func (p *Planner) NameOf(ctx context.Context, rec core.Record) (string, error) {
	return view(ctx, p.engine, func(r Reader) (string, error) { return nameOf(r, rec) })
}

// NamesOf gives NameOf for each of many records, read at one instant.
func (p *Planner) NamesOf(ctx context.Context, records []core.Record) ([]string, error) {
	return view(ctx, p.engine, func(r Reader) ([]string, error) {
		out := make([]string, len(records))
		for i, rec := range records {
			var err error
			if out[i], err = nameOf(r, rec); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

func nameOf(r Reader, rec core.Record) (string, error) {
	switch x := rec.(type) {
	case *core.Person:
		return x.Name, nil
	case *core.Relationship:
		return RelationshipName(r, x)
	case *core.Meeting:
		return meetingName(r, x)
	case *core.Series:
		return seriesName(r, x)
	case *core.Goal:
		return personName(r, x.Person)
	case *core.Action:
		return personName(r, x.Owner)
	case *core.Skill:
		return personName(r, x.Person)
	case *core.Run:
		return personName(r, x.Person)
	case *core.Question:
		return personName(r, x.Asker)
	case *core.Report:
		rel, err := load[core.Relationship](r, x.Relationship)
		if core.CodeOf(err) == core.CodeNotFound {
			return "", nil
		}
		if err != nil {
			return "", err
		}
		return RelationshipName(r, rel)
	case *core.Note:
		return titleOfRef(r, x.About)
	case *core.Assessment:
		skill, err := titleOfRef(r, core.Ref{Kind: core.KindSkill, ID: x.Skill})
		if err != nil {
			return "", err
		}
		by, err := titleOfRef(r, core.Ref{Kind: core.KindPerson, ID: x.Said.By})
		return skill + " — " + by, err
	case *core.Release:
		item, err := r.Get(x.Item)
		if err != nil {
			return "", err
		}
		if g, ok := item.(*core.Goal); ok {
			return g.Title, nil
		}
		if k, ok := item.(*core.Skill); ok {
			return k.Name, nil
		}
	}
	return "", nil
}

func personName(r Reader, id core.ID) (string, error) {
	p, err := load[core.Person](r, id)
	if err != nil {
		return "", err
	}
	return p.Name, nil
}
