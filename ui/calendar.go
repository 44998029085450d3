package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

func (w *Window) calendarScreen() screen {
	show := &calendar.Show{Meetings: true, Actions: true}
	return screen{
		name: screenCalendar, nav: "window.calendar",
		page: func(r shell.Route) shell.Page {
			return calendar.New(calendar.ViewOf(r.Tab), calendar.Deps{
				Words: w.words, Today: w.todayDate, Load: w.loadCalendar, Show: show, Open: w.openBlock, Menu: w.blockMenu,
				LoadYear: w.loadYear, OpenRelationship: w.openRelationship, Move: w.moveMeeting, Fail: w.shell.Fail, GoTo: w.lookAtCalendar,
			})
		},
		imports: map[string]func(string){".ics": w.importCalendar, ".eml": w.importCalendar},
		commands: []shell.Command{
			{ID: "calendar", Title: "window.calendar", Keys: "Ctrl+3", Run: func() { w.shell.Go(shell.Route{Screen: screenCalendar}) }},
			{ID: "calendar.days_off", Title: "daysoff.title", Group: "calendar.group", Keys: "Ctrl+Shift+O", Run: w.takeDaysOff},
			w.calendarFileCommand(),
		},
	}
}

// lookAtCalendar shows the calendar in another way, at the day that is on show.
func (w *Window) lookAtCalendar(view calendar.View) {
	from, _ := w.shell.Router.Page().(*calendar.Page)
	if !w.shell.Go(shell.Route{Screen: screenCalendar, Tab: string(view)}) || from == nil {
		return
	}
	if to, ok := w.shell.Router.Page().(*calendar.Page); ok && to != from {
		to.Restore(from.Save())
	}
}

func (w *Window) todayDate(done func(core.Date)) {
	work(w, "calendar.today", w.cfg.Planner.TodayDate, done)
}

func (w *Window) loadCalendar(period core.Period, done func(*planner.Calendar)) {
	work(w, "calendar", func(ctx context.Context) (*planner.Calendar, error) {
		return w.cfg.Planner.Calendar(ctx, period)
	}, done)
}

func (w *Window) loadYear(from core.Date, weeks int, done func(*planner.Year)) {
	work(w, "calendar", func(ctx context.Context) (*planner.Year, error) { return w.cfg.Planner.Year(ctx, from, weeks) }, done)
}

// openBlock opens what a block stands for, where this window has a place for it.
func (w *Window) openBlock(key string) {
	ref, ok := calendar.ID(key)
	if !ok {
		return
	}
	if ref.Kind == core.KindMeeting && w.has(screenMeeting) {
		w.shell.Go(shell.Route{Screen: screenMeeting, ID: ref.ID})
		return
	}
	w.ofBlock(ref, w.openRelationship)
}

// ofBlock finds the relationship that something in the calendar belongs to.
func (w *Window) ofBlock(ref core.Ref, then func(rel core.ID)) {
	work(w, "calendar.open", func(ctx context.Context) (core.ID, error) {
		return w.cfg.Planner.RelationshipOf(ctx, ref)
	}, func(rel core.ID) {
		if !rel.IsZero() {
			then(rel)
		}
	})
}

func (w *Window) blockMenu(key string) []kit.MenuEntry {
	ref, ok := calendar.ID(key)
	if !ok {
		return nil
	}
	t := w.words().T
	entries := []kit.MenuEntry{{Text: t("calendar.open"), Keys: "Enter", Run: func() { w.openBlock(key) }}}
	switch ref.Kind {
	case core.KindMeeting:
		entries = append(entries,
			kit.MenuEntry{Text: t("calendar.open_relationship"), Run: func() { w.ofBlock(ref, w.openRelationship) }},
		)
	case core.KindAction:
		entries = append(entries, kit.MenuEntry{Text: t("calendar.done"), Run: func() { w.tick(ref.ID, true) }})
	}
	return entries
}

func (w *Window) moveMeeting(x planner.CalendarMeeting, start, end core.Civil) {
	w.step("calendar.move", func(ctx context.Context) error {
		return w.cfg.Planner.Meetings.Move(ctx, x.Meeting.ID, start, end, x.Meeting.Zone)
	}, planner.TitleMeetingMoved)
}
