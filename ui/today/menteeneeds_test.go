package today_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/today"
	"mentorbook/ui/tone"
	"mentorbook/ui/uitest"
)

// What needs a mentee is said in the words of a mentor's day: a change of clocks beforehand, and what clashes, of which others
// who look at the screen see no more than that it does.
func TestWhatNeedsAMenteeInWords(t *testing.T) {
	d := menteeDay()
	day := &planner.Today{Date: d.Today, Owner: d.People[d.Owner], Learner: planner.Learner{More: 1, Needs: []planner.Need{
		{Kind: planner.NeedShift, Text: "Kofi Asante", Name: "Kofi", On: core.NewDate(2027, 3, 28), At: core.NewDate(2027, 3, 28).At(17, 0)},
		{Kind: planner.NeedClash, Ref: core.Ref{Kind: core.KindMeeting, ID: id(20)}, Name: "Kofi Asante", At: d.Today.AddDays(1).At(17, 0), Clash: planner.MeetingClash{Title: "Dentist"}},
		{Kind: planner.NeedLateAction, Text: "Mine alone", Private: true},
	}}}
	m := today.NewMenteeModel(day, d, false, words(t, core.English))
	if len(m.Needs) != 3 || m.More != "and 1 more" || m.Needs[0].Text != "From 28 March 2027, the series with Kofi Asante is at 17:00 for Kofi" {
		t.Errorf("%+v, %q", m.Needs, m.More)
	}
	if n := m.Needs[1]; !n.Clash || n.Meeting != id(20) || n.Tone != tone.Pressing || n.Text != "Kofi Asante, tomorrow 17:00 · clashes with “Dentist”" {
		t.Errorf("%+v", n)
	}
	m = today.NewMenteeModel(day, d, true, words(t, core.Russian))
	if len(m.Needs) != 2 || strings.Contains(m.Needs[1].Text, "Dentist") || m.Needs[1].Chip != "накладка" {
		t.Errorf("while others look: %+v", m.Needs)
	}
}

// Of many series that come at another hour by one change of clocks one line tells, which names the first of them; of each it is told
// where the line opens.
func TestAChangeOfClocksIsOneLine(t *testing.T) {
	d, on := menteeDay(), core.NewDate(2027, 3, 29)
	var parts []planner.Need
	for i, name := range []string{"Amina Yusuf", "Sara Lind", "Amina Yusuf", "Ivan Petrov", "Lucía Gómez", "Circle"} {
		parts = append(parts, planner.Need{Kind: planner.NeedShift, Text: name, Within: id(byte(30 + i)), Name: strings.Fields(name)[0], On: on.AddDays(i), At: on.AddDays(i).At(15, 0)})
	}
	parts[1].Name = ""
	parts[5].People = []string{"Mei", "Arun"}
	day := &planner.Today{Date: d.Today, Owner: d.People[d.Owner], Learner: planner.Learner{Needs: []planner.Need{{Kind: planner.NeedShift, On: on, Parts: parts}}}}
	for lang, want := range map[core.Language][4]string{
		core.English: {
			"From 29 March 2027, 6 series are at a different time: Amina Yusuf, Sara Lind, Ivan Petrov, and 2 more",
			"Amina Yusuf: from 29 Mar 2027 at 15:00 for Amina", "Sara Lind: from 30 Mar 2027 at 15:00 for you", "Circle: from 3 Apr 2027 at a different time for Mei and Arun",
		},
		core.Russian: {
			"С 29 марта 2027 г. 6 серий встреч начинаются в другой час: Amina Yusuf, Sara Lind, Ivan Petrov, и ещё 2",
			"Amina Yusuf: с 29 мар. 2027 в 15:00 (местное время: Amina)", "Sara Lind: с 30 мар. 2027 в 15:00 для вас", "Circle: с 3 апр. 2027 в другой час для этих людей: Mei и Arun",
		},
	} {
		needs := today.NewMenteeModel(day, d, false, words(t, lang)).Needs
		if len(needs) != 1 || len(needs[0].Parts) != 6 {
			t.Fatalf("%+v", needs)
		}
		n := needs[0]
		if got := [4]string{n.Text, n.Parts[0].Text, n.Parts[1].Text, n.Parts[5].Text}; got != want || n.Parts[5].Relationship != id(35) {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// The line opens, and each of what it tells of leads to its relationship.
func TestAChangeOfClocksOpens(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = spring{} }})
	for _, name := range []string{"Amina", "Lucía"} {
		if _, err := h.Planner.Series.Plan(t.Context(), core.Series{Relationship: h.Relationship(name).ID, Start: core.NewDate(2027, 3, 15).At(9, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"}); err != nil {
			t.Fatal(err)
		}
	}
	h.Go(shell.Route{Screen: "people"})
	h.Go(shell.Route{Screen: "today"})
	h.Wants("series are at a different time")
	h.Tap("Who and when")
	h.Tap("Amina Yusuf: from 29 Mar at 10:00 for Amina")
	if at := h.Shell.Router.Route(); at.Screen != "relationship" || at.ID != h.Relationship("Amina").ID {
		t.Errorf("it leads to %v", at)
	}
}

// spring is a clock two weeks before the clocks of Europe change.
type spring struct{}

func (spring) Now() time.Time { return time.Date(2027, 3, 15, 7, 0, 0, 0, time.UTC) }

// What the owner has declined and its organizer does not know is to be answered, a meeting or a series.
func TestADeclineThatIsNotSentIsToBeAnswered(t *testing.T) {
	d := menteeDay()
	day := &planner.Today{Date: d.Today, Owner: d.People[d.Owner], Learner: planner.Learner{Needs: []planner.Need{
		{Kind: planner.NeedUnsaid, Ref: core.Ref{Kind: core.KindMeeting, ID: id(20)}, Name: "Kofi Asante", At: d.Today.AddDays(1).At(17, 0)},
		{Kind: planner.NeedUnsaid, Ref: core.Ref{Kind: core.KindSeries, ID: id(21)}, Name: "Kofi Asante", Whole: true},
	}}}
	m := today.NewMenteeModel(day, d, false, words(t, core.English))
	for i, want := range []today.Need{
		{Decline: id(20), Meeting: id(20), Text: "Kofi Asante, tomorrow 17:00: you declined, and its organizer does not know"},
		{Decline: id(21), Text: "Kofi Asante: you declined a series, and its organizer does not know"},
	} {
		if n := m.Needs[i]; n.Decline != want.Decline || n.Meeting != want.Meeting || n.Text != want.Text || n.Chip != "not told" {
			t.Errorf("%+v", n)
		}
	}
}

// The badge of Today counts what that day shows: of one who is both, the day that is looked at.
func TestTheBadgeCountsTheDayOnShow(t *testing.T) {
	day := planner.Today{Needs: make([]planner.Need, 3), More: 2, Learner: planner.Learner{Needs: make([]planner.Need, 2), More: 1, Due: 4}}
	if a, b := day.Pressing(false), day.Pressing(true); a != 5 || b != 7 {
		t.Errorf("%d, %d", a, b)
	}
}

// An invitation to answer and a clash stand on a mentee's day with what can be done about them, and nothing stands there where
// nothing needs them. The badge counts them and the late promise.
func TestWhatNeedsAMenteeIsDoneHere(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(900, 600)} {
			h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: lang, Size: size})
			needs := h.Words.T("today.needs")
			h.Lacks(needs)
			badged(h, "1")
			if _, err := h.Planner.Busy.Block(t.Context(), core.Busy{Person: h.Person("Noor").ID, Title: "Dentist", Start: core.NewDate(2026, 11, 27).At(17, 0), End: core.NewDate(2026, 11, 27).At(18, 0), Zone: "Europe/Berlin"}); err != nil {
				t.Fatal(err)
			}
			invited(h)
			h.Go(shell.Route{Screen: "today"})
			h.Wants(needs, h.Words.T("chip.clash"), "Dentist", h.Words.T("today.to_answer"))
			badged(h, "3")
			h.Shot("mentee-needs-" + string(lang))
			h.Tap(h.Words.T("button.reschedule"))
			h.Wants(h.Words.T("plan.title_again", "name", "Kofi Asante"))
			h.Keys("Escape")
			h.Tap(h.Words.T("button.answer"))
			h.Wants(h.Words.T("answering.accepted"))
			h.Keys("Escape")
		}
	}
}

