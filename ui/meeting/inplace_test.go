package meeting_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// editing opens a meeting that has begun with a promise in it, and types into the editor in the place of that or of the first
// item.
func editing(t *testing.T, key string) (*uitest.House, core.ID) {
	t.Helper()
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	h.Keys("Alt+4")
	h.Type("Amina: send the draft by Friday")
	h.Keys("Enter", key, "Home")
	if key == "Alt+4" {
		h.Press("Shift+Tab")
	}
	h.Keys("Enter", "Ctrl+A")
	h.Type("Typed in place")
	return h, id
}

// kept tells whether a meeting has what editing typed.
func kept(h *uitest.House, id core.ID) bool {
	h.T.Helper()
	all, err := h.Planner.Actions.OfMeeting(h.T.Context(), id)
	if err != nil {
		h.T.Fatal(err)
	}
	for _, a := range all {
		if a.Title == "Typed in place" {
			return true
		}
	}
	return get(h, id).Agenda[0].Text == "Typed in place"
}

// Who closes while something is edited in place is led to it; kept or given up, it is in nobody's way.
// Ctrl+Enter keeps as Enter does, also from what is no field of letters, and in the lines that are handed over.
func TestCtrlEnterKeepsInPlace(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	h.Keys("Ctrl+I")
	h.Type("One more")
	h.Keys("Ctrl+Enter")
	if last := get(h, id).Agenda; last[len(last)-1].Text != "One more" {
		t.Errorf("%+v", last)
	}
	for _, tabs := range []int{0, 1, 2, 4} { // text, minutes, stage, who reads it
		h.Keys("Alt+1", "Home", "Enter", "Ctrl+A")
		h.Type(fmt.Sprint("Edited ", tabs))
		for range tabs {
			h.Press("Tab")
		}
		h.Keys("Ctrl+Enter")
		h.Lacks("Whose item")
		if a := get(h, id).Agenda[0]; a.Text != fmt.Sprint("Edited ", tabs) {
			t.Errorf("%d: %q", tabs, a.Text)
		}
	}
	h.Keys("Alt+4")
	h.Type("me: call")
	h.Keys("Ctrl+Enter", "Up", "Enter", "Ctrl+A")
	h.Type("Write")
	h.Keys("Tab", "Tab", "Ctrl+Enter")
	h.Wants("Write")
	h.Lacks("Save")
}

func TestNoEditIsLeftBehindByClosing(t *testing.T) {
	for _, key := range []string{"Alt+1", "Alt+4"} {
		for _, end := range []string{"Enter", "Escape"} {
			h, id := editing(t, key)
			h.Keys("Ctrl+Shift+Enter")
			if !get(h, id).Planned() {
				t.Fatalf("%s: closed", key)
			}
			h.Wants("Typed in place", "This change is not saved yet")
			h.Keys(end)
			h.Keys("Ctrl+Shift+Enter")
			if get(h, id).Planned() || kept(h, id) != (end == "Enter") {
				t.Errorf("%s, %s: %s, kept %t", key, end, get(h, id).Status, kept(h, id))
			}
		}
	}
}

// An editor in which nothing is changed is in nobody's way.
func TestAnOpenEditorAloneHoldsNothing(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	h.Keys("Alt+1", "Home", "Enter", "Ctrl+Shift+Enter")
	if get(h, id).Planned() {
		t.Error("not closed")
	}
	h.Lacks("Whose item")
}

// What is edited in place is kept by whoever goes to another page, and is not thrown away for another line's editor.
func TestAnEditOutlivesWhatIsDoneBesideIt(t *testing.T) {
	for _, key := range []string{"Alt+1", "Alt+4"} {
		h, id := editing(t, key)
		h.Go(shell.Route{Screen: "today"})
		if !kept(h, id) {
			t.Errorf("%s: lost", key)
		}
	}
	h, id := editing(t, "Alt+1")
	h.Tap(get(h, id).Agenda[1].Text)
	h.Wants("Typed in place", "This change is not saved yet")
}

// Of two editors that are open, Escape is for the one with the focus; where neither has it, both stay.
func TestEscapeIsForTheEditorWithTheFocus(t *testing.T) {
	h, id := editing(t, "Alt+1")
	item := get(h, id).Agenda[0].Text
	h.Keys("Alt+4", "Shift+Tab", "Home", "Enter", "Ctrl+A")
	h.Type("A promise in place")
	h.Wants("Typed in place", "A promise in place")
	h.Keys("Escape")
	h.Lacks("A promise in place")
	h.Wants("Typed in place", "Send the draft")
	h.Keys("Alt+4", "Escape")
	h.Wants("Typed in place")
	h.Keys("Ctrl+Shift+Enter") // leads to what is not kept
	h.Keys("Escape")
	h.Lacks("Typed in place")
	h.Wants(item)
	if kept(h, id) {
		t.Error("what was given up is kept")
	}
}

