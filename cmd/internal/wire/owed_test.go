package wire

import (
	"path/filepath"
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Who has the cancellation of a meeting that takes place again is told so wherever it stands, and is among those to tell:
// undo takes back no message.
func TestACancellationOutlivesItsUndo(t *testing.T) {
	p := open(t)
	m := meetingOf(t, p)
	invite(t, p, m)
	if owed := owing(t, p, m); owed != "" {
		t.Errorf("after the invitation %q is owed", owed)
	}
	ok(t, p.Meetings.Cancel(t.Context(), m.ID, ""))
	if owed := owing(t, p, m); owed != core.MethodCancel {
		t.Errorf("after calling off %q is owed", owed)
	}
	_, err := p.Invitations.Send(t.Context(), m.ID, core.MethodCancel, filepath.Join(t.TempDir(), "c.ics"))
	ok(t, err)
	if owed := owing(t, p, m); owed != "" {
		t.Errorf("after the cancellation %q is owed", owed)
	}
	step, err := p.Undo(t.Context())
	ok(t, err)
	if all, err := p.Invitations.Owed(t.Context(), step.Refs); err != nil || len(all) != 1 || all[0].Of != m.ID || all[0].State != planner.VersionOff {
		t.Errorf("undo leaves %+v owed, %v", all, err)
	}
	if g := said(t, p, m.ID); !g.Off || g.OldTime || g.Answer != core.AnswerNone || !planner.NeedCare([]planner.GuestAnswer{g}) {
		t.Errorf("on again: %+v", g)
	}
	day, err := p.Today(t.Context())
	ok(t, err)
	for _, row := range day.Week {
		if row.Meeting.ID == m.ID && (!row.Invited || len(row.Answers) != 1 || !row.Answers[0].Off) {
			t.Errorf("Today: %v, %+v", row.Invited, row.Answers)
		}
	}
	off := planner.TimeOff{Period: core.Period{From: m.Start.Date, To: m.Start.Date.AddDays(1)}, MoveDays: 7, Relationships: []core.ID{m.Relationship}}
	moved, err := p.Meetings.TakeOff(t.Context(), off)
	ok(t, err)
	if len(moved) == 0 || moved[0].Method != core.MethodRequest {
		t.Errorf("moved, and nobody is told: %+v", moved)
	}
	invite(t, p, m)
	if g := said(t, p, m.ID); g.Off || owing(t, p, m) != "" {
		t.Errorf("invited again: %+v", g)
	}
	off.MoveDays, off.Period = 0, core.Period{From: m.Start.Date, To: m.Start.Date.AddDays(8)}
	called, err := p.Meetings.TakeOff(t.Context(), off)
	ok(t, err)
	if len(called) == 0 || called[0].Method != core.MethodCancel {
		t.Errorf("called off, and nobody is told: %+v", called)
	}
}

// Who has one occurrence's cancellation, and who has all of a series that was called off, is known likewise.
func TestACancellationOfASeriesOutlivesItsUndo(t *testing.T) {
	p := open(t)
	series, _ := inviteAll(t, p, "FREQ=WEEKLY;COUNT=4")
	ok(t, p.Series.CallOff(t.Context(), series.ID, ""))
	refs := []core.Ref{core.RefOf(series), {Kind: core.KindMeeting, ID: core.OccurrenceID(series.ID, series.Start)}}
	if all, err := p.Invitations.Owed(t.Context(), refs); err != nil || len(all) != 1 || all[0].Method != core.MethodCancel || all[0].Of != series.ID {
		t.Errorf("called off: %+v, %v", all, err)
	}
	_, err := p.Invitations.Send(t.Context(), series.ID, core.MethodCancel, filepath.Join(t.TempDir(), "c.ics"))
	ok(t, err)
	step, err := p.Undo(t.Context())
	ok(t, err)
	if all, err := p.Invitations.Owed(t.Context(), step.Refs); err != nil || len(all) != 1 || all[0].Of != series.ID || all[0].State != planner.VersionOff {
		t.Errorf("on again: %+v, %v", all, err)
	}
	if g := said(t, p, refs[1].ID); !g.Off {
		t.Errorf("an occurrence of it: %+v", g)
	}
	guests, err := p.Replies.Standings(t.Context(), []core.Record{series})
	ok(t, err)
	if len(guests[0]) != 1 || !guests[0][0].Off {
		t.Errorf("the series: %+v", guests[0])
	}
}

// Of several that are owed what takes place first stands first, in whatever order a step has changed them.
func TestWhatIsOwedStandsInTheOrderOfTime(t *testing.T) {
	p := open(t)
	var refs []core.Ref
	for _, start := range []string{"2026-12-17T10:00", "2026-12-03T10:00", "2026-12-10T10:00"} {
		m, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: named(t, p, "Amina Yusuf").ID, Start: civil(start)})
		ok(t, err)
		invite(t, p, m)
		ok(t, p.Meetings.Move(t.Context(), m.ID, m.Start.AddMinutes(60), core.Civil{}, ""))
		refs = append(refs, core.RefOf(m))
	}
	all, err := p.Invitations.Owed(t.Context(), refs)
	ok(t, err)
	var got []string
	for _, msg := range all {
		got = append(got, msg.Meeting.Start.String())
	}
	if want := []string{"2026-12-03T11:00", "2026-12-10T11:00", "2026-12-17T11:00"}; !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

// owing gives the message that is owed about a meeting; "" for none.
func owing(t *testing.T, p *planner.Planner, m *core.Meeting) core.Method {
	t.Helper()
	all, err := p.Invitations.Owed(t.Context(), []core.Ref{core.RefOf(m), {Kind: core.KindPerson, ID: m.ID}})
	ok(t, err)
	if len(all) == 0 {
		return ""
	}
	return all[0].Method
}
