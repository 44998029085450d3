package icaltest

// Calendar is an iCalendar object as Python's icalendar reads it.
type Calendar struct {
	Method, Version, Product string
	Components               []string // the names, each before its children's
	Events                   []Event
}

// Event is one VEVENT. Instants are in UTC: "2026-11-23T14:00:00Z".
type Event struct {
	UID                            string
	Sequence                       int
	Stamp, Start, End              string
	Summary, Description, Location string
	Comment, Conference, URL       string
	Status, Transparency           string
	Organizer                      Party
	Attendees                      []Party
	Alarms                         []Alarm
	Occurrences                    []string // starts, as recurring_ical_events works them out
}

// Party is an ORGANIZER or ATTENDEE. Params are those beside CN.
type Party struct {
	Email, Name string
	Params      map[string]string
}

// Alarm is one VALARM.
type Alarm struct {
	Action, Description string
	Minutes             float64 // before the start
}

// Message is an e-mail as Python's email package reads it.
type Message struct {
	Shape    string   // the tree of types
	Defects  []string // what the package found wrong
	Headers  [][2]string
	From, To []Party
	Subject  string
	Date     string // RFC 3339
	Parts    []Part // the leaves
	Longest  int    // the longest line's length in octets
	Bare     int    // line ends that are not CRLF
}

// Part is a leaf of an e-mail.
type Part struct {
	Type        string
	Params      map[string]string
	Disposition string
	Filename    string
	Encoding    string
	Body        []byte // decoded
}
