package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"mentorbook/core"
)

// Create makes a new workspace file without records, whole or not at all. An existing file is refused: CodeExists.
func Create(ctx context.Context, path string, opt Options) (*Store, error) {
	return Make(ctx, path, opt, func(*Store) error { return nil })
}

// Make makes a new workspace file and fills it, whole or not at all: it is written under another name in the same
// folder, filled there, synced and then given its own name. An existing file is refused: CodeExists. The store that
// fill gets is closed afterwards.
func Make(ctx context.Context, path string, opt Options, fill func(*Store) error) (*Store, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, core.Fail(core.CodeExists, "value", path)
	}
	unmake, err := makeFolder(filepath.Dir(path))
	if err != nil {
		return nil, fileError(path, err)
	}
	if err := writeNew(ctx, path, opt, fill); err != nil {
		unmake()
		return nil, err
	}
	return Open(ctx, path, opt)
}

// writeNew writes a workspace and fills it under a temporary name, and renames it.
func writeNew(ctx context.Context, path string, opt Options, fill func(*Store) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), temporary)
	if err != nil {
		return fileError(path, err)
	}
	name := tmp.Name()
	defer os.Remove(name)
	if err := errors.Join(tmp.Chmod(0o600), tmp.Close()); err != nil {
		return fileError(path, err)
	}
	if err := writeSchema(name, opt); err != nil {
		return fileError(path, err)
	}
	if err := fillNew(ctx, name, opt, fill); err != nil {
		return underName(path, name, err)
	}
	// A link refuses an existing name where a rename would replace it: of two creations at once one wins.
	if err := os.Link(name, path); errors.Is(err, fs.ErrExist) {
		return core.Fail(core.CodeExists, "value", path)
	} else if err != nil {
		if err := os.Rename(name, path); err != nil {
			return fileError(path, err)
		}
	}
	return fileError(path, syncFolder(filepath.Dir(path)))
}

func fillNew(ctx context.Context, name string, opt Options, fill func(*Store) error) error {
	s, err := Open(ctx, name, opt)
	if err != nil {
		return err
	}
	s.givenUp = ctx.Err
	return errors.Join(fill(s), s.Close())
}

// underName makes an error speak of the file by its own name, where it speaks of the temporary one.
func underName(path, temporary string, err error) error {
	var coded *core.Error
	if errors.As(err, &coded) {
		for key, value := range coded.Args {
			if value == temporary {
				coded.Args[key] = path
			}
		}
	}
	return err
}

func writeSchema(name string, opt Options) (err error) {
	db, err := bbolt.Open(name, 0o600, Options{}.bolt())
	if err != nil {
		return err
	}
	db.AllocSize = growth(0)
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.Update(func(tx *bbolt.Tx) error {
		for _, bucket := range allBuckets() {
			if _, err := tx.CreateBucketIfNotExists([]byte(bucket)); err != nil {
				return err
			}
		}
		w := newWriter(tx, opt)
		if err := errors.Join(w.setSmall(bucketMeta, keyFormat, []byte(formatName)), w.setSmall(bucketMeta, keySchema, fmt.Append(nil, schemaVersion))); err != nil {
			return err
		}
		_, err := w.finish()
		return err
	})
}

func allBuckets() []string {
	out := []string{bucketMeta, bucketPlanner, bucketCounts, bucketJournal, bucketByRecord, bucketByGroup, bucketDrafts}
	for _, k := range core.Kinds() {
		out = append(out, prefixRecords+string(k))
	}
	return out
}
