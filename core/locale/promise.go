package locale

import (
	"slices"
	"strings"
	"unicode"

	"mentorbook/core"
)

// Promise is what a typed line says: "Amina: send the draft by Friday", «Амине — прислать черновик к пятнице».
type Promise struct {
	Title string
	Owner core.ID   // zero where the line names nobody
	Each  []core.ID // everybody whom it names, two or more: each of them is to have one; nil otherwise
	Due   core.Date // zero where it names no day
	// NoDay is what was meant as a day and is none, such as "31 Feb"; NoName a name that is nobody's, or not one
	// person's. Both are still in the title; "" for none.
	NoDay, NoName string
	Perhaps       []NearDay // what may have been meant by NoDay, the nearest first
	Several       bool      // NoName is the name of several people
	Circle        string    // the name of several people's circle that it is for, and the line does not say whose it is; "" for none
	Whom          []core.ID // of Circle: of whom it may be
}

// NearDay is a day that may have been meant: what to write for it, the line with that in it, and the day itself.
type NearDay struct {
	Words, Line string
	Due         core.Date
}

// ParsePromise reads a promise in English or Russian, whichever the program speaks. The owner is one of the
// people, named before a colon or a dash in any form of the name, or me by a word such as "me" or «я». The day
// stands at the end, at the beginning behind "by" or «к», or in the middle where nothing else can be meant. What is
// neither is the title, as it was typed.
func ParsePromise(text string, today core.Date, people []*core.Person, me core.ID) Promise {
	p := Promise{Title: core.CleanLine(text)}
	for _, mark := range []string{":", " — ", " – ", " - "} {
		head, rest, found := strings.Cut(p.Title, mark)
		if !found {
			continue
		}
		owner, n := personNamed(head, people, me)
		if n == 1 {
			p.Owner, p.Title, p.Several = owner, strings.TrimSpace(rest), false
			break
		}
		if each := namedEach(head, people, me); len(each) > 1 {
			p.Owner, p.Each, p.Title, p.Several = each[0], each, strings.TrimSpace(rest), false
			break
		}
		p.Several = p.Several || n > 1
	}
	if p.Owner.IsZero() {
		p.NoName = unknownName(p.Title)
		if head, _, found := strings.Cut(p.Title, ":"); found && p.NoName == "" && sharedName(head, people) {
			p.NoName = strings.TrimSpace(head) // in small letters too: it is the name of people
		}
	}
	before := strings.TrimSuffix(core.CleanLine(text), p.Title)
	name, rest := "", p.Title
	if p.NoName != "" { // whoever it is: the day may stand behind the name
		_, rest, _ = strings.Cut(p.Title, ":")
		rest = strings.TrimSpace(rest)
		name = strings.TrimSuffix(p.Title, rest)
	}
	if rest, p.Due = cutDate(rest, today); p.Due.IsZero() {
		p.NoDay, p.Perhaps = wrongDay(rest, today)
		for i := range p.Perhaps {
			p.Perhaps[i].Line = before + name + p.Perhaps[i].Line
		}
	}
	p.Title = strings.TrimSpace(name + rest)
	return p
}

// maxDateWords is how many words a date in a line may have: "by the end of the next month" has seven.
const maxDateWords = 7

// cutDate takes the date out of a line and gives what is left.
func cutDate(line string, today core.Date) (string, core.Date) {
	words := strings.Fields(line)
	for n := min(maxDateWords, len(words)); n > 0; n-- {
		from := len(words) - n
		if d, ok := datePhrase(words[from:], today); ok && !(from > 0 && aboutDate(words[from-1])) {
			return strings.TrimRight(strings.Join(words[:from], " "), " ,;—–-"), d
		}
		if otherWeekday(words[from:], today) { // nobody can tell which of the two is meant
			return line, core.Date{}
		}
	}
	if left, d := cutDayOfMonth(words, today); !d.IsZero() {
		return left, d
	}
	if left, d := cutDayAndTime(words, today); !d.IsZero() {
		return left, d
	}
	for n := min(maxDateWords, len(words)-1); n > 1; n-- {
		if !leadsToDate(words[0]) {
			break
		}
		if d, ok := datePhrase(words[:n], today); ok && !goesOn(words[n], words[n+1:], today) {
			return strings.TrimLeft(strings.Join(words[n:], " "), " ,;—–-"), d
		}
	}
	return cutMiddle(line, today)
}

