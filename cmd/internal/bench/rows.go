package main

import "context"

// row is a line of the table: what is measured, beside what, and the ratio that is aimed at; 0 is no aim.
type row struct {
	name    string
	over    string
	unit    string
	aim     float64
	measure func(context.Context, *lab) ([]pair, error)
}

// pair is one round: our figure, and the yardstick's in the same round; 0 where there is no yardstick.
type pair struct{ ours, bare float64 }

const (
	emptyWindow = "an empty window"
	theSample   = "the sample"

	toolkitList  = "a list of the toolkit's"
	toolkitField = "an empty entry of the toolkit's"
	toolkitEntry = "into an entry of the toolkit's"
)

// rows lists what is measured. A new figure is one line here.
func rows() []row {
	return []row{
		{"start to first frame, sample", emptyWindow, "ms", 1.25, starts(first, small, nothing)},
		{"start to first frame, 2.1 million records", theSample, "ms", 1.1, starts(first, large, small)},
		{"start to Today on show, sample", emptyWindow, "ms", 0, starts(settled, small, nothing)},
		{"start to Today on show, 2.1 million records", theSample, "ms", 0, starts(settled, large, small)},
		{"memory at rest, sample", emptyWindow, "MB", 1.5, atRest(memory, small, nothing)},
		{"memory at rest, 2.1 million records", emptyWindow, "MB", 0, atRest(memory, large, nothing)},
		{"processor at rest for 20 s, sample", emptyWindow, "ms", 0, atRest(processor, small, nothing)},
		{"processor minimised for 20 s, sample", emptyWindow, "ms", 0, minimised},
		{"Today's data from 2.1 million records", "the same records by cursor and JSON", "ms", 3, today(true)},
		{"Today's data from 2.1 million records", "the same bytes by cursor alone", "ms", 0, today(false)},
		{"a use-case: a promise kept", "a bbolt put of the same bytes", "ms", 1.5, useCase},
		{"a year's report as PDF", "gofpdf writing the same text", "ms", 1.5, yearReport},
		{"1,000 invitations written and noted", "as many files and puts, synced", "ms", 0, invitations},
		{"times free for 20 people over 8 weeks", "a plain scan of every quarter of an hour", "ms", 1, freeTimes},
		{"open Today, 1,000 people", toolkitList, "ms", 0, opens(thousand+"today", aList)},
		{"open Today, 2.1 million records", toolkitList, "ms", 0, opens("today", aList)},
		{"open People with 1,000 people", toolkitList, "ms", 0, opens(thousand+"people", aList)},
		{"open the week, 1,000 meetings in the month", toolkitList, "ms", 0, opens(thousand+"week", aList)},
		{"open the week of 2.1 million records", toolkitList, "ms", 0, opens("week", aList)},
		{"the next week, 1,000 meetings in the month", toolkitList, "ms", 0, opens(thousand+"next week", aList)},
		{"the next week of 2.1 million records", toolkitList, "ms", 0, opens("next week", aList)},
		{"open the month, 1,000 meetings in it", toolkitList, "ms", 0, opens(thousand+"month", aList)},
		{"open the month of 2.1 million records", toolkitList, "ms", 0, opens("month", aList)},
		{"open the calendar's list, 1,000 meetings in the month", toolkitList, "ms", 0, opens(thousand+"agenda list", aList)},
		{"open the calendar's list of 2.1 million records", toolkitList, "ms", 0, opens("agenda list", aList)},
		{"open the year of 1,000 relationships", toolkitList, "ms", 0, opens(thousand+"year", aList)},
		{"open the plans of 1,000 people", toolkitList, "ms", 0, opens(thousand+"plans", aList)},
		{"open the checklists", toolkitList, "ms", 0, opens(thousand+"checklists", aList)},
		{"open the reports", toolkitList, "ms", 0, opens(thousand+"reports", aList)},
		{"open the settings", toolkitList, "ms", 0, opens(thousand+"settings", aList)},
		{"open a meeting of 200 items", toolkitList, "ms", 0, opens("meeting", aList)},
		{"open a meeting with a note of 1 MB", toolkitField, "ms", 0, opens("noted", aField)},
		{"open a relationship", toolkitList, "ms", 0, opens("relationship", aList)},
		{"open a relationship's notes, one of them of 1 MB", toolkitField, "ms", 0, opens("notes", aField)},
		{"a letter typed into a note of 1 MB", toolkitEntry, "ms", 0, types("note")},
		{"a letter typed into the palette over 1,000 people", toolkitEntry, "ms", 0, types(thousand + typed)},
		{"a letter typed into the palette, 2.1 million records", toolkitEntry, "ms", 0, types(typed)},
		{"a letter typed beside an agenda of 200 items", toolkitEntry, "ms", 0, types("agenda")},
		{"a letter typed into the capture", toolkitEntry, "ms", 0, types("capture")},
		{"a letter typed to find one of 1,000 people", toolkitEntry, "ms", 0, types("filter")},
		{"a calendar of 20,000 events read, and a year listed", "python's icalendar reading it", "ms", 0.1, listing(pythonReads)},
		{"the same calendar", "libical reading and listing it", "ms", 1, listing(libicalLists)},
		{"a calendar of 100,000 events imported", "python's icalendar reading it", "ms", 1, takingIn},
		{"size of the window's program", emptyWindow, "MB", 0, size},
	}
}
