package locale

import (
	"cmp"
	"slices"
	"strings"

	"mentorbook/assets"
	"mentorbook/core"
)

// Place is a city that goes by the clock of a zone.
type Place struct {
	Zone core.Zone
	City string
}

// places are the cities that the program knows, in the order of their zones' names.
type places struct {
	byZone map[core.Zone]string // the city's name in the language at hand
	all    []place
}

type place struct {
	Place

	typed string // the city as a keyboard without its marks has it: "Sao Paulo"
	key   string // and as names are compared
	main  bool   // the city that the zone is named after, in the language at hand
}

// newPlaces reads the table for a language.
func newPlaces(lang core.Language) *places {
	p := &places{byZone: map[core.Zone]string{}}
	for line := range strings.SplitSeq(assets.Zones(), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		parts := append(strings.Split(line, "\t"), "", "", "")
		zone := core.Zone(parts[0])
		city, other := cmp.Or(parts[3], zone.City()), parts[1]
		if lang == core.Russian && other != "" {
			city, other = other, city
		}
		p.byZone[zone] = city
		p.add(zone, city, city, true)
		p.add(zone, other, other, false)
		if parts[3] != "" {
			p.add(zone, parts[3], zone.City(), lang == core.English)
		}
		for more := range strings.SplitSeq(parts[2], ",") {
			p.add(zone, more, more, false)
		}
	}
	return p
}

func (p *places) add(zone core.Zone, city, typed string, main bool) {
	if city, typed = strings.TrimSpace(city), strings.TrimSpace(typed); city != "" {
		p.all = append(p.all, place{Place{zone, city}, typed, core.NameKey(typed), main})
	}
}

// City names the city of a zone as the language has it: "São Paulo", «Сан-Паулу».
func (w *Words) City(z core.Zone) string {
	if name := w.places.byZone[z]; name != "" {
		return name
	}
	return z.City()
}

// ZoneOf gives the zone of a city by its name, in whatever language the table of zones has it; false where it has none
// so called, or cities of two zones.
func (w *Words) ZoneOf(city string) (core.Zone, bool) {
	key := core.NameKey(city)
	var zone core.Zone
	for _, p := range w.places.all {
		if p.key != key {
			continue
		}
		if zone != "" && zone != p.Zone {
			return "", false
		}
		zone = p.Zone
	}
	return zone, zone != ""
}

// FindPlaces gives up to so many cities that a typed text may mean, in whatever language it is typed: those
// whose name it is first, then those that begin with it, then those that have a word that does, then those in whose zone's
// name a part does: "Euro" finds Europe/Berlin. The name of a zone itself finds that zone.
func (w *Words) FindPlaces(text string, limit int) []Place {
	key := core.NameKey(text)
	if key == "" {
		return nil
	}
	var ranks [6][]Place
	seen := map[core.Zone]int{}
	for _, p := range w.places.all {
		rank := p.rank(key, text)
		if rank < 0 {
			continue
		}
		if p.main && rank > 0 {
			rank-- // the city that the zone is named after goes before the others
		}
		if had, again := seen[p.Zone]; again && had <= rank {
			continue // a city in another spelling
		}
		seen[p.Zone] = rank
		ranks[rank] = append(ranks[rank], p.Place)
	}
	var out []Place
	for _, found := range ranks {
		for _, p := range found {
			if len(out) < limit && !slices.ContainsFunc(out, func(q Place) bool { return q.Zone == p.Zone }) {
				out = append(out, p)
			}
		}
	}
	return out
}

// rank tells how well a text names the place: 0 is best, -1 not at all.
func (p place) rank(key, text string) int {
	switch {
	case p.key == key || strings.EqualFold(string(p.Zone), strings.TrimSpace(text)):
		return 0
	case strings.HasPrefix(strings.ToLower(p.typed), strings.ToLower(strings.TrimSpace(text))) || strings.HasPrefix(p.key, key):
		return 2
	case strings.Contains(p.key, " "+key):
		return 3
	case p.inZone(text):
		return 5
	}
	return -1
}

// inZone tells whether a part of the zone's own name begins with a text of three letters or more.
func (p place) inZone(text string) bool {
	text = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), " ", "_"))
	zone := strings.ToLower(string(p.Zone))
	return len(text) > 2 && (strings.HasPrefix(zone, text) || strings.Contains(zone, "/"+text))
}
