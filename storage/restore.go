package storage

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Restore puts a backup in the place of a workspace. What lay there is kept beside it under a dated name, which
// is given back; "" if nothing did. When it is cancelled, everything is as it was.
func Restore(ctx context.Context, backup, path string, now time.Time) (aside string, err error) {
	return RestoreTelling(ctx, backup, path, now, nil)
}

// RestoreTelling is Restore that tells how many bytes of the backup are looked at, copied and looked at in the copy, which
// makes three times the backup; nil for nobody.
func RestoreTelling(ctx context.Context, backup, path string, now time.Time, tell Progress) (aside string, err error) {
	if err := ctx.Err(); err != nil {
		return "", core.Wrap(core.CodeCancelled, err)
	}
	size := 0
	if info, err := os.Stat(backup); err == nil { // what is wrong with it is told below
		size = int(info.Size())
	}
	if err := verifyWatched(backup, schemaVersion, tell.stage(0, 3).watching(ctx, size)); err != nil {
		return "", err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() { // named as it was typed, before links are followed
		return "", core.Fail(core.CodeIsFolder, "path", path)
	}
	path = behindLinks(path)
	if err := refuseHeld(path); err != nil {
		return "", err
	}
	sweep(filepath.Dir(path))
	src, err := os.Open(backup)
	if err != nil {
		return "", fileError(backup, err)
	}
	defer src.Close()
	if _, err := os.Lstat(path); err == nil {
		aside = unused(path+planner.AsideInfix+now.UTC().Format(backupLayout), "")
		if err := keepAside(path, aside); err != nil {
			return "", err
		}
	}
	err = writeThrough(ctx, path, schemaVersion, tell.stage(2, 3), func(w io.Writer) error {
		_, err := io.Copy(&told{ctx: ctx, to: w, tell: tell.stage(1, 3), total: size}, patient{ctx, src})
		return err
	})
	if ctx.Err() != nil && err != nil {
		err = core.Wrap(core.CodeCancelled, ctx.Err())
	}
	if err != nil && aside != "" && sameFile(path, aside) {
		return "", errors.Join(err, os.Remove(aside)) // the workspace itself still lies where it did
	}
	if err == nil {
		tidyAsides(path, backup)
	}
	return aside, err
}

// sameFile tells whether two names are those of one file.
func sameFile(a, b string) bool {
	one, err1 := os.Stat(a)
	other, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(one, other)
}

// behindLinks gives the file that a name leads to, be it there or not: what replaces a file must not replace a link
// to it.
func behindLinks(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	to := path
	for range 40 { // as many as the system follows
		next, err := os.Readlink(to)
		if err != nil {
			return to
		}
		if !filepath.IsAbs(next) {
			next = filepath.Join(filepath.Dir(to), next)
		}
		to = next
	}
	return path // a link to itself: whoever opens it is told
}

// patient reads until somebody cancels.
type patient struct {
	ctx context.Context
	src io.Reader
}

// Read implements io.Reader.
func (p patient) Read(buf []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.src.Read(buf)
}

// keepAside gives a file a second name, so that nothing is missing at any moment; a copy where the file system
// has no links.
func keepAside(path, aside string) error {
	if os.Link(path, aside) == nil {
		return nil
	}
	src, err := os.Open(path)
	if err != nil {
		return fileError(path, err)
	}
	defer src.Close()
	dst, err := os.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fileError(aside, err)
	}
	_, err = io.Copy(dst, src)
	return fileError(aside, errors.Join(err, dst.Sync(), dst.Close()))
}

// unused gives a name that no file has yet: the wished one, or one with a figure behind it.
func unused(name, suffix string) string {
	for i, try := 2, name+suffix; ; i++ {
		if _, err := os.Lstat(try); err != nil {
			return try
		}
		try = name + "-" + strconv.Itoa(i) + suffix
	}
}

// refuseHeld refuses to replace a file that somebody has open.
func refuseHeld(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fileError(path, err)
	}
	defer f.Close()
	got, err := tryLock(f, true)
	if err == nil && !got {
		err = core.Fail(core.CodeWorkspaceOpen, "path", path, "holder", readHolder(path))
	}
	return fileError(path, err)
}
