package table_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"mentorbook/core"
	"mentorbook/core/table"
)

func options(columns ...string) core.TableOptions {
	given, err := table.ParseColumns(columns)
	if err != nil {
		panic(err)
	}
	return core.TableOptions{Columns: given, Today: core.NewDate(2026, time.November, 24)}
}

func civil(s string) core.Civil {
	c, err := core.ParseCivil(s)
	if err != nil {
		panic(err)
	}
	return c
}

func day(s string) core.Date {
	d, err := core.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// refusals lists what was rejected as "line heading code".
func refusals(list []core.Rejected) []string {
	var out []string
	for _, r := range list {
		for _, e := range core.Problems(r.Err) {
			if e.Args["line"] != r.Line {
				out = append(out, fmt.Sprintf("line %d is said to be %v", r.Line, e.Args["line"]))
			}
			h, _ := e.Args["heading"].(string)
			out = append(out, fmt.Sprintf("%d %s %s", r.Line, h, e.Code))
		}
	}
	return out
}

func TestMeetings(t *testing.T) {
	text := `Mentee,Topic,Date,Start,End,Duration,Time zone,Status,Location,Link,Comments,Colour
Ann Lee,First talk,11/23/2026,2:00 PM,3:00 PM,,Europe/Berlin,held,Room 5,https://call.example/1,"Two
lines",red
ann@example.org,,3/4/2026,,,,,,,,,
Bo,Later,12/1/2026,9:00-10:30,,,,,,,,
Bo,Night,1/2/2026,23:30,0:15,,,no-show,,not a link,,
Bo,Length,1/2/2026,10:00,,45,,mentor no-show,,,,
Bo,Zulu,2026-11-20T14:00:00Z,,,1 h,Europe/Berlin,cancelled,,,,
Bo,Offset,2026-11-20T14:00:00+03:00,,,,,done,,,,
,No one,1/2/2026,,,,,,,,,
Bo,Bad,32/1/2026,,,,,,,,,
Bo,Bad,1/2/2026,25:00,,,Berlin,perhaps,,,,
Bo,Bad,1/2/2026,10:00,10:00,,,,,,,
Bo,Bad,,10:00,,,,,,,,
Bo,Bad,1/2/2026,11:00,10:00,,,,,,,
`
	got, err := table.History{}.Meetings(context.Background(), strings.NewReader(text), options())
	if err != nil {
		t.Fatal(err)
	}
	want := []core.MeetingRow{
		{Line: 2, With: "Ann Lee", Title: "First talk", Start: civil("2026-11-23T14:00"), End: civil("2026-11-23T15:00"), Zone: "Europe/Berlin", Status: core.MeetingHeld, Place: "Room 5", Link: "https://call.example/1", Notes: "Two\nlines"},
		{Line: 4, With: "ann@example.org", Start: civil("2026-03-04T12:00"), NoTime: true, Status: core.MeetingHeld},
		{Line: 5, With: "Bo", Title: "Later", Start: civil("2026-12-01T09:00"), End: civil("2026-12-01T10:30"), Status: core.MeetingPlanned},
		{Line: 6, With: "Bo", Title: "Night", Start: civil("2026-01-02T23:30"), End: civil("2026-01-03T00:15"), Status: core.MeetingMissed, Notes: "Link: not a link"},
		{Line: 7, With: "Bo", Title: "Length", Start: civil("2026-01-02T10:00"), End: civil("2026-01-02T10:45"), Status: core.MeetingMissed, MissedBy: core.RoleMentor},
		{Line: 8, With: "Bo", Title: "Zulu", Start: civil("2026-11-20T15:00"), End: civil("2026-11-20T16:00"), Zone: "Europe/Berlin", Status: core.MeetingCancelled},
		{Line: 9, With: "Bo", Title: "Offset", Start: civil("2026-11-20T11:00"), Zone: "UTC", Status: core.MeetingHeld},
	}
	if d := cmp.Diff(want, got.Rows); d != "" {
		t.Error(d)
	}
	bad := []string{
		"10 Mentee required", "11 Date bad_date", "12 Time zone bad_zone", "12 Start bad_time", "12 Status bad_choice", "13 End end_not_after", "14 Date required",
		"15 End end_not_after",
	}
	if d := cmp.Diff(bad, refusals(got.Rejected)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"Colour"}, got.Unused); d != "" || got.DayFirst {
		t.Error(d, got.DayFirst)
	}
}

