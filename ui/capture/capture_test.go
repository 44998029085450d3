package capture_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/capture"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

func TestReadKind(t *testing.T) {
	for line, want := range map[string]struct {
		kind capture.Kind
		rest string
		ok   bool
	}{
		"? How": {capture.Question, "How", true}, "!Amina: call": {capture.Action, "Amina: call", true}, "  # a note": {capture.Note, "a note", true},
		"plain": {0, "plain", false}, "": {0, "", false}, "?": {capture.Question, "", true}, "№ 5": {0, "№ 5", false},
	} {
		kind, rest, ok := capture.ReadKind(line)
		if kind != want.kind || rest != want.rest || ok != want.ok {
			t.Errorf("%q: %v, %q, %v", line, kind, rest, ok)
		}
	}
}

func book(t *testing.T, h *uitest.House) *capture.Book {
	t.Helper()
	places, err := h.Planner.Places(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return capture.NewBook(places, h.Words)
}

func TestALineIsPutToWhomItNames(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	b := book(t, h)
	amina, ivan := h.Person("Amina"), h.Person("Иван")
	withAmina, withIvan := h.Relationship("Amina"), h.Relationship("Иван")
	read := func(text string, at core.Record) *core.Action {
		e := capture.Entry{Kind: capture.Action, Text: text}
		if at != nil {
			e.Target = b.Target(core.RefOf(at))
		}
		return b.Read(e).Action
	}
	a := read("Amina: send the draft by Friday", nil)
	if a.Owner != amina.ID || len(a.Relationships) != 1 || a.Relationships[0] != withAmina.ID || a.Title != "Send the draft" || !a.Readers.MayRead(amina.ID) {
		t.Errorf("%+v", a)
	}
	if a = read("Ивану: прислать черновик к пятнице", withAmina); a.Owner != ivan.ID || a.Relationships[0] != withIvan.ID {
		t.Errorf("who is named counts more than who was chosen: %+v", a)
	}
	if a = read("write a letter", withAmina); a.Owner == amina.ID || a.Relationships[0] != withAmina.ID {
		t.Errorf("%+v", a)
	}
	if a = read("write a letter", nil); len(a.Relationships) != 0 || !a.Readers.Private() {
		t.Errorf("%+v", a)
	}
	q := b.Read(capture.Entry{Text: "How?", Target: b.Target(core.RefOf(amina))}).Question
	if q.Relationship != withAmina.ID || !q.Readers.MayRead(amina.ID) {
		t.Errorf("%+v", q)
	}
	n := b.Read(capture.Entry{Kind: capture.Note, Text: "tired", Target: b.Target(core.RefOf(amina))}).Note
	if !n.Readers.Private() || n.About != core.RefOf(amina) {
		t.Errorf("%+v", n)
	}
}

func TestCaptureFromAnywhereByKeys(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Keys("Ctrl+Shift+N")
	h.Type("! Amina: send the draft by Friday")
	h.Wants("Quick capture", "Amina · due Fri 27 Nov · shared with Amina")
	h.Shot("capture")
	h.Keys("Enter")
	h.Lacks("Quick capture")
	h.Wants("Action added: Send the draft")
	all, err := h.Planner.Actions.Of(t.Context(), h.Relationship("Amina").ID)
	if err != nil || !has(all, func(a *core.Action) bool { return a.Title == "Send the draft" }) {
		t.Errorf("%v", err)
	}
	h.Keys("Ctrl+Shift+N")
	h.Keys("Alt+1")
	h.Type("What did the review say?")
	h.Press("Tab")
	h.Type("tomasz")
	h.Keys("Enter")
	h.Wants("to the inbox, for Tomasz")
	h.Keys("Enter")
	asked, err := h.Planner.Questions.Waiting(t.Context(), h.Relationship("Tomasz").ID)
	if err != nil || !has(asked, func(q *core.Question) bool { return q.Text == "What did the review say?" }) {
		t.Errorf("%v", err)
	}
	h.Keys("Ctrl+Shift+N") // it remembers kind and person
	h.Type("And the talk?")
	h.Wants("to the inbox, for Tomasz")
	h.Keys("Escape")
	at := h.Shell.Router.Route()
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina").ID}) // who is only there because of the page is not remembered
	for _, end := range []string{"Escape", "Enter"} {
		h.Keys("Ctrl+Shift+N")
		h.Type("And yours?")
		h.Wants("to the inbox, for Amina")
		h.Keys(end)
	}
	h.Go(at)
	h.Keys("Ctrl+Shift+N")
	h.Type("And the talk?")
	h.Wants("to the inbox, for Tomasz")
	h.Keys("Ctrl+A")
	h.Press("Tab", "Ctrl+A")
	h.Type("Иван")
	h.Keys("Enter", "Escape") // nor is who was chosen for what was given up
	h.Keys("Ctrl+Shift+N")
	h.Type("And the talk?")
	h.Wants("to the inbox, for Tomasz")
	h.Keys("Escape")
}

// Quick capture begins with what it was used for the last time, and reads from the line what it is; who has chosen is
// not contradicted.
func TestCaptureReadsWhatALineIs(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Keys("Ctrl+Shift+N")
	h.Type("Amina: send the draft by Friday")
	h.Wants("Amina · due Fri 27 Nov")
	h.Press("Ctrl+A")
	h.Type("Amina: really?")
	h.Wants("inbox")
	h.Keys("Alt+3") // a note it is
	h.Type("?")
	h.Lacks("inbox")
	h.Keys("Escape")
	h.Keys("Ctrl+Shift+N")
	h.Type("tired")
	h.Lacks("inbox") // a note, as before
	h.Press("Ctrl+A")
	h.Type("Amina: send the draft by 31 Feb")
	h.Wants("“31 Feb” is not a day: Enter changes it to “28 Feb”")
	h.Press("Ctrl+A")
	h.Type("! Bob: send the draft")
	h.Wants("nobody here is called “Bob”")
	h.Keys("Escape")
}

// A day with a slip in it is neither dropped nor taken for another in silence: Enter writes the one that is meant, or
// asks which; who types it once more means it as words.
func TestADayThatIsNoneIsSettled(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	kept := func(title string) core.Date {
		t.Helper()
		h.Lacks("Quick capture")
		all, err := h.Planner.List(t.Context(), planner.Filter{Kind: core.KindAction})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if a := r.(*core.Action); a.Title == title {
				return a.Due
			}
		}
		t.Fatalf("%q was not kept", title)
		return core.Date{}
	}
	friday := core.NewDate(2026, 11, 27)
	h.Keys("Ctrl+Shift+N")
	h.Type("! Amina: send the draft by Fryday")
	h.Wants("“Fryday” is not a day: Enter changes it to “Friday”")
	h.Shot("capture-noday")
	h.Keys("Enter")
	h.Wants("Quick capture", "Amina · due Fri 27 Nov")
	h.Keys("Enter")
	if due := kept("Send the draft"); due != friday {
		t.Errorf("due %s", due)
	}
	h.Keys("Ctrl+Shift+N")
	h.Type("Ивану: прислать отчёт к пятницэ")
	h.Keys("Enter")
	h.Wants("due Fri 27 Nov")
	h.Keys("Enter")
	if due := kept("Прислать отчёт"); due != friday {
		t.Errorf("due %s", due)
	}
	h.Keys("Ctrl+Shift+N")
	h.Type("Amina: call back on Munday")
	h.Wants("“Munday” is not a day: Monday / Sunday?")
	h.Keys("Enter")
	h.Wants("Quick capture", "press Enter again")
	h.Keys("Enter") // words of one's own
	if due := kept("Call back on Munday"); !due.IsZero() {
		t.Errorf("due %s", due)
	}
	h.Keys("Ctrl+Shift+N")
	h.Type("Amina: greet them from Fryday")
	h.Keys("Enter") // "from" leads to no promise's day, and the word is nearly one
	h.Wants("due Fri 27 Nov")
	h.Press("Ctrl+A")
	h.Type("Amina: greet them from Fryday") // she does mean it
	h.Wants("Amina · no date")
	h.Keys("Enter")
	if due := kept("Greet them from Fryday"); !due.IsZero() {
		t.Errorf("due %s", due)
	}
}

