package wire

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Only what is between the two sides becomes a meeting by itself: nobody is invited who was not, and what many come to is none.
func TestOnlyWhatIsBetweenTheSidesIsAMeetingByItself(t *testing.T) {
	many := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "ATTENDEE:mailto:p%d@x.example\n", i)
		}
		return b.String()
	}
	const gus, ann, mine, anns = "ATTENDEE:mailto:gus@gst.example\n", "ATTENDEE:mailto:ann@ann.example\n", "ORGANIZER:mailto:olga@org.example\n", "ORGANIZER:mailto:ann@ann.example\nATTENDEE:mailto:olga@org.example\n"
	for name, c := range map[string]struct {
		who  string
		as   planner.CalendarAs
		want core.Kind
		why  core.Flaw
		code core.Code
	}{
		"the mentee alone":                         {who: mine + gus, want: core.KindMeeting},
		"all of the circle":                        {who: mine + gus + ann, want: core.KindMeeting},
		"one of the circle":                        {who: mine + ann, want: core.KindBusy, why: core.FlawBusyCircle},
		"one of the circle, as meetings":           {who: mine + ann, as: planner.CalendarAsMeetings, code: core.CodeNotAllGuests},
		"one of the circle invites":                {who: anns, want: core.KindBusy, why: core.FlawBusyCircle},
		"one of the circle invites all":            {who: anns + gus, want: core.KindMeeting},
		"one of the circle invites, as meetings":   {who: anns, as: planner.CalendarAsMeetings, code: core.CodeNotAllGuests},
		"one who is met alone, too, invites":       {who: "ORGANIZER:mailto:gus@gst.example\nATTENDEE:mailto:olga@org.example\n", want: core.KindMeeting},
		"an assistant invites":                     {who: "ORGANIZER:mailto:pa@x.example\nATTENDEE:mailto:olga@org.example\n" + gus, want: core.KindMeeting},
		"with rooms and things":                    {who: mine + gus + "ATTENDEE;CUTYPE=ROOM:mailto:r1@x.example\nATTENDEE;CUTYPE=RESOURCE:mailto:r2@x.example\nATTENDEE;CUTYPE=UNKNOWN:mailto:r3@x.example\n", want: core.KindMeeting},
		"two strangers":                            {who: mine + gus + many(2), want: core.KindMeeting},
		"three strangers":                          {who: mine + gus + many(3), want: core.KindBusy, why: core.FlawBusyMany},
		"a company's meeting":                      {who: "ORGANIZER:mailto:hr@x.example\nATTENDEE:mailto:olga@org.example\n" + gus + many(60), want: core.KindBusy, why: core.FlawBusyMany},
		"a company's meeting, wanted as a meeting": {who: "ORGANIZER:mailto:hr@x.example\nATTENDEE:mailto:olga@org.example\n" + gus + many(60), as: planner.CalendarAsMeetings, want: core.KindMeeting},
	} {
		for _, rule := range []string{"", "RRULE:FREQ=WEEKLY;COUNT=3\n"} {
			t.Run(name+rule, func(t *testing.T) {
				talk := converse(t)
				olga, err := talk.organizer.Workspace.Owner(t.Context())
				ok(t, err)
				rel, err := talk.organizer.Relationships.Get(t.Context(), talk.rel)
				ok(t, err)
				guest := rel.Others(olga.ID)[0]
				_, err = talk.organizer.Relationships.Begin(t.Context(), core.Relationship{
					Format: core.FormatGroup, Duration: core.DurationLong, Specialisation: core.SpecCareer, Name: "Circle",
					Participants: []core.Participant{{Person: olga.ID, Role: core.RoleMentor}, {Person: guest, Role: core.RoleMentee}, {Role: core.RoleMentee}},
				}, map[int]core.Person{2: {Name: "Ann", Emails: []string{"ann@ann.example"}}})
				ok(t, err)
				text := "SUMMARY:Talk\n" + c.who + rule + "DTSTART;TZID=Europe/Berlin:20261204T160000\nDURATION:PT1H"
				plan := readCalendar(t, talk.organizer, calendarText(eventText("e", text)), c.as)
				s := plan.Steps[0]
				want := c.want
				if want == core.KindMeeting && rule != "" {
					want = core.KindSeries
				}
				switch {
				case c.code != "":
					if core.CodeOf(s.Err) != c.code {
						t.Errorf("%s, %v", s.As, s.Err)
					}
				case s.As != want || s.Does != planner.CalendarNew || s.Kept != c.why:
					t.Errorf("%s %s %q %v", s.As, s.Does, s.Kept, s.Err)
				}
			})
		}
	}
}

