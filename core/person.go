package core

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Person is a contact: whoever the owner works with, and the owner too.
type Person struct {
	Head
	Name         string   `json:"name"` // as it is shown: "Amina Yusuf"
	GivenName    string   `json:"given_name,omitempty"`
	MiddleName   string   `json:"middle_name,omitempty"` // a patronymic where there is one
	FamilyName   string   `json:"family_name,omitempty"`
	Address      string   `json:"address_as,omitempty"` // how to address them: "Amina", «Иван Сергеевич»
	Pronoun      Pronoun  `json:"pronoun,omitempty"`
	Emails       []string `json:"emails,omitempty"` // the first is the one to write to
	Phones       []string `json:"phones,omitempty"`
	Zone         Zone     `json:"zone,omitempty"` // "" is unknown
	Language     Language `json:"language,omitempty"`
	Organisation string   `json:"organisation,omitempty"`
	JobTitle     string   `json:"job_title,omitempty"`
	Links        []string `json:"links,omitempty"`
	Origin       string   `json:"origin,omitempty"` // where they came from: "Connections.csv", "a conference"
	Quiet        Hours    `json:"quiet,omitzero"`   // when not to write to them, in their zone
	Work         []Hours  `json:"work,omitempty"`   // when to meet, in their zone: seven spans from Monday on, an empty one is a day off; none: not known
	Birthday     Date     `json:"birthday,omitzero"`
	Consent      Consent  `json:"consent,omitzero"`
	Archived     bool     `json:"archived,omitempty"`
}

// Pronoun tells a text how to speak of a person; "" avoids one.
type Pronoun string

// The pronouns that texts know.
const (
	PronounShe  Pronoun = "she"
	PronounHe   Pronoun = "he"
	PronounThey Pronoun = "they"
)

// Consent is a person's yes to being kept in this workspace, and its date.
type Consent struct {
	Given bool   `json:"given,omitempty"`
	On    Date   `json:"on,omitzero"`
	Words string `json:"words,omitempty"`
}

// Hours is a span of a day from From to To, in minutes after midnight; it passes midnight where To is the
// smaller. The zero value is no span.
type Hours struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// IsZero tells whether there is no span.
func (h Hours) IsZero() bool { return h == Hours{} }

// Contain tells whether the minute of the day lies in the span.
func (h Hours) Contain(minute int) bool {
	if h.From <= h.To {
		return minute >= h.From && minute < h.To
	}
	return minute >= h.From || minute < h.To
}

// AssumedNight is when somebody who did not say when not to be disturbed is taken to sleep, by their own clock: from ten
// in the evening to eight in the morning.
func AssumedNight() Hours { return Hours{From: 22 * 60, To: 8 * 60} }

// Night gives the hours in which somebody is not to be disturbed, by their own clock: those that they named, or else
// AssumedNight, which is a reason to warn, and never to refuse. It is zero where nobody knows what their clock shows.
func (p *Person) Night() (hours Hours, assumed bool) {
	if !p.Quiet.IsZero() {
		return p.Quiet, false
	}
	if _, err := p.Zone.Location(); err != nil {
		return Hours{}, false
	}
	return AssumedNight(), true
}

// Quietness is how a meeting lies to somebody's quiet hours.
type Quietness int

// A meeting is in no quiet hours, begins in them, or goes on into them.
const (
	QuietNever Quietness = iota
	QuietFromStart
	QuietLater
)

// QuietAt tells how a meeting lies to the quiet hours that the person named.
func (p *Person) QuietAt(start, end time.Time) Quietness {
	loc, err := p.Zone.Location()
	if err != nil || p.Quiet.IsZero() {
		return QuietNever
	}
	begins := CivilOf(start.In(loc))
	minute := begins.Hour*60 + begins.Minute
	if p.Quiet.Contain(minute) {
		return QuietFromStart
	}
	const day = 24 * 60
	if until := (p.Quiet.From - minute + day) % day; time.Duration(until)*time.Minute < end.Sub(start) {
		return QuietLater
	}
	return QuietNever
}

// Kind is KindPerson.
func (*Person) Kind() Kind { return KindPerson }

// Email gives the address to write to, or "".
func (p *Person) Email() string {
	if len(p.Emails) == 0 {
		return ""
	}
	return p.Emails[0]
}

// HasEmail tells whether an address is one of the person's, in whatever case it is written.
func (p *Person) HasEmail(email string) bool {
	key := EmailKey(email)
	return slices.ContainsFunc(p.Emails, func(e string) bool { return EmailKey(e) == key })
}

