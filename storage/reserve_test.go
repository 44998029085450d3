package storage

import (
	"os"
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestReserve: room is kept from the first write on, grows with what is written, and is gone when it is given up, when
// the file is closed, and when a crash left it.
func TestReserve(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.mentorbook")
	s, err := Create(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	size := func() int64 {
		info, err := os.Stat(path + roomSuffix)
		if err != nil {
			return -1
		}
		return info.Size()
	}
	write := func(letters int) {
		t.Helper()
		err := s.Update(t.Context(), func(w planner.Writer) error {
			text := make([]byte, letters)
			for i := range text {
				text[i] = 'x'
			}
			return w.Put(&core.Note{Head: core.Head{ID: testID(900)}, About: core.Ref{Kind: core.KindPerson, ID: testID(1)}, Author: testID(1), Text: string(text)})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if write(10); size() != -1 {
		t.Error("room without anybody who asked for it")
	}
	release, err := s.Reserve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	write(10)
	small := size()
	if write(300_000); small <= 0 || size() < 300_000 || size() <= small {
		t.Errorf("room of %d, then of %d bytes", small, size())
	}
	release()
	release()
	if size() != -1 {
		t.Error("the room was not given up")
	}
	if _, err := s.Reserve(t.Context()); err != nil {
		t.Fatal(err)
	}
	write(20)
	if err := s.Close(); err != nil || size() != -1 {
		t.Errorf("closed: %v, room of %d bytes", err, size())
	}
	if err := os.WriteFile(path+roomSuffix, []byte("left by a crash"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if size() != -1 {
		t.Error("what a crash left stays")
	}
}
