package main

import (
	"context"
	"io"
	"os"

	"mentorbook/core"
	"mentorbook/storage"
)

// openFile opens a file that the user named. What is none but somebody else's end of it, as a pipe, is waited for, both to be
// opened and for what comes out of it, only until the program is asked to stop.
func openFile(ctx context.Context, path string) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, storage.FileError(path, err)
	case info.IsDir():
		return nil, storage.FileError(path, core.Fail(core.CodeIsFolder, "path", path))
	case info.Mode().IsRegular():
		f, err := os.Open(path)
		if err != nil {
			return nil, storage.FileError(path, err)
		}
		return f, nil
	}
	f, err := untilStop(ctx, func() (*os.File, error) { return os.Open(path) })
	if core.CodeOf(err) == core.CodeCancelled {
		return nil, err
	}
	if err != nil {
		return nil, storage.FileError(path, err)
	}
	return &waiting{ctx, f}, nil
}

// waiting reads what may take for ever to come.
type waiting struct {
	ctx  context.Context
	file *os.File
}

// Read gives up when the context ends, with CodeCancelled.
func (w *waiting) Read(p []byte) (int, error) {
	own := make([]byte, min(len(p), 64<<10)) // a read that is given up writes into it later
	n, err := untilStop(w.ctx, func() (int, error) { return w.file.Read(own) })
	return copy(p, own[:n]), err
}

// Close leaves a read that was given up to the end of the program.
func (w *waiting) Close() error {
	if w.ctx.Err() != nil {
		return nil
	}
	return w.file.Close()
}

// untilStop gives what f does, or CodeCancelled as soon as the context ends.
func untilStop[T any](ctx context.Context, f func() (T, error)) (out T, err error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := f()
		done <- result{value, err}
	}()
	select {
	case <-ctx.Done():
		return out, core.Wrap(core.CodeCancelled, ctx.Err())
	case r := <-done:
		return r.value, r.err
	}
}
