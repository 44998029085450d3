package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// SaveDraft implements planner.Store.
func (s *Store) SaveDraft(ctx context.Context, d planner.Draft) error {
	if s.opt.ReadOnly {
		return core.Fail(core.CodeReadOnly, "path", s.path)
	}
	if err := ctx.Err(); err != nil {
		return core.Wrap(core.CodeCancelled, err)
	}
	return s.named(guard(func() error {
		return s.db.Update(func(tx *bbolt.Tx) error {
			b := tx.Bucket([]byte(bucketDrafts))
			if d.Text == "" {
				return b.Delete([]byte(d.Key))
			}
			body, err := json.Marshal(d)
			if err != nil {
				return core.Wrap(core.CodeInternal, err)
			}
			return b.Put([]byte(d.Key), seal(bucketDrafts, []byte(d.Key), body))
		})
	}))
}

// Drafts implements planner.Store.
func (s *Store) Drafts(ctx context.Context) ([]planner.Draft, error) {
	if err := ctx.Err(); err != nil {
		return nil, core.Wrap(core.CodeCancelled, err)
	}
	var out []planner.Draft
	err := guard(func() error {
		return s.db.View(func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte(bucketDrafts)).ForEach(func(k, v []byte) error {
				body, err := unseal(bucketDrafts, k, v)
				if err != nil {
					return err
				}
				var d planner.Draft
				if err := json.Unmarshal(bytes.Clone(body), &d); err != nil {
					return core.Fail(core.CodeDamaged, "reason", "a draft that can't be read")
				}
				out = append(out, d)
				return nil
			})
		})
	})
	slices.SortFunc(out, func(a, b planner.Draft) int { return a.At.Compare(b.At) })
	return out, s.named(err)
}
