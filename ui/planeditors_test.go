package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// goals gives the goals of a relationship by their titles.
func goals(h *uitest.House, rel core.ID) map[string]*core.Goal {
	h.T.Helper()
	list, err := h.Planner.Goals.Of(h.T.Context(), rel)
	if err != nil {
		h.T.Fatal(err)
	}
	out := map[string]*core.Goal{}
	for _, g := range list {
		out[g.Title] = g
	}
	return out
}

// focusField gives the focus to the field with a label.
func focusField(h *uitest.House, label string) {
	h.T.Helper()
	found := false
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		f, ok := o.(interface{ Focusable() fyne.Focusable })
		if ok && !found && slices.Contains(kit.Texts(o), label) {
			h.Canvas().Focus(f.Focusable())
			found = true
		}
		return true
	})
	if !found {
		h.T.Fatalf("no field is called %q", label)
	}
}

// Enter goes on to the next milestone from its date and its evidence, too: the goal is kept by Ctrl+Enter.
func TestEnterInAMilestonesDateGoesOn(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina Yusuf")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Run("goal.new")
	h.Type("Lead the review")
	h.Tap("Milestones")
	h.Type("Write the agenda")
	h.Keys("Tab")
	h.Type("1 December")
	h.Keys("Return")
	h.Type("Send it")
	h.Wants("New goal")
	h.Keys("Ctrl+Return")
	g := goals(h, rel.ID)["Lead the review"]
	if g == nil || len(g.Milestones) != 2 || g.Milestones[0].Due != core.NewDate(2026, 12, 1) || g.Milestones[1].Title != "Send it" {
		t.Fatalf("%+v", g)
	}
}

// A goal made on a relationship's page belongs to the one who learns there, by steps, with what is wrong said in place.
func TestAGoalIsWrittenByKeyboard(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina Yusuf")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Run("goal.new")
	h.Wants("New goal", "Amina Yusuf", "Visible to you and Amina Yusuf.")
	h.Keys("Return")
	h.Wants("Enter a title")
	h.Type("Run the incident review")
	h.Tap("Milestones")
	h.Tap("Add a milestone")
	h.Type("Write the agenda")
	h.Shot("goal-new")
	h.Tap("Save")
	h.Lacks("How progress is measured")
	g := goals(h, rel.ID)["Run the incident review"]
	if g == nil || g.Person != h.Person("Amina").ID || len(g.Milestones) != 1 || g.Milestones[0].Title != "Write the agenda" {
		t.Fatalf("%+v", g)
	}
	h.Keys("Ctrl+Z")
	if g := goals(h, rel.ID)["Run the incident review"]; g != nil {
		t.Error("still there after undo")
	}
}

// A measure is figures in the language's own way of writing; one that measures nothing is refused below its field.
func TestAMeasureIsRead(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian, Role: core.RoleMentee})
	h.Run("goal.new")
	h.Type("Читать быстрее")
	h.Tap("Показатель")
	focusField(h, "Что считаем")
	h.Type("Страниц в час")
	focusField(h, "В начале")
	h.Type("10,5")
	focusField(h, "Целевое значение")
	h.Type("много")
	h.Shot("goal-ru")
	h.Tap("Сохранить")
	h.Wants("Что считаем")
	h.Press("Home")
	for range []rune("много") {
		h.Press("Delete")
	}
	h.Type("20")
	h.Tap("Сохранить")
	h.Lacks("Что считаем")
	var found *core.Goal
	all, err := h.Planner.Plans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all.Goals {
		if row.Goal.Title == "Читать быстрее" {
			found = row.Goal
		}
	}
	if found == nil || found.Measure == nil || found.Measure.Baseline != 10.5 || found.Measure.Target != 20 {
		t.Fatalf("%+v", found)
	}
}

