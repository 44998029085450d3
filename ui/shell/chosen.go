package shell

import (
	"slices"
	"strings"

	"mentorbook/ui/kit"
)

// Chooser is a page that shows one of several things: what that is called, and what can be done with it.
type Chooser interface {
	Chosen() (name string, menu []kit.MenuEntry)
}

// chosen gives what can be done with what has the focus, as its menus have it, and with what the page shows: the palette has
// it too, where no command says the same.
func (s *Shell) chosen() []choice {
	var out []choice
	take := func(name string, menu []kit.MenuEntry) {
		for _, e := range menu {
			if e.Line || slices.ContainsFunc(out, func(c choice) bool { return c.title == e.Text }) {
				continue
			}
			out = append(out, s.chosenLine(name, e))
		}
	}
	focus := kit.NameOf(s.canvas.Focused())
	s.frame.taking = func(menu []kit.MenuEntry) { take(focus, menu) }
	kit.OpenMenus(s.canvas)
	s.frame.taking = nil
	page := s.Router.Page()
	if c, ok := page.(Chooser); ok {
		take(c.Chosen())
	}
	if page != nil {
		if h := page.Header(); h.More != nil {
			take(h.Title, h.More())
		}
	}
	return slices.DeleteFunc(out, func(c choice) bool {
		return slices.ContainsFunc(s.Commands.All(), func(have Command) bool {
			return !have.Quiet && s.Commands.Title(have) == c.title && (s.Commands.WhyNot(have.ID) == "" || c.off)
		})
	})
}

// said is what the palette says of a choice: what is done with something names it, so that nobody deletes what they do not mean,
// and names it once.
func (c choice) said() string {
	if c.of == "" || strings.Contains(c.title, c.of) {
		return c.title
	}
	return strings.TrimSuffix(c.title, "…") + ": " + c.of
}

// chosenLine makes the line of what can be done with something, or why it cannot be done.
func (s *Shell) chosenLine(name string, e kit.MenuEntry) choice {
	c := choice{title: e.Text, of: name, caption: kit.KeyNames(e.Keys), run: e.Run}
	if e.Reason != "" {
		c.caption, c.off = e.Reason, true
		c.run = func() { s.sayOff(e.Text, e.Reason) }
	}
	return c
}

// instead tells whether a command is off whose name something chosen has that is on: that is listed in its place.
func instead(chosen []choice, title string, off bool) bool {
	return off && slices.ContainsFunc(chosen, func(c choice) bool { return c.title == title && !c.off })
}
