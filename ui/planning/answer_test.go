package planning_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/planning"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// invitation is Amina's to a talk, or to every week's talk by a rule.
func invitation(sequence, more string) string {
	return strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:talk\nDTSTAMP:20261101T000000Z\nSEQUENCE:"+sequence+
		"\nDTSTART;TZID=Africa/Nairobi:20261126T100000\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:amina.yusuf@kijani.example\n"+
		"ATTENDEE:mailto:maja@lindqvist.example\n"+more+"END:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
}

func takeIn(t *testing.T, p *planner.Planner, text string) {
	t.Helper()
	plan, err := p.CalendarFiles.Read(t.Context(), "talk.ics", strings.NewReader(text), planner.CalendarAsBoth)
	if err == nil {
		err = p.CalendarFiles.Import(t.Context(), plan, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A guest answers on the page of the meeting by keys alone; the page, Today and the calendar say so, until the organizer
// asks again.
func TestAGuestAnswersInTheWindow(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		var opened []string
		var broken bool
		h := uitest.Open(t, uitest.Options{
			Language: lang, Before: func(p *planner.Planner) { takeIn(t, p, invitation("1", "")) },
			Change: func(cfg *ui.Config) {
				cfg.Desktop.Open = func(path string) error {
					if broken {
						return errors.New("no mail program")
					}
					data, err := os.ReadFile(path)
					opened = append(opened, string(data))
					return err
				}
			},
		})
		word := func(key string) string { return h.Words.T(key) }
		id := asked(t, h, "talk")
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Wants(word("meeting.theirs"), word("button.answer"), "08:00–09:00") // 10:00 is theirs, in Nairobi
		h.Wants(h.Words.T("today.their_time", "time", "10:00", "zone", h.Words.City("Africa/Nairobi")))
		h.Keys("Ctrl+Shift+A")
		h.Wants(word("answering.accepted"), word("answering.declined"), word("answering.tentative"), "amina.yusuf@kijani.example")
		h.Tap(word("answering.declined"))
		h.Wants(word("answering.explain_declined"))
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if f, ok := o.(*kit.TextField); ok {
				h.Canvas().Focus(f.Focusable())
			}
			return true
		})
		h.Type("В тот день меня нет")
		h.Shot("answer-" + string(lang))
		broken = true // the mail program does not come up: the words stay
		h.Keys("Enter")
		h.Wants("В тот день меня нет", word("answering.explain_declined"))
		broken, opened = false, nil
		h.Tap(word("invite.save_ics")) // and where the chooser of a file is left
		h.Keys("Escape")
		h.Wants("В тот день меня нет", word("answering.explain_declined"))
		h.Tap(word("invite.mail"))
		if len(opened) != 1 || !strings.Contains(opened[0], "method=REPLY") {
			t.Fatalf("%d messages: %q", len(opened), opened)
		}
		plan, err := h.Planner.CalendarFiles.Read(t.Context(), "a.eml", strings.NewReader(opened[0]), planner.CalendarAsBoth)
		if err != nil || len(plan.Replies) != 1 || plan.Replies[0].Answer != core.AnswerDeclined {
			t.Fatalf("what is read of it: %+v, %v", plan, err)
		}
		room, err := h.Planner.Meetings.Room(t.Context(), id)
		if err != nil || room.Own.Said() != core.AnswerDeclined || room.Own.Again {
			t.Fatalf("%+v, %v", room.Own, err)
		}
		h.Wants(h.Words.OwnAnswer(core.AnswerDeclined, room.Today, room.Today, false))
		h.Go(shell.Route{Screen: "today"})
		h.Lacks(word("chip.own_declined"), "08:00–09:00", "10:00–11:00") // it takes no time any more
		h.Go(shell.Route{Screen: "calendar", Tab: "agenda"})             // the week has no room for it in each language
		h.Wants(word("meeting.declined"))
		h.Menu("Amina Yusuf · Talk")
		h.Wants(word("button.answer"))
		h.Lacks(word("button.invite"))
		h.Tap(word("button.answer"))
		h.Wants(word("answering.accepted"))
		h.Keys("Escape")
		takeIn(t, h.Planner, strings.Replace(invitation("2", ""), "20261126T10", "20261127T10", 1))
		h.Go(shell.Route{Screen: "today"})
		h.Wants(word("chip.own_again"))
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Wants(word("answers.own_again"))
	}
}

// An answer goes out once, however often and in whatever way it is asked for meanwhile.
func TestAnAnswerGoesOutOnce(t *testing.T) {
	opened := 0
	h := uitest.Open(t, uitest.Options{
		Before: func(p *planner.Planner) { takeIn(t, p, invitation("1", "")) },
		Change: func(cfg *ui.Config) { cfg.Desktop.Open = func(string) error { opened++; return nil } },
	})
	id := asked(t, h, "talk")
	h.Go(shell.Route{Screen: "meeting", ID: id})
	h.Keys("Ctrl+Shift+A")
	h.Click(h.Words.T("invite.mail"))
	h.Press("Ctrl+Enter")
	h.Click(h.Words.T("invite.words"))
	h.Settle()
	sent, err := h.Planner.Invitations.Sent(t.Context(), id)
	if err != nil || opened != 1 || len(sent) != 1 {
		t.Errorf("%d messages were opened, %d noted, %v", opened, len(sent), err)
	}
	h.Lacks(h.Words.T("answering.accepted"))
}

