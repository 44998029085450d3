package calendar_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

func open(t *testing.T, view string, opt uitest.Options) *uitest.House {
	t.Helper()
	opt.Route = shell.Route{Screen: "calendar", Tab: view}
	return uitest.Open(t, opt)
}

// find gives the first object of a type on the page.
func find[T fyne.CanvasObject](t *testing.T, h *uitest.House) T {
	t.Helper()
	var found T
	ok := false
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if x, is := o.(T); is && !ok {
			found, ok = x, true
		}
		return !ok
	})
	if !ok {
		t.Fatalf("no %T is to be seen", found)
	}
	return found
}

func TestEveryViewShowsTheSample(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, mode := range []kit.Mode{kit.Light, kit.Dark} {
			shelltest.Theme(kit.Look{Mode: mode})
			for _, view := range []string{"day", "week", "month", "agenda", "year"} {
				h := open(t, view, uitest.Options{Language: lang})
				h.Wants("Amina", "Иван")
				h.Shot(map[kit.Mode]string{kit.Light: "light", kit.Dark: "dark"}[mode] + "-" + string(lang) + "-" + view)
			}
		}
	}
	shelltest.Theme(kit.Look{Mode: kit.Light})
}

// What times are free does not depend on the days on show: going on or looking in another way does not look for them
// again, a step does.
func TestFreeTimesAreLookedForOnce(t *testing.T) {
	asked := 0
	var shown *calendar.Page
	at := func(view calendar.View, from *calendar.Page) *calendar.Page {
		h := calendar.Deps{
			From: from, Show: &calendar.Show{Meetings: true}, Words: words(t),
			Load: func(wish calendar.Wish, done func(*planner.Calendar, map[core.Date]bool)) {
				today := core.NewDate(2026, 11, 23)
				days, _ := wish(today)
				done(&planner.Calendar{Period: days.Period, Now: today.At(9, 0), Owner: &core.Person{Zone: "UTC"}}, nil)
			},
			Free: func(_ core.ID, done func(*calendar.FreeModel)) {
				asked++
				done(&calendar.FreeModel{Name: "Amina", Empty: "-"})
			},
		}
		return calendar.New(view, h)
	}
	shown = at(calendar.Week, nil)
	shown.Key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	shown = at(calendar.Month, shown)
	shown.Key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if asked != 1 {
		t.Errorf("they were looked for %d times", asked)
	}
	if shown.Refresh(); asked != 2 {
		t.Errorf("after a step they were looked for %d times", asked)
	}
}

