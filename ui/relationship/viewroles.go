package relationship

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// clearRoles takes away what is said of roles, and of the participants together: it is about those who stood there.
func (f *relForm) clearRoles() {
	f.about.SetError("")
	for _, row := range f.parts {
		row.role.SetError("")
	}
}

// named gives who stands in the rows, by what tells them from others.
func (f *relForm) named() []string {
	var out []string
	for _, row := range f.parts {
		if row.who != nil {
			v, _ := row.who.Value()
			out = append(out, v.Key+" "+v.Text)
		}
	}
	return out
}

// showRoles says at whose role another is to be chosen, and which, where the roles do not fit the format, and which formats the
// participants fit as they are. It goes to the first of the roles, else to the format.
func (f *relForm) showRoles(err error) {
	problems, w := core.Problems(err), f.deps.Words
	at := slices.IndexFunc(problems, func(p *core.Error) bool { return p.Code == core.CodeRoles })
	if at < 0 {
		return
	}
	if fits := f.rolesNow().Formats(); len(fits) > 0 {
		names := make([]string, len(fits))
		for i, format := range fits {
			names[i] = w.Quote(locale.Capital(w.Word(format)))
		}
		f.about.SetError(w.FieldError(problems[at]) + ". " + w.T("rel.form_fits", "formats", w.List(names)))
		defer kit.Reveal(f.about)
	}
	fix := f.rolesNow().Fix(core.Formats()[max(f.format.Chosen(), 0)])
	first := true
	for i, row := range f.parts {
		role, wrong := fix[i]
		if !wrong {
			continue
		}
		row.role.SetError(w.T("rel.form_role", "role", locale.Capital(w.Word(role))))
		if first {
			kit.FocusIn(row.role)
			first = false
		}
	}
	if first {
		kit.FocusIn(f.format)
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
