package relationship

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// below puts what a tab shows below the line that says how the relationship stands, where it is not simply lived.
func (p *Page) below(m *Model, content fyne.CanvasObject) fyne.CanvasObject {
	if notice := p.standing(m); notice != nil {
		return kit.Stack(12, notice, content)
	}
	return content
}

// standing says that a relationship is paused, over or not agreed, with what is planned in it all the same and the ways on; nil
// where it is lived.
func (p *Page) standing(m *Model) fyne.CanvasObject {
	s := m.Standing
	if s.Text == "" {
		return nil
	}
	kind, buttons := kit.Neutral, []fyne.CanvasObject{}
	if s.Still != "" {
		kind = kit.Warn
		if p.tab != TabMeetings {
			buttons = append(buttons, kit.NewButton(p.t("rel.still_show"), kit.Plain, p.showMeetings))
		}
	}
	if s.Resumes() {
		buttons = append(buttons, p.button("rel.resume", func() { p.deps.Resume(m.ID) }))
	}
	return kit.NewNotice(kind, join(s.Text, s.Why, s.Still), buttons...)
}

// Status gives where the relationship stands; it was read.
func (p *Page) Status() core.Status { return p.model.Standing.Status }

// showMeetings goes to the tab of the meetings, where those that are still planned stand first.
func (p *Page) showMeetings() {
	for i, tab := range tabs() {
		if tab == TabMeetings {
			p.tabs.Choose(i)
		}
	}
}