// Who goes to another meeting and comes back, before the times of that one were found, sees those of the first again; and
// who comes back once they were not found at all looks for them anew.
func TestTheLastMeetingGoneToSaysWhoseTimes(t *testing.T) {
	today := core.NewDate(2026, 11, 23)
	var days planner.Calendar
	days.Now, days.Owner = today.At(8, 0), &core.Person{Zone: "UTC"}
	for i := range byte(2) {
		start := today.At(10+int(i), 0)
		days.Meetings = append(days.Meetings, planner.CalendarMeeting{MeetingRow: planner.MeetingRow{Name: "Somebody", Meeting: &core.Meeting{
			Head: core.Head{ID: core.ID{15: i + 1}}, Relationship: core.ID{15: i + 11}, Start: start, End: start.AddMinutes(30), Zone: "UTC", Status: core.MeetingPlanned,
		}}, Start: start, End: start.AddMinutes(30)})
	}
	first, second := core.ID{15: 11}, core.ID{15: 12}
	var asked []core.ID
	var answer func(*calendar.FreeModel) // of the last that was looked for: the window drops the others
	p := calendar.New(calendar.Week, calendar.Deps{
		Show: &calendar.Show{Meetings: true}, Words: words(t),
		Load: func(wish calendar.Wish, done func(*planner.Calendar, map[core.Date]bool)) {
			on, _ := wish(today)
			days.Period = on.Period
			done(&days, nil)
		},
		Free:     func(rel core.ID, done func(*calendar.FreeModel)) { asked, answer = append(asked, rel), done },
		FindWhom: func(string) []kit.ComboItem { return nil },
	})
	answer(&calendar.FreeModel{Relationship: first, Name: "Amina", Empty: "-"})
	var grid *kit.TimeGrid
	kit.Walk(p.Object(), func(o fyne.CanvasObject) bool {
		if g, ok := o.(*kit.TimeGrid); ok {
			grid = g
		}
		return true
	})
	goTo := func(key string, id byte) {
		t.Helper()
		want := "meeting:" + core.ID{15: id}.String()
		for range 8 {
			if grid.Selected() == want {
				return
			}
			grid.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(key)})
		}
		t.Fatalf("%s leads to %q", key, grid.Selected())
	}
	grid.Select("meeting:" + core.ID{15: 1}.String())
	goTo("Down", 2)
	goTo("Up", 1)
	if want := []core.ID{{}, second, first}; !slices.Equal(asked, want) {
		t.Fatalf("%v were looked for, not %v", asked, want)
	}
	answer(&calendar.FreeModel{Relationship: first, Name: "Amina", Empty: "-"})
	goTo("Down", 2) // and not found: nobody answers
	goTo("Up", 1)
	if want := []core.ID{{}, second, first, second, first}; !slices.Equal(asked, want) {
		t.Errorf("%v were looked for, not %v", asked, want)
	}
}

func words(t *testing.T) func() *locale.Words {
	t.Helper()
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	return func() *locale.Words { return w }
}

// Amina's meeting of the day is moved by keys to the next day, a quarter of an hour later, and undone.
func TestAMeetingIsMovedByKeys(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	grid := find[*kit.TimeGrid](t, h)
	amina := next(t, h)
	if !grid.Select("meeting:" + amina.ID.String()) {
		t.Fatal("the meeting is not there")
	}
	h.Canvas().Focus(grid.Focusable())
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyDown} {
		grid.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
	}
	h.Wants("14:15–15:00")
	h.Keys("Enter")
	got := meeting(t, h, amina.ID)
	if got.Start != core.NewDate(2026, 11, 24).At(14, 15) || got.End != core.NewDate(2026, 11, 24).At(15, 0) {
		t.Errorf("is at %v–%v", got.Start, got.End)
	}
	if grid.Selected() != "meeting:"+amina.ID.String() {
		t.Errorf("the keys are on %q", grid.Selected())
	}
	h.Keys("Ctrl+Z")
	if got := meeting(t, h, amina.ID); got.Start != amina.Start {
		t.Errorf("undo leaves it at %v", got.Start)
	}
}

// A meeting that guests were invited to and that is moved keeps its mark, however short its block; and telling them is
// offered with the step. Moved back, nobody need be told.
func TestAMovedMeetingOffersToTellItsGuests(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	amina := next(t, h)
	if _, err := h.Planner.Invitations.Send(t.Context(), amina.ID, core.MethodRequest, filepath.Join(h.Dir, "a.eml")); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	grid := find[*kit.TimeGrid](t, h)
	grid.Select("meeting:" + amina.ID.String())
	h.Canvas().Focus(grid.Focusable())
	shift := func(key fyne.KeyName) {
		grid.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
		h.Keys("Enter")
	}
	shift(fyne.KeyRight)
	h.Wants("Meeting moved", "The guests’ invitation still has the old time.", "Undo")
	shift(fyne.KeyLeft)
	h.Wants("Meeting moved")
	h.Lacks("The guests’ invitation still has the old time.")
	shift(fyne.KeyRight)
	h.Tap("Send the new time…")
	h.Wants("New time: Amina Yusuf", "prepared for the old time")
}

