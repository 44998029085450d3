package locale

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"mentorbook/core"
)

func words(t testing.TB, lang core.Language) *Words {
	t.Helper()
	w, err := New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestUnknownLanguage(t *testing.T) {
	for _, lang := range []core.Language{"", "de", "../en", "EN"} {
		if _, err := New(lang); core.CodeOf(err) != core.CodeBadChoice {
			t.Errorf("New(%q): %v", lang, err)
		}
	}
}

func TestPlurals(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	for _, c := range []struct {
		n      any
		en, ru string
	}{
		{0, "0 goals", "0 целей"},
		{1, "1 goal", "1 цель"},
		{2, "2 goals", "2 цели"},
		{4, "4 goals", "4 цели"},
		{5, "5 goals", "5 целей"},
		{11, "11 goals", "11 целей"},
		{12, "12 goals", "12 целей"},
		{14, "14 goals", "14 целей"},
		{20, "20 goals", "20 целей"},
		{21, "21 goals", "21 цель"},
		{22, "22 goals", "22 цели"},
		{100, "100 goals", "100 целей"},
		{101, "101 goals", "101 цель"},
		{111, "111 goals", "111 целей"},
		{112, "112 goals", "112 целей"},
		{121, "121 goals", "121 цель"},
		{1000, "1,000 goals", "1000 целей"},
		{1001, "1,001 goals", "1001 цель"},
		{100011, "100,011 goals", "100\u00a0011 целей"},
		{1000021, "1,000,021 goals", "1\u00a0000\u00a0021 цель"},
		{-1, "-1 goal", "-1 цель"},
		{1.5, "1.5 goals", "1,5 цели"},
		{1.0, "1 goal", "1 цель"},
		{21.0, "21 goals", "21 цель"},
		{0.1, "0.1 goals", "0,1 цели"},
		{float32(2.5), "2.5 goals", "2,5 цели"},
		{uint8(3), "3 goals", "3 цели"},
		{int64(25), "25 goals", "25 целей"},
		{"7", "7 goals", "7 целей"},
	} {
		if got := en.T("count.goal", "count", c.n); got != c.en {
			t.Errorf("English %v: %q, want %q", c.n, got, c.en)
		}
		if got := ru.T("count.goal", "count", c.n); got != c.ru {
			t.Errorf("Russian %v: %q, want %q", c.n, got, c.ru)
		}
	}
}

func TestMissingIsVisible(t *testing.T) {
	w := words(t, core.English)
	if got := w.T("no.such_key", "count", 1); got != "«no.such_key»" {
		t.Error(got)
	}
	if w.Has("no.such_key") || !w.Has("window.today") {
		t.Error("Has")
	}
	if got := w.T("date.from"); got != "from {date}" {
		t.Error(got)
	}
	if got := w.T("date.from", "date"); got != "from {date}" {
		t.Error(got)
	}
	if got := w.T("date.from", 1, 2, "date", "x", "odd"); got != "from x" {
		t.Error(got)
	}
}

func TestValuesAreNeverRead(t *testing.T) {
	w := words(t, core.English)
	for _, v := range []string{
		"{count}", "{{.}}", "{{ .PluralCount }}", "{last}", "{{template \"x\"}}", "%s%n", "{", "}", "${items}", "\x00",
	} {
		if got, want := w.T("list.last", "items", v, "last", "{items}"), v+" and {items}"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestValues(t *testing.T) {
	w := words(t, core.Russian)
	d := core.NewDate(2026, 11, 23)
	for _, c := range []struct {
		v    any
		want string
	}{
		{2026, "с 2026"},
		{12345, "с 12\u00a0345"},
		{-9999, "с -9999"},
		{1.25, "с 1,25"},
		{d, "с 23 ноября 2026 г."},
		{core.MeetingHeld, "с состоялась"},
		{core.KindGoal, "с цель"},
		{core.Format(""), "с "},
		{core.Format("odd"), "с odd"},
		{nil, "с "},
		{true, "с true"},
		{uint16(7), "с 7"},
		{fmt.Errorf("secret path"), "с " + w.T("error.internal")},
		{core.Fail(core.CodeNothingToUndo), "с Отменять нечего"},
	} {
		want := c.want
		if _, ok := c.v.(error); ok {
			want = "с " + Capital(strings.TrimPrefix(want, "с "))
		}
		if got := w.T("date.from", "date", c.v); got != want {
			t.Errorf("%v: %q, want %q", c.v, got, want)
		}
	}
}

func TestOneForAllGoroutines(t *testing.T) {
	w := words(t, core.Russian)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for n := range 500 {
				w.T("count.goal", "count", g*n)
				w.T("count.goal", "count", float64(n)/2)
				w.Error(core.FailField(core.CodeTooLong, "milestones.2.title", "max", n))
				w.Date(core.NewDate(2026, 1, n))
				w.T(fmt.Sprint(n))
			}
		})
	}
	wg.Wait()
}

func BenchmarkT(b *testing.B) {
	w := words(b, core.Russian)
	for name, f := range map[string]func(){
		"plain":  func() { w.T("window.today") },
		"filled": func() { w.T("list.last", "items", "A, B", "last", "C") },
		"count":  func() { w.T("count.goal", "count", 21) },
		"large":  func() { w.T("count.goal", "count", 1021) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		words(b, core.Russian)
	}
}
