package today_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/today"
)

// menteeDay is a day with a mentor in another zone and one without a meeting.
func menteeDay() *planner.MenteeDay {
	n := func(b byte) core.ID { return core.ID{0: 9, 15: b} }
	person := func(b byte, name string, zone core.Zone) *core.Person {
		return &core.Person{Head: core.Head{ID: n(b)}, Name: name, Zone: zone}
	}
	rel := func(b, mentor byte) *core.Relationship {
		return &core.Relationship{Head: core.Head{ID: n(b)}, Participants: []core.Participant{{Person: n(mentor), Role: core.RoleMentor}, {Person: n(1), Role: core.RoleMentee}}}
	}
	date := core.NewDate(2026, 11, 23)
	next := &core.Meeting{Head: core.Head{ID: n(20)}, Relationship: n(10), Start: date.AddDays(1).At(17, 0), End: date.AddDays(1).At(17, 45), Zone: "Europe/Berlin"}
	shared := core.Visibility{Readers: []core.ID{n(1), n(2)}}
	return &planner.MenteeDay{
		Today: date, Owner: n(1), People: map[core.ID]*core.Person{n(1): person(1, "Noor", "Europe/Berlin"), n(2): person(2, "Kofi Asante", "Africa/Accra"), n(3): person(3, "Elena", "")},
		Mentors: []planner.MentorRow{{Relationship: rel(10, 2), Name: "Kofi Asante", Next: next}, {Relationship: rel(11, 3), Name: "Elena"}},
		Questions: []*core.Question{
			{Head: core.Head{ID: n(30)}, Relationship: n(10), Asker: n(1), Text: "Shared one", Readers: shared},
			{Head: core.Head{ID: n(31)}, Relationship: n(11), Asker: n(1), Text: "Private one"},
			{Head: core.Head{ID: n(32)}, Asker: n(1), Text: "For nobody"},
		},
		Promises: []*core.Action{{Head: core.Head{ID: n(40)}, Title: "Late", Owner: n(1), Due: date.AddDays(-1), Status: core.ActionOpen, Relationships: []core.ID{n(10)}}},
		Goals: []planner.GoalRow{{Goal: &core.Goal{Head: core.Head{ID: n(50)}, Title: "Steps", Readers: shared, Status: core.GoalAgreed, Milestones: []core.Milestone{
			{ID: n(51), Title: "First", Done: date}, {ID: n(52), Title: "Second", Due: date.AddDays(-2)},
		}}, Released: []core.LetOut{{Audience: core.AudienceHR, From: date.AddDays(8)}}}},
		Skills: []planner.SkillRow{{Skill: &core.Skill{Head: core.Head{ID: n(60)}, Name: "Talk", Scale: []string{"a", "b", "c", "d"}, Target: 3}, Any: true, All: core.Standing{Baseline: 1, Now: 2, NowOn: date}}},
	}
}

func TestTheMenteesDayInWords(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	m := today.NewMenteeModel(&planner.Today{}, menteeDay(), false, w)
	for _, c := range [][2]string{
		{m.Subtitle, "3 questions waiting · 1 promise is open · 1 late"},
		{m.Mentors[0].Caption, "tomorrow 17:00–17:45 · their time 16:00 (Accra)"},
		{m.Mentors[0].Agenda, "agenda empty"},
		{m.Mentors[1].Caption, "no meeting planned"},
		{m.Mentors[0].Reads, "shared with Kofi Asante"},
		{m.Questions[0].Caption, "Kofi Asante · shared with Kofi Asante"},
		{m.Questions[1].Caption, "Elena · only you"},
		{m.Questions[2].Caption, "No one yet"},
		{m.Promises[0].Caption, "Kofi Asante · due yesterday"},
		{m.Goals[0].Figure, "50%"},
		{m.Goals[0].Chips[0].Text, "Released to HR from 1 Dec"},
		{m.Goals[0].Caption, "next: Second, 21 Nov"},
		{m.Skills[0].Figure, "1 → 2 of 4"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, not %q", c[0], c[1])
		}
	}
	if m.Questions[0].Meeting.IsZero() || !m.Questions[1].Meeting.IsZero() || !m.Questions[2].Meeting.IsZero() {
		t.Error("a question goes on the agenda of no meeting, or of none at all")
	}
	if !m.Promises[0].Late || !m.Goals[0].Late || len(m.Goals[0].Chips) != 1 || len(m.Skills[0].Marks) != 2 || len(m.Skills[0].Chips) != 1 {
		t.Errorf("%+v %+v", m.Goals[0], m.Skills[0])
	}
}

