package kit

import "testing"

func TestKeyNames(t *testing.T) {
	for keys, want := range map[string]string{
		"":                    "",
		"Alt+Left":            "Alt+←",
		"Ctrl+Shift+Right":    "Ctrl+Shift+→",
		"Up  Down":            "↑  ↓",
		"PageUp  PageDown":    "PgUp  PgDn",
		"Ctrl+Plus  Ctrl+=":   "Ctrl++  Ctrl+=",
		"Ctrl+K":              "Ctrl+K",
		"Ctrl+Shift+Enter F2": "Ctrl+Shift+Enter F2",
		"Ctrl+↑↓←→":           "Ctrl+↑↓←→",
		"Delete":              "Del",
		"Escape":              "Esc",
		"Ctrl+-":              "Ctrl+-",
	} {
		if got := KeyNames(keys); got != want {
			t.Errorf("%q: %q, want %q", keys, got, want)
		}
	}
}
