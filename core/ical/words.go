package ical

import (
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/schedule"
)

// Compose puts an e-mail into words: what has happened, the title, the time as each guest's clock shows it and
// as the organizer's does, place, link and shared text, what was so until now, and how to answer. Of a series it says by
// what rule it comes, on the clock of those who read it, and which of its meetings differ; of one of its meetings, of which
// series it is and instead of which day.
//
// Nothing in it depends on whether a guest is she or he, and a text of the user stands for itself in a line of
// its own or in quotation marks, so that no sentence has to bend to it.
func Compose(v *core.Invitation, w *locale.Words) EmailWords { return compose(v, w, true) }

// compose does it with or without the file that the words speak of.
func compose(v *core.Invitation, w *locale.Words, file bool) EmailWords {
	l := newLetter(v, w)
	paragraphs := []string{l.happened(), strings.Join(l.meeting(), "\n")}
	add := func(lines ...string) {
		if text := cleanText(strings.Join(lines, "\n")); text != "" {
			paragraphs = append(paragraphs, text)
		}
	}
	add(l.before()...)
	if l.kind == "proposed" && (v.Answer == core.AnswerDeclined || v.Answer == core.AnswerAccepted) {
		add(w.T("email.present_" + string(v.Answer)))
	}
	add(l.back()...)
	add(l.exceptions()...)
	if reason := cleanText(v.Reason); reason != "" && (l.kind == "cancelled" || l.kind == "moved" || l.endsEarlier()) {
		add(w.T("email.reason", "reason", reason))
	}
	if !l.calledOff() {
		add(v.Description)
		add(v.Comment)
		add(l.answering(file))
	}
	return EmailWords{Subject: l.subject(), Text: strings.Join(paragraphs, "\n\n")}
}

// letter is a message that is being put into words.
type letter struct {
	v      *core.Invitation
	w      *locale.Words
	kind   string              // of the keys of its words
	run    *schedule.Recurring // of a whole series; else nil
	one    bool                // it is about one meeting of a series
	clocks []*time.Location    // of those who read it, each once
	named  bool                // it has to be said whose clock a time is of
}

func newLetter(v *core.Invitation, w *locale.Words) *letter {
	l := &letter{v: v, w: w, kind: kindOf(v), one: v.Series != nil && !v.Series.Original.IsZero()}
	if s := v.Series; s != nil && !l.one && !s.Rule.IsZero() {
		l.run = runOf(s.Start, s.End, s.Zone, s.Rule, s.Except)
	}
	if l.kind == "moved" && l.run != nil {
		l.kind = "changed" // by another rule, or since some of it were moved or called off
	}
	readers, from := v.Guests, v.Organizer
	if v.Method.FromGuest() {
		readers, from = []core.Party{v.Organizer}, senderOf(v)
	}
	for _, p := range readers {
		loc, err := p.Zone.Location()
		if l.named = l.named || err != nil; err == nil {
			l.addClock(loc)
		}
	}
	loc, err := from.Zone.Location()
	switch {
	case err == nil && len(l.clocks) == 0:
		l.addClock(loc)
	case err == nil && l.clocks[0].String() != loc.String():
		l.named = true
	case len(l.clocks) == 0:
		l.addClock(time.UTC)
	}
	l.named = l.named || len(l.clocks) > 1
	return l
}

func (l *letter) addClock(loc *time.Location) {
	if !slices.ContainsFunc(l.clocks, func(c *time.Location) bool { return c.String() == loc.String() }) {
		l.clocks = append(l.clocks, loc)
	}
}

// runOf gives what recurs; nil for what can't be written, which is refused elsewhere.
func runOf(start, end core.Civil, zone core.Zone, rule core.Rule, except []core.Civil) *schedule.Recurring {
	run, err := schedule.OfSeries(&core.Series{Start: start, End: end, Zone: zone, Rule: rule.String(), Except: except})
	if err != nil {
		return nil
	}
	return run
}

