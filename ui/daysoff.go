package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/daysoff"
	"mentorbook/ui/forms"
)

// takeDaysOff opens the dialog for days without meetings.
func (w *Window) takeDaysOff() {
	w.typing(core.Ref{}, draftDaysOff, func(d forms.Draft) {
		work(w, "daysoff", veiled(w, w.cfg.Planner.Places), func(p *planner.Places) {
			daysoff.Show(daysoff.Deps{
				Words: w.words(), Dialogs: w.shell.Dialogs, Today: p.Today, Home: p.Person(p.Owner).Home(), Names: relationshipNames(p), Save: w.save, Draft: d, Tell: w.tellGuests, Hidden: w.presenting,
				Do: w.cfg.Planner.Meetings.TakeOff,
				Look: func(off planner.TimeOff, done func([]planner.TimeOffStep)) {
					work(w, "daysoff.look", func(ctx context.Context) ([]planner.TimeOffStep, error) {
						return w.cfg.Planner.Meetings.TimeOffPlan(ctx, off)
					}, done)
				},
			})
		})
	})
}

func relationshipNames(p *planner.Places) map[core.ID]string {
	names := map[core.ID]string{}
	for _, place := range p.Relationships {
		names[place.ID] = place.Name
	}
	return names
}
