package calendar

import (
	"fyne.io/fyne/v2"

	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// above is what stands above days that hold no meeting: what to do first where none was planned yet, or which comes next.
type above struct {
	outset planner.Outset // where first
	first  bool
	next   string // in words
	hidden bool   // others look at the screen: days may be empty only for them
}

// aboveOf gives what is to stand there; the zero value is nothing. A day without a meeting is nothing to speak of.
func (m *Model) aboveOf() above {
	c := m.calendar
	switch {
	case c.Outset != nil:
		return above{outset: *c.Outset, first: true, hidden: c.Shared}
	case c.Next != nil && m.State.View != Day:
		return above{next: m.words.T("calendar.next", "name", c.Next.Name, "time", m.nextTime(c.Next)), hidden: c.Shared}
	}
	return above{hidden: c.Shared}
}

// nextTime says when a meeting is, also by the other's clock.
func (m *Model) nextTime(x *planner.CalendarMeeting) string {
	text := m.words.Moment(x.Start, m.Today)
	if at, err := x.Meeting.StartAt(); err == nil {
		if theirs := m.words.TheirClock(at, m.zone, x.Others...); theirs != "" {
			text += " · " + theirs
		}
	}
	return text
}

// setAbove shows it, where it is not on show yet.
func (p *Page) setAbove(a above) {
	if a == p.has {
		return
	}
	p.has = a
	list := p.state.View == Agenda
	var o fyne.CanvasObject
	switch {
	case a.first && p.deps.First != nil:
		o = p.deps.First(a.outset, p.state.View)
	case a.next != "" && list:
		o = kit.NewEmpty(p.deps.Words().Empty("calendar.empty", a.hidden), a.next, p.toNextButton())
	case a.next != "":
		o = kit.Line(8, kit.Grow(kit.NewText(a.next, kit.Muted())), p.toNextButton())
	case list && a.hidden:
		o = kit.NewEmpty(p.deps.Words().Empty("calendar.empty", true), "")
	case list:
		o = kit.NewEmpty(p.t("calendar.empty"), p.t("calendar.empty_hint"))
	}
	if list {
		p.list.WhenEmpty(o)
		return
	}
	p.above.Objects = nil
	if o != nil {
		p.above.Objects = []fyne.CanvasObject{o}
	}
}

// toNextButton leads to the days of the next meeting.
func (p *Page) toNextButton() *kit.Button {
	return kit.NewButton(p.t("calendar.to_next"), kit.Plain, func() {
		if p.model != nil && p.model.calendar.Next != nil {
			p.Visit(p.model.calendar.Next.Start.Date)
		}
	})
}
