// Package machine keeps what belongs to this installation and not to a workspace: the device's id, recent files,
// the window's size and the language before a file is open. It is a small JSON file, written whole or not at all.
package machine

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/storage"
)

// Settings is everything that is kept for this machine.
type Settings struct {
	Device    core.Device     `json:"device"`
	Recent    []string        `json:"recent,omitempty"` // whole paths, the last opened first
	Language  core.Language   `json:"language,omitempty"`
	Theme     string          `json:"theme,omitempty"`   // "light" or "dark"; "" follows the system
	Compact   bool            `json:"compact,omitempty"` // less air between things
	Scale     float32         `json:"scale,omitempty"`   // of texts and distances; 0 is 1
	Tray      bool            `json:"tray,omitempty"`    // stay in the system's tray when the window is closed
	Window    Size            `json:"window,omitzero"`
	Folder    string          `json:"folder,omitempty"`    // that a file was last chosen from
	Capture   string          `json:"capture,omitempty"`   // what kind of thing was taken down the last time
	Presented bool            `json:"presented,omitempty"` // others look at the screen
	Told      string          `json:"told,omitempty"`      // the newest crash report that was told of
	Files     map[string]File `json:"files,omitempty"`     // by whole path
}

// Size is the size of the window, in the units that the window counts in.
type Size struct {
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
}

// File is what is remembered of one workspace file.
type File struct {
	Opened time.Time `json:"opened,omitzero"`  // when it was last opened
	InUse  bool      `json:"in_use,omitempty"` // a window writes to it; where none runs, one ended without a farewell
}

// maxRecent is how many recent files are remembered.
const maxRecent = 12

// maxSize is more than settings ever need; a larger file is none of ours.
const maxSize = 1 << 20

// Load reads the settings. A missing file gives new ones, with a device id from the random source; so does one
// that can't be read as settings, which is kept aside under the name that is given back, "" otherwise.
func Load(path string, random io.Reader) (s *Settings, aside string, err error) {
	raw, err := read(path)
	if err != nil {
		return nil, "", err
	}
	s = new(Settings)
	if raw != nil && (json.Unmarshal(raw, s) != nil || !s.sound()) {
		aside = path + ".unreadable"
		if err := os.Rename(path, aside); err != nil {
			return nil, "", storage.FileError(path, err)
		}
		raw, s = nil, new(Settings)
	}
	if s.Device == "" {
		var id [4]byte
		if _, err := io.ReadFull(random, id[:]); err != nil {
			return nil, aside, core.Wrap(core.CodeInternal, err)
		}
		s.Device = core.Device(fmt.Sprintf("%x", id))
		if err := s.Save(path); err != nil {
			return s, aside, err
		}
	}
	return s, aside, nil
}

// read gives the file's bytes; nil where there is none, and something that is no JSON where it is too large.
func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, storage.FileError(path, err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxSize))
	if err != nil {
		return nil, storage.FileError(path, err)
	}
	if raw == nil {
		raw = []byte{}
	}
	return raw, nil
}

// sound tells whether settings can be used: a hand that edited them may have written anything.
func (s *Settings) sound() bool {
	size := s.Window
	return (s.Device == "" || len(s.Device) == 8) && (s.Scale == 0 || s.Scale >= 0.75 && s.Scale <= 2) && size.Width >= 0 && size.Height >= 0 && size.Width < 1e5 && size.Height < 1e5 &&
		slices.Contains([]core.Language{"", core.English, core.Russian}, s.Language) && slices.Contains([]string{"", "light", "dark"}, s.Theme)
}

// Save writes the settings, whole or not at all. The folder is made where it is missing.
func (s *Settings) Save(path string) error {
	raw, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return storage.FileError(path, err)
	}
	return storage.Files{}.WriteFile(path, append(raw, '\n'))
}

// Opened puts a workspace at the head of the recent files.
func (s *Settings) Opened(path string, now time.Time) {
	s.Forget(path)
	s.Recent = slices.Insert(s.Recent, 0, path)
	if len(s.Recent) > maxRecent {
		for _, old := range s.Recent[maxRecent:] {
			delete(s.Files, old)
		}
		s.Recent = s.Recent[:maxRecent]
	}
	file := s.Files[path]
	file.Opened = now
	s.SetFile(path, file)
}

// Begin says that a window begins to write to a workspace.
func (s *Settings) Begin(path string, now time.Time) {
	s.Opened(path, now)
	f := s.Files[path]
	f.InUse = true
	s.SetFile(path, f)
}

// Cut tells when a window began to write to a workspace that never said its farewell; zero where the last one did.
func (s *Settings) Cut(path string) time.Time {
	if f := s.Files[path]; f.InUse {
		return f.Opened
	}
	return time.Time{}
}

// End is the farewell of a window that wrote to a workspace.
func (s *Settings) End(path string) {
	if f, known := s.Files[path]; known {
		f.InUse = false
		s.SetFile(path, f)
	}
}

// Forget takes a workspace off the recent files; what is remembered of it stays.
func (s *Settings) Forget(path string) {
	s.Recent = slices.DeleteFunc(s.Recent, func(p string) bool { return p == path })
}

// SetFile remembers something of a workspace file.
func (s *Settings) SetFile(path string, file File) {
	if s.Files == nil {
		s.Files = map[string]File{}
	}
	s.Files[path] = file
}
