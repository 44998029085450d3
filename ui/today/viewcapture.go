package today

import (
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// captureCard asks about the last held meeting.
func (p *Page) captureCard(c *Capture) fyne.CanvasObject {
	if p.line == nil || p.line.meeting != c.Meeting || p.line.lang != p.deps.Words().Language() {
		p.line = newLineField(p, c)
	}
	helps := kit.NewChipSet(c.Helps, c.On, func(i int, on bool) { p.deps.Help(c.Meeting, i, on) }).Writes()
	return kit.NewCard(p.t("today.capture"), c.Caption, kit.Stack(8, muted(c.Head, kit.SizeText), helps, p.line.field))
}

// lineField is the field for one line. It stays while the page is drawn anew, so that nothing typed is lost.
type lineField struct {
	page    *Page
	meeting core.ID
	lang    core.Language
	field   *kit.TextField
	dirty   bool
	stop    func()
}

func newLineField(p *Page, c *Capture) *lineField {
	l := &lineField{page: p, meeting: c.Meeting, lang: p.deps.Words().Language()}
	l.field = kit.NewTextField("", p.t("today.line"), func(string) { l.typed() })
	l.field.SetText(c.Line)
	l.dirty = false
	l.field.SetHint(p.t("visibility.only_you"))
	l.field.OnSubmit(l.keep)
	return l
}

func (l *lineField) typed() {
	l.dirty = true
	l.field.SetHint(l.page.t("visibility.only_you"))
	if l.stop == nil {
		l.stop = l.page.deps.After(400*time.Millisecond, func() {
			l.stop = nil
			l.flush()
		})
	}
}

// flush keeps what is typed as a draft.
func (l *lineField) flush() {
	if l.dirty {
		l.dirty = false
		l.page.deps.Draft(l.meeting, l.field.Text())
	}
}

func (l *lineField) keep(text string) {
	text = core.CleanLine(text)
	if text == "" {
		return
	}
	l.page.deps.Line(l.meeting, text, func(err error) {
		if err != nil {
			l.field.SetError(l.page.deps.Words().Error(err))
			return
		}
		l.field.SetText("")
		l.dirty = false
		l.page.deps.Draft(l.meeting, "")
	})
}
