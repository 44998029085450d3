package core

import "time"

// ReportRequest says which report is wanted.
type ReportRequest struct {
	Relationship ID
	Audience     Audience
	Period       Period // both ends set
	Language     Language
	Pseudonym    string // in place of the mentee's name; "" shows the name
	Without      []ReportPart
	LeaveOut     []ID // goals and skills that stay out though they might go in
}

// ReportPart is a part of a report that can be left out.
type ReportPart string

// The parts.
const (
	PartMeetings ReportPart = "meetings"
	PartGoals    ReportPart = "goals"
	PartSkills   ReportPart = "skills"
	PartActions  ReportPart = "actions"
)

// ReportParts lists them in the order of a report.
func ReportParts() []ReportPart {
	return []ReportPart{PartMeetings, PartGoals, PartSkills, PartActions}
}

// Has tells whether a part is wanted.
func (r ReportRequest) Has(part ReportPart) bool { return !contains(r.Without, part) }

// ReportFacts is everything of one relationship that a report might draw on, read at one instant. What may
// leave is decided by whoever composes the report, by allow-list: most of what is here never does.
type ReportFacts struct {
	Request      ReportRequest
	Now          time.Time
	Today        Date // in the owner's zone
	Owner        ID
	Relationship *Relationship
	People       map[ID]*Person // the participants
	Meetings     []*Meeting     // those that start within the period, in the owner's zone, oldest first
	Actions      []*Action      // linked to the relationship
	Goals        []*Goal        // linked to the relationship, of its learning side
	Skills       []*Skill       // linked to the relationship, of its learning side
	Assessments  map[ID][]*Assessment
	Runs         []*Run
	Releases     []*Release // of those goals and skills, for any audience
}

// LetsIn tells whether an item may go into the report, and which release says so: the first that is for this
// audience and covers the period, or none where the item's own visibility opens it to the audience.
func (f *ReportFacts) LetsIn(item Ref, v Visibility, whose ID) (*Release, bool) {
	for _, r := range f.Releases {
		if r.Item == item && r.Allows(f.Request.Audience, f.Request.Period, f.Today) {
			return r, true
		}
	}
	return nil, f.MayRead(v, whose)
}

// MayRead tells whether an item's own visibility opens it to everybody whom the audience stands for. HR and
// sponsors read nothing by visibility: for them only a release counts.
func (f *ReportFacts) MayRead(v Visibility, whose ID) bool {
	var side []ID
	switch f.Request.Audience {
	case AudienceMentor:
		side = f.Relationship.Mentors()
	case AudienceMentee:
		side = f.Relationship.Mentees()
	default:
		return false
	}
	for _, id := range side {
		own := id == f.Owner && id == whose
		if !own && !v.MayRead(id) {
			return false
		}
	}
	return len(side) > 0
}

// ReportItem is a goal or a skill with what decides whether it goes into a report.
type ReportItem struct {
	Ref     Ref
	Title   string
	Person  ID
	Private bool     // nobody but the owner reads it
	Allowed bool     // it may go in
	Word    *Release // the release that lets it in; else the last one for the audience that does not; or nil
	Left    bool     // it may go in, and stays out all the same
}

// In tells whether the item goes into the report.
func (i ReportItem) In() bool { return i.Allowed && !i.Left }

// ItemsOf lists the goals, or the skills, that a report might name, in the order in which it names them.
func (f *ReportFacts) ItemsOf(part ReportPart) []ReportItem {
	var out []ReportItem
	switch part {
	case PartGoals:
		for _, g := range f.Goals {
			if g.Status != GoalDropped {
				out = append(out, f.item(RefOf(g), g.Title, g.Person, g.Readers))
			}
		}
	case PartSkills:
		for _, k := range f.Skills {
			out = append(out, f.item(RefOf(k), k.Name, k.Person, k.Readers))
		}
	}
	return out
}

func (f *ReportFacts) item(ref Ref, title string, person ID, v Visibility) ReportItem {
	out := ReportItem{Ref: ref, Title: title, Person: person, Private: v.Private(), Left: contains(f.Request.LeaveOut, ref.ID)}
	if out.Word, out.Allowed = f.LetsIn(ref, v, person); out.Allowed {
		return out
	}
	for _, r := range f.Releases {
		if r.Item == ref && r.Audience == f.Request.Audience {
			out.Word = r
		}
	}
	return out
}
