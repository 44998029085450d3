package storage

import (
	"errors"
	"syscall"
)

const errIsFolder = syscall.EISDIR

// unsyncable tells whether a file system can't sync folders at all: some network and Windows ones.
func unsyncable(err error) bool {
	return errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EACCES)
}
