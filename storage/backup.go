package storage

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
)

// BackupInfo is one backup beside a workspace.
type BackupInfo struct {
	Path string
	At   time.Time
	Size int64

	Aside bool // it is the workspace that another one took the place of then, as Asides lists them
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
		out = append(out, BackupInfo{Path: name, At: at, Size: info.Size()})
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

// LastGoodBackup gives the path of the newest backup of a workspace that opens, "" where there is none.
func LastGoodBackup(path string) string {
	last, _ := lastGoodBackup(path)
	return last.Path
}

// Backup copies the open workspace to a path, whole or not at all.
func (s *Store) Backup(ctx context.Context, to string) error { return s.BackupTelling(ctx, to, nil) }

// BackupTelling is Backup that tells how many bytes of the file are copied and then looked at in the copy, which makes
// twice the file; nil for nobody.
func (s *Store) BackupTelling(ctx context.Context, to string, tell Progress) error {
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
	err = writeThrough(ctx, to, s.opt.knownSchema().version, tell.stage(1, 2), func(w io.Writer) error {
		return s.view(ctx, func(r *reader) error {
			return step(func() error {
				_, err := r.tx.WriteTo(&told{ctx: ctx, to: w, tell: tell.stage(0, 2), total: int(r.tx.Size())})
				return err
			})
		})
	})
	if err != nil {
		unmake()
	}
	if err != nil && ctx.Err() != nil {
		return core.Wrap(core.CodeCancelled, ctx.Err())
	}
	return err
}

// writeThrough writes a file under a temporary name, checks that it opens, and renames it into place. tell is told of
// the bytes that are looked at.
func writeThrough(ctx context.Context, to string, known int, tell Progress, write func(io.Writer) error) error {
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
	info, err := tmp.Stat()
	if err != nil {
		return fileError(to, err)
	}
	size := int(info.Size())
	if err := verifyWatched(tmp.Name(), known, tell.watching(ctx, size)); err != nil {
		return err
	}
	tell.say(size, size)
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
	return s.KeepBackupTelling(ctx, now, nil)
}

// KeepBackupTelling is KeepBackup that tells what BackupTelling does; nil for nobody.
func (s *Store) KeepBackupTelling(ctx context.Context, now time.Time, tell Progress) (string, error) {
	changed, mark, err := s.changedSinceBackup(ctx)
	if err != nil || !changed {
		return "", err
	}
	to, err := backupName(s.path, now)
	if err != nil {
		return "", err
	}
	if err := s.BackupTelling(ctx, to, tell); err != nil {
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
	return to, thinFolder(s.path, now.Location())
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

func thinFolder(path string, zone *time.Location) error {
	list, err := Backups(path)
	if err != nil {
		return err
	}
	for _, b := range Thin(list, zone) {
		if err := os.Remove(b.Path); err != nil {
			return fileError(b.Path, err)
		}
	}
	return nil
}

// Thin tells which backups can go, of a list with the oldest first: kept are the newest of each of the last 7 days that have one,
// of each of the last 5 weeks and of each of the last 12 months. Of those 7 days the first is kept too: what was lost in the course
// of a day is in no later one of it. zone is where the days are those of the calendar.
func Thin(list []BackupInfo, zone *time.Location) (gone []BackupInfo) {
	keep := map[string]bool{}
	for _, rule := range []struct {
		n     int
		first bool // keeps the first too
		span  func(core.Date) core.Date
	}{
		{7, true, func(d core.Date) core.Date { return d }},
		{5, false, core.Date.Monday},
		{12, false, func(d core.Date) core.Date { return core.Date{Year: d.Year, Month: d.Month, Day: 1} }},
	} {
		firsts := map[core.Date]string{} // of the spans that are kept, the earliest that was met
		for _, b := range slices.Backward(list) {
			span := rule.span(core.DateOf(b.At.In(zone)))
			_, seen := firsts[span]
			if !seen && len(firsts) == rule.n {
				break
			}
			keep[b.Path] = keep[b.Path] || !seen
			firsts[span] = b.Path
		}
		if rule.first {
			for _, path := range firsts {
				keep[path] = true
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