// Whoever comes to their day by key types a question there, also where something needs them above it; a mentor comes to the
// next meeting.
func TestAMenteeComesToTheQuestionsByKey(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Size: fyne.NewSize(900, 600)})
	invited(h)
	for range 2 {
		h.Keys("Ctrl+2", "Ctrl+1")
		h.Wants(h.Words.T("today.to_answer"))
		h.Type("How do I ask?")
		h.Keys("Enter")
		h.Wants("How do I ask?")
		h.Keys("Ctrl+1") // there already
	}
	asked, err := h.Planner.Questions.Waiting(t.Context(), h.Relationship("Kofi").ID)
	if err != nil {
		t.Fatal(err)
	}
	same := 0
	for _, q := range asked {
		if q.Text == "How do I ask?" {
			same++
		}
	}
	if same != 2 {
		t.Errorf("%d of 2 were asked", same)
	}
	mentor := uitest.Open(t, uitest.Options{})
	mentor.Keys("Ctrl+2", "Ctrl+1")
	if b, ok := mentor.Canvas().Focused().(*kit.Button); !ok || strings.Join(kit.Texts(b), "") != mentor.Words.T("button.open_meeting") {
		t.Errorf("a mentor comes to %T", mentor.Canvas().Focused())
	}
}

// invited drops an invitation of a mentor's onto the window.
func invited(h *uitest.House) {
	h.T.Helper()
	path := filepath.Join(h.Dir, "talk.ics")
	text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:talk\nDTSTAMP:20261101T000000Z\nSEQUENCE:1"+
		"\nDTSTART:20270115T100000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:"+h.Person("Kofi").Email()+
		"\nATTENDEE:mailto:"+h.Person("Noor").Email()+"\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		h.T.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Keys("Enter")
}

// badged wants a figure beside Today in the sidebar.
func badged(h *uitest.House, want string) {
	h.T.Helper()
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if item, ok := o.(*kit.NavItem); ok && item.Text() == h.Words.T("window.today") && item.Badge() != want {
			h.T.Errorf("Today counts %q, not %q", item.Badge(), want)
		}
		return true
	})
}
