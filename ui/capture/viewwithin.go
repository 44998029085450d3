package capture

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// showWithin asks in which of several relationships with one person an action is; it asks nothing where there are none.
func (f *form) showWithin(several []planner.Place) {
	if offer := f.deps.Offer(); f.deps.Hidden() { // one of more people names others
		several = slices.DeleteFunc(slices.Clone(several), func(r planner.Place) bool {
			return !offer.Names(f.entry.Text, f.book.Whom(f.book.relationship(r))...)
		})
	}
	if slices.EqualFunc(several, f.among, func(a, b planner.Place) bool { return a.ID == b.ID }) {
		return
	}
	f.among, f.entry.Within = several, core.ID{}
	texts := []string{f.deps.Words.T("rel.action_apart")}
	for _, r := range several {
		texts = append(texts, r.Name)
	}
	f.within.SetOptions(texts)
	f.within.SetChosen(-1)
	f.within.Hidden = len(several) == 0
	kit.Relayout(f.text)
}

// chooseWithin takes the answer.
func (f *form) chooseWithin(i int) {
	f.entry.Within = core.ID{}
	if i > 0 && i <= len(f.among) {
		f.entry.Within = f.among[i-1].ID
	}
	f.show()
}
