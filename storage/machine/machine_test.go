package machine

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
)

func chance() *bytes.Reader { return bytes.NewReader([]byte{0xde, 0xad, 0xbe, 0xef}) }

func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "settings.json")
	s, aside, err := Load(path, chance())
	if err != nil || aside != "" || s.Device != "deadbeef" {
		t.Fatal(s, aside, err)
	}
	now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	for i := range 15 {
		s.Opened(fmt.Sprint("/data/", i), now)
	}
	s.Opened("/data/9", now)
	s.Forget("/data/12")
	s.Language, s.Theme, s.Window = core.Russian, "dark", Size{1280, 800}
	s.Compact, s.Scale, s.Folder, s.Told = true, 1.25, "/data", "crash-1.txt"
	s.SetFile("/data/9", File{Opened: now})
	if err := s.Save(path); err != nil {
		t.Fatal(err)
	}
	again, _, err := Load(path, strings.NewReader("")) // a device has its id already
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s, again); diff != "" {
		t.Error(diff)
	}
	if again.Recent[0] != "/data/9" || len(again.Recent) != maxRecent-1 || len(again.Files) != maxRecent {
		t.Errorf("recent: %v, of %d files", again.Recent, len(again.Files))
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestUnreadable(t *testing.T) {
	for _, text := range []string{
		"", "{", "[1]", `{"device":7}`, `{"device":"12345678","theme":"mauve"}`, `{"device":"12345678","scale":40}`, `{"window":{"width":-5}}`,
		`{"device":"12345678"}` + strings.Repeat(" ", maxSize) + "x", "\x00\xff",
	} {
		path := filepath.Join(t.TempDir(), "settings.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, aside, err := Load(path, chance())
		if len(text) > maxSize { // cut off behind sound settings: they hold
			if err != nil || aside != "" || s.Device != "12345678" {
				t.Errorf("large: %v, %q, %v", s, aside, err)
			}
			continue
		}
		if err != nil || s.Device != "deadbeef" {
			t.Errorf("%q: %v, %v", text, s, err)
		}
		if kept, err := os.ReadFile(aside); err != nil || string(kept) != text {
			t.Errorf("%q: kept %q, %v", text, kept, err)
		}
	}
}

func TestNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Load(filepath.Join(file, "settings.json"), chance()); core.CodeOf(err) != core.CodeFile {
		t.Error(err)
	}
	if _, _, err := Load(filepath.Join(t.TempDir(), "s"), strings.NewReader("")); core.CodeOf(err) != core.CodeInternal {
		t.Error(err)
	}
}
