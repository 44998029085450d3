package meeting_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/meeting"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// planned gives the first planned meeting with somebody.
func planned(t *testing.T, p *planner.Planner, rel core.ID) *core.Meeting {
	t.Helper()
	all, err := p.Meetings.Of(t.Context(), rel)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range all {
		if m.Planned() {
			return m
		}
	}
	t.Fatal("no meeting is planned")
	return nil
}

// at opens the next meeting with somebody, moved to an hour ago where it is to have begun.
func at(t *testing.T, name string, begun bool, opt uitest.Options) (*uitest.House, core.ID) {
	t.Helper()
	h := uitest.Open(t, opt)
	m := planned(t, h.Planner, h.Relationship(name).ID)
	if begun {
		start := core.CivilOf(uitest.Now().In(time.FixedZone("", 3600)).Add(-time.Hour))
		if err := h.Planner.Meetings.Move(t.Context(), m.ID, start, core.Civil{}, ""); err != nil {
			t.Fatal(err)
		}
	}
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	return h, m.ID
}

func get(h *uitest.House, id core.ID) *core.Meeting {
	h.T.Helper()
	m, err := h.Planner.Meetings.Get(h.T.Context(), id)
	if err != nil {
		h.T.Fatal(err)
	}
	return m
}

func notes(h *uitest.House, id core.ID) []*core.Note {
	h.T.Helper()
	all, err := h.Planner.Notes.About(h.T.Context(), id)
	if err != nil {
		h.T.Fatal(err)
	}
	return all
}

func texts(m *core.Meeting) string {
	var out []string
	for _, a := range m.Agenda {
		out = append(out, a.Text)
	}
	return strings.Join(out, "|")
}

func TestThePageShowsTheMeeting(t *testing.T) {
	h, _ := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Wants("Meeting with Amina Yusuf", "14:00–14:45", "their time 16:00 (Nairobi)", "no. 14 in this relationship", "40 of 45 min",
		"carried over once", "Shared notes", "shared with Amina", "in no report", "Close · carry 4 items over", "You can close it from 15 minutes before its start: today 13:45.")
	h.Shot("meeting-en")
}

func TestAnAgendaIsBuiltByKeys(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Ctrl+I")
	h.Type("Plan the talk, 10 min")
	h.Wants("10 min")
	h.Keys("Enter")
	m := get(h, id)
	last := m.Agenda[len(m.Agenda)-1]
	if last.Text != "Plan the talk" || last.Minutes != 10 || last.Readers.Private() {
		t.Fatalf("%+v", last)
	}
	h.Wants("Plan the talk", "50 of 45 min", "Agenda item added: Plan the talk")
	h.Keys("Alt+1", "End", "Alt+Up", "Alt+Up")
	if m = get(h, id); m.Agenda[len(m.Agenda)-3].Text != "Plan the talk" {
		t.Errorf("%s", texts(m))
	}
	h.Keys("Space")
	if m = get(h, id); !m.Agenda[len(m.Agenda)-3].Done {
		t.Error("Space ticked something else")
	}
	h.Keys("Delete")
	if m = get(h, id); strings.Contains(texts(m), "Plan the talk") {
		t.Error("Delete left it there")
	}
	h.Keys("Ctrl+Z")
	if m = get(h, id); !strings.Contains(texts(m), "Plan the talk") {
		t.Error("undo did not bring it back")
	}
}

func TestAnItemIsEditedInPlace(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Alt+1", "Home", "Enter")
	h.Wants("Stage", "Whose item")
	h.Keys("Ctrl+A")
	h.Type("What the review said")
	h.Press("Tab", "Ctrl+A")
	h.Type("abc")
	h.Keys("Enter")
	h.Wants("from 0 to 1440")
	h.Press("Ctrl+A")
	h.Type("20")
	h.Keys("Enter")
	h.Lacks("Whose item")
	if a := get(h, id).Agenda[0]; a.Text != "What the review said" || a.Minutes != 20 || a.Stage != core.StageGoal {
		t.Errorf("%+v", a)
	}
	h.Keys("Enter")
	h.Type("x")
	h.Keys("Escape")
	h.Lacks("Whose item")
	if a := get(h, id).Agenda[0]; a.Text != "What the review said" {
		t.Errorf("Escape kept %q", a.Text)
	}
}

