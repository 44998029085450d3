package meeting

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Proposal is another time, or place, that a guest asks for.
type Proposal struct {
	Reply   core.ID
	Meeting core.ID // the one occurrence to move, of what was asked for a whole series; zero: what was asked for
	All     bool    // the whole series is to move
	Place   bool    // to another place, and not to another time
	Who     string  // as a line has it: "Amina Yusuf proposes Wed 10:00"; "" where the one before says it
	Take    string  // what taking it is called: "Take Wed 10:00"
	Keep    string  // what declining it is called: "Keep the old time"; "" where the one before says it
}

// proposals gives the times, and places, that guests ask for instead, while the meeting can still be moved. What was asked for a
// whole series is taken for all of it first of all, or for this meeting alone.
func proposals(r *planner.Room, w *locale.Words) []Proposal {
	var out []Proposal
	for _, g := range r.Answers {
		if g.Reply == nil || !g.Reply.Proposes() || !r.Meeting.Planned() {
			continue
		}
		name := g.Email
		if p := r.People[g.Person]; p != nil {
			name = p.Name
		}
		if place := g.Reply.Place; place != "" {
			out = append(out, places(g.Reply, r, name, w)...)
			continue
		}
		reply := *g.Reply
		whole := reply.Whole()
		if whole {
			if r.Series == nil || r.Series.Zone != reply.Zone {
				continue
			}
			reply.Start, reply.End = planner.ProposedFor(g.Reply, r.Series, r.Meeting)
		}
		to := askedFor(&reply, r)
		when := w.Asked(to, r.Today)
		said := when
		if at, err := reply.Start.In(reply.Zone); err == nil {
			if theirs := w.TheirClock(at, r.Owner.Home(), r.People[g.Person]); theirs != "" {
				if said += " (" + theirs + ")"; to.Lasts() {
					said = when + " · " + theirs // brackets stand there already
				}
			}
		}
		one := Proposal{Reply: reply.ID, Who: w.T("meeting.proposes", "name", name, "time", said), Take: w.T("meeting.take", "time", when), Keep: w.T("meeting.keep_time", "name", name)}
		if !whole {
			out = append(out, one)
			continue
		}
		one.Who = w.T("meeting.proposes_series", "name", name, "time", said)
		out = append(out, Proposal{Reply: reply.ID, All: true, Who: one.Who, Take: w.T("meeting.take_all", "time", when), Keep: one.Keep})
		if reply.Start != r.Meeting.Start {
			one.Meeting, one.Who, one.Keep, one.Take = r.Meeting.ID, "", "", w.T("meeting.take_one", "time", when)
			out = append(out, one)
		}
	}
	return out
}

// places gives what can be done about another place that a guest asks for: for a meeting, or for a whole series first of all.
func places(reply *core.Reply, r *planner.Room, name string, w *locale.Words) []Proposal {
	one := Proposal{
		Reply: reply.ID, Place: true, Who: w.T("meeting.proposes_place", "name", name, "place", reply.Place),
		Take: w.T("meeting.take_place", "place", reply.Place), Keep: w.T("meeting.keep_place", "name", name),
	}
	if !reply.Whole() || r.Series == nil {
		return []Proposal{one}
	}
	all := one
	all.All, all.Who, all.Take = true, w.T("meeting.proposes_place_series", "name", name, "place", reply.Place), w.T("meeting.take_place_all", "place", reply.Place)
	one.Meeting, one.Who, one.Keep, one.Take = r.Meeting.ID, "", "", w.T("meeting.take_place_one", "place", reply.Place)
	return []Proposal{all, one}
}

// saidWords is how many runes of what a guest wrote beside an answer stand below the title.
const saidWords = 120

// comments gives what guests wrote beside their answers: "Amina Yusuf: “on leave that week”".
func comments(r *planner.Room, w *locale.Words) []string {
	var out []string
	for _, g := range r.Answers {
		if g.Reply == nil || g.Reply.Said.Words == "" && !g.Reply.Said.Noted() {
			continue
		}
		name := g.Email
		if p := r.People[g.Person]; p != nil {
			name = p.Name
		}
		if g.Reply.Said.Noted() { // how it came, in the owner's words
			out = append(out, w.Noted(name, g.Answer, g.Reply.Said.Words))
			continue
		}
		out = append(out, name+": "+w.Remark(g.Reply.Said.Words, saidWords))
	}
	return out
}

// askedFor gives the proposed time as the owner's clock shows it.
func askedFor(reply *core.Reply, r *planner.Room) core.Asked {
	home := reply.Zone
	if r.Zone != nil {
		home = core.Zone(r.Zone.String())
	}
	return core.AskedOn(reply.Start, reply.End, reply.Zone, home, r.Meeting.Length())
}
