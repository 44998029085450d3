package core

import (
	"slices"
	"strings"
	"unicode"
)

// MatchKind says by what somebody was recognised.
type MatchKind string

// The ways of recognising a person. An e-mail address says more than a name.
const (
	MatchNone  MatchKind = ""
	MatchEmail MatchKind = "email"
	MatchName  MatchKind = "name"
)

// Match is a person who seems to be the one that was looked for.
type Match struct {
	Kind   MatchKind
	Person *Person   // nil with MatchNone
	Others []*Person // further people who fit equally well: somebody has to choose
	// Unlike tells, with MatchEmail, that the two have an address in common and no word of their names: perhaps two
	// people who share a mailbox. Somebody has to say so.
	Unlike bool
	// Namesake is, with MatchNone, somebody of the same name who has other addresses, and of whom nothing else agrees:
	// perhaps the same person, perhaps another.
	Namesake *Person
}

// Undecided tells whether somebody has to say who is meant.
func (m Match) Undecided() bool { return len(m.Others) > 0 || m.Unlike }

// Matcher recognises people by their e-mail addresses, then by their names. Build one for a list and ask it
// many times; people of a file are added as they come, so that a file's own duplicates are found too.
type Matcher struct {
	emails map[string][]*Person
	names  map[string][]*Person
}

// NewMatcher knows the people of a list.
func NewMatcher(people []*Person) *Matcher {
	m := &Matcher{emails: make(map[string][]*Person, len(people)), names: make(map[string][]*Person, len(people))}
	for _, p := range people {
		m.Add(p)
	}
	return m
}

// Add makes one more person known. The person must not change while the matcher is in use.
func (m *Matcher) Add(p *Person) {
	for _, e := range p.Emails {
		m.emails[EmailKey(e)] = append(m.emails[EmailKey(e)], p)
	}
	for _, k := range nameKeys(p) {
		m.names[k] = append(m.names[k], p)
	}
}

// Also makes a known person findable by what another record of them says: by its e-mail addresses.
func (m *Matcher) Also(known, says *Person) {
	for _, e := range says.Emails {
		if k := EmailKey(e); !slices.Contains(m.emails[k], known) {
			m.emails[k] = append(m.emails[k], known)
		}
	}
}

// Find gives who among the known people p seems to be. Somebody of the same name is not p where another
// birthday or another patronymic speaks against it, nor where both have addresses, none in common, and nothing else agrees either: they are a Namesake. Of several who share an address, those of p's name fit better;
// of several namesakes, those whose birthday or patronymic agrees.
func (m *Matcher) Find(p *Person) Match {
	var found []*Person
	add := func(q *Person) {
		if q != p && !slices.Contains(found, q) {
			found = append(found, q)
		}
	}
	for _, e := range p.Emails {
		for _, q := range m.emails[EmailKey(e)] {
			add(q)
		}
	}
	if len(found) > 0 {
		found = better(found, func(q *Person) bool { return sharesName(p, q) && mayBeSame(p, q) })
		return Match{Kind: MatchEmail, Person: found[0], Others: found[1:], Unlike: len(found) == 1 && unlike(p, found[0])}
	}
	var namesake *Person
	for _, k := range nameKeys(p) {
		for _, q := range m.names[k] {
			switch {
			case q == p || !mayBeSame(p, q):
			case !elsewhere(p, q):
				add(q)
			case namesake == nil:
				namesake = q
			}
		}
	}
	if len(found) > 0 {
		found = better(found, func(q *Person) bool { return !p.Birthday.IsZero() && p.Birthday == q.Birthday })
		found = better(found, func(q *Person) bool { return p.MiddleName != "" && NameKey(p.MiddleName) == NameKey(q.MiddleName) })
		return Match{Kind: MatchName, Person: found[0], Others: found[1:]}
	}
	return Match{Namesake: namesake}
}

// better gives those of several people for whom more speaks; all where that is nobody.
func better(people []*Person, more func(*Person) bool) []*Person {
	if len(people) < 2 {
		return people
	}
	var out []*Person
	for _, p := range people {
		if more(p) {
			out = append(out, p)
		}
	}
	if out == nil {
		return people
	}
	return out
}

func sharesName(p, q *Person) bool {
	keys := nameKeys(q)
	return slices.ContainsFunc(nameKeys(p), func(k string) bool { return slices.Contains(keys, k) })
}

// unlike tells whether two people are called by names of one script that have no word in common, nor an initial.
func unlike(p, q *Person) bool {
	a, b := calledBy(p), calledBy(q)
	if len(a) == 0 || len(b) == 0 || isCyrillic(a[0]) != isCyrillic(b[0]) {
		return false
	}
	return !slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return strings.HasPrefix(x, y) || strings.HasPrefix(y, x) })
	})
}

// calledBy gives the words of somebody's name that are made of letters; none of a person who is called by an address.
func calledBy(p *Person) []string {
	if strings.Contains(p.Name, "@") {
		return nil
	}
	words := strings.Fields(NameKey(p.Name + " " + p.GivenName + " " + p.FamilyName + " " + p.Address))
	return slices.DeleteFunc(words, func(w string) bool { return !strings.ContainsFunc(w, unicode.IsLetter) })
}

