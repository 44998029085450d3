package core

import (
	"slices"
	"time"
)

// Series is a rule by which meetings recur. Its occurrences are worked out; one that was held, moved or
// cancelled on its own is a Meeting that names its series and its original start.
type Series struct {
	Head
	Relationship ID        `json:"relationship"`
	Title        string    `json:"title,omitempty"`
	Start        Civil     `json:"start"` // of the first occurrence
	End          Civil     `json:"end"`
	Zone         Zone      `json:"zone"`
	Place        string    `json:"place,omitempty"`
	Link         string    `json:"link,omitempty"`
	Rule         string    `json:"rule"`             // as Rule.String writes it
	Except       []Civil   `json:"except,omitempty"` // original starts that do not take place
	Reason       string    `json:"reason,omitempty"` // why it ends earlier than it did, or was called off; for its guests
	UID          string    `json:"uid"`
	Unasked      []ID      `json:"unasked,omitempty"` // who of the relationship is not named in another's invitation to it
	Reminders    Reminders `json:"reminder,omitzero"` // of each meeting; nil takes the workspace's
	Follows      ID        `json:"follows,omitzero"`  // the series that this one continues
	Origin       Origin    `json:"origin,omitzero"`   // of another's invitation
	Was          Recurs    `json:"was,omitzero"`      // of another's that is off: by what it recurred before; zero: it is on
	Theirs       Pairing   `json:"theirs,omitzero"`   // of another's that the owner has moved here: which of its organizer's meetings these are
	// Heard is what its organizer has said of when another's takes place, the last at the end, of one that has had another version: an
	// answer to one of them stands for what is in all since.
	Heard []SeriesVersion `json:"heard,omitempty"`
}

// SeriesVersion is what one version of a series says of when it takes place.
type SeriesVersion struct {
	Sequence int       `json:"sequence"`
	Stamp    time.Time `json:"stamp,omitzero"` // DTSTAMP
	Off      bool      `json:"off,omitempty"`  // it says that nothing of it does
	Start    Civil     `json:"start"`
	End      Civil     `json:"end"`
	Zone     Zone      `json:"zone"`
	Rule     string    `json:"rule"`
	Except   []Civil   `json:"except,omitempty"`
	Beside   []Beside  `json:"moved,omitempty"` // what its message told of single meetings by themselves
}

// Beside is what a message about all of a series tells of one of its meetings by itself.
type Beside struct {
	Original Civil `json:"original"`
	Start    Civil `json:"start"` // in the series' zone
	End      Civil `json:"end"`
	Sequence int   `json:"sequence,omitempty"`
}

// MaxHeard is how many versions of another's series are remembered.
const MaxHeard = 12

// Version gives the version that a series is in, as its organizer has it.
func (s *Series) Version() SeriesVersion {
	has := s.Restored().Organized()
	return SeriesVersion{
		Sequence: s.Origin.Sequence, Stamp: s.Origin.Stamp, Start: has.Start, End: has.End, Zone: has.Zone, Rule: has.Rule, Except: slices.Clone(has.Except),
	}
}

// Hear remembers a version after the one that the series was in; one that says nothing else of when it takes place is none.
func (s *Series) Hear(was *Series, v SeriesVersion) {
	s.Heard = slices.Clone(was.Heard)
	if len(s.Heard) == 0 {
		s.Heard = []SeriesVersion{was.Version()}
	}
	if last := s.Heard[len(s.Heard)-1]; last.same(v) {
		s.Heard = was.Heard
		return
	}
	s.Heard = append(s.Heard, v)
	s.Heard = s.Heard[max(len(s.Heard)-MaxHeard, 0):]
}

// HearBeside remembers that a message about all of a series, by its stamp, told of one of its meetings by itself: what is said to all
// since may be said to that one, too. Where it is not the first, all those before it said of all of it what this says.
func (s *Series) HearBeside(stamp time.Time, one Beside, first bool) {
	s.Heard = slices.Clone(s.Heard)
	if len(s.Heard) == 0 {
		v := s.Version()
		if !first && v.Stamp.Equal(stamp) {
			v.Stamp = time.Time{}
		}
		s.Heard = []SeriesVersion{v}
	}
	at := slices.IndexFunc(s.Heard, func(v SeriesVersion) bool { return v.Stamp.Equal(stamp) })
	if at < 0 {
		v := s.Version()
		v.Stamp = stamp
		s.Heard = append(s.Heard, v)
		s.Heard = s.Heard[max(len(s.Heard)-MaxHeard, 0):]
		at = len(s.Heard) - 1
	}
	v := &s.Heard[at]
	v.Beside = append(slices.DeleteFunc(slices.Clone(v.Beside), func(was Beside) bool { return was.Original == one.Original }), one)
}

func (v SeriesVersion) same(other SeriesVersion) bool {
	return v.Sequence == other.Sequence && v.Off == other.Off && v.Start == other.Start && v.End == other.End && v.Zone == other.Zone && v.Rule == other.Rule && slices.Equal(v.Except, other.Except)
}

