// Package wire puts the planner together with the adapters that do its work: for both programs alike.
package wire

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"
	"github.com/google/uuid"

	"mentorbook/core"
	"mentorbook/core/contacts"
	"mentorbook/core/ical"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/core/report"
	"mentorbook/core/report/pdf"
	"mentorbook/storage"
)

// DefaultWorkspace is where the workspace lies unless another is named: under the user's data folder.
func DefaultWorkspace() string {
	return filepath.Join(xdg.DataHome, "mentorbook", "practice.mentorbook")
}

// Clock tells the time: the machine's, or a fixed one that was asked for.
type Clock struct{ Fixed time.Time }

// Now implements planner.Clock.
func (c Clock) Now() time.Time {
	if c.Fixed.IsZero() {
		return time.Now()
	}
	return c.Fixed
}

// IDs makes UUIDs of version 7 that rise within the process.
type IDs struct{}

// NewID implements planner.IDs. It panics where the system has no randomness left, as nothing sound can follow.
func (IDs) NewID() core.ID { return core.ID(uuid.Must(uuid.NewV7())) }

// Planner wires a planner over an open workspace and rolls back what a crash cut off.
func Planner(ctx context.Context, store *storage.Store, clock planner.Clock, device core.Device, lang core.Language) (*planner.Planner, error) {
	w := &words{}
	book, err := w.in(lang)
	if err != nil {
		return nil, err
	}
	p := planner.New(planner.Ports{
		Store: store, Clock: clock, IDs: IDs{}, Device: device, Files: storage.Files{},
		Inviter: inviter{w}, Reporter: reporter{w}, Contacts: contacts.New(book),
	})
	return p, p.Recover(ctx)
}

// words loads each language once.
type words struct {
	mu  sync.Mutex
	all map[core.Language]*locale.Words
}

func (w *words) in(lang core.Language) (*locale.Words, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if got := w.all[lang]; got != nil {
		return got, nil
	}
	got, err := locale.New(lang)
	if err != nil {
		return nil, err
	}
	if w.all == nil {
		w.all = map[core.Language]*locale.Words{}
	}
	w.all[lang] = got
	return got, nil
}

// inviter writes calendar messages.
type inviter struct{ words *words }

func (inviter) Calendar(v *core.Invitation) ([]byte, error) { return ical.Calendar(v) }

func (i inviter) Email(v *core.Invitation) ([]byte, error) {
	w, err := i.words.in(v.Language)
	if err != nil {
		return nil, err
	}
	return ical.Email(v, ical.Compose(v, w))
}

// reporter writes reports as PDF.
type reporter struct{ words *words }

func (r reporter) Write(ctx context.Context, f *core.ReportFacts, out io.Writer) error {
	w, err := r.words.in(f.Request.Language)
	if err != nil {
		return err
	}
	err = pdf.Write(ctx, out, report.Pages(report.Compose(f), f, w))
	if errors.Is(err, context.Canceled) {
		return core.Wrap(core.CodeCancelled, err)
	}
	return core.Wrap(core.CodeInternal, err)
}
