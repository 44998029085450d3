package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mentorbook/core/draw"
	"mentorbook/ui/kit"
)

// preview is the right side: the pages as they will be written.
type preview struct {
	page       *Page
	sheets     *kit.Sheets
	count      *kit.Text
	zoom, fit  *kit.Button
	bar        *fyne.Container
	fold       *kit.Button
	folds      *kit.IconButton // the same where there is no room for its words
	export     *kit.Button     // where the choices are folded, which else have it
	exports    *kit.IconButton // the same, too
	back, next *kit.IconButton
	hidden     *kit.Text // in place of pages: why they are not shown
	box        *fyne.Container
	at         float32 // where to scroll to when the pages have come
}

func newPreview(p *Page, fonts *kit.DrawnFonts) *preview {
	v := &preview{page: p, count: kit.NewLine("", kit.Caption())}
	v.sheets = kit.NewSheets(fonts, v.say)
	v.bar = kit.Stack(0)
	v.hidden = kit.NewText("", kit.Muted())
	v.hidden.Hide()
	v.box = kit.StackGrow(8, 1, v.bar, v.sheets, v.hidden)
	return v
}

// build makes the buttons above the pages: the one that folds the choices stands at their side, those of the pages at the
// other, below it where the room is small.
func (v *preview) build() {
	t := v.page.t
	v.fold = kit.NewButton("", kit.Plain, func() { v.page.widen(!v.page.wide) })
	v.export = kit.NewButton(t("reports.export"), kit.Primary, v.page.export).Writes()
	v.export.Because(v.page.why)
	v.folds = kit.NewIconButton("settings", kit.Tip{}, func() { v.page.widen(!v.page.wide) })
	v.exports = kit.NewIconButton("export", kit.Tip{Text: t("reports.export"), Keys: "Ctrl+S"}, v.page.export).Writes()
	v.exports.Because(v.page.why)
	v.back = kit.NewIconButton("chevron-up", kit.Tip{Text: t("reports.page_back"), Keys: keysBack}, func() { v.turn(-1) })
	v.next = kit.NewIconButton("chevron-down", kit.Tip{Text: t("reports.page_next"), Keys: keysNext}, func() { v.turn(1) })
	v.back.Because(func() string { return v.why(v.noBack()) })
	v.next.Because(func() string { return v.why(v.noNext()) })
	smaller := kit.NewButton("−", kit.Quiet, func() { v.sheets.ZoomBy(-1) })
	larger := kit.NewButton("+", kit.Quiet, func() { v.sheets.ZoomBy(1) })
	toFit := func() { v.sheets.SetZoom(0) }
	v.zoom, v.fit = kit.NewButton("", kit.Quiet, toFit), kit.NewButton(t("reports.fit"), kit.Quiet, toFit)
	smaller.SetTip(kit.Tip{Text: t("reports.smaller"), Keys: "Ctrl+-"})
	larger.SetTip(kit.Tip{Text: t("reports.larger"), Keys: "Ctrl+Plus"})
	v.fit.SetTip(kit.Tip{Keys: "Ctrl+0"})
	v.zoom.SetTip(kit.Tip{Text: t("reports.fit"), Keys: "Ctrl+0"})
	pages := kit.Flow(16, 4, kit.Line(4, v.back, v.count, v.next), kit.Line(4, smaller, v.zoom, larger, v.fit))
	v.widened(v.page.wide)
	v.bar.Objects = []fyne.CanvasObject{container.New(&barLayout{v, pages}, v.fold, v.folds, v.export, v.exports, pages)}
}

// keysBack and keysNext turn the pages; Page Up and Page Down alone scroll as far as the view shows.
const (
	keysBack = "Ctrl+PageUp"
	keysNext = "Ctrl+PageDown"
)

// turn leads to the page before or after the one on show.
func (v *preview) turn(by int) { v.sheets.ToPage(v.sheets.Page() + by) }

// noBack and noNext give the key of the reason why there is no page to turn to; "" where there is one.
func (v *preview) noBack() string {
	if v.sheets.Page() > 0 {
		return ""
	}
	return "reports.first_page"
}

func (v *preview) noNext() string {
	if v.sheets.Page() < v.sheets.Pages()-1 {
		return ""
	}
	return "reports.last_page"
}

func (v *preview) why(key string) string {
	if key == "" {
		return ""
	}
	return v.page.t(key)
}

// cover hides the pages and says why, or shows them again where there is no reason: while others look at the screen, those that
// tell of something private stay hidden, and where nothing can be reported those of another choice would be taken for it.
func (v *preview) cover(why string) {
	on := why != ""
	v.hidden.SetText(why)
	v.hidden.Hidden, v.bar.Hidden, v.sheets.Hidden = !on, on, on
	v.box.Refresh()
}

func (v *preview) covered() bool { return v.hidden.Visible() }

// widened says in the button what it does next: take the room of the choices, or give it back.
func (v *preview) widened(on bool) {
	if v.fold == nil {
		return
	}
	text, tip := "reports.hide_choices", "reports.hide_choices_tip"
	if on {
		text, tip = "reports.show_choices", "reports.show_choices_tip"
	}
	v.fit.Hidden = on // there is room for one of them; the size in figures does the same
	v.fold.SetText(v.page.t(text))
	v.folds.SetTip(kit.Tip{Text: v.page.t(text), Keys: "Ctrl+Shift+L"})
	v.fold.SetTip(kit.Tip{Text: v.page.t(tip), Keys: "Ctrl+Shift+L"})
}

// show draws other pages, at the place where the former were.
func (v *preview) show(pages []draw.Page) {
	v.sheets.SetPages(pages)
	if v.at > 0 {
		v.sheets.To(v.at)
		v.at = 0
	}
	v.say()
}

// say tells which page is on show, and how large.
func (v *preview) say() {
	if v.sheets == nil || v.sheets.Pages() == 0 || v.page.words == nil || v.fold == nil {
		return
	}
	zoom, _ := v.sheets.Zoom()
	v.count.SetText(v.page.t("reports.page", "n", v.sheets.Page()+1, "of", v.sheets.Pages()))
	v.zoom.SetText(v.page.words.Percent(int(zoom*100 + 0.5)))
	v.back.Refresh()
	v.next.Refresh()
	v.bar.Refresh()
}
