package table

import (
	"context"
	"io"

	"mentorbook/core"
)

// GoalColumns are the fields of a spreadsheet of goals, and the headings by which they are found.
func GoalColumns() Columns {
	return Columns{
		{"title", []string{"goal", "title", "objective", "goal title", "goal name", "цель", "название", "название цели", "задача", "формулировка"}},
		{"person", []string{
			"person", "mentee", "name", "owner", "who", "whose", "mentee name", "employee", "e-mail", "менти", "подопечный", "чья",
			"чья цель", "кто", "имя", "фио", "сотрудник", "владелец", "ответственный", "почта", "эл. почта",
		}},
		{"why", []string{"why", "reason", "motivation", "purpose", "rationale", "зачем", "почему", "мотивация", "обоснование"}},
		{"due", []string{"due", "due date", "deadline", "target date", "by", "by when", "end date", "срок", "дедлайн", "до", "дата", "к какому сроку", "срок до", "целевая дата", "date"}},
		{"status", []string{"status", "state", "done", "reached", "achieved", "статус", "состояние", "достигнута", "готово", "выполнена"}},
		{"closed", []string{
			"closed", "completed on", "done on", "done date", "date done", "achieved on", "reached on", "completion date", "closed on",
			"date closed", "completed", "дата завершения", "дата достижения", "дата выполнения", "дата закрытия", "завершена", "закрыта",
		}},
		{"measure", []string{"measure", "metric", "indicator", "kpi", "measured by", "показатель", "мера", "метрика", "измеритель"}},
		{"unit", []string{"unit", "units", "единица", "единицы", "ед", "ед. изм.", "единица измерения"}},
		{"baseline", []string{"baseline", "start value", "initial", "initial value", "starting point", "from", "исходное", "было", "исходное значение", "начальное значение", "база"}},
		{"target", []string{"target", "target value", "goal value", "to", "целевое значение", "план", "цель (значение)", "должно быть", "целевой показатель"}},
		{"now", []string{"now", "current", "current value", "actual", "progress", "сейчас", "факт", "стало", "текущее значение", "прогресс"}},
		{"as_of", []string{"as of", "measured on", "reading date", "на дату", "дата замера", "по состоянию на"}},
		{"notes", []string{"notes", "note", "comment", "comments", "description", "evidence", "remarks", "заметки", "заметка", "комментарий", "комментарии", "описание", "примечание", "примечания", "подтверждение"}},
	}
}

// Goals reads a spreadsheet of goals: at the least their titles.
func (History) Goals(ctx context.Context, r io.Reader, o core.TableOptions) (*core.TableBatch[core.GoalRow], error) {
	return readRows(ctx, r, o, GoalColumns(), []string{"title"}, []string{"due", "closed", "as_of"}, buildGoal)
}

func buildGoal(g *reading) (core.GoalRow, string) {
	row := core.GoalRow{
		Line: g.row.Line, Title: g.text("title"), Person: g.name("person"), Why: g.long("why"), Due: g.date("due"), Notes: g.long("notes"),
	}
	said, closed := g.statusAndDate("status", "closed")
	var err error
	if row.Status, err = parseGoalStatus(said); err != nil {
		g.problem("status", err)
	}
	switch {
	case row.Status == "" && !closed.IsZero():
		row.Status = core.GoalReached
	case row.Status == "":
		row.Status = core.GoalDraft
	}
	if row.Status == core.GoalReached || row.Status == core.GoalDropped {
		row.Closed = g.closedOn(closed, row.Due)
		g.past("closed", row.Closed)
	}
	g.measure(&row)
	g.fits(row.Notes)
	if len(g.problems) == 0 {
		g.check(validGoal(row), map[string]string{
			"measure.target": "target", "measure.baseline": "baseline", "measure.name": "measure", "measure.unit": "unit",
		})
	}
	return row, row.Title
}

func validGoal(row core.GoalRow) error {
	v := core.Goal{
		Person: core.ID{1}, Title: row.Title, Why: row.Why, Due: row.Due, Status: row.Status, Closed: row.Closed, Measure: row.Measure,
	}
	return v.Validate()
}

// measure reads the figures. A figure without a target to go to, such as a typed-in percentage, is no measure:
// it goes into the notes.
func (g *reading) measure(row *core.GoalRow) {
	target, unit, ok := g.figure("target")
	baseline, unitFrom, _ := g.figure("baseline")
	now, _, hasNow := g.figure("now")
	asOf := g.date("as_of")
	if !ok {
		for _, f := range []string{"measure", "unit", "baseline", "now"} {
			row.Notes = keep(row.Notes, g.heading(f), g.text(f))
		}
		return
	}
	m := &core.Measure{Name: g.text("measure"), Unit: g.text("unit"), Baseline: baseline, Target: target}
	if m.Name == "" {
		m.Name = string([]rune(row.Title)[:min(len([]rune(row.Title)), core.MaxName)])
	}
	for _, u := range []string{unit, unitFrom} {
		if m.Unit == "" {
			m.Unit = u
		}
	}
	if hasNow {
		if asOf.IsZero() {
			asOf = g.today
		}
		g.past("as_of", asOf)
		m.Read(asOf, now)
	}
	row.Measure = m
}

func (g *reading) figure(field string) (value float64, unit string, ok bool) {
	s := g.text(field)
	if s == "" {
		return 0, "", false
	}
	value, unit, err := parseFigure(s, g.decimal)
	if err != nil {
		g.problem(field, err)
		return 0, "", false
	}
	g.thousands = g.thousands || unsureFigure.MatchString(bareFigure(s))
	return value, unit, true
}

// statusAndDate reads a status and the day on which it was reached. People write the day into the column of
// the status, too, and a tick into that of the day.
func (g *reading) statusAndDate(status, closed string) (said string, on core.Date) {
	said = g.text(status)
	if m, err := parseMoment(said, g.orders[closed]); err == nil {
		g.guessed = g.guessed || m.guessed
		return "yes", m.date
	}
	s := g.text(closed)
	if k := statusKey(s); inWords(yesWords, k) || inWords(noWords, k) {
		if said == "" {
			said = s
		}
		return said, core.Date{}
	}
	return said, g.date(closed)
}