// A meeting that is put onto a past day says so, on the way and in the message; its guests, who would wait at the time that
// they have, are to be told: in the month as in the week.
func TestAMeetingPutIntoThePastSaysSo(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, view := range []string{"month", "week"} {
			h := open(t, view, uitest.Options{Language: lang})
			all, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Sara").ID)
			if err != nil {
				t.Fatal(err)
			}
			m := all[len(all)-1]
			if _, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(h.Dir, "s.eml")); err != nil {
				t.Fatal(err)
			}
			h.Settle()
			if view == "week" {
				grid := find[*kit.TimeGrid](t, h)
				h.Canvas().Focus(grid.Focusable())
				if !grid.Select("meeting:"+m.ID.String()) || !grid.Shift(-4, -8*60, false) {
					t.Fatal("the meeting can't be moved")
				}
				h.Keys("Enter")
			} else {
				dragToPast(t, h)
			}
			h.Settle()
			said := strings.Join(h.Canvas().Content().(kit.Floating).Floats().Toasts(), "|")
			for _, want := range []string{strings.TrimSuffix(h.Words.T("plan.past"), "."), h.Words.T("plan.moved_next")} {
				if !strings.Contains(said, want) {
					t.Errorf("%s %s: %q lacks %q", lang, view, said, want)
				}
			}
		}
	}
}

// Where there is no room at the side, a button in the head and a command lead to the cards, and the months and what the weeks
// mean stand with the year.
func TestASmallWindowHasTheCardsToo(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := open(t, "year", uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		h.Settle()
		h.Wants(h.Words.T("calendar.week_broken"))
		if names := find[*kit.StripScale](t, h).Shown(); len(names) < 10 || !slices.Contains(names, h.Words.MonthShort(time.November)) {
			t.Errorf("%s: the months along the year are %q", lang, names)
		}
		h.Shot("year-900-" + string(lang))
		h.Run("calendar.free")
		h.Wants(h.Words.T("calendar.side"), h.Words.T("calendar.free"), h.Words.T("calendar.shown"))
		if h.Canvas().Focused() != find[*kit.Combo](t, h).Focusable() {
			t.Errorf("%s: the focus is not where one says with whom", lang)
		}
		h.Shot("calendar-sheet-" + string(lang))
		h.Tap(h.Words.T("calendar.actions"))
		h.Wants(h.Words.T("calendar.shown"))
		h.Keys("Escape")
		h.Lacks(h.Words.T("calendar.shown"))
		h.Keys("Ctrl+K")
		h.Type("slots")
		h.Wants(h.Words.T("calendar.free"))
	}
}

// dragToPast takes the first entry of the last Friday of November to that three weeks before.
func dragToPast(t *testing.T, h *uitest.House) {
	t.Helper()
	month := find[*kit.MonthGrid](t, h)
	size := month.Size()
	cell := (size.Height - kit.Px(28)) / 6
	at := func(row float32) fyne.Position {
		return fyne.NewPos(size.Width*9/14, kit.Px(28)+cell*row+kit.Px(34))
	}
	event := &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(1)}, Dragged: fyne.Delta{DY: -3 * cell}}
	month.Dragged(event)
	if text := strings.Join(kit.Texts(month), " "); !strings.Contains(text, strings.TrimSuffix(h.Words.T("plan.past"), ".")) {
		t.Errorf("on the way it says %q", text)
	}
	month.DragEnd()
}

func next(t *testing.T, h *uitest.House) *core.Meeting {
	t.Helper()
	today, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return today.Next.Meeting
}

