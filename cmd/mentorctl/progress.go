package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"mentorbook/core"
)

// How far long work has come is said on stderr once it has taken longer than patience: on a terminal in one line that
// is written over, elsewhere in a line of its own each so often. Work on few records is never long but on a machine that
// stands still.
const (
	patience   = time.Second
	shownEvery = 200 * time.Millisecond
	saidEvery  = 5 * time.Second
	manyItems  = 20_000
	largeFile  = 64 << 20 // bytes
)

// progress tells how far one long work has come.
type progress struct {
	a     *app
	now   func() time.Time // how long work takes is never told by the clock that --now sets
	line  io.Writer        // a terminal; nil: there is none
	next  time.Time
	width int // of what stands on the terminal's line
}

func (a *app) progress() *progress {
	p := &progress{a: a, now: time.Now}
	if f, ok := a.stderr.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.line = f
		}
	}
	return p.begin()
}

func (p *progress) begin() *progress {
	p.next = p.now().Add(patience)
	return p
}

// of tells how many of how many records are done, so that it can be handed on as planner.Progress.
func (p *progress) of(total int) func(done int) {
	return func(done int) { p.tell(done, "ctl.progress_of", "done", done, "total", total) }
}

// done tells how many records are done where nobody knows how many there are.
func (p *progress) done(done int) { p.tell(done, "ctl.progress", "count", done) }

// share tells of records that are read or looked at how many of how many are.
func (p *progress) share(done, total int) {
	p.tell(done, "ctl.progress_of", "done", done, "total", total)
}

// bytes tells of a large file that is copied or looked at how much of how much is done.
func (p *progress) bytes(done, total int) {
	if total >= largeFile {
		p.tell(max(done, manyItems), "ctl.progress_share", "percent", p.a.words().Percent(int(100*float64(done)/float64(total))))
	}
}

func (p *progress) tell(done int, key string, args ...any) {
	at := p.now()
	if done < manyItems || at.Before(p.next) {
		return
	}
	text := p.a.words().T(key, args...)
	if p.line == nil {
		p.next = at.Add(saidEvery)
		p.a.remark(text)
		return
	}
	p.next = at.Add(shownEvery)
	text = core.CleanLine(text)
	n := utf8.RuneCountInString(text)
	fmt.Fprintf(p.line, "\r%s%s", text, strings.Repeat(" ", max(0, p.width-n)))
	p.width = n
}

// end clears the terminal's line: the work is done, or has failed.
func (p *progress) end() {
	if p.width > 0 {
		fmt.Fprintf(p.line, "\r%s\r", strings.Repeat(" ", p.width))
		p.width = 0
	}
}
