package storage

import (
	"context"
	"io"
)

// Progress is told how much of how much is done, in whatever the work counts in. It is called often, from the goroutine
// of the work, and has to be quick.
type Progress func(done, total int)

func (p Progress) say(done, total int) {
	if p != nil {
		p(done, total)
	}
}

// told is a writer that tells how many bytes of a known number went through it, and ends when nobody wants them any more.
type told struct {
	ctx   context.Context
	to    io.Writer
	tell  Progress
	done  int
	total int
}

// Write implements io.Writer.
func (t *told) Write(p []byte) (int, error) {
	if err := t.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := t.to.Write(p)
	t.done += n
	t.tell.say(min(t.done, t.total), t.total)
	return n, err
}
