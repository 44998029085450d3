package ui

import (
	"context"
	"maps"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/reminders"
	"mentorbook/ui/shell"
)

// snoozes are how long a reminder stays away when it is asked to: the first that ends before the meeting begins.
func snoozes() []time.Duration {
	return []time.Duration{10 * time.Minute, 5 * time.Minute, 2 * time.Minute}
}

// snoozeOf gives how long a reminder can be put off; zero where nobody could be told any more.
func (w *Window) snoozeOf(r planner.Reminder) time.Duration {
	left := r.Start.Sub(w.cfg.Planner.Clock.Now())
	for _, d := range snoozes() {
		if left > d {
			return d
		}
	}
	return 0
}

const (
	// remindAgain is how long the window trusts its timer: a machine that slept wakes up late.
	remindAgain = time.Hour
	// reminderStays is how long a reminder stands in the window.
	reminderStays = 2 * time.Minute
)

// remind tells what is due, and waits for the next one. It is called when the window opens, after each step,
// and when a reminder's time has come.
func (w *Window) remind() {
	if w.stopReminder != nil {
		w.stopReminder()
		w.stopReminder = nil
	}
	work(w, "remind", func(ctx context.Context) (*planner.Reminders, error) {
		p := w.cfg.Planner
		r, err := p.Reminders(ctx)
		if err != nil || w.cfg.Reading != nil || len(r.Due) == 0 && !r.New {
			return r, err
		}
		return r, p.Reminded(ctx, p.Clock.Now())
	}, func(r *planner.Reminders) {
		var missed []planner.Reminder
		for _, due := range r.Due {
			if due.Missed {
				missed = append(missed, due)
			}
		}
		w.tellMissed(missed)
		for _, due := range r.Due {
			if !due.Missed {
				w.tell(due)
			}
		}
		wait := remindAgain
		if !r.Next.IsZero() {
			wait = min(wait, max(r.Next.Sub(w.cfg.Planner.Clock.Now()), time.Second))
		}
		w.stopReminder = w.cfg.After(wait, w.remind)
	})
}

// tell shows a reminder in the window and, where the system takes such, on the desktop. Of a meeting that is being held it
// says nothing.
func (w *Window) tell(r planner.Reminder) {
	if w.needless(r) {
		return
	}
	w.trayReminds(r)
	if s := w.stand(r); w.cfg.Desktop.Notify != nil {
		title, body := w.reminderText(r)
		s.beside = w.cfg.Desktop.Notify(title, body, w.noticeButtons(r))
	}
}

// noticeButtons is what can be done from the desktop's message of a reminder.
func (w *Window) noticeButtons(r planner.Reminder) []kit.MenuEntry {
	out := []kit.MenuEntry{{Text: w.t("reminder.open"), Run: func() {
		if w.cfg.Host != nil {
			w.cfg.Host.Raise()
		}
		w.openReminder(r)
	}}}
	if away := w.snoozeOf(r); away > 0 {
		out = append(out, kit.MenuEntry{Text: w.snoozeText(away), Run: func() {
			w.dropReminder(r.Meeting.ID)
			w.putOff(r.Meeting.ID, away)
		}})
	}
	return out
}

// stand shows a reminder in the window.
func (w *Window) stand(r planner.Reminder) *standing {
	spec := kit.ToastSpec{Text: lines(w.reminderText(r)), For: reminderStays, Apart: true}
	if !w.onMeeting(r.Meeting.ID) { // nothing is to be opened that is open
		spec.Action, spec.Do = w.words().T("reminder.open"), func() { w.openReminder(r) }
	}
	s := &standing{meeting: r.Meeting.ID, away: w.snoozeOf(r)}
	if s.away > 0 {
		spec.Second, spec.DoSecond = w.snoozeText(s.away), func() { w.putOff(s.meeting, s.away) }
	}
	s.toast = w.shell.Stand(spec)
	w.keepTrue(s)
	return s
}

// needless tells that nobody is to be reminded of a meeting.
func (w *Window) needless(r planner.Reminder) bool {
	return reminders.Needless(r, w.timer.On(r.Meeting.ID), w.onMeeting(r.Meeting.ID))
}

// onMeeting tells that the page of a meeting is on show.
func (w *Window) onMeeting(id core.ID) bool {
	at := w.shell.Router.Route()
	return at.Screen == screenMeeting && at.ID == id
}

// standing is a reminder that is on show.
type standing struct {
	meeting core.ID
	toast   *kit.Toast
	away    time.Duration // how long it is put off by its button
	stop    func()
	beside  func() // takes the desktop's message away; nil for none
}

// end takes the reminder away, in the window and on the desktop.
func (s *standing) end() {
	s.stop()
	s.toast.Dismiss()
	if s.beside != nil {
		s.beside()
	}
}

func (w *Window) reminderText(r planner.Reminder) (title, body string) {
	return reminders.Text(w.veiledReminder(r), w.cfg.Planner.Clock.Now(), w.presenting(), w.words())
}

// veiledReminder names no relationship but the one that the page is about while others look at the screen.
func (w *Window) veiledReminder(r planner.Reminder) planner.Reminder {
	if at := r.Meeting.Relationship; w.presenting() && w.focus().ID != at {
		brief := *r.Brief
		brief.Name, brief.Others = w.called(core.KindRelationship, at), nil
		r.Brief = &brief
	}
	return r
}

