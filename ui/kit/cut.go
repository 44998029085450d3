package kit

import "fyne.io/fyne/v2"

// Cutting is what may draw less of its text than there is, with an ellipsis in place of the rest.
type Cutting interface {
	fyne.CanvasObject

	Text() string
	Cut() bool
}

var (
	_ Cutting = (*Text)(nil)
	_ Cutting = (*Chip)(nil)
	_ Cutting = (*ChipButton)(nil)
)

// cutTexts gives the whole of each text in an object that is drawn only in part, or that something else stands for.
func cutTexts(o fyne.CanvasObject) (out []string) {
	Walk(o, func(in fyne.CanvasObject) bool {
		if c, ok := in.(Cutting); ok && c.Cut() {
			out = append(out, c.Text())
		}
		if c, ok := in.(*Chip); ok && c.stands != "" {
			out = append(out, c.stands)
		}
		return true
	})
	return out
}