func TestWhatWaitsIsPulled(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	before := len(get(h, id).Agenda)
	h.Tap("Pull from the inbox (1)")
	h.Tap("How do I say no")
	if m := get(h, id); len(m.Agenda) != before+1 || m.Agenda[before].Source.Kind != core.KindQuestion {
		t.Fatalf("%s", texts(m))
	}
	h.Lacks("Pull from the inbox")
	h.Tap("Pull from open actions")
	h.Tap("on the agenda")
	m := get(h, id)
	if len(m.Agenda) < before+3 || m.Agenda[before+1].Source.Kind != core.KindAction {
		t.Errorf("%s", texts(m))
	}
	h.Run("undo")
	h.Run("undo")
	h.Wants("Pull from the inbox (1)")
}

func TestNotesAreOneStepAndWhoReadsThemStandsThere(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Alt+2")
	h.Type("**Agreed**: a deputy")
	h.Keys("Escape", "Alt+3")
	h.Type("She is tired")
	h.Keys("Ctrl+Enter")
	all := notes(h, id)
	if len(all) != 2 || all[0].Text != "**Agreed**: a deputy" || !all[0].Readers.MayRead(h.Person("Amina").ID) || !all[1].Readers.Private() {
		t.Fatalf("%+v", all)
	}
	drafts, err := h.Planner.Drafts.All(t.Context())
	if err != nil || len(drafts) != 0 {
		t.Errorf("%v, %v", drafts, err)
	}
	h.Keys("Alt+2")
	h.Type(" a week")
	h.Keys("Escape")
	if all = notes(h, id); len(all) != 2 || all[0].Text != "**Agreed**: a deputy a week" {
		t.Errorf("%+v", all)
	}
	h.Run("presenting")
	h.Lacks("She is tired", "in no report")
	h.Wants("Agreed")
}

// What was typed and not finished is kept as a draft a moment later, and stands in the field when the page comes again.
func TestWordsSurviveWithoutFinishing(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Alt+3")
	h.Type("Half a thou")
	h.Clock.Move(time.Second)
	h.Settle()
	left, err := h.Planner.Drafts.Unfinished(t.Context())
	if err != nil || len(left) != 1 || left[0].Text != "Half a thou" || left[0].Of.ID != id || len(notes(h, id)) != 0 {
		t.Fatalf("%+v, %v", left, err)
	}
	again := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		if err := p.Drafts.Keep(t.Context(), left[0].Key, left[0].Text); err != nil {
			t.Fatal(err)
		}
	}})
	again.Wants("Your text about “Amina Yusuf” is unfinished. It is kept.")
	again.Go(shell.Route{Screen: "meeting", ID: id})
	again.Keys("Alt+3")
	again.Type("ght")
	again.Keys("Escape")
	if all := notes(again, id); len(all) != 1 || all[0].Text != "Half a thought" {
		t.Errorf("%+v", all)
	}
}

func TestLeavingThePageFinishesWhatIsTyped(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Alt+2")
	h.Type("Left in a hurry")
	h.Keys("Ctrl+1")
	if all := notes(h, id); len(all) != 1 || all[0].Text != "Left in a hurry" {
		t.Errorf("%+v", all)
	}
}

// A step elsewhere refreshes the page, and takes nothing from who types.
func TestTypingGoesOnWhileTheWorkspaceChanges(t *testing.T) {
	h, _ := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Alt+2")
	h.Type("one ")
	if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "What now?"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Type("two")
	h.Wants("one two")
	h.Keys("Alt+4")
	h.Type("Amina: ca")
	if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "And now?"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Type("ll")
	h.Wants("Amina: call")
}

