package planner

import (
	"context"

	"mentorbook/core"
)

// Pause makes a break in a relationship that is lived: nothing in it becomes overdue, and what is planned stays planned. Any
// other is refused: CodeState, with its status.
func (s Relationships) Pause(ctx context.Context, id core.ID) error {
	return s.change(ctx, TitleRelationshipPaused, id, func(_ *unit, r *core.Relationship) error {
		if r.Status != core.StatusActive {
			return core.Fail(core.CodeState, "state", string(r.Status))
		}
		r.Status = core.StatusPaused
		return nil
	})
}

// Resume makes one that is paused, or has ended, a living one again. Any other is refused: CodeState, with its status.
func (s Relationships) Resume(ctx context.Context, id core.ID) error {
	return s.change(ctx, TitleRelationshipResumed, id, func(_ *unit, r *core.Relationship) error {
		if r.Status != core.StatusPaused && r.Status != core.StatusEnded {
			return core.Fail(core.CodeState, "state", string(r.Status))
		}
		r.Status, r.Ended, r.EndReason = core.StatusActive, core.Date{}, ""
		return nil
	})
}

// datePause notes since when a relationship is paused that was not, whichever way it came to be, and forgets it with the pause.
func datePause(u *unit, r *core.Relationship, was core.Status) error {
	if r.Status != core.StatusPaused {
		r.Paused = core.Date{}
		return nil
	}
	if was == core.StatusPaused {
		return nil
	}
	today, err := u.today()
	r.Paused = today
	return err
}
