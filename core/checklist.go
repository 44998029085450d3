package core

import "slices"

// Checklist is a template: things to do, who does them, and how many days after the start.
type Checklist struct {
	Head
	Title    string         `json:"title"`
	Purpose  string         `json:"purpose,omitempty"`
	Items    []TemplateItem `json:"items"`
	Archived bool           `json:"archived,omitempty"`
}

// TemplateItem is one line of a template.
type TemplateItem struct {
	ID    ID     `json:"id"`
	Text  string `json:"text"`
	Owner Role   `json:"owner,omitempty"` // which side does it; RoleBoth is either
	After int    `json:"after,omitempty"` // days after the start; 0 has no date
}

// Run is a template given to a person: its items with owners and dates of their own, free to change.
type Run struct {
	Head
	Checklist     ID         `json:"checklist,omitzero"`
	Title         string     `json:"title"`
	Person        ID         `json:"person"`
	Relationships []ID       `json:"relationships,omitempty"`
	Started       Date       `json:"started"`
	Items         []RunItem  `json:"items"`
	Readers       Visibility `json:"visibility,omitzero"`
}

// RunItem is one line of a run.
type RunItem struct {
	ID    ID     `json:"id"`
	Text  string `json:"text"`
	Owner ID     `json:"owner,omitzero"`
	Due   Date   `json:"due,omitzero"`
	Done  Date   `json:"done,omitzero"` // zero: not yet
}

// Kind is KindChecklist.
func (*Checklist) Kind() Kind { return KindChecklist }

// Validate checks the fields; a checklist has at least one line.
func (c *Checklist) Validate() error {
	var p problems
	p.name("title", c.Title, MaxLine)
	p.long("purpose", c.Purpose)
	if len(c.Items) == 0 {
		p.add(CodeRequired, "items")
	}
	p.count("items", len(c.Items))
	ids := make([]ID, len(c.Items))
	for i, item := range c.Items {
		ids[i] = item.ID
		p.required(at("items", i)+".id", item.ID)
		p.name(at("items", i)+".text", item.Text, MaxLine)
		choice(&p, at("items", i)+".owner", item.Owner, "", RoleMentor, RoleMentee, RoleBoth)
		p.between(at("items", i)+".after", item.After, 0, 3650)
	}
	p.unique("items", ids)
	return p.err()
}

// Start makes a run of the template for a person. Items of the mentor's side go to the relationship's first
// other mentor, all others to the person; without a relationship all are the person's.
func (c *Checklist) Start(id ID, person ID, rel *Relationship, on Date, newID func() ID) *Run {
	run := &Run{Head: Head{ID: id}, Checklist: c.ID, Title: c.Title, Person: person, Started: on}
	mentor := person
	if rel != nil {
		run.Relationships = []ID{rel.ID}
		for _, m := range rel.Mentors() {
			if m != person {
				mentor = m
				break
			}
		}
	}
	for _, t := range c.Items {
		item := RunItem{ID: newID(), Text: t.Text, Owner: person}
		if t.Owner == RoleMentor {
			item.Owner = mentor
		}
		if t.After > 0 {
			item.Due = on.AddDays(t.After)
		}
		run.Items = append(run.Items, item)
	}
	return run
}

// Kind is KindRun.
func (*Run) Kind() Kind { return KindRun }

// Done counts the items that are done.
func (r *Run) Done() int {
	n := 0
	for _, item := range r.Items {
		if !item.Done.IsZero() {
			n++
		}
	}
	return n
}

// Open tells whether anything is left to do.
func (r *Run) Open() bool { return r.Done() < len(r.Items) }

// item gives where an item stands; -1 where it is gone.
func (r *Run) item(id ID) int {
	return slices.IndexFunc(r.Items, func(i RunItem) bool { return i.ID == id })
}

// PutItem has an item say what that with its id says now, or come last where there is none. What is done stays so: an item
// is ticked by itself.
func (r *Run) PutItem(item RunItem) {
	if i := r.item(item.ID); i >= 0 {
		item.Done = r.Items[i].Done
		r.Items[i] = item
		return
	}
	r.Items = append(r.Items, item)
}

// MoveItem moves an item to a place among the others, counted from 0; one beyond the ends is the end. What is gone moves
// nowhere.
func (r *Run) MoveItem(id ID, to int) {
	i := r.item(id)
	if i < 0 {
		return
	}
	item := r.Items[i]
	rest := slices.Delete(slices.Clone(r.Items), i, i+1)
	r.Items = slices.Insert(rest, max(min(to, len(rest)), 0), item)
}

// RemoveItem takes an item out; one that is gone is out already.
func (r *Run) RemoveItem(id ID) {
	r.Items = slices.DeleteFunc(slices.Clone(r.Items), func(i RunItem) bool { return i.ID == id })
}

// Late counts the items past their day.
func (r *Run) Late(today Date) int {
	n := 0
	for _, item := range r.Items {
		if item.Done.IsZero() && !item.Due.IsZero() && item.Due.Before(today) {
			n++
		}
	}
	return n
}

// Validate checks the fields.
func (r *Run) Validate() error {
	var p problems
	p.name("title", r.Title, MaxLine)
	p.required("person", r.Person)
	if !r.Started.Valid() {
		p.add(CodeBadDate, "started", "value", r.Started.String())
	}
	if len(r.Items) == 0 {
		p.add(CodeRequired, "items")
	}
	p.count("items", len(r.Items))
	ids := make([]ID, len(r.Items))
	for i, item := range r.Items {
		ids[i] = item.ID
		p.required(at("items", i)+".id", item.ID)
		p.name(at("items", i)+".text", item.Text, MaxLine)
		p.date(at("items", i)+".due", item.Due)
		p.date(at("items", i)+".done", item.Done)
	}
	p.unique("items", ids)
	p.links("relationships", r.Relationships)
	p.note("visibility", r.Readers.validate())
	return p.err()
}
