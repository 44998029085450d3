package calendar

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// sheet is the dialog that shows the cards where the window has no room for them at the side.
type sheet struct {
	open   *shell.Open
	holder *fyne.Container
}

// setSide shows cards: in the dialog while that is open, else at the side.
func (p *Page) setSide(cards fyne.CanvasObject) {
	if p.sheet == nil {
		p.side.SetContent(cards)
	} else {
		kit.KeepFocus(p.sheet.holder, func() {
			p.sheet.holder.Objects = []fyne.CanvasObject{cards}
			p.sheet.holder.Refresh()
		})
		p.sheet.open.Relayout()
	}
	if p.wanted && p.free != nil && p.all.Size().Width > 0 {
		p.ShowFree()
	}
}

// openSheet shows the cards in a dialog; the focus goes to first, or to the first thing in it.
func (p *Page) openSheet(first fyne.Focusable) {
	if p.model == nil || p.sheet != nil {
		return
	}
	p.side.SetContent(kit.Stack(0))
	holder := kit.Stack(0, p.sideCards())
	p.sheet = &sheet{holder: holder}
	p.sheet.open = p.deps.Dialogs.Show(shell.Dialog{
		Title: p.t("calendar.side"), Content: holder, Cancel: p.t("shell.close"), First: first, Width: 420,
		Closed: func() {
			p.sheet = nil
			p.setSide(p.sideCards())
		},
	})
}

// ShowFree leads to the field that says whom free times are looked for with, as soon as it is known who that is.
func (p *Page) ShowFree() {
	c := kit.CanvasOf(p.all)
	if p.free == nil || p.model == nil || c == nil || p.state.View == Year {
		p.wanted = true
		return
	}
	p.wanted = false
	if p.side.Visible() && p.whomField != nil {
		kit.FocusOn(c, p.whomField.Focusable())
		return
	}
	if p.whomField == nil {
		p.freeCard()
	}
	p.openSheet(p.whomField.Focusable())
}
