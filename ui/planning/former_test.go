package planning_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Whoever invited from an address that is theirs no more is told from which the next message goes out, and can choose theirs.
func TestAnUpdateCanGoOutFromThePresentAddress(t *testing.T) {
	var opened []string
	was := ""
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) {
		cfg.Desktop.Open = func(path string) error {
			data, err := os.ReadFile(path)
			opened = append(opened, string(data))
			return err
		}
	}, Before: func(p *planner.Planner) {
		owner, err := p.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		was = owner.Email()
	}})
	ctx, m := t.Context(), meetings(h, "Amina")[0]
	text := func() string { return h.Words.T("invite.former", "from", was) }
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Run("meeting.invite")
	h.Lacks(text())
	h.Keys("Escape")
	if _, err := h.Planner.Invitations.SendAs(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "x.eml"), planner.Sending{}); err != nil {
		t.Fatal(err)
	}
	owner, err := h.Planner.Workspace.Owner(ctx)
	if err == nil {
		err = h.Planner.People.Change(ctx, owner.ID, func(p *core.Person) error { p.Emails = []string{"maja@new.example"}; return nil })
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, present := range []bool{false, true} {
		h.Clock.Move(time.Second)
		h.Run("meeting.invite")
		h.Wants(text())
		if present {
			h.Shot("former")
			h.Tap(h.Words.T("invite.present", "email", "maja@new.example"))
		}
		h.Tap(h.Words.T("invite.mail"))
		last := strings.ReplaceAll(opened[len(opened)-1], "\r\n ", "")
		if strings.Contains(last, "maja@new.example") != present || strings.Contains(last, was) == present {
			t.Errorf("from the present address %v:\n%s", present, last)
		}
	}
	h.Run("meeting.invite") // guests know the new one now
	h.Lacks(text())
}
