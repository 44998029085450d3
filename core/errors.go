package core

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Code names a kind of failure. It is stable: texts, tests and scripts key on it, never on a message.
type Code string

// The codes that rules of this package and the use-cases above it answer with. Fields and arguments that
// belong to a code are given beside it.
const (
	CodeRequired      Code = "required"        // a field that may not be empty is
	CodeTooLong       Code = "too_long"        // args: max (runes)
	CodeBadText       Code = "bad_text"        // not valid UTF-8, or control characters where none may be
	CodeBadDate       Code = "bad_date"        // args: value; no_month, or month ("2027-02") and max (its days), where that is what is wrong
	CodeFuture        Code = "in_future"       // a day to come, of something that has happened; args: value
	CodeBadTime       Code = "bad_time"        // args: value
	CodeBadZone       Code = "bad_zone"        // args: value
	CodeBadEmail      Code = "bad_email"       // args: value
	CodeBadID         Code = "bad_id"          // args: value
	CodeBadNumber     Code = "bad_number"      // not finite, or out of its range; args: min, max
	CodeNotWhole      Code = "not_whole"       // a fraction where a whole number is asked for; args: min, max
	CodeBadChoice     Code = "bad_choice"      // a word outside a fixed list; args: value, list (the words of the list, or the name of what they are)
	CodeBadLink       Code = "bad_link"        // args: value
	CodeNotInvited    Code = "not_invited"     // nobody whom an invitation went to; args: value (the address)
	CodeUnsound       Code = "unsound"         // a file with findings, which have been told; args: path, n
	CodeOlder         Code = "older"           // a version of an invitation that is older than what is here (RFC 5546 2.1.5)
	CodePublished     Code = "published"       // a published calendar that has what the owner was invited to at other times (RFC 5546 3.2.1)
	CodeStranger      Code = "stranger"        // a message about another's meeting that is not from its organizer; args: value, was (addresses)
	CodeNotOrganizer  Code = "not_organizer"   // an invitation or a cancellation of what somebody else organizes; args: value (their address)
	CodeOwn           Code = "own"             // a message about what the owner organizes
	CodeOutdated      Code = "outdated"        // an answer to an invitation that has changed since, or that was given anew
	CodeBadRule       Code = "bad_rule"        // a recurrence rule that can't be; args: value (the part of it)
	CodeOffRule       Code = "off_rule"        // a day on which something that recurs can't fall, however its days are moved; args: value (the day), rule (a Rule), was (a day that it names)
	CodeSkipped       Code = "skipped"         // a start that the clock skips, of something that would be over before it; args: value, zone
	CodeEndNotAfter   Code = "end_not_after"   // an end that is not after its start
	CodeTooMany       Code = "too_many"        // args: max
	CodeDuplicate     Code = "duplicate"       // the same thing twice in one list; args: value
	CodeNotParty      Code = "not_party"       // someone who takes no part in the relationship; args: person, value (how a table or a command names them)
	CodeNobody        Code = "nobody"          // a name that is nobody's, or not one person's; args: value
	CodeElsewhere     Code = "elsewhere"       // what belongs to another relationship
	CodeRoles         Code = "roles"           // the participants do not fit the format; args: format
	CodeMeasure       Code = "measure"         // target equals baseline: nothing to measure
	CodeBothWays      Code = "both_ways"       // a goal with a measure and milestones at once
	CodeNotFound      Code = "not_found"       // args: kind, id; state "strangers" of an event's guests, "no_guests" where it has none
	CodeAmbiguous     Code = "ambiguous"       // a short id that fits several records; args: id, n
	CodeConflict      Code = "conflict"        // the record has changed since; args: kind
	CodeLostTie       Code = "lost_tie"        // what would come back belongs to what is gone itself; args: kind
	CodeNothingToUndo Code = "nothing_undo"    // the undo list is empty
	CodeNothingToRedo Code = "nothing_redo"    // the redo list is empty
	CodeState         Code = "state"           // not possible in the state that the record is in; args: state
	CodeInUse         Code = "in_use"          // something still points at it; args: kind, n; of a participant also person, name
	CodeStoodOn       Code = "stood_on"        // a step whose reversal would leave records, that came later and stay, naming what is gone; args: kind, n
	CodeNotYours      Code = "not_yours"       // said in somebody else's name without saying so
	CodeExists        Code = "exists"          // a file or record is there already; args: value
	CodeCancelled     Code = "cancelled"       // the user stopped the work
	CodeNoRecipients  Code = "no_recipients"   // an invitation without a guest who has an e-mail address
	CodeDelegated     Code = "delegated"       // a guest sends somebody else in their place
	CodeWhoAnswers    Code = "who_answers"     // an answer that names several guests, and does not tell who of them gives it; args: value (an address), n (how many more)
	CodeNoAnswer      Code = "no_answer"       // an answer that says nothing; args: value (its PARTSTAT, "" where it is missing)
	CodeNotRepeating  Code = "not_repeating"   // an answer to one occurrence of what does not recur
	CodeNotOurs       Code = "not_ours"        // an answer to what no invitation from here was about; args: value (its UID); state "refresh" or "counter" of what is none
	CodeNoOccurrence  Code = "no_occurrence"   // an answer to a meeting that a series, as it was sent, does not have; args: value (its original start)
	CodeNoMethod      Code = "no_method"       // what may be a guest's answer, in a file that does not say that it is one
	CodeNeverSaid     Code = "never_said"      // an answer to a version that was never sent; args: value, was (versions as people count them)
	CodeUnchanged     Code = "unchanged"       // a change of all later meetings of a series that changes nothing
	CodeNoProposal    Code = "no_proposal"     // a counter-proposal for the time that it has
	CodeNotProposed   Code = "not_proposed"    // to decline another time where nobody has proposed one, or who has is owed the present one
	CodePast          Code = "past"            // a time proposed that is past; args: value
	CodeBadMethod     Code = "bad_method"      // a message that asks for nothing that is known; args: value (its METHOD)
	CodeAdds          Code = "adds"            // a message that adds meetings to a series (RFC 5546 3.2.4); state "own": to one of the owner's
	CodeCopied        Code = "copied"          // an answer to what came by a calendar alone, and not by an invitation; args: value (the organizer's address)
	CodeOwnDates      Code = "own_dates"       // an answer about dates of a series that were changed here, of which its organizer knows nothing
	CodeKeepsTime     Code = "keeps_time"      // the organizer declines a proposal that was never made (RFC 5546 3.2.8); state "own": that is the owner
	CodeDeclined      Code = "declined"        // what the owner has declined elsewhere
	CodeOwnCancel     Code = "own_cancel"      // a cancellation by a guest of what the owner organizes
	CodeTooLongTime   Code = "too_long_time"   // a time that takes too many days; args: max
	CodeNotAllGuests  Code = "not_all_guests"  // an event to which not all guests of a relationship are invited
	CodeManyGuests    Code = "many_guests"     // an event to which many others come
	CodeWholeDays     Code = "whole_days"      // whole days, which are no meeting
	CodeBesideRule    Code = "beside_rule"     // a date beside the rule of a series, from which on nothing recurs
	CodeOnlyDates     Code = "only_dates"      // what recurs by single dates, which is no series; state "early": by some before its start
	CodeTied          Code = "tied"            // an event that fits two relationships equally well
	CodeNoSeries      Code = "no_series"       // what recurs as no series here does; args: value (the rule); state "start": its start is none of its own days
	CodeFreeTime      Code = "free_time"       // what takes nobody's time, and is no meeting
	CodeNoLength      Code = "no_length"       // an event that takes no time; state "zero": it says that it ends as it begins
	CodeEndsFirst     Code = "ends_first"      // an event that ends before it begins
	CodeThisAndFuture Code = "this_and_future" // a change of one occurrence and all later ones at once
	CodeSeriesBegun   Code = "series_begun"    // a series that has begun can't be called off as a whole
	CodeSeriesOn      Code = "series_on"       // a cancellation of a series of which more is to come
	CodeSeriesHeld    Code = "series_held"     // a cancellation of a series that is over, and took place
	CodeSeriesOver    Code = "series_over"     // a series has no meeting after the day that it is to end with
	CodeSeriesPast    Code = "series_past"     // of a series nothing is to come from a meeting on: what was held or is over stays as it is
	CodeMoveTheirs    Code = "move_theirs"     // another time for what somebody else organizes; args: name (theirs, or their address)
	CodeSeriesTheirs  Code = "series_theirs"   // to end another's series from a day on, which goes on
	CodeSeriesFirst   Code = "series_first"    // word of one meeting of a series that guests have at other times
	CodeNeverSent     Code = "never_sent"      // a cancellation of what nobody was ever sent
	CodeNobodyLeft    Code = "nobody_left"     // a cancellation to those who have left, where nobody has who knows of it
	CodeNoOrganizer   Code = "no_organizer"    // an invitation whose owner has no e-mail address
	CodeNoTray        Code = "no_tray"         // the desktop has no tray that shows icons
	CodeWorkspaceOpen Code = "workspace_open"  // another process holds it; args: path, holder
	CodeFile          Code = "file"            // the operating system said no; args: path, reason
	CodeDiskFull      Code = "disk_full"       // args: path
	CodeReadOnly      Code = "read_only"       // args: path; state "older": it would have to be brought up to date first
	CodeUnfinished    Code = "unfinished"      // bulk work was cut off, and can't be taken back now; args: kind, which is the code of why not
	CodeNotWorkspace  Code = "not_workspace"   // a file, but none of ours; args: path, reason
	CodeIsFolder      Code = "is_folder"       // args: path
	CodeEmptyFile     Code = "empty_file"      // args: path
	CodeNewer         Code = "newer"           // written by a newer version; args: path, have, know
	CodeDamaged       Code = "damaged"         // args: path, reason, backup; without one state "no_backup", folder
	CodeNotImport     Code = "not_import"      // no shape that an import knows; args: path, reason
	CodeNamed         Code = "named"           // a text that says the name for which a pseudonym stands; args: name, value
	CodeTooEarly      Code = "too_early"       // a day before something began; args: value, the day on which it did
	CodeNothingTaken  Code = "nothing_taken"   // an import of which every line was refused, which has been told; args: path, n
	CodeTooLarge      Code = "too_large"       // args: path, max (bytes)
	CodeBadRow        Code = "bad_row"         // args: line, reason
	CodeUsage         Code = "usage"           // wrong use of the command line; args: reason
	CodeInternal      Code = "internal"        // a fault of the program; details only in the log
)

