package locale

import (
	"slices"
	"strings"

	"mentorbook/core"
)

// NameBegins tells whether a name, or a word of it, begins as typed; large and small letters, and ё and е, are
// the same.
func NameBegins(name, typed string) bool {
	name, typed = foldName(name), foldName(strings.TrimSpace(typed))
	return typed != "" && (strings.HasPrefix(name, typed) || strings.Contains(" "+name, " "+typed))
}

// NameNear tells whether each typed word begins a word of a name, or is nearly one (core.Nearly).
func NameNear(name, typed string) bool {
	words, all := strings.Fields(foldName(name)), strings.Fields(foldName(typed))
	for _, t := range all {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, t) || core.Nearly(t, w) }) {
			return false
		}
	}
	return len(all) > 0
}

// Named gives those of a list of whom a name begins as typed; where that is nobody, those of whom one is nearly that. Those
// whose first name is what was typed come first, then those whose begins so: others only have somebody of that name among them.
func Named[T any](list []T, typed string, names func(T) []string) []T {
	for _, fits := range []func(name, typed string) bool{NameBegins, NameNear} {
		var out []T
		for _, x := range list {
			if slices.ContainsFunc(names(x), func(n string) bool { return fits(n, typed) }) {
				out = append(out, x)
			}
		}
		if out != nil {
			slices.SortStableFunc(out, func(a, b T) int { return behind(names(a), typed, fits) - behind(names(b), typed, fits) })
			return out
		}
	}
	return nil
}

// behind tells how far behind others something of these names stands in a list.
func behind(names []string, typed string, fits func(name, typed string) bool) int {
	switch {
	case len(names) > 0 && IsName(names[0], typed):
		return 0
	case len(names) > 0 && fits(names[0], typed):
		return 1
	}
	return 2
}

// IsName tells whether a name is what was typed, with or without what tells it apart from others of that name.
func IsName(name, typed string) bool {
	name, typed = foldName(name), foldName(strings.TrimSpace(typed))
	bare, _, _ := strings.Cut(name, core.ApartBy)
	return typed != "" && (name == typed || bare == typed)
}

func foldName(s string) string { return strings.ReplaceAll(strings.ToLower(s), "ё", "е") }
