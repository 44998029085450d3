package plans

import (
	"errors"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func joined(errs []error) error { return errors.Join(errs...) }

func without(ids []core.ID, id core.ID) []core.ID {
	var out []core.ID
	for _, x := range ids {
		if x != id {
			out = append(out, x)
		}
	}
	return out
}

// readers names the chosen readers and the owner; nobody chosen is private.
func readers(chosen []core.ID, owner core.ID) core.Visibility {
	if len(chosen) == 0 {
		return core.Visibility{}
	}
	return core.Visibility{Readers: append([]core.ID{owner}, chosen...)}
}

// lines cuts a text into its lines that hold something.
func lines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = core.CleanLine(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// Choice is something to choose, by id.
type Choice struct {
	ID   core.ID
	Text string
}

// people lists whose a goal or skill can be.
func people(p *planner.Places, w *locale.Words) []Choice {
	out := make([]Choice, len(p.People))
	for i, person := range p.People {
		out[i] = Choice{person.ID, person.Name}
		if person.ID == p.Owner {
			out[i].Text = w.T("plans.me_named", "name", person.Name)
		}
	}
	return out
}

// relationshipsOf lists the relationships that somebody takes part in.
func relationshipsOf(p *planner.Places, person core.ID) []Choice {
	var out []Choice
	for _, r := range p.Of(person) {
		out = append(out, Choice{r.ID, r.Name})
	}
	return out
}

// mayRead lists who can be named as a reader: whose the item is, and everybody in its relationships.
func mayRead(p *planner.Places, person core.ID, rels []core.ID) []Choice {
	var out []Choice
	add := func(id core.ID) {
		known := slices.ContainsFunc(out, func(c Choice) bool { return c.ID == id })
		if who := p.Person(id); who != nil && !known && id != p.Owner {
			out = append(out, Choice{id, who.Name})
		}
	}
	add(person)
	for _, id := range rels {
		if r, ok := p.Place(id); ok {
			for _, part := range r.Participants {
				add(part.Person)
			}
		}
	}
	return out
}

// startReaders says who may read a new item of a person in a relationship, by the rule of its format.
func startReaders(p *planner.Places, person, rel core.ID) []core.ID {
	place, ok := p.Place(rel)
	if !ok {
		return nil
	}
	about := person
	if person == p.Owner {
		about = core.ID{}
		if others := place.Others(p.Owner); len(others) == 1 {
			about = others[0]
		}
	}
	return without(place.DefaultReaders(p.Owner, about).Readers, p.Owner)
}

// readLine says in words who can read an item.
func readLine(chosen []core.ID, p *planner.Places, w *locale.Words) string {
	var names []string
	for _, id := range chosen {
		if who := p.Person(id); who != nil {
			names = append(names, who.Name)
		}
	}
	if len(names) == 0 {
		return w.T("plans.only_me")
	}
	return w.T("plans.readers_named", "names", w.List(names))
}

// indexOf gives the place of an id among choices; -1 where it is none of them.
func indexOf(list []Choice, id core.ID) int {
	return slices.IndexFunc(list, func(c Choice) bool { return c.ID == id })
}

func texts(list []Choice) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.Text
	}
	return out
}

// learner says whose a new goal or skill of a relationship most likely is: the one who learns there, or the
// owner where nobody is known.
func learner(p *planner.Places, rel core.ID) core.ID {
	place, ok := p.Place(rel)
	if !ok {
		return p.Owner
	}
	mentees := place.Mentees()
	if len(mentees) == 0 || slices.Contains(mentees, p.Owner) {
		return p.Owner
	}
	return mentees[0]
}

// Start says whose a new goal or skill is that is begun in a relationship, or among those of somebody (either may be zero), where it
// belongs, and who may read it.
func Start(p *planner.Places, rel, whose core.ID) (person core.ID, rels []core.ID, v core.Visibility) {
	if rel.IsZero() && !whose.IsZero() && whose != p.Owner {
		if only, ok := p.OnlyWith(whose); ok {
			rel = only.ID
		}
	}
	if person = whose; person.IsZero() {
		person = learner(p, rel)
	}
	if rel.IsZero() {
		return person, nil, v
	}
	return person, []core.ID{rel}, readers(startReaders(p, person, rel), p.Owner)
}
