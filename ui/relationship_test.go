package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

func open(t *testing.T, tab string) (*uitest.House, *core.Relationship) {
	t.Helper()
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina Yusuf")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID, Tab: tab})
	return h, rel
}

func again(t *testing.T, h *uitest.House, id core.ID) *core.Relationship {
	t.Helper()
	rel, err := h.Planner.Relationships.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return rel
}

func TestARelationshipWithSomebodyNew(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	h.Run("relationship.new")
	h.Wants("New relationship", "One mentor, one mentee", "About nine months, every two weeks")
	h.Keys("Ctrl+Enter")
	h.Wants("Choose someone from the list")
	h.Type("Ana Costa")
	h.Keys("Enter", "Ctrl+Enter")
	h.Wants("Ana Costa", "Getting started · month 1", "Undo", "No goals yet")
	ana := h.Person("Ana Costa")
	rel := h.Relationship("Ana Costa")
	if rel.Participants[1].Person != ana.ID || rel.Participants[0].Role != core.RoleMentor || rel.Since != core.NewDate(2026, 11, 23) {
		t.Errorf("%+v", rel)
	}
	h.Keys("Ctrl+Z")
	if people := all(t, h); len(people) != 1 {
		t.Errorf("%d people after undo", len(people))
	}
	if got := h.Shell.Router.Route().Screen; got != "today" {
		t.Errorf("a page of what is gone stays on show: %s", got)
	}
}

func TestAFormatThatDoesNotFitIsSaid(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("relationship.new")
	h.Wants("Hanna Weiss")       // the only one who is in none yet: the form begins at the format
	h.Keys("Down", "Ctrl+Enter") // to group
	h.Wants("One mentor, several mentees", "New relationship")
	before, err := h.Planner.Relationships.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Keys("Escape")
	for _, r := range before {
		if r.Has(h.Person("Hanna").ID) {
			t.Error("it was kept all the same")
		}
	}
}

func TestPhaseAndEndByKeys(t *testing.T) {
	h, rel := open(t, "")
	h.Wants("Getting started ✓", "Growing · month", "15:20 in Nairobi", "Every 2 weeks")
	h.Click("More")
	h.Tap("Change the phase")
	h.Wants("Meeting less")
	h.Keys("Ctrl+Enter")
	if got := again(t, h, rel.ID); got.Phase != core.PhaseSeparation {
		t.Errorf("%s", got.Phase)
	}
	h.Wants("Winding down · month 1")
	h.Click("More")
	h.Tap("End…")
	h.Wants("5 actions are still open", "Still planned: 3 single meetings")
	h.Keys("Tab")
	h.Type("All goals reached")
	h.Keys("Ctrl+Enter")
	got := again(t, h, rel.ID)
	if got.Status != core.StatusEnded || got.EndReason != "All goals reached" {
		t.Errorf("%+v", got)
	}
	h.Wants("Ended on 23 November 2026")
	h.Lacks("Plan a meeting")
	h.Keys("Ctrl+Z")
	h.Keys("Ctrl+Z")
	if got := again(t, h, rel.ID); got.Status != core.StatusActive || got.Phase != core.PhaseCultivation {
		t.Errorf("%+v", got)
	}
}

func TestQuestionsAreAnsweredOrPutOnTheAgenda(t *testing.T) {
	h, rel := open(t, "")
	waiting := func() int {
		q, err := h.Planner.Questions.Waiting(t.Context(), rel.ID)
		if err != nil {
			t.Fatal(err)
		}
		return len(q)
	}
	h.Tap("Add to agenda")
	if waiting() != 0 {
		t.Error("it still waits")
	}
	h.Wants("5 agenda items")
	h.Keys("Ctrl+Z")
	h.Tap("Answer now")
	h.Keys("Ctrl+Enter")
	h.Wants("Answer the question") // an empty answer is none
	h.Type("Say it early, with a reason.")
	h.Keys("Ctrl+Enter")
	if waiting() != 0 {
		t.Error("it was not answered")
	}
	h.Wants("No questions waiting")
}

