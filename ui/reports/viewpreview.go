package reports

import (
	"fyne.io/fyne/v2"

	"mentorbook/core/draw"
	"mentorbook/ui/kit"
)

// preview is the right side: the pages as they will be written.
type preview struct {
	page   *Page
	sheets *kit.Sheets
	count  *kit.Text
	zoom   *kit.Text
	bar    *fyne.Container
	wide   *kit.IconButton
	hidden *kit.Text // in place of pages that tell of something private
	box    *fyne.Container
	at     float32 // where to scroll to when the pages have come
}

func newPreview(p *Page, fonts *kit.DrawnFonts) *preview {
	v := &preview{page: p, count: kit.NewLine("", kit.Caption()), zoom: kit.NewLine("", kit.Caption())}
	v.sheets = kit.NewSheets(fonts, v.say)
	v.bar = kit.Line(4)
	v.wide = kit.NewIconButton("chevron-left", kit.Tip{}, func() { p.widen(!p.wide) })
	v.widened(false)
	v.hidden = kit.NewText("", kit.Muted())
	v.hidden.Hide()
	v.box = kit.StackGrow(8, 1, v.bar, v.sheets, v.hidden)
	return v
}

// cover hides the pages, or shows them again: while others look at the screen, those that tell of something private stay hidden.
func (v *preview) cover(on bool) {
	v.hidden.SetText(v.page.t("reports.hidden"))
	v.hidden.Hidden, v.bar.Hidden, v.sheets.Hidden = !on, on, on
	v.box.Refresh()
}

func (v *preview) covered() bool { return v.hidden.Visible() }

// widened says in the button what it does next: take the room of the choices, or give it back.
func (v *preview) widened(on bool) {
	icon, tip := "chevron-left", "reports.wide"
	if on {
		icon, tip = "chevron-right", "reports.narrow"
	}
	v.wide.SetIcon(icon)
	v.wide.SetTip(kit.Tip{Text: v.page.t(tip), Keys: "Ctrl+Shift+L"})
}

// show draws other pages, at the place where the former were.
func (v *preview) show(pages []draw.Page) {
	t := v.page.t
	if len(v.bar.Objects) == 0 {
		smaller := kit.NewButton("−", kit.Quiet, func() { v.sheets.ZoomBy(-1) })
		larger := kit.NewButton("+", kit.Quiet, func() { v.sheets.ZoomBy(1) })
		fit := kit.NewButton(t("reports.fit"), kit.Quiet, func() { v.sheets.SetZoom(0) })
		smaller.SetTip(kit.Tip{Text: t("reports.smaller"), Keys: "Ctrl+-"})
		larger.SetTip(kit.Tip{Text: t("reports.larger"), Keys: "Ctrl+Plus"})
		fit.SetTip(kit.Tip{Keys: "Ctrl+0"})
		v.bar.Objects = []fyne.CanvasObject{v.wide, v.count, kit.Spring(), smaller, v.zoom, larger, fit}
		v.bar.Refresh()
	}
	v.sheets.SetPages(pages)
	if v.at > 0 {
		v.sheets.To(v.at)
		v.at = 0
	}
	v.say()
}

// say tells which page is on show, and how large.
func (v *preview) say() {
	if v.sheets == nil || v.sheets.Pages() == 0 || v.page.words == nil {
		return
	}
	zoom, _ := v.sheets.Zoom()
	v.count.SetText(v.page.t("reports.page", "n", v.sheets.Page()+1, "of", v.sheets.Pages()))
	v.zoom.SetText(v.page.words.Percent(int(zoom*100 + 0.5)))
	v.bar.Refresh()
}
