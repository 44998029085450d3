package table

import "mentorbook/core"

// Dates reads the dates of one column, having looked at all of them: whether 03/04/2026 is in March or in April
// shows in another cell.
type Dates struct{ order order }

// LearnDates looks at a column.
func LearnDates(t *Table, column int) Dates {
	d := Dates{}
	for _, row := range t.Rows {
		switch o := orderOf(row.Cell(column)); {
		case o == orderUnknown:
		case d.order == orderUnknown:
			d.order = o
		case d.order != o:
			return Dates{}
		}
	}
	return d
}

// Parse reads a date in any of the forms that people and programs write. Guessed tells that the day was taken
// for the first figure and nothing proved it. Its error has CodeBadDate or CodeBadTime.
func (d Dates) Parse(text string) (date core.Date, guessed bool, err error) {
	m, err := parseMoment(text, d.order)
	return m.date, m.guessed, err
}
