package wire

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// watch is a clock that a test sets.
type watch struct{ at time.Time }

func (w *watch) Now() time.Time { return w.at }

func openAt(t *testing.T, w *watch) *planner.Planner {
	t.Helper()
	store, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), "a.mentorbook"), storage.Options{})
	ok(t, err)
	t.Cleanup(func() { ok(t, store.Close()) })
	p, err := Planner(t.Context(), store, w, "test", core.English)
	ok(t, err)
	ok(t, sample.Fill(t.Context(), p, sample.Options{As: core.RoleMentor, Now: w.at}, nil))
	return p
}

// reminders gives what is told now, remembers that it was, and gives when to ask again.
func reminders(t *testing.T, p *planner.Planner, w *watch) (told []string, next time.Time) {
	t.Helper()
	r, err := p.Reminders(t.Context())
	ok(t, err)
	for _, x := range r.Due {
		name := x.Name
		if x.Missed {
			name = "missed " + name
		}
		told = append(told, name)
	}
	ok(t, p.Reminded(t.Context(), w.at))
	return told, r.Next
}

// A day with the program on, off and on again: each meeting is told of once, what was missed is told as that,
// and nothing is told in quiet hours.
func TestRemindersThroughADay(t *testing.T) {
	w := &watch{noon()} // 13:20 in Berlin; Amina at 14:00, Ivan at 18:00
	p := openAt(t, w)
	told, next := reminders(t, p, w)
	if len(told) != 0 || next.Sub(w.at) != 25*time.Minute {
		t.Fatalf("%q, next in %v", told, next.Sub(w.at))
	}
	w.at = next
	if told, next = reminders(t, p, w); len(told) != 1 || told[0] != "Amina Yusuf" {
		t.Fatalf("%q", told)
	}
	if told, _ = reminders(t, p, w); len(told) != 0 {
		t.Errorf("told again: %q", told)
	}
	w.at = next.Add(40 * time.Minute) // the program was off while Ivan's meeting began
	if told, _ = reminders(t, p, w); len(told) != 1 || told[0] != "missed Иван Петров" {
		t.Errorf("%q", told)
	}
}

func TestRemindersOfTheMeetingAndOfQuietHours(t *testing.T) {
	w := &watch{noon()}
	p := openAt(t, w)
	today, err := p.Today(t.Context())
	ok(t, err)
	set := func(minutes int, quiet core.Hours) (next time.Time) {
		t.Helper()
		ok(t, p.Meetings.Change(t.Context(), today.Next.Meeting.ID, func(m *core.Meeting) error {
			m.Reminders = core.NewReminders(minutes)
			return nil
		}))
		ok(t, p.People.Change(t.Context(), today.Owner.ID, func(o *core.Person) error {
			o.Quiet = quiet
			return nil
		}))
		r, err := p.Reminders(t.Context())
		ok(t, err)
		return r.Next
	}
	berlin := func(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour-1, minute, 0, 0, time.UTC) }
	for _, c := range []struct {
		minutes int
		quiet   core.Hours
		want    time.Time
	}{
		{5, core.Hours{}, berlin(13, 55)},
		{30, core.Hours{}, berlin(13, 30)},
		{30, core.Hours{From: 13 * 60, To: 13*60 + 45}, berlin(13, 45)}, // told when the quiet hours end
		{30, core.Hours{From: 13 * 60, To: 15 * 60}, berlin(17, 45)},    // they end too late: Ivan is next
		{0, core.Hours{}, berlin(17, 45)},                               // none wanted
		{30, core.Hours{From: 22 * 60, To: 13*60 + 50}, berlin(13, 50)}, // a night that ends today
	} {
		if got := set(c.minutes, c.quiet); !got.Equal(c.want) {
			t.Errorf("%d minutes, quiet %v: next at %v, not %v", c.minutes, c.quiet, got, c.want)
		}
	}
}

