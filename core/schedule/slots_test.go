package schedule_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

func somebody(t testing.TB, n byte, zone core.Zone, busy ...schedule.Span) schedule.Somebody {
	loc, err := zone.Location()
	if err != nil {
		t.Fatal(err)
	}
	p := &core.Person{Head: core.Head{ID: id(n)}, Name: "P", Zone: zone, Quiet: core.Hours{From: 21 * 60, To: 8 * 60}}
	return schedule.Somebody{Person: p, Loc: loc, Busy: busy}
}

func codes(s schedule.Slot) string {
	out := ""
	for _, r := range s.Reasons {
		out += string(r.Code) + " "
	}
	return out
}

func TestFreeForBoth(t *testing.T) {
	owner := somebody(t, 1, "Europe/Berlin", schedule.Span{Start: instant("2026-11-24T09:00:00Z"), End: instant("2026-11-24T10:00:00Z")})
	amina := somebody(t, 2, "Africa/Nairobi") // two hours ahead
	w := schedule.Wish{
		People: []schedule.Somebody{owner, amina}, Minutes: 45, From: instant("2026-11-24T00:00:00Z"), To: instant("2026-11-28T00:00:00Z"),
		Before: 15 * time.Minute, After: 15 * time.Minute, Limit: 3,
	}
	got := schedule.Free(w)
	if len(got) != 3 || got[0].Start.UTC() != instant("2026-11-24T10:30:00Z") || codes(got[0]) != "hours " {
		t.Fatalf("%v", got)
	}
	usual := civil("2026-11-26T15:00") // a Thursday
	w.Usual = &usual
	got = schedule.Free(w)
	if got[0].Start.UTC() != instant("2026-11-26T14:00:00Z") || codes(got[0]) != "usual late " {
		t.Errorf("%v %s", got[0], codes(got[0]))
	}
	w.Room = func(s schedule.Span) bool { return s.Start.After(instant("2026-11-27T00:00:00Z")) }
	for _, s := range schedule.Free(w) {
		if s.Start.Before(instant("2026-11-27T00:00:00Z")) {
			t.Error("a cap is passed")
		}
	}
	w.Room, w.Usual = nil, nil
	w.People[1] = somebody(t, 2, "Pacific/Auckland") // twelve hours ahead: no common hours, but evenings
	got = schedule.Free(w)
	if len(got) == 0 || codes(got[0]) == "hours " {
		t.Fatalf("%v", got)
	}
	for _, s := range got {
		for _, p := range w.People {
			if h := s.Start.In(p.Loc).Hour(); h < 8 || h >= 21 {
				t.Errorf("%s is in quiet hours", s.Start.In(p.Loc))
			}
		}
	}
	if got := schedule.Free(schedule.Wish{}); got != nil {
		t.Error(got)
	}
}

// isFree looks at every minute of a slot, for everybody.
func isFree(w schedule.Wish, s schedule.Span) bool {
	for _, p := range w.People {
		for at := s.Start; at.Before(s.End); at = at.Add(5 * time.Minute) {
			local := at.In(p.Loc)
			minute := local.Hour()*60 + local.Minute()
			if h := p.Person.WorkOn(local.Weekday()); h.IsZero() || !h.Contain(minute) || p.Person.Quiet.Contain(minute) {
				return false
			}
		}
		gap := max(w.Before, w.After)
		for _, b := range p.Busy {
			if !b.Empty() && s.Overlaps(schedule.Span{Start: b.Start.Add(-gap), End: b.End.Add(gap)}) {
				return false
			}
		}
	}
	return true
}

// scan is Free as one would write it first: every start of every quarter of an hour, for everybody.
func scan(w schedule.Wish) (out []schedule.Span) {
	length := time.Duration(w.Minutes) * time.Minute
	for t := w.From; !t.Add(length).After(w.To); t = t.Add(15 * time.Minute) {
		if s := (schedule.Span{Start: t, End: t.Add(length)}); isFree(w, s) {
			out = append(out, s)
		}
	}
	return out
}

