package ui_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Where all that a place holds is hidden from those who look, it never says that there is nothing, on any page of the window.
func TestPresentingNeverSaysThatThereIsNothing(t *testing.T) {
	for lang, role := range map[core.Language]core.Role{core.English: core.RoleMentor, core.Russian: core.RoleMentee} {
		t.Run(string(lang)+"-"+string(role), func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Language: lang, Role: role, Before: allPrivate(t)})
			empty := emptyTexts(t, lang)
			all, said := everyPlace(h), map[int][]string{}
			for i, r := range all {
				h.Go(r)
				said[i] = kit.Texts(h.Root())
			}
			h.Run("presenting")
			told, zero := 0, regexp.MustCompile(`(^|[ (])0 (of|из) [0-9]`)
			for i, r := range all {
				h.Go(r)
				for _, text := range kit.Texts(h.Root()) {
					if text == h.Words.T("rel.nothing_shown") {
						told++
					}
					if len(text) < 100 && zero.MatchString(text) { // the pages of a report say what they will say
						t.Errorf("%v counts %q", r, text)
					}
					if key := empty[text]; key != "" && !slices.Contains(said[i], text) {
						t.Errorf("%v says %q (%s)", r, text, key)
					}
				}
			}
			if told < 20 {
				t.Errorf("only %d places say that something may be hidden", told)
			}
		})
	}
}

// emptyTexts gives what the window says where there is nothing, with the keys.
func emptyTexts(t *testing.T, lang core.Language) map[string]string {
	t.Helper()
	raw, err := os.ReadFile("../assets/locales/" + string(lang) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	of := regexp.MustCompile(`(^|[._])(no|none|empty|nothing|clear)([._]|$)`)
	out := map[string]string{}
	for key, v := range all {
		text, ok := v.(string)
		if ok && of.MatchString(key) && key != "rel.nothing_shown" && !strings.HasPrefix(key, "answer") && !strings.Contains(text, "{") {
			out[text] = key
		}
	}
	for _, key := range []string{"mentee.no_questions", "today.needs_none", "today.agenda_empty", "rel.no_notes", "checklists.no_runs"} {
		if _, ok := all[key]; !ok {
			t.Errorf("there is no text %s", key)
		}
	}
	return out
}

// allPrivate makes everything private that can be.
func allPrivate(t *testing.T) func(*planner.Planner) {
	return func(p *planner.Planner) {
		t.Helper()
		ctx := t.Context()
		for _, kind := range []core.Kind{core.KindGoal, core.KindSkill, core.KindAction, core.KindQuestion, core.KindRun, core.KindNote, core.KindMeeting} {
			all, err := p.List(ctx, planner.Filter{Kind: kind})
			if err != nil {
				t.Fatal(err)
			}
			for _, rec := range all {
				var err error
				switch r := rec.(type) {
				case *core.Goal:
					err = p.Goals.Change(ctx, r.ID, func(g *core.Goal) error { g.Readers = core.Visibility{}; return nil })
				case *core.Skill:
					err = p.Skills.Change(ctx, r.ID, func(k *core.Skill) error { k.Readers = core.Visibility{}; return nil })
				case *core.Action:
					err = p.Actions.Change(ctx, r.ID, func(a *core.Action) error { a.Readers = core.Visibility{}; return nil })
				case *core.Question:
					err = p.Questions.Change(ctx, r.ID, func(q *core.Question) error { q.Readers = core.Visibility{}; return nil })
				case *core.Run:
					err = p.Checklists.ChangeRun(ctx, r.ID, func(x *core.Run) error { x.Readers = core.Visibility{}; return nil })
				case *core.Note:
					r.Readers = core.Visibility{}
					_, err = p.Notes.Write(ctx, *r)
				case *core.Meeting:
					err = p.Meetings.Change(ctx, r.ID, func(m *core.Meeting) error {
						for i := range m.Agenda {
							m.Agenda[i].Readers = core.Visibility{}
						}
						return nil
					})
				}
				if err != nil {
					t.Fatal(kind, err)
				}
			}
		}
	}
}
