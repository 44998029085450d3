package wire

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// What is not taken says why.
func TestWhatIsNotTakenSaysWhy(t *testing.T) {
	p := open(t)
	plan := readCalendar(t, p, calendarText(
		eventText("a moment", "DTSTART:20261203T100000Z\nSUMMARY:A reminder"),
		eventText("half", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T100000Z\nDTSTART:20261203T110000Z\nDURATION:PT1H\nSUMMARY:All later ones\n"+amina),
		eventText("backwards", "DTSTART:20261203T100000Z\nDTEND:20261203T090000Z\nSUMMARY:Backwards\n"+amina),
		eventText("backwards always", "DTSTART:20261203T100000Z\nDTEND:20261203T090000Z\nRRULE:FREQ=WEEKLY\nSUMMARY:Backwards\n"+amina),
		eventText("negative", "DTSTART:20261203T100000Z\nDURATION:-PT1H\nSUMMARY:Backwards\n"+amina),
		eventText("at once", "DTSTART:20261203T100000Z\nDTEND:20261203T100000Z\nSUMMARY:At once\n"+amina),
		eventText("days", "DTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261201\nSUMMARY:Backwards"),
	), planner.CalendarAsBoth)
	if s := plan.Steps[0].Err; fmt.Sprint(s) == fmt.Sprint(plan.Steps[5].Err) {
		t.Errorf("an end that is the start is none: %v", s)
	}
	if s := plan.Steps[6]; s.Does != planner.CalendarNew || s.Kept != core.FlawOneDay {
		t.Errorf("days that end before they begin: %+v", s)
	}
	for i, want := range []core.Code{core.CodeNoLength, core.CodeThisAndFuture, core.CodeEndsFirst, core.CodeEndsFirst, core.CodeEndsFirst, core.CodeNoLength} {
		if got := core.CodeOf(plan.Steps[i].Err); got != want {
			t.Errorf("%s: %s, not %s", plan.Steps[i].UID, got, want)
		}
	}
	invited := invitedMeeting(t, p)
	plan = readCalendar(t, p, strings.Replace(calendarText(eventText(invited.UID, "DTSTART:20261203T100000Z\nDTEND:20261203T110000Z\n"+
		"ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:juma@kijani.example\":mailto:amina.yusuf@kijani.example")), "PRODID", "METHOD:REPLY\r\nPRODID", 1), planner.CalendarAsBoth)
	if len(plan.Replies) != 1 || plan.Replies[0].Err != nil || plan.Replies[0].Delegate != "juma@kijani.example" {
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

// Of what can be no meeting it is said why, and a time that is too long for one is busy time where that may be.
func TestWhyItIsNoMeeting(t *testing.T) {
	p := open(t)
	text := calendarText(
		eventText("days", "DTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261204\nSUMMARY:A day\n"+amina),
		eventText("dates", "DTSTART:20261203T100000Z\nDURATION:PT1H\nRDATE:"+manyDates(core.MaxDates+1)+"\nSUMMARY:Daily\n"+amina),
		eventText("hours", "DTSTART:20261203T100000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY;COUNT=3\nSUMMARY:Hourly\n"+amina),
		eventText("free", "DTSTART:20261203T100000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT\nSUMMARY:Free\n"+amina),
		eventText("nine days", "DTSTART:20261203T100000Z\nDURATION:P9D\nSUMMARY:Long\n"+amina),
		eventText("400 days", "DTSTART:20261203T100000Z\nDURATION:P400D\nSUMMARY:Longer\n"+amina),
	)
	for as, codes := range map[planner.CalendarAs][]core.Code{
		planner.CalendarAsMeetings: {core.CodeWholeDays, core.CodeOnlyDates, core.CodeNoSeries, core.CodeFreeTime, core.CodeBadNumber, core.CodeBadNumber},
		planner.CalendarAsBoth:     {"", "", "", "", "", core.CodeTooLongTime},
		planner.CalendarAsBusy:     {"", "", "", "", "", core.CodeTooLongTime},
	} {
		plan := readCalendar(t, p, text, as)
		for i, want := range codes {
			if s := plan.Steps[i]; s.Free != (s.UID == "free" && want == "") {
				t.Errorf("%s as %q takes time, or none: %+v", s.UID, as, s)
			}
			if got := core.CodeOf(plan.Steps[i].Err); got != want || want == "" && plan.Steps[i].As != core.KindBusy {
				t.Errorf("%s as %q: %v, want %q", plan.Steps[i].UID, as, plan.Steps[i].Err, want)
			}
		}
	}
}

// Of what fits two relationships equally well it is said that it does, and not that there is none.
func TestWhatFitsTwoSaysSo(t *testing.T) {
	p := open(t)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	rels, err := p.Relationships.All(t.Context())
	ok(t, err)
	var guests []string
	for _, rel := range rels {
		if others := rel.Others(owner.ID); rel.Live() && len(others) == 1 && len(guests) < 2 {
			who, err := p.People.Get(t.Context(), others[0])
			ok(t, err)
			guests = append(guests, "ATTENDEE:mailto:"+who.Email())
		}
	}
	text := calendarText(eventText("both", "DTSTART:20261203T100000Z\nDURATION:PT1H\nSUMMARY:Talk\n"+strings.Join(guests, "\n")))
	if s := readCalendar(t, p, text, planner.CalendarAsBoth).Steps[0]; s.As != core.KindBusy || s.Kept != core.FlawBusyTied {
		t.Errorf("%v: %+v", guests, s)
	}
	if s := readCalendar(t, p, text, planner.CalendarAsMeetings).Steps[0]; core.CodeOf(s.Err) != core.CodeTied {
		t.Errorf("%v: %v", guests, s.Err)
	}
}

// Nobody but the organizer calls off: a guest's cancellation of the owner's meeting, whatever it lacks, is not taken,
// and says why. What is off here already is known.
func TestAGuestCallsNothingOff(t *testing.T) {
	p := open(t)
	m, s := invitedMeeting(t, p), weekly(t, p, "FREQ=WEEKLY;COUNT=4")
	_, err := p.Invitations.Send(t.Context(), s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
	ok(t, err)
	guests := "ORGANIZER:mailto:maja@lindqvist.example\nATTENDEE:mailto:amina.yusuf@kijani.example\nSEQUENCE:9\n"
	one := "DTSTART:20261203T100000Z\nDURATION:PT45M\n"
	original := "RECURRENCE-ID:20261210T150000Z\n"
	before := contents(t, p)
	for name, event := range map[string]string{
		"a meeting":                    eventText(m.UID, one+guests+"STATUS:CANCELLED"),
		"without a status":             eventText(m.UID, one+guests),
		"without a start":              eventText(m.UID, guests),
		"a series":                     eventText(s.UID, "DTSTART:20261203T150000Z\nDURATION:PT45M\n"+guests+"STATUS:CANCELLED"),
		"a series without a start":     eventText(s.UID, guests),
		"one of it":                    eventText(s.UID, original+"DTSTART:20261210T150000Z\nDURATION:PT45M\n"+guests),
		"one of it without a start":    eventText(s.UID, original+guests),
		"in the name of another guest": eventText(m.UID, strings.Replace(guests, "maja@lindqvist", "eve@evil", 1)),
	} {
		plan := readCalendar(t, p, itip("CANCEL", event), planner.CalendarAsBoth)
		if plan.Refused != 1 || core.CodeOf(plan.Steps[0].Err) != core.CodeOwnCancel {
			t.Errorf("%s: %s, %+v", name, sums(plan), plan.Steps)
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	}
	if contents(t, p) != before {
		t.Error("something changed")
	}
	ok(t, p.Meetings.Cancel(t.Context(), m.ID, ""))
	if got := take(t, p, itip("CANCEL", eventText(m.UID, one+guests))); got != same {
		t.Errorf("what is off: %s", got)
	}
}

// A guest asks for the latest version (RFC 5546 3.2.6): nothing changes here, and it is said of what.
func TestAGuestAsksForTheLatestVersion(t *testing.T) {
	p := open(t)
	m, s := invitedMeeting(t, p), weekly(t, p, "FREQ=WEEKLY;COUNT=4")
	_, err := p.Invitations.Send(t.Context(), s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
	ok(t, err)
	ok(t, p.Meetings.Move(t.Context(), occurrence(s, "2026-12-17T16:00"), civil("2026-12-18T16:00"), core.Civil{}, ""))
	guest := "ORGANIZER:mailto:maja@lindqvist.example\nATTENDEE:mailto:amina.yusuf@kijani.example\n"
	before := contents(t, p)
	for name, c := range map[string]struct {
		event string
		about core.ID
		code  core.Code
	}{
		"a meeting":                 {eventText(m.UID, guest), m.ID, ""},
		"a series":                  {eventText(s.UID, guest), s.ID, ""},
		"one of it":                 {eventText(s.UID, guest+"RECURRENCE-ID:20261210T150000Z"), occurrence(s, "2026-12-10T16:00"), ""},
		"a moved one":               {eventText(s.UID, guest+"RECURRENCE-ID:20261217T150000Z"), occurrence(s, "2026-12-17T16:00"), ""},
		"one that there is not":     {eventText(s.UID, guest+"RECURRENCE-ID:20261211T150000Z"), core.ID{}, core.CodeNotFound},
		"from nobody who was asked": {eventText(m.UID, "ATTENDEE:mailto:eve@evil.example"), core.ID{}, core.CodeNotInvited},
	} {
		plan := readCalendar(t, p, itip("REFRESH", c.event), planner.CalendarAsBoth)
		if len(plan.Replies) != 1 || len(plan.Steps) != 0 || core.CodeOf(plan.Replies[0].Err) != c.code {
			t.Fatalf("%s: %+v", name, plan)
		}
		step := plan.Replies[0]
		if c.code == "" && (!step.Asks || step.About != c.about || step.Name != "Amina Yusuf" || step.Does != planner.CalendarSame) {
			t.Errorf("%s: %+v", name, step)
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		if c.code != "" {
			continue
		}
		if _, err := p.Invitations.Prepare(t.Context(), step.About, core.MethodRequest); err != nil {
			t.Errorf("%s: it can't be sent: %v", name, err)
		}
	}
	if contents(t, p) != before {
		t.Error("something changed")
	}
}

// What guests say of another's meeting is told as what it is: an answer, a proposal, or a wish for the latest version.
func TestWhatIsSaidOfAnothersMeetingIsNamed(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("theirs", "DTSTART:20261201T100000Z\nDURATION:PT1H\n"+withAmina)))
	for method, want := range map[string]string{"REPLY": "it answers somebody else’s", "COUNTER": "proposes another time", "REFRESH": "asks for the latest version"} {
		event := eventText("theirs", "DTSTART:20261203T100000Z\nDTEND:20261203T110000Z\nORGANIZER:mailto:amina.yusuf@kijani.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:juma@kijani.example")
		plan := readCalendar(t, p, itip(method, event), planner.CalendarAsBoth)
		if len(plan.Replies) != 1 || core.CodeOf(plan.Replies[0].Err) != core.CodeNotOurs {
			t.Fatalf("%s: %+v", method, plan)
		}
		words, err := locale.New(core.English)
		ok(t, err)
		if got := words.Error(plan.Replies[0].Err); !strings.Contains(got, want) && !strings.Contains(strings.ToLower(got), want) {
			t.Errorf("%s: %s", method, got)
		}
	}
}

// A message that asks for what is not done here says so, whether what it is about is here or not, and changes nothing.
func TestMessagesThatAreNotTaken(t *testing.T) {
	p := open(t)
	m := invitedMeeting(t, p)
	take(t, p, itip("REQUEST", eventText("theirs", "DTSTART:20261201T100000Z\nDURATION:PT1H\n"+withAmina)))
	take(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=4")))
	before := contents(t, p)
	for _, uid := range []string{m.UID, "theirs", "run", "nobody's"} {
		event := eventText(uid, "DTSTART:20261215T100000Z\nDURATION:PT1H\nSEQUENCE:2\n"+withAmina)
		for method, want := range map[string]core.Code{"ADD": core.CodeAdds, "DECLINECOUNTER": core.CodeKeepsTime, "FOO": core.CodeBadMethod} {
			plan := readCalendar(t, p, itip(method, event), planner.CalendarAsBoth)
			if len(plan.Steps) != 1 || plan.Refused != 1 || core.CodeOf(plan.Steps[0].Err) != want {
				t.Errorf("%s of %s: %s, %+v", method, uid, sums(plan), plan.Steps)
			}
			if e := core.Problems(plan.Steps[0].Err)[0]; method != "FOO" && (e.Args["state"] == "own") != (uid == m.UID) {
				t.Errorf("%s of %s: %v", method, uid, e)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		}
	}
	if contents(t, p) != before {
		t.Error("something changed")
	}
}

// A proposal of the time that a meeting has proposes nothing: by itself, of a series or one of it, by whatever clock.
func TestAProposalOfThePresentTime(t *testing.T) {
	p := open(t)
	m := invitedMeeting(t, p)
	s, d := inviteAll(t, p, "FREQ=WEEKLY;COUNT=3")
	ok(t, p.Meetings.Move(t.Context(), occurrence(s, "2026-12-17T16:00"), civil("2026-12-18T16:00"), core.Civil{}, ""))
	_, err := p.Invitations.Send(t.Context(), s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
	ok(t, err)
	minutes, alone := fmt.Sprintf("PT%dM", s.Length()), fmt.Sprintf("PT%dM", m.Length())
	at := func(uid, start, length, more string) string {
		text := replyText("COUNTER", uid, d.Sequence, "20261123T130000Z", says("TENTATIVE"), more)
		return strings.NewReplacer("DTSTART:20270101T100000Z", "DTSTART"+start, "DTEND:20270101T110000Z", "DURATION:"+length).Replace(text)
	}
	for name, c := range map[string]struct {
		text string
		code core.Code
	}{
		"a meeting":                   {at(m.UID, ";TZID=Europe/Berlin:20261203T110000", alone, ""), core.CodeNoProposal},
		"by another clock":            {at(m.UID, ":20261203T100000Z", alone, ""), core.CodeNoProposal},
		"a series":                    {at(s.UID, ";TZID=Europe/Berlin:20261203T160000", minutes, ""), core.CodeNoProposal},
		"a series by its rule":        {at(s.UID, ";TZID=Europe/Berlin:20261203T160000", minutes, "\r\nRRULE:"+s.Rule), core.CodeNoProposal},
		"one of it":                   {at(s.UID, ":20261210T150000Z", minutes, "\r\nRECURRENCE-ID:20261210T150000Z"), core.CodeNoProposal},
		"a moved one":                 {strings.Replace(at(s.UID, ":20261218T150000Z", minutes, "\r\nRECURRENCE-ID:20261217T150000Z"), "SEQUENCE:0", "SEQUENCE:1", 1), core.CodeNoProposal},
		"a moved one where it was":    {strings.Replace(at(s.UID, ":20261217T150000Z", minutes, "\r\nRECURRENCE-ID:20261217T150000Z"), "SEQUENCE:0", "SEQUENCE:1", 1), ""},
		"a series by another rule":    {at(s.UID, ";TZID=Europe/Berlin:20261203T160000", minutes, "\r\nRRULE:FREQ=WEEKLY;INTERVAL=2"), ""},
		"a meeting of another length": {at(m.UID, ":20261203T100000Z", "PT3H", ""), ""},
	} {
		plan := readCalendar(t, p, c.text, planner.CalendarAsBoth)
		if len(plan.Replies) != 1 || core.CodeOf(plan.Replies[0].Err) != c.code {
			t.Errorf("%s: %+v", name, plan.Replies)
		}
	}
	// One that was taken, and comes again, is known.
	later := at(m.UID, ":20261203T120000Z", alone, "")
	answer(t, p, "c.ics", later)
	ok(t, p.Replies.Take(t.Context(), said(t, p, m.ID).Reply.ID))
	if step := answer(t, p, "c.ics", later); step.Does != planner.CalendarSame {
		t.Errorf("%+v", step)
	}
}
