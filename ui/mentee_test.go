package ui_test

import (
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

// A mentee's week, each from Today in two steps: a question is collected and put on the agenda, the agenda is
// opened, a skill is rated, a goal is let out.
func TestAMenteesWeek(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee})
	h.Wants("My questions", "My plan", "My mentors", "My promises", "Kofi Asante", "Lead the retention project", "Rewrite the retention analysis")
	h.Wants("baseline", "now", "target") // what the ticks of the bars are
	h.Shot("mentee")
	focusHint(h, "A question for a mentor…")
	readers := func() string {
		said := ""
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if f, ok := o.(*kit.TextField); ok && f.Placeholder() == "A question for a mentor…" {
				said = strings.Join(kit.Texts(f), "\n")
			}
			return true
		})
		return said
	}
	if said := readers(); !strings.Contains(said, "shared with Kofi") {
		t.Errorf("before it is asked the field says %q", said)
	}
	h.Type("How do I ask for more money?")
	h.Keys("Enter")
	h.Wants("How do I ask for more money?", "shared with Kofi")
	rel := h.Relationship("Kofi")
	waiting, err := h.Planner.Questions.Waiting(t.Context(), rel.ID)
	if err != nil || len(waiting) != 3 {
		t.Fatalf("%d questions wait, %v", len(waiting), err)
	}
	h.Tap("Add to agenda")
	h.Wants("Question put on the agenda", "meeting: ")
	if now, err := h.Planner.Questions.Waiting(t.Context(), rel.ID); err != nil || len(now) != 2 {
		t.Errorf("%d questions wait, %v", len(now), err)
	}
	h.Tap("Statistics")
	h.Wants("Statistics · Noor")
	h.Tap("3 · Does it alone")
	h.Tap("Save")
	h.Lacks("Statistics · Noor")
	h.Tap("Answer requests within two days")
	h.Wants("Answer requests within two days", "What is counted")
	h.Tap("Release…")
	h.Wants("This is yours")
	h.Keys("Escape", "Escape")
	h.Tap("Agenda")
	if r := h.Shell.Router.Route(); r.Screen != "meeting" {
		t.Errorf("the agenda is at %v", r)
	}
}

// Delete takes the question away that the focus is on, as its menu does, and Undo brings it back.
func TestDeleteTakesAQuestionAway(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee})
	rel := h.Relationship("Kofi")
	waiting, err := h.Planner.Questions.Waiting(t.Context(), rel.ID)
	if err != nil || len(waiting) == 0 {
		t.Fatal(waiting, err)
	}
	text := waiting[0].Text
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if row, ok := o.(*kit.Row); ok && strings.Contains(strings.Join(kit.Texts(row), "\n"), text) {
			h.Canvas().Focus(row.Focusable())
		}
		return true
	})
	h.Keys("Delete")
	if now, err := h.Planner.Questions.Waiting(t.Context(), rel.ID); err != nil || len(now) != len(waiting)-1 {
		t.Errorf("%d questions wait, %v", len(now), err)
	}
	h.Tap("Undo")
	h.Wants(text)
}

// What is being typed stays when something else changes.
func TestTheMenteesWordsStay(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: core.Russian})
	focusHint(h, "Вопрос наставнику…")
	h.Type("Как отвечать")
	if _, err := h.Planner.Goals.Add(t.Context(), core.Goal{Person: h.Person("Noor").ID, Title: "Писать каждый день"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Wants("Писать каждый день")
	h.Type(" коротко?")
	h.Keys("Enter")
	h.Wants("Как отвечать коротко?")
}

func TestAMenteesDayInRussianAndTheWayBack(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: core.Russian})
	h.Wants("Мои вопросы", "Мой план", "Ждут", "открыт")
	h.Shot("mentee-ru")
	h.Go(shell.Route{Screen: "plans"})
	h.Keys("Alt+Left")
	h.Wants("Мои наставники")
}

// Who is a mentor to some and a mentee of others goes from one day to the other.
func TestTheDaysOfSomebodyWhoIsBoth(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		if err := p.Workspace.Change(t.Context(), func(ws *core.Workspace) error {
			ws.Side = core.RoleBoth
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}})
	h.Wants("Needs you", "This week")
	h.Lacks("My mentors")
	h.Tap("As a mentee")
	h.Wants("Needs you", "My mentors", "Board review")
	h.Lacks("This week")
	h.Tap("As a mentor")
	h.Wants("Needs you", "This week")
}

