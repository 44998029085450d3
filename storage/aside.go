package storage

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"mentorbook/core/planner"
)

// keptAsides is how many files that were kept aside lie beside a workspace.
const keptAsides = 3

// aside is a workspace that a restored one took the place of.
type aside struct {
	path string
	at   time.Time
	n    int // which of those of one second
}

// tidyAsides bounds what lies beside a workspace after one was restored from a file. Was that itself kept aside, it is in its
// place again, and not needed twice. Of the others the newest stay; older ones become backups of their day, which are thinned
// out as all are: each may be the only copy of something. One that does not open stays where it is, for it would pass for a
// backup. What fails here is tried again the next time.
func tidyAsides(path, from string) {
	from = behindLinks(from)
	var all []aside
	for _, a := range asidesOf(path) {
		if sameFile(a.path, from) {
			_ = os.Remove(a.path)
			continue
		}
		all = append(all, a)
	}
	for _, a := range all[:max(len(all)-keptAsides, 0)] {
		if verify(a.path, schemaVersion) != nil || os.MkdirAll(BackupFolder(path), 0o700) != nil {
			continue
		}
		if to, err := backupName(path, a.at); err == nil {
			_ = os.Rename(a.path, to)
		}
	}
}

// Asides lists the workspaces that a restored one took the place of and that still lie beside it, oldest first: restoring one
// of them brings it back.
func Asides(path string) []BackupInfo {
	var out []BackupInfo
	for _, a := range asidesOf(path) {
		if size, err := sizeOf(a.path); err == nil {
			out = append(out, BackupInfo{Path: a.path, At: a.at, Size: size, Aside: true})
		}
	}
	return out
}

// asidesOf lists what was kept aside of a workspace, oldest first.
func asidesOf(path string) []aside {
	var out []aside
	for _, name := range namedLike(filepath.Dir(path), filepath.Base(path)+planner.AsideInfix) {
		info, err := os.Lstat(name)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if at, n, ok := backupTime(strings.TrimPrefix(filepath.Base(name), filepath.Base(path)+planner.AsideInfix)); ok {
			out = append(out, aside{name, at, n})
		}
	}
	slices.SortFunc(out, func(a, b aside) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.n, b.n)) })
	return out
}
