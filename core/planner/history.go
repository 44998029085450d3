package planner

import (
	"context"

	"mentorbook/core"
)

// Histories is what the journal tells.
type Histories struct{ e *engine }

// Of gives the steps that touched a record, last first.
func (s Histories) Of(ctx context.Context, ref core.Ref, limit int) ([]*ChangeSet, error) {
	return view(ctx, s.e, func(r Reader) ([]*ChangeSet, error) {
		return collect(r.Journal(JournalQuery{Record: ref, Reverse: true, Limit: limit}))
	})
}

// Trim takes the images out of journal entries that are older than the workspace keeps them; who, what and
// when stay. It works in small transactions until nothing is left to trim.
func (s Histories) Trim(ctx context.Context) error {
	ws, err := Workspaces(s).Get(ctx)
	if err != nil {
		return err
	}
	before := s.e.now().AddDate(0, 0, -ws.JournalDays)
	for n := batchSize; n == batchSize; {
		err := s.e.Store.Update(ctx, func(w Writer) (err error) {
			n, err = w.TrimJournal(before, batchSize)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
