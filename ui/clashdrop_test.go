package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A meeting that is put down on another says so in the message with Undo, with the other's name unless others look.
func TestADropOntoAClashSaysWithWhom(t *testing.T) {
	for _, c := range []struct {
		lang   core.Language
		hidden bool
		want   string
	}{
		{core.English, false, "clashes with Иван Петров"}, {core.Russian, false, "накладка: Иван Петров"}, {core.English, true, "clash"},
	} {
		h := uitest.Open(t, uitest.Options{Language: c.lang})
		if c.hidden {
			h.Run("presenting")
		}
		h.Go(shell.Route{Screen: "calendar", Tab: "week"})
		h.Canvas().Focus(gridOf(t, h).Focusable())
		next := firstMeeting(t, h)
		g := gridOf(t, h)
		if !g.Select("meeting:"+next.String()) || !g.Shift(0, 4*60, false) {
			t.Fatal("the meeting can't be moved")
		}
		h.Keys("Enter")
		said := strings.Join(h.Canvas().Content().(kit.Floating).Floats().Toasts(), "|")
		if !strings.Contains(said, c.want) || c.hidden && strings.Contains(said, "Петров") {
			t.Errorf("%s: %q is said", c.lang, said)
		}
		h.Tap(h.Words.T("shell.undo"))
		m, err := h.Planner.Meetings.Get(t.Context(), next)
		if err != nil || m.Start.Hour != 14 {
			t.Errorf("after Undo it begins at %v, %v", m.Start, err)
		}
	}
}

func gridOf(t *testing.T, h *uitest.House) (g *kit.TimeGrid) {
	t.Helper()
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if x, ok := o.(*kit.TimeGrid); ok {
			g = x
		}
		return g == nil
	})
	if g == nil {
		t.Fatal("no hours are on show")
	}
	return g
}
