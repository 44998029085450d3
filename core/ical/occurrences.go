package ical

import (
	"bufio"
	"cmp"
	"context"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
)

// Occurrence is one time at which an event of a file takes place.
type Occurrence struct {
	Start, End time.Time // whole days and floating times as if in UTC
	UID        string    // without tabs and line ends
	Summary    string    // the same
}

// maxOccurrences bounds what one event gives, and maxListed what one question gives.
const (
	maxOccurrences = 200_000
	maxListed      = 1_000_000
)

// Occurrences lists everything in a calendar file, or in the calendars of a saved e-mail, that overlaps [from, to), by its start, then UID and summary:
// rules expanded, changed occurrences in their new place, cancelled ones too. What could not be read or
// followed stands in the findings; the rest is complete. Its error has CodeNotImport for a file without a
// calendar, CodeTooLarge, CodeFile or CodeCancelled.
func Occurrences(ctx context.Context, in io.Reader, from, to time.Time) ([]Occurrence, []core.Finding, error) {
	text, err := slurp(in)
	if err != nil {
		return nil, nil, err
	}
	mailed, err := mailingIn(text, false)
	if err != nil {
		return nil, nil, err
	}
	b, err := mailed.read(ctx, true, nil)
	if err != nil {
		return nil, nil, err
	}
	l := &lister{ctx: ctx, book: b, from: from.Unix(), to: to.Unix(), fuel: fuel{fuelFile + fuelMore*len(b.events)}}
	for i, s := range b.merged() {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, nil, core.Wrap(core.CodeCancelled, ctx.Err())
		}
		l.series(s)
	}
	return l.sorted(), b.sorted(), nil
}

// listed is an Occurrence in the making: there may be many.
type listed struct {
	start, end int64
	event      *event
}

// sorted gives what was listed by its start, then UID and summary.
func (l *lister) sorted() []Occurrence {
	slices.SortFunc(l.out, func(a, b listed) int {
		switch {
		case a.start != b.start:
			return cmp.Compare(a.start, b.start)
		case a.event == b.event:
			return 0
		}
		if c := strings.Compare(a.event.uid, b.event.uid); c != 0 {
			return c
		}
		return strings.Compare(oneLine(a.event.title), oneLine(b.event.title))
	})
	out := make([]Occurrence, len(l.out))
	for i, o := range l.out {
		out[i] = Occurrence{Start: time.Unix(o.start, 0).UTC(), End: time.Unix(o.end, 0).UTC(), UID: o.event.uid, Summary: oneLine(o.event.title)}
	}
	return out
}

// sorted gives the findings in the order of the file.
func (b *book) sorted() []core.Finding {
	slices.SortStableFunc(b.findings, func(x, y core.Finding) int { return x.Line - y.Line })
	return b.findings
}

// slurp reads a file as a text, into memory that need not grow where the reader tells its size. What begins as no text
// does is not read on: it may be a device without an end.
func slurp(in io.Reader) (string, error) {
	var b strings.Builder
	switch f := in.(type) {
	case interface{ Len() int }:
		b.Grow(f.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && info.Size() <= maxFile {
			b.Grow(int(info.Size()) + 1) // one more, to meet the end in
		}
	}
	begun := bufio.NewReaderSize(io.LimitReader(in, maxFile+1), headSize)
	head, err := begun.Peek(headSize)
	if err == nil || err == io.EOF {
		if isBinary(string(head)) {
			return "", notACalendar()
		}
		err = nil
	}
	var n int64
	if err == nil {
		n, err = io.Copy(&b, begun)
	}
	switch {
	case err != nil:
		return "", core.Wrap(core.CodeFile, err, "path", "", "reason", "")
	case n > maxFile:
		return "", core.Fail(core.CodeTooLarge, "path", "", "max", maxFile)
	}
	return b.String(), nil
}

// notACalendar is the error of a file that holds none.
func notACalendar() error {
	return core.Fail(core.CodeNotImport, "path", "", "reason", "no calendar in it")
}

// lister collects the occurrences of many series.
type lister struct {
	ctx      context.Context
	book     *book
	from, to int64
	fuel     fuel
	out      []listed
	unlisted *event // the last that was named as not listed whole
}

func (l *lister) series(s *series) {
	for _, m := range s.masters {
		l.master(m, s.changed)
	}
	for _, c := range s.changed {
		l.add(c, c.start.wall, c.duration())
	}
}

// master lists an event without those of its occurrences that were changed on their own.
func (l *lister) master(e *event, changed []*event) {
	d := e.duration()
	if e.once() && len(changed) == 0 {
		l.add(e, e.start.wall, d)
		return
	}
	longest := d.days*day + d.seconds
	for _, x := range e.recur().dates {
		own := e.durationOf(x, d)
		longest = max(longest, own.days*day+own.seconds)
	}
	shift := int64(0)
	for _, c := range changed {
		if c.future {
			shift = max(shift, abs(int64(e.wallOf(c.start, c.zones)-e.wallOf(c.recurrence, c.zones))), c.duration().days*day+c.duration().seconds)
		}
	}
	from := wall(l.from - longest - shift - 2*day)
	to := wall(l.to + shift + 2*day)
	f := &fuel{min(fuelEvent, max(0, l.fuel.left))}
	before := f.left
	walls, flaw := e.instances(from, to, f, changed)
	l.fuel.left -= before - f.left
	if flaw != "" {
		l.book.findings = append(l.book.findings, core.Finding{
			Line: int(e.line), UID: e.uid, Title: oneLine(e.title), Flaw: flaw, Value: core.Excerpt(e.text), Lost: true,
		})
	}
	ranged := ranges(e, changed)
	lengths := e.lengths(d)
	for _, w := range walls {
		own, ok := lengths[w]
		if !ok {
			own = d
		}
		if r := ranged.at(w); r != nil {
			l.moved(r, w)
			continue
		}
		l.add(e, w, own)
	}
}

func abs(n int64) int64 { return max(n, -n) }

// add lists one occurrence if it lies in what was asked for.
func (l *lister) add(e *event, w wall, d duration) {
	start := e.utc(w)
	l.put(e, start, max(start, e.endOf(w, d)))
}

// beyond names, once, an event of which not all is listed: there are too many before it.
func (l *lister) beyond(e *event) {
	if l.unlisted == e || len(l.book.findings) >= maxFindings {
		return
	}
	l.unlisted = e
	l.book.findings = append(l.book.findings, core.Finding{
		Line: int(e.line), Flaw: core.FlawTooMany, UID: e.uid, Title: oneLine(e.title), Lost: true,
	})
}

func (l *lister) put(e *event, start, end int64) {
	if start >= l.to || end < l.from || end == l.from && start < end {
		return
	}
	if len(l.out) >= maxListed {
		l.beyond(e)
		return
	}
	l.out = append(l.out, listed{start, end, e})
}
