package planner

import (
	"context"
	"io"
	"iter"
	"time"

	"mentorbook/core"
)

// Clock tells the time; a fixed one serves tests and pictures.
type Clock interface{ Now() time.Time }

// IDs makes new ids: UUIDs of version 7 in the program, repeatable ones in tests and samples.
type IDs interface{ NewID() core.ID }

// Store keeps the records of one workspace with their indexes, the journal and the drafts. Its methods may be
// called from any goroutine; transactions that write run one after another.
type Store interface {
	// View reads one unchanging state of the workspace. What the Reader gives are copies, which stay good
	// after View returns; the Reader itself does not.
	View(ctx context.Context, read func(Reader) error) error
	// Update runs one transaction: all of what write did is kept, synced to the disk, when Update returns
	// nil; none of it otherwise. A panic in write becomes an error.
	Update(ctx context.Context, write func(Writer) error) error
	// Reserve keeps room on the disk from now on, so that what Update makes can be taken back even where the disk
	// gets full: an Update for which there is not enough fails with core.CodeDiskFull. release gives the room up;
	// it may be called twice.
	Reserve(ctx context.Context) (release func(), err error)

	// SaveDraft keeps a text that is being typed, outside the journal. An empty text drops it. One without an order is the
	// last of all.
	SaveDraft(ctx context.Context, d Draft) error
	// Drafts lists what was being typed when the program last ended, oldest first.
	Drafts(ctx context.Context) ([]Draft, error)
}

// Reader reads one state of the workspace.
type Reader interface {
	// Get gives a copy of one record. Its error has CodeNotFound where there is none, CodeDamaged where what
	// is there cannot be trusted.
	Get(ref core.Ref) (core.Record, error)
	// All walks the records of a kind in the order of their ids, which is the order of their making. The
	// walk ends after an error.
	All(kind core.Kind) iter.Seq2[core.Record, error]
	// Newest walks them the other way: what was made last comes first.
	Newest(kind core.Kind) iter.Seq2[core.Record, error]
	// Scan walks the records that a query finds, in the index's order. The walk ends after an error.
	Scan(q Query) iter.Seq2[core.Record, error]
	// Keys walks what a query finds without reading the records.
	Keys(q Query) iter.Seq2[IndexEntry, error]
	// Count gives how many records of the kind there are, without a walk.
	Count(kind core.Kind) (int, error)

	// Entry gives one entry of the journal. Its error has CodeNotFound.
	Entry(id core.ID) (*ChangeSet, error)
	// Journal walks the journal.
	Journal(q JournalQuery) iter.Seq2[*ChangeSet, error]
	// Meta gives a small value kept under a name, nil where there is none.
	Meta(name string) ([]byte, error)
}

// Writer reads and changes the workspace in one transaction. It sees its own changes.
type Writer interface {
	Reader
	// Put writes a record and brings its index entries up to date.
	Put(rec core.Record) error
	// Replace is Put for a record that stands in the workspace, and whose index keys as it stands there are known: it is
	// not read again to find them.
	Replace(rec core.Record, had []IndexKey) error
	// Delete removes a record and its index entries. Its error has CodeNotFound.
	Delete(ref core.Ref) error
	// Append adds an entry to the journal.
	Append(cs *ChangeSet) error
	// Forget takes an entry out of the journal, as if it had never been: what it changed is as it was before.
	Forget(entry core.ID) error
	// SetMeta keeps a small value under a name; nil removes it. It is no change to what people wrote: no backup is due for it.
	SetMeta(name string, value []byte) error
	// TrimJournal takes the images out of entries older than the instant; who, what and when stay. It does
	// at most limit entries and tells how many it did.
	TrimJournal(before time.Time, limit int) (int, error)
	// DropDrafts drops every draft whose key or text names one of the records by its id.
	DropDrafts(refs []core.Ref) error
	// ScrubJournal takes all images and title arguments out of every entry that touches one of the records,
	// for those records alone, at once.
	ScrubJournal(refs []core.Ref) error
}

