package uitest_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Where what can have the focus stands on a page is known also before the window has drawn it: a page that has just been read
// gets its focus then.
func TestPlacesAreKnownBeforeTheyAreDrawn(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role})
		for _, to := range []shell.Route{{Screen: "today"}, {Screen: "relationship", ID: h.Relationship("Kofi").ID}} {
			h.Go(to)
			for range 2 { // and once more scrolled
				page, ok := h.Shell.Router.Page().Object().(*kit.Scroll)
				if !ok {
					t.Fatalf("%v: %T", to, h.Shell.Router.Page().Object())
				}
				driver := fyne.CurrentApp().Driver()
				for _, f := range kit.Focusables(page) {
					o := kit.WholeOf(f)
					drawn := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(page).Y
					if known := kit.OffsetIn(page, o); math.Abs(float64(known-drawn)) > 0.5 {
						t.Errorf("%s, %v: %T %q stands at %v, not at %v", role, to, o, kit.Texts(o), drawn, known)
					}
				}
				page.To(100)
			}
		}
	}
}
