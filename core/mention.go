package core

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NamesIn finds which people a text names: by their whole name, by a part of it that begins with a capital letter
// there, in any case that Russian or a possessive gives it, or by an e-mail address. Parts that somebody of those
// who may be named bears too name nobody else. It is a help for whoever hands a text on, not a proof: a name may be
// a word, and a nickname stays unfound.
func NamesIn(text string, people, mayBeNamed []*Person) []*Person {
	words := capitalised(text)
	folded := foldName(text)
	spoken := map[string]bool{}
	for _, p := range mayBeNamed {
		for _, w := range nameWords(p) {
			spoken[w] = true
		}
	}
	var out []*Person
	for _, p := range people {
		if names(p, words, folded, spoken) {
			out = append(out, p)
		}
	}
	return out
}

func names(p *Person, words []string, folded string, spoken map[string]bool) bool {
	for _, e := range p.Emails {
		if strings.Contains(folded, foldName(e)) {
			return true
		}
	}
	for _, part := range nameWords(p) {
		if spoken[part] {
			continue
		}
		if !spaced(part) { // no spaces stand between words of such a script, nor capitals at their head
			if strings.Contains(folded, part) {
				return true
			}
			continue
		}
		if slices.ContainsFunc(words, func(w string) bool { return inflected(part, w) }) {
			return true
		}
	}
	return false
}

// nameWords gives the parts of a person's name that may stand for them: no initials, no particles.
func nameWords(p *Person) []string {
	var out []string
	for _, w := range splitName(p.Name + " " + p.GivenName + " " + p.FamilyName) {
		w = foldName(w)
		least := 3
		if !spaced(w) {
			least = 2
		}
		if utf8.RuneCountInString(w) >= least && !contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func splitName(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.In(r, unicode.Letter, unicode.Digit, unicode.Mark) && r != '\'' && r != '’'
	})
}

// capitalised gives the words of a text that begin with a capital letter, folded, without a possessive.
func capitalised(text string) []string {
	var out []string
	for _, w := range splitName(text) {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) && !unicode.IsTitle(first) {
			continue
		}
		for _, s := range []string{"'s", "’s", "'", "’"} {
			w = strings.TrimSuffix(w, s)
		}
		out = append(out, foldName(w))
	}
	return out
}

// spaced tells whether a name is of a script that divides words by spaces and has capital letters.
func spaced(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.ToUpper(first) != unicode.ToLower(first)
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
	return len(stem) >= 3 && len(w) > len(stem) && len(w)-len(stem) <= 3 && string(w[:len(stem)]) == string(stem) && isEnding(string(w[len(stem):]))
}

// isEnding tells whether letters are an ending by which Russian names change.
func isEnding(s string) bool {
	return strings.Contains(" а я о е и у ы ю й ь ой ей ою ею ом ем им ым ого его ому ему ие ые их ых ам ям ах ях ую юю ая яя ий ый ии ию ия ев ов ами ями ими ыми ову ова ове ", " "+s+" ")
}
