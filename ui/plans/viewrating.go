package plans

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// RatingDeps is what the dialog for a level asks of the window.
type RatingDeps struct {
	Words   func() *locale.Words
	Dialogs *shell.Dialogs
	Save    func(o *shell.Open, f *forms.Form, a core.Assessment)
	Delete  func(assessment core.ID)
	Edit    func() // opens the skill itself
	Draft   forms.Draft
}

type ratingEditor struct {
	deps   RatingDeps
	rating *Rating
	places *planner.Places
	fields *forms.Form
	open   *shell.Open

	who      *kit.Select
	level    *levelList
	on       *kit.DateField
	evidence *kit.TextField
	how      *kit.TextField
	told     *fyne.Container // what only a word of somebody else needs
	readers  *picker
}

// ShowRating opens the dialog in which somebody's level is noted.
func ShowRating(r *Rating, p *planner.Places, deps RatingDeps) *shell.Open {
	w := deps.Words()
	e := &ratingEditor{deps: deps, rating: r, places: p, fields: forms.NewForm(w)}
	e.who = kit.NewSelect(w.T("plans.rating.who"), texts(r.Who), 0, e.chooseWho)
	e.level = newLevelList(w.T("plans.rating.level"), r.Levels, r.Start, func() { e.open.ByEnter() })
	e.on = kit.NewDateField(w.T("plans.rating.on"), r.Today, r.Today, words.Dates(w), nil).Need()
	e.evidence = kit.NewTextArea(w.T("plans.rating.evidence"), "", 2, nil)
	e.how = kit.NewTextField(w.T("plans.how"), w.T("plans.how_hint"), nil)
	e.told = kit.Stack(6, e.how, kit.NewText(w.T("plans.typed_for_hint"), kit.Caption()))
	e.readers = newPicker(w.T("plans.readers"), w.T("plans.reader_add"), e.sayReaders)
	e.readers.set(mayRead(p, r.Skill.Person, r.Skill.Relationships), without(r.Skill.Readers.Readers, p.Owner))
	e.sayReaders()
	forms.Put(e.fields, e.level, "level")
	forms.Put(e.fields, e.on, "on")
	forms.Put(e.fields, e.evidence, "evidence")
	forms.Put(e.fields, e.how, "said.words")
	holdChoice(e.fields, "said", e.who, r.Who)
	e.fields.Keep("readers", e.readers)
	e.chooseWho(0)
	e.open = forms.Show(deps.Dialogs, e.fields, deps.Draft, shell.Dialog{
		Title: w.T("plans.rating.title", "skill", r.Skill.Name, "name", r.Whose), Content: kit.Stack(12, e.content(w)...),
		Confirm: w.T("plans.save"), Cancel: w.T("window.cancel"), OK: e.save, First: e.level.Focusable(), Width: 560,
	})
	return e.open
}

func (e *ratingEditor) content(w *locale.Words) []fyne.CanvasObject {
	edit := kit.NewButton(w.T("plans.rating.edit"), kit.Quiet, func() {
		e.open.Close()
		e.deps.Edit()
	})
	out := []fyne.CanvasObject{e.who, e.told, e.level.Container, forms.Two(e.on, kit.NewRuns()), e.evidence, e.readers.box}
	if len(e.rating.Given) > 0 {
		var rows []*kit.Row
		for _, g := range e.rating.Given {
			rows = append(rows, e.givenRow(g, w))
		}
		out = append(out, kit.NewLine(w.T("plans.rating.earlier"), kit.Strong()), kit.Rows(rows...))
	}
	return append(out, kit.Line(0, edit, kit.Spring()), e.fields.Rest())
}

func (e *ratingEditor) givenRow(g Given, w *locale.Words) *kit.Row {
	head := []fyne.CanvasObject{kit.NewText(g.Text, kit.Body())}
	if g.TypedFor != "" {
		head = append(head, kit.NewChip(g.TypedFor, kit.Warn))
	}
	if g.Private {
		head = append(head, kit.NewChip(w.T("chip.private"), kit.Alarm))
	}
	parts := []fyne.CanvasObject{kit.Chips(head...)}
	if g.Evidence != "" {
		parts = append(parts, kit.NewText(g.Evidence, kit.Caption()))
	}
	remove := kit.NewIconButton("trash", kit.Tip{Text: w.T("plans.delete")}, func() {
		e.open.Close()
		e.deps.Delete(g.ID)
	})
	return kit.NewRow(kit.RowSpec{Content: kit.Stack(1, parts...), Trailing: remove})
}

