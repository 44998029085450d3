package core_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mentorbook/core"
)

func TestChecklistValidate(t *testing.T) {
	refuses(t, aChecklist, []string{"archived"},
		texts("title", core.MaxLine, true, false, func(c *core.Checklist) *string { return &c.Title }),
		texts("purpose", core.MaxText, false, true, func(c *core.Checklist) *string { return &c.Purpose }),
		texts("items.1.text", core.MaxLine, true, false, func(c *core.Checklist) *string { return &c.Items[0].Text }),
		choices("items.2.owner", func(c *core.Checklist) *core.Role { return &c.Items[1].Owner }, "", core.RoleMentor, core.RoleMentee, core.RoleBoth),
		figures("items.3.after", 0, 3650, func(c *core.Checklist) *int { return &c.Items[2].After }),
		names("items.4.id", func(c *core.Checklist) *core.ID { return &c.Items[3].ID }),
		[]row[core.Checklist]{
			{"no lines", func(c *core.Checklist) { c.Items = nil }, "required items", ""},
			{"too many lines", func(c *core.Checklist) { c.Items = many(c.Items[0]) }, "too_many items; duplicate items", ""},
			{"one line twice", func(c *core.Checklist) { c.Items[1].ID = c.Items[0].ID }, "duplicate items", ""},
			{"nothing", func(c *core.Checklist) { *c = core.Checklist{} }, "required title; required items", ""},
		},
	)
}

func TestRunValidate(t *testing.T) {
	refuses(t, aRun, []string{"checklist", "items.owner"},
		texts("title", core.MaxLine, true, false, func(r *core.Run) *string { return &r.Title }),
		names("person", func(r *core.Run) *core.ID { return &r.Person }),
		dates("started", true, func(r *core.Run) *core.Date { return &r.Started }),
		texts("items.2.text", core.MaxLine, true, false, func(r *core.Run) *string { return &r.Items[1].Text }),
		names("items.2.id", func(r *core.Run) *core.ID { return &r.Items[1].ID }),
		dates("items.1.due", false, func(r *core.Run) *core.Date { return &r.Items[0].Due }),
		dates("items.1.done", false, func(r *core.Run) *core.Date { return &r.Items[0].Done }),
		links("relationships", true, func(r *core.Run) *[]core.ID { return &r.Relationships }),
		links("visibility.readers", true, func(r *core.Run) *[]core.ID { return &r.Readers.Readers }),
		[]row[core.Run]{
			{"no lines", func(r *core.Run) { r.Items = nil }, "required items", ""},
			{"too many lines", func(r *core.Run) { r.Items = many(r.Items[0]) }, "too_many items; duplicate items", ""},
			{"one line twice", func(r *core.Run) { r.Items[1].ID = r.Items[0].ID }, "duplicate items", ""},
			{"nothing", func(r *core.Run) { *r = core.Run{} }, "required title; required person; bad_date started; required items", ""},
		},
	)
}

func TestStart(t *testing.T) {
	on := day("2026-01-31")
	other := relationship(core.FormatCollective, 2, owner, boris, amina)
	for _, c := range []struct {
		name   string
		person core.ID
		rel    *core.Relationship
		mentor core.ID // who gets the mentor's lines
	}{
		{"a mentee", amina, relationship(core.FormatIndividual, 1, owner, amina), owner},
		{"a mentee of two", amina, other, owner},
		{"one of two mentors", owner, other, boris},
		{"the only mentor", owner, relationship(core.FormatGroup, 1, owner, amina, boris), owner},
		{"alone", amina, nil, amina},
	} {
		run := aChecklist().Start(id(7), c.person, c.rel, on, counter(70))
		want := []core.RunItem{
			{ID: id(70), Text: "Say what you expect", Owner: c.mentor},
			{ID: id(71), Text: "Write three goals", Owner: c.person, Due: day("2026-02-07")},
			{ID: id(72), Text: "Agree on a rhythm", Owner: c.person, Due: day("2026-02-14")},
			{ID: id(73), Text: "Read the handbook", Owner: c.person, Due: day("2026-03-02")},
		}
		if d := cmp.Diff(want, run.Items); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if err := run.Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if run.ID != id(7) || run.Checklist != id(1400) || run.Person != c.person || run.Started != on || run.Title != "The first month" {
			t.Errorf("%s: %+v", c.name, run)
		}
		if (c.rel == nil) != (len(run.Relationships) == 0) || c.rel != nil && run.Relationships[0] != c.rel.ID {
			t.Errorf("%s: %v", c.name, run.Relationships)
		}
		if !run.Readers.Private() {
			t.Errorf("%s: a new run is nobody else's before somebody says so", c.name)
		}
	}
	template := aChecklist()
	run := template.Start(id(7), amina, nil, on, counter(70))
	run.Items[0].Text = "changed"
	if d := cmp.Diff(aChecklist(), template, cmpopts.EquateEmpty()); d != "" {
		t.Error("a run changes its template:", d)
	}
}

func TestRunStates(t *testing.T) {
	r := aRun() // one of two done
	if r.Done() != 1 || !r.Open() {
		t.Error(r.Done(), r.Open())
	}
	for on, want := range map[string]int{"2026-03-15": 0, "2026-03-16": 0, "2026-03-17": 1, "2027-01-01": 1} {
		if got := r.Late(day(on)); got != want {
			t.Errorf("on %s, %d are late", on, got)
		}
	}
	r.Items[1].Due = core.Date{}
	if r.Late(day("2027-01-01")) != 0 {
		t.Error("late without a day")
	}
	r.Items[1].Done = day("2026-05-01")
	if r.Done() != 2 || r.Open() {
		t.Error("all is done")
	}
}

// An item goes where it is sent, says what is typed, and stays done; what is gone changes nothing.
func TestRunItemsAreChanged(t *testing.T) {
	id := func(b byte) core.ID { return core.ID{b} }
	run := func() *core.Run {
		return &core.Run{Items: []core.RunItem{{ID: id(1), Text: "a", Done: core.NewDate(2026, 11, 1)}, {ID: id(2), Text: "b"}, {ID: id(3), Text: "c"}}}
	}
	for _, c := range []struct {
		name string
		do   func(*core.Run)
		want string
	}{
		{"down", func(r *core.Run) { r.MoveItem(id(1), 1) }, "bac"},
		{"to the end", func(r *core.Run) { r.MoveItem(id(1), 2) }, "bca"},
		{"beyond the end", func(r *core.Run) { r.MoveItem(id(1), 9) }, "bca"},
		{"up", func(r *core.Run) { r.MoveItem(id(3), 1) }, "acb"},
		{"above the first", func(r *core.Run) { r.MoveItem(id(2), -1) }, "bac"},
		{"one that is gone", func(r *core.Run) { r.MoveItem(id(9), 0) }, "abc"},
		{"out", func(r *core.Run) { r.RemoveItem(id(2)) }, "ac"},
		{"out, one that is gone", func(r *core.Run) { r.RemoveItem(id(9)) }, "abc"},
		{"other words", func(r *core.Run) { r.PutItem(core.RunItem{ID: id(1), Text: "x"}) }, "xbc"},
		{"a new one", func(r *core.Run) { r.PutItem(core.RunItem{Text: "x"}) }, "abcx"},
	} {
		r := run()
		c.do(r)
		got := ""
		for _, item := range r.Items {
			got += item.Text
			if done := item.ID == id(1); done == item.Done.IsZero() {
				t.Errorf("%s: %q is done: %v", c.name, item.Text, item.Done)
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, not %s", c.name, got, c.want)
		}
	}
}