func meeting(t *testing.T, h *uitest.House, id core.ID) *core.Meeting {
	t.Helper()
	m, err := h.Planner.Meetings.Get(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A page goes on and back by key, keeps its day from view to view, and comes back where it was left.
func TestTheWayThroughTheCalendar(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	h.Wants("23–29 November 2026")
	h.Keys("PageDown", "PageDown")
	h.Wants("7–13 December 2026")
	h.Keys("Alt+3")
	h.Wants("December 2026")
	h.Keys("Alt+1")
	h.Wants("Monday, 7 December")
	h.Keys("Alt+Left", "Alt+Left")
	h.Wants("7–13 December 2026")
	h.Keys("Alt+0")
	h.Wants("23–29 November 2026")
	h.Keys("Alt+4")
	h.Wants("Leadership circle")
}

// What is switched off is not shown, and stays off on the next visit.
func TestWhatIsShownIsChosen(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	h.Wants("Amina", "Name a deputy")
	h.Tap("Action due dates")
	h.Lacks("Name a deputy")
	h.Tap("Milestones")
	h.Keys("Ctrl+1", "Ctrl+3")
	h.Lacks("Name a deputy")
	h.Wants("14:00 Amina")
}

// A calendar of thousands of meetings shows every view of them.
func TestThousandsOfMeetings(t *testing.T) {
	h := open(t, "month", uitest.Options{Large: sample.Options{Relationships: 400, Meetings: 12, Actions: 1}})
	c, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: calendar.State{View: calendar.Month, Date: core.NewDate(2026, 11, 1)}.Period()})
	if err != nil || len(c.Meetings) < 300 {
		t.Fatalf("%v: only %d meetings in the month", err, len(c.Meetings))
	}
	for _, view := range []string{"month", "week", "day", "agenda"} {
		h.Go(shell.Route{Screen: "calendar", Tab: view})
		h.Wants(c.Meetings[len(c.Meetings)/2].Others[0].ShortName())
	}
}

// The next times that are free for both can be taken with a press, and sent in the guest's language and zone.
func TestFreeTimesAreTakenAndSent(t *testing.T) {
	h := open(t, "week", uitest.Options{Size: fyne.NewSize(1280, 1200)})
	h.Wants("Free for both", "Amina Yusuf · 45 min")
	h.Tap("Copy as text")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Nairobi") || strings.Count(got, "\n") != 3 {
		t.Errorf("copied %q", got)
	}
	h.Tap("Thu 26 Nov · 14:00")
	h.Wants("Plan a meeting: Amina Yusuf", "Amina: 16:00 (Nairobi)")
	h.Press("Escape")
	combo := find[*kit.Combo](t, h)
	h.Canvas().Focus(combo.Focusable())
	h.Type("Иван")
	h.Keys("Enter")
	h.Wants("Иван Петров · 45 min")
	h.Tap("Copy as text")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Мне подошло бы") {
		t.Errorf("copied %q", got)
	}
}

// Imported busy time stands out, says what it clashes with, and can be left out.
func TestBusyTimesAreShownAndHidden(t *testing.T) {
	h := open(t, "week", uitest.Options{Size: fyne.NewSize(1280, 1200)})
	h.Wants("Board", "Busy: ")
	grid := find[*kit.TimeGrid](t, h)
	chen := ""
	for _, b := range grid.Spec().Blocks {
		if strings.Contains(b.Title, "Wei") {
			chen = b.Key
		}
	}
	if !grid.Select(chen) {
		t.Fatal("no meeting with Chen Wei")
	}
	h.Canvas().Focus(grid.Focusable())
	for range 2 {
		grid.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierControl})
	}
	h.Wants("clashes with Board review")
	h.Keys("Escape")
	h.Tap("Busy: ")
	h.Lacks("Board")
}

// A place in free time becomes a meeting at that time, as long as meetings are.
func TestAFreeHalfHourBecomesAMeeting(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	grid := find[*kit.TimeGrid](t, h)
	h.Canvas().Focus(grid.Focusable())
	h.Keys("Right", "Enter") // Tuesday at two, from the meeting of today
	h.Type("Sara")
	h.Keys("Enter", "Enter")
	day := core.NewDate(2026, 11, 24)
	c, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: day, To: day.AddDays(1)}})
	if err != nil || len(c.Meetings) != 1 || c.Meetings[0].Name != "Sara Okafor" || c.Meetings[0].Start != day.At(14, 0) || c.Meetings[0].End != day.At(14, 45) {
		t.Errorf("%v: %+v", err, c.Meetings)
	}
}

