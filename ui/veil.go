package ui

import (
	"context"
	"sync"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
)

// veils are the figures by which people and relationships are called that are not on show, each the same on every page. They are
// given beside the window, too.
type veils struct {
	given sync.Mutex
	n     map[core.Ref]int
	last  map[core.Kind]int
}

// number gives the figure of a person or a relationship: the next one where they have none yet.
func (v *veils) number(of core.Ref) int {
	v.given.Lock()
	defer v.given.Unlock()
	if v.n == nil {
		v.n, v.last = map[core.Ref]int{}, map[core.Kind]int{}
	}
	if v.n[of] == 0 {
		v.last[of.Kind]++
		v.n[of] = v.last[of.Kind]
	}
	return v.n[of]
}

// called says what a person or a relationship is called while others look at the screen who are not to know who it is.
func (w *Window) called(kind core.Kind, id core.ID) string { return w.calledIn(w.words(), kind, id) }

func (w *Window) calledIn(words *locale.Words, kind core.Kind, id core.ID) string {
	key := "presenting.person"
	if kind == core.KindRelationship {
		key = "presenting.relationship"
	}
	return words.T(key, "n", w.veils.number(core.Ref{Kind: kind, ID: id}))
}

// veiled makes of what reads a page what names nobody but whom the page is about, while others look at the screen. What it gives is
// to be seen and not to be kept.
func veiled[T any](w *Window, do func(context.Context) (T, error)) func(context.Context) (T, error) {
	return veiledFor(w, w.focus(), do)
}

// veiledFor is veiled for a page about somebody who is only just being put on show.
func veiledFor[T any](w *Window, focus core.Ref, do func(context.Context) (T, error)) func(context.Context) (T, error) {
	if !w.presenting() {
		return do
	}
	words := w.words()
	veil := planner.Veil{OnShow: focus, Called: func(kind core.Kind, id core.ID) string { return w.calledIn(words, kind, id) }}
	return func(ctx context.Context) (T, error) { return do(veil.Over(ctx)) }
}

// offering says whom a choice may list now.
func (w *Window) offering() forms.Offering {
	return forms.Offering{Hidden: w.presenting(), OnShow: w.onShow()}
}