// Where every question stands on an agenda that is said, with the meetings on whose agendas they are.
func TestQuestionsOnAgendasAreTold(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	d := menteeDay()
	later := *d.Mentors[0].Next
	later.ID, later.Relationship = core.ID{0: 9, 15: 21}, d.Mentors[1].ID
	later.Start, later.End = later.Start.AddMinutes(24*60), later.End.AddMinutes(24*60)
	for i, q := range d.Questions {
		meeting := d.Mentors[0].Next
		if i == 1 {
			meeting = &later
		}
		d.Placed = append(d.Placed, planner.PlacedQuestion{Question: q, Meeting: meeting})
	}
	if m := today.NewMenteeModel(&planner.Today{}, d, false, w); m.NoQuestions == "All 3 questions are on agendas." || len(m.Placed) != 2 {
		t.Errorf("while some wait: %q, %+v", m.NoQuestions, m.Placed)
	}
	d.Questions = nil
	m := today.NewMenteeModel(&planner.Today{}, d, false, w)
	if m.NoQuestions != "All 3 questions are on agendas." || len(m.Placed) != 2 {
		t.Fatalf("%q, %+v", m.NoQuestions, m.Placed)
	}
	for i, want := range []today.Placed{
		{Meeting: d.Mentors[0].Next.ID, Text: "2 questions on the agenda", Caption: "Kofi Asante · tomorrow 17:00–17:45"},
		{Meeting: later.ID, Text: "1 question on the agenda", Caption: "Elena · Wed 17:00–17:45"},
	} {
		if m.Placed[i] != want {
			t.Errorf("%+v, not %+v", m.Placed[i], want)
		}
	}
	if m := today.NewMenteeModel(&planner.Today{}, d, true, w); m.NoQuestions != "Hidden while you present." || len(m.Placed) != 1 {
		t.Errorf("while others look: %q, %+v", m.NoQuestions, m.Placed)
	}
}

func TestTheMenteesPrivateWordsAreHidden(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	m := today.NewMenteeModel(&planner.Today{}, menteeDay(), true, w)
	if len(m.Questions) != 1 || m.Questions[0].Text != "Shared one" || len(m.Skills) != 0 || len(m.Promises) != 0 {
		t.Errorf("%+v", m)
	}
}

// A relationship with a name of its own says whom it is with.
func TestAMentorIsNamedBesideTheNameOfTheRelationship(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	d := menteeDay()
	d.Mentors[0].Name, d.Mentors[1].Name = "Growth", "Elena and me"
	m := today.NewMenteeModel(&planner.Today{}, d, false, w)
	for i, want := range []string{"Kofi Asante · tomorrow 17:00–17:45 · their time 16:00 (Accra)", "no meeting planned"} {
		if got := m.Mentors[i].Caption; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// Questions and promises to those whom the owner mentors say for whom they are, and are not counted among those that wait for mentors.
func TestWhatIsForMenteesSaysSo(t *testing.T) {
	for lang, want := range map[core.Language][3]string{
		core.English: {"3 questions waiting · 1 question to mentees · 2 promises are open · 1 late", "Quinn · shared with Quinn", "Quinn · due tomorrow"},
		core.Russian: {"Ждут 3 вопроса · 1 вопрос подопечным · открыты 2 договорённости · 1 просрочена", "Quinn · вы и Quinn", "Quinn · срок: завтра"},
	} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		d := menteeDay()
		owner, quinn, rel := d.Owner, core.ID{0: 9, 15: 4}, core.ID{0: 9, 15: 12}
		d.People[quinn] = &core.Person{Head: core.Head{ID: quinn}, Name: "Quinn"}
		next := &core.Meeting{Head: core.Head{ID: core.ID{0: 9, 15: 22}}, Relationship: rel, Start: d.Today.AddDays(2).At(9, 0), End: d.Today.AddDays(2).At(9, 30), Zone: "Europe/Berlin"}
		d.Others = []planner.MentorRow{{Relationship: &core.Relationship{Head: core.Head{ID: rel}, Participants: []core.Participant{{Person: owner, Role: core.RoleMentor}, {Person: quinn, Role: core.RoleMentee}}}, Name: "Quinn", Next: next}}
		d.Questions = append(d.Questions, &core.Question{Head: core.Head{ID: core.ID{0: 9, 15: 33}}, Relationship: rel, Asker: owner, Text: "For them", Readers: core.Visibility{Readers: []core.ID{owner, quinn}}})
		d.Promises = append(d.Promises, &core.Action{Head: core.Head{ID: core.ID{0: 9, 15: 41}}, Title: "To them", Owner: owner, Due: d.Today.AddDays(1), Status: core.ActionOpen, Relationships: []core.ID{rel}})
		m := today.NewMenteeModel(&planner.Today{}, d, false, w)
		if got := [3]string{m.Subtitle, m.Questions[3].Caption, m.Promises[1].Caption}; got != want {
			t.Errorf("%q, not %q", got, want)
		}
		if m.Questions[3].Meeting != next.ID {
			t.Error("it goes on no agenda")
		}
		if len(m.Mentors) != 2 {
			t.Errorf("%d mentors", len(m.Mentors))
		}
	}
}
