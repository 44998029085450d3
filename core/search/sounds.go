package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sounder gives words as they sound, so that a name is the same in Latin and in Cyrillic letters, roughly: «Юсуф» and
// "Yusuf", «Сергей» and "Sergey". It follows how people write names, which no standard does: what they write in two ways is
// one here, and letters that sound alike fall together.
type sounder struct {
	latin map[rune]string   // how Cyrillic letters are written in Latin ones
	alike *strings.Replacer // makes one of what is written in several ways
}

func newSounder() *sounder {
	s := &sounder{latin: map[rune]string{
		'ж': "zh", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ь': "", 'ю': "iu", 'я': "ia",
	}}
	for i, r := range []rune("абвгдезийклмнопрстуфыэіїєґ") {
		s.latin[r] = string("abvgdeziiklmnoprstufieiieg"[i])
	}
	s.alike = strings.NewReplacer( // of two that begin at the same letter the one that stands first counts
		"shch", "sh", "sch", "sh", "sh", "sh", "ch", "ch", "ck", "k", "ce", "se", "ci", "si", "cy", "si", "c", "k",
		"kh", "h", "ph", "f", "tsch", "ch", "ts", "s", "tz", "s", "x", "ks", "q", "k", "w", "v",
		"ie", "e", "ye", "e", "je", "e", "y", "i", "j", "i",
	)
	return s
}

// of gives a folded word as it sounds.
func (s *sounder) of(word string) string {
	var b strings.Builder
	for _, r := range word {
		if latin, ok := s.latin[r]; ok {
			b.WriteString(latin)
		} else {
			b.WriteRune(r)
		}
	}
	return single(s.alike.Replace(b.String()))
}

// single writes a letter once that stands twice.
func single(text string) string {
	var b strings.Builder
	last := utf8.RuneError
	for _, r := range text {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// minSounding is how many letters are typed at least before a word is looked for by its sound.
const minSounding = 2

// inSounding is in for a query by sound: it looks at each word that is written in the other letters.
func (t term) inSounding(text string, s *sounder) float64 {
	if utf8.RuneCountInString(t.word) < minSounding {
		return 0
	}
	best := 0.0
	for _, word := range words(text) {
		if cyrillic(word) == cyrillic(t.word) {
			continue
		}
		fit, known := t.known[word]
		if !known {
			switch sound := s.of(word); {
			case sound == t.sound:
				fit = near
			case strings.HasPrefix(sound, t.sound):
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

func cyrillic(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Cyrillic, first)
}
