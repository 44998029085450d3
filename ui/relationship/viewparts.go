package relationship

import (
	"errors"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

// partRow is one participant in the form.
type partRow struct {
	who   *kit.Combo // nil for the owner
	owner core.ID
	began core.ID // who stood in it at first; zero for nobody yet
	role  *kit.Select
	first core.Role // that they had at first
	scope string
	until *kit.DateField // nil for who has no last day to give
	stays core.Date      // the last day where there is no field for it
	row   fyne.CanvasObject
}

func (f *relForm) addPart(p Part) {
	w := f.deps.Words
	row := &partRow{scope: p.Scope, began: p.Person, stays: p.Until, first: p.Role}
	var names []string
	for _, role := range roles() {
		names = append(names, locale.Capital(w.Word(role)))
	}
	row.role = kit.NewSelect("", names, slices.Index(roles(), p.Role), func(int) {
		f.chose = row
		f.clearRoles()
	})
	cells := []kit.Cell{{}, {Width: 150}, {Width: 34}}
	if p.Person == f.deps.Owner && !p.Person.IsZero() {
		row.owner = p.Person
		row.row = kit.Cells(8, cells, kit.NewText(w.T("rel.form_you"), kit.Body()), row.role, kit.Stack(0))
	} else {
		row.who = f.whoField(p.Person)
		keys := kit.RowKeys{Remove: func() { f.dropPart(row) }}
		keys.In(row.who, row.role)
		objects := []fyne.CanvasObject{row.who, row.role, keys.Icons("", "", w.T("rel.form_remove"))[0]}
		if Leaves(&f.was, p.Person) {
			row.until = f.untilField(p)
			keys.In(row.until)
			cells, objects = slices.Insert(cells, 2, kit.Cell{Width: 170}), slices.Insert(objects, 2, fyne.CanvasObject(row.until))
		}
		row.row = kit.CellsTop(8, cells, objects...)
	}
	f.parts = append(f.parts, row)
	f.list.Objects = append(f.list.Objects, row.row)
	f.number()
}

// number makes the fields of the last days known under the places that their rows have now.
func (f *relForm) number() {
	f.form.Drop("participants.")
	for i, row := range f.parts {
		if row.until != nil {
			forms.Put(f.form, row.until, untilPath(i))
		}
	}
}

// untilPath is how core names the last day of the participant in a row.
func untilPath(row int) string { return "participants." + strconv.Itoa(row+1) + ".until" }

// staying gives a part the last day that was kept of it.
func (f *relForm) staying(p Part) Part {
	if was, ok := f.was.Participant(p.Person); ok {
		p.Until = was.Until
	}
	return p
}

// untilField makes the field for a participant's last day. What it is for stands in it while it is empty, and below it else.
func (f *relForm) untilField(p Part) *kit.DateField {
	w, dates := f.deps.Words, words.Dates(f.deps.Words)
	dates.Hint = w.T("rel.form_until_hint")
	var d *kit.DateField
	hint := func(v core.Date) {
		if v.IsZero() {
			d.SetHint("")
			return
		}
		d.SetHint(w.T("rel.form_until"))
	}
	d = kit.NewDateField("", p.Until, f.deps.Today, dates, hint).Rule(func(v core.Date) string {
		since, _ := f.since.Value()
		return Early(w, &f.was, p.Person, since, v)
	})
	hint(p.Until)
	return d
}

// typedPart is a participant as it stands in the form, whole or half typed.
type typedPart struct {
	Owner core.ID `json:"owner,omitzero"` // of the workspace; everybody else is found by typing
	Who   string  `json:"who,omitempty"`
	Role  int     `json:"role"`
	Scope string  `json:"scope,omitempty"`
	Began core.ID `json:"began,omitzero"`
	Until string  `json:"until,omitempty"`
}

func (f *relForm) typedParts() []typedPart {
	out := make([]typedPart, len(f.parts))
	for i, row := range f.parts {
		out[i] = typedPart{Owner: row.owner, Role: row.role.Chosen(), Scope: row.scope, Began: row.began}
		if row.who != nil {
			out[i].Who = row.who.Content()
		}
		if row.until != nil {
			out[i].Until = row.until.Content()
		}
	}
	return out
}

func (f *relForm) retypeParts(typed []typedPart) {
	f.parts, f.list.Objects = nil, nil
	for _, p := range typed {
		part := Part{Person: p.Owner, Role: roles()[min(max(p.Role, 0), len(roles())-1)], Scope: p.Scope}
		if part.Person.IsZero() {
			part.Person = p.Began
		}
		f.addPart(f.staying(part))
		row := f.parts[len(f.parts)-1]
		if row.who != nil {
			row.who.PutBack(p.Who)
		}
		if row.until != nil {
			row.until.PutBack(p.Until)
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
	f.number()
	f.clearRoles()
	if left := min(i, len(f.parts)-1); left >= 0 { // not to a field that has gone
		kit.FocusIn(f.parts[left].row)
	}
}

// freshKey stands for somebody who is not among the people yet.
const freshKey = "new"

// whoField finds people by what is typed, and offers the typed name as a new one, which stands below the field once it was taken.
func (f *relForm) whoField(id core.ID) *kit.Combo {
	w := f.deps.Words
	var c *kit.Combo
	c = kit.NewCombo("", f.deps.Offer.Hint(w, "rel.form_who"), func(text string) []kit.ComboItem {
		out := findPeople(f.deps.People, text, f.deps.Owner, f.deps.Offer)
		if name := core.CleanLine(text); name != "" {
			out = append(out, kit.ComboItem{Key: freshKey, Text: name, Caption: w.T("rel.form_fresh")})
		}
		return out
	}, func(item kit.ComboItem) {
		if item.Key == freshKey {
			c.SetHint(w.T("rel.form_fresh"))
		} else {
			c.SetHint("")
		}
		if !slices.Equal(f.told, f.named()) { // a name that is left is taken as it was read
			f.clearRoles()
		}
	})
	for _, p := range f.deps.People {
		if p.ID == id && !id.IsZero() {
			c.SetValue(kit.ComboItem{Key: p.ID.String(), Text: p.Name})
		}
	}
	return c
}

// findPeople gives those whose name, or else organisation, begins as typed, but not one who is there already. Where that is
// nobody, a name may be nearly what was typed.
func findPeople(people []*core.Person, text string, but core.ID, offer forms.Offering) []kit.ComboItem {
	others := slices.DeleteFunc(slices.Clone(people), func(p *core.Person) bool { return p.ID == but || p.Archived || !offer.Names(text, p.ID) })
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
		out = append(out, kit.ComboItem{Key: p.ID.String(), Text: p.Name, Caption: caption(people, p)})
	}
	return out
}

// caption says where somebody works and, of several of a name, what else tells them apart.
func caption(people []*core.Person, p *core.Person) string {
	apart := core.ApartFrom(people, p)
	if apart == "" || apart == p.Organisation {
		return p.Organisation
	}
	if p.Organisation == "" {
		return apart
	}
	return p.Organisation + core.ApartBy + apart
}

// dates gives the fields whose dates may not be ones.
func (f *relForm) dates() []forms.Checked {
	out := []forms.Checked{f.since}
	for _, row := range f.parts {
		if row.until != nil {
			out = append(out, row.until)
		}
	}
	return out
}

// refused puts those back whom the form took out of a group, where one of them has something in it: what is wrong then stands
// under the last day that can be given instead.
func (f *relForm) refused(err error) error {
	var at *core.Error
	if !errors.As(err, &at) || at.Code != core.CodeInUse || at.Field != "participants" {
		return err
	}
	for _, was := range f.was.Participants {
		if Leaves(&f.was, was.Person) && !f.shows(was.Person) {
			f.addPart(Part{Person: was.Person, Role: was.Role, Scope: was.Scope, Until: was.Until})
		}
	}
	f.inOrder()
	for i, row := range f.parts {
		if row.until != nil && row.began.String() == at.Args["person"] {
			told := *at
			told.Field = untilPath(i)
			return &told
		}
	}
	return err
}

// inOrder puts the rows of those who are participants in their kept order, before those who are new.
func (f *relForm) inOrder() {
	place := func(row *partRow) int {
		i := slices.IndexFunc(f.was.Participants, func(p core.Participant) bool { return p.Person == row.began })
		if i < 0 {
			return len(f.was.Participants)
		}
		return i
	}
	slices.SortStableFunc(f.parts, func(a, b *partRow) int { return place(a) - place(b) })
	f.list.Objects = nil
	for _, row := range f.parts {
		f.list.Objects = append(f.list.Objects, row.row)
	}
	f.number()
	f.list.Refresh()
	kit.Relayout(f.list)
}

// shows tells whether somebody stands in a row.
func (f *relForm) shows(person core.ID) bool {
	return slices.ContainsFunc(f.parts, func(row *partRow) bool {
		if row.who == nil {
			return row.owner == person
		}
		v, _ := row.who.Value()
		return v.Key == person.String()
	})
}
