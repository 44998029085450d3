// Package meeting is the page of one meeting: its agenda with the time, the notes, the promises, and its end.
package meeting

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Model is what the page shows, in words.
type Model struct {
	ID, Relationship core.ID
	Title, Subtitle  string
	Brief            string // the subtitle without what a narrow window can do without
	Link             string // to open or to copy; "" for none
	Planned          bool   // still to be closed
	Started          bool   // its time has come
	Begins           string // when, in words
	Closable         bool   // so much of it that it can be closed
	ToInvite         bool   // nobody knows of it yet, and it is not about to begin: to invite is what comes next
	Agenda           Agenda
	Shared, Private  Note
	Others           []Note // further notes about it
	Actions          []Action
	ActionHint       string
	Asked            []Pull // questions in the inbox
	Promised         []Pull // open actions of other meetings
	Ahead            Ahead  // what was carried over to a later meeting
	Ended            string // what became of it, once it is over
	Over             bool   // it was held or missed: guests need not be told of it any more
	Next             core.ID
	NextText         string // the meeting after one that is over, and when it is; zero where none is planned
	NextOver         string // that the agenda of that one has more minutes than it; "" where it has not
	Proposals        []Proposal
	Tell             string // what the button is called that tells the guests
	Guest            bool   // somebody else invites to it
	Copy             bool   // or holds it: a calendar alone has told of it, and asks for no answer
	Invited          bool   // guests were invited, whose answers can be noted
	Hidden           bool   // others look at the screen
	Owed             bool   // and waits for an answer, as far as is known here
	room             *planner.Room
	others           []*core.Person       // everybody there is, as far as they are known here
	circles          []*core.Relationship // those with a name, as far as they are known here
}

// Note is a field of the page.
type Note struct {
	Title   string  // of a card by itself
	ID      core.ID // zero: not written yet
	Text    string  // as it is kept
	Draft   string  // what was typed and never finished; "" for none
	Mark    string  // who reads it
	Whole   string  // who reads it, all by name
	Readers core.Visibility
	Hidden  bool // others look at the screen
}

// Action is a promise made here.
type Action struct {
	ID             core.ID
	Title, Caption string
	Done, Late     bool
	Record         *core.Action
}

// Pull is something that waits and can be put on the agenda.
type Pull struct {
	Ref  core.Ref
	Text string
}

// NewModel puts a meeting into words. presenting leaves out what only the owner may read.
func NewModel(r *planner.Room, w *locale.Words, presenting bool) *Model {
	m := &Model{
		ID: r.Meeting.ID, Relationship: r.Relationship.ID, Link: r.Meeting.Link, room: r,
		Planned: r.Meeting.Planned(), Title: w.T("meeting.title", "name", r.Name), ActionHint: w.T("meeting.action_hint", "name", exampleName(r, w)),
	}
	if title := r.Meeting.Shown(presenting).Title; title != "" {
		m.Title = title
	}
	if start, err := r.Meeting.StartAt(); err == nil {
		m.Started = !start.After(r.Now)
	}
	if from, err := r.Meeting.ClosableFrom(); err == nil {
		m.Closable = !from.After(r.Now)
	}
	brief := subtitle(r, r.Meeting.Shown(presenting), w)
	if r.Meeting.Shown(presenting).Title != "" {
		brief = append([]string{r.Name}, brief...)
	}
	m.Agenda = newAgenda(r, w, presenting)
	begins, _ := r.Meeting.On(r.Owner.Home())
	m.Begins = w.Moment(begins, r.Today)
	m.notes(r, w, presenting)
	for _, a := range r.Actions {
		if !presenting || !a.Readers.Private() {
			m.Actions = append(m.Actions, newAction(a, r, w))
		}
	}
	for _, q := range r.Waiting {
		if !presenting || !q.Readers.Private() {
			m.Asked = append(m.Asked, Pull{core.RefOf(q), core.CleanLine(q.Text)})
		}
	}
	for _, a := range r.Open {
		if !presenting || !a.Readers.Private() {
			m.Promised = append(m.Promised, Pull{core.RefOf(a), a.Title})
		}
	}
	m.Ahead = newAhead(r, w, presenting)
	m.Hidden, m.Invited = presenting, len(r.Answers) > 0 && !r.Meeting.Off()
	m.Ended = ended(r.Meeting.Shown(presenting), w)
	m.Over = !r.Meeting.Planned() && !r.Meeting.Off()
	m.following(w, presenting)
	m.Guest = r.Own != nil && (!r.Meeting.Off() || r.Meeting.Declined())
	m.Copy = m.Guest && r.Own.Copy
	m.Owed = m.Guest && (m.Planned && r.Own.Owed() || r.Own.Differs)
	m.ToInvite = m.Planned && !m.Closable && !m.Guest && len(r.Answers) == 0
	m.Tell = w.Tell(r.Meeting.Off(), planner.SaidBy(r.Answers))
	m.Proposals = proposals(r, w)
	var said []string
	for _, p := range m.Proposals {
		if p.Who != "" {
			said = append(said, p.Who)
		}
	}
	if !presenting { // what guests wrote is to the owner
		said = append(said, comments(r, w)...)
	}
	m.Brief = strings.Join(slices.Concat(brief, said), " · ")
	m.Subtitle = strings.Join(slices.Concat(brief, []string{w.T("meeting.number", "n", r.Number)}, said), " · ")
	return m
}

