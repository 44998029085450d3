package planner

import (
	"strings"
	"time"

	"mentorbook/core"
)

// knownEvent is a record that came from a calendar, or went to one.
type knownEvent struct {
	ref     core.Ref
	version version
	sum     string // of the record without what every reading renews
	seen    bool   // the file has had it
	*knownMeeting
}

// version is what of an Origin is known of busy times: a large calendar has many.
type version struct {
	organizer string
	sequence  int
	stamp     time.Time
	days      bool // whole ones
	never     bool // it is off
	declined  bool // by the owner's word
	withAll   bool // with all that it is an occurrence of
}

// origin gives the version that was read.
func (k *knownEvent) origin() *core.Origin {
	if k.knownMeeting != nil {
		return &k.read
	}
	return &core.Origin{Organizer: k.version.organizer, Sequence: k.version.sequence, Stamp: k.version.stamp}
}

// relationship gives that of a meeting or a series; zero for busy time.
func (k *knownEvent) relationship() core.ID {
	if k.knownMeeting == nil {
		return core.ID{}
	}
	return k.rel
}

// knownMeeting is what is known of a meeting or a series besides: a large calendar has few of them.
type knownMeeting struct {
	read       core.Origin
	rel        core.ID
	start, end time.Time // of a meeting
	open       bool      // a meeting that is still planned
	off        bool      // one that was called off
	refused    bool      // one that is off since the owner has declined it here, by itself or with all of its series
	word       bool      // by its organizer's word
}

// eventKey names an event for ever: its UID, and its original start where it is one occurrence.
type eventKey struct {
	uid        string
	recurrence core.Civil
}

// intake is the planning and carrying out of one calendar's import.
type intake struct {
	e      *engine
	r      Reader // while it plans
	now    time.Time
	owner  *core.Person
	plan   *CalendarPlan
	known  map[eventKey]*knownEvent
	days   map[eventKey]*knownEvent // whole days beside what is here at an hour: see knowDays
	seen   map[eventKey]bool        // the file has had it, of what is not known
	runs   map[string]*core.Series  // by UID: those that are here, or that this import makes
	last   map[string]core.Civil    // by UID: the last original start of a planned meeting of a series
	times  map[string]core.ID       // by UID: the busy times that recur
	ones   map[string][]clocked     // by UID: the occurrences that are here by themselves
	strays map[string][]stray       // by UID: the meetings of series that are not here
	stale  map[string]bool          // by UID: the file has an older version of the series that is here
	older  map[string]bool          // by UID: and that says otherwise what the series says
	// by UID: the file says of a series that is here what it said before
	unchanged map[string]bool
	rooms     map[string][]room     // by UID: the changed occurrences of busy times
	parts     map[string][]core.Ref // by UID: the busy times that are changed occurrences; nil: not looked for yet
	rels      []relationshipByMail
	ended     map[core.ID]string // what the others are called, in which what is here may still be
	// by UID: what recurs with somebody who is met, and is kept as busy time
	noSeries map[string]*core.CalendarEvent
	ownParts map[string][]*core.Series // that the owner has made of another's series, by the UID of that
	mine     map[string]bool           // the owner's addresses
	whose    map[string]bool           // the addresses of whose calendar it is: the owner's, but for another's days off
	heard    map[eventKey]heard
	answered map[string]core.Ref    // by UID: what the owner has answered
	asked    map[eventKey]time.Time // when the owner last proposed another time
	sameOne  map[[2]string]bool     // whether two addresses are of one person: see senderOf
	hosts    map[string]Host        // who invites, by the key of the address, as was said
}

func (e *engine) newIntake(r Reader, plan *CalendarPlan) (*intake, error) {
	t := &intake{
		e: e, r: r, now: e.now(), plan: plan, known: map[eventKey]*knownEvent{}, days: map[eventKey]*knownEvent{}, seen: map[eventKey]bool{}, runs: map[string]*core.Series{}, last: map[string]core.Civil{},
		times: map[string]core.ID{}, stale: map[string]bool{}, older: map[string]bool{}, unchanged: map[string]bool{}, ones: map[string][]clocked{}, mine: map[string]bool{}, noSeries: map[string]*core.CalendarEvent{},
	}
	if err := t.knowOwner(r); err != nil {
		return nil, err
	}
	if !plan.away.IsZero() {
		return t, t.knowBusy(r, plan.away)
	}
	plan.people = map[core.ID][]*core.Person{}
	if err := t.knowRelationships(r); err != nil {
		return nil, err
	}
	if err := t.meet(); err != nil {
		return nil, err
	}
	return t, t.knowEvents(r)
}

