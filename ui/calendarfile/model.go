// Package calendarfile shows what taking in a calendar file would do, before it is done.
package calendarfile

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Fate is what becomes of an event.
type Fate int8

// The fates, in the order of the tabs.
const (
	New Fate = iota
	Changed
	Same
	Refused
	Noted // wrong in the file, or good to know, and nothing is lost by it
	fates
)

// Row is an event, or something that could not be read.
type Row struct {
	Title, Caption string
	Fate           Fate
	Asks           bool // a guest asks for the latest version
}

// Model is the preview. Rows are put into words as they are shown: a file may hold a hundred thousand.
type Model struct {
	Plan  *planner.CalendarPlan
	Count [fates]int
	rows  []place
	shown []int32
	words *locale.Words
	today core.Date
	home  core.Zone
	more  []surplus
}

// place tells what a row is about.
type place struct {
	of   sort
	fate Fate
	at   int32 // among those of its sort
}

// sort is what a plan has lists of.
type sort uint8

const (
	ofReply sort = iota
	ofStep
	ofFinding
	ofMore
	ofOthers // how many tasks and the like there are
)

// mostOfAFlaw is how many findings of one kind are noted before the rest of them is counted: a file may be full of one.
const mostOfAFlaw = 100

// saidInShort is how many runes of what a guest wrote beside an answer a message has.
const saidInShort = 60

// surplus is how many more findings there are of a kind.
type surplus struct {
	flaw core.Flaw
	n    int
}

// NewModel puts a plan into words. Times are told by the clock of home.
func NewModel(plan *planner.CalendarPlan, w *locale.Words, today core.Date, home core.Zone) *Model {
	m := &Model{Plan: plan, words: w, today: today, home: home, rows: make([]place, 0, len(plan.Replies)+len(plan.Steps))}
	for i, s := range plan.Replies {
		m.add(place{ofReply, fateOf(s.Does), int32(i)})
	}
	for i, s := range plan.Steps {
		m.add(place{ofStep, fateOf(s.Does), int32(i)})
	}
	for i, f := range plan.Findings {
		if f.Lost {
			m.add(place{ofFinding, Refused, int32(i)})
		}
	}
	if plan.Others > 0 {
		m.rows = append(m.rows, place{ofOthers, Refused, 0})
		m.Count[Refused]++ // of rows
	}
	m.note()
	m.Only(-1)
	return m
}

// note adds the findings by which nothing is lost.
func (m *Model) note() {
	told := map[core.Flaw]int{}
	for i, f := range m.Plan.Findings {
		if f.Lost {
			continue
		}
		if told[f.Flaw]++; told[f.Flaw] <= mostOfAFlaw {
			m.add(place{ofFinding, Noted, int32(i)})
		} else if told[f.Flaw] == mostOfAFlaw+1 {
			m.more = append(m.more, surplus{flaw: f.Flaw})
		}
	}
	for i := range m.more {
		m.more[i].n = told[m.more[i].flaw] - mostOfAFlaw
		m.rows = append(m.rows, place{ofMore, Noted, int32(i)})
		m.Count[Noted] += m.more[i].n
	}
}

func (m *Model) add(p place) {
	m.rows = append(m.rows, p)
	m.Count[p.fate]++
}

// row puts a place into words.
func (m *Model) row(p place) Row {
	switch p.of {
	case ofReply:
		return m.replyRow(m.Plan.Replies[p.at])
	case ofStep:
		return m.stepRow(m.Plan.Steps[p.at], m.Plan.With(int(p.at)))
	case ofOthers:
		return Row{Title: m.words.T("calfile.others", "count", m.Plan.Others), Fate: Refused}
	case ofMore:
		more := m.more[p.at]
		return Row{Title: m.words.T("calfile.and_more", "n", more.n, "what", m.words.Finding(core.Finding{Flaw: more.flaw})), Fate: Noted}
	}
	f := m.Plan.Findings[p.at]
	return Row{Title: m.about(f), Caption: m.words.T("calfile.line", "line", f.Line) + " · " + m.words.Finding(f), Fate: p.fate}
}

// about names what a finding is in: an event, or the file.
func (m *Model) about(f core.Finding) string {
	if f.Lost || f.Title != "" || f.UID != "" {
		return title(f.Title, m.words)
	}
	return title(m.Plan.Name, m.words)
}