// Error is a refusal: what is wrong (Code), where (Field: the path of the field, such as "milestones.2.title",
// counted from one), and the values that its words need (Args). Err is the cause, for logs alone.
type Error struct {
	Code  Code           `json:"code"`
	Field string         `json:"field,omitempty"`
	Args  map[string]any `json:"args,omitempty"`
	Err   error          `json:"-"`
}

// Error gives a plain English form for logs and tests; users read the words that the locale has for Code.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	if e.Field != "" {
		b.WriteString(" (" + e.Field + ")")
	}
	keys := make([]string, 0, len(e.Args))
	for k := range e.Args {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, " %s=%v", k, e.Args[k])
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Is makes errors.Is(err, &Error{Code: c}) true for every error of that code.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code && (t.Field == "" || t.Field == e.Field)
}

// Fail makes an error without a field. Args are pairs: name, value.
func Fail(code Code, args ...any) *Error { return FailField(code, "", args...) }

// FailField makes an error about one field. Args are pairs: name, value.
func FailField(code Code, field string, args ...any) *Error {
	e := &Error{Code: code, Field: field}
	for i := 0; i+1 < len(args); i += 2 {
		if e.Args == nil {
			e.Args = make(map[string]any, len(args)/2)
		}
		e.Args[args[i].(string)] = args[i+1]
	}
	return e
}

