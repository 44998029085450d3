package core

// Language is one of the two that the program speaks and writes.
type Language string

// The program's languages.
const (
	English Language = "en"
	Russian Language = "ru"
)

// Workspace is the one record about the file itself: whose it is and how its owner works.
type Workspace struct {
	Head
	Owner        ID        `json:"owner"`
	Side         Role      `json:"side"` // what the owner mostly is: RoleMentor, RoleMentee, or RoleBoth
	Language     Language  `json:"language"`
	JournalDays  int       `json:"journal_days"`            // how long full images of changed records are kept
	MonthlyHours int       `json:"monthly_hours,omitempty"` // the owner's own limit; 0 is none
	WeeklyHours  int       `json:"weekly_hours,omitempty"`  // the owner's own limit; 0 is none
	Reminders    Reminders `json:"reminder"`                // of a meeting, unless it has its own; those of its invitations too
	Length       int       `json:"length"`                  // minutes that a new meeting takes
	BufferBefore int       `json:"buffer_before,omitempty"` // minutes that stay free before a meeting
	BufferAfter  int       `json:"buffer_after,omitempty"`  // minutes that stay free after a meeting
	Feed         string    `json:"feed,omitempty"`          // the file that the calendar is published to; "" for none
}

// DefaultJournalDays is how long full images stay in the journal unless the owner says otherwise.
const DefaultJournalDays = 90

// NewWorkspace gives the record of a new file with its defaults.
func NewWorkspace(id, owner ID, side Role, lang Language) *Workspace {
	return &Workspace{
		Head: Head{ID: id}, Owner: owner, Side: side, Language: lang,
		JournalDays: DefaultJournalDays, Reminders: Reminders{15}, Length: 45,
	}
}

// Kind is KindWorkspace.
func (*Workspace) Kind() Kind { return KindWorkspace }

// Validate refuses a workspace without an owner and figures outside their range.
func (w *Workspace) Validate() error {
	var p problems
	if w.Owner.IsZero() {
		p.add(CodeRequired, "owner")
	}
	choice(&p, "side", w.Side, RoleMentor, RoleMentee, RoleBoth)
	choice(&p, "language", w.Language, English, Russian)
	p.between("journal_days", w.JournalDays, 1, 3650)
	p.between("monthly_hours", w.MonthlyHours, 0, 744)
	p.between("weekly_hours", w.WeeklyHours, 0, 168)
	p.reminders("reminder", w.Reminders)
	p.between("length", w.Length, 5, 24*60)
	p.between("buffer_before", w.BufferBefore, 0, 4*60)
	p.line("feed", w.Feed, MaxLine)
	p.between("buffer_after", w.BufferAfter, 0, 4*60)
	return p.err()
}

func (p *problems) between(field string, n, low, high int) {
	if n < low || n > high {
		p.add(CodeBadNumber, field, "min", low, "max", high)
	}
}
