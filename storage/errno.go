package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"mentorbook/core"
)

const errIsFolder = syscall.EISDIR

// unsyncable tells whether a file system can't sync folders at all: some network and Windows ones.
func unsyncable(err error) bool {
	return errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EACCES)
}

// FileError gives what the operating system said about a path a code; nil for nil.
func FileError(path string, err error) error { return fileError(path, err) }

// fileError gives what the operating system said a code.
func fileError(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case diskFull(err):
		return core.Wrap(core.CodeDiskFull, err, "path", path)
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		if folder := missingFrom(path); folder != "" {
			return core.Wrap(core.CodeReadOnly, err, "path", folder, "state", "folder")
		}
		return core.Wrap(core.CodeReadOnly, err, "path", path)
	case errors.Is(err, syscall.EISDIR):
		return core.Wrap(core.CodeIsFolder, err, "path", path)
	}
	return core.Wrap(core.CodeFile, err, "path", path, "reason", reasonOf(err))
}

// unwritten gives what kept a file from being written a code, which says what to do about it.
func unwritten(path string, err error) error {
	coded := fileError(path, err)
	switch {
	case core.CodeOf(coded) != core.CodeFile:
		return coded
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return core.Wrap(core.CodeFile, err, "path", filepath.Dir(path), "reason", reasonOf(err), "state", "no_folder")
	}
	return core.Wrap(core.CodeFile, err, "path", path, "reason", reasonOf(err), "state", "unwritten")
}

// missingFrom gives the folder in which a file could not be made; "" where the file is there.
func missingFrom(path string) string {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	dir := filepath.Dir(path)
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return dir
}

// reasonOf gives the system's own short word, without the path that it may hold.
func reasonOf(err error) string {
	var errno syscall.Errno
	if errors.Is(err, syscall.ELOOP) {
		return "a link to itself"
	}
	if errors.As(err, &errno) {
		return errno.Error()
	}
	return err.Error()
}

// diskFull also looks at the words, since bbolt drops the cause of some errors.
func diskFull(err error) bool {
	for _, full := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT} {
		if errors.Is(err, full) || strings.Contains(err.Error(), full.Error()) {
			return true
		}
	}
	var errno syscall.Errno // ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL
	return runtime.GOOS == "windows" && errors.As(err, &errno) && (errno == 39 || errno == 112)
}
