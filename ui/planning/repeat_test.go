package planning_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/planning"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// What is offered for a day contains that day, whatever it is, and can be said in both languages.
func TestRulesSuitTheirFirstDay(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for d := core.NewDate(2027, 1, 1); d.Year < 2029; d = d.AddDays(1) {
			seen := map[string]bool{}
			for _, r := range planning.Rules(d)[1:] {
				text := w.Rule(r, d)
				if text == "" || strings.Contains(text, "FREQ") || seen[text] {
					t.Fatalf("%v: %q for %v", d, text, r)
				}
				seen[text] = true
				if _, err := core.ParseRule(r.String()); err != nil {
					t.Fatalf("%v: %v", r, err)
				}
				for _, day := range r.Days {
					if day.Day != core.DayCodeOf(d.Weekday()) {
						t.Fatalf("%v is not in %v", d, r)
					}
				}
			}
		}
	}
}

func TestARhythmComesToItsEnd(t *testing.T) {
	first := core.NewDate(2026, 12, 1)
	weekly := core.Rule{Freq: core.FreqWeekly}
	for name, c := range map[string]struct {
		repeat planning.Repeat
		want   string
		field  string
	}{
		"never":       {planning.Repeat{Rule: weekly}, "FREQ=WEEKLY", ""},
		"times":       {planning.Repeat{Rule: weekly, End: planning.AfterTimes, Times: " 8 "}, "FREQ=WEEKLY;COUNT=8", ""},
		"once":        {planning.Repeat{Rule: weekly, End: planning.AfterTimes, Times: "1"}, "", "count"},
		"no number":   {planning.Repeat{Rule: weekly, End: planning.AfterTimes, Times: "x"}, "", "count"},
		"date":        {planning.Repeat{Rule: weekly, End: planning.OnDate, Until: first.AddDays(7)}, "FREQ=WEEKLY;UNTIL=20261208T235900", ""},
		"before":      {planning.Repeat{Rule: weekly, End: planning.OnDate, Until: first.AddDays(-1)}, "", "until"},
		"no date yet": {planning.Repeat{Rule: weekly, End: planning.OnDate}, "", "until"},
	} {
		rule, err := c.repeat.Whole(first)
		switch {
		case c.field == "" && (err != nil || rule.String() != c.want):
			t.Errorf("%s: %v, %v", name, rule, err)
		case c.field != "" && (len(core.Problems(err)) != 1 || core.Problems(err)[0].Field != c.field):
			t.Errorf("%s: %v", name, err)
		}
	}
}

// selects gives the selects of the dialog by their labels' order.
func selects(h *uitest.House) []*kit.Select {
	var out []*kit.Select
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if s, ok := o.(*kit.Select); ok {
			out = append(out, s)
		}
		return true
	})
	return out
}

// A meeting that repeats is planned in the same dialog; one occurrence is moved alone, then that and all later ones.
func TestASeriesIsPlannedAndSplit(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Sara")
	noRhythm(h, "Sara")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Keys("Ctrl+Shift+M")
	selects(h)[0].Choose(2) // every second Tuesday: tomorrow is one
	h.Settle()
	h.Wants("Ends")
	h.Shot("plan-series")
	h.Keys("Enter")
	h.Wants("Series planned", "Nobody has it on their calendar yet.")
	h.Tap("Invite…")
	h.Wants("Invite: Sara Okafor", "every second Tuesday") // the whole of it
	h.Keys("Escape")
	book, err := h.Planner.Series.Of(t.Context(), rel.ID)
	if err != nil || len(book) != 1 || book[0].Rule != "FREQ=WEEKLY;INTERVAL=2" || book[0].Start != core.NewDate(2026, 11, 24).At(10, 0) {
		t.Fatalf("%+v, %v", book, err)
	}
	ahead := core.Period{From: core.NewDate(2026, 11, 24), To: core.NewDate(2027, 1, 24)}
	all, err := h.Planner.Series.Occurrences(t.Context(), book[0].ID, ahead)
	if err != nil || len(all) != 5 {
		t.Fatalf("%d occurrences, %v", len(all), err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: all[2].ID})
	h.Keys("Ctrl+Shift+R")
	h.Press("Tab", "Ctrl+A")
	h.Type("15:00")
	h.Tap("This and all later ones")
	h.Shot("replan-series")
	h.Tap("Save")
	book, err = h.Planner.Series.Of(t.Context(), rel.ID)
	if err != nil || len(book) != 2 {
		t.Fatalf("%d series, %v", len(book), err)
	}
	i := slices.IndexFunc(book, func(s *core.Series) bool { return !s.Follows.IsZero() })
	if got := book[i].Start; got != core.NewDate(2026, 12, 22).At(15, 0) {
		t.Errorf("the later ones begin at %v", got)
	}
}

