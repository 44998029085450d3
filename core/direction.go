package core

import "strings"

// Signs that turn the direction of writing (Unicode Standard Annex 9, 2.1 to 2.6). Names and titles in Arabic or Hebrew
// need marks (U+200E, U+200F, U+061C) and may have isolates; an override, or anything that is not closed, would turn what
// stands behind it in a guest's calendar: "gpj.exe" is read as "exe.jpg".
const (
	embedLeft   = '\u202A'
	popEmbed    = '\u202C'
	forceLeft   = '\u202D'
	forceRight  = '\u202E'
	isolateLeft = '\u2066'
	isolateAny  = '\u2068'
	popIsolate  = '\u2069'
)

// Turns tells whether a letter is one of those signs, whatever good it may do: an embedding, an override, an isolate, or the end of one.
func Turns(r rune) bool {
	return r >= embedLeft && r <= forceRight || r >= isolateLeft && r <= popIsolate
}

// mayTurn tells whether a text holds any sign of the two rows of Unicode in which those stand.
func mayTurn(s string) bool {
	return strings.Contains(s, "\xe2\x80") || strings.Contains(s, "\xe2\x81")
}

// KeepsDirection tells whether a text leaves the direction of what stands behind it alone: nothing is overridden, and
// what is embedded or isolated ends in the line in which it begins.
func KeepsDirection(s string) bool {
	if !mayTurn(s) {
		return true
	}
	for line := range strings.SplitSeq(s, "\n") {
		var open []rune // what closes that which is open
		for _, r := range line {
			switch {
			case r == forceLeft || r == forceRight:
				return false
			case r == popEmbed || r == popIsolate:
				if len(open) == 0 || open[len(open)-1] != r {
					return false
				}
				open = open[:len(open)-1]
			case r >= embedLeft && r < popEmbed:
				open = append(open, popEmbed)
			case r >= isolateLeft && r <= isolateAny:
				open = append(open, popIsolate)
			}
		}
		if len(open) > 0 {
			return false
		}
	}
	return true
}

// settleDirection drops from a text from outside what turns it for no good: overrides and embeddings, for which isolates
// and marks do as well, and the isolates of a line in which one of them is not closed.
func settleDirection(s string) string {
	if !mayTurn(s) {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		line = without(line, embedLeft, forceRight)
		if !KeepsDirection(line) {
			line = without(line, isolateLeft, popIsolate)
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

func without(s string, from, to rune) string {
	return strings.Map(func(r rune) rune {
		if r >= from && r <= to {
			return -1
		}
		return r
	}, s)
}
