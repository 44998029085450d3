package wire

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// mailed gives a message as an e-mail in which it came.
func mailed(headers, method, text string) string {
	return headers + "\r\nTo: maja@lindqvist.example\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=" + method + "\r\n\r\n" + text
}

// A message of an organizer that somebody else has sent is taken, with a remark on who that was.
func TestAMessageInAnothersName(t *testing.T) {
	const evil = "From: evil@evil.example"
	const hour = "DTSTART:20261201T100000Z\nDURATION:PT1H\n"
	sentBy := strings.Replace(withAmina, "ORGANIZER:", "ORGANIZER;SENT-BY=\"mailto:office@kijani.example\":", 1)
	stranger := strings.Replace(withAmina, "amina.yusuf@kijani.example", "chair@board.example", 1)
	for _, c := range []struct{ name, headers, method, people, want string }{
		{"from the organizer", "From: Amina <Amina.Yusuf@kijani.example>\r\nSender: robot@calendar.example", "REQUEST", withAmina, ""},
		{"from another of their addresses", "From: amina@home.example", "REQUEST", withAmina, ""},
		{"from whom they let send it", "From: office@kijani.example", "REQUEST", sentBy, ""},
		{"from anybody", evil, "REQUEST", withAmina, "evil@evil.example"},
		{"from anybody, with the organizer as who hands it on", evil + "\r\nSender: amina.yusuf@kijani.example", "REQUEST", withAmina, "evil@evil.example"},
		{"from the organizer and anybody", "From: Amina.Yusuf@kijani.example, evil@evil.example", "REQUEST", withAmina, "Amina.Yusuf@kijani.example, evil@evil.example"},
		{"from somebody else who is here", "From: sara@okafor.example", "REQUEST", withAmina, "sara@okafor.example"},
		{"from nobody", "Subject: Talk", "REQUEST", withAmina, core.NoSender},
		{"from what is no address", "From: (nobody) <>", "REQUEST", withAmina, core.NoSender},
		{"called off by nobody", "Subject: Talk", "CANCEL", withAmina, core.NoSender},
		{"a file that asks nothing, from nobody", "Subject: Talk", "PUBLISH", withAmina, ""},
		{"called off by anybody", evil, "CANCEL", withAmina, "evil@evil.example"},
		{"of somebody unknown", evil, "REQUEST", stranger, "evil@evil.example"},
		{"a file that asks nothing", evil, "PUBLISH", withAmina, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			all, err := p.People.All(t.Context())
			ok(t, err)
			at := slices.IndexFunc(all, func(who *core.Person) bool { return who.HasEmail("amina.yusuf@kijani.example") })
			ok(t, p.People.Change(t.Context(), all[at].ID, func(who *core.Person) error {
				who.Emails = append(who.Emails, "amina@home.example")
				return nil
			}))
			if c.method == "CANCEL" {
				take(t, p, itip("REQUEST", eventText("m", hour+c.people)))
			}
			plan, err := p.CalendarFiles.Read(t.Context(), "m.eml", strings.NewReader(mailed(c.headers, c.method, itip(c.method, eventText("m", hour+c.people+"SEQUENCE:1")))), planner.CalendarAsBoth)
			ok(t, err)
			if len(plan.Steps) != 1 || plan.Steps[0].Err != nil || plan.Steps[0].Sender != c.want {
				t.Errorf("%+v", plan.Steps)
			}
		})
	}
}

// What comes under another address of the organizer's is theirs, with a remark; under one that is nobody's it is a stranger's, until
// who takes it in says whose it is.
func TestAnOrganizerHasTwoAddresses(t *testing.T) {
	const hour = "DTSTART:20261201T100000Z\nDURATION:PT1H\n"
	other := strings.Replace(withAmina, "amina.yusuf@kijani.example", "amina@home.example", 1)
	for _, method := range []string{"REQUEST", "CANCEL"} {
		p := open(t)
		take(t, p, itip("REQUEST", eventText("m", hour+withAmina)))
		next := itip(method, eventText("m", "SEQUENCE:1\n"+strings.Replace(hour, "T10", "T11", 1)+other))
		if step := readCalendar(t, p, next, planner.CalendarAsBoth).Steps[0]; core.CodeOf(step.Err) != core.CodeStranger {
			t.Errorf("%s of anybody: %+v", method, step)
		}
		all, err := p.People.All(t.Context())
		ok(t, err)
		at := slices.IndexFunc(all, func(who *core.Person) bool { return who.HasEmail("amina.yusuf@kijani.example") })
		ways := planner.CalendarWay{Hosts: map[string]planner.Host{"amina@home.example": {Person: all[at].ID}}}
		plan, err := p.CalendarFiles.ReadIn(t.Context(), "m.ics", strings.NewReader(next), ways)
		ok(t, err)
		if step := plan.Steps[0]; step.Does != planner.CalendarChanged || step.Alias != "amina.yusuf@kijani.example" {
			t.Errorf("%s of whom is said to have it: %+v", method, step)
		}
		ok(t, p.People.Change(t.Context(), all[at].ID, func(who *core.Person) error {
			who.Emails = append(who.Emails, "amina@home.example")
			return nil
		}))
		plan = readCalendar(t, p, next, planner.CalendarAsBoth)
		if step := plan.Steps[0]; step.Does != planner.CalendarChanged || step.Alias != "amina.yusuf@kijani.example" {
			t.Errorf("%s of one with two: %+v", method, step)
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	}
}

// An invitation that names none of the owner's addresses is taken, with a remark on whom it names: its organizer may take no answer.
func TestAnInvitationThatNamesSomebodyElse(t *testing.T) {
	const by = "SUMMARY:Talk\nORGANIZER:mailto:amina.yusuf@kijani.example\n"
	const me, other = "ATTENDEE:mailto:Maja@Lindqvist.example\n", "ATTENDEE:mailto:old@lindqvist.example\n"
	for _, c := range []struct{ name, method, more, want string }{
		{"the owner's", "REQUEST", by + me, ""},
		{"somebody else's", "REQUEST", by + other, "old@lindqvist.example"},
		{"of both", "REQUEST", by + other + me, ""},
		{"a series", "REQUEST", "RRULE:FREQ=WEEKLY;COUNT=3\n" + by + other, "old@lindqvist.example"},
		{"called off", "CANCEL", by + other, ""},
		{"a calendar", "PUBLISH", by + other, ""},
		{"the owner's own", "REQUEST", strings.Replace(by, "amina.yusuf@kijani", "maja@lindqvist", 1) + amina, ""},
	} {
		p := open(t)
		plan := readCalendar(t, p, itip(c.method, eventText("e", "DTSTART;TZID=Africa/Nairobi:20261201T100000\nDURATION:PT1H\n"+strings.TrimSuffix(c.more, "\n"))), planner.CalendarAsBoth)
		if s := plan.Steps[0]; s.Invites != c.want {
			t.Errorf("%s: %q, not %q: %+v", c.name, s.Invites, c.want, s)
		}
	}
}
