package main

import (
	"cmp"
	"context"
	"fmt"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// fate is what days off would do with one meeting, for scripts.
type fate string

const (
	fateMoved    fate = "moved"
	fateOff      fate = "called_off"
	fateDeclined fate = "declined" // another's: it is off here, and they are told
	fateStays    fate = "stays"    // another's, which days off that move would have to move
	fateKept     fate = "kept"
)

// foreseenJSON is a meeting of days off to come, for scripts.
type foreseenJSON struct {
	Meeting *core.Meeting `json:"meeting"`
	Fate    fate          `json:"fate"`
	Start   core.Civil    `json:"start,omitzero"` // where it would move to, in its zone
	End     core.Civil    `json:"end,omitzero"`
	Message core.Method   `json:"message,omitempty"` // that guests, or the organizer, would be to get
	Clashes []clashJSON   `json:"clashes,omitempty"` // what it would have no room beside there
}

// clashJSON is something that a meeting has no room beside, for scripts.
type clashJSON struct {
	With   core.Ref `json:"with"`
	Title  string   `json:"title,omitempty"`
	Person core.ID  `json:"person"` // who can't do both
	Near   bool     `json:"near,omitempty"`
}

func clashesJSON(all []planner.MeetingClash) (out []clashJSON) {
	for _, c := range all {
		out = append(out, clashJSON{c.With, c.Title, c.Person, c.Near})
	}
	return out
}

// fateOf gives what becomes of a meeting; keep: of all of them nothing.
func fateOf(s *planner.TimeOffStep, keep bool) fate {
	switch {
	case keep:
		return fateKept
	case s.Stays:
		return fateStays
	case s.Off() && s.Theirs.Email != "":
		return fateDeclined
	case s.Off():
		return fateOff
	}
	return fateMoved
}

// foreseeDaysOff shows the meetings that days off concern as their list does, then what becomes of each and what is to be
// sent of it then. Nothing is done to them.
func (a *app) foreseeDaysOff(ctx context.Context, p *planner.Planner, off planner.TimeOff) error {
	keep := off.Keep
	off.Keep = false // those are to be named, too
	steps, err := p.Meetings.TimeOffPlan(ctx, off)
	if err != nil {
		return err
	}
	rows, changed := make([]foreseenJSON, len(steps)), 0
	records := make([]core.Record, len(steps))
	for i := range steps {
		s := &steps[i]
		records[i] = s.Meeting
		rows[i] = foreseenJSON{Meeting: s.Meeting, Fate: fateOf(s, keep), Start: s.Start, End: s.End, Message: s.Message.Method, Clashes: clashesJSON(s.Clashes)}
		if keep {
			rows[i].Message = ""
		} else if !s.Stays {
			changed++
		}
	}
	if a.json {
		return a.print(rows)
	}
	if err := a.printList(ctx, records); err != nil {
		return err
	}
	home, err := a.homeZone(ctx)
	if err != nil {
		return err
	}
	tails, err := a.p.TailsOf(ctx, records)
	if err != nil {
		return err
	}
	for i := range steps {
		fmt.Fprintln(a.out, fateLine(a.words(), tails[i], &rows[i], &steps[i], home))
	}
	if keep {
		return a.tell("ctl.daysoff_kept", "count", len(steps))
	}
	return a.tell("ctl.daysoff_sum", "count", changed)
}

// fateLine says what becomes of a meeting, named as its list names it, and what is to be sent of it.
func fateLine(w *locale.Words, id string, row *foreseenJSON, s *planner.TimeOffStep, home core.Zone) string {
	name := cmp.Or(s.Theirs.Name, s.Theirs.Email)
	var text string
	switch row.Fate {
	case fateMoved:
		there := *s.Meeting
		there.Start, there.End = s.Start, s.End
		at := when(w, &there, home)
		text = w.T("ctl.fate_moved", "meeting", id, "date", at[0], "time", at[1])
		for _, c := range s.Clashes {
			text += "; " + w.Clash(c.Title, c.Name, c.Near)
		}
	case fateOff:
		text = w.T("ctl.fate_off", "meeting", id)
		if s.Own != nil {
			text = w.T("ctl.fate_own", "meeting", id, "date", when(w, s.Own, home)[0])
		}
	case fateDeclined:
		text = w.T("ctl.fate_declined", "meeting", id, "name", name)
	case fateStays:
		return w.T("ctl.fate_stays", "meeting", id, "name", name)
	case fateKept:
		return w.T("ctl.fate_kept", "meeting", id)
	}
	if row.Message == "" {
		return w.T("ctl.fate_silent", "fate", text)
	}
	return w.T("ctl.fate_message", "fate", text, "method", string(row.Message))
}
