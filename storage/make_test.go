package storage

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A workspace that could not be filled leaves nothing, and the error speaks of it by its own name.
func TestMakeIsWholeOrNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "folder")
	path := filepath.Join(dir, "w")
	_, err := Make(t.Context(), path, Options{}, func(s *Store) error {
		if _, err := os.Stat(path); err == nil {
			t.Error("the file has its name before it is filled")
		}
		return core.Fail(core.CodeDiskFull, "path", s.Path())
	})
	wantCode(t, err, core.CodeDiskFull)
	var coded *core.Error
	if !errors.As(err, &coded) || coded.Args["path"] != path {
		t.Errorf("the error says %v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder stays")
	}
}

// A file whose making was stopped is thrown away: nothing in it is taken back first, which would take as long again.
func TestWhatIsGivenUpIsNotTakenBack(t *testing.T) {
	dir := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	_, err := Make(ctx, filepath.Join(dir, "w"), Options{}, func(s *Store) error {
		anyway := context.WithoutCancel(ctx)
		if err := s.View(anyway, func(planner.Reader) error { return nil }); err != nil {
			t.Errorf("before: %v", err)
		}
		stop()
		wantCode(t, s.View(anyway, func(planner.Reader) error { return nil }), core.CodeCancelled)
		err := s.Update(anyway, func(w planner.Writer) error { return w.SetMeta("x", []byte("y")) })
		wantCode(t, err, core.CodeCancelled)
		return err
	})
	wantCode(t, err, core.CodeCancelled)
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// What replaces a workspace by a new file does so behind a link, so that both names go on to mean one file.
func TestLinksStayLinks(t *testing.T) {
	dir := t.TempDir()
	real, link, backup := filepath.Join(dir, "real"), filepath.Join(dir, "link"), filepath.Join(dir, "backup")
	s, err := Create(t.Context(), real, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Backup(t.Context(), backup), s.Close(), os.Symlink("real", link)); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), backup, link, epoch); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Compact(t.Context(), link); err != nil {
		t.Fatal(err)
	}
	if err := (Files{}).WriteFile(link, []byte("x")); core.CodeOf(err) != core.CodeExists {
		t.Errorf("written over the workspace: %v", err)
	}
	if to, err := os.Readlink(link); err != nil || to != "real" {
		t.Errorf("the link leads to %q: %v", to, err)
	}
}

// A pipe gets what is written; a file behind a link is replaced, and the link stays.
func TestWriteFileFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	pipe, file, link := filepath.Join(dir, "pipe"), filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o600), os.WriteFile(file, []byte("old"), 0o600), os.Symlink("file", link)); err != nil {
		t.Fatal(err)
	}
	var files planner.Files = Files{}
	if err := files.WriteFile(pipe, []byte("to nobody")); core.CodeOf(err) != core.CodeFile {
		t.Errorf("a pipe that nobody reads: %v", err)
	}
	end, err := os.OpenFile(pipe, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer end.Close()
	if err := files.WriteFile(pipe, []byte("through")); err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(end); string(got) != "through" { // read before, it would be at its end before anybody wrote
		t.Errorf("the pipe gave %q (%v)", got, err)
	}
	if err := files.WriteFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	nowhere := filepath.Join(dir, "nowhere")
	if err := os.Symlink("not/../there", nowhere); err != nil {
		t.Fatal(err)
	}
	if err := files.WriteFile(nowhere, []byte("made")); err != nil {
		t.Error(err)
	}
	if raw, err := os.ReadFile(filepath.Join(dir, "there")); err != nil || string(raw) != "made" {
		t.Errorf("what a link led to was not made: %q, %v", raw, err)
	}
	raw, _ := os.ReadFile(file)
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 || !strings.HasPrefix(string(raw), "new") {
		t.Errorf("the file says %q; %v, %v", raw, info.Mode(), err)
	}
}

// TestWriteFileWaitsForNobody: a pipe that nobody reads is refused, and a link to itself too; a link that leads to
// nothing yet stays, and what it leads to is made.
func TestWriteFileWaitsForNobody(t *testing.T) {
	dir := t.TempDir()
	pipe, loop, far, near := filepath.Join(dir, "pipe"), filepath.Join(dir, "loop"), filepath.Join(dir, "far"), filepath.Join(dir, "near")
	err := errors.Join(
		syscall.Mkfifo(pipe, 0o600), os.Symlink("loop", loop), os.Mkdir(filepath.Join(dir, "sub"), 0o700),
		os.Symlink(filepath.Join("sub", "new"), near), os.Symlink(near, far),
	)
	if err != nil {
		t.Fatal(err)
	}
	if e := wantCode(t, Files{}.WriteFile(pipe, []byte("x")), core.CodeFile); e.Args["reason"] != "nobody reads from it" {
		t.Error(e)
	}
	if e := wantCode(t, Files{}.WriteFile(loop, []byte("x")), core.CodeFile); e.Args["reason"] != "a link to itself" {
		t.Error(e)
	}
	if err := (Files{}).WriteFile(far, []byte("made")); err != nil {
		t.Fatal(err)
	}
	if raw, err := os.ReadFile(filepath.Join(dir, "sub", "new")); err != nil || string(raw) != "made" {
		t.Errorf("%q, %v", raw, err)
	}
	for _, link := range []string{loop, far, near} {
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v", link, err)
		}
	}
	onlyThese(t, dir, "far", "loop", "near", "pipe", "sub")
}
