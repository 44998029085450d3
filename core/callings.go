package core

import "crypto/sha256"

// Callings knows what the meetings and series of a workspace are called in calendars, and finds two that are called
// the same: a calendar program would take one for a newer version of the other (RFC 5545 3.8.4.7). Occurrences of one
// series share its name, each with an original start of its own. A changed occurrence that came alone has the name of a
// series too: it found no place in it, or the series has not come, and is held against others of its kind alone.
type Callings struct {
	whose map[[16]byte]ID // by the name: the series, or the one meeting
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
		switch {
		case !r.Recurrence.IsZero() && of.IsZero():
			original = "alone " + r.Recurrence.String()
		case !r.Recurrence.IsZero():
			original = r.Recurrence.String()
		case of.IsZero():
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
	if !of.IsZero() && known && whose != of || taken && which != rec.Base().ID {
		return FailField(CodeDuplicate, "uid", "value", clip(uid))
	}
	if !of.IsZero() {
		c.whose[name] = of
	}
	c.which[one] = rec.Base().ID
	return nil
}

// hashed keeps what is remembered of a text small, however long the text is.
func hashed(uid, original string) [16]byte {
	sum := sha256.Sum256([]byte(uid + "\x00" + original))
	return [16]byte(sum[:16])
}
