package capture

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// circled reads for which circle a line is; of several with that name it is the one that was chosen, if it is one of them.
func (b *Book) circled(text string, chosen Target) locale.Circled {
	c := locale.CircleNamed(text, b.places.Named(), b.places.People)
	if at := b.within(chosen); slices.Contains(c.Of, at) {
		c.Of = []core.ID{at}
	}
	return c
}

// ofCircle gives the relationship that a line is for, by a name before a colon; false where that is none's, or not one's.
func (b *Book) ofCircle(text string, chosen Target) (to Target, rest string, ok bool) {
	c := b.circled(text, chosen)
	if len(c.Of) != 1 || strings.TrimSpace(c.Rest) == "" || strings.Contains(c.Before, "\n") || !strings.HasSuffix(strings.TrimSpace(c.Before), ":") {
		return Target{}, "", false
	}
	r, ok := b.places.Place(c.Of[0])
	return b.relationship(r), c.Rest, ok
}

// inCircle lists who takes part in relationships besides the owner, and has not left.
func (b *Book) inCircle(of []core.ID) []core.ID {
	var out []core.ID
	for _, id := range of {
		r, _ := b.places.Place(id)
		for _, part := range r.Participants {
			if part.Person != b.places.Owner && !part.LeftBefore(b.places.Today) && !slices.Contains(out, part.Person) {
				out = append(out, part.Person)
			}
		}
	}
	return out
}

// promise reads the line of an action: for whom it is, and to whom it is put, which a circle that it names changes.
func (b *Book) promise(e Entry) (p locale.Promise, to Target) {
	c := b.circled(e.Text, e.Target)
	if len(c.Of) == 0 || e.Named.words(c.Name) {
		return b.parse(e.Text, e.Target), e.Target
	}
	to = e.Target
	if r, ok := b.places.Place(c.Of[0]); ok && len(c.Of) == 1 {
		to = b.relationship(r)
	}
	return b.parse(c.Rest, to).For(c, b.inCircle(c.Of)), to
}

// parse reads a line: of those who may be meant it names one, else anybody whom there is.
func (b *Book) parse(text string, to Target) locale.Promise {
	p := locale.ParsePromise(text, b.places.Today, b.candidates(to), b.places.Owner)
	if !p.Owner.IsZero() {
		return p
	}
	if named := locale.ParsePromise(text, b.places.Today, b.places.People, b.places.Owner); !named.Owner.IsZero() {
		return named
	}
	if p.NoName == "" { // of one of several, in small letters
		return locale.ParsePromise(locale.OfAnother(text, b.places.People), b.places.Today, b.candidates(to), b.places.Owner)
	}
	return p
}

// InCircle gives whom of a circle somebody may mean, as was typed since, and the owner last, who may mean themselves.
func (b *Book) InCircle(whom []core.ID, typed string, limit int) []*core.Person {
	var out []*core.Person
	for _, id := range append(slices.Clone(whom), b.places.Owner) {
		if p := b.places.Person(id); p != nil && len(out) < limit && (typed == "" || locale.NameBegins(p.Name, typed)) {
			out = append(out, p)
		}
	}
	return out
}

// settleWhom takes what somebody has said about whom of a circle a line is for.
func (m *Made) settleWhom(p *locale.Promise, n Named) {
	switch {
	case n.Said == p.Circle && n.Each:
		p.Owner, p.Each = p.Whom[0], p.Whom
	case n.Said == p.Circle && !n.Who.IsZero():
		p.Owner = n.Who
	default:
		m.Circle, m.Whom = p.Circle, p.Whom
	}
}

// words tells whether a name in a line was settled to be a part of its text.
func (n Named) words(said string) bool {
	return n.Said == said && n.Who.IsZero() && !n.Fresh && !n.Each
}

// asks gives the name in the line of which somebody has to say who is meant; "" for none.
func (m Made) asks() string { return max(m.Nobody, m.Circle) }

// readsAs says how an action's line reads: whose it is, until when, and who reads it.
func (b *Book) readsAs(m Made, readers string) string {
	name := b.ownerIn(m)
	if m.Circle != "" {
		name, readers = b.words.T("meeting.action_of_circle", "name", m.Circle), b.words.T("capture.asks_whom")
	}
	if m.Action.Due.IsZero() {
		return b.words.T("meeting.action_reads_undated", "name", name) + " · " + readers
	}
	return b.words.T("meeting.action_reads", "name", name, "date", b.words.DateWithDay(m.Action.Due, b.places.Today)) + " · " + readers
}
