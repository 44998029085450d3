package shell_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// words answers with the end of the key and the arguments, so that tests see which text was asked for.
func words(key string, args ...any) string {
	text := key[strings.LastIndex(key, ".")+1:]
	for i := 1; i < len(args); i += 2 {
		text += " " + fmt.Sprint(args[i])
	}
	return text
}

// testPage is a page with some rows, a field and a command.
type testPage struct {
	shell.ScrollPage

	route     shell.Route
	titled    bool
	refreshed int
	left      int
	field     *kit.TextField
	ran       *[]string
	off       string
	content   fyne.CanvasObject // what the next refresh shows; nil for the same
}

func (p *testPage) Header() shell.Header {
	if !p.titled {
		return shell.Header{}
	}
	return shell.Header{
		Avatar: kit.NewAvatar("AY", "a"), Title: "Amina Yusuf", Subtitle: "Senior engineer, Kijani Energy · mentee since March 2026 · individual, long-term, career · 17:00 in Nairobi",
		Actions: []fyne.CanvasObject{kit.NewButton("Ask…", kit.Plain, nil), kit.NewButton("Report…", kit.Plain, nil), kit.NewButton("Plan a meeting", kit.Primary, nil)},
		Tabs:    kit.NewTabs([]string{"Overview", "Meetings", "Plan", "Checklists", "Feedback", "Log", "Agreement"}, 0, nil),
	}
}

func (p *testPage) Leave() { p.left++ }

func (p *testPage) Refresh() {
	p.refreshed++
	if p.content != nil {
		p.SetContent(p.content)
	}
}

func (p *testPage) Commands() []shell.Command {
	return []shell.Command{
		{ID: "page.close", Title: "page.finish", Group: "page.group", Keys: "Ctrl+Return", Run: func() { *p.ran = append(*p.ran, "finish") }},
		{ID: "page.delete", Title: "page.delete", Keys: "Delete", Why: func() string { return p.off }, Run: func() { *p.ran = append(*p.ran, "delete") }},
	}
}

// world is a shell with pages, and what they did.
type world struct {
	*shelltest.Bench

	pages []*testPage
	ran   []string
	gone  map[string]bool
	find  func(ctx context.Context, query string) (shell.Hits, error)
	hide  bool
}

func newWorld(t *testing.T, size fyne.Size) *world {
	w := &world{gone: map[string]bool{}}
	w.Bench = shelltest.New(t, size, shell.Config{
		Brand: "Mentorbook", Words: words, Open: w.open, Toolbar: []string{"edit.undo"}, New: []string{"new.meeting", "", "new.person", "page.delete"},
		Find: func(q string) func(context.Context) (shell.Hits, error) {
			return func(ctx context.Context) (shell.Hits, error) {
				if w.find == nil {
					return shell.Hits{}, nil
				}
				return w.find(ctx, q)
			}
		},
		Hide: func() bool { return w.hide },
	})
	run := func(what string) func() { return func() { w.ran = append(w.ran, what) } }
	w.Shell.Commands.Add(
		shell.Command{ID: "edit.undo", Title: "edit.Undo", Keys: "Ctrl+Z", Run: run("undo")},
		shell.Command{ID: "new.meeting", Title: "new.Meeting", Keys: "Ctrl+N", Run: run("new meeting")},
		shell.Command{ID: "new.person", Title: "new.Person", Why: func() string { return "why.ReadOnly" }, Run: run("new person")},
	)
	w.Shell.SetSidebar(sidebar())
	w.Shell.SetStatus(shell.Status{Workspace: "practice.mentorbook", Saved: "All changes saved", Backup: "Backup today 09:14"})
	w.Shell.Go(shell.Route{Screen: "today"})
	return w
}

