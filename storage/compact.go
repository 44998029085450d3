package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"mentorbook/core"
)

// Compact writes a workspace anew without what was deleted, and puts it in the place of the old file, unless that
// is the smaller one: then nothing was deleted in it. It gives the sizes before and after, in bytes. The file must
// not be open.
func Compact(ctx context.Context, path string) (before, after int64, err error) {
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
	if err := errors.Join(tmp.Chmod(0o600), tmp.Close(), s.writeAnew(name)); err != nil {
		return 0, 0, s.named(fileError(path, err))
	}
	if err := verify(name, schemaVersion); err != nil {
		return 0, 0, err
	}
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
