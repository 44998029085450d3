package uitest_test

import (
	"os"
	"path/filepath"
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

// So it does in dialogs, in previews and outside the window: what calls a meeting off, what an invitation in a file would
// bring, and the next meeting of the tray.
func TestTheOthersTimeStandsInDialogsToo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{
		Relationship: h.Relationship("Amina").ID, Start: core.NewDate(2026, 11, 26).At(16, 0), End: core.NewDate(2026, 11, 26).At(16, 45), Zone: "Europe/Berlin",
	})
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Run("meeting.cancel")
	h.Wants("16:00–16:45 · 18:00 in Nairobi")
	h.Keys("Escape")

	path := filepath.Join(h.Dir, "from-amina.ics")
	invitation := strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:talk@kijani.example", "DTSTAMP:20261120T080000Z",
		"DTSTART:20261201T090000Z", "DTEND:20261201T100000Z", "SUMMARY:The talk", "ORGANIZER:mailto:" + h.Person("Amina").Email(), "END:VEVENT", "END:VCALENDAR", "",
	}, "\r\n")
	if err := os.WriteFile(path, []byte(invitation), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Wants("The talk", "12:00 in Nairobi")
	h.Keys("Escape")

	next, err := h.Planner.NextMeeting(t.Context())
	if err != nil || len(next.Others) != 1 || next.Others[0].ID != h.Person("Amina").ID || next.Home != "Europe/Berlin" {
		t.Errorf("%+v, %v", next, err)
	}
}
