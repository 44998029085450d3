package locale

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestNumbers(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	for _, c := range []struct {
		f      float64
		en, ru string
	}{
		{0, "0", "0"},
		{-0.0000001, "0", "0"},
		{0.1 + 0.2, "0.3", "0,3"},
		{5.25, "5.25", "5,25"},
		{999, "999", "999"},
		{1234, "1,234", "1234"},
		{12345.5, "12,345.5", "12\u00a0345,5"},
		{-1234567, "-1,234,567", "-1\u00a0234\u00a0567"},
		{1e15, "1,000,000,000,000,000", "1\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000"},
	} {
		check(t, []both{{"English", en.Number(c.f), c.en}, {"Russian", ru.Number(c.f), c.ru}})
	}
	check(t, []both{
		{"Fixed", en.Fixed(5.2, 2), "5.20"},
		{"Fixed", ru.Fixed(3, 1), "3,0"},
		{"Fixed", ru.Fixed(3, -1), "3"},
		{"Percent", en.Percent(57), "57%"},
		{"Percent", ru.Percent(57), "57\u00a0%"},
		{"Bytes", en.Bytes(0), "0 B"},
		{"Bytes", en.Bytes(999), "999 B"},
		{"Bytes", en.Bytes(1000), "1 KB"},
		{"Bytes", ru.Bytes(1_540_000), "1,5 МБ"},
		{"Bytes", en.Bytes(640_400), "640 KB"},
		{"Bytes", en.Bytes(999_999), "1 MB"},
		{"Bytes", en.Bytes(-5), "0 B"},
		{"List", en.List([]string{"A"}), "A"},
		{"List", en.List([]string{"A", "B"}), "A and B"},
		{"List", ru.List([]string{"A", "B", "{last}"}), "A, B и {last}"},
		{"Quote", en.Quote("so"), "“so”"},
		{"Quote", ru.Quote("так"), "«так»"},
		{"Quote", ru.Quote("книга «Как жить»"), "«книга „Как жить“»"},
		{"Quote", en.Quote("he said “no”"), "“he said ‘no’”"},
	})
}

func TestNumbersAreRead(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	for _, c := range []struct {
		s      string
		en, ru float64
	}{
		{"5", 5, 5},
		{" 5.5 ", 5.5, 5.5},
		{"5,5", 5.5, 5.5},
		{"1,234", 1234, 1.234},
		{"1,234.5", 1234.5, 1234.5},
		{"1.234,5", 1234.5, 1234.5},
		{"1\u00a0234,5", 1234.5, 1234.5},
		{"1 234 567", 1234567, 1234567},
		{"−3", -3, -3},
		{"57 %", 57, 57},
		{"57%", 57, 57},
		{"+2", 2, 2},
	} {
		for w, want := range map[*Words]float64{en: c.en, ru: c.ru} {
			if got, err := w.ParseNumber(c.s); err != nil || got != want {
				t.Errorf("%s: %q is read as %v (%v), want %v", w.Language(), c.s, got, err, want)
			}
		}
	}
	for _, s := range []string{"", "x", "NaN", "Inf", "1e5", "0x10", "1,2,3.4.5", "--3", "1-2", "%", ".", strings.Repeat("9", 400), "5 apples"} {
		if f, err := en.ParseNumber(s); core.CodeOf(err) != core.CodeBadNumber {
			t.Errorf("%q is read as %v (%v)", s, f, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		want := math.Round(rapid.Float64Range(-1e9, 1e9).Draw(t, "number")*100) / 100
		for _, w := range []*Words{en, ru} {
			if got, err := w.ParseNumber(w.Number(want)); err != nil || got != want {
				t.Fatalf("%s: %v is written %q and read as %v (%v)", w.Language(), want, w.Number(want), got, err)
			}
		}
	})
}
