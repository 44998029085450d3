// Package onscreen starts programs on an X display and looks at their windows as a person would: from outside,
// at what is painted. It speaks the few requests of the X protocol that this takes, so that a look costs a
// fraction of a millisecond and does not disturb what is measured. github.com/jezek/xgb would be the library for it, but
// has no XKB to change layouts with, and writes to stderr where a display asks for no secret.
package onscreen

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"
)

// Display is a connection to an X server. It serves one goroutine.
type Display struct {
	conn net.Conn
	in   *bufio.Reader
	root uint32
	ids  uint32 // the first number for what is made here
	wide uint16
	high uint16

	fake  byte            // the request that presses keys; 0 before it was asked for
	codes map[uint32]byte // of the keys, by the sign that each carries

	xkb     byte               // the request that changes the layout; 0 before it was asked for
	layout  int                // the one of the keyboard's that types now, from 0 on
	strokes [4]map[uint32]byte // the keys by the signs they type: in the first layout, with Shift, in the second, with Shift
}

// patience is how long the server may take for an answer.
const patience = 20 * time.Second

// OpenDisplay connects to the display that DISPLAY names, on this machine and without a secret, as the
// scripts start theirs.
func OpenDisplay() (*Display, error) {
	name := os.Getenv("DISPLAY")
	number, _, _ := strings.Cut(strings.TrimPrefix(name, ":"), ".")
	if !strings.HasPrefix(name, ":") || number == "" {
		return nil, fmt.Errorf("there is no display here: DISPLAY is %q", name)
	}
	conn, err := net.DialTimeout("unix", "/tmp/.X11-unix/X"+number, patience)
	if err != nil {
		return nil, err
	}
	d := &Display{conn: conn, in: bufio.NewReaderSize(conn, 1<<16)}
	if err := d.greet(); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return d, nil
}

// Close ends the connection.
func (d *Display) Close() error { return d.conn.Close() }

// greet opens the connection (X Window System Protocol, chapter 8: Connection Setup).
func (d *Display) greet() error {
	hello := make([]byte, 12)
	hello[0] = 'l' // little-endian
	binary.LittleEndian.PutUint16(hello[2:], 11)
	if err := d.write(hello); err != nil {
		return err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(d.in, head); err != nil {
		return err
	}
	rest := make([]byte, 4*int(binary.LittleEndian.Uint16(head[6:])))
	if _, err := io.ReadFull(d.in, rest); err != nil {
		return err
	}
	if head[0] != 1 {
		return fmt.Errorf("the display refused: %q", rest)
	}
	if len(rest) < 32 {
		return errors.New("the display's greeting is cut short")
	}
	vendor, formats := int(binary.LittleEndian.Uint16(rest[16:])), int(rest[21])
	screen := 32 + (vendor+3)&^3 + 8*formats
	if len(rest) < screen+24 {
		return errors.New("the display has no screen")
	}
	d.ids = binary.LittleEndian.Uint32(rest[4:])
	d.root = binary.LittleEndian.Uint32(rest[screen:])
	d.wide = binary.LittleEndian.Uint16(rest[screen+20:])
	d.high = binary.LittleEndian.Uint16(rest[screen+22:])
	return nil
}

func (d *Display) write(b []byte) error {
	if err := d.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	_, err := d.conn.Write(b)
	return err
}

// request is one of the protocol's, its fields given in 4-byte units.
func request(opcode, detail byte, fields ...uint32) []byte {
	b := make([]byte, 4+4*len(fields))
	b[0], b[1] = opcode, detail
	binary.LittleEndian.PutUint16(b[2:], uint16(1+len(fields)))
	for i, f := range fields {
		binary.LittleEndian.PutUint32(b[4+4*i:], f)
	}
	return b
}

// send sends an event to a window, or to whoever has asked for events of the kinds in mask there.
func (d *Display) send(to, mask uint32, event []uint32) error {
	const sendEvent = 25
	return d.write(request(sendEvent, 0, append([]uint32{to, mask}, event...)...))
}

// requestWith makes a request that ends in octets of any number: they are filled up, for a request is whole words.
func requestWith(data string, opcode, detail byte, fields ...uint32) []byte {
	b := append(request(opcode, detail, fields...), data...)
	b = append(b, make([]byte, -len(b)&3)...)
	binary.LittleEndian.PutUint16(b[2:], uint16(len(b)/4))
	return b
}

// refused is the server's answer to a request that made no sense any more, such as for a window that has gone.
type refused struct{ code byte }

func (r refused) Error() string { return fmt.Sprintf("the display refused: error %d", r.code) }

// ask sends a request and gives its reply whole.
func (d *Display) ask(req []byte) ([]byte, error) {
	if err := d.write(req); err != nil {
		return nil, err
	}
	for {
		reply := make([]byte, 32)
		if _, err := io.ReadFull(d.in, reply); err != nil {
			return nil, err
		}
		switch reply[0] {
		case 0:
			return nil, refused{reply[1]}
		case 1:
			more := make([]byte, 4*int64(binary.LittleEndian.Uint32(reply[4:])))
			_, err := io.ReadFull(d.in, more)
			return append(reply, more...), err
		} // anything else is an event, and nobody asked for any
	}
}

// ParkPointer takes the mouse pointer to the screen's last corner, away from everything that would show that
// it is there.
func (d *Display) ParkPointer() error {
	const warpPointer = 41
	if err := d.write(request(warpPointer, 0, 0, d.root, 0, 0, uint32(d.wide-1)|uint32(d.high-1)<<16)); err != nil {
		return err
	}
	const getInputFocus = 43 // its answer says that the pointer has been moved
	_, err := d.ask(request(getInputFocus, 0))
	return err
}
