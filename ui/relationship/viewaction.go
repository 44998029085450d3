package relationship

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

// ActionEdit is what the form of a promise needs to know.
type ActionEdit struct {
	Action   *core.Action
	Today    core.Date
	Owner    core.ID            // of the workspace
	Who      []core.ID          // who may keep it
	Names    map[core.ID]string // of all but the owner
	Promised core.Date          // the day of the meeting in which it was promised; zero: in none
	Within   []planner.Place    // to which it may belong; none: it stays where it is
	Change   func(ctx context.Context, within []core.ID, edit func(*core.Action) error) error
}

// ShowAction opens the form of a promise: what, who and until when.
func ShowAction(d DialogDeps, e ActionEdit) {
	w, form := d.Words, forms.NewForm(d.Words)
	title := forms.Put(form, kit.NewTextField(w.Label("title"), "", nil), "title")
	title.SetText(e.Action.Title)
	who := e.Who
	if !slices.Contains(who, e.Action.Owner) {
		who = append(slices.Clone(who), e.Action.Owner)
	}
	var names []string
	for _, id := range who {
		name := e.Names[id]
		if id == e.Owner {
			name = w.T("rel.form_you")
		}
		names = append(names, name)
	}
	readers := kit.NewText("", kit.Caption())
	at := &actionPlace{edit: &e, owner: e.Action.Owner, tell: func(v core.Visibility) { readers.SetText(w.Readers(v, e.Names)) }}
	owner := forms.Put(form, kit.NewSelect(w.Label("owner"), names, slices.Index(who, e.Action.Owner), func(i int) { at.ownedBy(who[i]) }), "owner", "person")
	due := forms.Put(form, kit.NewDateField(w.Label("due"), e.Action.Due, e.Today, words.DueDates(w), nil), "due")
	content := []fyne.CanvasObject{title, kit.Columns(380, []float32{1, 1}, owner, due)}
	if place := at.field(w); len(e.Within) > 0 {
		content = append(content, forms.Put(form, place, "relationship", "relationships"))
	}
	d.show(small{
		title: w.T("rel.action_edit_title"), confirm: w.T("rel.form_save"), title2: planner.TitleActionChanged, form: form, first: title.Focusable(),
		content: append(content, promisedIn(w, e.Promised), readers),
		check: func() bool {
			if core.CleanLine(title.Text()) == "" {
				return form.Show(core.FailField(core.CodeRequired, "title"))
			}
			_, ok := due.Value()
			return ok || forms.Check(due)
		},
		do: func(ctx context.Context) error {
			day, _ := due.Value()
			return e.Change(ctx, at.within(), func(a *core.Action) error {
				a.Title, a.Owner, a.Due = core.CleanLine(title.Text()), who[max(owner.Chosen(), 0)], day
				return nil
			})
		},
	})
}

// promisedIn says in which meeting it was promised, which is so wherever it belongs.
func promisedIn(w *locale.Words, on core.Date) fyne.CanvasObject {
	text := kit.NewText("", kit.Caption())
	if text.Hidden = on.IsZero(); !text.Hidden {
		text.SetText(w.T("rel.action_promised", "date", w.Date(on)))
	}
	return text
}

// RunStart is what starting a checklist needs to know.
type RunStart struct {
	Templates []*core.Checklist
	Today     core.Date
	Who       []core.ID // who may get it, the most likely first
	Names     map[core.ID]string
	Start     func(ctx context.Context, template, person core.ID, on core.Date) error
}

// ShowStartRun opens the dialog that gives somebody of a relationship a checklist.
func ShowStartRun(d DialogDeps, s RunStart) {
	w, form := d.Words, forms.NewForm(d.Words)
	var titles, names []string
	for _, t := range s.Templates {
		titles = append(titles, t.Title)
	}
	for _, id := range s.Who {
		name := s.Names[id]
		if name == "" {
			name = w.T("rel.form_you")
		}
		names = append(names, name)
	}
	var template *kit.Select
	about := func(i int) { template.SetHint(s.Templates[i].Purpose) }
	template = forms.Put(form, kit.NewSelect(w.Label("checklist"), titles, 0, about), "checklist", "title")
	about(0)
	person := forms.Put(form, kit.NewSelect(w.Label("person"), names, 0, nil), "person")
	on := forms.Put(form, kit.NewDateField(w.Label("started"), s.Today, s.Today, words.Dates(w), nil).Need(), "started", "on")
	d.show(small{
		title: w.T("rel.start_run_title"), confirm: w.T("rel.form_begin"), title2: planner.TitleRunStarted, form: form, first: template.Focusable(),
		content: []fyne.CanvasObject{template, kit.Columns(380, []float32{1, 1}, person, on)},
		check: func() bool {
			_, ok := on.Value()
			return ok || forms.Check(on)
		},
		do: func(ctx context.Context) error {
			day, _ := on.Value()
			return s.Start(ctx, s.Templates[max(template.Chosen(), 0)].ID, s.Who[max(person.Chosen(), 0)], day)
		},
	})
}

// QuestionEdit is what the form of a question needs to know.
type QuestionEdit struct {
	Question *core.Question
	Within   []planner.Place // to whom it may be put
	Change   func(ctx context.Context, text string, within core.ID) error
}

// ShowQuestion opens the form of a question: its text, and whom it is put to while it waits.
func ShowQuestion(d DialogDeps, e QuestionEdit) {
	w, form := d.Words, forms.NewForm(d.Words)
	text := forms.Put(form, kit.NewTextArea(w.Label("question"), "", 4, nil), "text")
	text.SetText(e.Question.Text)
	within, names := []core.ID{{}}, []string{w.T("mentee.for_nobody")}
	for _, r := range e.Within {
		within, names = append(within, r.ID), append(names, r.Name)
	}
	whom := forms.Put(form, kit.NewSelect(w.T("capture.who"), names, max(slices.Index(within, e.Question.Relationship), 0), nil), "relationship")
	content := []fyne.CanvasObject{text}
	if e.Question.Waiting() {
		content = append(content, whom)
	}
	d.show(small{
		title: w.T("rel.question_edit"), confirm: w.T("rel.form_save"), title2: planner.TitleQuestionChanged, form: form, first: text.Focusable(),
		content: content,
		check: func() bool {
			return core.CleanLine(text.Text()) != "" || form.Show(core.FailField(core.CodeRequired, "text"))
		},
		do: func(ctx context.Context) error {
			if !e.Question.Waiting() {
				return e.Change(ctx, text.Text(), e.Question.Relationship)
			}
			return e.Change(ctx, text.Text(), within[max(whom.Chosen(), 0)])
		},
	})
}
