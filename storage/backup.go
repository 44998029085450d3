package storage

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"mentorbook/core"
)

// BackupInfo is one backup beside a workspace.
type BackupInfo struct {
	Path string
	At   time.Time
	Size int64
}

const (
	backupLayout = "2006-01-02T150405Z"
	backupSuffix = ".mentorbook"
	keyBackedUp  = "backed_up" // the value of keyChanges when the last backup was made
)

// BackupFolder is where the backups of a workspace lie.
func BackupFolder(path string) string { return path + ".backups" }

// Backups lists the backups of a workspace, oldest first.
func Backups(path string) ([]BackupInfo, error) {
	entries, err := os.ReadDir(BackupFolder(path))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fileError(BackupFolder(path), err)
	}
	var out []BackupInfo
	order := map[string]int{} // of those of one second
	for _, e := range entries {
		at, n, ok := backupTime(e.Name())
		if !ok || e.IsDir() {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue
		}
		name := filepath.Join(BackupFolder(path), e.Name())
		order[name] = n
		out = append(out, BackupInfo{name, at, info.Size()})
	}
	slices.SortFunc(out, func(a, b BackupInfo) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(order[a.Path], order[b.Path]))
	})
	return out, nil
}

// backupName gives the path for a backup of an instant: behind those of the same second, whichever of them are left.
func backupName(path string, at time.Time) (string, error) {
	list, err := Backups(path)
	if err != nil {
		return "", err
	}
	last := 0
	for _, b := range list {
		if made, n, _ := backupTime(filepath.Base(b.Path)); made.Equal(at.Truncate(time.Second)) {
			last = max(last, n)
		}
	}
	name := filepath.Join(BackupFolder(path), at.UTC().Format(backupLayout))
	if last > 0 {
		name += "-" + strconv.Itoa(last+1)
	}
	return unused(name, backupSuffix), nil
}

// backupTime reads the name of a backup: the second of its making and, where there are several of one second, which
// of them it is, counted from 1.
func backupTime(name string) (at time.Time, n int, ok bool) {
	name = strings.TrimSuffix(name, backupSuffix)
	n = 1
	if len(name) > len(backupLayout) {
		figure, found := strings.CutPrefix(name[len(backupLayout):], "-")
		var err error
		if n, err = strconv.Atoi(figure); err != nil || !found || n < 2 {
			return at, 0, false
		}
		name = name[:len(backupLayout)]
	}
	at, err := time.Parse(backupLayout, name)
	return at, n, err == nil
}

// lastGoodBackup gives the newest backup that opens.
func lastGoodBackup(path string) (BackupInfo, bool) {
	list, err := Backups(path)
	if err != nil {
		return BackupInfo{}, false
	}
	for _, b := range slices.Backward(list) {
		if verify(b.Path, schemaVersion) == nil {
			return b, true
		}
	}
	return BackupInfo{}, false
}

// Backup copies the open workspace to a path, whole or not at all.
func (s *Store) Backup(ctx context.Context, to string) error {
	if err := ctx.Err(); err != nil {
		return core.Wrap(core.CodeCancelled, err)
	}
	if err := s.refuseItself(to); err != nil {
		return err
	}
	unmake, err := makeFolder(filepath.Dir(to))
	if err != nil {
		return fileError(to, err)
	}
	sweep(filepath.Dir(to))
	err = writeThrough(to, s.opt.knownSchema().version, func(w io.Writer) error {
		return s.view(ctx, func(r *reader) error {
			return step(func() error {
				_, err := r.tx.WriteTo(w)
				return err
			})
		})
	})
	if err != nil {
		unmake()
	}
	return err
}

// writeThrough writes a file under a temporary name, checks that it opens, and renames it into place.
func writeThrough(to string, known int, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(to), temporary)
	if err != nil {
		return fileError(to, err)
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	_, _ = tryLock(tmp, true) // it says that somebody is at work here: see sweep
	err = write(tmp)
	if err = errors.Join(err, tmp.Chmod(0o600), tmp.Sync()); err != nil {
		return fileError(to, err)
	}
	if err := verify(tmp.Name(), known); err != nil {
		return err
	}
	if err := tmp.Close(); err != nil {
		return fileError(to, err)
	}
	if err := os.Rename(tmp.Name(), to); err != nil {
		return fileError(to, err)
	}
	return fileError(to, syncFolder(filepath.Dir(to)))
}

// KeepBackup makes a dated backup in the standard folder if anything has changed since the last one, and thins
// out the older ones. It gives the path of the new one, "" if none was due.
func (s *Store) KeepBackup(ctx context.Context, now time.Time) (string, error) {
	changed, mark, err := s.changedSinceBackup(ctx)
	if err != nil || !changed {
		return "", err
	}
	to, err := backupName(s.path, now)
	if err != nil {
		return "", err
	}
	if err := s.Backup(ctx, to); err != nil {
		return "", err
	}
	if !s.opt.ReadOnly {
		err = s.update(ctx, func(w *writer) error {
			w.quiet = true
			return w.setSmall(bucketMeta, keyBackedUp, mark)
		})
	}
	if err != nil {
		return to, err
	}
	return to, thinFolder(s.path)
}

