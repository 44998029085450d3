package sample

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"mentorbook/core"
)

// large walks a workspace of any size without holding it: people and relationships first, then each
// relationship's meetings with the actions promised there. Meetings reach from a year back to four weeks ahead,
// and actions are spread so that the shares of open, late and coming ones are those of the small sample.
func large(opt Options) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		b := newBuilder(opt)
		r := rand.New(rand.NewPCG(uint64(opt.Seed), 7))
		b.start(mentorOwner())
		var rels []*core.Relationship
		for i := range opt.Relationships {
			rels = append(rels, b.largePair(r, i))
			if !b.flush(yield) {
				return
			}
		}
		for _, rel := range rels {
			for j := range opt.Meetings {
				b.largeMeeting(r, rel, j)
				if !b.flush(yield) {
					return
				}
			}
		}
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

func (b *builder) largePair(r *rand.Rand, i int) *core.Relationship {
	base := []core.Person{amina(), ivan(), others()["sara"], others()["dmitry"]}[i%4]
	base.Name = fmt.Sprintf("%s %d", base.Name, i+1)
	base.Emails = []string{fmt.Sprintf("person%d@people.example", i+1)}
	p := b.person(base, -380)
	durations, specs := core.Durations(), core.Specialisations()
	rel := core.Relationship{
		Format: core.FormatIndividual, Duration: durations[i%len(durations)], Specialisation: specs[r.IntN(len(specs))],
		Phase: core.PhaseCultivation, Status: core.StatusActive, Since: b.day(-370), Participants: b.pair(b.owner, p.ID),
	}
	phases(&rel, b.today)
	return made(b, rel.Since, &rel)
}

func (b *builder) largeMeeting(r *rand.Rand, rel *core.Relationship, j int) {
	d := b.workday(-365 + (j*405+r.IntN(405))/max(b.opt.Meetings, 1))
	s := story{hour: 8 + r.IntN(10), minutes: 45, topics: []string{"What changed?", "The promise of last time", "One thing to try"}, help: [][]core.Help{{core.HelpGuidance}}}
	b.meeting(s, rel, d, r.IntN(1000))
	m := b.records[len(b.records)-1].(*core.Meeting)
	for n := range b.opt.Actions {
		b.largeAction(r, rel, m, n)
	}
}

// largeAction is open in one case of two, and one open action of four is late, as in the small sample.
func (b *builder) largeAction(r *rand.Rand, rel *core.Relationship, m *core.Meeting, n int) {
	a := &core.Action{
		Title: fmt.Sprintf("Promise %d of the meeting", n+1), Owner: rel.Participants[n%2].Person, Relationships: []core.ID{rel.ID},
		Meeting: m.ID, Status: core.ActionDone, Due: m.Start.Date.AddDays(7 + r.IntN(14)), Readers: b.with(rel.Participants[1].Person),
	}
	a.Closed = a.Due
	if r.IntN(100) < 42 || a.Due.After(b.today) {
		a.Status, a.Closed = core.ActionOpen, core.Date{}
		if a.Due = b.day(r.IntN(40)); r.IntN(4) == 0 {
			a.Due = b.day(-1 - r.IntN(30))
		}
	}
	made(b, m.Start.Date, a)
}
