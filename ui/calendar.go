package ui

import (
	"cmp"
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/files"
	"mentorbook/ui/kit"
	"mentorbook/ui/planning"
	"mentorbook/ui/shell"
)

func (w *Window) calendarScreen() screen {
	show := &calendar.Show{Meetings: true, Actions: true, Hidden: map[string]bool{}}
	looked := calendar.Week // how it was looked at last
	return screen{
		name: screenCalendar, nav: "window.calendar",
		page: func(r shell.Route) shell.Page {
			if r.Tab != "" {
				looked = calendar.ViewOf(r.Tab)
			}
			return calendar.New(looked, calendar.Deps{
				Words: w.words, Today: w.todayDate, Load: w.loadCalendar, Show: show, Open: w.openBlock, Menu: w.blockMenu,
				FreeMenu: func() []kit.MenuEntry { return w.shell.Commands.Menu("calendar.free", "calendar.days_off") },
				LoadYear: w.loadYear, OpenRelationship: w.openRelationship, First: w.firstInCalendar, Begin: func() { w.newRelationship(core.ID{}) }, Move: w.moveMeeting, From: w.lookedAt,
				New: w.planMeetingAt, NewAt: w.proposeMeetingAt, Free: w.loadFree, Propose: w.proposeTimes, FindWhom: w.findWhom, Copy: w.copy, Fail: w.shell.Fail, GoTo: w.lookAtCalendar, Dialogs: w.shell.Dialogs,
			})
		},
		imports: w.calendarImports(),
		commands: []shell.Command{
			{ID: "calendar", Title: "window.calendar", Reads: true, Keys: "Ctrl+3", Run: func() { w.shell.Go(shell.Route{Screen: screenCalendar}) }},
			{ID: "calendar.days_off", Title: "daysoff.title", Group: "calendar.group", Keys: "Ctrl+Shift+O", Run: w.takeDaysOff},
			{ID: "calendar.free", Title: "calendar.free", Reads: true, Group: "calendar.group", Run: w.showFree},
			w.calendarFileCommand(),
		},
	}
}

// lookAtCalendar shows the calendar in another way, at the day that is on show.
func (w *Window) lookAtCalendar(view calendar.View) {
	from, _ := w.shell.Router.Page().(*calendar.Page)
	w.lookedAt = from
	went := w.shell.Go(shell.Route{Screen: screenCalendar, Tab: string(view)})
	w.lookedAt = nil
	if to, ok := w.shell.Router.Page().(*calendar.Page); went && ok && from != nil && to != from {
		to.Restore(from.Save())
	}
}

// showDay shows the calendar at a day: in the way that is on show, or by weeks.
func (w *Window) showDay(day core.Date) {
	if page, ok := w.calendarOfDays(); ok {
		page.Visit(day)
	}
}

// showWeek shows the calendar at the week of a day.
func (w *Window) showWeek(day core.Date) {
	if w.shell.Go(shell.Route{Screen: screenCalendar, Tab: string(calendar.Week)}) {
		w.showDay(day)
	}
}

// calendarOfDays gives the calendar where it shows days, and goes to the week where it does not; false where that is left for
// what has to be finished first.
func (w *Window) calendarOfDays() (*calendar.Page, bool) {
	page, on := w.shell.Router.Page().(*calendar.Page)
	if !on || page.Tab() == string(calendar.Year) {
		if !w.shell.Go(shell.Route{Screen: screenCalendar, Tab: string(calendar.Week)}) {
			return nil, false
		}
		page, on = w.shell.Router.Page().(*calendar.Page)
	}
	return page, on
}

func (w *Window) todayDate(done func(core.Date)) {
	work(w, "calendar.today", w.cfg.Planner.TodayDate, done)
}

