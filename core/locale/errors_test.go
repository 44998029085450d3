package locale

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func codes(t *testing.T) []core.Code {
	t.Helper()
	var out []core.Code
	for _, s := range constants(sources(t, "core"))["Code"] {
		out = append(out, core.Code(s))
	}
	if len(out) < 40 {
		t.Fatalf("only %d codes found", len(out))
	}
	slices.Sort(out)
	return out
}

func TestEveryCodeHasWords(t *testing.T) {
	for lang := range languages() {
		w := words(t, lang)
		for _, code := range codes(t) {
			text, ok := w.texts["error."+string(code)]
			if !ok {
				t.Errorf("%s: no words for the code %s", lang, code)
				continue
			}
			if !complete(text, nil) && !w.Has("error_bare."+string(code)) {
				t.Errorf("%s: no words for the code %s without its arguments", lang, code)
			}
			for _, e := range []*core.Error{core.Fail(code), core.FailField(code, "name"), core.FailField(code, "milestones.2.title")} {
				for _, s := range []string{w.Error(e), w.FieldError(e)} {
					if strings.ContainsAny(s, "{}\n") || strings.Contains(s, "  ") || strings.Contains(s, string("«"+code)) || len(s) < 8 {
						t.Errorf("%s: %s: %q", lang, code, s)
					}
					if code != core.CodeInternal && strings.EqualFold(s, w.T("error.internal")) {
						t.Errorf("%s: %s is told as a fault of the program", lang, code)
					}
				}
			}
		}
	}
}

func TestNoWordsForCodesThatAreNone(t *testing.T) {
	known := map[string]bool{}
	for _, c := range codes(t) {
		known[string(c)] = true
	}
	english, _ := readWords(t, core.English)
	for key := range english {
		group, code, _ := strings.Cut(key, ".")
		code, _, _ = strings.Cut(code, ".")
		switch group {
		case "error", "error_bare", "error_less", "error_at", "error_month", "error_days", "error_day":
			if !known[code] {
				t.Errorf("%s is about a code that does not exist", key)
			}
		}
	}
}