func (w *world) open(r shell.Route) shell.Page {
	if w.gone[r.Screen] {
		return nil
	}
	p := &testPage{route: r, ran: &w.ran, titled: r.Screen == "relationship"}
	p.field = kit.NewTextField("Name", "", nil)
	rows := make([]*kit.Row, 40)
	for i := range rows {
		rows[i] = kit.NewRow(kit.RowSpec{Content: kit.NewText(fmt.Sprintf("%s row %d", r.Screen, i), kit.Body()), Tap: func() { w.ran = append(w.ran, fmt.Sprint("row ", i)) }})
	}
	p.ScrollPage = shell.NewScrollPage(kit.Cards(kit.NewCard("Card", "40", kit.Stack(8, p.field, kit.Rows(rows...)))))
	w.pages = append(w.pages, p)
	return p
}

func (w *world) page() *testPage { return w.Shell.Router.Page().(*testPage) }

func sidebar() shell.Sidebar {
	var s shell.Sidebar
	for _, n := range []struct{ screen, text, badge string }{
		{"today", "Today", "4"},
		{"people", "People", "11"},
		{"calendar", "Calendar", ""},
		{"plans", "Plans", ""},
		{"checklists", "Checklists", "3"},
		{"library", "Library", ""},
		{"insights", "Insights", ""},
		{"reports", "Reports", "1"},
	} {
		s.Main = append(s.Main, shell.NavEntry{Route: shell.Route{Screen: n.screen}, Text: n.text, Badge: n.badge, Icon: n.screen})
	}
	s.Heading = "Relationships"
	for i, n := range []string{"Amina Yusuf", "Иван Петров", "Leadership circle", "Chen Wei ⇄ me", "Sara Okafor", "Tomasz Zieliński", "Lena Brandt", "A name that is much too long for the sidebar"} {
		badge := ""
		if i < 2 {
			badge = []string{"2", "!"}[i]
		}
		s.List = append(s.List, shell.NavEntry{Route: shell.Route{Screen: "relationship", ID: core.ID{15: byte(i + 1)}}, Text: n, Badge: badge})
	}
	s.Bottom = []shell.NavEntry{{Route: shell.Route{Screen: "settings"}, Text: "Settings", Icon: "settings"}}
	return s
}

func (w *world) done() string {
	out := strings.Join(w.ran, ", ")
	w.ran = nil
	return out
}

// The gate: what a key does depends on the field that is typed in, the dialog on top, and the reason a
// command is off.
func TestGate(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	w.Press("Ctrl+Z", "Ctrl+Return", "Delete")
	if got := w.done(); got != "undo, finish, delete" {
		t.Errorf("ran %q", got)
	}
	w.page().off = "why.Closed"
	w.Press("Delete")
	if got := w.done(); got != "" || !w.Sees("off delete Closed") {
		t.Errorf("ran %q, says %q", got, kit.Texts(w.Root()))
	}
	w.Canvas().Focus(w.page().field.Focusable())
	w.Type("Amina")
	w.Press("Ctrl+Z")
	if got := w.done(); got != "" || w.page().field.Text() != "" {
		t.Errorf("Ctrl+Z in a field ran %q and left %q", got, w.page().field.Text())
	}
	w.Press("Ctrl+N", "Ctrl+Return")
	if got := w.done(); got != "new meeting, finish" {
		t.Errorf("from a field: ran %q", got)
	}
	undo := shell.Chord{Key: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault}
	w.Type("Amina")
	w.Shell.Commands.Press(undo)
	if got := w.done(); got != "" || w.page().field.Text() != "" {
		t.Errorf("a menu would have stolen Ctrl+Z: %q, the field says %q", got, w.page().field.Text())
	}
	w.Shell.Commands.Press(undo)
	w.Press("Ctrl+Z")
	if got := w.done(); got != "undo, undo" {
		t.Errorf("with nothing to undo in the field: ran %q", got)
	}
	d := w.Shell.Dialogs.Show(shell.Dialog{Title: "Form", Content: kit.NewTextArea("Note", "", 3, nil), Confirm: "Save", Cancel: "Cancel"})
	w.Press("Ctrl+Z", "Ctrl+N", "F5", "Delete", "Alt+Left", "PageDown")
	if got := w.done(); got != "" || w.Root() != d {
		t.Errorf("under a dialog: ran %q, on top %T", got, w.Root())
	}
	w.Press("Escape")
	w.Canvas().Unfocus()
	w.Click("People")
	w.Shell.Go(shell.Route{Screen: "relationship"})
	w.page().off = ""
	w.Press("Delete")
	if got := w.done(); got != "delete" {
		t.Errorf("the new page's command: %q", got)
	}
}

