package calendar

import (
	"fyne.io/fyne/v2"

	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// shiftKey is one way in which keys move or stretch the present meeting.
type shiftKey struct {
	id, keys      string
	days, minutes int
	stretch       bool
}

// shiftKeys lists them. The keys are the grid's own while it has the focus; here they are to be found, and to be had
// from the palette.
func shiftKeys() []shiftKey {
	return []shiftKey{
		{"earlier", "Ctrl+Up", 0, -kit.GridStep, false},
		{"later", "Ctrl+Down", 0, kit.GridStep, false},
		{"day_before", "Ctrl+Left", -1, 0, false},
		{"day_after", "Ctrl+Right", 1, 0, false},
		{"shorter", "Ctrl+Shift+Up", 0, -kit.GridStep, true},
		{"longer", "Ctrl+Shift+Down", 0, kit.GridStep, true},
	}
}

// monthKeys lists them where days have no hours.
func monthKeys() []shiftKey {
	return []shiftKey{
		{"day_before", "Ctrl+Left", -1, 0, false},
		{"day_after", "Ctrl+Right", 1, 0, false},
		{"week_before", "Ctrl+Up", -7, 0, false},
		{"week_after", "Ctrl+Down", 7, 0, false},
	}
}

// shiftCommands make the keys known that move and stretch, and of a month that which chooses what is moved.
func (p *Page) shiftCommands() []shell.Command {
	keys := shiftKeys()
	var out []shell.Command
	if p.state.View == Month {
		keys = monthKeys()
		out = append(out, shell.Command{
			ID: "calendar.choose", Title: "calendar.choose", Group: "calendar.group_move", Keys: "Space", Elsewhere: p.elsewhere, Reads: true,
			Run: func() {
				if c := kit.CanvasOf(p.all); c != nil {
					c.Focus(p.month)
				}
				p.month.Choose()
			},
		})
	}
	for _, k := range keys {
		out = append(out, shell.Command{
			ID: "calendar." + k.id, Title: "calendar.shift." + k.id, Group: "calendar.group_move", Keys: k.keys, Why: p.whyFixed, Elsewhere: p.elsewhere,
			Run: func() { p.shift(k) },
		})
	}
	return out
}

// whyFixed tells why no meeting can be moved now.
func (p *Page) whyFixed() string {
	switch {
	case p.state.View == Month && !p.month.Movable(), p.hours() && !p.grid.Movable():
		return "calendar.why_choose"
	case p.state.View != Month && !p.hours():
		return "calendar.why_view"
	}
	return ""
}

// keyed gives what the keys of the days go to.
func (p *Page) keyed() fyne.Focusable {
	if p.state.View == Month {
		return p.month
	}
	return p.grid.Focusable()
}

// elsewhere tells why the keys move no meeting while the focus is on something else: nobody thinks of the meeting then.
func (p *Page) elsewhere() string {
	if c := kit.CanvasOf(p.all); c != nil && c.Focused() != nil && c.Focused() != p.keyed() {
		return "calendar.why_choose"
	}
	return ""
}

func (p *Page) shift(k shiftKey) {
	if c := kit.CanvasOf(p.all); c != nil {
		c.Focus(p.keyed())
	}
	if p.state.View == Month {
		p.month.Shift(k.days)
		return
	}
	p.grid.Shift(k.days, k.minutes, k.stretch)
}

// Grab takes a block by its key, so that arrows move it, and tells whether it can be moved.
func (p *Page) Grab(key string) bool {
	choose := p.grid.Select
	if p.state.View == Month {
		choose = p.month.Select
	}
	if !choose(key) || p.whyFixed() != "" {
		return false
	}
	p.shift(shiftKey{})
	return true
}

// Chosen gives the meeting that the keys are at: of a day of a month, the only one. It gives false where they are at none.
func (p *Page) Chosen() (planner.CalendarMeeting, bool) {
	if p.model == nil {
		return planner.CalendarMeeting{}, false
	}
	at := p.place()
	if p.state.View == Month && at.key == "" {
		return p.model.Only(at.day)
	}
	return p.model.Meeting(at.key)
}

// Asked tells whether a block is a meeting to which somebody else invites.
func (p *Page) Asked(key string) bool {
	if p.model == nil {
		return false
	}
	x, ok := p.model.Meeting(key)
	return ok && x.Own != nil
}

// Copy tells whether a block is somebody else's meeting as a calendar had it, which asks for no answer.
func (p *Page) Copy(key string) bool {
	if p.model == nil {
		return false
	}
	x, ok := p.model.Meeting(key)
	return ok && x.Own != nil && x.Own.Copy
}

// Over tells whether a block is a meeting that was held or missed.
func (p *Page) Over(key string) bool {
	if p.model == nil {
		return false
	}
	x, ok := p.model.Meeting(key)
	return ok && !x.Meeting.Planned() && !x.Meeting.Off()
}

// Tell names the button that tells the guests of a meeting; "" for a block that is none.
func (p *Page) Tell(key string) string {
	if p.model == nil {
		return ""
	}
	return p.model.Tell(key)
}

// CanGrab tells whether a block can be moved by keys.
func (p *Page) CanGrab(key string) bool {
	return p.hours() && p.grid.CanMove(key) || p.state.View == Month && p.month.CanMove(key)
}
