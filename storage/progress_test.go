package storage

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mentorbook/core"
)

// steps keeps what a Progress is told.
type steps struct {
	t           *testing.T
	done, total int
	calls       int
}

func (s *steps) tell(done, total int) {
	if done < s.done || done > total || s.calls > 0 && total != s.total {
		s.t.Errorf("%d of %d after %d of %d", done, total, s.done, s.total)
	}
	s.done, s.total = done, total
	s.calls++
}

// A copy tells of its bytes up to the last, and a check of its records.
func TestCopiesAndChecksTellHowFarTheyAre(t *testing.T) {
	s := newStore(t)
	fill(t, s, 2000)
	to := filepath.Join(t.TempDir(), "copy.mentorbook")
	copied := &steps{t: t}
	if err := s.BackupTelling(context.Background(), to, copied.tell); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(to)
	if err != nil || copied.done != 2*int(info.Size()) || copied.total != copied.done || copied.calls < 3 {
		t.Errorf("told %+v of a file of %v (%v)", copied, info, err)
	}
	restored := &steps{t: t}
	if _, err := RestoreTelling(context.Background(), to, filepath.Join(t.TempDir(), "restored.mentorbook"), time.Now(), restored.tell); err != nil {
		t.Fatal(err)
	}
	if restored.done != 3*int(info.Size()) || restored.total != restored.done || restored.calls < 20 {
		t.Errorf("told %+v of a file of %v", restored, info)
	}
	compacted := &steps{t: t}
	before, _, err := CompactTelling(context.Background(), to, compacted.tell)
	if err != nil || compacted.done != 2*int(before) || compacted.total != compacted.done || compacted.calls < 3 {
		t.Errorf("told %+v of a file of %d (%v)", compacted, before, err)
	}
	checked := &steps{t: t}
	report, err := CheckTelling(context.Background(), to, checked.tell)
	if err != nil || len(report.Findings) > 0 {
		t.Fatal(report, err)
	}
	if checked.done != checked.total || checked.calls < 50 || checked.total < 2*2000 {
		t.Errorf("told %+v", checked)
	}
}

// A copy that nobody wants any more ends where it is, and leaves nothing.
func TestACopyIsCancelledOnTheWay(t *testing.T) {
	s := newStore(t)
	fill(t, s, 2000)
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	last := 0
	err := s.BackupTelling(ctx, filepath.Join(dir, "copy.mentorbook"), func(done, total int) {
		last = done * 100 / total
		cancel()
	})
	wantCode(t, err, core.CodeCancelled)
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 || last == 100 {
		t.Errorf("it went on to %d of 100, and left %v (%v)", last, left, err)
	}
}

// A copy that nobody wants any more while it is looked at leaves nothing either.
func TestACopyIsCancelledWhileItIsLookedAt(t *testing.T) {
	s := newStore(t)
	fill(t, s, 2000)
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	late := 0
	err := s.BackupTelling(ctx, filepath.Join(dir, "copy.mentorbook"), func(done, total int) {
		if done > total*3/4 {
			late = done
			cancel()
		}
	})
	if core.CodeOf(err) != core.CodeCancelled || late == 0 {
		t.Errorf("%v after %d", err, late)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
}
