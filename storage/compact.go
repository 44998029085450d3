package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"mentorbook/core"
)

// Compact writes a workspace anew without what was deleted, and puts it in the place of the old file, unless that
// is the smaller one: then nothing was deleted in it. It gives the sizes before and after, in bytes. The file must
// not be open.
func Compact(ctx context.Context, path string) (before, after int64, err error) {
	return CompactTelling(ctx, path, nil)
}

// CompactTelling is Compact that tells how many bytes of the file are written anew and looked at in the new one, which
// makes twice the file; nil for nobody.
func CompactTelling(ctx context.Context, path string, tell Progress) (before, after int64, err error) {
	path = behindLinks(path)
	s, err := Open(ctx, path, Options{Holder: "compaction"})
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if before, err = sizeOf(path); err != nil {
		return 0, 0, err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), temporary)
	if err != nil {
		return 0, 0, fileError(path, err)
	}
	name := tmp.Name()
	defer os.Remove(name)
	if err := errors.Join(tmp.Chmod(0o600), tmp.Close(), s.writeAnewTelling(name, before, tell.stage(0, 2))); err != nil {
		return 0, 0, s.named(fileError(path, err))
	}
	if err := verifyWatched(name, schemaVersion, tell.stage(1, 2).watching(ctx, int(before))); err != nil {
		return 0, 0, err
	}
	tell.stage(1, 2).say(int(before), int(before))
	if after, err = sizeOf(name); err != nil {
		return 0, 0, err
	}
	if err := ctx.Err(); err != nil {
		return 0, 0, core.Wrap(core.CodeCancelled, err)
	}
	if after > before {
		return before, before, nil
	}
	if err := os.Rename(name, path); err != nil {
		return 0, 0, fileError(path, err)
	}
	return before, after, fileError(path, syncFolder(filepath.Dir(path)))
}

// compactBytes is how much one transaction of a compaction writes.
const compactBytes = 16 << 20

// writtenEvery is how often it is told how much of a file is written anew.
const writtenEvery = 200 * time.Millisecond

// writeAnewTelling is writeAnew that tells by the size of the new file how far it has come: bbolt does not say.
func (s *Store) writeAnewTelling(name string, size int64, tell Progress) error {
	done := make(chan error, 1)
	go func() { done <- s.writeAnew(name) }()
	every := time.NewTicker(writtenEvery)
	defer every.Stop()
	for {
		select {
		case err := <-done:
			if err == nil {
				tell.say(int(size), int(size))
			}
			return err
		case <-every.C:
			if now, err := sizeOf(name); err == nil {
				tell.say(int(min(now, size)), int(size))
			}
		}
	}
}

// writeAnew copies all that the file holds into an empty one.
func (s *Store) writeAnew(name string) error {
	return step(func() (err error) {
		dst, err := bbolt.Open(name, 0o600, Options{}.bolt())
		if err != nil {
			return err
		}
		dst.NoSync = true                // the one sync at the end is enough
		dst.AllocSize = os.Getpagesize() // no room to grow into: the next write makes that
		defer func() { err = errors.Join(err, dst.Sync(), dst.Close()) }()
		return bbolt.Compact(dst, s.db, compactBytes)
	})
}

func sizeOf(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, fileError(path, err)
	}
	return info.Size(), nil
}
