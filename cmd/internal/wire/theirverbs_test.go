package wire

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What somebody else organizes the owner neither ends nor calls off nor tells others of: each verb that would is refused, or
// declines. What they move is moved here alone, and is remembered as its organizer has it.
func TestNoVerbTakesAnothersMeetingForTheOwners(t *testing.T) {
	const declined, here, gone = "declined", "here alone", "gone here"
	send := func(method core.Method) func(*planner.Planner, *core.Series, core.ID) error {
		return func(p *planner.Planner, s *core.Series, one core.ID) error {
			path := filepath.Join(t.TempDir(), "x.ics")
			if _, err := p.Invitations.Send(t.Context(), one, method, path); core.CodeOf(err) != core.CodeNotOrganizer {
				t.Errorf("%s of one: %v", method, err)
			}
			_, err := p.Invitations.Send(t.Context(), s.ID, method, path)
			return err
		}
	}
	for name, c := range map[string]struct {
		do   func(p *planner.Planner, s *core.Series, one core.ID) error
		code core.Code // of its refusal
		what string    // that it does otherwise
	}{
		"request": {do: send(core.MethodRequest), code: core.CodeNotOrganizer},
		"cancel":  {do: send(core.MethodCancel), code: core.CodeNotOrganizer},
		"series end": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			return p.Series.End(t.Context(), s.ID, s.Start.Date.AddDays(8))
		}, code: core.CodeSeriesTheirs},
		"series end from": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			return p.Series.EndFrom(t.Context(), s.ID, s.Start.Date.AddDays(8), "")
		}, code: core.CodeSeriesTheirs},
		"series end before": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			return p.Series.EndBefore(t.Context(), s.ID, s.Start.AddMinutes(7*24*60), "")
		}, code: core.CodeSeriesTheirs},
		"series called off": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			return p.Series.CallOff(t.Context(), s.ID, "")
		}, what: declined},
		"relationship ended": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			return p.Relationships.End(t.Context(), s.Relationship, planner.End{CancelMeetings: true})
		}, what: declined},
		"one called off": {do: func(p *planner.Planner, _ *core.Series, one core.ID) error {
			return p.Meetings.Cancel(t.Context(), one, "")
		}, what: here},
		"days off": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			_, err := p.Meetings.TakeOff(t.Context(), planner.TimeOff{Period: core.Period{From: s.Start.Date, To: s.Start.Date.AddDays(9)}})
			return err
		}, what: here},
		"one moved": {do: func(p *planner.Planner, s *core.Series, one core.ID) error {
			return p.Meetings.Move(t.Context(), one, s.Start.AddMinutes(7*24*60+60), core.Civil{}, "")
		}, code: core.CodeMoveTheirs},
		"all moved": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			return p.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: s.Start.AddMinutes(60)})
		}, code: core.CodeMoveTheirs},
		"moved from one on": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			_, err := p.Series.MoveFrom(t.Context(), s.ID, s.Start.AddMinutes(7*24*60), planner.SeriesTime{Start: s.Start.AddMinutes(7*24*60 + 60)}, 0)
			return err
		}, code: core.CodeMoveTheirs},
		"renamed": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error {
			return p.Series.Change(t.Context(), s.ID, func(s *core.Series) error { s.Title = "Mine"; return nil })
		}, what: here},
		"deleted": {do: func(p *planner.Planner, s *core.Series, _ core.ID) error { return p.Series.Delete(t.Context(), s.ID) }, what: gone},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY")))
			s := seriesByUID(t, p, "run")
			one := core.OccurrenceID(s.ID, s.Start.AddMinutes(7*24*60))
			if err := c.do(p, s, one); core.CodeOf(err) != c.code {
				t.Fatalf("%v", err)
			}
			now, err := p.Series.Get(t.Context(), s.ID)
			if c.what == gone {
				if core.CodeOf(err) != core.CodeNotFound {
					t.Errorf("%v", err)
				}
				return
			}
			ok(t, err)
			if now.Declined() != (c.what == declined) || now.UID != "run" || now.Origin.Organizer != s.Origin.Organizer {
				t.Errorf("declined %v: %+v", now.Declined(), now)
			}
			if changed := now.Rule != s.Rule || now.Start != s.Start; c.code != "" && changed || c.code == "" && changed && now.Organized().Rule != s.Rule && !now.Declined() {
				t.Errorf("its times are forgotten: %+v", now)
			}
			guests, err := p.Invitations.Versions(t.Context(), s.ID)
			ok(t, err)
			for _, g := range guests {
				if g.State != planner.VersionNone {
					t.Errorf("%s is owed %s", g.Person.Name, g.State)
				}
			}
		})
	}
}
