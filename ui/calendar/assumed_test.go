package calendar

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// The card of free times says from when on somebody only counts as busy, and not why.
func TestFreeTimesSayWhatIsAssumed(t *testing.T) {
	maja := someone("Maja", "Europe/Berlin")
	f := &planner.FreeTimes{Owner: maja, People: []*core.Person{maja}, Minutes: 45}
	words := func(core.Language) *locale.Words { return english(t) }
	if m := NewFreeModel(core.ID{}, "Amina", f, english(t), words); m.Assumed != "" {
		t.Errorf("%q", m.Assumed)
	}
	f.Assumed = []planner.AssumedBusy{{Person: maja, Title: "Blip", From: time.Date(2026, 12, 21, 6, 39, 0, 0, time.UTC)}}
	f.NoZone = []*core.Person{someone("Ann", "")}
	const want = "Ann has no time zone here: yours is assumed\n" +
		"Maja counts as busy from Mon 21 Dec, 07:39 on: a busy time repeats too often to be followed to the end"
	if m := NewFreeModel(core.ID{}, "Amina", f, english(t), words); m.Assumed != want {
		t.Errorf("%q", m.Assumed)
	}
}
