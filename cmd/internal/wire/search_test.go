package wire

import (
	"fmt"
	"iter"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

func find(t testing.TB, s *planner.Search, query string) []planner.Found {
	t.Helper()
	found, err := s.Find(t.Context(), query, 20)
	if err != nil {
		t.Fatal(err)
	}
	return found.Found
}

// kindsFound gives what was found, as "person Amina Yusuf" and the like.
func kindsFound(found []planner.Found) map[string]planner.Found {
	out := map[string]planner.Found{}
	for _, f := range found {
		out[string(f.Ref.Kind)+" "+f.Title] = f
	}
	return out
}

func TestSearchFindsInBothLanguages(t *testing.T) {
	p := open(t)
	s := p.NewSearch()
	defer s.Close()
	if err := s.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"amina":               "person Amina Yusuf",
		"Ивана Петрова":       "person Иван Петров",
		"zielinski":           "relationship Tomasz Zieliński",
		"promotions document": "action Write the promotion document",
		"burning bridges":     "question How do I say no to the second project without burning the bridge?",
		"external talks":      "goal Give two external talks",
		"calibration":         "goal Reach staff engineer by next June",
		"amina@kijani":        "",
		"kijani energy":       "person Amina Yusuf",
		"leadership circle":   "relationship Leadership circle",
		"qwertz":              "",
		" ":                   "",
	} {
		got := find(t, s, query)
		if _, ok := kindsFound(got)[want]; want != "" && !ok {
			t.Errorf("%q: %+v", query, got)
		}
		if want == "" && len(got) > 0 && query != "amina@kijani" {
			t.Errorf("%q finds %+v", query, got)
		}
	}
	if got := find(t, s, "amina"); got[0].Ref.Kind != core.KindPerson {
		t.Errorf("somebody who is sought by name comes first, not %+v", got[0])
	}
	for _, f := range find(t, s, "promotion document") {
		if f.Ref.Kind == core.KindAction && (f.Where != "Amina Yusuf" || f.On.IsZero() || f.Relationship.IsZero()) {
			t.Errorf("%+v", f)
		}
	}
}

// A note's first words are read in a list: what makes letters bold there stands in no title.
func TestANoteIsFoundWithoutItsMarks(t *testing.T) {
	p := open(t)
	s := p.NewSearch()
	defer s.Close()
	people, err := p.People.All(t.Context())
	ok(t, err)
	_, err = p.Notes.Write(t.Context(), core.Note{About: core.RefOf(people[0]), Text: "**Zanzibar** first"})
	ok(t, err)
	if got := find(t, s, "zanzibar"); len(got) != 1 || got[0].Title != "Zanzibar first" {
		t.Errorf("%+v", got)
	}
}

func TestSearchFollowsChanges(t *testing.T) {
	p := open(t)
	s := p.NewSearch()
	defer s.Close()
	if got := find(t, s, "kilimanjaro"); len(got) != 0 {
		t.Fatalf("%+v", got)
	}
	person, err := p.People.Add(t.Context(), core.Person{Name: "Ana Kilimanjaro"})
	ok(t, err)
	note, err := p.Notes.Write(t.Context(), core.Note{About: core.RefOf(person), Text: "Climbs the Kilimanjaro next year"})
	ok(t, err)
	got := kindsFound(find(t, s, "kilimanjaro"))
	if n := got["note Climbs the Kilimanjaro next year"]; len(got) != 2 || !n.Private || n.Where != "Ana Kilimanjaro" || n.About.ID != person.ID {
		t.Errorf("%+v", got)
	}
	ws, err := p.Workspace.Get(t.Context())
	ok(t, err)
	rel, err := p.Relationships.Add(t.Context(), core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationShort, Specialisation: core.SpecSkill,
		Participants: []core.Participant{{Person: ws.Owner, Role: core.RoleMentor}, {Person: person.ID, Role: core.RoleMentee}},
	})
	ok(t, err)
	ok(t, p.People.Change(t.Context(), person.ID, func(x *core.Person) error { x.Name = "Ana Elbrus"; return nil }))
	if got := kindsFound(find(t, s, "elbrus")); got["relationship Ana Elbrus"].Ref.ID != rel.ID {
		t.Errorf("a relationship keeps the old name: %+v", got)
	}
	ok(t, p.Notes.Delete(t.Context(), note.ID))
	if got := find(t, s, "kilimanjaro"); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	_, err = p.Undo(t.Context())
	ok(t, err)
	if got := find(t, s, "kilimanjaro"); len(got) != 1 {
		t.Errorf("%+v", got)
	}
}

