package main

import (
	"bytes"
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"mentorbook/cmd/internal/onscreen"
)

// Every screen of the table has its four pictures among the documents: who adds a line takes them.
func TestEveryScreenHasItsPictures(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range screens() {
		if seen[s.name] || !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(s.name) {
			t.Errorf("%q is no name for a picture, or the name of two", s.name)
		}
		seen[s.name] = true
		for _, look := range []string{"light-en", "dark-en", "light-ru", "dark-ru"} {
			name := s.name + "-" + look + ".png"
			f, err := os.Open(filepath.Join("..", "..", "..", "docs", "screens", name))
			if err != nil {
				t.Errorf("make screens ARGS=\"-only %s\" has not been run: %v", s.name, err)
				continue
			}
			defer f.Close()
			if c, _, err := image.DecodeConfig(f); err != nil || c.Width != 1280 || c.Height != 800 {
				t.Errorf("%s: %d by %d, %v", name, c.Width, c.Height, err)
			}
		}
	}
}

// newStudio gives one with the built programs; without them or a display the test is skipped, and fails in CI.
func newStudio(t *testing.T) *studio {
	t.Helper()
	s := &studio{window: os.Getenv("MENTORBOOK_BIN"), ctl: os.Getenv("MENTORCTL_BIN"), folder: t.TempDir(), out: t.TempDir()}
	d, err := onscreen.OpenDisplay()
	if err != nil || s.window == "" || s.ctl == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("no built programs or no display: make test provides them")
		}
		t.Skip("needs the built programs and a display: make test provides them")
	}
	t.Cleanup(func() { _ = d.Close() })
	s.display = d
	if err := onscreen.Home(s.folder).Still(); err != nil {
		t.Fatal(err)
	}
	return s
}

// The same build gives the same picture, byte for byte.
func TestAPictureIsTheSameEachTime(t *testing.T) {
	s := newStudio(t)
	var pictures [2][]byte
	for i := range pictures {
		s.taken = map[string]string{}
		if err := s.take(screen{name: "mentee", as: "mentee", route: "relationship/{relationship:Kofi Asante}"}, "dark", "ru"); err != nil {
			t.Fatal(err)
		}
		var err error
		if pictures[i], err = os.ReadFile(filepath.Join(s.out, "mentee-dark-ru.png")); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(pictures[0], pictures[1]) {
		t.Error("two pictures of one screen differ")
	}
	if err := s.take(screen{name: "again", as: "mentee", route: "relationship/{relationship:Kofi Asante}"}, "dark", "ru"); err == nil {
		t.Error("two screens that show the same are taken for two")
	}
}

func TestPlacesOfTheSample(t *testing.T) {
	s := &studio{ctl: os.Getenv("MENTORCTL_BIN"), folder: t.TempDir()}
	if s.ctl == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("no built programs: make test provides them")
		}
		t.Skip("needs mentorctl: make test provides it")
	}
	for _, s1 := range screens() {
		if _, _, err := s.place(s1, "en"); err != nil {
			t.Errorf("%s: %v", s1.name, err)
		}
	}
	workspace, err := s.workspace("mentor", "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range []string{"{person:Amina Yusuf}", "{planned:Amina Yusuf}", "{held:Amina Yusuf}"} {
		if id, err := s.route(ref, workspace); err != nil || len(id) != 36 {
			t.Errorf("%s is %q, %v", ref, id, err)
		}
	}
	if id, err := s.route("meeting/{planned:Nobody Here}", workspace); err == nil {
		t.Errorf("nobody's meeting is %q", id)
	}
}
