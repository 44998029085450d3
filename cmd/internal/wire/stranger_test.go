package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Who invites and is in no relationship with the owner is named as such; what they invite to is busy time, and a meeting to be
// answered once they are met and it is taken in again.
func TestAStrangerInvites(t *testing.T) {
	for name, c := range map[string]struct {
		rule string
		kind core.Kind
	}{"a meeting": {"", core.KindMeeting}, "a series": {"RRULE:FREQ=WEEKLY;COUNT=3\n", core.KindSeries}} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			event := eventText("s", "DTSTART;TZID=Europe/Berlin:20261203T090000\nDURATION:PT1H\n"+c.rule+"SUMMARY:Talk\nORGANIZER:mailto:kim@stranger.example\nATTENDEE:mailto:maja@lindqvist.example\n")
			text := itip("REQUEST", event)
			plan := readCalendar(t, p, text, planner.CalendarAsBoth)
			if s := plan.Steps[0]; !s.Stranger || s.From != "kim@stranger.example" || s.As != core.KindBusy {
				t.Fatalf("%+v", s)
			}
			if s := readCalendar(t, p, calendarText(event), planner.CalendarAsBoth).Steps[0]; s.Stranger {
				t.Errorf("no message, and to be answered: %+v", s)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			if got := take(t, p, text); got != same {
				t.Errorf("a second time: %s", got)
			}
			owner, err := p.Workspace.Owner(t.Context())
			ok(t, err)
			kim, err := p.People.Add(t.Context(), core.Person{Name: "Kim", Emails: []string{"kim@stranger.example"}})
			ok(t, err)
			_, err = p.Relationships.Add(t.Context(), core.Relationship{Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer, Phase: core.PhaseInitiation, Status: core.StatusActive, Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: kim.ID, Role: core.RoleMentee}}})
			ok(t, err)
			before := contents(t, p)
			plan = readCalendar(t, p, text, planner.CalendarAsBoth)
			if s := plan.Steps[0]; s.Stranger || s.As != c.kind || s.Does != planner.CalendarNew {
				t.Fatalf("met: %+v", s)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			if _, n, err := p.CalendarFiles.ToAnswer(t.Context(), plan); err != nil || n != 1 {
				t.Errorf("%d to answer, %v", n, err)
			}
			ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
				for rec, err := range r.All(core.KindBusy) {
					if b := rec.(*core.Busy); err != nil || b.UID == "s" {
						t.Errorf("it is busy time, too: %+v, %v", rec, err)
					}
				}
				return nil
			}))
			if got := take(t, p, text); got != same {
				t.Errorf("met, a second time: %s", got)
			}
			_, err = p.Undo(t.Context())
			ok(t, err)
			if contents(t, p) != before {
				t.Error("undo is not identity")
			}
		})
	}
}