// A meeting without a title is found by what it is called on every screen: by the other's name, or by what the two of them are
// called and by both.
func TestAMeetingWithoutATitleIsFoundByWhoItIsWith(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := p.NewSearch()
	defer s.Close()
	m := meetingOf(t, p)
	rel, err := p.Relationships.Get(ctx, m.Relationship)
	ok(t, err)
	ws, err := p.Workspace.Get(ctx)
	ok(t, err)
	other := rel.Others(ws.Owner)[0]
	rename := func(name string) {
		ok(t, p.People.Change(ctx, other, func(x *core.Person) error { x.Name = name; return nil }))
	}
	retitle := func(title string) {
		ok(t, p.Meetings.Change(ctx, m.ID, func(x *core.Meeting) error { x.Title = title; return nil }))
	}
	found := func(query string, want bool) {
		t.Helper()
		got := false
		for _, f := range find(t, s, query) {
			got = got || f.Ref.ID == m.ID
		}
		if got != want {
			t.Errorf("by %q: found %v", query, got)
		}
	}
	rename("Ana Kilimanjaro")
	retitle("Zanzibar")
	found("zanzibar", true)
	found("kilimanjaro", false)
	retitle("")
	found("kilimanjaro", true)
	rename("Ana Elbrus")
	found("kilimanjaro", false)
	found("elbrus", true)
	ok(t, p.Relationships.Change(ctx, rel.ID, func(x *core.Relationship) error { x.Name = "Annapurna"; return nil }))
	found("annapurna", true)
	found("elbrus", true)
}

func TestAPrivateItemOfAnAgendaIsMarked(t *testing.T) {
	p := open(t)
	s := p.NewSearch()
	defer s.Close()
	today, err := p.Today(t.Context())
	ok(t, err)
	meeting := today.Next.Meeting
	ok(t, p.Meetings.Change(t.Context(), meeting.ID, func(m *core.Meeting) error {
		m.Agenda = append(m.Agenda, core.AgendaItem{ID: p.IDs.NewID(), Text: "Zanzibar, for me alone"})
		return nil
	}))
	for _, f := range find(t, s, "zanzibar") {
		if !f.Private || f.Snippet != "Zanzibar, for me alone" {
			t.Errorf("%+v", f)
		}
	}
	if len(find(t, s, "zanzibar")) == 0 {
		t.Error("not found")
	}
}

// manyNotes makes an owner, so many people, and ten times as many notes about them.
func manyNotes(people int) iter.Seq2[core.Record, error] {
	id := func(kind byte, i int) core.ID {
		return core.ID{0: 1, 6: 0x70, 8: 0x80, 12: kind, 13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}
	}
	return func(yield func(core.Record, error) bool) {
		owner := &core.Person{Head: core.Head{ID: id(1, 0)}, Name: "Maja Lindqvist", Zone: "Europe/Berlin"}
		ws := core.NewWorkspace(id(2, 0), owner.ID, core.RoleMentor, core.English)
		if !yield(owner, nil) || !yield(ws, nil) {
			return
		}
		for i := 1; i <= people; i++ {
			if !yield(&core.Person{Head: core.Head{ID: id(1, i)}, Name: fmt.Sprintf("Person %d Example", i)}, nil) {
				return
			}
		}
		for i := range people * 10 {
			about := core.Ref{Kind: core.KindPerson, ID: id(1, i%people+1)}
			text := fmt.Sprintf("Note %d: talked about plans and promotions; говорили о планах, встречах и договорённостях на квартал.", i)
			if !yield(&core.Note{Head: core.Head{ID: id(3, i)}, About: about, Author: owner.ID, Text: text}, nil) {
				return
			}
		}
	}
}

func BenchmarkSearchTenThousandNotes(b *testing.B) {
	store, err := storage.Create(b.Context(), filepath.Join(b.TempDir(), "a.mentorbook"), storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	p, err := Planner(b.Context(), store, Clock{Fixed: noon()}, "bench", core.English)
	if err != nil {
		b.Fatal(err)
	}
	if err := p.Exchange.Fill(b.Context(), planner.TitleSampleMade, manyNotes(1000), nil); err != nil {
		b.Fatal(err)
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			s := p.NewSearch()
			find(b, s, "promotion")
			s.Close()
		}
	})
	b.Run("next", func(b *testing.B) {
		s := p.NewSearch()
		defer s.Close()
		find(b, s, "promotion")
		for b.Loop() {
			find(b, s, "встреча план")
		}
	})
}

// Who is called so in the other letters comes before what only names them, and is not listed twice; where somebody is called so as it
// was typed, that is who is meant.
func TestWhoIsCalledSoComesFirst(t *testing.T) {
	p := open(t)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	for range 12 {
		_, err := p.Actions.Add(t.Context(), core.Action{Title: "Ask Ivan about Lucija", Owner: owner.ID})
		ok(t, err)
	}
	s := p.NewSearch()
	defer s.Close()
	lead := func(query string) (first string, people int) {
		t.Helper()
		for i, f := range find(t, s, query) {
			if i < 2 {
				first += string(f.Ref.Kind) + " " + f.Title + ", "
			}
			if f.Ref.Kind == core.KindPerson {
				people++
			}
		}
		return first, people
	}
	if first, n := lead("Ivan"); !strings.Contains(first, "relationship Иван Петров") || !strings.Contains(first, "person Иван Петров") || n != 1 {
		t.Errorf("%d: %s", n, first)
	}
	if first, _ := lead("Lucija"); !strings.HasPrefix(first, "action") {
		t.Errorf("nobody is called so: %s", first)
	}
	_, err = p.People.Add(t.Context(), core.Person{Name: "Ivan Horvat"})
	ok(t, err)
	if first, _ := lead("Ivan"); !strings.HasPrefix(first, "person Ivan Horvat") {
		t.Errorf("as it was typed: %s", first)
	}
}
