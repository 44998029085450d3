package planner

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"

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
	for _, part := range req.Without {
		if !slices.Contains(core.ReportParts(), part) {
			return core.FailField(core.CodeBadChoice, "without", "value", string(part))
		}
	}
	if !slices.Contains(core.Audiences(), req.Audience) {
		return core.FailField(core.CodeBadChoice, "audience", "value", string(req.Audience))
	}
	return nil
}

// timely refuses a period of which nothing can be said: one that is still to come, and one that was over before the
// relationship began.
func timely(p core.Period, f *core.ReportFacts) error {
	if p.From.After(f.Today) {
		return core.FailField(core.CodeFuture, "from", "value", p.From)
	}
	if !p.To.After(f.Relationship.Since) {
		return core.FailField(core.CodeTooEarly, "to", "value", f.Relationship.Since)
	}
	return nil
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
	if err := timely(req.Period, f); err != nil {
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
	f.Meetings, err = s.e.meetingsBetween(r, req.Relationship, from, to)
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

// Write composes a report and writes it to a file, whole or not at all, and keeps what was written. What the
// world may have seen is not taken back by undo. tell is told how many of its pages are drawn; it may be nil.
func (s Reports) Write(ctx context.Context, req core.ReportRequest, path string, tell func(done, total int)) (*core.Report, error) {
	if s.e.Reporter == nil || s.e.Files == nil {
		return nil, errNoReporter()
	}
	facts, err := s.Facts(ctx, req)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := s.e.Reporter.Write(ctx, facts, &out, tell); err != nil {
		return nil, err
	}
	rec := reportOf(facts, path, out.Bytes())
	_, err = s.e.doForGood(ctx, TitleReportWritten, nil, func(u *unit) error {
		rec.At = u.now
		if err := u.put(rec); err != nil {
			return err
		}
		return s.e.Files.WriteFile(path, out.Bytes()) // last: nothing is kept of a file that can't be written
	})
	return rec, err
}

// reportOf says what was written.
func reportOf(f *core.ReportFacts, path string, data []byte) *core.Report {
	sum := sha256.Sum256(data)
	req := f.Request
	rec := &core.Report{
		Relationship: req.Relationship, About: f.Relationship.Mentees(), Audience: req.Audience, Period: req.Period,
		Language: req.Language, Pseudonym: req.Pseudonym, Without: req.Without,
		File: oneLine(filepath.Base(path)), Size: len(data), Hash: hex.EncodeToString(sum[:]),
	}
	for _, part := range []core.ReportPart{core.PartGoals, core.PartSkills} {
		if !req.Has(part) {
			continue
		}
		for _, item := range f.ItemsOf(part) {
			if item.In() {
				rec.Items = append(rec.Items, item.Ref)
			}
		}
	}
	return rec
}

// Written gives the reports that were written, of a relationship or of all (zero), the latest first.
func (s Reports) Written(ctx context.Context, rel core.ID) ([]WrittenReport, error) {
	return view(ctx, s.e, func(r Reader) ([]WrittenReport, error) {
		var out []WrittenReport
		names := map[core.ID]string{}
		for rec, err := range every[core.Report](r) {
			if err != nil {
				return nil, err
			}
			if !rel.IsZero() && rec.Relationship != rel {
				continue
			}
			name, err := s.nameOnce(r, names, rec.Relationship)
			if err != nil {
				return nil, err
			}
			out = append(out, WrittenReport{rec, name})
		}
		slices.Reverse(out)
		return out, nil
	})
}

// Find gives the report whose file has a hash; nil where none was written.
func (s Reports) Find(ctx context.Context, hash string) (*WrittenReport, error) {
	all, err := s.Written(ctx, core.ID{})
	for i := range all {
		if all[i].Hash == hash {
			return &all[i], err
		}
	}
	return nil, err
}

// WrittenReport is a report that was written, with the name of its relationship; "" where that is gone.
type WrittenReport struct {
	*core.Report

	Name string
}

func (s Reports) nameOnce(r Reader, names map[core.ID]string, id core.ID) (string, error) {
	if name, ok := names[id]; ok {
		return name, nil
	}
	rel, err := load[core.Relationship](r, id)
	if core.CodeOf(err) == core.CodeNotFound {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	name, err := RelationshipName(r, rel)
	names[id] = name
	return name, err
}

// LogEntry is a release with what it is about.
type LogEntry struct {
	*core.Release

	Title   string // the item's; "" where that is gone
	Whose   string
	Private bool // nobody but the owner reads the item
}

// privateItem tells whether nobody but the owner reads an item; one that is gone is read by nobody.
func privateItem(r Reader, of core.Ref) (bool, error) {
	rec, err := r.Get(of)
	if core.CodeOf(err) == core.CodeNotFound {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	v := readersOf(rec)
	return v != nil && v.Private(), nil
}

// Log gives everything that was ever let out, the latest first.
func (s Releases) Log(ctx context.Context) ([]LogEntry, error) {
	return view(ctx, s.e, func(r Reader) ([]LogEntry, error) {
		var out []LogEntry
		people := map[core.ID]string{}
		for rel, err := range every[core.Release](r) {
			if err != nil {
				return nil, err
			}
			entry := LogEntry{Release: rel}
			if entry.Title, err = nameOf(r, rel); err != nil && core.CodeOf(err) != core.CodeNotFound {
				return nil, err
			}
			name, known := people[rel.Person]
			if !known {
				if name, err = personName(r, rel.Person); err != nil && core.CodeOf(err) != core.CodeNotFound {
					return nil, err
				}
				people[rel.Person] = name
			}
			entry.Whose = name
			if entry.Private, err = privateItem(r, rel.Item); err != nil {
				return nil, err
			}
			out = append(out, entry)
		}
		slices.SortStableFunc(out, func(a, b LogEntry) int { return b.On.Compare(a.On) })
		return out, nil
	})
}
