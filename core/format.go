package core

// Format is how many mentor how many, and which way.
type Format string

// The five formats.
const (
	FormatIndividual Format = "individual" // one mentor, one mentee
	FormatGroup      Format = "group"      // one mentor, several mentees
	FormatCollective Format = "collective" // several mentors, one mentee
	FormatReverse    Format = "reverse"    // the junior side mentors the senior, and learns by it
	FormatDigital    Format = "digital"    // by messages and recordings, each in their own time
)

// Formats lists them in the order in which they are offered.
func Formats() []Format {
	return []Format{FormatIndividual, FormatGroup, FormatCollective, FormatReverse, FormatDigital}
}

// Readership says who may read a new item unless its writer chooses.
type Readership int

// The defaults of reading.
const (
	ReadBothSides Readership = iota // mentor and mentee
	ReadOneMentee                   // the mentor and the mentee whom it is about, never the circle
	ReadOneMentor                   // the mentee and one of the mentors, never all
	ReadWriter                      // whoever writes it shares it by hand: what is sent by message stays sent
)

// Presence says whose attendance makes a meeting held.
type Presence int

// The rules of attendance.
const (
	PresenceBoth      Presence = iota // each side must come
	PresenceQuorum                    // the mentor and at least one mentee
	PresenceOneMentor                 // the mentee and at least one mentor
	PresenceNone                      // nobody has to be there at the time
)

// Hourly says how the time of a meeting is counted.
type Hourly int

// The ways of counting hours.
const (
	HoursOnce      Hourly = iota // its length, once, for who came: the mentor gives, the mentee receives
	HoursPerMentor               // each mentor who came gives its length; the mentee receives it once
	HoursMutual                  // both sides give and receive its length
	HoursNoted                   // only the minutes that each one noted, not the span in the calendar
)

// FormatRules is what a format does. No two formats have the same.
type FormatRules struct {
	MinMentors, MaxMentors int // a maximum of 0 is none
	MinMentees, MaxMentees int
	MinPeople, MaxPeople   int // who is both mentor and mentee is one of them
	Reading                Readership
	Presence               Presence
	Hours                  Hourly
}

// Rules gives the format's behaviour; an unknown format behaves as an individual one.
func (f Format) Rules() FormatRules {
	switch f {
	case FormatGroup:
		return FormatRules{1, 1, 2, 0, 3, 0, ReadOneMentee, PresenceQuorum, HoursOnce}
	case FormatCollective:
		return FormatRules{2, 0, 1, 1, 3, 0, ReadOneMentor, PresenceOneMentor, HoursPerMentor}
	case FormatReverse:
		return FormatRules{1, 2, 1, 2, 2, 2, ReadBothSides, PresenceBoth, HoursMutual}
	case FormatDigital:
		return FormatRules{1, 1, 1, 1, 2, 2, ReadWriter, PresenceNone, HoursNoted}
	default:
		return FormatRules{1, 1, 1, 1, 2, 2, ReadBothSides, PresenceBoth, HoursOnce}
	}
}

// Fit tells whether so many mentors and mentees make a relationship of the format.
func (r FormatRules) Fit(mentors, mentees int) bool {
	return mentors >= r.MinMentors && (r.MaxMentors == 0 || mentors <= r.MaxMentors) &&
		mentees >= r.MinMentees && (r.MaxMentees == 0 || mentees <= r.MaxMentees)
}

// Enough tells whether so many people make a relationship of the format: nobody mentors themselves.
func (r FormatRules) Enough(people int) bool {
	return people >= r.MinPeople && (r.MaxPeople == 0 || people <= r.MaxPeople)
}

