package planner

import (
	"context"
	"strings"

	"mentorbook/core"
)

// Begin keeps a new relationship together with the people who are new in it, as one step: fresh holds them by
// their place among the participants, whose person is filled in here. It fills in what Add does.
func (s Relationships) Begin(ctx context.Context, rel core.Relationship, fresh map[int]core.Person) (*core.Relationship, error) {
	r := rel
	r.Head = core.Head{}
	r.Participants = append([]core.Participant(nil), rel.Participants...)
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleRelationshipAdded, args, func(u *unit) error {
		if err := keepFresh(u, &r, fresh); err != nil {
			return err
		}
		return s.begin(u, &r, args)
	})
	return &r, err
}

// begin completes and keeps a relationship that was not there before.
func (s Relationships) begin(u *unit, r *core.Relationship, args map[string]string) error {
	today, err := u.today()
	if err != nil {
		return err
	}
	if err := u.happened("ended", r.Ended); err != nil {
		return err
	}
	if r.Phase == "" {
		r.Phase = core.PhaseInitiation
	}
	if r.Status == "" {
		r.Status = core.StatusActive
	}
	if r.Since.IsZero() && r.Status != core.StatusProposed {
		r.Since = today
	}
	if len(r.Phases) == 0 && !r.Since.IsZero() {
		r.MoveTo(r.Phase, r.Since)
	}
	if err := datePause(u, r, ""); err != nil {
		return err
	}
	if err := peopleExist(u, r); err != nil {
		return err
	}
	if args["name"], err = RelationshipName(u, r); err != nil {
		return err
	}
	if err := u.put(r); err != nil {
		return err
	}
	return takeWaiting(u, r)
}

// takeWaiting gives a relationship that has begun what was taken down for somebody in it while there was none.
func takeWaiting(u *unit, rel *core.Relationship) error {
	ws, err := workspaceOf(u)
	if err != nil || rel.Status == core.StatusEnded || !rel.Has(ws.Owner) {
		return err
	}
	others, err := loadAll[core.Person](u, rel.Others(ws.Owner))
	if err != nil {
		return err
	}
	if err := takeQuestions(u, ws, rel, others); err != nil {
		return err
	}
	return takePromises(u, rel, others)
}

// takePromises links what the others in a relationship promised outside of any to it. Who reads a promise stays as it was: what
// was written for nobody's eyes is not shown to somebody by a beginning.
func takePromises(u *unit, rel *core.Relationship, others []*core.Person) error {
	for _, p := range others {
		apart, err := collect(scan[core.Action](u, Query{Index: ActionsApart, Of: p.ID}))
		if err != nil {
			return err
		}
		for _, a := range apart {
			a.Relationships = []core.ID{rel.ID}
			if err := u.put(a); err != nil {
				return err
			}
		}
	}
	return nil
}

// takeQuestions takes those that the owner had put to somebody in the relationship: they wait for nobody else, and begin with the
// person's whole name and a colon.
func takeQuestions(u *unit, ws *core.Workspace, rel *core.Relationship, others []*core.Person) error {
	waiting, err := collect(scan[core.Question](u, Query{Index: QuestionsWaiting}))
	if err != nil {
		return err
	}
	for _, q := range waiting {
		for _, p := range others {
			text, put := strings.CutPrefix(q.Text, p.Name+":")
			if text = strings.TrimSpace(text); !put || text == "" || q.Asker != ws.Owner {
				continue
			}
			q.Text, q.Relationship, q.Readers = text, rel.ID, QuestionReaders(rel, q.Asker)
			if err := u.put(q); err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// Reshape edits a relationship, together with the people who are new in it; fresh is as for Begin.
func (s Relationships) Reshape(ctx context.Context, id core.ID, fresh map[int]core.Person, edit func(*core.Relationship) error) error {
	return s.change(ctx, TitleRelationshipChanged, id, func(u *unit, r *core.Relationship) error {
		if err := edit(r); err != nil {
			return err
		}
		return keepFresh(u, r, fresh)
	})
}

// keepFresh keeps the people who are new and puts them in their places.
func keepFresh(u *unit, r *core.Relationship, fresh map[int]core.Person) error {
	for i := range r.Participants {
		p, isNew := fresh[i]
		if !isNew {
			continue
		}
		p.Head = core.Head{}
		if err := u.put(&p); err != nil {
			return err
		}
		r.Participants[i].Person = p.ID
	}
	return nil
}
