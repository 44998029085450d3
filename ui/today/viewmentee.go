package today

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

// MenteeDeps is what the mentee's day asks of the window.
type MenteeDeps struct {
	Words      func() *locale.Words
	Presenting func() bool
	Load       func(done func(*planner.MenteeDay))
	Asked      func(line string) string                         // what a typed line asks; "" for nothing
	Ask        func(rel core.ID, text string, done func(error)) // keeps a question
	Draft      func(owner core.ID, text string)                 // keeps what is being typed
	After      kit.After
	Place      func(question, meeting core.ID)
	Forget     func(question core.ID)
	Question   func(core.ID) // opens a question
	Tick       func(action core.ID)
	Action     func(core.ID) // opens a promise
	ActionMenu func(core.ID) []kit.MenuEntry
	Open       func(relationship core.ID)
	Meeting    func(meeting core.ID) // nil where there is no screen for meetings
	Plan       func(relationship core.ID)
	EditGoal   func(core.ID)
	RateSkill  func(core.ID)
	Release    func(core.Ref)
	NewGoal    func()
	NewSkill   func()
	Needs      NeedDeps
}

// MenteeView is the day of somebody who learns. It keeps what is being typed when it is read anew.
type MenteeView struct {
	deps  MenteeDeps
	words *locale.Words
	field *kit.TextField
	hand  *forms.Handing
	draft *askDraft
	whom  *kit.Select
	rels  []core.ID
	reads []string // who will read a question, by whom it is for
	box   *fyne.Container
}

// NewMenteeView makes the view; Refresh fills it.
func NewMenteeView(deps MenteeDeps) *MenteeView {
	return &MenteeView{deps: deps, box: kit.Stack(0), draft: newAskDraft(deps.After, deps.Draft)}
}

// Object gives what is to be seen.
func (v *MenteeView) Object() fyne.CanvasObject { return v.box }

// Field gives the one for questions; nil before the day is read.
func (v *MenteeView) Field() fyne.Focusable {
	if v.field == nil {
		return nil
	}
	return v.field.Focusable()
}

func (v *MenteeView) t(key string, args ...any) string { return v.deps.Words().T(key, args...) }

// Refresh reads the day again; what needs the owner comes with t.
func (v *MenteeView) Refresh(t *planner.Today) {
	v.deps.Load(func(d *planner.MenteeDay) {
		if v.words != v.deps.Words() {
			v.words = v.deps.Words()
			v.begin()
		}
		m := NewMenteeModel(t, d, v.deps.Presenting(), v.words)
		v.offer(m.Mentors)
		v.restore(d)
		v.hand.Shown()
		kit.KeepFocus(v.box, func() {
			v.box.Objects = []fyne.CanvasObject{v.draw(m)}
			v.box.Refresh()
			kit.Relayout(v.box)
		})
	})
}

// begin makes the field in which questions are collected.
func (v *MenteeView) begin() {
	v.draft.waits = true
	v.field = kit.NewTextField("", v.t("mentee.ask_hint"), func(string) { v.typed() })
	v.hand = forms.HandOver(v.deps.Words(), v.field, forms.Hand{Keep: v.ask, Draft: v.follow, Empty: v.nothingAsked})
	v.whom = kit.NewSelect("", []string{v.t("mentee.for_nobody")}, 0, func(int) { v.typed() })
	v.rels, v.reads = []core.ID{{}}, []string{v.t("visibility.only_you")}
}

// offer lists whom a question can be for; the first mentor is proposed.
func (v *MenteeView) offer(mentors []Mentor) {
	rels, names, reads := []core.ID{{}}, []string{v.t("mentee.for_nobody")}, []string{v.t("visibility.only_you")}
	for _, m := range mentors {
		rels, names, reads = append(rels, m.Relationship), append(names, m.Name), append(reads, m.Reads)
	}
	chosen := v.rels[max(v.whom.Chosen(), 0)]
	first := len(v.rels) == 1
	v.rels, v.reads = rels, reads
	v.whom.SetOptions(names)
	at := 0
	for i, id := range rels {
		if id == chosen {
			at = i
		}
	}
	if first && len(rels) > 1 {
		at = 1
	}
	v.whom.SetChosen(at)
	v.hint()
}

// hint says who will read the question, before it is asked.
func (v *MenteeView) hint() {
	v.field.SetHint(v.reads[min(max(v.whom.Chosen(), 0), len(v.reads)-1)])
}

// ask puts the question that is typed to whom was chosen.
func (v *MenteeView) ask(text string, done func(error)) bool {
	asked := v.deps.Asked(text)
	if asked == "" {
		v.nothingAsked()
		return false
	}
	v.deps.Ask(v.rels[max(v.whom.Chosen(), 0)], asked, done)
	return true
}

// press is what the button does: it asks, or says what there is to be asked first.
func (v *MenteeView) press() {
	if strings.TrimSpace(v.field.Text()) == "" {
		v.nothingAsked()
		return
	}
	v.hand.Enter()
}

