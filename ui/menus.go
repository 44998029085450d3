package ui

import (
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/checklists"
	"mentorbook/ui/kit"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
	"mentorbook/ui/today"
)

// meetingActs is what the menu of a meeting depends on, wherever the meeting is shown.
type meetingActs struct {
	id, relationship core.ID // the relationship is zero where it is on show already
	tell             string  // what tells its guests is called
	asked, copied    bool    // somebody else invites to it; or holds it, and asks for no answer
	ahead            bool    // it can be moved and called off
	over             bool    // it was held or missed: nobody is invited to it any more
}

// menuOf is what can be done with a meeting.
func (w *Window) menuOf(m meetingActs) []kit.MenuEntry {
	t := w.words().T
	out := []kit.MenuEntry{{Text: t("button.open_meeting"), Keys: "Enter", Run: func() { w.openMeeting(m.id) }}}
	if !m.relationship.IsZero() {
		out = append(out, kit.MenuEntry{Text: t("meeting.to_relationship"), Run: func() { w.openRelationship(m.relationship) }})
	}
	tell := kit.MenuEntry{Text: m.tell, Run: func() { w.inviteTo(m.id) }}
	if tell.Text == "" {
		tell.Text = t("button.invite")
	}
	if m.over {
		tell.Reason = t("plan.over")
	}
	if m.asked {
		tell = kit.MenuEntry{Text: t("button.answer"), Run: func() { w.answerTo(m.id) }}
	}
	if m.copied {
		tell.Reason = t("answering.copy")
	}
	out = append(out, kit.MenuEntry{Line: true}, tell)
	if m.ahead {
		out = append(
			out,
			kit.MenuEntry{Text: t("button.reschedule"), Run: func() { w.reschedule(m.id) }},
			kit.MenuEntry{Line: true},
			kit.MenuEntry{Text: w.cancelWords(m.asked && !m.copied), Danger: true, Run: func() { w.cancelMeeting(m.id) }},
		)
	}
	return out
}

// meetingRowMenu is the menu of a meeting in the list of a relationship.
func (w *Window) meetingRowMenu(m relationship.Meeting) []kit.MenuEntry {
	ahead := m.Kind == relationship.Coming
	if !ahead && m.Kind != relationship.Off {
		return w.menuOf(meetingActs{id: m.ID, tell: m.Tell, asked: m.Asked, copied: m.Copy, over: true})
	}
	return w.menuOf(meetingActs{id: m.ID, tell: m.Tell, asked: m.Asked, copied: m.Copy, ahead: ahead})
}

// weekMenu is the menu of a meeting in the week of Today.
func (w *Window) weekMenu(r today.Row) []kit.MenuEntry {
	return w.menuOf(meetingActs{
		id: r.Meeting, relationship: r.Relationship, tell: r.Tell, asked: r.Asked, copied: r.Copy, over: r.Over, ahead: r.Ahead,
	})
}

// needMenu is the menu of a line of what needs the owner: that of what the line is about.
func (w *Window) needMenu(n today.Need) []kit.MenuEntry {
	switch {
	case !n.Action.IsZero():
		return w.actionMenu(n.Action)
	case !n.Run.IsZero():
		return w.runMenu(n.Run)
	case !n.Meeting.IsZero():
		return w.menuOf(meetingActs{
			id: n.Meeting, relationship: n.Relationship, tell: n.Tell, asked: n.Asked, copied: n.Copy, ahead: n.Ahead, over: !n.Ahead && n.Invite.IsZero(),
		})
	case !n.Day.IsZero():
		return []kit.MenuEntry{{Text: w.t("button.open"), Keys: "Enter", Run: func() { w.showWeek(n.Day) }}}
	case n.Relationship.IsZero():
		return nil
	}
	out := w.sidebarMenu(n.Relationship, w.nameOf(n.Relationship))
	if !n.Decline.IsZero() { // of another's series
		out = slices.Insert(out, 0, kit.MenuEntry{Text: w.t("button.answer"), Run: func() { w.answerTo(n.Decline) }}, kit.MenuEntry{Line: true})
	}
	if !n.Invite.IsZero() { // of a series
		out = slices.Insert(out, 0, kit.MenuEntry{Text: n.Tell, Run: func() { w.inviteTo(n.Invite) }}, kit.MenuEntry{Line: true})
	}
	return out
}

// nameOf gives what a relationship is called in the sidebar.
func (w *Window) nameOf(rel core.ID) string {
	if w.day != nil {
		for _, row := range w.day.Sidebar {
			if row.Relationship == rel {
				return row.Name
			}
		}
	}
	return ""
}

// openRun goes to a checklist in use.
func (w *Window) openRun(run core.ID) {
	w.shell.Go(shell.Route{Screen: screenChecklists, ID: run, Tab: checklists.TabRuns})
}

// runMenu is what can be done with a checklist in use, away from its page.
func (w *Window) runMenu(run core.ID) []kit.MenuEntry {
	deps := w.checklistsDeps()
	return []kit.MenuEntry{
		{Text: w.t("button.open"), Keys: "Enter", Run: func() { w.openRun(run) }},
		{Text: w.t("checklists.add_line"), Run: func() { w.editItem(run, core.ID{}) }},
		{Line: true},
		{Text: w.t("checklists.delete_run"), Danger: true, Run: func() { deps.DeleteRun(run) }},
	}
}

// editItem opens the dialog of a line of a checklist in use; a zero id adds one.
func (w *Window) editItem(run, item core.ID) {
	work(w, "dialog", w.cfg.Planner.Checklists.Board, func(b *planner.ChecklistBoard) {
		checklists.EditItem(w.checklistsDeps(), b, run, item)
	})
}

// itemMenu is the menu of a line of a checklist in use, away from its page.
func (w *Window) itemMenu(run, item core.ID) []kit.MenuEntry {
	change := func(edit func(*core.Run) error) func() {
		return func() {
			w.step("run", func(ctx context.Context) error {
				return w.cfg.Planner.Checklists.ChangeRun(ctx, run, edit)
			}, planner.TitleRunChanged)
		}
	}
	move := func(by int) func() {
		return change(func(r *core.Run) error {
			at := slices.IndexFunc(r.Items, func(i core.RunItem) bool { return i.ID == item })
			if at >= 0 {
				r.MoveItem(item, at+by)
			}
			return nil
		})
	}
	return checklists.ItemMenu(w.t, checklists.ItemActs{
		Edit: func() { w.editItem(run, item) }, Up: move(-1), Down: move(1),
		Remove: change(func(r *core.Run) error { r.RemoveItem(item); return nil }),
	})
}
