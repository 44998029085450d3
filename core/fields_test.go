package core_test

import (
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

// row is one way to change a sound record, and the refusals that must come of it: "code field", several joined
// by "; ", none as "". With only, refusals of other fields are of no interest.
type row[T any] struct {
	name string
	edit func(*T)
	want string
	only string
}

// told writes the problems of an error as rows write them.
func told(err error) string {
	var out []string
	for _, p := range core.Problems(err) {
		out = append(out, string(p.Code)+" "+p.Field)
	}
	return strings.Join(out, "; ")
}

// argumentsOf lists what must stand beside a code, so that its words are complete.
var argumentsOf = map[core.Code][]string{
	core.CodeTooLong: {"max"}, core.CodeTooMany: {"max"}, core.CodeBadNumber: {"min", "max"}, core.CodeBadDate: {"value"},
	core.CodeBadTime: {"value"}, core.CodeBadZone: {"value"}, core.CodeBadEmail: {"value"}, core.CodeBadChoice: {"value"},
	core.CodeBadLink: {"value"}, core.CodeBadRule: {"value"}, core.CodeDuplicate: {"value"}, core.CodeRoles: {"format"}, core.CodeNotParty: {"person"},
}

type validated[T any] interface {
	*T
	Validate() error
}

// refuses runs the rows, and holds that each field that stands in a file is broken by one of them or is named
// as free: one that takes whatever fits its type.
func refuses[T any, P validated[T]](t *testing.T, sound func() *T, free []string, rows ...[]row[T]) {
	t.Helper()
	touched := map[string]bool{}
	for _, r := range slices.Concat(rows...) {
		rec := sound()
		r.edit(rec)
		err := P(rec).Validate()
		got := told(err)
		if r.only != "" {
			got = "" // only that field counts
			for _, p := range core.Problems(err) {
				if p.Field == r.only {
					got = string(p.Code) + " " + p.Field
				}
			}
		}
		if got != r.want {
			t.Errorf("%s: refused as %q, want %q", r.name, got, r.want)
		}
		for _, p := range core.Problems(err) {
			touched[numbers.ReplaceAllString(p.Field, "")] = true
			for _, name := range argumentsOf[p.Code] {
				if _, ok := p.Args[name]; !ok {
					t.Errorf("%s: %v says no %s", r.name, p, name)
				}
			}
			if v, ok := p.Args["value"].(string); ok && (len([]rune(v)) > 60 || strings.ContainsFunc(v, unprintable)) {
				t.Errorf("%s: %q is no value to show", r.name, v)
			}
		}
	}
	for _, path := range pathsOf(reflect.TypeFor[T](), "") {
		if path = strings.TrimPrefix(path, "."); !touched[path] && !slices.Contains(free, path) {
			t.Errorf("%s.%s is never refused, whatever it holds", reflect.TypeFor[T]().Name(), path)
		}
	}
	for _, path := range free {
		if touched[path] {
			t.Errorf("%s is not free", path)
		}
	}
}

var numbers = regexp.MustCompile(`\.\d+`)

func unprintable(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }

// pathsOf lists the paths of a type's fields as errors name them, without the numbers of entries. The head is
// no matter of validation.
func pathsOf(typ reflect.Type, at string) []string {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice:
		return pathsOf(typ.Elem(), at)
	case reflect.Struct:
		if typ != reflect.TypeFor[core.Date]() && typ != reflect.TypeFor[core.Civil]() && typ != reflect.TypeFor[time.Time]() {
			var out []string
			for i := range typ.NumField() {
				if f := typ.Field(i); !f.Anonymous {
					name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
					out = append(out, pathsOf(f.Type, at+"."+name)...)
				}
			}
			return out
		}
	}
	return []string{at}
}

// texts are the rows of a text of up to limit runes; empty, it is refused if it must be there. several lines
// may be in it or not.
func texts[T any](field string, limit int, must, lines bool, get func(*T) *string) []row[T] {
	set := func(s string) func(*T) { return func(rec *T) { *get(rec) = s } }
	mark, split := "", "bad_text "+field
	if lines {
		split = ""
	}
	if must {
		mark = "required " + field
	}
	out := []row[T]{
		{field + " at its limit", set(strings.Repeat("ж", limit)), "", field},
		{field + " over its limit", set(strings.Repeat("ж", limit+1)), "too_long " + field, field},
		{field + " not UTF-8", set("a\xffb"), "bad_text " + field, field},
		{field + " with an escape", set("a\x1b[2Jb"), "bad_text " + field, field},
		{field + " with NUL", set("a\x00b"), "bad_text " + field, field},
		{field + " with DEL", set("a\x7fb"), "bad_text " + field, field},
		{field + " with a C1 control", set("a\u0085b"), "bad_text " + field, field},
		{field + " with CR", set("a\r\nb"), "bad_text " + field, field},
		{field + " of two lines", set("a\nb"), split, field},
		{field + " with a tab", set("a\tb"), split, field},
		{field + " with emoji and marks", set("👩🏽‍🚀 й ё é"), "", field},
		{field + " empty", set(""), mark, field},
	}
	if must {
		out = append(out,
			row[T]{field + " of spaces", set(" \u00a0\u2003 "), mark, field},
			row[T]{field + " of invisible signs", set("\u200b\u2060\ufeff"), mark, field})
	}
	return out
}

// choices are the rows of a word out of a list.
func choices[T any, S ~string](field string, get func(*T) *S, allowed ...S) []row[T] {
	set := func(s S) func(*T) { return func(rec *T) { *get(rec) = s } }
	out := []row[T]{
		{field + " unknown", set("\x1b[31mnonsense"), "bad_choice " + field, field},
		{field + " in capitals", set(S(strings.ToUpper(string(allowed[len(allowed)-1])))), "bad_choice " + field, field},
	}
	for _, s := range allowed {
		out = append(out, row[T]{field + " " + string(s), set(s), "", field})
	}
	if !slices.Contains(allowed, "") {
		out = append(out, row[T]{field + " empty", set(""), "bad_choice " + field, field})
	}
	return out
}

// figures are the rows of a whole number.
func figures[T any](field string, low, high int, get func(*T) *int) []row[T] {
	set := func(n int) func(*T) { return func(rec *T) { *get(rec) = n } }
	return []row[T]{
		{field + " too small", set(low - 1), "bad_number " + field, field},
		{field + " least", set(low), "", field},
		{field + " most", set(high), "", field},
		{field + " too great", set(high + 1), "bad_number " + field, field},
		{field + " huge", set(math.MaxInt), "bad_number " + field, field},
		{field + " hugely negative", set(math.MinInt), "bad_number " + field, field},
	}
}

// reals are the rows of a figure of a measure.
func reals[T any](field string, get func(*T) *float64) []row[T] {
	set := func(f float64) func(*T) { return func(rec *T) { *get(rec) = f } }
	return []row[T]{
		{field + " NaN", set(math.NaN()), "bad_number " + field, field},
		{field + " infinite", set(math.Inf(1)), "bad_number " + field, field},
		{field + " minus infinite", set(math.Inf(-1)), "bad_number " + field, field},
		{field + " beyond counting", set(1e16), "bad_number " + field, field},
		{field + " beyond counting below", set(-1e16), "bad_number " + field, field},
		{field + " most", set(1e15), "", field},
		{field + " small", set(-0.001), "", field},
	}
}

// dates are the rows of a date; missing, it is refused if it must be there.
func dates[T any](field string, must bool, get func(*T) *core.Date) []row[T] {
	set := func(d core.Date) func(*T) { return func(rec *T) { *get(rec) = d } }
	mark := ""
	if must {
		mark = "bad_date " + field
	}
	return []row[T]{
		{field + " 30 February", set(core.Date{Year: 2026, Month: 2, Day: 30}), "bad_date " + field, field},
		{field + " month 13", set(core.Date{Year: 2026, Month: 13, Day: 1}), "bad_date " + field, field},
		{field + " day 0", set(core.Date{Year: 2026, Month: 1}), "bad_date " + field, field},
		{field + " year 10000", set(core.Date{Year: 10000, Month: 1, Day: 1}), "bad_date " + field, field},
		{field + " year -1", set(core.Date{Year: -1, Month: 1, Day: 1}), "bad_date " + field, field},
		{field + " missing", set(core.Date{}), mark, field},
	}
}

// moments are the rows of an instant; missing, it is refused if it must be there.
func moments[T any](field string, must bool, get func(*T) *time.Time) []row[T] {
	set := func(at time.Time) func(*T) { return func(rec *T) { *get(rec) = at } }
	mark := ""
	if must {
		mark = "required " + field
	}
	return []row[T]{
		{field + " missing", set(time.Time{}), mark, field},
		{field + " in the year 10000", set(noon.AddDate(8000, 0, 0)), "bad_time " + field, field},
		{field + " before Christ", set(noon.AddDate(-2100, 0, 0)), "bad_time " + field, field},
	}
}

// names are the rows of an id that must be there.
func names[T any](field string, get func(*T) *core.ID) []row[T] {
	return []row[T]{{field + " missing", func(rec *T) { *get(rec) = core.ID{} }, "required " + field, field}}
}

