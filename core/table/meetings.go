package table

import (
	"context"
	"io"
	"time"

	"mentorbook/core"
)

// MeetingColumns are the fields of a spreadsheet of meetings, and the headings by which they are found.
func MeetingColumns() Columns {
	return Columns{
		{"with", []string{
			"with", "mentee", "mentor", "person", "name", "participant", "participants", "who", "contact", "relationship",
			"mentee name", "mentor name", "with whom", "e-mail", "mentee email", "с кем", "менти", "подопечный", "наставник", "ментор",
			"участник", "участники", "кто", "имя", "фио", "контакт", "отношения", "почта", "эл. почта",
		}},
		{"title", []string{"title", "topic", "subject", "theme", "meeting", "тема", "название", "встреча", "предмет", "заголовок"}},
		{"date", []string{"date", "start date", "meeting date", "day", "when", "дата", "дата встречи", "дата начала", "день", "когда", "дата и время"}},
		{"start", []string{"start", "start time", "time", "begin", "begins", "starts", "from", "начало", "время", "время начала", "с"}},
		{"end_date", []string{"end date", "дата окончания", "дата конца"}},
		{"end", []string{"end", "end time", "ends", "until", "finish", "to", "конец", "окончание", "время окончания", "время конца", "по", "до"}},
		{"minutes", []string{"minutes", "min", "duration", "length", "duration (min)", "duration, min", "duration minutes", "минуты", "минут", "мин", "длительность", "продолжительность", "длительность, мин", "длительность (мин)"}},
		{"hours", []string{"hours", "hrs", "h", "duration (hours)", "часы", "часов", "ч", "длительность, ч", "длительность (часы)"}},
		{"zone", []string{"time zone", "timezone", "zone", "tz", "часовой пояс", "пояс", "зона"}},
		{"status", []string{"status", "state", "held", "happened", "outcome", "took place", "статус", "состояние", "состоялась", "проведена"}},
		{"place", []string{"place", "location", "where", "room", "место", "где", "адрес"}},
		{"link", []string{"link", "url", "meeting link", "video", "call", "ссылка", "ссылка на встречу", "видео"}},
		{"notes", []string{
			"notes", "note", "comment", "comments", "summary", "description", "remarks", "заметки", "заметка", "комментарий",
			"комментарии", "описание", "примечание", "примечания", "итоги", "содержание",
		}},
	}
}

// Meetings reads a spreadsheet of meetings: at the least whom with, and a date.
func (History) Meetings(ctx context.Context, r io.Reader, o core.TableOptions) (*core.TableBatch[core.MeetingRow], error) {
	return readRows(ctx, r, o, MeetingColumns(), []string{"with", "date|start"}, []string{"date", "start", "end", "end_date"}, buildMeeting)
}

func buildMeeting(g *reading) (core.MeetingRow, string) {
	row := core.MeetingRow{
		Line: g.row.Line, With: g.name("with"), Title: g.text("title"), Zone: g.zone("zone"),
		Place: g.text("place"), Link: g.text("link"), Notes: g.long("notes"),
	}
	name := row.Title
	if name == "" {
		name = row.With
	}
	if row.With == "" {
		g.problem("with", core.Fail(core.CodeRequired))
	}
	if row.Link != "" && !core.ValidLink(row.Link) {
		row.Notes = keep(row.Notes, g.heading("link"), row.Link)
		row.Link = ""
	}
	g.times(&row)
	var err error
	if row.Status, row.MissedBy, err = parseMeetingStatus(g.text("status")); err != nil {
		g.problem("status", err)
	}
	if row.Status == "" {
		row.Status = core.MeetingPlanned
		if row.Start.Date.Before(g.today) {
			row.Status = core.MeetingHeld
		}
	}
	if row.Status == core.MeetingHeld || row.Status == core.MeetingMissed {
		g.past(g.firstOf("date", "start"), row.Start.Date)
	}
	if len(g.problems) == 0 {
		g.check(validMeeting(row), map[string]string{"reason": "notes"})
	}
	return row, name
}

// validMeeting checks what a meeting made of the row would be refused for. In UTC, because the zone has been
// checked and looking it up again would take most of the time.
func validMeeting(row core.MeetingRow) error {
	m := core.Meeting{
		Relationship: core.ID{1}, UID: "row", Title: row.Title, Start: row.Start, End: row.End, Zone: "UTC",
		Place: row.Place, Link: row.Link, Status: row.Status, MissedBy: row.MissedBy, Reason: row.Notes,
	}
	if m.End.IsZero() {
		m.End = m.Start.AddMinutes(1)
	}
	if m.Status == core.MeetingMissed && m.MissedBy == "" {
		m.MissedBy = core.RoleBoth // found out later; see MeetingRow
	}
	return m.Validate()
}

