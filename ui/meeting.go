package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/meeting"
	"mentorbook/ui/shell"
)

func (w *Window) meetingScreen() screen {
	return screen{name: screenMeeting, page: func(r shell.Route) shell.Page {
		return meeting.New(r.ID, meeting.Deps{
			Closing: r.Tab == meeting.TabClosing,
			Places:  func(done func(*planner.Places)) { work(w, "meeting.places", w.cfg.Planner.Places, done) },
			Words:   w.words, Planner: w.cfg.Planner, Load: w.loadMeeting, Presenting: w.presenting, After: w.cfg.After,
			Now: time.Now, Timer: &w.timer, Closed: &w.closed, Header: func() { w.shell.RefreshHeader() }, Buttons: w.meetingButtons, Menu: w.meetingMenu, Unsaved: func(field, what string) { w.leftUnsaved(r.ID, field, what) }, Toast: w.shell.Toast,
			Open: w.openMeeting, Plan: func(rel core.ID, start core.Civil) { w.planMeetingAt(rel, start, start) },
			Step: func(title planner.Title, do func(context.Context) error, then func(error)) {
				w.stepThen(do, title, then)
			},
			GivenUp: func(field, text string) { w.editGivenUp(r.ID, field, text) },
			KeepTimer: func(id core.ID, kept string) {
				if w.timer.On(id) {
					w.dropReminder(id) // it is being held
				}
				w.keepDraft(planner.DraftKey(core.Ref{Kind: core.KindMeeting, ID: id}, planner.FieldTimer), func() string { return kept })
			},
			Try: w.try, Write: func(words string, do func(context.Context) error, then func(error)) { w.writeOn(r.ID, words, do, then) },
			Draft: func(field, text string) {
				w.keepDraft(planner.DraftKey(core.Ref{Kind: core.KindMeeting, ID: r.ID}, field), func() string { return text })
			},
		})
	}}
}

func (w *Window) openMeeting(id core.ID) { w.shell.Go(shell.Route{Screen: screenMeeting, ID: id}) }

// loadMeeting reads what a meeting's page shows. The page of one that is not there is left; without a word where a step has
// taken it away: the step's own message tells what was done.
func (w *Window) loadMeeting(id core.ID, done func(*planner.Room)) {
	shell.Start(w.shell.Runner, "meeting", "", func(ctx context.Context, _ shell.Report) (*planner.Room, error) {
		return w.cfg.Planner.Meetings.Room(ctx, id)
	}, func(room *planner.Room, err error) {
		switch {
		case err == nil:
			done(room)
		case core.CodeOf(err) == core.CodeNotFound:
			page, ok := w.shell.Router.Page().(*meeting.Page)
			w.leaveMeeting(id, shell.Route{Screen: screenToday})
			if ok && !page.Read() {
				w.sayNotThere(core.KindMeeting)
			}
		default:
			w.shell.Fail(err)
		}
	})
}

// leaveMeeting forgets the page of a meeting that is not there any more, and leads back from it.
func (w *Window) leaveMeeting(id core.ID, instead shell.Route) {
	for at := range w.refusedTexts {
		if at.of == id {
			w.leftUnsaved(id, at.field, "")
		}
	}
	w.shell.Router.Drop(func(r shell.Route) bool { return r.Screen == screenMeeting && r.ID == id }, instead)
}

// meetingButtons makes the buttons of a meeting's header.
func (w *Window) meetingButtons(m *meeting.Model) []fyne.CanvasObject {
	present := w.shell.Commands.Button("presenting", kit.Plain)
	present.SetText(w.t("window.presenting_hide")) // the command's own name would take the subtitle's room
	if w.presenting() {
		present.SetText(w.t("window.presenting_show"))
	}
	out := []fyne.CanvasObject{present}
	if !m.Over || m.Owed {
		out = append(out, w.tellButton(m))
	}
	if len(m.Proposals) > 0 && m.Proposals[0].Keep != "" {
		keep := m.Proposals[0]
		out = append(out, kit.NewButton(w.t("meeting.keep"), kit.Plain, func() { w.keepTime(m.ID, keep) }).Writes())
	}
	if len(m.Proposals) > 0 { // the others are in the menu
		out = append(out, kit.NewButton(m.Proposals[0].Take, kit.Plain, func() { w.takeProposal(m.ID, m.Proposals[0]) }).Writes())
	}
	return out
}

// tellButton tells the guests, or answers who invites.
func (w *Window) tellButton(m *meeting.Model) fyne.CanvasObject {
	switch {
	case m.Owed:
		return w.shell.Commands.Button("meeting.answer", kit.Primary)
	case m.Guest:
		return w.shell.Commands.Button("meeting.answer", kit.Plain)
	}
	b := w.shell.Commands.Button("meeting.invite", kit.Plain)
	b.SetText(m.Tell)
	return b
}

