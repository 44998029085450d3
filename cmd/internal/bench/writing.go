package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
)

// useCase measures one step of the owner's, a promise kept and then opened again, synced to the disk. The
// yardstick puts as many bytes, in one value, into a copy of the same file by the bare database.
func useCase(ctx context.Context, l *lab) (pairs []pair, err error) {
	path, shut, err := l.copyOf(ctx, smallSample())
	if err != nil {
		return nil, err
	}
	defer shut()
	bare, err := openBare(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, bare.Close()) }()
	p, closeStore, err := l.planner(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, closeStore()) }()
	id, err := openAction(ctx, p)
	if err != nil {
		return nil, err
	}
	steps := [2]func(context.Context, core.ID) error{p.Actions.Done, p.Actions.Reopen}
	weights, err := weigh(ctx, p, id, &steps)
	if err != nil {
		return nil, err
	}
	for i := range l.rounds(100) * 2 {
		var one pair
		if one.ours, err = took(func() error { return steps[i%2](ctx, id) }); err != nil {
			return nil, err
		}
		if one.bare, err = took(func() error { return bare.put(i, weights[i%2]) }); err != nil {
			return nil, err
		}
		pairs = append(pairs, one)
	}
	return pairs, nil
}

// weigh takes the steps once, and gives how many bytes each writes. It is done before, not while, they are timed:
// weighing takes an encoding of its own.
func weigh(ctx context.Context, p *planner.Planner, id core.ID, steps *[2]func(context.Context, core.ID) error) (weights [2]int, err error) {
	bare := p.Store
	defer func() { p.Store = bare }()
	on := &scales{}
	p.Store = weighed{Store: bare, on: on}
	for i, step := range steps {
		on.bytes = 0
		if err := step(ctx, id); err != nil {
			return weights, err
		}
		weights[i] = on.bytes
	}
	return weights, nil
}

// openAction finds a promise that is still to be kept.
func openAction(ctx context.Context, p *planner.Planner) (core.ID, error) {
	var id core.ID
	err := p.Store.View(ctx, func(r planner.Reader) error {
		for rec, err := range r.All(core.KindAction) {
			if err != nil {
				return err
			}
			if a := rec.(*core.Action); a.Status == core.ActionOpen {
				id = a.ID
				return nil
			}
		}
		return errors.New("every promise of the sample is kept")
	})
	return id, err
}

// copyOf makes a workspace of its own for a measure that writes, and gives how to throw it away.
func (l *lab) copyOf(ctx context.Context, opt sample.Options) (string, func(), error) {
	from, err := l.workspace(ctx, opt)
	if err != nil {
		return "", nil, err
	}
	folder, err := os.MkdirTemp(l.folder, "own")
	if err != nil {
		return "", nil, err
	}
	path := filepath.Join(folder, "own.mentorbook")
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	return path, func() { _ = os.RemoveAll(folder) }, err
}

// bareFile is a copy of a workspace as the bare database has it.
type bareFile struct{ *bbolt.DB }

func openBare(like string) (bareFile, error) {
	data, err := os.ReadFile(like)
	if err != nil {
		return bareFile{}, err
	}
	path := like + ".bare"
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return bareFile{}, err
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType, NoStatistics: true})
	return bareFile{db}, err
}

// put writes one value of a size under a new key, in a transaction of its own.
func (b bareFile) put(n, size int) error {
	if size == 0 {
		return errors.New("nothing was written")
	}
	return b.Update(func(tx *bbolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists([]byte("bare"))
		if err != nil {
			return err
		}
		return bucket.Put(fmt.Appendf(nil, "%016d", n), make([]byte, size))
	})
}

// scales weigh what a step writes: records, journal entries and small values.
type scales struct{ bytes int }

func (s *scales) add(v any) error {
	raw, err := json.Marshal(v)
	s.bytes += len(raw)
	return err
}

type weighed struct {
	planner.Store

	on *scales
}

// Update implements planner.Store.
func (w weighed) Update(ctx context.Context, write func(planner.Writer) error) error {
	return w.Store.Update(ctx, func(to planner.Writer) error { return write(weighedWriter{Writer: to, on: w.on}) })
}

type weighedWriter struct {
	planner.Writer

	on *scales
}

// Put implements planner.Writer.
func (w weighedWriter) Put(rec core.Record) error {
	return errors.Join(w.on.add(rec), w.Writer.Put(rec))
}

// Replace implements planner.Writer.
func (w weighedWriter) Replace(rec core.Record, had []planner.IndexKey) error {
	return errors.Join(w.on.add(rec), w.Writer.Replace(rec, had))
}

// Append implements planner.Writer.
func (w weighedWriter) Append(cs *planner.ChangeSet) error {
	return errors.Join(w.on.add(cs), w.Writer.Append(cs))
}

// SetMeta implements planner.Writer.
func (w weighedWriter) SetMeta(name string, value []byte) error {
	w.on.bytes += len(value)
	return w.Writer.SetMeta(name, value)
}
