package today_test

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/insight"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/today"
	"mentorbook/ui/tone"
)

func id(n byte) core.ID { return core.ID{15: n} }

func words(t *testing.T, lang core.Language) *locale.Words {
	t.Helper()
	w, err := locale.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// day is a Monday with one meeting that is on soon, one that clashes with another, and one of each need.
func day() *planner.Today {
	date := core.NewDate(2026, 11, 23)
	amina := &core.Person{Head: core.Head{ID: id(1)}, Name: "Amina Yusuf", GivenName: "Amina", Zone: "Africa/Nairobi", Emails: []string{"amina@kijani.example"}}
	both := core.Visibility{Readers: []core.ID{id(9), id(1)}}
	at := func(n byte, d core.Date, hour int) *core.Meeting {
		start := d.At(hour, 0)
		return &core.Meeting{Head: core.Head{ID: id(n)}, Relationship: id(n + 50), Start: start, End: start.AddMinutes(45), Zone: "Europe/Berlin", Status: core.MeetingPlanned}
	}
	next := at(10, date, 14)
	next.Link = "https://meet.example/amina"
	next.Agenda = []core.AgendaItem{
		{ID: id(20), Text: "The talk", Minutes: 15, Owner: id(1), Readers: both, Carried: 1}, {ID: id(21), Text: "Her pay", Minutes: 5},
	}
	row := planner.MeetingRow{Meeting: next, Name: "Amina Yusuf", Others: []*core.Person{amina}}
	held := at(13, date.AddDays(-3), 15)
	held.Status, held.Help = core.MeetingHeld, []core.Help{core.HelpGuidance}
	empty, clashing := at(11, date.AddDays(1), 9), at(12, date.AddDays(2), 9)
	clashing.Agenda = next.Agenda
	return &planner.Today{
		Now: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC), Date: date, Owner: &core.Person{Head: core.Head{ID: id(9)}, Name: "Me", Zone: "Europe/Berlin"},
		Next: &planner.Brief{
			MeetingRow: row, Last: date.AddDays(-11), Promises: insight.Promises{Kept: 3, All: 4}, Waiting: []*core.Question{{}},
			Late: []*core.Action{{Title: "Write the doc", Readers: both}, {Title: "Ask about her pay"}},
		},
		Week: []planner.MeetingRow{row, {Meeting: empty, Name: "Sara"}, {Meeting: clashing, Name: "Chen", Clashes: []planner.MeetingClash{{Title: "Board"}}, Invited: true}},
		Last: &planner.LastHeld{MeetingRow: planner.MeetingRow{Meeting: held, Name: "Sara"}, Draft: "half"},
		Needs: []planner.Need{
			{Kind: planner.NeedLateAction, Ref: core.Ref{Kind: core.KindAction, ID: id(30)}, Text: "Introduce Amina", Name: "Ivan", Days: 2, Within: id(60)},
			{Kind: planner.NeedLateAction, Ref: core.Ref{Kind: core.KindAction, ID: id(31)}, Text: "Think about her pay", Days: 1, Private: true},
			{Kind: planner.NeedToClose, Ref: core.Ref{Kind: core.KindMeeting, ID: id(32)}, Name: "Ivan", On: date.AddDays(-1), Within: id(61)},
			{Kind: planner.NeedQuiet, Ref: core.Ref{Kind: core.KindRelationship, ID: id(62)}, Name: "Tomasz", Days: 31, Cadence: 14, Within: id(62)},
		},
		More:    2,
		Hours:   planner.Hours{Used: 17 * 60, Planned: 5 * 60, Limit: 24 * 60, WeekPlanned: 330, By: []planner.HoursRow{{Name: "Amina", Minutes: 312}, {Name: "Circle", Minutes: 156}}},
		Sidebar: []planner.SidebarRow{{Relationship: id(60), Name: "Amina"}},
	}
}

