package uitest_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Wherever the time of a meeting to come stands, that of the one other stands beside it, where their clock shows another.
func TestTheOthersTimeStandsWhereverATimeStands(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(1280, 1600)})
	h.Settle()
	if _, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{
		Relationship: h.Relationship("Amina").ID, Start: core.NewDate(2026, 11, 26).At(16, 0), End: core.NewDate(2026, 11, 26).At(16, 45), Zone: "Europe/Berlin",
	}); err != nil {
		t.Fatal(err)
	}
	rel := h.Relationship("Amina")
	for name, c := range map[string]struct {
		to   shell.Route
		time string
	}{
		"this week": {shell.Route{Screen: "today"}, "16:00–16:45"},
		"overview":  {shell.Route{Screen: "relationship", ID: rel.ID}, "16:00–16:45"},
		"meetings":  {shell.Route{Screen: "relationship", ID: rel.ID, Tab: "meetings"}, "16:00–16:45"},
		"agenda":    {shell.Route{Screen: "calendar", Tab: "agenda"}, "16:00–16:45"},
	} {
		h.Go(c.to)
		found := false
		kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
			texts := kit.Texts(o)
			all := strings.Join(texts, " ")
			if len(texts) < 8 && strings.Contains(all, c.time) && strings.Contains(all, "18:00 in Nairobi") {
				found = true
			}
			return !found
		})
		if !found {
			t.Errorf("%s: nothing says 18:00 in Nairobi beside %s", name, c.time)
		}
	}
	free, err := h.Planner.Free(t.Context(), planner.FreeWish{People: []core.ID{h.Person("Amina").ID}, Days: 14, Limit: 3})
	if err != nil || len(free.Slots) == 0 || len(free.Others()) != 1 {
		t.Fatalf("%+v, %v", free, err)
	}
	h.Go(shell.Route{Screen: "calendar", Tab: "week"})
	for _, s := range free.Slots {
		h.Wants(h.Words.TheirClock(s.Start, free.Owner.Home(), free.Others()...))
	}
}