func TestErrorsInWords(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	for _, c := range []struct {
		err    error
		en, ru string
	}{
		{core.FailField(core.CodeRequired, "name"), "Name is empty: fill it in", "Имя: пусто — заполните это поле"},
		{core.FailField(core.CodeRequired, "milestones.2.title"), "Milestone 2: enter a title", "Веха 2: укажите название"},
		{core.FailField(core.CodeTooLong, "milestones.2.title", "max", 1000), "Milestone 2, title: too long, at most 1,000 characters", "Веха 2, название: слишком длинно, не больше 1000 знаков"},
		{core.FailField(core.CodeTooLong, "name", "max", 21), "Name: too long, at most 21 characters", "Имя: слишком длинно, не больше 21 знака"},
		{core.FailField(core.CodeBadEmail, "emails.1", "value", "x{field}"), "E-mail 1: “x{field}” is not an e-mail address: write it like amina@example.org", "Эл. почта 1: «x{field}» — не адрес эл. почты, напишите, например, amina@example.org"},
		{core.FailField(core.CodeBadDate, "due", "value", ""), "Due date: write a date like Friday, tomorrow or 5 May", "Срок: напишите дату: «завтра», «пятница» или «5 мая»"},
		{core.NoSuchDate("due", "31 Feb 2027", core.Date{Year: 2027, Month: 2, Day: 31}), "Due date: “31 Feb 2027” is not a date: February 2027 has 28 days", "Срок: «31 Feb 2027» — не дата: в феврале 2027 года 28 дней"},
		{core.NoSuchDate("due", "", core.Date{Year: 2026, Month: 12, Day: 32}), "Due date: December 2026 has 31 days", "Срок: в декабре 2026 года 31 день"},
		{core.NoSuchDate("due", "30/13/2026", core.Date{Year: 2026, Month: 13, Day: 30}), "Due date: there is no month 13: write it like Friday, tomorrow or 5 May", "Срок: месяца 13 нет: напишите, например, «завтра», «пятница» или «5 мая»"},
		{core.NoSuchDate("due", "0.11.2026", core.Date{Year: 2026, Month: 11}), "Due date: “0.11.2026” is not a date: write it like Friday, tomorrow or 5 May", "Срок: «0.11.2026» — не дата: напишите, например, «завтра», «пятница» или «5 мая»"},
		{core.FailField(core.CodeBadNumber, "agenda.1.minutes", "min", 0, "max", 1440), "Agenda item 1, minutes: enter a number from 0 to 1440", "Пункт повестки 1, минуты: укажите число от 0 до 1440"},
		{core.FailField(core.CodeNotWhole, "journal_days", "min", 1, "max", 3650), "Days that history is kept: enter a whole number from 1 to 3650", "Сколько дней хранить историю: укажите целое число от 1 до 3650"},
		{core.FailField(core.CodeRoles, "participants", "format", "group"), "A group needs one mentor and at least two mentees", "Для группы нужны один наставник и не меньше двух подопечных"},
		{core.Fail(core.CodeNotFound, "kind", "goal", "id", "abc"), "Not found: goal abc", "Не найдено: цель abc"},
		{core.Fail(core.CodeNotFound, "kind", "goal", "id", "01939f2a-1c11-7000-8000-0000000abcde"), "Not found: goal 0abcde", "Не найдено: цель 0abcde"},
		{core.Fail(core.CodeNotFound, "kind", "workspace", "id", ""), "Not found: workspace", "Не найдено: рабочее пространство"},
		{core.Fail(core.CodeAmbiguous, "id", "abc", "n", 3), "“abc” matches 3 records: type more of it", "«abc» подходит к 3 записям — наберите больше"},
		{core.Fail(core.CodeInUse, "kind", "goal", "n", 5), "Still in use: 5 goals", "Ещё используется: 5 целей"},
		{core.Fail(core.CodeState, "state", "held"), "The meeting has already been held", "Встреча уже состоялась"},
		{core.Fail(core.CodeTooLarge, "path", "a.csv", "max", 50_000_000), "a.csv is too large: the limit is 50 MB", "Файл a.csv слишком большой: не больше 50 МБ"},
		{core.Fail(core.CodeBadRow, "line", 12, "reason", core.FailField(core.CodeBadEmail, "email", "value", "?")), "Line 12: E-mail: “?” is not an e-mail address: write it like amina@example.org", "Строка 12: Эл. почта: «?» — не адрес эл. почты, напишите, например, amina@example.org"},
		{core.Wrap(core.CodeFile, &fs.PathError{Op: "open", Path: "secret", Err: fs.ErrPermission}, "path", "a.pdf"), "a.pdf: access is denied", "a.pdf: нет прав доступа"},
		{core.Wrap(core.CodeFile, errors.New("raw words"), "path", "a.pdf"), "The system denied access to a.pdf", "Система не дала доступ к a.pdf"},
		{errors.Join(core.Fail(core.CodeNothingToUndo), core.Fail(core.CodeNothingToRedo), core.Fail(core.CodeNothingToUndo)), "There is nothing to undo; There is nothing to redo", "Отменять нечего; Повторять нечего"},
		{fmt.Errorf("doing this: %w", core.Fail(core.CodeNothingToUndo)), "There is nothing to undo", "Отменять нечего"},
	} {
		check(t, []both{{"English", en.Error(c.err), c.en}, {"Russian", ru.Error(c.err), c.ru}})
	}
}

func TestReasonsInWords(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	damaged := func(reason any) error {
		return core.Fail(core.CodeDamaged, "path", "a.mb", "reason", reason, "backup", "b.mb")
	}
	for _, c := range []struct {
		err    error
		en, ru string
	}{
		{damaged("a wrong checksum in goal"), "a.mb is damaged (a wrong checksum in goal): restore the backup b.mb", "Файл a.mb повреждён (не сходится контрольная сумма: цель) — восстановите резервную копию b.mb"},
		{damaged("goals/12: entries out of their order"), "a.mb is damaged (entries are out of order): restore the backup b.mb", "Файл a.mb повреждён (записи не по порядку) — восстановите резервную копию b.mb"},
		{damaged("page 7: invalid type: 00000"), "a.mb is damaged (its contents are inconsistent): restore the backup b.mb", "Файл a.mb повреждён (данные в нём не сходятся) — восстановите резервную копию b.mb"},
		{core.Fail(core.CodeDamaged, "path", "a.mb", "reason", "x", "backup", ""), "a.mb is damaged (its contents are inconsistent): restore a backup", "Файл a.mb повреждён (данные в нём не сходятся) — восстановите резервную копию"},
		{core.Fail(core.CodeDamaged), "The file is damaged: restore a backup", "Файл повреждён — восстановите резервную копию"},
		{core.Fail(core.CodeUsage, "reason", "unknown flag: --x"), "Wrong usage: unknown flag: --x", "Неверный вызов: unknown flag: --x"},
		{core.Fail(core.CodeNotImport, "path", "", "reason", "no list of records"), "This cannot be imported: it contains no list of records", "Это нельзя импортировать: в нём нет списка записей"},
		{core.FailField(core.CodeBadEmail, "emails.1", "value", "?", "line", 3, "heading", "E-mail 1 - Value"), "Column “E-mail 1 - Value”: “?” is not an e-mail address: write it like amina@example.org", "Столбец «E-mail 1 - Value»: «?» — не адрес эл. почты, напишите, например, amina@example.org"},
	} {
		check(t, []both{{"English", en.Error(c.err), c.en}, {"Russian", ru.Error(c.err), c.ru}})
	}
}

