package plans

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

// wayEditor is the part of the goal editor that says how progress is told: by a figure, or by steps.
type wayEditor struct {
	in     *GoalInput
	today  core.Date
	words  *locale.Words
	fields *forms.Form
	box    *fyne.Container
	body   *fyne.Container

	name, unit, baseline, target, now *kit.TextField
	steps                             []*stepEditor
}

// stepEditor is a row of one milestone.
type stepEditor struct {
	was      MilestoneInput
	title    *kit.TextField
	due      *kit.DateField
	done     *kit.CheckBox
	evidence *kit.TextField
}

func newWayEditor(in *GoalInput, today core.Date, w *locale.Words, fields *forms.Form) *wayEditor {
	e := &wayEditor{in: in, today: today, words: w, fields: fields, body: kit.Stack(10)}
	e.name = kit.NewTextField(w.T("plans.measure.name"), w.T("plans.measure.name_hint"), nil)
	e.unit = kit.NewTextField(w.T("plans.measure.unit"), "", nil)
	e.baseline = kit.NewTextField(w.T("plans.measure.baseline"), "", nil).Whole()
	e.target = kit.NewTextField(w.T("plans.measure.target"), "", nil).Whole()
	e.now = kit.NewTextField(w.T("plans.measure.now"), "", nil).Whole()
	e.setMeasure(in.Measure)
	forms.Put(fields, e.name, "measure.name")
	forms.Put(fields, e.unit, "measure.unit")
	forms.Put(fields, e.baseline, "measure.baseline")
	forms.Put(fields, e.target, "measure.target")
	forms.Put(fields, e.now, "measure.readings")
	for _, m := range in.Milestones {
		e.steps = append(e.steps, e.newStep(m))
	}
	ways := kit.NewSegments([]string{w.T("plans.way.none"), w.T("plans.way.measure"), w.T("plans.way.milestones")}, int(in.Way), func(i int) {
		in.Way = Way(i)
		e.draw()
		switch c := kit.CanvasOf(e.body); {
		case in.Way == ByMilestones:
			e.focus(0)
		case in.Way == ByMeasure && c != nil:
			c.Focus(e.name.Focusable())
		}
	})
	forms.HoldAs(fields, "way", e.typed, func(typed typedWay) {
		e.retype(typed)
		ways.SetCurrent(int(in.Way))
	}, "measure.", "milestones.")
	label := kit.NewLine(w.T("plans.way"), kit.Style{Size: kit.SizeCaption, Color: kit.ColorMuted, Bold: true})
	e.box = kit.Stack(6, label, kit.Line(0, ways, kit.Spring()), e.body)
	e.draw()
	return e
}

// typedWay is the way as it stands in the fields.
type typedWay struct {
	Way     Way          `json:"way"`
	Measure MeasureInput `json:"measure,omitzero"`
	Steps   []typedStep  `json:"steps,omitempty"`
}

// typedStep is a milestone as it stands in its row, whole or half typed.
type typedStep struct {
	Was      MilestoneInput `json:"was"`
	Title    string         `json:"title,omitempty"`
	Due      string         `json:"due,omitempty"`
	Done     bool           `json:"done,omitempty"`
	Evidence string         `json:"evidence,omitempty"`
}

func (e *wayEditor) typed() typedWay {
	out := typedWay{Way: e.in.Way, Measure: e.measure()}
	for _, s := range e.steps {
		out.Steps = append(out.Steps, typedStep{s.was, s.title.Text(), s.due.Content(), s.done.On(), s.evidence.Text()})
	}
	return out
}

func (e *wayEditor) retype(typed typedWay) {
	e.setMeasure(typed.Measure)
	e.steps = nil
	for _, step := range typed.Steps {
		s := e.newStep(step.Was)
		s.title.SetText(step.Title)
		s.due.PutBack(step.Due)
		s.done.SetOn(step.Done)
		s.evidence.SetText(step.Evidence)
		e.steps = append(e.steps, s)
	}
	e.in.Way = min(max(typed.Way, 0), ByMilestones)
	e.draw()
}

func (e *wayEditor) measure() MeasureInput {
	return MeasureInput{e.name.Text(), e.unit.Text(), e.baseline.Text(), e.target.Text(), e.now.Text()}
}

func (e *wayEditor) setMeasure(m MeasureInput) {
	for field, text := range map[*kit.TextField]string{e.name: m.Name, e.unit: m.Unit, e.baseline: m.Baseline, e.target: m.Target, e.now: m.Now} {
		field.SetText(text)
	}
}

func (e *wayEditor) object() fyne.CanvasObject { return e.box }

