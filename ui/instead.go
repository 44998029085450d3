package ui

import (
	"cmp"
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/meeting"
	"mentorbook/ui/shell"
)

// maxToClose is how many meetings that wait to be closed the palette names.
const maxToClose = 3

// closeCommand leads to where a meeting that waits for that is closed, wherever somebody is: it closes none by itself, and is
// not called as what does.
const closeCommand = "meeting.close_waiting"

// waiting is a meeting that can be closed now.
type waiting struct {
	id    core.ID
	name  string
	start core.Civil // on the owner's clock
}

// toClose gives the meetings that can be closed now, but for the one on show: those that have begun, the last one first, then
// those that are about to. The day tells of them, by the clock of this moment.
func (w *Window) toClose() []waiting {
	if w.day == nil {
		return nil
	}
	now, home := w.cfg.Planner.Clock.Now(), w.day.Owner.Home()
	var out []waiting
	take := func(x waiting) {
		if !w.onMeeting(x.id) && !slices.ContainsFunc(out, func(o waiting) bool { return o.id == x.id }) {
			out = append(out, x)
		}
	}
	for _, row := range w.day.Week {
		from, err := row.Meeting.ClosableFrom()
		if start, _ := row.Meeting.On(home); row.Meeting.Status == core.MeetingPlanned && err == nil && !from.After(now) {
			take(waiting{row.Meeting.ID, row.Name, start})
		}
	}
	for _, n := range w.day.ToClose {
		take(waiting{n.Ref.ID, cmp.Or(n.Name, n.Text), n.At})
	}
	clock := core.CivilOf(now.In(planner.Home(w.day.Owner)))
	soon := func(x waiting) int { return max(x.start.Compare(clock), 0) }
	slices.SortStableFunc(out, func(a, b waiting) int { return cmp.Or(cmp.Compare(soon(a), soon(b)), b.start.Compare(a.start)) })
	return out[:min(len(out), maxToClose)]
}

// instead gives what the palette offers for a command about the meeting on show where none is: closing those that wait for it, and
// the others for the next meeting. While others look at the screen, it names nobody.
func (w *Window) instead(id string) []shell.Instead {
	if w.cfg.Reading != nil {
		return nil
	}
	if id == closeCommand {
		var out []shell.Instead
		for _, x := range w.toClose() {
			out = append(out, shell.Instead{Of: x.name, Caption: w.words().Moment(x.start, w.day.Date), Run: func() { w.closeMeeting(x.id) }})
		}
		return w.unnamed(out)
	}
	if id == resumeCommand {
		return w.paused()
	}
	do := map[string]func(core.ID){"meeting.move": w.reschedule, "meeting.edit": w.replanMeeting, "meeting.invite": w.inviteTo, "meeting.cancel": w.cancelMeeting}[id]
	if do == nil || w.day == nil || w.day.Next == nil || planner.Theirs(w.day.Next.Meeting) {
		return nil
	}
	if _, here := w.meetingHere(); here {
		return nil
	}
	next := w.day.Next
	return w.unnamed([]shell.Instead{{Of: next.Name, Run: func() { do(next.Meeting.ID) }}})
}

// unnamed leaves the names away while others look at the screen, and all but the first with them.
func (w *Window) unnamed(all []shell.Instead) []shell.Instead {
	if !w.presenting() || len(all) == 0 {
		return all
	}
	return []shell.Instead{{Run: all[0].Run}}
}

// closeMeeting goes to where a meeting is closed.
func (w *Window) closeMeeting(id core.ID) {
	w.shell.Go(shell.Route{Screen: screenMeeting, ID: id, Tab: meeting.TabClosing})
}

// closeWaiting is the command by which the palette finds them; it is off, and stands for those that there are.
func (w *Window) closeWaiting() shell.Command {
	return shell.Command{
		ID: closeCommand, Title: "meeting.go_close", Group: "meeting.group",
		Why: func() string { return "meeting.none_to_close" }, Run: func() {},
	}
}
