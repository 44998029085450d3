package meeting

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// The timer runs for a meeting without an agenda too: how long it has run, and how much is left. Whatever is talked about in
// between counts, and a draft keeps it.
func TestTheTimerTellsOfTheMeeting(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	at := func(minutes, seconds int) time.Time {
		return now.Add(time.Duration(minutes)*time.Minute + time.Duration(seconds)*time.Second)
	}
	ru, err := locale.New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	var timer Timer
	if text, _ := timer.Whole(id(50), 45, now, english(t)); text != "" {
		t.Errorf("off, it says %q", text)
	}
	timer.Start(id(50), core.ID{}, now)
	timer.Start(id(50), id(1), at(10, 0))
	timer.Start(id(50), core.ID{}, at(15, 0))
	var kept Timer
	kept.Resume(id(50), timer.Kept(), at(20, 0))
	for _, c := range []struct {
		w    *locale.Words
		now  time.Time
		text string
		over bool
	}{
		{english(t), at(20, 30), "The meeting has run 20 min 30 s, 24 min 30 s left", false},
		{ru, at(20, 30), "Встреча идёт 20 мин 30 с, осталось 24 мин 30 с", false},
		{english(t), at(46, 5), "The meeting has run 46 min 5 s, 1 min 5 s over", true},
		{ru, at(46, 5), "Встреча идёт 46 мин 5 с, на 1 мин 5 с дольше", true},
	} {
		for _, timer := range []*Timer{&timer, &kept} {
			if text, over := timer.Whole(id(50), 45, c.now, c.w); text != c.text || over != c.over {
				t.Errorf("%q, %v; want %q", text, over, c.text)
			}
		}
	}
	if text, _ := timer.Whole(id(51), 45, at(20, 0), ru); text != "" {
		t.Errorf("of another meeting it says %q", text)
	}
	timer.Stop(at(21, 0))
	if text, _ := timer.Whole(id(50), 45, at(22, 0), ru); text != "" || timer.Minutes(id(50), at(22, 0)) != 21 {
		t.Errorf("stopped, it says %q and %d minutes", text, timer.Minutes(id(50), at(22, 0)))
	}
}
