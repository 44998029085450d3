package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// What needs the owner has on Today the menu that it has elsewhere, whatever it is.
func TestWhatNeedsTheOwnerHasItsMenu(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	day, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[planner.NeedKind]bool{}
	for _, n := range day.Needs {
		if kinds[n.Kind] {
			continue
		}
		kinds[n.Kind] = true
		var want []string
		switch n.Ref.Kind {
		case core.KindAction:
			want = []string{"rel.action_done", "rel.action_tomorrow", "rel.action_week", "rel.action_drop", "rel.action_delete"}
		case core.KindMeeting:
			want = []string{"button.open_meeting", "meeting.to_relationship"}
		case core.KindRun:
			want = []string{"button.open", "checklists.add_line", "checklists.delete_run"}
		case core.KindRelationship, core.KindSeries:
			want = []string{"rel.open_it", "rel.plan", "rel.new_action"}
		}
		text := n.Text
		if n.Ref.Kind != core.KindAction && n.Ref.Kind != core.KindRun {
			text = n.Name
		}
		h.Go(shell.Route{Screen: "people"})
		h.Go(shell.Route{Screen: "today"})
		h.Settle()
		h.Menu(text)
		if h.Shell.Canvas().Overlays().Top() == nil {
			t.Errorf("%s %q has no menu", n.Kind, text)
			continue
		}
		if n.Ref.Kind == core.KindAction || n.Ref.Kind == core.KindRun {
			for _, key := range want {
				h.Wants(h.Words.T(key))
			}
		}
		h.Press("Escape")
	}
	if len(kinds) < 3 {
		t.Errorf("only %v", kinds)
	}
}

// A promise is put off and dropped where it is listed as late, as under the relationship.
func TestALatePromiseIsPutOffOnToday(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	day, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range day.Needs {
		if n.Kind != planner.NeedLateAction {
			continue
		}
		h.Menu(n.Text)
		h.Tap(h.Words.T("rel.action_week"))
		rec, err := h.Planner.Record(t.Context(), n.Ref)
		if err != nil {
			t.Fatal(err)
		}
		if due := rec.(*core.Action).Due; due != day.Date.AddDays(7) {
			t.Errorf("due %v", due)
		}
		return
	}
	t.Error("nothing is late")
}

// A line of a checklist has one menu, on the page of checklists and in the tab of a relationship.
func TestALineOfAChecklistHasItsMenuInTheTab(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	board, err := h.Planner.Checklists.Board(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var run *core.Run
	for _, r := range board.Runs {
		if len(r.Items) > 1 && len(r.Relationships) > 0 {
			run = r
		}
	}
	if run == nil {
		t.Fatal("no checklist is in use")
	}
	items := func() []core.RunItem {
		rec, err := h.Planner.Record(t.Context(), core.RefOf(run))
		if err != nil {
			t.Fatal(err)
		}
		return rec.(*core.Run).Items
	}
	h.Go(shell.Route{Screen: "relationship", ID: run.Relationships[0], Tab: "checklists"})
	h.Settle()
	first := run.Items[0]
	h.Menu(first.Text)
	h.Wants(h.Words.T("plans.menu.edit"), h.Words.T("checklists.remove_item"))
	h.Tap(h.Words.T("plans.down"))
	if got := items(); got[1].ID != first.ID {
		t.Errorf("it has not gone down: %q", kit.Texts(h.Root()))
	}
	h.Menu(first.Text)
	h.Tap(h.Words.T("plans.menu.edit"))
	h.Wants(h.Words.T("checklists.owner"))
	h.Press("Escape")
	h.Menu(first.Text)
	h.Tap(h.Words.T("checklists.remove_item"))
	if got := items(); len(got) != len(run.Items)-1 {
		t.Errorf("%d lines", len(got))
	}
	h.Keys("Ctrl+Z")
	if got := items(); len(got) != len(run.Items) {
		t.Errorf("%d lines after undo", len(got))
	}
}
