package core_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

// sizes gives a relationship of each format, with as few people as it can have. Owner mentors in all of them.
func sizes() map[core.Format]*core.Relationship {
	return map[core.Format]*core.Relationship{
		core.FormatIndividual: relationship(core.FormatIndividual, 1, owner, amina),
		core.FormatReverse:    relationship(core.FormatReverse, 1, owner, amina),
		core.FormatDigital:    relationship(core.FormatDigital, 1, owner, amina),
		core.FormatGroup:      relationship(core.FormatGroup, 1, owner, amina, clara),
		core.FormatCollective: relationship(core.FormatCollective, 2, owner, boris, amina),
	}
}

// held is a meeting of an hour. Whoever is in came was there, the rest was not.
func held(r *core.Relationship, came ...core.ID) *core.Meeting {
	m := meetingAt("2026-03-02T14:00", "2026-03-02T15:00", "Europe/Berlin")
	m.Status = core.MeetingHeld
	for _, p := range r.Participants {
		a := core.Attendance{Person: p.Person}
		for _, id := range came {
			a.Came = a.Came || id == p.Person
		}
		m.Attendance = append(m.Attendance, a)
	}
	return m
}

// behaviour tells what can be seen of a format from outside: who may read, what makes a meeting held, and which
// hours it counts, for the people whom all formats have (owner mentors amina) and with the same attendance.
func behaviour(r *core.Relationship) map[string]string {
	out := map[string]string{}
	say := func(what string, got ...any) { out[what] = fmt.Sprint(got...) }
	say("the mentor writes about the mentee", r.DefaultReaders(owner, amina).Readers)
	say("the mentor writes about nobody", r.DefaultReaders(owner, core.ID{}).Readers)
	say("the mentee writes about nobody", r.DefaultReaders(amina, core.ID{}).Readers)
	for name, came := range map[string][]core.ID{"both": {owner, amina}, "the mentor": {owner}, "the mentee": {amina}, "nobody": nil} {
		m := held(r, came...)
		ok, missing := r.Held(m.Attendance)
		say(name+" came", ok, missing)
		for _, who := range []core.ID{owner, amina} {
			say(fmt.Sprint(name, " came, hours of ", who), r.MinutesOf(m, who))
		}
		say(name+" came, hours of all", r.TotalMinutes(m))
	}
	all := held(r, r.Others(core.ID{})...)
	say("all came, hours of all", r.TotalMinutes(all))
	return out
}

func TestNoTwoFormatsBehaveAlike(t *testing.T) {
	all := sizes()
	if len(all) != len(core.Formats()) {
		t.Fatal("a format is missing")
	}
	for i, f := range core.Formats() {
		if err := all[f].Validate(); err != nil {
			t.Fatal(f, err)
		}
		a := behaviour(all[f])
		for _, g := range core.Formats()[:i] {
			differs := 0
			for what, b := range behaviour(all[g]) {
				if a[what] != b {
					differs++
				}
			}
			if differs == 0 {
				t.Errorf("%s behaves like %s", f, g)
			}
			if f.Rules() == g.Rules() {
				t.Errorf("%s has the rules of %s", f, g)
			}
		}
	}
	if core.Format("x").Rules() != core.FormatIndividual.Rules() {
		t.Error("an unknown format behaves as an individual one")
	}
}

