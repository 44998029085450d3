package ui_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

func board(h *uitest.House) *planner.ChecklistBoard {
	h.T.Helper()
	b, err := h.Planner.Checklists.Board(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	return b
}

// checkList gives the lines of the checklist that is open.
func checkList(h *uitest.House) *kit.CheckList {
	h.T.Helper()
	var list *kit.CheckList
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if l, ok := o.(*kit.CheckList); ok {
			list = l
		}
		return true
	})
	if list == nil {
		h.T.Fatal("no checklist is open")
	}
	return list
}

// tickLine ticks a line of that checklist.
func tickLine(h *uitest.House, item core.ID) {
	h.T.Helper()
	list := checkList(h)
	h.Window.Canvas().Focus(list)
	list.Select(item.String())
	h.Keys("Space")
}

// A template is written line by line, given to two at once, and one undo takes both back.
func TestATemplateIsWrittenAndGivenToMany(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("checklist.new")
	h.Wants("What it is for")
	h.Type("First week")
	focusHint(h, "What to do")
	h.Type("Meet the team")
	h.Keys("Enter")
	h.Type("Write down questions")
	h.Shot("template")
	h.Tap("Save")
	var made planner.TemplateRow
	for _, row := range board(h).Templates {
		if row.Title == "First week" {
			made = row
		}
	}
	if made.Checklist == nil || len(made.Items) != 2 || made.Items[1].Text != "Write down questions" {
		t.Fatalf("%+v", made.Checklist)
	}
	h.Wants("Assign to…")
	h.Tap("Assign to…")
	h.Wants("Assign “First week”", "Select who gets it")
	before := len(board(h).Runs)
	h.Keys("Ctrl+Enter")
	h.Wants("Select who gets it")
	h.Tap("Amina Yusuf")
	h.Wants("Assign to 1")
	h.Tap("Mei Tanaka")
	h.Lacks("Select who gets it")
	ticks := 0
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if t, ok := o.(*kit.Tick); ok && t.On() {
			ticks++
		}
		return true
	})
	if ticks != 2 {
		t.Errorf("%d rows are ticked", ticks)
	}
	h.Shot("give")
	h.Tap("Assign to 2")
	h.Lacks("Assign to 2")
	h.Wants("2 checklists started: First week")
	if got := len(board(h).Runs); got != before+2 {
		t.Fatalf("%d runs, there were %d", got, before)
	}
	h.Run("undo")
	if got := len(board(h).Runs); got != before {
		t.Errorf("%d runs after one undo, there were %d", got, before)
	}
}

// Who types until one person is left and presses Enter has chosen them.
func TestATemplateIsGivenByTypingAName(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "checklists"})
	h.Tap("Templates")
	h.Tap("Assign to…")
	before := len(board(h).Runs)
	h.Keys("Enter")
	h.Wants("Select who gets it")
	h.Type("Mei Tan")
	h.Wants("Assign to 1")
	h.Keys("Enter")
	h.Lacks("Assign to 1")
	if got := len(board(h).Runs); got != before+1 {
		t.Errorf("%d runs, there were %d", got, before)
	}
	h.Tap("Assign to…")
	h.Type("a")
	h.Keys("Tab", "Space", "Down", "Space")
	h.Wants("Assign to 2")
	h.Keys("Enter")
	h.Lacks("Assign to 2")
	if got := len(board(h).Runs); got != before+3 {
		t.Errorf("%d runs, there were %d", got, before)
	}
}

