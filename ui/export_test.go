package ui

import (
	"mentorbook/core"
	"mentorbook/ui/calendar"
	"mentorbook/ui/kit"
)

// MoveTo does what putting a meeting down at a time in the calendar does.
func (w *Window) MoveTo(id core.ID, start core.Civil, minutes int, zone core.Zone) {
	w.moveMeeting(id, calendar.Place{Start: start, Zone: zone, Minutes: minutes}, calendar.Warning{})
}

// RateSkill and ReleaseItem open what pages reach by rows, for tests of the dialogs alone.
func (w *Window) RateSkill(id core.ID)     { w.rateSkill(id) }
func (w *Window) ReleaseItem(ref core.Ref) { w.releaseItem(ref) }

// SidebarNames gives the relationships of the sidebar in their order.
func (w *Window) SidebarNames() []string {
	var out []string
	for _, row := range w.steady(w.day.Sidebar) {
		out = append(out, row.Name)
	}
	return out
}

// ImportTable is what the command does with a file that was chosen.
func (w *Window) ImportTable(path string) { w.importTable(path) }

// DialogFields names the fields under which dialogs keep what is typed into them.
func (w *Window) DialogFields() []string {
	var out []string
	for _, d := range w.dialogs() {
		out = append(out, d.field)
	}
	return out
}

// OpenDialog opens the dialog that keeps what is typed into it under a field of a record.
func (w *Window) OpenDialog(of core.Ref, field string) {
	if d, at, ok := w.dialogOf(field); ok {
		d.resume(of, at)
	}
}

// MainMenu gives what stands in the menu beside the program's name, also without a program around the window.
func (w *Window) MainMenu() []kit.MenuEntry { return w.mainMenu() }

// OpenAll opens letters in a mail program.
func OpenAll(letters []string, open func(string) error) error { return openAll(letters, open) }

// MailText and OpenLink are what pages do with addresses.
func (w *Window) MailText(to []string, subject, body string) { w.mailText(to, subject, body) }
func (w *Window) OpenLink(link string)                       { w.openLink(link) }

// Written is what is said of an export.
func (w *Window) Written(path string) { w.written(path) }
