//go:build linux

package storage

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestNotWorkspaces opens what is none: the error says what it is, and the file stays as it was.
func TestNotWorkspaces(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	foreign := filepath.Join(dir, "foreign")
	db, err := bbolt.Open(foreign, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucket([]byte("theirs"))
		if err != nil {
			return err
		}
		return b.Put([]byte("k"), []byte("v"))
	})
	if err != nil || db.Close() != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		code core.Code
	}{
		{dir, core.CodeIsFolder},
		{filepath.Join(dir, "missing"), core.CodeNotFound},
		{write("empty", nil), core.CodeEmptyFile},
		{write("text", []byte("Dear diary")), core.CodeNotWorkspace},
		{write("longer", bytes.Repeat([]byte("Dear diary\n"), 100_000)), core.CodeNotWorkspace},
		{foreign, core.CodeNotWorkspace},
		{newerFile(t), core.CodeNewer},
	} {
		before, _ := os.ReadFile(c.path)
		for _, readOnly := range []bool{false, true} {
			_, err := Open(context.Background(), c.path, Options{ReadOnly: readOnly})
			wantCode(t, err, c.code)
		}
		if after, _ := os.ReadFile(c.path); !bytes.Equal(before, after) {
			t.Errorf("%s changed", c.path)
		}
	}
}

// newerFile makes a workspace as a later version would.
func newerFile(t *testing.T) string {
	t.Helper()
	s := newStore(t)
	if err := s.update(context.Background(), func(w *writer) error {
		return w.setSmall(bucketMeta, keySchema, fmt.Append(nil, schemaVersion+1))
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

// TestCreateRefuses leaves an existing file alone.
// TestFailedLeavesNoFolder: where nothing could be written, no folder is left that was made for it.
func TestFailedLeavesNoFolder(t *testing.T) {
	s := newStore(t)
	dir := t.TempDir()
	stopped, stop := context.WithCancel(context.Background())
	for what, do := range map[string]func(path string) error{
		"backup": func(path string) error {
			broken := &Store{db: s.db, path: s.path, opt: s.opt}
			broken.broken.Store(true)
			return broken.Backup(context.Background(), path)
		},
		"backup, stopped": func(path string) error { stop(); return s.Backup(stopped, path) },
		"creation": func(path string) error {
			_, err := Create(context.Background(), filepath.Join(path, strings.Repeat("n", 300)), Options{})
			return err
		},
	} {
		if do(filepath.Join(dir, "a", "b", "c")) == nil {
			t.Errorf("%s: done", what)
		}
		onlyThese(t, dir)
	}
	// What stood there before stays.
	kept := filepath.Join(dir, "kept")
	if err := os.Mkdir(kept, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(context.Background(), filepath.Join(kept, strings.Repeat("n", 300)), Options{}); err == nil {
		t.Error("made under a name that can't be")
	}
	onlyThese(t, dir, "kept")
}

// TestUnreadable: what may not even be read is not said to be readable.
func TestUnreadable(t *testing.T) {
	denied := &fs.PathError{Op: "open", Path: "w", Err: syscall.EACCES}
	wantCode(t, Options{}.unreadable("w", denied), core.CodeReadOnly)
	wantCode(t, Options{ReadOnly: true}.unreadable("w", denied), core.CodeFile)
	wantCode(t, Options{ReadOnly: true}.unreadable("w", &fs.PathError{Op: "open", Path: "w", Err: syscall.ENOSPC}), core.CodeDiskFull)
}

func TestCreateRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Create(context.Background(), path, Options{})
	wantCode(t, err, core.CodeExists)
	if raw, _ := os.ReadFile(path); string(raw) != "mine" {
		t.Errorf("the file says %q", raw)
	}
}

// TestStarts starts fifty programs at once: one gets the workspace, each other says in one line who has it.
func TestStarts(t *testing.T) {
	t.Run("open", func(t *testing.T) {
		s := newStore(t)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		startAll(t, "open", s.Path(), core.CodeWorkspaceOpen)
		checkClean(t, s.Path())
	})
	t.Run("create", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "w")
		startAll(t, "create", path, core.CodeExists)
		checkClean(t, path)
		onlyThese(t, filepath.Dir(path), "w")
	})
}

func startAll(t *testing.T, what, path string, refusal core.Code) {
	t.Helper()
	const starts = 50
	var wg sync.WaitGroup
	lines := make(chan string, starts)
	var kept []io.WriteCloser
	for range starts {
		cmd := child(t, what, path)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		kept = append(kept, in)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			words := bufio.NewReader(out)
			line, _ := words.ReadString('\n')
			lines <- line
			if more, _ := io.ReadAll(words); len(more) > 0 {
				t.Errorf("more than a line: %s", more)
			}
			_ = cmd.Wait()
		})
	}
	won := 0
	for range starts {
		line := <-lines
		switch {
		case line == "open\n":
			won++
		case !strings.HasPrefix(line, string(refusal)):
			t.Errorf("a start says: %s", line)
		case refusal == core.CodeWorkspaceOpen && !strings.Contains(line, "holder=mentorbook, process "):
			t.Errorf("a start does not say by whom: %s", line)
		}
	}
	if won != 1 {
		t.Errorf("%d starts won", won)
	}
	for _, in := range kept {
		_ = in.Close()
	}
	wg.Wait()
}