// ShortName is how to address the person: what they asked for, else the given name, else the name.
func (p *Person) ShortName() string {
	for _, s := range []string{p.Address, p.GivenName} {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return p.Name
}

// mostTyped is how many letters a name may have that an example says, to be typed as it stands.
const mostTyped = 16

// TypedName gives the name by which a line that is typed names the person at its beginning, for an example: what they are called,
// or its first word where that is long; "" where even that is.
func (p *Person) TypedName() string {
	name := p.ShortName()
	if utf8.RuneCountInString(name) > mostTyped {
		name, _, _ = strings.Cut(strings.TrimSpace(name), " ")
	}
	if utf8.RuneCountInString(name) > mostTyped {
		return ""
	}
	return name
}

// Initials gives up to two letters for an avatar, from the first and the last word of the name.
func (p *Person) Initials() string { return Initials(p.Name) }

// Initials gives up to two capital letters from the first and the last word of a name that have any, be it
// behind a bracket or a quotation mark; of a name without letters, its first sign. What tells a name apart is no part of it.
func Initials(name string) string {
	name, _, _ = strings.Cut(name, ApartBy)
	var letters []string
	for _, word := range strings.Fields(name) {
		if i := strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }); i >= 0 {
			letters = append(letters, firstSign(word[i:]))
		}
	}
	switch n := len(letters); n {
	case 0:
		return firstSign(strings.TrimSpace(name))
	case 1:
		return letters[0]
	default:
		return letters[0] + letters[n-1]
	}
}

// firstSign gives the first rune of a word in capitals, with the mark that stands on it.
func firstSign(word string) string {
	runes := []rune(word)
	end := min(1, len(runes))
	if len(runes) > 1 && unicode.Is(unicode.Mn, runes[1]) {
		end = 2
	}
	return strings.ToUpper(string(runes[:end]))
}

// Home gives the zone by whose clock a person's days and times are told: their own, or UTC where none is known.
func (p *Person) Home() Zone {
	if p != nil {
		if _, err := p.Zone.Location(); err == nil {
			return p.Zone
		}
	}
	return "UTC"
}

// Validate checks each field; at the least a person has a name.
func (p *Person) Validate() error {
	var q problems
	q.name("name", p.Name, MaxName)
	q.line("given_name", p.GivenName, MaxName)
	q.line("middle_name", p.MiddleName, MaxName)
	q.line("family_name", p.FamilyName, MaxName)
	q.line("address_as", p.Address, MaxName)
	q.line("organisation", p.Organisation, MaxName)
	q.line("job_title", p.JobTitle, MaxName)
	q.line("origin", p.Origin, MaxName)
	p.validateContact(&q)
	if p.Zone != "" {
		_, err := p.Zone.Location()
		q.noteField("zone", err)
	}
	if p.Language != "" {
		choice(&q, "language", p.Language, English, Russian)
	}
	choice(&q, "pronoun", p.Pronoun, "", PronounShe, PronounHe, PronounThey)
	q.between("quiet.from", p.Quiet.From, 0, 24*60)
	q.between("quiet.to", p.Quiet.To, 0, 24*60)
	p.validateWork(&q)
	q.date("birthday", p.Birthday)
	q.date("consent.on", p.Consent.On)
	q.line("consent.words", p.Consent.Words, MaxLine)
	return q.err()
}

func (p *Person) validateWork(q *problems) {
	if n := len(p.Work); n != 0 && n != 7 {
		q.add(CodeBadNumber, "work", "min", 7, "max", 7)
	}
	for i, h := range p.Work {
		q.between(at("work", i)+".from", h.From, 0, 24*60)
		q.between(at("work", i)+".to", h.To, 0, 24*60)
	}
}

// WorkOn gives when the person can be met on a day of the week, in their zone: Monday to Friday from nine to six
// where it is not known.
func (p *Person) WorkOn(d time.Weekday) Hours {
	if len(p.Work) == 7 {
		return p.Work[(int(d)+6)%7]
	}
	if d == time.Saturday || d == time.Sunday {
		return Hours{}
	}
	return Hours{From: 9 * 60, To: 18 * 60}
}

func (p *Person) validateContact(q *problems) {
	q.count("emails", len(p.Emails))
	seen := map[string]bool{}
	for i, e := range p.Emails {
		if e == "" {
			q.add(CodeRequired, at("emails", i))
			continue
		}
		q.email(at("emails", i), e)
		if key := EmailKey(e); seen[key] {
			q.add(CodeDuplicate, at("emails", i), "value", clip(e))
		} else {
			seen[key] = true
		}
	}
	q.count("phones", len(p.Phones))
	for i, s := range p.Phones {
		q.line(at("phones", i), s, MaxName)
	}
	q.count("links", len(p.Links))
	for i, s := range p.Links {
		q.link(at("links", i), s)
	}
}
