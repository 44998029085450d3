package main

import "mentorbook/core"

// mostOfAKind is how many things of one kind are named before the rest of them is counted: a file made to harm has a
// hundred thousand.
const mostOfAKind = 100

// bounded counts what is told, kind by kind.
type bounded[K comparable] struct {
	told  map[K]int
	order []K
}

// tell tells whether one more of a kind is to be named.
func (b *bounded[K]) tell(kind K) bool {
	if b.told == nil {
		b.told = map[K]int{}
	}
	if b.told[kind]++; b.told[kind] == 1 {
		b.order = append(b.order, kind)
	}
	return b.told[kind] <= mostOfAKind
}

// more goes over the kinds of which some were not named, with how many.
func (b *bounded[K]) more(yield func(kind K, n int) bool) {
	for _, kind := range b.order {
		if n := b.told[kind] - mostOfAKind; n > 0 && !yield(kind, n) {
			return
		}
	}
}

// eachFinding names what is wrong in a file, and counts the rest of what it is full of.
func (a *app) eachFinding(all []core.Finding, name func(core.Finding) string, say func(string)) {
	var told bounded[core.Flaw]
	for _, f := range all {
		if told.tell(f.Flaw) {
			say(name(f))
		}
	}
	for flaw, n := range told.more {
		say(a.words().T("ctl.and_more", "n", n, "what", a.words().Finding(core.Finding{Flaw: flaw})))
	}
}
