// Package today is the first screen: what the day holds, and what needs the owner.
package today

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// Model is what the screen shows, in words.
type Model struct {
	Title, Subtitle string
	Next            *Next
	Capture         *Capture
	Fresh           bool // nothing has begun yet
	Week            []Row
	WeekCaption     string
	Needs           []Need
	NoNeeds         string // what is said where nothing needs the owner
	More            string
	Inbox           Inbox
	HoursTitle      string
	HoursLimit      string
	HoursText       string
	HoursShare      float64
	Hours           []Share
}

// Next is the card of the next meeting.
type Next struct {
	Meeting, Relationship core.ID
	Title, Caption        string
	Name                  string
	Sent                  string // the name as others may read it
	AgendaHead            string
	Agenda                []Item
	NoAgenda              string // what is said where there is none
	More                  string // how many items are not listed
	Clash                 string // what it has no room beside; "" for nothing
	Mark                  string // what its guests said or know that the owner has to do about; "" for nothing
	Link                  string // to copy; "" for none
	Share                 string // the part of the agenda that may be sent; "" where there is nobody to send it to
	Emails                []string
	SinceHead             string
	Since                 []string
}

// Item is a line of an agenda, with who brings it.
type Item struct {
	Text  string
	Owner string
	Carry bool
}

// Row is one of the week's meetings.
type Row struct {
	Meeting, Relationship   core.ID
	Asked                   bool   // somebody else invites to it
	Copy                    bool   // or holds it: a calendar alone has told of it, and asks for no answer
	Over                    bool   // it was held or missed: nobody is invited to it any more
	Ahead                   bool   // it is planned and not over
	Tell                    string // what the button is called that tells its guests
	Key, Initials           string
	Name, Caption, ChipText string
	Chip                    tone.Tone
}

// Need is one thing that needs the owner.
type Need struct {
	Action       core.ID   // to be ticked off; zero where it is no action
	Meeting      core.ID   // to be closed, or answered; zero where it is none
	Answer       bool      // somebody else invites to it
	Proposal     bool      // a guest asks for another time of it, or does not come
	Decline      core.ID   // of another's, whom the owner has not told yet that they do not come: the meeting, or a series
	Invite       core.ID   // of what guests are to be told: the meeting, or a series; zero where they need not be
	Tell         string    // what the button is called that tells them
	Dismiss      core.ID   // the answer that the owner can take note of; zero for none
	Relationship core.ID   // where it belongs; zero: nowhere
	Run          core.ID   // a checklist in use; zero where it is none
	Ahead        bool      // the meeting is planned and not over
	Asked        bool      // somebody else invites to it
	Copy         bool      // or holds it: a calendar alone has told of it, and asks for no answer
	Quiet        bool      // a meeting is to be planned
	Clash        bool      // it has no room where it is
	Day          core.Date // in the calendar, to be looked at; zero for none
	Parts        []Part    // what is told of in one line
	Chip, Text   string
	Tone         tone.Tone
}

// Part is one of the things of which a line tells.
type Part struct {
	Relationship core.ID // where it belongs
	Text         string
}

// Share is one relationship's part of the month.
type Share struct {
	Name, Text string
	Part       float64
}

// NewModel puts what the planner gathered into words. presenting leaves out what only the owner may read.
func NewModel(t *planner.Today, w *locale.Words, presenting bool) *Model {
	m := &Model{Title: w.DateHeading(t.Date), Fresh: t.Fresh()}
	_, week := t.Date.ISOWeek()
	m.WeekCaption = w.T("today.week_no", "n", week)
	today := 0
	for _, r := range t.Week {
		if start, _ := r.Meeting.On(t.Owner.Home()); start.Date == t.Date {
			today++
		}
		if t.Next == nil || r.Meeting.ID != t.Next.Meeting.ID {
			m.Week = append(m.Week, weekRow(r, t, w, presenting))
		}
	}
	m.Subtitle = said(today, "today.meetings", w)
	if !presenting { // private needs are not even counted
		m.Subtitle = joined(m.Subtitle, said(len(t.Needs)+t.More, "today.needs_count", w))
	}
	if t.Hours.WeekPlanned > 0 {
		m.Subtitle = joined(m.Subtitle, w.T("today.week_hours", "hours", w.Hours(t.Hours.WeekPlanned)))
	}
	if t.Next != nil {
		m.Next = NewNext(t, w, presenting)
	}
	if t.Last != nil && !presenting {
		m.Capture = newCapture(t, w)
	}
	m.Needs, m.NoNeeds = needRows(t.Needs, t, w, presenting), w.Empty("today.needs_none", presenting)
	if !presenting {
		m.More = said(t.More, "list.more", w)
	}
	m.Inbox = NewInbox(t, w, presenting)
	m.hours(t, w)
	return m
}

