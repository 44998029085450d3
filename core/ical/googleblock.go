package ical

import (
	"strings"

	"mentorbook/core"
)

// withoutBlock leaves out of a description what Google Calendar puts between two lines of its own, "-::~:~::~ … ::-": how to
// join, and not to edit that. It is no word of whoever invites; the link to the call in it is given by itself.
func withoutBlock(text string) (words, link string) {
	var out []string
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		if !blockLine(lines[i]) {
			out = append(out, lines[i])
			continue
		}
		for j := i + 1; j < len(lines); j++ {
			if blockLine(lines[j]) {
				link = callIn(lines[i+1 : j])
				i = j
				break
			}
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n")), link
}

// blockLine tells whether a line is such a one.
func blockLine(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "-::~:") && strings.HasSuffix(line, ":-") && strings.Trim(line, "-:~") == ""
}

// callIn finds the link to a call; "" where there is none.
func callIn(lines []string) string {
	for _, line := range lines {
		for _, word := range strings.Fields(line) {
			if strings.HasPrefix(word, "https://meet.google.com/") && core.ValidLink(word) {
				return word
			}
		}
	}
	return ""
}