// asked gives the meeting to which somebody else invites.
func asked(t *testing.T, h *uitest.House, uid string) core.ID {
	t.Helper()
	c, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: core.NewDate(2026, 11, 23), To: core.NewDate(2026, 12, 7)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range c.Meetings {
		if m.Meeting.UID == uid {
			return m.Meeting.ID
		}
	}
	t.Fatalf("no meeting %s", uid)
	return core.ID{}
}

// The first answer to a series is to all of it, the next one to the meeting on show; what was said before is chosen.
func TestASeriesIsAnswered(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { takeIn(t, p, invitation("1", "RRULE:FREQ=WEEKLY\n")) }})
	id := asked(t, h, "talk")
	guests := func() *planner.GuestList {
		t.Helper()
		list, err := h.Planner.Invitations.Guests(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	v := planning.NewAnswering(guests(), h.Words)
	if !v.Whole || v.Answer() != core.AnswerAccepted || v.Before() != "" || v.Choice().ID == id || !strings.Contains(v.What(), "every Thursday") {
		t.Errorf("at first: %+v, %q", v, v.What())
	}
	v.Chosen, v.Comment = 2, "  Perhaps from the train "
	c := v.Choice()
	if c.How.Comment != "Perhaps from the train" {
		t.Errorf("%+v", c)
	}
	if _, err := h.Planner.Invitations.SendAs(t.Context(), c.ID, c.Method, h.Dir+"/a.ics", c.How); err != nil {
		t.Fatal(err)
	}
	v = planning.NewAnswering(guests(), h.Words)
	if v.Whole || v.Answer() != core.AnswerTentative || v.Choice().ID != id || !strings.HasPrefix(v.Before(), "You answered maybe on ") {
		t.Errorf("then: %+v, %q", v, v.Before())
	}
}

// Whoever has declined a series comes to any later one of its meetings after all, and to no other by that; or to all of it.
func TestAnyMeetingOfADeclinedSeriesIsAccepted(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{
			Language: lang,
			Before:   func(p *planner.Planner) { takeIn(t, p, invitation("1", "RRULE:FREQ=WEEKLY;COUNT=6\n")) },
			Change:   func(cfg *ui.Config) { cfg.Desktop.Open = func(string) error { return nil } },
		})
		word := func(key string) string { return h.Words.T(key) }
		id := asked(t, h, "talk")
		first, err := h.Planner.Meetings.Get(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.Planner.Invitations.SendAs(t.Context(), first.Series, core.MethodReply, h.Dir+"/a.ics", planner.Sending{Answer: core.AnswerDeclined}); err != nil {
			t.Fatal(err)
		}
		planned := func() []core.Date {
			t.Helper()
			all, err := h.Planner.Meetings.Of(t.Context(), first.Relationship)
			if err != nil {
				t.Fatal(err)
			}
			var out []core.Date
			for _, m := range all {
				if m.Series == first.Series && m.Planned() {
					out = append(out, m.Start.Date)
				}
			}
			return out
		}
		if got := planned(); len(got) > 0 {
			t.Fatalf("still planned: %v", got)
		}
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Keys("Ctrl+Shift+A")
		h.Lacks(word("answering.which"))                                                                                    // to all of it
		h.Wants(map[core.Language]string{core.English: "until 31 December 2026", core.Russian: "до 31 декабря 2026"}[lang]) // as its organizer has it
		h.Tap(word("invite.one"))
		h.Wants(word("answering.which"))
		var choice *kit.Select
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if s, ok := o.(*kit.Select); ok {
				choice = s
			}
			return true
		})
		choice.Choose(3)
		h.Settle()
		third := first.Start.Date.AddDays(21)
		h.Wants(word("answering.explain_back"), h.Words.DateWithDay(third, core.DateOf(uitest.Now())))
		h.Shot("answer-which-" + string(lang))
		h.Tap(word("invite.mail"))
		if got := planned(); !slices.Equal(got, []core.Date{third}) {
			t.Errorf("%s: planned are %v, not %v", lang, got, third)
		}
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Keys("Ctrl+Shift+A")
		h.Tap(word("answering.accepted"))
		h.Tap(word("invite.mail"))
		if got := planned(); len(got) != 6 {
			t.Errorf("%s: planned are %v, not all", lang, got)
		}
	}
}

