package planning_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/planning"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

func meetings(h *uitest.House, name string) []*core.Meeting {
	h.T.Helper()
	all, err := h.Planner.Meetings.Of(h.T.Context(), h.Relationship(name).ID)
	if err != nil {
		h.T.Fatal(err)
	}
	var out []*core.Meeting
	for _, m := range all {
		if m.Planned() {
			out = append(out, m)
		}
	}
	return out
}

func TestPlanSet(t *testing.T) {
	good := planning.Plan{Relationship: core.ID{15: 1}, Date: core.NewDate(2026, 12, 1), Start: 9*60 + 30, Minutes: "45", Zone: "Europe/Berlin", Where: " https://meet.example/x "}
	var m core.Meeting
	if err := good.Set(&m); err != nil || m.Link != "https://meet.example/x" || m.Place != "" || m.End.String() != "2026-12-01T10:15" {
		t.Errorf("%+v, %v", m, err)
	}
	good.Where = "Room 4"
	if err := good.Set(&m); err != nil || m.Place != "Room 4" || m.Link != "" {
		t.Errorf("%+v, %v", m, err)
	}
	for name, spoil := range map[string]func(*planning.Plan){
		"relationship": func(p *planning.Plan) { p.Relationship = core.ID{} },
		"start":        func(p *planning.Plan) { p.Start = -1 },
		"length":       func(p *planning.Plan) { p.Minutes = "4" },
	} {
		p := good
		spoil(&p)
		if err := p.Set(&m); len(core.Problems(err)) != 1 || core.Problems(err)[0].Field != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAMeetingIsPlannedByKeys(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	before := len(meetings(h, "Tomasz"))
	h.Keys("Ctrl+Shift+M")
	h.Type("tomasz")
	h.Keys("Enter")
	h.Press("Tab", "Ctrl+A")
	h.Type("friday")
	h.Press("Tab", "Ctrl+A")
	h.Type("15:10")
	h.Press("Tab", "Ctrl+A")
	h.Type("3")
	h.Keys("Enter")
	h.Wants("Plan a meeting", "from 5 to 1440")
	h.Press("Ctrl+A")
	h.Type("60")
	h.Clock.Move(time.Second)
	h.Settle()
	h.Wants("Clashes with “Sara Okafor”, 15:00–15:45")
	h.Shot("plan")
	h.Keys("Enter")
	h.Lacks("With whom")
	all := meetings(h, "Tomasz")
	if len(all) != before+1 || all[0].Start.String() != "2026-11-27T15:10" || all[0].Length() != 60 {
		t.Fatalf("%+v", all)
	}
	h.Wants("Meeting planned", "Nobody has it on their calendar yet.")
	if all[0].Place != "Café Pod Lipą" {
		t.Errorf("it takes place at %q, not where they meet", all[0].Place)
	}
	h.Tap("Invite…")
	h.Wants("Invite: Tomasz Zieliński", "not invited yet")
}

func TestOthersClocksFollowTheFields(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	amina := h.Person("Amina")
	if err := h.Planner.People.Change(t.Context(), amina.ID, func(p *core.Person) error {
		p.Quiet = core.Hours{From: 21 * 60, To: 7 * 60}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	p, err := h.Planner.Meetings.Planning(t.Context(), core.ID{})
	if err != nil {
		t.Fatal(err)
	}
	m := planning.NewModel(p, h.Words)
	plan := m.New(h.Relationship("Amina").ID)
	for start, want := range map[int]string{
		10 * 60: "Amina: 12:00 (Nairobi)", 20 * 60: "Amina: 22:00 (Nairobi) · in their quiet hours",
		23 * 60: "Amina: Wed 25 Nov 01:00 (Nairobi) · in their quiet hours", -1: "",
	} {
		plan.Start = start
		if got := strings.Join(m.Clocks(plan), "|"); got != want {
			t.Errorf("at %d: %q, want %q", start, got, want)
		}
	}
	if got := m.Night(plan); got != "" {
		t.Errorf("they said themselves when: %q", got)
	}
	plan.Start, plan.Date = 13*60, p.Today
	if !m.Past(plan) {
		t.Error("13:00 has passed at 13:20")
	}
	for hours, want := range map[int]string{24: "Clashes with “Leave”, 24 November 2026", 48: "Clashes with “Leave”, 24–25 November 2026", 3: "Clashes with “Leave”, 00:00–03:00"} {
		from := core.NewDate(2026, 11, 24).At(0, 0).InLocation(planner.Home(h.Person("Maja")))
		found := planning.Looked{Clashes: []planner.MeetingClash{{Title: "Leave", Start: from, End: from.Add(time.Duration(hours) * time.Hour)}}}
		if got := m.Clash(found); got != want {
			t.Errorf("%d hours: %q", hours, got)
		}
	}
	for start, want := range map[int]string{1*60 + 45: "", 2*60 + 30: "02:30 does not exist in Berlin, where the clocks go forward: it starts at 03:30", 3 * 60: ""} {
		plan.Start, plan.Date = start, core.NewDate(2027, 3, 28)
		if got := m.ClockChange(plan); got != want {
			t.Errorf("at %d: %q", start, got)
		}
	}
}

// Who did not say when not to be disturbed is taken to sleep at night, by their own clock: a warning, no refusal.
func TestANightIsAssumedAcrossZones(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	amina := h.Person("Amina")
	set := func(zone core.Zone) planning.Plan {
		t.Helper()
		if err := h.Planner.People.Change(t.Context(), amina.ID, func(p *core.Person) error {
			p.Quiet, p.Zone = core.Hours{}, zone
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		p, err := h.Planner.Meetings.Planning(t.Context(), core.ID{})
		if err != nil {
			t.Fatal(err)
		}
		m := planning.NewModel(p, h.Words)
		plan := m.New(h.Relationship("Amina").ID)
		plan.Start = 23 * 60
		want := map[core.Zone]string{"Asia/Tokyo": "It is 07:00 for Amina (night, assumed 22:00–08:00)"}[zone]
		if got := m.Night(plan); got != want {
			t.Errorf("%s: %q, want %q", zone, got, want)
		}
		return plan
	}
	set("Europe/Berlin") // the owner's own clock
	set("")
	plan := set("Asia/Tokyo")
	var meeting core.Meeting
	if err := plan.SetOne(&meeting); err != nil {
		t.Errorf("refused: %v", err)
	}
}

func TestAMeetingIsMovedAndGuestsAreTold(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	m := meetings(h, "Amina")[0]
	if _, err := h.Planner.Invitations.Send(t.Context(), m.ID, core.MethodRequest, filepath.Join(h.Dir, "a.eml")); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Wants("no answer yet")
	h.Keys("Ctrl+Shift+R")
	h.Wants("Reschedule: Amina Yusuf", "Amina: 16:00 (Nairobi)")
	h.Press("Tab", "Ctrl+A")
	h.Type("16:30")
	h.Wants("Amina: 18:30 (Nairobi)")
	h.Keys("Enter")
	h.Settle()
	h.Wants("New time: Amina Yusuf", "Update", "Message version 2", "prepared for the old time: Mon 23 Nov, 14:00–14:45")
	h.Shot("invite-update")
	h.Keys("Escape")
	h.Wants("invited to the old time")
	moved, err := h.Planner.Meetings.Get(t.Context(), m.ID)
	if err != nil || moved.Start.String() != "2026-11-23T16:30" || moved.Length() != m.Length() {
		t.Errorf("%+v, %v", moved, err)
	}
}

func TestAnInvitationOpensInTheMailProgram(t *testing.T) {
	var opened []string
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) {
		cfg.Desktop.Open = func(path string) error {
			data, err := os.ReadFile(path)
			opened = append(opened, string(data))
			return err
		}
	}})
	m := meetings(h, "Amina")[0]
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Keys("Ctrl+Shift+I")
	h.Wants("Invitation", "not invited yet", h.Person("Amina").Email())
	h.Lacks("Version") // what is sent for the first time has no number yet
	h.Keys("Enter")    // the usual way is the dialog's own
	if len(opened) != 1 || !strings.Contains(opened[0], "method=REQUEST") {
		t.Fatalf("%q", opened)
	}
	sent, err := h.Planner.Invitations.Sent(t.Context(), m.ID)
	if err != nil || len(sent) != 1 {
		t.Errorf("%v, %v", sent, err)
	}
	h.Wants("press Send there")
	h.Keys("Ctrl+Shift+I")
	h.Wants("Update", "prepared 23 Nov")
	h.Tap("For information")
	h.Lacks("Open in mail program")
	h.Wants("asks for no answer", "Save calendar file…")
	h.Keys("Ctrl+Enter") // which is to write a file now
	h.Wants("Save the calendar file")
}

func TestACancelledMeetingSaysHowItCounts(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	m := meetings(h, "Amina")[0]
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Run("meeting.cancel")
	h.Wants("it counts as cancelled late", "Mon 23 Nov, 14:00–14:45")
	h.Type("A strike of the trains")
	h.Keys("Enter")
	got, err := h.Planner.Meetings.Get(t.Context(), m.ID)
	if err != nil || got.Status != core.MeetingCancelledLate || got.Reason != "A strike of the trains" {
		t.Errorf("%+v, %v", got, err)
	}
	h.Wants("Cancelled late", "A strike of the trains")
	later := meetings(h, "Amina")[0]
	h.Go(shell.Route{Screen: "meeting", ID: later.ID})
	h.Run("meeting.cancel")
	h.Wants("does not count as planned")
	h.Keys("Escape")
	if err := h.Planner.Meetings.Replan(t.Context(), later.ID, func(m *core.Meeting) error { m.Title = "x"; return nil }); err != nil {
		t.Fatal(err)
	}
	if s, err := h.Planner.Undoable(t.Context()); err != nil || s.Title != planner.TitleMeetingChanged {
		t.Errorf("%v, %v", s, err)
	}
}

// An e-mail in words alone says what the e-mail with the calendar says: the shared agenda, and from when on a series is
// at another hour. Private items never go along, and guests who are not to see one another do not.
func TestMailtoCarriesTheWords(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina")
	series, err := h.Planner.Series.Plan(t.Context(), core.Series{
		Relationship: rel.ID, Title: "Promotion", Start: core.NewDate(2026, 12, 3).At(16, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY", Link: "https://meet.example/amina",
	})
	if err != nil {
		t.Fatal(err)
	}
	owner, err := h.Planner.Workspace.Owner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first := core.OccurrenceID(series.ID, series.Start)
	for _, item := range []core.AgendaItem{
		{Text: "The offer", Readers: core.Visibility{Readers: []core.ID{h.Person("Amina").ID}}}, {Text: "SECRET", Readers: core.Visibility{Readers: []core.ID{owner.ID}}},
	} {
		if _, err := h.Planner.Agendas.Add(t.Context(), first, item); err != nil {
			t.Fatal(err)
		}
	}
	said := func(id core.ID) string {
		t.Helper()
		m, err := h.Planner.Invitations.InWords(t.Context(), id, core.MethodRequest, planner.Sending{Agenda: true})
		if err != nil {
			t.Fatal(err)
		}
		u := planning.Mailto(m)
		if !strings.HasPrefix(u.String(), "mailto:"+h.Person("Amina").Email()+"?") {
			t.Errorf("it goes to %s", u)
		}
		return u.Query().Get("subject") + "\n" + u.Query().Get("body")
	}
	for id, wants := range map[core.ID][]string{
		first:     {"Promotion", "16:00–16:45", "https://meet.example/amina", "The offer"},
		series.ID: {"Promotion", "every Thursday", "From 1 April 2027 it is 17:00"},
	} {
		got := said(id)
		for _, want := range wants {
			if !strings.Contains(strings.ToLower(got), strings.ToLower(want)) {
				t.Errorf("no %q in\n%s", want, got)
			}
		}
		if strings.Contains(got, "SECRET") || strings.Contains(got, "invite.ics") {
			t.Errorf("too much in\n%s", got)
		}
	}
	hidden := planning.Mailto(&planner.InWords{To: []string{"a@example.org", "b@example.org"}, Hidden: true, Subject: "x", Text: "y"})
	if hidden.Opaque != "" || hidden.Query().Get("bcc") != "a@example.org,b@example.org" {
		t.Errorf("%s", hidden)
	}
}

// A meeting has reminders of its own from when they differ from the usual ones until they do no more.
func TestAMeetingsOwnReminders(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	m := meetings(h, "Amina")[0]
	for _, want := range []core.Reminders{{24 * 60, 15}, nil} {
		h.Go(shell.Route{Screen: "meeting", ID: m.ID})
		h.Keys("Ctrl+Shift+R")
		h.Wants("Remind before the meeting", "15 min", "1 day")
		h.Tap("1 day")
		h.Keys("Enter")
		h.Settle()
		got, err := h.Planner.Meetings.Get(t.Context(), m.ID)
		if err != nil || !got.Reminders.Same(want) {
			t.Errorf("%v, %v, want %v", got.Reminders, err, want)
		}
	}
}

func TestAnAddressIsTypedWhereItIsMissing(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		people, err := p.People.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range people {
			if one.Name == "Amina Yusuf" {
				err = errors.Join(err, p.People.Change(t.Context(), one.ID, func(p *core.Person) error { p.Emails = nil; return nil }))
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}})
	m := meetings(h, "Amina")[0]
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Run("meeting.invite")
	field := fieldWith(h, "Where to write to Amina Yusuf")
	if h.Canvas().Focused() != field.Focusable() {
		t.Fatalf("%T has the focus, not the field for the address that is missing", h.Canvas().Focused())
	}
	h.Keys("Enter")
	h.Wants("Fill this in")
	h.Type("amina at kijani")
	h.Keys("Enter")
	if field.Error() == "" {
		t.Errorf("nothing is wrong, but %q", kit.Texts(h.Root()))
	}
	h.Press("Ctrl+A")
	h.Type("amina@kijani.example")
	h.Keys("Enter")
	h.Wants("amina@kijani.example", "Save")
	if got := h.Person("Amina").Email(); got != "amina@kijani.example" {
		t.Errorf("she is written to at %q", got)
	}
}

// Who has no address of their own can write one where it is needed; it is kept in the profile.
func TestTheOwnAddressIsTypedWhereItIsMissing(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		owner, err := p.Workspace.Owner(t.Context())
		if err == nil {
			err = p.People.Change(t.Context(), owner.ID, func(p *core.Person) error { p.Emails = nil; return nil })
		}
		if err != nil {
			t.Fatal(err)
		}
	}})
	m := meetings(h, "Amina")[0]
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Run("meeting.invite")
	h.Wants("Add your e-mail address")
	h.Keys("Ctrl+Enter")
	h.Wants("Add your e-mail address") // and no message without a sender is written
	h.Lacks("Save the invitation")
	if h.Canvas().Focused() != fieldWith(h, "Your e-mail address").Focusable() {
		t.Fatalf("%T has the focus, not the field for the address that is missing", h.Canvas().Focused())
	}
	h.Type("maja at home")
	h.Keys("Enter")
	if fieldWith(h, "Your e-mail address").Error() == "" {
		t.Errorf("nothing is wrong, but %q", kit.Texts(h.Root()))
	}
	h.Press("Ctrl+A")
	h.Type("maja@home.example")
	h.Keys("Enter")
	h.Lacks("Add your e-mail address")
	if !h.CanClick(h.Words.T("invite.save_eml")) {
		t.Errorf("the message cannot be written now: %q", kit.Texts(h.Root()))
	}
	if b, ok := h.Canvas().Focused().(*kit.Button); !ok || b.Kind() != kit.Primary {
		t.Errorf("%T has the focus, not the button that confirms", h.Canvas().Focused())
	}
	owner, err := h.Planner.Workspace.Owner(t.Context())
	if err != nil || owner.Email() != "maja@home.example" {
		t.Errorf("%v, %q", err, owner.Email())
	}
}

