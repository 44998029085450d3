package locale

import (
	"fmt"
	"strconv"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"mentorbook/assets"
	"mentorbook/core"
)

// Words is everything that the program says in one language. It never changes after New, so that any number
// of goroutines may use one.
type Words struct {
	lang     core.Language
	texts    map[string]text
	counting *i18n.Localizer
	small    [smallCounts]form
	tongue   *tongue
	places   *places
}

// New loads the words of a language. It fails only where the language is none of the program's, or where the
// words built into it are broken, which the tests rule out.
func New(lang core.Language) (*Words, error) {
	data := assets.Locale(string(lang))
	t, ok := tongues[lang]
	if data == nil || !ok {
		return nil, core.FailField(core.CodeBadChoice, "language", "value", string(lang))
	}
	tag := language.Make(string(lang))
	// The file is read without the bundle, which would make a template of each text and of each of its forms:
	// it is only asked for the names of plural forms.
	file, err := i18n.ParseMessageFileBytes(data, string(lang)+".json", nil)
	if err != nil {
		return nil, core.Wrap(core.CodeInternal, fmt.Errorf("words of %s: %w", lang, err))
	}
	bundle := i18n.NewBundle(tag)
	if err := bundle.AddMessages(tag, formNames()); err != nil {
		return nil, core.Wrap(core.CodeInternal, fmt.Errorf("plurals of %s: %w", lang, err))
	}
	w := &Words{
		lang: lang, tongue: t, places: newPlaces(lang),
		texts:    make(map[string]text, len(file.Messages)),
		counting: i18n.NewLocalizer(bundle, string(lang)),
	}
	for _, m := range file.Messages {
		w.texts[m.ID] = newText(m)
	}
	for n := range w.small {
		w.small[n] = w.askForm(strconv.Itoa(n))
	}
	return w, nil
}

// Language tells which language the words are in.
func (w *Words) Language() core.Language { return w.lang }

// Has tells whether there is a text under the key.
func (w *Words) Has(key string) bool {
	_, ok := w.texts[key]
	return ok
}

// T gives the text under a key. Args are pairs, name and value; each value stands where the text has {name},
// exactly as it is: nothing inside a value is ever read as a placeholder. The argument "count" also chooses
// the plural form; it is an integer, a float, or a figure in a string.
//
// Values are written as the language writes them: dates, counts, fractions, the words of core's fixed lists
// and errors. A whole number under 10,000 that is not the count stands without grouping, so that a year reads
// right. A key that is missing gives «key», and an argument that is missing leaves its {name} to be seen.
func (w *Words) T(key string, args ...any) string {
	t, ok := w.texts[key]
	if !ok {
		return "«" + key + "»"
	}
	if t.plain {
		return t.forms[formOther][0].literal
	}
	f := formOther
	if t.plural {
		if count, ok := argument(args, "count"); ok {
			f = w.formOf(count)
		}
	}
	return w.fill(t.form(f), args)
}

func argument(args []any, name string) (any, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if s, ok := args[i].(string); ok && s == name {
			return args[i+1], true
		}
	}
	return nil, false
}

// value writes an argument as the language does.
func (w *Words) value(name string, v any) string {
	switch v := v.(type) {
	case string:
		if name == "count" && allDigits(v) { // of a step of the journal, whose arguments are texts
			return w.grouped(v)
		}
		return v
	case int:
		return w.whole(name, int64(v))
	case int64:
		return w.whole(name, v)
	case float64:
		return w.Number(v)
	case float32:
		return w.Number(float64(v))
	case core.Date:
		return w.Date(v)
	case nil:
		return ""
	case error:
		return w.Error(v)
	}
	if s, ok := w.listed(v); ok {
		return s
	}
	if n, ok := integer(v); ok {
		return w.whole(name, n)
	}
	return fmt.Sprint(v)
}

// ungrouped is the first number that is grouped though it is no count.
const ungrouped = 10_000

func (w *Words) whole(name string, n int64) string {
	if name != "count" && n > -ungrouped && n < ungrouped {
		return strconv.FormatInt(n, 10)
	}
	return w.grouped(strconv.FormatInt(n, 10))
}
