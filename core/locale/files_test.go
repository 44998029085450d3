package locale

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"mentorbook/core"
)

var update = flag.Bool("update", false, "write the files of words anew, sorted")

const localesDir = "../../assets/locales/"

// languages lists the program's languages with the plural forms that each needs (CLDR, cardinals).
func languages() map[core.Language][]string {
	return map[core.Language][]string{
		core.English: {"one", "other"},
		core.Russian: {"one", "few", "many", "other"},
	}
}

type entry struct {
	text  string
	forms map[string]string // nil: one text
}

func (e entry) all() []string {
	if e.forms == nil {
		return []string{e.text}
	}
	var out []string
	for _, s := range e.forms {
		out = append(out, s)
	}
	return out
}

func readWords(t *testing.T, lang core.Language) (map[string]entry, []byte) {
	t.Helper()
	data, err := os.ReadFile(localesDir + string(lang) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s.json: %v", lang, err)
	}
	out := make(map[string]entry, len(raw))
	for k, v := range raw {
		var e entry
		if json.Unmarshal(v, &e.text) != nil {
			if err := json.Unmarshal(v, &e.forms); err != nil {
				t.Fatalf("%s.json: %s: %v", lang, k, err)
			}
		}
		out[k] = e
	}
	return out, data
}

// written gives the one form that a file of words may have: sorted by key, one entry a line, plural forms in
// the order of CLDR. So two people who add words change different lines.
func written(t *testing.T, words map[string]entry) []byte {
	t.Helper()
	keys := make([]string, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	quote := func(s string) string {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(s); err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(b.String())
	}
	lines := make([]string, 0, len(keys))
	for _, k := range keys {
		e := words[k]
		value := quote(e.text)
		if e.forms != nil {
			var parts []string
			for _, f := range []string{"zero", "one", "two", "few", "many", "other"} {
				if s, ok := e.forms[f]; ok {
					parts = append(parts, quote(f)+": "+quote(s))
				}
			}
			value = "{" + strings.Join(parts, ", ") + "}"
		}
		lines = append(lines, "  "+quote(k)+": "+value)
	}
	return []byte("{\n" + strings.Join(lines, ",\n") + "\n}\n")
}

func TestFilesAreSorted(t *testing.T) {
	for lang := range languages() {
		words, have := readWords(t, lang)
		want := written(t, words)
		if bytes.Equal(have, want) {
			continue
		}
		if *update {
			if err := os.WriteFile(localesDir+string(lang)+".json", want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("%s.json is not sorted, has a key twice, or more than an entry a line: run go test ./core/locale -run Sorted -update", lang)
	}
}

var (
	placeholder = regexp.MustCompile(`\{[a-z0-9_]+\}`)
	keyForm     = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$`)
)

func placeholders(s string) string {
	list := placeholder.FindAllString(s, -1)
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}

func TestLanguagesMatch(t *testing.T) {
	english, _ := readWords(t, core.English)
	russian, _ := readWords(t, core.Russian)
	for k, e := range english {
		r, ok := russian[k]
		if !ok {
			t.Errorf("%s has no Russian words", k)
			continue
		}
		if (e.forms == nil) != (r.forms == nil) {
			t.Errorf("%s is plural in one language alone", k)
		}
		want := placeholders(strings.Join(e.all(), " "))
		if got := placeholders(strings.Join(r.all(), " ")); got != want {
			t.Errorf("%s: placeholders %q in English, %q in Russian", k, want, got)
		}
	}
	for k := range russian {
		if _, ok := english[k]; !ok {
			t.Errorf("%s has no English words", k)
		}
	}
}

func TestEntriesAreSound(t *testing.T) {
	for lang, forms := range languages() {
		words, _ := readWords(t, lang)
		for k, e := range words {
			if !keyForm.MatchString(k) {
				t.Errorf("%s: %q is no key: small letters, figures, low lines and dots", lang, k)
			}
			if e.forms != nil {
				checkForms(t, lang, k, e, forms)
			}
			for _, s := range e.all() {
				checkText(t, lang, k, s)
			}
		}
	}
}

func checkForms(t *testing.T, lang core.Language, key string, e entry, forms []string) {
	t.Helper()
	for _, f := range forms {
		if _, ok := e.forms[f]; !ok {
			t.Errorf("%s: %s lacks the form %q", lang, key, f)
		}
	}
	if len(e.forms) != len(forms) {
		t.Errorf("%s: %s has forms that the language has not: %v", lang, key, e.forms)
	}
	other := placeholders(e.forms["other"])
	for f, s := range e.forms {
		// "every day" and "one goal" may do without their count; nothing else may be missing.
		if got := placeholders(s); got != other && strings.TrimSpace(strings.Replace(other, "{count}", "", 1)) != got {
			t.Errorf("%s: %s: placeholders %q in %q, %q in other", lang, key, got, f, other)
		}
	}
}

func checkText(t *testing.T, lang core.Language, key, s string) {
	t.Helper()
	if strings.TrimSpace(s) == "" || s != strings.TrimSpace(s) || strings.Contains(s, "  ") {
		t.Errorf("%s: %s: empty, or spaces too many: %q", lang, key, s)
	}
	if rest := placeholder.ReplaceAllString(s, ""); strings.ContainsAny(rest, "{}") {
		t.Errorf("%s: %s: braces that are no placeholder: %q", lang, key, s)
	}
	if strings.Contains(s, "...") || strings.ContainsAny(s, "\"\t\r") {
		t.Errorf("%s: %s: typewriter signs; write … and the language's quotation marks: %q", lang, key, s)
	}
	if lang == core.Russian && strings.ContainsAny(s, "“”") && !strings.Contains(s, "„") {
		t.Errorf("%s: %s: English quotation marks: %q", lang, key, s)
	}
	if lang == core.Russian && strings.Contains(s, " - ") {
		t.Errorf("%s: %s: a hyphen for a dash: %q", lang, key, s)
	}
}
