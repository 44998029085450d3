package storage

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// SaveDraft implements planner.Store.
func (s *Store) SaveDraft(ctx context.Context, d planner.Draft) error {
	if d.Key == "" || len(d.Key) > 500 {
		return core.Fail(core.CodeInternal, "reason", "a draft without a fit key")
	}
	return s.update(ctx, func(w *writer) error {
		if d.Text == "" {
			if there, err := w.take(bucketDrafts, []byte(d.Key), func([]byte) error { return nil }); err != nil || !there {
				return err
			}
			return w.remove(bucketDrafts, []byte(d.Key))
		}
		if d.Order == 0 {
			table, err := w.table(bucketDrafts)
			if err != nil {
				return err
			}
			if d.Order, err = table.bucket.NextSequence(); err != nil {
				return err
			}
		}
		value, err := w.sealed(bucketDrafts, []byte(d.Key), d)
		if err != nil {
			return err
		}
		return w.put(bucketDrafts, []byte(d.Key), value)
	})
}

// DropDrafts implements planner.Writer.
func (w *writer) DropDrafts(refs []core.Ref) error {
	var keys [][]byte
	gone := map[string]bool{}
	for _, ref := range refs {
		gone[ref.ID.String()] = true
	}
	_, _, err := w.each(bucketDrafts, &walk{}, func(key, value []byte) error {
		about := string(key)
		if d, err := decodeDraft(key, value); err == nil { // one that can't be read goes by its key
			about += " " + d.Text
		}
		for _, part := range strings.FieldsFunc(about, func(r rune) bool { return !strings.ContainsRune("0123456789abcdef-", r) }) {
			if gone[part] {
				keys = append(keys, bytes.Clone(key))
				break
			}
		}
		return nil
	}, func() bool { return true })
	for _, key := range keys {
		if err == nil {
			err = w.remove(bucketDrafts, key)
		}
	}
	return err
}

// Drafts implements planner.Store.
func (s *Store) Drafts(ctx context.Context) ([]planner.Draft, error) {
	var out []planner.Draft
	err := s.view(ctx, func(r *reader) error {
		_, _, err := r.each(bucketDrafts, &walk{}, func(k, v []byte) error {
			d, err := decodeDraft(k, v)
			out = append(out, d)
			return err
		}, func() bool { return true })
		return err
	})
	slices.SortStableFunc(out, func(a, b planner.Draft) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Order, b.Order))
	})
	return out, err
}

func decodeDraft(key, value []byte) (planner.Draft, error) {
	var d planner.Draft
	body, err := unseal(bucketDrafts, key, value)
	if err != nil {
		return d, err
	}
	if err := json.Unmarshal(body, &d); err != nil || d.Key != string(key) {
		return d, core.Fail(core.CodeDamaged, "reason", "a draft that can't be read")
	}
	return d, nil
}
