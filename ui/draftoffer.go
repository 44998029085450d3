package ui

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// bannerDrafts is the message that words are left which were typed and never kept.
const bannerDrafts = "drafts"

// draftOffer is the way to words that were typed before and never kept: a message above the page, of one text after another
// until each was seen.
type draftOffer struct {
	now    planner.Unfinished // that is offered; zero for nothing
	seen   map[string]bool    // keys of those that need no offer while this window is open
	cut    time.Time          // when the window began that ended without a farewell; zero once that was told of, or for none
	unsaid bool               // to be made again once nobody looks
}

// dropOffer goes on from the words that are offered to the next: those need no offer any more.
func (w *Window) dropOffer() {
	o := &w.offer
	w.shell.CloseBanner(bannerDrafts)
	if o.now.Key == "" {
		return
	}
	o.seen[o.now.Key] = true
	o.now, o.cut = planner.Unfinished{}, time.Time{}
	w.offerDrafts()
}

// foundWords ends the offer of words that are on show now: nobody has to be led to them.
func (w *Window) foundWords(of core.Ref, field string) {
	if now := w.offer.now; now.Of == of && now.Field == field && !of.ID.IsZero() {
		w.dropOffer()
	}
}

// onPage ends the offer of words that are typed on the page itself, as on that of a meeting.
func (w *Window) onPage(r shell.Route) {
	if w.standsOn(w.offer.now, r) || w.onToday(w.offer.now) {
		w.dropOffer()
	}
}

// standsOn tells whether words are typed on a page itself, not in a dialog.
func (w *Window) standsOn(u planner.Unfinished, r shell.Route) bool {
	_, _, dialog := w.dialogOf(u.Field)
	return !dialog && !r.ID.IsZero() && r.ID == u.Of.ID
}

// onToday tells whether words are those of a question, or of the line about a meeting, which Today shows in its place.
func (w *Window) onToday(u planner.Unfinished) bool {
	return todays(u.Field) && w.shell.Router.Route().Screen == screenToday
}

// todays tells whether a field stands on Today.
func todays(field string) bool { return field == planner.FieldAsk || field == planner.FieldLine }

// resumeToday leads to the line in which a question was being typed, or what is worth keeping of a meeting.
func (w *Window) resumeToday(field string) {
	w.learning = field == planner.FieldAsk
	w.shell.Go(shell.Route{Screen: screenToday})
}

// offerDrafts tells of the last text that was being typed and never kept, and leads there. Of an end without a farewell it is told
// where it was typed before that; else what was begun is kept, and no more is said.
func (w *Window) offerDrafts() {
	work(w, "drafts", w.cfg.Planner.Drafts.Unfinished, func(all []planner.Unfinished) {
		at, o := w.shell.Router.Route(), &w.offer
		all = slices.DeleteFunc(all, func(u planner.Unfinished) bool { return o.seen[u.Key] || w.onToday(u) || w.standsOn(u, at) })
		if len(all) == 0 || w.presenting() {
			return
		}
		key := "drafts.waits"
		if torn := slices.DeleteFunc(slices.Clone(all), func(u planner.Unfinished) bool { return u.At.Before(o.cut) }); !o.cut.IsZero() && len(torn) > 0 {
			key, all = "drafts.offer", torn
		}
		w.showOffer(all[len(all)-1], len(all), key)
	})
}

// showOffer shows the offer of one of so many texts, with words of that key.
func (w *Window) showOffer(u planner.Unfinished, count int, key string) {
	w.offer.now = u
	d, at, ok := w.dialogOf(u.Field)
	if todays(u.Field) {
		d, ok = dialog{resume: func(core.Ref, core.ID) { w.resumeToday(u.Field) }}, true
	}
	say := func() (text, action string) {
		name, form := w.textName(u)
		if form {
			return w.t(key+"_dialog", "count", count, "name", name), w.t("button.open")
		}
		return w.t(key, "count", count, "name", name), w.t("button.open")
	}
	w.shell.Banner(bannerDrafts, shell.Notice{
		Kind: kit.Info, Say: say, Closed: func() { w.settle(u) },
		Other: func() string { return w.t("drafts.discard") }, DoOther: func() { w.discard(u) },
		Do: func() {
			w.dropOffer()
			switch {
			case ok:
				d.resume(u.Of, at)
			case u.Of.Kind == core.KindMeeting:
				w.openMeeting(u.Of.ID)
			}
		},
	})
}

// textName says which text an unfinished one is: by the form that it fills in, or else by what it is about.
func (w *Window) textName(u planner.Unfinished) (name string, form bool) {
	d, _, _ := w.dialogOf(u.Field)
	if u.Field == planner.FieldAsk {
		d.title = "mentee.questions"
	}
	if d.title == "" || u.Of.Kind == core.KindChecklist { // a template that was there has a name
		return u.Name, false
	}
	return strings.TrimSuffix(w.t(d.title), "…"), true
}

// settle takes a text for known: it waits where it was typed, and is not offered again, not by the next window either.
func (w *Window) settle(u planner.Unfinished) {
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		return nil, w.cfg.Planner.Drafts.Settle(ctx, u.Draft)
	}, func(_ *planner.Step, err error) { w.shell.Fail(err) })
	w.dropOffer()
}

// discard drops a text, which can be had back for a while.
func (w *Window) discard(u planner.Unfinished) {
	name, _ := w.textName(u)
	w.keepDraft(u.Key, func() string { return "" })
	w.shell.Stand(kit.ToastSpec{Text: w.t("drafts.discarded", "name", name), For: offerStays, Apart: true, Action: w.t("forms.bring_back"), Do: func() {
		w.keepDraft(u.Key, func() string { return u.Text })
		delete(w.offer.seen, u.Key)
		w.afterTurn(w.offerDrafts)
	}})
	w.dropOffer()
}

// offerBeside offers what waits in a form beside the words of that key, which were in it now, whichever of them was offered before.
func (w *Window) offerBeside(key string) {
	maps.DeleteFunc(w.offer.seen, func(k string, _ bool) bool { return k != key && formOf(k) == formOf(key) })
	w.afterTurn(w.offerDrafts)
}

// afterTurn does something once all that was asked to be kept is kept.
func (w *Window) afterTurn(do func()) {
	w.inTurn(func(context.Context) (*planner.Step, error) { return nil, nil }, func(*planner.Step, error) { do() })
}