// said gives the words of a count; none of what there is nothing of.
func said(count int, key string, w *locale.Words) string {
	if count == 0 {
		return ""
	}
	return w.T(key, "count", count)
}

// joined puts the parts that say something into one line.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

func weekRow(r planner.MeetingRow, t *planner.Today, w *locale.Words, presenting bool) Row {
	start, _ := r.Meeting.On(t.Owner.Home())
	row := Row{
		Meeting: r.Meeting.ID, Asked: planner.Asked(r.Meeting, t.Owner), Relationship: r.Meeting.Relationship, Key: r.Meeting.Relationship.String(), Initials: core.Initials(r.Name), Name: r.Name,
		Caption: w.Day(start.Date, t.Date) + " " + w.SpanOf(r.Meeting, t.Owner.Home()),
	}
	if at, err := r.Meeting.StartAt(); err == nil {
		if theirs := w.TheirClock(at, t.Owner.Home(), r.Others...); theirs != "" {
			row.Caption += " · " + theirs
		}
	}
	if !r.Repeats.Rule.IsZero() {
		row.Caption += " · " + w.T("today.repeats", "rule", r.Repeats.Days(w))
	}
	if len(r.Clashes) > 0 {
		row.Caption += " · " + clashText(r, w, presenting)
	}
	row.Copy = r.Own != nil && r.Own.Copy
	row.Over = !r.Meeting.Planned() && !r.Meeting.Off()
	row.Ahead = r.Meeting.Planned()
	row.Tell = w.Tell(r.Meeting.Off(), planner.SaidBy(r.Answers))
	said, care := heard(r, w)
	switch {
	case r.Meeting.Status != core.MeetingPlanned:
		row.ChipText = w.OwnOutcome(r.Meeting, r.Own.InFew(t.Owner.Home()), t.Date)
	case len(r.Clashes) > 0:
		row.ChipText, row.Chip = w.T("chip.clash"), tone.Pressing
		if care {
			row.ChipText += ", " + said
		}
	case r.Own != nil && (r.Own.Owed() || r.Own.Proposed != nil || r.Own.Said() == core.AnswerDeclined):
		row.ChipText, row.Chip = w.OwnAnswerChip(r.Own.InFew(t.Owner.Home()), t.Date), tone.Care
	case care:
		row.ChipText, row.Chip = said, tone.Care
	case !presenting && len(r.Meeting.Agenda) == 0: // else it may be empty only for those who look
		row.ChipText = w.T("chip.agenda_empty")
	case r.Invited && planner.Silent(r.Answers): // it is for them to answer, perhaps once the message is on its way
		row.ChipText = said
	case r.Invited:
		row.ChipText, row.Chip = said, tone.Good
	case planner.Theirs(r.Meeting):
		row.ChipText, row.Chip = theirChip(r, t, w)
	default:
		row.ChipText, row.Chip = w.T("chip.not_invited"), tone.Care
	}
	return row
}

// heard says what guests said and who is not invited yet, and whether either needs the owner.
func heard(r planner.MeetingRow, w *locale.Words) (said string, care bool) {
	said, care = w.Answers(planner.SaidBy(r.Answers)), r.Invited && planner.NeedCare(r.Answers)
	n := len(r.Uninvited())
	if n == 0 {
		return said, care
	}
	joined := w.T("chip.some_not_invited", "count", n)
	if care {
		joined = said + ", " + joined
	}
	return joined, true // what the others said is nothing to do
}

// clashText says what a meeting that clashes has no room beside: the first of it, and how much more there is.
func clashText(r planner.MeetingRow, w *locale.Words, presenting bool) string {
	c := r.Clashes[0].Shown(presenting)
	text := w.Clash(c.Title, c.Name, c.Near)
	if more := len(r.Clashes) - 1; more > 0 {
		text += ", " + w.T("list.more", "count", more)
	}
	return text
}

// theirChip says of somebody else's meeting what the owner has answered, and of one that nobody asks about where it is from.
func theirChip(r planner.MeetingRow, t *planner.Today, w *locale.Words) (string, tone.Tone) {
	switch {
	case r.Own == nil:
		return w.T("chip.theirs"), tone.Plain
	case r.Own.FromCalendar():
		return w.OwnAnswerChip(r.Own.InFew(t.Owner.Home()), t.Date), tone.Plain
	}
	return w.OwnAnswerChip(core.OwnSaid{Answer: r.Own.Said()}, t.Date), tone.Good
}

// maxItems is how many items of an agenda the card lists.
const maxItems = 8

