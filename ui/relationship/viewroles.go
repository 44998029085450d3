package relationship

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// clearRoles takes away what is said of roles.
func (f *relForm) clearRoles() {
	for _, row := range f.parts {
		row.role.SetError("")
	}
}

// showRoles says at whose role another is to be chosen, and which, where the roles do not fit the format, and goes to the first of
// them.
func (f *relForm) showRoles(err error) {
	if !slices.ContainsFunc(core.Problems(err), func(p *core.Error) bool { return p.Code == core.CodeRoles }) {
		return
	}
	fix := f.rolesNow().Fix(core.Formats()[max(f.format.Chosen(), 0)])
	first := true
	for i, row := range f.parts {
		role, wrong := fix[i]
		if !wrong {
			continue
		}
		row.role.SetError(f.deps.Words.T("rel.form_role", "role", locale.Capital(f.deps.Words.Word(role))))
		if first {
			kit.FocusIn(row.role)
			first = false
		}
	}
}

func (f *relForm) rolesNow() Roles {
	out := Roles{Last: -1}
	for i, row := range f.parts {
		out.Now = append(out.Now, roles()[max(row.role.Chosen(), 0)])
		out.First = append(out.First, row.first)
		if row == f.chose {
			out.Last = i
		}
	}
	return out
}
