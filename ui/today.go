package ui

import (
	"context"
	"net/url"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/today"
)

func (w *Window) todayScreen() screen {
	return screen{
		name: screenToday, nav: "window.today",
		badge: func(t *planner.Today) string { return badge(t.Pressing(w.learns(t.Side)), false, w.words()) },
		page:  func(shell.Route) shell.Page { return today.New(w.todayDeps()) },
		commands: []shell.Command{
			{ID: "today", Title: "window.today", Reads: true, Keys: "Ctrl+1", Run: func() { w.shell.Go(shell.Route{Screen: screenToday}) }},
		},
	}
}

func (w *Window) todayDeps() today.Deps {
	p := w.cfg.Planner
	instead, leave, field := w.todayInstead()
	return today.Deps{
		NeedDeps: w.needDeps(), RowMenu: w.weekMenu, Presenting: w.presenting, After: w.cfg.After, Load: w.loadToday, Copy: w.copy, Out: w.nextGoesOut, Mail: w.mailText,
		Help: func(id core.ID, i int, on bool) {
			w.stepThen(func(ctx context.Context) error {
				return p.Meetings.Change(ctx, id, func(m *core.Meeting) error {
					today.ToggleHelp(m, i, on)
					return nil
				})
			}, planner.TitleMeetingChanged, nil)
		},
		Line: func(id core.ID, text string, done func(error)) {
			w.try(func(ctx context.Context) error {
				_, err := p.Notes.Append(ctx, core.Ref{Kind: core.KindMeeting, ID: id}, text, core.Visibility{})
				return err
			}, done)
		},
		Draft: func(id core.ID, text string) {
			w.keepDraft(planner.DraftKey(core.Ref{Kind: core.KindMeeting, ID: id}, planner.FieldLine), func() string { return text })
		},
		First: instead, Leave: leave, Field: field,
		Inbox:    w.inboxDeps(),
		Learning: func() bool { return w.learning }, Learn: func(on bool) { w.learning = on },
	}
}

// needDeps is what can be done about what needs the owner.
func (w *Window) needDeps() today.NeedDeps {
	return today.NeedDeps{
		Words: w.words, Open: w.openRelationship, Meeting: w.openMeeting, Close: w.closeMeeting, Tick: func(id core.ID) { w.tick(id, true) }, Action: w.editAction,
		Run: w.openRun, Menu: w.needMenu,
		Plan: w.planMeeting, Move: w.reschedule, Invite: w.inviteTo, Answer: w.answerTo, Day: w.showWeek,
		Dismiss: func(reply core.ID) {
			w.step("reply", func(ctx context.Context) error { return w.cfg.Planner.Replies.Dismiss(ctx, reply) }, planner.TitleReplySeen)
		},
	}
}

// nextGoesOut gives the next meeting with the names that its guests know, for what is sent to them: while others look at the
// screen, the page has it under a veil.
func (w *Window) nextGoesOut(n *today.Next) *today.Next {
	if w.day == nil || w.day.Next == nil || w.day.Next.Meeting.ID != n.Meeting {
		return n
	}
	return today.NewNext(w.day, w.words(), w.presenting())
}

// mailText opens an e-mail of plain words in the mail program.
func (w *Window) mailText(to []string, subject, body string) {
	addresses := make([]string, len(to))
	for i := range to {
		addresses[i] = url.PathEscape(to[i])
	}
	q := url.Values{"subject": {subject}, "body": {strings.ReplaceAll(body, "\n", "\r\n")}}
	u := &url.URL{Scheme: "mailto", Opaque: strings.Join(addresses, ","), RawQuery: strings.ReplaceAll(q.Encode(), "+", "%20")}
	w.openMail(u.String(), to, subject, body, nil)
}

// loadToday reads the day; the sidebar's figures come with it. The sidebar has veils of its own, under which it knows the names.
func (w *Window) loadToday(done func(*planner.Today)) {
	type read struct{ day, seen *planner.Today }
	look, presenting := veiled(w, w.cfg.Planner.Today), w.presenting()
	work(w, "today", func(ctx context.Context) (out read, err error) {
		if out.day, err = w.cfg.Planner.Today(ctx); err != nil || !presenting {
			out.seen = out.day
			return out, err
		}
		out.seen, err = look(ctx)
		return out, err
	}, func(out read) {
		w.liveIn(planner.Home(out.day.Owner))
		w.showSidebar(out.day)
		done(out.seen)
	})
}

// inboxDeps is what can be done with what was put to nobody yet.
func (w *Window) inboxDeps() today.InboxDeps {
	return today.InboxDeps{
		Words: w.words, Question: w.editQuestion, Action: w.editAction, ActionMenu: w.actionMenu,
		Tick: func(id core.ID) { w.tick(id, true) }, Forget: w.forgetQuestion,
	}
}

func (w *Window) forgetQuestion(id core.ID) {
	w.step("question", func(ctx context.Context) error { return w.cfg.Planner.Questions.Delete(ctx, id) }, planner.TitleQuestionDeleted)
}
