package planner

import (
	"cmp"
	"context"
	"slices"

	"mentorbook/core"
)

// HeldAnswer is an answer of the owner's that an organizer goes by, though what it was to is not here any more, or not as it was
// then: what the world has seen is not taken back with a step.
type HeldAnswer struct {
	Organizer core.Party
	Title     string
	Answer    core.Answer // "" is one of which no more is known
	Proposes  bool        // it asks for another time
}

// Held gives those answers about what a step has changed that was taken back or done again, which expect the owner somewhere
// that is yet to come. Who has said that they do not come is expected nowhere.
func (s Replies) Held(ctx context.Context, refs []core.Ref) ([]HeldAnswer, error) {
	return view(ctx, s.e, func(r Reader) (out []HeldAnswer, err error) {
		r = remembering(r)
		seen := map[core.ID]bool{}
		for _, ref := range refs {
			all, err := heldAbout(r, ref)
			if err != nil {
				return nil, err
			}
			for _, d := range all {
				if seen[d.ID] || d.Method == core.MethodReply && d.Answer == core.AnswerDeclined || !s.ahead(d) {
					continue
				}
				seen[d.ID] = true
				one, err := heldOf(r, d)
				if err != nil {
					return nil, err
				}
				out = append(out, one)
			}
		}
		return out, nil
	})
}

// Expected gives the answer by which the organizer of another's meeting expects the owner there; nil where they do not, and where
// it is over. Deleting the meeting takes nothing of that back.
func (s Replies) Expected(ctx context.Context, id core.ID) (*HeldAnswer, error) {
	return view(ctx, s.e, func(r Reader) (*HeldAnswer, error) {
		a, err := aboutOf(r, id)
		if err != nil {
			return nil, err
		}
		own := a.ownAnswer()
		if !own.Given() || own.FromCalendar() || own.Said() == core.AnswerDeclined || !upcoming(a.meeting, s.e.now()) {
			return nil, nil
		}
		out := HeldAnswer{Organizer: own.Organizer}
		if d := a.lastSaid(); d != nil {
			if out, err = heldOf(r, d); err != nil {
				return nil, err
			}
		}
		out.Title, out.Answer, out.Proposes = cmp.Or(a.meeting.Origin.Title, a.meeting.Title), own.Said(), own.Proposed != nil
		return &out, nil
	})
}

// heldAbout gives the last answers to what a record was: to all of it where it is gone, else the one to a version that it is not
// in any more.
func heldAbout(r Reader, ref core.Ref) ([]*core.Dispatch, error) {
	a, err := aboutOf(r, ref.ID)
	if core.CodeOf(err) == core.CodeNotFound {
		return lastAnswers(r, ref)
	}
	if err != nil || a.organizer.Email == "" {
		return nil, err
	}
	d := a.lastSaid()
	if d == nil || d.Sequence <= a.received() && !a.copied() {
		return nil, nil
	}
	return []*core.Dispatch{d}, nil
}

// lastAnswers gives the last answer of the owner's to each of what they answered of a record that is gone: a meeting, all of a
// series, or one of it.
func lastAnswers(r Reader, ref core.Ref) ([]*core.Dispatch, error) {
	index := DispatchesOfMeeting
	if ref.Kind == core.KindSeries {
		index = DispatchesOfSeries
	}
	all, err := collect(scan[core.Dispatch](r, Query{Index: index, Of: ref.ID}))
	if err != nil {
		return nil, err
	}
	var out []*core.Dispatch
	for _, d := range all {
		if !d.Method.FromGuest() {
			continue
		}
		out = append(slices.DeleteFunc(out, func(was *core.Dispatch) bool { return was.Occurrence == d.Occurrence }), d)
	}
	return out, nil
}

// ahead tells whether what an answer was to is yet to come, or goes on.
func (s Replies) ahead(d *core.Dispatch) bool {
	if d.Rule != "" && d.Occurrence.IsZero() {
		run, err := recurringIn(d)
		return err == nil && comesAfter(run, s.e.now())
	}
	end, err := d.End.In(d.Zone)
	return err == nil && end.After(s.e.now())
}

func heldOf(r Reader, d *core.Dispatch) (HeldAnswer, error) {
	out := HeldAnswer{Title: d.Title, Answer: d.Answer, Proposes: d.Method == core.MethodCounter}
	if len(d.To) == 0 {
		return out, nil
	}
	out.Organizer = core.Party{Person: d.To[0].Person, Email: d.To[0].Email}
	if out.Organizer.Person.IsZero() {
		return out, nil
	}
	name, err := titleOfRef(r, core.Ref{Kind: core.KindPerson, ID: out.Organizer.Person})
	out.Organizer.Name = name
	return out, err
}
