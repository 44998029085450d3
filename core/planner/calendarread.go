package planner

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"mentorbook/core"
)

// A file says over and over what it said before, and many programs give all of it a new stamp at every export. So of each
// meeting and series it is kept, as marks, what its file said of it when it was last read: what a file says again is
// nothing new, whatever the owner has changed here since; and of a newer version only what it says otherwise is taken.

// marks are short sums of the parts of what a file says.
type marks [partCount]string

// The parts.
const (
	partTimes = iota
	partTitle
	partPlace
	partLink
	partText
	partClass
	partExcept // of a series: what does not take place
	partCount
)

// markLength is how many octets of a sum are kept: by chance two texts agree in them once in 10^12.
const markLength = 5

func mark(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:markLength])
}

func marksOf(m *core.Meeting) marks {
	return marks{
		mark(m.Start.String(), m.End.String(), string(m.Zone)), mark(m.Title), mark(m.Place), mark(m.Link), mark(m.Origin.Description),
		mark(string(m.Origin.Class)), mark(),
	}
}

func marksOfSeries(s *core.Series) marks {
	except := make([]string, len(s.Except))
	for i, c := range s.Except {
		except[i] = c.String()
	}
	slices.Sort(except)
	return marks{
		mark(s.Start.String(), s.End.String(), string(s.Zone), s.Rule), mark(s.Title), mark(s.Place), mark(s.Link), mark(s.Origin.Description),
		mark(string(s.Origin.Class)), mark(except...),
	}
}

// String gives the marks as an Origin keeps them.
func (m marks) String() string { return strings.Join(m[:], " ") }

// repeated tells which parts a version says as it said them when it was last read.
type repeated [partCount]bool

// again finds them. Where it is not known what was read, as of what former versions of this program took in, all that
// the very version says that was read then: what is here otherwise was changed here. Else none.
func again(was, now core.Origin) (parts repeated) {
	if was.Read == "" && was.Sequence == now.Sequence && was.Stamp.Equal(now.Stamp) && !was.Stamp.IsZero() {
		for i := range parts {
			parts[i] = true
		}
		return parts
	}
	old, is := strings.Fields(was.Read), strings.Fields(now.Read)
	for i := range parts {
		parts[i] = len(old) == partCount && len(is) == partCount && old[i] == is[i]
	}
	return parts
}

// keep lets a text stay as it is here where the version says of it what was said before.
func (r repeated) keep(part int, text *string, here string) {
	if r[part] {
		*text = here
	}
}

// keepTitle is keep for a title: what the version says is what the organizer calls it.
func (r repeated) keepTitle(title *string, origin *core.Origin, here string) {
	called := *title
	r.keep(partTitle, title, here)
	origin.Renamed(called, *title)
}

// told tells whether a version says of a meeting what was said of it before; where that is not known, what it is here.
func (k *knownEvent) told(m *core.Meeting) bool {
	if k.origin().Read != "" {
		return k.origin().Read == m.Origin.Read
	}
	return meetingSum(m) == k.sum
}

// toldOfSeries is told of a series that is here in that very version.
func toldOfSeries(was, now *core.Series) bool {
	return was.Origin.Read != "" && was.Origin.Read == now.Origin.Read && was.Origin.Sequence == now.Origin.Sequence
}

// keepOwn lets a version of a meeting have what the owner has changed here, of which it says what was said before. A
// higher SEQUENCE says anew when it takes place (RFC 5546 2.1.4); so does word that it is on again.
func (t *intake) keepOwn(m, now *core.Meeting) {
	same := again(m.Origin, now.Origin)
	if same[partTimes] && now.Origin.Sequence <= m.Origin.Sequence && !m.Off() {
		now.Start, now.End, now.Zone = m.Start, m.End, m.Zone
		now.Origin.Start, now.Origin.End, now.Origin.Zone = m.Origin.Start, m.Origin.End, m.Origin.Zone
	}
	same.keepTitle(&now.Title, &now.Origin, m.Title)
	same.keep(partPlace, &now.Place, m.Place)
	same.keep(partLink, &now.Link, m.Link)
}

// keepOwnOfSeries is keepOwn of a series, with its rule and its exceptions.
func keepOwnOfSeries(was, now *core.Series) {
	same := again(was.Origin, now.Origin)
	if same[partTimes] && now.Origin.Sequence <= was.Origin.Sequence {
		now.Start, now.End, now.Zone, now.Rule = was.Start, was.End, was.Zone, was.Rule
		o := was.Origin
		now.Origin.Start, now.Origin.End, now.Origin.Zone, now.Origin.Rule = o.Start, o.End, o.Zone, o.Rule
		now.Theirs = was.Theirs
		if same[partExcept] {
			now.Except = slices.Clone(was.Except)
		} else if o.Rule != "" {
			leaveOutTheirs(was, now)
		}
	}
	same.keepTitle(&now.Title, &now.Origin, was.Title)
	same.keep(partPlace, &now.Place, was.Place)
	same.keep(partLink, &now.Link, was.Link)
}

// movedFrom gives when a meeting is planned here that a version moves; nil where it moves none.
func (t *intake) movedFrom(known *knownEvent, now *core.Meeting, ev *core.CalendarEvent) *CalendarWas {
	m, err := load[core.Meeting](t.r, known.ref.ID)
	if err != nil || !m.Planned() || t.off(ev) {
		return nil
	}
	to := *now
	t.keepOwn(m, &to)
	if to.Start == m.Start && to.Zone == m.Zone {
		return nil
	}
	return &CalendarWas{m.Start, m.Zone}
}
