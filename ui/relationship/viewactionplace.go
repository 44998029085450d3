package relationship

import (
	"cmp"
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// actionPlace chooses to which relationship a promise belongs: one in which whose it is takes part, or none.
type actionPlace struct {
	edit    *ActionEdit
	owner   core.ID // whose it is as chosen
	choices [][]core.ID
	choose  *kit.Select
	words   *locale.Words
	tell    func(core.Visibility) // who reads it
}

// field makes the field.
func (p *actionPlace) field(w *locale.Words) *kit.Select {
	p.words = w
	p.choose = kit.NewSelect(w.Label("relationship"), nil, 0, func(int) { p.tell(p.readers()) })
	p.offer(p.edit.Action.Relationships)
	return p.choose
}

// offer lists the choices and takes one; outside of all where that is none of them.
func (p *actionPlace) offer(chosen []core.ID) {
	texts := []string{p.words.T("rel.action_apart")}
	p.choices = [][]core.ID{nil}
	was := p.edit.Action.Relationships
	for _, r := range p.edit.Within {
		if r.Has(p.owner) {
			texts, p.choices = append(texts, r.Name), append(p.choices, []core.ID{r.ID})
		}
	}
	if p.owner == p.edit.Action.Owner && !slices.ContainsFunc(p.choices, func(ids []core.ID) bool { return slices.Equal(ids, was) }) { // as in several
		texts, p.choices = append(texts, cmp.Or(p.words.List(p.names(was)), "…")), append(p.choices, was)
	}
	p.choose.SetOptions(texts)
	p.choose.SetChosen(max(slices.IndexFunc(p.choices, func(ids []core.ID) bool { return slices.Equal(ids, chosen) }), 0))
	p.tell(p.readers())
}

// names gives those of the relationships among the choices that whose it is takes part in.
func (p *actionPlace) names(ids []core.ID) (out []string) {
	for _, r := range p.edit.Within {
		if slices.Contains(ids, r.ID) && r.Has(p.owner) {
			out = append(out, r.Name)
		}
	}
	return out
}

// ownedBy offers the relationships of somebody else.
func (p *actionPlace) ownedBy(owner core.ID) {
	chosen := p.within()
	p.owner = owner
	p.offer(chosen)
}

// within gives the relationships that are chosen.
func (p *actionPlace) within() []core.ID {
	if len(p.edit.Within) == 0 {
		return p.edit.Action.Relationships
	}
	return p.choices[max(p.choose.Chosen(), 0)]
}

// readers gives who reads it there, by the usual rule where it is moved.
func (p *actionPlace) readers() core.Visibility {
	within := p.within()
	if slices.Equal(within, p.edit.Action.Relationships) {
		return p.edit.Action.Readers
	}
	for _, r := range p.edit.Within {
		if len(within) > 0 && r.ID == within[0] {
			return planner.ActionReaders(r.Relationship, p.owner, p.edit.Owner)
		}
	}
	return core.Visibility{}
}
