package core

import (
	"slices"
	"strings"
)

// Apart is what tells a relationship from others of the same name, as far as that is needed; the rest is zero.
type Apart struct {
	Side         Role // the owner's
	Format       Format
	Organisation string // of whoever is on the other side
	Since        Date
	Number       int // 1 is the oldest; where nothing else tells them apart
}

// IsZero tells whether the name alone says which relationship it is.
func (a Apart) IsZero() bool { return a == Apart{} }

// ApartBy stands between a name and what tells it apart.
const ApartBy = " · "

// Namesake is a relationship by its name, with all that could tell it apart from another of that name.
type Namesake struct {
	ID    ID
	Name  string
	Own   bool // the name was given to it; else it is the name of whoever is on the other side
	Apart Apart
}

// traits are what tells relationships apart, the most telling first: what each is, and how it is taken over.
func traits() []func(from Apart, to *Apart) {
	return []func(from Apart, to *Apart){
		func(from Apart, to *Apart) { to.Side = from.Side },
		func(from Apart, to *Apart) { to.Format = from.Format },
		func(from Apart, to *Apart) { to.Organisation = from.Organisation },
		func(from Apart, to *Apart) { to.Since = from.Since },
		func(from Apart, to *Apart) { to.Number = from.Number },
	}
}

// TellApart gives for relationships, oldest first, what is to stand behind the names of those that would read like another.
// A name that only one was given stays as it was given: the others are told from it.
func TellApart(all []Namesake) map[ID]Apart {
	alike, order := map[string][]Namesake{}, []string{}
	for _, one := range all {
		key := strings.ToLower(one.Name)
		if alike[key] == nil {
			order = append(order, key)
		}
		one.Apart.Number = len(alike[key]) + 1
		alike[key] = append(alike[key], one)
	}
	out := map[ID]Apart{}
	for _, key := range order {
		tellApart(alike[key], out)
	}
	return out
}

func tellApart(group []Namesake, out map[ID]Apart) {
	parts := [][]Namesake{group}
	for _, take := range traits() {
		var next [][]Namesake
		for _, part := range parts {
			split := splitBy(part, take)
			if len(split) > 1 {
				for _, one := range part {
					told := out[one.ID]
					take(one.Apart, &told)
					out[one.ID] = told
				}
			}
			next = append(next, split...)
		}
		parts = next
	}
	own, bare := []ID{}, false
	for _, one := range group {
		if one.Own {
			own = append(own, one.ID)
		} else {
			bare = bare || out[one.ID].IsZero()
		}
	}
	if len(own) == 1 && !bare {
		delete(out, own[0])
	}
}

// splitBy sorts relationships by one trait, in the order in which its values come.
func splitBy(part []Namesake, take func(from Apart, to *Apart)) [][]Namesake {
	var out [][]Namesake
	place := map[Apart]int{}
	for _, one := range part {
		var key Apart
		take(one.Apart, &key)
		at, known := place[key]
		if !known {
			at = len(out)
			place[key] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], one)
	}
	return out
}

// ApartFrom tells somebody from others of the same name among people: by where they work, what they do, or an address. It is ""
// for a name that is theirs alone, and where nothing tells them.
func ApartFrom(all []*Person, who *Person) string {
	var same []*Person
	for _, other := range all {
		if other.ID != who.ID && strings.EqualFold(other.Name, who.Name) {
			same = append(same, other)
		}
	}
	if len(same) == 0 {
		return ""
	}
	for _, trait := range []func(*Person) string{
		func(x *Person) string { return x.Organisation },
		func(x *Person) string { return x.JobTitle },
		(*Person).Email,
	} {
		own := trait(who)
		if own != "" && !slices.ContainsFunc(same, func(x *Person) bool { return trait(x) == own }) {
			return own
		}
	}
	return ""
}
