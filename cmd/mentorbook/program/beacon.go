package program

import (
	"bufio"
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
	"mentorbook/ui/shell"
)

// The words between a second start and the window that has the file open. After the first may stand where it is to go.
const (
	wordRaise = "raise"
	wordDone  = "done\n"
)

// maxAsked is how many bytes of a caller are read: no route is longer.
const maxAsked = 128

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

// light listens for second starts. raise is called from a goroutine of its own, with the place that was asked for, zero for
// none. Whoever holds the file's lock
// lights its beacon, so what a crash left under that name is nobody's.
func light(dir, file string, raise func(shell.Route)) (*beacon, error) {
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

func (b *beacon) serve(raise func(shell.Route)) {
	for {
		conn, err := b.listener.Accept()
		if err != nil {
			return // it was put out
		}
		answer(conn, raise)
	}
}

// answer does what one caller asks for. Anything else is none of ours.
func answer(conn net.Conn, raise func(shell.Route)) {
	defer conn.Close()
	if conn.SetDeadline(time.Now().Add(patience)) != nil {
		return
	}
	line, err := bufio.NewReaderSize(io.LimitReader(conn, maxAsked), maxAsked).ReadString('\n')
	if err != nil {
		return
	}
	if to, ok := asked(strings.TrimSuffix(line, "\n")); ok {
		raise(to)
		_, _ = io.WriteString(conn, wordDone)
	}
}

// asked reads what a caller says, who may be anybody: the one word, or that and a route as it is written, and nothing else.
func asked(line string) (to shell.Route, ok bool) {
	if line == wordRaise {
		return shell.Route{}, true
	}
	text, ok := strings.CutPrefix(line, wordRaise+" ")
	if !ok || text == "" || strings.ContainsFunc(text, func(r rune) bool { return !routeLetter(r) }) {
		return shell.Route{}, false
	}
	to, err := shell.ParseRoute(text)
	return to, err == nil && to.Screen != ""
}

// routeLetter tells whether a letter stands in routes.
func routeLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '/'
}

// putOut ends the listening and removes the socket.
func (b *beacon) putOut() {
	if b != nil {
		_ = b.listener.Close()
	}
}

// Raise asks the window that has a file open to come to front, and to go to a place, unless that is zero. It tells whether there
// is one and it answered.
func Raise(dir, file string, to shell.Route) bool {
	if to != (shell.Route{}) && ask(dir, file, wordRaise+" "+to.String()) {
		return true
	}
	return ask(dir, file, wordRaise) // a route that is none still brings the window to front
}

func ask(dir, file, what string) bool {
	conn, err := net.DialTimeout("unix", beaconPath(dir, file), patience)
	if err != nil {
		return false
	}
	defer conn.Close()
	if conn.SetDeadline(time.Now().Add(patience)) != nil {
		return false
	}
	if _, err := io.WriteString(conn, what+"\n"); err != nil {
		return false
	}
	said, err := io.ReadAll(io.LimitReader(conn, 16))
	return err == nil && strings.TrimSpace(string(said)) == strings.TrimSpace(wordDone)
}