func TestDefaultReaders(t *testing.T) {
	one := relationship(core.FormatIndividual, 1, owner, amina)
	group := relationship(core.FormatGroup, 1, owner, amina, boris, clara)
	several := relationship(core.FormatCollective, 2, owner, boris, amina)
	left := relationship(core.FormatCollective, 3, owner, boris, clara, amina)
	left.Participants[0].Until = day("2026-02-01")
	gone := relationship(core.FormatCollective, 2, owner, boris, amina)
	gone.Participants[0].Until, gone.Participants[1].Until = day("2026-02-01"), day("2026-02-01")
	circle := relationship(core.FormatGroup, 1, owner, amina, boris)
	circle.Participants[0].Role = core.RoleBoth
	peers := relationship(core.FormatCollective, 2, owner, boris, amina)
	peers.Participants[2].Role = core.RoleBoth
	first := relationship(core.FormatCollective, 3, amina, owner, boris)
	first.Participants[0].Role = core.RoleBoth
	search := relationship(core.FormatIndividual, 2, owner, boris, amina)
	search.Status = core.StatusProposed
	digital := relationship(core.FormatDigital, 1, owner, amina)
	reverse := relationship(core.FormatReverse, 1, amina, owner)
	nobody := core.ID{}
	for _, c := range []struct {
		name          string
		r             *core.Relationship
		writer, about core.ID
		want          []core.ID
	}{
		{"mentor to mentee", one, owner, amina, []core.ID{owner, amina}},
		{"mentor, about nobody", one, owner, nobody, []core.ID{owner, amina}},
		{"mentee, about themselves", one, amina, amina, []core.ID{amina, owner}},
		{"about a stranger", one, owner, noone, []core.ID{owner, amina}},
		{"reverse, the senior", reverse, owner, nobody, []core.ID{owner, amina}},
		{"group, about one", group, owner, boris, []core.ID{owner, boris}},
		{"group, about nobody", group, owner, nobody, nil},
		{"group, about the mentor", group, owner, owner, nil},
		{"group, a mentee", group, amina, amina, []core.ID{amina, owner}},
		{"group, a mentee about another", group, amina, boris, []core.ID{amina, owner}},
		{"group, about a stranger", group, owner, noone, nil},
		{"circle, whose mentor learns too", circle, owner, boris, []core.ID{owner, boris}},
		{"circle, a mentee", circle, amina, nobody, []core.ID{amina, owner}},
		{"several, a mentor", several, boris, nobody, []core.ID{boris, amina}},
		{"several, a mentor about another", several, boris, owner, []core.ID{boris, amina}},
		{"several, the mentee", several, amina, amina, []core.ID{amina, owner}},
		{"several, the mentee about the second", several, amina, boris, []core.ID{amina, boris}},
		{"several, the first has left", left, amina, nobody, []core.ID{amina, boris}},
		{"several, all have left", gone, amina, nobody, []core.ID{amina, owner}},
		{"several, the mentee mentors too and stands first", first, amina, nobody, []core.ID{amina, owner}},
		{"several, the only other one", relationship(core.FormatCollective, 1, amina), amina, nobody, nil},
		{"several, the mentee mentors too", peers, amina, nobody, []core.ID{amina, owner}},
		{"digital, mentor", digital, owner, amina, nil},
		{"digital, mentee", digital, amina, owner, nil},
		{"a search, about one", search, amina, boris, []core.ID{amina, boris}},
		{"a search, about nobody", search, amina, nobody, nil},
	} {
		got := c.r.DefaultReaders(c.writer, c.about)
		if fmt.Sprint(got.Readers) != fmt.Sprint(c.want) || got.Private() != (c.want == nil) {
			t.Errorf("%s: %v, want %v", c.name, got.Readers, c.want)
		}
	}
}

// drawn makes a sound relationship of any format, size and mixture of roles.
func drawn(t *rapid.T) *core.Relationship {
	const o, e, b = core.RoleMentor, core.RoleMentee, core.RoleBoth
	r := relationship(rapid.SampledFrom(core.Formats()).Draw(t, "format"), 0)
	roles := []core.Role{o, e}
	more := rapid.IntRange(0, 3).Draw(t, "more")
	switch r.Format {
	case core.FormatReverse:
		roles = rapid.SampledFrom([][]core.Role{{o, e}, {o, b}, {b, e}, {b, b}}).Draw(t, "roles")
	case core.FormatGroup:
		roles = append([]core.Role{rapid.SampledFrom([]core.Role{o, b}).Draw(t, "role"), e, e}, slices.Repeat([]core.Role{e}, more)...)
	case core.FormatCollective:
		roles = append([]core.Role{rapid.SampledFrom([]core.Role{e, b}).Draw(t, "role"), o, o}, slices.Repeat([]core.Role{o}, more)...)
	}
	for i, role := range rapid.Permutation(roles).Draw(t, "order") {
		p := core.Participant{Person: id(i + 1), Role: role}
		if rapid.IntRange(0, 4).Draw(t, "left") == 0 {
			p.Until = day("2026-02-01")
		}
		r.Participants = append(r.Participants, p)
	}
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestANewItemIsNeverForAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		people := append(r.Others(core.ID{}), core.ID{}, noone)
		writer, about := rapid.SampledFrom(people).Draw(t, "writer"), rapid.SampledFrom(people).Draw(t, "about")
		readers := r.DefaultReaders(writer, about).Readers
		if len(readers) == 0 {
			return
		}
		if len(readers) != 2 || readers[0] != writer || readers[1] == writer || !r.Has(readers[1]) {
			t.Fatalf("%s: %v may read what %v writes about %v", r.Format, readers, writer, about)
		}
		reader := readers[1]
		w, _ := r.Participant(writer)
		p, _ := r.Participant(reader)
		if r.Format == core.FormatGroup && w.Role == core.RoleMentee && !p.Role.Mentors() {
			t.Fatal("a mentee of a group writes to another")
		}
		if r.Format == core.FormatCollective && w.Role == core.RoleMentor && !p.Role.Learns() {
			t.Fatal("a mentor writes to another mentor")
		}
		if r.Format == core.FormatDigital {
			t.Fatal("what is sent by message is shared by hand")
		}
	})
}

