package ui

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/files"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/meeting"
	"mentorbook/ui/planning"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
)

// meetingCommands plan and change meetings. Those about one meeting take the one on show, or the one chosen in the calendar.
func (w *Window) meetingCommands() []shell.Command {
	const group = "meeting.group"
	about := []shell.Command{
		{ID: "meeting.move", Title: "button.reschedule", Keys: "Ctrl+Shift+R", Why: w.noMeeting, Run: w.onMeetingHere(w.reschedule)},
		{ID: "meeting.edit", Title: "plan.edit_open", Why: w.noMeeting, Run: w.onMeetingHere(w.replanMeeting)},
		{ID: "meeting.invite", Title: "button.invite", Name: w.tellName, Of: w.ofInvite, Keys: "Ctrl+Shift+I", Why: w.notTold, Run: w.inviteHere},
		{ID: "meeting.answer", Title: "button.answer", Keys: "Ctrl+Shift+A", Why: w.notAsked, Run: w.onMeetingHere(w.answerTo)},
		{ID: "meeting.noted", Title: "noted.open", Why: w.nobodyInvited, Run: w.onMeetingHere(w.noteAnswer)},
		{ID: "meeting.cancel", Title: "plan.cancel_open", Name: w.cancelName, Why: w.noMeeting, Run: w.onMeetingHere(w.cancelMeeting)},
	}
	for i := range about {
		about[i].Group = group
		if about[i].Of == nil {
			about[i].Of = w.ofHere
		}
	}
	return append([]shell.Command{{ID: "meeting.new", Title: "plan.new", Group: group, Keys: "Ctrl+Shift+M", Run: w.planHere}}, about...)
}

// tellName names what telling the guests of a meeting is: to invite, to tell of a change, or of its being off.
func (w *Window) tellName() string {
	if w.freshElsewhere() {
		return w.t("button.invite")
	}
	m, _ := w.meetingHere()
	return cmp.Or(m.tell, w.t("button.invite"))
}

// planHere plans a meeting of the relationship that is on show; of a person, of the only one that the owner has with them.
func (w *Window) planHere() {
	at := w.onShow()
	if at.Kind != core.KindPerson {
		w.planMeeting(w.here())
		return
	}
	work(w, "meeting.with", func(ctx context.Context) (core.ID, error) {
		return w.cfg.Planner.Relationships.Only(ctx, at.ID)
	}, func(rel core.ID) {
		w.planNew(rel, at.ID, core.Civil{}, core.Civil{})
	})
}

// planMeeting opens the dialog for a new meeting of a relationship; of one to be chosen, where it is zero.
func (w *Window) planMeeting(rel core.ID) {
	w.planMeetingAt(rel, core.Civil{}, core.Civil{})
}

// planMeetingAt opens the dialog for a new meeting at a time that somebody pointed at; the zero time is none, and where the
// end is the start it takes as long as meetings do.
func (w *Window) planMeetingAt(rel core.ID, start, end core.Civil) {
	w.planNew(rel, core.ID{}, start, end)
}

// planNew is planMeetingAt for a meeting with somebody; the zero id is anybody. With whom there is no relationship yet, one is
// begun first: there is nobody to be chosen.
func (w *Window) planNew(rel, with core.ID, start, end core.Civil) {
	w.planWith(relationshipRef(rel), draftMeetingNew, func(deps planning.Deps, m *planning.Model) {
		if rel.IsZero() && !m.Meets(with) {
			w.beginFirst(with, func(begun core.ID) { w.planMeetingAt(begun, start, end) })
			return
		}
		if !start.IsZero() {
			deps.Start, deps.Minutes = start, end.MinutesSince(start)
		}
		planning.Show(deps, m, rel)
	})
}

// proposeMeetingAt opens the dialog for a new meeting of a relationship to be chosen, one of them proposed, at a time that
// somebody pointed at.
func (w *Window) proposeMeetingAt(proposed core.ID, start, end core.Civil) {
	w.planWith(core.Ref{}, draftMeetingNew, func(deps planning.Deps, m *planning.Model) {
		deps.Start, deps.Minutes, deps.Proposed = start, end.MinutesSince(start), proposed
		planning.Show(deps, m, core.ID{})
	})
}

