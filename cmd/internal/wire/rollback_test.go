package wire

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// marker stands in everything that the cut-off import brings.
const marker = "Quicksilver"

// TestARolledBackGroupLeavesNoTrace: an import that is cancelled, or cut off and taken back when the file is opened, is
// in no journal afterwards; records that it had changed are what they were, to the revision; undo takes back the step
// before it; and once the file is compacted no word of it lies there.
func TestARolledBackGroupLeavesNoTrace(t *testing.T) {
	for name, stop := range map[string]func(*testing.T, *planner.Planner, *planner.ImportPlan){"cancelled": cancelled, "cut off": cutShort} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.mentorbook")
			store, p := filled(t, path)
			ctx := t.Context()
			_, err := p.People.Add(ctx, core.Person{Name: "Nora Vance", Emails: []string{"nora@vance.example"}})
			ok(t, err)
			records, entries := whole(t, p)
			stop(t, p, crowd(t, p))
			ok(t, store.Close())
			store, p = reopened(t, path)
			now, left := whole(t, p)
			if now != records {
				t.Error("the records are not what they were")
			}
			if left != entries {
				t.Errorf("the journal was\n%s\nand is\n%s", entries, left)
			}
			step, err := p.Undo(ctx)
			if ok(t, err); step.Title != planner.TitlePersonAdded || step.Args["name"] != "Nora Vance" {
				t.Errorf("undo took back %+v", step)
			}
			_, err = p.Redo(ctx)
			ok(t, err)
			ok(t, store.Close())
			_, _, err = storage.Compact(ctx, path)
			ok(t, err)
			raw, err := os.ReadFile(path)
			ok(t, err)
			if bytes.Contains(raw, []byte(marker)) || !bytes.Contains(raw, []byte("Nora Vance")) {
				t.Error("what was taken back lies in the file")
			}
			report, err := storage.Check(ctx, path)
			if ok(t, err); len(report.Findings) > 0 || report.Unfinished {
				t.Errorf("%+v", report)
			}
		})
	}
}

func filled(t *testing.T, path string) (*storage.Store, *planner.Planner) {
	t.Helper()
	store, err := storage.Create(t.Context(), path, storage.Options{})
	ok(t, err)
	p, err := Planner(t.Context(), store, Clock{Fixed: noon()}, "test", core.English)
	ok(t, err)
	ok(t, p.Exchange.Fill(t.Context(), planner.TitleSampleMade, sample.Records(sample.Options{As: core.RoleMentor, Now: noon()}), nil))
	return store, p
}

func reopened(t *testing.T, path string) (*storage.Store, *planner.Planner) {
	t.Helper()
	store, err := storage.Open(t.Context(), path, storage.Options{})
	ok(t, err)
	p, err := Planner(t.Context(), store, Clock{Fixed: noon()}, "test", core.English)
	ok(t, err)
	return store, p
}

// crowd reads a file of 2,500 people, the first of whom is known: she gets a job.
func crowd(t *testing.T, p *planner.Planner) *planner.ImportPlan {
	t.Helper()
	var file strings.Builder
	file.WriteString("Name,E-mail Address,Organization Name\nNora Vance,nora@vance.example," + marker + " Works\n")
	for i := range 2500 {
		fmt.Fprintf(&file, "%s Person %d,p%d@crowd.example,\n", marker, i, i)
	}
	plan, err := p.People.ReadPeople(t.Context(), "crowd.csv", strings.NewReader(file.String()))
	ok(t, err)
	return plan
}

func cancelled(t *testing.T, p *planner.Planner, plan *planner.ImportPlan) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	err := p.People.Import(ctx, plan, func(done int) {
		if done >= 1000 {
			cancel()
		}
	})
	if core.CodeOf(err) != core.CodeCancelled {
		t.Fatal(err)
	}
}

// cutShort leaves the import as a crash does: begun, and neither ended nor taken back.
func cutShort(t *testing.T, p *planner.Planner, plan *planner.ImportPlan) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Fatal("the import was not cut off")
		}
	}()
	_ = p.People.Import(t.Context(), plan, func(done int) {
		if done >= 2000 {
			panic("the end")
		}
	})
}

// whole gives all records, with their heads, and the titles of all entries of the journal.
func whole(t *testing.T, p *planner.Planner) (records, entries string) {
	t.Helper()
	var out bytes.Buffer
	ok(t, p.Exchange.Export(t.Context(), &out))
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for cs, err := range r.Journal(planner.JournalQuery{}) {
			if err != nil {
				return err
			}
			entries += fmt.Sprintln(cs.ID, cs.Title, len(cs.Changes))
		}
		return nil
	}))
	return out.String(), entries
}

// No step is written in the midst of bulk work: it could name, or change, what goes when that is rolled back. It waits, and
// may be given up meanwhile.
func TestNoStepIsWrittenWithinBulkWork(t *testing.T) {
	_, p := filled(t, filepath.Join(t.TempDir(), "a.mentorbook"))
	ctx, cancel := context.WithCancel(t.Context())
	// one gives a step that names somebody of the crowd, who is in the file by now.
	one := func(ctx context.Context) error {
		all, err := p.List(ctx, planner.Filter{Kind: core.KindPerson})
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(rec core.Record) bool { return strings.HasPrefix(rec.(*core.Person).Name, marker) })
		if i < 0 {
			return errors.New("nobody of the crowd is there yet")
		}
		_, err = p.Goals.Add(ctx, core.Goal{Person: all[i].Base().ID, Title: "Speak up"})
		return err
	}
	waiting, began := make(chan error, 1), false
	err := p.People.Import(ctx, crowd(t, p), func(int) {
		given, up := context.WithTimeout(t.Context(), time.Millisecond)
		defer up()
		if err := one(given); core.CodeOf(err) != core.CodeCancelled {
			t.Errorf("written within: %v", err)
		}
		if !began {
			began = true
			go func() {
				_, err := p.People.Add(t.Context(), core.Person{Name: "Nora Vance"})
				waiting <- err
			}()
			cancel()
		}
	})
	if core.CodeOf(err) != core.CodeCancelled {
		t.Fatal(err)
	}
	ok(t, <-waiting)
	sound(t, p, "cancelled")
	step, err := p.Undo(t.Context())
	if ok(t, err); step.Args["name"] != "Nora Vance" {
		t.Errorf("%+v", step)
	}
}
