package ui

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendarfile"
	"mentorbook/ui/kit"
	"mentorbook/ui/people"
	"mentorbook/ui/shell"
	"mentorbook/ui/tables"
)

// skipped is what an import left out: how much of the file, and each part of it with the reason.
type skipped struct {
	count int
	at    func(i int) (title, why string)
}

// skippedPeople gives the lines of a file of people that were refused, and those for which nobody has said who is meant.
func (w *Window) skippedPeople(plan *planner.ImportPlan) skipped {
	var rows []people.ImportRow
	for _, row := range people.NewImport(plan, w.words()).Rows {
		if row.Fate == people.Refused || row.Fate == people.Choose {
			rows = append(rows, row)
		}
	}
	return skipped{len(rows), func(i int) (string, string) { return rows[i].Name, rows[i].Caption }}
}

// skippedLines gives the lines of a spreadsheet that were refused.
func (w *Window) skippedLines(plan *planner.TablePlan) skipped {
	var lines []tables.Line
	for _, line := range tables.NewModel(tables.Read{Kind: plan.Kind, Plan: plan}, w.words()).Lines {
		if line.State == tables.Refused {
			lines = append(lines, line)
		}
	}
	return skipped{len(lines), func(i int) (string, string) { return lines[i].Title, lines[i].Detail }}
}

// skippedEvents gives the events and answers of a calendar that were refused, by the clock and the day of its owner.
func (w *Window) skippedEvents(plan *planner.CalendarPlan, today core.Date, home core.Zone) skipped {
	m := calendarfile.NewModel(plan, w.words(), today, home)
	m.Only(calendarfile.Refused)
	return skipped{m.Len(), func(i int) (string, string) { return m.At(i).Title, m.At(i).Caption }}
}

// saySkipped adds to the message about an import how much it left out, and offers to show that.
func (w *Window) saySkipped(s skipped) {
	if s.count > 0 {
		w.shell.TellMore(w.t("import.skipped", "count", s.count), w.t("import.skipped_show"), func() { w.showSkipped(s) })
	}
}

// showSkipped lists what an import left out, and why.
func (w *Window) showSkipped(s skipped) {
	title := func(i int) string { what, _ := s.at(i); return what }
	why := func(i int) string { _, because := s.at(i); return because }
	list := kit.NewList(kit.ListSpec{
		Length: func() int { return s.count },
		Create: func() fyne.CanvasObject {
			return kit.TwoLines(kit.NewLine("", kit.Body()), kit.NewLine("", kit.Caption()))
		},
		Update: func(i int, o fyne.CanvasObject) {
			two := o.(*fyne.Container).Objects
			two[0].(*kit.Text).SetText(title(i))
			two[1].(*kit.Text).SetText(why(i))
		},
		Height: 48, Label: title,
	})
	w.shell.Dialogs.Show(shell.Dialog{
		Title: w.t("import.skipped_title"), Width: 680, Cancel: w.t("shell.close"), First: list,
		Content: kit.Stack(10, kit.Over(kit.NewPanel(kit.ColorCard, kit.ColorHairline, 6), kit.Pad(2, 2, 2, 2, kit.Tall(288, list))), kit.Whole(list, why)),
	})
}
