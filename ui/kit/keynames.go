package kit

import "strings"

// KeyNames writes keys as they stand on keyboards of any language: "Alt+Left PageUp" is "Alt+← PgUp".
func KeyNames(keys string) string {
	chords := strings.Split(keys, " ")
	for i, chord := range chords {
		at := strings.LastIndexByte(chord, '+') + 1
		if name := keyCap(chord[at:]); name != "" {
			chords[i] = chord[:at] + name
		}
	}
	return strings.Join(chords, " ")
}

// keyCap gives what stands on a key; "" where that is its name.
func keyCap(key string) string {
	switch key {
	case "Left":
		return "←"
	case "Right":
		return "→"
	case "Up":
		return "↑"
	case "Down":
		return "↓"
	case "PageUp":
		return "PgUp"
	case "PageDown":
		return "PgDn"
	case "Escape":
		return "Esc"
	case "Delete":
		return "Del"
	case "Return":
		return "Enter"
	case "Plus":
		return "+"
	}
	return ""
}
