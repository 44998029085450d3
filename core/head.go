package core

import (
	"time"
)

// Device names an installation of the program: eight hexadecimal letters, kept with the machine's settings.
type Device string

// Revision says which device wrote a record, and how many writes that device had made. Copies of a workspace
// on two machines can be merged by it one day.
type Revision struct {
	Device  Device `json:"device,omitempty"`
	Counter uint64 `json:"counter,omitempty"`
}

// Head is what every record carries.
type Head struct {
	ID      ID        `json:"id"`
	Rev     Revision  `json:"rev,omitzero"`
	Parent  Revision  `json:"parent,omitzero"`
	Created time.Time `json:"created,omitzero"`
	Updated time.Time `json:"updated,omitzero"`
}

// Base gives the head itself, so that every record has it by embedding.
func (h *Head) Base() *Head { return h }

// Record is anything that is kept for itself: it has a kind and a head, and knows whether it is sound.
// Validate answers with all problems joined; see Problems.
type Record interface {
	Kind() Kind
	Base() *Head
	Validate() error
}

// New gives an empty record of the kind, ready to be decoded into; false for a kind that is none.
func New(k Kind) (Record, bool) {
	switch k {
	case KindWorkspace:
		return new(Workspace), true
	case KindPerson:
		return new(Person), true
	case KindRelationship:
		return new(Relationship), true
	case KindAgreement:
		return new(Agreement), true
	case KindMeeting:
		return new(Meeting), true
	case KindSeries:
		return new(Series), true
	case KindDispatch:
		return new(Dispatch), true
	case KindQuestion:
		return new(Question), true
	case KindNote:
		return new(Note), true
	case KindAction:
		return new(Action), true
	}
	return newPlan(k)
}

func newPlan(k Kind) (Record, bool) {
	switch k {
	case KindGoal:
		return new(Goal), true
	case KindSkill:
		return new(Skill), true
	case KindAssessment:
		return new(Assessment), true
	case KindChecklist:
		return new(Checklist), true
	case KindRun:
		return new(Run), true
	case KindRelease:
		return new(Release), true
	case KindReply:
		return new(Reply), true
	case KindBusy:
		return new(Busy), true
	case KindReport:
		return new(Report), true
	}
	return nil, false
}

// RefOf points at the record.
func RefOf(r Record) Ref { return Ref{r.Kind(), r.Base().ID} }

// How says how a word reached the workspace.
type How string

// The ways in which something that was said came in.
const (
	HowTyped  How = "typed"       // typed here
	HowAnswer How = "answer_file" // read from an answer file
	HowImport How = "import"      // read from another program's export
)

// Said is who said something, who typed it, and how it came. A word typed for somebody else is marked, and
// never counts as theirs.
type Said struct {
	By    ID        `json:"by"`
	Typed ID        `json:"typed"`
	How   How       `json:"how"`
	At    time.Time `json:"at"`
	Words string    `json:"words,omitempty"` // how it was said: "in our meeting", "by e-mail of 3 March"
}

// Own tells whether the one who said it also typed it, or sent it in an answer file. What nobody said is
// nobody's own.
func (s Said) Own() bool { return !s.By.IsZero() && (s.By == s.Typed || s.How == HowAnswer) }

// Noted tells whether somebody else typed here what was said by another way, such as the telephone.
func (s Said) Noted() bool { return s.How == HowTyped && !s.By.IsZero() && s.By != s.Typed }

func (s Said) validate() error {
	var p problems
	if s.By.IsZero() {
		p.add(CodeRequired, "by")
	}
	if s.Typed.IsZero() {
		p.add(CodeRequired, "typed")
	}
	if s.At.IsZero() {
		p.add(CodeRequired, "at")
	}
	p.instant("at", s.At)
	choice(&p, "how", s.How, HowTyped, HowAnswer, HowImport)
	p.line("words", s.Words, MaxLine)
	return p.err()
}

// Visibility says who may read an item: the workspace's owner alone (private, the zero value), or the named
// readers too. It says nothing of reports; that is what a Release is for.
type Visibility struct {
	Readers []ID `json:"readers,omitempty"`
}

// Private tells whether nobody but the owner may read the item.
func (v Visibility) Private() bool { return len(v.Readers) == 0 }

// MayRead tells whether the person is named as a reader.
func (v Visibility) MayRead(person ID) bool { return contains(v.Readers, person) }

// Without gives the readers without one of them. Where nobody but the workspace's owner is left, the item is private.
func (v Visibility) Without(person, owner ID) Visibility {
	if !v.MayRead(person) {
		return v
	}
	var left []ID
	others := false
	for _, id := range v.Readers {
		if id != person {
			left = append(left, id)
			others = others || id != owner
		}
	}
	if !others {
		return Visibility{}
	}
	return Visibility{Readers: left}
}

func (v Visibility) validate() error {
	var p problems
	p.links("readers", v.Readers)
	return p.err()
}

// choice refuses a word that is not in its list, and names the list.
func choice[T ~string](p *problems, field string, got T, allowed ...T) {
	for _, a := range allowed {
		if got == a {
			return
		}
	}
	list := make([]string, 0, len(allowed))
	for _, a := range allowed {
		if a != "" {
			list = append(list, string(a))
		}
	}
	p.add(CodeBadChoice, field, "value", clip(string(got)), "list", list)
}

func contains[T comparable](list []T, v T) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

func duplicateID(ids []ID) (ID, bool) {
	seen := make(map[ID]bool, len(ids))
	for _, id := range ids {
		if seen[id] {
			return id, true
		}
		seen[id] = true
	}
	return ID{}, false
}