// times reads start and end from whichever columns hold them.
func (g *reading) times(row *core.MeetingRow) {
	day, at, until, ok := g.start()
	if !ok {
		return
	}
	if at == nil {
		row.NoTime = true
		at = &clock{hour: 12}
	}
	row.Start = day.At(at.hour, at.minute)
	if !row.NoTime {
		g.end(row, until)
	} else if n := g.length(); n > 0 {
		row.End = row.Start.AddMinutes(n)
	}
	g.shift(row, at)
}

// end reads the end, which may have stood beside the start already: a time, a day with a time, or a length. A
// time alone that is earlier than the start is one of the next day, unless the meeting would last longer than
// anybody meets: then the two are the wrong way round, which the check of the row says.
func (g *reading) end(row *core.MeetingRow, until *clock) {
	day := g.date("end_date")
	if s := g.text("end"); s != "" {
		if c, err := parseClock(s); err == nil {
			until = &c
		} else if m, ok := g.moment("end"); ok && m.hasTime {
			until, day = &m.clock, m.date
		}
	}
	if until == nil {
		if n := g.length(); n > 0 {
			row.End = row.Start.AddMinutes(n)
		}
		return
	}
	alone := day.IsZero()
	if alone {
		day = row.Start.Date
	}
	row.End = day.At(until.hour, until.minute)
	const longest = 12 * 60 // minutes
	next := day.AddDays(1).At(until.hour, until.minute)
	if alone && row.End.Compare(row.Start) < 0 && next.Compare(row.Start.AddMinutes(longest)) <= 0 {
		row.End = next
	}
}

// start gives the day, and the times of the day that stand beside it, if any.
func (g *reading) start() (day core.Date, at, until *clock, ok bool) {
	m, ok := g.moment("date")
	noDate := g.text("date") == ""
	s := g.text("start")
	switch c, end, err := parseSpan(s); {
	case ok && m.hasTime:
		return m.date, &m.clock, nil, true
	case ok && s == "":
		return m.date, nil, nil, true
	case ok && err == nil:
		return m.date, &c, end, true
	case !ok && !noDate: // the date is bad, and has been noted
		return m.date, nil, nil, false
	case noDate && (s == "" || err == nil):
		g.problem(g.firstOf("date", "start"), core.Fail(core.CodeRequired))
		return m.date, nil, nil, false
	case ok:
		if full, err := parseMoment(s, g.orders["start"]); err != nil || full.date != m.date || !full.hasTime {
			g.problem("start", core.Fail(core.CodeBadTime, "value", core.Excerpt(s)))
			return m.date, nil, nil, false
		}
	}
	full, ok := g.moment("start")
	if full.hasTime {
		at = &full.clock
	}
	return full.date, at, nil, ok
}

// firstOf gives the first of the fields that the table has a column for.
func (g *reading) firstOf(fields ...string) string {
	for _, f := range fields {
		if _, ok := g.places[f]; ok {
			return f
		}
	}
	return fields[0]
}

func (g *reading) length() int {
	field, unit := "minutes", 1
	if g.text(field) == "" {
		field, unit = "hours", 60
	}
	s := g.text(field)
	if s == "" {
		return 0
	}
	n, err := parseLength(s, unit)
	if err != nil {
		g.problem(field, err)
	}
	return n
}

// shift moves times that were written with an offset from UTC into the meeting's zone, or into UTC where the
// file names none: an offset alone is no zone.
func (g *reading) shift(row *core.MeetingRow, at *clock) {
	if !at.hasOffset {
		return
	}
	if row.Zone == "" {
		row.Zone = "UTC"
	}
	loc, err := row.Zone.Location()
	if err != nil {
		return
	}
	move := func(c core.Civil) core.Civil {
		utc := time.Date(c.Date.Year, c.Date.Month, c.Date.Day, c.Hour, c.Minute, 0, 0, time.UTC)
		return core.CivilOf(utc.Add(-at.offset).In(loc))
	}
	length := row.End.MinutesSince(row.Start)
	hasEnd := !row.End.IsZero()
	row.Start = move(row.Start)
	if hasEnd {
		row.End = row.Start.AddMinutes(length)
	}
}
