package locale

import (
	"strconv"
	"strings"

	"mentorbook/core"
)

// Field gives the words for the path of a field, as people would name the place: "name", "milestone 2, title",
// "agenda item 1, readers". A field that has no words is named by its own path, which the tests rule out for
// every field that core names.
func (w *Words) Field(path string) string {
	parts := strings.Split(path, ".")
	var out []string
	for i := 0; i < len(parts); {
		s, n := w.fieldAt(parts[i:])
		if s != "" {
			out = append(out, s)
		}
		i += n
	}
	return strings.Join(out, ", ")
}

// Label gives Field with a capital letter, as it stands beside an entry of a form.
func (w *Words) Label(path string) string { return Capital(w.Field(path)) }

// FieldValue gives the value of a person's field as people read it: a language by its name, a date as it is written.
func (w *Words) FieldValue(v core.FieldValue) string {
	switch v.Field {
	case "language":
		return w.Word(core.Language(v.Value))
	case "pronoun":
		return w.Word(core.Pronoun(v.Value))
	case "zone":
		return w.City(core.Zone(v.Value))
	case "consent": // see core.Person.Merge: its day, and how it was said
		on, said, _ := strings.Cut(v.Value, " ")
		if d, err := core.ParseDate(on); err == nil {
			return strings.TrimSpace(w.Date(d) + " " + said)
		}
	case "birthday":
		if d, err := core.ParseDate(v.Value); err == nil {
			return w.Date(d)
		}
	}
	return v.Value
}

// fieldAt words the beginning of a path and says how many of its parts that took.
func (w *Words) fieldAt(parts []string) (string, int) {
	name := parts[0]
	if len(parts) > 1 {
		if n, err := strconv.Atoi(parts[1]); err == nil {
			if w.Has("entry." + name) {
				return w.T("entry."+name, "n", n), 2
			}
			return w.fieldName(name) + " " + parts[1], 2
		}
		if key := "field." + name + "." + parts[1]; w.Has(key) {
			return w.T(key), 2
		}
	}
	return w.fieldName(name), 1
}

func (w *Words) fieldName(name string) string {
	if key := "field." + name; w.Has(key) {
		return w.T(key)
	}
	return shown(strings.ReplaceAll(name, "_", " "))
}

// leaf gives the last part of a path that is a name.
func leaf(path string) string {
	parts := strings.Split(path, ".")
	for i := len(parts) - 1; i >= 0; i-- {
		if _, err := strconv.Atoi(parts[i]); err != nil {
			return parts[i]
		}
	}
	return ""
}