func TestCommandsThatClashAreMistakes(t *testing.T) {
	for name, c := range map[string]shell.Command{
		"same id": {ID: "edit.undo", Title: "x", Run: func() {}}, "same keys": {ID: "x", Title: "x", Keys: "F2 Ctrl+Z", Run: func() {}},
		"no title": {ID: "x", Run: func() {}}, "unknown key": {ID: "x", Title: "x", Keys: "Ctrl+Nope", Run: func() {}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, fyne.NewSize(1280, 800))
			defer func() {
				if recover() == nil {
					t.Error("passes")
				}
			}()
			w.Shell.Commands.Add(c)
		})
	}
}

// What the palette looks in is read while one begins to type, once, and no letter begins it anew.
func TestThePaletteGetsReady(t *testing.T) {
	begun, end, ended := make(chan bool, 9), make(chan bool), make(chan error, 9)
	b := shelltest.New(t, fyne.NewSize(1280, 800), shell.Config{
		Brand: "Mentorbook", Words: words, Open: func(shell.Route) shell.Page { return nil },
		Find: func(string) func(context.Context) (shell.Hits, error) {
			return func(context.Context) (shell.Hits, error) { return shell.Hits{}, nil }
		},
		Ready: func(ctx context.Context) {
			begun <- true
			<-end
			ended <- ctx.Err()
		},
	})
	b.Press("Ctrl+K")
	<-begun
	b.Type("am")
	b.Press("Escape", "Ctrl+K")
	b.Type("a")
	close(end)
	b.Queue.Until(t, "being ready", b.Shell.Runner.Idle)
	if err := <-ended; err != nil || len(begun) > 0 {
		t.Errorf("stopped by %v; begun %d times more", err, len(begun))
	}
}

func TestPalette(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	opened := ""
	w.find = func(_ context.Context, q string) (shell.Hits, error) {
		if q == "broken" {
			return shell.Hits{}, errors.New("the index is broken")
		}
		if strings.HasPrefix("amina", q) {
			return shell.Hits{List: []shell.Hit{{Title: "Amina Yusuf", Caption: "Relationship", Open: func() { opened = "Amina" }}}, Note: "only the newest"}, nil
		}
		return shell.Hits{}, nil
	}
	w.Press("Ctrl+K")
	if !w.Sees("finish") || !w.Sees("Meeting") {
		t.Fatalf("sees %q", kit.Texts(w.Root()))
	}
	w.Shot("palette")
	w.Type("am")
	w.Queue.Until(t, "the search", func() bool { return w.Sees("Amina") })
	if !w.Sees("only the newest") {
		t.Error("nothing tells what was left out")
	}
	w.Shot("palette-newest")
	w.Press("Enter")
	if opened != "Amina" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("opened %q", opened)
	}
	w.Press("Ctrl+K")
	w.Type("meet")
	w.Press("Down", "Up", "Enter")
	if got := w.done(); got != "new meeting" {
		t.Errorf("ran %q", got)
	}
	w.Press("Ctrl+K")
	w.Type("perso")
	w.Press("Enter")
	w.Queue.Until(t, "the search", w.Shell.Runner.Idle)
	if got := w.done(); got != "" || !w.Sees("ReadOnly") {
		t.Errorf("ran %q", got)
	}
	w.Press("Ctrl+K")
	w.Type("broken")
	w.Queue.Until(t, "the error", func() bool { return w.Sees("the index is broken") })
	w.Press("Ctrl+K")
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Ctrl+K does not close the palette")
	}
	w.Press("Ctrl+K", "Escape")
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close the palette")
	}
}

