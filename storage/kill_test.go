//go:build linux

package storage

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestKill kills a process that writes, two hundred times: what it said it had done is there, and nothing is
// half done.
func TestKill(t *testing.T) {
	t.Parallel()
	rng := seeded(t)
	path := filepath.Join(t.TempDir(), "w.mentorbook")
	s, err := Create(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	stamp := uint64(0)
	for i := range 200 {
		said := killWriter(t, path, stamp, time.Duration(rng.IntN(40_000))*time.Microsecond)
		stamp = stampOf(t, path)
		if stamp != said && stamp != said+1 {
			t.Fatalf("kill %d: said %d, holds %d", i, said, stamp)
		}
		if i%20 == 19 {
			checkClean(t, path)
		}
	}
	if stamp < 200 {
		t.Errorf("only %d transactions in 200 lives", stamp)
	}
	t.Logf("%d transactions survived", stamp)
}

// killWriter lets a child write from a stamp on and kills it a while after its first word. It gives the last
// stamp that the child said it had written.
func killWriter(t *testing.T, path string, stamp uint64, after time.Duration) uint64 {
	t.Helper()
	cmd := child(t, "write", path, fmt.Sprint(stamp))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := (*time.Timer)(nil)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if timer == nil {
			timer = time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
		if _, err := fmt.Sscanf(lines.Text(), "done %d", &stamp); err != nil {
			t.Errorf("the child says: %s", lines.Text())
		}
	}
	_ = cmd.Wait()
	return stamp
}

// stampOf opens a file as the program would, and gives the stamp that all its records have.
func stampOf(t *testing.T, path string) (stamp uint64) {
	t.Helper()
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	n, first := 0, true
	err = s.view(context.Background(), func(r *reader) error {
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				if n++; first {
					stamp, first = rec.Base().Rev.Counter, false
				}
				if rec.Base().Rev.Counter != stamp {
					t.Fatalf("%s has stamp %d, others %d", core.RefOf(rec), rec.Base().Rev.Counter, stamp)
				}
			}
		}
		entries, err := r.count(bucketJournal)
		if err == nil && uint64(entries) != stamp {
			t.Fatalf("%d entries in the journal at stamp %d", entries, stamp)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if n != 0 && n != stamped {
		t.Fatalf("%d records", n)
	}
	return stamp
}

// TestKillInGroup kills a process within bulk work: after the next start all of it is there or nothing.
func TestKillInGroup(t *testing.T) {
	t.Parallel()
	rng := seeded(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "all.json")
	const people = 3500
	if err := os.WriteFile(file, exportOf(people), 0o600); err != nil {
		t.Fatal(err)
	}
	whole, nothing := 0, 0
	for i := range 30 {
		path := filepath.Join(dir, fmt.Sprint("w", i))
		s, err := Create(context.Background(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		killImport(t, path, file, time.Duration(rng.IntN(400))*time.Millisecond)
		if s, err = Open(context.Background(), path, Options{Timeout: 5 * time.Second}); err != nil {
			t.Fatal(err)
		}
		if err := testPlanner(s).Recover(context.Background()); err != nil {
			t.Fatal(err)
		}
		err = s.View(context.Background(), func(r planner.Reader) error {
			n, err := r.Count(core.KindPerson)
			switch n {
			case people:
				whole++
			case 0:
				nothing++
			default:
				t.Errorf("%d people are left", n)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		checkClean(t, path)
		_ = os.Remove(path)
	}
	t.Logf("%d whole, %d rolled back", whole, nothing)
	if nothing == 0 {
		t.Error("no kill came in time")
	}
}

func exportOf(people int) []byte {
	var out bytes.Buffer
	out.WriteString(`{"format":"mentorbook","version":1,"records":[` + "\n")
	ws := core.NewWorkspace(testID(1), testID(10), core.RoleMentor, core.English)
	line := func(rec core.Record) {
		raw, _ := json.Marshal(rec)
		fmt.Fprintf(&out, `{"kind":%q,"record":%s}`, rec.Kind(), raw)
	}
	line(ws)
	for i := range people {
		out.WriteString(",\n")
		line(&core.Person{Head: core.Head{ID: testID(uint64(10 + i))}, Name: fmt.Sprint("Person ", i)})
	}
	out.WriteString("\n]}\n")
	return out.Bytes()
}

func killImport(t *testing.T, path, file string, after time.Duration) {
	t.Helper()
	cmd := child(t, "import", path, file)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		switch text := lines.Text(); {
		case text == "begun":
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		case !strings.HasPrefix(text, "done"):
			t.Errorf("the child says: %s", text)
		}
	}
	_ = cmd.Wait()
}
