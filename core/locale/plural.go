package locale

import (
	"math"
	"reflect"
	"strconv"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// form is a plural form (CLDR, Language Plural Rules).
type form uint8

const (
	formOther form = iota
	formOne
	formFew
	formMany
	formEnd
)

// smallCounts is how many counts from 0 on have their form looked up once: asking costs a microsecond, and a
// screen asks a thousand times.
const smallCounts = 128

// formKey is the message by which the plural rules are asked: its text in each form is that form's figure.
const formKey = "plural form"

func formNames() *i18n.Message {
	return &i18n.Message{
		ID: formKey, One: strconv.Itoa(int(formOne)), Few: strconv.Itoa(int(formFew)),
		Many: strconv.Itoa(int(formMany)), Other: strconv.Itoa(int(formOther)),
	}
}

// askForm gives the form for a count written in figures; what is no number has the form of fractions.
func (w *Words) askForm(count string) form {
	s, err := w.counting.Localize(&i18n.LocalizeConfig{MessageID: formKey, PluralCount: count})
	n, err2 := strconv.Atoi(s)
	if err != nil || err2 != nil || n < 0 || n >= int(formEnd) {
		return formOther
	}
	return form(n)
}

func (w *Words) formOf(count any) form {
	switch c := count.(type) {
	case string:
		return w.askForm(c)
	case float64:
		return w.fractionForm(c)
	case float32:
		return w.fractionForm(float64(c))
	}
	n, ok := integer(count)
	if !ok {
		return formOther
	}
	if n >= 0 && n < smallCounts {
		return w.small[n]
	}
	return w.askForm(strconv.FormatInt(n, 10))
}

func (w *Words) fractionForm(f float64) form {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return formOther
	}
	return w.askForm(figures(f))
}

// integer gives the value of any integer type.
func integer(v any) (int64, bool) {
	r := reflect.ValueOf(v)
	switch {
	case !r.IsValid():
		return 0, false
	case r.CanInt():
		return r.Int(), true
	case r.CanUint() && r.Uint() <= math.MaxInt64:
		return int64(r.Uint()), true
	}
	return 0, false
}