// addresses are the rows of a link.
func addresses[T any](field string, get func(*T) *string) []row[T] {
	set := func(s string) func(*T) { return func(rec *T) { *get(rec) = s } }
	return []row[T]{
		{field + " of a script", set("javascript:alert(1)"), "bad_link " + field, field},
		{field + " of data", set("data:text/html,x"), "bad_link " + field, field},
		{field + " of two lines", set("https://example.org/\r\nX: y"), "bad_link " + field, field},
		{field + " of the web", set("https://example.org/a?b=c#d"), "", field},
		{field + " empty", set(""), "", field},
	}
}

// links are the rows of a list of relationships or readers.
func links[T any](field string, zero bool, get func(*T) *[]core.ID) []row[T] {
	out := []row[T]{
		{field + " twice", func(rec *T) { *get(rec) = []core.ID{amina, boris, amina} }, "duplicate " + field, field},
		{field + " too many", func(rec *T) { *get(rec) = manyIDs(core.MaxItems + 1) }, "too_many " + field, field},
		{field + " very many", func(rec *T) { *get(rec) = manyIDs(core.MaxItems) }, "", field},
		{field + " none", func(rec *T) { *get(rec) = nil }, "", field},
	}
	if zero {
		out = append(out, row[T]{field + " of nobody", func(rec *T) { *get(rec) = []core.ID{amina, {}} }, "required " + field, field})
	}
	return out
}

// words are the rows of who said something.
func words[T any](field string, get func(*T) *core.Said) []row[T] {
	return slices.Concat(
		names(field+".by", func(rec *T) *core.ID { return &get(rec).By }),
		names(field+".typed", func(rec *T) *core.ID { return &get(rec).Typed }),
		moments(field+".at", true, func(rec *T) *time.Time { return &get(rec).At }),
		choices(field+".how", func(rec *T) *core.How { return &get(rec).How }, core.HowTyped, core.HowAnswer, core.HowImport),
		texts(field+".words", core.MaxLine, false, false, func(rec *T) *string { return &get(rec).Words }),
	)
}

// spans are the rows of a start and an end in a zone.
func spans[T any](get func(*T) (start, end *core.Civil, zone *core.Zone)) []row[T] {
	set := func(s, e core.Civil, z core.Zone) func(*T) {
		return func(rec *T) {
			start, end, zone := get(rec)
			*start, *end, *zone = s, e, z
		}
	}
	at := func(s string) core.Civil { return civil("2026-03-02T" + s) }
	bad := core.Civil{Date: day("2026-03-02"), Hour: 24}
	const berlin = core.Zone("Europe/Berlin")
	return []row[T]{
		{"start missing", set(core.Civil{}, at("15:00"), berlin), "bad_time start", ""},
		{"end missing", set(at("14:00"), core.Civil{}, berlin), "bad_time end", ""},
		{"start at 24:00", set(bad, at("15:00"), berlin), "bad_time start", ""},
		{"both out of the day, no zone", set(bad, bad, ""), "bad_time start; bad_time end; bad_zone zone", ""},
		{"no zone", set(at("14:00"), at("15:00"), ""), "bad_zone zone", ""},
		{"Local", set(at("14:00"), at("15:00"), "Local"), "bad_zone zone", ""},
		{"an unknown zone and no time", set(at("14:00"), at("14:00"), "Europe/Nowhere"), "bad_zone zone; end_not_after end", ""},
		{"no time", set(at("14:00"), at("14:00"), berlin), "end_not_after end", ""},
		{"backwards", set(at("14:00"), at("13:59"), berlin), "end_not_after end", ""},
		{"a minute", set(at("14:00"), at("14:01"), berlin), "", ""},
		{"a week", set(at("14:00"), civil("2026-03-09T14:00"), berlin), "", ""},
		{"more than a week", set(at("14:00"), civil("2026-03-09T14:01"), berlin), "bad_number end", ""},
		{"ages", set(at("14:00"), civil("9999-03-09T14:01"), berlin), "bad_number end", ""},
		// On that night, the clock in Berlin goes from 02:00 to 03:00.
		{"an hour that is skipped", set(civil("2026-03-29T02:00"), civil("2026-03-29T03:00"), berlin), "skipped start", ""},
		{"a week and an hour by the clock alone", set(civil("2026-03-28T12:00"), civil("2026-04-04T13:00"), berlin), "", ""},
	}
}

// many repeats one entry until the list is too long by one.
func many[T any](entry T) []T { return slices.Repeat([]T{entry}, core.MaxItems+1) }

func manyIDs(n int) []core.ID {
	out := make([]core.ID, n)
	for i := range out {
		out[i] = id(10_000 + i)
	}
	return out
}
