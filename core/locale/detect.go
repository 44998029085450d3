package locale

import (
	"strings"

	"mentorbook/core"
)

// Detect chooses a language by what the environment says, given in the order in which it counts: the values
// of LANGUAGE, LC_ALL, LC_MESSAGES and LANG. The first that is set decides; in a list such as "de:ru:en" the
// first of the program's own languages does. Whatever else it says, the answer is English.
func Detect(env ...string) core.Language {
	for _, value := range env {
		if strings.TrimSpace(value) == "" {
			continue
		}
		for _, name := range strings.Split(value, ":") {
			name, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(name)), ".")
			name, _, _ = strings.Cut(name, "@")
			name, _, _ = strings.Cut(strings.ReplaceAll(name, "-", "_"), "_")
			switch name {
			case "ru", "rus", "russian":
				return core.Russian
			case "en", "eng", "english":
				return core.English
			}
		}
		return core.English
	}
	return core.English
}