func TestThePlanIsTickedMeasuredAndClosed(t *testing.T) {
	h, rel := open(t, "plan")
	h.Wants("Name a deputy", "1 → 3 of 4")
	h.Tap("Update the figure")
	h.Keys("Ctrl+A")
	h.Type("lots")
	h.Keys("Ctrl+Enter")
	h.Keys("Ctrl+A")
	h.Type("2")
	h.Keys("Ctrl+Enter")
	goals, err := h.Planner.Goals.Of(t.Context(), rel.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range goals {
		if g.Measure != nil && g.Measure.Now() != 2 {
			t.Errorf("%s stands at %g", g.Title, g.Measure.Now())
		}
	}
	h.Wants("100%")
}

func TestNotesAgreementLogAndChecklists(t *testing.T) {
	h, rel := open(t, "notes")
	h.Tap("Add a note")
	h.Type("Talk about money next time")
	h.Keys("Ctrl+Enter")
	h.Wants("Talk about money next time", "Private", "only you")
	h.Run("presenting")
	h.Lacks("Talk about money")
	h.Run("presenting")
	h.Run("relationship.agreement")
	h.Tap("Write the agreement")
	h.Keys("Ctrl+Enter")
	h.Type("Staff engineer by June")
	h.Keys("Ctrl+Enter")
	h.Wants("Agreement version 1", "Staff engineer by June", "not signed yet")
	h.Tap("Sign") // for Amina, the last one
	h.Keys("Ctrl+Enter")
	h.Wants("Say how") // how she said it is missing
	h.Type("by e-mail of 20 November")
	h.Keys("Ctrl+Enter")
	h.Wants("typed for them · by e-mail of 20 November")
	h.Tap("Sign")
	h.Keys("Ctrl+Enter")
	all, err := h.Planner.Agreements.Of(t.Context(), rel.ID)
	if err != nil || len(all) != 1 || len(all[0].Signed) != 2 || all[0].Signed[0].Own() || !all[0].Signed[1].Own() {
		t.Fatalf("%+v, %v", all, err)
	}
	h.Run("relationship.log")
	h.Wants("Today", "Note saved", "Agreement")
	h.Run("relationship.checklists")
	h.Run("relationship.meetings")
	h.Wants("Upcoming", "Past", "held")
	if r := h.Shell.Router.Route(); r.Tab != "meetings" {
		t.Errorf("the route is %v", r)
	}
}

func TestADeletedRelationshipIsLeft(t *testing.T) {
	h, rel := open(t, "")
	h.Click("More")
	h.Tap("Delete")
	h.Wants("also deleted: ", "Undo")
	if got := h.Shell.Router.Route().Screen; got != "today" {
		t.Errorf("still at %s", got)
	}
	h.Keys("Ctrl+Z")
	again(t, h, rel.ID)
	if _, err := h.Planner.Relationships.DeletionOf(t.Context(), rel.ID); err != nil {
		t.Error(err)
	}
}

func TestPromisesAreEditedAndPutOff(t *testing.T) {
	h, rel := open(t, "")
	h.Tap("Shadow the design review")
	h.Wants("Edit the action")
	h.Keys("Ctrl+A")
	h.Type("Shadow two design reviews")
	h.Keys("Enter")
	h.Wants("Shadow two design reviews")
	actions, err := h.Planner.Actions.Of(t.Context(), rel.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range actions {
		if a.Title == "Shadow two design reviews" && a.Due.IsZero() {
			t.Error("it lost its day")
		}
	}
}

func TestAChecklistIsStartedOnThePage(t *testing.T) {
	h, rel := open(t, "checklists")
	before := runs(t, h, rel.ID)
	h.Tap("Start a checklist")
	h.Keys("Ctrl+Enter")
	if n := runs(t, h, rel.ID); n != before+1 {
		t.Errorf("%d runs, %d before", n, before)
	}
	h.Keys("Ctrl+Z")
	if n := runs(t, h, rel.ID); n != before {
		t.Errorf("%d runs after undo", n)
	}
}

func runs(t *testing.T, h *uitest.House, rel core.ID) int {
	t.Helper()
	o, err := h.Planner.Relationships.Overview(t.Context(), rel)
	if err != nil {
		t.Fatal(err)
	}
	return len(o.Runs)
}

// The button that makes a first goal, skill or promise stays below those that there are.
func TestOneMoreIsMadeFromTheOverview(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina").ID})
	h.Wants("New goal", "New skill")
	h.Shot("overview-one-more")
	h.Tap("New goal")
	h.Wants("How progress is measured")
}

// A first checklist that is begun for somebody ends where their checklists are.
func TestAFirstChecklistEndsAmongTheChecklists(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		b, err := p.Checklists.Board(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range b.Templates {
			if err := p.Checklists.Change(t.Context(), row.Checklist.ID, func(c *core.Checklist) error { c.Archived = true; return nil }); err != nil {
				t.Fatal(err)
			}
		}
	}})
	rel := h.Relationship("Amina").ID
	h.Go(shell.Route{Screen: "relationship", ID: rel, Tab: "checklists"})
	h.Tap("Start a checklist")
	h.Type("First week")
	focusHint(h, "What to do")
	h.Type("Meet the team")
	h.Tap("Save")
	if r := h.Shell.Router.Route(); r.ID != rel || r.Tab != "checklists" {
		t.Errorf("it ended at %+v", r)
	}
}

