package checklists

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// giver is the dialog that gives a template to one or many.
type giver struct {
	page   *Page
	offer  forms.Offering
	typed  string // in the search
	all    []Given
	shown  []Given
	chosen map[planner.Given]bool
	list   *kit.List
	count  *kit.Text
	on     *kit.DateField
	form   *forms.Form
	open   *shell.Open
	search *kit.SearchField
}

// giveRow is a row of the dialog.
type giveRow struct {
	check         *kit.Tick
	name, caption *kit.Text
	box           *fyne.Container
}

// give opens the dialog for a template.
func (p *Page) give(template core.ID) {
	p.deps.Typing(core.Ref{Kind: core.KindChecklist, ID: template}, DraftGive, func(d forms.Draft) {
		p.deps.Takers(func(places *planner.Places) { p.showGive(template, places, d) })
	})
}

func (p *Page) showGive(template core.ID, places *planner.Places, d forms.Draft) {
	g := &giver{page: p, offer: p.deps.Offer(), all: Takers(places, p.words), chosen: map[planner.Given]bool{}, form: forms.NewForm(p.words), count: kit.NewLine("", kit.Caption())}
	g.find("")
	rows := map[fyne.CanvasObject]*giveRow{}
	g.list = kit.NewList(kit.ListSpec{
		Length: func() int { return len(g.shown) },
		Create: func() fyne.CanvasObject {
			r := &giveRow{check: kit.NewTick(), name: kit.NewLine("", kit.Body()), caption: kit.NewLine("", kit.Caption())}
			r.box = kit.Line(10, kit.Width(18, r.check), kit.Grow(r.name), r.caption)
			rows[r.box] = r
			return r.box
		},
		Update: func(i int, row fyne.CanvasObject) {
			r := rows[row]
			r.name.SetText(g.shown[i].Name)
			r.caption.SetText(g.shown[i].Caption)
			r.check.SetOn(slices.Contains(g.given(), g.shown[i].Given))
		},
		Open: g.flip,
		Key: func(i int, ev *fyne.KeyEvent) bool {
			switch ev.Name {
			case fyne.KeySpace:
				g.flip(i)
			case fyne.KeyUp:
				if i > 0 {
					return false
				}
				kit.FocusIn(g.search)
			case fyne.KeyReturn, fyne.KeyEnter: // gives, as everywhere in a dialog
				if len(g.given()) == 0 {
					g.flip(i) // who is to get it shows before it is given
					break
				}
				g.confirm(template)
			default:
				return false
			}
			return true
		},
	})
	g.search = kit.NewSearchField(g.offer.Hint(p.words, "checklists.find_person"), "", func(text string) {
		g.find(text)
		g.say()
	})
	g.search.OnKey(g.searchKey)
	g.on = forms.Put(g.form, kit.NewDateField(p.t("checklists.start"), p.board.Today, p.board.Today, words.Dates(p.words), nil).Need(), "on", "started")
	forms.HoldAs(g.form, "to", g.given, func(to []planner.Given) {
		clear(g.chosen)
		for _, x := range to {
			g.chosen[x] = true
		}
		g.say()
	})
	every := kit.NewButton(p.t("checklists.choose_all"), kit.Quiet, func() {
		for _, x := range Once(g.shown, p.board.Owner) {
			g.chosen[x.Given] = true
		}
		g.say()
	})
	g.open = forms.Show(p.deps.Dialogs, g.form, d, shell.Dialog{
		Title: p.t("checklists.give_title", "name", g.title(template)), Confirm: p.t("checklists.give_confirm"), Cancel: p.t("window.cancel"),
		Content: kit.Stack(10, g.on, g.search, g.form.Rest(), kit.Tall(260, g.list), kit.Line(8, kit.Grow(g.count), every)),
		First:   g.search.Focusable(), OK: func() bool { return g.confirm(template) }, Width: 520,
	})
	g.say()
}

// searchKey goes on from the field to the first of those whom it has found, as in other choices; Up leads back.
func (g *giver) searchKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyDown || len(g.shown) == 0 {
		return false
	}
	g.list.SetCurrent(0)
	if c := kit.CanvasOf(g.list); c != nil {
		kit.FocusOn(c, g.list)
	}
	return true
}

// find lists who is called as typed, and who is chosen already.
func (g *giver) find(typed string) {
	g.typed = typed
	g.shown = slices.DeleteFunc(Find(g.all, typed), func(x Given) bool {
		return x.Person != g.page.board.Owner && !g.chosen[x.Given] && !g.offer.Names(typed, x.Person, x.Relationship)
	})
}

func (g *giver) title(template core.ID) string {
	for _, t := range g.page.board.Templates {
		if t.ID == template {
			return t.Title
		}
	}
	return ""
}

func (g *giver) flip(i int) {
	key := g.shown[i].Given
	if g.chosen[key] = !g.chosen[key]; !g.chosen[key] {
		delete(g.chosen, key)
	}
	g.form.Clear()
	g.say()
}

// say tells on the button to how many it gives, and why it gives nothing while nobody is chosen.
func (g *giver) say() {
	n, why, confirm := len(g.given()), "", g.page.t("checklists.give_confirm")
	if n == 0 {
		why = g.page.t("checklists.give_whom")
	} else {
		confirm = g.page.t("checklists.give_to", "count", n)
	}
	g.count.SetText(why)
	g.list.Refresh()
	if g.open != nil {
		g.open.SetConfirm(confirm)
		g.open.SetOff(n == 0)
	}
}

// given gives those who are chosen; of nobody that one whom somebody has typed until they were left.
func (g *giver) given() []planner.Given {
	var to []planner.Given
	for _, x := range g.all {
		if g.chosen[x.Given] {
			to = append(to, x.Given)
		}
	}
	if len(to) == 0 && len(g.shown) == 1 && len(g.all) > 1 && g.typed != "" {
		to = append(to, g.shown[0].Given)
	}
	return to
}

func (g *giver) confirm(template core.ID) bool {
	if !forms.Check(g.on) {
		return false
	}
	to := g.given()
	if len(to) == 0 {
		return false
	}
	on, _ := g.on.Value()
	g.page.deps.Give(g.open, g.form, template, on, to)
	return false
}