func TestHeld(t *testing.T) {
	group := relationship(core.FormatGroup, 1, owner, amina, boris, clara)
	several := relationship(core.FormatCollective, 3, owner, boris, clara, amina)
	circle := relationship(core.FormatGroup, 1, owner, amina, boris)
	circle.Participants[0].Role = core.RoleBoth
	peers := relationship(core.FormatCollective, 2, owner, boris, amina)
	peers.Participants[2].Role = core.RoleBoth
	mutual := relationship(core.FormatReverse, 0, owner, amina)
	mutual.Participants[0].Role, mutual.Participants[1].Role = core.RoleBoth, core.RoleBoth
	const o, e, b = core.RoleMentor, core.RoleMentee, core.RoleBoth
	for _, c := range []struct {
		name    string
		r       *core.Relationship
		came    []core.ID
		missing core.Role // "" is held
	}{
		{"individual", sizes()[core.FormatIndividual], []core.ID{owner, amina}, ""},
		{"individual, no mentor", sizes()[core.FormatIndividual], []core.ID{amina}, o},
		{"individual, no mentee", sizes()[core.FormatIndividual], []core.ID{owner}, e},
		{"individual, nobody", sizes()[core.FormatIndividual], nil, b},
		{"reverse, no mentor", sizes()[core.FormatReverse], []core.ID{amina}, o},
		{"reverse, each is both", mutual, []core.ID{owner, amina}, ""},
		{"reverse, one of whom is both", mutual, []core.ID{owner}, b},
		{"digital, nobody", sizes()[core.FormatDigital], nil, ""},
		{"group, one mentee of three", group, []core.ID{owner, clara}, ""},
		{"group, no mentee", group, []core.ID{owner}, e},
		{"group, no mentor", group, []core.ID{amina, boris, clara}, o},
		{"group, nobody", group, nil, b},
		{"group, a mentor who learns too, alone", circle, []core.ID{owner}, e},
		{"group, a mentor who learns too, and one more", circle, []core.ID{owner, boris}, ""},
		{"several, one mentor of three", several, []core.ID{clara, amina}, ""},
		{"several, no mentor", several, []core.ID{amina}, o},
		{"several, no mentee", several, []core.ID{owner, boris, clara}, e},
		{"several, a mentee who mentors too, alone", peers, []core.ID{amina}, o},
	} {
		ok, missing := c.r.Held(held(c.r, c.came...).Attendance)
		if ok != (c.missing == "") || missing != c.missing {
			t.Errorf("%s: held %v, missing %q", c.name, ok, missing)
		}
	}
	if ok, _ := group.Held([]core.Attendance{{Person: noone, Came: true}, {Person: owner, Came: true}}); ok {
		t.Error("a guest makes no meeting held")
	}
	if ok, _ := group.Held([]core.Attendance{{Person: owner, Came: true}, {Person: amina, Minutes: 30}}); ok {
		t.Error("minutes alone are no presence")
	}
}

// Whoever comes on top prevents nothing, and all together always meet.
func TestHeldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		all := r.Others(core.ID{})
		if ok, missing := r.Held(held(r, all...).Attendance); !ok || missing != "" {
			t.Fatalf("all came, and %q is missing", missing)
		}
		n := rapid.IntRange(0, len(all)-1).Draw(t, "n")
		came := rapid.Permutation(all).Draw(t, "came")
		fewer, _ := r.Held(held(r, came[:n]...).Attendance)
		more, _ := r.Held(held(r, came[:n+1]...).Attendance)
		if fewer && !more {
			t.Fatal("somebody prevents a meeting by coming")
		}
		if n == 0 && more && r.Format != core.FormatDigital {
			t.Fatal("somebody meets alone")
		}
	})
}

