package report

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/draw"
	"mentorbook/core/locale"
)

func id(n byte) core.ID { return core.ID{15: n} }

func day(s string) core.Date {
	d, err := core.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

const (
	mentor = 1
	mentee = 2
	goalID = 10
)

// facts are those of one mentor and one mentee over the second quarter, looked at on the first of July.
func facts(audience core.Audience) *core.ReportFacts {
	return &core.ReportFacts{
		Request: core.ReportRequest{Audience: audience, Language: core.English, Period: core.Period{From: day("2026-04-01"), To: day("2026-07-01")}},
		Now:     time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC), Today: day("2026-07-01"), Owner: id(mentor),
		Relationship: &core.Relationship{
			Format: core.FormatIndividual, Specialisation: core.SpecCareer,
			Participants: []core.Participant{{Person: id(mentor), Role: core.RoleMentor}, {Person: id(mentee), Role: core.RoleMentee}},
		},
		People: map[core.ID]*core.Person{id(mentor): {Name: "Maja"}, id(mentee): {Name: "Amina"}},
	}
}

func goal(n byte, readers ...core.ID) *core.Goal {
	return &core.Goal{
		Head: core.Head{ID: id(n)}, Person: id(mentee), Title: fmt.Sprintf("Goal %d", n), Status: core.GoalAgreed,
		Measure: &core.Measure{Name: "Talks", Target: 4, Readings: []core.Reading{{On: day("2026-05-01"), Value: 1}, {On: day("2026-08-01"), Value: 4}}},
		Readers: core.Visibility{Readers: readers},
	}
}

func release(item core.Record, audience core.Audience) *core.Release {
	return &core.Release{
		Item: core.RefOf(item), Person: id(mentee), Audience: audience, On: day("2026-06-01"),
		Said: core.Said{By: id(mentee), Typed: id(mentor), How: core.HowTyped, Words: "by e-mail"},
	}
}

// TestWhatGetsIn is the allow-list: for each audience, whether a goal gets in by who may read it, and by what the
// mentee let out. HR and sponsors never read by visibility; a release is for one audience, a period and its time.
func TestWhatGetsIn(t *testing.T) {
	shared := []core.ID{id(mentor), id(mentee)}
	for name, c := range map[string]struct {
		readers []core.ID
		edit    func(*core.Release) // nil: not released
		to      core.Audience
		in      string // the audiences whose report has it
	}{
		"private":                  {nil, nil, "", ""},
		"shared":                   {shared, nil, "", "mentee mentor"},
		"read by the mentor alone": {[]core.ID{id(mentor)}, nil, "", "mentor"},
		"released to HR":           {nil, func(*core.Release) {}, core.AudienceHR, "hr"},
		"released to the sponsor":  {nil, func(*core.Release) {}, core.AudienceSponsor, "sponsor"},
		"shared, and released":     {shared, func(*core.Release) {}, core.AudienceHR, "hr mentee mentor"},
		"withdrawn":                {nil, func(r *core.Release) { r.Withdrawn = day("2026-06-20") }, core.AudienceHR, ""},
		"released tomorrow":        {nil, func(r *core.Release) { r.On = day("2026-07-02") }, core.AudienceHR, ""},
		"released for the quarter": {nil, func(r *core.Release) { r.Period = core.Period{From: day("2026-04-01"), To: day("2026-07-01")} }, core.AudienceHR, "hr"},
		"released for May":         {nil, func(r *core.Release) { r.Period = core.Period{From: day("2026-05-01"), To: day("2026-06-01")} }, core.AudienceHR, ""},
		"another goal is released": {nil, func(r *core.Release) { r.Item.ID = id(99) }, core.AudienceHR, ""},
	} {
		var in []string
		for _, audience := range core.Audiences() {
			f := facts(audience)
			g := goal(goalID, c.readers...)
			f.Goals = []*core.Goal{g}
			if c.edit != nil {
				r := release(g, c.to)
				c.edit(r)
				f.Releases = []*core.Release{r}
			}
			got := Compose(f)
			if len(got.Goals)+got.Withheld.Goals.Unreleased != 1 {
				t.Errorf("%s for %s: %d in and %d withheld of one goal", name, audience, len(got.Goals), got.Withheld.Goals.Unreleased)
			}
			if len(got.Goals) == 1 {
				in = append(in, string(audience))
			}
			if (len(got.Released) == 1) != (len(got.Goals) == 1 && c.to == audience) {
				t.Errorf("%s for %s: on the word of %v", name, audience, got.Released)
			}
		}
		if slices.Sort(in); strings.Join(in, " ") != c.in {
			t.Errorf("%s: gets in for %q, want %q", name, in, c.in)
		}
	}
}