func TestMeetingsInRussian(t *testing.T) {
	text := "С кем;Тема;Дата;Время;Длительность, мин;Статус;Заметки\r\n" +
		"Пётр Ёлкин;Знакомство;23.11.2026;14:00;45;проведена;\"Первая;\r\nвторая\"\r\n" +
		"Анна;;1 декабря 2026 г.;9.30;1,5 ч;запланирована;\r\n"
	encoded, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := table.History{}.Meetings(context.Background(), strings.NewReader(encoded), options())
	if err != nil {
		t.Fatal(err)
	}
	want := []core.MeetingRow{
		{Line: 2, With: "Пётр Ёлкин", Title: "Знакомство", Start: civil("2026-11-23T14:00"), End: civil("2026-11-23T14:45"), Status: core.MeetingHeld, Notes: "Первая;\nвторая"},
		{Line: 4, With: "Анна", Start: civil("2026-12-01T09:30"), End: civil("2026-12-01T11:00"), Status: core.MeetingPlanned},
	}
	if d := cmp.Diff(want, got.Rows); d != "" || len(got.Rejected) > 0 {
		t.Error(d, got.Rejected)
	}
}

func TestDayOrderIsProvenByTheColumn(t *testing.T) {
	tests := []struct {
		name, due, done string
		want            string
		guessed         bool
	}{
		{"nothing proves it", "3/4/2026", "", "2026-04-03", true},
		{"the column proves the month", "3/4/2026\nx,11/23/2026", "", "2026-03-04", false},
		{"the column proves the day", "3/4/2026\nx,23/11/2026", "", "2026-04-03", false},
		{"another column proves it", "3/4/2026", "11/23/2026", "2026-03-04", false},
		{"both ways in one column", "3/4/2026\nx,23/11/2026\nx,11/23/2026", "", "2026-04-03", true},
		{"points are never a guess", "3.4.2026", "", "2026-04-03", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			first, more, _ := strings.Cut(tt.due, "\n")
			text := "Task,Due,Done on\nx," + first + "," + tt.done + "\n" + more
			got, err := table.History{}.Actions(context.Background(), strings.NewReader(text), options())
			if err != nil || len(got.Rejected) > 0 {
				t.Fatal(err, got)
			}
			if got.Rows[0].Due.String() != tt.want || got.DayFirst != tt.guessed {
				t.Errorf("%s, guessed %v; want %s, %v", got.Rows[0].Due, got.DayFirst, tt.want, tt.guessed)
			}
		})
	}
}

func TestGoals(t *testing.T) {
	text := "Цель;Менти;Зачем;Срок;Статус;Показатель;Было;Целевое значение;Сейчас;Комментарий\n" +
		"Выступить на конференции;Пётр;Заметность;31.12.2026;в работе;Доклады;0;3;1;да\n" +
		"Английский;;;01.10.2026;готово;;;;60%;\n" +
		"Меньше ошибок;Анна;;;15.09.2026;Ошибки;20 шт.;5 шт.;;\n" +
		"Стоим на месте;;;;;;5;5;;\n" +
		";Анна;;;;;;;;\n" +
		"Плохо;;;когда-нибудь;может быть;;;много;;\n"
	got, err := table.History{}.Goals(context.Background(), strings.NewReader(text), options())
	if err != nil {
		t.Fatal(err)
	}
	want := []core.GoalRow{
		{
			Line: 2, Title: "Выступить на конференции", Person: "Пётр", Why: "Заметность", Due: day("2026-12-31"), Status: core.GoalAgreed, Notes: "да",
			Measure: &core.Measure{Name: "Доклады", Target: 3, Readings: []core.Reading{{On: day("2026-11-24"), Value: 1}}},
		},
		{Line: 3, Title: "Английский", Due: day("2026-10-01"), Status: core.GoalReached, Closed: day("2026-10-01"), Notes: "Сейчас: 60%"},
		{
			Line: 4, Title: "Меньше ошибок", Person: "Анна", Status: core.GoalReached, Closed: day("2026-09-15"),
			Measure: &core.Measure{Name: "Ошибки", Unit: "шт.", Baseline: 20, Target: 5},
		},
	}
	if d := cmp.Diff(want, got.Rows); d != "" {
		t.Error(d)
	}
	bad := []string{
		"5 Целевое значение measure", "6 Цель required", "7 Срок bad_date", "7 Статус bad_choice", "7 Целевое значение bad_number",
	}
	if d := cmp.Diff(bad, refusals(got.Rejected)); d != "" {
		t.Error(d)
	}
}

