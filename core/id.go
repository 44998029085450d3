package core

import (
	"strings"

	"github.com/google/uuid"
)

// ID names a record: 16 bytes, a UUID of version 7 when it is new, so that ids sort by their making.
type ID [16]byte

// ParseID reads the 36-letter form of a UUID. Its error has CodeBadID.
func ParseID(s string) (ID, error) {
	u, err := uuid.Parse(s)
	if err != nil || len(s) != 36 {
		return ID{}, FailField(CodeBadID, "id", "value", clip(s))
	}
	return ID(u), nil
}

// IsZero tells whether the id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String gives the 36-letter form, in lower case; "" for the zero id.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	return uuid.UUID(id).String()
}

// MarshalText gives the 36-letter form; nothing for the zero id.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*id = ID{}
		return nil
	}
	v, err := ParseID(string(b))
	if err != nil {
		return err
	}
	*id = v
	return nil
}

// MatchID tells whether a typed part of an id names it: the whole of it, or any part of it, dashes left out or not.
func MatchID(id ID, part string) bool {
	part = strings.ToLower(strings.TrimSpace(part))
	if strings.Trim(part, "-") == "" {
		return false
	}
	s := id.String()
	return strings.Contains(s, part) || strings.Contains(strings.ReplaceAll(s, "-", ""), part)
}

// EndsIn tells whether a typed part of an id is its tail, as lists show it: three letters or more. Anything shorter
// is the tail of something by chance.
func (id ID) EndsIn(part string) bool {
	part = strings.ToLower(strings.TrimSpace(part))
	return len(part) >= 3 && strings.HasSuffix(id.String(), part)
}

// Kind names a sort of record. Its word is the record's name in files and on the command line.
type Kind string

// The kinds of records that stand for themselves. Agenda items, milestones, template and run items and
// participants live inside theirs.
const (
	KindWorkspace    Kind = "workspace"
	KindPerson       Kind = "person"
	KindRelationship Kind = "relationship"
	KindAgreement    Kind = "agreement"
	KindMeeting      Kind = "meeting"
	KindSeries       Kind = "series"
	KindDispatch     Kind = "dispatch"
	KindQuestion     Kind = "question"
	KindNote         Kind = "note"
	KindAction       Kind = "action"
	KindGoal         Kind = "goal"
	KindSkill        Kind = "skill"
	KindAssessment   Kind = "assessment"
	KindChecklist    Kind = "checklist"
	KindRun          Kind = "checklist_run"
	KindRelease      Kind = "release"
	KindBusy         Kind = "busy"
	KindReport       Kind = "report"
	KindReply        Kind = "reply"
)

// Kinds lists all kinds, in the order in which records may be read so that what is pointed at comes first.
func Kinds() []Kind {
	return []Kind{
		KindWorkspace, KindPerson, KindRelationship, KindAgreement, KindSeries, KindMeeting, KindDispatch,
		KindGoal, KindSkill, KindAssessment, KindAction, KindQuestion, KindNote, KindChecklist, KindRun, KindRelease,
		KindBusy, KindReport, KindReply,
	}
}

// Valid tells whether k is one of Kinds.
func (k Kind) Valid() bool {
	_, ok := New(k)
	return ok
}

// Ref points at one record.
type Ref struct {
	Kind Kind `json:"kind"`
	ID   ID   `json:"id"`
}

// IsZero tells whether the reference points at nothing.
func (r Ref) IsZero() bool { return r.ID.IsZero() }

// String gives "kind/id".
func (r Ref) String() string { return string(r.Kind) + "/" + r.ID.String() }