// Down goes from the field that finds people on to the first of them, and Up back to what is typed.
func TestDownGoesToWhomATemplateMayBeGiven(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "checklists"})
	h.Tap("Templates")
	h.Tap("Assign to…")
	before := len(board(h).Runs)
	h.Type("me")
	h.Keys("Down", "Space")
	h.Wants("Assign to 1")
	h.Keys("Down", "Up", "Up")
	h.Type("i")
	if got := typedInField(h); got != "mei" {
		t.Errorf("typed is %q", got)
	}
	h.Type("zzz")
	h.Keys("Down") // there is nobody to go to
	if got := typedInField(h); got != "meizzz" {
		t.Errorf("typed is %q", got)
	}
	h.Keys("Ctrl+A", "Delete", "Down", "Enter")
	h.Lacks("Assign to 1")
	if got := len(board(h).Runs); got != before+1 {
		t.Errorf("%d runs, there were %d", got, before)
	}
}

// Lines are ticked, and what is typed into a template is kept by going elsewhere.
func TestLinesAreTickedAndTypedWordsAreKept(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "checklists"})
	h.Wants("Preparing a talk", "1 late", "Amina Yusuf · 2/4", "Rehearsal with a friend")
	h.Shot("checklists")
	first := board(h).Runs[0]
	done := first.Done()
	for i, item := range first.Items {
		if item.Done.IsZero() {
			tickLine(h, item.ID)
			if got := board(h).Runs; got[0].ID == first.ID && got[0].Items[i].Done.IsZero() {
				t.Error("a ticked line is open")
			}
			break
		}
	}
	for _, r := range board(h).Runs {
		if r.ID == first.ID && r.Done() != done+1 {
			t.Errorf("%d lines are done, not %d", r.Done(), done+1)
		}
	}
	h.Tap("Templates")
	h.Wants("A good start", "assigned once")
	focusField(h, "Name")
	h.Type("Gentle: ")
	h.Go(shell.Route{Screen: "today"})
	found := false
	for _, row := range board(h).Templates {
		found = found || row.Title == "Gentle: A good start" || row.Title == "A good startGentle:"
	}
	if !found {
		t.Errorf("the typed words are lost: %+v", board(h).Templates[0].Title)
	}
}

// The lines of a checklist in use are moved, changed and taken out by keys, like those of an agenda.
func TestLinesAreArrangedByKeys(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "checklists"})
	texts := func() (out []string) {
		for _, item := range board(h).Runs[0].Items {
			out = append(out, item.Text)
		}
		return out
	}
	before := texts()
	h.Window.Canvas().Focus(checkList(h))
	h.Keys("Home", "Alt+Down")
	if got := texts(); got[0] != before[1] || got[1] != before[0] {
		t.Fatalf("%q of %q", got, before)
	}
	h.Keys("Enter")
	h.Keys("Ctrl+A")
	h.Type("Say it aloud")
	h.Keys("Enter")
	if got := texts(); got[1] != "Say it aloud" {
		t.Fatalf("%q", got)
	}
	h.Keys("Delete")
	if got := texts(); len(got) != len(before)-1 || slices.Contains(got, "Say it aloud") {
		t.Fatalf("%q", got)
	}
	h.Keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
	if got := texts(); !slices.Equal(got, before) {
		t.Errorf("%q after undo, not %q", got, before)
	}
}

// A line that could not be kept stays in its dialog, which says why.
func TestALineThatIsNotKeptStaysInItsDialog(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "checklists"})
	h.Tap("Add a line…")
	h.Type("Thank the organisers")
	if err := h.Planner.Checklists.DeleteRun(t.Context(), board(h).Runs[0].ID); err != nil {
		t.Fatal(err)
	}
	h.Keys("Ctrl+Enter")
	h.Wants("Thank the organisers")
}

func TestChecklistsInRussianAndWhenThereAreNone(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian})
	h.Go(shell.Route{Screen: "checklists", Tab: "templates"})
	h.Wants("Подготовка к аттестации", "выдан 1 раз", "4 строки")
	h.Shot("templates-ru")
	h = uitest.Open(t, uitest.Options{Empty: true})
	h.Go(shell.Route{Screen: "checklists"})
	h.Wants("No checklists in use")
	h.Tap("Templates")
	h.Wants("No templates yet")
}

