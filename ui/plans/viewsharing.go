package plans

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// sharing is the part of an editor that says whose an item is, where it is worked on, and who may read it.
type sharing struct {
	places  *planner.Places
	words   *locale.Words
	person  core.ID
	people  []Choice
	whose   *kit.Select // of a new item; nil where it is known
	rels    *picker
	readers *picker
}

func newSharing(f *forms.Form, p *planner.Places, w *locale.Words, person core.ID, isNew bool) *sharing {
	s := &sharing{places: p, words: w, person: person, people: people(p, w)}
	s.rels = newPicker(w.T("plans.relationships"), w.T("plans.relationship_add"), func() { s.showReaders(s.readers.chosen) })
	s.readers = newPicker(w.T("plans.readers"), w.T("plans.reader_add"), s.sayReaders)
	if isNew {
		s.whose = kit.NewSelect(w.T("plans.whose"), texts(s.people), indexOf(s.people, person), func(i int) {
			s.person = s.people[i].ID
			s.rels.set(relationshipsOf(s.places, s.person), s.rels.chosen)
			s.showReaders(s.readers.chosen)
		})
		holdChoice(f, "person", s.whose, s.people)
	}
	f.Keep("relationships", s.rels)
	f.Keep("readers", s.readers)
	return s
}

// set shows what is chosen.
func (s *sharing) set(rels, readers []core.ID) {
	s.rels.set(relationshipsOf(s.places, s.person), rels)
	s.showReaders(readers)
}

// head says whose the item is, or asks.
func (s *sharing) head() []fyne.CanvasObject {
	if s.whose != nil {
		return []fyne.CanvasObject{s.whose}
	}
	if who := s.places.Person(s.person); who != nil {
		return []fyne.CanvasObject{kit.NewLine(s.words.T("plans.whose_named", "name", who.Name), kit.Caption())}
	}
	return nil
}

// showReaders offers those who can be readers: they change with the person and the relationships.
func (s *sharing) showReaders(chosen []core.ID) {
	s.readers.set(mayRead(s.places, s.person, s.rels.chosen), chosen)
	s.sayReaders()
}

func (s *sharing) sayReaders() { s.readers.say(readLine(s.readers.chosen, s.places, s.words)) }
