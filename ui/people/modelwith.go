package people

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// mostWith is how many of somebody's relationships the list says; the rest are counted.
const mostWith = 2

// with says what somebody is to the owner, for the list: the first few of all that they are. all has everything, by which they
// are looked for.
func with(parts []planner.PersonPart, p *core.Person, w *locale.Words) (said, all string) {
	var live []planner.PersonPart
	for _, part := range parts {
		if !part.Left && part.Status != core.StatusEnded {
			live = append(live, part)
		}
	}
	if len(live) == 0 {
		if len(parts) > 0 {
			said = w.T("people.former")
		}
		return said, said
	}
	out := make([]string, len(live))
	times := map[string]int{}
	for i, part := range live {
		out[i] = partWords(part, p, w)
		times[out[i]]++
	}
	for i, part := range live {
		if more := moreApart(part.Apart, w); times[out[i]] > 1 && more != "" {
			out[i] = w.T("people.part_apart", "part", out[i], "apart", more)
		}
	}
	out = distinct(out)
	all = strings.Join(out, ", ")
	if more := len(out) - mostWith; more > 0 {
		return w.T("people.with_more", "with", strings.Join(out[:mostWith], ", "), "n", more), all
	}
	return all, all
}

// distinct gives texts in their order, each once.
func distinct(texts []string) (out []string) {
	for _, text := range texts {
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// partWords says what somebody is in one relationship: their role alone where it is called after them, else also where.
func partWords(part planner.PersonPart, p *core.Person, w *locale.Words) string {
	role := w.Word(part.Role)
	if part.Role == core.RoleBoth {
		role = w.T("people.both")
	}
	name := strings.TrimSuffix(part.Name, core.ApartBy+part.Apart)
	switch {
	case name == p.Name || name == "":
		return role
	case !part.Named: // it is called after everybody in it
		return w.T("people.part_group", "role", role)
	}
	return w.T("people.part", "role", role, "name", name)
}

// moreApart gives what tells a relationship apart besides the side that the owner is on, which the other's role says.
func moreApart(apart string, w *locale.Words) string {
	for _, side := range []core.Role{core.RoleMentor, core.RoleMentee, core.RoleBoth} {
		if words := w.T("apart." + string(side)); apart == words {
			return ""
		} else if rest, cut := strings.CutPrefix(apart, words+core.ApartBy); cut {
			return rest
		}
	}
	return apart
}
