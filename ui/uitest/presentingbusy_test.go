package uitest_test

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Why the owner is busy is nobody's business: while others look, an appointment of another calendar has no title, in
// the days or beside the meeting that it clashes with.
func TestPresentingHidesWhyOneIsBusy(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	says := func() bool {
		return slices.ContainsFunc(kit.Texts(h.Root()), func(s string) bool { return strings.Contains(s, "Board review") })
	}
	for _, route := range []shell.Route{{Screen: "today"}, {Screen: "calendar", Tab: "day"}, {Screen: "calendar", Tab: "week"}, {Screen: "calendar", Tab: "month"}, {Screen: "calendar", Tab: "agenda"}} {
		h.Go(route)
		h.Settle()
		if route.Tab != "day" && !says() {
			t.Errorf("%v does not show it at all: the test looks at nothing", route)
		}
		h.Run("presenting")
		h.Settle()
		if says() {
			t.Errorf("%v tells why while others look", route)
		}
		h.Run("presenting")
		h.Settle()
	}
}
