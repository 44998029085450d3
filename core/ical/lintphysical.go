package ical

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mentorbook/core"
)

// mostLines is how many lines with the same fault are named before the rest of them is counted.
const mostLines = 20

// physical looks at the file as lines of octets (RFC 5545 3.1). That lines end wrongly is told once, where it begins.
func (l *linter) physical(text string) {
	if strings.HasPrefix(text, "\uFEFF") {
		l.add(1, core.FlawByteMark, "RFC 5545 3.1.4", "")
		text = strings.TrimPrefix(text, "\uFEFF")
	}
	all := &lineFaults{l: l}
	if strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') >= 0 {
		all.ends(1)
		text = strings.ReplaceAll(text, "\r", "\r\n")
	}
	number := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		number++
		bare, ok := strings.CutSuffix(line, "\r")
		if !ok {
			all.ends(number)
		}
		if bare == "" {
			all.add(number, core.FlawBadLine)
		}
		if len(bare) > maxOctets {
			all.add(number, core.FlawWideLine)
		}
		if len(bare) > 1 && (bare[0] == ' ' || bare[0] == '\t') && !utf8.RuneStart(bare[1]) {
			all.add(number, core.FlawSplitSign)
		}
		if strings.ContainsFunc(bare, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
			all.add(number, core.FlawControl)
		}
	}
	all.rest()
}

// lineFaults names the lines of a file that are wrong as lines, the first of each fault, and counts the others.
type lineFaults struct {
	l     *linter
	told  []lineFault
	ended bool // wrongly, and that was told
}

type lineFault struct {
	flaw core.Flaw
	n    int
	next int // the first line that is not named
}

func (f *lineFaults) ends(line int) {
	if !f.ended {
		f.l.add(line, core.FlawLineEnds, "RFC 5545 3.1", "")
	}
	f.ended = true
}

func (f *lineFaults) add(line int, flaw core.Flaw) {
	i := slices.IndexFunc(f.told, func(t lineFault) bool { return t.flaw == flaw })
	if i < 0 {
		i = len(f.told)
		f.told = append(f.told, lineFault{flaw: flaw})
	}
	t := &f.told[i]
	switch t.n++; {
	case t.n <= mostLines:
		f.l.add(line, flaw, "RFC 5545 3.1", "")
	case t.next == 0:
		t.next = line
	}
}

// rest counts those that were not named.
func (f *lineFaults) rest() {
	for _, t := range f.told {
		if n := t.n - mostLines; n > 0 {
			f.l.add(t.next, t.flaw, "RFC 5545 3.1", "")
			f.l.found[len(f.l.found)-1].More = n
		}
	}
}
