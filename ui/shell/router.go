package shell

// visit is a place somebody was at, and how they left it.
type visit struct {
	route Route
	state State
	mark  *place // where the focus was
}

// maxVisits is how many places the way back holds.
const maxVisits = 100

// Router knows where somebody is, was, and was before they went back.
type Router struct {
	open   func(Route) Page
	shown  func(Route, Page)
	visits []visit
	at     int
	page   Page
	mark   func() *place
	unmark func(*place) // nil: somebody comes to the place for the first time
}

// NewRouter makes a router. open makes the page of a route; nil for a route that leads nowhere (any more).
// shown is told each page that is to be shown.
func NewRouter(open func(Route) Page, shown func(Route, Page)) *Router {
	return &Router{open: open, shown: shown, at: -1, mark: func() *place { return nil }, unmark: func(*place) {}}
}

// Route tells where somebody is; the zero Route before the first page.
func (r *Router) Route() Route {
	if r.at < 0 {
		return Route{}
	}
	return r.visits[r.at].route
}

// Page gives the page on show; nil before the first.
func (r *Router) Page() Page { return r.page }

// Go shows a route and forgets what was ahead. The present route again only refreshes its page.
// It tells whether the route leads anywhere.
func (r *Router) Go(to Route) bool {
	if r.at >= 0 && to == r.Route() {
		r.page.Refresh()
		return true
	}
	page := r.open(to)
	if page == nil {
		return false
	}
	if p, ok := page.(Tabbed); ok {
		if to.Tab = p.Tab(); r.at >= 0 && to == r.Route() {
			r.page.Refresh()
			return true
		}
	}
	r.leave()
	r.visits = append(r.visits[:r.at+1], visit{route: to})
	if len(r.visits) > maxVisits {
		r.visits = append([]visit(nil), r.visits[len(r.visits)-maxVisits:]...)
	}
	r.at = len(r.visits) - 1
	r.enter(page)
	return true
}

// Replace shows a route in the place of the present one, as tabs of one screen do: Back leads past it.
func (r *Router) Replace(to Route) bool {
	if r.at < 0 {
		return r.Go(to)
	}
	page := r.open(to)
	if page == nil {
		return false
	}
	r.leave()
	r.visits[r.at] = visit{route: to}
	r.enter(page)
	return true
}

// Rename says that the page on show has gone to another tab by itself; nothing is made anew.
func (r *Router) Rename(to Route) {
	if r.at >= 0 {
		r.visits[r.at].route = to
	}
}

// CanBack tells whether there is a way back.
func (r *Router) CanBack() bool { return r.at > 0 }

// CanForward tells whether somebody went back and can return.
func (r *Router) CanForward() bool { return r.at < len(r.visits)-1 }

// Back shows the place before, as it was left. Places that are gone are passed over.
func (r *Router) Back() bool { return r.travel(-1) }

// Forward undoes Back.
func (r *Router) Forward() bool { return r.travel(1) }

func (r *Router) travel(step int) bool {
	for to := r.at + step; to >= 0 && to < len(r.visits); {
		page := r.open(r.visits[to].route)
		if page != nil {
			r.leave()
			r.at = to
			r.enter(page)
			return true
		}
		r.visits = append(r.visits[:to], r.visits[to+1:]...)
		if step < 0 {
			r.at--
			to--
		}
	}
	return false
}

// Reopen makes the present page anew and keeps its state.
func (r *Router) Reopen() bool {
	if r.at < 0 {
		return false
	}
	page := r.open(r.Route())
	if page == nil {
		return false
	}
	r.leave()
	r.enter(page)
	return true
}

// Drop forgets all places for which gone is true, as those of a deleted record. Where the present place is
// one of them, the nearest other one is shown, or instead where there is none.
func (r *Router) Drop(gone func(Route) bool, instead Route) {
	if r.at < 0 {
		return
	}
	here := gone(r.Route())
	kept, at := r.visits[:0:0], -1
	for i, v := range r.visits {
		if !gone(v.route) {
			kept = append(kept, v)
		}
		if i == r.at {
			at = len(kept) - 1
		}
	}
	r.visits, r.at = kept, at
	if !here {
		return
	}
	if r.page != nil {
		leavePage(r.page)
		r.page = nil
	}
	if r.at >= 0 {
		if page := r.open(r.Route()); page != nil {
			r.enter(page)
			return
		}
	}
	r.Go(instead)
}

// Reset forgets the way, for another workspace.
func (r *Router) Reset() {
	r.leave()
	r.visits, r.at, r.page = nil, -1, nil
}

func (r *Router) leave() {
	if r.at < 0 || r.page == nil {
		return
	}
	r.visits[r.at].state, r.visits[r.at].mark = r.page.Save(), r.mark()
	leavePage(r.page)
}

func leavePage(p Page) {
	if l, ok := p.(Leaver); ok {
		l.Leave()
	}
}

// enter shows a page and then gives it its state: only a page that is laid out can scroll.
func (r *Router) enter(p Page) {
	r.page = p
	v := r.visits[r.at]
	r.shown(v.route, p)
	if v.state != nil {
		p.Restore(v.state)
	}
	r.unmark(v.mark)
}
