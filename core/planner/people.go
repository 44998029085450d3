package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// People is what can be done with persons.
type People struct{ e *engine }

// Add keeps a new person and gives them with their id. A consent that is still to come is refused: CodeFuture.
func (s People) Add(ctx context.Context, person core.Person) (*core.Person, error) {
	p := person
	p.Head = core.Head{}
	_, err := s.e.do(ctx, TitlePersonAdded, named(p.Name), func(u *unit) error {
		if err := s.consented(u, core.Consent{}, p.Consent); err != nil {
			return err
		}
		return u.put(&p)
	})
	return &p, err
}

// Get gives one person.
func (s People) Get(ctx context.Context, id core.ID) (*core.Person, error) {
	return view(ctx, s.e, func(r Reader) (*core.Person, error) { return load[core.Person](r, id) })
}

// All gives every person, in the order of their making.
func (s People) All(ctx context.Context) ([]*core.Person, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Person, error) { return collect(every[core.Person](r)) })
}

// consented refuses a consent on a day to come, unless that stood there before.
func (s People) consented(u *unit, was, now core.Consent) error {
	if now.On == was.On {
		return nil
	}
	return u.happened("consent.on", now.On)
}

// Change edits a person. A consent that is still to come is refused: CodeFuture.
func (s People) Change(ctx context.Context, id core.ID, edit func(*core.Person) error) error {
	return change(ctx, s.e, TitlePersonChanged, id, func(u *unit, p *core.Person) (string, error) {
		was := *p
		was.Emails = slices.Clone(p.Emails)
		if err := edit(p); err != nil {
			return "", err
		}
		if slices.ContainsFunc(p.Emails, func(email string) bool { return !was.HasEmail(email) }) {
			now := *p
			now.ID = id
			if err := meetOutsiders(u, &now); err != nil {
				return "", err
			}
		}
		return p.Name, s.consented(u, was.Consent, p.Consent)
	})
}

// SetWork sets the hours in which a person works, by day of the week, from Monday. It is what Change can do, by its own name.
func (s People) SetWork(ctx context.Context, id core.ID, work []core.Hours) error {
	return change(ctx, s.e, TitleWorkChanged, id, func(_ *unit, p *core.Person) (string, error) {
		p.Work = work
		return "", nil
	})
}

// change edits one record of any type; the edit gives the name for the step's words.
func change[T any, P record[T]](ctx context.Context, e *engine, title Title, id core.ID, edit func(*unit, P) (string, error)) error {
	return changeWith(ctx, e, title, map[string]string{}, id, edit)
}

// changeWith is change for a step whose words are filled in with more than a name, by the edit.
func changeWith[T any, P record[T]](ctx context.Context, e *engine, title Title, args map[string]string, id core.ID, edit func(*unit, P) (string, error)) error {
	_, err := e.do(ctx, title, args, func(u *unit) error {
		rec, err := load[T, P](u, id)
		if err != nil {
			return err
		}
		was, err := formerOf(rec)
		if err != nil {
			return err
		}
		name, err := edit(u, rec)
		if err != nil {
			return err
		}
		*rec.Base() = was.head // an edit can't take on another record's identity
		args["name"] = name
		return u.replace(was, rec)
	})
	return err
}

func named(name string) map[string]string { return map[string]string{"name": name} }

// Deletion says what deleting something takes along, and what it leaves behind.
type Deletion struct {
	Takes  map[core.Kind]int // records that go
	Leaves map[core.Kind]int // records that stay, with their link to it taken out

	// Standing counts meetings to come that guests have on their calendars. As long as there are any, the
	// deletion is refused: each is to be cancelled, and the cancellation sent, first.
	Standing int
	Held     []Held    // the first of them, earliest first
	Today    core.Date // the owner's, where any is named
	// StillInvited counts meetings to come that go on, and that a person who is deleted keeps on their calendar.
	StillInvited int
}

// DeletionOf says what deleting a person would take along.
func (s People) DeletionOf(ctx context.Context, id core.ID) (Deletion, error) {
	return view(ctx, s.e, func(r Reader) (Deletion, error) {
		d, err := s.e.personDeletion(r, id)
		if err != nil {
			return Deletion{}, err
		}
		return d.summary(r, s.e.now())
	})
}

// Delete removes a person with everything that is theirs, as DeletionOf says. One undo brings all of it back.
// The owner of the workspace can't be deleted: CodeState. Neither can somebody with whom a meeting to come
// stands on calendars: CodeInUse.
func (s People) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitlePersonDeleted, args, func(u *unit) error {
		p, err := load[core.Person](u, id)
		if err != nil {
			return err
		}
		args["name"] = p.Name
		d, err := s.e.personDeletion(u, id)
		if err != nil {
			return err
		}
		if err := u.refuseStanding(d); err != nil {
			return err
		}
		return d.carryOut(u)
	})
	return err
}

// Erase removes a person for good: everything that Delete takes along, the messages that went to them, what was
// being typed about any of it, and every image of it in the journal. It is refused as Delete is, and can't be
// undone. Bytes in the file and in backups are gone once it is
// compacted and they are thinned out.
func (s People) Erase(ctx context.Context, id core.ID) error {
	_, err := s.e.doForGood(ctx, TitlePersonErased, nil, func(u *unit) error {
		d, err := s.e.personDeletion(u, id)
		if err != nil {
			return err
		}
		if err := u.refuseStanding(d); err != nil {
			return err
		}
		if err := d.takeDispatches(u, id); err != nil {
			return err
		}
		if err := d.takeReports(u, id); err != nil {
			return err
		}
		if err := d.carryOut(u); err != nil {
			return err
		}
		refs, err := deletedWith(u, d.takes)
		if err != nil {
			return err
		}
		refs = append(refs, d.all()...)
		for i := range u.changes { // what went keeps no image, not even in the entry of its erasure
			u.changes[i].Before, u.changes[i].After = nil, nil
		}
		if err := forgetPassed(u); err != nil {
			return err
		}
		if err := u.SetMeta(metaUndo, nil); err != nil { // what led here can't be taken back without them
			return err
		}
		if err := u.SetMeta(metaRedo, nil); err != nil {
			return err
		}
		if err := u.DropDrafts(d.takes); err != nil {
			return err
		}
		return u.ScrubJournal(refs)
	})
	return err
}
