package core

import "time"

// ReportRequest says which report is wanted.
type ReportRequest struct {
	Relationship ID
	Audience     Audience
	Period       Period // both ends set
	Language     Language
	Pseudonym    string // in place of the mentee's name; "" shows the name
}

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
