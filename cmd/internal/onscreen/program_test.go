package onscreen

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func start(t *testing.T, script string) *Program {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("reads /proc")
	}
	d := &Display{}
	p, err := d.Start(Home(t.TempDir()), "none", "/bin/sh", "-c", script)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Kill)
	return p
}

func TestWorkAndRestAreToldApart(t *testing.T) {
	busy, idle := start(t, "while :; do :; done"), start(t, "exec sleep 600")
	if err := busy.Until("work", time.Millisecond, func() (bool, error) {
		used, running, err := busy.CPU()
		return running && used >= 50*time.Millisecond, err
	}); err != nil {
		t.Error(err)
	}
	if used, running, err := idle.CPU(); err != nil || running || used > 50*time.Millisecond {
		t.Errorf("used %v, running %v, %v", used, running, err)
	}
	if n, err := idle.Memory(); err != nil || n < 64<<10 || n > 100<<20 {
		t.Errorf("%d bytes, %v", n, err)
	}
}

func TestAProgramThatEndsIsNotWaitedFor(t *testing.T) {
	p := start(t, "echo broken >&2; exit 3")
	err := p.Until("a window", time.Millisecond, func() (bool, error) { return false, nil })
	if err == nil || !strings.Contains(err.Error(), "exit status 3") || !strings.Contains(err.Error(), "broken") {
		t.Errorf("said %v", err)
	}
}

func TestNamesWithSpacesInStat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stat")
	line := "12 (a) b (c) R 1 1 1 0 -1 4194304 1 0 0 0 7 8 0 0"
	if err := os.WriteFile(path, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	fields, err := statFields(path)
	if err != nil || fields[0] != "R" || fields[11] != "7" || fields[12] != "8" {
		t.Errorf("%q, %v", fields, err)
	}
}

// A window is found by its title or by the end of it, is black until painted, and its picture is what was painted.
func TestAWindowIsSeen(t *testing.T) {
	d, err := OpenDisplay()
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	defer d.Close()
	if w, err := d.Find("no such window", 0); w != nil || err != nil {
		t.Errorf("%v, %v", w, err)
	}
	viewer, err := exec.LookPath("display")
	if err != nil {
		t.Skip("needs ImageMagick's display")
	}
	p, err := d.Start(Home(t.TempDir()), "teal", viewer, "-title", "Grün – teal", "-size", "200x100", "xc:#208060")
	if err != nil {
		t.Fatal(err)
	}
	defer p.Kill()
	w, took, err := p.Painted(1)
	if err != nil || took <= 0 {
		t.Fatalf("after %v: %v", took, err)
	}
	shot, err := p.Settled(w)
	if err != nil {
		t.Fatal(err)
	}
	if c := shot.Image.RGBAAt(w.Width/2, w.Height/2); w.Width < 200 || w.Height < 100 || c.R != 0x20 || c.G != 0x80 || c.B != 0x60 {
		t.Errorf("%d by %d, %v in the middle", w.Width, w.Height, c)
	}
}
