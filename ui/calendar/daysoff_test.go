package calendar

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Days off that lie over each other are said once in a day of the week and of the month, of whomever they are; the list names each.
func TestDaysOffOverEachOtherAreSaidOnce(t *testing.T) {
	off := func(n int, name, title string, from, to int) planner.CalendarBusy {
		return planner.CalendarBusy{Busy: &core.Busy{Head: core.Head{ID: core.ID{15: byte(n)}}, AllDay: true, Title: title}, Name: name, Start: day(3, from).At(0, 0), End: day(3, to).At(0, 0)}
	}
	for view, want := range map[View]string{Week: "23 Busy Amina|24 Busy Amina, Chen|24 Talk|25 Busy Chen", Month: "23 Busy Amina|24 Busy Amina, Chen|24 Talk|25 Busy Chen", Agenda: "23 Busy Amina|23 Busy Amina|24 Busy Amina|24 Busy Chen|24 Talk|25 Busy Chen"} {
		c := &planner.Calendar{
			Period: core.Period{From: day(3, 23), To: day(3, 30)}, Now: day(3, 25).At(12, 0), Owner: someone("Maja", "Europe/Berlin"), Length: 45,
			Busy: []planner.CalendarBusy{off(1, "Amina", "", 23, 25), off(2, "Amina", "", 23, 24), off(3, "Chen", "", 24, 26), off(4, "", "Talk", 24, 25)},
		}
		m := NewModel(c, State{view, day(3, 25)}, Show{Meetings: true}, english(t))
		var said []string
		for d := c.Period.From; d.Before(c.Period.To); d = d.AddDays(1) {
			for _, b := range m.On(d) {
				said = append(said, strings.TrimSpace(strconv.Itoa(d.Day)+" "+b.Title+" "+b.Caption))
			}
		}
		slices.Sort(said)
		if got := strings.Join(said, "|"); got != want {
			t.Errorf("%s: %s", view, got)
		}
	}
}
