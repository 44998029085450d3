// Package people is the screen of everybody in the workspace: the list on the left, one person beside it.
package people

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Order is what the list is in the order of.
type Order int

// The orders. People without what they are ordered by come last.
const (
	ByName Order = iota
	ByOrganisation
	ByContact
	ByClock
)

// Row is a line of the list, in words.
type Row struct {
	ID            core.ID
	Name, Caption string
	With          string // relationships
	Last          string // contact
	Local         string // time, where they are
	Email         string
	Initials, Key string
	Owner         bool
	Archived      bool
	Person        *core.Person
	Parts         []planner.PersonPart

	named          bool     // the query is in the name
	names          []string // as they are looked for
	sought         []string // whatever else is looked for, word by word
	name           []byte   // for sorting
	organisation   []byte
	last           core.Date
	minutes        int // of the day where they are, with the date
	noZone         bool
	noOrganisation bool
}

// List is everybody, filtered and sorted.
type List struct {
	rows     []*Row
	shown    []*Row
	query    string
	order    Order
	archived bool // those who are put away are shown, and nobody else
	filled   Used
}

// Used tells in which columns of the list anybody has anything.
type Used struct{ With, Last, Local, Organisation bool }

// Filled tells what there is to be seen besides names, whoever is looked for.
func (l *List) Filled() Used { return l.filled }

func (f *Used) note(r *Row) {
	f.With = f.With || r.With != ""
	f.Last = f.Last || r.Last != ""
	f.Local = f.Local || r.Local != ""
	f.Organisation = f.Organisation || !r.noOrganisation
}

// NewList puts the directory into words.
func NewList(d *planner.Directory, w *locale.Words) *List {
	l := &List{}
	collator := w.Collator()
	clocks := map[core.Zone]core.Civil{}
	for i := range d.Rows {
		row := newRow(&d.Rows[i], d, w, collator, clocks)
		l.rows = append(l.rows, row)
		l.filled.note(row)
	}
	l.arrange()
	return l
}

func newRow(from *planner.PersonRow, d *planner.Directory, w *locale.Words, c *locale.Collator, clocks map[core.Zone]core.Civil) *Row {
	p := from.Person
	everything := ""
	row := &Row{
		ID: p.ID, Person: p, Parts: from.With, Name: p.Name, Caption: join(" · ", p.JobTitle, p.Organisation), Email: p.Email(), Initials: p.Initials(), Key: p.ID.String(),
		Owner: p.ID == d.Owner, Archived: p.Archived, last: from.Last, name: slices.Clone(c.Key(p.Name)), organisation: slices.Clone(c.Key(p.Organisation)),
	}
	if row.Owner {
		row.Caption = join(" · ", w.T("people.you"), row.Caption)
	} else {
		row.With, everything = with(from.With, p, w)
	}
	if !from.Last.IsZero() && !row.Owner {
		row.Last = w.DateShort(from.Last, d.Today)
	}
	row.noZone, row.noOrganisation = true, p.Organisation == ""
	if clock, ok := clockOf(p.Zone, d.Now, clocks); ok {
		row.Local, row.minutes, row.noZone = w.Time(clock.Hour, clock.Minute), clock.MinutesSince(core.Civil{Date: d.Today}), false
	}
	row.names = parts(p.Name, p.GivenName, p.MiddleName, p.FamilyName, p.Address)
	row.sought = parts(append([]string{row.Caption, everything, string(p.Zone), w.City(p.Zone)}, p.Emails...)...)
	return row
}

func clockOf(zone core.Zone, now time.Time, known map[core.Zone]core.Civil) (core.Civil, bool) {
	if clock, ok := known[zone]; ok {
		return clock, true
	}
	loc, err := zone.Location()
	if err != nil {
		return core.Civil{}, false
	}
	known[zone] = core.CivilOf(now.In(loc))
	return known[zone], true
}

func join(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}

