package ui_test

import (
	"slices"
	"strconv"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Every page with tabs goes to them by Alt and their number, from wherever the focus is, and its key sheet says so.
func TestTabsAreGoneToByKeys(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		for _, page := range []struct {
			screen, head string
			tabs, titles []string
		}{
			{"plans", "plans.group", []string{"", "time", "skills"}, []string{"plans.tab.goals", "plans.tab.time", "plans.tab.skills"}},
			{"checklists", "checklists.head", []string{"", "templates"}, []string{"checklists.tab.runs", "checklists.tab.templates"}},
			{"reports", "reports.head", []string{"", "log", "written"}, []string{"reports.tab.report", "reports.tab.log", "reports.tab.written"}},
		} {
			h.Go(shell.Route{Screen: page.screen})
			for i := range page.tabs {
				at := len(page.tabs) - 1 - i
				h.Keys("Alt+" + strconv.Itoa(at+1))
				if r := h.Shell.Router.Route(); r.Screen != page.screen || r.Tab != page.tabs[at] {
					t.Errorf("%s: Alt+%d leads to %v", page.screen, at+1, r)
				}
			}
			if h.Keys("Alt+5"); h.Shell.Router.Route().Screen != page.screen {
				t.Errorf("%s: Alt+5 leads to %v", page.screen, h.Shell.Router.Route())
			}
			for i, title := range page.titles {
				row := shell.KeyRow{Title: h.Words.T("find.for", "command", h.Words.T(page.head), "name", h.Words.T(title)), Keys: "Alt+" + strconv.Itoa(i+1)}
				if !slices.ContainsFunc(h.Shell.Commands.KeySheet(), func(g shell.KeyGroup) bool { return slices.Contains(g.Rows, row) }) {
					t.Errorf("%s: the key sheet has no %v", page.screen, row)
				}
			}
		}
	}
}
