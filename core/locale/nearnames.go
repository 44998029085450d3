package locale

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mentorbook/core"
)

// NearNames gives those of the people whose name, or a word of it, is nearly what was typed: at most a third of its
// letters are other ones, missing, too many or changed about. A name in the other alphabet is compared as it sounds, so that
// "Olga" is near «Ольга». The nearest come first, at most limit of them.
func NearNames(typed string, people []*core.Person, limit int) []*core.Person {
	name := plainName(typed)
	letters := utf8.RuneCountInString(name)
	sounds := core.NewSounds()
	slips := func(part string) int { // twice as many: what is as near in its own letters comes first
		if core.Cyrillic(name) != core.Cyrillic(part) {
			return 2*core.Slips(sounds.Of(name), sounds.Of(part)) + 1
		}
		return 2 * core.Slips(name, part)
	}
	type near struct {
		who  *core.Person
		away int
	}
	var found []near
	for _, p := range people {
		away := 2 * letters
		for _, n := range namesOf(p) {
			for _, part := range append(strings.Fields(n), n) {
				away = min(away, slips(part))
			}
		}
		if letters > 0 && away/2 <= (letters+1)/3 {
			found = append(found, near{p, away})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return a.away - b.away })
	var out []*core.Person
	for _, f := range found[:min(limit, len(found))] {
		out = append(out, f.who)
	}
	return out
}
