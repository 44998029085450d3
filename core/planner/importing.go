package planner

import (
	"context"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
)

// ImportStep is what an import would do with one person of a file.
type ImportStep struct {
	Entry core.ContactEntry
	ID    core.ID           // of the person whom it makes or changes; zero where somebody has to choose
	Match core.Match        // whom they were taken for; Person is nil for somebody new
	Does  core.FieldNames   // fields that would be filled; nil where nothing would change
	Keeps []core.FieldValue // what the file has for fields that hold something else, and stay as they are
}

// ImportPlan is what an import of people would do, before it does anything.
type ImportPlan struct {
	Source   string
	Steps    []ImportStep
	Rejected []core.Rejected
	New      int
	Changed  int
	Same     int
	Open     int // steps that fit several people equally well: they do nothing until somebody has chosen
}

// Open tells whether the step fits several people equally well, or one by an address alone whose name is another.
// Nobody is chosen silently: it does nothing until TakeFor or AsNew says who is meant.
func (s *ImportStep) Open() bool { return s.ID.IsZero() }

// TakeFor says for whom an open step is to be taken: for one of those whom it fits.
func (s *ImportStep) TakeFor(person *core.Person) {
	s.Match.Person, s.Match.Others, s.Match.Unlike, s.ID = person, nil, false, person.ID
	known := *person
	did := known.Merge(&s.Entry.Person)
	s.Does, s.Keeps = core.NamesOf(did.Filled), did.Kept
}

// AsNew says that an open step is none of the people whom it fits, but somebody new.
func (s People) AsNew(step *ImportStep) {
	step.Match, step.ID, step.Does, step.Keeps = core.Match{}, s.e.IDs.NewID(), nil, nil
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
	err = s.e.Store.View(ctx, func(r Reader) error { return forgetKnownNotes(r, batch, known) })
	if err != nil {
		return nil, err
	}
	return s.e.planImport(batch, known), nil
}

// forgetKnownNotes takes from the entries what stands in a note about the same person already, so that a plan
// promises no note that the import would not write.
func forgetKnownNotes(r Reader, batch *core.ContactBatch, known []*core.Person) error {
	matcher := core.NewMatcher(known)
	for i := range batch.Entries {
		entry := &batch.Entries[i]
		if core.CleanLine(entry.Notes) == "" {
			entry.Notes = ""
			continue
		}
		match := matcher.Find(&entry.Person)
		if match.Person == nil || match.Undecided() {
			continue
		}
		there, err := hasNote(r, match.Person.ID, entry)
		if err != nil {
			return err
		}
		if there {
			entry.Notes = ""
		}
	}
	return nil
}

// hasNote tells whether a note about a person says what the entry says, in whichever language its fields are named;
// or all of them together, as Export writes them.
func hasNote(r Reader, person core.ID, entry *core.ContactEntry) (bool, error) {
	notes, err := collect(scan[core.Note](r, Query{Index: NotesAbout, Of: person}))
	return inOne(notes) == entry.Notes || slices.ContainsFunc(notes, func(n *core.Note) bool {
		return n.Text == entry.Notes || slices.Contains(entry.Reworded, n.Text)
	}), err
}

// planImport matches each entry with the people known and with those before it in the file.
func (e *engine) planImport(batch *core.ContactBatch, known []*core.Person) *ImportPlan {
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
		switch {
		case step.Match.Person == nil:
			plan.New++
			first, copied := p, p
			first.Head = core.Head{ID: e.IDs.NewID()}
			step.ID = first.ID
			matcher.Add(&first)
			merged[&first] = &copied
		case step.Match.Undecided():
			plan.Open++
		default:
			step.ID = step.Match.Person.ID
			did := merged[step.Match.Person].Merge(&p)
			matcher.Also(step.Match.Person, &p)
			step.Does, step.Keeps = core.NamesOf(did.Filled), did.Kept
			if did.Changed() || entry.Notes != "" {
				plan.Changed++
			} else {
				plan.Same++
			}
		}
		plan.Steps = append(plan.Steps, step)
	}
	return plan
}

// Import carries a plan out, as one step that can be undone. New people are kept; known ones get what they
// lack; what the file says about somebody in words becomes a private note, unless the same note is there. Steps
// that are open do nothing.
func (s People) Import(ctx context.Context, plan *ImportPlan, progress Progress) error {
	steps := slices.DeleteFunc(slices.Clone(plan.Steps), func(t ImportStep) bool { return t.Open() })
	_, err := bulk(ctx, s.e, TitlePeopleImported, sumOf(steps), progress, listed(steps),
		func(u *unit, step ImportStep) error {
			if err := importOne(u, step); err != nil {
				return err
			}
			return s.importNotes(u, step.ID, &step.Entry)
		})
	return err
}

// sumOf counts what an import does, as the preview does: who is new, and who is known and gets something. Who has it all
// already is none of either.
func sumOf(steps []ImportStep) map[string]string {
	fresh, filled := 0, 0
	for _, step := range steps {
		switch {
		case step.Match.Person == nil:
			fresh++
		case len(step.Does) > 0 || core.CleanLine(step.Entry.Notes) != "":
			filled++
		}
	}
	args := map[string]string{"n": strconv.Itoa(fresh)}
	if filled > 0 {
		args["filled"] = strconv.Itoa(filled)
	}
	return args
}

// importOne keeps a new person, or fills one who is known: since before, or from a line further up.
func importOne(u *unit, step ImportStep) error {
	from := step.Entry.Person
	if step.Match.Person == nil {
		from.Head = core.Head{ID: step.ID}
		return u.create(&from)
	}
	p, err := load[core.Person](u, step.ID)
	if err != nil {
		return err
	}
	p.Merge(&from)
	return u.put(p)
}

func (s People) importNotes(u *unit, id core.ID, entry *core.ContactEntry) error {
	if core.CleanLine(entry.Notes) == "" {
		return nil
	}
	if there, err := hasNote(u, id, entry); err != nil || there {
		return err
	}
	ws, err := workspaceOf(u)
	if err != nil {
		return err
	}
	return u.put(&core.Note{About: core.Ref{Kind: core.KindPerson, ID: id}, Author: ws.Owner, Text: entry.Notes})
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

// inOne makes one text of all notes about somebody: an address book has one.
func inOne(notes []*core.Note) string {
	texts := make([]string, 0, len(notes))
	for _, n := range notes {
		texts = append(texts, n.Text)
	}
	return strings.Join(texts, "\n\n")
}

// ExportOptions says what is written of people.
type ExportOptions struct {
	// Notes has all that is noted about each go along, what is private too: it is for the owner's own address book.
	Notes bool
}

// Export writes all people in the form that the file's name asks for.
func (s People) Export(ctx context.Context, name string, opt ExportOptions, out io.Writer) error {
	if s.e.Contacts == nil {
		return core.Fail(core.CodeInternal, "reason", "nobody wired to write contacts")
	}
	entries, err := view(ctx, s.e, func(r Reader) ([]core.ContactEntry, error) {
		var out []core.ContactEntry
		for p, err := range every[core.Person](r) {
			if err != nil {
				return nil, err
			}
			entry := core.ContactEntry{Person: *p}
			if opt.Notes {
				notes, err := collect(scan[core.Note](r, Query{Index: NotesAbout, Of: p.ID}))
				if err != nil {
					return nil, err
				}
				entry.Notes = inOne(notes)
			}
			out = append(out, entry)
		}
		return out, nil
	})
	if err != nil {
		return err
	}
	return s.e.Contacts.Write(ctx, name, entries, out)
}