// mayBeSame tells whether nothing speaks against two people of one name being the same.
func mayBeSame(p, q *Person) bool {
	if !p.Birthday.IsZero() && !q.Birthday.IsZero() && p.Birthday != q.Birthday {
		return false
	}
	a, b := []rune(NameKey(p.MiddleName)), []rune(NameKey(q.MiddleName))
	n := min(len(a), len(b)) // an initial agrees with the name that it begins
	return n == 0 || string(a[:n]) == string(b[:n])
}

// elsewhere tells that two people of one name, who have addresses and share none, are not surely one: neither their
// organisation nor their birthday, a telephone or a link agrees.
func elsewhere(p, q *Person) bool {
	if len(p.Emails) == 0 || len(q.Emails) == 0 {
		return false
	}
	at := NameKey(p.Organisation)
	return (at == "" || at != NameKey(q.Organisation)) &&
		(p.Birthday.IsZero() || p.Birthday != q.Birthday) &&
		!shareOne(p.Phones, q.Phones, figuresOf) && !shareOne(p.Links, q.Links, linkKey)
}

// shareOne tells whether two lists have something in common, by a key; "" is nothing.
func shareOne(a, b []string, key func(string) string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		k := key(x)
		return k != "" && slices.ContainsFunc(b, func(y string) bool { return key(y) == k })
	})
}

// figuresOf gives the figures of a telephone number, in whichever way it is grouped.
func figuresOf(phone string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsDigit(r) {
			return -1
		}
		return r
	}, phone)
}

func linkKey(link string) string { return strings.ToLower(strings.TrimSuffix(link, "/")) }

// NameKey brings a name into the form in which names are compared: without case, punctuation, surplus space
// and the dots of ё, its words in alphabetical order, so that «Ёлкин, Пётр» equals «Петр Елкин».
func NameKey(name string) string {
	words := strings.FieldsFunc(foldName(name), func(r rune) bool {
		return !unicode.In(r, unicode.Letter, unicode.Digit, unicode.Mark)
	})
	if len(words) == 0 {
		return strings.ToLower(CleanLine(name)) // a name of signs alone
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// MeansMe tells whether a word in the place of a name means whoever writes: "me", «я».
func MeansMe(word string) bool {
	switch strings.ToLower(CleanLine(word)) {
	case "i", "me", "myself", "self", "я", "мне", "меня", "мной", "мною", "сам", "сама":
		return true
	}
	return false
}

func foldName(s string) string {
	s = strings.NewReplacer("е\u0308", "е", "и\u0306", "й").Replace(strings.ToLower(s))
	return strings.Map(func(r rune) rune {
		switch r {
		case 'ё':
			return 'е'
		case '\'', '’', 'ʼ', '`':
			return -1
		}
		return r
	}, s)
}

// nameKeys gives the keys under which a person is known: the shown name, and given and family name without
// what stands between.
func nameKeys(p *Person) []string {
	var out []string
	add := func(name string) {
		if k := NameKey(name); k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	add(p.Name)
	if p.GivenName != "" && p.FamilyName != "" {
		add(p.GivenName + " " + p.FamilyName)
	}
	return out
}

// EmailKey brings an e-mail address into the form in which addresses are compared: in lower case, its domain
// in letters rather than in the ASCII form of RFC 5891.
func EmailKey(address string) string {
	address = strings.ToLower(strings.TrimSpace(address))
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address
	}
	labels := strings.Split(strings.TrimSuffix(address[at+1:], "."), ".")
	for i, l := range labels {
		if rest, ok := strings.CutPrefix(l, "xn--"); ok {
			if s, ok := decodePunycode(rest); ok {
				labels[i] = strings.ToLower(s)
			}
		}
	}
	return address[:at+1] + strings.Join(labels, ".")
}

// decodePunycode reads the ASCII form of a domain's label (RFC 3492 6.2) of up to 63 letters; false where it
// is none.
func decodePunycode(s string) (string, bool) {
	const base, tMin, tMax, skew, damp = 36, 1, 26, 38, 700
	if len(s) == 0 || len(s) > 63 {
		return "", false
	}
	var out []rune
	if b := strings.LastIndexByte(s, '-'); b >= 0 {
		out, s = []rune(s[:b]), s[b+1:]
	}
	n, i, bias := int64(128), int64(0), int64(72)
	for s != "" {
		before, weight := i, int64(1)
		for k := int64(base); ; k += base {
			if s == "" {
				return "", false
			}
			digit, ok := punycodeDigit(s[0])
			if i += digit * weight; !ok || i < 0 || i > 1<<40 {
				return "", false
			}
			s = s[1:]
			t := min(max(k-bias, tMin), tMax)
			if digit < t {
				break
			}
			weight = min(weight*(base-t), 1<<40)
		}
		length := int64(len(out) + 1)
		delta := (i - before) / 2
		if before == 0 {
			delta = i / damp
		}
		delta += delta / length
		for bias = 0; delta > (base-tMin)*tMax/2; bias += base {
			delta /= base - tMin
		}
		bias += (base - tMin + 1) * delta / (delta + skew)
		n += i / length
		i %= length
		if n > unicode.MaxRune {
			return "", false
		}
		out = slices.Insert(out, int(i), rune(n))
		i++
	}
	return string(out), true
}

func punycodeDigit(c byte) (int64, bool) {
	switch {
	case c >= 'a' && c <= 'z':
		return int64(c - 'a'), true
	case c >= '0' && c <= '9':
		return int64(c-'0') + 26, true
	}
	return 0, false
}
