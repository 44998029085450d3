package search

import (
	"strings"
	"unicode/utf8"

	"mentorbook/core"
)

// minSounding is how many letters are typed at least before a word is looked for by its sound.
const minSounding = 2

// minNearlySounding is how many letters a word has at least that may sound a little otherwise.
const minNearlySounding = 5

// inSounding is in for a query by sound: it looks at each word that is written in the other letters.
func (t term) inSounding(text string, s *core.Sounds) float64 {
	if utf8.RuneCountInString(t.word) < minSounding {
		return 0
	}
	best := 0.0
	for _, word := range words(text) {
		if core.Cyrillic(word) == core.Cyrillic(t.word) {
			continue
		}
		fit, known := t.known[word]
		if !known {
			switch sound := s.Of(word); {
			case sound == t.sound:
				fit = near
			case strings.HasPrefix(sound, t.sound):
				fit = slip
			case utf8.RuneCountInString(t.sound) >= minNearlySounding && core.Slips(t.sound, sound) == 1: // «Александр», "Alexander"
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

// SoundsLike tells whether each word of a query by sound sounds just as a word of a folded title that is written in the other letters;
// never of another query.
func (q Query) SoundsLike(title string) bool {
	if q.sounds == nil || q.Empty() {
		return false
	}
	for _, t := range q.terms {
		if t.inSounding(title, q.sounds) < near {
			return false
		}
	}
	return true
}