// TestFigures holds the progress of a goal as the report has it: at the end of the period, whichever way its
// target lies, and by milestones.
func TestFigures(t *testing.T) {
	steps := []core.Milestone{{Title: "a", Done: day("2026-05-01")}, {Title: "b", Done: day("2026-07-02")}, {Title: "c"}, {Title: "d"}}
	for name, c := range map[string]struct {
		edit    func(*core.Goal)
		percent int
		figures bool
		reached bool
	}{
		"upwards":                    {func(*core.Goal) {}, 25, true, false},
		"downwards":                  {func(g *core.Goal) { g.Measure.Baseline, g.Measure.Target, g.Measure.Readings[0].Value = 9, 1, 7 }, 25, true, false},
		"downwards, the wrong way":   {func(g *core.Goal) { g.Measure.Baseline, g.Measure.Target, g.Measure.Readings[0].Value = 9, 1, 12 }, 0, true, false},
		"downwards, beyond":          {func(g *core.Goal) { g.Measure.Baseline, g.Measure.Target, g.Measure.Readings[0].Value = 9, 1, 0 }, 100, true, false},
		"almost":                     {func(g *core.Goal) { g.Measure.Readings[0].Value = 3.9999 }, 99, true, false},
		"no reading yet":             {func(g *core.Goal) { g.Measure.Readings = g.Measure.Readings[1:] }, 0, true, false},
		"milestones":                 {func(g *core.Goal) { g.Measure, g.Milestones = nil, steps }, 25, true, false},
		"neither":                    {func(g *core.Goal) { g.Measure = nil }, 0, false, false},
		"reached in the period":      {func(g *core.Goal) { g.Status, g.Closed = core.GoalReached, day("2026-06-30") }, 25, true, true},
		"reached after the period":   {func(g *core.Goal) { g.Status, g.Closed = core.GoalReached, day("2026-07-01") }, 25, true, false},
		"dropped: in no report":      {func(g *core.Goal) { g.Status, g.Closed = core.GoalDropped, day("2026-06-30") }, -1, false, false},
		"a step done after the last": {func(g *core.Goal) { g.Measure, g.Milestones = nil, steps[1:2] }, 0, true, false},
	} {
		f := facts(core.AudienceHR)
		g := goal(goalID)
		c.edit(g)
		f.Goals, f.Releases = []*core.Goal{g}, []*core.Release{release(g, core.AudienceHR)}
		got := Compose(f)
		if c.percent < 0 {
			if len(got.Goals) != 0 || got.Withheld.Goals != (Held{}) {
				t.Errorf("%s: %+v", name, got)
			}
			continue
		}
		one := got.Goals[0]
		if one.Progress.Percent() != c.percent || one.HasFigures != c.figures || one.Reached != c.reached || got.HasMean != c.figures {
			t.Errorf("%s: %d%%, figures %v, reached %v; want %+v", name, one.Progress.Percent(), one.HasFigures, one.Reached, c)
		}
	}
}