// NewNext puts the next meeting of the day into words; there is one.
func NewNext(t *planner.Today, w *locale.Words, presenting bool) *Next {
	b := t.Next
	meeting := b.Meeting.Shown(presenting)
	n := &Next{Name: b.Name, Sent: b.Sent, Link: b.Meeting.Link, Meeting: b.Meeting.ID, Relationship: b.Meeting.Relationship, Title: w.T("today.next", "name", b.Name)}
	n.Caption = caption(b, t, w)
	if said, care := heard(b.MeetingRow, w); b.Meeting.Planned() && care {
		n.Mark = said
	}
	if len(b.Clashes) > 0 {
		n.Clash = clashText(b.MeetingRow, w, presenting)
	}
	n.NoAgenda = w.Empty("today.agenda_empty", presenting)
	n.AgendaHead = w.T("today.agenda", "n", meeting.AgendaMinutes(), "of", b.Meeting.Length())
	if presenting && len(meeting.Agenda) == 0 { // none that may be shown takes more than no time
		n.AgendaHead = w.T("meeting.agenda")
	}
	names, marks := map[core.ID]string{}, map[core.ID]string{}
	for _, p := range b.Others {
		names[p.ID] = p.ShortName()
		marks[p.ID] = cmp.Or(p.TypedName(), p.Initials()) // a mark has one line
	}
	for i, a := range meeting.Agenda {
		if len(n.Agenda) == maxItems {
			n.More = w.T("list.more", "count", len(meeting.Agenda)-i)
			break
		}
		n.Agenda = append(n.Agenda, Item{Text: fmt.Sprintf("%d. %s", len(n.Agenda)+1, a.Text), Owner: marks[a.Owner], Carry: a.Carried > 0})
	}
	n.share(b, w, names)
	if b.Last.IsZero() {
		n.SinceHead = w.T("today.first")
	} else {
		n.SinceHead = w.T("today.since", "date", w.DateShort(b.Last, t.Date))
	}
	if b.Promises.All > 0 {
		n.Since = append(n.Since, w.T("today.actions_done", "count", b.Promises.All, "n", b.Promises.Kept))
	}
	if waiting := b.Questions(presenting); waiting > 0 {
		n.Since = append(n.Since, w.T("today.questions", "count", waiting))
	}
	for _, a := range b.Late {
		if presenting && a.Readers.Private() {
			continue
		}
		n.Since = append(n.Since, w.T("today.late", "text", a.Title))
	}
	if len(n.Since) == 0 && !b.Last.IsZero() {
		n.SinceHead = "" // nothing is to be told under it
	}
	return n
}

// caption says when the next meeting is, by the owner's clock and by the other side's.
func caption(b *planner.Brief, t *planner.Today, w *locale.Words) string {
	start, err := b.Meeting.StartAt()
	if err != nil {
		return ""
	}
	from, _ := b.Meeting.On(t.Owner.Home())
	out := w.Day(from.Date, t.Date) + " " + w.SpanOf(b.Meeting, t.Owner.Home())
	if left := int(start.Sub(t.Now) / time.Minute); left <= 0 {
		out = w.T("today.now_on") + " · " + out
	} else if left < 12*60 {
		out = w.Until(left) + " · " + out
	}
	if theirs := w.TheirTime(start, t.Owner.Home(), b.Others...); theirs != "" {
		out += " · " + theirs
	}
	return out
}

// maxShares is how many lines of hours the card has.
const maxShares = 5

func (m *Model) hours(t *planner.Today, w *locale.Words) {
	h := t.Hours
	m.HoursTitle = w.T("today.hours", "month", w.MonthName(t.Date.Month))
	m.HoursText = w.T("today.hours_text", "used", w.Hours(h.Used), "planned", w.Hours(h.Planned))
	most := max(h.Limit, h.Used+h.Planned, 1)
	if h.Limit > 0 {
		m.HoursLimit = w.T("today.hours_limit", "n", h.Limit/60)
	}
	m.HoursShare = float64(h.Used) / float64(most)
	all := h.By
	if len(all) > maxShares { // what is not named is there all the same: the lines add up to what stands above them
		others := planner.HoursRow{Name: w.T("today.hours_others", "count", len(all)-maxShares+1)}
		for _, row := range all[maxShares-1:] {
			others.Minutes += row.Minutes
		}
		all = append(slices.Clone(all[:maxShares-1]), others)
	}
	most = 1
	for _, row := range all {
		most = max(most, row.Minutes)
	}
	for _, row := range all {
		m.Hours = append(m.Hours, Share{row.Name, w.Hours(row.Minutes), float64(row.Minutes) / float64(most)})
	}
}
