package core

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// Civil is a date with a time of day, in no zone: what a clock on the wall shows. With a Zone it is the truth
// of a future meeting, whatever happens to the rules of that zone before it is held.
type Civil struct {
	Date   Date
	Hour   int
	Minute int
	// Again says of an end that it is the second time that the clock shows it, in the hour that comes twice, where the first
	// would be read: see EndShown. No start has it, and no other end, so that one time is written in one way.
	Again bool
}

const civilLayout = "2006-01-02T15:04"

// CivilOf gives what a clock in t's location shows, seconds cut off.
func CivilOf(t time.Time) Civil { return Civil{Date: DateOf(t), Hour: t.Hour(), Minute: t.Minute()} }

// ParseCivil reads "2026-11-23T14:00", in that form alone: one time has one text. Its error has CodeBadTime.
func ParseCivil(s string) (Civil, error) {
	t, err := time.Parse(civilLayout, s)
	if err != nil || t.Year() < 1 || len(s) != len(civilLayout) {
		return Civil{}, FailField(CodeBadTime, "time", "value", clip(s))
	}
	return CivilOf(t), nil
}

// IsZero tells whether there is no time.
func (c Civil) IsZero() bool { return c == Civil{} }

// Valid tells whether the date is in the calendar and the time on the clock.
func (c Civil) Valid() bool {
	return c.Date.Valid() && c.Hour >= 0 && c.Hour < 24 && c.Minute >= 0 && c.Minute < 60
}

// String gives "2026-11-23T14:00"; "" for the zero value.
func (c Civil) String() string {
	if c.IsZero() {
		return ""
	}
	if c.Date.IsZero() || c.Hour < 0 || c.Hour > 99 || c.Minute < 0 || c.Minute > 99 {
		return fmt.Sprintf("%sT%02d:%02d", c.Date, c.Hour, c.Minute)
	}
	var room [len(civilLayout)]byte
	b := appendTwo(append(c.Date.appendTo(room[:0]), 'T'), c.Hour)
	return string(appendTwo(append(b, ':'), c.Minute))
}

func (c Civil) wall() time.Time {
	return time.Date(c.Date.Year, c.Date.Month, c.Date.Day, c.Hour, c.Minute, 0, 0, time.UTC)
}

// AddMinutes gives the time on the wall n minutes on, clock changes left out of account.
func (c Civil) AddMinutes(n int) Civil {
	return CivilOf(time.Date(c.Date.Year, c.Date.Month, c.Date.Day, c.Hour, c.Minute+n, 0, 0, time.UTC))
}

// MinutesSince counts the minutes on the wall from e to c.
func (c Civil) MinutesSince(e Civil) int { return int((c.wall().Unix() - e.wall().Unix()) / 60) }

// Compare gives -1, 0 or 1 as c is before, equal to or after e on the same wall.
func (c Civil) Compare(e Civil) int { return c.wall().Compare(e.wall()) }

// In gives the instant at which a clock in the zone shows c. A time that comes twice at a clock change is the
// first of both, but where c says that it is the second; one that is skipped is read with the offset from before the change, so that 02:30 in a gap
// of one hour is 03:30 (RFC 5545 3.3.5).
func (c Civil) In(z Zone) (time.Time, error) {
	loc, err := z.Location()
	if err != nil {
		return time.Time{}, err
	}
	return c.InLocation(loc), nil
}

// InLocation is In for a zone whose rules are at hand.
func (c Civil) InLocation(loc *time.Location) time.Time {
	before := c.wall().Add(-offsetAt(loc, c.wall().Add(-26*time.Hour))).In(loc)
	if !c.Again && c.shownAt(before) {
		return before
	}
	if after := c.second(loc); c.shownAt(after) {
		return after
	}
	return before
}

// second gives the instant that c is by the offset from after a change of the clock.
func (c Civil) second(loc *time.Location) time.Time {
	return c.wall().Add(-offsetAt(loc, c.wall().Add(26*time.Hour))).In(loc)
}

// shownAt tells whether a clock in t's location shows c at t.
func (c Civil) shownAt(t time.Time) bool {
	c.Again = false
	return CivilOf(t) == c
}

// Twice tells whether a clock in the zone shows c twice, because it goes back then.
func (c Civil) Twice(loc *time.Location) bool {
	before := c.wall().Add(-offsetAt(loc, c.wall().Add(-26*time.Hour))).In(loc)
	after := c.second(loc)
	return !before.Equal(after) && c.shownAt(before) && c.shownAt(after)
}

// EndOf gives the instant at which a clock shows c, as the end of what starts at an instant: that of InLocation, but of
// a time that comes twice the second where the first is not after the start. So 02:30 to 02:15 is three quarters of an
// hour in the night in which the clock goes from 03:00 back to 02:00.
func (c Civil) EndOf(start time.Time, loc *time.Location) time.Time {
	first := c.InLocation(loc)
	if first.After(start) {
		return first
	}
	if second := c.second(loc); second.After(start) && c.shownAt(second) {
		return second
	}
	return first
}

