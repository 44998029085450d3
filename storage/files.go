package storage

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Files writes whole files or none: under a temporary name in the same folder, synced, then renamed.
// It implements planner.Files.
type Files struct{}

var (
	_ planner.Files = Files{}
	_ planner.Files = (*Store)(nil)
)

// WriteFile replaces or makes a file; behind a link, the one that it leads to, also where that is yet to be made. What
// is no file, such as a pipe, gets the bytes as they come, if anybody reads from it soon. A workspace is never written over: CodeExists. The error otherwise has CodeDiskFull,
// CodeReadOnly, CodeIsFolder or CodeFile; the former file is then as it was.
func (Files) WriteFile(path string, data []byte) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, syscall.ELOOP): // a link to itself would be replaced
		return fileError(path, err)
	case err != nil: // nothing is there, or what comes next says so too
	case info.IsDir():
		return fileError(path, &os.PathError{Op: "write", Path: path, Err: errIsFolder})
	case !info.Mode().IsRegular():
		return pour(path, data)
	case isWorkspace(path):
		return core.FailField(core.CodeExists, "file", "value", path)
	}
	return replace(behindLinks(path), data)
}

// readerComes is how long a pipe is given until somebody reads from it.
const readerComes = time.Second

// pour writes into what is no file. It does not wait for ever for somebody at the other end of a pipe.
func pour(path string, data []byte) error {
	var out *os.File
	var err error
	for end := time.Now().Add(readerComes); ; time.Sleep(lockPause) {
		out, err = os.OpenFile(path, os.O_WRONLY|syscall.O_NONBLOCK, 0)
		if !errors.Is(err, syscall.ENXIO) || time.Now().After(end) {
			break
		}
	}
	if errors.Is(err, syscall.ENXIO) {
		return core.Fail(core.CodeFile, "path", path, "reason", "nobody reads from it")
	}
	if err != nil {
		return fileError(path, err)
	}
	_, err = out.Write(data)
	return fileError(path, errors.Join(err, out.Close()))
}

// isWorkspace tells whether a file looks like a workspace, also like a damaged one.
func isWorkspace(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [pageHead + 4]byte
	if _, err := io.ReadFull(f, head[:]); err != nil {
		return false
	}
	return binary.NativeEndian.Uint32(head[pageHead:]) == metaMagic
}

func replace(path string, data []byte) error {
	dir := filepath.Dir(path)
	sweepOutputs(dir)
	tmp, err := output(dir)
	if err != nil {
		return unwritten(path, err)
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Chmod(0o600), tmp.Sync())
	if !locksOutputs { // such a system renames nothing that is open
		err = errors.Join(err, tmp.Close())
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if locksOutputs { // held until it has its name, so that nobody takes it for one that was left
		err = errors.Join(err, tmp.Close())
	}
	if err == nil {
		err = syncFolder(dir)
	}
	return unwritten(path, err)
}

// output makes a file to be written, and holds the lock that tells others that somebody is at work on it. Where another
// writer swept it away before it was held, it makes the next.
func output(dir string) (*os.File, error) {
	for {
		f, err := os.CreateTemp(dir, outputs)
		if err != nil {
			return nil, err
		}
		held, err := tryLock(f, true)
		if err != nil { // a file system that knows no locks: nobody gets this one's
			return f, nil
		}
		named, err := os.Lstat(f.Name())
		mine, errMine := f.Stat()
		if held && err == nil && errMine == nil && os.SameFile(named, mine) {
			return f, nil
		}
		_ = f.Close()
	}
}

// WriteFile implements planner.Files: it is Files.WriteFile, and refuses to write over the open workspace itself, by
// whatever name it is called: CodeExists.
func (s *Store) WriteFile(path string, data []byte) error {
	if err := s.refuseItself(path); err != nil {
		return err
	}
	return Files{}.WriteFile(path, data)
}

func (s *Store) refuseItself(path string) error {
	if sameFile(path, s.path) {
		return core.Fail(core.CodeExists, "value", path)
	}
	return nil
}

// makeFolder makes a folder with those above it, for the user alone. What it gives takes back those that it made, as
// long as nothing is in them: whatever was to be written there failed.
func makeFolder(dir string) (unmake func(), err error) {
	var made []string
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		made = append(made, d) // the innermost comes first
	}
	unmake = func() {
		for _, d := range made {
			_ = os.Remove(d) // one that holds something stays
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		unmake()
		return nil, err
	}
	return unmake, nil
}

// syncFolder makes a rename last through a power cut, where the system can.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !unsyncable(err) {
		return err
	}
	return nil
}
