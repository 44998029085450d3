package core_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

// id gives the n-th of the ids that tests use.
func id(n int) core.ID {
	var out core.ID
	out[0] = 1
	binary.BigEndian.PutUint64(out[8:], uint64(n))
	return out
}

// counter gives ids from n on, one after the other.
func counter(n int) func() core.ID {
	return func() core.ID {
		n++
		return id(n - 1)
	}
}

func day(s string) core.Date {
	d, err := core.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func civil(s string) core.Civil {
	c, err := core.ParseCivil(s)
	if err != nil {
		panic(err)
	}
	return c
}

var (
	owner = id(1)
	amina = id(2)
	boris = id(3)
	clara = id(4)
	noone = id(9)
	noon  = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
)

func said(by core.ID) core.Said {
	return core.Said{By: by, Typed: by, How: core.HowTyped, At: noon, Words: "in our meeting"}
}

func aWorkspace() *core.Workspace {
	w := core.NewWorkspace(id(100), owner, core.RoleMentor, core.Russian)
	w.MonthlyHours, w.WeeklyHours = 12, 4
	w.BufferBefore, w.BufferAfter = 5, 10
	return w
}

func aPerson() *core.Person {
	return &core.Person{
		Head: core.Head{ID: amina}, Name: "Amina Yusuf", GivenName: "Amina", MiddleName: "Ruth", FamilyName: "Yusuf",
		Address: "Amina", Pronoun: core.PronounShe, Emails: []string{"amina@example.org", "a.yusuf@example.com"},
		Phones: []string{"+49 30 000000"}, Zone: "Europe/Berlin", Language: core.English, Organisation: "Lindenwerk",
		JobTitle: "engineer", Links: []string{"https://example.org/amina"}, Origin: "Connections.csv",
		Quiet: core.Hours{From: 22 * 60, To: 8 * 60}, Work: []core.Hours{{From: 540, To: 1020}, {From: 540, To: 1020}, {}, {}, {}, {}, {}}, Birthday: day("1990-04-12"),
		Consent: core.Consent{Given: true, On: day("2026-01-02"), Words: "by e-mail"},
	}
}

func aRelationship() *core.Relationship {
	return &core.Relationship{
		Head: core.Head{ID: id(200)}, Name: "Amina", Format: core.FormatIndividual, Duration: core.DurationMedium,
		Specialisation: core.SpecCareer, Phase: core.PhaseCultivation, Cadence: 14, Status: core.StatusActive,
		Phases:       []core.PhaseChange{{Phase: core.PhaseInitiation, Since: day("2026-01-05")}, {Phase: core.PhaseCultivation, Since: day("2026-03-02")}},
		Since:        day("2026-01-05"),
		Purpose:      "To lead a team.",
		Participants: []core.Participant{{Person: owner, Role: core.RoleMentor, Scope: "leading"}, {Person: amina, Role: core.RoleMentee, Since: day("2026-01-05")}},
	}
}

// relationship makes an active one of the format; the first people mentor the rest.
func relationship(f core.Format, mentors int, people ...core.ID) *core.Relationship {
	r := aRelationship()
	r.Format, r.Participants = f, nil
	for i, p := range people {
		role := core.RoleMentee
		if i < mentors {
			role = core.RoleMentor
		}
		r.Participants = append(r.Participants, core.Participant{Person: p, Role: role})
	}
	return r
}

func anAgreement() *core.Agreement {
	return &core.Agreement{
		Head: core.Head{ID: id(300)}, Relationship: id(200), Version: 2, Purpose: "To lead a team.", Frequency: "every other week",
		Channels: "video", Confidentiality: "what is said stays here", Exceptions: "danger", Reporting: "goals only",
		Boundaries: "no weekends", Review: day("2026-06-01"), Ends: day("2026-10-01"), Signed: []core.Said{said(owner), said(amina)},
	}
}

func aSeries() *core.Series {
	return &core.Series{
		Head: core.Head{ID: id(400)}, Relationship: id(200), Title: "Every other week", Start: civil("2026-03-02T14:00"),
		End: civil("2026-03-02T14:45"), Zone: "Europe/Berlin", Place: "Room 4", Link: "https://meet.example.org/x",
		Rule: "FREQ=WEEKLY;INTERVAL=2", Except: []core.Civil{civil("2026-03-16T14:00")}, UID: "s@example.org", Unasked: []core.ID{amina}, Follows: id(401), Reminders: core.Reminders{60},
		Origin: core.Origin{Organizer: "sara@okafor.example", Name: "Sara Okafor", Description: "Bring\nyour plan", Sequence: 4, Stamp: noon, Class: core.ClassPrivate},
		Was:    core.Recurs{Rule: "FREQ=WEEKLY", Except: []core.Civil{civil("2026-03-09T14:00")}},
		Heard:  []core.SeriesVersion{{Sequence: 1, Stamp: noon, Off: true, Start: civil("2026-03-02T14:00"), End: civil("2026-03-02T15:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY", Except: []core.Civil{civil("2026-03-09T14:00")}, Beside: []core.Beside{{Original: civil("2026-03-16T14:00"), Start: civil("2026-03-17T14:00"), End: civil("2026-03-17T15:00"), Sequence: 2}}}},
		Theirs: core.Pairing{UID: "o@example.org", Here: civil("2026-03-02T14:00"), There: civil("2026-03-03T10:00"), Except: []core.Civil{civil("2026-03-10T10:00")}},
	}
}

func aMeeting() *core.Meeting {
	return &core.Meeting{
		Head: core.Head{ID: id(500)}, Relationship: id(200), Title: "A first talk", Start: civil("2026-03-02T14:00"),
		End: civil("2026-03-02T14:45"), Zone: "Europe/Berlin", Place: "Room 4", Link: "https://meet.example.org/x",
		Status: core.MeetingHeld, Reason: "as planned", Useful: 6, Closed: noon, Reminders: core.Reminders{1440, 10}, UID: "m@example.org",
		Unasked:    []core.ID{id(101)},
		Attendance: []core.Attendance{{Person: owner, Came: true}, {Person: amina, Came: true, Minutes: 40}},
		Agenda: []core.AgendaItem{
			{ID: id(510), Text: "Where are we?", Owner: amina, Minutes: 10, Stage: core.StageReality, Done: true, Readers: core.Visibility{Readers: []core.ID{owner, amina}}},
			{ID: id(511), Text: "What next?", Carried: 1, From: id(512), Source: core.Ref{Kind: core.KindQuestion, ID: id(800)}},
		},
		Help: []core.Help{core.HelpKnowledge, core.HelpSupport}, Recurrence: civil("2026-03-02T13:00"), Series: id(400),
		Origin: core.Origin{
			Organizer: "sara@okafor.example", Name: "Sara Okafor", Description: "Bring\nyour plan", Sequence: 4, Stands: 2, Stamp: noon, Class: core.ClassPrivate, Unheard: true, Kept: noon, KeptWords: "The room\nis taken", Here: true,
			Start: civil("2026-03-03T14:00"), End: civil("2026-03-03T14:45"), Zone: "Europe/Berlin",
		},
	}
}

func aDispatch() *core.Dispatch {
	return &core.Dispatch{
		Head: core.Head{ID: id(600)}, Meeting: id(500), Occurrence: civil("2026-03-02T13:00"), Method: core.MethodRequest,
		UID: "m@example.org", Sequence: 1, At: noon, To: []core.Recipient{{Person: amina, Email: "amina@example.org"}},
		Title: "A first talk", Start: civil("2026-03-02T14:00"), End: civil("2026-03-02T14:45"), Zone: "Europe/Berlin",
		Rule: "FREQ=WEEKLY", Place: "Room 4", Link: "https://meet.example.org/x", Agenda: true, Elsewhere: true, Others: []core.Outsider{{Name: "Kim Rivers", Email: "kim@example.org", Answer: core.AnswerAccepted}}, Except: []core.Civil{civil("2026-03-09T14:00")},
		Moved: []core.Moved{{Original: civil("2026-03-16T14:00"), Start: civil("2026-03-17T14:00"), End: civil("2026-03-17T14:45"), Sequence: 2, Title: "A walk", Place: "Park", Link: "https://meet.example.org/y"}},
	}
}

func aQuestion() *core.Question {
	return &core.Question{
		Head: core.Head{ID: id(800)}, Relationship: id(200), Asker: amina, Text: "How do I say no?\nTo whom?", Asked: noon,
		Meeting: id(500), Answer: "Early.", Answered: noon.Add(time.Hour), Readers: core.Visibility{Readers: []core.ID{owner}},
	}
}

func aNote() *core.Note {
	return &core.Note{
		Head: core.Head{ID: id(900)}, About: core.Ref{Kind: core.KindMeeting, ID: id(500)}, Author: owner,
		Text: "# Good\n\n\ta talk", Readers: core.Visibility{Readers: []core.ID{owner, amina}},
	}
}

func anAction() *core.Action {
	return &core.Action{
		Head: core.Head{ID: id(1000)}, Title: "Write the outline", Owner: amina, Due: day("2026-03-16"), Meeting: id(500),
		Relationships: []core.ID{id(200)}, Goal: id(1100), Status: core.ActionDone, Closed: day("2026-03-12"),
		Readers: core.Visibility{Readers: []core.ID{owner, amina}},
	}
}

func aGoal() *core.Goal {
	return &core.Goal{
		Head: core.Head{ID: id(1100)}, Person: amina, Title: "Lead a project", Why: "A step\nup", Status: core.GoalReached,
		Due: day("2026-09-30"), Closed: day("2026-09-01"), Evidence: []string{"https://example.org/report"}, Blocked: "a budget",
		Share: core.ShareExperience, Relationships: []core.ID{id(200)}, Readers: core.Visibility{Readers: []core.ID{owner, amina}},
		Milestones: []core.Milestone{
			{ID: id(1110), Title: "A plan", Due: day("2026-04-01"), Done: day("2026-03-30"), Evidence: "the plan"},
			{ID: id(1111), Title: "A team"},
		},
	}
}

// aMeasuredGoal counts talks from 1 to 5.
func aMeasuredGoal() *core.Goal {
	g := aGoal()
	g.Milestones = nil
	g.Measure = &core.Measure{
		Name: "Talks given", Unit: "talks", Baseline: 1, Target: 5,
		Readings: []core.Reading{{On: day("2026-02-01"), Value: 2}, {On: day("2026-03-01"), Value: 4}},
	}
	return g
}

func aSkill() *core.Skill {
	return &core.Skill{
		Head: core.Head{ID: id(1200)}, Person: amina, Name: "Speaking", Scale: []string{"reads", "talks", "teaches"}, Target: 3,
		Relationships: []core.ID{id(200)}, Readers: core.Visibility{Readers: []core.ID{owner, amina}},
	}
}

func anAssessment() *core.Assessment {
	return &core.Assessment{
		Head: core.Head{ID: id(1300)}, Skill: id(1200), Level: 2, On: day("2026-03-02"), Evidence: "a talk\nin May",
		Said: said(amina), Readers: core.Visibility{Readers: []core.ID{owner, amina}},
	}
}

func aChecklist() *core.Checklist {
	return &core.Checklist{
		Head: core.Head{ID: id(1400)}, Title: "The first month", Purpose: "To begin well.",
		Items: []core.TemplateItem{
			{ID: id(1410), Text: "Say what you expect", Owner: core.RoleMentor},
			{ID: id(1411), Text: "Write three goals", Owner: core.RoleMentee, After: 7},
			{ID: id(1412), Text: "Agree on a rhythm", Owner: core.RoleBoth, After: 14},
			{ID: id(1413), Text: "Read the handbook", After: 30},
		},
	}
}

func aRun() *core.Run {
	return &core.Run{
		Head: core.Head{ID: id(1500)}, Checklist: id(1400), Title: "The first month", Person: amina, Started: day("2026-03-02"),
		Relationships: []core.ID{id(200)}, Readers: core.Visibility{Readers: []core.ID{owner, amina}},
		Items: []core.RunItem{
			{ID: id(1510), Text: "Say what you expect", Owner: owner, Due: day("2026-03-09"), Done: day("2026-03-10")},
			{ID: id(1511), Text: "Write three goals", Owner: amina, Due: day("2026-03-16")},
		},
	}
}

func aRelease() *core.Release {
	return &core.Release{
		Head: core.Head{ID: id(1600)}, Item: core.Ref{Kind: core.KindGoal, ID: id(1100)}, Person: amina, Audience: core.AudienceHR,
		Period: core.Period{From: day("2026-01-01"), To: day("2027-01-01")}, Said: said(amina), On: day("2026-03-02"),
		Withdrawn: day("2026-04-02"),
	}
}

func aReply() *core.Reply {
	return &core.Reply{
		Head: core.Head{ID: id(1900)}, Series: id(501), Occurrence: civil("2026-03-05T10:00"), Person: amina, Email: "amina@example.org",
		Answer: core.AnswerTentative, Sequence: 2, Stamp: noon, Overtook: noon, Kept: noon, Seen: noon, Lists: true, Beside: []core.Answered{{Original: civil("2026-03-12T10:00"), Sequence: 3}},
		Said:  core.Said{By: amina, Typed: owner, How: core.HowImport, At: noon, Words: "an hour later?"},
		Start: civil("2026-03-05T11:00"), End: civil("2026-03-05T12:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;BYDAY=TH",
	}
}

func aBusy() *core.Busy {
	return &core.Busy{
		Head: core.Head{ID: id(1700)}, Person: owner, Calendar: "work.ics", UID: "b@example.org", Title: "Board review",
		Start: civil("2026-03-05T10:00"), End: civil("2026-03-05T11:00"), Zone: "Europe/Berlin", Transparent: true,
		Rule: "FREQ=WEEKLY", Except: []core.Civil{civil("2026-03-12T10:00")}, Extra: []core.Civil{civil("2026-03-13T10:00")},
		Organizer: "chair@board.example", Sequence: 3, Stamp: noon, Off: core.BusyDeclined,
	}
}

func aReport() *core.Report {
	return &core.Report{
		Head: core.Head{ID: id(1800)}, Relationship: id(200), About: []core.ID{amina}, Audience: core.AudienceHR,
		Period:   core.Period{From: day("2026-01-01"), To: day("2026-04-01")},
		Language: core.Russian, Pseudonym: "Mentee 7", Without: []core.ReportPart{core.PartActions},
		Items: []core.Ref{{Kind: core.KindGoal, ID: id(900)}}, File: "q1.pdf", Size: 41_000,
		Hash: strings.Repeat("0f", 32), At: noon,
	}
}

// specimens gives a sound record of each kind, with as much in it as one record can hold.
func specimens() map[core.Kind]core.Record {
	return map[core.Kind]core.Record{
		core.KindWorkspace: aWorkspace(), core.KindPerson: aPerson(), core.KindRelationship: aRelationship(),
		core.KindAgreement: anAgreement(), core.KindSeries: aSeries(), core.KindMeeting: aMeeting(), core.KindDispatch: aDispatch(),
		core.KindQuestion: aQuestion(), core.KindNote: aNote(), core.KindAction: anAction(), core.KindGoal: aGoal(),
		core.KindSkill: aSkill(), core.KindAssessment: anAssessment(), core.KindChecklist: aChecklist(), core.KindRun: aRun(),
		core.KindRelease: aRelease(), core.KindBusy: aBusy(), core.KindReport: aReport(), core.KindReply: aReply(),
	}
}

func TestSpecimensAreSound(t *testing.T) {
	all := specimens()
	for _, k := range core.Kinds() {
		rec := all[k]
		if rec == nil {
			t.Errorf("no specimen of %s", k)
			continue
		}
		if err := rec.Validate(); err != nil {
			t.Errorf("%s: %v", k, err)
		}
		if rec.Kind() != k {
			t.Errorf("a %s calls itself %s", k, rec.Kind())
		}
	}
	if err := aMeasuredGoal().Validate(); err != nil {
		t.Error(err)
	}
	if len(all) != len(core.Kinds()) {
		t.Error("a specimen of no kind")
	}
}