// loadCalendar reads what days hold, and on which days of a month meetings begin. Both are said once it is known what
// day it is: a page that has just been opened asks for today's, and would wait for a frame in between to learn its date.
func (w *Window) loadCalendar(wish func(today core.Date) (planner.CalendarWish, core.Period), done func(*planner.Calendar, map[core.Date]bool)) {
	type read struct {
		days   *planner.Calendar
		marked map[core.Date]bool
	}
	shared := w.presenting()
	work(w, "calendar", veiled(w, func(ctx context.Context) (out read, err error) {
		today, err := w.cfg.Planner.TodayDate(ctx)
		if err != nil {
			return out, err
		}
		days, month := wish(today)
		days.Shared = shared
		if out.days, err = w.cfg.Planner.Calendar(ctx, days); err != nil || month == (core.Period{}) {
			return out, err
		}
		out.marked, err = w.cfg.Planner.MeetingDays(ctx, month)
		return out, err
	}), func(out read) {
		if w.presenting() && !shared { // it has begun meanwhile
			w.loadCalendar(wish, done)
			return
		}
		done(out.days, out.marked)
	})
}

func (w *Window) loadYear(from core.Date, weeks int, done func(*planner.Year)) {
	work(w, "calendar", veiled(w, func(ctx context.Context) (*planner.Year, error) { return w.cfg.Planner.Year(ctx, from, weeks) }), done)
}

// openBlock opens what a block stands for, where this window has a place for it.
func (w *Window) openBlock(key string) {
	ref, ok := calendar.ID(key)
	if !ok {
		return
	}
	if ref.Kind == core.KindBusy {
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
			kit.MenuEntry{Line: true},
		)
		if page, ok := w.shell.Router.Page().(*calendar.Page); ok && page.CanGrab(key) {
			entries = append(entries, kit.MenuEntry{Text: t("calendar.grab"), Keys: "Ctrl+↑↓←→", Run: func() {
				if page.Grab(key) {
					w.shell.Toast(t("calendar.grab_hint"))
				}
			}})
		}
		tell := kit.MenuEntry{Text: t("button.invite"), Run: func() { w.inviteTo(ref.ID) }}
		page, ok := w.shell.Router.Page().(*calendar.Page)
		if ok && page.Tell(key) != "" {
			tell.Text = page.Tell(key)
		}
		if ok && page.Over(key) {
			tell.Reason = t("plan.over")
		}
		asked := ok && page.Asked(key)
		if asked {
			tell = kit.MenuEntry{Text: t("button.answer"), Run: func() { w.answerTo(ref.ID) }}
		}
		if ok && page.Copy(key) {
			tell.Reason, asked = t("answering.copy"), false
		}
		entries = append(entries,
			kit.MenuEntry{Text: t("button.reschedule"), Run: func() { w.reschedule(ref.ID) }},
			tell,
			kit.MenuEntry{Text: w.cancelWords(asked), Run: func() { w.cancelMeeting(ref.ID) }, Danger: true},
		)
	case core.KindBusy:
		entries = []kit.MenuEntry{{Text: t("calendar.free_busy"), Run: func() {
			w.step("calendar.busy", func(ctx context.Context) error { return w.cfg.Planner.Busy.Delete(ctx, ref.ID) }, planner.TitleTimeFreed)
		}}}
	case core.KindAction:
		entries = append(entries, kit.MenuEntry{Text: t("calendar.done"), Run: func() { w.tick(ref.ID, true) }})
	}
	return entries
}

// moveMeeting moves a meeting, of a series that one alone, which it says; and says that the time has passed there, what it clashes with and which caps on hours it exceeds, as it was said on the way.
// While others look, the message does not say with whom. Another's stays where it is: that time is proposed to them instead.
func (w *Window) moveMeeting(id core.ID, to calendar.Place, known calendar.Warning) {
	if known.Clash != "" && w.presenting() {
		known.Clash = w.t("chip.clash")
	}
	words, shared := w.words(), w.presenting()
	comes := []string{"", "", known.Past, known.Clash, known.Over}
	w.stepOr(func(err error) {
		if core.CodeOf(err) != core.CodeMoveTheirs {
			w.shell.Fail(err)
			return
		}
		w.answerAs(id, planning.AnswerDeps{Ask: planning.Asked{Start: to.Start, Zone: to.Zone, Minutes: to.Minutes}})
	}, func(ctx context.Context) error {
		m, err := w.cfg.Planner.Meetings.Get(ctx, id)
		if err != nil {
			return err
		}
		if !m.Series.IsZero() {
			comes[0] = words.T("calendar.moved_one")
		}
		if planner.Copied(m) && !shared {
			comes[1] = words.T("calendar.moved_copy", "name", cmp.Or(m.Origin.Name, m.Origin.Organizer))
		}
		return w.cfg.Planner.Meetings.MoveFor(ctx, id, to.Start, to.Minutes, to.Zone)
	}, planner.TitleMeetingMoved, func() []core.Ref { return []core.Ref{{Kind: core.KindMeeting, ID: id}} }, comes...)
}

