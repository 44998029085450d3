package today

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// captureCard asks about the last held meeting.
func (p *Page) captureCard(c *Capture) fyne.CanvasObject {
	if p.line == nil || p.line.meeting != c.Meeting {
		p.line = newLineField(p, c)
	}
	p.line.handing.Shown()
	helps := kit.NewChipSet(c.Helps, c.On, func(i int, on bool) { p.deps.Help(c.Meeting, i, on) }).Writes()
	return kit.NewCard(p.t("today.capture"), c.Caption, kit.Stack(8, muted(c.Head, kit.SizeText), helps, p.line.handing.Object()))
}

// lineField is the field for one line. It stays while the page is drawn anew, so that nothing typed is lost.
type lineField struct {
	page    *Page
	meeting core.ID
	field   *kit.TextField
	handing *forms.Handing
	unkept  string // what is typed and not kept
	back    bool   // it was typed before, and brought back
	draft   *forms.Drafting
}

func newLineField(p *Page, c *Capture) *lineField {
	l := &lineField{page: p, meeting: c.Meeting}
	l.field = kit.NewTextField("", p.t("today.line"), func(string) { l.typed() })
	l.handing = forms.HandOver(p.deps.Words(), l.field, forms.Hand{Keep: l.keep, Draft: l.follow})
	l.draft = forms.NewDrafting(p.deps.After, func() { p.deps.Draft(l.meeting, l.unkept) })
	l.handing.Restore(c.Line)
	l.back = c.Line != ""
	l.draft.Forget()
	l.field.SetHint(p.t("visibility.only_you"))
	return l
}

func (l *lineField) typed() {
	l.field.SetHint(l.page.t("visibility.only_you"))
	l.handing.Typed()
}

// follow keeps what is typed as a draft, a moment later.
func (l *lineField) follow(text string) {
	l.unkept = text
	l.draft.Touched()
}

func (l *lineField) keep(text string, done func(error)) bool {
	text = core.CleanLine(text)
	if text == "" {
		return false
	}
	l.page.deps.Line(l.meeting, text, done)
	return true
}
