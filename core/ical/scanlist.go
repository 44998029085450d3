package ical

import "strings"

// longList is a list of dates, EXDATE or RDATE, that is longer than a line may be, as in an export of many years. It is
// given as several lines, cut at its commas, each no longer than a line: so it can be read whole, in bounded memory, and
// how many dates there may be is for who reads them.
type longList struct {
	contentLine        // without its value
	tail        string // behind the last comma of the last piece
	left        string // of the physical line in which that piece ended
}

// dateList tells whether a line is a list of dates, by its first piece.
func dateList(text string) bool {
	end := strings.IndexAny(text, ":;")
	return end == len("EXDATE") && strings.EqualFold(text[:end], "EXDATE") || end == len("RDATE") && strings.EqualFold(text[:end], "RDATE")
}

// begin gives a list of dates, or its first piece; first is the physical line that it begins with.
func (s *scanner) begin(l *contentLine, first string) {
	l.folded = s.continues()
	text, left := s.gather("", first)
	text, tail := s.cutList(l, text, left)
	if l.cut(text); tail == "" {
		return
	}
	if l.flaw == flawColon { // its value does not begin in this piece
		s.skip()
		return
	}
	s.list = longList{contentLine: *l, tail: tail[1:], left: left}
	s.list.value = ""
}

// piece gives the next piece of a list.
func (s *scanner) piece() contentLine {
	l, tail, left := s.list.contentLine, s.list.tail, s.list.left
	s.list = longList{}
	text, left := s.gather(tail, left)
	if l.value, tail = s.cutList(&l, text, left); tail != "" {
		s.list = longList{contentLine: l, tail: tail[1:], left: left}
		s.list.value = ""
	}
	return l
}

// cutList cuts what was gathered of a list at its last comma, which the tail begins with; "" where nothing comes behind
// what was gathered. One without a comma is too long a line.
func (s *scanner) cutList(l *contentLine, text, left string) (head, tail string) {
	if left == "" && !s.continues() {
		return text, ""
	}
	at := strings.LastIndexByte(text, ',')
	if at < 0 {
		l.flaw = flawLong
		s.skip()
		return text, ""
	}
	return text[:at], text[at:]
}

// gather gives no more of a line than may be unfolded: some text, what is left of a physical line, and of those that
// continue it. What it leaves of the last of those comes back.
func (s *scanner) gather(text, left string) (gathered, more string) {
	if text == "" && (len(left) > maxUnfolded || !s.continues()) {
		n := min(len(left), maxUnfolded)
		return left[:n], left[n:]
	}
	var b strings.Builder
	b.WriteString(text)
	for {
		n := min(len(left), maxUnfolded-b.Len())
		b.WriteString(left[:n])
		if left = left[n:]; left != "" || b.Len() >= maxUnfolded || !s.continues() {
			return b.String(), left
		}
		left = s.physical()[1:]
	}
}
