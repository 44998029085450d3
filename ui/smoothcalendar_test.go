//go:build linux

package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// manyEvents is a calendar with meetings of one guest, spread over the month of the sample.
func manyEvents(n int, guest string) string {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nX-WR-CALNAME:Many\r\n")
	for i := range n {
		at := time.Date(2026, time.November, 1+i%30, 6+i/30%12, i%4*15, 0, 0, time.UTC)
		fmt.Fprintf(&b, "BEGIN:VEVENT\r\nUID:%d@many.example\r\nDTSTAMP:20261001T080000Z\r\nDTSTART:%s\r\nDTEND:%s\r\nSUMMARY:Talk %d\r\nATTENDEE:mailto:%s\r\nEND:VEVENT\r\n",
			i, at.Format("20060102T150405Z"), at.Add(30*time.Minute).Format("20060102T150405Z"), i, guest)
	}
	b.WriteString("END:VCALENDAR\r\n")
	return b.String()
}

// While thousands of meetings are taken in, taken back, looked at in each way and reported on, the window could always answer.
func TestALargeCalendarNeverStopsTheWindow(t *testing.T) {
	h, w := watched(t, uitest.Options{})
	const many = max(5000/slower, 1000) // the race detector makes the writing slow, and its limit wide
	path := filepath.Join(h.Dir, "many.ics")
	if err := os.WriteFile(path, []byte(manyEvents(many, h.Person("Amina").Email())), 0o600); err != nil {
		t.Fatal(err)
	}
	rel := h.Relationship("Amina").ID
	count := func() int {
		all, err := h.Planner.Meetings.Of(t.Context(), rel)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	before := count()
	w.Smooth(t, "preview", slower, func() {
		w.AtOnce(func() { h.UI.Dropped([]string{path}) })
		h.Settle()
	})
	w.Smooth(t, "import", slower, func() {
		w.AtOnce(func() { h.Click(h.Words.T("calfile.do")) })
		h.Settle()
	})
	if n := count(); n < before+many {
		t.Fatalf("%d meetings where %d were", n, before)
	}
	w.Smooth(t, "undo", slower, func() {
		w.AtOnce(func() { h.Shell.Commands.Run("undo") })
		h.Settle()
	})
	if n := count(); n != before {
		t.Errorf("%d meetings after undo, %d were before", n, before)
	}
	w.Smooth(t, "redo", slower, func() {
		w.AtOnce(func() { h.Shell.Commands.Run("redo") })
		h.Settle()
	})
	for _, view := range []string{"day", "week", "month", "agenda", "year"} {
		w.Smooth(t, view, slower, func() {
			w.AtOnce(func() { h.Shell.Go(shell.Route{Screen: "calendar", Tab: view}) })
			h.Settle()
		})
		if view == "day" && !h.Sees("AY") && !h.Sees("13:30 Amina Yusuf") { // side by side there is room for initials alone, where there are many
			t.Error("the day shows none of them")
		}
	}
	w.Smooth(t, "report", slower, func() {
		w.AtOnce(func() { h.Shell.Go(shell.Route{Screen: "reports", ID: rel}) })
		h.Settle()
		h.Tap(h.Words.T("reports.export"))
		w.AtOnce(func() { h.Press("Enter") })
		h.Settle()
	})
	if files, err := filepath.Glob(filepath.Join(h.Dir, "*.pdf")); err != nil || len(files) != 1 {
		t.Errorf("reports written: %v, %v", files, err)
	}
	count()
	sees(t, w)
}
