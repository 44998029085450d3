package onscreen

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"
	"net/url"
	"time"
)

// Kinds of events that a source of a drag sends and gets (X Window System Protocol, chapter 10: Events).
const (
	selectionRequest = 30
	selectionNotify  = 31
	clientMessage    = 33
)

// formatOfLong says of a client message that it is figures of 32 bits.
const formatOfLong = 32

// xdndVersion is that of the protocol that is spoken (Drag-and-Drop Protocol for the X Window System, version 5).
const xdndVersion = 5

// Drop lets files go over a place of a window's inside, as a file manager does at the end of a drag, and returns when the
// window says that it has taken them.
func Drop(w *Window, at image.Point, paths ...string) error {
	at, err := w.onRoot(at)
	if err != nil {
		return err
	}
	d, err := OpenDisplay() // of its own: its events are nobody else's
	if err != nil {
		return err
	}
	defer d.Close()
	s := &dragSource{Display: d, to: w.id, names: map[string]uint32{}}
	for _, path := range paths {
		s.list += (&url.URL{Scheme: "file", Path: path}).String() + "\r\n"
	}
	if err := s.begin(); err != nil {
		return err
	}
	return s.drop(at)
}

// dragSource is the window that something is dragged from. It is never seen.
type dragSource struct {
	*Display

	id, to uint32
	names  map[string]uint32 // the server's numbers for words: its atoms
	list   string            // of type text/uri-list (RFC 2483, section 5)
}

// begin makes the window and gives it the selection of what is dragged.
func (s *dragSource) begin() error {
	for _, name := range []string{"XdndSelection", "XdndEnter", "XdndPosition", "XdndStatus", "XdndDrop", "XdndFinished", "XdndActionCopy", "text/uri-list"} {
		number, err := s.atom(name)
		if err != nil {
			return err
		}
		s.names[name] = number
	}
	const createWindow, inputOnly, setSelectionOwner = 1, 2, 22
	s.id = s.ids + 1
	if err := s.write(request(createWindow, 0, s.id, s.root, pair(0, 0), pair(1, 1), inputOnly<<16, 0, 0)); err != nil {
		return err
	}
	return s.write(request(setSelectionOwner, 0, s.id, s.names["XdndSelection"], 0))
}

// drop comes to the window, waits until that says that it takes what comes, and lets go.
func (s *dragSource) drop(at image.Point) error {
	if err := s.tell("XdndEnter", xdndVersion<<24, s.names["text/uri-list"], 0, 0); err != nil {
		return err
	}
	if err := s.tell("XdndPosition", 0, uint32(at.X)<<16|uint32(at.Y), 0, s.names["XdndActionCopy"]); err != nil {
		return err
	}
	if err := s.answered("XdndStatus"); err != nil {
		return err
	}
	if err := s.tell("XdndDrop", 0, 0, 0, 0); err != nil {
		return err
	}
	return s.answered("XdndFinished")
}

// tell sends the window a message of the protocol; its first figure is always who it comes from.
func (s *dragSource) tell(what string, rest ...uint32) error {
	return s.send(s.to, 0, append([]uint32{clientMessage | formatOfLong<<8, s.to, s.names[what], s.id}, rest...))
}

// answered hands out what is dragged to whoever asks for it, until the window sends a message that says yes.
func (s *dragSource) answered(what string) error {
	for end := time.Now().Add(patience); time.Now().Before(end); {
		ev := make([]byte, 32)
		if _, err := io.ReadFull(s.in, ev); err != nil {
			return fmt.Errorf("waiting for %s: %w", what, err)
		}
		field := func(i int) uint32 { return binary.LittleEndian.Uint32(ev[4*i:]) }
		switch ev[0] & 0x7f {
		case 0:
			return refused{ev[1]}
		case selectionRequest:
			if err := s.handOut(field(1), field(3), field(4), field(5), field(6)); err != nil {
				return err
			}
		case clientMessage:
			if field(2) != s.names[what] {
				continue
			}
			// The first bit says yes; GLFW says at the end how many bytes it got.
			if yes := field(4); yes == 0 || what == "XdndStatus" && yes&1 == 0 {
				return errors.New("the window does not take it: " + what)
			}
			return nil
		}
	}
	return errors.New("no " + what + " came")
}

// handOut writes the list of files where the window wants it, and says so (Inter-Client Communication Conventions
// Manual, section 2.2).
func (s *dragSource) handOut(at, to, selection, form, property uint32) error {
	const changeProperty = 18
	if form != s.names["text/uri-list"] {
		property = 0
	} else {
		if err := s.write(requestWith(s.list, changeProperty, 0, to, property, form, 8, uint32(len(s.list)))); err != nil {
			return err
		}
	}
	return s.send(to, 0, []uint32{selectionNotify, at, to, selection, form, property, 0, 0})
}
