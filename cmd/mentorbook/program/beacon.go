package program

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"mentorbook/storage"
)

// The words between a second start and the window that has the file open.
const (
	wordRaise = "raise\n"
	wordDone  = "done\n"
)

// patience is how long either side waits for the other.
const patience = 3 * time.Second

// beacon is where a window can be reached by whoever wants to open the same file.
type beacon struct {
	listener net.Listener
}

// beaconPath is the socket of a file: its name is made of the whole path, which would be too long itself.
func beaconPath(dir, file string) string {
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	sum := sha256.Sum256([]byte(file))
	return filepath.Join(dir, "mentorbook-"+hex.EncodeToString(sum[:8])+".sock")
}

// light listens for second starts. raise is called from a goroutine of its own. Whoever holds the file's lock
// lights its beacon, so what a crash left under that name is nobody's.
func light(dir, file string, raise func()) (*beacon, error) {
	path := beaconPath(dir, file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, storage.FileError(dir, err)
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, storage.FileError(path, err)
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, storage.FileError(path, err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(storage.FileError(path, err), l.Close())
	}
	b := &beacon{listener: l}
	go b.serve(raise)
	return b, nil
}

func (b *beacon) serve(raise func()) {
	for {
		conn, err := b.listener.Accept()
		if err != nil {
			return // it was put out
		}
		answer(conn, raise)
	}
}

// answer does what one caller asks for. Anything but the one word is none of ours.
func answer(conn net.Conn, raise func()) {
	defer conn.Close()
	if conn.SetDeadline(time.Now().Add(patience)) != nil {
		return
	}
	word := make([]byte, len(wordRaise))
	if _, err := io.ReadFull(conn, word); err != nil || string(word) != wordRaise {
		return
	}
	raise()
	_, _ = io.WriteString(conn, wordDone)
}

// putOut ends the listening and removes the socket.
func (b *beacon) putOut() {
	if b != nil {
		_ = b.listener.Close()
	}
}

// Raise asks the window that has a file open to come to front. It tells whether there is one and it answered.
func Raise(dir, file string) bool {
	conn, err := net.DialTimeout("unix", beaconPath(dir, file), patience)
	if err != nil {
		return false
	}
	defer conn.Close()
	if conn.SetDeadline(time.Now().Add(patience)) != nil {
		return false
	}
	if _, err := io.WriteString(conn, wordRaise); err != nil {
		return false
	}
	said, err := io.ReadAll(io.LimitReader(conn, 16))
	return err == nil && strings.TrimSpace(string(said)) == strings.TrimSpace(wordDone)
}
