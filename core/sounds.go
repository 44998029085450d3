package core

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sounds gives words as they sound, so that a name is the same in Latin and in Cyrillic letters, roughly: «Юсуф» and
// "Yusuf", «Сергей» and "Sergey". It follows how people write names, which no standard does: what they write in two ways is
// one here, and letters that sound alike fall together.
type Sounds struct {
	latin map[rune]string   // how Cyrillic letters are written in Latin ones
	alike *strings.Replacer // makes one of what is written in several ways
}

// NewSounds gives it.
func NewSounds() *Sounds {
	s := &Sounds{latin: map[rune]string{
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

// Of gives a word, in small letters without accents, as it sounds.
func (s *Sounds) Of(word string) string {
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

// Cyrillic tells whether a word begins with a Cyrillic letter.
func Cyrillic(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Cyrillic, first)
}
