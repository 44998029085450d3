package core

// Flaw is a code for what is wrong with a part of a calendar file. The locale has words for "flaw." and the code.
type Flaw string

// The flaws that keep a reader from taking an event, or a part of one.
const (
	FlawNoStart    Flaw = "no_start"   // it does not say when it begins
	FlawBadTime    Flaw = "bad_time"   // a date or time that is none
	FlawBadZone    Flaw = "bad_zone"   // a zone that nobody knows and the file does not define
	FlawBadRule    Flaw = "bad_rule"   // a recurrence rule that cannot be read
	FlawBadLength  Flaw = "bad_length" // a DURATION that is none
	FlawUnclosed   Flaw = "unclosed"   // the file or the component around it ends before it does
	FlawTooDeep    Flaw = "too_deep"   // components within components, beyond all reason
	FlawTooMany    Flaw = "too_many"   // more components, or more occurrences, than are read
	FlawNoWork     Flaw = "no_work"    // a rule that takes too much work to follow
	FlawLongLine   Flaw = "long_line"  // a line beyond all reason; its value was left out
	FlawBadLine    Flaw = "bad_line"   // a line that is none of the format
	FlawSuperseded Flaw = "superseded" // the file holds a newer version of the same event
	FlawStrayEnd   Flaw = "stray_end"  // an END without its BEGIN
)

// Finding is something wrong in a calendar file, named so that it can be found there.
type Finding struct {
	Line  int    // counted from one; 0 is the file as a whole
	UID   string // of the event it is in; may be ""
	Title string // of that event; may be ""
	Flaw  Flaw
	Rule  string // the standard's section, such as "RFC 5545 3.6.1"; may be ""
	Value string // an excerpt of what stands there; may be ""
	Lost  bool   // the event could not be taken
}