// A name before a colon that nobody has is neither dropped nor put to anybody in silence: Enter asks who is meant, and by
// the keys alone it is somebody, a new person, or a part of the text.
func TestANameThatNobodyHasIsSettled(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	kept := func(title string) *core.Action {
		t.Helper()
		h.Lacks("Quick capture")
		all, err := h.Planner.List(t.Context(), planner.Filter{Kind: core.KindAction})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if a := r.(*core.Action); a.Title == title {
				return a
			}
		}
		t.Fatalf("%q was not kept", title)
		return nil
	}
	begin := func(line string) {
		t.Helper()
		h.Keys("Ctrl+Shift+N")
		h.Type(line)
		h.Keys("Enter")
		h.Wants("Quick capture", "Nobody here is called", "Who do you mean?")
	}
	begin("Anima: send the draft by Friday")
	h.Shot("capture-nobody")
	h.Wants("Amina Yusuf", "Add Anima to my people", "Nobody: keep the text as it is")
	h.Keys("Enter") // the nearest
	h.Lacks("Who do you mean?")
	h.Wants("Amina · due Fri 27 Nov · shared with Amina")
	h.Keys("Enter")
	if a := kept("Send the draft"); a.Owner != h.Person("Amina").ID || len(a.Relationships) != 1 {
		t.Errorf("%+v", a)
	}
	begin("Olga: bring the list by Friday")
	h.Keys("Enter") // who sounds so, in other letters
	h.Wants("Ольга · due Fri 27 Nov")
	h.Keys("Enter")
	if a := kept("Bring the list"); a.Owner != h.Person("Ольга").ID {
		t.Errorf("%+v", a)
	}
	begin("Bob: call back by Friday")
	h.Type("toma") // somebody else by name
	h.Keys("Enter")
	h.Wants("Tomasz · due Fri 27 Nov")
	h.Keys("Enter")
	if a := kept("Call back"); a.Owner != h.Person("Tomasz").ID {
		t.Errorf("%+v", a)
	}
	begin("Bob: read the proposal by Friday")
	h.Keys("Enter")
	h.Wants("Bob (new person) · due Fri 27 Nov")
	h.Keys("Enter")
	if a := kept("Read the proposal"); a.Owner != h.Person("Bob").ID || len(a.Relationships) != 0 {
		t.Errorf("%+v", a)
	}
	h.Keys("Ctrl+Z") // the person and the promise are one step
	if all, err := h.Planner.People.All(t.Context()); err != nil || slices.ContainsFunc(all, func(p *core.Person) bool { return p.Name == "Bob" }) {
		t.Errorf("Bob is still there, %v", err)
	}
	begin("Idea: a talk by Friday")
	h.Keys("Down", "Down", "Enter") // words of one's own
	h.Keys("Enter")
	if a := kept("Idea: a talk"); a.Owner == h.Person("Amina").ID || len(a.Readers.Readers) > 2 {
		t.Errorf("%+v", a)
	}
	begin("Carl: ask again by Friday")
	h.Keys("Shift+Tab")
	h.Press("Ctrl+A")
	h.Type("ask again by Friday") // without the name there is nothing to ask
	h.Lacks("Who do you mean?")
	h.Keys("Escape")
}

