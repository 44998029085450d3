package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
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
	// Zones tells the fingerprint of the time zones' rules; nil takes ZoneFingerprint.
	Zones func() string
}

// Store is an open workspace. It implements planner.Store.
type Store struct {
	db   *bbolt.DB
	path string
	opt  Options
}

var _ planner.Store = (*Store)(nil)

const defaultTimeout = 300 * time.Millisecond

func boltOptions(opt Options) *bbolt.Options {
	timeout := opt.Timeout
	if timeout <= 0 {
		timeout = defaultTimeout
	}
	return &bbolt.Options{Timeout: timeout, ReadOnly: opt.ReadOnly, FreelistType: bbolt.FreelistMapType, NoFreelistSync: false}
}

// Create makes a new workspace file, whole or not at all: it is written under another name, synced and then
// renamed. An existing file is refused: CodeExists.
func Create(ctx context.Context, path string, opt Options) (*Store, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, core.Fail(core.CodeExists, "value", path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fileError(path, err)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".mentorbook-new-*")
	if err != nil {
		return nil, fileError(path, err)
	}
	name := tmp.Name()
	defer os.Remove(name)
	if err := errors.Join(tmp.Chmod(0o600), tmp.Close()); err != nil {
		return nil, fileError(path, err)
	}
	if err := writeSchema(name, opt); err != nil {
		return nil, fileError(path, err)
	}
	// A link refuses an existing name where a rename would replace it: of two creations at once one wins.
	if err := os.Link(name, path); errors.Is(err, fs.ErrExist) {
		return nil, core.Fail(core.CodeExists, "value", path)
	} else if err != nil {
		if err := os.Rename(name, path); err != nil {
			return nil, fileError(path, err)
		}
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return nil, fileError(path, err)
	}
	return Open(ctx, path, opt)
}

func writeSchema(name string, opt Options) (err error) {
	db, err := bbolt.Open(name, 0o600, boltOptions(Options{}))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.Update(func(tx *bbolt.Tx) error {
		for _, bucket := range allBuckets() {
			if _, err := tx.CreateBucketIfNotExists([]byte(bucket)); err != nil {
				return err
			}
		}
		meta := tx.Bucket([]byte(bucketMeta))
		return errors.Join(meta.Put([]byte(keyFormat), []byte(formatName)), meta.Put([]byte(keySchema), fmt.Append(nil, schemaVersion)),
			meta.Put([]byte(keyZones), []byte(zonesOf(opt))))
	})
}

func allBuckets() []string {
	out := []string{bucketMeta, bucketPlanner, bucketCounts, bucketJournal, bucketByRecord, bucketByGroup, bucketDrafts}
	for _, k := range core.Kinds() {
		out = append(out, prefixRecords+string(k))
	}
	return out
}

// Open opens a workspace. Its error says what is wrong with the file: CodeNotFound, CodeIsFolder,
// CodeEmptyFile, CodeNotWorkspace, CodeNewer (the file stays untouched), CodeWorkspaceOpen, CodeReadOnly, or
// CodeDamaged with the last good backup.
func Open(ctx context.Context, path string, opt Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, core.Wrap(core.CodeCancelled, err)
	}
	if err := lookAt(path, opt); err != nil {
		return nil, err
	}
	s := &Store{path: path, opt: opt}
	err := guard(func() (err error) {
		s.db, err = bbolt.Open(path, 0o600, boltOptions(opt))
		return err
	})
	if err != nil {
		return nil, openError(path, err)
	}
	if err := guard(func() error { return s.db.View(checkSchema(path)) }); err != nil {
		_ = s.db.Close()
		return nil, s.named(err)
	}
	if opt.ReadOnly {
		return s, nil
	}
	writeHolder(path, opt.Holder)
	if err := s.renewZones(); err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}

// lookAt refuses what can't be a workspace before bbolt touches it: bbolt would wait for ever, or take an
// empty file for a new one.
func lookAt(path string, opt Options) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return core.Fail(core.CodeNotFound, "kind", string(core.KindWorkspace), "id", path)
	case err != nil:
		return fileError(path, err)
	case info.IsDir():
		return core.Fail(core.CodeIsFolder, "path", path)
	case !info.Mode().IsRegular():
		return core.Fail(core.CodeNotWorkspace, "path", path, "reason", "not a regular file")
	case info.Size() == 0:
		return core.Fail(core.CodeEmptyFile, "path", path)
	}
	if opt.ReadOnly {
		return nil
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fileError(path, err)
	}
	return f.Close()
}

func checkSchema(path string) func(*bbolt.Tx) error {
	return func(tx *bbolt.Tx) error {
		meta := tx.Bucket([]byte(bucketMeta))
		if meta == nil || string(meta.Get([]byte(keyFormat))) != formatName {
			return core.Fail(core.CodeNotWorkspace, "path", path, "reason", "another program's file")
		}
		var version int
		if _, err := fmt.Sscan(string(meta.Get([]byte(keySchema))), &version); err != nil || version < 1 {
			return core.Fail(core.CodeDamaged, "path", path, "reason", "no schema version")
		}
		if version > schemaVersion {
			return core.Fail(core.CodeNewer, "path", path, "have", version, "know", schemaVersion)
		}
		for _, bucket := range allBuckets() {
			if tx.Bucket([]byte(bucket)) == nil {
				return core.Fail(core.CodeDamaged, "path", path, "reason", "no bucket "+bucket)
			}
		}
		return nil
	}
}

