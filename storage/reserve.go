package storage

import (
	"context"
	"crypto/rand"
	"os"
	"sync"

	"go.etcd.io/bbolt"
)

// roomSuffix names the file beside a workspace that keeps room on the disk while bulk work runs.
const roomSuffix = ".room"

// room is what a disk that fills up leaves for taking bulk work back: bbolt writes anew each page that changes before it
// drops the old one, so that taking something out needs room first. It is a file of bytes that mean nothing; removing
// it frees them. One room is held at a time.
type room struct {
	mu   sync.Mutex
	file *os.File // nil: nobody keeps any
	size int64
}

// Reserve implements planner.Store.
func (s *Store) Reserve(context.Context) (release func(), err error) {
	s.room.mu.Lock()
	defer s.room.mu.Unlock()
	if s.room.file != nil || s.opt.ReadOnly {
		return func() {}, nil
	}
	f, err := os.OpenFile(s.path+roomSuffix, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, fileError(s.path, err)
	}
	s.room.file, s.room.size = f, 0
	return s.room.release, nil
}

func (r *room) release() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.file == nil {
		return
	}
	_ = r.file.Close()
	_ = os.Remove(r.file.Name())
	r.file = nil
}

// enlarge makes the room hold at least so many bytes, where anybody keeps one.
func (r *room) enlarge(to int64) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.file == nil || to <= r.size {
		return nil
	}
	buf := make([]byte, 1<<20)
	_, _ = rand.Read(buf) // a file system that packs its files would keep no room for zeros
	for r.size < to {
		n, err := r.file.Write(buf[:min(int64(len(buf)), to-r.size)])
		if r.size += int64(n); err != nil {
			return err
		}
	}
	return nil
}

// keepRoom makes sure, before a transaction of bulk work is committed, that it can be taken back.
func (s *Store) keepRoom(tx *bbolt.Tx, w *writer) error {
	return fileError(s.path, s.room.enlarge(takenBack(tx, w)))
}

// takenBack tells how many bytes bbolt may need at most for taking a transaction back: each write in a page of its own,
// but no more than the file has, and what was written once more.
func takenBack(tx *bbolt.Tx, w *writer) int64 {
	const branches = 64 << 10 // the way to the pages, and the list of free ones
	pages := int64(w.writes) * int64(os.Getpagesize())
	return min(pages, tx.Size()) + int64(w.bytes) + branches
}

// dropRoom removes what a crash left of the room for bulk work: from now on there may be need of it.
func dropRoom(path string) {
	_ = os.Remove(path + roomSuffix)
}
