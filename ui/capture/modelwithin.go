package capture

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Ask is a question that a line leaves open: in which of several relationships with one person it is.
type Ask struct {
	Of     core.ID // the person
	Places []planner.Place
}

func (a Ask) same(b Ask) bool {
	return a.Of == b.Of && slices.EqualFunc(a.Places, b.Places, func(a, b planner.Place) bool { return a.ID == b.ID })
}

// asking gives the question about a person with whom the owner has several relationships; false where there are not several.
func (b *Book) asking(person core.ID) (Ask, bool) {
	if person == b.places.Owner {
		return Ask{}, false
	}
	of := b.live(person)
	return Ask{person, of}, len(of) > 1
}

// answer gives the relationship that was chosen where a line asks for it; zero for none of them, or while none is.
func (e Entry) answer(a Ask) core.ID {
	rel := e.Within[a.Of]
	if slices.ContainsFunc(a.Places, func(r planner.Place) bool { return r.ID == rel }) {
		return rel
	}
	return core.ID{}
}

// withinOf links an action that is in no relationship yet to the one that was chosen with whose it is, or with whom one of the
// owner's is put to, and keeps the question.
func (b *Book) withinOf(a *core.Action, e Entry, made *Made) {
	if len(a.Relationships) > 0 {
		return
	}
	person := a.Owner
	if person == b.places.Owner {
		if e.Target.Ref.Kind != core.KindPerson {
			return
		}
		person = e.Target.Ref.ID
	}
	ask, several := b.asking(person)
	if !several {
		return
	}
	if !slices.ContainsFunc(made.Asks, ask.same) {
		made.Asks = append(made.Asks, ask)
	}
	if rel := e.answer(ask); !rel.IsZero() {
		a.Relationships = []core.ID{rel}
	}
}

// readQuestion reads a question: whom it is put to, and what is asked. One that names somebody with whom there are several
// relationships is put to that which was chosen in the form, else it asks in which it is; where it is in none, it says whom it
// is for in its text.
func (b *Book) readQuestion(e Entry) Made {
	to, text, made := e.Target, strings.TrimSpace(e.Text), Made{}
	who, rest, said := b.named(text, to)
	rel := b.within(to)
	switch ask, several := b.asking(who.Ref.ID); {
	case !said:
	case several && b.withBoth(rel, who.Ref.ID):
		text = rest // it is put to them as it is
	case several && !b.has(rel, who.Ref.ID):
		to, rel, made.Asks = who, e.answer(ask), []Ask{ask}
		if !rel.IsZero() {
			text = rest
		}
	case !b.within(who).IsZero() || to.IsZero() && len(b.live(who.Ref.ID)) == 0: // else it would be put to nobody, and not say whom it is for
		to, text, rel = who, rest, b.within(who)
	}
	if ask, several := b.asking(to.Ref.ID); several && to.Ref.Kind == core.KindPerson && len(made.Asks) == 0 {
		rel, made.Asks = e.answer(ask), []Ask{ask}
	}
	hint := b.words.T("capture.to_nobody")
	if to.Ref.Kind == core.KindPerson && rel.IsZero() { // the text says whom it is for, as where that is typed
		hint = b.words.T("capture.to_named")
		if len(b.live(to.Ref.ID)) == 0 { // its beginning gives the question to the relationship, by that name
			hint = b.words.T("capture.to_waiting", "name", to.Name)
			if said && who.Ref == to.Ref {
				text, said = rest, false
			}
		}
		if text != "" && (!said || who.Ref != to.Ref) {
			text = to.Name + ": " + strings.TrimSpace(text)
		}
	}
	q := &core.Question{Text: core.CleanText(strings.TrimSpace(text)), Asker: b.places.Owner, Relationship: rel}
	if r, ok := b.places.Place(rel); ok {
		q.Readers = r.DefaultReaders(b.places.Owner, onlyOther(r, b.places.Owner))
		hint = b.words.T("capture.to", "name", r.Name) + " · " + b.words.Readers(q.Readers, b.names())
	}
	if len(made.Asks) == 0 && rel == b.within(e.Target) {
		to = e.Target
	}
	made.Question, made.To, made.Hint = q, to, hint
	return made
}

// has tells whether somebody takes part in a relationship.
func (b *Book) has(rel, person core.ID) bool {
	r, ok := b.places.Place(rel)
	return ok && r.Has(person)
}

// withBoth tells whether a relationship is one with somebody and nobody else.
func (b *Book) withBoth(rel, person core.ID) bool {
	r, ok := b.places.Place(rel)
	return ok && onlyOther(r, b.places.Owner) == person
}
