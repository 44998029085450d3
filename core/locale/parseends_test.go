package locale

import (
	"strings"
	"testing"

	"mentorbook/core"
)

// The ends and beginnings of stretches, in the words that people use for a deadline. Today is Monday, 23 November 2026.
func TestParseEnds(t *testing.T) {
	today := day("2026-11-23")
	for want, list := range map[string][]string{
		"2026-11-23": {"end of day", "by the end of the day", "EOD", "COB", "к концу дня", "до конца дня", "к сегодняшнему дню", "сегодняшний день"},
		"2026-11-24": {"by tomorrow", "к завтрашнему дню", "до завтрашнего дня", "на завтрашний день", "tomorrow EOD", "end of day tomorrow"},
		"2026-11-25": {"после завтра", "к послезавтрашнему дню"},
		"2026-11-27": {"by the end of day Friday", "EOD Friday", "Friday, EOD", "Friday end of day", "к концу дня в пятницу"},
		"2026-11-29": {"end of the week", "by the end of this week", "EOW", "к концу недели", "до конца этой недели"},
		"2026-11-30": {
			"by the end of the month", "EOM", "до конца месяца", "конец месяца", "end of November", "the end of Nov", "к концу ноября",
			"beginning of next week", "start of the next week", "к началу следующей недели", "within a week", "в течение недели", "a week from today",
		},
		"2026-12-01": {"start of December", "в начале декабря", "beginning of next month", "к началу следующего месяца"},
		"2026-12-04": {"a week from Friday"},
		"2026-12-06": {"end of next week", "by the end of the next week", "к концу следующей недели", "до конца следующей недели"},
		"2026-12-07": {"in a couple of weeks", "in a fortnight", "within two weeks", "в течение двух недель", "two weeks from today"},
		"2026-12-31": {"end of next month", "до конца следующего месяца", "end of the quarter", "до конца квартала", "EOY", "к концу этого года"},
		"2027-02-28": {"end of February", "конец февраля"},
		"2028-02-29": {"end of Feb 2028"},
		"2027-12-31": {"end of next year", "до конца следующего года"},
	} {
		for _, s := range list {
			if got, err := ParseDate(s, today); err != nil || got.String() != want {
				t.Errorf("%q is read as %v (%v), want %s", s, got, err, want)
			}
		}
	}
	for _, s := range []string{
		"end", "end of", "конца", "end of the", "start of the week", "к началу недели", "end of meeting", "end of week two", "end of May 26 27", "a week from", "завтрашний", "завтрашнего совета",
		"EOD nothing", "end of the end", "end of next", "beginning",
	} {
		if got, err := ParseDate(s, today); core.CodeOf(err) != core.CodeBadDate {
			t.Errorf("%q is read as %v", s, got)
		}
	}
}

// A weekday beside a date is that of the date, or the error says which the date has.
func TestAWeekdayIsThatOfItsDate(t *testing.T) {
	today := day("2026-11-23")
	en, ru := words(t, core.English), words(t, core.Russian)
	for _, s := range []string{"Friday, 27 November", "Fri 27.11", "27 November, Friday", "27.11.2026 (пт)", "пятница, 27 ноября 2026 г.", "к пятнице, 27 ноября", "Fri-27-Nov", "2026-11-27 Fri"} {
		if got, err := ParseDate(s, today); err != nil || got != day("2026-11-27") {
			t.Errorf("%q is read as %v (%v)", s, got, err)
		}
	}
	for _, s := range []string{"Friday, 5 May", "5 May, Friday", "пятница, 5 мая", "Fri 5.5", "by Friday, 5 May 2027", "к пятнице, 5 мая 2027 г.", "5 мая (пт)", "Thursday 2027-05-05"} {
		err, _ := DateError("due", s, today).(*core.Error)
		if err == nil {
			t.Errorf("%q is taken", s)
			continue
		}
		delete(err.Args, "value")
		check(t, []both{
			{s, en.FieldError(err), "5 May 2027 is a Wednesday: leave the weekday out, or write another date"},
			{s, ru.FieldError(err), "5 мая 2027 г. — среда: уберите день недели или напишите другую дату"},
		})
		if _, err := ParseDue(s, today); err == nil {
			t.Errorf("%q is taken for a day to come", s)
		}
	}
	if _, err := ParseMoment("Friday, 5 May 2027 10:00", today); core.CodeOf(err) != core.CodeBadDate {
		t.Error(err)
	}
	if got, err := ParseDate("Fri 5 June", today); err != nil || got != day("2026-06-05") {
		t.Errorf("a Friday of this year is read as %v (%v)", got, err)
	}
}