func (m *Model) stepRow(s planner.CalendarStep, with []*core.Person) Row {
	w := m.words
	was := ""
	if s.Was != nil {
		was = m.moment(s.Was.Start, s.Was.Zone)
	}
	parts := append(m.starts(s, with), w.CalendarStep(locale.EventStep{As: s.As, With: s.With, Off: s.Off, Declined: s.Declined, Stranger: s.Stranger, Several: s.Several, Says: s.Says, Free: s.Free, Keeps: s.Keeps, Lasts: s.Lasts, Was: was, From: s.From, Sender: s.Sender, Invites: s.Invites, Alias: s.Alias, Kept: s.Kept, Gone: s.Gone, Today: m.today, Busy: s.Busy, Cut: s.Cut, Refused: s.Err})...)
	name := title(s.Title, w)
	if s.Title == "" && s.As == core.KindBusy { // free and busy times say no more
		name = w.T("calendar.busy")
	}
	return Row{Title: name, Caption: strings.Join(parts, " · "), Fate: fateOf(s.Does)}
}

// starts says when an event begins: by the owner's clock, with what the event's own shows, and those of whom the meeting is
// with, where they are others. UTC is
// nobody's clock: files tell times in it to be understood anywhere.
func (m *Model) starts(s planner.CalendarStep, with []*core.Person) []string {
	if s.AllDay {
		return append([]string{m.days(s.Start.Date, s.End.Date)}, m.recurs(s)...)
	}
	out := append([]string{m.moment(s.Start, s.Zone)}, m.recurs(s)...)
	at, err := s.Start.In(s.Zone)
	if end, e := s.End.In(s.Zone); e == nil && end.After(at) && err == nil {
		if home, e := m.home.Location(); e == nil {
			start := core.CivilOf(at.In(home))
			out[0] = m.words.Day(start.Date, m.today) + " " + m.words.Span(start, core.CivilOf(end.In(home)))
		}
	}
	if err != nil {
		return out
	}
	if own := m.words.ClockIn(at, m.home, s.Zone); own != "" && s.Zone != "UTC" {
		out = append(out, own)
	}
	if theirs := m.words.Clocks(at, m.home, with...); theirs != "" && !slices.Contains(out, theirs) {
		out = append(out, theirs)
	}
	return out
}

// days names whole days, of which the last is the one before the end.
func (m *Model) days(first, end core.Date) string {
	if last := end.AddDays(-1); end.Valid() && last.After(first) {
		return m.words.DateRange(first, last)
	}
	return m.words.Day(first, m.today)
}

// recurs says how an event recurs, as lists do: on the days of the owner's clock, until the day of its last time. It says nothing of
// one that does not, or by a rule that can't be read.
func (m *Model) recurs(s planner.CalendarStep) []string {
	rule, err := core.ParseRule(s.Rule)
	if err != nil || s.Rule == "" {
		return nil
	}
	if at, err := s.Start.In(s.Zone); err == nil && !s.AllDay && s.Start.Compare(s.End) < 0 {
		if pattern, ok := planner.Recurs(&core.Series{Start: s.Start, End: s.End, Zone: s.Zone, Rule: s.Rule, Except: s.Except}, m.home, at); ok {
			return []string{pattern.Days(m.words)}
		}
	}
	return []string{m.words.Rule(rule, s.Start.Date)}
}

// moment tells a time in a zone by the owner's clock; as it stands where the zone is none.
func (m *Model) moment(c core.Civil, zone core.Zone) string {
	if c.Valid() {
		c = c.OnClock(zone, m.home)
	}
	return m.words.Moment(c, m.today)
}

func fateOf(does planner.CalendarDoes) Fate {
	switch does {
	case planner.CalendarNew:
		return New
	case planner.CalendarChanged:
		return Changed
	case planner.CalendarSame:
		return Same
	}
	return Refused
}

// Asks gives the meeting or series of which a guest asks, in a row that is shown, for the latest version; false for all
// other rows.
func (m *Model) Asks(i int) (core.ID, bool) {
	if i < 0 || i >= len(m.shown) {
		return core.ID{}, false
	}
	p := m.rows[m.shown[i]]
	if p.of != ofReply {
		return core.ID{}, false
	}
	s := m.Plan.Replies[p.at]
	return s.About, s.Asks && s.Err == nil
}

// Stranger gives the address of whom a row that is shown is an invitation from, where they are unknown; "" for all others.
func (m *Model) Stranger(i int) string {
	if i < 0 || i >= len(m.shown) {
		return ""
	}
	p := m.rows[m.shown[i]]
	if p.of != ofStep || !m.Plan.Steps[p.at].Stranger {
		return ""
	}
	return m.Plan.Steps[p.at].From
}

