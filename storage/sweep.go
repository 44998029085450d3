package storage

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	temporary = ".mentorbook-copy-*" // how workspaces are named while they are written
	outputs   = ".mentorbook-file-*" // how other files are named while they are written

	// CheckFolder is how folders with a copy that is being checked are named, for os.MkdirTemp.
	CheckFolder = ".mentorbook-check-*"

	// swept is how long what is being written was not touched when it counts as left over. Whoever writes holds a lock
	// on it, but for the moments between two openings.
	swept = time.Minute
)

// sweep removes what a crash left in a folder of files that were being written, with what lies beside them. They may
// be whole copies of somebody's notes. What somebody is at work on stays.
func sweep(dir string) {
	for _, path := range namedLike(dir, temporary) {
		main := strings.TrimSuffix(strings.TrimSuffix(path, roomSuffix), holderPath(""))
		if isLeft(path) && (main == path || isLeft(main) || isGone(main)) {
			_ = os.Remove(path)
		}
	}
	sweepOutputs(dir)
	for _, folder := range namedLike(dir, CheckFolder) {
		if info, err := os.Lstat(folder); err != nil || !info.IsDir() || !isOld(info) {
			continue
		}
		for _, path := range namedLike(folder, "") {
			if isLeft(path) {
				_ = os.Remove(path)
			}
		}
		_ = os.Remove(folder) // unless somebody still reads what is in it
	}
}

// sweepOutputs removes the files in a folder that were being written when whoever wrote them ended: nobody holds them.
// Where files can't be locked, the system refuses to remove what is open, and what is young stays.
func sweepOutputs(dir string) {
	for _, path := range namedLike(dir, outputs) {
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() || !locksOutputs && !isOld(info) {
			continue
		}
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		if free, err := tryLock(f, true); free && err == nil && locksOutputs {
			_ = os.Remove(path) // while it is held: a writer that comes for it now finds that it is gone
		}
		_ = f.Close()
		if !locksOutputs {
			_ = os.Remove(path)
		}
	}
}

// namedLike gives the paths in a folder whose names begin as a pattern for os.CreateTemp does.
func namedLike(dir, pattern string) (paths []string) {
	entries, _ := os.ReadDir(dir) // what there is before an error
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), strings.TrimSuffix(pattern, "*")) {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths
}

func isOld(info os.FileInfo) bool { return time.Since(info.ModTime()) > swept }

func isGone(path string) bool {
	_, err := os.Lstat(path)
	return os.IsNotExist(err)
}

// isLeft tells whether a file has lain untouched for a while, and nobody holds it.
func isLeft(path string) bool {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || !isOld(info) {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	free, err := tryLock(f, true)
	return free && err == nil
}
