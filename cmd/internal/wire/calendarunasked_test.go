package wire

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// panel is one of two mentors and their mentee, who has all three in one relationship.
type panel struct {
	*conversation
	p   *planner.Planner
	rel *core.Relationship
	who map[string]core.ID // by name
}

func newPanel(t *testing.T, me string) *panel {
	t.Helper()
	ctx := t.Context()
	c := &panel{conversation: &conversation{clock: &ticking{noon()}, dir: t.TempDir()}, who: map[string]core.ID{}}
	people := []core.Person{
		{Name: "Olga", Emails: []string{"olga@org.example"}, Zone: "Europe/Berlin"},
		{Name: "Bo", Emails: []string{"bo@bo.example"}, Zone: "Asia/Tokyo"},
		{Name: "Gus", Emails: []string{"gus@gst.example"}, Zone: "America/New_York"},
	}
	roles := []core.Role{core.RoleMentor, core.RoleMentor, core.RoleMentee}
	rel := core.Relationship{Format: core.FormatCollective, Duration: core.DurationLong, Specialisation: core.SpecCareer, Name: "Panel"}
	fresh := map[int]core.Person{}
	for i, p := range people {
		rel.Participants = append(rel.Participants, core.Participant{Role: roles[i]})
		if p.Name != me {
			fresh[i] = p
			continue
		}
		c.p = c.workspaceOf(t, p, roles[i])
		owner, err := c.p.Workspace.Owner(ctx)
		ok(t, err)
		rel.Participants[i].Person = owner.ID
	}
	var err error
	c.rel, err = c.p.Relationships.Begin(ctx, rel, fresh)
	ok(t, err)
	for i, p := range c.rel.Participants {
		c.who[people[i].Name] = p.Person
	}
	return c
}

// invitesTo makes an invitation of somebody to others, from the fourth of December on.
func invitesTo(by string, to []string, more string) string {
	mail := map[string]string{"Olga": "olga@org.example", "Bo": "bo@bo.example", "Gus": "gus@gst.example"}
	text := "SUMMARY:Talk\nDTSTART;TZID=Europe/Berlin:20261204T160000\nDURATION:PT1H\nORGANIZER:mailto:" + mail[by] + "\nATTENDEE;PARTSTAT=ACCEPTED:mailto:" + mail[by]
	for _, name := range to {
		text += "\nATTENDEE;RSVP=TRUE:mailto:" + mail[name]
	}
	return text + "\n" + more
}

func (c *panel) unasked(m *core.Meeting) string {
	var out []string
	for name, id := range c.who {
		if !m.Asks(id) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// One of two mentors meets their mentee alone: it is a meeting of the relationship, in which the other neither takes part nor is missed,
// until a version names them.
func TestWhoIsNotInvitedTakesNoPart(t *testing.T) {
	ctx := t.Context()
	request := func(stamp, text string) string {
		return strings.ReplaceAll(itip("REQUEST", eventText("e", text)), "DTSTAMP:20261101T000000Z", "DTSTAMP:"+stamp)
	}
	for name, rule := range map[string]string{"one": "", "a series": "RRULE:FREQ=WEEKLY;COUNT=3\n"} {
		t.Run(name, func(t *testing.T) {
			c := newPanel(t, "Gus")
			first := func() *core.Meeting {
				all, err := c.p.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2026, 12, 8)})
				ok(t, err)
				if len(all) != 1 {
					t.Fatalf("%+v", all)
				}
				return all[0]
			}
			alone := request("20261101T000000Z", invitesTo("Olga", []string{"Gus"}, rule+"SEQUENCE:0"))
			if did := take(t, c.p, alone); did != "new 1, changed 0, same 0, refused 0" {
				t.Fatal(did)
			}
			if m := first(); m.Relationship != c.rel.ID || c.unasked(m) != "Bo" {
				t.Errorf("not invited: %q", c.unasked(m))
			}
			if did := take(t, c.p, alone); did != "new 0, changed 0, same 1, refused 0" {
				t.Errorf("twice: %s", did)
			}
			know, err := c.p.Invitations.Versions(ctx, first().ID)
			ok(t, err)
			if len(know) != 1 || know[0].Person.Name != "Olga" {
				t.Errorf("%+v", know)
			}
			c.clock.now = time.Date(2026, 12, 4, 17, 0, 0, 0, time.UTC)
			done, err := c.p.Meetings.Close(ctx, first().ID, planner.Closing{})
			ok(t, err)
			if m := done.Meeting; len(m.Attendance) != 2 || m.Status != core.MeetingHeld || c.rel.TotalMinutes(m) != 60 || c.rel.MinutesOf(m, c.who["Bo"]) != (core.Minutes{}) {
				t.Errorf("%+v, %d minutes", m.Attendance, c.rel.TotalMinutes(m))
			}
			_, err = c.p.Undo(ctx)
			ok(t, err)
			c.clock.now = noon()

			if did := take(t, c.p, request("20261102T000000Z", invitesTo("Olga", []string{"Gus", "Bo"}, rule+"SEQUENCE:0"))); did != "new 0, changed 1, same 0, refused 0" {
				t.Errorf("the other is asked, too: %s", did)
			}
			if m := first(); c.unasked(m) != "" {
				t.Errorf("not invited: %q", c.unasked(m))
			}
			if take(t, c.p, alone); c.unasked(first()) != "" {
				t.Error("the first message, read once more, takes the other off")
			}
			take(t, c.p, request("20261103T000000Z", invitesTo("Olga", []string{"Gus"}, rule+"SEQUENCE:0")))
			if m := first(); c.unasked(m) != "Bo" {
				t.Errorf("taken off: %q", c.unasked(m))
			}
			c.clock.now = time.Date(2026, 12, 4, 17, 0, 0, 0, time.UTC)
			done, err = c.p.Meetings.Close(ctx, first().ID, planner.Closing{Attendance: []core.Attendance{{Person: c.who["Gus"], Came: true}, {Person: c.who["Olga"], Came: true}, {Person: c.who["Bo"], Came: true}}})
			ok(t, err)
			if c.rel.TotalMinutes(done.Meeting) != 120 {
				t.Error("who came all the same is not counted")
			}
		})
	}
}

