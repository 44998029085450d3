package core

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How Russian names change stands here alone, for names that somebody types in the place of a person, and for names that
// stand in a text. Typed ones may be any form of one name; in a text, where every other word is no name, more is asked.

const (
	// singularEndings are the endings of Russian names in the singular, of nouns and of adjectives.
	singularEndings = " а я у ю е и ы о ь й ой ей ою ею ом ем ым им ий ый ого его ому ему ую юю ая яя ых их "
	// otherEndings are those of the plural, of names in -ия and -ий, and of family names.
	otherEndings = " ие ые ам ям ах ях ии ию ия ией иею ием ев ов ами ями ими ыми ову ова ове "
)

// SameNameForm tells whether two names are the same in different cases: word by word, by their stems.
func SameNameForm(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if !sameStem(x[i], y[i]) {
			return false
		}
	}
	return true
}

func sameStem(a, b string) bool {
	if a == b {
		return true
	}
	there := stems(b)
	return slices.ContainsFunc(stems(a), func(s string) bool { return slices.Contains(there, s) })
}

// stems gives the stems that a word may have, what is left of it without an ending: two words are forms of one name where
// they share one. A name that is not Russian has none but itself.
func stems(word string) []string {
	runes := []rune(word)
	if len(runes) == 0 || !unicode.Is(unicode.Cyrillic, runes[len(runes)-1]) {
		return []string{word}
	}
	var out []string
	if len(runes) >= 2 {
		out = append(out, word)
	}
	if short, ok := withoutFleeting(word); ok {
		out = append(out, short)
	}
	for end := range strings.FieldsSeq(singularEndings) {
		if stem, ok := strings.CutSuffix(word, end); ok && utf8.RuneCountInString(stem) >= 2 {
			out = append(out, stem)
		}
	}
	return out
}

// withoutFleeting drops the vowel that goes when an ending comes: Павел, Павлу; Лев, Льву is not one of these.
func withoutFleeting(stem string) (string, bool) {
	r := []rune(stem)
	n := len(r)
	if n < 4 || (r[n-2] != 'е' && r[n-2] != 'о') || strings.ContainsRune("аеиоуыэюяйь", r[n-1]) {
		return "", false
	}
	return string(r[:n-2]) + string(r[n-1]), true
}

// inflected tells whether a word is the name, or a Russian case of it: both share a stem, which lacks the name's
// last vowel or soft sign, and the word's ending is short.
func inflected(name, word string) bool {
	if name == word {
		return true
	}
	n, w := []rune(name), []rune(word)
	if !unicode.Is(unicode.Cyrillic, n[0]) {
		return false
	}
	stem := n
	if last := n[len(n)-1]; strings.ContainsRune("аяоеиуыюйь", last) {
		stem = n[:len(n)-1]
		if len(n) > 4 && strings.ContainsRune("ий ый ой ая яя", last) && strings.ContainsRune("иыоая", n[len(n)-2]) {
			stem = n[:len(n)-2]
		}
	}
	return onStem(stem, w) || isFleeting(n) && onStem(append(n[:len(n)-2:len(n)-2], n[len(n)-1]), w)
}

// onStem tells whether a word is a stem with an ending.
func onStem(stem, w []rune) bool {
	return len(stem) >= 3 && len(w) > len(stem) && len(w)-len(stem) <= 3 && string(w[:len(stem)]) == string(stem) && isEnding(string(w[len(stem):]))
}

// isFleeting tells whether the vowel before a name's last letter goes where the name gets an ending: Павел, Павла.
func isFleeting(n []rune) bool {
	return len(n) > 3 && strings.ContainsRune("ео", n[len(n)-2]) && strings.ContainsRune("лцк", n[len(n)-1])
}

// isEnding tells whether letters are an ending by which Russian names change.
func isEnding(s string) bool {
	return within(singularEndings, s) || within(otherEndings, s)
}
