package planning_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/planning"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A guest asks for another time on the page of the meeting: the dialog says what the other's clock shows then and what
// the time clashes with, the message goes out once, and the page, Today and the calendar say that it was asked for.
func TestAGuestProposesAnotherTimeInTheWindow(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		var opened []string
		h := uitest.Open(t, uitest.Options{
			Language: lang, Before: func(p *planner.Planner) { takeIn(t, p, invitation("4", "")) },
			Change: func(cfg *ui.Config) {
				cfg.Desktop.Open = func(path string) error {
					data, err := os.ReadFile(path)
					opened = append(opened, string(data))
					return err
				}
			},
		})
		word := func(key string) string { return h.Words.T(key) }
		owner, err := h.Planner.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.Planner.Busy.Block(t.Context(), core.Busy{Person: owner.ID, Title: "Dentist", Start: core.NewDate(2026, 11, 27).At(15, 0), End: core.NewDate(2026, 11, 27).At(16, 0), Zone: "Europe/Berlin"}); err != nil {
			t.Fatal(err)
		}
		id := asked(t, h, "talk")
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Keys("Ctrl+Shift+A")
		h.Tap(word("answering.counter"))
		h.Wants(word("answering.pick"), word("plan.date"), word("plan.start"), word("plan.minutes")) // 08:00 is what it has
		h.Lacks(word("invite.save_ics"))
		h.Press("Ctrl+Enter")
		if len(opened) != 0 {
			t.Fatal("the time that it has was asked for")
		}
		field := func(label, text string) { retype(t, h, word(label), text) }
		field("plan.date", "2026-11-27")
		field("plan.start", "15:30")
		field("plan.minutes", "45")
		h.Clock.Move(time.Second)
		h.Settle()
		h.Wants(word("answering.explain_counter"), h.Words.City("Africa/Nairobi"), "17:30", "Dentist", word("invite.mail"))
		field("plan.start", "nowhen")
		h.Keys("Ctrl+Enter")
		if len(opened) != 0 {
			t.Fatal("a time that nobody can read was asked for")
		}
		field("plan.start", "15:30")
		h.Shot("propose-" + string(lang))
		h.Click(word("invite.mail"))
		h.Press("Ctrl+Enter")
		h.Settle()
		if len(opened) != 1 || !strings.Contains(opened[0], "method=COUNTER") {
			t.Fatalf("%d messages: %q", len(opened), opened)
		}
		sent, err := h.Planner.Invitations.Sent(t.Context(), id)
		if err != nil || len(sent) != 1 || sent[0].Method != core.MethodCounter || sent[0].Sequence != 4 ||
			sent[0].Start != core.NewDate(2026, 11, 27).At(15, 30) || core.MinutesBetween(sent[0].Start, sent[0].End, sent[0].Zone) != 45 {
			t.Fatalf("%+v, %v", sent[0], err)
		}
		said := h.Words.OwnProposal(core.Asked{Start: sent[0].Start}, core.NewDate(2026, 11, 23), core.NewDate(2026, 11, 23))
		h.Wants(said)
		h.Go(shell.Route{Screen: "today"})
		h.Wants(h.Words.T("chip.own_proposed", "time", h.Words.Moment(sent[0].Start, core.NewDate(2026, 11, 23))))
		h.Lacks(word("chip.own_tentative"))
		h.Go(shell.Route{Screen: "calendar", Tab: "agenda"})
		h.Wants(h.Words.T("chip.own_proposed", "time", h.Words.Moment(sent[0].Start, core.NewDate(2026, 11, 23))))
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Keys("Ctrl+Shift+A") // what was asked for stands there
		h.Wants(word("answering.explain_counter"), locale.Capital(said))
		if got := content(t, h, word("plan.start")); got != "15:30" {
			t.Errorf("the time begins as %q", got)
		}
	}
}

// A whole series is asked to move as far as the meeting on show would, by its own clock; one of it alone by the owner's.
func TestAGuestProposesAnotherTimeForASeries(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { takeIn(t, p, invitation("1", "RRULE:FREQ=WEEKLY;BYDAY=TH\n")) }})
	series, err := h.Planner.Invitations.Guests(t.Context(), asked(t, h, "talk"))
	if err != nil {
		t.Fatal(err)
	}
	third := core.OccurrenceID(series.Series.ID, series.Series.Start.AddMinutes(14*24*60))
	list, err := h.Planner.Invitations.Guests(t.Context(), third)
	if err != nil {
		t.Fatal(err)
	}
	v := planning.NewAnswering(list, h.Words)
	v.Propose()
	v.Asked.Date, v.Asked.Start = core.NewDate(2026, 12, 11), 9*60 // Friday 9:00 in Berlin, in place of Thursday 8:00
	for _, c := range []struct {
		whole bool
		id    core.ID
		start core.Civil
		zone  core.Zone
	}{
		{true, series.Series.ID, core.NewDate(2026, 11, 27).At(11, 0), "Africa/Nairobi"},
		{false, third, core.NewDate(2026, 12, 11).At(9, 0), "Europe/Berlin"},
	} {
		v.Whole = c.whole
		got := v.Choice()
		if got.ID != c.id || got.Method != core.MethodCounter || got.How.Start != c.start || got.How.Zone != c.zone || got.How.Minutes != 60 || got.How.Answer != "" {
			t.Errorf("%+v", got)
		}
		message, err := h.Planner.Invitations.PrepareAs(t.Context(), got.ID, got.Method, got.How)
		if err != nil {
			t.Fatal(err)
		}
		if rule := v.AskedRule(message); strings.Contains(rule, "every Friday, 09:00–10:00") != c.whole {
			t.Errorf("whole %v: %q", c.whole, rule)
		}
	}
}

