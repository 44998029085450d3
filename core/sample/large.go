package sample

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"

	"mentorbook/core"
)

// goalsEach is how many goals a relationship of a large workspace has, about as many as one of the small sample.
const goalsEach = 2

// large walks a workspace of any size without holding it: people and relationships first, then each relationship's
// goals, and its meetings with the actions promised there. What became of each is dealt from the small sample of the
// same side, so that a large workspace is no other kind of workspace.
func large(opt Options) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		b := newBuilder(opt)
		l := &bulk{builder: b, rand: rand.New(rand.NewPCG(uint64(opt.Seed), 7)), base: []core.Person{amina(), ivan(), others()["sara"], others()["dmitry"]}}
		owner := mentorOwner()
		if opt.As == core.RoleMentee {
			owner, l.base = menteeOwner(), []core.Person{others()["kofi"], others()["elena"], others()["greta"], others()["tomasz"]}
		}
		b.start(owner)
		l.learn(smallRecords(opt))
		var rels []*core.Relationship
		for i := range opt.Relationships {
			rels = append(rels, l.pair(i))
			if !b.flush(yield) {
				return
			}
		}
		for _, rel := range rels {
			for range goalsEach {
				l.goal(rel)
			}
			for j := range opt.Meetings {
				l.meeting(rel, j)
				if !b.flush(yield) {
					return
				}
			}
		}
		b.flush(yield)
	}
}

// flush hands over what was laid down.
func (b *builder) flush(yield func(core.Record, error) bool) bool {
	for _, rec := range b.records {
		if !yield(rec, nil) {
			return false
		}
	}
	b.records = b.records[:0]
	return true
}

// bulk lays a large workspace down.
type bulk struct {
	*builder

	rand     *rand.Rand
	base     []core.Person // whom the people are like
	outcomes deck[outcome]
	promised deck[promise]
	goals    deck[*core.Goal]
	coming   float64 // share of the meetings that are to come
}

// deck deals what the small sample has, each as often as any other, in an order left to chance.
type deck[T any] struct{ all, left []T }

func (d *deck[T]) deal(r *rand.Rand) T {
	if len(d.left) == 0 {
		d.left = slices.Clone(d.all)
		r.Shuffle(len(d.left), func(i, j int) { d.left[i], d.left[j] = d.left[j], d.left[i] })
	}
	last := d.left[len(d.left)-1]
	d.left = d.left[:len(d.left)-1]
	return last
}

// learn reads from the small sample what becomes of things.
func (l *bulk) learn(records []core.Record) {
	ahead := 0
	for _, rec := range records {
		switch r := rec.(type) {
		case *core.Meeting:
			if r.Planned() {
				ahead++
				continue
			}
			l.outcomes.all = append(l.outcomes.all, outcome{r.Status, r.MissedBy})
		case *core.Action:
			p := promise{due: r.Due.DaysSince(l.today)}
			if !r.Open() {
				p.done = r.Closed.DaysSince(l.today)
			}
			l.promised.all = append(l.promised.all, p)
		case *core.Goal:
			l.goals.all = append(l.goals.all, r)
		}
	}
	l.coming = float64(ahead) / float64(ahead+len(l.outcomes.all))
}

func (l *bulk) pair(i int) *core.Relationship {
	base := l.base[i%len(l.base)]
	base.Name = fmt.Sprintf("%s %d", base.Name, i+1)
	base.Emails = []string{fmt.Sprintf("person%d@people.example", i+1)}
	p := l.person(base, -380)
	mentor, mentee := l.owner, p.ID
	if l.opt.As == core.RoleMentee {
		mentor, mentee = p.ID, l.owner
	}
	durations, specs := core.Durations(), core.Specialisations()
	rel := core.Relationship{
		Format: core.FormatIndividual, Duration: durations[i%len(durations)], Specialisation: specs[l.rand.IntN(len(specs))],
		Phase: core.PhaseCultivation, Status: core.StatusActive, Since: l.day(-370), Participants: l.builder.pair(mentor, mentee),
	}
	phases(&rel, l.today)
	return made(l.builder, rel.Since, &rel)
}

// goal lays down one more goal like one of the small sample.
func (l *bulk) goal(rel *core.Relationship) {
	like := l.goals.deal(l.rand)
	g := *like
	g.Head = core.Head{}
	g.Person, g.Relationships = rel.Mentees()[0], []core.ID{rel.ID}
	g.Milestones = slices.Clone(like.Milestones)
	for i := range g.Milestones {
		g.Milestones[i].ID = l.ids.at(like.Created)
	}
	if like.Measure != nil {
		measure := *like.Measure
		measure.Readings = slices.Clone(measure.Readings)
		g.Measure = &measure
	}
	if !like.Readers.Private() {
		g.Readers = l.with(rel.Others(l.owner)[0])
	}
	made(l.builder, l.day(-190), &g)
}

// meeting lays down one meeting of a relationship, with its actions. All of them together reach from a year back to
// five weeks ahead.
func (l *bulk) meeting(rel *core.Relationship, j int) {
	at, day := (float64(j)+l.rand.Float64())/float64(l.opt.Meetings), 0
	if held := 1 - l.coming; at < held {
		day = -365 + int(at/held*365)
	} else {
		day = 1 + int((at-held)/l.coming*35)
	}
	s := story{
		hour: 8 + l.rand.IntN(10), minutes: 45, topics: []string{"What changed?", "The promise of last time", "One thing to try"},
		help: [][]core.Help{{core.HelpGuidance}}, became: func() outcome { return l.outcomes.deal(l.rand) },
	}
	l.builder.meeting(s, rel, l.workday(day), l.rand.IntN(1000))
	m := l.records[len(l.records)-1].(*core.Meeting)
	for n := range l.opt.Actions {
		l.action(rel, m, n)
	}
}

// action lays down one action like one of the small sample: open ones are due on the same days, kept ones were kept as
// early or as late. It was promised in the meeting, unless that came after.
func (l *bulk) action(rel *core.Relationship, m *core.Meeting, n int) {
	like := l.promised.deal(l.rand)
	a := &core.Action{
		Title: fmt.Sprintf("Promise %d of the meeting", n+1), Owner: rel.Participants[n%2].Person, Relationships: []core.ID{rel.ID},
		Status: core.ActionOpen, Due: l.day(like.due), Readers: l.with(rel.Others(l.owner)[0]),
	}
	if like.done != 0 {
		a.Status, a.Closed = core.ActionDone, l.day(like.done)
		due := m.Start.Date.AddDays(7 + l.rand.IntN(14))
		if closed := due.AddDays(like.done - like.due); !closed.After(l.today) && !due.After(l.today) {
			a.Due, a.Closed = due, closed
		}
	}
	if m.Start.Date.Before(a.Due) && !m.Planned() {
		a.Meeting = m.ID
		made(l.builder, m.Start.Date, a)
		return
	}
	first := a.Due
	if !a.Closed.IsZero() && a.Closed.Before(first) {
		first = a.Closed
	}
	made(l.builder, first.AddDays(-14), a)
}