// A line that names a date with another weekday keeps it as it stands, says which day it is, and offers either.
func TestALineWithAnotherWeekdayIsInDoubt(t *testing.T) {
	today := day("2026-11-23")
	en, ru := words(t, core.English), words(t, core.Russian)
	for _, c := range []struct {
		line, title, noDay, first, second string
		doubt                             *Words
		says                              string
	}{
		{"send the draft by Friday, 5 May", "send the draft by Friday, 5 May", "Friday, 5 May", "send the draft by 5 May", "send the draft by Friday", en, "5 May 2027 is a Wednesday"},
		{"send the draft Friday 5 May", "send the draft Friday 5 May", "Friday 5 May", "send the draft 5 May", "send the draft Friday", en, "5 May 2027 is a Wednesday"},
		{"by Friday, 5 May send it", "by Friday, 5 May send it", "Friday, 5 May", "by 5 May send it", "by Friday send it", en, "5 May 2027 is a Wednesday"},
		{"by Fri 5 June", "by Fri 5 June", "Fri 5 June", "by 5 June", "by Fri", en, "5 June 2027 is a Saturday"},
		{"прислать к пятнице, 5 мая", "прислать к пятнице, 5 мая", "пятнице, 5 мая", "прислать к 5 мая", "прислать к пятнице", ru, "5 мая 2027 г. — среда"},
		{"прислать 5 мая (пт)", "прислать 5 мая (пт)", "5 мая (пт)", "прислать 5 мая", "прислать пт", ru, "5 мая 2027 г. — среда"},
	} {
		p := ParsePromise(c.line, today, nil, core.ID{})
		if p.Title != c.title || !p.Due.IsZero() || p.NoDay != c.noDay || p.OnEnter() != "" {
			t.Errorf("%q: %q by %v, no day %q", c.line, p.Title, p.Due, p.NoDay)
		}
		if len(p.Perhaps) != 2 || p.Perhaps[0].Line != c.first || p.Perhaps[1].Line != c.second {
			t.Errorf("%q may mean %v", c.line, p.Perhaps)
			continue
		}
		if got := c.doubt.DayDoubt(p, today); !strings.HasPrefix(got, c.says) || !strings.Contains(got, p.Perhaps[0].Words+" / "+p.Perhaps[1].Words) {
			t.Errorf("%q: %q", c.line, got)
		}
	}
	if p := ParsePromise("send the draft by Friday, 27 November", today, nil, core.ID{}); p.Due != day("2026-11-27") || p.Title != "send the draft" {
		t.Errorf("%+v", p)
	}
}

// Typed lines lose the deadline with all its words, and nothing of what is only spoken of.
func TestTheEndOfALine(t *testing.T) {
	today := day("2026-11-23")
	for _, c := range []struct{ line, title, due string }{
		{"send the draft by the end of next week", "send the draft", "2026-12-06"},
		{"send the draft the day after tomorrow", "send the draft", "2026-11-25"},
		{"send the draft at the start of next week", "send the draft", "2026-11-30"},
		{"send the draft by EOD Friday", "send the draft", "2026-11-27"},
		{"send the draft in two weeks", "send the draft", "2026-12-07"},
		{"send by the end of the month the figures", "send the figures", "2026-11-30"},
		{"прислать черновик к завтрашнему дню", "прислать черновик", "2026-11-24"},
		{"к концу следующей недели прислать черновик", "прислать черновик", "2026-12-06"},
		{"прислать до конца ноября отчёт", "прислать до конца ноября отчёт", ""}, // "до" also says how long
		{"прислать к концу ноября отчёт", "прислать отчёт", "2026-11-30"},
		{"прислать через две недели", "прислать", "2026-12-07"},
		{"call Chen tomorrow morning", "call Chen in the morning", "2026-11-24"},
		{"call Chen tomorrow night", "call Chen at night", "2026-11-24"},
		{"call Chen this evening", "call Chen in the evening", "2026-11-23"},
		{"send it by Friday evening", "send it by evening", "2026-11-27"},
		{"позвонить завтра утром", "позвонить утром", "2026-11-24"},
		{"прислать к пятнице вечером", "прислать вечером", "2026-11-27"},
		// what is spoken of is no deadline
		{"prepare for Friday", "prepare for Friday", ""},
		{"plan the middle of next week", "plan the middle of next week", ""},
		{"рассказать о пятнице", "рассказать о пятнице", ""},
		{"tell what was said Friday evening", "tell what was said Friday evening", ""},
		{"рассказать, что было в пятницу вечером", "рассказать, что было в пятницу вечером", ""},
	} {
		if p := ParsePromise(c.line, today, nil, core.ID{}); p.Title != c.title || p.Due.String() != c.due {
			t.Errorf("%q: %q by %q; want %q by %q", c.line, p.Title, p.Due, c.title, c.due)
		}
	}
}
