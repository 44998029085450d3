package core

import (
	"iter"
	"time"
)

// Flaw is a code for what is wrong with a part of a calendar file. The locale has words for "flaw." and the code.
type Flaw string

// The flaws that keep a reader from taking an event, or a part of one.
const (
	FlawNoStart       Flaw = "no_start"       // it does not say when it begins
	FlawNoStamp       Flaw = "no_stamp"       // a message that does not say when it was made
	FlawBadTime       Flaw = "bad_time"       // a date or time that is none
	FlawBadDate       Flaw = "bad_date"       // a date beside a rule, or left out of it, that is none; what recurs is taken without it
	FlawBadPeriod     Flaw = "bad_period"     // a busy time of somebody that is none; the others are taken
	FlawBadZone       Flaw = "bad_zone"       // a zone that nobody knows and the file does not define
	FlawBadOffset     Flaw = "bad_offset"     // a zone's distance from UTC that is none
	FlawBadRule       Flaw = "bad_rule"       // a recurrence rule that cannot be read
	FlawBadLength     Flaw = "bad_length"     // a DURATION that is none
	FlawUnclosed      Flaw = "unclosed"       // the file or the component around it ends before it does
	FlawTooDeep       Flaw = "too_deep"       // components within components, beyond all reason
	FlawTooMany       Flaw = "too_many"       // more components, or more occurrences, than are read
	FlawMoreLost      Flaw = "more_lost"      // so many more events, the value, that could not be taken and are not named
	FlawMoreCalendars Flaw = "more_calendars" // so many more calendars of an e-mail, the value, that are not read
	FlawNoWork        Flaw = "no_work"        // a rule that takes too much work to follow
	FlawLongLine      Flaw = "long_line"      // a line beyond all reason; its value was left out
	FlawBadLine       Flaw = "bad_line"       // a line that is none of the format
	FlawSuperseded    Flaw = "superseded"     // the file holds a newer version of the same event
	FlawStrayEnd      Flaw = "stray_end"      // an END without its BEGIN
	FlawStrayEvent    Flaw = "stray_event"    // an event outside of any calendar
	FlawZoneDates     Flaw = "zone_dates"     // kept as dates, since its zone is the file's own and no place on Earth has it
	FlawRuleDates     Flaw = "rule_dates"     // kept as dates, since it recurs by more than one rule
	FlawRangeDates    Flaw = "range_dates"    // kept as dates, since it changes from one of its dates on
	FlawCalendarZone  Flaw = "calendar_zone"  // times without a zone are kept in that of the calendar
	FlawCut           Flaw = "cut"            // kept without the rest of a text that is longer than any is kept
	FlawTwoEnds       Flaw = "two_ends"       // of COUNT and UNTIL in one rule the one that comes first counts
	FlawOneLength     Flaw = "one_length"     // dates with lengths of their own are kept with that of the first
	FlawBusyDays      Flaw = "busy_days"      // whole days with somebody who is met, which are kept as busy time
	FlawBusyDates     Flaw = "busy_dates"     // the same of what has more single dates than a series can
	FlawBusyRule      Flaw = "busy_rule"      // the same of what recurs as no series of meetings does
	FlawBusyLong      Flaw = "busy_long"      // the same of what takes longer than a meeting can
	FlawBusyStart     Flaw = "busy_start"     // the same of what begins off its own rule
	FlawBusyTied      Flaw = "busy_tied"      // the same of what fits two relationships equally well
	FlawBusyCircle    Flaw = "busy_circle"    // the same of what is the owner's own and not all guests of a relationship are invited to, or few of a circle
	FlawBusyMany      Flaw = "busy_many"      // the same of what many others come to
	FlawNowDays       Flaw = "now_days"       // its organizer has made whole days of a meeting: it becomes busy time
	FlawNowDaysOff    Flaw = "now_days_off"   // the same of one that is prepared, or one of a series: it is off here
	FlawNowAllDays    Flaw = "now_all_days"   // the same of all of a series
	FlawOneDay        Flaw = "one_day"        // whole days of which the last is before the first are kept as that one
	FlawJoins         Flaw = "joins"          // meetings of it that are here by themselves become part of it
	FlawTakesAway     Flaw = "takes_away"     // meetings that are planned here are left out of it
	FlawGoesBack      Flaw = "goes_back"      // meetings of it that were changed on their own here are so no more
	FlawGuestsSay     Flaw = "guests_say"     // it is as it is here; what its guests know and have said is taken in
	FlawGuestsOff     Flaw = "guests_off"     // guests who are here are invited to it no more: the next message leaves them out
	FlawFreeOther     Flaw = "free_other"     // free and busy times of another than whose calendar it is
	FlawFreeOlder     Flaw = "free_older"     // free and busy times that are older than those that are here
	FlawStaysMoved    Flaw = "stays_moved"    // meetings of it that its organizer has moved on their own stay so: it says nothing of these
)

