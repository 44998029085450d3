package planner

import (
	"time"

	"mentorbook/core"
)

// today gives the date that it is for the owner, as engine.today does. Nearly every step asks, so the zone is
// remembered from one to the next: only steps, of which there is one at a time, set it and drop it.
func (u *unit) today() (core.Date, error) {
	zone := u.e.ownerZone.Load()
	if zone == nil {
		owner, err := ownerOf(u)
		if err != nil {
			return core.Date{}, err
		}
		if zone = zoneOf(owner); !u.ownerTouched {
			u.e.ownerZone.Store(zone)
		}
	}
	return core.DateOf(u.e.now().In(zone)), nil
}

// happened refuses a day to come, on the owner's clock, for what is said to have happened: CodeFuture.
func (u *unit) happened(field string, on core.Date) error {
	today, err := u.today()
	if err != nil {
		return err
	}
	if on.After(today) {
		return core.FailField(core.CodeFuture, field, "value", on)
	}
	return nil
}

// Put implements Writer.
func (u *unit) Put(rec core.Record) error {
	u.touch(rec.Kind())
	return u.Writer.Put(rec)
}

// Replace implements Writer.
func (u *unit) Replace(rec core.Record, had []IndexKey) error {
	u.touch(rec.Kind())
	return u.Writer.Replace(rec, had)
}

// Delete implements Writer.
func (u *unit) Delete(ref core.Ref) error {
	u.touch(ref.Kind)
	return u.Writer.Delete(ref)
}

// touch drops the owner's zone before it may change. It stays dropped until a later step: this one may yet be rolled
// back. Who the owner is never changes. What names are made of is dropped once the step is over.
func (u *unit) touch(kind core.Kind) {
	if kind == core.KindPerson || kind == core.KindRelationship {
		u.e.naming.Store(true)
	}
	if kind == core.KindPerson {
		u.ownerTouched = true
		u.e.ownerZone.Store((*time.Location)(nil))
	}
}
