package planner

import (
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"time"

	"mentorbook/core"
)

// Tables is the import of the history that somebody kept in a spreadsheet.
type Tables struct{ e *engine }

// TableStep is what an import would do with one row.
type TableStep struct {
	ID      core.ID     `json:"id"` // of the record that it makes, or that is here already
	Line    int         `json:"line"`
	Name    string      `json:"name"`              // what the row is called: its title, else whom it names
	Who     string      `json:"who"`               // whom it was taken to be with, or whose it is, by their name here
	When    core.Date   `json:"when,omitzero"`     // of a meeting its day, else when it is due
	Known   bool        `json:"known,omitempty"`   // the record is here already: nothing is done
	Noon    bool        `json:"noon,omitempty"`    // the file gives a day and no time: noon is taken
	Skipped bool        `json:"skipped,omitempty"` // the clock skips the time that the file gives: it comes later
	Makes   []core.Kind `json:"makes,omitempty"`

	owner   core.ID       // whose it is
	within  core.ID       // the relationship that it happens in
	records []core.Record // new ones, ready to be kept, in this order
}

// TablePlan is what an import of a spreadsheet would do, before it does anything.
type TablePlan struct {
	Kind     core.Kind
	Steps    []TableStep
	Rejected []core.Rejected
	Unused   []string // headings whose columns are not read
	DayFirst bool     // dates such as 03/04/2026 are read as 3 April, and nothing in their column proves it
	Decimal  string   // the mark taken to stand before fractions in figures such as 1,500; "" where nothing was guessed
	Made     map[core.Kind]int
	Known    int // rows whose record is here already
}

// Read reads a spreadsheet of meetings, goals or actions, of that file's name, and plans its import. Columns
// name headings by hand, a field's name to its heading.
func (s Tables) Read(ctx context.Context, kind core.Kind, name string, in io.Reader, columns map[string]string) (*TablePlan, error) {
	plan, err := s.read(ctx, kind, in, core.TableOptions{Columns: columns})
	return plan, inFile(err, name)
}

// ReadOnly is Read that reads no columns but those that are named.
func (s Tables) ReadOnly(ctx context.Context, kind core.Kind, name string, in io.Reader, columns map[string]string) (*TablePlan, error) {
	plan, err := s.read(ctx, kind, in, core.TableOptions{Columns: columns, Only: true})
	return plan, inFile(err, name)
}

// Layout tells what the columns of a spreadsheet are taken for, unless they are named.
func (s Tables) Layout(ctx context.Context, kind core.Kind, name string, in io.Reader) (*core.TableLayout, error) {
	if s.e.Tables == nil {
		return nil, core.Fail(core.CodeInternal, "reason", "nobody wired to read tables")
	}
	layout, err := s.e.Tables.Layout(ctx, kind, in, core.TableOptions{})
	return layout, inFile(err, name)
}

// inFile names the file of an error that names none.
func inFile(err error, name string) error {
	var e *core.Error
	if !errors.As(err, &e) || e.Args["path"] != nil {
		return err
	}
	named := *e
	if named.Args = maps.Clone(e.Args); named.Args == nil {
		named.Args = map[string]any{}
	}
	named.Args["path"] = name
	return &named
}

func (s Tables) read(ctx context.Context, kind core.Kind, in io.Reader, o core.TableOptions) (*TablePlan, error) {
	if s.e.Tables == nil {
		return nil, core.Fail(core.CodeInternal, "reason", "nobody wired to read tables")
	}
	today, err := view(ctx, s.e, func(r Reader) (core.Date, error) {
		d, _, err := s.e.today(r)
		return d, err
	})
	if err != nil {
		return nil, err
	}
	o.Today = today
	switch kind {
	case core.KindMeeting:
		batch, err := s.e.Tables.Meetings(ctx, in, o)
		return planTable(ctx, s.e, kind, batch, err, (*tabling).meeting)
	case core.KindGoal:
		batch, err := s.e.Tables.Goals(ctx, in, o)
		return planTable(ctx, s.e, kind, batch, err, (*tabling).goal)
	case core.KindAction:
		batch, err := s.e.Tables.Actions(ctx, in, o)
		return planTable(ctx, s.e, kind, batch, err, (*tabling).action)
	}
	return nil, core.Fail(core.CodeInternal, "reason", "no table of "+string(kind))
}

// planTable turns each row into a step; a row whose people nobody can tell is rejected by name.
func planTable[T any](ctx context.Context, e *engine, kind core.Kind, batch *core.TableBatch[T], err error,
	plan func(*tabling, T) (TableStep, error),
) (*TablePlan, error) {
	if err != nil {
		return nil, err
	}
	return view(ctx, e, func(r Reader) (*TablePlan, error) {
		t, err := e.newTabling(r)
		if err != nil {
			return nil, err
		}
		out := &TablePlan{Kind: kind, Rejected: batch.Rejected, Unused: batch.Unused, DayFirst: batch.DayFirst, Decimal: batch.Decimal, Made: map[core.Kind]int{}}
		for i, row := range batch.Rows {
			if i%1000 == 0 && ctx.Err() != nil {
				return nil, core.Wrap(core.CodeCancelled, ctx.Err())
			}
			step, err := plan(t, row)
			if why, refused := rejection(step, err); refused {
				out.Rejected = append(out.Rejected, why)
				continue
			} else if err != nil {
				return nil, err
			}
			t.bring(&step)
			out.add(step)
		}
		t.settle()
		slices.SortStableFunc(out.Rejected, func(a, b core.Rejected) int { return a.Line - b.Line })
		return out, nil
	})
}

func (p *TablePlan) add(step TableStep) {
	for _, rec := range step.records {
		step.Makes = append(step.Makes, rec.Kind())
		p.Made[rec.Kind()]++
	}
	if step.Known {
		p.Known++
	}
	p.Steps = append(p.Steps, step)
}

// rejection tells a row that can't be taken from a failure of the whole, such as a damaged file.
func rejection(step TableStep, err error) (core.Rejected, bool) {
	var said []error
	for _, e := range core.Problems(err) {
		switch e.Code {
		case core.CodeInternal, core.CodeDamaged, core.CodeFile, core.CodeCancelled:
			return core.Rejected{}, false
		}
		args := []any{"line", step.Line}
		for k, v := range e.Args {
			args = append(args, k, v)
		}
		said = append(said, core.FailField(e.Code, e.Field, args...))
	}
	if said == nil {
		return core.Rejected{}, false
	}
	return core.Rejected{Line: step.Line, Name: core.Excerpt(step.Name), Err: errors.Join(said...)}, true
}

// Import carries a plan out, as one step that can be undone. What has come into the workspace since the plan
// was made, by the same plan, stays as it is.
func (s Tables) Import(ctx context.Context, plan *TablePlan, progress Progress) error {
	titles := map[core.Kind]Title{
		core.KindMeeting: TitleMeetingsImported, core.KindGoal: TitleGoalsImported, core.KindAction: TitleActionsImported,
	}
	steps := slices.DeleteFunc(slices.Clone(plan.Steps), func(t TableStep) bool { return len(t.records) == 0 })
	args := map[string]string{"n": strconv.Itoa(plan.Made[plan.Kind])}
	_, err := bulk(ctx, s.e, titles[plan.Kind], args, progress, listed(steps), importRow)
	return err
}

func importRow(u *unit, step TableStep) error {
	for _, rec := range step.records {
		if _, err := u.Get(core.RefOf(rec)); err == nil {
			continue
		} else if core.CodeOf(err) != core.CodeNotFound {
			return err
		}
		fresh := rec
		if m, ok := rec.(*core.Meeting); ok {
			copied := *m // the plan stays what it was shown as
			if copied.Planned() {
				if _, err := carryFromLast(u, &copied); err != nil {
					return err
				}
			}
			fresh = &copied
		}
		if err := u.create(fresh); err != nil {
			return err
		}
	}
	return nil
}

// made gives a new record its id and the time of its making, so that the other records of the plan can point
// at it.
func (t *tabling) made(rec core.Record) core.ID {
	h := rec.Base()
	h.ID, h.Created = t.e.IDs.NewID(), t.now
	return h.ID
}

// closedAt gives when a meeting that is over was closed: at its end, and not after now.
func (t *tabling) closedAt(m *core.Meeting) (time.Time, error) {
	end, err := m.EndAt()
	if m.Planned() || err != nil {
		return time.Time{}, err
	}
	if end.After(t.now) {
		end = t.now
	}
	return end.UTC(), nil
}