// Pairing says which meetings of its organizer's those of a series are that the owner has given other times: the one with the
// original start Here is the one that the organizer has with There, and so on from one to the next, both ways. Where the two
// do not recur alike nothing tells it: Here and There are zero.
type Pairing struct {
	UID    string  `json:"uid,omitempty"` // of the organizer's series, where this part of it has one of its own; "": as it is here
	Here   Civil   `json:"here,omitzero"`
	There  Civil   `json:"there,omitzero"`
	Except []Civil `json:"except,omitempty"` // the original starts, of the organizer's, that do not take place
}

// IsZero tells whether it says nothing.
func (p Pairing) IsZero() bool {
	return p.UID == "" && p.Here.IsZero() && p.There.IsZero() && len(p.Except) == 0
}

// Recurs is by what something recurs.
type Recurs struct {
	Rule   string  `json:"rule,omitempty"`
	Except []Civil `json:"except,omitempty"`
}

// IsZero tells whether it says nothing.
func (r Recurs) IsZero() bool { return r.Rule == "" && len(r.Except) == 0 }

// Restored gives the series as it was before it was called off.
func (s *Series) Restored() *Series {
	out := *s
	if !s.Was.IsZero() {
		out.Rule, out.Except, out.Was = s.Was.Rule, slices.Clone(s.Was.Except), Recurs{}
	}
	return &out
}

// Organized gives the series as its organizer has it: an answer to all of it tells no other times.
func (s *Series) Organized() *Series {
	if s.Origin.Rule == "" {
		return s
	}
	out := *s
	out.Start, out.End, out.Zone, out.Rule, out.Except = s.Origin.Start, s.Origin.End, s.Origin.Zone, s.Origin.Rule, slices.Clone(s.Theirs.Except)
	return &out
}

// Moved notes that the owner has given all of another's series other times here: those that it has with its organizer are
// remembered, and forgotten where it gets them back.
func (s *Series) Moved(was *Series) {
	o := &s.Origin
	same := func(start, end Civil, zone Zone, rule string) bool {
		return s.Start == start && s.End == end && s.Zone == zone && s.Rule == rule
	}
	if o.Organizer == "" && o.Stamp.IsZero() || same(was.Start, was.End, was.Zone, was.Rule) {
		return
	}
	if o.Rule == "" {
		o.Start, o.End, o.Zone, o.Rule = was.Start, was.End, was.Zone, was.Rule
	}
	if same(o.Start, o.End, o.Zone, o.Rule) {
		o.Start, o.End, o.Zone, o.Rule = Civil{}, Civil{}, "", ""
	}
}

// Declined tells whether all of a series that is to come is off since the owner does not come: as Meeting.Declined.
func (s *Series) Declined() bool { return !s.Was.IsZero() && s.Origin.Answer == AnswerDeclined }

// Kind is KindSeries.
func (*Series) Kind() Kind { return KindSeries }

// Length gives the minutes that each meeting takes: as many real ones as the first.
func (s *Series) Length() int { return MinutesBetween(s.Start, s.End, s.Zone) }

// Validate checks the fields and the rule, which is to be one by which people can meet: see Rule.ForMeetings.
func (s *Series) Validate() error {
	var p problems
	p.required("relationship", s.Relationship)
	p.line("title", s.Title, MaxName)
	p.line("place", s.Place, MaxLine)
	p.link("link", s.Link)
	rule, err := ParseRule(s.Rule)
	p.noteField("rule", err)
	if !rule.ForMeetings() {
		p.add(CodeBadRule, "rule", "value", clip(s.Rule))
	}
	p.long("reason", s.Reason)
	p.name("uid", s.UID, MaxLine)
	p.span(s.Start, s.End, s.Zone)
	p.civils("except", s.Except)
	p.count("unasked", len(s.Unasked))
	p.unique("unasked", s.Unasked)
	p.reminders("reminder", s.Reminders)
	s.Origin.validate(&p)
	if s.Was.Rule != "" {
		_, err := ParseRule(s.Was.Rule)
		p.noteField("was.rule", err)
	}
	p.civils("was.except", s.Was.Except)
	p.line("theirs.uid", s.Theirs.UID, MaxLine)
	p.moment("theirs.here", s.Theirs.Here)
	p.moment("theirs.there", s.Theirs.There)
	p.civils("theirs.except", s.Theirs.Except)
	p.count("heard", len(s.Heard))
	for i, v := range s.Heard {
		p.note(at("heard", i), v.validate())
	}
	return p.err()
}

func (v SeriesVersion) validate() error {
	var p problems
	p.between("sequence", v.Sequence, 0, 1<<31-1)
	p.instant("stamp", v.Stamp)
	p.span(v.Start, v.End, v.Zone)
	_, err := ParseRule(v.Rule)
	p.noteField("rule", err)
	p.civils("except", v.Except)
	p.count("moved", len(v.Beside))
	for i, one := range v.Beside {
		field := at("moved", i)
		p.moment(field+".original", one.Original)
		p.moment(field+".start", one.Start)
		p.moment(field+".end", one.End)
		p.between(field+".sequence", one.Sequence, 0, 1<<31-1)
	}
	return p.err()
}

// moment checks a civil time that may be missing.
func (p *problems) moment(field string, c Civil) {
	if !c.IsZero() && !c.Valid() {
		p.add(CodeBadTime, field, "value", c.String())
	}
}
