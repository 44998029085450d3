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
	"mentorbook/core/draw"
	"mentorbook/core/ical"
	"mentorbook/core/locale"
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

// reporter writes reports as PDF, each in its own language.
type reporter map[core.Language]*locale.Words

func (r reporter) pages(f *core.ReportFacts) (*draw.Document, error) {
	w := r[f.Request.Language]
	if w == nil {
		return nil, core.FailField(core.CodeBadChoice, "language", "value", string(f.Request.Language))
	}
	return report.Pages(report.Compose(f), f, w), nil
}

func (r reporter) Texts(f *core.ReportFacts) []string { return report.Compose(f).Texts() }

func (r reporter) Write(ctx context.Context, f *core.ReportFacts, out io.Writer) error {
	pages, err := r.pages(f)
	if err != nil {
		return err
	}
	return pdf.Write(ctx, out, pages)
}

// languages gives the words of all languages.
func languages(t testing.TB) reporter {
	t.Helper()
	all := reporter{}
	for _, l := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(l)
		if err != nil {
			t.Fatal(err)
		}
		all[l] = w
	}
	return all
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
		Inviter: ical.NewInviter(words[core.English], words[core.Russian]), Contacts: contacts.New(words[opt.Language]), Tables: table.History{}, Calendars: ical.Calendars{},
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
