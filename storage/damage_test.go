//go:build linux

package storage

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mentorbook/core"
)

// damageBench is a sound file with a backup, and a child that opens and reads damaged copies of it.
type damageBench struct {
	t      *testing.T
	path   string
	good   []byte
	sum    string
	backup string
	in     io.Writer
	out    *bufio.Scanner
}

func newDamageBench(t *testing.T) *damageBench {
	t.Helper()
	b := &damageBench{t: t, path: filepath.Join(t.TempDir(), "w.mentorbook")}
	s, err := Create(context.Background(), b.path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 300)
	if b.backup, err = s.KeepBackup(context.Background(), epoch); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if b.good, err = os.ReadFile(b.path); err != nil {
		t.Fatal(err)
	}
	if b.sum, err = readAll(b.path, 0); err != nil {
		t.Fatal(err)
	}
	cmd := child(t, "read")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	b.in, b.out = in, bufio.NewScanner(out)
	t.Cleanup(func() {
		_ = in.Close()
		if err := cmd.Wait(); err != nil {
			t.Errorf("the process did not survive: %v", err)
		}
	})
	return b
}

// read lets the child open and read bytes as the file, and fails unless it says what is wrong and names the
// backup, or gives exactly what the sound file holds. It tells whether it found anything wrong.
func (b *damageBench) read(what string, data []byte, pages int) bool {
	b.t.Helper()
	if err := os.WriteFile(b.path, data, 0o600); err != nil {
		b.t.Fatal(err)
	}
	begin := time.Now()
	fmt.Fprintln(b.in, pages, b.path)
	if !b.out.Scan() {
		b.t.Fatalf("%s: the process did not survive", what)
	}
	var a readAnswer
	if err := json.Unmarshal(b.out.Bytes(), &a); err != nil {
		b.t.Fatal(err)
	}
	switch {
	case a.Code == "" && a.Sum == b.sum:
		return false
	case a.Code == "":
		b.t.Errorf("%s: read as something else", what)
	case a.Code == core.CodeEmptyFile && len(data) == 0:
	case a.Code != core.CodeDamaged || a.Backup != b.backup:
		b.t.Errorf("%s: %s, backup %q", what, a.Words, a.Backup)
	}
	if took := time.Since(begin); took > time.Minute {
		b.t.Errorf("%s: took %v", what, took)
	}
	return true
}

// TestTruncations cuts a file at three hundred places.
func TestTruncations(t *testing.T) {
	t.Parallel()
	rng := seeded(t)
	b := newDamageBench(t)
	found := 0
	for i := range 300 {
		n := rng.IntN(len(b.good))
		if i < 20 { // also the very first pages, where a creation or a copy was cut
			n = i * 450
		}
		if b.read(fmt.Sprint("cut to ", n), b.good[:n], scanPages) {
			found++
		}
	}
	t.Logf("%d bytes; %d of 300 cuts were found", len(b.good), found)
}

// TestBitFlips turns one bit at a thousand places; for every second file the opening looks at few pages only, as
// it would with a large one.
func TestBitFlips(t *testing.T) {
	t.Parallel()
	rng := seeded(t)
	b := newDamageBench(t)
	for _, pages := range []int{scanPages, 100} {
		found := 0
		for range 500 {
			at, data := flipped(rng, b.good)
			if b.read(fmt.Sprintf("bit %d, %d pages", at, pages), data, pages) {
				found++
			}
		}
		t.Logf("looking at %d pages: %d of 500 flips were found", pages, found)
	}
}

func flipped(rng *rand.Rand, good []byte) (int, []byte) {
	at := rng.IntN(len(good) * 8)
	data := append([]byte{}, good...)
	data[at/8] ^= 1 << (at % 8)
	return at, data
}

// TestHeaderFlips turns every bit of both header pages' figures.
func TestHeaderFlips(t *testing.T) {
	t.Parallel()
	b := newDamageBench(t)
	for page := range 2 {
		for bit := range (pageHead + metaSize) * 8 {
			at := page*os.Getpagesize() + bit/8
			data := append([]byte{}, b.good...)
			data[at] ^= 1 << (bit % 8)
			if _, err := look(bytes.NewReader(data), int64(len(data)), scanPages, nil); err != nil && bit%16 != 0 {
				continue // found; that an opening says so is tried with some
			}
			b.read(fmt.Sprintf("header %d, bit %d", page, bit), data, scanPages)
		}
	}
}
