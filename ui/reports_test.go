package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The preview shows what the released items say, follows each choice, and the PDF is written and remembered.
func TestAReportIsSeenBeforeItIsWritten(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina Yusuf")
	h.Go(shell.Route{Screen: "reports", ID: rel.ID})
	h.Wants("Report for HR — Amina Yusuf", "Goals (2 of 4)", "Skills (3 of 4)", "released 20 Nov", "Give two external talks", "Page 1 of 2")
	h.Shot("report")
	h.Tap("Give two external talks")
	h.Wants("Goals (1 of 4)", "left out of this report: 1 goal")
	h.Tap("Skills (3 of 4)")
	h.Lacks("Skills, baseline to now")
	h.Tap("Export PDF…")
	h.Wants("Save the report")
	h.Keys("Enter")
	files, err := filepath.Glob(filepath.Join(h.Dir, "*.pdf"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	if raw, err := os.ReadFile(files[0]); err != nil || len(raw) < 1000 {
		t.Errorf("%d bytes, %v", len(raw), err)
	}
	written, err := h.Planner.Reports.Written(t.Context(), rel.ID)
	if err != nil || len(written) != 1 || len(written[0].Items) != 1 || len(written[0].Without) != 1 {
		t.Fatalf("%+v, %v", written, err)
	}
	h.Tap("Saved reports")
	h.Wants("Amina Yusuf · 1 October – 31 December 2026", "SHA-256", "1 goal, 0 skills")
	h.Shot("report-written")
	h.Menu("SHA-256")
	h.Tap(h.Words.T("outside.file_copy"))
	if got := fyne.CurrentApp().Clipboard().Content(); got != files[0] {
		t.Errorf("the path that is copied is %q, not %q", got, files[0])
	}
	h.Menu("SHA-256")
	h.Tap(h.Words.T("export.open"))
	h.Wants("No program on this computer can open this file")
	if err := os.WriteFile(files[0], []byte("another file"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.Menu("SHA-256")
	h.Tap(h.Words.T("export.show"))
	h.Wants(h.Words.T("reports.not_there", "file", filepath.Base(files[0])), h.Words.T("reports.look_for"))
	h.Clock.Move(time.Minute)
	if err := errors.Join(os.Remove(files[0]), os.Mkdir(files[0], 0o700)); err != nil { // what can't be read by that name is not it
		t.Fatal(err)
	}
	h.Menu("SHA-256")
	h.Tap(h.Words.T("export.show"))
	h.Wants(h.Words.T("reports.not_there", "file", filepath.Base(files[0])))
	h.Clock.Move(time.Minute)
	h.Tap("Release log")
	h.Wants("Reach staff engineer by next June", "typed for them", "In our meeting of that day")
	h.Shot("report-log")
}

// An item that is not released leads to the dialog that lets it out, and then it is in the report.
func TestAnItemIsLetOutFromTheReport(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee})
	rel := h.Relationship("Kofi")
	h.Go(shell.Route{Screen: "reports", ID: rel.ID})
	h.Wants("Goals (1 of 2)")
	h.Tap("Answer requests within two days")
	h.Wants("This is yours")
	h.Tap("Release")
	h.Wants("Goals (2 of 2)")
}

func TestAReportInRussianUnderAPseudonym(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian})
	h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Иван").ID})
	h.Wants("Отчёт для HR — Иван Петров", "Цели (2 из 3)")
	focusBeside(h, "Имя")
	h.Press("Down")
	h.Settle()
	h.Wants("Подопечный · наставник")
	focusBeside(h, "Период")
	h.Press("Down", "Down", "Down", "Down")
	h.Settle()
	h.Wants("По", "С")
	h.Shot("report-ru")
}

// A pseudonym stands for the mentee of one relationship: another begins without, on the pages and in the name of the file, and the
// first has its own when it is chosen again.
func TestAPseudonymBelongsToItsRelationship(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(1280, 1000)})
	h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Иван").ID})
	focusBeside(h, "Name")
	h.Press("Down", "Tab")
	h.Type("Kestrel")
	h.Settle()
	h.Wants("Kestrel · mentor")
	for _, c := range []struct{ key, wants, lacks string }{{"Up", "Mentee · mentor", "Kestrel"}, {"Down", "Kestrel · mentor", "Mentee · mentor"}} {
		focusBeside(h, "Relationship")
		h.Keys(c.key)
		h.Wants(c.wants)
		h.Lacks(c.lacks)
		if holds(h, "Kestrel") != (c.lacks != "Kestrel") {
			t.Errorf("%s: the field is another’s", c.key)
		}
		h.Tap("Export PDF…")
		if name := kit.Texts(h.Root()); holds(h, "Kestrel") != (c.lacks != "Kestrel") {
			t.Errorf("%s: the file is called by another: %q", c.key, name)
		}
		h.Keys("Escape")
	}
}

