package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Times that are proposed lie in the same file with the same names however often it is written, and whoever takes it
// in has no meeting by it, nor is any time of theirs taken.
func TestProposedTimesAreNoMeetings(t *testing.T) {
	p := open(t)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	who := named(t, p, "Amina Yusuf").Others(owner.ID)
	found, err := p.Free(t.Context(), planner.FreeWish{People: who})
	ok(t, err)
	path := filepath.Join(t.TempDir(), "free.ics")
	write := func() string {
		ok(t, p.Invitations.Propose(t.Context(), found, "Proposed: Maja", path))
		data, err := os.ReadFile(path)
		ok(t, err)
		return string(data)
	}
	text := write()
	if text != write() || strings.Count(text, "\r\nUID:free-") != len(found.Slots) || strings.Contains(text, who[0].String()) {
		t.Errorf("%s", text)
	}
	// At Amina's: the organizer is her mentor.
	at := strings.ReplaceAll(text, "maja@lindqvist.example", "amina.yusuf@kijani.example")
	plan, err := p.CalendarFiles.Read(t.Context(), "free.ics", bytes.NewReader([]byte(at)), planner.CalendarAsBoth)
	ok(t, err)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	for _, s := range plan.Steps {
		if s.As != core.KindBusy || s.Does != planner.CalendarNew {
			t.Errorf("%+v", s)
		}
	}
	again, err := p.Free(t.Context(), planner.FreeWish{People: who})
	ok(t, err)
	if len(again.Slots) != len(found.Slots) || again.Slots[0].Start != found.Slots[0].Start {
		t.Errorf("a proposal takes time: %v, before %v", again.Slots, found.Slots)
	}
	if err := p.Invitations.Propose(t.Context(), &planner.FreeTimes{Owner: found.Owner}, "x", path); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("nothing to propose: %v", err)
	}
}
