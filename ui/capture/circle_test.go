package capture_test

import (
	"maps"
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/capture"
	"mentorbook/ui/uitest"
)

// circlesBook has a circle of two besides the owner and one who has left, another of that name with somebody else, one named relationship
// with one, and one that is over.
func circlesBook(t *testing.T, lang core.Language) *capture.Book {
	person := func(n byte, name string) *core.Person {
		return &core.Person{Head: core.Head{ID: uitest.ID(n)}, Name: name}
	}
	rel := func(n byte, name string, status core.Status, others ...byte) planner.Place {
		r := &core.Relationship{Head: core.Head{ID: uitest.ID(n)}, Name: name, Status: status, Participants: []core.Participant{{Person: uitest.ID(1), Role: core.RoleMentor}}}
		for _, o := range others {
			r.Participants = append(r.Participants, core.Participant{Person: uitest.ID(o), Role: core.RoleMentee})
		}
		return planner.Place{Relationship: r, Name: name}
	}
	second := rel(10, "Second circle", core.StatusActive, 2, 3, 4)
	second.Participants[3].Until = core.NewDate(2026, 1, 1)
	return capture.NewBook(&planner.Places{
		Today: core.NewDate(2026, 11, 23), Owner: uitest.ID(1),
		People: []*core.Person{person(1, "Ann Lee"), person(2, "Bea Moss"), person(3, "Cleo Park"), person(4, "Dan Rush"), person(5, "Eve Stone"), person(6, "Second Smith")},
		Relationships: []planner.Place{
			second, rel(11, "Круг руководителей", core.StatusPaused, 2, 5), rel(12, "Leading well", core.StatusActive, 5), rel(13, "Pairs", core.StatusActive, 2, 3), rel(14, "Pairs", core.StatusActive, 4, 5),
			rel(15, "Old circle", core.StatusEnded, 2, 3), rel(16, "Bea Moss", core.StatusActive, 2, 3),
		},
	}, uitest.WordsOf(t, lang))
}

// A line for a circle is put to it; of several nobody guesses whose it is, and it is nobody's before that was said.
func TestALineForACircleIsPutToIt(t *testing.T) {
	b := circlesBook(t, core.English)
	target := func(n byte) capture.Target {
		return b.Target(core.Ref{Kind: core.KindRelationship, ID: uitest.ID(n)})
	}
	for _, c := range []struct {
		line, asks string
		at         byte // what was chosen
		named      capture.Named
		title      string
		to         byte
		owners     []byte
	}{
		{line: "Second circle: read chapter two by Friday", asks: "Second circle", title: "Read chapter two", to: 10},
		{line: "second circle - read chapter two by Friday", at: 10, asks: "Second circle", title: "Read chapter two", to: 10},
		{line: "Second circle: read it by Friday", named: capture.Named{Said: "Second circle", Each: true}, title: "Read it", to: 10, owners: []byte{2, 3}},
		{line: "Second circle: read it by Friday", named: capture.Named{Said: "Second circle", Who: uitest.ID(3)}, title: "Read it", to: 10, owners: []byte{3}},
		{line: "Second circle: read it by Friday", named: capture.Named{Said: "Second circle", Who: uitest.ID(1)}, title: "Read it", to: 10, owners: []byte{1}},
		{line: "Second circle: read it by Friday", named: capture.Named{Said: "Second circle"}, title: "Second circle: read it", owners: []byte{1}},
		{line: "Second circle: read it by Friday", named: capture.Named{Said: "Pairs", Each: true}, asks: "Second circle", title: "Read it", to: 10},
		{line: "Second circle: Cleo: read it by Friday", title: "Read it", to: 10, owners: []byte{3}},
		{line: "Second circle: me: read it by Friday", title: "Read it", to: 10, owners: []byte{1}},
		{line: "Second circle: Zorro: read it by Friday", asks: "Zorro", title: "Zorro: read it", to: 10},
		{line: "Кругу руководителей: read it by Friday", asks: "Круг руководителей", title: "Read it", to: 11},
		{line: "Leading well: read it by Friday", title: "Read it", to: 12, owners: []byte{5}},
		{line: "Pairs: read it by Friday", asks: "Pairs", title: "Read it"},
		{line: "Pairs: read it by Friday", at: 14, asks: "Pairs", title: "Read it", to: 14},
		{line: "Pairs: read it by Friday", at: 14, named: capture.Named{Said: "Pairs", Each: true}, title: "Read it", to: 14, owners: []byte{4, 5}},
		// and these are for no circle
		{line: "Old circle: read it by Friday", title: "Old circle: read it", owners: []byte{1}},
		{line: "Bea Moss: read it by Friday", title: "Read it", owners: []byte{2}},
		{line: "Second: read it by Friday", title: "Read it", owners: []byte{6}},
		{line: "Third Circle: read it by Friday", asks: "Third Circle", title: "Third Circle: read it"},
	} {
		e := capture.Entry{Kind: capture.Action, Text: c.line, Named: c.named}
		if c.at != 0 {
			e.Target = target(c.at)
		}
		m := b.Read(e)
		if m.Action.Title != c.title || m.Action.Due != core.NewDate(2026, 11, 27) || max(m.Nobody, m.Circle) != c.asks || (core.CodeOf(m.Wrong) == core.CodeNobody) != (c.asks != "") {
			t.Errorf("%q: %q, due %s, asks %q%q: %v", c.line, m.Action.Title, m.Action.Due, m.Nobody, m.Circle, m.Wrong)
		}
		if c.to != 0 && (m.To.Ref.ID != uitest.ID(c.to) || c.asks == "" && !slices.Equal(m.Action.Relationships, []core.ID{uitest.ID(c.to)})) {
			t.Errorf("%q is put to %q, in %v", c.line, m.To.Name, m.Action.Relationships)
		}
		owners := map[core.ID]bool{m.Action.Owner: true}
		for _, a := range m.Each {
			owners[a.Owner] = true
		}
		want := map[core.ID]bool{}
		for _, n := range c.owners {
			want[uitest.ID(n)] = true
		}
		if c.asks == "" && !maps.Equal(owners, want) {
			t.Errorf("%q is of %v", c.line, owners)
		}
	}
}