// DailyBackup is KeepBackup for a program that goes on for days: it does nothing before a day has passed since the
// newest backup.
func (s *Store) DailyBackup(ctx context.Context, now time.Time) (string, error) {
	list, err := Backups(s.path)
	if err != nil {
		return "", err
	}
	if n := len(list); n > 0 && now.Sub(list[n-1].At) < 24*time.Hour {
		return "", nil
	}
	return s.KeepBackup(ctx, now)
}

// changedSinceBackup tells whether a backup is due, and the mark to remember it by.
func (s *Store) changedSinceBackup(ctx context.Context) (changed bool, mark []byte, err error) {
	list, err := Backups(s.path)
	if err != nil {
		return false, nil, err
	}
	err = s.view(ctx, func(r *reader) error {
		if mark, err = r.small(bucketMeta, keyChanges); err != nil {
			return err
		}
		last, err := r.small(bucketMeta, keyBackedUp)
		changed = len(list) == 0 || !bytes.Equal(mark, last)
		return err
	})
	return changed, mark, err
}

func thinFolder(path string) error {
	list, err := Backups(path)
	if err != nil {
		return err
	}
	for _, b := range Thin(list) {
		if err := os.Remove(b.Path); err != nil {
			return fileError(b.Path, err)
		}
	}
	return nil
}

// Thin tells which backups can go: kept are the newest of each of the last 7 days that have one, of each of the
// last 5 weeks and of each of the last 12 months.
func Thin(list []BackupInfo) (gone []BackupInfo) {
	keep := map[string]bool{}
	for _, rule := range []struct {
		n    int
		span func(core.Date) core.Date
	}{
		{7, func(d core.Date) core.Date { return d }},
		{5, core.Date.Monday},
		{12, func(d core.Date) core.Date { return core.Date{Year: d.Year, Month: d.Month, Day: 1} }},
	} {
		seen := map[core.Date]bool{}
		for _, b := range slices.Backward(list) {
			if span := rule.span(core.DateOf(b.At)); !seen[span] && len(seen) < rule.n {
				seen[span] = true
				keep[b.Path] = true
			}
		}
	}
	for _, b := range list {
		if !keep[b.Path] {
			gone = append(gone, b)
		}
	}
	return gone
}

// Restore puts a backup in the place of a workspace. What lay there is kept beside it under a dated name, which
// is given back; "" if nothing did. When it is cancelled, everything is as it was.
func Restore(ctx context.Context, backup, path string, now time.Time) (aside string, err error) {
	if err := ctx.Err(); err != nil {
		return "", core.Wrap(core.CodeCancelled, err)
	}
	if err := verify(backup, schemaVersion); err != nil {
		return "", err
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
		aside = unused(path+".before-"+now.UTC().Format(backupLayout), "")
		if err := keepAside(path, aside); err != nil {
			return "", err
		}
	}
	err = writeThrough(path, schemaVersion, func(w io.Writer) error {
		_, err := io.Copy(w, patient{ctx, src})
		return err
	})
	if ctx.Err() != nil && err != nil {
		err = core.Wrap(core.CodeCancelled, ctx.Err())
	}
	if err != nil && aside != "" && sameFile(path, aside) {
		return "", errors.Join(err, os.Remove(aside)) // the workspace itself still lies where it did
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

// Compact writes a workspace anew without what was deleted, and puts it in the place of the old file, unless that
// is the smaller one: then nothing was deleted in it. It gives the sizes before and after, in bytes. The file must
// not be open.
func Compact(ctx context.Context, path string) (before, after int64, err error) {
	path = behindLinks(path)
	s, err := Open(ctx, path, Options{Holder: "compaction"})
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if before, err = sizeOf(path); err != nil {
		return 0, 0, err
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), temporary)
	if err != nil {
		return 0, 0, fileError(path, err)
	}
	name := tmp.Name()
	defer os.Remove(name)
	if err := errors.Join(tmp.Chmod(0o600), tmp.Close(), s.writeAnew(name)); err != nil {
		return 0, 0, s.named(fileError(path, err))
	}
	if err := verify(name, schemaVersion); err != nil {
		return 0, 0, err
	}
	if after, err = sizeOf(name); err != nil {
		return 0, 0, err
	}
	if err := ctx.Err(); err != nil {
		return 0, 0, core.Wrap(core.CodeCancelled, err)
	}
	if after > before {
		return before, before, nil
	}
	if err := os.Rename(name, path); err != nil {
		return 0, 0, fileError(path, err)
	}
	return before, after, fileError(path, syncFolder(filepath.Dir(path)))
}

// compactBytes is how much one transaction of a compaction writes.
const compactBytes = 16 << 20

// writeAnew copies all that the file holds into an empty one.
func (s *Store) writeAnew(name string) error {
	return step(func() (err error) {
		dst, err := bbolt.Open(name, 0o600, Options{}.bolt())
		if err != nil {
			return err
		}
		dst.NoSync = true                // the one sync at the end is enough
		dst.AllocSize = os.Getpagesize() // no room to grow into: the next write makes that
		defer func() { err = errors.Join(err, dst.Sync(), dst.Close()) }()
		return bbolt.Compact(dst, s.db, compactBytes)
	})
}

func sizeOf(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, fileError(path, err)
	}
	return info.Size(), nil
}

// LastGoodBackup gives the path of the newest backup of a workspace that opens, "" where there is none.
func LastGoodBackup(path string) string {
	last, _ := lastGoodBackup(path)
	return last.Path
}
