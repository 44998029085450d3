package locale

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"mentorbook/core"
)

// between parts the names of a list: "Amina and Sara", «Иван, Ольга и Пётр», "Amina & Sara".
var between = regexp.MustCompile(`(?i)\s*(?:[,&+]|\s(?:and|и)\s)\s*`)

// maxEach is how many a line may name.
const maxEach = 12

// namedEach gives everybody whom the names of a list mean, in their order; nil where one of them means nobody, or not one person.
func namedEach(head string, people []*core.Person, me core.ID) []core.ID {
	names := slices.DeleteFunc(between.Split(head, maxEach+1), func(name string) bool { return strings.TrimSpace(name) == "" })
	if len(names) < 2 || len(names) > maxEach {
		return nil
	}
	var out []core.ID
	for _, name := range names {
		id, n := personNamed(name, people, me)
		if n != 1 {
			return nil
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }
