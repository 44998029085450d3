package planning

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Inviting is the dialog that tells guests of a meeting.
type Inviting struct {
	list    *planner.GuestList
	words   *locale.Words
	Methods []core.Method // that make sense now, the most likely first
	Chosen  int
	Message *core.Invitation // as it would be sent now; nil where it can't be
	Problem string           // why it can't be
	Whole   bool             // about the whole series, not the one meeting
	How     planner.Sending
}

// Choice is what is to be sent.
type Choice struct {
	ID     core.ID // of the meeting, or of its series
	Method core.Method
	How    planner.Sending
	Title  string        // of the dialog that saves it as a file
	Done   func()        // called once the message is out; may be nil
	Going  func(on bool) // told when it begins to go out, and when that has ended, well or not; may be nil
}

// Go tells that the message begins to go out, or that this has ended.
func (c Choice) Go(on bool) {
	if c.Going != nil {
		c.Going(on)
	}
}

// Out tells that the message is out.
func (c Choice) Out() {
	if c.Done != nil {
		c.Done()
	}
}

// Choice gives what is chosen now.
func (v *Inviting) Choice() Choice {
	c := Choice{ID: v.list.Meeting.ID, Method: v.Method(), How: v.How, Title: v.words.T("export.save_" + v.kind(v.Method()))}
	c.How.Together = !c.How.Separately // as the boxes show it
	c.How.Bare = v.HasAgenda() && !c.How.Agenda
	if !v.HasAgenda() {
		c.How.Agenda = false // it goes as it went last
	}
	if v.Whole {
		c.ID = v.list.Series.ID
	}
	return c
}

// Repeats tells whether the meeting is one of a series, so that the whole of it can be told.
func (v *Inviting) Repeats() bool {
	both := true
	switch v.Method() {
	case core.MethodDeclineCounter:
		both = v.list.Keeps && v.list.KeepsWhole
	case core.MethodUninvite:
		both = leavers(v.list.Guests) > 0 && leavers(v.list.Whole) > 0
	}
	return v.list.Series != nil && v.Method() != core.MethodCancel && both
}

// Several tells whether there are guests who could get a message each.
func (v *Inviting) Several() bool {
	switch v.Method() {
	case core.MethodRequest, core.MethodCancel, core.MethodUninvite:
		return len(v.Guests()) > 1
	}
	return false
}

// HasAgenda tells whether an agenda could go along.
func (v *Inviting) HasAgenda() bool {
	return !v.Whole && v.Method() == core.MethodRequest && len(v.list.Meeting.Agenda) > 0
}

// Former gives the address from which the owner had invited, where it is theirs no more, and the one they have; "" where there is
// nothing to choose.
func (v *Inviting) Former() (from, present string) {
	if v.list.Former == "" || v.list.Owner == nil || v.Method() == core.MethodPublish {
		return "", ""
	}
	return v.list.Former, v.list.Owner.Email()
}

// NewInviting makes the model of a meeting's messages.
func NewInviting(l *planner.GuestList, w *locale.Words) *Inviting {
	v := &Inviting{list: l, words: w, Whole: l.All, How: planner.Sending{Separately: l.Separately, Agenda: l.Agenda}}
	if l.Off {
		v.Methods = []core.Method{core.MethodCancel}
	} else {
		v.Methods = []core.Method{core.MethodRequest, core.MethodPublish}
		// The first invitation is to all of it, and so is the next one after all of it was moved.
		v.Whole = l.Series != nil && (l.All || !l.Stands || slices.ContainsFunc(l.Guests, func(g planner.GuestVersion) bool { return g.Rule }))
	}
	if here, whole := leavers(l.Guests), leavers(l.Whole); !l.Off && here+whole > 0 {
		v.Methods = append(v.Methods, core.MethodUninvite)
		if !owesOthers(l.Guests) && !owesOthers(l.Whole) { // nothing else is to be said
			v.Methods = append([]core.Method{core.MethodUninvite}, v.Methods[:len(v.Methods)-1]...)
			v.Whole = here == 0
		}
	}
	if !l.Off && (l.Keeps || l.KeepsWhole) { // a guest waits for word on what they proposed
		v.Methods = append([]core.Method{core.MethodDeclineCounter}, v.Methods...)
		v.Whole = l.Series != nil && (l.All || !l.Keeps)
	}
	return v
}

// leavers counts the guests who have left and have it on their calendars.
func leavers(guests []planner.GuestVersion) int {
	n := 0
	for _, g := range guests {
		if g.State == planner.VersionLeft {
			n++
		}
	}
	return n
}

// owesOthers tells whether a guest who comes is to be told something, or to be invited in the first place.
func owesOthers(guests []planner.GuestVersion) bool {
	return slices.ContainsFunc(guests, func(g planner.GuestVersion) bool {
		return g.State == planner.VersionNone || g.State.Owes() != "" && g.State != planner.VersionLeft
	})
}