// following says when the next meeting is, once this one is over, and whether more is on its agenda than it has time for.
func (m *Model) following(w *locale.Words, presenting bool) {
	next := m.room.Following
	if next == nil {
		return
	}
	start, _ := next.On(m.room.Owner.Home())
	m.Next, m.NextText = next.ID, w.T("meeting.next", "time", w.DateWithDay(start.Date, m.room.Today)+", "+w.SpanOf(next, m.room.Owner.Home()))
	if theirs := theirTime(m.room, next, w); theirs != "" {
		m.NextText += " · " + theirs
	}
	if n := next.Shown(presenting).AgendaMinutes(); n > next.Length() {
		m.NextOver = w.T("meeting.next_agenda", "n", n, "of", next.Length())
	}
}

// exampleName gives a name for the example in an empty field: the other side's, or anybody's where theirs is too long for it.
func exampleName(r *planner.Room, w *locale.Words) string {
	for _, id := range r.Relationship.Others(r.Owner.ID) {
		if p := r.People[id]; p != nil && p.TypedName() != "" {
			return p.TypedName()
		}
	}
	return w.T("capture.somebody")
}

func subtitle(r *planner.Room, m *core.Meeting, w *locale.Words) []string {
	start, _ := m.On(r.Owner.Home())
	parts := []string{locale.Capital(w.Day(start.Date, r.Today)) + " " + w.SpanOf(m, r.Owner.Home())}
	if their := theirTime(r, r.Meeting, w); their != "" {
		parts = append(parts, their)
	}
	switch {
	case m.Place != "":
		parts = append(parts, m.Place)
	case m.Link != "":
		parts = append(parts, w.T("meeting.video"))
	}
	if out := unasked(r); len(out) > 0 {
		parts = append(parts, w.T("meeting.unasked", "names", w.List(out)))
	}
	if m.Declined() {
		parts = append(parts, declined(r, w))
	} else if !m.Planned() {
		parts = append(parts, w.Word(m.Status))
		if said := planner.SaidBy(r.Answers); said.StillOn > 0 {
			parts = append(parts, w.Answers(said))
		}
	} else if state := invited(r, w); state != "" {
		parts = append(parts, state)
	}
	return parts
}

