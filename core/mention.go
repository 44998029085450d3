package core

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NamesIn finds which people a text names: by their whole name, by a part of it that begins with a capital letter
// there, in any case that Russian or a possessive gives it, or by an e-mail address. A part that is a word of its own,
// such as Public or Вера, needs more: the rest of the name beside it, a title before it, or a capital letter within a
// sentence, where words beside it have none. Parts that somebody of those who may be named bears too name nobody else.
// It is a help for whoever hands a text on, not a proof: a name may still be a word, and a nickname stays unfound.
func NamesIn(text string, people, mayBeNamed []*Person) []*Person {
	words := textWords(text)
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

func names(p *Person, words []textWord, folded string, spoken map[string]bool) bool {
	for _, e := range p.Emails {
		if strings.Contains(folded, foldName(e)) {
			return true
		}
	}
	parts := nameWords(p)
	for _, part := range parts {
		if spoken[part] {
			continue
		}
		if !spaced(part) { // no spaces stand between words of such a script, nor capitals at their head
			if strings.Contains(folded, part) {
				return true
			}
			continue
		}
		common := isCommon(part, p)
		for i := range words {
			if words[i].capital && inflected(part, words[i].text) && (!common || isMeant(words, i, part, parts)) {
				return true
			}
		}
	}
	return false
}

// isMeant tells whether a word that is a part of somebody's name, and a word of its own too, stands for them.
func isMeant(words []textWord, i int, part string, parts []string) bool {
	if i > 0 && (isHonorific(words[i-1].text) || besideName(words[i-1], part, parts)) {
		return true
	}
	if i+1 < len(words) && !words[i+1].begins && besideName(words[i+1], part, parts) {
		return true
	}
	// A capital at the head of a sentence, and among others in a heading or a name, is no sign of anything.
	return !words[i].begins && !loud(words, i-1) && !loud(words, i+1) && !isMonth(words, i)
}

// besideName tells whether a word is another part of the name, or its initial.
func besideName(w textWord, part string, parts []string) bool {
	return w.capital && slices.ContainsFunc(parts, func(other string) bool {
		return other != part && (inflected(other, w.text) || utf8.RuneCountInString(w.text) == 1 && strings.HasPrefix(other, w.text))
	})
}

// loud tells whether there is a word in a place that has a capital letter without being the first of its sentence.
func loud(words []textWord, i int) bool {
	return i >= 0 && i < len(words) && words[i].capital && !words[i].begins && words[i].text != "i"
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

// textWord is a word of a text: folded, and without a possessive.
type textWord struct {
	text    string
	capital bool // it begins with one
	begins  bool // it is the first of a sentence, a heading or a quotation
}

// textWords gives the words of a text in their order.
func textWords(text string) []textWord {
	var out []textWord
	begins, end := true, 0
	for _, w := range splitName(text) {
		at := end + strings.Index(text[end:], w)
		between := text[end:at]
		end = at + len(w)
		initial := len(out) > 0 && utf8.RuneCountInString(out[len(out)-1].text) == 1 && strings.TrimSpace(between) == "."
		title := len(out) > 0 && isHonorific(out[len(out)-1].text)
		begins = begins || strings.ContainsAny(between, ".!?…:;•|/\n\"«“„(") && !initial && !title
		first, _ := utf8.DecodeRuneInString(w)
		for _, s := range []string{"'s", "’s", "'", "’"} {
			w = strings.TrimSuffix(w, s)
		}
		if folded := foldName(w); folded != "" {
			out = append(out, textWord{folded, unicode.IsUpper(first) || unicode.IsTitle(first), begins})
			begins = false
		}
	}
	return out
}

// spaced tells whether a name is of a script that divides words by spaces and has capital letters.
func spaced(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.ToUpper(first) != unicode.ToLower(first)
}
