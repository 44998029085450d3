package planner

import (
	"context"
	"slices"
	"strings"

	"mentorbook/core"
)

// Places says whose a goal or a skill can be, in which relationships it can belong, and who can read it.
type Places struct {
	Today         core.Date
	Owner         core.ID
	People        []*core.Person // the owner first, then all others by name
	Relationships []Place        // by name, those that are over last
}

// Place is a relationship with the name that lines about it have.
type Place struct {
	*core.Relationship

	Name string
}

// Of lists the relationships in which a person takes part.
func (p *Places) Of(person core.ID) []Place {
	var out []Place
	for _, r := range p.Relationships {
		if r.Has(person) {
			out = append(out, r)
		}
	}
	return out
}

// Named lists the relationships with a name of their own that are not over.
func (p *Places) Named() []*core.Relationship {
	var out []*core.Relationship
	for _, r := range p.Relationships {
		if r.Relationship.Name != "" && r.Status != core.StatusEnded {
			out = append(out, r.Relationship)
		}
	}
	return out
}

// Apart tells somebody from others of the same name: by where they work, what they do, or an address. It is "" for a name that
// is theirs alone.
func (p *Places) Apart(who *core.Person) string { return core.ApartFrom(p.People, who) }

// Place gives a relationship by its id; false where there is none.
func (p *Places) Place(id core.ID) (Place, bool) {
	i := slices.IndexFunc(p.Relationships, func(r Place) bool { return r.ID == id })
	if i < 0 {
		return Place{}, false
	}
	return p.Relationships[i], true
}

// Only gives the one relationship that goes on; false where there is none, or more than one.
func (p *Places) Only() (Place, bool) { return onlyLive(p.Relationships) }

// OnlyWith gives the one relationship that goes on between the owner and somebody; false where there is none, or more than one.
func (p *Places) OnlyWith(person core.ID) (Place, bool) {
	return onlyLive(slices.DeleteFunc(p.Of(person), func(r Place) bool { return !r.Has(p.Owner) }))
}

func onlyLive(all []Place) (Place, bool) {
	var found Place
	for _, r := range all {
		if !r.Live() {
			continue
		}
		if found.Relationship != nil {
			return Place{}, false
		}
		found = r
	}
	return found, found.Relationship != nil
}

// Person gives somebody by their id; nil where there is nobody.
func (p *Places) Person(id core.ID) *core.Person {
	i := slices.IndexFunc(p.People, func(x *core.Person) bool { return x.ID == id })
	if i < 0 {
		return nil
	}
	return p.People[i]
}

// Plans is the goals and skills of everybody.
type Plans struct {
	*Places

	Goals  []GoalRow  // by person as in People, then by due date
	Skills []SkillRow // by person as in People, then in the order of their making
}

// Plans reads all goals and skills, with what was let out of them.
func (p *Planner) Plans(ctx context.Context) (*Plans, error) {
	return view(ctx, p.engine, func(r Reader) (*Plans, error) {
		places, err := placesOf(r, p.engine)
		if err != nil {
			return nil, err
		}
		out := &Plans{Places: places}
		released, err := releasedNow(r, places.Today)
		if err != nil {
			return nil, err
		}
		if err := out.read(r, released); err != nil {
			return nil, err
		}
		out.sort()
		return out, nil
	})
}

func (p *Plans) read(r Reader, released map[core.ID][]core.LetOut) error {
	for g, err := range every[core.Goal](r) {
		if err != nil {
			return err
		}
		p.Goals = append(p.Goals, GoalRow{g, released[g.ID]})
	}
	given := map[core.ID][]*core.Assessment{}
	for a, err := range every[core.Assessment](r) {
		if err != nil {
			return err
		}
		given[a.Skill] = append(given[a.Skill], a)
	}
	for k, err := range every[core.Skill](r) {
		if err != nil {
			return err
		}
		row := SkillRow{Skill: k, Released: released[k.ID], Given: given[k.ID]}
		row.All, row.Any = core.StandingOf(given[k.ID], nil)
		p.Skills = append(p.Skills, row)
	}
	return nil
}

// releasedNow gives for each item the audiences to which it is let out on a day.
func releasedNow(r Reader, day core.Date) (map[core.ID][]core.LetOut, error) {
	all := map[core.ID][]*core.Release{}
	for rel, err := range every[core.Release](r) {
		if err != nil {
			return nil, err
		}
		all[rel.Item.ID] = append(all[rel.Item.ID], rel)
	}
	out := make(map[core.ID][]core.LetOut, len(all))
	for item, releases := range all {
		out[item] = core.LetOutOn(releases, day)
	}
	return out, nil
}

func (p *Plans) sort() {
	rank := make(map[core.ID]int, len(p.People))
	for i, person := range p.People {
		rank[person.ID] = i
	}
	slices.SortStableFunc(p.Goals, func(a, b GoalRow) int {
		if d := rank[a.Goal.Person] - rank[b.Goal.Person]; d != 0 {
			return d
		}
		return dueDay(a.Goal.Due).Compare(dueDay(b.Goal.Due))
	})
	slices.SortStableFunc(p.Skills, func(a, b SkillRow) int { return rank[a.Skill.Person] - rank[b.Skill.Person] })
}

// Places reads whose plans there can be.
func (p *Planner) Places(ctx context.Context) (*Places, error) {
	return view(ctx, p.engine, func(r Reader) (*Places, error) { return placesOf(r, p.engine) })
}

// Place gives one relationship with its name.
func (p *Planner) Place(ctx context.Context, rel core.ID) (Place, error) {
	return view(ctx, p.engine, func(r Reader) (Place, error) {
		found, err := load[core.Relationship](r, rel)
		if err != nil {
			return Place{}, err
		}
		name, err := RelationshipName(r, found)
		return Place{found, name}, err
	})
}

func placesOf(r Reader, e *engine) (*Places, error) {
	today, owner, err := e.today(r)
	if err != nil {
		return nil, err
	}
	out := &Places{Today: today, Owner: owner.ID}
	if out.People, err = collect(every[core.Person](r)); err != nil {
		return nil, err
	}
	slices.SortStableFunc(out.People, func(a, b *core.Person) int {
		if (a.ID == owner.ID) != (b.ID == owner.ID) {
			if a.ID == owner.ID {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	names := map[core.ID]*core.Person{}
	for _, p := range out.People {
		names[p.ID] = p
	}
	for rel, err := range every[core.Relationship](r) {
		if err != nil {
			return nil, err
		}
		name, err := placeName(r, rel, owner.ID, names)
		if err != nil {
			return nil, err
		}
		out.Relationships = append(out.Relationships, Place{rel, name})
	}
	slices.SortStableFunc(out.Relationships, func(a, b Place) int {
		if x, y := a.Status == core.StatusEnded, b.Status == core.StatusEnded; x != y {
			if y {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return out, nil
}

// placeName is RelationshipName over people that were read already.
func placeName(r Reader, rel *core.Relationship, owner core.ID, people map[core.ID]*core.Person) (string, error) {
	name := rel.Name
	if name == "" {
		var others []*core.Person
		for _, id := range rel.Others(owner) {
			if p := people[id]; p != nil {
				others = append(others, p)
			}
		}
		name = joinNames(others)
	}
	return toldApart(r, rel.ID, name)
}
