package meeting

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Proposal is another time that a guest asks for.
type Proposal struct {
	Reply core.ID
	Who   string // as a line has it: "Amina Yusuf proposes Wed 10:00"
	Take  string // what taking it is called: "Take Wed 10:00"
}

// proposals gives the times that guests ask for instead, while the meeting can still be moved. One that was made
// for a whole series says nothing about this meeting.
func proposals(r *planner.Room, w *locale.Words) []Proposal {
	var out []Proposal
	for _, g := range r.Answers {
		if g.Reply == nil || !g.Reply.Proposes() || !r.Meeting.Planned() || g.Reply.Meeting.IsZero() && g.Reply.Occurrence.IsZero() {
			continue
		}
		name := g.Email
		if p := r.People[g.Person]; p != nil {
			name = p.Name
		}
		when := w.Moment(onClock(g.Reply, r), r.Today)
		out = append(out, Proposal{Reply: g.Reply.ID, Who: w.T("meeting.proposes", "name", name, "time", when), Take: w.T("meeting.take", "time", when)})
	}
	return out
}

// onClock gives the proposed start as the owner's clock shows it.
func onClock(reply *core.Reply, r *planner.Room) core.Civil {
	at, err := reply.Start.In(reply.Zone)
	if err != nil || r.Zone == nil {
		return reply.Start
	}
	return core.CivilOf(at.In(r.Zone))
}
