package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// While others look, a page whose names are hidden says that the file has the real ones, and does not claim to be what is written;
// one that hides none goes on claiming it.
func TestPresentingTheReportSaysWhatIsWritten(t *testing.T) {
	for _, language := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: language})
		same, masked, real := h.Words.T("reports.exact"), h.Words.T("reports.exact_masked"), h.Words.T("reports.real_written")
		h.Go(shell.Route{Screen: "reports"})
		h.Wants(same)
		h.Lacks(masked, real)
		h.Run("presenting")
		h.Wants(masked, real)
		h.Lacks(same)
		h.Shot("report-presenting-" + string(language))
		h.Run("presenting")
		h.Wants(same)
		h.Lacks(masked, real)
		h.Go(shell.Route{Screen: "reports", ID: h.Relationship("Amina Yusuf").ID})
		h.Run("presenting")
		h.Wants(same)
		h.Lacks(masked, real)
	}
}