func (e *wayEditor) draw() {
	switch e.in.Way {
	case ByMeasure:
		e.body.Objects = []fyne.CanvasObject{
			kit.Columns(380, []float32{3, 1}, e.name, e.unit),
			kit.Columns(300, []float32{1, 1, 1}, e.baseline, e.now, e.target),
		}
	case ByMilestones:
		if len(e.steps) == 0 {
			e.steps = append(e.steps, e.newStep(MilestoneInput{}))
		}
		e.drawSteps()
	default:
		e.body.Objects = []fyne.CanvasObject{kit.NewText(e.words.T("plans.way.none_hint"), kit.Caption())}
	}
	e.body.Refresh()
	kit.Relayout(e.body)
}

func (e *wayEditor) newStep(m MilestoneInput) *stepEditor {
	s := &stepEditor{was: m, title: kit.NewTextField("", e.words.T("plans.milestone"), nil)}
	dates := words.DueDates(e.words)
	dates.Hint = e.words.T("plans.goal.due")
	s.due = kit.NewDateField("", m.Due, e.today, dates, nil)
	s.done = kit.NewCheckBox(e.words.T("plans.milestone.done"), m.Done, nil)
	s.evidence = kit.NewTextField("", e.words.T("plans.milestone.evidence"), nil)
	s.title.SetText(m.Title)
	s.evidence.SetText(m.Evidence)
	return s
}

// dueWidth holds the longest date of both languages, "30 сентября 2026 г.", beside the button of the month, in units.
const dueWidth = 200

func (e *wayEditor) drawSteps() {
	e.fields.Drop("milestones")
	var rows []fyne.CanvasObject
	for i, s := range e.steps {
		at := "milestones." + strconv.Itoa(i+1)
		forms.Put(e.fields, s.title, at+".title")
		forms.Put(e.fields, s.due, at+".due")
		forms.Put(e.fields, s.evidence, at+".evidence")
		keys := kit.RowKeys{Up: func() { e.move(i, -1) }, Down: func() { e.move(i, 1) }, Remove: func() { e.remove(i) }}
		keys.In(s.title, s.due, s.evidence)
		s.title.OnSubmit(func(string) { e.next(i) })
		s.due.OnSubmit(func() { e.next(i) })
		s.evidence.OnSubmit(func(string) { e.next(i) })
		side := keys.Icons(e.words.T("plans.up"), e.words.T("plans.down"), e.words.T("plans.milestone.remove"))
		rows = append(rows, kit.Stack(4,
			kit.Lead(200, 6, s.title, kit.LineTop(6, append([]fyne.CanvasObject{kit.Width(dueWidth, s.due)}, side...)...)),
			kit.Line(10, s.done, kit.Grow(s.evidence)),
		))
	}
	add := kit.NewButton(e.words.T("plans.milestone.add"), kit.Plain, e.add)
	e.body.Objects = append(rows, kit.Line(0, add, kit.Spring()))
}

func (e *wayEditor) add() {
	e.steps = append(e.steps, e.newStep(MilestoneInput{}))
	e.draw()
	e.focus(len(e.steps) - 1)
}

// next goes to the step below, a new one behind the last that says something: Enter begins the next line, as in the lines
// of a checklist. Ctrl+Enter keeps the goal.
func (e *wayEditor) next(i int) {
	switch {
	case i+1 < len(e.steps):
		e.focus(i + 1)
	case strings.TrimSpace(e.steps[i].title.Text()) != "":
		e.add()
	}
}

func (e *wayEditor) focus(i int) {
	if c := kit.CanvasOf(e.body); c != nil && i < len(e.steps) {
		c.Focus(e.steps[i].title.Focusable())
	}
}

func (e *wayEditor) move(i, by int) {
	to := i + by
	if to < 0 || to >= len(e.steps) {
		return
	}
	e.steps[i], e.steps[to] = e.steps[to], e.steps[i]
	e.draw()
	e.focus(to)
}

func (e *wayEditor) remove(i int) {
	e.steps = append(e.steps[:i:i], e.steps[i+1:]...)
	e.draw()
	e.focus(max(i-1, 0))
}

// check tells whether all dates can be read.
func (e *wayEditor) check() bool {
	ok := true
	if e.in.Way == ByMilestones {
		for _, s := range e.steps {
			ok = s.due.Check() && ok
		}
	}
	return ok
}

// read takes over what is typed. Rows in which nothing stands go, so that refusals name the rows that are left.
func (e *wayEditor) read() {
	e.in.Measure = e.measure()
	e.in.Milestones = nil
	var kept []*stepEditor
	for _, s := range e.steps {
		m := s.was
		m.Title, m.Done, m.Evidence = s.title.Text(), s.done.On(), s.evidence.Text()
		m.Due, _ = s.due.Value()
		if !m.Done {
			m.DoneOn = core.Date{}
		}
		if !m.Empty() {
			e.in.Milestones, kept = append(e.in.Milestones, m), append(kept, s)
		}
	}
	if e.in.Way == ByMilestones && len(kept) != len(e.steps) {
		e.steps = kept
		e.draw()
	}
}
