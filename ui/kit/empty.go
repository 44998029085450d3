package kit

import "fyne.io/fyne/v2"

// NewEmpty is what a screen or a card shows before there is anything: what will stand here, what to do
// first, and the buttons that do it, the usual one first (nil for none).
func NewEmpty(title, hint string, buttons ...*Button) *fyne.Container {
	parts := []fyne.CanvasObject{
		NewText(title, Strong()).Align(fyne.TextAlignCenter),
		NewText(hint, Muted()).Align(fyne.TextAlignCenter),
	}
	line := []fyne.CanvasObject{Spring()}
	for _, b := range buttons {
		if b != nil {
			line = append(line, b)
		}
	}
	if len(line) > 1 {
		parts = append(parts, Pad(8, 0, 0, 0, Line(8, append(line, Spring())...)))
	}
	return Pad(24, 16, 24, 16, Stack(6, parts...))
}
