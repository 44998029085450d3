package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// In a window as low as one of 900 x 600 at 150 % is, nearly half of it shows the pages of a report, and what writes the file and what turns
// the pages is there all the same.
func TestAReportHasRoomInALowWindow(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		size := fyne.NewSize(600, 400)
		h := uitest.Open(t, uitest.Options{Language: lang, Size: size, Route: shell.Route{Screen: "reports"}})
		exports, height := 0, float32(0)
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			switch o := o.(type) {
			case *kit.Sheets:
				height = o.Size().Height
			case *kit.Button:
				if o.Text() == h.Words.T("reports.export") {
					exports++
				}
			case *kit.IconButton:
				if o.TipText() == h.Words.T("reports.export") {
					exports++
				}
			}
			return true
		})
		if height < size.Height*0.47 {
			t.Errorf("%s: the pages have %v of %v", lang, height, size.Height)
		}
		if exports != 1 {
			t.Errorf("%s: the file is written by %d buttons", lang, exports)
		}
		h.Shot("reports-low-" + string(lang))
		h.Tap(h.Words.T("reports.show_choices"))
		h.Wants(h.Words.T("reports.what"))
		h.Tap(h.Words.T("reports.hide_choices"))
		h.Lacks(h.Words.T("reports.what"))
	}
}
