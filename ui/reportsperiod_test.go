package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A period of before the relationship is refused where it is chosen, the pages of another are not shown for it, and nothing asks
// where to write them; another period makes all of that good.
func TestAPeriodWithNothingToReportIsRefusedAtOnce(t *testing.T) {
	since := core.DateOf(uitest.Now())
	var rel core.ID
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		places, err := p.Places(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		made, err := p.Relationships.Add(t.Context(), core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecCareer,
			Participants: []core.Participant{{Person: places.Owner, Role: core.RoleMentor}, {Person: places.People[1].ID, Role: core.RoleMentee}}, Since: since,
		})
		if err != nil {
			t.Fatal(err)
		}
		rel = made.ID
	}})
	h.Go(shell.Route{Screen: "reports", ID: rel})
	h.Wants(h.Words.T("reports.exact"), "Page 1 of")
	problem := h.Words.T("reports.before_it", "date", h.Words.Date(since))
	focusBeside(h, h.Words.T("reports.period"))
	h.Keys("Down")
	h.Wants(problem)
	h.Lacks(h.Words.T("reports.exact"), "Page 1 of")
	h.Shot("report-before")
	h.Keys("Ctrl+S")
	h.Lacks(h.Words.T("reports.export_title"))
	h.Wants(h.Words.T("reports.choose_other"))
	focusBeside(h, h.Words.T("reports.period"))
	h.Keys("Up")
	h.Lacks(problem)
	h.Wants(h.Words.T("reports.exact"), "Page 1 of")
	h.Keys("Ctrl+S")
	h.Wants(h.Words.T("reports.export_title"))
}