// nothingAsked says that a question has to be typed first.
func (v *MenteeView) nothingAsked() {
	v.field.SetError(v.words.FieldError(core.Problems(core.FailField(core.CodeRequired, "text"))[0]))
	if c := kit.CanvasOf(v.field); c != nil {
		kit.FocusOn(c, v.field.Focusable())
	}
}

func (v *MenteeView) draw(m *MenteeModel) fyne.CanvasObject {
	head := kit.Stack(2, kit.NewText(m.Title, kit.Heading()))
	if m.Subtitle != "" {
		head.Add(kit.NewText(m.Subtitle, kit.Muted()))
	}
	work := []fyne.CanvasObject{head}
	if needs := needsCard(m.Needs, m.More, v.deps.Needs); needs != nil {
		work = append(work, needs)
	}
	return kit.Around(kit.Cards(append(work, v.questions(m))...), kit.Cards(v.mentors(m), v.promises(m)), kit.Cards(v.plan(m)))
}

func (v *MenteeView) questions(m *MenteeModel) fyne.CanvasObject {
	ask := kit.NewButton(v.t("mentee.ask"), kit.Plain, v.press).Writes()
	content := []fyne.CanvasObject{kit.Columns(480, []float32{54, 46}, v.hand.Object(), kit.LineTop(8, kit.Grow(v.whom), ask))}
	var rows []*kit.Row
	for _, q := range m.Questions {
		rows = append(rows, v.question(q))
	}
	waiting := len(rows)
	if waiting == 0 {
		content = append(content, kit.NewText(m.NoQuestions, kit.Muted()))
	}
	for _, x := range m.Placed {
		rows = append(rows, v.placed(x))
	}
	if len(rows) > 0 {
		content = append(content, kit.Rows(rows...))
	}
	return kit.NewCard(v.t("mentee.questions"), count(waiting, v.words), kit.Stack(10, content...))
}

// placed leads to the meeting on whose agenda questions stand.
func (v *MenteeView) placed(x Placed) *kit.Row {
	spec := kit.RowSpec{Content: kit.Stack(1, kit.NewText(x.Text, kit.Body()), kit.NewText(x.Caption, kit.Caption()))}
	if v.deps.Meeting != nil {
		open := func() { v.deps.Meeting(x.Meeting) }
		spec.Tap, spec.Open = open, v.t("rel.open_it")
		spec.Trailing = kit.NewButton(v.t("mentee.agenda"), kit.Plain, open)
	}
	return kit.NewRow(spec)
}

func (v *MenteeView) question(q Question) *kit.Row {
	head := []fyne.CanvasObject{kit.NewText(q.Text, kit.Body())}
	if q.Private {
		head = append(head, kit.NewChip(v.t("chip.private"), kit.Alarm))
	}
	spec := kit.RowSpec{Content: kit.Stack(1, kit.Chips(head...), kit.NewText(q.Caption, kit.Caption()))}
	if !q.Meeting.IsZero() {
		spec.Trailing = kit.NewButton(v.t("mentee.to_agenda"), kit.Plain, func() { v.deps.Place(q.ID, q.Meeting) }).Writes()
	}
	spec.Tap = func() { v.deps.Question(q.ID) }
	spec.Remove = func() { v.deps.Forget(q.ID) }
	spec.Menu = v.menuAt(func() []kit.MenuEntry {
		out := []kit.MenuEntry{{Text: v.t("rel.edit"), Run: func() { v.deps.Question(q.ID) }}}
		if !q.Meeting.IsZero() {
			out = append(out, kit.MenuEntry{Text: v.t("mentee.to_agenda"), Run: func() { v.deps.Place(q.ID, q.Meeting) }})
		}
		return append(out, kit.MenuEntry{Line: true}, kit.MenuEntry{Text: v.t("plans.delete"), Keys: "Delete", Danger: true, Run: func() { v.deps.Forget(q.ID) }})
	})
	return kit.NewRow(spec)
}

func (v *MenteeView) menuAt(entries func() []kit.MenuEntry) func(fyne.Position) {
	return func(at fyne.Position) {
		if c := kit.CanvasOf(v.box); c != nil {
			kit.ShowMenu(c, at, entries())
		}
	}
}

func (v *MenteeView) plan(m *MenteeModel) fyne.CanvasObject {
	var content []fyne.CanvasObject
	if len(m.Goals)+len(m.Skills) == 0 {
		content = append(content, kit.NewText(m.NoPlan, kit.Muted()))
	}
	var goals, skills []*kit.Row
	for _, g := range m.Goals {
		goals = append(goals, v.line(g, core.KindGoal, func() { v.deps.EditGoal(g.ID) }))
	}
	for _, k := range m.Skills {
		skills = append(skills, v.line(k, core.KindSkill, func() { v.deps.RateSkill(k.ID) }))
	}
	if len(goals) > 0 {
		content = append(content, kit.Rows(goals...))
	}
	if len(skills) > 0 {
		content = append(content, kit.Flow(14, 2, kit.NewText(v.t("mentee.skills"), kit.Strong()), v.legend(m)), kit.Rows(skills...))
	}
	content = append(content, kit.Line(8, kit.NewButton(v.t("plans.goal.new"), kit.Plain, v.deps.NewGoal).Writes(),
		kit.NewButton(v.t("plans.skill.new"), kit.Plain, v.deps.NewSkill).Writes(), kit.Spring()))
	hint := ""
	if len(skills) > 0 {
		hint = v.t("mentee.plan_hint")
	}
	return kit.NewCard(v.t("mentee.plan"), hint, kit.Stack(10, content...))
}

