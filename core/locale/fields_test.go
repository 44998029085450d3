package locale

import (
	"strings"
	"testing"

	"mentorbook/core"
)

func TestEveryFieldHasWords(t *testing.T) {
	names, lists := map[string]string{}, map[string]string{}
	for path, f := range sources(t, "core") {
		fieldsOf(f, func(name string, list bool) {
			name = strings.Trim(name, ".")
			switch {
			case name == "":
			case list:
				lists[name] = path
			default:
				names[name] = path
			}
		})
	}
	if len(names) < 80 || len(lists) < 15 {
		t.Fatalf("only %d fields and %d lists found", len(names), len(lists))
	}
	for lang := range languages() {
		w := words(t, lang)
		for name, path := range names {
			for _, part := range strings.Split(name, ".") {
				if !w.Has("field."+part) && !w.Has("field."+name) {
					t.Errorf("%s: no words for the field %q of %s", lang, part, path)
				}
			}
		}
		for name, path := range lists {
			if !w.Has("entry."+name) || !w.Has("field."+name) {
				t.Errorf("%s: no words for the list %q of %s and one entry of it", lang, name, path)
			}
		}
	}
}

func TestFieldPaths(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	for path, want := range map[string][2]string{
		"name":                        {"name", "имя"},
		"milestones.2.title":          {"milestone 2, title", "веха 2, название"},
		"agenda.1.visibility.readers": {"agenda item 1, readers", "пункт повестки 1, кто видит"},
		"visibility.readers":          {"readers", "кто видит"},
		"quiet.from":                  {"start of quiet hours", "начало тихих часов"},
		"measure.readings.3.on":       {"measure, reading 3, date", "показатель, замер 3, дата"},
		"measure.name":                {"what is measured", "что измеряется"},
		"signed.1.by":                 {"signature 1, who said it", "подпись 1, кто сказал"},
		"emails.2":                    {"e-mail 2", "эл. почта 2"},
		"":                            {"", ""},
		"some_thing.4.odd":            {"some thing 4, odd", "some thing 4, odd"},
		"..":                          {"", ""},
		"a.\x1b.b":                    {"a, b", "a, b"},
	} {
		check(t, []both{{"English " + path, en.Field(path), want[0]}, {"Russian " + path, ru.Field(path), want[1]}})
	}
}
