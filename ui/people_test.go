package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

func TestANewPersonByKeysAlone(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true, Route: shell.Route{Screen: "people"}})
	h.Wants("Only you are here so far")
	h.Run("person.new")
	h.Keys("Enter")
	h.Wants("New person", "Fill this in")
	h.Type("Ana Costa")
	h.Keys("Tab")
	h.Type("ana@costa.example")
	h.Keys("Enter")
	h.Type("not an address")
	h.Keys("Tab")
	h.Type("лисс")
	h.Wants("Лиссабон")
	h.Keys("Enter", "Ctrl+Enter")
	h.Wants("not an address")
	if n := len(all(t, h)); n != 1 {
		t.Fatalf("%d people with a wrong address", n)
	}
	h.Keys("Ctrl+A") // the focus is where something is wrong
	h.Type("ana@costa.example")
	h.Keys("Ctrl+Enter")
	h.Wants("Ana Costa", "12:20 in Lisbon", "Undo")
	if p := h.Person("Ana"); p.Zone != "Europe/Lisbon" || p.Email() != "ana@costa.example" {
		t.Errorf("%+v", p)
	}
	if r := h.Shell.Router.Route(); r.ID != h.Person("Ana").ID {
		t.Errorf("the window is at %v", r)
	}
}

func all(t *testing.T, h *uitest.House) []*core.Person {
	t.Helper()
	people, err := h.Planner.People.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return people
}

func TestAPersonIsFoundEditedAndDeleted(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	h.Shot("people-en")
	h.Wants("Amina Yusuf", "15:20 in Nairobi", "Private")
	h.Keys("Ctrl+F")
	h.Type("hanna")
	h.Settle()
	h.Wants("1 of 17", "HR partner · Weiss Textiles", "Consent to keep their data given on 28 March 2026")
	h.Lacks("Amina Yusuf · ")
	h.Keys("F2")
	h.Keys("Ctrl+A")
	h.Type("Johanna Weiss")
	h.Keys("Enter")
	h.Wants("Johanna Weiss")
	hanna := h.Person("Johanna")
	h.Run("people.delete") // nothing goes with her
	if n := len(all(t, h)); n != 16 {
		t.Errorf("%d people", n)
	}
	h.Tap("Undo")
	if h.Person("Johanna").ID != hanna.ID {
		t.Error("she came back as somebody else")
	}
}

func TestDeletingShowsWhatGoesAlong(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	amina := h.Person("Amina")
	before := len(all(t, h))
	h.Go(shell.Route{Screen: "people", ID: amina.ID})
	h.Run("people.delete")
	h.Lacks("Cancel")
	h.Wants("Person deleted: Amina Yusuf", "also deleted: ", "goals", "Undo")
	h.Shot("people-delete-en")
	if len(all(t, h)) != before-1 {
		t.Fatal("she is still there")
	}
	h.Keys("Ctrl+Z")
	if len(all(t, h)) != before {
		t.Error("undo did not bring her back")
	}
}

func TestPrivateNotesAboutPeopleHide(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	hanna := h.Person("Hanna")
	h.Go(shell.Route{Screen: "people", ID: hanna.ID})
	h.Run("people.note")
	h.Type("Prefers short letters")
	h.Keys("Ctrl+Enter")
	h.Wants("Prefers short letters", "only you", "Private")
	h.Run("presenting")
	h.Lacks("Prefers short letters", "Private")
	h.Run("presenting")
	h.Tap("Edit note")
	h.Type(", and no calls")
	h.Keys("Ctrl+Enter")
	notes, err := h.Planner.Notes.About(t.Context(), hanna.ID)
	if err != nil || len(notes) != 1 || notes[0].Text != "Prefers short letters, and no calls" {
		t.Errorf("%+v, %v", notes, err)
	}
}

func TestAThousandPeople(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Large: sample.Options{Relationships: 1000, Meetings: 1, Actions: 1}, Route: shell.Route{Screen: "people"}})
	h.Keys("Ctrl+F", "Down", "PageDown", "End", "Home")
	h.Wants("1,001 people")
}

// Of many notes about somebody the newest are drawn, and the others a lot at a time, so that a page of a thousand opens
// as fast as one of twenty.
func TestManyNotesAreDrawnInLots(t *testing.T) {
	const many = 45
	h := uitest.Open(t, uitest.Options{})
	hanna := h.Person("Hanna")
	for i := range many {
		if _, err := h.Planner.Notes.Write(t.Context(), core.Note{About: core.RefOf(hanna), Text: fmt.Sprintf("Thought %d of many", i)}); err != nil {
			t.Fatal(err)
		}
	}
	drawn := func() int {
		n := 0
		for _, text := range kit.Texts(h.Root()) {
			if strings.Contains(text, "of many") {
				n++
			}
		}
		return n
	}
	h.Go(shell.Route{Screen: "people", ID: hanna.ID})
	if n := drawn(); n != 20 {
		t.Errorf("%d notes are drawn at first", n)
	}
	h.Click("Show more of 25")
	if n := drawn(); n != 40 {
		t.Errorf("%d notes are drawn after asking for more", n)
	}
	h.Click("Show more of 5")
	if n := drawn(); n != many {
		t.Errorf("%d notes are drawn in the end", n)
	}
}

func TestErasingAsksAndLeavesNoWayBack(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	hanna := h.Person("Hanna")
	h.Go(shell.Route{Screen: "people", ID: hanna.ID})
	before := len(all(t, h))
	h.Menu("HR partner · Weiss Textiles")
	h.Tap("Erase for good")
	h.Keys("Enter") // the harmless button has the focus
	if len(all(t, h)) != before {
		t.Fatal("Enter alone erases")
	}
	h.Menu("HR partner · Weiss Textiles")
	h.Tap("Erase for good")
	h.Tap("Erase")
	if len(all(t, h)) != before-1 {
		t.Fatal("she is still there")
	}
	h.Keys("Ctrl+Z")
	if len(all(t, h)) != before-1 {
		t.Error("undo brings back who was erased")
	}
}

