package program

import "mentorbook/ui/shell"

// former is the workspace that was open before, and where in it somebody was: the way back from the welcome screen, and
// from an opening that was cancelled.
type former struct {
	path  string // "" for none
	route shell.Route
}

// back opens the workspace that was open before, where somebody was in it.
func (p *Program) back() {
	if p.former.path != "" && !p.busy {
		p.cfg.First = p.former.route
		p.Open(p.former.path)
	}
}

// goBack leads back to it when an opening was cancelled, and to the welcome screen where there is nothing to go back to or
// that was cancelled as well.
func (p *Program) goBack() {
	if p.former.path == "" || p.returning {
		p.welcome("")
		return
	}
	p.returning = true
	p.back()
}
