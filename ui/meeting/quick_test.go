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
