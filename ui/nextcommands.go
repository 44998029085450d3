package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/today"
)

// nextCommands are about the next meeting, wherever somebody is, and name it.
func (w *Window) nextCommands() []shell.Command {
	none := func() string {
		if w.day == nil || w.day.Next == nil {
			return "plan.none_ahead"
		}
		return ""
	}
	return []shell.Command{
		{ID: "meeting.open", Title: "button.open_meeting", Reads: true, About: true, Group: "meeting.group", Name: func() string { return w.ofNext("button.open_meeting") }, Why: none, Run: func() {
			w.openMeeting(w.day.Next.Meeting.ID)
		}},
		{ID: "meeting.send_agenda", Title: "today.send_agenda", Reads: true, About: true, Group: "meeting.group", Name: func() string { return w.ofNext("today.send_agenda") }, Why: func() string {
			if why := none(); why != "" {
				return why
			}
			if today.NewNext(w.day, w.words(), w.presenting()).Share == "" {
				return "today.nothing_to_send"
			}
			return ""
		}, Run: w.sendAgenda},
	}
}

// ofNext names what is done with the next meeting; without its name while others look at the screen.
func (w *Window) ofNext(key string) string {
	if w.presenting() || w.day == nil || w.day.Next == nil {
		return w.t(key)
	}
	return w.t("find.for", "command", w.t(key), "name", w.day.Next.Name)
}

// sendAgenda offers the ways in which the agenda of the next meeting goes out.
func (w *Window) sendAgenda() {
	c := w.shell.Canvas()
	n := today.NewNext(w.day, w.words(), w.presenting())
	kit.ShowMenu(c, fyne.NewPos(c.Size().Width/3, c.Size().Height/6), today.SendMenu(w.todayDeps(), n))
}

// mergeName names what mergeAny does: it asks for the other one where the first is on show.
func (w *Window) mergeName() string {
	name := w.t("people.merge_any")
	if w.onShow().Kind != core.KindPerson {
		name = strings.TrimSuffix(name, "…")
	}
	return name
}

// mergeAny makes one person of two: of whoever is on show and another one; where nobody is, they are to be chosen first.
func (w *Window) mergeAny() {
	at := w.onShow()
	if at.Kind != core.KindPerson {
		w.shell.Go(shell.Route{Screen: screenPeople})
		w.shell.Toast(w.t("people.merge_choose"))
		return
	}
	work(w, "people.merge", func(ctx context.Context) (*core.Person, error) { return w.cfg.Planner.People.Get(ctx, at.ID) }, w.mergePeople)
}
