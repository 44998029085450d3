package ui_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The palette finds what is done with the next meeting, wherever somebody is, and names it; and merging where nobody is chosen.
func TestThePaletteFindsWhatIsAboutNothingChosen(t *testing.T) {
	for _, c := range []struct {
		lang                core.Language
		open, agenda, merge string
	}{{core.English, "open meeting", "send agenda", "merge"}, {core.Russian, "открыть встречу", "отправить повестку", "объединить"}} {
		h := uitest.Open(t, uitest.Options{Language: c.lang})
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		named := func(key string) string {
			return h.Words.T("find.for", "command", h.Words.T(key), "name", day.Next.Name)
		}
		look := func(query string) {
			t.Helper()
			h.Go(shell.Route{Screen: "plans"})
			h.Keys("Ctrl+K")
			h.Type(query)
			h.Settle()
		}
		look(c.open)
		h.Wants(named("button.open_meeting"))
		h.Keys("Enter")
		if at := h.Shell.Router.Route(); at.ID != day.Next.Meeting.ID {
			t.Errorf("%q leads to %v", c.open, at)
		}
		look(c.agenda)
		h.Wants(named("today.send_agenda"))
		h.Keys("Enter")
		h.Wants(h.Words.T("today.send_mail"), h.Words.T("today.send_copy"))
		h.Keys("Escape")
		look(c.merge)
		h.Wants(strings.TrimSuffix(h.Words.T("people.merge_any"), "…"))
		h.Keys("Enter")
		h.Wants(h.Words.T("people.merge_choose"))
		if at := h.Shell.Router.Route(); at.Screen != "people" {
			t.Errorf("%q leads to %v", c.merge, at)
		}
		h.Go(shell.Route{Screen: "people", ID: h.Person("Tomasz").ID})
		h.Run("people.merge_any")
		h.Wants(h.Words.T("people.merge_title", "name", "Tomasz Zieliński"))
		h.Keys("Escape")

		h.Run("presenting")
		look(c.open)
		h.Wants(h.Words.T("button.open_meeting"))
		h.Lacks(named("button.open_meeting"))
		h.Keys("Escape")
	}
}

// Where there is no meeting ahead, what is done with the next one is off and says why.
func TestWithoutAMeetingTheNextOneIsNotOpened(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	for _, id := range []string{"meeting.open", "meeting.send_agenda"} {
		if why := h.Shell.Commands.WhyNot(id); why != h.Words.T("plan.none_ahead") {
			t.Errorf("%s: %q", id, why)
		}
	}
}

// What the palette would do to the chosen row names it: nobody deletes what they do not mean.
func TestThePaletteNamesWhatItWouldDelete(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	const title = "Write the promotion document"
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina Yusuf").ID})
	for range 60 {
		if kit.NameOf(h.Canvas().Focused()) == title {
			break
		}
		h.Keys("Tab")
	}
	h.Keys("Ctrl+K")
	h.Type("delete")
	h.Settle()
	h.Wants("Delete: " + title)
}

// What is done with somebody names them once, also where its title has their name.
func TestWhatIsDoneNamesSomebodyOnce(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "people", ID: h.Person("Amina").ID})
	h.Keys("Ctrl+K")
	h.Type("open amina")
	h.Settle()
	h.Wants("Open Amina Yusuf")
	h.Lacks("Open Amina Yusuf: Amina Yusuf")
}
