package core

import "time"

// FreeBusy is what a calendar file says of when somebody can't meet, and not why (VFREEBUSY, RFC 5545 3.6.4). It speaks for a whole
// stretch of time: what it does not name there is free.
type FreeBusy struct {
	Line     int
	Of       Party     // whose times they are; without an address where it is not said
	From, To time.Time // the stretch, without its end; zero: not said
	Stamp    time.Time
	Periods  []FreeBusyPeriod // in the order of the file
	Partly   bool             // some of its times could not be read: what it does not name may be taken all the same
}

// FreeBusyPeriod is one time at which they can't meet, be it for certain or not (FBTYPE, RFC 5545 3.2.9).
type FreeBusyPeriod struct {
	Line       int
	Start, End time.Time
}