func TestKeySheetAndMenus(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	w.Press("F1")
	for _, want := range []string{"Alt+←", "Ctrl+N", "Ctrl+Enter", "Shift+F10", "group", "in_dialogs palette"} {
		if !w.Sees(want) {
			t.Errorf("the key sheet lacks %s", want)
		}
	}
	w.Shot("keysheet")
	w.Press("Escape")
	w.Click("+ new")
	w.Shot("menu")
	if !w.Sees("Meeting") || !w.Sees("ReadOnly") {
		t.Errorf("the menu is %q", kit.Texts(w.Root()))
	}
	w.Press("Enter")
	if got := w.done(); got != "new meeting" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("ran %q", got)
	}
	w.Click("+ new")
	w.Press("Down", "Enter") // off: it stays open and shows why
	if got := w.done(); got != "" || w.Canvas().Overlays().Top() == nil {
		t.Errorf("ran %q", got)
	}
	w.Press("Escape")
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the menu open")
	}
}

// The keys are shown over a dialog too, by the key that shows them anywhere, and the same key closes them: the dialog is as
// it was, with the focus where it was.
func TestTheKeySheetOpensOverADialog(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	field := kit.NewTextField("Purpose", "", nil)
	d := w.Shell.Dialogs.Show(shell.Dialog{Title: "A form", Content: field, Confirm: "Save", OK: func() bool { return true }, Cancel: "Cancel", First: field.Focusable()})
	w.Type("half a word")
	for _, close := range []string{"Escape", "F1"} {
		w.Press("F1")
		if !w.Sees("Shift+F10") {
			t.Fatal("there are no keys")
		}
		w.Press(close)
		if w.Sees("Shift+F10") || d.Closed() || w.Canvas().Focused() != field.Focusable() || field.Text() != "half a word" {
			t.Fatalf("after %s: dialog closed %v, focus on %T, %q", close, d.Closed(), w.Canvas().Focused(), field.Text())
		}
	}
}

func TestWholeFrame(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 900, Height: 600}} {
		w := newWorld(t, size)
		w.Shot(fmt.Sprintf("frame-today-%v", size.Width))
		w.Shell.Go(shell.Route{Screen: "relationship", ID: core.ID{15: 1}})
		w.Shot(fmt.Sprintf("frame-relationship-%v", size.Width))
		if got := w.Canvas().Content().Size(); got != size {
			t.Errorf("the window became %v", got)
		}
	}
}

