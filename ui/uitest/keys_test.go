package uitest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Whoever goes anywhere by keys alone is somewhere, reaches all that can be pressed or typed into by Tab, comes back by
// Shift+Tab, and is caught nowhere.
func TestKeysReachEveryPlace(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role, Size: fyne.NewSize(900, 600)})
		h.Press("F5") // keys are in use
		for name, to := range routes(h) {
			t.Run(string(role)+"/"+name, func(t *testing.T) {
				h.Go(to)
				if f := h.Canvas().Focused(); f == nil || !shown(h, f) {
					t.Fatalf("after the change of screen %T has the focus", f)
				}
				walkRound(t, h)
			})
		}
	}
}

func shown(h *uitest.House, f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	return ok && kit.Contains(h.Canvas().Content(), o)
}

// walkRound presses Tab until the focus is where it was, and then Shift+Tab until it is so again.
func walkRound(t *testing.T, h *uitest.House) {
	t.Helper()
	all := kit.Focusables(h.Canvas().Content())
	var ways [2][]fyne.Focusable
	for i, key := range []string{"Tab", "Shift+Tab"} {
		start := h.Canvas().Focused()
		round := map[fyne.Focusable]bool{}
		for range 2 * len(all) {
			round[h.Canvas().Focused()] = true
			ways[i] = append(ways[i], h.Canvas().Focused())
			if tab, ok := h.Canvas().Focused().(fyne.Tabbable); ok && tab.AcceptsTab() {
				t.Fatalf("%s keeps Tab to itself", said(h.Canvas().Focused()))
			}
			h.Press(key)
			if h.Canvas().Focused() == start {
				break
			}
		}
		if h.Canvas().Focused() != start {
			t.Fatalf("%s never comes back to %s", key, said(start))
		}
		for _, f := range all {
			if !round[f] {
				t.Errorf("%s does not reach %s", key, said(f))
			}
			delete(round, f)
		}
		for f := range round {
			t.Errorf("%s reaches %s, which is not known to the window", key, said(f))
		}
	}
	back := ways[1]
	slices.Reverse(back[1:]) // both begin at the same place
	for i, f := range ways[0] {
		if i < len(back) && back[i] != f {
			t.Fatalf("the way back does not lead over %s, but over %s", said(f), said(back[i]))
		}
	}
	for _, o := range unreachable(h.Canvas().Content()) {
		t.Errorf("no key reaches %s", o)
	}
}

// unreachable lists what can be pressed by the pointer and neither takes the focus nor is part of what does.
func unreachable(root fyne.CanvasObject) []string {
	var out []string
	var visit func(o fyne.CanvasObject, reached bool)
	visit = func(o fyne.CanvasObject, reached bool) {
		if o == nil || !o.Visible() {
			return
		}
		_, takes := o.(fyne.Focusable)
		if w, ok := o.(interface{ Focusable() fyne.Focusable }); ok && kit.WholeOf(w.Focusable()) == o {
			takes = true
		}
		reached = reached || takes
		if side, ok := o.(*kit.SideIcon); ok && side.TipKeys() != "" {
			return // a key in the field beside it does the same
		}
		if _, press := o.(fyne.Tappable); press && !reached && o != root && fmt.Sprintf("%T", o) != "*widget.scrollBarArea" {
			out = append(out, fmt.Sprintf("%T %q", o, kit.Texts(o)))
		}
		if c, ok := o.(*fyne.Container); ok {
			for _, child := range c.Objects {
				visit(child, reached)
			}
		} else if v, ok := o.(fyne.Widget); ok {
			for _, child := range test.WidgetRenderer(v).Objects() {
				visit(child, reached)
			}
		}
	}
	visit(root, false)
	return out
}

func said(f fyne.Focusable) string {
	o := kit.WholeOf(f)
	if o == nil {
		return fmt.Sprintf("%T", f)
	}
	return fmt.Sprintf("%T %.80q", f, strings.Join(kit.Texts(o), " "))
}

// The palette lists nothing twice under one name, wherever one is.
func TestThePaletteNamesEverythingOnce(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		for name, to := range routes(h) {
			h.Go(to)
			met := map[string]bool{}
			for _, title := range h.Shell.Listed() {
				if met[title] {
					t.Errorf("%s at %s: %q stands there twice", lang, name, title)
				}
				met[title] = true
			}
		}
	}
}

// The figure beside People is that of the page.
func TestPeopleAreCountedByOneRule(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	people, err := h.Planner.People.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "people"})
	want := fmt.Sprint(len(people))
	if !h.Sees(want+" people") || !badged(h, "People", want) {
		t.Errorf("there are %s people; the window says %q", want, kit.Texts(h.Canvas().Content())[:12])
	}
}