// What may have been meant as a day keeps the circle in its line.
func TestALineForACircleKeepsItWhereItsDayIsNone(t *testing.T) {
	b := circlesBook(t, core.English)
	m := b.Read(capture.Entry{Kind: capture.Action, Text: "Second circle: read it by Fryday"})
	if m.Day == nil || m.Day.OnEnter() != "Second circle: read it by Friday" {
		t.Errorf("%+v", m.Day)
	}
}

// Questions and notes are put to a circle, too.
func TestQuestionsAndNotesForACircle(t *testing.T) {
	b := circlesBook(t, core.English)
	q := b.Read(capture.Entry{Text: "Second circle: what is next?"})
	if q.Question.Relationship != uitest.ID(10) || q.Question.Text != "What is next?" || q.To.Ref.ID != uitest.ID(10) {
		t.Errorf("%+v", q.Question)
	}
	if q = b.Read(capture.Entry{Text: "Pairs: what is next?"}); !q.Question.Relationship.IsZero() || q.Question.Text != "Pairs: what is next?" {
		t.Errorf("%+v", q.Question)
	}
	n := b.Read(capture.Entry{Kind: capture.Note, Text: "Second circle: tired\ntoday"})
	if n.Note.About.ID != uitest.ID(10) || n.Note.Text != "Tired\ntoday" {
		t.Errorf("%+v", n.Note)
	}
	for _, text := range []string{"Second circle - tired", "today\nSecond circle: tired"} {
		if n = b.Read(capture.Entry{Kind: capture.Note, Text: text}); !n.Note.About.ID.IsZero() {
			t.Errorf("%q: %+v", text, n.Note)
		}
	}
	if kind, ok := b.Guess("Second circle: read it"); kind != capture.Action || !ok {
		t.Errorf("guessed %v, %v", kind, ok)
	}
}

// By the keys alone a line for a circle is each one's, or one's of them, after it was asked whose.
func TestWhomOfACircleIsAsked(t *testing.T) {
	for lang, c := range map[core.Language]struct{ circle, line, title, who, each, one, typed, told string }{
		core.English: {"Leadership circle", "!Leadership circle: bring a case by Friday", "Bring a case", "Who is it for?", "Each of them", "Mei", "mei", "Mei · due Fri 27 Nov"},
		core.Russian: {"Круг руководителей", "!Кругу руководителей: принести случай к пятнице", "Принести случай", "Кому именно?", "Каждому", "Mei", "mei", "Mei · срок пт, 27 нояб."},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		circle := h.Relationship("Mei")
		if err := h.Planner.Relationships.Change(t.Context(), circle.ID, func(r *core.Relationship) error {
			r.Name = c.circle
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		h.Settle()
		kept := func() map[core.ID]int {
			t.Helper()
			all, err := h.Planner.Actions.Of(t.Context(), circle.ID)
			if err != nil {
				t.Fatal(err)
			}
			out := map[core.ID]int{}
			for _, a := range all {
				if a.Title == c.title {
					out[a.Owner]++
				}
			}
			return out
		}
		h.Keys("Ctrl+Shift+N")
		h.Type(c.line)
		h.Keys("Enter")
		h.Wants(c.who, c.each)
		h.Shot("capture-circle-" + string(lang))
		if got := kept(); len(got) != 0 {
			t.Errorf("kept for %v before it was said for whom", got)
		}
		h.Keys("Enter", "Enter")
		h.Lacks(c.who)
		if got := kept(); len(got) != len(circle.Mentees()) {
			t.Errorf("%d have one", len(got))
		}
		h.Keys("Ctrl+Z")
		h.Keys("Ctrl+Shift+N")
		h.Type(c.line)
		h.Keys("Enter")
		h.Type("zorro") // nobody of the circle, and no word that the line is to be kept as it is
		h.Keys("Enter")
		h.Wants(c.who)
		h.Press("Ctrl+A")
		h.Type(c.typed)
		h.Keys("Enter")
		h.Lacks(c.who)
		h.Wants(c.told)
		h.Keys("Enter")
		if got := kept(); len(got) != 1 || got[h.Person(c.one).ID] != 1 {
			t.Errorf("%v have one", got)
		}
	}
}