// Where the owner invites, nobody is to be answered, and the command says so.
func TestNobodyAnswersThemselves(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	next, err := h.Planner.NextMeeting(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, _ := h.UI.Shell().Commands.Find("meeting.answer")
	if why := c.Why(); why != "plan.no_meeting" {
		t.Errorf("on Today: %q", why)
	}
	h.Go(shell.Route{Screen: "meeting", ID: next.ID})
	if why := c.Why(); why != "answering.not_asked" {
		t.Errorf("on the own meeting: %q", why)
	}
	h.Lacks(h.Words.T("button.answer"))
}

// What was declined elsewhere can still be accepted on the page of the meeting, and takes place again then.
func TestADeclinedMeetingIsAcceptedAfterAll(t *testing.T) {
	h := uitest.Open(t, uitest.Options{
		Before: func(p *planner.Planner) {
			takeIn(t, p, invitation("1", ""))
			takeIn(t, p, strings.NewReplacer("METHOD:REQUEST\r\n", "", "ATTENDEE:", "ATTENDEE;PARTSTAT=DECLINED:", "20261101T", "20261110T").Replace(invitation("1", "")))
		},
		Change: func(cfg *ui.Config) { cfg.Desktop.Open = func(string) error { return nil } },
	})
	id := asked(t, h, "talk")
	h.Go(shell.Route{Screen: "meeting", ID: id})
	h.Wants(h.Words.T("button.answer"))
	h.Keys("Ctrl+Shift+A")
	h.Tap(h.Words.T("answering.accepted"))
	h.Tap(h.Words.T("invite.mail"))
	if m, err := h.Planner.Meetings.Get(t.Context(), id); err != nil || !m.Planned() {
		t.Errorf("%s, %v", m.Status, err)
	}
	if s, err := h.Planner.Undoable(t.Context()); err != nil || s.Title != planner.TitleMeetingPlanned {
		t.Errorf("%v, %v", s, err)
	}
}

// Whoever asks for another time types it at once: the fields that have just come have the keys.
func TestAnotherTimeIsTypedAtOnce(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Before: func(p *planner.Planner) { takeIn(t, p, invitation("1", "")) }})
		h.Go(shell.Route{Screen: "meeting", ID: asked(t, h, "talk")})
		h.Keys("Ctrl+Shift+A")
		h.Keys("End", "Enter") // of the answers
		h.Wants(h.Words.T("plan.date"))
		var date *kit.DateField
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if d, ok := o.(*kit.DateField); ok {
				date = d
			}
			return true
		})
		if date == nil || h.Canvas().Focused() != date.Focusable() {
			t.Errorf("%s: %T has the focus", lang, h.Canvas().Focused())
		}
	}
}

// Whoever cancels another's meeting declines it, and is led to the answer that tells its organizer; taken back, the right next
// answer is offered.
func TestAGuestDeclinesInTheWindow(t *testing.T) {
	for _, c := range []struct{ name, rule, scope string }{{"a meeting", "", ""}, {"a series", "RRULE:FREQ=WEEKLY;COUNT=3\n", "plan.whole_series"}} {
		for _, lang := range []core.Language{core.English, core.Russian} {
			h := uitest.Open(t, uitest.Options{
				Language: lang, Before: func(p *planner.Planner) { takeIn(t, p, invitation("1", c.rule)) },
				Change: func(cfg *ui.Config) { cfg.Desktop.Open = func(string) error { return nil } },
			})
			word := func(key string) string { return h.Words.T(key) }
			id := asked(t, h, "talk")
			h.Go(shell.Route{Screen: "meeting", ID: id})
			h.Run("meeting.cancel")
			h.Wants(h.Words.T("plan.decline_rule", "name", "amina.yusuf@kijani.example"))
			if h.Lacks(word("plan.this_and_later")); c.scope != "" {
				h.Tap(word(c.scope))
				h.Wants(h.Words.T("plan.decline_series_rule", "name", "amina.yusuf@kijani.example"))
			}
			h.Tap(word("plan.decline_meeting"))
			h.Wants(word("answering.explain_declined_off")) // the answer is the next step
			h.Shot("decline-" + string(lang))
			h.Keys("Escape")
			h.Wants(word("answers.own_differs_declined"), word("button.answer"))
			h.Run("meeting.answer")
			h.Tap(word("invite.mail"))
			if got, err := h.Planner.Meetings.Room(t.Context(), id); err != nil || !got.Meeting.Declined() || got.Own.Owed() {
				t.Fatalf("%s: %+v, %v", c.name, got, err)
			}
			h.Lacks(word("answers.own_differs_declined"))
			h.Go(shell.Route{Screen: "calendar", Tab: "agenda"})
			h.Wants(word("meeting.declined"))
			h.Keys("Ctrl+Z")
			h.Wants(word("plan.answer_next"), word("button.answer"))
			h.Tap(word("button.answer"))
			if c.rule == "" {
				h.Wants(word("answering.explain_accepted"))
			}
			h.Keys("Escape")
		}
	}
}
