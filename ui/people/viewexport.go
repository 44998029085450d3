package people

import (
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// ExportDeps is what the dialog before an export of people asks of the window.
type ExportDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Export  func(opt planner.ExportOptions)
}

// ShowExport says what leaves with an export of everybody, and asks whether notes do too. They stay unless somebody
// wants them to go: a private note must not come into other hands with an address book.
func ShowExport(deps ExportDeps) {
	w := deps.Words
	notes := kit.NewCheckBox(w.T("people.export_notes"), false, nil)
	agreed := false
	deps.Dialogs.Show(shell.Dialog{
		Title:   w.T("people.export_title"),
		Content: kit.Stack(10, kit.NewText(w.T("people.export_about"), kit.Body()), notes, kit.NewText(w.T("people.export_notes_about"), kit.Caption())),
		Confirm: w.T("people.export_file"), Cancel: w.T("window.cancel"),
		OK: func() bool {
			agreed = true
			return true
		},
		Closed: func() { // the file is chosen in a dialog of its own, which has the focus then
			if agreed {
				deps.Export(planner.ExportOptions{Notes: notes.On()})
			}
		},
	})
}
