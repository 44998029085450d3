package ui

import (
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/reminders"
	"mentorbook/ui/shell"
)

// missed is the message that tells which meetings began while nobody could be told of them. Its zero value is of none.
type missed struct {
	toast *kit.Toast
	left  []core.ID // those that nobody has seen to since
}

// seenTo takes the message away once somebody has seen to all that it tells of.
func (m *missed) seenTo(meetings ...core.ID) {
	if len(m.left) == 0 {
		return
	}
	m.left = slices.DeleteFunc(m.left, func(id core.ID) bool { return slices.Contains(meetings, id) })
	if len(m.left) == 0 {
		m.toast.Dismiss()
	}
}

// tellMissed shows in one message which meetings began while nobody could be told of them. Of those that are being held, or are
// open on the screen, it says nothing.
func (w *Window) tellMissed(missed []planner.Reminder) {
	missed = slices.DeleteFunc(missed, w.needless)
	if len(missed) == 0 {
		return
	}
	w.missed.left = nil
	for i, r := range missed {
		w.missed.left = append(w.missed.left, r.Meeting.ID)
		missed[i] = w.veiledReminder(r)
	}
	title, body := reminders.MissedText(missed, w.cfg.Planner.Clock.Now(), w.words())
	spec := kit.ToastSpec{Text: lines(title, body), For: reminderStays, Apart: true}
	if len(missed) == 1 {
		spec.Action, spec.Do = w.words().T("reminder.open"), func() { w.openReminder(missed[0]) }
	} else if w.shell.Router.Route().Screen != screenToday {
		spec.Action, spec.Do = w.words().T("window.today"), func() { w.shell.Go(shell.Route{Screen: screenToday}) }
	}
	w.missed.toast = w.shell.Stand(spec)
}

// renewMissed looks which of the meetings that the message tells of are closed or called off by now, or are none any more.
func (w *Window) renewMissed() {
	left := slices.Clone(w.missed.left)
	if len(left) == 0 {
		return
	}
	work(w, "remind.missed", func(ctx context.Context) (over []core.ID, err error) {
		for _, id := range left {
			m, err := w.cfg.Planner.Meetings.Get(ctx, id)
			switch {
			case core.CodeOf(err) == core.CodeNotFound, err == nil && !m.Planned():
				over = append(over, id)
			case err != nil:
				return nil, err
			}
		}
		return over, nil
	}, func(over []core.ID) { w.missed.seenTo(over...) })
}