// Whoever takes an invitation in says who sent it: somebody who is here gets the address, somebody new a relationship too,
// and the meeting can be answered. One undo takes all of it back.
func TestWhoInvitesIsSaid(t *testing.T) {
	const by = "mentor@stranger.example"
	text := itip("REQUEST", eventText("s", "DTSTART;TZID=Europe/Berlin:20261203T090000\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER;CN=Kim Lee:mailto:"+by+"\nATTENDEE:mailto:maja@lindqvist.example\n"),
		eventText("s2", "DTSTART;TZID=Europe/Berlin:20261204T090000\nDURATION:PT1H\nSUMMARY:Again\nORGANIZER;CN=Kim Lee:mailto:"+by+"\nATTENDEE:mailto:maja@lindqvist.example\n"))
	for name, who := range map[string]func(p *planner.Planner) planner.Host{
		"a mentor who is new": func(*planner.Planner) planner.Host { return planner.Host{Role: core.RoleMentor} },
		"a mentee who is new": func(*planner.Planner) planner.Host { return planner.Host{Role: core.RoleMentee} },
		"somebody in a relationship": func(p *planner.Planner) planner.Host {
			owner, err := p.Workspace.Owner(t.Context())
			ok(t, err)
			return planner.Host{Person: named(t, p, "Amina").Others(owner.ID)[0]}
		},
		"somebody in none": func(p *planner.Planner) planner.Host {
			kim, err := p.People.Add(t.Context(), core.Person{Name: "Kim Lee"})
			ok(t, err)
			return planner.Host{Person: kim.ID, Role: core.RoleMentor}
		},
	} {
		for _, busy := range []bool{false, true} {
			p := open(t)
			host := who(p)
			if busy {
				take(t, p, text)
			}
			plan := readCalendar(t, p, text, planner.CalendarAsBoth)
			if len(plan.Unknown) != 1 || plan.Unknown[0].Email != by || plan.Unknown[0].Name != "Kim Lee" || plan.Unknown[0].Count != 2 || len(plan.Known) == 0 {
				t.Fatalf("%s: %+v, %+v", name, plan.Unknown, plan.Known)
			}
			before := contents(t, p)
			plan, err := p.CalendarFiles.ReadIn(t.Context(), "i.ics", strings.NewReader(text), planner.CalendarWay{Hosts: map[string]planner.Host{by: host}})
			ok(t, err)
			if len(plan.Unknown) != 0 || plan.Steps[0].As != core.KindMeeting || plan.Steps[0].With == "" || len(plan.With(0)) == 0 {
				t.Fatalf("%s: %+v", name, plan.Steps[0])
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			if _, n, err := p.CalendarFiles.ToAnswer(t.Context(), plan); err != nil || n != 2 {
				t.Errorf("%s: %d to answer, %v", name, n, err)
			}
			if got := take(t, p, text); got != "new 0, changed 0, same 2, refused 0" {
				t.Errorf("%s: a second time: %s", name, got)
			}
			_, err = p.Undo(t.Context())
			ok(t, err)
			if contents(t, p) != before {
				t.Errorf("%s: undo is not identity", name)
			}
		}
	}
}

// What nobody can be is refused, and a host of whom nothing comes in is not kept.
func TestWhoInvitesIsSomebody(t *testing.T) {
	p := open(t)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	kim, err := p.People.Add(t.Context(), core.Person{Name: "Kim Lee"})
	ok(t, err)
	text := calendarText(eventText("s", "DTSTART;TZID=Europe/Berlin:20261203T090000\nDURATION:PT1H\nSUMMARY:Talk\n"))
	read := func(email string, h planner.Host) (*planner.CalendarPlan, error) {
		return p.CalendarFiles.ReadIn(t.Context(), "i.ics", strings.NewReader(text), planner.CalendarWay{Hosts: map[string]planner.Host{email: h}})
	}
	for want, c := range map[core.Code]struct {
		email string
		host  planner.Host
	}{
		core.CodeBadEmail:  {"nobody", planner.Host{Role: core.RoleMentor}},
		core.CodeBadChoice: {"a@x.example", planner.Host{Person: owner.ID}},
		core.CodeNotFound:  {"a@x.example", planner.Host{Person: kim.ID}},
	} {
		if _, err := read(c.email, c.host); core.CodeOf(err) != want {
			t.Errorf("%v, not %s", err, want)
		}
	}
	before, err := p.People.All(t.Context())
	ok(t, err)
	plan, err := read("a@x.example", planner.Host{Role: core.RoleMentor})
	ok(t, err)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	if after, err := p.People.All(t.Context()); err != nil || len(after) != len(before) {
		t.Errorf("%d people, %v", len(after), err)
	}
}

// An invitation that is not answered stands on Today whenever it is to; so do promises of today and tomorrow.
func TestTodayNamesWhatIsNotAnsweredAndWhatIsDue(t *testing.T) {
	for name, when := range map[string]string{
		"a meeting": "DTSTART;TZID=Europe/Berlin:20270203T090000\nDURATION:PT1H\n",
		"a series":  "DTSTART;TZID=Europe/Berlin:20270203T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n",
	} {
		p := open(t)
		owner, err := p.Workspace.Owner(t.Context())
		ok(t, err)
		text := itip("REQUEST", eventText("s", when+"SUMMARY:Talk\nORGANIZER:mailto:kim@stranger.example\nATTENDEE:mailto:maja@lindqvist.example\n"))
		plan, err := p.CalendarFiles.ReadIn(t.Context(), "i.ics", strings.NewReader(text), planner.CalendarWay{Hosts: map[string]planner.Host{"kim@stranger.example": {Role: core.RoleMentor}}})
		ok(t, err)
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		for days, title := range []string{"Due today", "Due tomorrow", "Due later"} {
			_, err := p.Actions.Add(t.Context(), core.Action{Title: title, Owner: owner.ID, Due: core.NewDate(2026, 11, 23).AddDays(days), Status: core.ActionOpen})
			ok(t, err)
		}
		today, err := p.Today(t.Context())
		ok(t, err)
		asked, due := 0, []string{}
		for _, n := range today.Needs {
			switch {
			case n.Kind == planner.NeedToAnswer && n.Text == "Talk":
				asked++
			case n.Kind == planner.NeedDueAction:
				due = append(due, n.Text)
			}
		}
		if asked != 1 || len(due) != 2 || due[0] != "Due today" || due[1] != "Due tomorrow" {
			t.Errorf("%s: asked %d times, due are %q", name, asked, due)
		}
	}
}