// Query asks an index for a range.
type Query struct {
	Index   Index
	Of      core.ID   // whose entries: an owner, a relationship, a meeting; zero for an index over all
	From    time.Time // zero: from the first
	To      time.Time // not included; zero: to the last
	Reverse bool      // last first
	Limit   int       // 0: no limit
	All     bool      // the entries of everybody, one after another; From and To then say nothing
}

// IndexEntry is one entry of an index.
type IndexEntry struct {
	Of  core.ID
	At  time.Time
	Ref core.Ref
}

// JournalQuery chooses entries of the journal.
type JournalQuery struct {
	Record  core.Ref // zero: of all records
	Group   core.ID  // zero: of all groups and none
	Reverse bool     // last first
	Limit   int      // 0: no limit
}

// Draft is a text that is being typed. Its key comes from DraftKey.
type Draft struct {
	Key     string    `json:"key"`
	Text    string    `json:"text"`
	At      time.Time `json:"at"`
	Order   uint64    `json:"order,omitempty"`   // of saving, which tells apart what has the same time; a store counts where it is 0
	Settled bool      `json:"settled,omitempty"` // whoever typed it knows that it waits: it is not offered until more is typed
}

// DraftKey names a field of a record, never by words: a draft with such a key goes with its record when that is
// erased.
func DraftKey(ref core.Ref, field string) string {
	return string(ref.Kind) + "/" + ref.ID.String() + "/" + field
}

// Inviter writes calendar messages.
type Inviter interface {
	// Calendar gives the message as iCalendar (RFC 5545).
	Calendar(v *core.Invitation) ([]byte, error)
	// Email gives it as an e-mail that carries it (RFC 6047).
	Email(v *core.Invitation) ([]byte, error)
	// Words gives it in words alone, for mail programs that open no calendar messages.
	Words(v *core.Invitation) (subject, text string, err error)
	// Feed gives a whole calendar to be published.
	Feed(f *core.Feed) ([]byte, error)
}

// Reporter composes a report from facts, and writes it.
type Reporter interface {
	// Texts gives every free text that the report carries: what somebody typed, names of the parties left out.
	Texts(facts *core.ReportFacts) []string
	// Unset gives the words of the report, names too, for which its pages have no letters: they are written as □.
	Unset(facts *core.ReportFacts) []string
	// Write writes the report, and tells how many of its pages are drawn; tell may be nil.
	Write(ctx context.Context, facts *core.ReportFacts, w io.Writer, tell func(done, total int)) error
}

// Contacts reads and writes what other programs export.
type Contacts interface {
	Read(ctx context.Context, name string, r io.Reader) (*core.ContactBatch, error)
	Write(ctx context.Context, name string, people []core.ContactEntry, w io.Writer) error
}

// Calendars reads what other calendar programs write: files of events, and e-mails that carry one.
type Calendars interface {
	Read(ctx context.Context, name string, r io.Reader, zones map[string]core.Zone, near ...core.Zone) (*core.CalendarBatch, error)
}

// TableReader reads the spreadsheets in which people kept their history, row by row.
type TableReader interface {
	Meetings(ctx context.Context, r io.Reader, o core.TableOptions) (*core.TableBatch[core.MeetingRow], error)
	Goals(ctx context.Context, r io.Reader, o core.TableOptions) (*core.TableBatch[core.GoalRow], error)
	Actions(ctx context.Context, r io.Reader, o core.TableOptions) (*core.TableBatch[core.ActionRow], error)
	// Layout tells what the columns of a spreadsheet of a kind (KindMeeting, KindGoal, KindAction) are taken for.
	Layout(ctx context.Context, kind core.Kind, r io.Reader, o core.TableOptions) (*core.TableLayout, error)
}

// Files writes a whole file or nothing: under a temporary name, synced, then renamed into place.
type Files interface {
	WriteFile(path string, data []byte) error
}
