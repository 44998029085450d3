package core_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
)

func TestRelationshipValidate(t *testing.T) {
	end := func(r *core.Relationship) {
		r.Status, r.Ended, r.EndReason = core.StatusEnded, day("2026-06-01"), "done"
	}
	refuses(t, aRelationship, nil,
		texts("name", core.MaxName, false, false, func(r *core.Relationship) *string { return &r.Name }),
		texts("end_reason", core.MaxText, false, true, func(r *core.Relationship) *string { return &r.EndReason }),
		texts("purpose", core.MaxText, false, true, func(r *core.Relationship) *string { return &r.Purpose }),
		texts("participants.1.scope", core.MaxLine, false, false, func(r *core.Relationship) *string { return &r.Participants[0].Scope }),
		choices("format", func(r *core.Relationship) *core.Format { return &r.Format }, core.Formats()...),
		choices("duration", func(r *core.Relationship) *core.Duration { return &r.Duration }, core.Durations()...),
		choices("specialisation", func(r *core.Relationship) *core.Specialisation { return &r.Specialisation }, core.Specialisations()...),
		choices("status", func(r *core.Relationship) *core.Status { return &r.Status }, core.Statuses()...),
		choices("phases.1.phase", func(r *core.Relationship) *core.Phase { return &r.Phases[0].Phase }, core.Phases()...),
		choices("participants.2.role", func(r *core.Relationship) *core.Role { return &r.Participants[1].Role }, core.RoleMentor, core.RoleMentee, core.RoleBoth),
		figures("cadence", 0, 366, func(r *core.Relationship) *int { return &r.Cadence }),
		dates("since", false, func(r *core.Relationship) *core.Date { return &r.Since }),
		dates("paused", false, func(r *core.Relationship) *core.Date { return &r.Paused }),
		dates("phases.2.since", true, func(r *core.Relationship) *core.Date { return &r.Phases[1].Since }),
		dates("participants.1.since", false, func(r *core.Relationship) *core.Date { return &r.Participants[0].Since }),
		dates("participants.1.until", false, func(r *core.Relationship) *core.Date { return &r.Participants[0].Until }),
		names("participants.2.person", func(r *core.Relationship) *core.ID { return &r.Participants[1].Person }),
		[]row[core.Relationship]{
			{"ended", end, "", ""},
			{"ended, but not since when", func(r *core.Relationship) { end(r); r.Ended = core.Date{} }, "required ended", ""},
			{"active, with an end", func(r *core.Relationship) { end(r); r.Status = core.StatusActive }, "required ended", ""},
			{"ended on no day", func(r *core.Relationship) { end(r); r.Ended.Day = 31 }, "bad_date ended", ""},
			{"ended before it began", func(r *core.Relationship) { end(r); r.Ended = day("2026-01-04") }, "end_not_after ended", ""},
			{"ended on its first day", func(r *core.Relationship) { end(r); r.Ended = r.Since }, "", ""},
			{"an unknown phase", func(r *core.Relationship) { r.Phase, r.Phases = "x", nil }, "bad_choice phase", ""},
			{"a phase that is not the history's last", func(r *core.Relationship) { r.Phase = core.PhaseSeparation }, "conflict phase", ""},
			{"a phase without history", func(r *core.Relationship) { r.Phases = nil }, "", ""},
			{"phases out of order", func(r *core.Relationship) { r.Phases[1].Since = day("2026-01-04") }, "end_not_after phases.2.since", ""},
			{"two phases in a day", func(r *core.Relationship) { r.Phases[1].Since = r.Phases[0].Since }, "", ""},
			{"no day of a phase", func(r *core.Relationship) { r.Phases = r.Phases[1:]; r.Phases[0].Since = core.Date{} }, "bad_date phases.1.since", ""},
			{"too many phases", func(r *core.Relationship) { r.Phases = many(r.Phases[1]) }, "too_many phases", ""},
			{"left before they came", func(r *core.Relationship) { r.Participants[1].Until = day("2026-01-04") }, "end_not_after participants.2.until", ""},
			{"left on the first day", func(r *core.Relationship) { r.Participants[1].Until = day("2026-01-05") }, "", ""},
			{"too many people", func(r *core.Relationship) {
				*r = *relationship(core.FormatGroup, 1, manyIDs(core.MaxItems+1)...)
			}, "too_many participants", ""},
			{"somebody twice", func(r *core.Relationship) { *r = *relationship(core.FormatGroup, 1, owner, amina, boris, amina) }, "duplicate participants", ""},
			{"a search with nobody", func(r *core.Relationship) { r.Status, r.Participants = core.StatusProposed, nil }, "required participants", ""},
			{"a search by somebody", func(r *core.Relationship) { r.Status, r.Participants = core.StatusProposed, r.Participants[1:] }, "", ""},
			{"nobody", func(r *core.Relationship) { r.Participants = nil }, "roles participants", ""},
			{"nothing", func(r *core.Relationship) { *r = core.Relationship{} }, "bad_choice format; bad_choice duration; bad_choice specialisation; " +
				"bad_choice phase; bad_choice status; roles participants", ""},
		},
	)
}