func TestMinutesOf(t *testing.T) {
	type want map[core.ID]core.Minutes
	one, rev, dig := sizes()[core.FormatIndividual], sizes()[core.FormatReverse], sizes()[core.FormatDigital]
	group := relationship(core.FormatGroup, 1, owner, amina, boris)
	several := relationship(core.FormatCollective, 3, owner, boris, clara, amina)
	noted := func(m *core.Meeting, minutes ...int) *core.Meeting {
		for i, n := range minutes {
			m.Attendance[i].Minutes = n
		}
		return m
	}
	silent := held(one)
	silent.Attendance = nil
	partly := held(group, owner, amina)
	partly.Attendance = partly.Attendance[:2]
	for _, c := range []struct {
		name  string
		r     *core.Relationship
		m     *core.Meeting
		want  want
		total int
	}{
		{"individual", one, held(one, owner, amina), want{owner: {60, 0}, amina: {0, 60}, noone: {}}, 60},
		{"individual, where nothing was noted", one, silent, want{owner: {60, 0}, amina: {0, 60}}, 60},
		{"individual, of which one went early", one, noted(held(one, owner, amina), 0, 40), want{owner: {60, 0}, amina: {0, 40}}, 60},
		{"individual, where minutes are no presence", one, noted(held(one, owner), 0, 40), want{owner: {60, 0}, amina: {}}, 60},
		{"reverse", rev, held(rev, owner, amina), want{owner: {60, 60}, amina: {60, 60}}, 60},
		{"reverse, where one went early", rev, noted(held(rev, owner, amina), 30, 30), want{owner: {30, 30}, amina: {30, 30}}, 30},
		{"digital, where nothing was noted", dig, held(dig, owner, amina), want{owner: {}, amina: {}}, 0},
		{"digital, in their own time", dig, noted(held(dig), 25, 40), want{owner: {25, 0}, amina: {0, 40}}, 40},
		{"group", group, held(group, owner, amina), want{owner: {60, 0}, amina: {0, 60}, boris: {}}, 60},
		{"group, of which some were noted", group, partly, want{owner: {60, 0}, amina: {0, 60}, boris: {}}, 60},
		{"several", several, held(several, owner, boris, amina), want{owner: {60, 0}, boris: {60, 0}, clara: {}, amina: {0, 60}}, 120},
		{"several, of whom one came late", several, noted(held(several, owner, boris, amina), 0, 15), want{owner: {60, 0}, boris: {15, 0}, amina: {0, 60}}, 75},
	} {
		for who, want := range c.want {
			if got := c.r.MinutesOf(c.m, who); got != want {
				t.Errorf("%s: %v of %v, want %v", c.name, got, who, want)
			}
		}
		if got := c.r.TotalMinutes(c.m); got != c.total {
			t.Errorf("%s: %d in all, want %d", c.name, got, c.total)
		}
		for _, s := range core.MeetingStatuses() {
			if s == core.MeetingHeld {
				continue
			}
			m := *c.m
			m.Status = s
			if c.r.TotalMinutes(&m) != 0 || c.r.MinutesOf(&m, owner) != (core.Minutes{}) {
				t.Errorf("%s: hours of a %s meeting", c.name, s)
			}
		}
	}
}

func TestMinutesAdd(t *testing.T) {
	if got := (core.Minutes{Given: 1, Received: 2}).Add(core.Minutes{Given: 10, Received: 20}); got != (core.Minutes{Given: 11, Received: 22}) {
		t.Error(got)
	}
}

func TestMinutesProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		m := held(r, rapid.SliceOfDistinct(rapid.SampledFrom(r.Others(core.ID{})), func(id core.ID) core.ID { return id }).Draw(t, "came")...)
		for i := range m.Attendance {
			m.Attendance[i].Minutes = rapid.IntRange(0, 60).Draw(t, "minutes")
		}
		given, longest := 0, 0
		for _, p := range r.Participants {
			n := r.MinutesOf(m, p.Person)
			a, _ := m.AttendanceOf(p.Person)
			if n.Given < 0 || n.Received < 0 || n.Given > 60 || n.Received > 60 {
				t.Fatalf("%+v of an hour", n)
			}
			if !a.Came && r.Format != core.FormatDigital && n != (core.Minutes{}) {
				t.Fatalf("%+v for somebody who did not come", n)
			}
			if r.Format != core.FormatReverse && (n.Given > 0 && !p.Role.Mentors() || n.Received > 0 && !p.Role.Learns()) {
				t.Fatalf("a %s with %+v", p.Role, n)
			}
			given += n.Given
			longest = max(longest, n.Given, n.Received)
		}
		want := longest
		if r.Format == core.FormatCollective {
			want = given
		}
		if got := r.TotalMinutes(m); got != want {
			t.Fatalf("%s: %d in all, want %d", r.Format, got, want)
		}
	})
}
