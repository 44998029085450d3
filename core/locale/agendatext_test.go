package locale_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

func TestAgendaTextHoldsWhatAllMayRead(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	both := core.Visibility{Readers: []core.ID{pid(9), pid(1)}}
	start := core.NewDate(2026, 11, 23).At(14, 0)
	m := &core.Meeting{
		Start: start, End: start.AddMinutes(45), Zone: "Europe/Berlin", Link: "https://meet.example/amina", Reason: "secret", Agenda: []core.AgendaItem{
			{Text: "The talk", Minutes: 10, Owner: pid(1), Readers: both},
			{Text: "Her pay", Minutes: 5},
			{Text: "For another", Readers: core.Visibility{Readers: []core.ID{pid(9), pid(3)}}},
			{Text: "Gone on", Moved: true, Readers: both},
			{Text: "Next\nsteps", Readers: both},
		},
	}
	want := "Amina Yusuf\nMonday, 23 November, 14:00–14:45 (Berlin)\nhttps://meet.example/amina\n\n1. The talk (10 min, Amina)\n2. Next steps\n"
	if got := w.AgendaText(m, "Amina Yusuf", []core.ID{pid(1)}, map[core.ID]string{pid(1): "Amina"}); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := w.AgendaText(m, "x", nil, nil); got != "x\nMonday, 23 November, 14:00–14:45 (Berlin)\nhttps://meet.example/amina\n" {
		t.Errorf("to nobody: %q", got)
	}
	if got := w.AgendaText(m, "x", []core.ID{pid(1), pid(3)}, nil); got != "x\nMonday, 23 November, 14:00–14:45 (Berlin)\nhttps://meet.example/amina\n" {
		t.Errorf("to two: %q", got)
	}
}