// TestMeanHidesNobody: over goals of several people a mean is shown from five on; over one's own, always.
func TestMeanHidesNobody(t *testing.T) {
	for _, people := range []int{1, 3} {
		for n := 1; n <= 6; n++ {
			f := facts(core.AudienceHR)
			for i := 1; i < people; i++ {
				f.Relationship.Participants = append(f.Relationship.Participants, core.Participant{Person: id(byte(50 + i)), Role: core.RoleMentee})
			}
			for i := range n {
				g := goal(byte(goalID + i))
				f.Goals, f.Releases = append(f.Goals, g), append(f.Releases, release(g, core.AudienceHR))
			}
			got := Compose(f)
			want := people == 1 || n >= 5
			if got.HasMean != want || got.FewGoals == want {
				t.Errorf("%d goals of %d people: a mean %v", n, people, got.HasMean)
			}
			if said := strings.Contains(printed(t, f, core.English), "from 5 goals on"); said == want {
				t.Errorf("%d goals of %d people: says why there is no mean: %v", n, people, said)
			}
		}
	}
}

func TestMeetingsAreCounted(t *testing.T) {
	f := facts(core.AudienceHR)
	add := func(n int, status core.MeetingStatus, by core.Role) {
		for range n {
			start := day("2026-05-04").At(10, 0)
			f.Meetings = append(f.Meetings, &core.Meeting{Start: start, End: start.AddMinutes(45), Zone: "UTC", Status: status, MissedBy: by})
		}
	}
	add(6, core.MeetingHeld, "")
	add(5, core.MeetingMissed, core.RoleMentee)
	add(4, core.MeetingMissed, core.RoleMentor)
	add(3, core.MeetingMissed, core.RoleBoth)
	add(2, core.MeetingCancelledLate, "")
	add(7, core.MeetingCancelled, "")
	add(8, core.MeetingPlanned, "")
	for range 2 {
		f.Meetings = append(f.Meetings, &core.Meeting{Start: f.Today.At(10, 0), End: f.Today.At(11, 0), Zone: "UTC", Status: core.MeetingPlanned})
	}
	for _, m := range f.Meetings { // whoever organizes them, they are figures of the relationship
		m.Origin.Organizer = "bob@example.org"
	}
	known := len(f.Meetings)
	add(3, core.MeetingCancelled, "") // by the first word of them that came
	add(4, core.MeetingCancelledLate, "")
	for _, m := range f.Meetings[known:] {
		m.Origin.Unheard = true
	}
	want := Meetings{Planned: 20, Coming: 2, Held: 6, MissedMentee: 5, MissedMentor: 4, MissedBoth: 3, CancelledLate: 2, Cancelled: 7, Minutes: 270}
	if got := Compose(f).Meetings; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestActionsAreCounted(t *testing.T) {
	shared := core.Visibility{Readers: []core.ID{id(mentor), id(mentee)}}
	for name, c := range map[string]struct {
		edit      func(*core.Action)
		kept, all int
	}{
		"kept in time":                 {func(*core.Action) {}, 1, 1},
		"open and due":                 {func(a *core.Action) { a.Status, a.Closed = core.ActionOpen, core.Date{} }, 0, 1},
		"open and due after":           {func(a *core.Action) { a.Status, a.Closed, a.Due = core.ActionOpen, core.Date{}, day("2026-07-05") }, 0, 0},
		"due before, kept in it":       {func(a *core.Action) { a.Due = day("2026-03-01") }, 1, 1},
		"due in it, kept afterwards":   {func(a *core.Action) { a.Closed = day("2026-07-03") }, 1, 1},
		"dropped":                      {func(a *core.Action) { a.Status = core.ActionDropped }, 0, 0},
		"private":                      {func(a *core.Action) { a.Readers = core.Visibility{} }, 0, 0},
		"without a date, kept in it":   {func(a *core.Action) { a.Due = core.Date{} }, 1, 1},
		"without a date, kept earlier": {func(a *core.Action) { a.Due, a.Closed = core.Date{}, day("2026-02-01") }, 0, 0},
	} {
		for _, audience := range core.Audiences() {
			f := facts(audience)
			a := &core.Action{Title: "Promise", Owner: id(mentee), Due: day("2026-05-05"), Status: core.ActionDone, Closed: day("2026-05-04"), Readers: shared}
			c.edit(a)
			f.Actions = []*core.Action{a}
			got := Compose(f).Actions
			if got.Kept != c.kept || got.All != c.all {
				t.Errorf("%s for %s: %d of %d, want %d of %d", name, audience, got.Kept, got.All, c.kept, c.all)
			}
			if reads := audience == core.AudienceMentor || audience == core.AudienceMentee; len(got.Done) > 0 && !reads {
				t.Errorf("%s: %s reads %v", name, audience, got.Done)
			}
		}
	}
}

func TestSkillsCountWhatTheMenteeKnows(t *testing.T) {
	f := facts(core.AudienceHR)
	k := &core.Skill{Head: core.Head{ID: id(20)}, Person: id(mentee), Name: "Design", Scale: []string{"a", "b", "c", "d"}, Target: 4}
	said := func(by byte, on string, level int, readers ...core.ID) *core.Assessment {
		return &core.Assessment{Skill: k.ID, Level: level, On: day(on), Said: core.Said{By: id(by)}, Readers: core.Visibility{Readers: readers}}
	}
	f.Skills, f.Releases = []*core.Skill{k}, []*core.Release{release(k, core.AudienceHR)}
	f.Assessments = map[core.ID][]*core.Assessment{k.ID: {
		said(mentor, "2026-01-01", 4), // the mentor's own, which the mentee does not know of
		said(mentee, "2026-02-01", 1), said(mentor, "2026-05-01", 3, id(mentor), id(mentee)), said(mentee, "2026-07-01", 4),
	}}
	got := Compose(f).Skills[0]
	if want := (Skill{Name: "Design", Baseline: 1, Now: 3, Target: 4, Levels: 4, Answers: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if text := printed(t, f, core.English); !strings.Contains(text, "2 ratings") {
		t.Error("the report does not say how many ratings there were")
	}
}

// printed gives all words on the pages.
func printed(t testing.TB, f *core.ReportFacts, lang core.Language) string {
	t.Helper()
	w, err := locale.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	f.Request.Language = lang
	var b strings.Builder
	for _, page := range Pages(Compose(f), f, w).Pages {
		for _, s := range page.Steps {
			if text, ok := s.(draw.Text); ok {
				b.WriteString(text.String + " ")
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// The counts of the meetings are never parted from their heading or from each other, wherever on a page they begin.
func TestTheCountsOfMeetingsStandTogether(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	on := func(p draw.Page, label string) bool {
		return slices.ContainsFunc(p.Steps, func(s draw.Step) bool { text, ok := s.(draw.Text); return ok && text.String == label })
	}
	whole := map[int]bool{} // pages that they stood on
	for n := range 60 {
		f := facts(core.AudienceHR)
		for i := range n {
			g := goal(byte(goalID + i))
			f.Goals, f.Releases = append(f.Goals, g), append(f.Releases, release(g, core.AudienceHR))
		}
		for i, page := range Pages(Compose(f), f, w).Pages {
			first, last := on(page, w.T("report.meetings")), on(page, w.T("report.hours"))
			if first != last {
				t.Errorf("with %d goals page %d has a part of the counts", n, i+1)
			}
			whole[i] = whole[i] || first
		}
	}
	if len(whole) < 2 || !whole[0] || !whole[1] {
		t.Errorf("they stood on pages %v only: no break was tried", whole)
	}
}

// TestEveryFigureHasItsFormula holds that each part says how its figures are made, in both languages and for every
// format, and that what was not released is there as a count.
func TestEveryFigureHasItsFormula(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range core.Formats() {
			f := facts(core.AudienceHR)
			f.Relationship.Format = format
			f.Goals = []*core.Goal{goal(goalID), goal(goalID + 1)}
			f.Releases = []*core.Release{release(f.Goals[0], core.AudienceHR)}
			text := printed(t, f, lang)
			for _, key := range []string{"meetings", "hours." + string(format), "goals", "skills", "actions"} {
				if words := strings.Join(strings.Fields(w.T("report.formula."+key)), " "); !strings.Contains(text, words) {
					t.Errorf("%s, %s: without the formula of %s", lang, format, key)
				}
			}
			if want := w.T("count.goal", "count", 1); !strings.Contains(text, want) {
				t.Errorf("%s: does not say that %s was withheld", lang, want)
			}
			if strings.Contains(text, f.Goals[1].Title) {
				t.Errorf("%s: names what was not released", lang)
			}
		}
	}
}

// TestPartsThatAreLeftOut are in no page, and count nowhere.
func TestPartsThatAreLeftOut(t *testing.T) {
	f := facts(core.AudienceMentor)
	f.Goals = []*core.Goal{goal(goalID, id(mentor), id(mentee))}
	f.Request.Without = []core.ReportPart{core.PartGoals}
	if got := Compose(f); len(got.Goals) != 0 || got.HasMean || got.Withheld.Goals != (Held{}) {
		t.Errorf("%+v", got)
	}
	if text := printed(t, f, core.English); strings.Contains(text, "Goal 10") || strings.Contains(text, "Goal measure") {
		t.Error("the pages hold a part that was left out")
	}
	f.Request.Without, f.Request.LeaveOut = nil, []core.ID{id(goalID)}
	if got := Compose(f); len(got.Goals) != 0 || got.Withheld.Goals != (Held{LeftOut: 1}) {
		t.Errorf("%+v", got)
	}
}

// TestPseudonym stands in place of the one mentee's name on every page.
func TestPseudonym(t *testing.T) {
	f := facts(core.AudienceHR)
	f.Request.Pseudonym = "Mentee 7"
	if text := printed(t, f, core.English); strings.Contains(text, "Amina") || !strings.Contains(text, "Mentee 7") {
		t.Error("the name is there, or the pseudonym is not")
	}
}

// TestTextsAreAll fills every text of the content with a mark of its own: Texts gives each, but for the parties.
func TestTextsAreAll(t *testing.T) {
	n := 0
	var marks []string
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if v.Type() == reflect.TypeFor[string]() {
				n++
				marks = append(marks, fmt.Sprintf("mark-%d.", n))
				v.SetString(marks[len(marks)-1])
			}
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() && f.Name != "Mentors" && f.Name != "Mentees" {
					fill(v.Field(i))
				}
			}
		}
	}
	var c Content
	fill(reflect.ValueOf(&c).Elem())
	texts := c.Texts()
	for _, m := range marks {
		if !slices.Contains(texts, m) {
			t.Errorf("%s of %d is not among the texts", m, n)
		}
	}
}

// TestNothingUnreleasedLeaves draws facts at random and holds that HR's pages carry no title that was not released.
func TestNothingUnreleasedLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := facts(core.AudienceHR)
		var secret []string
		for i := range rapid.IntRange(0, 6).Draw(t, "goals") {
			g := goal(byte(goalID + i))
			if rapid.Bool().Draw(t, "shared") {
				g.Readers = core.Visibility{Readers: []core.ID{id(mentor), id(mentee)}}
			}
			f.Goals = append(f.Goals, g)
			audience := rapid.SampledFrom(append(core.Audiences(), "")).Draw(t, "audience")
			if audience != "" {
				f.Releases = append(f.Releases, release(g, audience))
			}
			if audience != core.AudienceHR {
				g.Title = fmt.Sprintf("SECRET %d", i)
				secret = append(secret, g.Title)
			}
		}
		got := Compose(f)
		if len(got.Goals)+len(secret) != len(f.Goals) || got.Withheld.Goals.Unreleased != len(secret) {
			t.Fatalf("%d in, %d withheld, %d secret", len(got.Goals), got.Withheld.Goals.Unreleased, len(secret))
		}
		for _, text := range got.Texts() {
			if strings.Contains(text, "SECRET") {
				t.Fatal(text)
			}
		}
	})
}
