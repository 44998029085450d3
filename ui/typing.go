package ui

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// typing opens a dialog that belongs to a record, with what was being typed into it when the program last ended. The
// zero Ref is the workspace itself. Somebody who closes it with words that were not kept can have them back: show is
// called again then, and whoever opens the dialog again finds them there.
func (w *Window) typing(of core.Ref, field string, show func(forms.Draft)) {
	if w.cfg.Reading != nil { // nothing is kept; a dialog says so in place of opening, and a page can be looked at
		show(forms.Draft{Keep: func(func() string) {}, GivenUp: func(string, string) {}, After: w.cfg.After})
		return
	}
	if _, _, dialog := w.dialogOf(field); dialog {
		w.shell.HoldKeys()
	}
	var drafts map[string]planner.Draft
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		if of.ID.IsZero() {
			ws, err := w.cfg.Planner.Workspace.Get(ctx)
			if err != nil {
				return nil, err
			}
			of = core.RefOf(ws)
		}
		var err error
		drafts, err = w.cfg.Planner.Drafts.Of(ctx, of)
		return nil, err
	}, func(_ *planner.Step, err error) {
		if err != nil {
			w.shell.Fail(err)
			return
		}
		at, waiting := slotOf(drafts, field, w.presenting())
		w.foundWords(of, at)
		key := planner.DraftKey(of, at)
		text := drafts[at].Text
		if !w.presenting() {
			w.takeUp(key, drafts[at])
		}
		d := w.draft(of, key, text, show)
		if waiting && !w.presenting() {
			d.Ended = func() { w.offerBeside(key) }
		}
		show(d)
	})
}

// takeUp goes on with a draft: it is being typed again where it was set aside, and what offers it has no more to offer.
func (w *Window) takeUp(key string, d planner.Draft) {
	if d.Settled {
		w.keepDraft(key, func() string { return d.Text })
	}
	if offer := w.backOffers[key]; offer != nil && d.Text != "" {
		offer.Dismiss()
		delete(w.backOffers, key)
	}
}

// besides parts the name of a field from the number of a text that was typed into it beside another one.
const besides = "+"

// slotOf gives the name under which the words of a field are kept: that of the oldest that nobody has seen since, else of those
// that were set aside last, or the field's own. While
// others look, what waits may be private: it stays where it is, and what is typed is kept beside it. waiting tells
// whether other words of the field wait, too.
func slotOf(drafts map[string]planner.Draft, field string, hidden bool) (at string, waiting bool) {
	var taken []string
	for name, d := range drafts {
		if own, _, _ := strings.Cut(name, besides); own == field && d.Text != "" {
			taken = append(taken, name)
		}
	}
	if !hidden {
		if len(taken) == 0 {
			return field, false
		}
		slices.SortFunc(taken, func(a, b string) int {
			return cmp.Or(drafts[a].At.Compare(drafts[b].At), cmp.Compare(drafts[a].Order, drafts[b].Order))
		})
		for _, name := range taken {
			if !drafts[name].Settled {
				return name, len(taken) > 1
			}
		}
		return taken[len(taken)-1], len(taken) > 1
	}
	at = field
	for n := 1; slices.Contains(taken, at); n++ {
		at = field + besides + strconv.Itoa(n)
	}
	return at, len(taken) > 0
}

// formOf gives the key of a form's first draft from that of any of its drafts.
func formOf(key string) string {
	form, _, _ := strings.Cut(key, besides)
	return form
}

// relationshipRef names a relationship; the zero Ref where there is none.
func relationshipRef(id core.ID) core.Ref {
	if id.IsZero() {
		return core.Ref{}
	}
	return core.Ref{Kind: core.KindRelationship, ID: id}
}

// draft is what the dialog of a record does with what is typed in it.
func (w *Window) draft(of core.Ref, key, text string, show func(forms.Draft)) forms.Draft {
	return forms.Draft{
		Text: text, After: w.cfg.After, Watch: w.watch(of),
		Keep: func(text func() string) { w.keepDraft(key, text) },
		Drop: func(ctx context.Context) error { return w.cfg.Planner.Drafts.Keep(ctx, key, "") },
		GivenUp: func(text, words string) {
			if w.presenting() { // it may be private: it waits until nobody looks, and is offered then
				w.keepDraft(key, func() string { return text })
				w.offer.unsaid = true
				delete(w.offer.seen, key)
				return
			}
			again := func() {
				w.keepDraft(key, func() string { return text })
				show(w.draft(of, key, text, show))
			}
			said := "forms.given_up"
			if formOf(key) == planner.DraftKey(of, draftCapture) { // a line there is typed without looking, and would run together
				said = "forms.given_up_line"
				w.keepDraft(key, func() string { return "" })
			} else {
				w.setAside(key, text)
			}
			w.backOffers[key] = w.shell.Stand(kit.ToastSpec{Text: w.t(said), For: offerStays, Apart: true, Action: w.t("forms.bring_back"), Do: func() {
				w.whether(of, again, func() { w.rescue(of, words, func() {}) })
			}})
		},
	}
}

// offerStays is how long a message stands that alone leads back to what would be hard to find again.
const offerStays = time.Minute
