//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package storage

import "os"

// locksOutputs tells that no lock on a file that is being written says who is alive.
const locksOutputs = false

// tryLock leaves locking to bbolt where a file can't be locked twice by one process.
func tryLock(*os.File, bool) (bool, error) { return true, nil }
