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
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// FormDeps is what the form of a relationship asks of the window.
type FormDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Today   core.Date
	Owner   core.ID
	People  []*core.Person
	Offer   forms.Offering // whom a choice of people may list
	Save    forms.Saver
	Draft   forms.Draft
	Why     string // says what a new one is begun for; "" for nothing
	Begin   func(ctx context.Context, r core.Relationship, fresh map[int]core.Person) (*core.Relationship, error)
	Change  func(ctx context.Context, id core.ID, fresh map[int]core.Person, edit func(*core.Relationship) error) error
	Begun   func(id core.ID) // after a new one was kept
	Changed func(id core.ID) // after another was
}

// relForm is the dialog with what makes a relationship.
type relForm struct {
	deps FormDeps
	was  core.Relationship
	form *forms.Form
	open *shell.Open

	parts                            []*partRow
	chose                            *partRow // whose role was chosen last; nil for nobody's
	told                             []string // who stood in the rows when something was said of them
	list                             *fyne.Container
	about                            *forms.Complaint
	format, duration, specialisation *kit.Select
	status                           *kit.Select
	cadence, name, purpose           *kit.TextField
	since                            *kit.DateField
}

func roles() []core.Role { return []core.Role{core.RoleMentor, core.RoleMentee, core.RoleBoth} }

// ShowForm opens the form of a relationship: a new one where r has no id.
func ShowForm(deps FormDeps, r core.Relationship, in Input) {
	f := &relForm{deps: deps, was: r, form: forms.NewForm(deps.Words), list: kit.Stack(8)}
	w := deps.Words
	f.about = forms.NewComplaint()
	forms.Put(f.form, f.about, "participants")
	f.choices(in)
	f.fields(in)
	for _, p := range in.Parts {
		f.addPart(p)
	}
	title, confirm := w.T("rel.form_edit", "name", r.Name), w.T("rel.form_save")
	if r.ID.IsZero() {
		title, confirm = w.T("rel.form_new"), w.T("rel.form_begin")
		f.form.New()
	}
	forms.HoldAs(f.form, "participants", f.typedParts, f.retypeParts)
	f.open = forms.Show(deps.Dialogs, f.form, deps.Draft, shell.Dialog{
		Title: title, Content: f.layout(), Confirm: confirm, Cancel: w.T("window.cancel"), OK: f.save, Width: 720, First: f.first(),
	})
}

// first is the person who is still to be named, else the format.
func (f *relForm) first() fyne.Focusable {
	for _, p := range f.parts {
		if p.who != nil {
			if v, _ := p.who.Value(); v.Key == "" {
				return p.who.Focusable()
			}
		}
	}
	return f.format.Focusable()
}

// choose makes a select whose choice is explained in the line below it.
func choose[T comparable](f *relForm, path string, all []T, now T) *kit.Select {
	w := f.deps.Words
	var names []string
	for _, one := range all {
		names = append(names, locale.Capital(w.Word(one)))
	}
	var s *kit.Select
	s = kit.NewSelect(w.Label(path), names, slices.Index(all, now), func(i int) {
		s.SetHint(About(w, all[i]))
		f.clearRoles()
	})
	s.SetHint(About(w, now))
	return forms.Put(f.form, s, path)
}

func (f *relForm) choices(in Input) {
	f.format = choose(f, "format", core.Formats(), in.Format)
	f.duration = choose(f, "duration", core.Durations(), in.Duration)
	f.specialisation = choose(f, "specialisation", core.Specialisations(), in.Specialisation)
	f.status = choose(f, "status", livedStatuses(), in.Status)
	f.status.Hidden = f.was.Status == core.StatusEnded
}

// livedStatuses are those that are chosen; an end has a dialog of its own.
func livedStatuses() []core.Status {
	return []core.Status{core.StatusActive, core.StatusPaused, core.StatusProposed}
}

