package planner

import (
	"context"
	"io"
	"iter"
	"slices"
	"strconv"

	"mentorbook/core"
)

// ImportStep is what an import would do with one person of a file.
type ImportStep struct {
	Entry core.ContactEntry
	Match core.Match      // whom they were taken for; Person is nil for somebody new
	Does  core.FieldNames // fields that would be filled; nil where nothing would change
	Keeps core.FieldNames // fields that hold something else, and stay as they are
}

// ImportPlan is what an import of people would do, before it does anything.
type ImportPlan struct {
	Source   string
	Steps    []ImportStep
	Rejected []core.Rejected
	New      int
	Changed  int
	Same     int
}

// ReadPeople reads a contact file and plans its import.
func (s People) ReadPeople(ctx context.Context, name string, in io.Reader) (*ImportPlan, error) {
	if s.e.Contacts == nil {
		return nil, core.Fail(core.CodeInternal, "reason", "nobody wired to read contacts")
	}
	batch, err := s.e.Contacts.Read(ctx, name, in)
	if err != nil {
		return nil, err
	}
	known, err := s.All(ctx)
	if err != nil {
		return nil, err
	}
	return planImport(batch, known), nil
}

// planImport matches each entry with the people known and with those before it in the file.
func planImport(batch *core.ContactBatch, known []*core.Person) *ImportPlan {
	plan := &ImportPlan{Source: batch.Source, Rejected: batch.Rejected}
	merged := map[*core.Person]*core.Person{}
	for _, p := range known {
		c := *p
		merged[p] = &c
	}
	matcher := core.NewMatcher(known)
	for _, entry := range batch.Entries {
		p := entry.Person
		step := ImportStep{Entry: entry, Match: matcher.Find(&p)}
		if step.Match.Person == nil {
			plan.New++
			first := p
			matcher.Add(&first)
			copied := first
			merged[&first] = &copied
			plan.Steps = append(plan.Steps, step)
			continue
		}
		did := merged[step.Match.Person].Merge(&p)
		step.Does, step.Keeps = core.NamesOf(did.Filled), core.NamesOf(did.Kept)
		if did.Changed() || entry.Notes != "" {
			plan.Changed++
		} else {
			plan.Same++
		}
		plan.Steps = append(plan.Steps, step)
	}
	return plan
}

// Import carries a plan out, as one step that can be undone. New people are kept; known ones get what they
// lack; what the file says about somebody in words becomes a private note, unless the same note is there.
func (s People) Import(ctx context.Context, plan *ImportPlan, progress Progress) error {
	byEntry := map[string]core.ID{}
	_, err := bulk(ctx, s.e, TitlePeopleImported, map[string]string{"n": strconv.Itoa(len(plan.Steps))}, progress, listed(plan.Steps),
		func(u *unit, step ImportStep) error {
			id, err := s.importOne(u, step, byEntry)
			if err != nil {
				return err
			}
			return s.importNotes(u, id, step.Entry.Notes)
		})
	return err
}

func (s People) importOne(u *unit, step ImportStep, byEntry map[string]core.ID) (core.ID, error) {
	from := step.Entry.Person
	if step.Match.Person == nil {
		p := from
		p.Head = core.Head{}
		err := u.put(&p)
		byEntry[entryKey(&from)] = p.ID
		return p.ID, err
	}
	id := step.Match.Person.ID
	if id.IsZero() {
		id = byEntry[entryKey(step.Match.Person)]
	}
	p, err := load[core.Person](u, id)
	if err != nil {
		return id, err
	}
	p.Merge(&from)
	return id, u.put(p)
}

// entryKey tells people of one file apart who have no id yet.
func entryKey(p *core.Person) string { return p.Name + "\x00" + p.Email() }

func (s People) importNotes(u *unit, id core.ID, text string) error {
	if core.CleanLine(text) == "" {
		return nil
	}
	notes, err := collect(scan[core.Note](u, Query{Index: NotesAbout, Of: id}))
	if err != nil {
		return err
	}
	if slices.ContainsFunc(notes, func(n *core.Note) bool { return n.Text == text }) {
		return nil
	}
	ws, err := workspaceOf(u)
	if err != nil {
		return err
	}
	return u.put(&core.Note{About: core.Ref{Kind: core.KindPerson, ID: id}, Author: ws.Owner, Text: text})
}

// listed walks a list.
func listed[T any](items []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, item := range items {
			if !yield(item, nil) {
				return
			}
		}
	}
}

// Export writes all people in the form that the file's name asks for.
func (s People) Export(ctx context.Context, name string, out io.Writer) error {
	if s.e.Contacts == nil {
		return core.Fail(core.CodeInternal, "reason", "nobody wired to write contacts")
	}
	entries, err := view(ctx, s.e, func(r Reader) ([]core.ContactEntry, error) {
		var out []core.ContactEntry
		for p, err := range every[core.Person](r) {
			if err != nil {
				return nil, err
			}
			out = append(out, core.ContactEntry{Person: *p})
		}
		return out, nil
	})
	if err != nil {
		return err
	}
	return s.e.Contacts.Write(ctx, name, entries, out)
}
