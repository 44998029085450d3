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
	"mentorbook/core/draw"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
	"mentorbook/core/report"
	"mentorbook/core/report/pdf"
	"mentorbook/core/table"
	"mentorbook/storage"
)

// DefaultWorkspace is where the workspace lies unless another is named: under the user's data folder.
func DefaultWorkspace() string {
	return filepath.Join(xdg.DataHome, "mentorbook", "practice.mentorbook")
}

// MachineSettings is where the settings of this machine lie: under the user's folder for configuration.
func MachineSettings() string { return filepath.Join(xdg.ConfigHome, "mentorbook", "machine.json") }

// SampleWorkspace is where the sample for a side is put to be tried: in a file of its own.
func SampleWorkspace(side core.Role) string {
	return filepath.Join(xdg.DataHome, "mentorbook", "sample-"+string(side)+".mentorbook")
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
	words, err := report.EveryLanguage()
	if err != nil {
		return nil, err
	}
	book := words[lang]
	if book == nil {
		return nil, core.FailField(core.CodeBadChoice, "language", "value", string(lang))
	}
	p := planner.New(planner.Ports{
		Store: store, Clock: clock, IDs: IDs{}, Device: device, Files: store,
		Inviter: ical.NewInviter(words[core.English], words[core.Russian]), Reporter: reporter{words}, Contacts: contacts.New(book, words[core.English], words[core.Russian]), Calendars: ical.Calendars{}, Tables: table.History{},
		Lean: (&leanness{}).begin, Apart: words.Apart, Language: lang,
	})
	return p, p.Recover(ctx)
}

// Filled gives what fills a new workspace by use-cases, for storage.Make.
func Filled(ctx context.Context, clock planner.Clock, device core.Device, lang core.Language, fill func(*planner.Planner) error) func(*storage.Store) error {
	return func(store *storage.Store) error {
		p, err := Planner(ctx, store, clock, device, lang)
		if err != nil {
			return err
		}
		return fill(p)
	}
}

// Pages lays reports out as they are written, for those who look before. The words are read when first needed.
func Pages() func(*core.ReportFacts) (*draw.Document, error) {
	read := sync.OnceValues(report.EveryLanguage)
	return func(f *core.ReportFacts) (*draw.Document, error) {
		words, err := read()
		if err != nil {
			return nil, err
		}
		return words.Pages(f)
	}
}

// reporter writes reports as PDF.
type reporter struct{ report.Languages }

func (r reporter) Write(ctx context.Context, f *core.ReportFacts, out io.Writer, tell func(done, total int)) error {
	pages, err := r.Pages(f)
	if err != nil {
		return err
	}
	err = pdf.WriteTelling(ctx, out, pages, tell)
	if errors.Is(err, context.Canceled) {
		return core.Wrap(core.CodeCancelled, err)
	}
	return core.Wrap(core.CodeInternal, err)
}
