package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mentorbook/core"
)

// Error gives the words for an error, in one line: what is wrong and where, and what to do. Of joined errors
// it gives all, one after the other. A fault of the program and whatever has no code gives one general
// sentence: its own text is for the log. No error gives "".
func (w *Words) Error(err error) string {
	problems := core.Problems(err)
	said := make([]string, 0, len(problems))
	for _, e := range problems {
		s := w.problem(e)
		if !contains(said, s) {
			said = append(said, s)
		}
	}
	if len(said) > maxProblems {
		rest := len(said) - maxProblems
		said = append(said[:maxProblems], w.T("error_more", "count", rest))
	}
	return strings.Join(said, "; ")
}

// maxProblems is how many problems one line tells of.
const maxProblems = 5

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func (w *Words) problem(e *core.Error) string {
	place := w.place(e)
	if place == "" || e.Code == core.CodeInternal {
		return w.FieldError(e)
	}
	key, args := w.about(e)
	if own := "error_field." + string(e.Code); e.Args["heading"] == nil && w.special(e) == "" && w.Has(own) {
		return w.T(own, "field", place)
	}
	return w.T("error_field", "field", place, "words", w.T(key, args...))
}

// place names where an error is, for the beginning of its line: the column of a table, by its heading, or the
// field. Words that were written for one field name it themselves; the list that it stands in is all they lack.
func (w *Words) place(e *core.Error) string {
	special := w.special(e) != ""
	if heading := shown(argText(e, "heading")); heading != "" {
		if special && argText(e, "kind") != "" {
			return ""
		}
		return Capital(w.T("error_column", "heading", heading))
	}
	field := e.Field
	if special {
		field = field[:max(strings.LastIndexByte(field, '.'), 0)]
	}
	return w.Label(field)
}

// FieldError gives the words for an error without the name of its field, as they stand under that field.
func (w *Words) FieldError(e *core.Error) string {
	if e == nil {
		return ""
	}
	key, args := w.about(e)
	s := w.T(key, args...)
	if w.texts[key].forms[formOther][0].name != "" {
		return s // it begins with a value, whose letters stay as they are
	}
	return Capital(s)
}

// about gives the key of an error's words, in small letters and without its field, and their arguments. Of the
// forms that a code has, it takes the first whose arguments are all there.
func (w *Words) about(e *core.Error) (key string, args []any) {
	args = w.errorArgs(e)
	if key := w.special(e); key != "" {
		return key, args
	}
	if e.Code != core.CodeInternal {
		for _, group := range []string{"error_weekday.", "error_month.", "error_days.", "error_day.", "error.", "error_less.", "error_bare."} {
			key := group + string(e.Code)
			if t, ok := w.texts[key]; ok && complete(t, args) {
				return key, args
			}
		}
	}
	return "error.internal", nil
}

// complete tells whether the arguments hold something for each placeholder of a text.
func complete(t text, args []any) bool {
	for _, p := range t.forms[formOther] {
		if p.name == "" {
			continue
		}
		if v, ok := argument(args, p.name); !ok || v == "" {
			return false
		}
	}
	return true
}

// special gives the key of the words that a code has for one field, format, state, kind or value; "" where it
// has none.
func (w *Words) special(e *core.Error) string {
	for _, about := range []string{
		leaf(e.Field), argText(e, "format"), argText(e, "state"), argText(e, "kind"), argText(e, "value"),
	} {
		if about == "" {
			continue
		}
		if key := "error_at." + string(e.Code) + "." + about; w.Has(key) {
			return key
		}
	}
	return ""
}

// argText gives an argument that is a text, whatever its named type.
func argText(e *core.Error, name string) string {
	switch v := e.Args[name].(type) {
	case string:
		return v
	case core.Format:
		return string(v)
	case core.Kind:
		return string(v)
	case core.MeetingStatus:
		return string(v)
	case core.Status:
		return string(v)
	case core.ID:
		return v.String()
	}
	return ""
}

// errorArgs makes an error's arguments fit to be read: codes become words, and what came from outside is made
// one short line.
func (w *Words) errorArgs(e *core.Error) []any {
	args := make([]any, 0, 2*len(e.Args)+4)
	for name, v := range e.Args {
		args = append(args, name, w.errorArg(e, name, v))
	}
	if name := systemReason(e.Err); name != "" {
		args = append([]any{"reason", w.T("reason." + name)}, args...) // better than the system's own word
	}
	if d, err := core.ParseDate(argText(e, "is")); err == nil {
		args = append(args, "on", w.Date(d), "weekday", w.Weekday(d.Weekday()))
	}
	if n, ok := integer(e.Args["n"]); ok {
		args = append(args, "count", n)
		if kind := core.Kind(argText(e, "kind")); kind.Valid() {
			args = append(args, "things", w.Count(kind, int(n)))
		}
	} else if n, ok := e.Args["max"]; ok && isNumber(n) {
		args = append(args, "count", n)
	}
	return args
}

func isNumber(v any) bool {
	_, whole := integer(v)
	_, fraction := v.(float64)
	return whole || fraction
}

func (w *Words) errorArg(e *core.Error, name string, v any) any {
	switch name {
	case "id":
		return shortID(shown(argText(e, name)))
	case "kind":
		return shown(w.Word(core.Kind(argText(e, name))))
	case "format":
		return shown(w.Word(core.Format(argText(e, name))))
	case "reason":
		return w.reason(e.Code, v)
	case "missing": // a heading, as each language has it
		if list, ok := v.([]string); ok {
			return shown(w.own(list))
		}
	case "month":
		return w.inMonth(argText(e, name))
	case "max":
		if n, ok := integer(v); ok && e.Code == core.CodeTooLarge {
			return w.Bytes(n)
		}
	}
	if _, ok := integer(v); ok {
		return v
	}
	switch v := v.(type) {
	case core.Rule: // "" for one that has no words
		was, _ := e.Args["was"].(core.Date)
		return w.worded(v, was)
	case string:
		if word := "arg." + name + "." + v; w.Has(word) {
			return w.T(word)
		}
		return shown(v)
	case []string:
		return shown(strings.Join(v, ", "))
	case float64, core.Date:
		return v
	}
	return shown(w.value(name, v))
}

// own gives what is written in the letters of the language; the first where nothing is.
func (w *Words) own(list []string) string {
	cyrillic := func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }
	for _, text := range list {
		if strings.ContainsFunc(text, cyrillic) == (w.Language() == core.Russian) {
			return text
		}
	}
	return list[0]
}

// shortID gives the last figures of a whole id: they differ sooner than its first, which are a time.
func shortID(s string) string {
	if id, err := core.ParseID(s); err == nil {
		s = id.String()
		return s[len(s)-6:]
	}
	return s
}

// maxShown is how many letters of a value from outside an error repeats.
const maxShown = 200

// shown makes one short line of a text from outside: no control characters, none that turn the direction of
// writing, no line ends.
func shown(s string) string {
	s = core.CleanLine(s)
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || !unicode.IsPrint(r) && r != ' ' {
			return -1
		}
		return r
	}, s)
	if utf8.RuneCountInString(s) > maxShown {
		s = string([]rune(s)[:maxShown-1]) + "…"
	}
	return s
}
