package uitest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// secrets gives texts that nobody but the owner may read, and that stand in nothing that others may.
func secrets(h *uitest.House) []string {
	h.T.Helper()
	var private, shared []string
	note := func(v core.Visibility, texts ...string) {
		for _, text := range texts {
			for line := range strings.SplitSeq(text, "\n") {
				if line = strings.Trim(line, "-*# "); len(line) < 12 {
					continue
				}
				if v.Private() {
					private = append(private, line)
				} else {
					shared = append(shared, line)
				}
			}
		}
	}
	for _, kind := range []core.Kind{core.KindNote, core.KindGoal, core.KindSkill, core.KindAction, core.KindQuestion, core.KindMeeting, core.KindRun, core.KindChecklist} {
		all, err := h.Planner.List(h.T.Context(), planner.Filter{Kind: kind})
		if err != nil {
			h.T.Fatal(err)
		}
		for _, rec := range all {
			switch r := rec.(type) {
			case *core.Note:
				note(r.Readers, r.Text)
			case *core.Goal:
				note(r.Readers, r.Title)
			case *core.Skill:
				note(r.Readers, r.Name)
			case *core.Action:
				note(r.Readers, r.Title)
			case *core.Question:
				note(r.Readers, r.Text)
			case *core.Run:
				note(r.Readers, r.Title)
			case *core.Checklist:
				shared = append(shared, r.Title) // a run is called after it
			case *core.Meeting:
				for _, a := range r.Agenda {
					note(a.Readers, a.Text)
				}
				if r.Private() {
					note(core.Visibility{}, r.Title, r.Place, r.Origin.Description)
				}
			}
		}
	}
	public := strings.Join(shared, "\n")
	var out []string
	for _, s := range private {
		if !strings.Contains(public, s) {
			out = append(out, s)
		}
	}
	return out
}

// everywhere gives the routes of every place, and those of all people, relationships and held meetings besides.
func everywhere(h *uitest.House) []shell.Route {
	h.T.Helper()
	var out []shell.Route
	for _, r := range routes(h) {
		out = append(out, r)
	}
	people, err := h.Planner.People.All(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	for _, p := range people {
		out = append(out, shell.Route{Screen: "people", ID: p.ID})
	}
	rels, err := h.Planner.Relationships.All(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	for _, r := range rels {
		for _, tab := range []string{"", "meetings", "plan", "checklists", "notes"} {
			out = append(out, shell.Route{Screen: "relationship", ID: r.ID, Tab: tab})
		}
		meetings, err := h.Planner.Meetings.Of(h.T.Context(), r.ID)
		if err != nil {
			h.T.Fatal(err)
		}
		for _, m := range meetings[max(len(meetings)-6, 0):] {
			out = append(out, shell.Route{Screen: "meeting", ID: m.ID})
		}
	}
	return out
}

// withSecrets gives the sample something private of each kind.
func withSecrets(t *testing.T) func(*planner.Planner) {
	return func(p *planner.Planner) {
		ctx := t.Context()
		fail := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		today, err := p.Today(ctx)
		fail(err)
		owner, m := today.Owner.ID, today.Next.Meeting
		_, err = p.Actions.Add(ctx, core.Action{Title: "Secretly look for another mentor", Owner: owner, Due: today.Date.AddDays(-3)})
		fail(err)
		_, err = p.Questions.Ask(ctx, core.Question{Text: "Secretly wondering whether to go on"})
		fail(err)
		_, err = p.Goals.Add(ctx, core.Goal{Person: owner, Title: "Secretly apply elsewhere by spring"})
		fail(err)
		id, err := p.Agendas.Add(ctx, m.ID, core.AgendaItem{Text: "Secretly talk about the money"})
		fail(err)
		fail(p.Agendas.Change(ctx, m.ID, id, func(a *core.AgendaItem) error {
			a.Readers = core.Visibility{}
			return nil
		}))
		for _, about := range []core.Ref{core.RefOf(m), {Kind: core.KindRelationship, ID: m.Relationship}} {
			_, err = p.Notes.Write(ctx, core.Note{About: about, Text: "Secretly worried about the whole thing"})
			fail(err)
		}
		rel, err := p.Relationships.Get(ctx, m.Relationship)
		fail(err)
		other, err := p.People.Get(ctx, rel.Others(owner)[0])
		fail(err)
		plan, err := p.CalendarFiles.Read(ctx, "private.ics", strings.NewReader(theirPrivate(other.Email(), today.Owner.Email(), today.Date.AddDays(1))), planner.CalendarAsMeetings)
		fail(err)
		if plan.New != 2 {
			t.Fatalf("%+v", plan.Steps)
		}
		fail(p.CalendarFiles.Import(ctx, plan, nil))
	}
}

// theirPrivate gives a calendar with a private meeting of somebody else's, and with a private series, with the owner.
func theirPrivate(organizer, owner string, day core.Date) string {
	at := func(d core.Date) string { return fmt.Sprintf("%04d%02d%02dT100000Z", d.Year, d.Month, d.Day) }
	event := func(uid, start, more string) string {
		return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261101T000000Z\nDTSTART:" + start + "\nDURATION:PT1H\nCLASS:PRIVATE\nORGANIZER:mailto:" + organizer +
			"\nATTENDEE:mailto:" + owner + "\nLOCATION:Secretly at the clinic\n" + more + "\nEND:VEVENT\n"
	}
	text := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\n" + event("private-one", at(day), "SUMMARY:Secretly seeing a lawyer\nDESCRIPTION:Secretly bring the papers") +
		event("private-run", at(day.AddDays(1)), "RRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Secretly in therapy") + "END:VCALENDAR\n"
	return strings.ReplaceAll(text, "\n", "\r\n")
}

// While others look at the screen, nothing that only the owner may read stands anywhere, and no mark that tells of it.
func TestPresentingHidesAllThatIsPrivate(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role, Before: withSecrets(t)})
		hidden := secrets(h)
		if len(hidden) < 6 {
			t.Fatalf("the sample has only %d private texts", len(hidden))
		}
		shown := 0
		all := everywhere(h)
		for _, r := range all {
			h.Go(r)
			for _, s := range hidden {
				if h.Sees(s) {
					shown++
				}
			}
		}
		if shown == 0 {
			t.Error("nothing private is seen without presenting: the test looks at nothing")
		}
		h.Run("presenting")
		for _, r := range all {
			h.Go(r)
			seen := kit.Texts(h.Root())
			texts := strings.Join(seen, "\n")
			for _, mark := range []string{"chip.private", "reports.chip.private", "plans.released_hr", "released_to.hr"} {
				if r.Screen == "reports" && mark == "plans.released_hr" {
					continue // reports are for somebody, and say for whom
				}
				if slices.Contains(seen, h.Words.T(mark)) {
					t.Errorf("%s: %v shows the mark %q", role, r, h.Words.T(mark))
				}
			}
			for _, s := range append(hidden, h.Words.T("visibility.only_you"), h.Words.T("meeting.private_mark")) {
				if strings.Contains(texts, s) {
					t.Errorf("%s: %v shows %q", role, r, s)
				}
			}
		}
	}
}

