package program

import (
	"io"
	"sync/atomic"
)

// share tells how much of something long is done; any goroutine may add to it or ask.
type share struct{ done, all atomic.Int64 }

// of says how much there is.
func (s *share) of(all int64) { s.all.Store(all) }

// at says how much of how much is done, as storage.Progress tells it.
func (s *share) at(done, all int) {
	s.done.Store(int64(done))
	s.all.Store(int64(all))
}

// reader counts what is read.
func (s *share) reader(in io.Reader) io.Reader { return countedReader{in, s} }

// part gives the share from 0 to 1; false where nobody knows how much there is.
func (s *share) part() (float64, bool) {
	all := s.all.Load()
	if all <= 0 {
		return 0, false
	}
	return min(float64(s.done.Load())/float64(all), 1), true
}

// told gives part for those who show it; nil for no share.
func (s *share) told() func() (float64, bool) {
	if s == nil {
		return nil
	}
	return s.part
}

type countedReader struct {
	io.Reader

	share *share
}

func (r countedReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.share.done.Add(int64(n))
	return n, err
}
