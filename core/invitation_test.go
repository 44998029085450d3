package core_test

import (
	"testing"
	"time"

	"mentorbook/core"
)

func anInvitation() *core.Invitation {
	return &core.Invitation{
		Method: core.MethodRequest, UID: "m@example.org", Stamp: noon, Start: noon, End: noon.Add(time.Hour), Title: "A first talk",
		Organizer: core.Party{Person: owner, Name: "Olga Stein", Email: "olga@example.org"},
		Guests:    []core.Party{{Person: amina, Name: "Amina Yusuf", Email: "amina@example.org"}},
	}
}

func TestInvitationValidate(t *testing.T) {
	alone := func(v *core.Invitation) { v.Organizer, v.Guests = core.Party{}, nil }
	rows := [][]row[core.Invitation]{
		choices("method", func(v *core.Invitation) *core.Method { return &v.Method }, core.MethodRequest, core.MethodPublish, core.MethodCancel),
		texts("uid", core.MaxLine, true, false, func(v *core.Invitation) *string { return &v.UID }),
		texts("title", core.MaxName, true, false, func(v *core.Invitation) *string { return &v.Title }),
		{
			{"as it is", func(*core.Invitation) {}, "", ""},
			{"of no length", func(v *core.Invitation) { v.End = v.Start }, "end_not_after end", ""},
			{"backwards", func(v *core.Invitation) { v.End = v.Start.Add(-time.Hour) }, "end_not_after end", ""},
			{"asked by and of nobody", alone, "no_organizer organizer; no_recipients guests", ""},
			{"called off by and for nobody", func(v *core.Invitation) { alone(v); v.Method = core.MethodCancel }, "no_organizer organizer; no_recipients guests", ""},
			{"published by nobody", func(v *core.Invitation) { alone(v); v.Method = core.MethodPublish }, "", ""},
			{"an organizer without an address", func(v *core.Invitation) { v.Organizer.Email = "" }, "no_organizer organizer", ""},
			{"an organizer of two lines", func(v *core.Invitation) { v.Organizer.Email = "olga@example.org\r\nX: y" }, "no_organizer organizer", ""},
			{"a guest without an address", func(v *core.Invitation) { v.Guests = append(v.Guests, core.Party{Name: "Boris"}) }, "bad_email guests.2", ""},
			{"nothing", func(v *core.Invitation) { *v = core.Invitation{} }, "bad_choice method; required uid; required title; end_not_after end; " +
				"no_organizer organizer; no_recipients guests", ""},
		},
	}
	for _, list := range rows {
		for _, r := range list {
			v := anInvitation()
			r.edit(v)
			got := ""
			for _, p := range core.Problems(v.Validate()) {
				if r.only == "" || p.Field == r.only {
					got += "; " + string(p.Code) + " " + p.Field
				}
			}
			if want := r.want; got != "" && got[2:] != want || got == "" && want != "" {
				t.Errorf("%s: refused as %q, want %q", r.name, got, want)
			}
		}
	}
}