// reschedule opens the dialog that gives a meeting another time: somebody else's is proposed one.
func (w *Window) reschedule(id core.ID) {
	w.planWith(core.Ref{Kind: core.KindMeeting, ID: id}, draftMeeting, func(deps planning.Deps, m *planning.Model) {
		if it := m.Meeting; m.Theirs.Email != "" {
			w.answerAs(id, planning.AnswerDeps{Ask: planning.Asked{Start: it.Start, Zone: it.Zone, Minutes: it.Length()}})
			return
		}
		planning.Show(deps, m, m.Meeting.Relationship)
	})
}

// replanMeeting opens the dialog that changes a meeting, its time too.
func (w *Window) replanMeeting(id core.ID) {
	w.planWith(core.Ref{Kind: core.KindMeeting, ID: id}, draftMeeting, func(deps planning.Deps, m *planning.Model) { planning.Show(deps, m, m.Meeting.Relationship) })
}

// cancelMeeting opens the dialog that calls a meeting off.
func (w *Window) cancelMeeting(id core.ID) {
	w.planWith(core.Ref{Kind: core.KindMeeting, ID: id}, draftCancel, planning.ShowCancel)
}

// cancelWords names what opens that dialog.
func (w *Window) cancelWords(asked bool) string { return meeting.CallOff(asked, w.words()) }

// cancelName does so for the meeting that the command is about.
func (w *Window) cancelName() string {
	m, _ := w.meetingHere()
	return w.cancelWords(m.asked && !m.copied)
}

// planWith reads what a dialog about a meeting, or about a new one, needs.
func (w *Window) planWith(of core.Ref, field string, show func(planning.Deps, *planning.Model)) {
	id := core.ID{}
	if of.Kind == core.KindMeeting {
		id = of.ID
	}
	here := w.shell.Router.Route()
	w.typing(of, field, func(d forms.Draft) {
		work(w, "planning", func(ctx context.Context) (*planner.Planning, error) {
			p, err := w.cfg.Planner.Meetings.Planning(ctx, id)
			if err == nil && of.Kind == core.KindRelationship {
				p.Start, err = w.cfg.Planner.Meetings.ProposedStart(ctx, of.ID)
			}
			return p, err
		}, func(p *planner.Planning) {
			show(planning.Deps{
				Words: w.words(), Dialogs: w.shell.Dialogs, Planner: w.cfg.Planner, Save: w.save, Draft: d, After: w.cfg.After, Offer: w.offering(),
				Look:  w.lookAtPlan,
				Moved: w.inviteTo, Declined: w.answerTo,
				Split: func(gone core.ID, series *core.Series) {
					w.followSeries(gone, series, here.Screen == screenMeeting && here.ID == gone)
				},
				Planned: w.planned,
				When: func(rel core.ID, done func(core.Civil)) {
					work(w, "planning.when", func(ctx context.Context) (core.Civil, error) {
						return w.cfg.Planner.Meetings.ProposedStart(ctx, rel)
					}, done)
				},
				Where: func(rel core.ID, done func(string)) {
					work(w, "planning.where", func(ctx context.Context) (string, error) { return w.cfg.Planner.Meetings.UsualPlace(ctx, rel) }, done)
				},
			}, planning.NewModel(p, w.words()))
		})
	})
}

// planned offers what comes after a plan: to invite to it. What lies in the past is there to be closed, and nobody is asked to come.
func (w *Window) planned(id core.ID, over bool) {
	if over {
		w.shell.SayNext(kit.ToastSpec{Text: w.t("plan.over_next"), Action: w.t("button.open_meeting"), Do: func() { w.openMeeting(id) }})
		return
	}
	offer := w.shell.SayNext(kit.ToastSpec{Text: w.t("plan.invite_next"), Action: w.t("button.invite"), Do: func() { w.inviteTo(id) }})
	w.fresh = justPlanned{id, offer}
}

// lookAtPlan finds out beside the window what a plan would clash with.
func (w *Window) lookAtPlan(do func(context.Context) (planning.Looked, error), done func(planning.Looked)) {
	work(w, "planning.clash", do, func(found planning.Looked) { done(found.Shown(w.presenting())) })
}

