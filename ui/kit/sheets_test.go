package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core/draw"
	"mentorbook/ui/kit"
)

// threePages makes a document of three pages.
func threePages(t *testing.T) []draw.Page {
	t.Helper()
	f := draw.NewFlow(draw.A4())
	for range 140 {
		f.Paragraph("A line that says something.")
	}
	doc := f.Document(draw.Meta{}, func(n, of int) string { return "" })
	if len(doc.Pages) < 3 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	return doc.Pages
}

func TestSheetsDrawWhatIsInView(t *testing.T) {
	pages := threePages(t)
	s := kit.NewSheets(kit.NewDrawnFonts(), nil)
	w := fyne.CurrentApp().NewWindow("")
	t.Cleanup(w.Close)
	w.SetContent(s)
	w.Resize(fyne.NewSize(500, 400))
	s.SetPages(pages)
	if n := len(s.Children()); n != 1 {
		t.Errorf("%d pages are drawn at the top", n)
	}
	w.Canvas().Focus(s)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if s.Page() != len(pages)-1 {
		t.Errorf("End leads to page %d of %d", s.Page()+1, len(pages))
	}
	if n := len(s.Children()); n > 2 {
		t.Errorf("%d pages are drawn at the end", n)
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if s.Page() != 0 || s.At() != 0 {
		t.Errorf("Home leads to page %d", s.Page()+1)
	}
}

func TestSheetsZoom(t *testing.T) {
	s := kit.NewSheets(kit.NewDrawnFonts(), nil)
	w := fyne.CurrentApp().NewWindow("")
	t.Cleanup(w.Close)
	w.SetContent(s)
	w.Resize(fyne.NewSize(500, 400))
	s.SetPages(threePages(t))
	fit, fits := s.Zoom()
	if !fits || fit <= 0 || fit >= 1 {
		t.Fatalf("fits at %v, %v", fit, fits)
	}
	last := fit
	for range 10 {
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPlus})
		now, fits := s.Zoom()
		if now < last || fits {
			t.Fatalf("from %v to %v", last, now)
		}
		last = now
	}
	if all := kit.Zooms(); last != all[len(all)-1] {
		t.Errorf("the largest is %v", last)
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyMinus})
	if now, _ := s.Zoom(); now >= last {
		t.Errorf("minus leads to %v", now)
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.Key0})
	if now, fits := s.Zoom(); !fits || now != fit {
		t.Errorf("0 leads to %v, %v", now, fits)
	}
}

// A page that is led to is the one on show, also where the end keeps it from the top; scrolling tells another.
func TestSheetsAreTurned(t *testing.T) {
	for _, zoom := range []float32{0, 0.5, 2} {
		s := kit.NewSheets(kit.NewDrawnFonts(), nil)
		w := fyne.CurrentApp().NewWindow("")
		t.Cleanup(w.Close)
		w.SetContent(s)
		w.Resize(fyne.NewSize(500, 700))
		s.ToPage(1) // there is none yet
		s.SetPages(threePages(t))
		s.SetZoom(zoom)
		for i := range s.Pages() {
			if s.ToPage(i); s.Page() != i {
				t.Errorf("zoom %v: page %d is led to, %d is on show", zoom, i, s.Page())
			}
		}
		end := s.At()
		if s.ToPage(s.Pages()); s.Page() != s.Pages()-1 || s.At() != end {
			t.Errorf("zoom %v: behind the last page is %d at %v", zoom, s.Page(), s.At())
		}
		if s.To(0); s.Page() != 0 {
			t.Errorf("zoom %v: scrolled to the top, page %d is on show", zoom, s.Page())
		}
		if s.ToPage(-1); s.Page() != 0 || s.At() != 0 {
			t.Errorf("zoom %v: before the first page is %d at %v", zoom, s.Page(), s.At())
		}
	}
}
