package storage

import (
	"bytes"
	"context"

	"go.etcd.io/bbolt"

	"mentorbook/core"
)

// Holds tells whether everything that was done in another workspace was done in this one too: whether the other is an
// older copy of it, or an equal one. Two copies of one workspace that have gone on apart hold one another in neither
// direction. The journal says so: its entries stay for good, also when their images are taken out.
func (s *Store) Holds(ctx context.Context, other *Store) (bool, error) {
	holds := false
	err := s.view(ctx, func(r *reader) error {
		return other.view(ctx, func(o *reader) (err error) {
			mine, err := r.workspace()
			if err != nil {
				return err
			}
			theirs, err := o.workspace()
			if err != nil || mine != theirs {
				return err
			}
			ours, err := r.bucket(bucketJournal)
			if err != nil {
				return err
			}
			old, err := o.bucket(bucketJournal)
			if err == nil && old != nil && ours != nil {
				err = step(func() error {
					holds = keysWithin(old.Cursor(), ours.Cursor())
					return nil
				})
			}
			return err
		})
	})
	return holds, err
}

// keysWithin tells whether each key of one bucket is also in another.
func keysWithin(few, many *bbolt.Cursor) bool {
	at, _ := many.First()
	for key, _ := few.First(); key != nil; key, _ = few.Next() {
		if at != nil && bytes.Compare(at, key) < 0 {
			at, _ = many.Seek(key)
		}
		if !bytes.Equal(at, key) {
			return false
		}
		at, _ = many.Next()
	}
	return true
}

// workspace gives the id of the workspace's own record, zero where it has none yet.
func (r *reader) workspace() (id core.ID, err error) {
	for rec, err := range r.All(core.KindWorkspace) {
		if err != nil {
			return core.ID{}, err
		}
		id = rec.Base().ID
	}
	return id, nil
}