// theirTime gives the time at which a meeting begins by the one other's clock; "" where that is the owner's.
func theirTime(r *planner.Room, m *core.Meeting, w *locale.Words) string {
	at, err := m.StartAt()
	if err != nil {
		return ""
	}
	return w.TheirTime(at, r.Owner.Home(), peopleOf(r, m.With(r.Relationship, r.Owner.ID))...)
}

// unasked names whom another has not invited to a meeting of the relationship.
func unasked(r *planner.Room) (names []string) {
	for _, p := range peopleOf(r, r.Meeting.Unasked) {
		if p != nil {
			names = append(names, p.ShortName())
		}
	}
	return names
}

func peopleOf(r *planner.Room, ids []core.ID) []*core.Person {
	out := make([]*core.Person, len(ids))
	for i, id := range ids {
		out[i] = r.People[id]
	}
	return out
}

// invited says what guests know of the meeting.
func invited(r *planner.Room, w *locale.Words) string {
	if len(r.Answers) > 0 {
		return w.Answers(planner.SaidBy(r.Answers))
	}
	if r.Own != nil {
		if r.Own.FromCalendar() {
			return w.OwnCopy(r.Own.Said())
		}
		if said := asked(r, w); said != "" {
			return said
		}
		if r.Own.Differs {
			return w.T("answers.own_differs_on", "date", w.DateWithDay(answeredOn(r), r.Today))
		}
		return w.OwnAnswer(r.Own.Said(), answeredOn(r), r.Today, r.Own.Again)
	}
	if planner.Theirs(r.Meeting) {
		return w.T("meeting.theirs")
	}
	return w.T("meeting.not_invited")
}

// declined says that the owner does not come, and since when the organizer knows.
func declined(r *planner.Room, w *locale.Words) string {
	switch {
	case r.Own == nil:
		return w.Outcome(r.Meeting)
	case r.Own.Differs:
		return w.T("answers.own_differs_declined")
	}
	said := w.OwnAnswer(r.Own.Said(), answeredOn(r), r.Today, false)
	if asked := asked(r, w); asked != "" {
		said += ", " + asked
	}
	return said
}

// asked says for which other time the owner has asked, or that the organizer does not take it; "" where they have not.
func asked(r *planner.Room, w *locale.Words) string {
	if r.Own.Kept && !r.Own.Again {
		return w.OwnKept(r.Own.KeptWords)
	}
	if r.Zone == nil {
		return ""
	}
	if to := r.Own.Asks(core.Zone(r.Zone.String())); !to.IsZero() {
		return w.OwnProposal(to, answeredOn(r), r.Today)
	}
	return ""
}

// answeredOn gives the owner's day on which they answered; zero where they did not.
func answeredOn(r *planner.Room) core.Date {
	if !r.Own.Given() || r.Zone == nil {
		return core.Date{}
	}
	return core.DateOf(r.Own.At.In(r.Zone))
}

func (m *Model) notes(r *planner.Room, w *locale.Words, presenting bool) {
	m.Shared.Readers = r.Relationship.DefaultReaders(r.Owner.ID, onlyOther(r))
	m.Private.Hidden = presenting
	if text := r.Meeting.Origin.Description; text != "" {
		m.Others = append(m.Others, Note{Title: w.T("meeting.from_invitation"), Text: text, Mark: w.T("visibility.only_you"), Hidden: presenting})
	}
	sharedSeen, privateSeen := false, false
	for _, n := range r.Notes {
		mine := n.Author == r.Owner.ID
		switch {
		case mine && n.Readers.Private() && !privateSeen:
			privateSeen = true
			m.Private.ID, m.Private.Text = n.ID, n.Text
		case mine && !n.Readers.Private() && !sharedSeen:
			sharedSeen = true
			m.Shared.ID, m.Shared.Text, m.Shared.Readers = n.ID, n.Text, n.Readers
		default:
			m.Others = append(m.Others, Note{Title: w.T("kind.note"), ID: n.ID, Text: n.Text, Readers: n.Readers, Mark: readMark(n.Readers, r, w), Whole: readBy(n.Readers, r, w), Hidden: presenting && n.Readers.Private()})
		}
	}
	m.Shared.Mark = readMark(m.Shared.Readers, r, w)
	m.Shared.Draft, m.Private.Draft = r.Drafts[planner.FieldShared].Text, r.Drafts[planner.FieldPrivate].Text
}

