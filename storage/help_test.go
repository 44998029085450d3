//go:build linux

package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"go.uber.org/goleak"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestMain also lets this binary be the child processes that the tests need.
func TestMain(m *testing.M) {
	if how := os.Getenv("STORAGE_CHECK_DIES"); how != "" && os.Getenv(checkEnv) != "" {
		die(how)
	}
	if RunCheckChild(os.Stdout) {
		return
	}
	if what := os.Getenv("STORAGE_CHILD"); what != "" {
		os.Exit(children()[what](os.Args[1:]))
	}
	goleak.VerifyTestMain(m)
}

// children are what this binary can do as a child process.
func children() map[string]func(args []string) int {
	return map[string]func([]string) int{"write": childWrite, "import": childImport, "open": childOpen, "create": childCreate, "read": childRead, "output": childOutput}
}

func child(t testing.TB, what string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), "STORAGE_CHILD="+what)
	return cmd
}

// seeded gives a random source, and says how to have the same again.
func seeded(t testing.TB) *rand.Rand {
	t.Helper()
	seed := uint64(20260101)
	if s := os.Getenv("STORAGE_SEED"); s != "" {
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		seed = n
	}
	t.Logf("STORAGE_SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, 7))
}

func testID(n uint64) core.ID {
	var id core.ID
	binary.BigEndian.PutUint64(id[:], n)
	id[15] = 1
	return id
}

func newStore(t testing.TB) *Store {
	t.Helper()
	s, err := Create(context.Background(), filepath.Join(t.TempDir(), "w.mentorbook"), Options{Holder: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func update(t testing.TB, s *Store, write func(w planner.Writer) error) {
	t.Helper()
	if err := s.Update(context.Background(), write); err != nil {
		t.Fatal(err)
	}
}

func wantCode(t testing.TB, err error, code core.Code) *core.Error {
	t.Helper()
	var coded *core.Error
	if !errors.As(err, &coded) || coded.Code != code {
		t.Fatalf("want %s, got %v", code, err)
	}
	return coded
}

var epoch = time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)

// sampleRecord makes a sound record of one of several kinds from two numbers.
func sampleRecord(n, stamp uint64) core.Record {
	h := core.Head{ID: testID(n), Created: epoch, Rev: core.Revision{Counter: stamp}}
	day := core.DateOf(epoch).AddDays(int(stamp % 400))
	switch n % 5 {
	case 0:
		return &core.Person{Head: h, Name: fmt.Sprintf("Person %d of %d", n, stamp)}
	case 1:
		a := &core.Action{Head: h, Title: fmt.Sprint("act ", stamp), Owner: testID(stamp%7 + 1000), Due: day, Status: core.ActionOpen}
		for i := range stamp % 3 {
			a.Relationships = append(a.Relationships, testID(2000+i))
		}
		if stamp%4 == 0 {
			a.Status, a.Closed = core.ActionDone, day
		}
		return a
	case 2:
		return &core.Meeting{
			Head: h, Relationship: testID(stamp%3 + 2000), Start: day.At(14, 0), End: day.At(15, 0),
			Zone: []core.Zone{"Europe/Berlin", "UTC", "America/New_York"}[stamp%3], Status: core.MeetingPlanned, UID: fmt.Sprint(n),
		}
	case 3:
		return &core.Note{Head: h, About: core.Ref{Kind: core.KindPerson, ID: testID(stamp % 9)}, Author: testID(1000), Text: fmt.Sprint("note ", stamp)}
	}
	return &core.Question{Head: h, Asker: testID(1000), Text: fmt.Sprint("why ", stamp), Asked: epoch.Add(time.Duration(stamp) * time.Minute)}
}

func entryFor(id uint64, group core.ID, recs ...core.Record) *planner.ChangeSet {
	cs := &planner.ChangeSet{ID: testID(id), Group: group, At: epoch.Add(time.Duration(id) * time.Second), Title: planner.TitleCaptured}
	for _, r := range recs {
		cs.Changes = append(cs.Changes, planner.Change{Ref: core.RefOf(r), Made: true})
	}
	return cs
}

// fill writes n records with journal entries of ten each.
func fill(t testing.TB, s *Store, n int) {
	t.Helper()
	for from := 0; from < n; from += 500 {
		update(t, s, func(w planner.Writer) error {
			var recs []core.Record
			for i := from; i < min(n, from+500); i++ {
				rec := sampleRecord(uint64(i), uint64(i*13))
				if err := w.Put(rec); err != nil {
					return err
				}
				if recs = append(recs, rec); len(recs) == 10 {
					if err := w.Append(entryFor(uint64(i), testID(77), recs...)); err != nil {
						return err
					}
					recs = nil
				}
			}
			return nil
		})
	}
}

// checkClean fails unless a full check of a closed file finds nothing.
func checkClean(t testing.TB, path string) *Report {
	t.Helper()
	report := checkHere(path, nil)
	if len(report.Findings) > 0 {
		t.Fatalf("%s: %v", path, report.Findings)
	}
	return report
}
