package onscreen

import "image"

// Kinds of an event that is made up (X Window System Protocol, chapter 10: Events).
const (
	buttonDown  = 4
	buttonUp    = 5
	motion      = 6
	leftButton  = 1
	rightButton = 3
)

// Click presses the left button at a place of a window's inside and lets it go.
func (d *Display) Click(w *Window, at image.Point) error { return d.click(w, at, leftButton) }

// RightClick presses the right button at a place of a window's inside and lets it go.
func (d *Display) RightClick(w *Window, at image.Point) error { return d.click(w, at, rightButton) }

func (d *Display) click(w *Window, at image.Point, button byte) error {
	at, err := w.onRoot(at)
	if err != nil {
		return err
	}
	for _, step := range []struct{ event, detail byte }{{motion, 0}, {buttonDown, button}, {buttonUp, button}} {
		if err := d.fakePointer(step.event, step.detail, at); err != nil {
			return err
		}
	}
	return nil
}

// Drag presses the left button at a place of one window, moves to a place of another, or of the same, in so many
// steps, and lets it go there. shown is called before each step and before the end: what is dragged has its own pace.
func (d *Display) Drag(from *Window, start image.Point, to *Window, end image.Point, steps int, shown func() error) error {
	start, err := from.onRoot(start)
	if err != nil {
		return err
	}
	if end, err = to.onRoot(end); err != nil {
		return err
	}
	if err := d.fakePointer(motion, 0, start); err != nil {
		return err
	}
	if err := d.fakePointer(buttonDown, leftButton, start); err != nil {
		return err
	}
	for i := range steps {
		if err := shown(); err != nil {
			return err
		}
		way := end.Sub(start).Mul(i + 1).Div(steps)
		if err := d.fakePointer(motion, 0, start.Add(way)); err != nil {
			return err
		}
	}
	if err := shown(); err != nil {
		return err
	}
	return d.fakePointer(buttonUp, leftButton, end)
}

// fakePointer is XTestFakeInput (X Test Extension Protocol, version 2.2) for what a mouse does.
func (d *Display) fakePointer(event, detail byte, at image.Point) error {
	if d.fake == 0 {
		if err := d.meetKeyboard(); err != nil {
			return err
		}
	}
	const fakeInput = 2
	return d.write(request(d.fake, fakeInput, uint32(event)|uint32(detail)<<8, 0, d.root, 0, 0, pair(at.X, at.Y), 0, 0))
}

// onRoot gives where on the screen a place of the window is.
func (w *Window) onRoot(at image.Point) (image.Point, error) {
	const translateCoordinates = 40
	reply, err := w.d.ask(request(translateCoordinates, 0, w.id, w.d.root, pair(at.X, at.Y)))
	if err != nil {
		return at, err
	}
	return image.Pt(signed(reply[12:]), signed(reply[14:])), nil
}
