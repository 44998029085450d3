package capture

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// asked is a question of the form: in which of several relationships with one person it is.
type asked struct {
	Ask
	choose *kit.Select
}

// showWithin asks in which of several relationships with one person an action or a question is, for each such person; it asks
// nothing where there are none. An answer stays while it is asked for.
func (f *form) showWithin(asks []Ask) {
	if offer := f.deps.Offer(); f.deps.Hidden() { // one of more people names others
		asks = slices.Clone(asks)
		for i := range asks {
			asks[i].Places = slices.DeleteFunc(slices.Clone(asks[i].Places), func(r planner.Place) bool {
				return !offer.Names(f.entry.Text, f.book.Whom(f.book.relationship(r))...)
			})
		}
		asks = slices.DeleteFunc(asks, func(a Ask) bool { return len(a.Places) == 0 })
	}
	if slices.EqualFunc(asks, f.asks, func(a Ask, b asked) bool { return a.same(b.Ask) }) && f.withinOf == f.entry.Kind {
		return
	}
	was, answers := f.asks, f.entry.Within
	f.asks, f.entry.Within, f.withinOf = nil, map[core.ID]core.ID{}, f.entry.Kind
	f.fields.Drop("relationships.")
	f.more.Objects = nil
	for i, a := range asks {
		chosen := -1
		if slices.ContainsFunc(was, func(b asked) bool { return a.same(b.Ask) }) {
			if rel, answered := answers[a.Of]; answered {
				f.entry.Within[a.Of] = rel
				chosen = slices.IndexFunc(a.Places, func(r planner.Place) bool { return r.ID == rel }) + 1
			}
		}
		f.addAsk(i, a, chosen, len(asks) > 1)
	}
	f.within.Hidden = len(asks) == 0
	f.more.Hidden = len(asks) < 2
	f.more.Refresh()
	kit.Relayout(f.text)
}

// addAsk makes the field of a question: that of the form for the first, and one more for each other.
func (f *form) addAsk(i int, a Ask, chosen int, named bool) {
	w, one := f.deps.Words, asked{a, f.within}
	if i > 0 {
		one.choose = forms.Put(f.fields, kit.NewSelect("", nil, -1, func(at int) { f.chooseWithin(a, at) }), "relationships."+a.Of.String())
		f.more.Add(one.choose)
	}
	label, none := w.Label("relationship"), w.T("rel.action_apart")
	if who := f.book.places.Person(a.Of); named && who != nil {
		label = w.T("capture.within_of", "name", who.ShortName())
	}
	if f.entry.Kind == Question {
		none = w.T("mentee.for_nobody")
	}
	texts := []string{none}
	for _, r := range a.Places {
		texts = append(texts, r.Name)
	}
	one.choose.SetLabel(label)
	one.choose.SetError("")
	one.choose.SetOptions(texts)
	one.choose.SetChosen(chosen)
	f.asks = append(f.asks, one)
}

// chooseFirst takes the answer to the first question.
func (f *form) chooseFirst(i int) {
	if len(f.asks) > 0 {
		f.chooseWithin(f.asks[0].Ask, i)
	}
}

// chooseWithin takes an answer.
func (f *form) chooseWithin(a Ask, i int) {
	switch {
	case i > 0 && i <= len(a.Places):
		f.entry.Within[a.Of] = a.Places[i-1].ID
	case i == 0:
		f.entry.Within[a.Of] = core.ID{}
	default:
		return
	}
	f.show()
}

// answered tells whether each question has its answer; where one has none, it stands there why it is asked.
func (f *form) answered() bool {
	for i, a := range f.asks {
		if a.choose.Chosen() < 0 {
			path := "relationships"
			if i > 0 {
				path += "." + a.Of.String()
			}
			f.fields.Show(core.FailField(core.CodeRequired, path))
			a.choose.SetError(f.deps.Words.T("capture.within_choose"))
			return false
		}
	}
	return true
}
