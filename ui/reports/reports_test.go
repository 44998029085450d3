package reports_test

import (
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/reports"
	"mentorbook/ui/uitest"
)

func TestSpansOfAReport(t *testing.T) {
	day := func(s string) core.Date {
		d, err := core.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	own := core.Period{From: day("2026-05-03"), To: day("2026-05-09")}
	for _, c := range []struct {
		span     reports.Span
		today    string
		from, to string
	}{
		{reports.ThisQuarter, "2026-11-23", "2026-10-01", "2027-01-01"},
		{reports.ThisQuarter, "2026-12-31", "2026-10-01", "2027-01-01"},
		{reports.LastQuarter, "2026-02-28", "2025-10-01", "2026-01-01"},
		{reports.LastQuarter, "2026-04-01", "2026-01-01", "2026-04-01"},
		{reports.ThisYear, "2026-01-01", "2026-01-01", "2027-01-01"},
		{reports.LastYear, "2024-02-29", "2023-01-01", "2024-01-01"},
		{reports.OwnDates, "2024-02-29", "2026-05-03", "2026-05-09"},
	} {
		if got := c.span.Period(day(c.today), own); got.From != day(c.from) || got.To != day(c.to) {
			t.Errorf("%v on %s: %v", c.span, c.today, got)
		}
	}
}

func TestWhatIsMissingInARequest(t *testing.T) {
	w := uitest.WordsOf(t, core.English)
	today := core.NewDate(2026, 11, 23)
	for _, c := range []struct {
		name string
		c    reports.Choices
		want string // the field of the error
	}{
		{"a quarter", reports.Choices{}, ""},
		{"no dates of one's own", reports.Choices{Span: reports.OwnDates}, "from"},
		{"no end", reports.Choices{Span: reports.OwnDates, Own: core.Period{From: today}}, "to"},
		{"an end before the beginning", reports.Choices{Span: reports.OwnDates, Own: core.Period{From: today, To: today.AddDays(-3)}}, "to"},
	} {
		_, err := c.c.Request(today, w)
		field := ""
		if p := core.Problems(err); len(p) > 0 {
			field = p[0].Field
		}
		if field != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	req, err := reports.Choices{Hidden: true}.Request(today, w)
	if err != nil || req.Pseudonym != "Mentee" {
		t.Errorf("%q, %v", req.Pseudonym, err)
	}
}

// facts have a goal in every state that an item can be in.
func facts() *core.ReportFacts {
	today := core.NewDate(2026, 11, 23)
	f := &core.ReportFacts{
		Request: core.ReportRequest{Audience: core.AudienceHR, Period: core.Period{From: core.NewDate(2026, 10, 1), To: core.NewDate(2027, 1, 1)}},
		Now:     time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC), Today: today, Owner: uitest.ID(1),
		Relationship: &core.Relationship{Participants: []core.Participant{{Person: uitest.ID(1), Role: core.RoleMentor}, {Person: uitest.ID(2), Role: core.RoleMentee}}},
	}
	shared := core.Visibility{Readers: []core.ID{uitest.ID(1), uitest.ID(2)}}
	add := func(n byte, title string, v core.Visibility, rel *core.Release) {
		g := &core.Goal{Head: core.Head{ID: uitest.ID(n)}, Person: uitest.ID(2), Title: title, Status: core.GoalAgreed, Readers: v}
		f.Goals = append(f.Goals, g)
		if rel != nil {
			rel.Item, rel.Audience = core.RefOf(g), core.AudienceHR
			f.Releases = append(f.Releases, rel)
		}
	}
	add(10, "released", shared, &core.Release{On: core.NewDate(2026, 11, 20)})
	add(11, "withdrawn", shared, &core.Release{On: core.NewDate(2026, 11, 1), Withdrawn: core.NewDate(2026, 11, 10)})
	add(12, "another time", shared, &core.Release{On: core.NewDate(2026, 11, 1), Period: core.Period{From: core.NewDate(2026, 1, 1), To: core.NewDate(2026, 4, 1)}})
	add(13, "private", core.Visibility{}, nil)
	add(14, "asked of nobody", shared, nil)
	return f
}

func TestTheStateOfEachItem(t *testing.T) {
	w := uitest.WordsOf(t, core.English)
	f := facts()
	m := reports.NewModel(f, "Amina Yusuf", false, w)
	goals := m.Parts[1]
	if goals.Text != "Goals (1 of 5)" || m.Title != "Report for HR — Amina Yusuf" || m.File != "Report for HR, Amina Yusuf, 1 October – 31 December 2026" {
		t.Errorf("%q, %q, %q", goals.Text, m.Title, m.File)
	}
	want := []string{"released 20 Nov", "withdrawn 10 Nov", "for another period", "private", "not released"}
	for i, item := range goals.Items {
		if item.Chip != want[i] || item.Allowed != (i == 0) || item.On != (i == 0) {
			t.Errorf("%+v", item)
		}
	}
	f.Request.LeaveOut = []core.ID{uitest.ID(10)}
	f.Request.Pseudonym = "M7"
	m = reports.NewModel(f, "Amina Yusuf", true, w)
	if item := m.Parts[1].Items[0]; item.On || !item.Allowed || m.Parts[1].Text != "Goals (0 of 4)" {
		t.Errorf("%+v", item)
	}
	if len(m.Parts[1].Items) != 4 || m.File != "Report for HR, M7, 1 October – 31 December 2026" {
		t.Errorf("%q, %q", m.Parts[1].Items[3].Text, m.File)
	}
	f.Request.Audience = core.AudienceMentor
	if item := reports.NewModel(f, "x", false, w).Parts[1].Items[4]; item.Chip != "shared" || !item.On {
		t.Errorf("%+v", item)
	}
}

func TestTheLogSaysHowItWasSaid(t *testing.T) {
	w := uitest.WordsOf(t, core.English)
	today := core.NewDate(2026, 11, 23)
	list := []planner.LogEntry{
		{Release: &core.Release{Audience: core.AudienceHR, On: today, Said: core.Said{By: uitest.ID(2), Typed: uitest.ID(1), Words: "by phone"}}, Title: "Goal", Whose: "Amina"},
		{Release: &core.Release{Audience: core.AudienceSponsor, On: today, Said: core.Said{By: uitest.ID(2), Typed: uitest.ID(2)}, Withdrawn: today, Period: core.Period{From: today}}, Whose: "Amina"},
	}
	lines := reports.Log(list, today, false, w)
	if l := lines[0]; l.Detail != "Amina · given on 23 November 2026 · by phone" || l.Mark != "typed for them" || l.Chip != "for HR" {
		t.Errorf("%+v", l)
	}
	if l := lines[1]; l.Title != "(deleted since)" || l.Mark != "" || l.Detail != "Amina · given on 23 November 2026 · for reports: from 23 November 2026 · withdrawn 23 Nov" {
		t.Errorf("%+v", l)
	}
}

func TestNamedPeopleAreCounted(t *testing.T) {
	w := uitest.WordsOf(t, core.English)
	var list []planner.Mention
	for range 9 {
		list = append(list, planner.Mention{Name: "Sara", Text: "Sara has it"})
	}
	if all := reports.Remarks(reports.Preview{}, w); len(all) != 0 {
		t.Errorf("of nothing: %q", all)
	}
	all := reports.Remarks(reports.Preview{Named: list, Unset: []string{"محمد", "🎉", "a", "b", "c", "d", "e", "f"}}, w)
	if len(all) != 2 {
		t.Fatalf("%q", all)
	}
	if got := all[0].Text; !strings.Contains(got, "“محمد”, “🎉”, “a”, “b”, “c”, “d”, and 2 more:") {
		t.Errorf("%q", got)
	}
	if got := all[1].About; len(got) != 7 || got[0] != "Sara in “Sara has it”" || got[6] != "and 3 more places" {
		t.Errorf("%q", got)
	}
}
