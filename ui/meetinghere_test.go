package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// chosenHere is what the commands about a meeting say while one is chosen in the calendar.
func chosenHere(h *uitest.House) []string {
	var off []string
	for _, id := range []string{"meeting.move", "meeting.edit", "meeting.invite", "meeting.answer", "meeting.noted", "meeting.cancel"} {
		if why := h.Shell.Commands.WhyNot(id); why != "" {
			off = append(off, id+": "+why)
		}
	}
	return off
}

// The commands about a meeting act on the one that is chosen in the calendar, in each way of looking at it, and are named after
// it in the palette; where none is chosen they say what is to be done first.
func TestCommandsActOnTheMeetingChosenInTheCalendar(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		next, err := h.Planner.NextMeeting(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		wants := func(view string) {
			t.Helper()
			page, ok := h.Shell.Router.Page().(*calendar.Page)
			if !ok {
				t.Fatalf("%s: no calendar", view)
			}
			x, ok := page.Chosen()
			if !ok || x.Meeting.ID != next.ID {
				t.Fatalf("%s: chosen is %v, %t", view, x.Meeting, ok)
			}
			own, guests := "meeting.answer: "+h.Words.T("answering.not_asked"), "meeting.noted: "+h.Words.T("noted.nobody")
			if off := chosenHere(h); !slices.Equal(off, []string{own, guests}) {
				t.Errorf("%s: off are %q", view, off)
			}
			for keys, title := range map[string]string{"Ctrl+Shift+R": "plan.title_again", "Ctrl+Shift+I": "invite.title"} {
				h.Keys(keys)
				h.Wants(h.Words.T(title, "name", x.Name))
				h.Lacks(h.Words.T("plan.no_meeting"))
				h.Shot("chosen-" + view + "-" + string(lang) + keys)
				h.Keys("Escape")
			}
		}
		h.Go(shell.Route{Screen: "calendar", Tab: "week"})
		g := gridOf(t, h)
		if !g.Select("meeting:" + next.ID.String()) {
			t.Fatal("the next meeting is not on show")
		}
		h.Canvas().Focus(g.Focusable())
		wants("week")
		h.Keys("Ctrl+K")
		h.Type(h.Words.T("button.reschedule"))
		h.Wants(strings.TrimSuffix(h.Words.T("button.reschedule"), "…") + ": ")
		h.Shot("chosen-palette-" + string(lang))
		h.Keys("Escape", "Escape")
		h.Canvas().Focus(g.Focusable())
		h.Keys("Up", "Up", "Up") // free time
		if _, ok := h.Shell.Router.Page().(*calendar.Page).Chosen(); ok {
			t.Error("the keys are at no meeting")
		}
		if why := h.Shell.Commands.WhyNot("meeting.move"); why != h.Words.T("plan.no_meeting") {
			t.Errorf("%q", why)
		}
		g.Select("meeting:" + next.ID.String())
		h.Keys("Alt+4")
		wants("agenda")
	}
}

// While a message offers to invite to what was planned a moment ago, the keys do that, too, whatever is on show, and the dialog says
// to which meeting; after it they are about the page again.
func TestTheKeysInviteToWhatWasPlannedBesideAPage(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	next, err := h.Planner.NextMeeting(t.Context())
	if err != nil || next == nil {
		t.Fatal(next, err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: next.ID})
	here := ", today 14:00"
	dialog := func() string {
		h.Keys("Ctrl+Shift+I")
		h.Settle()
		for _, text := range kit.Texts(h.Root()) {
			if strings.Contains(text, next.Name+", ") && strings.Contains(text, ": ") {
				return text
			}
		}
		return ""
	}
	if got := dialog(); !strings.HasSuffix(got, here) {
		t.Errorf("on a meeting's page the dialog is called %q", got)
	}
	h.Keys("Escape", "Ctrl+Shift+M")
	h.Settle()
	h.Keys("Enter")
	h.Settle()
	h.Wants(h.Words.T("plan.invite_next"))
	if r := h.Shell.Router.Route(); r.ID != next.ID {
		t.Fatalf("the page is %v", r)
	}
	if got := dialog(); !strings.HasPrefix(got, "Invite: "+next.Name+", ") || strings.HasSuffix(got, here) {
		t.Errorf("right after another was planned the dialog is called %q", got)
	}
	h.Keys("Escape")
	if got := dialog(); !strings.HasSuffix(got, here) {
		t.Errorf("after that the dialog is called %q", got)
	}
}

// While a message offers to invite to what was planned a moment ago, the keys do that, too, also where nothing else is on show;
// after it, and once the plan was taken back, they say again what is missing.
func TestTheKeysInviteToWhatWasJustPlanned(t *testing.T) {
	none := func(h *uitest.House) string { return h.Words.T("plan.no_meeting") }
	plan := func(h *uitest.House) {
		h.Keys("Ctrl+Shift+M")
		h.Settle()
		h.Keys("Enter")
		h.Settle()
		h.Wants(h.Words.T("plan.invite_next"))
	}
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}}) // with Amina on show, who is the first
	h.Settle()
	plan(h)
	h.Keys("Ctrl+Shift+I")
	h.Wants(h.Words.T("invite.method_publish"), "Invite: Amina Yusuf")
	h.Keys("Escape")
	h.Lacks(h.Words.T("plan.invite_next"))
	h.Keys("Ctrl+Shift+I")
	h.Lacks(h.Words.T("invite.method_publish"))
	plan(h)
	h.Keys("Ctrl+Z", "Ctrl+Shift+I")
	h.Lacks(h.Words.T("invite.method_publish"))
	plan(h)
	h.Clock.Move(time.Minute)
	h.Settle()
	h.Keys("Ctrl+Shift+I")
	h.Lacks(h.Words.T("invite.method_publish"))
	if shown := strings.ToLower(strings.Join(kit.Texts(h.Root()), " ")); !strings.Contains(shown, none(h)) {
		t.Errorf("it isn't said that %q: %s", none(h), shown)
	}
}