// A series that is planned says how many of its dates fall on days off, whosever they are, and how many clash; one meeting does not.
func TestASeriesOverDaysOffIsSaid(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian})
	off := func(whose core.ID, title string, from, to core.Date) {
		t.Helper()
		if _, err := h.Planner.Busy.Block(t.Context(), core.Busy{Person: whose, Title: title, Start: from.At(0, 0), End: to.At(0, 0), AllDay: true}); err != nil {
			t.Fatal(err)
		}
	}
	rel := h.Relationship("Sara")
	noRhythm(h, "Sara")
	off(core.ID{}, "Отпуск", core.NewDate(2026, 12, 21), core.NewDate(2027, 1, 9))
	off(h.Person("Sara").ID, "Eid", core.NewDate(2026, 12, 8), core.NewDate(2026, 12, 9))
	day := core.NewDate(2026, 12, 15)
	if _, err := h.Planner.Busy.Block(t.Context(), core.Busy{Person: h.Person("Sara").ID, Title: "Jury", Start: day.At(6, 0), End: day.At(20, 0), Zone: "Europe/Berlin"}); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Keys("Ctrl+Shift+M")
	h.Clock.Move(time.Second)
	h.Settle()
	h.Lacks("нерабочи", "Накладк")
	selects(h)[0].Choose(1) // every Tuesday, from tomorrow on: 8, 22, 29 December, 5 January
	h.Clock.Move(time.Second)
	h.Settle()
	h.Wants("4 встречи в течение года выпадают на нерабочие дни; первая — 8 декабря 2026 г., «Eid» (Sara Okafor)", "Накладка ещё у 1 встречи в течение года: 15 декабря 2026 г., «Jury» (Sara Okafor)")
	h.Shot("plan-days-off-ru")
}

// The first invitation to a meeting that repeats is to the whole series, to all guests or to each alone; a later
// one may be about one meeting, with its agenda.
func TestASeriesIsInvitedTo(t *testing.T) {
	var mu sync.Mutex // the letters behind the first are opened at once
	var opened []string
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) {
		cfg.Desktop.Open = func(path string) error {
			data, err := os.ReadFile(path)
			mu.Lock()
			defer mu.Unlock()
			opened = append(opened, string(data))
			return err
		}
	}})
	circle := h.Relationship("Kofi")
	book, err := h.Planner.Series.Of(t.Context(), circle.ID)
	if err != nil || len(book) != 1 {
		t.Fatal(book, err)
	}
	day := core.NewDate(2026, 11, 23)
	all, err := h.Planner.Series.Occurrences(t.Context(), book[0].ID, core.Period{From: day, To: day.AddDays(30)})
	if err != nil || len(all) < 2 {
		t.Fatal(len(all), err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: all[0].ID})
	h.Keys("Ctrl+Shift+I")
	h.Wants("The whole series", "every second Wednesday")
	h.Shot("invite-series")
	h.Tap("A separate message for each guest")
	h.Tap("Open in mail program")
	if len(opened) != 5 {
		t.Fatalf("%d messages for five guests", len(opened))
	}
	sent, err := h.Planner.Invitations.Sent(t.Context(), book[0].ID)
	if err != nil || len(sent) != 5 || len(sent[0].To) != 1 {
		t.Fatalf("%d dispatches, %v", len(sent), err)
	}
	opened = nil
	h.Keys("Ctrl+Shift+I")
	h.Wants("Update", "prepared 23 Nov")
	h.Tap("This meeting")
	h.Tap("A separate message for each guest") // it is ticked, as they were told last
	h.Tap("Open in mail program")
	sent, err = h.Planner.Invitations.Sent(t.Context(), all[0].ID)
	if err != nil || len(opened) != 1 || len(sent) == 0 || sent[len(sent)-1].Occurrence != all[0].Recurrence {
		t.Errorf("%d messages, %d dispatches, %v", len(opened), len(sent), err)
	}
}