func TestATemplateMadeForARelationshipIsStartedThere(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		b, err := p.Checklists.Board(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range b.Templates {
			if err := p.Checklists.Delete(t.Context(), row.ID); err != nil {
				t.Fatal(err)
			}
		}
	}})
	rel := h.Relationship("Amina")
	h.UI.OpenDialog(core.RefOf(rel), "run.new")
	h.Settle()
	h.Wants("you return to Amina Yusuf")
	h.Type("First week")
	focusHint(h, "What to do")
	h.Type("Meet the team")
	h.Tap("Save")
	if at := h.Shell.Router.Route(); at.ID != rel.ID || !h.Sees("Start") {
		t.Fatalf("at %v", at)
	}
	before := len(board(h).Runs)
	h.Keys("Ctrl+Enter")
	if got := len(board(h).Runs); got != before+1 {
		t.Errorf("%d checklists, there were %d", got, before)
	}
	h.Run("checklist.new")
	h.Lacks("you return to")
}

// Who gives a template to nobody sees why that can't be, and can type a name at once. Nobody stands in the list twice
// alike: of the owner it says where.
func TestGivingToNobodySaysSoInView(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	h.Go(shell.Route{Screen: "checklists"})
	h.Tap("Templates")
	h.Tap("Assign to…")
	h.Wants("Maja Lindqvist (me)", "no relationship")
	driver, scroll := fyne.CurrentApp().Driver(), visible[*kit.Scroll](t, h)
	top := driver.AbsolutePositionForObject(scroll).Y
	seen := false
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if text, ok := o.(*kit.Text); ok && text.Text() == "Select who gets it" {
			y := driver.AbsolutePositionForObject(text).Y
			seen = y >= top && y+text.Size().Height <= top+scroll.Size().Height
		}
		return true
	})
	if !seen {
		t.Error("what is wrong is out of view")
	}
	h.Type("Mei")
	h.Keys("Enter")
	h.Wants("Checklist started")
}

// The row of the template that is open is the present one, however it was opened, and its fields begin at the top of their
// card where there is nothing to be said above them.
func TestTheOpenTemplateIsMarkedInItsList(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	all := board(h).Templates
	h.Go(shell.Route{Screen: "checklists", Tab: "templates", ID: all[2].ID})
	if l := visible[*kit.List](t, h); l.Current() != 2 {
		t.Errorf("row %d is the present one", l.Current())
	}
	h.Tap(all[1].Title)
	if l := visible[*kit.List](t, h); l.Current() != 1 {
		t.Errorf("row %d is the present one", l.Current())
	}
	y := func(o fyne.CanvasObject) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y }
	var card *kit.Card
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if c, ok := o.(*kit.Card); ok {
			card = c // the last one lies beside the list
		}
		return true
	})
	if above := y(visible[*kit.TextField](t, h)) - y(card); above > kit.Px(20) {
		t.Errorf("%v are empty above the name", above)
	}
}

// Where there is nothing yet, the page says what comes first, with a button for it: a template, then giving it.
func TestWithoutChecklistsThePageSaysWhatComesFirst(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	h.Go(shell.Route{Screen: "checklists"})
	h.Wants("No checklists in use", "Write down once")
	h.Shot("no-checklists")
	var begin []*kit.Button
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if b, ok := o.(*kit.Button); ok && b.Text() == "New template" {
			begin = append(begin, b)
		}
		return true
	})
	begin[len(begin)-1].Tapped(nil) // in the list's place, below that of the header
	h.Settle()
	h.Type("First week")
	focusHint(h, "What to do")
	h.Type("Meet the team")
	h.Tap("Save")
	h.Tap("In use")
	h.Wants("No checklists in use")
	h.Tap("Choose a template")
	h.Wants("not assigned yet", "Assign to…")
}

