package ui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

func TestUndoAndRedoNameTheirSteps(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	if why := h.Shell.Commands.WhyNot("redo"); why != "there is nothing to redo" {
		t.Errorf("redo is off because %q", why)
	}
	if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "How do I begin?"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	name := func(id string) string {
		c, _ := h.Shell.Commands.Find(id)
		return h.Shell.Commands.Title(c)
	}
	if got := name("undo"); got != "Undo: Question added: How do I begin?" {
		t.Errorf("undo is called %q", got)
	}
	h.Run("undo")
	h.Wants("Undone: Question added: How do I begin?")
	if got := name("redo"); got != "Redo: Question added: How do I begin?" {
		t.Errorf("redo is called %q", got)
	}
	h.Run("redo")
	h.Wants("Redone: Question added: How do I begin?")
	for query, want := range map[string]bool{"question noted": false, "undo": true} {
		h.Shell.OpenPalette()
		h.Settle()
		h.Type(query)
		h.Settle()
		if got := h.Sees("Undo: Question added: How do I begin?"); got != want {
			t.Errorf("%q finds the undo command: %v, want %v", query, got, want)
		}
		h.Shell.OpenPalette()
	}
	if why := h.Shell.Commands.WhyNot("redo"); why == "" {
		t.Error("redo is on with nothing to do again")
	}
}

func TestPresentingIsSignedAndEndsByKey(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	const sign = "private text is hidden"
	h.Lacks(sign)
	h.Keys("Ctrl+Shift+P")
	h.Wants(sign, "Ctrl+Shift+P")
	c, _ := h.Shell.Commands.Find("presenting")
	if got := h.Shell.Commands.Title(c); !strings.Contains(got, "show private again") {
		t.Errorf("the command is called %q", got)
	}
	h.Keys("Ctrl+Shift+P")
	h.Lacks(sign)
}

// A key that comes before the window has learnt that there is nothing left says the same as the command does, in one
// message however often it is pressed, and nothing of it is logged: nothing went wrong.
func TestUndoPastTheEndSaysSoOnce(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Empty: true, Language: lang})
		want := h.Words.T("window.nothing_to_redo")
		if got := h.Words.T("error.nothing_redo"); got != want {
			t.Errorf("%q and %q", got, want)
		}
		if got := h.Words.T("error.nothing_undo"); got != h.Words.T("window.nothing_to_undo") {
			t.Errorf("%q of what there is to undo", got)
		}
		c, _ := h.Shell.Commands.Find("redo")
		for range 3 {
			c.Run()
			h.Settle()
		}
		said := 0
		for _, text := range kit.Texts(h.Canvas().Content()) {
			if strings.Contains(strings.ToLower(text), want) {
				said++
			}
		}
		if said != 1 {
			t.Errorf("%q is said %d times", want, said)
		}
	}
}

// Nobody is invited to a meeting that was held: the command is off, and says why.
func TestNobodyIsInvitedToWhatIsOver(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		all, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Amina Yusuf").ID)
		if err != nil {
			t.Fatal(err)
		}
		over, planned := 0, 0
		for _, m := range all {
			if m.Off() || m.Planned() && planned > 0 || !m.Planned() && over > 0 {
				continue
			}
			h.Go(shell.Route{Screen: "meeting", ID: m.ID})
			want := ""
			if m.Planned() {
				planned++
			} else {
				over++
				want = h.Words.T("plan.over")
			}
			if why := h.Shell.Commands.WhyNot("meeting.invite"); why != want {
				t.Errorf("%v: %q, not %q", m.Status, why, want)
			}
		}
		if over == 0 {
			t.Error("no meeting is over")
		}
	}
}

// The number of a meeting stays on the line of its sign.
func TestTheNumberOfAMeetingIsNotTornOff(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian})
	if got := h.Words.T("meeting.number", "n", 14); got != "встреча №\u00a014" {
		t.Errorf("%q", got)
	}
}

// A step that stays is named, with why and with what the next try would reach; what is reached then tells of it. The button
// offers what it will take back.
func TestUndoNamesWhatItPassesOver(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	ctx := t.Context()
	if _, err := h.Planner.Questions.Ask(ctx, core.Question{Text: "How do I begin?"}); err != nil {
		t.Fatal(err)
	}
	owner, err := h.Planner.Workspace.Owner(ctx)
	if err != nil {
		t.Fatal(err)
	}
	rel, err := h.Planner.Relationships.Begin(ctx, core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Role: core.RoleMentee}},
	}, map[int]core.Person{1: {Name: "Egor", Emails: []string{"egor@gst.example"}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Planner.People.Change(ctx, owner.ID, func(p *core.Person) error { p.Emails = []string{"me@org.example"}; return nil }); err != nil {
		t.Fatal(err)
	}
	day := core.DateOf(uitest.Now()).AddDays(7)
	m, err := h.Planner.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: day.At(10, 0)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Planner.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics")); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Run("undo") // the meeting is called off, and stays
	h.Settle()
	h.Run("undo")
	h.Settle()
	h.Run("undo")
	h.Settle()
	h.Wants("Not undone: Relationship added: Egor", "This step stays, because later records depend on it: 1 meeting", "Next undo: Question added: How do I begin?")
	c, _ := h.Shell.Commands.Find("undo")
	if got := h.Shell.Commands.Title(c); got != "Undo: Question added: How do I begin?" {
		t.Errorf("undo is called %q", got)
	}
	h.Run("undo")
	h.Wants("Undone: Question added: How do I begin?", "Skipped, left as it is: Relationship added: Egor")
}
