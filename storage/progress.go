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

// stage is one of several of the same size that a work is made of.
func (p Progress) stage(n, of int) Progress {
	if p == nil {
		return nil
	}
	return func(done, total int) { p(n*total+done, of*total) }
}

// watching tells of the bytes of a file of a size whose pages are looked at, and ends when nobody wants it any more.
func (p Progress) watching(ctx context.Context, size int) watch {
	return func(met, of uint64) error {
		p.say(int(float64(size)*float64(min(met, of))/float64(max(of, 1))), size)
		return ctx.Err()
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
