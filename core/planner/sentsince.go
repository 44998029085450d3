package planner

import (
	"context"
	"time"

	"mentorbook/core"
)

// What the world has seen is monotonic, also where a backup takes the place of a workspace: what went out since the backup is known
// to its readers, and a new message with a lower SEQUENCE would be older than that to them (RFC 5546 2.1.5).

// SentSince says what was found of the messages that went out since a backup.
type SentSince struct {
	Count   int  // so many are taken over
	Gone    int  // of these so many are about what the backup does not have
	Unknown bool // nobody can tell: the next message about each thing gets a SEQUENCE well above what is known
}

// metaSentUnknown is the name under which the instant is kept from which on it is known what was sent.
const metaSentUnknown = "sent_unknown"

// SequenceLeap is by how much a SEQUENCE rises where it is not known what went out before: by more than anybody changes a meeting.
const SequenceLeap = 100

// TakeSince takes what went out since the backup, which is the workspace now, from the workspace that it took the place of. A nil
// one could not be read. One of another workspace has nothing to tell.
func (s Invitations) TakeSince(ctx context.Context, replaced Store) (SentSince, error) {
	if replaced == nil {
		return SentSince{Unknown: true}, s.doubt(ctx)
	}
	var out SentSince
	missing, err := s.missing(ctx, replaced)
	if err != nil || len(missing) == 0 {
		return out, err
	}
	args := map[string]string{}
	_, err = s.e.doForGood(ctx, TitleSentSince, args, func(u *unit) error {
		for _, d := range missing {
			if err := u.restore(d); err != nil {
				return err
			}
			about := core.Ref{Kind: core.KindSeries, ID: d.Series}
			if d.Series.IsZero() {
				about = core.Ref{Kind: core.KindMeeting, ID: d.Meeting}
			}
			if _, err := u.Get(about); core.CodeOf(err) == core.CodeNotFound {
				out.Gone++
			} else if err != nil {
				return err
			}
		}
		out.Count = len(missing)
		return nil
	})
	return out, err
}

// missing gives what was sent from another copy of the workspace since the last step of this one.
func (s Invitations) missing(ctx context.Context, other Store) ([]*core.Dispatch, error) {
	var last time.Time
	var mine core.ID
	here := map[core.ID]bool{}
	err := s.e.Store.View(ctx, func(r Reader) error {
		ws, err := workspaceOf(r)
		if err != nil {
			return err
		}
		mine = ws.ID
		for cs, err := range r.Journal(JournalQuery{Reverse: true, Limit: 1}) {
			if err != nil {
				return err
			}
			last = cs.At
		}
		for d, err := range every[core.Dispatch](r) {
			if err != nil {
				return err
			}
			here[d.ID] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []*core.Dispatch
	err = other.View(ctx, func(r Reader) error {
		ws, err := workspaceOf(r)
		if err != nil || ws.ID != mine {
			return err
		}
		for d, err := range every[core.Dispatch](r) {
			if err != nil {
				return err
			}
			if !here[d.ID] && !d.Created.Before(last) { // what was erased before that stays so
				out = append(out, d)
			}
		}
		return nil
	})
	return out, err
}

// doubt notes that it is not known what went out before now.
func (s Invitations) doubt(ctx context.Context) error {
	return s.e.update(ctx, func(w Writer) error {
		return w.SetMeta(metaSentUnknown, []byte(s.e.nowUTC().Truncate(time.Millisecond).Format(time.RFC3339Nano)))
	})
}

// findDoubt finds whether messages may have gone out about it of which nothing is known here: none did since that is so.
func (a *matter) findDoubt(r Reader) error {
	raw, err := r.Meta(metaSentUnknown)
	if err != nil || len(raw) == 0 {
		return err
	}
	since, err := time.Parse(time.RFC3339Nano, string(raw))
	if err != nil {
		return core.Wrap(core.CodeDamaged, err)
	}
	made := a.meeting.Created
	if a.series != nil {
		made = a.series.Created
	}
	a.doubtful = made.Before(since)
	for _, d := range a.before {
		if !d.Created.Before(since) && (d.Occurrence.IsZero() || !a.whole && d.Occurrence == a.meeting.Recurrence) {
			a.doubtful = false
		}
	}
	return nil
}
