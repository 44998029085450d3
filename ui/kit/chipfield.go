package kit

import "fyne.io/fyne/v2"

// ChipField is a group of chips with a label above and a message below, as the fields of a form have them.
type ChipField struct {
	field

	chips *ChipGroup
}

var (
	_ fyne.Widget = (*ChipField)(nil)
	_ Fitter      = (*ChipField)(nil)
)

// NewChipField makes a field of a group.
func NewChipField(label string, chips *ChipGroup) *ChipField {
	f := &ChipField{chips: chips}
	f.field.start(f, label, chips)
	return f
}

// Focusable gives the group, which takes the keys.
func (f *ChipField) Focusable() fyne.Focusable { return f.chips }