func TestPromisesAreTyped(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Alt+4")
	h.Type("Amina: name a deputy by Friday")
	h.Wants("Amina · due")
	h.Keys("Enter")
	h.Type("send the template")
	h.Keys("Enter")
	all, err := h.Planner.Actions.OfMeeting(t.Context(), id)
	if err != nil || len(all) != 2 {
		t.Fatalf("%v, %v", all, err)
	}
	amina := all[0]
	if amina.Title != "Name a deputy" || amina.Owner != h.Person("Amina").ID || amina.Due != core.NewDate(2026, 11, 27) || amina.Readers.Private() {
		t.Errorf("%+v", amina)
	}
	h.Wants("Name a deputy", "Amina · Fri 27 Nov", "Send the template")
	h.Press("Shift+Tab")
	h.Keys("Home", "Space")
	if a, err := h.Planner.Actions.Get(t.Context(), amina.ID); err != nil || a.Open() {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestTheTimerRunsOnlyWhenStarted(t *testing.T) {
	h, _ := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Lacks("left")
	h.Keys("Ctrl+T")
	h.Wants("Stop timer", "left")
	h.Keys("Ctrl+T")
	h.Lacks("left")
	h.Wants("Start timer")
}

// A timer goes on where the program ended without a word: the next window shows it running.
func TestTheTimerOutlivesACrash(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Ctrl+T")
	h.Wants("Stop timer", "left")
	next := h.Again()
	next.Go(shell.Route{Screen: "meeting", ID: id})
	next.Wants("Stop timer", "left")
	next.Lacks("not saved") // it is no text that somebody typed
	if left, err := next.Planner.Drafts.Unfinished(t.Context()); err != nil || len(left) != 0 {
		t.Errorf("%+v, %v", left, err)
	}
	next.Keys("Ctrl+T")
	last := next.Again()
	last.Go(shell.Route{Screen: "meeting", ID: id})
	last.Wants("Start timer")
	last.Lacks("left")
}

// Closing takes the timer's minutes, and says that they are the timer's.
func TestClosingTakesTheTimersMinutes(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{Before: func(p *planner.Planner) {
		all, err := p.List(t.Context(), planner.Filter{Kind: core.KindMeeting})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			m := r.(*core.Meeting)
			if !m.Planned() || len(m.Agenda) == 0 {
				continue
			}
			timer, start := meeting.Timer{}, time.Now().Add(-time.Hour)
			timer.Start(m.ID, m.Agenda[0].ID, start)
			timer.Stop(start.Add(38 * time.Minute))
			if err := p.Drafts.Keep(t.Context(), planner.DraftKey(core.RefOf(m), planner.FieldTimer), timer.Kept()); err != nil {
				t.Fatal(err)
			}
		}
	}})
	h.Wants("from the timer; 45 min were planned")
	h.Shot("meeting-timed")
	h.Keys("Ctrl+Shift+Enter")
	if m := get(h, id); m.Status != core.MeetingHeld || m.Length() != 38 {
		t.Errorf("%s, %d minutes", m.Status, m.Length())
	}
}

func TestAMeetingIsClosedByKeys(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	h.Keys("Alt+2")
	h.Type("Agreed on a deputy")
	h.Keys("Alt+5")
	h.Press("Tab", "Ctrl+A")
	h.Type("50")
	h.Press("Tab", "1", "3", "Tab", "6")
	h.Type("13")
	h.Keys("Ctrl+Shift+Enter")
	m := get(h, id)
	if m.Status != core.MeetingHeld || m.Length() != 50 || len(m.Agenda) == 0 || !m.Agenda[0].Moved {
		t.Fatalf("%+v", m)
	}
	if all := notes(h, id); len(all) != 1 || all[0].Text != "Agreed on a deputy" {
		t.Errorf("%+v", all)
	}
	h.Wants("How it ended", "Held · 50 min", "Meeting closed")
	h.Keys("Ctrl+Z")
	if m = get(h, id); !m.Planned() || len(notes(h, id)) != 1 {
		t.Error("one undo does not open it again, with the words that were typed")
	}
	h.Wants("Agreed on a deputy")
}

// cancelLater calls off what is planned with the people of a meeting besides it.
func cancelLater(h *uitest.House, id core.ID) {
	h.T.Helper()
	all, err := h.Planner.Meetings.Of(h.T.Context(), get(h, id).Relationship)
	if err != nil {
		h.T.Fatal(err)
	}
	for _, m := range all {
		if m.Planned() && m.ID != id {
			if err := h.Planner.Meetings.Cancel(h.T.Context(), m.ID, ""); err != nil {
				h.T.Fatal(err)
			}
		}
	}
	h.Settle()
}

// The page of a meeting that is over invites nobody to it, and leads to the next one as soon as that is planned.
func TestAClosedMeetingLeadsToTheNext(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	cancelLater(h, id)
	h.Wants("Invite…")
	h.Keys("Ctrl+Shift+Enter")
	h.Lacks("Invite…", "Next: ")
	h.Tap("Plan the next…")
	h.Wants("Plan a meeting: Amina Yusuf", "Amina: 14:20 (Nairobi)")
	h.Keys("Enter")
	h.Wants("Next: ", "(Nairobi)")
	h.Lacks("Plan the next…")
	h.Tap("Open")
	if at := h.Shell.Router.Route(); at.Screen != "meeting" || at.ID == id {
		t.Errorf("it leads to %v", at)
	}
	h.Wants("Invite…")
	if err := h.Planner.Meetings.Cancel(t.Context(), h.Shell.Router.Route().ID, ""); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Wants("Send the cancellation…") // who has it on their calendars is to be told
	h.Keys("Ctrl+K")
	h.Type("invit") // the command is called after what it would send
	h.Wants("Send the cancellation…")
	h.Lacks("Invite…")
	h.Keys("Escape")
}

