package locale

import (
	"math"
	"strconv"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

func TestPluralFormsAgree(t *testing.T) {
	names := map[plural.Form]form{plural.One: formOne, plural.Few: formFew, plural.Many: formMany, plural.Other: formOther}
	for lang := range languages() {
		w, tag := words(t, lang), language.Make(string(lang))
		judge := func(t interface{ Fatalf(string, ...any) }, n int) {
			if got, want := w.formOf(n), names[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]; got != want {
				t.Fatalf("%s: %d has the form %d, want %d", lang, n, got, want)
			}
		}
		for n := range 2000 {
			judge(t, n)
		}
		rapid.Check(t, func(t *rapid.T) {
			judge(t, rapid.IntRange(0, 10_000_000).Draw(t, "n"))
			whole, tenth := rapid.IntRange(0, 10_000).Draw(t, "whole"), rapid.IntRange(1, 9).Draw(t, "tenth")
			f, _ := strconv.ParseFloat(strconv.Itoa(whole)+"."+strconv.Itoa(tenth), 64)
			if got, want := w.formOf(f), names[plural.Cardinal.MatchPlural(tag, whole, 1, 1, tenth, tenth)]; got != want {
				t.Fatalf("%s: %v has the form %d, want %d", lang, f, got, want)
			}
		})
		for _, odd := range []any{nil, "x", "", math.NaN(), math.Inf(1), 1e300, struct{}{}, math.MinInt64, uint64(math.MaxUint64)} {
			if got := w.T("count.goal", "count", odd); got == "" {
				t.Errorf("%s: nothing for %v goals", lang, odd)
			}
		}
	}
}