// While others look, what is over the page tells nothing either: messages and dialogs that were open before, what is
// found, and the names of steps in menus and messages.
func TestPresentingHidesWhatIsOverThePage(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: withSecrets(t)})
	hidden := secrets(h)
	silent := func(where string) {
		t.Helper()
		texts := strings.Join(append(kit.Texts(h.Root()), kit.Texts(h.Canvas().Content())...), "\n")
		for _, s := range hidden {
			if strings.Contains(texts, s) {
				t.Errorf("%s shows %q", where, s)
			}
		}
	}
	secret := "Secretly apply elsewhere by spring"
	h.Go(shell.Route{Screen: "plans"})
	h.Menu(secret)
	h.Tap(h.Words.T("plans.menu.edit"))
	if !typed(h, secret) {
		t.Fatalf("the goal is not open: %q", kit.Texts(h.Root()))
	}
	h.Run("presenting")
	silent("a dialog that was open")
	if typed(h, secret) {
		t.Error("the field of a covered dialog is to be seen")
	}
	h.Press("Ctrl+Enter")
	h.Wants(h.Words.T("window.presenting_covered", "keys", "Ctrl+Shift+P"))
	h.Run("presenting")
	if !typed(h, secret) {
		t.Error("the dialog is not shown again")
	}
	h.Keys("Escape")

	h.Menu(secret)
	h.Tap(h.Words.T("plans.menu.dropped"))
	if !h.Sees(secret) {
		t.Fatal("the message does not name the step")
	}
	h.Run("presenting")
	silent("a message")
	h.Run("undo")
	silent("the message about what was taken back")
	h.Run("shell.palette")
	silent("the palette")
	h.Type("Secretly")
	h.Settle()
	silent("what is found")
	h.Keys("Escape")
	for _, id := range []string{"capture", "note.new", "goal.new", "skill.new"} {
		h.Run(id)
		silent(id)
		h.Keys("Escape")
	}
	if c, ok := h.Shell.Commands.Find("redo"); !ok || strings.Contains(c.Name(), secret) {
		t.Errorf("the menu names a step: %q", c.Name())
	}
}

// typed tells whether a text stands in a field that can be seen.
func typed(h *uitest.House, text string) (found bool) {
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(*kit.TextField); ok && f.Text() == text {
			found = true
		}
		return true
	})
	return found
}

// While others look, the menus of the rows tell nothing either: what they offer is named without the words of what is
// private.
func TestPresentingHidesInMenus(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
		h := uitest.Open(t, uitest.Options{Role: role, Before: withSecrets(t)})
		hidden := append(secrets(h), h.Words.T("visibility.only_you"))
		h.Run("presenting")
		judge := func(of string, menu fyne.CanvasObject) {
			texts := strings.Join(kit.Texts(menu), "\n")
			for _, s := range hidden {
				if strings.Contains(texts, s) {
					t.Errorf("%s: the menu of %s shows %q", role, of, s)
				}
			}
			h.Keys("Escape")
			if h.Canvas().Overlays().Top() != nil {
				t.Fatalf("%s: the menu of %s stays open", role, of)
			}
		}
		opened, done := 0, map[string]bool{}
		for name, to := range routes(h) {
			h.Go(to)
			for i := range menued(h) {
				at := menued(h)
				if i >= len(at) {
					break
				}
				what := fmt.Sprintf("%T %q", at[i], kit.Texts(at[i]))
				if done[name+what] {
					continue
				}
				done[name+what] = true
				at[i].(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(4, 4)})
				h.Settle()
				top := h.Canvas().Overlays().Top()
				if top == nil {
					continue
				}
				opened++
				judge(name+": "+what, top)
			}
			if h.CanClick(h.Words.T("shell.more")) {
				h.Tap(h.Words.T("shell.more"))
				judge(name+": more", h.Root())
			}
		}
		if opened < 40 {
			t.Errorf("%s: only %d menus opened", role, opened)
		}
	}
}

// menued lists what stands in the window and takes a click with the right button; fields have the toolkit's own menu.
func menued(h *uitest.House) (out []fyne.CanvasObject) {
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		_, field := o.(interface{ SelectedText() string })
		if _, ok := o.(fyne.SecondaryTappable); ok && !field && o.Visible() && !o.Size().IsZero() {
			out = append(out, o)
		}
		return true
	})
	return out
}
