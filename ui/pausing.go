package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
)

const resumeCommand = "relationship.resume"

// pauseCommands make a break in the relationship on show, and end it.
func (w *Window) pauseCommands() []shell.Command {
	return []shell.Command{
		{ID: "relationship.pause", Title: "rel.pause", Group: "rel.group", Why: w.noPause, Run: func() { w.pause(w.onShow().ID) }},
		{ID: resumeCommand, Title: "rel.resume", Group: "rel.group", Why: w.noResume, Run: func() { w.resume(w.onShow().ID) }},
	}
}

// noPause gives the key of the reason why the relationship on show cannot be paused; "" where it can.
func (w *Window) noPause() string {
	switch status := w.statusOnShow(); status {
	case "":
		return "rel.none_on_show"
	case core.StatusActive:
		return ""
	default:
		return "rel.no_pause." + string(status)
	}
}

// noResume gives the key of the reason why the relationship on show cannot be resumed; "" where it can.
func (w *Window) noResume() string {
	switch status := w.statusOnShow(); status {
	case "":
		return "rel.none_on_show"
	case core.StatusPaused, core.StatusEnded:
		return ""
	default:
		return "rel.no_resume." + string(status)
	}
}

// statusOnShow gives the status of the relationship that the page on show is about; "" where it is about none.
func (w *Window) statusOnShow() core.Status {
	at := w.onShow()
	if at.Kind != core.KindRelationship || at.ID.IsZero() {
		return ""
	}
	if page, ok := w.shell.Router.Page().(*relationship.Page); ok && page.Read() {
		return page.Status()
	}
	return w.statusOf(at.ID)
}

// statusOf gives the status of a relationship as the day has it, which names those that have not ended.
func (w *Window) statusOf(rel core.ID) core.Status {
	if w.day == nil {
		return ""
	}
	for _, row := range w.day.Sidebar {
		if row.Relationship == rel {
			return row.Status
		}
	}
	return core.StatusEnded
}

// pauseEntry pauses a relationship of a status, or resumes it; nil for one of which neither can be done.
func (w *Window) pauseEntry(id core.ID, status core.Status) []kit.MenuEntry {
	switch status {
	case core.StatusActive:
		return []kit.MenuEntry{{Text: w.t("rel.pause"), Run: func() { w.pause(id) }}}
	case core.StatusPaused, core.StatusEnded:
		return []kit.MenuEntry{{Text: w.t("rel.resume"), Run: func() { w.resume(id) }}}
	}
	return nil
}

// pause makes a break in a relationship, and says what is still planned in it.
func (w *Window) pause(id core.ID) {
	w.stepThen(func(ctx context.Context) error { return w.cfg.Planner.Relationships.Pause(ctx, id) }, planner.TitleRelationshipPaused, func(err error) {
		if err == nil {
			w.tellStill(id)
		}
	})
}

// resume makes one that is paused, or has ended, a living one again.
func (w *Window) resume(id core.ID) {
	w.step("relating", func(ctx context.Context) error { return w.cfg.Planner.Relationships.Resume(ctx, id) }, planner.TitleRelationshipResumed)
}

// tellStill says what is planned in a relationship that was just paused, and leads there.
func (w *Window) tellStill(id core.ID) {
	rels := w.cfg.Planner.Relationships
	work(w, "relating.still", func(ctx context.Context) (n planner.EndingCount, err error) {
		rel, err := rels.Get(ctx, id)
		if err != nil || rel.Status != core.StatusPaused {
			return n, err
		}
		open, err := rels.EndingOf(ctx, id)
		return open.Count(), err
	}, func(n planner.EndingCount) {
		if text := relationship.StillPlanned(n, w.words()); text != "" {
			w.shell.TellMore(text, w.t("rel.still_show"), func() {
				w.shell.Go(shell.Route{Screen: screenRelationship, ID: id, Tab: relationship.TabMeetings})
			})
		}
	})
}

// paused gives the relationships that the palette offers to resume where none is on show.
func (w *Window) paused() []shell.Instead {
	if w.day == nil || w.statusOnShow() != "" {
		return nil
	}
	var out []shell.Instead
	for _, row := range w.day.Sidebar {
		if row.Status == core.StatusPaused {
			out = append(out, shell.Instead{Of: row.Name, Run: func() { w.resume(row.Relationship) }})
		}
	}
	return w.unnamed(out)
}