// What can't be taken back says what goes with it, no less than what can.
func TestErasingSaysWhatGoesWithSomebody(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		amina := h.Person("Amina")
		d, err := h.Planner.People.DeletionOf(t.Context(), amina.ID)
		if err != nil || d.Takes[core.KindMeeting] == 0 {
			t.Fatalf("%+v, %v", d, err)
		}
		h.Go(shell.Route{Screen: "people", ID: amina.ID})
		h.Menu("Senior engineer · Kijani Energy")
		h.Tap(h.Words.T("people.erase"))
		h.Wants(h.Words.T("delete.takes"), h.Words.Count(core.KindMeeting, d.Takes[core.KindMeeting]), h.Words.Count(core.KindRelationship, d.Takes[core.KindRelationship]), h.Words.T("people.erase_about"))
		h.Lacks(h.Words.T("delete.undo"))
		h.Shot("erase-" + string(lang))
	}
}

func TestSomebodyIsPutAwayAndBroughtBack(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	amina := h.Person("Amina")
	h.Go(shell.Route{Screen: "people", ID: amina.ID})
	h.Lacks("Archive ·")
	h.Menu(amina.Organisation)
	h.Tap("Archive")
	h.Wants("Archive · 1", "Undo")
	h.Tap("Archive · 1")
	h.Menu(amina.Organisation)
	h.Tap("Restore from archive")
	h.Lacks("Archive · 1")
	if h.Person("Amina").Archived {
		t.Error("she is still put away")
	}
}

func TestARelationshipBeginsWithWhomThePageShows(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	hanna := h.Person("Hanna")
	h.Go(shell.Route{Screen: "people", ID: hanna.ID})
	h.Run("relationship.new")
	if !holds(h, hanna.Name) {
		t.Errorf("%s is not in the form", hanna.Name)
	}
	h.Keys("Escape")
	h.Go(shell.Route{Screen: "people", ID: h.Person("Maja").ID})
	h.Run("relationship.new")
	if strings.Contains(strings.Join(kit.Texts(h.Root()), " "), "Maja") {
		t.Error("the owner is their own partner")
	}
}

// Who was deleted is not on show any more, though nobody else fits what is typed; undo brings them back there.
func TestTheCardGoesWithThePerson(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Route: shell.Route{Screen: "people"}})
		h.Keys("Ctrl+F")
		h.Type("Tomasz")
		h.Settle()
		edit := h.Words.T("people.edit")
		h.Wants(edit)
		gone := *h.Person("Tomasz")
		h.Run("people.delete")
		h.Lacks(edit)
		h.Wants(h.Words.T("people.none"), h.Words.T("people.nobody"))
		h.Keys("F2")
		h.Lacks(h.Words.T("people.form_edit", "name", gone.Name))
		h.Tap(h.Words.T("window.undo"))
		h.Wants(edit, gone.Name)
	}
}

// A new person is asked for what matters of nearly everybody; the rest is behind a button, which keys reach, and in sight
// where something stands in it or is wrong with it.
func TestANewPersonIsAskedForLittle(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	seldom := []string{h.Words.Label("phones"), h.Words.Label("birthday"), h.Words.T("people.form_names"), h.Words.T("people.consent_box")}
	h.Run("person.new")
	h.Wants(h.Words.Label("emails"), h.Words.Label("zone"), h.Words.Label("language"), h.Words.Label("organisation"), h.Words.Label("job_title"))
	h.Lacks(seldom...)
	h.Type("Nina Berg")
	for range 30 {
		if b, ok := h.Canvas().Focused().(*kit.Button); ok && b.Text() == h.Words.T("people.form_unfold") {
			break
		}
		h.Press("Tab")
	}
	h.Press("Enter")
	h.Wants(seldom...)
	h.Lacks(h.Words.T("people.form_unfold"))
	h.Type("Nina") // the first field behind the button has the focus
	h.Press("Ctrl+Enter")
	h.Settle()
	made := h.Person("Nina Berg")
	if made.GivenName != "Nina" {
		t.Errorf("%+v", made)
	}
	olga, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Olga Berg", Phones: []string{"+49 30 1"}})
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "people", ID: olga.ID})
	h.Run("people.edit")
	h.Wants(seldom...)
	h.Keys("Escape")
	plain, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Per Berg"})
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "people", ID: plain.ID})
	h.Run("people.edit")
	h.Lacks(seldom...)
}

// Among people of whom no more than names is known, no head stands over an empty column, and a long name has the room that the
// columns would take. What stands beside it goes on to end before the scroll bar.
func TestEmptyColumnsGiveNamesTheirRoom(t *testing.T) {
	const name = "Wilhelmina Constantinopolitana von Hohenberg"
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Empty: true, Language: lang, Before: func(p *planner.Planner) {
			if _, err := p.People.Add(t.Context(), core.Person{Name: name}); err != nil {
				t.Fatal(err)
			}
		}})
		h.Go(shell.Route{Screen: "people"})
		h.Wants(h.Words.T("people.by_name"), h.Words.T("people.by_clock")) // the owner's
		h.Lacks(h.Words.T("people.by_organisation"), h.Words.T("people.by_contact"))
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if text, ok := o.(*kit.Text); ok && text.Text() == name && text.Cut() {
				t.Errorf("%s: the name is cut at %v", lang, text.Size().Width)
			}
			return true
		})
	}
}