// A time that is pointed at is the one that is planned, whatever was typed in that dialog before it was given up; the rest of that
// comes back.
func TestATimePointedAtOutdoesWhatWasTyped(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	grid := find[*kit.TimeGrid](t, h)
	h.Canvas().Focus(grid.Focusable())
	h.Keys("Right", "Right", "Right", "Right", "Down", "Enter") // Friday
	h.Type("Sara")
	h.Keys("Enter", "Escape")
	h.Wants(h.Words.T("forms.given_up"))
	h.Canvas().Focus(grid.Focusable())
	h.Keys("Up", "Left", "Left", "Left", "Enter") // Tuesday at two
	h.Wants(h.Words.T("forms.restored"), "Sara Okafor")
	h.Keys("Tab", "Ctrl+Enter")
	day := core.NewDate(2026, 11, 24)
	c, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: day, To: day.AddDays(1)}})
	if err != nil || len(c.Meetings) != 1 || c.Meetings[0].Name != "Sara Okafor" || c.Meetings[0].Start != day.At(14, 0) || c.Meetings[0].End != day.At(14, 45) {
		t.Errorf("%v: %+v, %q", err, c.Meetings, kit.Texts(h.Root()))
	}
}

// Whoever comes to the calendar by key is at the next meeting, and opens it by Enter.
func TestTheKeysBeginAtTheNextMeeting(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Canvas().Unfocus()
	h.Keys("Ctrl+3")
	h.Keys("Enter")
	if got := h.Shell.Router.Route(); got.Screen != "meeting" || got.ID != next(t, h).ID {
		t.Errorf("Enter leads to %v", got)
	}
}

// The month at a glance marks every day of the month with a meeting, however few days are on show.
func TestTheSmallMonthMarksTheWholeMonth(t *testing.T) {
	h := open(t, "day", uitest.Options{})
	first := core.NewDate(2026, 11, 1)
	c, err := h.Planner.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: first, To: core.NewDate(2026, 12, 1)}})
	if err != nil || len(c.Meetings) < 3 {
		t.Fatal(err, len(c.Meetings))
	}
	small := find[*kit.Month](t, h)
	for d := first; d.Month == first.Month; d = d.AddDays(1) {
		if want := calendar.MeetingDays(c)[d]; small.Marked(d) != want {
			t.Errorf("%v: marked %v, not %v", d, small.Marked(d), want)
		}
	}
}

// Moving by keys stands where one looks for it: in the key sheet, in the palette, and in the meeting's menu.
func TestMovingByKeysIsToBeFound(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	grid := find[*kit.TimeGrid](t, h)
	amina := next(t, h)
	h.Canvas().Focus(grid.Focusable())
	h.Run("shell.keys")
	h.Wants("Move the meeting 15 minutes later", "Ctrl+↓", "Ctrl+Shift+↓")
	h.Keys("Escape")
	key := "meeting:" + amina.ID.String()
	grid.Select(key)
	h.Run("shell.palette")
	h.Type("15 minutes later")
	h.Settle()
	h.Keys("Enter")
	h.Wants("14:15–15:00")
	h.Keys("Down", "Enter") // on its way, it goes with the arrows
	if got := meeting(t, h, amina.ID); got.Start != amina.Start.AddMinutes(30) {
		t.Errorf("is at %v", got.Start)
	}
	grid.Select(key)
	h.Keys("F10")
	h.Tap("Move or resize by keyboard")
	h.Wants("Arrows move the meeting")
	h.Keys("Right")
	h.Keys("Ctrl+Shift+Down")
	h.Keys("Enter")
	got := meeting(t, h, amina.ID)
	if got.Start != amina.Start.AddMinutes(24*60+30) || got.End.MinutesSince(got.Start) != amina.Length()+15 {
		t.Errorf("is at %v–%v", got.Start, got.End)
	}
	h.Keys("Alt+3") // months have no hours
	h.Run("shell.keys")
	h.Lacks("15 minutes later")
}

