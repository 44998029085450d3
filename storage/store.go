package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Options says how a workspace is opened.
type Options struct {
	ReadOnly bool
	// Timeout is how long another holder is waited for; 0 is a short moment.
	Timeout time.Duration
	// Holder names this program for whoever finds the file held, such as "mentorbook".
	Holder string
	// Zones tells the fingerprint of a time zone's rules; nil takes ZoneRules.
	Zones func(core.Zone) string

	schema *schema // nil is the current one; tests have others
}

// Store is an open workspace. It implements planner.Store.
type Store struct {
	db   *bbolt.DB
	file *os.File // what db reads through
	path string
	opt  Options

	turn    chan struct{} // whose turn it is to write
	givenUp func() error  // of a file in the making: why its making has been stopped, nil while it goes on
	broken  atomic.Bool   // a write failed in a way that bbolt can't go on from
	closing sync.Once
	room    room // kept while bulk work runs
	closed  error
}

var _ planner.Store = (*Store)(nil)

// Path gives the file's path.
func (s *Store) Path() string { return s.path }

// Close ends the use of the file and tells that nobody holds it. It waits for transactions that still run.
func (s *Store) Close() error {
	s.closing.Do(func() {
		s.room.release()
		if !s.opt.ReadOnly {
			removeHolder(s.path)
		}
		if s.broken.Load() { // bbolt might wait for its own lock for ever; the system drops the file's with it
			s.closed = fileError(s.path, s.file.Close())
			return
		}
		s.closed = fileError(s.path, step(s.db.Close))
	})
	return s.closed
}

// View implements planner.Store.
func (s *Store) View(ctx context.Context, read func(planner.Reader) error) error {
	return s.view(ctx, func(r *reader) error { return protect(func() error { return read(r) }) })
}

// Update implements planner.Store.
func (s *Store) Update(ctx context.Context, write func(planner.Writer) error) error {
	return s.update(ctx, func(w *writer) error { return protect(func() error { return write(w) }) })
}

func (s *Store) view(ctx context.Context, read func(*reader) error) error {
	if err := ctx.Err(); err != nil {
		return core.Wrap(core.CodeCancelled, err)
	}
	tx, err := s.begin(false)
	if err != nil {
		return s.named(err)
	}
	r := &reader{tx: tx}
	defer func() {
		r.tx = nil
		_ = step(tx.Rollback)
	}()
	return s.named(read(r))
}

func (s *Store) update(ctx context.Context, write func(*writer) error) error {
	if s.opt.ReadOnly {
		return core.Fail(core.CodeReadOnly, "path", s.path)
	}
	select { // bbolt has a lock of its own, but one that nothing can be called back from
	case <-ctx.Done():
		return core.Wrap(core.CodeCancelled, ctx.Err())
	case s.turn <- struct{}{}:
	}
	defer func() { <-s.turn }()
	if err := ctx.Err(); err != nil {
		return core.Wrap(core.CodeCancelled, err)
	}
	tx, err := s.begin(true)
	if err != nil {
		return s.named(err)
	}
	return s.named(s.run(ctx, tx, write))
}

// run makes one transaction of write, or nothing.
func (s *Store) run(ctx context.Context, tx *bbolt.Tx, write func(*writer) error) (err error) {
	w := newWriter(tx, s.opt)
	commit := false
	defer func() {
		w.tx = nil
		if !commit {
			s.rollBack(tx)
		}
	}()
	if err := write(w); err != nil {
		return err
	}
	changed, err := w.finish()
	if err != nil || !changed {
		return err
	}
	if err := ctx.Err(); err != nil {
		return core.Wrap(core.CodeCancelled, err)
	}
	if err := s.keepRoom(tx, w); err != nil {
		return err
	}
	commit = true
	return s.commit(tx)
}

// commit makes a transaction last. Where that failed half-way, it makes sure that nobody goes on with a state
// that the disk may not have.
func (s *Store) commit(tx *bbolt.Tx) error {
	id := tx.ID()
	done := false
	err := step(func() error {
		err := tx.Commit()
		done = true
		return err
	})
	if err == nil {
		return nil
	}
	if !done { // a panic: bbolt's locks are in no known state
		s.broken.Store(true)
		return err
	}
	if look, errLook := s.begin(false); errLook == nil {
		if look.ID() >= id {
			s.broken.Store(true)
		}
		_ = step(look.Rollback)
	}
	return fileError(s.path, err)
}

func (s *Store) rollBack(tx *bbolt.Tx) {
	if err := step(tx.Rollback); err != nil {
		s.broken.Store(true)
	}
}

func (s *Store) begin(writable bool) (tx *bbolt.Tx, err error) {
	if s.broken.Load() {
		return nil, core.Fail(core.CodeFile, "path", s.path, "reason", "an earlier write failed; open the file again")
	}
	if s.givenUp != nil { // a file that will be thrown away whole has nothing worth taking back
		if err := s.givenUp(); err != nil {
			return nil, core.Wrap(core.CodeCancelled, err)
		}
	}
	err = step(func() (err error) {
		tx, err = s.db.Begin(writable)
		if err == nil && writable {
			s.db.AllocSize = growth(tx.Size())
		}
		return err
	})
	if errors.Is(err, berrors.ErrDatabaseNotOpen) {
		err = core.Fail(core.CodeFile, "path", s.path, "reason", "it is closed")
	}
	return tx, err
}

// named adds the path, and for damage the last good backup, to an error that lacks them.
func (s *Store) named(err error) error {
	var coded *core.Error
	if errors.As(err, &coded) && coded.Code == core.CodeDamaged && coded.Args["path"] == nil {
		return Damaged(s.path, coded.Args["reason"])
	}
	return err
}

// Damaged makes the error for a workspace in which something was found wrong. It names the last good backup, and where
// there is none the folder in which one would lie.
func Damaged(path string, reason any) error {
	if last, ok := lastGoodBackup(path); ok {
		return core.Fail(core.CodeDamaged, "path", path, "reason", reason, "backup", last.Path)
	}
	return core.Fail(core.CodeDamaged, "path", path, "reason", reason, "backup", "", "state", "no_backup", "folder", BackupFolder(path))
}

// Panic is a panic of somebody's function in a transaction, for the log.
type Panic struct {
	Value any
	Stack []byte
}

// Error gives what was panicked with; the stack is for the log alone.
func (p *Panic) Error() string { return fmt.Sprint("panic: ", p.Value) }

// protect runs somebody else's function within a transaction: a panic becomes an error with CodeInternal, whose
// cause is a Panic.
func protect(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &core.Error{Code: core.CodeInternal, Err: &Panic{p, debug.Stack()}}
		}
	}()
	return f()
}