func (t *intake) knowOwner(r Reader) (err error) {
	if t.owner, err = ownerOf(r); err != nil {
		return err
	}
	for _, m := range t.owner.Emails {
		t.mine[core.EmailKey(m)] = true
	}
	return t.knowAnswers(r)
}

func (t *intake) knowRelationships(r Reader) error {
	t.ended = map[core.ID]string{}
	for rel, err := range every[core.Relationship](r) {
		if err != nil {
			return err
		}
		if !rel.Has(t.owner.ID) {
			continue
		}
		if !rel.Live() {
			if t.ended[rel.ID], err = RelationshipName(r, rel); err != nil {
				return err
			}
			continue
		}
		people, err := loadAll[core.Person](r, rel.Others(t.owner.ID))
		if err != nil {
			return err
		}
		one := relationshipByMail{rel: rel}
		for _, p := range people {
			var keys []string
			for _, m := range p.Emails {
				keys = append(keys, core.EmailKey(m))
			}
			one.others = append(one.others, keys)
		}
		if one.name, err = RelationshipName(r, rel); err != nil {
			return err
		}
		t.rels = append(t.rels, one)
		t.plan.people[rel.ID] = people
	}
	return nil
}

func (t *intake) knowEvents(r Reader) error {
	for m, err := range every[core.Meeting](r) {
		if err != nil {
			return err
		}
		at, err := spanOf(m)
		if err != nil {
			return err
		}
		t.known[eventKey{m.UID, m.Recurrence}] = &knownEvent{
			ref: core.RefOf(m), sum: meetingSum(m.Organized()),
			knownMeeting: &knownMeeting{
				read: m.Origin, rel: m.Relationship, start: at.Start, end: at.End, open: m.Planned(), off: m.Off(), word: offByWord(m),
				refused: m.Declined() && m.Origin.Here,
			},
		}
		t.knowDecided(m.UID, m.Recurrence, m.Origin)
		if homeless(m) {
			t.knowStray(m)
		}
		if m.Series.IsZero() {
			t.note(m.UID, m.Recurrence, m.Zone)
		}
		if m.Planned() && m.Recurrence.Compare(t.last[m.UID]) > 0 {
			t.last[m.UID] = m.Recurrence
		}
	}
	if err := t.knowSeries(r); err != nil {
		return err
	}
	return t.knowBusy(r, t.owner.ID)
}

// knowBusy reads a person's times that came from calendars.
func (t *intake) knowBusy(r Reader, person core.ID) error {
	organizers := map[string]string{}
	for b, err := range every[core.Busy](r) {
		if err != nil {
			return err
		}
		if b.Calendar == "" || b.Person != person {
			continue
		}
		t.knowRoom(b)
		if t.note(b.UID, b.Recurrence, b.Zone); b.Recurs() {
			t.times[b.UID] = b.ID
		}
		sum, err := busySum(b)
		if err != nil {
			return err
		}
		organizer, seen := organizers[b.Organizer] // the same few people, told anew by each record
		if !seen {
			organizer = b.Organizer
			organizers[organizer] = organizer
		}
		key, known := eventKey{b.UID, b.Recurrence}, &knownEvent{ref: core.RefOf(b), version: versionOf(b, organizer), sum: sum}
		if !t.knowDays(key, b, known) {
			t.known[key] = known
		}
	}
	return nil
}

func (t *intake) knowSeries(r Reader) error {
	for s, err := range every[core.Series](r) {
		if err != nil {
			return err
		}
		t.runs[s.UID] = s
		t.knowPart(s)
		t.knowDecided(s.UID, core.Civil{}, s.Origin)
		if t.known == nil {
			continue // to carry a plan out
		}
		t.known[eventKey{uid: s.UID}] = &knownEvent{ref: core.RefOf(s), knownMeeting: &knownMeeting{read: s.Origin, rel: s.Relationship, open: true}}
	}
	return nil
}

// busySum sums up what a busy time says, without the stamp, which many programs renew at every export, and
// without the name of the file that it came in. Who organizes it never changes.
func busySum(b *core.Busy) (string, error) {
	c := *b
	c.Head, c.Stamp, c.Calendar, c.Organizer = core.Head{}, time.Time{}, "-", ""
	return ContentSum(&c)
}

// meetingSum sums up what a calendar says of a meeting.
func meetingSum(m *core.Meeting) string {
	return strings.Join([]string{m.Title, m.Start.String(), m.End.String(), string(m.Zone), m.Place, m.Link, m.Origin.Description, string(m.Origin.Class)}, "\x00")
}
