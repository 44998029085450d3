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

// trimBatch is how many entries one transaction of a trimming does: an entry of bulk work holds a thousand images.
const trimBatch = 50

// Trim takes the images out of journal entries that are older than the workspace keeps them; who, what and
// when stay. It works in small transactions, does about limit entries at most (all, where that is 0), and tells
// whether there may be more. A workspace that was never started has nothing to trim.
func (s Histories) Trim(ctx context.Context, limit int) (more bool, err error) {
	ws, err := Workspaces(s).Get(ctx)
	if core.CodeOf(err) == core.CodeNotFound {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	before := s.e.now().AddDate(0, 0, -ws.JournalDays)
	for done := 0; limit <= 0 || done < limit; {
		n := 0
		err := s.e.Store.Update(ctx, func(w Writer) (err error) {
			n, err = w.TrimJournal(before, trimBatch)
			return err
		})
		if err != nil || n < trimBatch {
			return false, err
		}
		done += n
	}
	return true, nil
}