func TestFreeIsWhatANaiveScanFinds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := schedule.Wish{
			Minutes: 15 * rapid.IntRange(1, 6).Draw(rt, "length"), From: instant("2026-03-23T00:00:00Z"), To: instant("2026-04-06T00:00:00Z"),
			Before: time.Duration(rapid.IntRange(0, 2).Draw(rt, "before")) * 15 * time.Minute, Limit: 1000,
		}
		for n := range rapid.IntRange(1, 3).Draw(rt, "people") {
			p := somebody(t, byte(n+1), rapid.SampledFrom([]core.Zone{"Europe/Berlin", "Africa/Nairobi", "America/New_York", "Asia/Kathmandu"}).Draw(rt, "zone"))
			for range rapid.IntRange(0, 12).Draw(rt, "busy") {
				at := w.From.Add(time.Duration(rapid.IntRange(0, 14*96).Draw(rt, "at")) * 15 * time.Minute)
				p.Busy = append(p.Busy, schedule.Span{Start: at, End: at.Add(time.Duration(rapid.IntRange(0, 30).Draw(rt, "for")) * 15 * time.Minute)})
			}
			w.People = append(w.People, p)
		}
		days := map[core.Date]bool{}
		for _, s := range scan(w) {
			days[core.DateOf(s.Start.In(w.People[0].Loc))] = true
		}
		if len(days) == 0 {
			return // then times outside of somebody's hours are given
		}
		for _, s := range schedule.Free(w) {
			if !isFree(w, s.Span) {
				rt.Fatalf("%v is not free", s.Span)
			}
			delete(days, core.DateOf(s.Start.In(w.People[0].Loc)))
		}
		if len(days) > 0 {
			rt.Fatalf("nothing on %v", days)
		}
	})
}

// crowd is 20 people in four zones with 15 things a week each, over 8 weeks.
func crowd(t testing.TB) schedule.Wish {
	w := schedule.Wish{Minutes: 45, From: instant("2026-03-02T00:00:00Z"), To: instant("2026-04-27T00:00:00Z"), Before: 10 * time.Minute}
	zones := []core.Zone{"Europe/Berlin", "Europe/Lisbon", "Europe/Helsinki", "Africa/Nairobi"}
	for n := range 20 {
		p := somebody(t, byte(n+1), zones[n%4])
		for i := range 8 * 15 {
			at := w.From.Add(time.Duration((i*677+n*131)%(56*96)) * 15 * time.Minute)
			p.Busy = append(p.Busy, schedule.Span{Start: at, End: at.Add(time.Duration(15+i%4*15) * time.Minute)})
		}
		w.People = append(w.People, p)
	}
	return w
}

func BenchmarkFreeFor20PeopleOver8Weeks(b *testing.B) {
	w := crowd(b)
	for b.Loop() {
		if len(schedule.Free(w)) == 0 {
			b.Fatal("nobody is ever free")
		}
	}
}

func BenchmarkPlainScanFor20PeopleOver8Weeks(b *testing.B) {
	w := crowd(b)
	for b.Loop() {
		if len(scan(w)) == 0 {
			b.Fatal("nobody is ever free")
		}
	}
}

// Who did not say when not to be disturbed is never left out, but a time in what is taken for their night says so.
func TestANightIsAReasonAndNoRefusal(t *testing.T) {
	owner, other := somebody(t, 1, "Europe/Berlin"), somebody(t, 2, "Pacific/Auckland")
	owner.Person.Quiet, other.Person.Quiet = core.Hours{From: 0, To: 60}, core.Hours{}
	w := schedule.Wish{
		People: []schedule.Somebody{owner, other}, Minutes: 45, From: instant("2026-11-24T12:00:00Z"), To: instant("2026-11-24T15:00:00Z"), Limit: 3,
	}
	got := schedule.Free(w) // 01:00 to 04:00 in Auckland
	if len(got) == 0 {
		t.Fatal("refused")
	}
	for _, s := range got {
		if !strings.Contains(codes(s), "night ") {
			t.Errorf("%v: %s", s.Start, codes(s))
		}
	}
	other.Person.Quiet = core.Hours{From: 22 * 60, To: 8 * 60}
	if got := schedule.Free(w); len(got) != 0 {
		t.Errorf("%v, though they said themselves that they sleep", got)
	}
}

// Two offers of one day never overlap: whoever takes one would take the other too.
func TestOffersOfLongMeetingsDoNotOverlap(t *testing.T) {
	for _, minutes := range []int{30, 60, 90, 150, 240} {
		got := schedule.Free(schedule.Wish{
			People: []schedule.Somebody{somebody(t, 1, "Europe/Berlin")}, Minutes: minutes, Limit: 10,
			From: instant("2026-11-24T00:00:00Z"), To: instant("2026-11-28T00:00:00Z"),
		})
		for i, a := range got {
			for _, b := range got[i+1:] {
				if a.Start.Before(b.End) && b.Start.Before(a.End) {
					t.Errorf("of %d minutes: %v and %v", minutes, a.Start, b.Start)
				}
			}
		}
		if len(got) < 4 {
			t.Errorf("of %d minutes: %d offers", minutes, len(got))
		}
	}
}