// followSeries leads from the page of a meeting that its series has no more to the one that came in its place, or to
// where one came from. here tells that the dialog was opened on that page: it may have been left already.
func (w *Window) followSeries(gone core.ID, series *core.Series, here bool) {
	if series == nil {
		w.leaveMeeting(gone, shell.Route{Screen: screenCalendar})
		return
	}
	first := core.OccurrenceID(series.ID, series.Start)
	if first == gone {
		return
	}
	w.leaveMeeting(gone, shell.Route{Screen: screenCalendar})
	if here {
		w.openMeeting(first)
	}
}

// inviteTo opens the dialog that tells guests of a meeting.
func (w *Window) inviteTo(id core.ID) { w.inviteThen(id, nil) }

// inviteThen is inviteTo with something to be called once a message is out; nil for nothing.
func (w *Window) inviteThen(id core.ID, out func()) {
	if w.refused() {
		return
	}
	work(w, "invite", func(ctx context.Context) (*planner.GuestList, error) {
		return w.cfg.Planner.Invitations.Guests(ctx, id)
	}, func(list *planner.GuestList) {
		deps := w.telling(id)
		deps.Out = out
		planning.ShowInvite(deps, list)
	})
}

// answerTo opens the dialog that answers another's invitation.
func (w *Window) answerTo(id core.ID) { w.answerThen(id, nil) }

// answerThen is answerTo with something to be called once the answer is out; nil for nothing.
func (w *Window) answerThen(id core.ID, out func()) {
	w.answerAs(id, planning.AnswerDeps{InviteDeps: planning.InviteDeps{Out: out}})
}

// answerAs is answerThen with what is known of the answer already.
func (w *Window) answerAs(id core.ID, known planning.AnswerDeps) {
	w.typing(core.Ref{Kind: core.KindMeeting, ID: id}, draftReply, func(d forms.Draft) {
		var asked *planner.Planning
		work(w, "invite", func(ctx context.Context) (list *planner.GuestList, err error) {
			if list, err = w.cfg.Planner.Invitations.Guests(ctx, id); err == nil {
				asked, err = w.cfg.Planner.Meetings.Planning(ctx, list.Meeting.ID)
			}
			return list, err
		}, func(list *planner.GuestList) {
			if list.Own == nil {
				w.shell.Fail(core.Fail(core.CodeOwn))
				return
			}
			deps := known
			deps.InviteDeps = w.telling(id)
			deps.Out, deps.Planner, deps.After, deps.Look = known.Out, w.cfg.Planner, w.cfg.After, w.lookAtPlan
			deps.Other = func(other core.ID, comment string) {
				w.answerAs(other, planning.AnswerDeps{InviteDeps: planning.InviteDeps{Out: known.Out}, Come: true, Comment: comment})
			}
			planning.ShowAnswer(deps, d, list, planning.NewModel(asked, w.words()))
		})
	})
}

// telling is what the dialog of a message about a meeting asks for.
func (w *Window) telling(id core.ID) planning.InviteDeps {
	deps := planning.InviteDeps{
		Words: w.words(), Dialogs: w.shell.Dialogs, InWords: w.inWords,
		Prepare: w.prepare,
		Address: func(person core.ID, email string, done func(*planner.GuestList, error)) {
			w.address(id, person, email, done)
		},
		Save: func(c planning.Choice, name, extension string) {
			hint := ""
			if extension == ".eml" && w.cfg.Desktop.Open == nil {
				hint = w.t("invite.saved_hint")
			}
			w.saveFile(c.Title, files.Name(name, extension), func(path string, written func(error)) {
				w.send(c, path, written, func() {
					if _, err := os.Stat(path); err != nil { // several files, numbered
						path = strings.TrimSuffix(path, extension) + "-1" + extension
					}
					c.Out()
					w.writtenTo(path, hint)
				})
			})
		},
	}
	if open := w.cfg.Desktop.Open; open != nil {
		deps.Mail = func(c planning.Choice) { w.mail(c, open) }
	}
	return deps
}

