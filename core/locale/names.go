package locale

import "strings"

// NameBegins tells whether a name, or a word of it, begins as typed; large and small letters, and ё and е, are
// the same.
func NameBegins(name, typed string) bool {
	fold := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "ё", "е") }
	name, typed = fold(name), fold(strings.TrimSpace(typed))
	return typed != "" && (strings.HasPrefix(name, typed) || strings.Contains(" "+name, " "+typed))
}