func onlyOther(r *planner.Room) core.ID {
	if others := r.Relationship.Others(r.Owner.ID); len(others) == 1 {
		return others[0]
	}
	return core.ID{}
}

// readBy says who reads something, but for the owner, who does anyhow.
func readBy(v core.Visibility, r *planner.Room, w *locale.Words) string {
	var names []string
	for _, id := range v.Readers {
		if p := r.People[id]; p != nil && id != r.Owner.ID {
			names = append(names, p.ShortName())
		}
	}
	if len(names) == 0 {
		return w.T("visibility.only_you")
	}
	return w.T("visibility.shared_with", "names", w.List(names))
}

// mostRead is how many letters of who reads something a mark has room for.
const mostRead = 40

// readMark is readBy for a mark, which has one line: by first names where the whole ones are too long for it, and else how many
// people it is, who stand by name elsewhere.
func readMark(v core.Visibility, r *planner.Room, w *locale.Words) string {
	whole := readBy(v, r, w)
	if utf8.RuneCountInString(whole) <= mostRead {
		return whole
	}
	var names []string
	for _, id := range v.Readers {
		if p := r.People[id]; p != nil && id != r.Owner.ID {
			names = append(names, p.TypedName())
		}
	}
	short := w.T("visibility.shared_with", "names", w.List(names))
	if utf8.RuneCountInString(short) > mostRead || alike(names) {
		return w.T("visibility.shared_count", "count", len(names))
	}
	return short
}

// alike tells whether names do not tell all people apart: two are the same, or one is missing.
func alike(names []string) bool {
	all := slices.Compact(slices.Sorted(slices.Values(names)))
	return len(all) < len(names) || slices.Contains(names, "")
}

// chipNames gives what people are called on chips, which have one line: by their first names where the whole ones are long and
// those tell them apart.
func chipNames(people []*core.Person, r *planner.Room, w *locale.Words) []string {
	whole, short := make([]string, len(people)), make([]string, len(people))
	for i, p := range people {
		whole[i] = nameIn(p.ID, r, w)
		if short[i] = whole[i]; p.ID != r.Owner.ID {
			short[i] = p.TypedName()
		}
	}
	if alike(short) {
		return whole
	}
	return short
}

// nameIn gives what somebody is called on the page: the owner is "me".
func nameIn(id core.ID, r *planner.Room, w *locale.Words) string {
	switch p := r.People[id]; {
	case id.IsZero():
		return ""
	case id == r.Owner.ID:
		return w.T("rel.me")
	case p != nil:
		return p.ShortName()
	}
	return ""
}

func newAction(a *core.Action, r *planner.Room, w *locale.Words) Action {
	out := Action{ID: a.ID, Title: a.Title, Done: !a.Open(), Late: a.DaysLate(r.Today) > 0, Record: a}
	parts := []string{nameIn(a.Owner, r, w)}
	if !a.Due.IsZero() {
		parts = append(parts, w.DateWithDay(a.Due, r.Today))
	}
	if a.Status == core.ActionDropped {
		parts = append(parts, w.Word(a.Status))
	}
	names := map[core.ID]string{}
	for _, id := range a.Readers.Readers {
		if id != r.Owner.ID {
			names[id] = nameIn(id, r, w)
		}
	}
	parts = append(parts, w.Readers(a.Readers, names))
	out.Caption = strings.Join(parts, " · ")
	return out
}

// Today gives the day it is.
func (m *Model) Today() core.Date { return m.room.Today }

// TabClosing is the route's tab where the page begins in the card that closes the meeting.
const TabClosing = "closing"