func TestActions(t *testing.T) {
	text := "Action\tOwner\tWith\tDue\tDone\tDone date\tNotes\n" +
		"Write to Bo\tAnn\tBo\t2026-11-30\t\t\t\n" +
		"Read\t\t\t2026-10-01\tx\t\tgood\n" +
		"Call\t\t\t\tyes\t5 Oct 2026\t\n" +
		"Ask\t\t\t\t12.10.2026\t\t\n" +
		"Tick\t\t\t2027-01-01\t\t✓\t\n" +
		strings.Repeat("x", core.MaxLine+1) + "\t\t\t\t\t\t\n" +
		"Bad\t\t\tsoon\tsort of\t\t\n"
	got, err := table.History{}.Actions(context.Background(), strings.NewReader(text), options())
	if err != nil {
		t.Fatal(err)
	}
	want := []core.ActionRow{
		{Line: 2, Title: "Write to Bo", Owner: "Ann", With: "Bo", Due: day("2026-11-30"), Status: core.ActionOpen},
		{Line: 3, Title: "Read", Due: day("2026-10-01"), Status: core.ActionDone, Closed: day("2026-10-01"), Notes: "good"},
		{Line: 4, Title: "Call", Status: core.ActionDone, Closed: day("2026-10-05")},
		{Line: 5, Title: "Ask", Status: core.ActionDone, Closed: day("2026-10-12")},
		{Line: 6, Title: "Tick", Due: day("2027-01-01"), Status: core.ActionDone, Closed: day("2026-11-24")},
	}
	if d := cmp.Diff(want, got.Rows); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"7 Action too_long", "8 Due bad_date", "8 Done bad_choice"}, refusals(got.Rejected)); d != "" {
		t.Error(d)
	}
}

func TestAnotherShapeIsRefused(t *testing.T) {
	tests := []struct {
		name, text string
		columns    []string
		code       core.Code
		field      string
	}{
		{"contacts for meetings", "First Name,Last Name,E-mail 1 - Value\nAnn,Lee,a@b.example\n", nil, core.CodeNotImport, "with"},
		{"no date", "Mentee,Topic\nAnn,x\n", nil, core.CodeNotImport, "date"},
		{"headings twice", "Mentee,Date,Date\nAnn,2026-01-01,2026-01-02\n", nil, core.CodeDuplicate, "date"},
		{"headings only of another language", "Wer,Wann\nAnn,2026-01-01\n", nil, core.CodeNotImport, "with"},
		{"a given heading that is not there", "Wer,Wann\nAnn,2026-01-01\n", []string{"with=Wer", "date=Tag"}, core.CodeNotFound, "columns"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := table.History{}.Meetings(context.Background(), strings.NewReader(tt.text), options(tt.columns...))
			p := core.Problems(err)
			if len(p) != 1 || p[0].Code != tt.code || p[0].Field != tt.field {
				t.Errorf("%v", err)
			}
		})
	}
	got, err := table.History{}.Meetings(context.Background(), strings.NewReader("Wer,Wann\nAnn,2026-01-01\n"), options("With=Wer", "Date=Wann"))
	if err != nil || len(got.Rows) != 1 || got.Rows[0].With != "Ann" {
		t.Error(got, err)
	}
}

// TestManyRowsTakeTimeInProportion holds that four times the rows take about four times as long, measured in one
// run: a bound in seconds would tell more of the machine than of the code.
func TestManyRowsTakeTimeInProportion(t *testing.T) {
	few, many := readRows(t, 5_000), readRows(t, 20_000)
	if many > 16*few+time.Second {
		t.Errorf("5,000 rows took %v and 20,000 took %v", few, many)
	}
}

func readRows(t *testing.T, n int) time.Duration {
	t.Helper()
	var b strings.Builder
	b.WriteString("Mentee,Topic,Date,Start,Minutes,Zone,Status,Notes\n")
	for i := range n {
		fmt.Fprintf(&b, "Person %d,Topic %d,%d/%d/2025,2:30 PM,45,Europe/Berlin,held,some words\n", i%500, i, i%12+1, i%28+1)
	}
	start := time.Now()
	got, err := table.History{}.Meetings(context.Background(), strings.NewReader(b.String()), options())
	if err != nil || len(got.Rows) != n {
		t.Fatal(err, len(got.Rejected))
	}
	return time.Since(start)
}

func FuzzMeetings(f *testing.F) {
	f.Add("Mentee,Date,Start,End,Status,Zone\nAnn,1/2/2026,9:00-10:00,,held,UTC\n")
	f.Add("С кем;Дата;Время\nАнна;5 мая 2026;14\n")
	f.Add("With,Start,Duration,Hours\nx,2026-01-01T10:00:00+14:00,,1.5\n")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := table.History{}.Meetings(context.Background(), strings.NewReader(text), options())
		if err != nil {
			if core.CodeOf(err) == core.CodeInternal {
				t.Fatal(err)
			}
			return
		}
		for _, r := range got.Rows {
			if !r.Start.Valid() || r.With == "" || (!r.End.IsZero() && r.End.Compare(r.Start) <= 0) {
				t.Fatalf("%+v", r)
			}
		}
	})
}