// A level that the mentor types for the mentee needs the words in which it was said, and is marked.
func TestALevelTypedForAnotherIsMarked(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("skill.new")
	h.Type("Facilitation")
	h.Shot("skill-new")
	h.Tap("Save")
	all, err := h.Planner.Plans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var skill *core.Skill
	for _, row := range all.Skills {
		if row.Skill.Name == "System design" {
			skill = row.Skill
		}
	}
	h.UI.RateSkill(skill.ID)
	h.Settle()
	h.Wants("System design · Amina Yusuf", "Earlier ratings", "typed for them")
	before, err := h.Planner.Skills.Assessments(t.Context(), skill.ID)
	if err != nil {
		t.Fatal(err)
	}
	h.Tap("4 · Teaches it")
	focusField(h, "Rated by")
	h.Press("Down") // from the owner to the mentee
	h.Wants("never counts as their own word")
	h.Shot("rating")
	h.Tap("Save")
	h.Wants("Say how you were told")
	focusField(h, "How it was given")
	h.Type("In our meeting")
	h.Tap("Save")
	after, err := h.Planner.Skills.Assessments(t.Context(), skill.ID)
	if err != nil || len(after) != len(before)+1 {
		t.Fatalf("%d levels, there were %d, %v", len(after), len(before), err)
	}
	if a := after[len(after)-1]; a.Level != 4 || a.Said.By != skill.Person || a.Said.Own() || a.Self(skill) {
		t.Errorf("%+v", a)
	}
}

// By the keys alone: arrows choose the level that is kept, and Enter in a step begins the next one.
func TestLevelsAndStepsByKeys(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	all, err := h.Planner.Plans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	skill := all.Skills[0].Skill
	given := func() []*core.Assessment {
		t.Helper()
		list, err := h.Planner.Skills.Assessments(t.Context(), skill.ID)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	rate := func(key string) (from, to int) {
		t.Helper()
		before := given()
		h.UI.RateSkill(skill.ID)
		h.Settle()
		at := func() int {
			n := 0
			for _, text := range kit.Texts(h.Root()) {
				if text == "●" || text == "○" {
					n++
				}
				if text == "●" {
					return n
				}
			}
			return 0
		}
		from = at()
		h.Press(key)
		to = at()
		h.Keys("Ctrl+Enter")
		known := map[core.ID]bool{}
		for _, a := range before {
			known[a.ID] = true
		}
		for _, a := range given() {
			if !known[a.ID] {
				return from, a.Level
			}
		}
		t.Fatalf("%s: no level was kept, %d was shown", key, to)
		return from, to
	}
	if from, to := rate("Down"); to != max(from, 1)+1 {
		t.Errorf("down from %d kept %d", from, to)
	}
	if from, to := rate("Up"); to != from-1 {
		t.Errorf("up from %d kept %d", from, to)
	}

	h.Run("goal.new")
	h.Type("Speak at two meetups")
	h.Tap("Milestones")
	h.Tap("Add a milestone") // the second of two that are empty
	h.Type("Choose the topic")
	h.Keys("Enter")
	h.Type("Hand in the abstract")
	h.Keys("Enter", "Ctrl+Enter")
	if all, err = h.Planner.Plans(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, row := range all.Goals {
		if row.Goal.Title == "Speak at two meetups" {
			if m := row.Goal.Milestones; len(m) != 2 || m[0].Title != "Choose the topic" || m[1].Title != "Hand in the abstract" {
				t.Errorf("%+v", m)
			}
			return
		}
	}
	t.Error("the goal was not kept")
}

// What a mentee says is let out by their word alone: the mentor writes down how it was said.
func TestAReleaseNeedsTheWordsInWhichItWasGiven(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina Yusuf")
	g := goals(h, rel.ID)["Delegate on-call leadership"]
	h.UI.ReleaseItem(core.RefOf(g))
	h.Settle()
	h.Wants("Only Amina Yusuf can release this")
	h.Shot("release")
	h.Tap("Release")
	h.Wants("Say how you were told")
	focusField(h, "How it was given")
	h.Type("At our lunch")
	h.Tap("Release")
	given, err := h.Planner.Releases.Of(t.Context(), g.ID)
	if err != nil || len(given) != 1 {
		t.Fatalf("%d releases, %v", len(given), err)
	}
	if r := given[0]; r.Said.By != g.Person || r.Said.Own() || !strings.Contains(r.Said.Words, "lunch") || r.Audience != core.AudienceHR {
		t.Errorf("%+v", r)
	}
}

// focusHint gives the focus to the first empty field in which a hint stands.
func focusHint(h *uitest.House, hint string) {
	h.T.Helper()
	stopped := !kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		f, ok := o.(*kit.TextField)
		if ok && f.Placeholder() == hint && f.Text() == "" {
			h.Canvas().Focus(f.Focusable())
			return false
		}
		return true
	})
	if !stopped {
		h.T.Fatalf("no empty field has the hint %q", hint)
	}
}

