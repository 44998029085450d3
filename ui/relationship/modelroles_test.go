package relationship

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

// Of roles that don't fit a format, those are named that are to change: not the one that was chosen last where another will do.
func TestRolesThatAreToChangeAreNamed(t *testing.T) {
	const mentor, mentee, both = core.RoleMentor, core.RoleMentee, core.RoleBoth
	for name, c := range map[string]struct {
		format core.Format
		roles  Roles
		want   map[int]core.Role
	}{
		"they fit":               {core.FormatIndividual, Roles{Now: []core.Role{mentor, mentee}, Last: -1}, nil},
		"I became the mentee":    {core.FormatIndividual, Roles{[]core.Role{mentee, mentee}, []core.Role{mentor, mentee}, 0}, map[int]core.Role{1: mentor}},
		"they became the mentor": {core.FormatIndividual, Roles{[]core.Role{mentor, mentor}, []core.Role{mentor, mentee}, 1}, map[int]core.Role{0: mentee}},
		"one is both":            {core.FormatDigital, Roles{[]core.Role{both, mentee}, []core.Role{mentor, mentee}, 0}, map[int]core.Role{0: mentor}},
		"each is both":           {core.FormatIndividual, Roles{[]core.Role{both, both}, []core.Role{mentee, mentor}, 1}, map[int]core.Role{0: mentee, 1: mentor}},
		"a second mentor":        {core.FormatGroup, Roles{[]core.Role{mentor, mentor, mentee}, nil, -1}, map[int]core.Role{1: mentee}},
		"too few people":         {core.FormatGroup, Roles{[]core.Role{mentor, mentee}, nil, -1}, nil},
	} {
		if got := c.roles.Fix(c.format); !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}

// What is named helps: with it the roles fit, and where they do nothing is named.
func TestRolesFitWhenTheyAreChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		format := rapid.SampledFrom(core.Formats()).Draw(t, "format")
		now := rapid.SliceOfN(rapid.SampledFrom(roles()), 1, 5).Draw(t, "roles")
		r := Roles{Now: now, First: now, Last: rapid.IntRange(-1, len(now)-1).Draw(t, "last")}
		rules := format.Rules()
		fits := func(all []core.Role) bool {
			mentors, mentees := 0, 0
			for _, role := range all {
				if role.Mentors() {
					mentors++
				}
				if role.Learns() {
					mentees++
				}
			}
			return rules.Fit(mentors, mentees) && rules.Enough(len(all))
		}
		fix := r.Fix(format)
		if fits(now) != (len(fix) == 0) && rules.Enough(len(now)) {
			t.Fatalf("%v of %s: %v", now, format, fix)
		}
		changed := append([]core.Role(nil), now...)
		for i, role := range fix {
			changed[i] = role
		}
		if len(fix) > 0 && !fits(changed) {
			t.Fatalf("%v of %s do not fit with %v", now, format, fix)
		}
	})
}
