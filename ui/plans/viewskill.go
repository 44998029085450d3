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

// The least and the most levels of a scale.
const (
	minLevels = 2
	maxLevels = 10
)

// SkillDeps is what the skill editor asks of the window.
type SkillDeps struct {
	Words    func() *locale.Words
	Dialogs  *shell.Dialogs
	Save     func(o *shell.Open, f *forms.Form, edit func(*core.Skill) error)
	Delete   func()
	Rate     func()
	Draft    forms.Draft
	Release  func()
	Released bool // it is let out to somebody
}

type skillEditor struct {
	deps   SkillDeps
	places *planner.Places
	in     SkillInput
	isNew  bool
	fields *forms.Form
	open   *shell.Open

	name    *kit.TextField
	levels  []*kit.TextField
	scale   *fyne.Container
	target  *kit.Select
	sharing *sharing
}

// ShowSkill opens the skill editor. A skill without an id is new.
func ShowSkill(k *core.Skill, p *planner.Places, deps SkillDeps) *shell.Open {
	w := deps.Words()
	e := &skillEditor{deps: deps, places: p, in: NewSkillInput(k, p.Owner, w), isNew: k.ID.IsZero(), fields: forms.NewForm(w)}
	e.build(w)
	title := w.T("plans.skill.edit")
	if e.isNew {
		title = w.T("plans.skill.title_new")
		e.fields.New()
	}
	e.open = forms.Show(deps.Dialogs, e.fields, deps.Draft, shell.Dialog{
		Title: title, Content: kit.Stack(12, e.content(w)...), Confirm: w.T("plans.save"), Cancel: w.T("window.cancel"),
		OK: e.save, First: e.name.Focusable(), Width: 560,
	})
	return e.open
}

func (e *skillEditor) build(w *locale.Words) {
	e.sharing = newSharing(e.fields, e.places, w, e.in.Person, e.isNew)
	e.name = kit.NewTextField(w.T("plans.skill.name"), w.T("plans.skill.name_hint"), nil)
	e.name.SetText(e.in.Name)
	for _, level := range e.in.Scale {
		e.levels = append(e.levels, e.newLevel(level))
	}
	e.scale = kit.Stack(5)
	e.target = kit.NewSelect(w.T("plans.skill.target"), nil, e.in.Target, nil)
	e.sharing.set(e.in.Relationships, e.in.Readers)
	forms.Put(e.fields, e.name, "name")
	forms.HoldAs(e.fields, "scale", e.typedLevels, func(levels []string) {
		e.levels = nil
		for _, level := range levels {
			e.levels = append(e.levels, e.newLevel(level))
		}
		e.drawScale(w)
	})
	forms.Put(e.fields, e.target, "target")
	e.drawScale(w)
}

func (e *skillEditor) typedLevels() []string {
	out := make([]string, len(e.levels))
	for i, f := range e.levels {
		out[i] = f.Text()
	}
	return out
}

func (e *skillEditor) newLevel(text string) *kit.TextField {
	f := kit.NewTextField("", e.deps.Words().T("plans.skill.level_hint"), nil)
	f.SetText(text)
	return f
}

func (e *skillEditor) dropLevel(w *locale.Words, i int) {
	e.levels = append(e.levels[:i:i], e.levels[i+1:]...)
	e.drawScale(w)
	e.focusLevel(min(i, len(e.levels)-1))
}

func (e *skillEditor) focusLevel(i int) {
	if c := kit.CanvasOf(e.scale); c != nil {
		c.Focus(e.levels[i].Focusable())
	}
}

// drawScale shows the levels and lets the target be one of them.
func (e *skillEditor) drawScale(w *locale.Words) {
	e.fields.Drop("scale")
	rows := []fyne.CanvasObject{kit.NewLine(w.T("plans.skill.scale"), kit.Style{Size: kit.SizeCaption, Color: kit.ColorMuted, Bold: true})}
	targets := []string{w.T("plans.skill.no_target")}
	for i, f := range e.levels {
		forms.Put(e.fields, f, "scale."+strconv.Itoa(i+1))
		targets = append(targets, w.Number(float64(i+1)))
		line := []fyne.CanvasObject{kit.Width(18, kit.NewLine(w.Number(float64(i+1)), kit.Muted())), kit.Grow(f)}
		var keys kit.RowKeys
		if len(e.levels) > minLevels {
			keys.Remove = func() { e.dropLevel(w, i) }
		}
		keys.In(f)
		rows = append(rows, kit.Line(6, append(line, keys.Icons("", "", w.T("plans.skill.level_remove"))...)...))
	}
	if len(e.levels) < maxLevels {
		rows = append(rows, kit.Line(0, kit.NewButton(w.T("plans.skill.level_add"), kit.Plain, func() {
			e.levels = append(e.levels, e.newLevel(""))
			e.drawScale(w)
			e.focusLevel(len(e.levels) - 1)
		}), kit.Spring()))
	}
	e.scale.Objects = rows
	if e.target.Chosen() >= len(targets) {
		e.target.SetChosen(len(targets) - 1)
	}
	e.target.SetOptions(targets)
	e.scale.Refresh()
	kit.Relayout(e.scale)
}

func (e *skillEditor) content(w *locale.Words) []fyne.CanvasObject {
	out := append(e.sharing.head(), e.name, e.scale, kit.Width(200, e.target), e.sharing.rels.box, e.sharing.readers.box)
	if !e.isNew {
		leave := func(do func()) func() {
			return func() {
				e.open.Close()
				do()
			}
		}
		remove := func() {
			e.fields.Settle()
			leave(e.deps.Delete)()
		}
		out = append(out, kit.Hairline(), kit.Line(8, kit.NewButton(w.T("plans.rate"), kit.Plain, leave(e.deps.Rate)),
			kit.NewButton(w.T(words.ReleaseKey(e.deps.Released)), kit.Plain, e.deps.Release), kit.Spring(), kit.NewButton(w.T("plans.delete"), kit.Danger, remove)))
	}
	return append(out, e.fields.Rest())
}

func (e *skillEditor) save() bool {
	e.in.Name, e.in.Target, e.in.Scale = e.name.Text(), max(e.target.Chosen(), 0), e.typedLevels()
	e.in.Person, e.in.Relationships, e.in.Readers = e.sharing.person, e.sharing.rels.chosen, e.sharing.readers.chosen
	in := e.in
	e.deps.Save(e.open, e.fields, func(k *core.Skill) error {
		in.Write(k, e.places.Owner)
		return nil
	})
	return false
}
