package ui_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/relationship"
	"mentorbook/ui/uitest"
)

// TestTheLogNamesWhatWasTakenBackAndDoneAgain: a step that is done, taken back, done again and taken back once more is in
// a relationship's log four times, each time as what it was. That holds of what is changed, made, deleted, and split over
// several records; also where nothing is left of what was made.
func TestTheLogNamesWhatWasTakenBackAndDoneAgain(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina Yusuf")
	p, ctx := h.Planner, t.Context()
	ws, err := p.Workspace.Get(ctx)
	if err != nil {
		t.Fatal(err)
	}
	add := func(title string) (*core.Action, error) {
		return p.Actions.Add(ctx, core.Action{Title: title, Owner: ws.Owner, Relationships: []core.ID{rel.ID}})
	}
	kept, err := add("Read the draft")
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		do     func() error
		en, ru string
	}{
		{func() error { return p.Actions.Done(ctx, kept.ID) }, "Action done: Read the draft", "Договорённость выполнена: Read the draft"},
		{func() error { _, err := add("Send it"); return err }, "Action added: Send it", "Договорённость добавлена: Send it"},
		{func() error { return p.Actions.Delete(ctx, kept.ID) }, "Action deleted: Read the draft", "Договорённость удалена: Read the draft"},
		{func() error {
			return p.Relationships.End(ctx, rel.ID, planner.End{DropActions: true, CancelMeetings: true})
		}, "Relationship ended: Amina Yusuf", "Наставничество завершено: Amina Yusuf"},
	} {
		if err := step.do(); err != nil {
			t.Fatal(step.en, err)
		}
		for i, do := range []func() (*planner.Step, error){
			func() (*planner.Step, error) { return p.Undo(ctx) }, func() (*planner.Step, error) { return p.Redo(ctx) },
			func() (*planner.Step, error) { return p.Undo(ctx) },
		} {
			if _, err := do(); err != nil {
				t.Fatal(step.en, i, err)
			}
		}
		for lang, want := range map[core.Language][]string{
			core.English: {"Undone: " + step.en, "Redone: " + step.en, "Undone: " + step.en, step.en},
			core.Russian: {"Отменено: " + step.ru, "Повторено: " + step.ru, "Отменено: " + step.ru, step.ru},
		} {
			log, err := p.Relationships.Log(ctx, rel.ID, 4)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range relationship.NewLog(log, uitest.WordsOf(t, lang), false) {
				got = append(got, s.Text)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s:\n%q, want\n%q", lang, got, want)
			}
		}
	}
}

// What a mentee released is in the log of the relationship that the goal belongs to, and where it belongs to none, in that of each
// relationship in which they are the mentee; another one's log says nothing of it.
func TestTheLogTellsOfReleases(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	p, ctx := h.Planner, t.Context()
	rel, other := h.Relationship("Amina Yusuf"), h.Relationship("Tomasz")
	amina := h.Person("Amina").ID
	last := func(of core.ID) string {
		log, err := p.Relationships.Log(ctx, of, 1)
		if err != nil || len(log.Steps) == 0 {
			t.Fatal(err)
		}
		return relationship.NewLog(log, h.Words, false)[0].Text
	}
	for title, in := range map[string][]core.ID{"Speak in public": {rel.ID}, "Sleep more": nil} {
		goal, err := p.Goals.Add(ctx, core.Goal{Title: title, Person: amina, Relationships: in})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Releases.Release(ctx, core.Release{Item: core.RefOf(goal), Audience: core.AudienceHR, Said: core.Said{Words: "Yes, by mail"}}); err != nil {
			t.Fatal(err)
		}
		if got := last(rel.ID); got != "Released: "+title {
			t.Errorf("%q", got)
		}
		if got := last(other.ID); got == "Released: "+title {
			t.Errorf("another's log says %q", got)
		}
	}
}