// What one of a circle invites to is a meeting of the circle where it is invited, but for a few; where it is not it is one of the two,
// or busy time where they are in no relationship of their own.
func TestOfACircleOnlyWhatItIsInvitedTo(t *testing.T) {
	for _, c := range []struct {
		invited int // of five, with who invites
		met     bool
		want    string
		why     core.Flaw
	}{
		{1, false, "", core.FlawBusyCircle},
		{2, false, "", core.FlawBusyCircle},
		{3, false, "Circle", ""},
		{5, false, "Circle", ""},
		{1, true, "One 0", ""},
		{2, true, "One 0", ""},
		{3, true, "Circle", ""},
		{5, true, "Circle", ""},
	} {
		p := converse(t).organizer
		olga, err := p.Workspace.Owner(t.Context())
		ok(t, err)
		begin := func(rel core.Relationship, people map[int]core.Person) {
			rel.Duration, rel.Specialisation = core.DurationLong, core.SpecCareer
			_, err := p.Relationships.Begin(t.Context(), rel, people)
			ok(t, err)
		}
		people, who, sides := map[int]core.Person{}, "", []core.Participant{{Person: olga.ID, Role: core.RoleMentor}}
		for i := range 5 {
			one := core.Person{Name: fmt.Sprint("One ", i), Emails: []string{fmt.Sprintf("one%d@circle.example", i)}}
			people[i+1], sides = one, append(sides, core.Participant{Role: core.RoleMentee})
			if i < c.invited {
				who += "ATTENDEE:mailto:" + one.Emails[0] + "\n"
			}
		}
		begin(core.Relationship{Format: core.FormatGroup, Name: "Circle", Participants: sides}, people)
		if c.met {
			all, err := p.People.All(t.Context())
			ok(t, err)
			at := slices.IndexFunc(all, func(one *core.Person) bool { return one.Name == "One 0" })
			begin(core.Relationship{Format: core.FormatIndividual, Participants: []core.Participant{sides[0], {Person: all[at].ID, Role: core.RoleMentee}}}, nil)
		}
		text := "SUMMARY:Talk\nORGANIZER:mailto:one0@circle.example\nATTENDEE:mailto:olga@org.example\n" + who + "DTSTART:20261204T150000Z\nDURATION:PT1H"
		s := readCalendar(t, p, itip("REQUEST", eventText("e", text)), planner.CalendarAsBoth).Steps[0]
		if s.With != c.want || s.Kept != c.why || s.Err != nil {
			t.Errorf("%d of five, met %v: %q, %q, %v", c.invited, c.met, s.With, s.Kept, s.Err)
		}
	}
}

// Of a meeting of which its organizer makes a whole day nothing stands at its old hour: it is busy time, or off where it is
// prepared; so it is where busy time is wanted. It is a meeting again when it has an hour again.
func TestAMeetingThatBecomesAWholeDayIsNoMeetingAnyMore(t *testing.T) {
	const who = "SUMMARY:Talk\nORGANIZER:mailto:olga@org.example\nATTENDEE:mailto:gus@gst.example\n"
	timed, day := itip("REQUEST", eventText("e", who+"SEQUENCE:0\nDTSTART:20261204T150000Z\nDURATION:PT1H")), itip("REQUEST", eventText("e", who+"SEQUENCE:1\nDTSTART;VALUE=DATE:20261204\nDTEND;VALUE=DATE:20261205"))
	back := itip("REQUEST", eventText("e", who+"SEQUENCE:2\nDTSTART:20261207T150000Z\nDURATION:PT1H"))
	for _, as := range []planner.CalendarAs{planner.CalendarAsBoth, planner.CalendarAsBusy} {
		for _, ready := range []bool{false, true} {
			c := converse(t)
			take(t, c.guest, timed)
			find := func() (on, off *core.Meeting) {
				all, err := c.guest.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 1, 1)})
				ok(t, err)
				for _, m := range all {
					if m.Off() {
						off = m
					} else {
						on = m
					}
				}
				return on, off
			}
			m, _ := find()
			why := core.FlawNowDays
			if ready {
				owner, err := c.guest.Workspace.Owner(t.Context())
				ok(t, err)
				_, err = c.guest.Agendas.Add(t.Context(), m.ID, core.AgendaItem{Text: "Ask", Owner: owner.ID})
				ok(t, err)
				why = core.FlawNowDaysOff
			}
			plan := readCalendar(t, c.guest, day, as)
			if s := plan.Steps[0]; s.Does != planner.CalendarChanged || s.Kept != why || s.Err != nil {
				t.Errorf("%+v", s)
			}
			ok(t, c.guest.CalendarFiles.Import(t.Context(), plan, nil))
			if on, off := find(); on != nil || (off != nil) != ready {
				t.Errorf("%v %v: on %v, off %v", as, ready, on, off)
			}
			if got := take(t, c.guest, day); got != "new 0, changed 0, same 1, refused 0" {
				t.Errorf("once more: %s", got)
			}
			take(t, c.guest, back)
			if on, off := find(); on == nil || off != nil || on.Start.Date != core.NewDate(2026, 12, 7) {
				t.Errorf("%v %v: again %v, %v", as, ready, on, off)
			}
		}
	}
}
