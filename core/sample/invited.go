package sample

import (
	"slices"
	"strings"

	"mentorbook/core"
)

// invited says that those who take part were invited to the next meeting of a story, and what they answered, in the order
// in which they take part. Who is not in the list has not answered yet.
type invited struct {
	day     int // from today, on which the invitation went out
	answers []core.Answer
}

// invite lays down what was sent, as the planner would have sent it, and the answers of the days after.
func (b *builder) invite(how *invited, rel *core.Relationship) {
	sent := b.day(how.day)
	d := &core.Dispatch{Method: core.MethodRequest, At: b.at(sent, 10), Title: b.title(rel)}
	for _, rec := range b.records {
		if m, ok := rec.(*core.Meeting); ok && m.Relationship == rel.ID && m.Status == core.MeetingPlanned {
			d.Meeting, d.UID, d.Start, d.End, d.Zone, d.Place, d.Link = m.ID, m.UID, m.Start, m.End, m.Zone, m.Place, m.Link
			break
		}
	}
	guests := rel.Others(b.owner)
	for _, id := range guests {
		d.To = append(d.To, core.Recipient{Person: id, Email: b.somebody(id).Emails[0]})
	}
	made(b, sent, d)
	for i, answer := range how.answers {
		on := sent.AddDays(1 + i%2)
		made(b, on, &core.Reply{
			Meeting: d.Meeting, Person: guests[i], Email: d.To[i].Email, Answer: answer,
			Said: core.Said{By: guests[i], Typed: b.owner, How: core.HowImport, At: b.at(on, 11)},
		})
	}
}

// title gives what stands on the guests' calendars: who meets.
func (b *builder) title(rel *core.Relationship) string {
	names := make([]string, len(rel.Participants))
	for i, p := range rel.Participants {
		names[i] = b.somebody(p.Person).Name
	}
	return strings.Join(names, " – ")
}

// somebody gives a person who was laid down before.
func (b *builder) somebody(id core.ID) *core.Person {
	i := slices.IndexFunc(b.records, func(rec core.Record) bool {
		p, ok := rec.(*core.Person)
		return ok && p.ID == id
	})
	return b.records[i].(*core.Person)
}
