package storage

import (
	"errors"
	"os"
	"path/filepath"
)

// Files writes whole files or none: under a temporary name in the same folder, synced, then renamed.
// It implements planner.Files.
type Files struct{}

// WriteFile replaces or makes a file. Its error has CodeDiskFull, CodeReadOnly, CodeIsFolder or CodeFile; the
// former file is then as it was.
func (Files) WriteFile(path string, data []byte) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fileError(path, &os.PathError{Op: "write", Path: path, Err: errIsFolder})
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fileError(path, err)
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Chmod(0o600), tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	return fileError(path, err)
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
