package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// typedIn is a dialog with what the test does in it.
type typedIn struct {
	of    core.Ref
	at    core.ID               // that follows in the field's name
	open  func(h *uitest.House) // where the way back to it is not the dialog itself
	touch func(h *uitest.House) // where it has no field for a text
	sees  string                // where that is to be seen
}

// typedDialogs lists every dialog whose words are kept, by its field.
func typedDialogs(t *testing.T, h *uitest.House) map[string]typedIn {
	t.Helper()
	p, ctx := h.Planner, t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	person, rel := core.RefOf(h.Person("Amina")), h.Relationship("Amina")
	in := core.RefOf(rel)
	mine := rel.Others(person.ID)[0]
	question, err := p.Questions.Ask(ctx, core.Question{Text: "And now?", Asker: mine, Relationship: rel.ID})
	must(err)
	action, err := p.Actions.Add(ctx, core.Action{Title: "Call", Owner: mine, Status: core.ActionOpen, Relationships: []core.ID{rel.ID}})
	must(err)
	goal, err := p.Goals.Add(ctx, core.Goal{Title: "Steps", Person: person.ID, Milestones: []core.Milestone{{Title: "One"}}})
	must(err)
	figure, err := p.Goals.Add(ctx, core.Goal{Title: "Figure", Person: person.ID, Measure: &core.Measure{Name: "Talks", Target: 5}})
	must(err)
	skill, err := p.Skills.Add(ctx, core.Skill{Name: "Reading", Person: person.ID, Scale: []string{"a", "b", "c"}})
	must(err)
	note, err := p.Notes.Write(ctx, core.Note{About: person, Text: "An old note"})
	must(err)
	agreement, err := p.Agreements.Write(ctx, core.Agreement{Relationship: rel.ID, Purpose: "To grow"})
	must(err)
	meeting, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: core.NewDate(2027, 1, 12).At(9, 0), End: core.NewDate(2027, 1, 12).At(10, 0), Zone: "Europe/Berlin"})
	must(err)
	invited := invitedTo(t, p)
	asked, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: core.NewDate(2027, 1, 19).At(9, 0)})
	must(err)
	_, err = p.Invitations.Send(ctx, asked.ID, core.MethodRequest, filepath.Join(h.Dir, "asked.ics"))
	must(err)
	board, err := p.Checklists.Board(ctx)
	must(err)
	template, run := core.RefOf(board.Templates[0].Checklist), core.RefOf(board.Runs[0])
	typing := func(tabs int, text string) func(*uitest.House) {
		return func(h *uitest.House) {
			for range tabs {
				h.Press("Tab")
			}
			h.Press("Ctrl+A")
			h.Type(text)
		}
	}
	tomorrow := func(tabs int) func(*uitest.House) { return typing(tabs, "12.03.2027") }
	return map[string]typedIn{
		"action.form": {of: core.RefOf(action)}, "agreement": {of: in}, "answer": {of: core.RefOf(question)}, "cancel": {of: core.RefOf(meeting)},
		"capture": {}, "daysoff": {}, "end": {of: in}, "goal": {of: core.RefOf(goal)}, "goal.new": {of: in}, "measure": {of: core.RefOf(figure)},
		"meeting": {of: core.RefOf(meeting)}, "meeting.new": {of: in}, "note": {of: person}, "noted": {of: core.RefOf(asked)}, "person": {of: person}, "person.new": {},
		"phase": {of: in, touch: tomorrow(1), sees: "2027-03-12"}, "question": {of: core.RefOf(question)}, "rating": {of: core.RefOf(skill)},
		"reach.": {of: core.RefOf(goal), at: goal.Milestones[0].ID}, "relationship": {of: in}, "relationship.new": {of: person}, "reply": {of: invited},
		"release": {of: core.RefOf(goal)}, "run.new": {of: in, touch: tomorrow(2), sees: "2027-03-12"}, "sign.": {of: core.RefOf(agreement), at: person.ID},
		"skill": {of: core.RefOf(skill)}, "skill.new": {of: in}, "text": {of: core.RefOf(note)}, "work": {of: core.Ref{Kind: core.KindPerson, ID: mine}, touch: typing(1, "06:45"), sees: "06:45"},
		"template": {of: template}, "give": {of: template, touch: func(h *uitest.House) {
			h.Press("Shift+Tab")
			tomorrow(0)(h)
		}, open: func(h *uitest.House) {
			h.Go(shell.Route{Screen: "checklists", Tab: "templates", ID: template.ID})
			h.Tap(h.Words.T("checklists.give"))
		}, sees: "2027-03-12"},
		"line.": {of: run, open: func(h *uitest.House) {
			h.Go(shell.Route{Screen: "checklists", ID: run.ID})
			h.Tap(h.Words.T("checklists.add_item"))
		}},
	}
}

