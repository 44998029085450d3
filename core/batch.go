package core

// ContactBatch is what a contact file held: the people that could be read, and what could not.
type ContactBatch struct {
	Source   string // what wrote it: "google", "outlook", "apple", "linkedin", "mentorbook", else "vcard" or "csv"
	Entries  []ContactEntry
	Rejected []Rejected
}

// ContactEntry is one person of a contact file.
type ContactEntry struct {
	Line     int      // where it begins in the file, counted from one
	Person   Person   // without an id
	Notes    string   // what the file says about them in words
	Reworded []string // Notes as they are in the program's other languages, where fields' names in them differ
	Remarks  []string // fields that have no place here, and so went into the notes: their names, but for those that Unfit tells of
	Dropped  []string // fields that were left out, such as a photograph: their names
	Unfit    []error  // values that their fields can't hold, and so went into the notes; coded, each with its field and line
	Unnamed  bool     // no name is given: the person is called by their address, organisation or number
}

// Rejected is a line, or a record that begins there, which could not be taken, and why.
type Rejected struct {
	Line int
	Name string // whatever helps to find it: a name, a title; may be ""
	Err  error  // coded; its arguments name the line and, where one cell is at fault, the heading
}

// TableOptions is what a reader of spreadsheets has to be told.
type TableOptions struct {
	Columns map[string]string // a field's name to the heading that stands for it in the file, where it is another
	Only    bool              // no column is read but those
	Today   Date              // the day to which statuses and readings without a date belong
}

// TableLayout is what the columns of a spreadsheet are taken for.
type TableLayout struct {
	Headings []string          // those of the file, in its order; empty ones left out
	Fields   []string          // what a column can be, in the order of their weight
	Taken    map[string]string // a field's name to the heading of the column that it is read from
}

// TableBatch is what a spreadsheet held, row by row, as one sort of record.
type TableBatch[T any] struct {
	Rows     []T
	Rejected []Rejected
	Unused   []string // headings whose columns were not read, in the order of the file
	DayFirst bool     // dates such as 03/04/2026 were read as 3 April, and nothing in their column proved it
	Decimal  string   // the mark, "." or ",", taken to stand before fractions in figures such as 1,500, where nothing proved it
}

// MeetingRow is one meeting of a spreadsheet.
type MeetingRow struct {
	Line     int
	With     string // a name or an e-mail address of a person, or a relationship's name
	Title    string
	Start    Civil // in Zone, or in the owner's zone
	NoTime   bool  // the file gives a day alone: Start is its noon
	End      Civil // zero: the workspace's usual length
	Zone     Zone
	Status   MeetingStatus // where the file is silent: held before today, planned from today on
	MissedBy Role          // who was absent, when missed; "" is the side that does not keep the table
	Place    string
	Link     string
	Notes    string
}

// GoalRow is one goal of a spreadsheet.
type GoalRow struct {
	Line    int
	Person  string // a name or an e-mail address; "" is the owner of the workspace
	Title   string
	Why     string
	Due     Date
	Status  GoalStatus // where the file is silent: a draft
	Closed  Date       // of a goal that is over; where the file is silent: its due date if past, else today
	Measure *Measure   // nil: none
	Notes   string
}

// ActionRow is one action of a spreadsheet.
type ActionRow struct {
	Line   int
	Title  string
	Owner  string // a name or an e-mail address; "" is the owner of the workspace
	With   string // the other side, where the relationship is not clear from the owner
	Due    Date
	Status ActionStatus // where the file is silent: open
	Closed Date         // of an action that is over; where the file is silent: its due date if past, else today
	Notes  string
}
