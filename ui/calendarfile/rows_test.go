package calendarfile_test

import (
	"fmt"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/calendarfile"
)

func model(t *testing.T, plan *planner.CalendarPlan) *calendarfile.Model {
	t.Helper()
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	return calendarfile.NewModel(plan, w, core.NewDate(2026, 11, 23), "Europe/Berlin")
}

// Times are told by the owner's clock, with what the event's own shows; whole days have none, and UTC is nobody's.
func TestThePreviewTellsTimesByTheOwnersClock(t *testing.T) {
	at := core.NewDate(2026, 12, 10).At(1, 30)
	for name, c := range map[string]struct {
		step planner.CalendarStep
		want string
	}{
		"the owner's zone": {planner.CalendarStep{Start: at, Zone: "Europe/Berlin"}, "10 Dec 01:30 · busy time"},
		"the same clock":   {planner.CalendarStep{Start: at, Zone: "Europe/Paris"}, "10 Dec 01:30 · busy time"},
		"another zone":     {planner.CalendarStep{Start: at, Zone: "Africa/Nairobi"}, "9 Dec 23:30 · Thu 01:30 in Nairobi · busy time"},
		"UTC":              {planner.CalendarStep{Start: at, Zone: "UTC"}, "10 Dec 02:30 · busy time"},
		"any clock":        {planner.CalendarStep{Start: at}, "10 Dec 01:30 · busy time"},
		"with its end":     {planner.CalendarStep{Start: at, End: at.AddMinutes(60), Zone: "Africa/Nairobi"}, "9 Dec 23:30 – 10 Dec, 00:30 · Thu 01:30 in Nairobi · busy time"},
		"on one day":       {planner.CalendarStep{Start: at, End: at.AddMinutes(45), Zone: "Europe/Berlin"}, "10 Dec 01:30–02:15 · busy time"},
		"what recurs":      {planner.CalendarStep{Start: at, End: at.AddMinutes(30 * 60), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=3"}, "10 Dec 01:30 – 11 Dec, 07:30 · every Thursday, 3 times · busy time"},
		"until UTC's day":  {planner.CalendarStep{Start: at.AddMinutes(-60), End: at, Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;UNTIL=20261223T233000Z"}, "10 Dec 00:30–01:30 · every Thursday, until 24 December 2026 · busy time"},
		"until the last":   {planner.CalendarStep{Start: at, End: at.AddMinutes(30), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;UNTIL=20261230T120000Z", Except: []core.Civil{core.NewDate(2026, 12, 24).At(1, 30)}}, "10 Dec 01:30–02:00 · every Thursday, until 24 December 2026 · busy time"},
		"on other days":    {planner.CalendarStep{Start: at, End: at.AddMinutes(30), Zone: "Africa/Nairobi", Rule: "FREQ=WEEKLY;UNTIL=20261223T223000Z"}, "9 Dec 23:30 – 10 Dec, 00:00 · every Wednesday, until 23 December 2026 · Thu 01:30 in Nairobi · busy time"},
		"no rule":          {planner.CalendarStep{Start: at, Zone: "Europe/Berlin", Rule: "FREQ=NEVER"}, "10 Dec 01:30 · busy time"},
		"whole days":       {planner.CalendarStep{Start: core.NewDate(2026, 12, 10).At(0, 0), End: core.NewDate(2026, 12, 14).At(0, 0), AllDay: true}, "10–13 December 2026 · busy time"},
		"one whole day":    {planner.CalendarStep{Start: core.NewDate(2026, 12, 10).At(0, 0), End: core.NewDate(2026, 12, 11).At(0, 0), AllDay: true}, "10 Dec · busy time"},
		"a whole day":      {planner.CalendarStep{Start: core.NewDate(2026, 12, 10).At(0, 0), AllDay: true}, "10 Dec · busy time"},
	} {
		c.step.As, c.step.Does = core.KindBusy, planner.CalendarNew
		if got := model(t, &planner.CalendarPlan{Steps: []planner.CalendarStep{c.step}}).At(0).Caption; got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
	reply := planner.ReplyStep{Does: planner.CalendarNew, Answer: core.AnswerTentative, Start: at, Zone: "Africa/Nairobi"}
	from := reply
	from.Email, from.Sender = "amina@kijani.example", "juma@kijani.example"
	if got := model(t, &planner.CalendarPlan{Replies: []planner.ReplyStep{from}}).At(0).Caption; got != "proposes 9 Dec 23:30 · this answer for amina@kijani.example came from juma@kijani.example: check that it is really theirs" {
		t.Errorf("from another address: %s", got)
	}
	if got := model(t, &planner.CalendarPlan{Replies: []planner.ReplyStep{reply}}).At(0).Caption; got != "proposes 9 Dec 23:30" {
		t.Errorf("a proposal: %q", got)
	}
}

// Tasks and the like are none of the events: a row among what is skipped says how many there are.
func TestTasksAreSaidToBeSkipped(t *testing.T) {
	m := model(t, &planner.CalendarPlan{Others: 3, Steps: []planner.CalendarStep{{Title: "Talk", Does: planner.CalendarNew, As: core.KindBusy}}})
	m.Only(calendarfile.Refused)
	if m.Len() != 1 || m.At(0).Title != "3 tasks and similar items are skipped" || m.Count[calendarfile.Refused] != 1 || m.Changes() != 1 {
		t.Errorf("%d, %v", m.Len(), m.Count)
	}
}

// What is wrong in a file without losing anything stands by itself, after the events, and no more of a kind than can be
// read.
func TestFindingsThatLoseNothingStandByThemselves(t *testing.T) {
	plan := &planner.CalendarPlan{Name: "Work", Steps: []planner.CalendarStep{{Title: "Talk", Does: planner.CalendarNew, As: core.KindBusy}}}
	plan.Findings = []core.Finding{{Line: 3, Title: "No beginning", Flaw: core.FlawNotUTF8, Lost: true}, {Line: 1, Flaw: core.FlawByteMark}}
	for i := range 1000 {
		plan.Findings = append(plan.Findings, core.Finding{Line: 10 + i, UID: "x", Title: fmt.Sprintf("Talk %d", i), Flaw: core.FlawControl, Note: i%2 == 0})
	}
	m := model(t, plan)
	if m.All() != 2 || m.Len() != 2 || m.Count[calendarfile.Refused] != 1 || m.Count[calendarfile.Noted] != 1001 || m.Changes() != 1 {
		t.Errorf("%d of %d, %v", m.Len(), m.All(), m.Count)
	}
	m.Only(calendarfile.Noted)
	if m.Len() != 102 {
		t.Fatalf("%d rows of remarks", m.Len())
	}
	first, last := m.At(0), m.At(m.Len()-1)
	if first.Title != "Work" || !strings.HasPrefix(first.Caption, "line 1 · ") || m.At(1).Title != "Talk 0" || !strings.HasPrefix(last.Title, "… and 900 more: ") {
		t.Errorf("%+v, %+v", first, last)
	}
}
