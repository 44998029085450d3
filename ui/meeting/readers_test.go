package meeting_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Who is chosen to read notes that nobody has written yet is so still for whoever comes back to the page.
func TestTheChoiceOfReadersOutlastsAWayElsewhere(t *testing.T) {
	h, _ := at(t, "Arun", true, uitest.Options{})
	readers := func() *kit.ChipGroup {
		var all []*kit.ChipGroup
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if g, ok := o.(*kit.ChipGroup); ok && slices.Contains(kit.Texts(g), "Arun") {
				all = append(all, g)
			}
			return true
		})
		return all[0]
	}
	readers().Choose(slices.Index(kit.Texts(readers()), "Arun"))
	h.Wants("shared with Arun")
	h.Keys("Ctrl+1", "Alt+Left")
	h.Wants("shared with Arun")
	h.Lacks("readers not chosen")
	readers().Choose(slices.Index(kit.Texts(readers()), "Arun"))
	h.Wants("readers not chosen")
	h.Keys("Ctrl+1", "Alt+Left")
	h.Wants("readers not chosen")
}
