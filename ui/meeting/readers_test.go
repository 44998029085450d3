package meeting_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who is chosen to read notes that nobody has written yet is so still for whoever comes back to the page.
func TestTheChoiceOfReadersOutlastsAWayElsewhere(t *testing.T) {
	h, _ := at(t, "Arun", true, uitest.Options{})
	readers := func() *kit.ChipGroup { return readersOf(h) }
	readers().Choose(slices.Index(kit.Texts(readers()), "Arun"))
	h.Wants("shared with Arun")
	h.Keys("Ctrl+1", "Alt+Left")
	h.Wants("shared with Arun")
	h.Lacks("readers not chosen")
	readers().Choose(slices.Index(kit.Texts(readers()), "Arun"))
	h.Wants("readers not chosen")
	h.Keys("Ctrl+1", "Alt+Left")
	h.Wants("readers not chosen")
}

// It is so after the program ended, too, be it by itself; once the notes are written they say who reads them.
func TestTheChoiceOfReadersOutlastsTheEndOfTheProgram(t *testing.T) {
	h, id := at(t, "Arun", true, uitest.Options{})
	readersOf(h).Choose(slices.Index(kit.Texts(readersOf(h)), "Arun"))
	h.Clock.Move(time.Minute)
	h.Settle()
	h = h.Again()
	if text := strings.Join(kit.Texts(h.Root()), "\n"); strings.Contains(text, "when Mentorbook closed") { // no word was typed
		t.Error(text)
	}
	h.Go(shell.Route{Screen: "meeting", ID: id})
	h.Wants("shared with Arun")
	h.Keys("Alt+2")
	h.Type("Bring the draft")
	h.Keys("Ctrl+Enter")
	all := notes(h, id)
	if len(all) != 1 || len(all[0].Readers.Readers) != 2 {
		t.Fatalf("%+v", all)
	}
	drafts, err := h.Planner.Drafts.Of(t.Context(), core.Ref{Kind: core.KindMeeting, ID: id})
	if err != nil || len(drafts) != 0 {
		t.Errorf("%v %+v", err, drafts)
	}
}

// readersOf gives the choice of who reads the shared notes.
func readersOf(h *uitest.House) *kit.ChipGroup {
	h.T.Helper()
	var all []*kit.ChipGroup
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if g, ok := o.(*kit.ChipGroup); ok && slices.Contains(kit.Texts(g), "Arun") {
			all = append(all, g)
		}
		return true
	})
	return all[0]
}
