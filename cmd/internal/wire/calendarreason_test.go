package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What is not taken says why.
func TestWhatIsNotTakenSaysWhy(t *testing.T) {
	p := open(t)
	plan := readCalendar(t, p, calendarText(
		eventText("a moment", "DTSTART:20261203T100000Z\nSUMMARY:A reminder\n"+amina),
		eventText("half", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T100000Z\nDTSTART:20261203T110000Z\nDURATION:PT1H\nSUMMARY:All later ones\n"+amina),
	), planner.CalendarAsBoth)
	for i, want := range []core.Code{core.CodeNoLength, core.CodeThisAndFuture} {
		if got := core.CodeOf(plan.Steps[i].Err); got != want {
			t.Errorf("%s: %s, not %s", plan.Steps[i].UID, got, want)
		}
	}
	invited := invitedMeeting(t, p)
	plan = readCalendar(t, p, strings.Replace(calendarText(eventText(invited.UID, "DTSTART:20261203T100000Z\nDTEND:20261203T110000Z\n"+
		"ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:juma@kijani.example\":mailto:amina.yusuf@kijani.example")), "PRODID", "METHOD:REPLY\r\nPRODID", 1), planner.CalendarAsBoth)
	if len(plan.Replies) != 1 || core.CodeOf(plan.Replies[0].Err) != core.CodeDelegated || !strings.Contains(plan.Replies[0].Err.Error(), "juma@kijani.example") {
		t.Errorf("%+v", plan.Replies)
	}
}

// invitedMeeting plans a meeting with Amina and invites her to it.
func invitedMeeting(t *testing.T, p *planner.Planner) *core.Meeting {
	t.Helper()
	m, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: named(t, p, "Amina").ID, Start: civil("2026-12-03T11:00"), Zone: "Europe/Berlin"})
	ok(t, err)
	_, err = p.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
	ok(t, err)
	return m
}

// A zone that nobody knows is asked for, by its name; what is said of it serves all events of the file.
func TestZonesThatNobodyKnowsAreNamed(t *testing.T) {
	p := open(t)
	text := calendarText(
		eventText("one", "DTSTART;TZID=Head office:20261203T100000\nDURATION:PT1H\nSUMMARY:One"),
		eventText("two", "DTSTART;TZID=Head office:20260703T100000\nDURATION:PT1H\nSUMMARY:Two"),
		eventText("three", "DTSTART;TZID=Harbour:20260703T100000\nDURATION:PT1H\nSUMMARY:Three"),
	)
	plan := readCalendar(t, p, text, planner.CalendarAsBusy)
	if got := strings.Join(plan.UnknownZones(), ", "); plan.Refused != 3 || got != "Head office, Harbour" && got != "Harbour, Head office" {
		t.Fatalf("%s: %q", sums(plan), got)
	}
	read := func(zones map[string]core.Zone) (*planner.CalendarPlan, error) {
		return p.CalendarFiles.ReadIn(t.Context(), "work.ics", strings.NewReader(text), planner.CalendarWay{As: planner.CalendarAsBusy, Zones: zones})
	}
	plan, err := read(map[string]core.Zone{"Head office": "America/New_York"})
	ok(t, err)
	if plan.New != 2 || strings.Join(plan.UnknownZones(), ", ") != "Harbour" {
		t.Errorf("%s, %v", sums(plan), plan.UnknownZones())
	}
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	all, err := p.Busy.Between(t.Context(), owner.ID, core.Period{From: core.NewDate(2026, 12, 3), To: core.NewDate(2026, 12, 4)})
	ok(t, err)
	if len(all) != 1 || all[0].Start.UTC().Hour() != 15 || all[0].Zone != "America/New_York" {
		t.Errorf("%+v", all)
	}
	if _, err := read(map[string]core.Zone{"Harbour": "Nowhere/Land"}); core.CodeOf(err) != core.CodeBadZone {
		t.Errorf("a zone that is none: %v", err)
	}
}