// TestTornCreation kills a creation at many moments: what lies there afterwards is nothing or a whole workspace.
func TestTornCreation(t *testing.T) {
	t.Parallel()
	rng := seeded(t)
	none, whole := 0, 0
	for i := range 60 {
		path := filepath.Join(t.TempDir(), "w")
		cmd := child(t, "create", path)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.IntN(30_000)) * time.Microsecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = in.Close()
		s, err := Open(context.Background(), path, Options{})
		switch core.CodeOf(err) {
		case core.CodeNotFound:
			none++
			if s, err = Create(context.Background(), path, Options{}); err != nil {
				t.Fatalf("kill %d: a second creation: %v", i, err)
			}
		case "":
			whole++
		default:
			t.Fatalf("kill %d: %v", i, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d times nothing, %d times a workspace", none, whole)
}

// TestCreationSteps fails a creation at every step that writes, and finds nothing afterwards.
func TestCreationSteps(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "folder")
	steps := 0
	for limit := int64(0); ; limit += 2048 {
		path := filepath.Join(dir, "w")
		cmd := child(t, "create", path)
		cmd.Env = append(cmd.Env, fmt.Sprint("STORAGE_FILE_LIMIT=", limit))
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		line, _ := bufio.NewReader(out).ReadString('\n')
		_ = in.Close()
		_ = cmd.Wait()
		if line == "open\n" {
			break
		}
		if steps++; limit > 1<<22 {
			t.Fatal("it never succeeds")
		}
		if _, err := os.Lstat(path); err == nil {
			t.Fatalf("with %d bytes: %sbut a file is there", limit, line)
		}
		if _, err := os.Stat(dir); err == nil {
			onlyThese(t, dir)
		}
	}
	t.Logf("%d steps failed", steps)
}

// limitFiles makes writes fail beyond a number of bytes of a file.
func limitFiles(limit uint64) error {
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit})
}

// TestModes looks at all files and folders that are made, whatever the mask.
func TestModes(t *testing.T) {
	for _, mask := range []int{0o000, 0o077, 0o022} {
		old := syscall.Umask(mask)
		dir := filepath.Join(t.TempDir(), "new", "folder")
		path := filepath.Join(dir, "w")
		s, err := Create(context.Background(), path, Options{Holder: "test"})
		if err != nil {
			t.Fatal(err)
		}
		fill(t, s, 30)
		if _, err := s.KeepBackup(context.Background(), epoch); err != nil {
			t.Fatal(err)
		}
		if err := (Files{}).WriteFile(filepath.Join(dir, "export"), []byte("x")); err != nil {
			t.Fatal(err)
		}
		modes(t, filepath.Dir(dir))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Compact(context.Background(), path); err != nil {
			t.Fatal(err)
		}
		list, err := Backups(path)
		if err != nil || len(list) != 1 {
			t.Fatal(list, err)
		}
		if _, err := Restore(context.Background(), list[0].Path, path, epoch); err != nil {
			t.Fatal(err)
		}
		modes(t, filepath.Dir(dir))
		syscall.Umask(old)
	}
}

func modes(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		}
		if err == nil && info.Mode().Perm() != want {
			t.Errorf("%s has %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestReplacedWhileWaiting waits for the lock of a file that is replaced meanwhile: what is opened is the new one.
func TestReplacedWhileWaiting(t *testing.T) {
	s := newStore(t)
	fill(t, s, 20)
	path := s.Path()
	done := make(chan error)
	var late *Store
	go func() {
		var err error
		late, err = Open(context.Background(), path, Options{Timeout: 20 * time.Second})
		done <- err
	}()
	if err := s.Backup(context.Background(), path+".new"); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	update(t, late, func(w planner.Writer) error { return w.Put(sampleRecord(1, 99)) })
	if err := late.Close(); err != nil {
		t.Fatal(err)
	}
	if checkClean(t, path).Counts[core.KindAction] != 4 {
		t.Error("the change went into the file that was replaced")
	}
}
