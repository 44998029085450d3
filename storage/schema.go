package storage

import (
	"context"
	"path/filepath"
	"strconv"
	"time"

	"mentorbook/core"
)

// schema is the form of a file that this program writes, and how older ones come to it.
type schema struct {
	version int
	steps   []func(*writer) error // the first leads from version 1 to 2, and so on
}

// currentSchema has no steps yet: there was no version before the first.
func currentSchema() schema { return schema{version: schemaVersion} }

func (opt Options) knownSchema() schema {
	if opt.schema != nil {
		return *opt.schema
	}
	return currentSchema()
}

// migrate brings an older file to the form that this program writes, step by step, each in a transaction of its
// own. Before the first it makes a backup.
func (s *Store) migrate(ctx context.Context) error {
	known := s.opt.knownSchema()
	var have int
	err := s.view(ctx, func(r *reader) error {
		raw, err := r.small(bucketMeta, keySchema)
		if err == nil {
			have, err = strconv.Atoi(string(raw))
		}
		return err
	})
	if err != nil || have >= known.version {
		return err
	}
	if s.opt.ReadOnly {
		return core.Fail(core.CodeReadOnly, "path", s.path)
	}
	name := filepath.Join(BackupFolder(s.path), time.Now().UTC().Format(backupLayout))
	if err := s.Backup(ctx, unused(name, backupSuffix)); err != nil {
		return err
	}
	for ; have < known.version; have++ {
		err := s.update(ctx, func(w *writer) error {
			if err := known.steps[have-1](w); err != nil {
				return err
			}
			return w.setSmall(bucketMeta, keySchema, strconv.AppendInt(nil, int64(have+1), 10))
		})
		if err != nil {
			return err
		}
	}
	return nil
}