// While others look at the screen a line that only the owner would read is dots, without a mark; what is given up then
// is not offered before nobody looks, and is not lost.
func TestCaptureWhileOthersLook(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Keys("Ctrl+Shift+P", "Ctrl+Shift+N")
	h.Type("# Tired of this")
	h.Lacks("only you")
	h.Wants("hidden while you present")
	h.Shot("capture-veiled")
	h.Keys("Escape")
	h.Lacks("Restore", "Tired")
	h.Keys("Ctrl+Shift+P")
	h.Clock.Move(time.Second)
	h.Settle()
	h.Wants("Quick capture")
	h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
	h.Tap(h.Words.T("button.open"))
	h.Wants("About", "only you")
	h.Keys("Escape")
}

// Where there is only one relationship, nobody is asked which.
func TestTheOnlyRelationshipIsNotAskedFor(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true, Before: func(p *planner.Planner) {
		owner, err := p.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		ana, err := p.People.Add(t.Context(), core.Person{Name: "Ana Lima"})
		if err != nil {
			t.Fatal(err)
		}
		_, err = p.Relationships.Add(t.Context(), core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer, Since: core.NewDate(2026, 9, 1),
			Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: ana.ID, Role: core.RoleMentee}},
		})
		if err != nil {
			t.Fatal(err)
		}
	}})
	h.Run("meeting.new")
	h.Wants("Plan a meeting: Ana Lima")
	h.Keys("Escape")
	h.Keys("Ctrl+Shift+N")
	h.Type("How do you rest")
	h.Wants("to the inbox, for Ana Lima")
}