// Whoever puts question after question on the agenda by Enter alone does nothing else by it: behind the last one the focus
// is at the head of the card, and not on the button that lets a private goal out.
func TestEnterAfterTheLastQuestionReleasesNothing(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: lang})
		label := h.Words.T("mentee.to_agenda")
		button := func() *kit.Button {
			for _, f := range kit.Focusables(h.Root()) {
				if b, ok := f.(*kit.Button); ok && strings.Join(kit.Texts(b), "") == label {
					return b
				}
			}
			return nil
		}
		if button() == nil {
			t.Fatal("no question waits")
		}
		h.Canvas().Focus(button())
		for n := 0; button() != nil; n++ {
			if n > 9 {
				t.Fatal("Enter does not put the next question on the agenda")
			}
			h.Keys("Enter")
		}
		if o, ok := h.Canvas().Focused().(fyne.CanvasObject); !ok || strings.Contains(strings.Join(kit.Texts(o), ""), h.Words.T("plans.release")) {
			t.Errorf("%s: the focus is on %T", lang, h.Canvas().Focused())
		}
		h.Keys("Enter", "Enter")
		h.Lacks(h.Words.T("plans.release.own"))
	}
}

// An empty question is not passed over in silence.
func TestAnEmptyQuestionSaysSo(t *testing.T) {
	for lang, want := range map[core.Language]string{core.English: "Write something", core.Russian: "Напишите"} {
		h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: lang})
		focusHint(h, h.Words.T("mentee.ask_hint"))
		h.Keys("Enter")
		h.Wants(want)
		h.Type("How?")
		h.Keys("Enter")
		h.Lacks(want)
	}
}

// That a question has to be written first is not said any more once somebody does something else.
func TestAnEmptyQuestionIsSoonForgotten(t *testing.T) {
	const said = "Write something"
	for name, other := range map[string]func(h *uitest.House){
		"the focus goes": func(h *uitest.House) {
			h.Canvas().Unfocus()
			h.Wants(said) // what stands below does not move away from a press that goes on
			h.Clock.Move(time.Second)
		},
		"something is saved": func(h *uitest.House) {
			if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "What next?"}); err != nil {
				t.Fatal(err)
			}
			h.Settle()
			h.Wants("What next?")
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Role: core.RoleMentee})
			focusHint(h, h.Words.T("mentee.ask_hint"))
			h.Keys("Enter")
			h.Wants(said)
			if other(h); h.Sees(said) {
				t.Error("the message stays")
			}
			h.Wants("shared with Kofi") // what stands there otherwise
		})
	}
}

// A question that is being typed outlives going to another page and the end of the program, with whom it was to be for.
func TestAQuestionBeingTypedIsKept(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: core.Russian})
	const hint = "Вопрос наставнику…"
	field := func() *kit.TextField {
		var at *kit.TextField
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if f, ok := o.(*kit.TextField); ok && f.Placeholder() == hint {
				at = f
			}
			return true
		})
		return at
	}
	focusHint(h, hint)
	h.Type("Как просить")
	h.Go(shell.Route{Screen: "people"})
	h.Go(shell.Route{Screen: "today"})
	if got := field().Text(); got != "Как просить" {
		t.Fatalf("back from another page there is %q", got)
	}
	h.Canvas().Focus(field().Focusable())
	h.Keys("End")
	h.Type(" о большем?")
	h.Clock.Move(time.Second)
	h.Settle()
	h = h.Again()
	if got := field().Text(); got != "Как просить о большем?" {
		t.Fatalf("after the program ended there is %q", got)
	}
	h.Lacks(h.Words.T("button.open"))
	h.Canvas().Focus(field().Focusable())
	h.Keys("Enter")
	h.Wants("Как просить о большем?")
	if left, err := h.Planner.Drafts.Unfinished(t.Context()); err != nil || len(left) != 0 {
		t.Errorf("asked, there is still %v, %v", left, err)
	}
	if got := field().Text(); got != "" {
		t.Errorf("asked, the field has %q", got)
	}
}

// A question for nobody's eyes that was being typed is not put on the screen while others look; what is typed meanwhile
// stands below it.
func TestAPrivateQuestionBeingTypedIsHiddenFromOthers(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee})
	me := h.Person("Noor").ID
	key := planner.DraftKey(core.Ref{Kind: core.KindPerson, ID: me}, planner.FieldAsk)
	if err := h.Planner.Drafts.Keep(t.Context(), key, `{"Text":"Should I leave?","For":""}`); err != nil {
		t.Fatal(err)
	}
	h.Run("presenting")
	h.Go(shell.Route{Screen: "people"})
	h.Go(shell.Route{Screen: "today"})
	h.Lacks("Should I leave?")
	focusHint(h, "A question for a mentor…")
	h.Type("And what then?")
	h.Go(shell.Route{Screen: "people"})
	h.Run("presenting")
	h.Go(shell.Route{Screen: "today"})
	h.Wants("Should I leave?", "And what then?")
}