// Of a whole series each guest's version is told by the rule that they have; of one meeting by its own time.
func TestWhoStillHasTheOldSeries(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina")
	series, err := h.Planner.Series.Plan(t.Context(), core.Series{
		Relationship: rel.ID, Title: "Promotion", Start: core.NewDate(2026, 12, 3).At(16, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=5",
	})
	if err != nil {
		t.Fatal(err)
	}
	has := func(whole bool) string {
		t.Helper()
		list, err := h.Planner.Invitations.Guests(t.Context(), core.OccurrenceID(series.ID, series.Start))
		if err != nil {
			t.Fatal(err)
		}
		v := planning.NewInviting(list, h.Words)
		v.Whole = whole
		lines := v.Guests()
		if len(lines) != 1 {
			t.Fatalf("%+v", lines)
		}
		return lines[0].Has
	}
	if one, all := has(false), has(true); one != "not invited yet" || all != "not invited yet" {
		t.Errorf("before: %q, %q", one, all)
	}
	if _, err := h.Planner.Invitations.Send(t.Context(), series.ID, core.MethodRequest, filepath.Join(h.Dir, "i.ics")); err != nil {
		t.Fatal(err)
	}
	if one, all := has(false), has(true); one != "prepared 23 Nov" || all != "prepared 23 Nov" {
		t.Errorf("invited: %q, %q", one, all)
	}
	if err := h.Planner.Series.Change(t.Context(), series.ID, func(s *core.Series) error { s.Place = "Room 4"; return nil }); err != nil {
		t.Fatal(err)
	}
	if one, all := has(false), has(true); one != "prepared with another title or place" || all != one {
		t.Errorf("in another place: %q, %q", one, all)
	}
	if err := h.Planner.Series.Move(t.Context(), series.ID, planner.SeriesTime{Start: core.NewDate(2026, 12, 3).At(17, 0)}); err != nil {
		t.Fatal(err)
	}
	series.Start = core.NewDate(2026, 12, 3).At(17, 0)
	if all := has(true); !strings.HasPrefix(all, "prepared for the old time: ") || !strings.Contains(all, "Thursday") || !strings.Contains(all, ", 16:00–16:45") {
		t.Errorf("moved: %q", all)
	}
}

// A series that goes by another clock than the owner's is told by theirs, and what it is for the others beside it.
func TestASeriesOfAnotherClockIsToldByTheOwners(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	for zone, want := range map[core.Zone]string{"Africa/Nairobi": "every Thursday, 16:00–16:45, until 31 December 2026 · 18:00 in Nairobi", "Europe/Berlin": "every Thursday, 18:00–18:45, until 31 December 2026 · 20:00 in Nairobi"} {
		series, err := h.Planner.Series.Plan(t.Context(), core.Series{
			Relationship: h.Relationship("Amina").ID, Title: "Promotion", Start: core.NewDate(2026, 12, 3).At(18, 0), Zone: zone, Rule: "FREQ=WEEKLY;COUNT=5",
		})
		if err != nil {
			t.Fatal(err)
		}
		list, err := h.Planner.Invitations.Guests(t.Context(), core.OccurrenceID(series.ID, series.Start))
		if err != nil {
			t.Fatal(err)
		}
		v := planning.NewInviting(list, h.Words)
		v.Whole = true
		if got := v.What(); got != want {
			t.Errorf("%s: %q, want %q", zone, got, want)
		}
	}
}

// Whoever plans a series learns from which day on it is at another hour for the other side.
func TestASeriesTellsOfOtherHours(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	p, err := h.Planner.Meetings.Planning(t.Context(), core.ID{})
	if err != nil {
		t.Fatal(err)
	}
	m := planning.NewModel(p, h.Words)
	plan := m.New(h.Relationship("Amina").ID)
	plan.Start = 16 * 60
	if got := m.Shifts(plan, planning.Repeat{}); len(got) > 0 {
		t.Errorf("what does not repeat: %q", got)
	}
	weekly := planning.Repeat{Rule: core.Rule{Freq: core.FreqWeekly}}
	if got := m.Shifts(plan, weekly); len(got) != 1 || got[0] != "From 30 March 2027, it is 17:00 for Amina (Nairobi); from 2 November 2027 it is 18:00; and so on with each change of the clocks" {
		t.Errorf("%q", got)
	}
	plan.Zone = "Africa/Nairobi" // their hour stays, the owner's does not
	if got := m.Shifts(plan, weekly); len(got) != 1 || !strings.Contains(got[0], "Maja") {
		t.Errorf("%q", got)
	}
}

// invitedCircle opens the second meeting to come of a series that its guests were invited to.
func invitedCircle(t *testing.T) (*uitest.House, *core.Series, core.ID) {
	t.Helper()
	h := uitest.Open(t, uitest.Options{})
	all, err := h.Planner.Series.Of(t.Context(), h.Relationship("Mei").ID)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if _, err := h.Planner.Invitations.Send(t.Context(), all[0].ID, core.MethodRequest, filepath.Join(h.Dir, "s.ics")); err != nil {
		t.Fatal(err)
	}
	coming, err := h.Planner.Series.Occurrences(t.Context(), all[0].ID, core.Period{From: core.NewDate(2026, 11, 24), To: core.NewDate(2027, 1, 1)})
	if err != nil || len(coming) < 2 {
		t.Fatal(coming, err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: coming[1].ID})
	h.Wants("no answer yet")
	h.Lacks("the old time")
	return h, all[0], coming[1].ID
}

// Who gives all later meetings of a series another time goes on at the one that came in place of that on show, and is
// led to tell the guests of the old series where it ends.
func TestFromHereOnLeadsToTheNewMeeting(t *testing.T) {
	h, series, was := invitedCircle(t)
	h.Keys("Ctrl+Shift+R")
	h.Tap("This and all later ones")
	h.Tap("Save")
	h.Settle()
	h.Wants("Nothing was changed") // and so nothing is done
	if all, err := h.Planner.Series.Of(t.Context(), series.Relationship); err != nil || len(all) != 1 {
		t.Fatalf("%d series, %v", len(all), err)
	}
	h.Press("Escape")
	h.Keys("Ctrl+Shift+R")
	h.Press("Tab", "Ctrl+A")
	h.Type("15:00")
	h.Tap("This and all later ones")
	h.Tap("Save")
	h.Settle()
	h.Wants("New time: Leadership circle", "A second message tells them that the old series ends.") // of both in one step
	h.Keys("Escape")
	h.Lacks("Not found", "Nobody has it on their calendar yet") // they have the former series, these meetings in it
	h.Wants("5 with the old time")
	all, err := h.Planner.Series.Of(t.Context(), series.Relationship)
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	here := h.Shell.Router.Route()
	for _, s := range all {
		if s.Follows == series.ID && here.ID == core.OccurrenceID(s.ID, s.Start) && here.ID != was {
			return
		}
	}
	t.Errorf("at %+v", here)
}

// A series ends in the window too.
func TestASeriesEndsBeforeAMeeting(t *testing.T) {
	h, series, was := invitedCircle(t)
	h.Run("meeting.cancel")
	if kit.Walk(h.Root(), func(o fyne.CanvasObject) bool { return kit.Placeholder(o) != "guests read it in the cancellation" }) {
		t.Error("nothing says who reads the reason")
	}
	h.Tap("This and all later ones")
	h.Wants("The series ends before this meeting")
	h.Tap("Cancel the meeting")
	h.Settle()
	h.Wants("Update: Leadership circle")
	h.Keys("Escape")
	h.Lacks("Not found")
	if here := h.Shell.Router.Route(); here.ID == was {
		t.Errorf("still at %+v", here)
	}
	left, err := h.Planner.Series.Occurrences(t.Context(), series.ID, core.Period{From: core.NewDate(2026, 11, 24), To: core.NewDate(2028, 1, 1)})
	if err != nil || len(left) != 1 {
		t.Errorf("%d left, %v", len(left), err)
	}
}

// It ends before that very meeting, also where another one takes place earlier on its day, on any clock.
func TestASeriesEndsBeforeTheSecondMeetingOfADay(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	series, err := h.Planner.Series.Plan(t.Context(), core.Series{
		Relationship: h.Relationship("Amina").ID, Title: "Promotion", Start: core.NewDate(2026, 12, 2).At(9, 0), Zone: "Pacific/Auckland", Rule: "FREQ=WEEKLY;BYHOUR=9,16",
	})
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: core.OccurrenceID(series.ID, core.NewDate(2026, 12, 9).At(16, 0))})
	h.Run("meeting.cancel")
	h.Tap("This and all later ones")
	h.Tap("Cancel the meeting")
	h.Settle()
	all, err := h.Planner.Series.Occurrences(t.Context(), series.ID, core.Period{From: core.NewDate(2026, 11, 24), To: core.NewDate(2027, 1, 1)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range all {
		got = append(got, m.Start.String())
	}
	if want := "2026-12-02T09:00 2026-12-02T16:00 2026-12-09T09:00"; strings.Join(got, " ") != want {
		t.Errorf("%s, not %s", got, want)
	}
}

// A series that has not begun can be called off as a whole: what was prepared is kept, one undo takes it back, and its
// guests are told next.
func TestAWholeSeriesIsCalledOff(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	series, err := h.Planner.Series.Plan(t.Context(), core.Series{
		Relationship: h.Relationship("Amina").ID, Title: "Promotion", Start: core.NewDate(2026, 12, 3).At(16, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY",
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Planner.Invitations.Send(t.Context(), series.ID, core.MethodRequest, filepath.Join(h.Dir, "s.ics")); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: core.OccurrenceID(series.ID, core.NewDate(2026, 12, 10).At(16, 0))})
	h.Run("meeting.cancel")
	h.Wants("This and all later ones")
	h.Tap("The whole series")
	h.Wants("The whole series is cancelled")
	h.Tap("Cancel the meeting")
	h.Settle()
	h.Wants("Cancellation: Promotion", "Cancellation", "Message version 2 · every Thursday")
	path := filepath.Join(h.Dir, "off.ics")
	if _, err := h.Planner.Invitations.Send(t.Context(), series.ID, core.MethodCancel, path); err != nil {
		t.Error(err)
	}
	h.Keys("Escape")
	h.Lacks("Not found")
	period := core.Period{From: core.NewDate(2026, 11, 24), To: core.NewDate(2027, 1, 1)}
	if left, err := h.Planner.Series.Occurrences(t.Context(), series.ID, period); err != nil || len(left) > 0 {
		t.Errorf("%d left, %v", len(left), err)
	}
}

// The rhythm of a series that runs is changed from a meeting on: the dialog shows it as it is, and what nobody touches
// stays. What was held stays, one undo takes it back, and both the end of the old series and the new one are told.
func TestTheRhythmChangesFromAMeetingOn(t *testing.T) {
	h, series, _ := invitedCircle(t)
	period := core.Period{From: core.NewDate(2026, 1, 1), To: core.NewDate(2027, 3, 1)}
	occurrences := func(id core.ID) (out []string) {
		t.Helper()
		all, err := h.Planner.Series.Occurrences(t.Context(), id, period)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range all {
			out = append(out, m.Start.Date.String()+" "+string(m.Status))
		}
		return out
	}
	before := occurrences(series.ID)
	h.Keys("Ctrl+Shift+R")
	h.Lacks("Repeats")
	h.Tap("This and all later ones")
	h.Wants("Repeats", "a new one continues from here")
	rhythm := selects(h)[0]
	if got := rhythm.Chosen(); got != 1 {
		t.Errorf("every second week is choice 1, not %d", got)
	}
	rhythm.Choose(0)
	h.Shot("replan-rhythm")
	h.Tap("Save")
	h.Settle()
	h.Wants("New time: Leadership circle")
	h.Keys("Escape")
	all, err := h.Planner.Series.Of(t.Context(), series.Relationship)
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	for _, s := range all {
		if s.Follows == series.ID && s.Rule != "FREQ=WEEKLY" {
			t.Errorf("it goes on by %s", s.Rule)
		}
	}
	open := func(s string) bool { return strings.HasSuffix(s, "planned") }
	past, now := slices.DeleteFunc(slices.Clone(before), open), slices.DeleteFunc(occurrences(series.ID), open)
	if len(past) == 0 || !slices.Equal(past, now) {
		t.Errorf("over before %v, now %v", past, now)
	}
	if _, err := h.Planner.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := occurrences(series.ID); !slices.Equal(got, before) {
		t.Errorf("taken back:\n%v\n%v", got, before)
	}
}

// What is offered for what goes on has the rule that there is, whatever it is, once.
func TestTheRuleThatThereIsIsOffered(t *testing.T) {
	first := core.NewDate(2026, 12, 2)
	for _, text := range []string{"FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=1WE", "FREQ=YEARLY", "FREQ=MONTHLY"} {
		rule, err := core.ParseRule(text)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, r := range planning.Offered(first, rule) {
			if r.String() == rule.String() {
				n++
			}
			if r.IsZero() {
				t.Error("what repeats could stop repeating without a word")
			}
		}
		if n != 1 {
			t.Errorf("%s is offered %d times", text, n)
		}
	}
}

// Another repeat from a meeting on says before how many of the later ones lose what was done to them alone.
func TestAnotherRepeatSaysWhatItVoids(t *testing.T) {
	for _, language := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: language})
		word := h.Words.T
		series, err := h.Planner.Series.Plan(t.Context(), core.Series{
			Relationship: h.Relationship("Sara").ID, Start: core.NewDate(2026, 12, 1).At(10, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY",
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := h.Planner.Meetings.Cancel(t.Context(), core.OccurrenceID(series.ID, core.NewDate(2026, 12, 15).At(10, 0)), ""); err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "meeting", ID: core.OccurrenceID(series.ID, core.NewDate(2026, 12, 8).At(10, 0))})
		h.Keys("Ctrl+Shift+R")
		h.Tap(word("plan.this_and_later"))
		rested := func() {
			h.Clock.Move(time.Second)
			h.Settle()
		}
		rested()
		h.Lacks(word("plan.split_void", "count", 1))
		selects(h)[0].Choose(1) // every second Tuesday has no 15th
		rested()
		h.Wants(word("plan.split_void", "count", 1))
		h.Shot("replan-void-" + string(language))
		selects(h)[0].Choose(0)
		rested()
		h.Lacks(word("plan.split_void", "count", 1))
	}
}

