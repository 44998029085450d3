package planner

import (
	"context"

	"mentorbook/core"
)

// goneBy gives the journal entry that took a record away last, and the record as it was. It is CodeNothingToUndo where the
// record is there, or nothing is known of it any more.
func goneBy(r Reader, ref core.Ref) (*ChangeSet, core.Record, error) {
	var last *ChangeSet // by its counter: the clock may have been put back
	for cs, err := range r.Journal(JournalQuery{Record: ref, Reverse: true}) {
		if err != nil {
			return nil, nil, err
		}
		if last == nil || cs.Counter > last.Counter {
			last = cs
		}
	}
	if last != nil {
		for _, c := range last.Changes {
			if c.Ref == ref && c.Gone && c.Before != nil {
				rec, err := imageOf(c)
				return last, rec, err
			}
		}
	}
	return nil, nil, core.Fail(core.CodeNothingToUndo)
}

// BringBackRecord brings a record back that went while somebody was typing about it, whether it was deleted or its making
// was undone, with all that went with it. It is BringBack otherwise, with the same errors.
func (s Histories) BringBackRecord(ctx context.Context, ref core.Ref) (*Step, error) {
	cs, err := view(ctx, s.e, func(r Reader) (*ChangeSet, error) {
		cs, _, err := goneBy(r, ref)
		return cs, err
	})
	if err != nil {
		return nil, err
	}
	return s.BringBack(ctx, cs.ID)
}

// Rescue writes a note for the owner alone with words that were typed about a record which is gone: about the first
// relationship or person that the record belonged to and that is still there, else about the owner.
func (s Notes) Rescue(ctx context.Context, gone core.Ref, text string) (*core.Note, error) {
	about, err := view(ctx, s.e, func(r Reader) (core.Ref, error) {
		ws, err := workspaceOf(r)
		if err != nil {
			return core.Ref{}, err
		}
		owner := core.Ref{Kind: core.KindPerson, ID: ws.Owner}
		_, rec, err := goneBy(r, gone)
		if core.CodeOf(err) == core.CodeNothingToUndo {
			return owner, nil
		}
		if err != nil {
			return core.Ref{}, err
		}
		return stillThere(r, rec, owner)
	})
	if err != nil {
		return nil, err
	}
	return s.Write(ctx, core.Note{About: about, Text: text})
}

// stillThere gives the relationship that a record named and that is there, else such a person, else what is given.
func stillThere(r Reader, rec core.Record, or core.Ref) (core.Ref, error) {
	for _, kind := range []core.Kind{core.KindRelationship, core.KindPerson} {
		for _, to := range core.Pointers(rec) {
			if to.Ref.Kind != kind {
				continue
			}
			switch _, err := get(r, to.Ref); {
			case err == nil:
				return to.Ref, nil
			case core.CodeOf(err) != core.CodeNotFound:
				return core.Ref{}, err
			}
		}
	}
	return or, nil
}
