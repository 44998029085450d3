package planner

import (
	"context"
	"encoding/json"
	"maps"
	"time"

	"mentorbook/core"
)

const metaPutOff = "put_off"

// PutOff remembers that somebody wants to be told of a meeting again at an instant, also by a window that is opened later; the
// zero time forgets it. It is no step: nothing to undo, nothing in the history.
func (p *Planner) PutOff(ctx context.Context, meeting core.ID, until time.Time) error {
	return p.Store.Update(ctx, func(w Writer) error {
		all, err := putOffs(w)
		if err != nil {
			return err
		}
		if all[meeting] = until; until.IsZero() {
			delete(all, meeting)
		}
		maps.DeleteFunc(all, func(_ core.ID, at time.Time) bool { return at.Before(p.Clock.Now().Add(-reminderMemory)) })
		if len(all) == 0 {
			return w.SetMeta(metaPutOff, nil)
		}
		raw, err := json.Marshal(all)
		if err != nil {
			return err
		}
		return w.SetMeta(metaPutOff, raw)
	})
}

// PutOffs gives the meetings of which somebody wants to be told again, and when.
func (p *Planner) PutOffs(ctx context.Context) (map[core.ID]time.Time, error) {
	return view(ctx, p.engine, putOffs)
}

// putOffs reads them. What can't be read is no reminder, and must not keep the others away.
func putOffs(r Reader) (map[core.ID]time.Time, error) {
	all := map[core.ID]time.Time{}
	raw, err := r.Meta(metaPutOff)
	if err != nil || len(raw) == 0 {
		return all, err
	}
	if json.Unmarshal(raw, &all) != nil {
		return map[core.ID]time.Time{}, nil
	}
	return all, nil
}