// Path gives the file's path.
func (s *Store) Path() string { return s.path }

// Close ends the use of the file and tells that nobody holds it.
func (s *Store) Close() error {
	err := guard(s.db.Close)
	if !s.opt.ReadOnly {
		removeHolder(s.path)
	}
	return err
}

// View implements planner.Store.
func (s *Store) View(ctx context.Context, read func(planner.Reader) error) error {
	if err := ctx.Err(); err != nil {
		return core.Wrap(core.CodeCancelled, err)
	}
	return s.named(guard(func() error {
		return s.db.View(func(tx *bbolt.Tx) error { return read(&reader{tx: tx}) })
	}))
}

// Update implements planner.Store.
func (s *Store) Update(ctx context.Context, write func(planner.Writer) error) error {
	if err := ctx.Err(); err != nil {
		return core.Wrap(core.CodeCancelled, err)
	}
	if s.opt.ReadOnly {
		return core.Fail(core.CodeReadOnly, "path", s.path)
	}
	return s.named(guard(func() error {
		return s.db.Update(func(tx *bbolt.Tx) error {
			if err := write(&writer{reader{tx: tx}}); err != nil {
				return err
			}
			meta := tx.Bucket([]byte(bucketMeta))
			n, err := meta.NextSequence()
			if err != nil {
				return err
			}
			return meta.Put([]byte(keyChanges), fmt.Append(nil, n))
		})
	}))
}

// named adds the path, and for damage the last good backup, to an error that lacks them.
func (s *Store) named(err error) error {
	if err == nil {
		return nil
	}
	var coded *core.Error
	if !errors.As(err, &coded) {
		return fileError(s.path, err)
	}
	if coded.Code == core.CodeDamaged {
		return damaged(s.path, coded.Args["reason"])
	}
	return err
}

func damaged(path string, reason any) error {
	backup := ""
	if last, ok := lastGoodBackup(path); ok {
		backup = last.Path
	}
	return core.Fail(core.CodeDamaged, "path", path, "reason", reason, "backup", backup)
}

// guard runs what touches the file's memory. bbolt panics on a damaged file, and a page that is not there
// faults: both become errors.
func guard(f func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		stack := string(debug.Stack())
		if fromBolt(stack) {
			err = core.Fail(core.CodeDamaged, "reason", fmt.Sprint(p))
			return
		}
		err = &core.Error{Code: core.CodeInternal, Err: fmt.Errorf("panic: %v\n%s", p, stack)}
	}()
	return f()
}

// fromBolt tells whether the function that panicked is bbolt's: the first after the panic itself.
func fromBolt(stack string) bool {
	_, after, ok := strings.Cut(stack, "\npanic(")
	if !ok {
		return false
	}
	for line := range strings.Lines(after) {
		if strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "runtime") || strings.HasPrefix(line, "panic(") || strings.Contains(line, "{0x") && !strings.Contains(line, "/") {
			continue
		}
		if strings.Contains(line, "(") {
			return strings.Contains(line, "go.etcd.io/bbolt") || strings.Contains(line, "encoding/binary")
		}
	}
	return false
}

func openError(path string, err error) error {
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return core.Fail(core.CodeWorkspaceOpen, "path", path, "holder", readHolder(path))
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch), errors.Is(err, berrors.ErrChecksum):
		if looksForeign(path) {
			return core.Fail(core.CodeNotWorkspace, "path", path, "reason", "another kind of file")
		}
		return damaged(path, err.Error())
	case core.CodeOf(err) == core.CodeDamaged:
		var coded *core.Error
		errors.As(err, &coded)
		return damaged(path, coded.Args["reason"])
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return fileError(path, err)
	}
	return damaged(path, err.Error())
}

// looksForeign tells whether a file that bbolt refuses was never one of bbolt's: neither of its first two
// pages carries bbolt's mark at the place of any usual page size.
func looksForeign(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	mark := []byte{0xED, 0xDA, 0x0C, 0xED}
	for _, at := range []int64{16, 4096 + 16, 8192 + 16, 16384 + 16, 65536 + 16} {
		var b [4]byte
		if _, err := f.ReadAt(b[:], at); err == nil && string(b[:]) == string(mark) {
			return false
		}
	}
	backups, err := Backups(path)
	return err != nil || len(backups) == 0
}

// FileError gives what the operating system said about a path a code; nil for nil.
func FileError(path string, err error) error { return fileError(path, err) }

// fileError gives what the operating system said a code.
func fileError(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return core.Wrap(core.CodeDiskFull, err, "path", path)
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return core.Wrap(core.CodeReadOnly, err, "path", path)
	case errors.Is(err, syscall.EISDIR):
		return core.Wrap(core.CodeIsFolder, err, "path", path)
	}
	return core.Wrap(core.CodeFile, err, "path", path, "reason", reasonOf(err))
}

// reasonOf gives the system's own short word, without the path that it may hold.
func reasonOf(err error) string {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return errno.Error()
	}
	return err.Error()
}