func badged(h *uitest.House, text, badge string) bool {
	return !kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		n, ok := o.(*kit.NavItem)
		return !ok || n.Text() != text || n.Badge() != badge
	})
}

// The keys of the screens and of their tabs lead to the first thing of use there; back and forward lead to where one
// was.
func TestKeysBeginWhereTheWorkIs(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	focus := func() string { return said(h.Canvas().Focused()) }
	for _, c := range []struct{ keys, first string }{
		{"Ctrl+2", "*kit.List"},
		{"Ctrl+4", "*kit.List"},
		{"Ctrl+5", "*kit.List"},
		{"Ctrl+6", "*kit.selectFace"},
		{"Ctrl+3", "*kit.gridBody"},
		{"Ctrl+1", "*kit.Button \"Open meeting"},
	} {
		h.Keys(c.keys)
		if !strings.HasPrefix(focus(), c.first) {
			t.Errorf("%s leads to %s, not to %s", c.keys, focus(), c.first)
		}
	}
	h.Keys("Ctrl+2", "Down", "Down", "Tab")
	was := focus()
	h.Keys("Ctrl+5", "Alt+Left")
	if focus() != was {
		t.Errorf("back, the focus is on %s, and was on %s", focus(), was)
	}
	h.Keys("Alt+Right")
	if !strings.HasPrefix(focus(), "*kit.List") {
		t.Errorf("forward, the focus is on %s", focus())
	}
}

// A tab that is turned to by its key begins at its first thing; the arrows leave the focus on the tabs.
func TestKeysOfTabs(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rels, err := h.Planner.Relationships.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "relationship", ID: rels[0].ID})
	for _, key := range []string{"Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+7", "Alt+1"} {
		h.Keys(key)
		if f := h.Canvas().Focused(); f == nil || !shown(h, f) {
			t.Errorf("after %s %T has the focus", key, f)
		}
	}
	h.Canvas().Focus(h.Shell.Router.Page().Header().Tabs.Focusable())
	h.Keys("Right", "Right")
	if got := said(h.Canvas().Focused()); !strings.HasPrefix(got, "*kit.tabItem \"Plan") {
		t.Errorf("after the arrows %s has the focus", got)
	}
}

// What is made anew after a step by key keeps the keys where they were.
func TestKeysStayWhereTheyWereAfterAStep(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	var box fyne.Focusable
	for _, f := range kit.Focusables(h.Canvas().Content()) {
		if b, ok := f.(*kit.CheckBox); ok {
			box = b
			break
		}
	}
	if box == nil {
		t.Fatal("there is nothing to tick")
	}
	h.Canvas().Focus(box)
	h.Keys("Space")
	if f := h.Canvas().Focused(); f == nil || f == box || !shown(h, f) {
		t.Errorf("after a tick %T has the focus", f)
	}
}

// The key sheet is taller than a small window: whoever uses keys alone reads all of it.
func TestTheKeySheetIsReadByKeys(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	h.Keys("F1")
	at := func() (y float32) {
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if s, ok := o.(*kit.Scroll); ok {
				y = s.At()
			}
			return true
		})
		return y
	}
	before := at()
	for _, step := range []struct {
		key  string
		down bool
	}{{"Down", true}, {"PageDown", true}, {"Up", false}, {"PageUp", false}, {"End", true}, {"Home", false}} {
		h.Keys(step.key)
		if now := at(); (now > before) != step.down || now == before {
			t.Errorf("%s went from %v to %v", step.key, before, now)
		}
		before = at()
	}
	if before != 0 {
		t.Errorf("the sheet begins at %v", before)
	}
}

// The keys of the screens count as their lines on the sidebar do, without a gap.
func TestTheKeysOfScreensFollowTheSidebar(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Settle()
	n := 0
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		item, ok := o.(*kit.NavItem)
		if !ok {
			return true
		}
		n++
		if n > 6 {
			return false
		}
		h.Keys(fmt.Sprint("Ctrl+", n))
		if !item.Selected() {
			t.Errorf("Ctrl+%d does not lead to %q", n, kit.Texts(item))
		}
		return true
	})
	if n < 6 {
		t.Errorf("the sidebar has %d lines", n)
	}
}

// Where the focus is on the tabs it stands on the one on show, also when a key of its own turned to it.
func TestTheFocusGoesWithTheTab(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina").ID})
	tabs := func() (found *kit.Tabs) {
		kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if t, ok := o.(*kit.Tabs); ok {
				found = t
			}
			return true
		})
		return found
	}
	h.Canvas().Focus(tabs().Focusable())
	for i := range 7 {
		h.Keys(fmt.Sprint("Alt+", i+1))
		if now := tabs(); now.Current() != i || h.Canvas().Focused() != now.Focusable() {
			t.Errorf("Alt+%d: tab %d, and %s has the focus", i+1, now.Current(), said(h.Canvas().Focused()))
		}
	}
}
