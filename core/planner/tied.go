package planner

import (
	"slices"

	"mentorbook/core"
)

// reversal gathers what a step changes that is being taken back or done again, in one transaction or several, so that
// what it leaves can be held against what stays.
type reversal struct {
	since   *ChangeSet // the oldest entry of the step that was inverted
	last    *ChangeSet // the newest that inverts it
	touched map[core.Ref]bool
}

func newReversal() *reversal { return &reversal{touched: map[core.Ref]bool{}} }

// add notes an entry that was inverted, and the entry of that, which may touch more: what is called off takes along
// what was prepared for it. The entries of a group come last first.
func (v *reversal) add(was, back *ChangeSet) {
	v.since, v.last = was, back
	for _, cs := range []*ChangeSet{was, back} {
		for _, c := range cs.Changes {
			v.touched[c.Ref] = true
		}
	}
}

// hold refuses a reversal after which a record would name one that is not there, or be at odds with it, as
// core.Missing and Accord say: of those that it changed, and of those that were written since. None that was written
// before can name what the step made. The journal is in the order of its ids, which are of the clock's time: where that was
// put back, what was written since may stand before the step, and is looked for until all of it is found.
func (v *reversal) hold(r Reader) error {
	look := Remembered(map[core.Ref]core.Record{}, r.Get)
	stay := map[core.Kind]int{}
	for ref := range v.touched {
		if err := v.holdChanged(ref, look, stay); err != nil {
			return err
		}
	}
	seen, reached := map[core.Ref]bool{}, false
	since := v.last.Counter - v.since.Counter // how many entries there are
	for cs, err := range r.Journal(JournalQuery{Reverse: true}) {
		if err != nil {
			return err
		}
		if cs.Counter > v.since.Counter {
			since--
		} else if reached {
			continue
		}
		for _, c := range cs.Changes {
			if v.touched[c.Ref] || seen[c.Ref] {
				continue
			}
			seen[c.Ref] = true
			if err := v.holdLater(c.Ref, look, stay); err != nil {
				return err
			}
		}
		if reached = reached || cs.ID == v.since.ID; reached && (since == 0 || v.since.Counter == 0) {
			break
		}
	}
	for _, kind := range core.Kinds() {
		if n := stay[kind]; n > 0 {
			return core.Fail(core.CodeStoodOn, "kind", string(kind), "n", n)
		}
	}
	return nil
}

// holdChanged looks at a record that the reversal changed. What it names may have gone with the reversal itself: then
// the record would have to go too, but stays. Or it was gone before.
func (v *reversal) holdChanged(ref core.Ref, look core.Lookup, stay map[core.Kind]int) error {
	rec, err := look(ref)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	for _, to := range core.Pointers(rec) {
		switch _, err := look(to.Ref); {
		case core.CodeOf(err) != core.CodeNotFound:
			if err != nil {
				return err
			}
		case v.touched[to.Ref]:
			stay[ref.Kind]++
			return nil
		default:
			return core.Fail(core.CodeLostTie, "kind", string(to.Ref.Kind))
		}
	}
	if err := Accord(rec, look); err != nil {
		return judged(err, core.Fail(core.CodeConflict, "kind", string(ref.Kind)))
	}
	return nil
}

// holdLater looks at a record that was written since the step, and that the reversal leaves as it is.
func (v *reversal) holdLater(ref core.Ref, look core.Lookup, stay map[core.Kind]int) error {
	rec, err := look(ref)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(core.Pointers(rec), func(p core.Pointer) bool { return v.touched[p.Ref] }) {
		return nil
	}
	err = core.Missing(rec, look)
	if err == nil {
		err = Accord(rec, look)
	}
	if err == nil {
		return nil
	}
	stay[ref.Kind]++
	return judged(err, nil)
}

// judged gives the words for a rule that is broken; an error by which nothing could be judged stays what it is.
func judged(err, words error) error {
	for _, p := range core.Problems(err) {
		if p.Code == core.CodeDamaged || p.Code == core.CodeInternal {
			return err
		}
	}
	return words
}