// invitedTo takes in another's invitation.
func invitedTo(t *testing.T, p *planner.Planner) core.Ref {
	t.Helper()
	text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:talk\nDTSTAMP:20261101T000000Z\n"+
		"DTSTART:20270114T100000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:amina.yusuf@kijani.example\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	plan, err := p.CalendarFiles.Read(t.Context(), "talk.ics", strings.NewReader(text), planner.CalendarAsMeetings)
	if err == nil {
		err = p.CalendarFiles.Import(t.Context(), plan, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	c, err := p.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: core.NewDate(2027, 1, 14), To: core.NewDate(2027, 1, 15)}})
	if err != nil || len(c.Meetings) != 1 {
		t.Fatal(c, err)
	}
	return core.RefOf(c.Meetings[0].Meeting)
}

// zebra is what the test types where there is a field for a text.
const zebra = "Zebra crossing"

// typeIn types into the first field of a text in what is on top.
func typeIn(t *testing.T, h *uitest.House) {
	t.Helper()
	var field *kit.TextField
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(*kit.TextField); ok {
			field = f
		}
		return field == nil
	})
	if field == nil {
		t.Fatalf("there is no field for a text, but %q", kit.Texts(h.Root()))
	}
	h.Canvas().Focus(field.Focusable())
	h.Press("Ctrl+A")
	h.Type(zebra)
}

// TestNoDialogLosesAWord types into each dialog and lets the program end without a warning: the words are offered when
// it starts again, and stand in the dialog. Given up, they can be brought back, wait where they were typed and are not offered as unfinished; begun
// anew, they are nowhere in the workspace.
func TestNoDialogLosesAWord(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	all := typedDialogs(t, h)
	for _, field := range h.UI.DialogFields() {
		d, ok := all[field]
		if !ok {
			t.Errorf("nothing shows that the words typed into the dialog %s are kept", field)
			continue
		}
		name := field
		if !d.at.IsZero() {
			name += d.at.String()
		}
		open := func() {
			if d.open != nil {
				d.open(h)
				return
			}
			h.UI.OpenDialog(d.of, name)
			h.Settle()
		}
		want := zebra
		if d.sees != "" {
			want = d.sees
		}
		open()
		if d.touch == nil {
			typeIn(t, h)
		} else {
			d.touch(h)
		}
		h.Clock.Move(time.Second)
		h.Settle()
		if drafts(t, h) != 1 {
			t.Fatalf("%s: %d drafts while typing", field, drafts(t, h))
		}
		h = h.Again()
		h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
		h.Tap(h.Words.T("button.open"))
		if d.open != nil {
			open()
		}
		if !h.Sees(h.Words.T("forms.restored")) || !holds(h, want) {
			t.Fatalf("%s: after a crash there is %q", field, kit.Texts(h.Root()))
		}
		if field == "template" { // a page of its own, which keeps what was typed when somebody goes elsewhere
			h.Tap(h.Words.T("forms.anew"))
		} else {
			giveUp(t, h, field, want)
		}
		h.Clock.Move(time.Minute)
		h.Go(shell.Route{Screen: "today"})
		if drafts(t, h) != 0 {
			t.Fatalf("%s: %d drafts of what was given up", field, drafts(t, h))
		}
	}
}

// giveUp closes the dialog by Escape, brings it back, begins anew, and closes it for good.
func giveUp(t *testing.T, h *uitest.House, field, want string) {
	t.Helper()
	h.Keys("Escape")
	said, aside := h.Words.T("forms.given_up"), 1
	if field == "capture" { // a line begins empty
		said, aside = h.Words.T("forms.given_up_line"), 0
	}
	if drafts(t, h) != aside || unfinished(t, h) != 0 || !h.Sees(said) {
		t.Fatalf("%s: %d drafts of what was given up, and there is %q", field, drafts(t, h), kit.Texts(h.Root()))
	}
	h.Tap(h.Words.T("forms.bring_back"))
	if !holds(h, want) || drafts(t, h) != 1 {
		t.Fatalf("%s: brought back is %q, with %d drafts", field, kit.Texts(h.Root()), drafts(t, h))
	}
	h.Clock.Move(time.Minute)
	h.Tap(h.Words.T("forms.anew"))
	if holds(h, want) || h.Sees(h.Words.T("forms.restored")) {
		t.Fatalf("%s: begun anew, there is %q", field, kit.Texts(h.Root()))
	}
	h.Keys("Escape")
	if h.Sees(said) {
		t.Errorf("%s: nothing was typed, and something is said about it", field)
	}
}