// takeProposal moves the meeting, or its series, to the time, or the place, that a guest asks for. What is left is to invite anew, which is
// offered.
func (w *Window) takeProposal(id core.ID, p meeting.Proposal) {
	replies, title := w.cfg.Planner.Replies, planner.TitleMeetingMoved
	of := core.Ref{Kind: core.KindMeeting, ID: id}
	do := func(ctx context.Context) error { return replies.Take(ctx, p.Reply) }
	switch {
	case p.All:
		title, do = planner.TitleSeriesMoved, func(ctx context.Context) error {
			m, err := w.cfg.Planner.Meetings.Get(ctx, id)
			if err != nil {
				return err
			}
			of = core.Ref{Kind: core.KindSeries, ID: m.Series} // the meeting itself may be another then
			return replies.TakeAll(ctx, p.Reply)
		}
	case !p.Meeting.IsZero():
		do = func(ctx context.Context) error { return replies.TakeAt(ctx, p.Reply, p.Meeting) }
	}
	if p.Place {
		title = map[bool]planner.Title{false: planner.TitleMeetingChanged, true: planner.TitleSeriesChanged}[p.All]
	}
	w.stepTelling(do, title, func() []core.Ref { return []core.Ref{of} })
}

// keepTime declines the time that a guest asks for. What is left is to tell them, which is offered.
func (w *Window) keepTime(id core.ID, p meeting.Proposal) {
	w.stepThen(func(ctx context.Context) error { return w.cfg.Planner.Replies.Keep(ctx, p.Reply) }, planner.TitleTimeKept, func(err error) {
		if err == nil {
			w.shell.SayNext(kit.ToastSpec{Text: w.t("meeting.kept_next"), Action: w.t("button.tell"), Do: func() { w.inviteTo(id) }})
		}
	})
}

// meetingMenu is what else can be done with a meeting.
func (w *Window) meetingMenu(m *meeting.Model) []kit.MenuEntry {
	var out []kit.MenuEntry
	for _, p := range m.Proposals {
		out = append(out, kit.MenuEntry{Text: p.Take, Run: func() { w.takeProposal(m.ID, p) }})
		if p.Keep != "" {
			out = append(out, kit.MenuEntry{Text: p.Keep, Run: func() { w.keepTime(m.ID, p) }})
		}
	}
	if m.Link != "" {
		out = append(out,
			kit.MenuEntry{Text: w.t("meeting.open_link"), Run: func() { w.openLink(m.Link) }},
			kit.MenuEntry{Text: w.t("button.copy_link"), Run: func() { w.copy(m.Link) }},
		)
	}
	out = append(out, kit.MenuEntry{Text: w.t("meeting.to_relationship"), Run: func() { w.openRelationship(m.Relationship) }}, kit.MenuEntry{Line: true})
	if m.Guest { // the button of the header answers
		out = append(out, w.shell.Commands.Menu("meeting.answer", "meeting.invite")...)
	}
	if m.Invited {
		out = append(out, w.shell.Commands.Menu("meeting.noted")...)
	}
	if m.Planned {
		out = append(out, w.shell.Commands.Menu("meeting.edit", "meeting.move", "meeting.cancel")...)
	}
	return append(out, kit.MenuEntry{Text: w.t("button.delete"), Danger: true, Run: func() { w.deleteMeeting(m.ID) }})
}

// writeOn keeps what was typed on the page of a meeting. Where the meeting went meanwhile, the words are offered as a note of
// what it belonged to.
func (w *Window) writeOn(id core.ID, words string, do func(context.Context) error, then func(error)) {
	of := core.Ref{Kind: core.KindMeeting, ID: id}
	w.try(do, func(err error) {
		switch {
		case err == nil:
		case core.CodeOf(err) == core.CodeNotFound && core.CleanLine(words) != "":
			w.whether(of, func() { w.shell.Fail(err) }, func() {
				w.shell.SayNext(kit.ToastSpec{
					Text: w.t("meeting.gone_words"), Action: w.t("forms.gone_note"), For: reminderStays,
					Do: func() { w.rescue(of, words, func() {}) },
				})
			})
		default:
			w.shell.Fail(err)
		}
		then(err)
	})
}

// deleteMeeting takes a meeting away, with what is being typed on its page: undoing it brings both back. What its organizer expects
// of the owner all the same is said.
func (w *Window) deleteMeeting(id core.ID) {
	if page, ok := w.shell.Router.Page().(*meeting.Page); ok && w.shell.Router.Route().ID == id {
		page.Finish()
	}
	var expected *planner.HeldAnswer
	w.inTurn(func(ctx context.Context) (s *planner.Step, err error) {
		if expected, err = w.cfg.Planner.Replies.Expected(ctx, id); err == nil {
			s, err = w.cfg.Planner.Did(ctx, func(ctx context.Context) error { return w.cfg.Planner.Meetings.Delete(ctx, id) })
		}
		return s, err
	}, func(s *planner.Step, err error) {
		if err != nil {
			w.shell.Fail(err)
			return
		}
		w.sayStep(s, planner.TitleMeetingDeleted)
		if expected != nil {
			w.shell.AddToUndo(w.heldText([]planner.HeldAnswer{*expected}))
		}
		w.leaveMeeting(id, shell.Route{Screen: screenToday})
	})
}

// openLink opens an address that was checked when it was kept.
func (w *Window) openLink(link string) {
	if core.ValidLink(link) {
		w.openOutside(outside{kind: outsideLink, open: w.linking(link), text: link})
	}
}

// copy puts a text where it can be pasted from.
func (w *Window) copy(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	w.shell.Toast(w.t("meeting.copied"))
}