// The flaws that a reader can live with, and that the standards forbid or calendar programs are known to refuse.
const (
	FlawMissing     Flaw = "missing"       // a property that must be there; value: its name
	FlawTwice       Flaw = "twice"         // a property that may stand once alone
	FlawNotAllowed  Flaw = "not_allowed"   // a property or component that may not stand here
	FlawBadValue    Flaw = "bad_value"     // a value that the property cannot have
	FlawExclude     Flaw = "exclude"       // two that may not stand together; value: both names
	FlawEndFirst    Flaw = "end_first"     // it ends before it begins, or as it begins
	FlawNoInstance  Flaw = "no_instance"   // a changed occurrence that what it belongs to does not have
	FlawOtherClock  Flaw = "other_clock"   // an occurrence named by another clock than that of what it belongs to
	FlawMixedClocks Flaw = "mixed_clocks"  // a time by no clock where the start is by one, or the other way round
	FlawMixedForms  Flaw = "mixed_forms"   // a date where the start has a time, or the other way round
	FlawNotUTC      Flaw = "not_utc"       // a time that must be in UTC
	FlawZoneInUTC   Flaw = "zone_in_utc"   // a zone beside a time in UTC
	FlawNoValueDate Flaw = "no_value_date" // a date that does not say VALUE=DATE
	FlawNoTimezone  Flaw = "no_timezone"   // a zone that the file does not describe
	FlawOffPattern  Flaw = "off_pattern"   // a start that its own rule does not give
	FlawBareMark    Flaw = "bare_mark"     // a comma, semicolon or backslash that is not escaped
	FlawBadAddress  Flaw = "bad_address"   // no URI, or no e-mail address in it
	FlawNoValueType Flaw = "no_value_type" // a property that must name its type
	FlawManyUIDs    Flaw = "many_uids"     // a message about several things
	FlawLineEnds    Flaw = "line_ends"     // lines that do not end in CRLF
	FlawWideLine    Flaw = "wide_line"     // a line of more than 75 octets that is not folded
	FlawSplitSign   Flaw = "split_sign"    // a fold inside a character
	FlawByteMark    Flaw = "byte_mark"     // a byte order mark
	FlawNotUTF8     Flaw = "not_utf8"      // octets that are no UTF-8
	FlawControl     Flaw = "control"       // control characters
	FlawBadQuotes   Flaw = "bad_quotes"    // quotation marks that do not enclose a parameter's whole value
	FlawNoButtons   Flaw = "no_buttons"    // an invitation for which Outlook shows no buttons
	FlawManyDates   Flaw = "many_dates"    // a zone as a list of dates, which Google does not take
	FlawManyRules   Flaw = "many_rules"    // a zone of more than one yearly pair, of which Outlook takes one
	FlawNoPair      Flaw = "no_pair"       // a zone whose clocks follow no yearly rule, so that no file can have that pair: a note
	FlawNamedInvite Flaw = "named_invite"  // a calendar's name on an invitation: some make a calendar of it
	FlawFewKnow     Flaw = "few_know"      // what few calendar programs understand
)

// Finding is something wrong in a calendar file, named so that it can be found there.
type Finding struct {
	Line  int    `json:"line"`            // counted from one; 0 is the file as a whole
	UID   string `json:"uid,omitempty"`   // of the event it is in; may be ""
	Title string `json:"title,omitempty"` // of that event; may be ""
	Flaw  Flaw   `json:"flaw"`
	Rule  string `json:"rule,omitempty"`  // the standard's section, such as "RFC 5545 3.6.1"; may be ""
	Value string `json:"value,omitempty"` // an excerpt of what stands there; may be ""
	Lost  bool   `json:"lost,omitempty"`  // the event could not be taken
	Note  bool   `json:"note,omitempty"`  // good to know: nothing in the file could be better
	More  int    `json:"more,omitempty"`  // it stands for so many lines with this flaw, of which this is the first; 0: for one
}