// Renew takes over a list that was read anew, with what is chosen.
func (v *Inviting) Renew(l *planner.GuestList) { v.list = l }

// Method gives the chosen one.
func (v *Inviting) Method() core.Method { return v.Methods[v.Chosen] }

// Title is the head of the dialog: what is to be sent, and about which meeting, with its time: there may be several with
// somebody.
func (v *Inviting) Title() string {
	key := "invite.title"
	switch old := func(g planner.GuestVersion) bool { return g.State == planner.VersionOldTime }; {
	case v.list.Off:
		key = "invite.title_cancel"
	case v.Method() == core.MethodDeclineCounter:
		key = "invite.title_kept"
	case v.Method() == core.MethodUninvite:
		key = "invite.title_uninvite"
	case v.list.Ends, v.list.Stands && !v.list.All && slices.ContainsFunc(v.list.Guests, old):
		key = "invite.title_time"
	case v.list.Stands:
		key = "invite.title_update"
	}
	name := v.list.Name
	if start, _ := v.list.Meeting.On(v.zone()); !v.list.All {
		name += ", " + v.words.Moment(start, v.list.Today)
	}
	return v.words.T(key, "name", name)
}

// Choices names the methods: an invitation that changes one before is an update.
func (v *Inviting) Choices() []string {
	out := make([]string, len(v.Methods))
	for i, m := range v.Methods {
		out[i] = v.words.T("invite.method_" + v.kind(m))
	}
	return out
}

func (v *Inviting) kind(m core.Method) string {
	if m == core.MethodRequest && v.list.Stands {
		return "update"
	}
	return string(m)
}

// What says what will be sent: "Version 2 · Mon 23 Nov, 14:00–14:45".
func (v *Inviting) What() string {
	m := v.list.Meeting
	start, end := m.On(v.zone())
	when := v.words.DateWithDay(start.Date, v.list.Today) + ", " + v.words.Span(start, end)
	if v.Whole {
		s := v.list.Series
		start, end, zone, rule := s.Start, s.End, s.Zone, s.Rule
		if v.Message != nil && v.Message.Series != nil { // of one that is called off, what guests have
			sent := v.Message.Series
			start, end, zone, rule = sent.Start, sent.End, sent.Zone, sent.Rule.String()
		}
		if recurs, ok := v.list.Recurs(start, end, zone, rule); ok {
			when = recurs.Words(v.words, "")
		}
	}
	when = withClocks(when, v.list, v.words)
	if v.Message == nil || v.Message.Version() == 1 { // that there are versions matters from the second on
		return when
	}
	return v.words.T("invite.version", "n", v.Message.Version()) + " · " + when
}

// Past warns of a message that asks guests to a meeting which has ended, or tells of it; "" where there is nothing to warn of.
func (v *Inviting) Past() string {
	if !v.list.Over || v.list.Off || v.Whole || v.Method() != core.MethodRequest && v.Method() != core.MethodPublish {
		return ""
	}
	return v.words.T("invite.past")
}

// withClocks adds to when a meeting is what it is then for the others, where their clocks differ.
func withClocks(when string, l *planner.GuestList, w *locale.Words) string {
	at, err := l.Meeting.StartAt()
	if err != nil {
		return when
	}
	others := make([]*core.Person, len(l.Guests))
	for i, g := range l.Guests {
		others[i] = g.Person
	}
	if theirs := w.Clocks(at, l.Owner.Home(), others...); theirs != "" {
		when += " · " + theirs
	}
	return when
}

// Explain says what the method does for its reader.
func (v *Inviting) Explain() string {
	out := v.words.T("invite.explain_" + v.kind(v.Method()))
	if v.list.Ends && v.Whole && v.Method() == core.MethodRequest {
		out += " " + v.words.T("invite.explain_ends")
	}
	if v.Method() == core.MethodRequest || v.Method() == core.MethodCancel {
		out = strings.TrimSpace(out + " " + v.words.FromProgram(string(v.list.From)))
	}
	return out
}

// GuestLine is one guest: who, at which address, and what they have.
type GuestLine struct {
	Person           core.ID
	Name, Email, Has string
	Missing          bool // they can't be written to
	Current          bool // they have the meeting as it is
	Care             bool // they have something that is not so
}