// In a narrow window the sidebar shows pictures alone, which say what they are and lead where the texts did.
func TestTheSidebarFolds(t *testing.T) {
	w := newWorld(t, fyne.NewSize(foldsAt, 600))
	entry := func(text string) (found *kit.NavItem) {
		kit.Walk(w.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if n, ok := o.(*kit.NavItem); ok && n.Text() == text {
				found = n
			}
			return true
		})
		return found
	}
	drawn := func(text string) (words, picture bool) {
		for _, o := range test.WidgetRenderer(entry(text)).Objects() {
			switch o.(type) {
			case *kit.Text:
				words = words || o.Visible()
			case *kit.Icon, *kit.Avatar:
				picture = o.Visible()
			}
		}
		return words, picture
	}
	whole := entry("People").Size().Width
	if words, picture := drawn("Amina Yusuf"); !words || picture || !w.Sees("Mentorbook") || entry("People").TipText() != "" {
		t.Errorf("at %v units the window says %q", foldsAt, kit.Texts(w.Root()))
	}
	w.Window.Resize(fyne.NewSize(foldsAt-1, 600))
	w.Shot("folded")
	narrow := entry("People").Size().Width
	if w.Sees("Mentorbook") || w.Sees("RELATIONSHIPS") || narrow > whole/3 {
		t.Errorf("below, it is %v wide, and says %q", narrow, kit.Texts(w.Root()))
	}
	more := sidebar() // somebody new comes while it is narrow
	more.List = append(more.List, shell.NavEntry{Text: "Zoe Marsh", Badge: "2", Route: shell.Route{Screen: "relationship", ID: core.ID{15: 77}}})
	w.Shell.SetSidebar(more)
	for _, text := range []string{"Amina Yusuf", "People", "Settings", "Zoe Marsh"} {
		if words, picture := drawn(text); words || !picture {
			t.Errorf("of %s: words drawn %v, picture %v", text, words, picture)
		}
		if got := entry(text).TipText(); got != text {
			t.Errorf("the picture of %s says %q", text, got)
		}
	}
	w.Click("Amina Yusuf")
	if r := w.Shell.Router.Route(); r.Screen != "relationship" || !entry("Amina Yusuf").Selected() {
		t.Errorf("the picture leads to %v", r)
	}
	w.Press("F5")
	if w.Canvas().Focused() != fyne.Focusable(entry("Amina Yusuf")) {
		t.Errorf("F5 leads to %v", w.Canvas().Focused())
	}
	w.Window.Resize(fyne.NewSize(1280, 800))
	if words, picture := drawn("People"); !words || picture || !w.Sees("Mentorbook") || entry("People").TipText() != "" {
		t.Errorf("wide again, the window says %q", kit.Texts(w.Root()))
	}
}

// A name that the sidebar has no room for is whole in its tooltip.
func TestLongNamesInTheSidebarAreToldWhole(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	found := 0
	kit.Walk(w.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if n, ok := o.(*kit.NavItem); ok {
			found++
			want := ""
			if strings.HasPrefix(n.Text(), "A name that is much too long") {
				want = n.Text()
			}
			if n.TipText() != want {
				t.Errorf("%q: the tooltip says %q", n.Text(), n.TipText())
			}
		}
		return true
	})
	if found < 10 {
		t.Errorf("%d entries", found)
	}
}

// foldsAt is the least width with texts in the sidebar.
const foldsAt = 760

// From any place, Tab goes round everything that can be pressed, and comes back.
func TestEverythingIsReachedByTab(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	seen := map[fyne.Focusable]bool{}
	for range 200 {
		w.Press("Tab")
		f := w.Canvas().Focused()
		if f == nil {
			t.Fatal("the focus got lost")
		}
		if seen[f] {
			break
		}
		seen[f] = true
	}
	want := 0
	kit.Walk(w.Root(), func(o fyne.CanvasObject) bool {
		f, ok := o.(fyne.Focusable)
		if d, off := o.(fyne.Disableable); ok && (!off || !d.Disabled()) {
			want++
			if !seen[f] {
				t.Errorf("%T %q is not reached", o, kit.Texts(o))
			}
		}
		return true
	})
	if len(seen) != want || want < 55 {
		t.Errorf("reached %d of %d", len(seen), want)
	}
	w.Press("F5")
	if item, ok := w.Canvas().Focused().(*kit.NavItem); !ok || item.Text() != "Today" {
		t.Errorf("F5 goes to %T", w.Canvas().Focused())
	}
	w.Press("F6")
	if w.Canvas().Focused() != w.page().field.Focusable() {
		t.Errorf("F6 goes to %T", w.Canvas().Focused())
	}
}

func TestRelabel(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	p := w.page()
	w.Shell.Relabel()
	if w.page() != p || p.refreshed != 1 {
		t.Errorf("refreshed %d times", p.refreshed)
	}
}

// What a dialog says as it closes is still to be read when it has gone.
// A page that makes its widgets anew, and one that somebody comes back to, has the focus where it was.
