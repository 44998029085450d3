package planner

import (
	"slices"

	"mentorbook/core"
)

// What somebody was sent lies in a mailbox, with a calendar of its own, and stays there whatever their first address is since: who
// was two people in the list of people may have two. A mailbox that has something goes on being told of it.

// mailboxes are the addresses of one person to which something went, in the order in which the last message went to them.
type mailboxes []mailbox

type mailbox struct {
	email string
	has   bool // what was sent there is on its calendar: it was not called off since
}

// mailboxesIn finds them in messages, oldest first. Of those who were told that it goes on without them nothing is left.
func mailboxesIn(sent []*core.Dispatch) map[core.ID]mailboxes {
	out := map[core.ID]mailboxes{}
	for _, d := range sent {
		if !d.Method.Informs() && d.Method != core.MethodUninvite {
			continue
		}
		for _, to := range d.To {
			all := slices.DeleteFunc(out[to.Person], func(m mailbox) bool { return core.EmailKey(m.email) == core.EmailKey(to.Email) })
			if d.Method != core.MethodUninvite {
				all = append(all, mailbox{to.Email, !d.CallsOff()})
			}
			if out[to.Person] = all; len(all) == 0 {
				delete(out, to.Person)
			}
		}
	}
	return out
}

// toTell gives the addresses to which an invitation goes: their first one, and each other of theirs that has the former one.
func (all mailboxes) toTell(p *core.Person) (out []string) {
	if p.Email() != "" {
		out = append(out, p.Email())
	}
	for _, m := range all {
		if m.has && p.HasEmail(m.email) && core.EmailKey(m.email) != core.EmailKey(p.Email()) {
			out = append(out, m.email)
		}
	}
	return out
}

// toCallOff gives those to which a cancellation goes: the one that heard last, and each other of theirs that has it. What they
// have given up is written to no more.
func (all mailboxes) toCallOff(p *core.Person) (out []string) {
	for i, m := range all {
		if i == len(all)-1 || m.has && p.HasEmail(m.email) {
			out = append(out, m.email)
		}
	}
	return out
}

// told gives those of the messages to somebody that went to one of some mailboxes of theirs.
func (all mailboxes) told(sent []*core.Dispatch, person core.ID) []*core.Dispatch {
	return slices.DeleteFunc(slices.Clone(sent), func(d *core.Dispatch) bool {
		return !slices.ContainsFunc(d.To, func(to core.Recipient) bool {
			return to.Person == person && slices.ContainsFunc(all, func(m mailbox) bool { return core.EmailKey(m.email) == core.EmailKey(to.Email) })
		})
	})
}

// perMailbox parts the messages to somebody by the mailboxes that have what was sent there and that they have not given up; nil where
// there are not several: all of them have what the person has.
func perMailbox(sent []*core.Dispatch, p *core.Person) (out []mailboxes) {
	for _, m := range mailboxesIn(sent)[p.ID] {
		if m.has && p.HasEmail(m.email) {
			out = append(out, mailboxes{m})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