func fieldWith(h *uitest.House, placeholder string) *kit.TextField {
	h.T.Helper()
	var found *kit.TextField
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(*kit.TextField); ok && f.Placeholder() == placeholder {
			found = f
		}
		return found == nil
	})
	if found == nil {
		h.T.Fatalf("no field says %q, but there is %q", placeholder, kit.Texts(h.Root()))
	}
	return found
}

// A meeting takes its minutes where the clock goes forward meanwhile, and so does the first of those that repeat.
func TestAPlanTakesItsMinutes(t *testing.T) {
	p := planning.Plan{Relationship: core.ID{15: 1}, Date: core.NewDate(2027, 3, 28), Start: 90, Minutes: "120", Zone: "Europe/Berlin"}
	var one, first core.Meeting
	if err := p.SetOne(&one); err != nil || one.End != p.Date.At(4, 30) || one.Length() != 120 {
		t.Errorf("by itself: %v to %v, %v", one.Start, one.End, err)
	}
	if err := p.Set(&first); err != nil || first.End != p.Date.At(4, 30) {
		t.Errorf("repeated: %v to %v, %v", first.Start, first.End, err)
	}
	for typed, minutes := range map[string]int{"1h": 60, "45 min": 45, "1 ч": 60, "1,5 часа": 90, " 30 ": 30} {
		p.Minutes = typed
		if err := p.SetOne(&one); err != nil || one.Length() != minutes {
			t.Errorf("%q: from %s to %s, %v", typed, one.Start, one.End, err)
		}
	}
	p.Minutes = "x"
	if err := p.SetOne(&one); core.CodeOf(err) != core.CodeBadNumber {
		t.Error(err)
	}
}

