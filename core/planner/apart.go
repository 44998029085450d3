package planner

import (
	"mentorbook/core"
)

// Speak settles the language of the words that tell relationships of one name apart.
func (e *engine) Speak(lang core.Language) { e.spoken.Store(lang) }

// telling is a Reader over which RelationshipName tells relationships of one name apart. A step reads without it: what it
// keeps in the journal is in no language, and what others are sent says nothing of the owner's other relationships.
type telling struct {
	Reader

	e     *engine
	names uint64 // how often names had changed before this state was read
}

func (t *telling) under() Reader { return t.Reader }

// bare gives the reader of a view without what tells names apart, for what others may read.
func bare(r Reader) Reader {
	if t, ok := r.(*telling); ok {
		return t.Reader
	}
	return r
}

// apartTable is what tells relationships apart, with the names that they have without it.
type apartTable struct {
	names uint64
	plain map[core.ID]string // of those that are told apart
	apart map[core.ID]core.Apart
}

// toldApart gives a relationship's name with what tells it apart. Under a veil it may have another name, which says nothing more.
func toldApart(r Reader, rel core.ID, name string) (string, error) {
	return toldApartIn(r, rel, name, "")
}

// toldApartIn is toldApart in a language; "" is the one that is spoken.
func toldApartIn(r Reader, rel core.ID, name string, lang core.Language) (string, error) {
	t := tellingOf(r)
	if t == nil {
		return name, nil
	}
	apart, err := t.words(rel, name, lang)
	if err != nil || apart == "" {
		return name, err
	}
	return name + core.ApartBy + apart, nil
}

// tellingPart gives what stands at the end of a relationship's name, as it was told, to tell it apart; "" where nothing does.
func tellingPart(r Reader, rel core.ID, told string) (string, error) {
	t := tellingOf(r)
	if t == nil {
		return "", nil
	}
	table, err := t.table()
	if err != nil {
		return "", err
	}
	apart, err := t.words(rel, table.plain[rel], "")
	if err != nil || apart == "" || told != table.plain[rel]+core.ApartBy+apart {
		return "", err
	}
	return apart, nil
}

// tellingOf gives the reader that tells apart beneath others; nil where there is none.
func tellingOf(r Reader) *telling {
	for {
		if t, ok := r.(*telling); ok {
			return t
		}
		l, ok := r.(layered)
		if !ok {
			return nil
		}
		r = l.under()
	}
}

// words says what tells a relationship of a name apart, in a language; "" where nothing does.
func (t *telling) words(rel core.ID, name string, lang core.Language) (string, error) {
	table, err := t.table()
	if err != nil || table.apart[rel].IsZero() || table.plain[rel] != name {
		return "", err
	}
	if lang == "" {
		lang, _ = t.e.spoken.Load().(core.Language)
	}
	return t.e.Apart(lang, table.apart[rel]), nil
}

// table reads who is called alike, once for all that is read until a name may have changed.
func (t *telling) table() (*apartTable, error) {
	if known := t.e.apart.Load(); known != nil && known.names == t.names {
		return known, nil
	}
	all, err := namesakes(beneath(t))
	if err != nil {
		return nil, err
	}
	out := &apartTable{names: t.names, plain: map[core.ID]string{}, apart: core.TellApart(all)}
	for _, one := range all {
		if !out.apart[one.ID].IsZero() {
			out.plain[one.ID] = one.Name
		}
	}
	t.e.apart.Store(out)
	return out, nil
}

func namesakes(r Reader) ([]core.Namesake, error) {
	ws, err := workspaceOf(r)
	if err != nil {
		return nil, err
	}
	r = remembering(r)
	var out []core.Namesake
	for rel, err := range every[core.Relationship](r) {
		if err != nil {
			return nil, err
		}
		others, err := loadAll[core.Person](r, rel.Others(ws.Owner))
		if err != nil {
			return nil, err
		}
		one := core.Namesake{ID: rel.ID, Name: rel.Name, Own: rel.Name != "", Apart: core.Apart{Format: rel.Format, Since: rel.Since}}
		if !one.Own {
			one.Name = joinNames(others)
		}
		if part, ok := rel.Participant(ws.Owner); ok {
			one.Apart.Side = part.Role
		}
		if len(others) > 0 {
			one.Apart.Organisation = others[0].Organisation
		}
		out = append(out, one)
	}
	return out, nil
}

// renamed forgets who is called alike, after a transaction that may have written names: one that was read before it began is
// never taken for one that was read after.
func (e *engine) renamed() {
	if e.naming.Swap(false) {
		e.named.Add(1)
	}
}
