package storage

import (
	"bytes"
	"context"
	"slices"
	"strconv"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// schema is the form of a file that this program writes, and how older ones come to it.
type schema struct {
	version int
	steps   []func(*writer) error // the first leads from version 1 to 2, and so on
}

func currentSchema() schema {
	return schema{version: schemaVersion, steps: []func(*writer) error{dueIndexes, othersIndexes, singleDates}}
}

// dueIndexes fills the indexes that came with version 2: of what is due and planned, day by day.
func dueIndexes(w *writer) error {
	return w.fillIndexes([]core.Kind{core.KindMeeting, core.KindAction, core.KindGoal},
		planner.MeetingsPlannedWith, planner.MeetingsLong, planner.ActionsDue, planner.GoalsMilestones)
}

// othersIndexes fills the indexes that came with version 3: of what somebody else invites to, and of what was promised
// outside of relationships.
func othersIndexes(w *writer) error {
	return w.fillIndexes([]core.Kind{core.KindMeeting, core.KindAction}, planner.MeetingsInvitedTo, planner.ActionsApart)
}

// singleDates came with version 4: a series may have dates beside those of its rule. Nothing in an older file changes, and
// a program that knows version 3 would fail on such a series.
func singleDates(*writer) error { return nil }

// fillIndexes puts the records of kinds into indexes that are new. The entries go in by the order of their keys: a
// transaction keeps a growing bucket in one piece, and each entry that is put into its middle would move the rest.
func (w *writer) fillIndexes(kinds []core.Kind, indexes ...planner.Index) error {
	for _, kind := range kinds {
		entries := map[planner.Index][][]byte{}
		for rec, err := range w.All(kind) {
			if err != nil {
				return err
			}
			for _, k := range planner.IndexKeys(rec) {
				if slices.Contains(indexes, k.Index) {
					entries[k.Index] = append(entries[k.Index], indexKey(k.Of, k.At, rec.Base().ID))
				}
			}
		}
		for index, keys := range entries {
			slices.SortFunc(keys, bytes.Compare)
			for _, key := range keys {
				if err := w.put(prefixIndex+string(index), key, entryValue(index, key, kind)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

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
		return core.Fail(core.CodeReadOnly, "path", s.path, "state", "older")
	}
	to, err := backupName(s.path, time.Now())
	if err != nil {
		return err
	}
	if err := s.Backup(ctx, to); err != nil {
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