// What of a day is only counted is a click away.
func TestWhatIsOnlyCountedCanBeSeen(t *testing.T) {
	day := core.NewDate(2026, 11, 24)
	h := open(t, "day", uitest.Options{Before: func(p *planner.Planner) {
		owner, err := p.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i := range 6 {
			if _, err := p.Actions.Add(t.Context(), core.Action{Title: "Promise " + string(rune('A'+i)), Owner: owner.ID, Due: day}); err != nil {
				t.Fatal(err)
			}
		}
	}})
	h.Keys("PageDown")
	h.Wants("+")
	h.Lacks("Promise F")
	h.Tap("+3")
	h.Wants("Promise A", "Promise F")
}

// A cell of the month that has no room for all it holds shows meetings, not what is due.
func TestTheMonthShowsMeetingsFirst(t *testing.T) {
	h := open(t, "month", uitest.Options{Size: fyne.NewSize(900, 600)})
	amina := next(t, h)
	for i := range 6 {
		if _, err := h.Planner.Actions.Add(t.Context(), core.Action{Title: fmt.Sprint("Due ", i), Owner: h.Person("Amina").ID, Due: amina.Start.Date, Relationships: []core.ID{amina.Relationship}}); err != nil {
			t.Fatal(err)
		}
	}
	h.Settle()
	h.Wants("14:00 Amina")
}

// A press and drag where nothing is marks out a new meeting, in each view with hours.
func TestAMeetingIsMarkedOutWhereNothingIs(t *testing.T) {
	type draggable interface {
		fyne.CanvasObject
		fyne.Draggable
		desktop.Mouseable
	}
	for _, view := range []string{"day", "week"} {
		h := open(t, view, uitest.Options{})
		grid := find[draggable](t, h)
		size := grid.Size()
		at := fyne.NewPos(size.Width-40, size.Height*16/24) // late on the last day on show
		grid.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		for range 4 {
			at = at.AddXY(0, size.Height/4/24)
			grid.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(0, size.Height/4/24)})
		}
		grid.DragEnd()
		h.Settle()
		h.Wants("Plan a meeting", "75")
	}
}

// Whoever drags a meeting aims by the clocks and quiet hours of those it is with: they come while it is on its way, which it
// stays on, and they are still there when it is dropped.
func TestTheSecondClockFollowsADrag(t *testing.T) {
	type draggable interface {
		fyne.CanvasObject
		fyne.Draggable
		desktop.Mouseable
	}
	h := open(t, "week", uitest.Options{})
	h.Wants(h.Words.City("Africa/Nairobi"))
	grid := find[draggable](t, h)
	var at fyne.Position
	kit.Walk(grid, func(o fyne.CanvasObject) bool {
		if text, ok := o.(*kit.Text); ok && strings.HasPrefix(text.Text(), "18:00") {
			at = text.Position().AddXY(10, 8)
		}
		return true
	})
	grid.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	step := grid.Size().Height / 24 / 2
	move := func() {
		at = at.SubtractXY(0, step)
		grid.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(0, -step)})
	}
	move()
	h.Settle()
	grids := find[*kit.TimeGrid](t, h)
	clocks := func(when string) {
		t.Helper()
		if zones := grids.Spec().Zones; len(zones) != 2 || zones[1].Name != h.Words.City("Europe/Moscow") {
			t.Errorf("%s the clocks are %+v", when, zones)
		}
	}
	clocks("on the way")
	if text := strings.Join(kit.Texts(grids), " "); !strings.Contains(text, "17:30–18:15") {
		t.Errorf("it is on its way no more: %q", text)
	}
	move()
	grid.DragEnd()
	h.Settle()
	clocks("dropped")
	h.Wants("17:00 Иван")
}
