package shell

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// headroom is what stands at the right of a page with a title, and gives way where the title needs the room: first the
// general buttons become pictures, then the page's own go into a menu, the least important first. What a page is there
// for stays, and so do the search, Undo and the button that makes something.
type headroom struct {
	own     []fyne.CanvasObject // the page's, in their places
	stays   fyne.CanvasObject   // of these the most important
	yields  fyne.CanvasObject   // and the least important; nil for the first
	more    *kit.IconButton     // opens the menu
	further bool                // the page has more to offer in it
	search  fyne.CanvasObject
	full    []fyne.CanvasObject // the general buttons with their words
	short   []fyne.CanvasObject // the same as pictures
}

func newHeadroom(s *Shell, h Header) headroom {
	r := headroom{own: h.Actions, stays: h.Stays, yields: h.Yields, further: h.More != nil}
	if r.stays == nil && len(h.Actions) > 0 {
		r.stays = h.Actions[len(h.Actions)-1]
	}
	r.more = kit.NewIconButton("more", kit.Tip{Text: s.words(wordMore)}, nil)
	own := h.Actions
	r.more.OnTap(func() {
		var entries []kit.MenuEntry
		for _, o := range own {
			if b, ok := o.(*kit.Button); ok && !b.Visible() {
				entries = append(entries, b.Entry())
			}
		}
		if h.More != nil {
			if len(entries) > 0 {
				entries = append(entries, kit.MenuEntry{Line: true})
			}
			entries = append(entries, h.More()...)
		}
		kit.ShowMenuUnder(r.more, entries)
	})
	r.search = kit.NewIconButton("search", kit.Tip{Text: s.words(wordSearch), Keys: "Ctrl+K"}, s.OpenPalette)
	r.full = s.toolbar(kit.Plain)
	r.short = s.pictures()
	return r
}

// objects gives everything, in reading order.
func (r *headroom) objects() []fyne.CanvasObject {
	out := append([]fyne.CanvasObject{r.more}, r.own...)
	out = append(out, r.search)
	return append(append(out, r.full...), r.short...)
}

// folds gives those of the page's buttons that can go into the menu, the least important first: all but the most important
// one, and but what stands out.
func (r *headroom) folds() []*kit.Button {
	var out []*kit.Button
	for _, o := range r.own {
		b, ok := o.(*kit.Button)
		switch {
		case !ok || o == r.stays || b.Kind() == kit.Primary:
		case o == r.yields:
			out = append([]*kit.Button{b}, out...)
		default:
			out = append(out, b)
		}
	}
	return out
}

// steps is how far things can give way, beyond nothing: the general buttons, then the page's own.
func (r *headroom) steps() int { return 1 + len(r.folds()) }

// shown gives what is on show at a step.
func (r *headroom) shown(step int) []fyne.CanvasObject {
	folded := r.folds()[:max(step-1, 0)]
	var out []fyne.CanvasObject
	if len(folded) > 0 || r.further {
		out = append(out, r.more)
	}
	for _, o := range r.own {
		if b, ok := o.(*kit.Button); !ok || !slices.Contains(folded, b) {
			out = append(out, o)
		}
	}
	out = append(out, r.search)
	if step == 0 {
		return append(out, r.full...)
	}
	return append(out, r.short...)
}

func (r *headroom) width(step int) float32 {
	w, gap := float32(0), kit.Px(barGap)
	for _, o := range r.shown(step) {
		w += kit.NaturalWidth(o) + gap
	}
	return max(w-gap, 0)
}

// fit lets as little as needed give way in a bar of a width, so that the subtitle has no third line: words of that before
// buttons. It tells whether the title has its room beside what is left; otherwise what is left fits into a line of
// its own.
func (r *headroom) fit(room float32, t *topbar) bool {
	for step := 0; step <= r.steps(); step++ {
		want := wanted{brief: step > 0, wide: step == 0}
		if left := room - r.width(step) - kit.Px(16); t.needs(left, room, want) {
			r.show(step)
			return true
		}
	}
	step := 0
	for step < r.steps() && r.width(step) > room {
		step++
	}
	r.show(step)
	return false
}

// show puts a step into effect.
func (r *headroom) show(step int) {
	on := map[fyne.CanvasObject]bool{}
	for _, o := range r.shown(step) {
		on[o] = true
	}
	for _, o := range r.objects() {
		switch {
		case on[o] && !o.Visible():
			o.Show()
		case !on[o] && o.Visible():
			o.Hide()
		}
	}
}