func (f *relForm) fields(in Input) {
	w := f.deps.Words
	f.cadence = forms.Put(f.form, kit.NewTextField(w.Label("cadence"), w.T("rel.form_cadence"), nil).Whole(), "cadence")
	f.cadence.SetText(in.Cadence)
	f.name = forms.Put(f.form, kit.NewTextField(w.T("rel.form_name"), w.T("rel.form_name_hint"), nil), "name")
	f.name.SetText(in.Name)
	f.purpose = forms.Put(f.form, kit.NewTextArea(w.Label("purpose"), w.T("rel.form_purpose"), 2, nil), "purpose")
	f.purpose.SetText(in.Purpose)
	f.since = forms.Put(f.form, kit.NewDateField(w.Label("since"), in.Since, f.deps.Today, words.Dates(w), func(core.Date) {
		for _, row := range f.parts {
			if row.until != nil {
				row.until.Recheck()
			}
		}
	}), "since")
}

func (f *relForm) layout() fyne.CanvasObject {
	w := f.deps.Words
	more := kit.NewButton(w.T("rel.form_more_people"), kit.Quiet, func() {
		f.addPart(Part{Role: core.RoleMentee})
		f.clearRoles()
		f.list.Refresh()
		kit.Relayout(f.list)
		kit.FocusIn(f.parts[len(f.parts)-1].row) // the name is typed next
	})
	parts := []fyne.CanvasObject{
		kit.NewText(w.Label("participants"), kit.Strong()), f.list, f.about, kit.Line(0, more, kit.Spring()),
		forms.Two(f.format, f.duration), forms.Two(f.specialisation, f.status), forms.Two(f.cadence, f.since), f.name, f.purpose, f.form.Rest(),
	}
	if f.deps.Why != "" {
		parts = slices.Insert(parts, 0, fyne.CanvasObject(kit.NewText(f.deps.Why, kit.Caption())))
	}
	return kit.Stack(10, parts...)
}

// read gives what is typed; ok is false where somebody is not chosen, which stands under their field.
func (f *relForm) read() (in Input, ok bool) {
	in = Input{
		Name: f.name.Text(), Cadence: f.cadence.Text(), Purpose: f.purpose.Text(), Format: core.Formats()[max(f.format.Chosen(), 0)],
		Duration: core.Durations()[max(f.duration.Chosen(), 0)], Specialisation: core.Specialisations()[max(f.specialisation.Chosen(), 0)],
		Status: livedStatuses()[max(f.status.Chosen(), 0)],
	}
	in.Since, ok = f.since.Value()
	for _, row := range f.parts {
		part := Part{Person: row.owner, Role: roles()[max(row.role.Chosen(), 0)], Scope: row.scope, Until: row.stays}
		if row.until != nil {
			day, readable := row.until.Value()
			part.Until, ok = day, ok && readable
		}
		if row.who != nil {
			item, chosen := row.who.Value()
			if !chosen || item.Key == "" {
				row.who.SetError(f.deps.Words.T("rel.form_choose"))
				ok = false
				continue
			}
			if item.Key == freshKey {
				part.Fresh = item.Text
			} else if id, err := core.ParseID(item.Key); err == nil {
				part.Person = id
			}
		}
		in.Parts = append(in.Parts, part)
	}
	return in, ok
}

func (f *relForm) save() bool {
	f.form.Clear()
	f.clearRoles()
	in, ok := f.read()
	if right := forms.Check(f.dates()...); !ok || !right {
		return false
	}
	r := f.was
	fresh, err := in.Write(&r)
	f.told = f.named()
	if !f.form.Show(err) {
		f.showRoles(err)
		return false
	}
	id := r.ID
	title, do := planner.TitleRelationshipChanged, func(ctx context.Context) error {
		return f.deps.Change(ctx, id, fresh, func(kept *core.Relationship) error {
			_, err := in.Write(kept)
			return err
		})
	}
	if id.IsZero() {
		title, do = planner.TitleRelationshipAdded, func(ctx context.Context) error {
			kept, err := f.deps.Begin(ctx, r, fresh)
			if err == nil {
				id = kept.ID
			}
			return err
		}
	}
	f.deps.Save(forms.Saving{Open: f.open, Form: f.form, Title: title, Do: do, Wrong: f.refused, Then: func() {
		done := f.deps.Begun
		if !f.was.ID.IsZero() {
			done = f.deps.Changed
		}
		if done != nil {
			done(id)
		}
	}})
	return false
}
