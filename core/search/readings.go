package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mentorbook/core"
)

// Readings gives the queries that a typed text may mean, in the order in which what they find is to be listed: as it
// was typed; what the same keys give in the other layout, "ghbdtn" for «привет»; what sounds so in the other letters, «Кофи» for
// "Kofi"; and with slips in each word (core.Nearly). The last two are looked for in titles alone. What an earlier one finds a
// later one may find again.
func Readings(text string) []Query {
	typed := Parse(text)
	if typed.Empty() {
		return nil
	}
	out := []Query{typed}
	if other := Parse(OtherKeys(text)); !other.Empty() {
		out = append(out, other)
	}
	sound, slip := Parse(text), Parse(text)
	sound.sounds, slip.slips = core.NewSounds(), true
	for i, t := range sound.terms {
		sound.terms[i].sound = sound.sounds.Of(t.word)
	}
	return append(out, sound, slip)
}

// The keys of the two layouts that people mix up, in the order in which they lie, and what some of them give with Shift.
const (
	latinKeys    = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
	cyrillicKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю"
	latinShift   = `~{}:"<>`
	shiftedAre   = "ёхъжэбю"
)

// OtherKeys gives, in small letters, what the keys of a text give in the other layout: QWERTY for a text with a
// Cyrillic letter, ЙЦУКЕН for others.
func OtherKeys(text string) string {
	from, to := latinKeys+latinShift, cyrillicKeys+shiftedAre
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		from, to = cyrillicKeys, latinKeys
	}
	keys := []rune(to)
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(from, r); i >= 0 {
			return keys[utf8.RuneCountInString(from[:i])]
		}
		return r
	}, strings.ToLower(text))
}

// inSlipped is in for a query with slips: it looks at each word.
func (t term) inSlipped(text string) float64 {
	best := 0.0
	for _, word := range words(text) {
		fit, known := t.known[word]
		if !known {
			if fit = t.fits(word); fit == 0 && core.Nearly(t.word, word) {
				fit = slip
			}
			if len(t.known) < maxKnown {
				t.known[word] = fit
			}
		}
		best = max(best, fit)
	}
	return best
}
