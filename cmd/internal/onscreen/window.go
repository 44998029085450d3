package onscreen

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"strings"
	"time"
)

// Window is somebody's window on a display.
type Window struct {
	d  *Display
	id uint32
	// Width and Height are those of its inside, in pixels.
	Width, Height int
}

// Find looks for a window on view with a title, or one that ends with it behind what the window shows, of the process with an id, or of any where that is 0; nil where there
// is none. The window of a program that was killed may stay on view for a moment after its end.
func (d *Display) Find(title string, process int) (*Window, error) {
	owner, err := d.atom("_NET_WM_PID")
	if err != nil {
		return nil, err
	}
	return d.find(d.root, wanted{title, process, owner}, 3)
}

// wanted says which window is looked for, and by which property one names its process (Extended Window Manager Hints,
// _NET_WM_PID).
type wanted struct {
	title   string
	process int
	owner   uint32
}

// find looks below a window: a window manager puts each window into a frame.
func (d *Display) find(below uint32, what wanted, depth int) (*Window, error) {
	const queryTree = 15
	tree, err := d.ask(request(queryTree, 0, below))
	if gone(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for i := range int(binary.LittleEndian.Uint16(tree[16:])) {
		id := binary.LittleEndian.Uint32(tree[32+4*i:])
		w, err := d.look(id, what)
		if w == nil && err == nil && depth > 1 {
			w, err = d.find(id, what, depth-1)
		}
		if w != nil || err != nil {
			return w, err
		}
	}
	return nil, nil
}

// look gives a window if it is on view and the one that is wanted; nil if not, or if it has gone meanwhile.
func (d *Display) look(id uint32, what wanted) (*Window, error) {
	const (
		wmName                          = 39
		getAttributes, mapped, viewable = 3, 26, 2
	)
	name, err := d.property(id, wmName)
	if err != nil || string(name) != what.title && !strings.HasSuffix(string(name), " "+what.title) {
		return nil, err
	}
	if what.process != 0 {
		owner, err := d.property(id, what.owner)
		if err != nil || len(owner) == 4 && binary.LittleEndian.Uint32(owner) != uint32(what.process) {
			return nil, err // who does not say may be the one
		}
	}
	attributes, err := d.ask(request(getAttributes, 0, id))
	if gone(err) || err == nil && attributes[mapped] != viewable {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	w := &Window{d: d, id: id}
	if err := w.measure(); err != nil {
		if gone(err) {
			return nil, nil
		}
		return nil, err
	}
	return w, nil
}

// property gives what a window says of itself, up to 1,024 octets; nothing where it does not say, or has gone.
func (d *Display) property(id, atom uint32) ([]byte, error) {
	const getProperty = 20
	reply, err := d.ask(request(getProperty, 0, id, atom, 0, 0, 256))
	if gone(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	count, width := binary.LittleEndian.Uint32(reply[16:]), uint32(reply[1])/8
	return reply[32 : 32+count*width], nil
}

// atom gives the number that the display has for a name.
func (d *Display) atom(name string) (uint32, error) {
	const internAtom = 16
	reply, err := d.ask(requestWith(name, internAtom, 0, uint32(len(name))))
	if err != nil {
		return 0, err
	}
	return binary.LittleEndian.Uint32(reply[8:]), nil
}

// measure asks for the size, which the program or the window manager may have changed.
func (w *Window) measure() error {
	const getGeometry = 14
	at, err := w.d.ask(request(getGeometry, 0, w.id))
	if err != nil {
		return err
	}
	w.Width, w.Height = int(binary.LittleEndian.Uint16(at[16:])), int(binary.LittleEndian.Uint16(at[18:]))
	return nil
}

func gone(err error) bool {
	var r refused
	return errors.As(err, &r)
}

// pair is two figures of 16 bits in one field, as the protocol gives places and sizes.
func pair(x, y int) uint32 { return uint32(uint16(x)) | uint32(uint16(y))<<16 }

// signed reads a figure of 16 bits.
func signed(b []byte) int { return int(int16(binary.LittleEndian.Uint16(b))) }

// pixels gives a part of what the window shows, 4 bytes a pixel: blue, green, red and nothing.
func (w *Window) pixels(part image.Rectangle) ([]byte, error) {
	const getImage, zPixmap = 73, 2
	reply, err := w.d.ask(request(getImage, zPixmap, w.id, pair(part.Min.X, part.Min.Y), pair(part.Dx(), part.Dy()), 0xffffffff))
	if err != nil {
		return nil, err
	}
	if data := reply[32:]; len(data) >= 4*part.Dx()*part.Dy() {
		return data, nil
	}
	return nil, fmt.Errorf("the display gives %d bytes for %d by %d pixels: it must have 24 or 32 bits a pixel", len(reply)-32, part.Dx(), part.Dy())
}

// Picture gives what the window shows, without its frame and the mouse pointer.
func (w *Window) Picture() (*image.RGBA, error) {
	if err := w.measure(); err != nil {
		return nil, err
	}
	img := image.NewRGBA(image.Rect(0, 0, w.Width, w.Height))
	data, err := w.pixels(img.Rect)
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = data[i+2], data[i+1], data[i], 0xff
	}
	return img, nil
}

// Colours counts the colours of one line across the middle of the window, up to a few. A window that nothing was
// drawn into yet is black, as the screen behind it is, and has none.
func (w *Window) Colours() (int, error) {
	const enough = 4
	if err := w.measure(); err != nil {
		return 0, err
	}
	line, err := w.pixels(image.Rect(0, w.Height/2, w.Width, w.Height/2+1))
	seen := map[[3]byte]bool{}
	for i := 0; err == nil && i < 4*w.Width && len(seen) < enough; i += 4 {
		seen[[3]byte(line[i:])] = true
	}
	if len(seen) == 1 && seen[[3]byte{}] {
		return 0, nil
	}
	return len(seen), err
}

// Minimise asks the window manager to take the window from view, and returns when it has (Inter-Client Communication
// Conventions Manual, section 4.1.4).
func (w *Window) Minimise() error {
	const (
		toManager = 1<<19 | 1<<20 // SubstructureNotify and SubstructureRedirect
		iconic    = 3
	)
	change, err := w.d.atom("WM_CHANGE_STATE")
	if err != nil {
		return err
	}
	if err := w.d.send(w.d.root, toManager, []uint32{clientMessage | formatOfLong<<8, w.id, change, iconic, 0, 0, 0, 0}); err != nil {
		return err
	}
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		const getAttributes, mapped, viewable = 3, 26, 2
		if attributes, err := w.d.ask(request(getAttributes, 0, w.id)); err != nil || attributes[mapped] != viewable {
			return err
		}
	}
	return errors.New("the window manager leaves the window in view")
}
