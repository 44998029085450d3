//go:build linux

package storage

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

var updateFixture = flag.Bool("update", false, "write the fixture of the current version anew")

// TestVersions opens a file of each released version: it holds what it held.
func TestVersions(t *testing.T) {
	for _, version := range []string{"1", "2", "3", "4"} {
		file := filepath.Join("testdata", "version"+version+".bolt")
		if *updateFixture && version == strconv.Itoa(schemaVersion) {
			writeFixture(t, file)
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "w")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		sum, err := readAll(path, 0)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(file + ".sum")
		if err != nil || sum != strings.TrimSpace(string(want)) {
			t.Errorf("version %s holds %s, want %s (%v)", version, sum, want, err)
		}
		if report := checkClean(t, path); report.Counts[core.KindPerson] != 8 || report.Counts[core.KindMeeting] != 8 {
			t.Errorf("version %s: %v", version, report.Counts)
		}
	}
}

// datedSeries is a series with dates beside its rule, which came with version 4.
func datedSeries() *core.Series {
	day := core.DateOf(epoch)
	return &core.Series{
		Head: core.Head{ID: testID(900), Created: epoch}, Relationship: testID(2001), Start: day.At(14, 0), End: day.At(15, 0),
		Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=4;RDATE=20270101T100000,20270214T163000", UID: "dated",
	}
}

func writeFixture(t *testing.T, file string) {
	t.Helper()
	s := newStore(t)
	fill(t, s, 40)
	update(t, s, func(w planner.Writer) error { return w.Put(datedSeries()) })
	if err := s.SaveDraft(context.Background(), planner.Draft{Key: "note/1", Text: "half a thought", At: epoch}); err != nil {
		t.Fatal(err)
	}
	update(t, s, func(w planner.Writer) error { return w.SetMeta("undo", []byte("small value")) })
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Compact(context.Background(), s.Path()); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	sum, err := readAll(s.Path(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.MkdirAll("testdata", 0o755), os.WriteFile(file, raw, 0o644), os.WriteFile(file+".sum", []byte(sum+"\n"), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestMigration leads a file over two later versions of a schema, after a backup, in order; a step that fails
// leaves the file at the version before it.
func TestMigration(t *testing.T) {
	s := newStore(t)
	fill(t, s, 60)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	before, err := readAll(s.Path(), 0)
	if err != nil {
		t.Fatal(err)
	}
	errStep := errors.New("the second step fails")
	var fail error
	later := schema{version: schemaVersion + 2, steps: append(currentSchema().steps,
		func(w *writer) error {
			rec, err := w.Get(personRef(5))
			if err != nil {
				return err
			}
			rec.(*core.Person).Name += " of version 2"
			return w.Put(rec)
		},
		func(w *writer) error {
			rec, err := w.Get(personRef(5))
			if err != nil {
				return err
			}
			rec.(*core.Person).Name += " and 3"
			return errors.Join(w.Put(rec), fail)
		},
	)}
	_, err = Open(ctx, s.Path(), Options{ReadOnly: true, schema: &later})
	wantCode(t, err, core.CodeReadOnly)
	fail = errStep
	if _, err := Open(ctx, s.Path(), Options{schema: &later}); !errors.Is(err, errStep) {
		t.Fatal(err)
	}
	if backup := LastGoodBackup(s.Path()); backup == "" {
		t.Fatal("no backup before the migration")
	} else if got, err := readAll(backup, 0); err != nil || got != before {
		t.Errorf("the backup holds something else: %v", err)
	}
	raw, _ := os.ReadFile(s.Path())
	_, err = Open(ctx, s.Path(), Options{})
	if e := wantCode(t, err, core.CodeNewer); e.Args["have"] != schemaVersion+1 {
		t.Error(e)
	}
	if again, _ := os.ReadFile(s.Path()); !bytes.Equal(raw, again) {
		t.Error("a newer file was touched")
	}
	fail = nil
	moved, err := Open(ctx, s.Path(), Options{schema: &later})
	if err != nil {
		t.Fatal(err)
	}
	defer moved.Close()
	err = moved.View(ctx, func(r planner.Reader) error {
		rec, err := r.Get(personRef(5))
		if err == nil && !strings.HasSuffix(rec.(*core.Person).Name, " of version 2 and 3") {
			t.Error(rec.(*core.Person).Name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestZones opens a file whose indexes follow other rules of a zone: they are worked out anew, once.
func TestZones(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w")
	ctx := context.Background()
	rules := "old"
	opt := Options{Zones: func(z core.Zone) string { return rules + string(z) }}
	s, err := Create(ctx, path, opt)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 100)
	noon := core.DateOf(epoch).At(12, 0)
	update(t, s, func(w planner.Writer) error {
		series := &core.Series{Head: core.Head{ID: testID(5000), Created: epoch}, Relationship: testID(2000), Start: noon, End: noon.AddMinutes(45), Zone: "Asia/Tokyo", Rule: "FREQ=WEEKLY;COUNT=3", UID: "s"}
		if err := w.Put(series); err != nil {
			return err
		}
		return w.Put(&core.Busy{Head: core.Head{ID: testID(5001), Created: epoch}, Person: testID(1000), Start: noon, End: noon.AddMinutes(45), Zone: "Asia/Tokyo"})
	})
	// as if the rules had been others when they were written: all that has a zone stands an hour late in its indexes
	if err := s.update(ctx, spoilZoned); err != nil {
		t.Fatal(err)
	}
	for _, rules = range []string{"old", "new", "new"} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		wrong := len(checkHere(path, nil).Findings) > 0
		if wrong != (rules == "old") {
			t.Errorf("rules %s: wrong is %v", rules, wrong)
		}
		raw, _ := os.ReadFile(path)
		if s, err = Open(ctx, path, opt); err != nil {
			t.Fatal(err)
		}
		if again, _ := os.ReadFile(path); bytes.Equal(raw, again) == (wrong && rules == "new") {
			t.Errorf("rules %s: renewed at the wrong time", rules)
		}
		if rules == "old" {
			rules = "new"
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if s, err = Open(ctx, path, opt); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	checkClean(t, path)
}

func spoilZoned(w *writer) error {
	for _, kind := range []core.Kind{core.KindMeeting, core.KindSeries, core.KindBusy} {
		for rec, err := range w.All(kind) {
			if err != nil {
				return err
			}
			keys := planner.IndexKeys(rec)
			late := planner.IndexKeys(rec)
			for i := range late {
				late[i].At = late[i].At.Add(3600e9)
			}
			if err := w.reindex(core.RefOf(rec), keys, late); err != nil {
				return err
			}
		}
	}
	return nil
}

func TestZoneRules(t *testing.T) {
	seen := map[string]core.Zone{}
	for _, zone := range []core.Zone{"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Africa/Casablanca", "Australia/Lord_Howe"} {
		sum := ZoneRules(zone)
		if sum == "" || sum != ZoneRules(zone) || seen[sum] != "" {
			t.Errorf("%s: %q, as %s", zone, sum, seen[sum])
		}
		seen[sum] = zone
	}
	if ZoneRules("Europe/Nowhere") != "" {
		t.Error("rules of no zone")
	}
}
