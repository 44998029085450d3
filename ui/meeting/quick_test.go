package meeting_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// quickly types two lines and presses Enter once too often, while nothing comes back of what is written.
func quickly(h *uitest.House, first, second string) {
	h.T.Helper()
	h.Type(first)
	h.Press("Enter")
	h.Type(second)
	h.Press("Enter", "Enter")
	h.Settle()
}

func TestPromisesTypedQuicklyAreKeptOnceEach(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	of := func() []*core.Action {
		all, err := h.Planner.Actions.OfMeeting(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	before := of()
	h.Keys("Alt+4")
	quickly(h, "Amina: one", "me: two")
	made := slices.DeleteFunc(of(), func(a *core.Action) bool {
		return slices.ContainsFunc(before, func(b *core.Action) bool { return b.ID == a.ID })
	})
	owners := map[string]core.ID{}
	for _, a := range made {
		owners[a.Title] = a.Owner
	}
	amina := h.Person("Amina").ID
	if len(made) != 2 || owners["One"] != amina || owners["Two"].IsZero() || owners["Two"] == amina {
		t.Errorf("%v of %d", owners, len(made))
	}
}

func TestItemsTypedQuicklyAreKeptOnceEach(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	n := len(get(h, id).Agenda)
	h.Keys("Ctrl+I")
	quickly(h, "one, 5 min", "two")
	made := get(h, id).Agenda[n:]
	if len(made) != 2 || made[0].Text != "one" || made[0].Minutes != 5 || made[1].Text != "two" {
		t.Errorf("%+v", made)
	}
}

// A second Enter in an item that is edited, and a double click on what closes the meeting, do it once: one step each.
func TestEditingAndClosingAreDoneOnce(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	h.Keys("Alt+1", "Home", "Enter", "Ctrl+A")
	h.Type("Once")
	h.Press("Enter", "Enter")
	h.Settle()
	h.Press("Ctrl+Shift+Enter", "Ctrl+Shift+Enter")
	h.Settle()
	if m := get(h, id); m.Planned() || m.Agenda[0].Text != "Once" || len(h.Errors) > 0 {
		t.Fatalf("%s %q %v", m.Status, texts(m), h.Errors)
	}
	h.Keys("Ctrl+Z")
	if m := get(h, id); !m.Planned() || m.Agenda[0].Text != "Once" {
		t.Errorf("%s %q", m.Status, texts(m))
	}
	h.Keys("Ctrl+Z")
	if m := get(h, id); m.Agenda[0].Text == "Once" {
		t.Error("the item was kept twice")
	}
}

// Who closes while a line waits in a field, refused or not entered yet, is led to it; once it is kept or cleared the meeting
// closes.
func TestNoLineIsLeftBehindByClosing(t *testing.T) {
	for _, c := range []struct{ name, key, line, enter string }{
		{"a promise of nobody's", "Alt+4", "Zelda: send the draft by Friday", "Enter"},
		{"a promise that was not entered", "Alt+4", "Amina: send the draft by Friday", ""},
		{"an item that was not entered", "Ctrl+I", "One more", ""},
	} {
		h, id := at(t, "Amina Yusuf", true, uitest.Options{})
		h.Keys(c.key)
		h.Type(c.line)
		if c.enter != "" {
			h.Keys(c.enter)
		}
		h.Keys("Alt+5", "Ctrl+Shift+Enter")
		if m := get(h, id); !m.Planned() {
			t.Errorf("%s: closed", c.name)
		}
		h.Wants(c.line, "This line is not saved yet")
		h.Keys("Enter")
		h.Keys("Enter") // once more, of a name that nobody has: as words
		h.Keys("Ctrl+Shift+Enter")
		if m := get(h, id); m.Planned() {
			t.Errorf("%s: not closed", c.name)
		}
	}
}

// What is no day is told of in each line anew: it was settled for the line before alone.
func TestEachLineIsAskedAboutItsDay(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	h.Keys("Alt+4")
	h.Type("Amina: prepare tables by 31 February")
	h.Keys("Enter")
	h.Wants("Amina: prepare tables by 28 February")
	h.Keys("Ctrl+A")
	h.Type("Amina: prepare slides by 31 February")
	h.Wants("is not a day")
	h.Keys("Enter")
	h.Wants("Amina: prepare slides by 28 February")
	h.Keys("Enter")
	all, err := h.Planner.Actions.OfMeeting(t.Context(), id)
	if err != nil || !slices.ContainsFunc(all, func(a *core.Action) bool {
		return a.Title == "Prepare slides" && a.Due == core.NewDate(2027, 2, 28)
	}) {
		t.Errorf("%v, %v", all, err)
	}
	h.Type("Amina: by 31 February send the tables") // the day before what is to be done
	h.Keys("Enter", "Ctrl+A")
	h.Type("Amina: by 31 February send the slides")
	h.Wants("is not a day")
	h.Keys("Ctrl+A")
	h.Type("Amina: by 31 February send the tables") // once more: words
	h.Lacks("is not a day")
}

// A day that Enter puts right leaves the cursor behind it, so that typing goes on there.
func TestTypingGoesOnBehindADayThatWasPutRight(t *testing.T) {
	h, _ := at(t, "Amina Yusuf", true, uitest.Options{})
	h.Keys("Alt+4")
	h.Type("Amina: prepare tables by Fridy")
	h.Keys("Enter")
	h.Wants("Amina: prepare tables by Friday")
	h.Type(" and slides")
	h.Wants("Amina: prepare tables by Friday and slides")
}