// The level on which the keys are does not look as if it were chosen.
func TestNoLevelIsChosenBeforeSomebodyDoes(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		owner, err := p.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Skills.Add(t.Context(), core.Skill{Person: owner.ID, Name: "Juggling", Scale: []string{"one", "two", "three"}}); err != nil {
			t.Fatal(err)
		}
	}})
	h.Go(shell.Route{Screen: "plans", Tab: "skills"})
	h.Tap("Juggling")
	h.Lacks("●")
	h.Wants("○")
	h.Keys("Ctrl+Enter")
	h.Wants("Choose a level")
	h.Keys("Down", "Space")
	h.Wants("●")
	focusField(h, "Date")
	h.Press("Ctrl+A")
	h.Type("tomorrow")
	h.Keys("Ctrl+Enter")
	h.Wants("24 November 2026 is in the future")
}

// Neither has a phase begun, nor somebody said yes, on a day to come; the words stand below the day.
func TestNothingHasHappenedTomorrow(t *testing.T) {
	h, rel := open(t, "")
	tomorrow := func(label string) {
		t.Helper()
		focusField(h, label)
		h.Press("Ctrl+A")
		h.Type("tomorrow")
		h.Keys("Ctrl+Enter")
		h.Wants("24 November 2026 is in the future")
		said := false
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if f, ok := o.(*kit.DateField); ok {
				texts := strings.Join(kit.Texts(f), "\n")
				said = said || strings.Contains(texts, label) && strings.Contains(texts, "is in the future")
			}
			return true
		})
		if !said {
			t.Errorf("%s: the words are not at the field", label)
		}
	}
	h.Click("More")
	h.Tap("Change the phase")
	tomorrow("From")
	if got := again(t, h, rel.ID); got.Phase != rel.Phase {
		t.Errorf("it is in %s", got.Phase)
	}
	h.Keys("Escape")
	hanna := h.Person("Hanna Weiss")
	h.Go(shell.Route{Screen: "people", ID: hanna.ID})
	h.Keys("F2")
	tomorrow(h.Words.Label("consent.on"))
	if got := h.Person("Hanna Weiss"); got.Consent != hanna.Consent {
		t.Errorf("kept %+v", got.Consent)
	}
}

// What is begun among somebody's plans is theirs.
func TestAGoalBegunAmongSomebodysPlansIsTheirs(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	amina := h.Person("Amina")
	h.Go(shell.Route{Screen: "plans"})
	var person *kit.Select
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if s, ok := o.(*kit.Select); ok && person == nil {
			person = s
		}
		return true
	})
	person.Open()
	h.Tap("Amina Yusuf")
	h.Run("goal.new")
	h.Type("Chair the meeting")
	h.Keys("Ctrl+Return")
	if g := goals(h, h.Relationship("Amina Yusuf").ID)["Chair the meeting"]; g == nil || g.Person != amina.ID {
		t.Errorf("%+v", g)
	}
}