func (w *Window) snoozeText(away time.Duration) string {
	if away == 0 {
		return ""
	}
	return w.t("reminder.snooze", "until", w.words().Hours(int(away/time.Minute)))
}

// lines puts a second line below a first one, if there is any.
func lines(first, second string) string {
	if second == "" {
		return first
	}
	return first + "\n" + second
}

// keepTrue looks each minute whether a reminder that stands is still so.
func (w *Window) keepTrue(s *standing) {
	if was := w.standing[s.meeting]; was != nil {
		was.end()
	}
	w.watchReminder(s)
}

func (w *Window) watchReminder(s *standing) {
	w.standing[s.meeting], s.stop = s, w.cfg.After(time.Minute, func() { w.renewReminder(s) })
}

func (w *Window) renewReminders() {
	for _, s := range maps.Clone(w.standing) {
		w.renewReminder(s)
	}
}

// renewReminder lets a reminder on show say what is so now. That of a meeting which has begun, or is none any more, goes.
func (w *Window) renewReminder(s *standing) {
	if w.standing[s.meeting] != s {
		return
	}
	if s.stop(); !s.toast.Shown() {
		s.end()
		delete(w.standing, s.meeting)
		return
	}
	work(w, "remind.renew "+s.meeting.String(), func(ctx context.Context) (*planner.Reminder, error) {
		return w.cfg.Planner.RemindAgain(ctx, s.meeting)
	}, func(r *planner.Reminder) {
		if w.standing[s.meeting] != s {
			return
		}
		if r == nil {
			w.dropReminder(s.meeting)
			return
		}
		s.away = w.snoozeOf(*r)
		s.toast.Renew(lines(w.reminderText(*r)), w.snoozeText(s.away))
		w.watchReminder(s)
	})
}

// rewordReminders does something after which all messages are in another language, and shows the reminders that stood before in it.
func (w *Window) rewordReminders(do func()) {
	var stood []core.ID
	for meeting, s := range w.standing {
		if s.toast.Shown() {
			stood = append(stood, meeting)
		}
	}
	do()
	for _, meeting := range stood {
		w.dropReminder(meeting)
		work(w, "remind.reword "+meeting.String(), func(ctx context.Context) (*planner.Reminder, error) {
			return w.cfg.Planner.RemindAgain(ctx, meeting)
		}, func(r *planner.Reminder) {
			if r != nil {
				w.stand(*r)
			}
		})
	}
}

// dropReminder takes the reminder of a meeting away: it has been opened, or is none any more.
func (w *Window) dropReminder(meeting core.ID) {
	if s := w.standing[meeting]; s != nil {
		s.end()
		delete(w.standing, meeting)
	}
}

// putOff tells of a meeting again after a while, as things stand then: by this window, or by the next if this one is closed
// meanwhile.
func (w *Window) putOff(meeting core.ID, away time.Duration) {
	w.again(meeting, away)
	w.keepPutOff(meeting, w.cfg.Planner.Clock.Now().Add(away))
}

func (w *Window) keepPutOff(meeting core.ID, until time.Time) {
	if w.cfg.Reading != nil {
		return // it is this window's alone
	}
	work(w, "remind.put_off "+meeting.String(), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, w.cfg.Planner.PutOff(context.WithoutCancel(ctx), meeting, until)
	}, func(struct{}) {})
}

// again tells of a meeting after a while.
func (w *Window) again(meeting core.ID, after time.Duration) {
	w.snoozed = append(w.snoozed, w.cfg.After(after, func() {
		work(w, "remind.again "+meeting.String(), func(ctx context.Context) (*planner.Reminder, error) {
			return w.cfg.Planner.RemindAgain(ctx, meeting)
		}, func(r *planner.Reminder) {
			w.keepPutOff(meeting, time.Time{})
			if r != nil {
				w.tell(*r)
			}
		})
	}))
}

// remindPutOff goes on with what was put off in a window before this one.
func (w *Window) remindPutOff() {
	work(w, "remind.left", w.cfg.Planner.PutOffs, func(all map[core.ID]time.Time) {
		now := w.cfg.Planner.Clock.Now()
		for meeting, until := range all {
			w.again(meeting, max(until.Sub(now), time.Second))
		}
	})
}

func (w *Window) openReminder(r planner.Reminder) {
	if w.has(screenMeeting) {
		w.shell.Go(shell.Route{Screen: screenMeeting, ID: r.Meeting.ID})
		return
	}
	w.openRelationship(r.Meeting.Relationship)
}

// movesReminders tells whether a change may have moved a reminder: of meetings, of the owner's quiet hours and clock,
// or of anything, where it is not said of what. What else there is leaves the timer alone.
func movesReminders(refs []core.Ref) bool {
	return refs == nil || slices.ContainsFunc(refs, func(r core.Ref) bool {
		switch r.Kind {
		case core.KindMeeting, core.KindSeries, core.KindPerson, core.KindWorkspace, core.KindRelationship:
			return true
		}
		return false
	})
}