// datePhrase reads words as a date. Behind "by" any date will do; without such a word only what can be nothing
// else, so that "version 2.10" and "chapters 3 4" stay part of the title.
func datePhrase(words []string, today core.Date) (core.Date, bool) {
	led := len(words) > 1 && leadsToDate(words[0])
	if led {
		words = words[1:]
	}
	if len(words) > 2 && strings.EqualFold(words[0], "at") && strings.EqualFold(words[1], "the") {
		words = words[1:] // "at the end of the month"
	}
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:] // "the day after tomorrow"
	}
	phrase := strings.Join(words, " ")
	if first := strings.ToLower(words[0]); len(words) > 0 && leading(first) && !led {
		return core.Date{}, false
	}
	if led {
		d, err := ParseDue(phrase, today)
		return d, err == nil
	}
	d, err := ParseDate(phrase, today)
	if err != nil {
		return core.Date{}, false
	}
	lettered := strings.IndexFunc(phrase, unicode.IsLetter) >= 0
	switch strings.ToLower(phrase) {
	case "now", "сейчас", "tod", "tom":
		return core.Date{}, false
	}
	whole := len(words) == 1 && len(phrase) >= len("1.1.2026")
	return d, (lettered || whole) && !d.Before(today)
}

// aboutDate tells whether a word makes of a date behind it something that is spoken of, so that without the date the line would
// end in the air: "prepare for Friday", "the middle of next week".
func aboutDate(word string) bool {
	switch strings.ToLower(word) {
	case "of", "for", "after", "since", "about", "through", "для", "о", "об", "после", "от", "про", "за":
		return true
	}
	return false
}

func leadsToDate(word string) bool {
	switch strings.ToLower(word) {
	case "by", "until", "till", "due", "on", "before", "к", "ко", "до", "на", "в", "во":
		return true
	}
	return false
}

// PersonNamed finds who a name means: me by its words, else the one person whose name, given name, family name
// or form of address it is, in whatever case. A name that two people share means neither of them.
func PersonNamed(name string, people []*core.Person, me core.ID) (core.ID, bool) {
	id, n := personNamed(name, people, me)
	return id, n == 1
}

// personNamed counts whom a name may mean, and gives the one where it is one.
func personNamed(name string, people []*core.Person, me core.ID) (core.ID, int) {
	name = plainName(name)
	if name == "" {
		return core.ID{}, 0
	}
	if core.MeansMe(name) {
		if me.IsZero() {
			return me, 0
		}
		return me, 1
	}
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b }, core.SameNameForm, beginsName,
	} {
		var found []core.ID
		for _, p := range people {
			if slices.ContainsFunc(namesOf(p), func(n string) bool { return same(n, name) }) && (len([]rune(name)) >= 2 || calledBy(p, name)) {
				found = append(found, p.ID)
			}
		}
		if len(found) == 1 {
			return found[0], 1
		}
		if len(found) > 1 {
			return core.ID{}, len(found)
		}
	}
	return core.ID{}, 0
}

// calledBy tells whether a letter is all that somebody is called by; of a longer name it may be the initial of many.
func calledBy(p *core.Person, letter string) bool {
	return plainName(p.Name) == letter || plainName(p.Address) == letter || plainName(p.GivenName) == letter
}

// beginsName tells whether a text is the beginning of a name, and no word that begins many names and means nobody, as "re" and "all" do.
func beginsName(name, text string) bool {
	const words = " all an and any both for from her his in no not of on or our re she the to via you " +
		"в все всем всех для до его ему за и из или на не о об оба обе он она они от по про с "
	return strings.HasPrefix(name, text) && !strings.Contains(words, " "+text+" ")
}

// sharedName tells whether a text is the whole name, given name or family name of several people, in any form of it.
func sharedName(text string, people []*core.Person) bool {
	return len([]rune(plainName(text))) >= 3 && called(text, people) > 1
}

// called counts whose whole name, given name or family name a text is, in any form of it.
func called(text string, people []*core.Person) int {
	name, n := plainName(text), 0
	for _, p := range people {
		if slices.ContainsFunc(namesOf(p), func(own string) bool { return core.SameNameForm(own, name) }) {
			n++
		}
	}
	return n
}

// OfAnother gives a line that begins with the name of one of the people, or of several, before a colon with that name in capital
// letters: so it is seen to be a name where it is nobody's of those whom a line may be for. Any other line stays as it is.
func OfAnother(line string, people []*core.Person) string {
	head, rest, found := strings.Cut(line, ":")
	if _, n := personNamed(head, people, core.ID{}); !found || n == 0 || core.MeansMe(plainName(head)) {
		return line
	}
	words := strings.Fields(head)
	for i := range words {
		words[i] = Capital(words[i])
	}
	return strings.Join(words, " ") + ":" + rest
}

// namesOf lists what somebody may be called by.
func namesOf(p *core.Person) []string {
	var out []string
	add := func(s string) {
		if s = plainName(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, s := range []string{p.Name, p.Address, p.GivenName, p.FamilyName} {
		add(s)
	}
	words := strings.Fields(p.Name)
	if len(words) > 1 {
		add(words[0])
		add(words[len(words)-1])
	}
	return out
}

func plainName(s string) string {
	s = strings.ReplaceAll(strings.ToLower(core.CleanLine(s)), "ё", "е")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	return strings.Trim(s, " @,.")
}
