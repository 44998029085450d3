package meeting

import (
	"fmt"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Timer measures how long each item takes. It belongs to the window, so that it goes on while another page is
// looked at, and it is off until somebody starts it.
type Timer struct {
	meeting core.ID
	item    core.ID
	since   time.Time // the item has been talked about since then; zero: off
	spent   map[core.ID]time.Duration
}

// On tells whether it runs for a meeting.
func (t *Timer) On(meeting core.ID) bool { return t.meeting == meeting && !t.since.IsZero() }

// Item gives what is being talked about.
func (t *Timer) Item() core.ID { return t.item }

// Start begins with an item, or goes over to it. Another meeting's times are forgotten.
func (t *Timer) Start(meeting, item core.ID, now time.Time) {
	if t.meeting != meeting {
		*t = Timer{meeting: meeting}
	}
	t.Stop(now)
	t.item, t.since = item, now
}

// Stop keeps what was spent and runs no longer.
func (t *Timer) Stop(now time.Time) {
	if t.since.IsZero() {
		return
	}
	if t.spent == nil {
		t.spent = map[core.ID]time.Duration{}
	}
	t.spent[t.item] += now.Sub(t.since)
	t.since = time.Time{}
}

// Spent gives how long an item has been talked about.
func (t *Timer) Spent(item core.ID, now time.Time) time.Duration {
	d := t.spent[item]
	if !t.since.IsZero() && t.item == item {
		d += now.Sub(t.since)
	}
	return d
}

// Left says in words how much time an item has; over tells that it has used it up.
func (t *Timer) Left(item Item, now time.Time, w *locale.Words) (text string, over bool) {
	spent := t.Spent(item.ID, now)
	if item.Minutes == 0 {
		return w.T("meeting.spent", "time", clock(spent)), false
	}
	left := time.Duration(item.Minutes)*time.Minute - spent
	if left < 0 {
		return w.T("meeting.over", "time", clock(-left)), true
	}
	return w.T("meeting.left", "time", clock(left)), false
}

// clock writes a length of time as a stopwatch does: "06:12".
func clock(d time.Duration) string {
	s := int(d / time.Second)
	return fmt.Sprintf("%02d:%02d", s/60, s%60)
}
