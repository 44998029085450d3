package planning

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// What the dialogs of an invitation and of an answer have in common: both are made anew after each choice.

// scopeOf chooses between one meeting and the whole of its series.
func scopeOf(deps InviteDeps, whole *bool, chosen func()) fyne.CanvasObject {
	at := 0
	if *whole {
		at = 1
	}
	names := []string{deps.Words.T("invite.one"), deps.Words.T("invite.series")}
	return kit.Line(0, kit.NewSegments(names, at, func(i int) {
		*whole = i == 1
		chosen()
	}), kit.Spring())
}

// waysOrProblem gives the ways in which a message can go out, or why it cannot.
func waysOrProblem(problem string, ways func() fyne.CanvasObject) fyne.CanvasObject {
	if problem != "" {
		return kit.NewText(problem, kit.CaptionIn(kit.ColorDanger))
	}
	return ways()
}

// putParts shows other parts in a dialog. The focus stays where it is; at first it goes into them.
func putParts(box *fyne.Container, open *shell.Open, parts []fyne.CanvasObject) {
	fresh := len(box.Objects) == 0
	kit.KeepFocus(box, func() {
		box.Objects = parts
		box.Refresh()
		open.Relayout() // only what has been laid out can have the focus
	})
	if fresh {
		kit.FocusIn(box)
	}
}
