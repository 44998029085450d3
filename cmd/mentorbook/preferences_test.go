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

// Nothing is left to be run once the toolkit's loop has ended: the program would wait for it for ever where that comes late.
func TestNothingIsRunAfterTheLoop(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	l, ok := newApp().Lifecycle().(interface{ OnStopped() func() })
	if !ok || l.OnStopped() != nil {
		t.Errorf("%v", ok)
	}
}