// One meeting of a series to which more are invited, or fewer, keeps that whatever its series says later.
func TestOneOfASeriesHasGuestsOfItsOwn(t *testing.T) {
	c := newPanel(t, "Gus")
	take(t, c.p, itip("REQUEST", eventText("e", invitesTo("Olga", []string{"Gus"}, "RRULE:FREQ=WEEKLY;COUNT=3\nSEQUENCE:0"))))
	one := strings.Replace(invitesTo("Olga", []string{"Gus", "Bo"}, "SEQUENCE:0\nRECURRENCE-ID;TZID=Europe/Berlin:20261211T160000"), "20261204T160000", "20261211T160000", 1)
	take(t, c.p, strings.Replace(itip("REQUEST", eventText("e", one)), "DTSTAMP:20261101T000000Z", "DTSTAMP:20261102T000000Z", 1))
	take(t, c.p, strings.Replace(itip("REQUEST", eventText("e", invitesTo("Olga", []string{"Gus"}, "RRULE:FREQ=WEEKLY;COUNT=4\nSEQUENCE:1"))), "DTSTAMP:20261101T000000Z", "DTSTAMP:20261103T000000Z", 1))
	all, err := c.p.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 1, 1)})
	ok(t, err)
	var got []string
	for _, m := range all {
		got = append(got, m.Start.Date.String()+" "+c.unasked(m))
	}
	if strings.Join(got, ", ") != "2026-12-04 Bo, 2026-12-11 , 2026-12-18 Bo, 2026-12-25 Bo" {
		t.Errorf("%q", got)
	}
}

// What mentors arrange without their mentee is none of their meetings with them; what the mentee arranges with one of them is.
func TestMentorsAmongThemselvesAreNoMeeting(t *testing.T) {
	for name, want := range map[string]struct {
		by      string
		to      []string
		as      core.Kind
		unasked string
	}{
		"the other mentor alone": {"Olga", []string{"Bo"}, core.KindBusy, ""},
		"both":                   {"Olga", []string{"Bo", "Gus"}, core.KindMeeting, ""},
		"the mentee":             {"Gus", []string{"Bo"}, core.KindMeeting, "Olga"},
		"the mentee, both":       {"Gus", []string{"Bo", "Olga"}, core.KindMeeting, ""},
	} {
		t.Run(name, func(t *testing.T) {
			c := newPanel(t, "Bo")
			text := itip("REQUEST", eventText("e", invitesTo(want.by, want.to, "SEQUENCE:0")))
			s := readCalendar(t, c.p, text, planner.CalendarAsBoth).Steps[0]
			if s.As != want.as || s.Err != nil || (want.as == core.KindBusy) != (s.Kept == core.FlawBusyCircle) {
				t.Fatalf("%+v", s)
			}
			if take(t, c.p, text); want.as == core.KindMeeting {
				if m := meetingByUID(t, c.p, "e"); c.unasked(m) != want.unasked {
					t.Errorf("not invited: %q", c.unasked(m))
				}
			}
		})
	}
}
