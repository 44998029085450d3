package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui"
	"mentorbook/ui/settings"
	"mentorbook/ui/uitest"
)

// looker is a machine that remembers how everything is to be seen, how it is drawn, and whether others look.
type looker struct {
	machine

	kept, drawn *settings.Look
	presented   *bool
}

func (l looker) Look() settings.Look         { return *l.kept }
func (l looker) SetLook(look settings.Look)  { *l.kept, *l.drawn = look, look }
func (l looker) Draw(look settings.Look)     { *l.drawn = look }
func (l looker) Presented() bool             { return *l.presented }
func (l looker) KeepPresented(presents bool) { *l.presented = presents }

func newLooker() looker {
	return looker{kept: &settings.Look{}, drawn: &settings.Look{}, presented: new(bool)}
}

// A size for which the window is too small cannot be chosen, and says why; one that was chosen is drawn smaller while the
// window has less room, and stays chosen.
func TestASizeThatTheWindowIsTooSmallForIsOff(t *testing.T) {
	l := newLooker()
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) { cfg.Host = l }})
	h.Window.Resize(fyne.NewSize(900, 600))
	h.Settle()
	if why := h.Shell.Commands.WhyNot("scale.200"); why != h.Words.T("settings.scale_room") {
		t.Errorf("%q", why)
	}
	if why := h.Shell.Commands.WhyNot("scale.150"); why != "" {
		t.Errorf("%q", why)
	}
	h.Window.Resize(fyne.NewSize(1280, 800))
	h.Settle()
	h.Run("scale.200")
	if l.kept.Scale != 2 || l.drawn.Scale != 2 {
		t.Errorf("kept %g, drawn %g", l.kept.Scale, l.drawn.Scale)
	}
	h.Window.Resize(fyne.NewSize(900, 600))
	h.Settle()
	if l.kept.Scale != 2 || l.drawn.Scale != 1.5 {
		t.Errorf("in a small window: kept %g, drawn %g", l.kept.Scale, l.drawn.Scale)
	}
	h.Window.Resize(fyne.NewSize(1280, 800))
	h.Settle()
	if l.drawn.Scale != 2 {
		t.Errorf("in a large window again: drawn %g", l.drawn.Scale)
	}
}

// Who presents still does after a restart, until they end it: the first screen names nothing private.
func TestPresentingStaysUntilItIsEnded(t *testing.T) {
	l := newLooker()
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) { cfg.Host = l }})
	h.Run("presenting")
	again := h.Again()
	sign := h.Words.T("window.presenting_sign", "keys", "Ctrl+Shift+P")
	again.Settle()
	again.Wants(sign)
	again.Run("presenting")
	again.Lacks(sign)
	if *l.presented {
		t.Error("it is remembered though it was ended")
	}
}
