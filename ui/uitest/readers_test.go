package uitest_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who can read an item stands beside it wherever it is written: on every page of a relationship, among the plans and
// checklists, on a person's page, in a meeting.
func TestReadersStandWhereverAnItemIsWritten(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(1280, 2400)})
	titles := itemTitles(t, h)
	rel := h.Relationship("Amina")
	met := 0
	for name, to := range map[string]shell.Route{
		"overview": {Screen: "relationship", ID: rel.ID}, "plan": {Screen: "relationship", ID: rel.ID, Tab: "plan"},
		"notes": {Screen: "relationship", ID: rel.ID, Tab: "notes"}, "checklists of one": {Screen: "relationship", ID: rel.ID, Tab: "checklists"},
		"goals": {Screen: "plans"}, "skills": {Screen: "plans", Tab: "skills"}, "checklists": {Screen: "checklists"},
		"person": {Screen: "people", ID: h.Person("Amina").ID},
	} {
		h.Go(to)
		root := h.Canvas().Content()
		for _, title := range titles {
			if !says(kit.Texts(root), title) {
				continue
			}
			met++
			if others := beside(root, title, titles); len(others) > 0 {
				t.Errorf("%s: who reads %q is not told beside it, but with %q", name, title, others)
			}
		}
	}
	if met < 20 {
		t.Errorf("only %d items were met", met)
	}
}

// itemTitles gives what is written on goals, skills, promises and questions.
func itemTitles(t *testing.T, h *uitest.House) []string {
	t.Helper()
	var out []string
	for _, kind := range []core.Kind{core.KindGoal, core.KindSkill, core.KindAction, core.KindQuestion} {
		all, err := h.Planner.List(t.Context(), planner.Filter{Kind: kind})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			switch r := r.(type) {
			case *core.Goal:
				out = append(out, r.Title)
			case *core.Skill:
				out = append(out, r.Name)
			case *core.Action:
				out = append(out, r.Title)
			case *core.Question:
				out = append(out, h.Words.Quote(r.Text))
			}
		}
	}
	return out
}

// beside gives what other items stand in the smallest part of a page in which a title and words about readers stand.
func beside(root fyne.CanvasObject, title string, all []string) []string {
	var smallest []string
	kit.Walk(root, func(o fyne.CanvasObject) bool {
		texts := kit.Texts(o)
		if says(texts, title) && readers(texts) && (smallest == nil || len(texts) < len(smallest)) {
			smallest = texts
		}
		return true
	})
	if smallest == nil {
		return []string{"nothing"}
	}
	var others []string
	for _, other := range all {
		if other != title && says(smallest, other) {
			others = append(others, other)
		}
	}
	return others
}

func says(texts []string, title string) bool {
	for _, s := range texts {
		if s == title {
			return true
		}
	}
	return false
}

func readers(texts []string) bool {
	all := strings.Join(texts, "\n")
	return strings.Contains(all, "shared with") || strings.Contains(all, "only you") || strings.Contains(all, "Private") || strings.Contains(all, "private")
}
