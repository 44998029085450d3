package kit

import "fyne.io/fyne/v2"

// NewEmpty is what a screen or a card shows before there is anything: what will stand here, what to do
// first, and a button that does it (nil for none).
func NewEmpty(title, hint string, button *Button) *fyne.Container {
	parts := []fyne.CanvasObject{
		NewText(title, Strong()).Align(fyne.TextAlignCenter),
		NewText(hint, Muted()).Align(fyne.TextAlignCenter),
	}
	if button != nil {
		parts = append(parts, Pad(8, 0, 0, 0, Line(0, Spring(), button, Spring())))
	}
	return Pad(24, 16, 24, 16, Stack(6, parts...))
}
