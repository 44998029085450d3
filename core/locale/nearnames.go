package locale

import (
	"slices"
	"strings"

	"mentorbook/core"
)

// NearNames gives those of the people whose name, or a word of it, is nearly what was typed: at most a third of its
// letters are other ones, missing, too many or changed about. The nearest come first, at most limit of them.
func NearNames(typed string, people []*core.Person, limit int) []*core.Person {
	name := []rune(plainName(typed))
	type near struct {
		who  *core.Person
		away int
	}
	var found []near
	for _, p := range people {
		away := len(name)
		for _, n := range namesOf(p) {
			for _, part := range append(strings.Fields(n), n) {
				away = min(away, lettersAway(name, []rune(part)))
			}
		}
		if len(name) > 0 && away <= (len(name)+1)/3 {
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

// lettersAway counts the letters to change, add, drop or swap with their neighbour to get from one word to another.
func lettersAway(a, b []rune) int {
	before, row, next := []int(nil), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		next[0] = i + 1
		for j := range b {
			other := 1
			if a[i] == b[j] {
				other = 0
			}
			next[j+1] = min(row[j]+other, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, make([]int, len(b)+1)
	}
	return row[len(b)]
}