func TestRolesFitTheFormat(t *testing.T) {
	const o, e, b = core.RoleMentor, core.RoleMentee, core.RoleBoth
	for _, c := range []struct {
		format core.Format
		fit    [][]core.Role
		not    [][]core.Role
	}{
		{core.FormatIndividual, [][]core.Role{{o, e}, {e, o}}, [][]core.Role{{b}, {o}, {e}, {o, o}, {e, e}, {b, b}, {o, b}, {b, e}, {o, e, e}, {o, o, e}}},
		{core.FormatDigital, [][]core.Role{{o, e}}, [][]core.Role{{b}, {b, b}, {b, e}, {o, b}, {o, e, e}, {o, o, e}, {e, e}}},
		{core.FormatReverse, [][]core.Role{{o, e}, {b, b}, {o, b}, {b, e}}, [][]core.Role{{b}, {o, o}, {e, e}, {o, e, e}, {o, o, e, e}, {b, b, e}}},
		{core.FormatGroup, [][]core.Role{{o, e, e}, {o, e, e, e, e, e}, {b, e, e}}, [][]core.Role{{o, e}, {b, e}, {e, e, e}, {o, o, e, e}, {b, b, b}}},
		{core.FormatCollective, [][]core.Role{{o, o, e}, {o, o, o, o, e}, {o, o, b}}, [][]core.Role{{o, e}, {o, b}, {o, o}, {o, o, e, e}, {b, b, o}}},
	} {
		try := func(roles []core.Role) string {
			r := aRelationship()
			r.Format, r.Participants = c.format, nil
			for i, role := range roles {
				r.Participants = append(r.Participants, core.Participant{Person: id(i + 1), Role: role})
			}
			return told(r.Validate())
		}
		for _, roles := range c.fit {
			if got := try(roles); got != "" {
				t.Errorf("%s of %v: %s", c.format, roles, got)
			}
		}
		for _, roles := range c.not {
			if got := try(roles); got != "roles participants" {
				t.Errorf("%s of %v is refused as %q", c.format, roles, got)
			}
		}
	}
}

func TestSides(t *testing.T) {
	r := aRelationship()
	r.Participants = []core.Participant{{Person: amina, Role: core.RoleMentee}, {Person: boris, Role: core.RoleBoth}, {Person: clara, Role: core.RoleMentor}}
	for name, c := range map[string]struct{ got, want []core.ID }{
		"mentors": {r.Mentors(), []core.ID{boris, clara}},
		"mentees": {r.Mentees(), []core.ID{amina, boris}},
		"others":  {r.Others(boris), []core.ID{amina, clara}},
		"all":     {r.Others(noone), []core.ID{amina, boris, clara}},
	} {
		if d := cmp.Diff(c.want, c.got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	if p, ok := r.Participant(clara); !ok || p.Role != core.RoleMentor || r.Has(noone) {
		t.Error("somebody is not found, or is found who takes no part")
	}
}

func TestLive(t *testing.T) {
	live := []core.Status{core.StatusActive, core.StatusPaused}
	for _, s := range core.Statuses() {
		if (&core.Relationship{Status: s}).Live() != slices.Contains(live, s) {
			t.Error(s)
		}
	}
}

func TestMoveTo(t *testing.T) {
	r := aRelationship()
	r.Phase, r.Phases = core.PhaseInitiation, nil
	r.MoveTo(core.PhaseInitiation, day("2026-01-05")) // begins the history
	r.MoveTo(core.PhaseCultivation, day("2026-03-01"))
	r.MoveTo(core.PhaseCultivation, day("2026-04-01")) // is in it
	r.MoveTo(core.PhaseInitiation, day("2026-05-01"))  // and back
	want := []core.PhaseChange{
		{Phase: core.PhaseInitiation, Since: day("2026-01-05")},
		{Phase: core.PhaseCultivation, Since: day("2026-03-01")},
		{Phase: core.PhaseInitiation, Since: day("2026-05-01")},
	}
	if d := cmp.Diff(want, r.Phases); d != "" || r.Phase != core.PhaseInitiation {
		t.Error(r.Phase, d)
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
}
