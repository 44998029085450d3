package planner

import (
	"context"

	"mentorbook/core"
)

// Skills is what can be done with skills and their assessments.
type Skills struct{ e *engine }

// Add keeps a new skill of a person.
func (s Skills) Add(ctx context.Context, skill core.Skill) (*core.Skill, error) {
	k := skill
	k.Head = core.Head{}
	_, err := s.e.do(ctx, TitleSkillAdded, named(k.Name), func(u *unit) error {
		if _, err := load[core.Person](u, k.Person); err != nil {
			return err
		}
		if _, err := linked(u, k.Relationships); err != nil {
			return err
		}
		return u.put(&k)
	})
	return &k, err
}

// Get gives one skill.
func (s Skills) Get(ctx context.Context, id core.ID) (*core.Skill, error) {
	return view(ctx, s.e, func(r Reader) (*core.Skill, error) { return load[core.Skill](r, id) })
}

// Change edits a skill. Whose it is stays; a scale can't be cut below a level that was given: CodeInUse.
func (s Skills) Change(ctx context.Context, id core.ID, edit func(*core.Skill) error) error {
	return change(ctx, s.e, TitleSkillChanged, id, func(u *unit, k *core.Skill) (string, error) {
		person := k.Person
		if err := edit(k); err != nil {
			return "", err
		}
		k.Person = person
		given, err := collect(scan[core.Assessment](u, Query{Index: AssessmentsOfSkill, Of: id}))
		if err != nil {
			return "", err
		}
		for _, a := range given {
			if a.Fits(k) != nil {
				return "", core.FailField(core.CodeInUse, "scale", "kind", string(core.KindAssessment), "n", len(given))
			}
		}
		_, err = linked(u, k.Relationships)
		return k.Name, err
	})
}

// Assess notes the level that somebody gave a skill. A level said by another than the owner of the workspace
// is marked as typed for them.
func (s Skills) Assess(ctx context.Context, assessment core.Assessment) (*core.Assessment, error) {
	a := assessment
	a.Head = core.Head{}
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleSkillAssessed, args, func(u *unit) error {
		k, err := load[core.Skill](u, a.Skill)
		if err != nil {
			return err
		}
		args["name"] = k.Name
		today, owner, err := s.e.today(u)
		if err != nil {
			return err
		}
		if a.On.IsZero() {
			a.On = today
		}
		if err := u.happened("on", a.On); err != nil {
			return err
		}
		completeSaid(u, &a.Said, owner.ID)
		return u.put(&a)
	})
	return &a, err
}

// completeSaid fills in what a word typed here leaves open: the owner said it, the owner typed it, now.
func completeSaid(u *unit, said *core.Said, owner core.ID) {
	if said.By.IsZero() {
		said.By = owner
	}
	if said.Typed.IsZero() {
		said.Typed = owner
	}
	if said.How == "" {
		said.How = core.HowTyped
	}
	if said.At.IsZero() {
		said.At = u.now
	}
}

// Assessments gives a skill's assessments, oldest first.
func (s Skills) Assessments(ctx context.Context, skill core.ID) ([]*core.Assessment, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Assessment, error) {
		return collect(scan[core.Assessment](r, Query{Index: AssessmentsOfSkill, Of: skill}))
	})
}

// DeleteAssessment removes one assessment.
func (s Skills) DeleteAssessment(ctx context.Context, id core.ID) error {
	_, err := s.e.do(ctx, TitleAssessmentDeleted, nil, func(u *unit) error {
		return u.remove(core.Ref{Kind: core.KindAssessment, ID: id})
	})
	return err
}

// Delete removes a skill with its assessments and releases.
func (s Skills) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleSkillDeleted, args, func(u *unit) error {
		k, err := load[core.Skill](u, id)
		if err != nil {
			return err
		}
		args["name"] = k.Name
		d := newDeletion()
		if err := d.takeSkill(u, id); err != nil {
			return err
		}
		return d.carryOut(u)
	})
	return err
}