// Where there is no checklist yet, the page says so over all of its width, and begins at the button that leads on.
func TestNoChecklistsBeginAtTheButton(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Empty: true})
		list := func() (found *kit.List) {
			kit.Walk(h.Shell.Router.Page().Object(), func(o fyne.CanvasObject) bool {
				if l, ok := o.(*kit.List); ok && found == nil {
					found = l
				}
				return true
			})
			return found
		}
		for _, tab := range []string{"", "templates"} {
			h.Go(shell.Route{Screen: "today"})
			h.Canvas().Focus(kit.FirstFocusable(h.Canvas().Content())) // somebody comes by key
			h.Go(shell.Route{Screen: "checklists", Tab: tab})
			h.Shot("no-checklists-" + string(lang))
			b, ok := h.Canvas().Focused().(*kit.Button)
			if !ok || b.Text() != h.Words.T("checklists.new") || !kit.Contains(list(), b) {
				t.Fatalf("%s: %q begins at %T", lang, tab, h.Canvas().Focused())
			}
			if room := h.Shell.Router.Page().Object().Size().Width; list().Size().Width < room-100 {
				t.Errorf("%s: %q is %.0f wide in %.0f", lang, tab, list().Size().Width, room)
			}
		}
		h.Keys("Enter")
		h.Type("First weeks")
		h.Wants("First weeks")
		if list().Size().Width > 400 {
			t.Errorf("%s: beside a template the list is %.0f wide", lang, list().Size().Width)
		}
	}
}

// A template that can't be kept as it was left says which it is, that what was typed is kept, and leads back; so does the way back.
func TestATemplateLeftHalfTypedLeadsBack(t *testing.T) {
	for name, again := range map[string]func(h *uitest.House){
		"button": func(h *uitest.House) { h.Tap(h.Words.T("settings.correct")) },
		"back":   func(h *uitest.House) { h.Keys("Alt+Left") },
	} {
		for begun, begin := range map[string]func(h *uitest.House){
			"command": func(h *uitest.House) { h.Run("checklist.new") },
			"page": func(h *uitest.House) {
				h.Go(shell.Route{Screen: "checklists", Tab: "templates"})
				h.Tap(h.Words.T("checklists.new"))
			},
		} {
			h := uitest.Open(t, uitest.Options{})
			begin(h)
			h.Type(zebra)
			focusHint(h, "What to do")
			h.Type("Meet")
			focusHint(h, h.Words.T("checklists.after_hint"))
			h.Type("-3")
			h.Clock.Move(time.Second)
			h.Go(shell.Route{Screen: "people"})
			h.Wants("The template “" + zebra + "” is not saved yet; what you typed is kept.")
			again(h)
			if !holds(h, zebra) || !holds(h, "-3") {
				t.Errorf("%s, begun by the %s: %q", name, begun, kit.Texts(h.Root()))
			}
		}
	}
}

// While a template is written, Ctrl+Z takes back nothing that was done before, also on a line that is still empty, and Ctrl+Enter
// saves it from any line, as it does in forms.
func TestAWrittenTemplateHasTheKeys(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	if _, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Bob Stone"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Go(shell.Route{Screen: "checklists", Tab: "new"})
	h.Type("First day")
	h.Keys("Tab", "Tab")
	h.Type("Show the office")
	h.Keys("Enter", "Ctrl+Z", "Ctrl+Z")
	h.Wants(h.Words.T("checklists.undo_writing"))
	if h.Person("Bob") == nil {
		t.Fatal("what was done before is taken back")
	}
	before := len(board(h).Templates)
	h.Keys("Ctrl+Enter")
	all := board(h).Templates
	if len(all) != before+1 {
		t.Fatalf("%d templates, there were %d", len(all), before)
	}
	for _, tpl := range all {
		if tpl.Title == "First day" && len(tpl.Items) != 1 {
			t.Errorf("%+v", tpl.Items)
		}
	}
	h.Go(shell.Route{Screen: "today"})
	h.Keys("Ctrl+Z")
	if got := len(board(h).Templates); got != before {
		t.Errorf("%d templates after an undo elsewhere, there were %d", got, before)
	}
}
