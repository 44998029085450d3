package relationship

import (
	"slices"

	"mentorbook/core"
)

// mostRoles is how many participants may be for their roles to be tried out; of more the rule alone is said.
const mostRoles = 6

// Roles are the roles in a form: as they are, as they stood at first, and whose was chosen last, -1 for nobody's.
type Roles struct {
	Now, First []core.Role
	Last       int
}

// Fix says who in a format is to have another role, and which, by their places: as few as can be, not the one that was chosen last
// where it can stay, and rather as it stood at first. It is empty where the roles fit, and where roles alone don't help.
func (r Roles) Fix(format core.Format) map[int]core.Role {
	rules, n := format.Rules(), len(r.Now)
	if n > mostRoles || !rules.Enough(n) {
		return nil
	}
	best, cost := []core.Role(nil), -1
	try := make([]core.Role, n)
	var from func(i int)
	from = func(i int) {
		if i < n {
			for _, role := range roles() {
				try[i] = role
				from(i + 1)
			}
			return
		}
		if c := r.cost(try); rules.Fit(sides(try)) && (cost < 0 || c < cost) {
			best, cost = slices.Clone(try), c
		}
	}
	from(0)
	out := map[int]core.Role{}
	for i, role := range best {
		if role != r.Now[i] {
			out[i] = role
		}
	}
	return out
}

// Formats gives the formats that so many people in these roles make.
func (r Roles) Formats() []core.Format {
	return slices.DeleteFunc(core.Formats(), func(f core.Format) bool {
		rules := f.Rules()
		return !rules.Enough(len(r.Now)) || !rules.Fit(sides(r.Now))
	})
}

// sides counts who mentors and who learns.
func sides(all []core.Role) (mentors, mentees int) {
	for _, role := range all {
		if role.Mentors() {
			mentors++
		}
		if role.Learns() {
			mentees++
		}
	}
	return mentors, mentees
}

// cost is the less the better other roles are.
func (r Roles) cost(to []core.Role) (c int) {
	for i, role := range to {
		if role != r.Now[i] {
			c += 100
			if i == r.Last {
				c += 10
			}
		}
		if i < len(r.First) && role != r.First[i] {
			c++
		}
	}
	return c
}
