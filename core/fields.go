package core

import (
	"math"
	"strconv"
	"time"
)

// at names the entry i of a list as a user counts: from one.
func at(list string, i int) string { return list + "." + strconv.Itoa(i+1) }

// date refuses a date that is not in the calendar; none at all is fine.
func (p *problems) date(field string, d Date) {
	if !d.IsZero() && !d.Valid() {
		p.add(CodeBadDate, field, "value", d.String())
	}
}

// notBefore refuses a date that lies before the one with which its span begins; what is no date is refused
// elsewhere.
func (p *problems) notBefore(field string, d, start Date) {
	if d.Valid() && start.Valid() && d.Before(start) {
		p.add(CodeEndNotAfter, field)
	}
}

// instant refuses a moment that cannot be written down in RFC 3339; none at all is fine.
func (p *problems) instant(field string, t time.Time) {
	if y := t.UTC().Year(); !t.IsZero() && (y < 1 || y > 9999) {
		p.add(CodeBadTime, field, "value", y)
	}
}

// noteField takes an error over under the field's own name.
func (p *problems) noteField(field string, err error) {
	for _, e := range Problems(err) {
		c := *e
		c.Field = field
		*p = append(*p, &c)
	}
}

func (p *problems) finite(field string, f float64) {
	if math.IsNaN(f) || math.IsInf(f, 0) || math.Abs(f) > 1e15 {
		p.add(CodeBadNumber, field, "min", "-1e15", "max", "1e15")
	}
}

func (p *problems) required(field string, id ID) {
	if id.IsZero() {
		p.add(CodeRequired, field)
	}
}

// unique refuses a list that names the same thing twice.
func (p *problems) unique(field string, ids []ID) {
	if d, ok := duplicateID(ids); ok {
		p.add(CodeDuplicate, field, "value", d.String())
	}
}

// links checks the relationships that something is linked to, or its readers: none twice, and no nobody.
func (p *problems) links(field string, ids []ID) {
	p.count(field, len(ids))
	p.unique(field, ids)
	if contains(ids, ID{}) {
		p.add(CodeRequired, field)
	}
}
