package wire

import (
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
