package planner

import (
	"context"
	"iter"
	"slices"

	"mentorbook/core"
)

// Veil gives other names to whoever is not on show, while others look at the screen. It lies over what is read and never over
// what is written: what is read through it is to be looked at and not to be kept.
type Veil struct {
	OnShow core.Ref                                // the relationship or the person that the page is about; the zero Ref for nobody
	Called func(kind core.Kind, id core.ID) string // what a person or a relationship is called instead

	owner core.ID
	named []core.ID // who keep their names
}

type veilKey struct{}

// Over gives a context in which everything is read through the veil.
func (v Veil) Over(ctx context.Context) context.Context {
	return context.WithValue(ctx, veilKey{}, v)
}

// veiledBy gives the reader that a context asks for.
func veiledBy(ctx context.Context, r Reader) (Reader, error) {
	v, ok := ctx.Value(veilKey{}).(Veil)
	if !ok {
		return r, nil
	}
	ws, err := workspaceOf(r)
	if err != nil {
		return nil, err
	}
	v.owner, v.named = ws.Owner, []core.ID{ws.Owner, v.OnShow.ID}
	if v.OnShow.Kind == core.KindRelationship {
		rel, err := load[core.Relationship](r, v.OnShow.ID)
		if err != nil && core.CodeOf(err) != core.CodeNotFound {
			return nil, err
		}
		if err == nil {
			v.named = append(v.named, rel.Others(ws.Owner)...)
		}
	}
	return &veiled{Reader: r, veil: v}, nil
}

// layered is a Reader that stands over another and reads through it.
type layered interface{ under() Reader }

// beneath gives what stands beneath the veil of a reader, and the reader itself where none lies over it. Whatever is compared with
// what was sent or written is read here: under other names it would seem to have changed.
func beneath(r Reader) Reader {
	for at := r; ; {
		if v, ok := at.(*veiled); ok {
			return v.Reader
		}
		l, ok := at.(layered)
		if !ok {
			return r
		}
		at = l.under()
	}
}

// veiled is a Reader in whose records those who are not on show have other names.
type veiled struct {
	Reader

	veil Veil
}

// Get implements Reader.
func (v *veiled) Get(ref core.Ref) (core.Record, error) {
	rec, err := v.Reader.Get(ref)
	return v.veil.record(rec), err
}

// All implements Reader.
func (v *veiled) All(kind core.Kind) iter.Seq2[core.Record, error] { return v.over(v.Reader.All(kind)) }

// Newest implements Reader.
func (v *veiled) Newest(kind core.Kind) iter.Seq2[core.Record, error] {
	return v.over(v.Reader.Newest(kind))
}

// Scan implements Reader.
func (v *veiled) Scan(q Query) iter.Seq2[core.Record, error] { return v.over(v.Reader.Scan(q)) }

func (v *veiled) over(all iter.Seq2[core.Record, error]) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		for rec, err := range all {
			if !yield(v.veil.record(rec), err) {
				return
			}
		}
	}
}

// record gives a record as it may be seen.
func (v Veil) record(rec core.Record) core.Record {
	switch r := rec.(type) {
	case *core.Person:
		if r == nil || slices.Contains(v.named, r.ID) {
			return rec
		}
		other := *r
		other.Name, other.GivenName, other.MiddleName, other.FamilyName, other.Address = v.Called(core.KindPerson, r.ID), "", "", "", ""
		other.Organisation, other.JobTitle = "", ""
		return &other
	case *core.Relationship:
		if r == nil || v.shown(r) {
			return rec
		}
		other := *r
		other.Name = v.Called(core.KindRelationship, r.ID)
		return &other
	}
	return rec
}

// shown tells whether a relationship keeps its name: it is on show, or whoever is takes part in it. The owner takes part in all,
// and their page is about nobody else.
func (v Veil) shown(rel *core.Relationship) bool {
	if v.OnShow.Kind == core.KindPerson {
		return v.OnShow.ID != v.owner && rel.Has(v.OnShow.ID)
	}
	return rel.ID == v.OnShow.ID
}
