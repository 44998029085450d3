package table

import (
	"context"
	"io"

	"mentorbook/core"
)

// ActionColumns are the fields of a spreadsheet of actions, and the headings by which they are found.
func ActionColumns() Columns {
	return Columns{
		{"title", []string{
			"action", "title", "task", "to do", "what", "item", "action item", "next step", "promise", "действие", "задача", "что",
			"что сделать", "название", "поручение", "дело", "обещание",
		}},
		{"owner", []string{
			"owner", "assignee", "assigned to", "who", "responsible", "by whom", "person", "name", "ответственный", "исполнитель",
			"кто", "владелец", "чьё", "имя", "фио",
		}},
		{"with", []string{"with", "with whom", "mentee", "mentor", "relationship", "с кем", "менти", "подопечный", "наставник", "ментор", "отношения"}},
		{"due", []string{"due", "due date", "deadline", "by", "by when", "target date", "срок", "дедлайн", "до", "дата", "срок до", "к какому сроку", "date"}},
		{"status", []string{"status", "state", "done", "complete", "finished", "статус", "состояние", "готово", "сделано", "выполнено"}},
		{"closed", []string{
			"done date", "done on", "date done", "completed on", "completed", "closed", "closed on", "completion date", "finished on",
			"дата выполнения", "дата завершения", "выполнено (дата)", "сделано (дата)", "закрыто", "когда сделано",
		}},
		{"notes", []string{"notes", "note", "comment", "comments", "description", "details", "remarks", "заметки", "заметка", "комментарий", "комментарии", "описание", "примечание", "примечания"}},
	}
}

// Actions reads a spreadsheet of actions: at the least their titles.
func (History) Actions(ctx context.Context, r io.Reader, o core.TableOptions) (*core.TableBatch[core.ActionRow], error) {
	return readRows(ctx, r, o, ActionColumns(), []string{"title"}, []string{"due", "closed"}, buildAction)
}

func buildAction(g *reading) (core.ActionRow, string) {
	row := core.ActionRow{
		Line: g.row.Line, Title: g.text("title"), Owner: g.name("owner"), With: g.name("with"), Due: g.date("due"), Notes: g.long("notes"),
	}
	said, closed := g.statusAndDate("status", "closed")
	var err error
	if row.Status, err = parseActionStatus(said); err != nil {
		g.problem("status", err)
	}
	switch {
	case row.Status == "" && !closed.IsZero():
		row.Status = core.ActionDone
	case row.Status == "":
		row.Status = core.ActionOpen
	}
	if row.Status != core.ActionOpen {
		row.Closed = g.closedOn(closed, row.Due)
		g.past("closed", row.Closed)
	}
	g.fits(row.Notes)
	if len(g.problems) == 0 {
		g.check(validAction(row), nil)
	}
	return row, row.Title
}

func validAction(row core.ActionRow) error {
	v := core.Action{Title: row.Title, Owner: core.ID{1}, Due: row.Due, Status: row.Status, Closed: row.Closed}
	return v.Validate()
}
