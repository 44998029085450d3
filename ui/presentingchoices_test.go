package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// While others look at the screen, no dialog names anybody whom the page is not about: neither as it opens nor in what there is
// to choose from, until their name is typed.
func TestPresentingDialogsNameNobodyElse(t *testing.T) {
	for lang, role := range map[core.Language]core.Role{core.English: core.RoleMentor, core.Russian: core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Language: lang, Role: role})
		all, known := everyPlace(h), newCrowd(h)
		met := walkChoices(h, all, nil, func(string) {})
		if met < 20 {
			t.Fatalf("only %d dialogs open", met)
		}
		h.Run("presenting")
		said := map[string]bool{}
		walkChoices(h, all, known.initials(), func(what string) {
			for _, text := range known.strangersIn(h, h.Root()) {
				if line := what + " names " + text; !said[line] {
					said[line] = true
					t.Errorf("%s-%s: on %v %s", lang, role, h.Shell.Router.Route(), line)
				}
			}
		})
	}
}

// walkChoices opens each dialog that a command leads to, in a few places of each kind, and each choice in it; it tells how many
// dialogs there were.
func walkChoices(h *uitest.House, all []shell.Route, letters []string, judge func(what string)) (met int) {
	h.T.Helper()
	seen := map[string]int{}
	for _, r := range all {
		if kind := r.Screen + "/" + r.Tab; r.Screen != "people" && seen[kind] > 0 || seen[kind] > 2 {
			continue
		}
		seen[r.Screen+"/"+r.Tab]++
		h.Go(r)
		for _, c := range h.Shell.Commands.All() {
			if !strings.HasSuffix(h.Shell.Commands.Title(c), "…") || h.Shell.Commands.WhyNot(c.ID) != "" {
				continue
			}
			h.Run(c.ID)
			if _, ok := h.Canvas().Overlays().Top().(*shell.Open); ok {
				met++
				judge(c.ID)
				openChoices(h, letters, func() { judge(c.ID + ", a choice") })
			}
			for n := 0; len(h.Canvas().Overlays().List()) > 0 && n < 9; n++ {
				h.Keys("Escape")
			}
			if h.Shell.Router.Route() != r {
				h.Go(r)
			}
		}
	}
	return met
}

// openChoices opens each choice of the dialog on top, and types the first letter of each name into those that find names.
func openChoices(h *uitest.House, letters []string, judge func()) {
	var choices []interface{ Open() }
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		switch c := o.(type) {
		case *kit.Combo:
			if c.Text() == "" {
				choices = append(choices, c)
			}
		case *kit.Select:
			choices = append(choices, c)
		}
		return true
	})
	for _, c := range choices {
		c.Open()
		h.Settle()
		judge()
		if _, over := h.Canvas().Overlays().Top().(*kit.Popover); over {
			h.Keys("Escape")
		}
		field, ok := c.(*kit.Combo)
		for i := 0; ok && i < len(letters); i++ {
			field.Type(letters[i])
			h.Settle()
			judge()
			field.SetValue(kit.ComboItem{})
		}
	}
}

// initials gives the letters that people's names begin with.
func (c *crowd) initials() (out []string) {
	for _, p := range c.people {
		if first := string([]rune(p.Name)[:1]); !slices.Contains(out, first) {
			out = append(out, first)
		}
	}
	return out
}

// A name that is typed while others look finds whom it is of, in each choice of people and relationships.
func TestPresentingFindsWhoIsTyped(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	amina := h.Relationship("Amina Yusuf").ID
	h.Go(shell.Route{Screen: "today"})
	h.Run("presenting")
	for _, c := range []struct{ command, typed, name string }{
		{"meeting.new", "tom", "Tomasz Zieliński"}, {"relationship.new", "tom", "Tomasz Zieliński"}, {"question.new", "tom", "Tomasz Zieliński"},
	} {
		h.Run(c.command)
		var field *kit.Combo
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if found, ok := o.(*kit.Combo); ok && field == nil {
				field = found
			}
			return true
		})
		if field == nil || field.Text() != "" {
			t.Fatalf("%s: no empty field for a name", c.command)
		}
		h.Canvas().Focus(field.Focusable())
		h.Type(c.typed[:2])
		h.Lacks(c.name)
		h.Type(c.typed[2:])
		h.Wants(c.name)
		h.Keys("Escape", "Escape", "Escape")
		if h.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s: stays open", c.command)
		}
	}
	h.Go(shell.Route{Screen: "checklists", Tab: "templates"})
	h.Tap(h.Words.T("checklists.give"))
	h.Lacks("Tomasz", "Amina")
	h.Type("amin")
	h.Wants("Amina Yusuf")
	h.Keys("Escape", "Escape")

	h.Go(shell.Route{Screen: "relationship", ID: amina})
	h.Run("question.new")
	h.Wants("Amina Yusuf")
	h.Keys("Escape")
}

// What is named in Reports follows whom the report is about, also where that was changed while others look.
func TestPresentingReportsNameWhomTheyAreAbout(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Amina Yusuf").ID})
	choice := func() (whom *kit.Select) {
		kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if s, ok := o.(*kit.Select); ok && whom == nil {
				whom = s
			}
			return whom == nil
		})
		return whom
	}
	names := func() string {
		choice().Open()
		h.Settle()
		out := strings.Join(kit.Texts(h.Root()), "\n")
		h.Keys("Escape")
		return out
	}
	if all := names(); !strings.Contains(all, "Amina Yusuf") || !strings.Contains(all, "Tomasz Zieliński") {
		t.Fatalf("the choice is of %q", all)
	}
	h.Run("presenting")
	if all := names(); !strings.Contains(all, "Amina Yusuf") || strings.Contains(all, "Tomasz") {
		t.Errorf("while others look the choice is of %q", all)
	}
	choice().Choose((choice().Chosen() + 1) % 3)
	h.Settle()
	if all := names(); strings.Contains(all, "Amina") || len(newCrowd(h).strangers(h)) > 0 {
		t.Errorf("after another was chosen it is of %q", all)
	}
	h.Run("presenting")
	if all := names(); !strings.Contains(all, "Amina Yusuf") || !strings.Contains(all, "Tomasz Zieliński") {
		t.Errorf("afterwards it is of %q", all)
	}
}