// Guests lists who gets the message, with what each has: of the meeting, or of the whole series. A calendar file is
// for whoever is given it.
func (v *Inviting) Guests() []GuestLine {
	var out []GuestLine
	if v.Method() == core.MethodPublish {
		return nil
	}
	list := v.list.Guests
	if v.Whole {
		list = v.list.Whole
	}
	for _, g := range list {
		if v.Method() == core.MethodDeclineCounter && (v.Message == nil || !v.gets(g.Person.ID)) {
			continue // it is between the owner and who proposed
		}
		line := GuestLine{Person: g.Person.ID, Name: g.Person.Name, Email: g.Person.Email(), Has: v.has(g), Current: g.State == planner.VersionCurrent, Care: g.State.Owes() != ""}
		if (g.State == planner.VersionLeft) != (v.Method() == core.MethodUninvite) {
			continue // of what goes on without them they get one message, and nothing else
		}
		if v.Method() == core.MethodCancel && g.Sent == nil {
			continue // who was never asked is not called off
		}
		switch {
		case len(g.To) > 0:
			line.Email = strings.Join(g.To, ", ")
		case line.Email == "":
			line.Missing, line.Email = true, v.words.T("invite.no_email")
		}
		out = append(out, line)
	}
	if !v.Method().Informs() {
		return out
	}
	for _, o := range v.list.Others {
		out = append(out, GuestLine{Name: cmp.Or(core.CleanLine(o.Name), o.Email), Email: o.Email, Has: v.words.T("invite.has_elsewhere")})
	}
	return out
}

// gets tells whether the message goes to somebody.
func (v *Inviting) gets(person core.ID) bool {
	return slices.ContainsFunc(v.Message.Guests, func(g core.Party) bool { return g.Person == person })
}

// Own gives the owner where the message needs an address of theirs and none is known; false where nothing is missing.
func (v *Inviting) Own() (GuestLine, bool) {
	o := v.list.Owner
	if o == nil || o.Email() != "" || v.Method() == core.MethodPublish {
		return GuestLine{}, false
	}
	return GuestLine{Person: o.ID, Name: v.words.T("invite.from_you"), Email: v.words.T("invite.no_own_email"), Missing: true}, true
}

// has says what was written for a guest, and when. Whether they got it nobody knows: the message went into a file, or to the
// mail program.
func (v *Inviting) has(g planner.GuestVersion) string {
	d := g.Sent
	if d == nil {
		return v.words.T("invite.has_nothing")
	}
	args := []any{"date", v.words.DateShort(core.DateOf(d.At.In(planner.Home(v.list.Owner))), v.list.Today), "n", d.Version(), "time", v.times(g)}
	key := "invite.has"
	if d.Version() == 1 {
		key = "invite.has_first"
	}
	switch {
	case d.Method == core.MethodCancel:
		return v.words.T("invite.has_cancel", args...)
	case g.State == planner.VersionOldText:
		return v.words.T(key+"_old_text", args...)
	case stands(g) && d.Version() == 1:
		return v.words.T(key, args...)
	case stands(g):
		return v.words.T("invite.has_current", args...)
	}
	return v.words.T(key+"_old", args...)
}

// stands tells whether a guest has the very time: of what is off, to its last one.
func stands(g planner.GuestVersion) bool {
	return g.State == planner.VersionCurrent || g.State == planner.VersionStillOn || g.State == planner.VersionLeft
}

// times gives when something takes place that a guest was told of: of a series, by its rule.
func (v *Inviting) times(g planner.GuestVersion) string {
	d := g.Sent
	if v.Whole || g.Rule {
		if recurs, ok := v.list.Recurs(d.Start, d.End, d.Zone, d.Rule); ok {
			return recurs.Words(v.words, "")
		}
	}
	start, end := core.SpanOnClock(d.Start, d.End, d.Zone, v.zone())
	return v.words.DateWithDay(start.Date, v.list.Today) + ", " + v.words.Span(start, end)
}

// zone gives the owner's, by whose clock times are told.
func (v *Inviting) zone() core.Zone { return v.list.Owner.Home() }

// Mailto gives an e-mail in words alone, for those whose mail program opens no calendar messages. Guests who are not to
// see one another are hidden from one another.
func Mailto(m *planner.InWords) *url.URL {
	to := make([]string, len(m.To))
	for i, e := range m.To {
		to[i] = url.PathEscape(e)
	}
	q := url.Values{"subject": {m.Subject}, "body": {strings.ReplaceAll(m.Text, "\n", "\r\n")}}
	u := &url.URL{Scheme: "mailto", Opaque: strings.Join(to, ",")}
	if m.Hidden {
		q.Set("bcc", strings.Join(m.To, ","))
		u.Opaque = ""
	}
	u.RawQuery = strings.ReplaceAll(q.Encode(), "+", "%20")
	return u
}

// FileName proposes a name for the message's file, without its ending.
func (v *Inviting) FileName() string { return fileName(v.list, v.kind(v.Method()), v.words) }

// fileName names a file after a kind of message, whom it is with, and the day of its meeting: the next one is not asked to replace it.
func fileName(list *planner.GuestList, kind string, w *locale.Words) string {
	name := w.T("export.name_"+kind, "name", list.Sent)
	if day := list.Meeting.Start.Date; !day.IsZero() {
		name += " " + day.String()
	}
	return name
}