// legend says what the ticks of the skills mean; nothing where none has any.
func (v *MenteeView) legend(m *MenteeModel) fyne.CanvasObject {
	out := kit.BarLegend(v.t("rel.baseline"), v.t("rel.now"), v.t("rel.target"))
	if !slices.ContainsFunc(m.Skills, func(l PlanLine) bool { return len(l.Marks) > 0 }) {
		out.Hide()
	}
	return out
}

// line shows a goal, which opens its editor, or a skill, which opens the dialog for its level; both can be let out.
func (v *MenteeView) line(l PlanLine, kind core.Kind, open func()) *kit.Row {
	head := []fyne.CanvasObject{kit.NewText(l.Title, kit.Body())}
	for _, mark := range l.Chips {
		head = append(head, kit.NewChip(mark.Text, kit.ToneKind(mark.Tone)))
	}
	caption := kit.Caption()
	if l.Late {
		caption = kit.CaptionIn(kit.ColorDanger)
	}
	content := []fyne.CanvasObject{kit.Chips(head...)}
	if l.Measured {
		bar := kit.NewBar(l.Part)
		for i, at := range l.Marks {
			if i == 0 {
				bar.SetMarks(kit.Baseline(at))
			} else {
				bar.SetMarks(kit.Baseline(l.Marks[0]), kit.Target(at))
			}
		}
		content = append(content, bar)
	}
	if l.Caption != "" { // an empty line would have its height
		content = append(content, kit.NewText(l.Caption, caption))
	}
	release := kit.NewButton(v.t(words.ReleaseKey(l.Released)), kit.Quiet, func() { v.deps.Release(core.Ref{Kind: kind, ID: l.ID}) }).Writes()
	return kit.NewRow(kit.RowSpec{Content: kit.Stack(4, content...), Trailing: kit.Line(4, kit.NewLine(l.Figure, kit.Strong()), release), Tap: open, Open: v.t("rel.edit")})
}

func (v *MenteeView) mentors(m *MenteeModel) fyne.CanvasObject {
	var rows []*kit.Row
	for _, x := range m.Mentors {
		text := []fyne.CanvasObject{kit.NewText(x.Name, kit.Strong()).Dotted(), kit.NewText(x.Caption, kit.Caption())}
		if x.Agenda != "" {
			text = append(text, kit.NewText(x.Agenda, kit.Caption()))
		}
		spec := kit.RowSpec{Leading: kit.NewAvatar(x.Initials, x.Key), Content: kit.Stack(0, text...), Tap: func() { v.deps.Open(x.Relationship) }, Open: v.t("rel.open_it")}
		switch {
		case x.Meeting.IsZero():
			spec.Trailing = kit.NewButton(v.t("mentee.plan_meeting"), kit.Plain, func() { v.deps.Plan(x.Relationship) }).Writes()
		case v.deps.Meeting != nil:
			spec.Trailing = kit.NewButton(v.t("mentee.agenda"), kit.Plain, func() { v.deps.Meeting(x.Meeting) })
		}
		rows = append(rows, kit.NewRow(spec))
	}
	if len(rows) == 0 {
		return kit.NewCard(v.t("mentee.mentors"), "", kit.NewText(v.t("mentee.no_mentors"), kit.Muted()))
	}
	return kit.NewCard(v.t("mentee.mentors"), count(len(rows), v.words), kit.Rows(rows...))
}

func (v *MenteeView) promises(m *MenteeModel) fyne.CanvasObject {
	var rows []*kit.Row
	for _, p := range m.Promises {
		caption := kit.Caption()
		switch {
		case p.Late:
			caption = kit.CaptionIn(kit.ColorDanger)
		case p.Soon:
			caption = kit.CaptionIn(kit.ColorWarn)
		}
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Leading: kit.NewCheckBox("", false, func(bool) { v.deps.Tick(p.ID) }).Writes(),
			Content: kit.Stack(0, kit.NewText(p.Text, kit.Body()), kit.NewText(p.Caption, caption)),
			Tap:     func() { v.deps.Action(p.ID) }, Menu: v.menuAt(func() []kit.MenuEntry { return v.deps.ActionMenu(p.ID) }),
		}))
	}
	if len(rows) == 0 {
		return kit.NewCard(v.t("mentee.promises"), "", kit.NewText(m.NoPromises, kit.Muted()))
	}
	return kit.NewCard(v.t("mentee.promises"), count(len(rows), v.words), kit.Rows(rows...))
}

// count is the figure at the right of a card's title; "" for none.
func count(n int, w *locale.Words) string {
	if n == 0 {
		return ""
	}
	return w.Number(float64(n))
}