func TestANoteAboutWhomThePageShows(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Run("note.new")
	h.Keys("Enter")
	h.Wants("Write something")
	h.Type("Prefers mornings")
	h.Wants("only you")
	h.Keys("Enter")
	h.Run("note.new")
	h.Type("and short texts")
	h.Keys("Enter")
	all, err := h.Planner.Notes.About(t.Context(), rel.ID)
	if err != nil || len(all) != 1 || all[0].Text != "Prefers mornings\n\nand short texts" || !all[0].Readers.Private() {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestTypedWordsOfTheDialogAreADraft(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Keys("Ctrl+Shift+N")
	h.Type("Half a question")
	h.Clock.Move(time.Second)
	h.Settle()
	left := func() []planner.Unfinished {
		all, err := h.Planner.Drafts.Unfinished(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	if all := left(); len(all) != 1 || !strings.Contains(all[0].Text, `"text":"Half a question"`) {
		t.Fatalf("%+v", all)
	}
	h.Keys("Escape")
	if all := left(); len(all) != 0 {
		t.Errorf("given up, and still there: %+v", all)
	}
}

func has[T any](all []T, is func(T) bool) bool {
	for _, x := range all {
		if is(x) {
			return true
		}
	}
	return false
}

// Where several people have a name, nobody says that nobody has it; they are told apart by what else is known of them.
func TestANameThatSeveralHave(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		if _, err := p.People.Add(t.Context(), core.Person{Name: "Amina Yusuf", Emails: []string{"amina@elsewhere.example"}}); err != nil {
			t.Fatal(err)
		}
	}})
	h.Keys("Ctrl+Shift+N")
	h.Type("Amina: send the draft by Friday")
	h.Wants("several people are called “Amina”")
	h.Keys("Enter")
	h.Wants("Several people are called “Amina”", "Kijani Energy", "amina@elsewhere.example")
	h.Lacks("Nobody here is called")
}

// A question or a note that names somebody before a colon is put to them, in either language and in any form of the name; where
// nobody is meant, or a question would be put to nobody, it stays as it was typed.
func TestQuestionsAndNotesNameSomebody(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	b := book(t, h)
	amina, ivan := h.Relationship("Amina"), h.Relationship("Иван")
	for _, c := range []struct {
		line, text string
		rel        core.ID
	}{
		{"Amina: how do I say no?", "How do I say no?", amina.ID},
		{"Ивану: как сказать нет?", "Как сказать нет?", ivan.ID},
		{"How is it: hard?", "How is it: hard?", core.ID{}},
		{"Zelda: how do I say no?", "Zelda: how do I say no?", core.ID{}},
		{"me: how do I say no?", "me: how do I say no?", core.ID{}},
		{"Amina:", "Amina:", core.ID{}},
	} {
		if q := b.Read(capture.Entry{Kind: capture.Question, Text: c.line}).Question; q.Text != c.text || q.Relationship != c.rel {
			t.Errorf("%q: %q in %v", c.line, q.Text, q.Relationship)
		}
	}
	n := b.Read(capture.Entry{Kind: capture.Note, Text: "Amina: tired today"}).Note
	if n.Text != "Tired today" || n.About != core.RefOf(h.Person("Amina")) || !n.Readers.Private() {
		t.Errorf("%+v", n)
	}
	example := h.Words.T("capture.action_hint", "name", b.Example(capture.Target{}, true))
	if made := b.Read(capture.Entry{Kind: capture.Action, Text: example}); made.Action.Owner != h.Person(b.Example(capture.Target{}, true)).ID || made.Action.Due.IsZero() {
		t.Errorf("the example %q is read as %+v", example, made.Action)
	}
}

// The field says whom the line is put to: who is named there while somebody is, and who was chosen once nobody is any
// more. The example names who was chosen, and a wrong name is not at once put to nobody.
func TestTheFieldSaysWhomTheLineIsPutTo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	b, amina := book(t, h), h.Relationship("Amina")
	chosen := b.Target(core.RefOf(amina))
	for line, want := range map[string]core.Ref{
		"Ивану: прислать черновик": core.RefOf(h.Person("Иван")), "Amina: send the draft": chosen.Ref, "send the draft": chosen.Ref, "me: send the draft": chosen.Ref,
	} {
		if to := b.Read(capture.Entry{Kind: capture.Action, Text: line, Target: chosen}).To; to.Ref != want {
			t.Errorf("%q is put to %+v", line, to)
		}
	}
	if got := b.Example(b.Target(core.RefOf(h.Person("Иван"))), true); !strings.HasPrefix(got, "Иван") {
		t.Errorf("the example names %q", got)
	}
	h.Go(shell.Route{Screen: "relationship", ID: amina.ID})
	h.Run("action.new")
	h.Lacks("named in the line")
	h.Type("Tomasz: send the draft by Friday")
	h.Wants("Tomasz · due Fri 27 Nov", "named in the line above")
	h.Press("Ctrl+A")
	h.Type("send the draft by Friday")
	h.Lacks("named in the line", "Tomasz")
	h.Keys("Escape")
	h.Run("question.new")
	h.Type("How do you rest")
	h.Press("Tab", "Ctrl+A")
	h.Type("Zzyzx")
	h.Keys("Enter")
	h.Wants("hoose a name")
	h.Lacks("put to nobody")
}