// fold makes alike what people take for alike when they look for something.
func fold(s string) string { return strings.ReplaceAll(strings.ToLower(s), "ё", "е") }

// parts cuts texts into the words that are looked for: whatever begins after what is no letter and no figure, and whole
// texts, so that an address is found as it is written.
func parts(texts ...string) []string {
	var out []string
	for _, text := range texts {
		text = fold(text)
		out = append(out, strings.Fields(text)...)
		out = append(out, strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })...)
	}
	return out
}

// Len tells how many rows are shown, and All how many there are.
func (l *List) Len() int { return len(l.shown) }

// All tells how many people there are, of those who are put away or of the others.
func (l *List) All() int { return l.count(l.archived) }

// PutAway tells how many people are put away.
func (l *List) PutAway() int { return l.count(true) }

func (l *List) count(archived bool) int {
	n := 0
	for _, r := range l.rows {
		if r.Archived == archived {
			n++
		}
	}
	return n
}

// Archived tells whether those are shown who are put away.
func (l *List) Archived() bool { return l.archived }

// ShowArchived shows those who are put away, or the others.
func (l *List) ShowArchived(on bool) {
	l.archived = on
	l.arrange()
}

// ShowWith shows those among whom a person is.
func (l *List) ShowWith(id core.ID) {
	for _, r := range l.rows {
		if r.ID == id && r.Archived != l.archived {
			l.ShowArchived(r.Archived)
		}
	}
}

// At gives a shown row.
func (l *List) At(i int) *Row { return l.shown[i] }

// Has tells whether somebody is kept at all, be they shown or not.
func (l *List) Has(id core.ID) bool {
	return slices.ContainsFunc(l.rows, func(r *Row) bool { return r.ID == id })
}

// Find gives the place of a person among the rows shown; -1 for none.
func (l *List) Find(id core.ID) int {
	return slices.IndexFunc(l.shown, func(r *Row) bool { return r.ID == id })
}

// Order tells the order of the rows.
func (l *List) Order() Order { return l.order }

// Query tells what is looked for.
func (l *List) Query() string { return l.query }

// Filter shows those rows alone in which each word of a query begins a word. Those in whose names they all do come first.
func (l *List) Filter(query string) {
	l.query = query
	l.arrange()
}

// Sort changes the order.
func (l *List) Sort(by Order) {
	l.order = by
	l.arrange()
}

func (l *List) arrange() {
	words := strings.Fields(fold(l.query))
	l.shown = l.shown[:0]
	for _, r := range l.rows {
		r.named = begins(words, r.names)
		if r.Archived == l.archived && (r.named || begins(words, r.names, r.sought)) {
			l.shown = append(l.shown, r)
		}
	}
	slices.SortStableFunc(l.shown, l.compare)
}

// begins tells whether each word begins one of the texts.
func begins(words []string, texts ...[]string) bool {
	return !slices.ContainsFunc(words, func(word string) bool {
		return !slices.ContainsFunc(texts, func(some []string) bool {
			return slices.ContainsFunc(some, func(text string) bool { return strings.HasPrefix(text, word) })
		})
	})
}

func (l *List) compare(a, b *Row) int {
	if c := last(!a.named, !b.named); c != 0 {
		return c
	}
	c := 0
	switch l.order {
	case ByOrganisation:
		if c = last(a.noOrganisation, b.noOrganisation); c == 0 {
			c = bytes.Compare(a.organisation, b.organisation)
		}
	case ByContact:
		if c = last(a.last.IsZero(), b.last.IsZero()); c == 0 {
			c = b.last.Compare(a.last)
		}
	case ByClock:
		if c = last(a.noZone, b.noZone); c == 0 {
			c = a.minutes - b.minutes
		}
	}
	if c != 0 {
		return c
	}
	return bytes.Compare(a.name, b.name)
}

// last puts what is missing behind what is there.
func last(a, b bool) int {
	switch {
	case a && !b:
		return 1
	case b && !a:
		return -1
	}
	return 0
}
