package meeting

import (
	"encoding/json"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Timer measures how long each item takes, and the meeting; the zero item is the meeting where nothing on its agenda is talked
// about. It belongs to the window, so that it goes on while another page is looked at, and it is off until somebody starts it.
type Timer struct {
	meeting core.ID
	item    core.ID
	since   time.Time // the item has been talked about since then; zero: off
	spent   map[core.ID]time.Duration
	closed  bool // its meeting was closed
	ran     bool // and it ran then

	former map[core.ID]map[core.ID]time.Duration // what was spent on meetings that it ran for before
}

// maxRunning is how long a timer goes on while nobody looks: no meeting takes half a day.
const maxRunning = 12 * time.Hour

// keptTimer is a timer as a draft keeps it, so that it outlives the program's end.
type keptTimer struct {
	Item  core.ID                   `json:"item"`
	Since time.Time                 `json:"since,omitzero"`
	Spent map[core.ID]time.Duration `json:"spent,omitempty"`
}

// Kept gives what a draft keeps of it.
func (t *Timer) Kept() string {
	raw, err := json.Marshal(keptTimer{t.item, t.since, t.spent})
	if err != nil {
		return ""
	}
	return string(raw)
}

// Resume goes on with what a draft kept for a meeting, where no timer was started since the program was. One that ran
// for longer than any meeting takes has been forgotten, and stands still.
func (t *Timer) Resume(meeting core.ID, kept string, now time.Time) {
	var k keptTimer
	if !t.meeting.IsZero() || json.Unmarshal([]byte(kept), &k) != nil {
		return
	}
	*t = Timer{meeting: meeting, item: k.Item, since: k.Since, spent: k.Spent}
	if ran := now.Sub(k.Since); ran < 0 || ran > maxRunning {
		t.since = time.Time{}
	}
}

// Meeting gives the meeting that it was started for last; zero for none.
func (t *Timer) Meeting() core.ID { return t.meeting }

// On tells whether it runs for a meeting.
func (t *Timer) On(meeting core.ID) bool { return t.meeting == meeting && !t.since.IsZero() }

// Item gives what is being talked about.
func (t *Timer) Item() core.ID { return t.item }

// Start begins with an item, or goes over to it. What was spent on another meeting is kept, and counts again when it is that one's.
func (t *Timer) Start(meeting, item core.ID, now time.Time) {
	t.Stop(now)
	if t.meeting != meeting {
		former := t.former
		if former == nil {
			former = map[core.ID]map[core.ID]time.Duration{}
		}
		former[t.meeting] = t.spent
		*t = Timer{meeting: meeting, spent: former[meeting], former: former}
	}
	t.item, t.since, t.closed = item, now, false
}

// Close stops it with its meeting, as of when the meeting was closed, and tells whether it was that meeting's.
func (t *Timer) Close(meeting core.ID, now time.Time) bool {
	if t.meeting != meeting {
		return false
	}
	t.closed, t.ran = true, t.On(meeting)
	t.Stop(now)
	return true
}

// Reopen goes on where the closing of a meeting was taken back, and tells whether there is anything of it to keep. The time
// in between does not count: nobody talked.
func (t *Timer) Reopen(meeting core.ID, now time.Time) bool {
	if t.meeting != meeting || !t.closed {
		return false
	}
	if t.closed = false; t.ran {
		t.Start(meeting, t.item, now)
	}
	return true
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

// Minutes gives how long a meeting has been talked about by the timer, in whole minutes and at most a day; 0 where it ran
// for less than one, or never for that meeting.
func (t *Timer) Minutes(meeting core.ID, now time.Time) int {
	all := t.whole(meeting, now)
	if all < time.Minute {
		return 0
	}
	return int(min(all.Round(time.Minute), 24*time.Hour) / time.Minute)
}

// whole gives how long a meeting has been talked about, also before another one.
func (t *Timer) whole(meeting core.ID, now time.Time) time.Duration {
	spent := t.spent
	if t.meeting != meeting {
		spent = t.former[meeting]
	}
	var all time.Duration
	for _, d := range spent {
		all += d
	}
	if t.On(meeting) {
		all += now.Sub(t.since)
	}
	return all
}

// Whole says in words how long the meeting that it runs for has run, and how much of so many minutes is left; over tells that
// none is. "" while it does not run for that meeting.
func (t *Timer) Whole(meeting core.ID, minutes int, now time.Time, w *locale.Words) (text string, over bool) {
	if !t.On(meeting) {
		return "", false
	}
	ran := t.whole(meeting, now).Truncate(time.Second)
	left := time.Duration(minutes)*time.Minute - ran
	if left < 0 {
		return w.T("meeting.ran_over", "time", w.Stopwatch(ran), "over", w.Stopwatch(-left)), true
	}
	return w.T("meeting.ran", "time", w.Stopwatch(ran), "left", w.Stopwatch(left)), false
}

// Left says in words how much time an item has; over tells that it has used it up.
func (t *Timer) Left(item Item, now time.Time, w *locale.Words) (text string, over bool) {
	spent := t.Spent(item.ID, now)
	if item.Minutes == 0 {
		return w.T("meeting.spent", "time", w.Stopwatch(spent)), false
	}
	left := time.Duration(item.Minutes)*time.Minute - spent
	if left < 0 {
		return w.T("meeting.over", "time", w.Stopwatch(-left)), true
	}
	return w.T("meeting.left", "time", w.Stopwatch(left)), false
}