// The offer of what was given up outlives the message of the next step, says that it can be had by opening the form again, and
// goes once that was done.
func TestWhatWasGivenUpIsOfferedBesideTheNextStep(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("person.new")
	h.Type(zebra)
	h.Keys("Escape")
	h.Wants("will be there when you open this again")
	if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "How?"}); err != nil {
		t.Fatal(err)
	}
	h.Run("question.new")
	h.Type("Why?")
	h.Keys("Enter")
	h.Wants(h.Words.T("forms.bring_back"))
	h.Run("person.new")
	if !holds(h, zebra) {
		t.Fatal("opened again, it is empty")
	}
	h.Lacks(h.Words.T("forms.bring_back"))
}

// What is kept is kept once, however often Enter is pressed.
func TestADialogKeepsOnce(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("person.new")
	h.Type(zebra)
	h.Press("Enter", "Enter", "Escape")
	h.Settle()
	people, err := h.Planner.People.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, p := range people {
		if p.Name == zebra {
			found++
		}
	}
	if found != 1 || h.Sees(h.Words.T("forms.given_up")) {
		t.Errorf("%d people, %q", found, kit.Texts(h.Root()))
	}
}

// Words that are typed while others look are kept beside those that wait: neither an end without a warning nor closing
// the dialog loses the ones or the others, and each comes back in its turn.
func TestWordsBesideThoseThatWait(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	const older, newer = "Older words", "Newer words"
	h.Run("note.new")
	h.Type(older)
	h.Clock.Move(time.Second)
	h.Settle()
	h = h.Again()
	h.Run("presenting")
	h.Run("note.new")
	if holds(h, older) {
		t.Fatal("what waits is shown while others look")
	}
	h.Type(newer)
	h.Clock.Move(time.Second)
	h.Settle()
	if n := drafts(t, h); n != 2 {
		t.Fatalf("%d drafts are kept", n)
	}
	h.Keys("Escape")                    // and closed: it waits as well
	h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
	h.Run("presenting")
	for i, want := range []string{older, newer} {
		h.Tap(h.Words.T("button.open"))
		if !holds(h, want) {
			t.Fatalf("%d: %q is not in %q", i, want, kit.Texts(h.Root()))
		}
		h.Tap(h.Words.T("forms.anew"))
		h.Keys("Escape")
		if n := drafts(t, h); n != 1-i {
			t.Errorf("%d drafts are left after %q", n, want)
		}
	}
	h.Lacks(h.Words.T("button.open"))
}

// A window that is closed over an open dialog keeps its words too, however fast.
func TestClosingTheWindowKeepsTheWords(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("person.new")
	h.Type(zebra)
	h.UI.Close()
	if drafts(t, h) != 1 {
		t.Errorf("%d drafts", drafts(t, h))
	}
}

func drafts(t *testing.T, h *uitest.House) int {
	t.Helper()
	all, err := h.Planner.Drafts.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// unfinished counts the drafts that are offered, or would be at a start.
func unfinished(t *testing.T, h *uitest.House) int {
	t.Helper()
	all, err := h.Planner.Drafts.Unfinished(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// holds tells whether a field on top holds a text.
func holds(h *uitest.House, text string) bool {
	found := false
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if k, ok := o.(kit.Keeper); ok && strings.Contains(k.Content(), text) {
			found = true
		}
		if s, ok := o.(interface{ Text() string }); ok && strings.Contains(s.Text(), text) {
			found = true
		}
		return !found
	})
	return found
}

// withoutWords are the files with dialogs into which nobody types words that could be lost: questions, previews and
// lists.
func withoutWords() []string {
	return []string{
		"ui/calendar/viewsheet.go", "ui/calendarfile/view.go", "ui/daysoff/viewtell.go", "ui/deleted/view.go", "ui/files/view.go", "ui/people.go", "ui/people/viewexport.go", "ui/people/viewimport.go",
		"ui/people/viewmerge.go", "ui/planning/viewinvite.go", "ui/settings.go", "ui/skipped.go", "ui/tables/view.go",
	}
}

// TestDialogsWithFieldsKeepWhatIsTyped finds dialogs that are opened past what keeps the words typed into them.
func TestDialogsWithFieldsKeepWhatIsTyped(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	without := map[string]bool{}
	for _, name := range withoutWords() {
		without[name] = true
	}
	for _, name := range append(files, own...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		path := "ui/" + filepath.ToSlash(name)
		if strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "ui/shell/") || strings.HasPrefix(path, "ui/forms/show.go") {
			continue
		}
		found := strings.Contains(string(text), "Dialogs.Show(shell.Dialog{")
		if found && !without[path] {
			t.Errorf("%s opens a dialog by itself: with fields it takes forms.Show, which keeps what is typed", path)
		}
		if !found && without[path] {
			t.Errorf("%s opens no dialog any more", path)
		}
	}
}