// Before it begins a meeting can't be closed, and the button looks so; what was done stays ticked when it is over.
func TestClosingWaitsForTheBeginning(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Wants("You can close it from 15 minutes before its start")
	closing := func() *kit.Button {
		var found *kit.Button
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if b, ok := o.(*kit.Button); ok && strings.HasPrefix(b.Text(), "Close ·") {
				found = b
			}
			return true
		})
		return found
	}
	if b := closing(); b == nil || !b.Disabled() {
		t.Error("a meeting that has not begun can be closed")
	}
	h.Keys("Ctrl+Shift+Enter")
	if m := get(h, id); !m.Planned() {
		t.Error("it was closed by keys")
	}
}

func TestAMissedMeetingSaysWhoCame(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	h.Tap("Missed")
	h.Wants("Who came", "It counts as missed: the mentee did not come.")
	h.Run("meeting.close")
	if m := get(h, id); m.Status != core.MeetingMissed || m.MissedBy != core.RoleMentee {
		t.Errorf("%+v", m)
	}
	h, id = at(t, "Amina Yusuf", true, uitest.Options{})
	h.Tap("Cancelled late")
	h.Run("meeting.close")
	if m := get(h, id); m.Status != core.MeetingCancelledLate || !m.Agenda[0].Moved {
		t.Errorf("%+v", m)
	}
}

func TestACircleSaysWhoReadsAndWhoCame(t *testing.T) {
	h, id := at(t, "Arun", true, uitest.Options{})
	h.Wants("Who came", "Who reads these notes", "readers not chosen")
	h.Keys("Alt+2")
	h.Type("For two of you")
	h.Keys("Escape")
	h.Wants("Choose who may read these notes.")
	if len(notes(h, id)) != 0 {
		t.Fatal("it was kept for nobody")
	}
	h.Press("Tab")
	h.Type("1")
	h.Keys("Ctrl+1")
	if all := notes(h, id); len(all) != 1 || !all[0].Readers.MayRead(h.Person("Arun").ID) || len(all[0].Readers.Readers) != 2 {
		t.Errorf("%+v", all)
	}
}