func TestFieldErrorsHaveNoField(t *testing.T) {
	check(t, []both{
		{"English", words(t, core.English).FieldError(core.FailField(core.CodeRequired, "name")), "Fill this in"},
		{"Russian", words(t, core.Russian).FieldError(core.FailField(core.CodeTooLong, "name", "max", 5)), "Слишком длинно, не больше 5 знаков"},
		{"special", words(t, core.English).FieldError(core.FailField(core.CodeEndNotAfter, "end")), "The end must be later than the start"},
	})
}

// What is no refusal of ours is for the log: paths, addresses and texts inside it must not reach a screen.
func TestFaultsSayNothingRaw(t *testing.T) {
	for lang := range languages() {
		w := words(t, lang)
		for _, err := range []error{
			errors.New("pg: SECRET"), os.ErrClosed, core.Fail(core.CodeInternal, "reason", "SECRET"), core.FailField(core.CodeInternal, "SECRET"),
			core.Wrap(core.CodeInternal, errors.New("SECRET")), core.Fail("SECRET"), core.Fail(""),
			core.Fail(core.CodeBadRow, "line", 1, "reason", errors.New("SECRET")), &core.Error{Code: core.CodeFile, Err: errors.New("SECRET")},
		} {
			s := w.Error(err)
			if strings.Contains(s, "SECRET") || s == "" {
				t.Errorf("%s: %v is told as %q", lang, err, s)
			}
		}
	}
}

func TestManyProblemsStayOneLine(t *testing.T) {
	w := words(t, core.Russian)
	var all []error
	for i := range 200 {
		all = append(all, core.FailField(core.CodeTooLong, fmt.Sprintf("milestones.%d.title", i+1), "max", 10))
	}
	if s := w.Error(errors.Join(all...)); !strings.HasSuffix(s, "; и ещё 195 ошибок") || strings.Count(s, ";") != 5 {
		t.Error(s)
	}
}

func TestHostileValues(t *testing.T) {
	w := words(t, core.English)
	long := strings.Repeat("w", 5000)
	for _, v := range []string{"\x1b[31mred", "a\nb\r\nc", "\u202eabc\u202c", "\u2066x", "\u200b\u200f", "{path}{{.}}", "\xff\xfe", long, "\u0000"} {
		for _, e := range []*core.Error{
			core.Fail(core.CodeExists, "value", v), core.Fail(core.CodeIsFolder, "path", v), core.FailField(core.CodeBadLink, v, "value", v),
			core.Fail(core.CodeUsage, "reason", v), core.Fail(core.CodeNotFound, "kind", v, "id", v), core.Fail(core.CodeConflict, "kind", core.Kind(v)),
			core.Fail(core.CodeState, "state", v), core.FailField(core.CodeRoles, v, "format", core.Format(v)), core.Fail(core.CodeFile, "path", []string{v, v}),
		} {
			s := w.Error(e)
			if strings.ContainsAny(s, "\x1b\n\r\u202e\u202c\u2066\u200b\u200f\x00\uFFFD") && !strings.Contains(v, "\xff") || len(s) > 3000 {
				t.Errorf("%.40q in %s gives %.300q", v, e.Code, s)
			}
		}
	}
}

func TestAnyError(t *testing.T) {
	all := codes(t)
	for lang := range languages() {
		w := words(t, lang)
		rapid.Check(t, func(t *rapid.T) {
			name := rapid.SampledFrom([]string{"value", "path", "reason", "max", "min", "kind", "id", "n", "state", "format", "line", "odd"})
			value := rapid.OneOf(
				rapid.Map(rapid.String(), func(s string) any { return s }),
				rapid.Map(rapid.Int(), func(n int) any { return n }),
				rapid.Map(rapid.Float64(), func(f float64) any { return f }),
				rapid.SampledFrom([]any{nil, true, core.KindGoal, core.ID{1}, []string{"a", "b"}, errors.New("x"), core.Fail(core.CodeState), struct{}{}}),
			)
			e := &core.Error{
				Code: rapid.SampledFrom(all).Draw(t, "code"), Field: rapid.String().Draw(t, "field"),
				Args: rapid.MapOfN(name, value, 0, 5).Draw(t, "args"),
			}
			for _, s := range []string{w.Error(e), w.FieldError(e)} {
				if s == "" || strings.ContainsAny(s, "\n\r\x00\x1b") {
					t.Fatalf("%v gives %q", e, s)
				}
			}
		})
	}
}