// Asking tells whether a guest asks for a latest version.
func (m *Model) Asking() bool {
	return slices.ContainsFunc(m.Plan.Replies, func(s planner.ReplyStep) bool { return s.Asks && s.Err == nil })
}

// replyRow says what a guest answers to an invitation of ours.
func (m *Model) replyRow(s planner.ReplyStep) Row {
	w := m.words
	r := Row{Title: s.Name, Caption: w.CalendarReply(s.Answer, s.Asked(m.home), s.Whole, m.today, s.Err), Fate: fateOf(s.Does)}
	if s.Place != "" && s.Err == nil {
		r.Caption = w.ProposedPlace(s.Place, s.Whole)
	}
	if r.Title == "" {
		r.Title = title(s.Email, w)
	}
	if s.Delegate != "" && s.Err == nil {
		r.Caption += " · " + w.Delegated(s.Delegate)
	}
	if from := w.ReplySender(s.Email, s.Sender); from != "" && s.Err == nil {
		r.Caption += " · " + from
	}
	if s.Title != "" {
		r.Caption += " · " + w.ReplyAbout(s.Title, s.Of, m.today)
	}
	if s.Said != "" {
		r.Caption += " · " + w.Remark(s.Said, saidWords)
	}
	r.Asks = s.Asks && s.Err == nil
	return r
}

// saidWords is how many runes of what a guest wrote beside an answer are shown.
const saidWords = 160

// Said tells what the only guest said of whom a plan brings something: "Amina Yusuf: proposes 9 Dec 10:00 · Promotion"; ""
// for none, and for several, who are counted.
func (m *Model) Said() string {
	out := ""
	for _, s := range m.Plan.Replies {
		if s.Does != planner.CalendarNew && s.Does != planner.CalendarChanged {
			continue
		}
		if out != "" {
			return ""
		}
		words := s.Said
		s.Said = "" // a message is of one line
		row := m.replyRow(s)
		if out = row.Title + ": " + row.Caption; words != "" {
			out += " · " + m.words.Remark(words, saidInShort)
		}
	}
	return out
}

func title(text string, w *locale.Words) string {
	if text = core.CleanLine(text); text == "" {
		return w.T("calfile.untitled")
	}
	return text
}

// Only shows the rows of one fate; -1 those of events and answers, whatever their fate.
func (m *Model) Only(f Fate) {
	m.shown = m.shown[:0]
	for i, r := range m.rows {
		if r.fate == f || f < 0 && r.fate != Noted {
			m.shown = append(m.shown, int32(i))
		}
	}
}

// Len tells how many rows are shown, At gives one of them.
func (m *Model) Len() int { return len(m.shown) }

// At gives the i-th row that is shown.
func (m *Model) At(i int) Row { return m.row(m.rows[m.shown[i]]) }

// All tells how many events and answers there are.
func (m *Model) All() int { return m.Count[New] + m.Count[Changed] + m.Count[Same] + m.Count[Refused] }

// Changes tells how many records the import would make or change.
func (m *Model) Changes() int { return m.Count[New] + m.Count[Changed] }

// Nothing says why nothing would be taken in: what the file is wrong in, where nothing of it could be read; else that all of
// it is here.
func (m *Model) Nothing() string {
	if m.Count[Same] > 0 || len(m.rows) == 0 {
		return m.words.T("calfile.nothing")
	}
	if len(m.Plan.Steps) == 0 && len(m.Plan.Replies) == 0 {
		for _, lost := range []bool{true, false} { // what took an event away says more than a fault beside it
			for _, f := range m.Plan.Findings {
				if f.Lost == lost && !f.Note {
					return m.words.T("calfile.unread", "reason", m.words.Finding(f))
				}
			}
		}
	}
	return m.words.T("calfile.none_fits")
}

// Begin gives the rows that are shown first: what is only noted, where there is nothing else.
func (m *Model) Begin() Fate {
	if m.All() == 0 && m.Count[Noted] > 0 {
		return Noted
	}
	return -1
}

// Ways lists as what events can be taken in, in the order of the screen.
func Ways() []planner.CalendarAs {
	return []planner.CalendarAs{planner.CalendarAsBoth, planner.CalendarAsMeetings, planner.CalendarAsBusy}
}