// kindOf tells what a message is to those who get it.
func kindOf(v *core.Invitation) string {
	switch {
	case v.Method == core.MethodReply:
		return string(v.Answer)
	case v.Method == core.MethodCounter:
		return "proposed"
	case v.Method == core.MethodDeclineCounter:
		return "kept"
	case v.Method == core.MethodCancel:
		return "cancelled"
	case v.Method == core.MethodUninvite:
		return "uninvited"
	case v.News == core.NewsTime:
		return "moved"
	case v.News == core.NewsText:
		return "edited"
	case v.News == core.NewsBack:
		return "back"
	case v.News == core.NewsChange:
		return "changed"
	}
	return "invited"
}

// subject gives the head of the e-mail. Of one meeting of a series it names the day, or it would be taken for all of it: that which
// is known until now, and, where that is another, the one that is told.
func (l *letter) subject() string {
	title := core.CleanLine(l.v.Title)
	if l.one {
		date := l.day(l.known().In(l.clocks[0]))
		if now := l.day(l.v.Start.In(l.clocks[0])); now != date {
			date = l.w.T("email.days", "was", date, "now", now)
		}
		title = l.w.T("email.title_on", "title", title, "date", date)
	}
	key := "email.subject_" + l.kind
	if l.run != nil && (l.kind == "back" || l.calledOff() || l.kind == "changed") {
		key += "_series"
	}
	return l.w.T(key, "title", title)
}

// calledOff tells whether it is off for those who read it.
func (l *letter) calledOff() bool { return l.v.Method.CallsOff() }

// known gives when one meeting of a series starts as far as those who read it know until now.
func (l *letter) known() time.Time {
	switch {
	case l.kind != "moved" && l.kind != "proposed":
		return l.v.Start
	case l.v.Told != nil:
		if at, err := l.v.Told.Start.In(l.v.Told.Zone); err == nil {
			return at
		}
	}
	return l.original()
}

// happened says what it is about: a meeting, a series, or one meeting of a series.
func (l *letter) happened() string {
	key := "email.happened_" + l.kind
	switch {
	case l.v.Method.FromGuest() || l.kind == "kept":
	case l.one:
		key += "_one"
	case l.run != nil:
		key += "_series"
	}
	return l.w.T(key, "organizer", nameOf(senderOf(l.v)))
}

func nameOf(p core.Party) string {
	if name := core.CleanLine(p.Name); name != "" {
		return name
	}
	return p.Email
}

// meeting says what takes place, when and where.
func (l *letter) meeting() []string {
	v, w := l.v, l.w
	lines := []string{core.CleanLine(v.Title)}
	if l.run != nil {
		lines = append(lines, l.series()...)
	} else {
		lines = append(lines, l.times(v.Start, v.End)...)
	}
	if l.one {
		lines = append(lines, l.ofSeries()...)
	}
	if place := core.CleanLine(v.Place); place != "" {
		lines = append(lines, w.T("email.place", "place", place))
	}
	if link := core.CleanLine(v.Link); link != "" && !l.calledOff() { // nobody should come to what is off
		lines = append(lines, w.T("email.link", "link", link))
	}
	return lines
}

// asked tells whether a guest has still to answer to the message, or to one of the meetings to come that it names.
func (l *letter) asked(g core.Party) bool {
	if g.Answer == "" || l.v.Series == nil {
		return g.Answer == ""
	}
	return slices.ContainsFunc(l.v.Series.Moved, func(o core.InvitedOccurrence) bool {
		_, end := l.taking(&o)
		return o.Answers[g.Person] == "" && end.After(l.v.Stamp)
	})
}

// answering says how to answer; "" where no answer is asked for. Who has answered this very version need not do so again.
func (l *letter) answering(file bool) string {
	switch {
	case l.v.Method != core.MethodRequest:
		return ""
	case !file:
		return l.w.T("email.answer_words")
	case !slices.ContainsFunc(l.v.Guests, l.asked):
		return l.w.T("email.answered", "file", attachmentName)
	}
	return l.w.T("email.answer", "file", attachmentName)
}
