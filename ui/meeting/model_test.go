package meeting

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

func english(t *testing.T) *locale.Words {
	t.Helper()
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func id(n byte) core.ID { return core.ID{15: n} }

func TestReadItem(t *testing.T) {
	for text, want := range map[string]core.AgendaItem{
		"Feedback, 10 min":      {Text: "Feedback", Minutes: 10},
		"Feedback 10m":          {Text: "Feedback", Minutes: 10},
		"Отзывы, 15 мин":        {Text: "Отзывы", Minutes: 15},
		"Отзывы 5 мин.":         {Text: "Отзывы", Minutes: 5},
		"Chapter 3":             {Text: "Chapter 3"},
		"Budget 20":             {Text: "Budget 20"},
		"Budget (20)":           {Text: "Budget (20)"},
		"Budget 20M":            {Text: "Budget", Minutes: 20},
		"Budget (15m)":          {Text: "Budget", Minutes: 15},
		"Budget(15 min.)":       {Text: "Budget", Minutes: 15},
		"Бюджет (15 м)":         {Text: "Бюджет", Minutes: 15},
		"Бюджет, 20 минут":      {Text: "Бюджет", Minutes: 20},
		"Бюджет — 20 мин":       {Text: "Бюджет", Minutes: 20},
		"Budget: 20 minutes":    {Text: "Budget", Minutes: 20},
		"Budget - 20'":          {Text: "Budget", Minutes: 20},
		"Wait 10-15 min":        {Text: "Wait 10-15 min"},
		"(15m)":                 {Text: "(15m)"},
		"Budget (0 min)":        {Text: "Budget (0 min)"},
		"10 min":                {Text: "10 min"},
		", 5 min":               {Minutes: 5},
		"— 5 мин":               {Minutes: 5},
		"-5":                    {Text: "-5"},
		"Run 1000 min":          {Text: "Run 1000 min"},
		"  The   talk ":         {Text: "The talk"},
		"Plan for 2027, 0 min":  {Text: "Plan for 2027, 0 min"},
		"5 things to know, 5 m": {Text: "5 things to know", Minutes: 5},
		"Budget 1 h":            {Text: "Budget", Minutes: 60},
		"Budget, 1.5 h":         {Text: "Budget", Minutes: 90},
		"Budget (1.5h)":         {Text: "Budget", Minutes: 90},
		"Budget 2 hours":        {Text: "Budget", Minutes: 120},
		"Budget - 1 h 30 min":   {Text: "Budget", Minutes: 90},
		"Budget 1h15m":          {Text: "Budget", Minutes: 75},
		"Бюджет 1 ч":            {Text: "Бюджет", Minutes: 60},
		"Бюджет, 1,5 часа":      {Text: "Бюджет", Minutes: 90},
		"Бюджет (1,5 ч.)":       {Text: "Бюджет", Minutes: 90},
		"Бюджет — 2 часа":       {Text: "Бюджет", Minutes: 120},
		"Бюджет 1 ч 15 мин":     {Text: "Бюджет", Minutes: 75},
		"Бюджет 1 час":          {Text: "Бюджет", Minutes: 60},
		"Созвон в 10 часов":     {Text: "Созвон в 10 часов"},
		"Call at 10 h":          {Text: "Call at 10 h"},
		"Sleep 30 h":            {Text: "Sleep 30 h"},
		"Wait 1-2 h":            {Text: "Wait 1-2 h"},
		"Version 1.5":           {Text: "Version 1.5"},
		"Budget 0 h":            {Text: "Budget 0 h"},
		"1 h":                   {Text: "1 h"},
	} {
		if got := ReadItem(text); got.Text != want.Text || got.Minutes != want.Minutes {
			t.Errorf("%q: %q of %d min", text, got.Text, got.Minutes)
		}
	}
}

// The field for an item's minutes may be empty, which is none.
func TestReadMinutes(t *testing.T) {
	for text, want := range map[string]int{"": 0, " ": 0, "0": 0, "45": 45, "1 ч": 60, "1440": 1440} {
		if n, err := ReadMinutes(text); n != want || err != nil {
			t.Errorf("%q: %d, %v", text, n, err)
		}
	}
	if _, err := ReadMinutes("1441"); core.CodeOf(err) != core.CodeBadNumber {
		t.Errorf("more than a day: %v", err)
	}
}

func TestTheTimerCountsEachItem(t *testing.T) {
	w, now := english(t), time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	first, second, free := Item{ID: id(1), Minutes: 10}, Item{ID: id(2), Minutes: 1}, Item{ID: id(3)}
	var timer Timer
	says := func(item Item, after time.Duration, want string, wantOver bool) {
		t.Helper()
		if text, over := timer.Left(item, now.Add(after), w); text != want || over != wantOver {
			t.Errorf("after %s: %q, %v; want %q", after, text, over, want)
		}
	}
	if timer.On(id(9)) {
		t.Error("it runs before somebody starts it")
	}
	timer.Start(id(9), first.ID, now)
	says(first, 3*time.Minute+48*time.Second, "6 min 12 s left", false)
	says(second, time.Hour, "1 min 0 s left", false)
	timer.Start(id(9), second.ID, now.Add(4*time.Minute))
	says(second, 7*time.Minute+10*time.Second, "2 min 10 s over: close it or move on", true)
	says(first, time.Hour, "6 min 0 s left", false)
	timer.Stop(now.Add(5 * time.Minute))
	says(second, time.Hour, "0 s left", false)
	says(free, time.Hour, "0 s so far", false)
	timer.Start(id(9), first.ID, now.Add(time.Hour))
	says(first, time.Hour+time.Minute, "5 min 0 s left", false)
	if timer.On(id(8)) || !timer.On(id(9)) {
		t.Error("it runs for the wrong meeting")
	}
	timer.Start(id(8), first.ID, now.Add(2*time.Hour))
	says(first, 2*time.Hour, "10 min 0 s left", false)
}

// What was measured of a meeting counts for it also after the timer ran for another.
func TestTheTimerKeepsWhatAnotherMeetingTook(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	one, two := id(8), id(9)
	var timer Timer
	timer.Start(one, id(1), now)
	timer.Start(two, id(2), now.Add(10*time.Minute))
	minutes := func(after time.Duration, first, second int) {
		t.Helper()
		if a, b := timer.Minutes(one, now.Add(after)), timer.Minutes(two, now.Add(after)); a != first || b != second {
			t.Errorf("after %s: %d and %d minutes, not %d and %d", after, a, b, first, second)
		}
	}
	minutes(15*time.Minute, 10, 5)
	timer.Start(one, id(1), now.Add(20*time.Minute))
	minutes(23*time.Minute, 13, 10)
	timer.Stop(now.Add(30 * time.Minute))
	minutes(time.Hour, 20, 10)
	if timer.Spent(id(1), now.Add(time.Hour)) != 20*time.Minute {
		t.Error("the item's time is not all of it")
	}
}

// What the timer measured over all items is what the meeting took, where nobody says otherwise.
func TestTheTimerProposesHowLongItTook(t *testing.T) {
	w, now := english(t), time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	m := NewModel(roomOf(core.FormatIndividual, 2), w, false)
	c := NewClosing(m)
	var timer Timer
	timer.Start(m.ID, id(1), now)
	if n := timer.Minutes(m.ID, now.Add(50*time.Second)); n != 0 {
		t.Errorf("%d minutes after 50 seconds", n)
	}
	timer.Start(m.ID, id(2), now.Add(20*time.Minute))
	if n := timer.Minutes(m.ID, now.Add(38*time.Minute+40*time.Second)); n != 39 {
		t.Errorf("%d minutes", n)
	}
	if n := timer.Minutes(id(77), now.Add(38*time.Minute)); n != 0 {
		t.Errorf("%d minutes of another meeting", n)
	}
	if n := timer.Minutes(m.ID, now.Add(90*time.Hour)); n != 24*60 {
		t.Errorf("%d minutes of a timer that was forgotten", n)
	}
	if n, hint := c.Took(m, w); n != 45 || hint != "as planned" {
		t.Errorf("%d, %q", n, hint)
	}
	c.Timed = 39
	if n, hint := c.Took(m, w); n != 39 || hint != "from the timer; 45 min were planned" {
		t.Errorf("%d, %q", n, hint)
	}
	if got, err := c.Answer(m); err != nil || got.End.String() != "2026-11-23T14:39" {
		t.Errorf("%+v, %v", got, err)
	}
	c.Minutes = "50" // typed over
	if _, hint := c.Took(m, w); hint != "45 min were planned" {
		t.Errorf("of what is typed: %q", hint)
	}
	if got, err := c.Answer(m); err != nil || got.End.String() != "2026-11-23T14:50" {
		t.Errorf("%+v, %v", got, err)
	}
	c.Minutes = ""
	c.SetOutcome(Missed)
	if got, err := c.Answer(m); err != nil || !got.End.IsZero() {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestTheNextItemToTalkAbout(t *testing.T) {
	a := Agenda{Items: []Item{{ID: id(1), Done: true}, {ID: id(2)}, {ID: id(3), Moved: true}, {ID: id(4)}}}
	if a.First() != id(2) || a.After(id(2)) != id(4) || a.After(id(4)) != id(2) || a.After(id(7)) != id(2) {
		t.Errorf("%v, %v, %v", a.First(), a.After(id(2)), a.After(id(4)))
	}
	only := Agenda{Items: []Item{{ID: id(1)}}}
	if !only.After(id(1)).IsZero() {
		t.Error("after the only one comes none")
	}
}

// roomOf makes the room of a meeting of a format between so many people, the owner first.
func roomOf(format core.Format, people int) *planner.Room {
	start := core.NewDate(2026, 11, 23).At(14, 0)
	r := &planner.Room{
		Now: time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC), Today: start.Date, Owner: &core.Person{Head: core.Head{ID: id(1)}, Name: "Me", Zone: "Europe/Berlin"},
		Meeting:      &core.Meeting{Head: core.Head{ID: id(50)}, Start: start, End: start.AddMinutes(45), Zone: "Europe/Berlin", Status: core.MeetingPlanned},
		Relationship: &core.Relationship{Format: format, Status: core.StatusActive}, People: map[core.ID]*core.Person{},
	}
	for i := range people {
		role := core.RoleMentee
		if i == 0 {
			role = core.RoleMentor
		}
		p := id(byte(i + 1))
		r.Relationship.Participants = append(r.Relationship.Participants, core.Participant{Person: p, Role: role})
		r.People[p] = &core.Person{Head: core.Head{ID: p}, Name: string(rune('A' + i))}
	}
	return r
}

func TestClosingAnswers(t *testing.T) {
	w := english(t)
	m := NewModel(roomOf(core.FormatIndividual, 2), w, false)
	c := NewClosing(m)
	c.Help[1], c.Useful, c.Minutes, c.Reason = true, 6, "50", "not asked"
	got, err := c.Answer(m)
	if err != nil || got.Off || got.End.String() != "2026-11-23T14:50" || len(got.Help) != 1 || got.Useful != 6 || got.Reason != "" || c.AsksWho() {
		t.Errorf("%+v, %v", got, err)
	}
	c.SetOutcome(Missed)
	if got, err = c.Answer(m); err != nil || len(got.Help) != 0 || got.Useful != 0 || got.Reason != "not asked" || !c.AsksWho() {
		t.Errorf("%+v, %v", got, err)
	}
	if v := c.Verdict(m, w); v != "It counts as missed: the mentee did not come." {
		t.Error(v)
	}
	c.Came[1] = true
	if v := c.Verdict(m, w); v != "Everyone needed came, so it counts as held." {
		t.Error(v)
	}
	c.SetOutcome(CalledOff)
	if got, err = c.Answer(m); err != nil || !got.Off || got.Reason != "not asked" || c.AsksWho() || c.Verdict(m, w) != "" {
		t.Errorf("%+v, %v", got, err)
	}
	c.SetOutcome(Held)
	c.Minutes = "4.5"
	if _, err = c.Answer(m); core.CodeOf(err) != core.CodeNotWhole {
		t.Error(err)
	}
	c.Minutes = "0"
	if _, err = c.Answer(m); core.CodeOf(err) != core.CodeBadNumber {
		t.Error(err)
	}
}

func TestClosingACircleAndADigitalMeeting(t *testing.T) {
	w := english(t)
	m := NewModel(roomOf(core.FormatGroup, 4), w, false)
	c := NewClosing(m)
	if !c.AsksWho() || c.Verdict(m, w) != "" {
		t.Error("a circle says who came")
	}
	c.Came[1], c.Came[2], c.Came[3] = false, false, false
	if v := c.Verdict(m, w); v != "It counts as missed: the mentee did not come." {
		t.Error(v)
	}
	m = NewModel(roomOf(core.FormatDigital, 2), w, false)
	c = NewClosing(m)
	c.Minutes = "20"
	if got, err := c.Answer(m); err != nil || got.Attendance[0].Minutes != 20 {
		t.Errorf("the minutes that were noted: %+v, %v", got, err)
	}
}

// Whom another has not invited to one of a circle's meetings is named, and did not miss it; who came all the same did.
func TestWhoIsNotInvitedIsNotMissed(t *testing.T) {
	w, r := english(t), roomOf(core.FormatGroup, 4)
	r.Meeting.Unasked = []core.ID{id(3)}
	m := NewModel(r, w, false)
	if !strings.Contains(m.Subtitle, "not named in the invitation: C") {
		t.Error(m.Subtitle)
	}
	c := NewClosing(m)
	c.SetOutcome(Missed)
	if c.SetOutcome(Held); !slices.Equal(c.Came, []bool{true, true, false, true}) {
		t.Errorf("%v", c.Came)
	}
	if got, err := c.Answer(m); err != nil || len(got.Attendance) != 3 {
		t.Errorf("%+v, %v", got.Attendance, err)
	}
	c.Came[2] = true
	if got, err := c.Answer(m); err != nil || len(got.Attendance) != 4 {
		t.Errorf("%+v, %v", got.Attendance, err)
	}
}

// Who has left a circle before one of its meetings did not miss it, and is not offered as one who reads its notes, unless they do.
func TestWhoHasLeftIsNotAwaited(t *testing.T) {
	w, r := english(t), roomOf(core.FormatGroup, 4)
	r.Relationship.Participants[2].Until = r.Meeting.Start.Date.AddDays(-1)
	m := NewModel(r, w, false)
	if c := NewClosing(m); !slices.Equal(c.Came, []bool{true, true, false, true}) {
		t.Errorf("%v", c.Came)
	} else if got, err := c.Answer(m); err != nil || len(got.Attendance) != 3 {
		t.Errorf("%+v, %v", got.Attendance, err)
	}
	if got := m.MayRead(core.Visibility{}); len(got) != 2 {
		t.Errorf("%d may read", len(got))
	}
	if got := m.MayRead(core.Visibility{Readers: []core.ID{id(1), id(3)}}); len(got) != 3 {
		t.Errorf("%d may read where one does", len(got))
	}
	r.Relationship.Participants[2].Until = r.Meeting.Start.Date // their last day
	if c := NewClosing(NewModel(r, w, false)); !c.Came[2] {
		t.Error("on their last day")
	}
}

func TestWhyItCanNotBeClosedYet(t *testing.T) {
	w, r := english(t), roomOf(core.FormatIndividual, 2)
	c := &Closing{}
	if why := c.WhyNot(NewModel(r, w, false), w); why != "" {
		t.Error(why)
	}
	r.Now = r.Now.Add(-2 * time.Hour)
	ru, err := locale.New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	for w, want := range map[*locale.Words]string{
		w:  "You can close it from 15 minutes before its start: today 13:45.",
		ru: "Завершить можно не раньше чем за 15 минут до начала: сегодня 13:45.",
	} {
		if why := c.WhyNot(NewModel(r, w, false), w); why != want {
			t.Errorf("%q", why)
		}
	}
	start, err := r.Meeting.StartAt()
	if err != nil {
		t.Fatal(err)
	}
	r.Now = start.Add(-15 * time.Minute) // it may be begun early, and over before its time
	if why := c.WhyNot(NewModel(r, w, false), w); why != "" {
		t.Error(why)
	}
	if got, want := c.Early(NewModel(r, w, false), w), "It has not begun yet: it starts today 14:00."; got != want { // and that is said
		t.Errorf("%q", got)
	}
	if r.Now = start; c.Early(NewModel(r, w, false), w) != "" {
		t.Error("it has begun")
	}
	r.Now = start.Add(-15*time.Minute - time.Second)
	if c.WhyNot(NewModel(r, w, false), w) == "" {
		t.Error("closed too early")
	}
	r.Meeting.Status = core.MeetingHeld
	if why := c.WhyNot(NewModel(r, w, false), w); why != "the meeting is over" {
		t.Error(why)
	}
}

func TestTheInvitationsTextIsOnThePage(t *testing.T) {
	r := roomOf(core.FormatIndividual, 1)
	r.Meeting.Origin.Description = "Bring the plan"
	for presenting, want := range map[bool]Note{
		false: {Title: "From the invitation", Text: "Bring the plan", Mark: "only you"},
		true:  {Title: "From the invitation", Text: "Bring the plan", Mark: "only you", Hidden: true},
	} {
		m := &Model{}
		m.notes(r, english(t), presenting)
		if len(m.Others) != 1 || !reflect.DeepEqual(m.Others[0], want) {
			t.Errorf("%+v", m.Others)
		}
	}
}

func TestWhoInvited(t *testing.T) {
	r := roomOf(core.FormatIndividual, 2)
	for uid, want := range map[string]string{"x@mentorbook.app": "not invited yet", "x@calendar.example": "by their invitation", "": "not invited yet"} {
		if r.Meeting.UID = uid; invited(r, english(t)) != want {
			t.Errorf("%q: %s", uid, invited(r, english(t)))
		}
	}
}

// Of a meeting that is over it is said when the next agenda has more minutes than its meeting; while others look, what only the
// owner reads does not count.
func TestTheNextAgendaMayBeTooLong(t *testing.T) {
	w := english(t)
	at := core.NewDate(2026, 11, 30).At(10, 0)
	for _, c := range []struct {
		minutes, private int
		presenting       bool
		want             string
	}{
		{60, 0, false, ""},
		{50, 10, false, ""},
		{75, 0, false, "Next agenda: 75 of 60 min"},
		{50, 25, false, "Next agenda: 75 of 60 min"},
		{50, 25, true, ""},
		{75, 25, true, "Next agenda: 75 of 60 min"},
	} {
		r := roomOf(core.FormatIndividual, 2)
		r.Meeting.Status = core.MeetingHeld
		r.Following = &core.Meeting{Head: core.Head{ID: id(9)}, Start: at, End: at.AddMinutes(60), Zone: "Europe/Berlin", Status: core.MeetingPlanned, Agenda: []core.AgendaItem{
			{Text: "both", Minutes: c.minutes, Readers: core.Visibility{Readers: []core.ID{id(1), id(2)}}}, {Text: "mine", Minutes: c.private},
		}}
		if got := NewModel(r, w, c.presenting).NextOver; got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// Of a meeting that is over nobody is told to add to its agenda: it had none, or others may not see it.
func TestAnEmptyAgendaSaysWhatIsTrue(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		status     core.MeetingStatus
		presenting bool
		agenda     []core.AgendaItem
		want       string
	}{
		{core.MeetingPlanned, false, nil, w.T("meeting.agenda_empty")},
		{core.MeetingHeld, false, nil, "There was no agenda."},
		{core.MeetingMissed, false, nil, "There was no agenda."},
		{core.MeetingPlanned, true, nil, "Hidden while you present."},
		{core.MeetingHeld, true, nil, "Hidden while you present."},
		{core.MeetingPlanned, true, []core.AgendaItem{{Text: "Mine alone"}}, "Hidden while you present."},
		{core.MeetingHeld, true, []core.AgendaItem{{Text: "Mine alone"}}, "Hidden while you present."},
	} {
		r := roomOf(core.FormatIndividual, 1)
		r.Meeting.Status, r.Meeting.Agenda = c.status, c.agenda
		if a := NewModel(r, w, c.presenting).Agenda; a.Empty != c.want || len(a.Items) != 0 {
			t.Errorf("%+v: %q", c, a.Empty)
		}
	}
}