// A workspace that was opened before any reminder was due has missed what began since, and one that never was, nothing.
func TestWhatWasMissedCountsFromTheFirstOpening(t *testing.T) {
	w := &watch{noon()}
	p := openAt(t, w)
	r, err := p.Reminders(t.Context())
	ok(t, err)
	if !r.New || len(r.Due) != 0 {
		t.Fatalf("at the first opening: %+v", r)
	}
	later := noon().Add(6 * time.Hour) // Amina's and Ivan's meetings are over
	w.at = later
	if r, err = p.Reminders(t.Context()); err != nil || len(r.Due) != 0 {
		t.Errorf("missed by a workspace that nobody had open: %v, %v", r.Due, err)
	}
	ok(t, p.Reminded(t.Context(), noon()))
	if told, _ := reminders(t, p, w); !slices.Equal(told, []string{"missed Amina Yusuf", "missed Иван Петров"}) {
		t.Errorf("missed since the first opening: %q", told)
	}
	if r, err = p.Reminders(t.Context()); err != nil || r.New || len(r.Due) != 0 {
		t.Errorf("told again: %+v, %v", r, err)
	}
}

// A meeting with several reminders is told of at each of them; after a time away, once.
func TestSeveralRemindersOfOneMeeting(t *testing.T) {
	w := &watch{noon()}
	p := openAt(t, w)
	today, err := p.Today(t.Context())
	ok(t, err)
	amina := today.Next.Meeting
	start, err := amina.StartAt()
	ok(t, err)
	ok(t, p.Meetings.Change(t.Context(), amina.ID, func(m *core.Meeting) error {
		m.Reminders = core.NewReminders(5, 30, 10)
		return nil
	}))
	for _, before := range []time.Duration{30, 10, 5} {
		_, next := reminders(t, p, w)
		if left := start.Sub(next); left != before*time.Minute {
			t.Fatalf("told %v before the meeting, not %d minutes", left, before)
		}
		w.at = next
		if told, _ := reminders(t, p, w); len(told) != 1 || told[0] != "Amina Yusuf" {
			t.Errorf("%d minutes before: %q", before, told)
		}
	}
	ok(t, p.Meetings.Change(t.Context(), amina.ID, func(m *core.Meeting) error {
		m.Reminders = core.NewReminders(4, 3, 2)
		return nil
	}))
	w.at = start.Add(-time.Minute) // the machine slept
	if told, _ := reminders(t, p, w); len(told) != 1 {
		t.Errorf("after sleep: %q", told)
	}
}

// What was put off comes back only while the meeting is planned and ahead, and never in quiet hours.
func TestRemindAgain(t *testing.T) {
	w := &watch{noon()}
	p := openAt(t, w)
	today, err := p.Today(t.Context())
	ok(t, err)
	id := today.Next.Meeting.ID
	again := func(want bool, why string) {
		t.Helper()
		r, err := p.RemindAgain(t.Context(), id)
		ok(t, err)
		if (r != nil) != want || r != nil && (r.Missed || r.Name != "Amina Yusuf") {
			t.Errorf("%s: %+v", why, r)
		}
	}
	quiet := func(h core.Hours) {
		ok(t, p.People.Change(t.Context(), today.Owner.ID, func(o *core.Person) error {
			o.Quiet = h
			return nil
		}))
	}
	again(true, "ahead")
	quiet(core.Hours{From: 13 * 60, To: 14 * 60})
	again(false, "in quiet hours")
	quiet(core.Hours{})
	w.at = w.at.Add(time.Hour)
	again(false, "begun")
	w.at = noon()
	ok(t, p.Meetings.Cancel(t.Context(), id, ""))
	again(false, "called off")
	id = core.ID{15: 9}
	again(false, "deleted")
}

// What was put off is remembered in the workspace until it is told; what is long past is forgotten by itself.
func TestPutOffIsRemembered(t *testing.T) {
	w := &watch{noon()}
	p := openAt(t, w)
	a, b := core.ID{15: 1}, core.ID{15: 2}
	ok(t, p.PutOff(t.Context(), a, w.at.Add(10*time.Minute)))
	ok(t, p.PutOff(t.Context(), b, w.at.Add(20*time.Minute)))
	all, err := p.PutOffs(t.Context())
	ok(t, err)
	if len(all) != 2 || !all[a].Equal(w.at.Add(10*time.Minute)) {
		t.Errorf("%v", all)
	}
	ok(t, p.PutOff(t.Context(), a, time.Time{}))
	if all, err = p.PutOffs(t.Context()); err != nil || len(all) != 1 {
		t.Errorf("%v, %v", all, err)
	}
	w.at = w.at.AddDate(0, 1, 0)
	ok(t, p.PutOff(t.Context(), a, time.Time{}))
	if all, err = p.PutOffs(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("a month later: %v, %v", all, err)
	}
}
