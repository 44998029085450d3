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
	Save    forms.Saver
	Draft   forms.Draft
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
	list                             *fyne.Container
	about                            *forms.Complaint
	format, duration, specialisation *kit.Select
	status                           *kit.Select
	cadence, name, purpose           *kit.TextField
	since                            *kit.DateField
}

// partRow is one participant in the form.
type partRow struct {
	who   *kit.Combo // nil for the owner
	owner core.ID
	role  *kit.Select
	scope string
	row   fyne.CanvasObject
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
		Title: title, Content: f.layout(), Confirm: confirm, Cancel: w.T("window.cancel"), OK: f.save, Width: 640, First: f.first(),
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
	s = kit.NewSelect(w.Label(path), names, slices.Index(all, now), func(i int) { s.SetHint(About(w, all[i])) })
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
	f.since = forms.Put(f.form, kit.NewDateField(w.Label("since"), in.Since, f.deps.Today, words.Dates(w), nil), "since")
}

func (f *relForm) layout() fyne.CanvasObject {
	w := f.deps.Words
	more := kit.NewButton(w.T("rel.form_more_people"), kit.Quiet, func() {
		f.addPart(Part{Role: core.RoleMentee})
		f.list.Refresh()
		kit.Relayout(f.list)
	})
	return kit.Stack(
		10,
		kit.NewText(w.Label("participants"), kit.Strong()), f.list, f.about, kit.Line(0, more, kit.Spring()),
		forms.Two(f.format, f.duration), forms.Two(f.specialisation, f.status), forms.Two(f.cadence, f.since), f.name, f.purpose, f.form.Rest(),
	)
}

func (f *relForm) addPart(p Part) {
	w := f.deps.Words
	row := &partRow{scope: p.Scope}
	var names []string
	for _, role := range roles() {
		names = append(names, locale.Capital(w.Word(role)))
	}
	row.role = kit.NewSelect("", names, slices.Index(roles(), p.Role), nil)
	cells := []kit.Cell{{}, {Width: 150}, {Width: 34}}
	if p.Person == f.deps.Owner && !p.Person.IsZero() {
		row.owner = p.Person
		row.row = kit.Cells(8, cells, kit.NewText(w.T("rel.form_you"), kit.Body()), row.role, kit.Stack(0))
	} else {
		row.who = f.whoField(p.Person)
		keys := kit.RowKeys{Remove: func() { f.dropPart(row) }}
		keys.In(row.who, row.role)
		row.row = kit.CellsTop(8, cells, row.who, row.role, keys.Icons("", "", w.T("rel.form_remove"))[0])
	}
	f.parts = append(f.parts, row)
	f.list.Objects = append(f.list.Objects, row.row)
}

// typedPart is a participant as it stands in the form, whole or half typed.
type typedPart struct {
	Owner core.ID `json:"owner,omitzero"` // of the workspace; everybody else is found by typing
	Who   string  `json:"who,omitempty"`
	Role  int     `json:"role"`
	Scope string  `json:"scope,omitempty"`
}

func (f *relForm) typedParts() []typedPart {
	out := make([]typedPart, len(f.parts))
	for i, row := range f.parts {
		out[i] = typedPart{Owner: row.owner, Role: row.role.Chosen(), Scope: row.scope}
		if row.who != nil {
			out[i].Who = row.who.Content()
		}
	}
	return out
}

func (f *relForm) retypeParts(typed []typedPart) {
	f.parts, f.list.Objects = nil, nil
	for _, p := range typed {
		f.addPart(Part{Person: p.Owner, Role: roles()[min(max(p.Role, 0), len(roles())-1)], Scope: p.Scope})
		if row := f.parts[len(f.parts)-1]; row.who != nil {
			row.who.PutBack(p.Who)
		}
	}
	f.list.Refresh()
	kit.Relayout(f.list)
}

func (f *relForm) dropPart(row *partRow) {
	i := slices.Index(f.parts, row)
	f.parts = slices.DeleteFunc(f.parts, func(p *partRow) bool { return p == row })
	f.list.Objects = slices.DeleteFunc(f.list.Objects, func(o fyne.CanvasObject) bool { return o == row.row })
	f.list.Refresh()
	kit.Relayout(f.list)
	if left := min(i, len(f.parts)-1); left >= 0 { // not to a field that has gone
		kit.FocusIn(f.parts[left].row)
	}
}

// freshKey stands for somebody who is not among the people yet.
const freshKey = "new"

// whoField finds people by what is typed, and offers the typed name as a new one.
func (f *relForm) whoField(id core.ID) *kit.Combo {
	w := f.deps.Words
	c := kit.NewCombo("", w.T("rel.form_who"), func(text string) []kit.ComboItem {
		out := findPeople(f.deps.People, text, f.deps.Owner)
		if name := core.CleanLine(text); name != "" {
			out = append(out, kit.ComboItem{Key: freshKey, Text: name, Caption: w.T("rel.form_fresh")})
		}
		return out
	}, nil)
	for _, p := range f.deps.People {
		if p.ID == id && !id.IsZero() {
			c.SetValue(kit.ComboItem{Key: p.ID.String(), Text: p.Name})
		}
	}
	return c
}

// findPeople gives those whose name, or else organisation, begins as typed, but not one who is there already. Where that is
// nobody, a name may be nearly what was typed.
func findPeople(people []*core.Person, text string, but core.ID) []kit.ComboItem {
	others := slices.DeleteFunc(slices.Clone(people), func(p *core.Person) bool { return p.ID == but || p.Archived })
	name := func(p *core.Person) []string { return []string{p.Name} }
	at := func(p *core.Person) bool {
		return locale.NameBegins(p.Organisation, text) && !locale.NameBegins(p.Name, text)
	}
	found := locale.Named(others, text, name)
	if i := slices.IndexFunc(others, at); i >= 0 {
		found = slices.DeleteFunc(found, func(p *core.Person) bool { return !locale.NameBegins(p.Name, text) })
		for _, p := range others[i:] {
			if at(p) {
				found = append(found, p)
			}
		}
	}
	var out []kit.ComboItem
	for _, p := range found[:min(len(found), 20)] {
		out = append(out, kit.ComboItem{Key: p.ID.String(), Text: p.Name, Caption: p.Organisation})
	}
	return out
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
		part := Part{Person: row.owner, Role: roles()[max(row.role.Chosen(), 0)], Scope: row.scope}
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
	in, ok := f.read()
	if !ok {
		forms.Check(f.since)
		return false
	}
	r := f.was
	fresh, err := in.Write(&r)
	if !f.form.Show(err) {
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
	f.deps.Save(forms.Saving{Open: f.open, Form: f.form, Title: title, Do: do, Then: func() {
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
