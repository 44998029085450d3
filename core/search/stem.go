package search

import (
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"
)

// Stem gives what the forms of a folded word have in common, by the Snowball rules of the language that its
// letters belong to: "meetings" and "meeting" have one, «встречи» and «встречу» too. Other words are their own.
func Stem(word string) string {
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case utf8.RuneCountInString(word) < 3:
		return word
	case unicode.Is(unicode.Cyrillic, r):
		return russian.Stem(word, false)
	case r < utf8.RuneSelf && unicode.IsLetter(r):
		return english.Stem(word, false)
	}
	return word
}

// root gives a beginning that all words with a stem share, to look for them fast: stemming may change the last
// letter ("happy", "happiness"), and little more.
func root(stem string) string {
	if utf8.RuneCountInString(stem) < 4 {
		return stem
	}
	_, n := utf8.DecodeLastRuneInString(stem)
	return stem[:len(stem)-n]
}