// What takes place on single dates says so where it is to be repeated otherwise, and stays as it is where nobody changes that.
func TestSingleDatesAreNoRhythm(t *testing.T) {
	rule, err := core.ParseRule("FREQ=DAILY;COUNT=1;RDATE=20261204T090000,20261210T100000")
	if err != nil {
		t.Fatal(err)
	}
	first := core.NewDate(2026, 12, 1)
	m := &planning.Model{Planning: &planner.Planning{Meeting: &core.Meeting{Recurrence: first.At(10, 0)}, Series: &core.Series{Zone: "Europe/Berlin"}, Rule: rule}}
	r := m.Repeating()
	if r.Ends() {
		t.Error("it is asked when it ends")
	}
	if whole, err := r.Whole(first); err != nil || whole.String() != rule.String() {
		t.Errorf("%s, %v", whole, err)
	}
	for language, want := range map[core.Language]string{core.English: "on separate dates, 3 times", core.Russian: "в отдельные дни, 3 раза"} {
		w, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Rule(planning.Offered(first, r.Rule)[len(planning.Offered(first, r.Rule))-1], first); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// Another rhythm keeps the dates beside the former one, as many of them as the part that goes on has; single dates make room for it.
func TestAnotherRhythmKeepsTheDatesBesideIt(t *testing.T) {
	first := core.NewDate(2026, 12, 1)
	for _, c := range []struct{ was, chosen, want string }{
		{"FREQ=WEEKLY;COUNT=5;RDATE=20261203T090000,20261210T100000", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;COUNT=5;INTERVAL=2;RDATE=20261210T100000"},
		{"FREQ=WEEKLY;COUNT=5", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;COUNT=5;INTERVAL=2"},
		{"FREQ=DAILY;COUNT=1;RDATE=20261203T090000,20261210T100000", "FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=10"},
	} {
		was, err := core.ParseRule(c.was)
		if err != nil {
			t.Fatal(err)
		}
		chosen, err := core.ParseRule(c.chosen)
		if err != nil {
			t.Fatal(err)
		}
		m := &planning.Model{Planning: &planner.Planning{Meeting: &core.Meeting{Recurrence: first.At(10, 0), Start: first.At(10, 0)}, Series: &core.Series{Zone: "Europe/Berlin"}, Rule: was}}
		r := m.Repeating()
		r.Rule, r.End = chosen, planning.AfterTimes
		edit, err := m.Later(planning.Plan{Relationship: core.ID{1}, Date: first, Start: 600, Minutes: "60", Zone: "Europe/Berlin"}, r)
		if err != nil {
			t.Fatal(err)
		}
		goesOn := was
		if len(was.Dates) > 1 && !was.OnlyDates() {
			goesOn.Dates = was.Dates[1:]
		}
		part := core.Series{Rule: goesOn.String()}
		if err := edit(&part); err != nil || part.Rule != c.want {
			t.Errorf("%s, not %s (%v)", part.Rule, c.want, err)
		}
	}
}