// address keeps where to write to a guest of a meeting, and reads the guests anew.
func (w *Window) address(meeting, person core.ID, email string, done func(*planner.GuestList, error)) {
	w.try(func(ctx context.Context) error {
		if email == "" {
			return core.FailField(core.CodeRequired, "emails")
		}
		return w.cfg.Planner.People.Change(ctx, person, func(p *core.Person) error {
			p.Emails = append([]string{email}, p.Emails...)
			return nil
		})
	}, func(err error) {
		if err != nil {
			done(nil, err)
			return
		}
		work(w, "invite", func(ctx context.Context) (*planner.GuestList, error) {
			return w.cfg.Planner.Invitations.Guests(ctx, meeting)
		}, func(list *planner.GuestList) { done(list, nil) })
	})
}

func (w *Window) prepare(c planning.Choice, done func(*core.Invitation, error)) {
	shell.Start(w.shell.Runner, "invite.prepare", "", func(ctx context.Context, _ shell.Report) (*core.Invitation, error) {
		return w.cfg.Planner.Invitations.PrepareAs(ctx, c.ID, c.Method, c.How)
	}, done)
}

// inWords opens a message in words alone in the mail program.
func (w *Window) inWords(c planning.Choice) {
	c.Go(true)
	shell.Start(w.shell.Runner, "invite.words", "", func(ctx context.Context, _ shell.Report) (*planner.InWords, error) {
		return w.cfg.Planner.Invitations.InWords(ctx, c.ID, c.Method, c.How)
	}, func(m *planner.InWords, err error) {
		c.Go(false)
		if err != nil {
			w.shell.Fail(err)
			return
		}
		w.openMail(planning.Mailto(m).String(), m.To, m.Subject, m.Text, c.Out)
	})
}

// send writes a message to a file and notes that it went out. written is told whether that could be, and then is called once
// it is.
func (w *Window) send(c planning.Choice, path string, written func(error), then func()) {
	c.Go(true)
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		_, err := w.cfg.Planner.Invitations.SendAs(ctx, c.ID, c.Method, path, c.How)
		return nil, err
	}, func(_ *planner.Step, err error) {
		c.Go(false)
		if written(err); err == nil {
			then()
		}
	})
}

// mail writes a message into a folder of its own that goes with the window, and opens it in the mail program,
// where it is looked at and sent.
func (w *Window) mail(c planning.Choice, open func(path string) error) {
	dir, err := os.MkdirTemp("", "mentorbook-")
	if err != nil {
		w.shell.Fail(core.Wrap(core.CodeFile, err))
		return
	}
	w.outbox = append(w.outbox, dir)
	path := filepath.Join(dir, "invitation.eml")
	w.send(c, path, w.shell.Fail, func() {
		w.openOutside(outside{kind: outsideLetter, text: path, open: func() error {
			all, err := filepath.Glob(filepath.Join(dir, "*.eml")) // several where each guest gets their own
			return errors.Join(err, openAll(all, open))
		}, then: func() {
			c.Out()
			w.shell.Toast(w.t("invite.opened"))
		}})
	})
}

// openAll opens letters. The first says whether the mail program works, which may take a moment: where it does not, the
// others are spared, and where it does, they are opened at once and not one after another's moment.
func openAll(letters []string, open func(path string) error) error {
	if len(letters) == 0 {
		return nil
	}
	if err := open(letters[0]); err != nil {
		return err
	}
	rest := letters[1:]
	failed := make([]error, len(rest))
	var all sync.WaitGroup
	for i, one := range rest {
		all.Go(func() { failed[i] = open(one) })
	}
	all.Wait()
	return errors.Join(failed...)
}

// clearOutbox removes the files that mail programs were given.
func (w *Window) clearOutbox() {
	for _, dir := range w.outbox {
		if err := os.RemoveAll(dir); err != nil && w.cfg.Log != nil {
			w.cfg.Log(err)
		}
	}
	w.outbox = nil
}

// plan and invite are what the page of a relationship asks for.
func (w *Window) plan(m *relationship.Model)   { w.planMeeting(m.ID) }
func (w *Window) invite(m *relationship.Model) { w.inviteTo(m.Next) }