// CalendarBatch is what a calendar file, or an e-mail that carries one, held.
type CalendarBatch struct {
	Feed     string                   // the id of the workspace's owner, of a calendar that this program published
	Name     string                   // what the calendar calls itself; may be ""
	Events   iter.Seq[*CalendarEvent] // in the order of the file; may be walked again
	Count    int                      // how many events there are
	Answers  []CalendarAnswer         // of replies and counter-proposals
	Free     []FreeBusy
	Others   int // tasks and journals: they are not read
	Findings []Finding
}

// NoSender stands for the address of an e-mail that says none, or none that can be read.
const NoSender = "<>"

// CalendarEvent is one event of a file as it can be kept: its times in one IANA zone. What recurs is one event
// with its rule, and one more for each occurrence that was changed.
type CalendarEvent struct {
	Line         int
	Method       string // of the calendar it stands in, in small letters, such as "publish"; "" is none
	UID          string // never empty: made of the event itself where the file has none
	Related      string // the UID of what it belongs to or goes on with (RELATED-TO); "" is not said
	Sequence     int
	Stamp        time.Time
	Revised      time.Time // LAST-MODIFIED; zero is not said
	Title        string
	Place        string
	Description  string // plain text of any number of lines
	Comment      string // of a message
	Link         string // one that is safe to open; may be ""
	Start, End   Civil  // whole days end at midnight after the last
	Zone         Zone   // "" for whole days and floating times
	AllDay       bool
	Ended        bool // it says when it ends, or how long it takes
	Backwards    bool // and that is before it begins: End is Start then, and of whole days the first of them
	Rule         string
	Except       []Civil // original starts that do not take place
	Changed      []Civil // original starts that are events of their own
	Extra        []Civil
	Ends         Civil     // an original start from which on it was called off; zero: none
	Recurrence   Civil     // the original start of a changed occurrence, in Zone; zero: none
	Alone        bool      // a changed occurrence; the file does not have what it belongs to: Recurrence is by its own clock
	RecurrenceAt time.Time // of what is alone: the instant of its original start; zero for dates and floating times
	Kept         Flaw      // how it is kept, where that is not as the file has it
	Cut          string    // the properties of which the end was cut, such as "DESCRIPTION, ATTENDEE"
	Future       bool      // with Recurrence: all later ones too (RANGE=THISANDFUTURE)
	Cancelled    bool
	Transparent  bool
	Class        Class
	Organizer    Party
	SentBy       string // the address of whom the organizer lets send it (SENT-BY); "" is not said
	Sender       string // that its e-mail says it is from, several with commas between, NoSender of one that does not say it; "": it came in none
	Guests       []Party
	Startless    bool // it is about something known and does not say when that begins: Start means nothing
}

// Unnamed stands for the address of somebody whom a file does not name.
const Unnamed = "?"

// CalendarAnswer is what one guest says to an invitation (RFC 5546 3.2.3, 3.2.7). Whom it is from is told by the
// address alone: names in a file are anybody's word.
type CalendarAnswer struct {
	Line       int
	UID        string
	Recurrence time.Time // the original start of the one occurrence that it is about; zero: all
	Named      Civil     // the same where it is a date, or a time without a zone: by the clock of the series; zero: Recurrence says it
	Sequence   int
	Stamp      time.Time
	Email      string
	Sender     string // the address that the e-mail it came in says it is from, several with commas between, NoSender of one that does not say it; "": it came in none
	Answer     Answer
	Partstat   string // an excerpt of what stands for the answer; "" is missing
	Delegate   string // the address of whom the guest sends in their place; "" for nobody, Unnamed for somebody
	Comment    string
	Others     []Party // more guests whom the message names, with what it says of each, where nothing in it tells which of them answers
	Future     bool    // with Recurrence: for all later ones too (RANGE=THISANDFUTURE)
	Refresh    bool    // no answer: the guest asks for the latest version (RFC 5546 3.2.6)
	Proposed   bool    // a counter-proposal, for the times below
	Start, End time.Time
	Local      bool        // Start and End name no zone: they are by the clock of the meeting, as if that were UTC
	Day        bool        // a day is proposed, without a time
	Rule       string      // the rule that is proposed; "" is none
	Dates      []time.Time // the dates that are proposed beside it, or without one
	Place      string      // of the proposal
	Lists      bool        // it is of a program that adds to an answer to all of a series the meetings with a version of their own that its guest was shown
}