// A promise of somebody whom nobody knows is not kept by one Enter; the second one takes the name for words of one's own.
func TestAPromiseOfNobodyIsAskedAbout(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	promised := func() []*core.Action {
		t.Helper()
		all, err := h.Planner.Actions.OfMeeting(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	before := len(promised())
	h.Keys("Alt+4")
	h.Type("Bob: send the draft by Friday")
	h.Keys("Enter")
	h.Wants("Nobody here is called “Bob”", "press Enter again")
	if n := len(promised()); n != before {
		t.Fatalf("%d promises, not %d", n, before)
	}
	h.Keys("Enter")
	all := promised()
	if len(all) != before+1 || !slices.ContainsFunc(all, func(a *core.Action) bool { return a.Title == "Bob: send the draft" }) {
		t.Errorf("%+v", all)
	}
}

// A slip in a promise's day is told of below the line, and Enter mends it before it keeps the promise.
func TestASlipInAPromisesDayIsMended(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{})
	h.Keys("Alt+4")
	h.Type("Amina: name a deputy by Fryday")
	h.Wants("“Fryday” is not a day: Enter changes it to “Friday”")
	h.Keys("Enter")
	h.Wants("Amina · due Fri 27 Nov")
	if all, err := h.Planner.Actions.OfMeeting(t.Context(), id); err != nil || len(all) != 0 {
		t.Fatalf("kept before it was seen: %v, %v", all, err)
	}
	h.Keys("Enter")
	h.Type("Amina: call back by Munday")
	h.Keys("Enter")
	h.Wants("“Munday” is not a day: Monday / Sunday?", "press Enter again")
	h.Keys("Enter")
	all, err := h.Planner.Actions.OfMeeting(t.Context(), id)
	if err != nil || len(all) != 2 || all[0].Due != core.NewDate(2026, 11, 27) || all[0].Title != "Name a deputy" ||
		!all[1].Due.IsZero() || all[1].Title != "Call back by Munday" {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestPicturesOfTheMeeting(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h, id := at(t, "Иван", true, uitest.Options{Language: lang})
		h.Keys("Ctrl+T", "Alt+2")
		h.Type("Разговор с заказчиком прошёл **спокойно**.\n\n- цифры заранее\n- письмом")
		h.Keys("Escape", "Alt+3")
		h.Type("Устал. Не давить на сроки.")
		h.Keys("Escape", "Alt+4")
		h.Type("Ивану: прислать черновик к пятнице")
		h.Keys("Enter")
		h.Wants("Прислать черновик")
		if all, err := h.Planner.Actions.OfMeeting(t.Context(), id); err != nil || len(all) != 1 || all[0].Owner != h.Person("Иван").ID {
			t.Errorf("%v, %v", all, err)
		}
		h.Shot("meeting-held-" + string(lang))
		h.Window.Resize(fyne.NewSize(900, 600))
		h.Shot("meeting-small-" + string(lang))
	}
}

// An agenda of 200 items is worked on as a short one is: a tick makes no row anew.
func TestTwoHundredItems(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	m := planned(t, h.Planner, h.Relationship("Amina").ID)
	if err := h.Planner.Meetings.Change(t.Context(), m.ID, func(m *core.Meeting) error {
		for i := len(m.Agenda); i < 200; i++ {
			m.Agenda = append(m.Agenda, core.AgendaItem{ID: core.ID{0: 1, 14: byte(i >> 8), 15: byte(i)}, Text: strings.Repeat("word ", i%12+1), Minutes: 1})
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	rows := func() map[fyne.CanvasObject]bool {
		out := map[fyne.CanvasObject]bool{}
		kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if l, ok := o.(*kit.CheckList); ok {
				for _, c := range l.Children() {
					out[c] = true
				}
			}
			return true
		})
		return out
	}
	before := rows()
	if len(before) != 200 {
		t.Fatalf("%d rows", len(before))
	}
	h.Keys("Alt+1")
	h.Keys("End", "Space", "Alt+Up")
	if got := get(h, m.ID).Agenda; !got[198].Done {
		t.Errorf("%+v", got[198])
	}
	for o := range rows() {
		if !before[o] {
			t.Error("a row was made anew")
		}
	}
}

// While others look at the screen, the owner's own verdict is not there, neither while a meeting is being closed nor
// afterwards; what was chosen before is kept all the same.
func TestPresentingHidesTheOwnVerdict(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h, id := at(t, "Amina Yusuf", true, uitest.Options{Language: lang})
		asks, verdict := h.Words.T("meeting.useful"), h.Words.T("meeting.useful_is", "n", 6)
		h.Wants(asks)
		h.Tap("6")
		h.Run("presenting")
		h.Lacks(asks)
		h.Keys("Ctrl+Shift+Enter")
		if m := get(h, id); m.Status != core.MeetingHeld || m.Useful != 6 {
			t.Errorf("%s, useful %d", m.Status, m.Useful)
		}
		h.Go(shell.Route{Screen: "meeting", ID: id})
		h.Lacks(verdict)
		h.Run("presenting")
		h.Wants(verdict)
	}
}

// Beside a long agenda the notes are as high as the page, not as the agenda: they are written in view.
func TestNotesBesideALongAgendaAreInView(t *testing.T) {
	h, id := at(t, "Amina Yusuf", false, uitest.Options{Size: fyne.NewSize(1280, 800)})
	for i := range 60 {
		if _, err := h.Planner.Agendas.Add(t.Context(), id, core.AgendaItem{Text: fmt.Sprint("Item ", i)}); err != nil {
			t.Fatal(err)
		}
	}
	h.Go(shell.Route{Screen: "today"})
	h.Go(shell.Route{Screen: "meeting", ID: id})
	cards := 0
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if c, ok := o.(*kit.Card); ok && c.Size().Width > 200 {
			if cards++; cards > 1 && c.Size().Height > 800 {
				t.Errorf("card %d is %v high", cards, c.Size().Height)
			}
		}
		return true
	})
	if cards < 4 {
		t.Errorf("only %d cards", cards)
	}
}

// Minutes alone are no item: a title is asked for, until something else is typed.
func TestAnItemOfMinutesAloneIsAskedForATitle(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	was := len(get(h, id).Agenda)
	h.Keys("Ctrl+I")
	h.Type(", 5 min")
	h.Keys("Enter")
	h.Wants("nter a title")
	if n := len(get(h, id).Agenda); n != was {
		t.Errorf("%d items, before %d", n, was)
	}
	h.Press("Ctrl+A")
	h.Type("Budget, 5 min")
	h.Lacks("nter a title")
	h.Keys("Enter")
	h.Wants("Budget")
}
