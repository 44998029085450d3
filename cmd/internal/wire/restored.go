package wire

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// SentSince lets a workspace that was restored from a backup know what went out since that, from the file that it took the place
// of, which was kept aside; "" where there was none. Where there is none, or it can't be read, the next messages come after whatever
// went out.
func SentSince(ctx context.Context, p *planner.Planner, aside string) (planner.SentSince, error) {
	if aside == "" {
		return p.Invitations.TakeSince(ctx, nil)
	}
	store, err := storage.Open(ctx, aside, storage.Options{ReadOnly: true})
	if err != nil {
		return p.Invitations.TakeSince(ctx, nil)
	}
	defer store.Close()
	since, err := p.Invitations.TakeSince(ctx, store)
	if core.CodeOf(err) == core.CodeDamaged && ctx.Err() == nil {
		return p.Invitations.TakeSince(ctx, nil)
	}
	return since, err
}

// TellSentSince gives the sentences that say what was found in the file that was kept aside, none where nothing was.
func TellSentSince(w *locale.Words, since planner.SentSince, aside string) (out []string) {
	switch {
	case since.Unknown && aside == "":
		out = append(out, w.T("restored.alone", "count", planner.SequenceLeap))
	case since.Unknown:
		out = append(out, w.T("restored.unknown", "count", planner.SequenceLeap))
	}
	if since.Count > 0 {
		out = append(out, w.T("restored.sent", "count", since.Count))
	}
	if since.Gone > 0 {
		out = append(out, w.T("restored.gone", "count", since.Gone))
	}
	return out
}
