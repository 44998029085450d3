package storage

import (
	"bytes"
	"fmt"
	"runtime/debug"

	"go.etcd.io/bbolt"

	"mentorbook/core"
)

// step runs one step into bbolt and the file's memory. bbolt panics on a damaged file, and a page that is not
// there faults: both become an error with CodeDamaged. Nobody else's function runs inside a step.
func step(f func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer func() {
		debug.SetPanicOnFault(old)
		if p := recover(); p != nil {
			err = core.Fail(core.CodeDamaged, "reason", fmt.Sprint(p))
		}
	}()
	return f()
}

// walk is a way through a bucket from low to high, the second not included, or back; nil is no bound. It copes
// with changes to the bucket between two steps, and with entries that are out of their order.
type walk struct {
	bucket    *bbolt.Bucket // nil is an empty one
	low, high []byte
	reverse   bool

	cursor *bbolt.Cursor
	last   []byte // the last key that was given
	writes int
}

// next gives the next entry to take, within a step; it is not called at the end. It tells whether there was one.
// writes is how many changes the transaction has made so far.
func (w *walk) next(writes int, take func(key, value []byte) error) (more bool, err error) {
	if w.bucket == nil {
		return false, nil
	}
	err = step(func() error {
		key, value := w.move(writes)
		if key == nil || !w.within(key) {
			return nil
		}
		if w.last != nil && (bytes.Compare(key, w.last) <= 0) != w.reverse {
			return core.Fail(core.CodeDamaged, "reason", "entries out of their order")
		}
		more = true
		w.last = append(w.last[:0], key...)
		return take(key, value)
	})
	return more && err == nil, err
}

func (w *walk) move(writes int) (key, value []byte) {
	if w.cursor == nil || writes != w.writes {
		w.cursor, w.writes = w.bucket.Cursor(), writes
		return w.find()
	}
	if w.reverse {
		return w.cursor.Prev()
	}
	return w.cursor.Next()
}

// find puts the cursor on the first entry, or behind the last one that was given.
func (w *walk) find() (key, value []byte) {
	low, high := w.low, w.high
	if w.last != nil {
		low, high = append(bytes.Clone(w.last), 0), w.last
	}
	switch {
	case !w.reverse && low == nil:
		return w.cursor.First()
	case !w.reverse:
		return w.cursor.Seek(low)
	case high != nil:
		if key, _ = w.cursor.Seek(high); key != nil {
			return w.cursor.Prev()
		}
	}
	return w.cursor.Last()
}

func (w *walk) within(key []byte) bool {
	if w.reverse {
		return bytes.Compare(key, w.low) >= 0
	}
	return w.high == nil || bytes.Compare(key, w.high) < 0
}