// focusBeside gives the focus to the field that stands after a text.
func focusBeside(h *uitest.House, label string) {
	h.T.Helper()
	after := false
	stopped := !kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if t, ok := o.(*kit.Text); ok && t.Text() == label {
			after = true
		}
		f, ok := o.(interface{ Focusable() fyne.Focusable })
		if ok && after {
			h.Canvas().Focus(f.Focusable())
			return false
		}
		return true
	})
	if !stopped {
		h.T.Fatalf("no field stands after %q", label)
	}
}

// Whom the texts name though they take no part stands there before anything is written.
func TestPeopleNamedInTheTextsAreShown(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		all, err := p.Plans(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range all.Goals {
			if row.Goal.Title == "Give two external talks" {
				err = p.Goals.Change(t.Context(), row.Goal.ID, func(g *core.Goal) error {
					g.Evidence = []string{"Sara Okafor has the video"}
					return nil
				})
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}})
	h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Amina Yusuf").ID})
	h.Wants("The text names people", "Sara Okafor in “Sara Okafor has the video”")
	first := h.Words.T("reports.check_first", "count", 1)
	bottom := func(said string) (y float32) {
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if texts := kit.Texts(o); len(texts) == 1 && strings.HasPrefix(texts[0], said) {
				y = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + o.Size().Height
			}
			return true
		})
		return y
	}
	if at, fold := bottom("The text names people"), bottom(first); at < fold {
		t.Fatalf("what is to be looked at is in view: %v above %v", at, fold)
	}
	h.Tap(first)
	if at, fold := bottom("The text names people"), bottom(first); at == 0 || at > fold {
		t.Errorf("what is to be looked at stands at %v, below %v", at, fold)
	}
	h.Shot("report-check")
	h.Tap("Give two external talks")
	h.Lacks("The text names people", first)
}

// The pages are turned by buttons and keys, the place follows the scrolling, and what folds the choices says so in words.
func TestThePagesOfAReportAreTurned(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Amina Yusuf").ID})
	h.Wants("Page 1 of 2")
	h.Keys("Ctrl+PageUp")
	h.Wants(h.Words.T("reports.first_page"))
	h.Tap(h.Words.T("reports.page_next"))
	h.Wants("Page 2 of 2")
	h.Keys("Ctrl+PageUp")
	h.Wants("Page 1 of 2")
	h.Keys("Ctrl+PageDown")
	h.Wants("Page 2 of 2")
	h.Keys("F6", "Home")
	h.Tap(h.Words.T("reports.hide_choices"))
	h.Lacks(h.Words.T("reports.what"))
	h.Tap(h.Words.T("reports.show_choices"))
	h.Wants(h.Words.T("reports.what"))
}

// Whoever has nothing yet to report on, or nothing written, is told what to do first by a button that does it.
func TestEmptyReportsSayWhatComesFirst(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	for _, to := range []shell.Route{{Screen: "reports"}, {Screen: "reports", Tab: "log"}, {Screen: "reports", Tab: "written"}, {Screen: "calendar", Tab: "year"}} {
		h.Go(to)
		h.Tap(h.Words.T("rel.new"))
		h.Wants(h.Words.T("rel.form_new"))
		h.Keys("Escape")
	}
	h = uitest.Open(t, uitest.Options{Role: core.RoleMentee})
	h.Go(shell.Route{Screen: "reports", Tab: "written"})
	h.Tap(h.Words.T("reports.empty_do.written"))
	h.Wants(h.Words.T("reports.what"))
}

// Who comes to the reports sees them, and no tooltip of what happens to have the focus; who goes to it by key does.
func TestNoTooltipLiesOverAPageThatWasJustOpened(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600)})
	tip := func() string {
		h.Clock.Move(time.Second)
		return h.Canvas().Content().(kit.Floating).Floats().TipText()
	}
	h.Keys("Ctrl+6")
	if h.Canvas().Focused() == nil || tip() != "" {
		t.Errorf("%T has the focus; a tooltip nobody asked for: %q", h.Canvas().Focused(), tip())
	}
	h.Keys("Tab", "Shift+Tab")
	if tip() == "" {
		t.Error("no tooltip for who goes there by key")
	}
}
