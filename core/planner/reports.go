package planner

import (
	"bytes"
	"context"

	"mentorbook/core"
)

// Reports is what can be written about a relationship.
type Reports struct{ e *engine }

// Facts gathers what a report may draw on, read at one instant. What leaves is decided by the Reporter.
func (s Reports) Facts(ctx context.Context, req core.ReportRequest) (*core.ReportFacts, error) {
	if err := validRequest(req); err != nil {
		return nil, err
	}
	return view(ctx, s.e, func(r Reader) (*core.ReportFacts, error) { return s.facts(r, req) })
}

func validRequest(req core.ReportRequest) error {
	if req.Period.From.IsZero() {
		return core.FailField(core.CodeRequired, "from")
	}
	if req.Period.To.IsZero() {
		return core.FailField(core.CodeRequired, "to")
	}
	if err := req.Period.Validate(); err != nil {
		return err
	}
	for _, a := range core.Audiences() {
		if a == req.Audience {
			return nil
		}
	}
	return core.FailField(core.CodeBadChoice, "audience", "value", string(req.Audience))
}

func (s Reports) facts(r Reader, req core.ReportRequest) (*core.ReportFacts, error) {
	today, owner, err := s.e.today(r)
	if err != nil {
		return nil, err
	}
	f := &core.ReportFacts{Request: req, Now: s.e.now(), Today: today, Owner: owner.ID, People: map[core.ID]*core.Person{}}
	if f.Relationship, err = load[core.Relationship](r, req.Relationship); err != nil {
		return nil, err
	}
	people, err := loadAll[core.Person](r, participants(f.Relationship))
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		f.People[p.ID] = p
	}
	from, to := span(req.Period, zoneOf(owner))
	f.Meetings, err = collect(scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: req.Relationship, From: from, To: to}))
	if err != nil {
		return nil, err
	}
	if f.Actions, err = collect(scan[core.Action](r, Query{Index: ActionsOfRelationship, Of: req.Relationship})); err != nil {
		return nil, err
	}
	if f.Runs, err = collect(scan[core.Run](r, Query{Index: RunsOfRelationship, Of: req.Relationship})); err != nil {
		return nil, err
	}
	return f, s.plan(r, f)
}

// plan adds the goals and skills of the learning side, with what was said of them.
func (s Reports) plan(r Reader, f *core.ReportFacts) error {
	learns := map[core.ID]bool{}
	for _, id := range f.Relationship.Mentees() {
		learns[id] = true
	}
	for g, err := range scan[core.Goal](r, Query{Index: GoalsOfRelationship, Of: f.Relationship.ID}) {
		if err != nil {
			return err
		}
		if learns[g.Person] {
			f.Goals = append(f.Goals, g)
			if err := addReleases(r, f, g.ID); err != nil {
				return err
			}
		}
	}
	f.Assessments = map[core.ID][]*core.Assessment{}
	for k, err := range scan[core.Skill](r, Query{Index: SkillsOfRelationship, Of: f.Relationship.ID}) {
		if err != nil {
			return err
		}
		if !learns[k.Person] {
			continue
		}
		f.Skills = append(f.Skills, k)
		if f.Assessments[k.ID], err = collect(scan[core.Assessment](r, Query{Index: AssessmentsOfSkill, Of: k.ID})); err != nil {
			return err
		}
		if err := addReleases(r, f, k.ID); err != nil {
			return err
		}
	}
	return nil
}

func addReleases(r Reader, f *core.ReportFacts, item core.ID) error {
	list, err := collect(scan[core.Release](r, Query{Index: ReleasesOfItem, Of: item}))
	f.Releases = append(f.Releases, list...)
	return err
}

// Write composes a report and writes it to a file, whole or not at all.
func (s Reports) Write(ctx context.Context, req core.ReportRequest, path string) error {
	if s.e.Reporter == nil || s.e.Files == nil {
		return core.Fail(core.CodeInternal, "reason", "nobody wired to write reports")
	}
	facts, err := s.Facts(ctx, req)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := s.e.Reporter.Write(ctx, facts, &out); err != nil {
		return err
	}
	return s.e.Files.WriteFile(path, out.Bytes())
}