// Wrap gives a failure a code, keeping its cause. A cause that has a code already stays as it is.
func Wrap(code Code, err error, args ...any) error {
	if err == nil {
		return nil
	}
	var coded *Error
	if errors.As(err, &coded) {
		return err
	}
	e := Fail(code, args...)
	e.Err = err
	return e
}

// CodeOf gives the code of the first coded error in err's chain: CodeInternal if it has none, "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// problems collects the refusals of one record, so that a form can show all of them at once.
type problems []error

func (p *problems) add(code Code, field string, args ...any) {
	*p = append(*p, FailField(code, field, args...))
}

// note takes over what is wrong with a part of a record, under the part's name.
func (p *problems) note(field string, err error) {
	if err == nil {
		return
	}
	for _, e := range Problems(err) {
		c := *e
		c.Field = strings.TrimSuffix(field+"."+c.Field, ".")
		*p = append(*p, &c)
	}
}

func (p problems) err() error { return errors.Join(p...) }

// Problems lists the coded errors inside err, however they were joined.
func Problems(err error) []*Error {
	if err == nil {
		return nil
	}
	if e, ok := err.(*Error); ok {
		return []*Error{e}
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []*Error
		for _, e := range many.Unwrap() {
			out = append(out, Problems(e)...)
		}
		return out
	}
	if one := errors.Unwrap(err); one != nil {
		return Problems(one)
	}
	return []*Error{{Code: CodeInternal, Err: err}}
}
