package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"mentorbook/core"
)

const (
	defaultTimeout = 300 * time.Millisecond
	lockPause      = 10 * time.Millisecond
)

func (opt Options) timeout() time.Duration {
	if opt.Timeout > 0 {
		return opt.Timeout
	}
	return defaultTimeout
}

func (opt Options) bolt() *bbolt.Options {
	return &bbolt.Options{
		Timeout: opt.timeout(), ReadOnly: opt.ReadOnly, FreelistType: bbolt.FreelistMapType, NoStatistics: true,
		InitialMmapSize: mapped(),
	}
}

// mapped is how much of the address space a file takes from the start. While bbolt maps a file anew it waits for
// all readers, and new ones wait for it; with room for a gigabyte that hardly ever happens. Where addresses are
// scarce, or the file itself would grow to that size, it takes as little as bbolt likes.
func mapped() int {
	if strconv.IntSize < 64 || runtime.GOOS == "windows" {
		return 0
	}
	return 1 << 30
}

// growth is by how many bytes a file of a size grows when it is full: by an eighth, so that neither a small file
// is mostly air nor a large one grows every moment.
func growth(size int64) int { return int(min(max(size/8, 256<<10), 64<<20)) }

// Open opens a workspace. Its error says what is wrong with the file: CodeNotFound, CodeIsFolder,
// CodeEmptyFile, CodeNotWorkspace, CodeNewer (the file stays untouched), CodeWorkspaceOpen, CodeReadOnly, or
// CodeDamaged with the last good backup.
func Open(ctx context.Context, path string, opt Options) (*Store, error) {
	return open(ctx, path, opt, scanPages)
}

// open looks at a number of pages before it trusts the file; at all where that is 0.
func open(ctx context.Context, path string, opt Options, pages int) (*Store, error) {
	if err := lookAt(path, opt); err != nil {
		return nil, err
	}
	s := &Store{path: path, opt: opt, turn: make(chan struct{}, 1)}
	bolt := opt.bolt()
	bolt.OpenFile = func(name string, flag int, _ os.FileMode) (*os.File, error) {
		f, err := openLocked(ctx, name, flag&^os.O_CREATE, opt)
		if err == nil {
			if err = inspect(f, path, pages, opt.knownSchema().version, nil); err != nil {
				_ = f.Close()
				return nil, err
			}
		}
		s.file = f
		return f, err
	}
	err := step(func() (err error) {
		s.db, err = bbolt.Open(path, 0o600, bolt)
		return err
	})
	if err != nil {
		if s.file != nil {
			_ = s.file.Close() // bbolt has done so, unless it panicked
		}
		return nil, openError(path, err)
	}
	if !opt.ReadOnly {
		dropRoom(path)
		writeHolder(path, opt.Holder)
		sweep(filepath.Dir(path))
		sweep(BackupFolder(path))
	}
	if err := s.migrate(ctx); err != nil {
		_ = s.Close()
		return nil, err
	}
	if opt.ReadOnly {
		return s, nil
	}
	if err := s.renewZones(ctx); err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}

// openLocked opens the file that lies at the path and locks it. The file that was there may be replaced while
// its lock is waited for: then the one that lies there now is opened.
func openLocked(ctx context.Context, path string, flag int, opt Options) (*os.File, error) {
	for end := time.Now().Add(opt.timeout()); ; {
		f, err := os.OpenFile(path, flag, 0)
		if err != nil {
			return nil, opt.unreadable(path, err)
		}
		got, err := tryLock(f, !opt.ReadOnly)
		if err == nil && got && isAt(f, path) {
			return f, nil
		}
		_ = f.Close()
		if err != nil {
			return nil, err
		}
		if time.Now().After(end) {
			return nil, berrors.ErrTimeout
		}
		select {
		case <-ctx.Done():
			return nil, core.Wrap(core.CodeCancelled, ctx.Err())
		case <-time.After(lockPause):
		}
	}
}

// unreadable gives a file that may not even be read another code than one that may only be read.
func (opt Options) unreadable(path string, err error) error {
	if opt.ReadOnly && errors.Is(err, fs.ErrPermission) {
		return core.Wrap(core.CodeFile, err, "path", path, "reason", reasonOf(err))
	}
	return fileError(path, err)
}

func isAt(f *os.File, path string) bool {
	a, err1 := f.Stat()
	b, err2 := os.Stat(path)
	return err1 == nil && err2 == nil && os.SameFile(a, b)
}

// lookAt refuses what can't be a workspace before bbolt touches it: bbolt would take an empty file for a new one.
func lookAt(path string, opt Options) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return core.Fail(core.CodeNotFound, "kind", string(core.KindWorkspace), "id", path)
	case err != nil: // not even looked at: that it can't be written is not what is wrong
		return Options{ReadOnly: true}.unreadable(path, err)
	case info.IsDir():
		return core.Fail(core.CodeIsFolder, "path", path)
	case !info.Mode().IsRegular():
		return core.Fail(core.CodeNotWorkspace, "path", path, "reason", "not a regular file")
	case info.Size() == 0:
		return core.Fail(core.CodeEmptyFile, "path", path)
	case info.Mode().Perm()&0o222 == 0 && !opt.ReadOnly: // an administrator's right to write says nothing here
		return core.Fail(core.CodeReadOnly, "path", path)
	}
	return nil
}

// inspect looks a locked file over before bbolt gets to see it.
func inspect(f *os.File, path string, pages, known int, each watch) error {
	info, err := f.Stat()
	if err != nil {
		return fileError(path, err)
	}
	s, err := look(f, info.Size(), pages, each)
	switch {
	case errors.Is(err, errNoBolt):
		if list, _ := Backups(path); len(list) > 0 {
			return Damaged(path, "its beginning is broken")
		}
		return core.Fail(core.CodeNotWorkspace, "path", path, "reason", "another kind of file")
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return core.Wrap(core.CodeCancelled, err)
	case err != nil:
		return Damaged(path, wordsOf(err))
	case s.small[keyFormat] != formatName:
		return core.Fail(core.CodeNotWorkspace, "path", path, "reason", "another program's file")
	}
	version, err := strconv.Atoi(s.small[keySchema])
	if err != nil || version < 1 {
		return Damaged(path, "no schema version")
	}
	if version > known {
		return core.Fail(core.CodeNewer, "path", path, "have", version, "know", known)
	}
	return nil
}

// verify looks a whole file over, every page and checksum of it, without bbolt.
func verify(path string, known int) error { return verifyWatched(path, known, nil) }

func verifyWatched(path string, known int, each watch) error {
	if err := lookAt(path, Options{ReadOnly: true}); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return fileError(path, err)
	}
	defer f.Close()
	return inspect(f, path, 0, known, each)
}

func openError(path string, err error) error {
	var coded *core.Error
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return core.Fail(core.CodeWorkspaceOpen, "path", path, "holder", readHolder(path))
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch), errors.Is(err, berrors.ErrChecksum):
		return Damaged(path, err.Error())
	case errors.As(err, &coded) && coded.Code == core.CodeDamaged && coded.Args["path"] == nil:
		return Damaged(path, coded.Args["reason"])
	}
	return fileError(path, err)
}

// wordsOf gives the reason that an error carries, or its own words.
func wordsOf(err error) string {
	var coded *core.Error
	if errors.As(err, &coded) && coded.Args["reason"] != nil {
		return fmt.Sprint(coded.Args["reason"])
	}
	return err.Error()
}
