package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Whoever is new stands in view in the list, however long it is.
func TestWhoIsNewIsSeenInTheList(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	h.Run("person.new")
	h.Type("Zed Zulu")
	h.Keys("Ctrl+Enter")
	var list *kit.List
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if l, ok := o.(*kit.List); ok {
			list = l
		}
		return list == nil
	})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	seen := false
	for _, row := range list.Children() {
		if strings.Contains(strings.Join(kit.Texts(row), " "), "Zed Zulu") {
			top := at(row).Y - at(list).Y
			seen = top >= -1 && top+row.Size().Height <= list.Size().Height+1
		}
	}
	if !seen {
		t.Errorf("who is new is out of sight; the present row is %d", list.Current())
	}
}
