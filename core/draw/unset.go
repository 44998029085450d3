package draw

import (
	"slices"
	"strings"
)

// Unset gives the words of texts that cannot be set whole, as no face has some sign of theirs: it stands replaced, by □ for most
// of them. Each word is given once, as it was typed.
func Unset(texts ...string) []string {
	var out []string
	for _, text := range texts {
		if plain(text) {
			continue
		}
		for word := range strings.FieldsSeq(text) {
			lost := strings.Count(CleanLine(word), string(missing)) > strings.Count(word, string(missing))
			if lost && !slices.Contains(out, word) {
				out = append(out, word)
			}
		}
	}
	return out
}
