package main

import (
	"io/fs"
	"path/filepath"
	"testing"
)

// The toolkit keeps no preferences of its own: no file of them is written, whatever it sets.
func TestNoPreferencesAreWritten(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("HOME", dir)
	a := newApp()
	if a.UniqueID() != appID || a.Metadata().Name != "Mentorbook" {
		t.Errorf("%q, %+v", a.UniqueID(), a.Metadata())
	}
	a.Preferences().SetString("key", "value")
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			t.Errorf("%s was written", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