// A time that was typed but not sent is there again, with the choice to ask for it.
func TestAnAskedTimeIsKeptAsItIsTyped(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { takeIn(t, p, invitation("1", "")) }})
	id := asked(t, h, "talk")
	h.Go(shell.Route{Screen: "meeting", ID: id})
	h.Keys("Ctrl+Shift+A")
	h.Keys("Right", "Right", "Right")
	h.Keys("Tab") // the focus stays in the dialog that is made anew
	if date := labelled(t, h, h.Words.T("plan.date")); h.Canvas().Focused() != date.Focusable() {
		t.Errorf("after the choice the next is %T", h.Canvas().Focused())
	}
	retype(t, h, h.Words.T("plan.start"), "17:15")
	h.Keys("Escape")
	h.Lacks(h.Words.T("answering.explain_counter"))
	h.Tap(h.Words.T("forms.bring_back"))
	h.Wants(h.Words.T("answering.explain_counter"))
	if got := content(t, h, h.Words.T("plan.start")); got != "17:15" {
		t.Errorf("back comes %q", got)
	}
}

// labelled gives the field with a label.
func labelled(t *testing.T, h *uitest.House, label string) (found forms.Field) {
	t.Helper()
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(forms.Field); ok && found == nil && slices.Contains(kit.Texts(o), label) {
			found = f
		}
		return found == nil
	})
	if found == nil {
		t.Fatalf("no field %s among %q", label, kit.Texts(h.Root()))
	}
	return found
}

func content(t *testing.T, h *uitest.House, label string) string {
	t.Helper()
	return labelled(t, h, label).(kit.Keeper).Content()
}

// retype types another text into the field with a label.
func retype(t *testing.T, h *uitest.House, label, text string) {
	t.Helper()
	h.Canvas().Focus(labelled(t, h, label).Focusable())
	h.Press("Ctrl+A")
	h.Type(text)
	h.Settle()
}

// Who goes over the answers by arrow keys stays there, also on the one that asks for another time, and changes nothing in its
// fields; who clicks on it goes on in the date.
func TestArrowsOverAnswersStayThere(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { takeIn(t, p, invitation("4", "")) }})
	h.Go(shell.Route{Screen: "meeting", ID: asked(t, h, "talk")})
	h.Keys("Ctrl+Shift+A")
	focused := func() string {
		if b, ok := h.Canvas().Focused().(*kit.Button); ok {
			return b.Text()
		}
		return ""
	}
	counter := h.Words.T("answering.counter")
	for range 3 {
		h.Keys("Right")
	}
	if got := focused(); got != counter {
		t.Fatalf("the focus is on %q", got)
	}
	h.Wants(h.Words.T("plan.date"))
	before := content(t, h, h.Words.T("plan.date"))
	h.Keys("Left", "Right")
	if got := focused(); got != counter {
		t.Errorf("there and back the focus is on %q", got)
	}
	h.Keys("Space", "Space") // the second one is typed in the date
	if got := content(t, h, h.Words.T("plan.date")); got != before {
		t.Errorf("Space leaves %q", got)
	}
	h.Tap(h.Words.T("answering.accepted"))
	h.Tap(counter)
	if h.Canvas().Focused() != labelled(t, h, h.Words.T("plan.date")).Focusable() {
		t.Errorf("after a click the focus is on %T", h.Canvas().Focused())
	}
	h.Keys("Up")
	if got := content(t, h, h.Words.T("plan.date")); got == before {
		t.Error("Up changes no date")
	}
}

// A time that has passed is told of once.
func TestAPastTimeIsRefusedOnce(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { takeIn(t, p, invitation("4", "")) }})
	h.Go(shell.Route{Screen: "meeting", ID: asked(t, h, "talk")})
	h.Keys("Ctrl+Shift+A")
	h.Tap(h.Words.T("answering.counter"))
	retype(t, h, h.Words.T("plan.date"), "2026-11-02")
	h.Wants(h.Words.T("answering.past"))
	h.Lacks(h.Words.T("plan.past"), h.Words.T("error.past"), h.Words.T("invite.save_ics"))
	retype(t, h, h.Words.T("plan.date"), "2026-12-02")
	h.Lacks(h.Words.T("answering.past"), h.Words.T("plan.past"))
	h.Wants(h.Words.T("invite.save_ics"))
}
