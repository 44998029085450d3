package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mentorbook/core"
)

// Doc is a text to look in, folded once and looked in many times.
type Doc struct {
	Title string // folded
	Body  string // folded
}

// NewDoc folds a title and a body.
func NewDoc(title, body string) Doc { return Doc{Fold(title), Fold(body)} }

// Query is what somebody typed. One goroutine at a time may use it.
type Query struct {
	terms  []term
	slips  bool         // a word with one slip in it is found too, in titles
	sounds *core.Sounds // finds words, in titles, that sound so and are written in the other letters; nil where that is not asked
}

// term is one word of a query. The last one may be half typed: it finds what begins with it. So do all others;
// people leave endings away.
type term struct {
	word, stem, root string
	sound            string             // of the word, in a query by sound
	known            map[string]float64 // how well other words fit, found out once: a text repeats its words
}

// maxTerms is how many words of a query count.
const maxTerms = 8

// Parse reads a query.
func Parse(text string) Query {
	var q Query
	for _, word := range words(Fold(text)) {
		if len(q.terms) == maxTerms {
			break
		}
		stem := Stem(word)
		q.terms = append(q.terms, term{word: word, stem: stem, root: commonStart(word, root(stem)), known: map[string]float64{}})
	}
	return q
}

// commonStart gives what two texts begin with alike.
func commonStart(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && a[n]&0xc0 == 0x80 {
		n-- // not in the middle of a letter
	}
	return a[:n]
}

// Empty tells whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// How much a hit counts: the whole word, another form of it, a word that
// begins so, one that lacks an ending, one with a slip; in a title four times as much as in a body.
const (
	whole     = 1.0
	form      = 0.85
	beginning = 0.7
	near      = 0.6
	slip      = 0.3
	inTitle   = 4.0
	leads     = 1.0 // the title begins with the first term
)

// Score tells how well a document fits: 0 is not at all. All words of the query have to be in it.
func (q Query) Score(d Doc) float64 {
	sum := 0.0
	for _, t := range q.terms {
		best := 0.0
		switch {
		case q.slips:
			best = inTitle * t.inSlipped(d.Title)
		case q.sounds != nil:
			best = inTitle * t.inSounding(d.Title, q.sounds)
		default:
			if best = inTitle * t.in(d.Title); best == 0 {
				best = t.in(d.Body)
			}
		}
		if best == 0 {
			return 0
		}
		sum += best
	}
	if len(q.terms) == 0 {
		return 0
	}
	score := sum / float64(len(q.terms))
	if strings.HasPrefix(d.Title, q.terms[0].word) {
		score += leads
	}
	return score
}

// in gives how well the term's best hit in a folded text fits.
func (t term) in(text string) float64 {
	best := 0.0
	for from := 0; ; {
		i := strings.Index(text[from:], t.root)
		if i < 0 {
			return best
		}
		at := from + i
		from = at + len(t.root)
		if !startsWord(text, at) {
			continue
		}
		if best = max(best, t.fits(wordAt(text, at))); best == whole {
			return best
		}
	}
}

// fits tells how well a folded word fits the term.
func (t term) fits(word string) float64 {
	switch {
	case word == t.word:
		return whole
	case strings.HasPrefix(word, t.word):
		return beginning
	case !strings.HasPrefix(word, t.root):
		return 0
	}
	fit, known := t.known[word]
	if !known {
		switch {
		case Stem(word) == t.stem:
			fit = form
		case t.inflects(word):
			fit = near
		}
		if len(t.known) < maxKnown {
			t.known[word] = fit
		}
	}
	return fit
}

// maxKnown is how many words a term remembers.
const maxKnown = 10_000

// inflects tells whether the term is a Russian word with an ending put to it: the rules of stems, made for words
// of a dictionary, take «Иван» for a verb.
func (t term) inflects(word string) bool {
	rest, ok := strings.CutPrefix(t.word, word)
	first, _ := utf8.DecodeRuneInString(word)
	return ok && unicode.Is(unicode.Cyrillic, first) && utf8.RuneCountInString(word) >= 4 && utf8.RuneCountInString(rest) <= 3
}