// chooseWho shows what a word of that person needs.
func (e *ratingEditor) chooseWho(i int) {
	e.told.Hidden = pick(e.rating.Who, i).ID == e.rating.Owner
	kit.Relayout(e.told)
}

func (e *ratingEditor) sayReaders() {
	e.readers.say(readLine(e.readers.chosen, e.places, e.deps.Words()))
}

func (e *ratingEditor) save() bool {
	if !forms.Check(e.on) {
		return false
	}
	in := RatingInput{
		By: pick(e.rating.Who, e.who.Chosen()).ID, Level: e.level.chosen, Evidence: e.evidence.Text(), Words: e.how.Text(), Readers: e.readers.chosen,
	}
	in.On, _ = e.on.Value()
	if in.By == e.rating.Owner {
		in.Words = ""
	}
	a, err := in.Assessment(e.rating.Skill, e.rating.Owner)
	if !e.fields.Show(err) {
		return false
	}
	e.deps.Save(e.open, e.fields, a)
	return false
}

// levelList is the levels of a scale in words, of which one is chosen.
type levelList struct {
	*fyne.Container

	rows    []*kit.Row
	signs   []*kit.Text
	chosen  int // from 1; 0: none
	message *kit.Text
}

// newLevelList makes it; enter is what Enter does on the chosen level, and on another one after that is chosen.
func newLevelList(label string, levels []string, chosen int, enter func()) *levelList {
	l := &levelList{chosen: chosen, message: kit.NewText("", kit.CaptionIn(kit.ColorDanger))}
	l.message.Hide()
	for i, text := range levels {
		l.signs = append(l.signs, kit.NewLine("", kit.Body()))
		l.rows = append(l.rows, kit.NewRow(kit.RowSpec{
			Leading: l.signs[i], Content: kit.NewText(text, kit.Body()), Selected: i+1 == chosen, Tap: func() { l.choose(i + 1) },
			Arrived: func() { l.choose(i + 1) }, // arrows choose, as in every list of which one holds: the ring alone was taken for it
			Enter: func() {
				l.choose(i + 1)
				enter()
			},
		}))
	}
	head := kit.NewLine(label, kit.Style{Size: kit.SizeCaption, Color: kit.ColorMuted, Bold: true})
	l.sign()
	l.Container = kit.Stack(2, head, kit.Pad(0, 8, 0, 8, kit.Rows(l.rows...)), l.message)
	return l
}

// sign marks the chosen level.
func (l *levelList) sign() {
	for i, s := range l.signs {
		if i+1 == l.chosen {
			s.SetRuns(kit.Style{Color: kit.ColorAccent}.Run("●"))
		} else {
			s.SetRuns(kit.Style{Color: kit.ColorMuted}.Run("○"))
		}
	}
}

func (l *levelList) choose(n int) {
	l.chosen = n
	for i, r := range l.rows {
		r.SetSelected(i+1 == n)
	}
	l.sign()
	l.SetError("")
}

// Content gives the level that is chosen.
func (l *levelList) Content() string { return strconv.Itoa(l.chosen) }

// PutBack chooses a level again.
func (l *levelList) PutBack(content string) {
	if n, err := strconv.Atoi(content); err == nil && n >= 0 && n <= len(l.rows) {
		l.choose(n)
	}
}

// Focusable gives the row that has the focus when the dialog opens.
func (l *levelList) Focusable() fyne.Focusable { return l.rows[max(l.chosen-1, 0)].Focusable() }

// SetError says what is wrong with the choice.
func (l *levelList) SetError(text string) {
	l.message.SetText(text)
	l.message.Hidden = text == ""
	kit.Relayout(l.Container)
}