// EndShown gives what a clock in end's location shows at the end of what starts at an instant, so that EndOf reads it as
// that end: 22:30 to 23:30 may be one hour, and two in the night in which the clock goes from 24:00 back to 23:00.
func EndShown(start, end time.Time) Civil {
	c := CivilOf(end)
	if end.Sub(c.EndOf(start, end.Location())) >= time.Minute {
		c.Again = true
	}
	return c
}

// SpanIn gives the instants of a start and of an end after it, by a clock in the zone. Its error has CodeBadZone.
func SpanIn(start, end Civil, z Zone) (from, to time.Time, err error) {
	loc, err := z.Location()
	if err != nil {
		return from, to, err
	}
	from = start.InLocation(loc)
	return from, end.EndOf(from, loc), nil
}

// Later gives what a clock in the zone shows so many minutes after c, whatever it does meanwhile. Of a zone that is not
// known it is AddMinutes.
func (c Civil) Later(minutes int, z Zone) Civil {
	loc, err := z.Location()
	if err != nil {
		return c.AddMinutes(minutes)
	}
	start := c.InLocation(loc)
	return EndShown(start, start.Add(time.Duration(minutes)*time.Minute))
}

// On gives what a clock in the zone shows when c comes: c itself, and where the clock skips it, the time that In reads
// it as. An unknown zone changes nothing.
func (c Civil) On(z Zone) Civil {
	loc, err := z.Location()
	if err != nil || !c.Valid() {
		return c
	}
	out := CivilOf(c.InLocation(loc))
	out.Again = c.Again && c.Twice(loc)
	return out
}

// OnClock gives a start and an end that a clock in the zone shows. Where it skips the start, both come later by as much
// as the clock goes forward, so that the time between them stays what was asked for.
func OnClock(start, end Civil, z Zone) (from, to Civil) {
	if from = start.On(z); from != start {
		end = end.AddMinutes(from.MinutesSince(start))
	}
	return from, end.On(z)
}

func offsetAt(loc *time.Location, t time.Time) time.Duration {
	_, seconds := t.In(loc).Zone()
	return time.Duration(seconds) * time.Second
}

// again stands in a text behind a time that is the second of both; see Civil.Again.
const again = "/2"

// MarshalText gives the ISO form; nothing for the zero value.
func (c Civil) MarshalText() ([]byte, error) {
	if c.Again {
		return []byte(c.String() + again), nil
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads what MarshalText wrote.
func (c *Civil) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*c = Civil{}
		return nil
	}
	text, second := strings.CutSuffix(string(b), again)
	v, err := ParseCivil(text)
	if err != nil {
		return err
	}
	v.Again = second
	*c = v
	return nil
}

// Zone is the IANA name of a time zone, such as "Europe/Berlin" or "UTC".
type Zone string

// ParseZone reads a zone's name and refuses what is none: the empty name and "Local" mean a different
// zone on each machine. Its error has CodeBadZone.
func ParseZone(s string) (Zone, error) {
	z := Zone(s)
	if _, err := z.Location(); err != nil {
		return "", err
	}
	return z, nil
}

// Location gives the zone's rules. Its error has CodeBadZone.
func (z Zone) Location() (*time.Location, error) {
	if !z.named() {
		return nil, FailField(CodeBadZone, "zone", "value", clip(string(z)))
	}
	if loc, ok := locations().Load(z); ok {
		return loc.(*time.Location), nil
	}
	loc, err := time.LoadLocation(string(z))
	if err != nil {
		return nil, FailField(CodeBadZone, "zone", "value", clip(string(z)))
	}
	locations().Store(z, loc)
	return loc, nil
}

// locations remembers the zones that were found: the standard library reads the zone's file at every question,
// which is what an import of many meetings would spend most of its time on. There are only so many zones.
var locations = sync.OnceValue(func() *sync.Map { return new(sync.Map) })

// named tells whether the name can be a zone's of the IANA database. What else a machine keeps in the folder of
// its zones is none: the zone that it is set to itself, under whatever name, a file that stands for no place,
// and copies with other ways of counting seconds.
func (z Zone) named() bool {
	s := string(z)
	switch s {
	case "", "Local", "localtime", "posixrules", "Factory":
		return false
	}
	return strings.TrimSpace(s) == s && !strings.HasPrefix(s, "posix/") && !strings.HasPrefix(s, "right/")
}

// City gives the last part of the name as people say it: "New York" for "America/New_York". Of the zones that are a distance
// from UTC alone, which IANA names by the distance of UTC from them, it gives that: "UTC+3" for "Etc/GMT-3".
func (z Zone) City() string {
	s := string(z)
	if west, ok := strings.CutPrefix(s, "Etc/GMT+"); ok {
		return "UTC−" + west
	}
	if east, ok := strings.CutPrefix(s, "Etc/GMT-"); ok {
		return "UTC+" + east
	}
	return strings.ReplaceAll(s[strings.LastIndexByte(s, '/')+1:], "_", " ")
}
