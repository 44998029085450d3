package core

import "crypto/sha256"

// Callings knows what the meetings and series of a workspace are called in calendars, and finds two that are called
// the same: a calendar program would take one for a newer version of the other (RFC 5545 3.8.4.7). Occurrences of one
// series share its name, each with an original start of its own; so do those that came alone, of another's series that
// is not known here.
type Callings struct {
	whose map[[16]byte]ID // by the name: the series, or the one meeting; zero of what came alone
	which map[[16]byte]ID // by the name and the original start: the record
}

// Take notes what a record is called. It refuses one that is called as another is.
func (c *Callings) Take(rec Record) error {
	var uid, original string
	var of ID
	switch r := rec.(type) {
	case *Series:
		uid, of = r.UID, r.ID
	case *Meeting:
		uid, of = r.UID, r.Series
		if !r.Recurrence.IsZero() {
			original = r.Recurrence.String()
		} else if of.IsZero() {
			of = r.ID
		}
	default:
		return nil
	}
	if c.whose == nil {
		c.whose, c.which = map[[16]byte]ID{}, map[[16]byte]ID{}
	}
	name, one := hashed(uid, ""), hashed(uid, original)
	whose, known := c.whose[name]
	which, taken := c.which[one]
	if known && whose != of || taken && which != rec.Base().ID {
		return FailField(CodeDuplicate, "uid", "value", clip(uid))
	}
	c.whose[name], c.which[one] = of, rec.Base().ID
	return nil
}

// hashed keeps what is remembered of a text small, however long the text is.
func hashed(uid, original string) [16]byte {
	sum := sha256.Sum256([]byte(uid + "\x00" + original))
	return [16]byte(sum[:16])
}