// A length counts where no time of the day is told, and is held to the same bounds.
func TestALengthWithoutATimeOfDay(t *testing.T) {
	text := "With,Date,Hours\nBob,2026-06-15,3\nBob,2026-06-16,\"1,5\"\nBob,2026-06-17,abc\nBob,2026-06-18,-5\nBob,2026-06-19,999999\nBob,2026-06-20,\n"
	got, err := table.History{}.Meetings(t.Context(), strings.NewReader(text), options())
	if err != nil {
		t.Fatal(err)
	}
	var lengths []int
	for _, row := range got.Rows {
		n := 0
		if !row.End.IsZero() {
			n = row.End.MinutesSince(row.Start)
		}
		lengths = append(lengths, n)
	}
	if want := []int{180, 90, 0}; !slices.Equal(lengths, want) || len(got.Rejected) != 3 {
		t.Errorf("%v minutes, not %v; refused %v", lengths, want, got.Rejected)
	}
}

// What has happened did not happen tomorrow.
func TestWhatIsStillToComeHasNotHappened(t *testing.T) {
	later := options().Today.AddDays(1).String()
	for name, read := range map[string]func(string) (int, []core.Rejected){
		"With,Date,Status\nBob," + later + ",held\nBob," + later + ",no show\nBob," + later + ",planned\nBob," + later + ",cancelled\n": func(text string) (int, []core.Rejected) {
			b, err := table.History{}.Meetings(t.Context(), strings.NewReader(text), options())
			return len(b.Rows), append(b.Rejected, failed(err)...)
		},
		"Action,Done,Closed\nA,yes," + later + "\nB,yes,\n": func(text string) (int, []core.Rejected) {
			b, err := table.History{}.Actions(t.Context(), strings.NewReader(text), options())
			return len(b.Rows), append(b.Rejected, failed(err)...)
		},
		"Goal,Status,Closed,Target,Now,As of\nA,reached," + later + ",,,\nB,agreed,,5,3," + later + "\nC,reached,,5,3,\n": func(text string) (int, []core.Rejected) {
			b, err := table.History{}.Goals(t.Context(), strings.NewReader(text), options())
			return len(b.Rows), append(b.Rejected, failed(err)...)
		},
	} {
		rows, refused := read(name)
		whole := strings.Count(name, "\n") - 1
		if rows+len(refused) != whole || rows == whole || rows == 0 {
			t.Errorf("%q: %d taken, refused %v", name, rows, refused)
		}
		for _, r := range refused {
			if core.CodeOf(r.Err) != core.CodeFuture {
				t.Errorf("%q: %v", name, r.Err)
			}
		}
	}
}

func failed(err error) []core.Rejected {
	if err == nil {
		return nil
	}
	return []core.Rejected{{Err: err}}
}

// Thousands as English programs write them are thousands, and where it is a guess it is told.
func TestThousands(t *testing.T) {
	for text, want := range map[string]string{
		"Title,Baseline,Target,Now\nSales,500,\"1,500\",\"1,000\"\n":                        "500 1500 1000 guessed .",
		"Title,Baseline,Target,Now\nSales,500,\"1,500\",\"1,000\"\nBig,0,\"1,200,000\",0\n": "500 1500 1000 proved",
		"Цель;Было;План;Сейчас\nПродажи;0,5;1,500;1,000\n":                                  "0.5 1.5 1 proved",
		"Ziel;Baseline;Target;Now\nX;500;1.500;1.000\n":                                     "",
		"Title;Baseline;Target;Now\nX;500;1.500;1.000\n":                                    "500 1500 1000 guessed ,",
		"Title,Baseline,Target,Now\nX,1.25,1.500,1\n":                                       "1.25 1.5 1 proved",
	} {
		got, err := table.History{}.Goals(t.Context(), strings.NewReader(text), options())
		if want == "" {
			if err == nil {
				t.Errorf("%q was taken", text)
			}
			continue
		}
		if err != nil || len(got.Rows) == 0 {
			t.Fatalf("%q: %v, %v", text, err, got)
		}
		m := got.Rows[0].Measure
		said := fmt.Sprint(m.Baseline, m.Target, m.Readings[0].Value, " ")
		if got.Decimal != "" {
			said += "guessed " + got.Decimal
		} else {
			said += "proved"
		}
		if strings.Join(strings.Fields(said), " ") != want {
			t.Errorf("%q: %s, not %s", text, said, want)
		}
	}
}