// What was typed in place and given up can be had back: at once, beside another page, and not over other words that are not
// kept. Unchanged words close without a word.
func TestWordsGivenUpInPlaceComeBack(t *testing.T) {
	for _, key := range []string{"Alt+1", "Alt+4"} {
		h, id := editing(t, key)
		h.Keys("Escape")
		h.Lacks("Typed in place")
		h.Wants("Closed without saving")
		h.Tap("Restore")
		h.Wants("Typed in place")
		h.Lacks("Closed without saving")
		h.Keys("Enter")
		if !kept(h, id) {
			t.Errorf("%s: brought back, it was not kept", key)
		}
		h.Keys("Enter", "Escape")
		h.Lacks("Closed without saving")
	}
	h, id := editing(t, "Alt+1")
	h.Keys("Escape")
	h.Go(shell.Route{Screen: "people"})
	h.Tap("Restore")
	h.Wants("Typed in place", "Whose item")
	h.Keys("Escape")
	h.Tap(get(h, id).Agenda[1].Text)
	h.Keys("Ctrl+A")
	h.Type("Other words")
	h.Tap("Restore")
	h.Wants("Other words", "This change is not saved yet", "Restore")
	h.Keys("Enter")
	h.Tap("Restore")
	h.Keys("Enter")
	if m := get(h, id); !kept(h, id) || m.Agenda[1].Text != "Other words" {
		t.Errorf("%s", texts(m))
	}
}

// The words of a line that has gone stand in the private note.
func TestWordsGivenUpOfALineThatHasGoneAreNoted(t *testing.T) {
	h, id := editing(t, "Alt+1")
	h.Keys("Escape")
	if err := h.Planner.Agendas.Remove(t.Context(), id, get(h, id).Agenda[0].ID); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Tap("Restore")
	found := false
	for _, n := range notes(h, id) {
		found = found || n.Text == "Typed in place"
	}
	if !found {
		t.Errorf("%+v", notes(h, id))
	}
}

// The editors in place have the room for what stands in them, a long day and the choices alike.
func TestTheEditorsInPlaceFit(t *testing.T) {
	for _, width := range []float32{900, 1280} {
		h, id := at(t, "Amina Yusuf", false, uitest.Options{Language: core.Russian, Size: fyne.NewSize(width, 800)})
		if _, err := h.Planner.Actions.Add(t.Context(), core.Action{
			Title: "Прислать черновик", Owner: h.Person("Amina Yusuf").ID, Meeting: id, Due: core.NewDate(2026, 12, 31), Relationships: []core.ID{h.Relationship("Amina Yusuf").ID},
		}); err != nil {
			t.Fatal(err)
		}
		h.Settle()
		if err := h.Planner.Agendas.Change(t.Context(), id, get(h, id).Agenda[0].ID, func(a *core.AgendaItem) error {
			a.Stage = ""
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		h.Settle()
		h.Keys("Alt+1", "Home", "Enter")
		h.Wants("Чей пункт")
		h.Shot(fmt.Sprintf("inplace-item-%.0f", width))
		fits(t, h, width)
		h.Keys("Escape", "Alt+4", "Shift+Tab", "Home", "Enter")
		h.Wants("Срок")
		h.Shot(fmt.Sprintf("inplace-promise-%.0f", width))
		fits(t, h, width)
	}
}

func fits(t *testing.T, h *uitest.House, width float32) {
	t.Helper()
	faults, _ := uitest.Faults(h.Canvas().Content())
	if all := append(faults, uitest.Cuts(h.Canvas().Content(), h.Theirs())...); len(all) > 0 {
		t.Errorf("%.0f wide: %q", width, all)
	}
}

// What the end of the window saves, of a line in its place or of a note, is no draft any more: neither the next window nor the page
// offers it again.
func TestWhatTheEndSavesOfAMeetingIsNoDraft(t *testing.T) {
	for _, key := range []string{"Alt+1", "Alt+4", "a note"} {
		h, id := (*uitest.House)(nil), core.ID{}
		if key == "a note" {
			h, id = at(t, "Amina Yusuf", true, uitest.Options{})
			h.Keys("Alt+2")
			h.Type("Typed in place")
		} else {
			h, id = editing(t, key)
		}
		h.Clock.Move(time.Minute)
		h.Settle()
		h = h.Later()
		notes, err := h.Planner.Notes.About(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if wrote := slices.ContainsFunc(notes, func(n *core.Note) bool { return n.Text == "Typed in place" }); !wrote && !kept(h, id) {
			t.Fatalf("%s: it is not saved", key)
		}
		all, err := h.Planner.Drafts.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range all {
			if of, field, _ := d.Place(); of.ID == id && field != planner.FieldTimer {
				t.Errorf("%s: %q is left in %s", key, d.Text, field)
			}
		}
	}
}
