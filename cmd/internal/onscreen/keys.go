package onscreen

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"time"
)

// keysym gives the sign by the X name of keys that are not simply a letter or figure (X11/keysymdef.h).
func keysym(name string) (uint32, bool) {
	named := map[string]uint32{
		"ctrl": 0xffe3, "shift": 0xffe1, "alt": 0xffe9, "Tab": 0xff09, "Return": 0xff0d, "Escape": 0xff1b, "space": 0x20,
		"Left": 0xff51, "Up": 0xff52, "Right": 0xff53, "Down": 0xff54, "Page_Up": 0xff55, "Page_Down": 0xff56, "comma": 0x2c,
		"Home": 0xff50, "End": 0xff57, "Delete": 0xffff, "BackSpace": 0xff08,
	}
	if sym, ok := named[name]; ok {
		return sym, true
	}
	var f uint32
	if n, err := fmt.Sscanf(name, "F%d", &f); n == 1 && err == nil && f >= 1 && f <= 12 {
		return 0xffbd + f, true
	}
	if len(name) == 1 && name[0] > ' ' && name[0] < 0x7f {
		return uint32(name[0]), true
	}
	return 0, false
}

// pause is before each chord. Two presses of one key within a millisecond are one to the library that opens the windows
// (GLFW, x11_window.c): a chord would be lost after the same letter in a text.
const pause = 3 * time.Millisecond

// Press presses a chord such as ctrl+k or F2 and lets it go again. The window with the focus gets it.
func (d *Display) Press(chord string) error {
	if d.fake == 0 {
		if err := d.meetKeyboard(); err != nil {
			return err
		}
	}
	var codes []byte
	for name := range strings.SplitSeq(chord, "+") {
		sym, ok := keysym(name)
		code := d.codes[sym]
		if !ok || code == 0 {
			return fmt.Errorf("there is no key %q", name)
		}
		codes = append(codes, code)
	}
	time.Sleep(pause)
	const press, release = 2, 3
	for _, code := range codes {
		if err := d.fakeKey(press, code); err != nil {
			return err
		}
	}
	for i := len(codes) - 1; i >= 0; i-- {
		if err := d.fakeKey(release, codes[i]); err != nil {
			return err
		}
	}
	return nil
}

// fakeKey is XTestFakeInput (X Test Extension Protocol, version 2.2).
func (d *Display) fakeKey(event, code byte) error {
	const fakeInput = 2
	return d.write(request(d.fake, fakeInput, uint32(event)|uint32(code)<<8, 0, d.root, 0, 0, 0, 0, 0))
}

// meetKeyboard asks how keys are to be pressed, and which key carries which sign.
func (d *Display) meetKeyboard() error {
	const queryExtension, getKeyboardMapping = 98, 101
	ask := request(queryExtension, 0, 5, 0, 0) // 5 letters, whose room is the two fields after
	copy(ask[8:], "XTEST")
	reply, err := d.ask(ask)
	if err != nil {
		return err
	}
	if reply[8] == 0 {
		return errors.New("the display presses no keys for programs: it has no XTEST")
	}
	const first, count = 8, 248 // every code that a keyboard may have
	table, err := d.ask(request(getKeyboardMapping, 0, first|count<<8))
	if err != nil {
		return err
	}
	d.fake, d.codes, d.strokes = reply[9], map[uint32]byte{}, [4]map[uint32]byte{}
	each := int(table[1])
	for i := range count {
		for column := range min(each, len(d.strokes)) {
			sym := binary.LittleEndian.Uint32(table[32+4*(each*i+column):])
			if sym == 0 {
				continue
			}
			if _, ok := d.codes[sym]; !ok && column == 0 {
				d.codes[sym] = byte(first + i)
			}
			if d.strokes[column] == nil {
				d.strokes[column] = map[uint32]byte{}
			}
			if _, ok := d.strokes[column][sym]; !ok {
				d.strokes[column][sym] = byte(first + i)
			}
		}
	}
	return nil
}