// The first of the meetings that are listed to be closed tells of those before it.
func TestTheDayTellsOfEarlierMeetingsToClose(t *testing.T) {
	for count, want := range map[int]string{0: "Meeting on 22 November 2026: Ivan", 1: "Meeting on 22 November 2026: Ivan · and 1 earlier one", 8: "Meeting on 22 November 2026: Ivan · and 8 earlier ones"} {
		d := day()
		d.Needs[2].Count = count
		if got := today.NewModel(d, words(t, core.English), false).Needs[2].Text; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// A day says nothing of what there is nothing of.
func TestTheDaySaysNoZeros(t *testing.T) {
	date, sidebar := day().Date, []planner.SidebarRow{{Relationship: id(60), Name: "Amina"}}
	for _, c := range []struct {
		day  planner.Today
		want string
	}{
		{planner.Today{}, ""},
		{planner.Today{More: 1}, "1 thing needs you"},
		{planner.Today{Hours: planner.Hours{WeekPlanned: 60}}, "1 h this week"},
		{planner.Today{More: 2, Hours: planner.Hours{WeekPlanned: 60}}, "2 things need you · 1 h this week"},
	} {
		c.day.Date, c.day.Owner, c.day.Sidebar = date, day().Owner, sidebar
		if m := today.NewModel(&c.day, words(t, core.English), false); m.Subtitle != c.want {
			t.Errorf("%q, not %q", m.Subtitle, c.want)
		}
	}
	d := menteeDay()
	d.Questions, d.Promises = nil, nil
	if m := today.NewMenteeModel(&planner.Today{}, d, false, words(t, core.Russian)); m.Subtitle != "" {
		t.Errorf("a mentee's says %q", m.Subtitle)
	}
}

func TestTheDayInWords(t *testing.T) {
	m := today.NewModel(day(), words(t, core.English), false)
	if m.Title != "Monday, 23 November" || m.WeekCaption != "Week 48" || m.Subtitle != "1 meeting today · 6 things need you · 5 h 30 min this week" {
		t.Errorf("%q, %q, %q", m.Title, m.WeekCaption, m.Subtitle)
	}
	n := m.Next
	if n.Caption != "in 40 min · today 14:00–14:45 · their time 16:00 (Nairobi)" || n.AgendaHead != "Agenda, 20 of 45 min" || n.SinceHead != "Since last time (12 Nov)" {
		t.Errorf("%+v", n)
	}
	if len(n.Agenda) != 2 || n.Agenda[0] != (today.Item{Text: "1. The talk", Owner: "Amina", Carry: true}) {
		t.Errorf("%+v", n.Agenda)
	}
	if got := strings.Join(n.Since, "|"); got != "Kept 3 of 4 promises that fell due|1 question in the inbox|“Write the doc” is late|“Ask about her pay” is late" {
		t.Error(got)
	}
	if !strings.Contains(n.Share, "The talk") || strings.Contains(n.Share, "pay") || strings.Join(n.Emails, "") != "amina@kijani.example" {
		t.Errorf("%q to %v", n.Share, n.Emails)
	}
	if len(m.Week) != 2 || m.Week[0].ChipText != "agenda empty" || m.Week[1].ChipText != "clash" || m.Week[1].Chip != tone.Pressing || !strings.Contains(m.Week[1].Caption, "Board") {
		t.Errorf("%+v", m.Week)
	}
	if m.HoursText != "17 h used · 5 h planned" || m.HoursLimit != "limit 24 h" || m.Hours[0].Part != 1 || m.Hours[1].Part != 0.5 {
		t.Errorf("%q, %q, %+v", m.HoursText, m.HoursLimit, m.Hours)
	}
}

func TestEachNeedHasItsAction(t *testing.T) {
	m := today.NewModel(day(), words(t, core.English), false)
	late, closing, quiet := m.Needs[0], m.Needs[2], m.Needs[3]
	if late.Action != id(30) || late.Relationship != id(60) || late.Chip != "2 d late" || late.Text != "Introduce Amina · Ivan" || m.Needs[1].Text != "Think about her pay" {
		t.Errorf("%+v", late)
	}
	if closing.Meeting != id(32) || !closing.Action.IsZero() || closing.Chip != "to close" {
		t.Errorf("%+v", closing)
	}
	if !quiet.Quiet || quiet.Relationship != id(62) || quiet.Text != "No contact with Tomasz — agreed every 14 days" {
		t.Errorf("%+v", quiet)
	}
	if m.More != "and 2 more" {
		t.Error(m.More)
	}
}

func TestPresentingLeavesOutWhatIsPrivate(t *testing.T) {
	m := today.NewModel(day(), words(t, core.English), true)
	if len(m.Next.Agenda) != 1 || len(m.Needs) != 3 || m.Capture != nil || strings.Contains(strings.Join(m.Next.Since, ""), "pay") {
		t.Errorf("%+v, %+v, %+v", m.Next, m.Needs, m.Capture)
	}
}

func TestTheLastMeetingIsAskedAbout(t *testing.T) {
	c := today.NewModel(day(), words(t, core.English), false).Capture
	if c.Meeting != id(13) || c.Caption != "last meeting: Sara, 20 Nov" || c.Head != "Held 45 min · helped with…" || c.Line != "half" {
		t.Errorf("%+v", c)
	}
	if len(c.On) != 5 || !c.On[2] || c.On[0] {
		t.Errorf("%+v", c)
	}
	m := &core.Meeting{Help: []core.Help{core.HelpGuidance}}
	today.ToggleHelp(m, 0, true)
	today.ToggleHelp(m, 0, true)
	if len(m.Help) != 2 || m.Help[0] != core.HelpKnowledge {
		t.Errorf("%v", m.Help)
	}
	today.ToggleHelp(m, 2, false)
	if len(m.Help) != 1 || m.Help[0] != core.HelpKnowledge {
		t.Errorf("%v", m.Help)
	}
}

func TestALongAgendaIsCut(t *testing.T) {
	d := day()
	for len(d.Next.Meeting.Agenda) < 200 {
		d.Next.Meeting.Agenda = append(d.Next.Meeting.Agenda, core.AgendaItem{Text: "More"})
	}
	m := today.NewModel(d, words(t, core.Russian), false)
	if len(m.Next.Agenda) != 8 || m.Next.More != "и ещё 192" {
		t.Errorf("%d, %q", len(m.Next.Agenda), m.Next.More)
	}
}

func TestAnEmptyDay(t *testing.T) {
	m := today.NewModel(&planner.Today{Date: core.NewDate(2026, 11, 23), Owner: &core.Person{}}, words(t, core.English), false)
	if !m.Fresh || m.Next != nil || m.Capture != nil || len(m.Needs)+len(m.Week) != 0 {
		t.Errorf("%+v", m)
	}
}

// What is asked for all of a series is said to be so, with what the guest wrote, which stays hidden while others look on.
func TestAProposalForASeriesSaysSo(t *testing.T) {
	d := day()
	d.Needs = []planner.Need{{Kind: planner.NeedProposal, Name: "Amina", To: core.Asked{Start: d.Date.AddDays(1).At(10, 0)}, Was: d.Date.At(14, 0), Whole: true, Said: "Mornings suit me"}}
	for lang, want := range map[core.Language]string{core.English: "whole series", core.Russian: "всей серии"} {
		if got := today.NewModel(d, words(t, lang), false).Needs[0].Text; !strings.Contains(got, want) || !strings.Contains(got, "Mornings suit me") {
			t.Errorf("%s", got)
		}
		if got := today.NewModel(d, words(t, lang), true).Needs[0].Text; strings.Contains(got, "Mornings") {
			t.Errorf("hidden: %s", got)
		}
	}
}

// What needs an answer says the time by both clocks.
func TestNeedsTellTheOthersTime(t *testing.T) {
	d := day()
	amina := d.Next.Others[0]
	at := d.Date.AddDays(1).At(10, 0)
	d.Needs = []planner.Need{
		{Kind: planner.NeedToAnswer, Name: "Amina Yusuf", At: at, Others: []*core.Person{amina}},
		{Kind: planner.NeedProposal, Name: "Amina", At: at, To: core.Asked{Start: at, End: at.AddMinutes(180), Minutes: 180, Was: 45}, Was: d.Date.At(14, 0), Others: []*core.Person{amina}},
	}
	for i, n := range today.NewModel(d, words(t, core.English), false).Needs {
		if !strings.HasSuffix(n.Text, " · 12:00 in Nairobi") {
			t.Errorf("%d: %s", i, n.Text)
		}
		if i == 1 && !strings.Contains(n.Text, "10:00–13:00 (3 h instead of 45 min) instead of today 14:00") {
			t.Error(n.Text)
		}
	}
}
