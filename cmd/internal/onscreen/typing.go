package onscreen

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// Layouts gives the keyboard one or two layouts, as "us,ru": letters are typed in the one that has them, and shortcuts are
// pressed in the one that was typed in last, as people do.
func (d *Display) Layouts(names string) error {
	if out, err := exec.Command("setxkbmap", "-layout", names).CombinedOutput(); err != nil {
		return fmt.Errorf("setxkbmap: %w: %s", err, out)
	}
	d.fake = 0
	return d.lockLayout(0)
}

// Type types a text. The window with the focus gets it.
func (d *Display) Type(text string) error {
	if d.fake == 0 {
		if err := d.meetKeyboard(); err != nil {
			return err
		}
	}
	for _, r := range text {
		if err := d.typeRune(r); err != nil {
			return err
		}
	}
	return nil
}

func (d *Display) typeRune(r rune) error {
	for _, layout := range []int{d.layout, 1 - d.layout} {
		for _, shifted := range []bool{false, true} {
			column := 2 * layout
			if shifted {
				column++
			}
			code := d.strokes[column][signOf(r)]
			if code == 0 {
				continue
			}
			if layout != d.layout {
				if err := d.lockLayout(layout); err != nil {
					return err
				}
			}
			return d.stroke(code, shifted)
		}
	}
	return fmt.Errorf("no key types %q", r)
}

func (d *Display) stroke(code byte, shifted bool) error {
	const press, release = 2, 3
	keys := []byte{code}
	if shifted {
		keys = []byte{d.codes[0xffe1], code}
	}
	for _, key := range keys {
		if err := d.fakeKey(press, key); err != nil {
			return err
		}
	}
	for i := len(keys) - 1; i >= 0; i-- {
		if err := d.fakeKey(release, keys[i]); err != nil {
			return err
		}
	}
	return nil
}

// signOf gives the X name of a letter (X11/keysymdef.h): Latin letters have their own number, Cyrillic ones stand in
// the order of KOI8-R.
func signOf(r rune) uint32 {
	const small, great = "юабцдефгхийклмнопярстужвьызшэщчъ", "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"
	switch r {
	case 'ё':
		return 0x6a3
	case 'Ё':
		return 0x6b3
	case '№':
		return 0x6b0
	}
	if i := strings.IndexRune(small, r); i >= 0 {
		return 0x6c0 + uint32(i/2) // two bytes a letter
	}
	if i := strings.IndexRune(great, r); i >= 0 {
		return 0x6e0 + uint32(i/2)
	}
	return uint32(r)
}

// lockLayout is XkbLatchLockState (The X Keyboard Extension: Protocol Specification, chapter 5).
func (d *Display) lockLayout(layout int) error {
	const queryExtension, useExtension, latchLockState, coreKeyboard = 98, 0, 5, 0x100
	if d.xkb == 0 {
		ask := request(queryExtension, 0, 9, 0, 0, 0)
		copy(ask[8:], "XKEYBOARD")
		reply, err := d.ask(ask)
		if err != nil {
			return err
		}
		if reply[8] == 0 {
			return errors.New("the display has one keyboard layout: it has no XKEYBOARD")
		}
		d.xkb = reply[9]
		if _, err := d.ask(request(d.xkb, useExtension, 1)); err != nil {
			return err
		}
	}
	lock := request(d.xkb, latchLockState, coreKeyboard, 0, 0)
	lock[8], lock[9] = 1, byte(layout)
	binary.LittleEndian.PutUint16(lock[4:], coreKeyboard)
	d.layout = layout
	return d.write(lock)
}