// A question to somebody with whom there is no relationship waits for one: its text says whom it is for, and the relationship that
// begins with them has it, without that. So has it what they promised. One undo gives both back.
func TestAQuestionToSomebodyOfNoRelationshipWaitsForOne(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	p, ctx := h.Planner, t.Context()
	bob, err := p.People.Add(ctx, core.Person{Name: "Bob Stone"})
	if err != nil {
		t.Fatal(err)
	}
	b, waits := book(t, h), h.Words.T("capture.to_waiting", "name", "Bob Stone")
	for line, text := range map[string]string{"How did you begin?": "Bob Stone: How did you begin?", "Bob: how did you begin?": "Bob Stone: How did you begin?", "Боб?": "Bob Stone: Боб?", " ": ""} {
		made := b.Read(capture.Entry{Kind: capture.Question, Text: line, Target: b.Target(core.RefOf(bob))})
		if made.Question.Text != text || !made.Question.Relationship.IsZero() || made.Hint != waits {
			t.Errorf("%q: %+v, %s", line, made.Question, made.Hint)
		}
	}
	named := b.Read(capture.Entry{Kind: capture.Question, Text: "Bob: how did you begin?"})
	if named.Question.Text != "Bob Stone: How did you begin?" || named.Hint != waits {
		t.Errorf("%+v, %s", named.Question, named.Hint)
	}
	for _, text := range []string{named.Question.Text, "How is Bob Stone: well?"} {
		if _, err := p.Questions.Ask(ctx, core.Question{Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	promise, err := p.Actions.Add(ctx, core.Action{Title: "Send the draft", Owner: bob.ID})
	if err != nil {
		t.Fatal(err)
	}
	mine := h.Relationship("Amina").Others(h.Person("Amina").ID)[0]
	rel, err := p.Relationships.Add(ctx, core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: mine, Role: core.RoleMentor}, {Person: bob.ID, Role: core.RoleMentee}},
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.Questions.Waiting(ctx, rel.ID)
	if err != nil || len(got) != 1 || got[0].Text != "How did you begin?" || !got[0].Readers.MayRead(bob.ID) {
		t.Errorf("%+v, %v", got, err)
	}
	linked := func() []core.ID {
		a, err := p.Actions.Get(ctx, promise.ID)
		if err != nil || !a.Readers.Private() {
			t.Fatalf("%+v, %v", a, err)
		}
		return a.Relationships
	}
	if got := linked(); !slices.Equal(got, []core.ID{rel.ID}) {
		t.Errorf("the promise is linked to %v", got)
	}
	if _, err := p.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := linked(); len(got) != 0 {
		t.Errorf("after an undo the promise is linked to %v", got)
	}
	if got, err := p.Questions.Waiting(ctx, core.ID{}); err != nil || !has(got, func(q *core.Question) bool { return q.Text == named.Question.Text }) {
		t.Errorf("after an undo %+v, %v", got, err)
	}
}