// DefaultReaders says who may read a new item that writer makes about somebody. About may be the writer, or
// zero where it is about no one: then what a group's mentor writes stays theirs. Of several mentors, it is the
// one whom it is about, else the first who is still there.
func (r *Relationship) DefaultReaders(writer, about ID) Visibility {
	var readers []ID
	add := func(id ID) {
		if !id.IsZero() && id != writer && r.Has(id) {
			readers = append(readers, id)
		}
	}
	mentors, mentees := r.Mentors(), r.Mentees()
	switch r.Format.Rules().Reading {
	case ReadWriter:
	case ReadOneMentee:
		if contains(mentees, writer) && !contains(mentors, writer) {
			add(r.oneOf(mentors, writer))
		} else {
			add(about)
		}
	case ReadOneMentor:
		switch {
		case !contains(mentees, writer):
			add(r.oneOf(mentees, writer))
		case about != writer && contains(mentors, about):
			add(about)
		default:
			add(r.oneOf(mentors, writer))
		}
	case ReadBothSides:
		if others := r.Others(writer); len(others) == 1 {
			add(others[0])
		} else {
			add(about) // whoever is asked, before it is settled who it will be, does not read the rest
		}
	}
	if len(readers) == 0 {
		return Visibility{}
	}
	return Visibility{Readers: append([]ID{writer}, readers...)}
}

// oneOf gives the first of the people, but for the writer, who has no end to their part; without such, the
// first at all.
func (r *Relationship) oneOf(people []ID, writer ID) ID {
	var left ID
	for _, id := range people {
		if id == writer {
			continue
		}
		if p, _ := r.Participant(id); p.Until.IsZero() {
			return id
		}
		if left.IsZero() {
			left = id
		}
	}
	return left
}

// Held tells whether the attendance makes a meeting of the relationship held and, if not, whose absence
// prevented it. Somebody who is both mentor and mentee does not meet alone.
func (r *Relationship) Held(attendance []Attendance) (held bool, missing Role) {
	came := func(ids []ID) int {
		n := 0
		for _, a := range attendance {
			if a.Came && contains(ids, a.Person) {
				n++
			}
		}
		return n
	}
	mentors, mentees := came(r.Mentors()), came(r.Mentees())
	var needMentors, needMentees int
	alone := Role("") // whom somebody who is both would be missing
	switch r.Format.Rules().Presence {
	case PresenceNone:
		return true, ""
	case PresenceBoth:
		needMentors, needMentees = len(r.Mentors()), len(r.Mentees())
	case PresenceQuorum:
		needMentors, needMentees, alone = 1, 1, RoleMentee
	case PresenceOneMentor:
		needMentors, needMentees, alone = 1, 1, RoleMentor
	}
	switch {
	case mentors < needMentors && mentees < needMentees:
		return false, RoleBoth
	case mentors < needMentors:
		return false, RoleMentor
	case mentees < needMentees:
		return false, RoleMentee
	case alone != "" && came(r.Others(ID{})) < 2:
		return false, alone
	}
	return true, ""
}

// Minutes is the time of mentoring that somebody gave and received.
type Minutes struct{ Given, Received int }

// Add sums two times.
func (m Minutes) Add(n Minutes) Minutes { return Minutes{m.Given + n.Given, m.Received + n.Received} }

// MinutesOf counts what a held meeting of the relationship was for one person, by the format's rule. A
// meeting that was not held counts nothing, nor does one where others' presence was noted and theirs was not, or to which they
// were not asked.
func (r *Relationship) MinutesOf(m *Meeting, person ID) Minutes {
	part, ok := r.Participant(person)
	if !ok || m.Status != MeetingHeld {
		return Minutes{}
	}
	n := m.Length()
	a, noted := m.AttendanceOf(person)
	switch {
	case r.Format.Rules().Hours == HoursNoted:
		n = a.Minutes // wherever they were at the time
	case noted && !a.Came, !noted && (len(m.Attendance) > 0 || !m.Expects(r, person)):
		return Minutes{}
	case a.Minutes > 0:
		n = a.Minutes
	}
	var out Minutes
	mutual := r.Format.Rules().Hours == HoursMutual
	if part.Role.Mentors() || mutual {
		out.Given = n
	}
	if part.Role.Learns() || mutual {
		out.Received = n
	}
	return out
}

// TotalMinutes counts what a held meeting was for the relationship as a whole: each mentor's minutes in a
// collective, where their hours are what the organisation spends; the length once in every other format.
func (r *Relationship) TotalMinutes(m *Meeting) int {
	total, longest := 0, 0
	for _, p := range r.Participants {
		n := r.MinutesOf(m, p.Person)
		if r.Format.Rules().Hours == HoursPerMentor {
			total += n.Given
		}
		longest = max(longest, n.Given, n.Received)
	}
	if r.Format.Rules().Hours == HoursPerMentor {
		return total
	}
	return longest
}
