package shell

import "fyne.io/fyne/v2"

// roomBelow is the room that messages have at the foot of a page or a dialog. It stays when they go by themselves: nothing
// moves under a pointer that is about to press it.
type roomBelow struct {
	height float32
	in     fyne.Size // the window that it was made in
}

// keep gives the room for messages that need a height now, in a window of a size.
func (r *roomBelow) keep(need float32, in fyne.Size) float32 {
	if in != r.in { // everything moves anyway
		r.height, r.in = 0, in
	}
	r.height = max(r.height, need)
	return r.height
}

// kept tells whether there is more room than messages need now.
func (r *roomBelow) kept(need float32) bool { return r.height > need }

// drop gives back what is not needed.
func (r *roomBelow) drop() { r.height = 0 }