// freeMinutes and freeDays say what the calendar looks for: three of the next two weeks' times.
const (
	freeSlots = 3
	freeDays  = 14
)

// loadFree looks for times that are free for the owner and a relationship's others: of the next meeting's
// relationship where none is chosen, or of the first one of all. Whom else it could be for is read after that.
func (w *Window) loadFree(rel core.ID, done func(*calendar.FreeModel)) {
	words := w.words()
	work(w, "calendar.free", veiled(w, func(ctx context.Context) (*calendar.FreeModel, error) {
		place, ok, err := w.freeWith(ctx, rel)
		if err != nil || !ok {
			return nil, err
		}
		free, err := w.cfg.Planner.Free(ctx, planner.FreeWish{People: place.Others(core.ID{}), Days: freeDays, Limit: freeSlots})
		if err != nil {
			return nil, err
		}
		return calendar.NewFreeModel(place.ID, place.Name, free, words, guestWords(words)), nil
	}), func(m *calendar.FreeModel) {
		if m != nil {
			done(m)
		}
		work(w, "calendar.places", w.cfg.Planner.Places, func(p *planner.Places) { w.places = p.Relationships })
	})
}

// freeWith gives the relationship that free times are looked for with.
func (w *Window) freeWith(ctx context.Context, rel core.ID) (planner.Place, bool, error) {
	if !rel.IsZero() {
		place, err := w.cfg.Planner.Place(ctx, rel)
		if core.CodeOf(err) != core.CodeNotFound { // deleted since it was chosen: as if nobody had been
			return place, err == nil, err
		}
	}
	next, err := w.cfg.Planner.NextMeeting(ctx)
	if err != nil {
		return planner.Place{}, false, err
	}
	if next != nil {
		place, err := w.cfg.Planner.Place(ctx, next.Relationship)
		if core.CodeOf(err) == core.CodeNotFound { // deleted meanwhile
			return place, false, nil
		}
		return place, err == nil, err
	}
	places, err := w.cfg.Planner.Places(ctx)
	if err != nil {
		return planner.Place{}, false, err
	}
	for _, place := range places.Relationships {
		if place.Live() {
			return place, true, nil
		}
	}
	return planner.Place{}, false, nil
}

// guestWords gives the words in a guest's language; the owner's where the guest has none.
func guestWords(own *locale.Words) func(core.Language) *locale.Words {
	return func(lang core.Language) *locale.Words {
		if lang == "" || lang == own.Language() {
			return own
		}
		if words, err := locale.New(lang); err == nil {
			return words
		}
		return own
	}
}

// findWhom proposes relationships for a typed name.
func (w *Window) findWhom(text string) []kit.ComboItem {
	offer := w.offering()
	live := slices.DeleteFunc(slices.Clone(w.places), func(p planner.Place) bool {
		return !p.Live() || !offer.Names(text, append(p.Others(core.ID{}), p.ID)...)
	})
	found := locale.Named(live, text, func(p planner.Place) []string { return []string{p.Name} })
	var out []kit.ComboItem
	for _, place := range found[:min(len(found), maxSidebar)] {
		out = append(out, kit.ComboItem{Key: place.ID.String(), Text: place.Name})
	}
	return out
}

// showFree leads to the times that are free for both.
func (w *Window) showFree() {
	if page, ok := w.calendarOfDays(); ok {
		page.ShowFree()
	}
}

// proposeTimes writes free times to a file that shows them in the guest's calendar.
func (w *Window) proposeTimes(m *calendar.FreeModel) {
	w.saveFile(w.t("calendar.free_save_title"), files.Name(m.Title, ".ics"), func(path string, written func(error)) {
		shell.Start(w.shell.Runner, "calendar.propose", "", func(ctx context.Context, _ shell.Report) (struct{}, error) {
			return struct{}{}, w.cfg.Planner.Invitations.Propose(ctx, m.Times, m.Title, path)
		}, func(_ struct{}, err error) {
			if written(err); err == nil {
				w.written(path)
			}
		})
	})
}
