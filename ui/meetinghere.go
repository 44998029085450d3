package ui

import (
	"mentorbook/core"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
	"mentorbook/ui/meeting"
)

// meetingHere is the meeting that commands about one act on: that of the page on show, or the one that is chosen in the
// calendar.
type meetingHere struct {
	id      core.ID
	of      string // whom it is with, where more than one is on show; "" on the meeting's own page and while others look
	asked   bool   // somebody else invites
	copied  bool   // it came with a calendar, and asks for no answer
	over    bool   // it was held or missed
	invited bool   // guests were invited, whose answers can be noted
	tell    string // what telling its guests is called; "" before it was read
}

// meetingHere gives it; false where there is none.
func (w *Window) meetingHere() (meetingHere, bool) {
	route := w.shell.Router.Route()
	switch page := w.shell.Router.Page().(type) {
	case *meeting.Page:
		return meetingHere{id: route.ID, asked: page.Asked(), copied: page.Copy(), over: page.Over(), invited: page.Invited(), tell: page.Tell()}, true
	case *calendar.Page:
		x, ok := page.Chosen()
		if !ok {
			return meetingHere{}, false
		}
		out := meetingHere{
			id: x.Meeting.ID, asked: x.Own != nil && (!x.Meeting.Off() || x.Meeting.Declined()), copied: x.Own != nil && x.Own.Copy,
			over: !x.Meeting.Planned() && !x.Meeting.Off(), invited: len(x.Answers) > 0 && !x.Meeting.Off(), tell: page.Tell(calendar.Key(x)),
		}
		if !w.presenting() {
			out.of = x.Name
		}
		return out, true
	}
	return meetingHere{}, false
}

// onMeetingHere makes what a command does with it.
func (w *Window) onMeetingHere(do func(core.ID)) func() {
	return func() {
		if m, ok := w.meetingHere(); ok {
			do(m.id)
		}
	}
}

// ofHere names whom it is with, for the palette.
func (w *Window) ofHere() string {
	m, _ := w.meetingHere()
	return m.of
}

// noMeeting tells why no command can act on a meeting now.
func (w *Window) noMeeting() string {
	if _, ok := w.meetingHere(); !ok {
		return "plan.no_meeting"
	}
	return ""
}

// justPlanned is a meeting, or a series, that was planned a moment ago, with the message that offers to invite to it.
type justPlanned struct {
	id    core.ID
	offer *kit.Toast // nil for none
}

// stands tells whether the message is still on show.
func (p justPlanned) stands() bool { return p.offer != nil && p.offer.Shown() }

// freshElsewhere tells whether one was just planned beside the meeting here: on the page of that very one, commands say what they do
// there.
func (w *Window) freshElsewhere() bool {
	m, here := w.meetingHere()
	return w.fresh.stands() && !(here && m.id == w.fresh.id)
}

// inviteHere does what the message on show offers about a meeting that was planned a moment ago; where there is none, it tells the
// guests of the meeting here.
func (w *Window) inviteHere() {
	m, ok := w.meetingHere()
	if w.fresh.stands() {
		w.fresh.offer.Dismiss()
		m.id, ok = w.fresh.id, true
	}
	if ok {
		w.inviteTo(m.id)
	}
}

// ofInvite names what that is about, for the palette.
func (w *Window) ofInvite() string {
	if w.freshElsewhere() {
		return w.t("plan.just_planned")
	}
	return w.ofHere()
}

// notTold tells why nobody can be told of one.
func (w *Window) notTold() string {
	if w.freshElsewhere() {
		return ""
	}
	if m, _ := w.meetingHere(); m.over {
		return "plan.over"
	}
	return w.noMeeting()
}

// notAsked tells why one can't be answered.
func (w *Window) notAsked() string {
	switch m, ok := w.meetingHere(); {
	case !ok:
		return "plan.no_meeting"
	case !m.asked:
		return "answering.not_asked"
	case m.copied:
		return "answering.copy"
	}
	return ""
}

// nobodyInvited tells why no guest's answer can be noted.
func (w *Window) nobodyInvited() string {
	switch m, ok := w.meetingHere(); {
	case !ok:
		return "plan.no_meeting"
	case !m.invited:
		return "noted.nobody"
	}
	return ""
}
