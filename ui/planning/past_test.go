package planning_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A new time that has passed is said to have, of a meeting, of one of a series, and of all later ones too.
func TestAMoveIntoThePastIsSaidToBeOne(t *testing.T) {
	for _, language := range []core.Language{core.English, core.Russian} {
		for name, c := range map[string]struct{ series, later bool }{
			"a meeting": {}, "one of a series": {series: true}, "all later ones": {series: true, later: true},
		} {
			t.Run(string(language)+", "+name, func(t *testing.T) { movesIntoThePast(t, language, c.series, c.later) })
		}
	}
}

func movesIntoThePast(t *testing.T, language core.Language, series, later bool) {
	t.Helper()
	h := uitest.Open(t, uitest.Options{Language: language})
	word := h.Words.T
	today, err := h.Planner.TodayDate(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first, rel := today.AddDays(2).At(10, 0), h.Relationship("Sara").ID
	id := core.ID{}
	if series {
		s, err := h.Planner.Series.Plan(t.Context(), core.Series{Relationship: rel, Start: first, Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=12"})
		if err != nil {
			t.Fatal(err)
		}
		id = core.OccurrenceID(s.ID, first)
	} else {
		m, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel, Start: first, Zone: "Europe/Berlin"})
		if err != nil {
			t.Fatal(err)
		}
		id = m.ID
	}
	h.Go(shell.Route{Screen: "meeting", ID: id})
	h.Keys("Ctrl+Shift+R")
	if later {
		h.Tap(word("plan.this_and_later"))
	}
	h.Lacks(word("plan.past"))
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if d, is := o.(*kit.DateField); is {
			h.Canvas().Focus(d.Focusable())
		}
		return true
	})
	h.Press("Ctrl+A")
	h.Type(today.AddDays(-3).String())
	h.Clock.Move(time.Second)
	h.Settle()
	h.Wants(word("plan.past"))
}

// A meeting that is planned in the past is said to lie there by what is offered next, and by the dialog that would invite to it,
// whichever way it goes out; to one that is still to come it isn't. Today counts it as none to come.
func TestAMeetingInThePastIsSaidToBeThere(t *testing.T) {
	for _, language := range []core.Language{core.English, core.Russian} {
		t.Run(string(language), func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Empty: true, Language: language, Before: oneMentee})
			word := h.Words.T
			plan := func(days int) {
				t.Helper()
				today, err := h.Planner.TodayDate(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				h.Keys("Ctrl+Shift+M")
				h.Press("Ctrl+A")
				h.Type(today.AddDays(days).String())
				h.Keys("Enter")
				h.Settle()
			}
			h.Go(shell.Route{Screen: "people"})
			plan(-2)
			h.Wants(word("plan.over_next"))
			h.Lacks(word("plan.invite_next"), word("button.invite"))
			h.Go(shell.Route{Screen: "today"})
			h.Wants(word("today.to_close"), word("today.no_next"))
			if text := word("today.no_next"); strings.Contains(text, "planned") || strings.Contains(text, "заплан") {
				t.Errorf("one is planned, though it is over: %q", text)
			}
			h.Go(shell.Route{Screen: "people"})
			h.Tap(word("button.open_meeting")) // of the message
			h.Keys("Ctrl+Shift+I")
			h.Wants(word("invite.past"))
			h.Tap(word("invite.method_publish"))
			h.Wants(word("invite.past"))
			h.Shot("invite-past-" + string(language))
			h.Press("Escape")

			h.Go(shell.Route{Screen: "people"})
			plan(2)
			h.Wants(word("plan.invite_next"))
			h.Lacks(word("plan.over_next"))
			h.Tap(word("button.invite"))
			h.Wants(word("invite.method_publish"))
			h.Lacks(word("invite.past"))
		})
	}
}

// oneMentee begins the owner's only relationship, with somebody who can be written to.
func oneMentee(p *planner.Planner) {
	ctx := context.Background()
	owner, err := p.Workspace.Owner(ctx)
	must(err)
	must(p.People.Change(ctx, owner.ID, func(o *core.Person) error { o.Emails = []string{"owner@example.org"}; return nil }))
	nora, err := p.People.Add(ctx, core.Person{Name: "Nora Lind", Emails: []string{"nora@example.org"}})
	must(err)
	_, err = p.Relationships.Add(ctx, core.Relationship{
		Format: core.FormatIndividual, Status: core.StatusActive, Phase: core.PhaseInitiation, Duration: core.DurationLong, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: nora.ID, Role: core.RoleMentee}},
	})
	must(err)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
