package forms

import "strings"

// DayTold is what is meant as a day in a typed line and is none, once that was said. Whoever types it once more in the same
// line means it as words; in another line it is said anew.
type DayTold struct {
	day           string
	before, after string // the line around it
	line          string // as it is now
}

// Tell notes that it was said of a line.
func (d *DayTold) Tell(line, day string) {
	d.day, d.line = day, line
	d.before, d.after, _ = strings.Cut(line, day)
}

// Follow is told of each new text of the field. The line is the same one as long as it begins as it did.
func (d *DayTold) Follow(line string) {
	d.line = line
	if !strings.HasPrefix(line, d.before) && !strings.HasPrefix(d.before, line) {
		*d = DayTold{line: line}
	}
}

// Day gives what it was said of in the line as it is now; "" for nothing. Where the day is followed by words, hardly anything
// may stand before it, and the line is the same one where it ends as it did or goes on from there, too.
func (d *DayTold) Day() string {
	whole := d.before + d.day + d.after
	switch {
	case strings.Trim(d.after, " .,;!?") != "":
		if strings.HasSuffix(d.line, d.after) || strings.HasPrefix(d.line, whole) {
			return d.day
		}
	case strings.TrimSpace(d.before) != "", d.line == whole:
		return d.day
	}
	return ""
}