func TestTheSidebarHasMenus(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina Yusuf")
	h.Menu("Amina Yusuf")
	h.Wants("Plan a meeting", "New action", "End…")
	h.Tap("Change the phase")
	h.Wants("Meeting less")
	h.Keys("Escape")
	h.Menu("Amina Yusuf")
	h.Tap("New action")
	if r := h.Shell.Router.Route(); r.ID != rel.ID {
		t.Errorf("at %v", r)
	}
	h.Keys("Escape")
	h.Go(shell.Route{Screen: "people"})
	h.Keys("Ctrl+F")
	h.Type("hanna")
	h.Settle()
	h.Menu("Hanna Weiss")
	h.Wants("Start a relationship", "Merge with", "Copy e-mail address")
	h.Tap("Start a relationship")
	h.Wants("New relationship", "Hanna Weiss")
}

// The dialog keeps a date on which nothing has ended yet, with the reason below it.
func TestARelationshipIsEndedOnADayThatHasCome(t *testing.T) {
	h, rel := open(t, "")
	h.Click("More")
	h.Tap("End…")
	h.Keys("Ctrl+A")
	h.Type("24.11.2026")
	h.Tap("End")
	h.Wants("is in the future", "End the relationship with")
	if got := again(t, h, rel.ID); got.Status != core.StatusActive {
		t.Errorf("%+v", got)
	}
	h.Keys("Ctrl+A")
	h.Type("22.11.2026")
	h.Tap("End")
	h.Lacks("End the relationship with")
	if got := again(t, h, rel.ID); got.Status != core.StatusEnded || got.Ended != core.NewDate(2026, 11, 22) {
		t.Errorf("%+v", got)
	}
}

func TestAnEndedRelationshipIsTakenUpAgain(t *testing.T) {
	h, rel := open(t, "")
	if err := h.Planner.Relationships.End(t.Context(), rel.ID, planner.End{Reason: "a move"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Wants("Ended on", "a move")
	h.Click("More")
	h.Tap("Resume relationship")
	h.Lacks("Ended on")
	if got := again(t, h, rel.ID); got.Status != core.StatusActive || !got.Ended.IsZero() {
		t.Errorf("%+v", got)
	}
}

func TestLongListsAreDrawnByLots(t *testing.T) {
	h, rel := open(t, "")
	ws, err := h.Planner.Workspace.Get(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		if _, err := h.Planner.Actions.Add(t.Context(), core.Action{Title: "Promise", Owner: ws.Owner, Relationships: []core.ID{rel.ID}, Due: core.NewDate(2027, 1, 1).AddDays(i)}); err != nil {
			t.Fatal(err)
		}
	}
	h.Settle()
	h.Wants("Show more of 16")
	h.Tap("Show more of 16")
	h.Lacks("Show more of")
}

func TestAMilestoneIsReachedWithEvidence(t *testing.T) {
	h, rel := open(t, "plan")
	h.Menu("Name a deputy")
	h.Wants("Mark as done")
	h.Tap("Add evidence")
	h.Type("Minutes of 20 November")
	h.Keys("Enter")
	h.Wants("Minutes of 20 November")
	goals, err := h.Planner.Goals.Of(t.Context(), rel.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range goals {
		for _, m := range g.Milestones {
			if m.Title == "Name a deputy" && (m.Done != core.NewDate(2026, 11, 23) || m.Evidence != "Minutes of 20 November") {
				t.Errorf("%+v", m)
			}
		}
	}
}

// A relationship without meetings says nothing of how many were held.
func TestNoMeetingsAreNotCounted(t *testing.T) {
	var rel *core.Relationship
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		ws, err := p.Workspace.Get(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		anew, err := p.People.Add(t.Context(), core.Person{Name: "Ana Costa"})
		if err != nil {
			t.Fatal(err)
		}
		rel, err = p.Relationships.Add(t.Context(), core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
			Participants: []core.Participant{{Person: ws.Owner, Role: core.RoleMentor}, {Person: anew.ID, Role: core.RoleMentee}},
		})
		if err != nil {
			t.Fatal(err)
		}
	}})
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Wants("Ana Costa")
	h.Lacks("0 of 0")
}
