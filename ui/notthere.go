package ui

import (
	"mentorbook/core"
	"mentorbook/ui/checklists"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// sayNotThere says that what somebody wanted to open is not there, and where to look for it if it was deleted.
func (w *Window) sayNotThere(kind core.Kind) {
	w.shell.Say(kit.ToastSpec{
		Text: w.t("gone." + string(kind)), Action: w.t("deleted.command"), Do: func() { w.shell.Commands.Run("deleted") },
	})
}

// lookFor says of a page that shows something else where there is not what its route names, such as the first of its list, that
// this is not there. Pages that show nothing else find out by themselves.
func (w *Window) lookFor(r shell.Route) {
	kind := map[string]core.Kind{screenPeople: core.KindPerson, screenReports: core.KindRelationship, screenChecklists: core.KindRun}[r.Screen]
	if r.Screen == screenChecklists && r.Tab == checklists.TabTemplates {
		kind = core.KindChecklist
	}
	if kind == "" || r.ID.IsZero() {
		return
	}
	w.whether(core.Ref{Kind: kind, ID: r.ID}, func() {}, func() { w.sayNotThere(kind) })
}
