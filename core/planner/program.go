package planner

import "strings"

// Program is a calendar program that has made an event, as far as its UID tells.
type Program string

// The programs whose UIDs are known by their form, and any other.
const (
	ProgramGoogle  Program = "google"
	ProgramOutlook Program = "outlook"
	ProgramOther   Program = "other"
)

// outlookUID is how a UID begins that Exchange and Outlook make (MS-OXOCAL 2.2.1.27).
const outlookUID = "040000008200e00074c5b7101a82e008"

// ProgramOf gives the program that made a UID; "" for this one, and where there is none.
func ProgramOf(uid string) Program {
	lower := strings.ToLower(uid)
	switch {
	case uid == "" || ours(uid):
		return ""
	case strings.HasSuffix(lower, "@google.com"):
		return ProgramGoogle
	case strings.HasPrefix(lower, outlookUID):
		return ProgramOutlook
	}
	return ProgramOther
}
