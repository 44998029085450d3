package ui

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/reminders"
	"mentorbook/ui/shell"
)

// missed is a message that tells of meetings which began while nobody could be told of them. Its zero value is of none.
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

// seenTo takes away the messages about meetings that began unannounced, as far as somebody has seen to these.
func (w *Window) seenTo(meetings ...core.ID) {
	w.missed.seenTo(meetings...)
	w.begun.seenTo(meetings...)
}

// tellMissed shows which meetings began while nobody could be told of them: in one message those that are on now, which can still
// be gone to, and in another those that are over. Of those that are being held, or are open on the screen, it says nothing.
func (w *Window) tellMissed(missed []planner.Reminder) {
	now := w.cfg.Planner.Clock.Now()
	var begun, over []planner.Reminder
	for _, r := range missed {
		switch {
		case w.needless(r):
		case reminders.Begun(r, now):
			begun = append(begun, r)
		default:
			over = append(over, r)
		}
	}
	w.tellBegan(&w.missed, over, reminders.MissedText)
	w.tellBegan(&w.begun, begun, reminders.BegunText)
}

// tellBegan shows one of the messages, in the words that say gives it; of no meeting none.
func (w *Window) tellBegan(m *missed, of []planner.Reminder, say func([]planner.Reminder, time.Time, *locale.Words) (title, body string)) {
	if len(of) == 0 {
		return
	}
	m.left = nil
	for i, r := range of {
		m.left = append(m.left, r.Meeting.ID)
		of[i] = w.veiledReminder(r)
	}
	spec := kit.ToastSpec{Text: lines(say(of, w.cfg.Planner.Clock.Now(), w.words())), For: reminderStays, Apart: true}
	if len(of) == 1 {
		spec.Action, spec.Do = w.words().T("reminder.open"), func() { w.openReminder(of[0]) }
	} else if w.shell.Router.Route().Screen != screenToday {
		spec.Action, spec.Do = w.words().T("window.today"), func() { w.shell.Go(shell.Route{Screen: screenToday}) }
	}
	m.toast = w.shell.Stand(spec)
}

// renewMissed looks which of the meetings that the messages tell of are closed or called off by now, or are none any more.
func (w *Window) renewMissed() {
	left := slices.Concat(w.missed.left, w.begun.left)
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
	}, func(over []core.ID) { w.seenTo(over...) })
}