// Where nothing here can open the message that was written, it is said what to do with it.
func TestAWrittenMessageSaysWhatToDoWithIt(t *testing.T) {
	for hint, open := range map[bool]func(string) error{true: nil, false: func(string) error { return nil }} {
		h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) { cfg.Desktop.Open = open }})
		h.Go(shell.Route{Screen: "meeting", ID: meetings(h, "Amina")[0].ID})
		h.Keys("Ctrl+Shift+I")
		h.Tap("Save e-mail…")
		h.Keys("Enter")
		h.Wants("Saved: ")
		if got := h.Sees("Open this e-mail"); got != hint {
			t.Errorf("said: %v", got)
		}
	}
}

// A new meeting is proposed at a time that no other of the owner's takes, nor what keeps them busy.
func TestANewMeetingIsProposedWhereThereIsTime(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	proposed := func() core.Civil {
		t.Helper()
		p, err := h.Planner.Meetings.Planning(t.Context(), core.ID{})
		if err != nil {
			t.Fatal(err)
		}
		plan := planning.NewModel(p, h.Words).New(h.Relationship("Amina").ID)
		start, _, ok := plan.Span()
		var m core.Meeting
		if err := plan.SetOne(&m); err != nil || !ok {
			t.Fatal(err)
		}
		clashes, err := h.Planner.Meetings.ClashesOf(t.Context(), m)
		for _, c := range clashes {
			if c.Name == "" { // not of the guest, who is to be chosen yet
				t.Errorf("proposed at %v, where it clashes: %+v", start, c)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		return start
	}
	for i := range 20 {
		at := proposed()
		m := core.Meeting{Relationship: h.Relationship("Mei").ID, Start: at, Zone: "Europe/Berlin"}
		m.Last(m.Start, 45+i*5, m.Zone)
		if _, err := h.Planner.Meetings.Plan(t.Context(), m); err != nil {
			t.Fatal(err)
		}
		if proposed() == at {
			t.Fatalf("%v is proposed again though it is taken", at)
		}
	}
}

// What a plan would clash with is not told any more beside a date that can't be read.
func TestAClashGoesWithTheTimeThatItWasFoundAt(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Keys("Ctrl+Shift+M")
	h.Type("tomasz")
	h.Keys("Enter")
	h.Press("Tab", "Ctrl+A")
	h.Type("friday")
	h.Press("Tab", "Ctrl+A")
	h.Type("15:10")
	h.Clock.Move(time.Second)
	h.Settle()
	h.Wants("Clashes with “Sara Okafor”")
	h.Press("Shift+Tab", "Ctrl+A")
	h.Type("nonsense")
	h.Lacks("Clashes with")
	h.Clock.Move(time.Second)
	h.Settle()
	h.Lacks("Clashes with")
	h.Press("Ctrl+A")
	h.Type("friday")
	h.Clock.Move(time.Second)
	h.Settle()
	h.Wants("Clashes with “Sara Okafor”")
}

// The time that is proposed suits whoever was chosen; what somebody has said themselves stays.
func TestTheProposedTimeSuitsTheGuest(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	if err := h.Planner.People.Change(t.Context(), h.Person("Amina").ID, func(p *core.Person) error {
		p.Work, p.Quiet = []core.Hours{{}, {From: 17 * 60, To: 20 * 60}, {}, {}, {}, {}, {}}, core.Hours{}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	noRhythm(h, "Amina")
	plan := func(typed string) *core.Meeting {
		was := len(meetings(h, "Amina"))
		h.Keys("Ctrl+Shift+M")
		h.Type("amina")
		h.Keys("Enter")
		if typed != "" {
			h.Press("Tab", "Tab", "Ctrl+A")
			h.Type(typed)
		}
		h.Keys("Ctrl+Enter")
		all := meetings(h, "Amina")
		if len(all) != was+1 {
			t.Fatalf("%d meetings, there were %d", len(all), was)
		}
		return all[slices.IndexFunc(all, func(m *core.Meeting) bool { return m.Start.Date == core.NewDate(2026, 11, 24) })]
	}
	if m := plan(""); m.Start.String() != "2026-11-24T15:00" {
		t.Errorf("proposed is %s", m.Start)
	}
	h.Run("undo")
	if m := plan("11:15"); m.Start.String() != "2026-11-24T11:15" {
		t.Errorf("typed was 11:15, planned is %s", m.Start)
	}
}

// noRhythm lets a relationship have no rhythm that would say when its next meeting is proposed.
func noRhythm(h *uitest.House, name string) {
	h.T.Helper()
	if err := h.Planner.Relationships.Change(h.T.Context(), h.Relationship(name).ID, func(r *core.Relationship) error {
		r.Duration = core.DurationEpisodic
		return nil
	}); err != nil {
		h.T.Fatal(err)
	}
}
