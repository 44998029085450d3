package program

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// Two programs that find the log too long at once turn it over once: no line of it is lost.
func TestTheLogIsTurnedOverOnce(t *testing.T) {
	dir := t.TempDir()
	boxes := []*Blackbox{{dir: dir}, {dir: dir}}
	path := boxes[0].LogFile()
	long := []byte(strings.Repeat("a line of the past\n", mostLog/10))
	if err := os.WriteFile(path, long, 0o600); err != nil {
		t.Fatal(err)
	}
	const each = 20
	var all sync.WaitGroup
	for n, box := range boxes {
		for i := range each {
			all.Go(func() {
				if err := box.keep(fmt.Sprintf("line %d of %d.", i, n), time.Now()); err != nil {
					t.Error(err)
				}
			})
		}
	}
	all.Wait()
	old, err := os.ReadFile(path + olderLog)
	if err != nil {
		t.Fatal(err)
	}
	now, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(old, long) {
		t.Errorf("the past of %d bytes is %d bytes", len(long), len(old))
	}
	for n := range boxes {
		for i := range each {
			if line := fmt.Appendf(nil, "line %d of %d.", i, n); bytes.Count(old, line)+bytes.Count(now, line) != 1 {
				t.Errorf("%q is lost, or is there twice", line)
			}
		}
	}
}

// Who comes second to turn the log over finds it short, and leaves what the first one turned over; a mark that a program
// left which ended at that very moment holds nobody up for long.
func TestTheSecondLeavesTheLog(t *testing.T) {
	path := (&Blackbox{dir: t.TempDir()}).LogFile()
	for name, text := range map[string]string{path: "new", path + olderLog: "old"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := turnOver(path); err != nil {
		t.Fatal(err)
	}
	if old, err := os.ReadFile(path + olderLog); err != nil || string(old) != "old" {
		t.Errorf("%q, %v", old, err)
	}
	mark := path + turning
	if err := os.WriteFile(mark, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(mark, long, long); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, make([]byte, mostLog+1), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := turnOver(path); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Stat(path + olderLog); err != nil || info.Size() != mostLog+1 {
		t.Errorf("it was not turned over: %v", err)
	}
}
