package uitest

import (
	"context"
	"io"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"mentorbook/core"
	"mentorbook/core/contacts"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
	"mentorbook/core/report"
	"mentorbook/core/report/pdf"
	"mentorbook/core/sample"
	"mentorbook/core/table"
	"mentorbook/storage"
)

// fixedClock stands at the time of every house.
type fixedClock struct{}

func (fixedClock) Now() time.Time { return Now() }

// ids makes ids that rise within the process, as the programs' do.
type ids struct{}

func (ids) NewID() core.ID { return core.ID(uuid.Must(uuid.NewV7())) }

// reporter writes reports as PDF.
type reporter struct{ report.Languages }

func (r reporter) Write(ctx context.Context, f *core.ReportFacts, out io.Writer, tell func(done, total int)) error {
	pages, err := r.Pages(f)
	if err != nil {
		return err
	}
	return pdf.WriteTelling(ctx, out, pages, tell)
}

// languages gives the words of all languages.
func languages(t testing.TB) reporter {
	t.Helper()
	all, err := report.EveryLanguage()
	if err != nil {
		t.Fatal(err)
	}
	return reporter{all}
}

// open makes the workspace file and fills it.
func open(t testing.TB, dir string, words reporter, opt Options) *planner.Planner {
	t.Helper()
	store, err := storage.Create(t.Context(), filepath.Join(dir, workspace), storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	p := planner.New(planner.Ports{
		Store: store, Clock: fixedClock{}, IDs: ids{}, Device: "test", Files: storage.Files{}, Reporter: words,
		Inviter: ical.NewInviter(words.Languages[core.English], words.Languages[core.Russian]), Contacts: contacts.New(words.Languages[opt.Language], words.Languages[core.English], words.Languages[core.Russian]), Tables: table.History{}, Calendars: ical.Calendars{},
		Apart: words.Apart, Language: opt.Language,
	})
	if err := fill(t, p, opt); err != nil {
		t.Fatal(err)
	}
	return p
}

func fill(t testing.TB, p *planner.Planner, opt Options) error {
	side := opt.Role
	if side == "" {
		side = core.RoleMentor
	}
	if opt.Empty {
		owner := core.Person{Name: "Maja Lindqvist", Zone: "Europe/Berlin", Language: opt.Language}
		_, err := p.Workspace.Start(t.Context(), planner.Start{Owner: owner, Side: side, Language: opt.Language})
		return err
	}
	from := opt.Large
	from.Now, from.Language, from.As = Now(), opt.Language, side
	return sample.Fill(t.Context(), p, from, nil)
}
