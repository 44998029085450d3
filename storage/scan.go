package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// bbolt trusts the pages of its file: a broken one can make it fault, take all memory, or go round in a circle
// until the stack is full, which nothing can catch. So a file is looked over page by page, by plain reading with
// every figure checked, before bbolt gets to see it. A small file is looked over whole, checksums included; of a
// large one the first pages of its tree, whose number does not grow with the records.

// scanPages is how many pages an opening looks at. At 4 kB each it takes a few milliseconds.
const scanPages = 1024

// The file's format, as bbolt has written it since 2014: all figures in the machine's own byte order.
const (
	pageHead      = 16
	metaMagic     = 0xED0CDAED
	metaVersion   = 2
	metaSize      = 64
	flagBranch    = 0x01
	flagLeaf      = 0x02
	flagMeta      = 0x04
	flagFreelist  = 0x10
	elementSize   = 16
	elementBucket = 0x01
	bucketHead    = 16
	noFreelist    = ^uint64(0)
	maxDepth      = 64
	minPageSize   = 512
	maxPageSize   = 1 << 24
)

var errNoBolt = errors.New("not a file of this kind")

// scan is one look over a file.
type scan struct {
	r        io.ReaderAt
	size     int64
	pageSize int
	high     uint64 // the first page that is not in use
	budget   int
	seen     []uint64 // a bit for each page that was met
	met      uint64   // how many
	each     watch    // nil for nobody
	buf      []byte   // of the last page that overflows into no other
	queue    []treePart
	counts   map[string]int // entries that buckets hold
	said     map[string]int // entries that buckets should hold
	small    map[string]string
	whole    bool // the budget was enough for all of it
}

// treePart is a page of a bucket's tree that is still to be looked at.
type treePart struct {
	page      uint64
	depth     int
	bucket    string // "" is the root
	low, high []byte
}

// watch is told how many pages of how many are looked at, and ends the look by an error.
type watch func(met, of uint64) error

// look looks a file over: up to a number of pages, or all of it where that is 0. Its error is that of the watch, if any, errNoBolt for what
// never was a file of bbolt's, or says what is broken.
func look(r io.ReaderAt, size int64, budget int, each watch) (*scan, error) {
	s := &scan{
		r: r, size: size, budget: budget, each: each, whole: true,
		counts: map[string]int{}, said: map[string]int{}, small: map[string]string{},
	}
	root, freelist, err := s.header()
	if err != nil {
		return nil, err
	}
	s.buf = make([]byte, s.pageSize)
	s.seen = make([]uint64, s.high/64+1)
	s.meet(0)
	s.meet(1)
	s.queue = []treePart{{page: root}}
	for next := 0; next < len(s.queue); next++ {
		if err := s.tree(s.queue[next]); err != nil {
			return nil, err
		}
		s.queue[next] = treePart{} // its bounds may hold a page in memory
		if s.each != nil {
			if err := s.each(s.met, s.high); err != nil {
				return nil, err
			}
		}
	}
	if err := s.free(freelist); err != nil {
		return nil, err
	}
	return s, s.compareCounts()
}

// header reads both header pages. A sound file has two good ones, a transaction apart: where one is broken, it
// may be that of the last transaction, and going on with the other would lose that without a word.
func (s *scan) header() (root, freelist uint64, err error) {
	first := make([]byte, pageHead+metaSize)
	if n, _ := s.r.ReadAt(first, 0); n < pageHead+4 {
		return 0, 0, errNoBolt
	}
	second := make([]byte, pageHead+metaSize)
	order := binary.NativeEndian
	s.pageSize = int(order.Uint32(first[pageHead+8:]))
	marked := order.Uint32(first[pageHead:]) == metaMagic
	if s.pageSize < minPageSize || s.pageSize > maxPageSize || s.pageSize&(s.pageSize-1) != 0 {
		s.pageSize = 4096
	}
	_, errRead := s.r.ReadAt(second, int64(s.pageSize))
	marked = marked || order.Uint32(second[pageHead:]) == metaMagic
	switch {
	case !marked:
		return 0, 0, errNoBolt
	case errRead != nil:
		return 0, 0, errors.New("the file is cut short")
	case !goodMeta(first) || !goodMeta(second):
		return 0, 0, errors.New("a header page is broken")
	}
	one, two := order.Uint64(first[pageHead+48:]), order.Uint64(second[pageHead+48:])
	// A copy made of an open file can hold one of two transactions ago for its first one.
	if gap := max(one, two) - min(one, two); gap != 1 && gap != 2 {
		return 0, 0, errors.New("a header page is out of date")
	}
	meta := first
	if two > one {
		meta = second
	}
	meta = meta[pageHead:]
	s.high = order.Uint64(meta[40:])
	if s.high > uint64(s.size)/uint64(s.pageSize) {
		return 0, 0, errors.New("the file is cut short")
	}
	return order.Uint64(meta[16:]), order.Uint64(meta[32:]), nil
}

func goodMeta(page []byte) bool {
	order := binary.NativeEndian
	meta := page[pageHead:]
	sum := fnv.New64a()
	sum.Write(meta[:metaSize-8])
	return order.Uint16(page[8:]) == flagMeta && order.Uint32(meta) == metaMagic && order.Uint32(meta[4:]) == metaVersion &&
		order.Uint64(meta[metaSize-8:]) == sum.Sum64()
}

func (s *scan) isMet(page uint64) bool { return s.seen[page/64]>>(page%64)&1 != 0 }

func (s *scan) meet(page uint64) {
	s.seen[page/64] |= 1 << (page % 64)
	s.met++
}

// page reads a page with what overflows from it, and makes sure that it is what it should be and used once. It is
// good until the next one is read.
func (s *scan) page(id uint64) ([]byte, error) {
	if id < 2 || id >= s.high {
		return nil, fmt.Errorf("page %d lies outside of the file", id)
	}
	buf := s.buf
	if _, err := s.r.ReadAt(buf, int64(id)*int64(s.pageSize)); err != nil {
		return nil, fmt.Errorf("page %d can't be read: %w", id, err)
	}
	order := binary.NativeEndian
	more := uint64(order.Uint32(buf[12:]))
	if order.Uint64(buf) != id || more >= s.high-id {
		return nil, fmt.Errorf("page %d is not what it should be", id)
	}
	for i := id; i <= id+more; i++ {
		if s.isMet(i) {
			return nil, fmt.Errorf("page %d is used twice", i)
		}
		s.meet(i)
	}
	if more > 0 {
		buf = append(bytes.Clone(buf), make([]byte, int(more)*s.pageSize)...)
		if _, err := s.r.ReadAt(buf[s.pageSize:], int64(id+1)*int64(s.pageSize)); err != nil {
			return nil, fmt.Errorf("page %d can't be read: %w", id, err)
		}
	}
	return buf, nil
}

func (s *scan) tree(part treePart) error {
	if s.budget > 0 && s.met > uint64(s.budget) {
		s.whole = false
		return nil
	}
	buf, err := s.page(part.page)
	if err != nil {
		return err
	}
	if part.depth > maxDepth {
		return fmt.Errorf("page %d lies too deep", part.page)
	}
	switch binary.NativeEndian.Uint16(buf[8:]) {
	case flagLeaf:
		return s.leaf(buf, part)
	case flagBranch:
		return s.branch(buf, part)
	}
	return fmt.Errorf("page %d is of no known kind", part.page)
}

// elements gives the place of a page's elements, once it is sure that they fit into it.
func elements(buf []byte) (n int, err error) {
	n = int(binary.NativeEndian.Uint16(buf[10:]))
	if pageHead+n*elementSize > len(buf) {
		return 0, errors.New("a page counts more entries than it can hold")
	}
	return n, nil
}

// part gives bytes of a page by a position that counts from an element.
func slice(buf []byte, element int, pos, size uint64) ([]byte, error) {
	from := uint64(element) + pos
	if pos > uint64(len(buf)) || size > uint64(len(buf)) || from+size > uint64(len(buf)) {
		return nil, errors.New("an entry reaches beyond its page")
	}
	return buf[from : from+size], nil
}

func (s *scan) branch(buf []byte, part treePart) error {
	n, err := elements(buf)
	if err != nil {
		return err
	}
	if n == 0 {
		return fmt.Errorf("page %d has no branches", part.page)
	}
	order := binary.NativeEndian
	buf = bytes.Clone(buf) // the children's bounds are parts of it
	children := make([]treePart, n)
	for i := range n {
		at := pageHead + i*elementSize
		key, err := slice(buf, at, uint64(order.Uint32(buf[at:])), uint64(order.Uint32(buf[at+4:])))
		if err != nil {
			return err
		}
		children[i] = treePart{page: order.Uint64(buf[at+8:]), depth: part.depth + 1, bucket: part.bucket, low: key, high: part.high}
		if i > 0 {
			if bytes.Compare(children[i-1].low, key) >= 0 {
				return errKeyOrder
			}
			children[i-1].high = key
		}
		if outside(key, part) {
			return errKeyOrder
		}
	}
	if s.budget > 0 && len(s.queue)+n > s.budget {
		s.whole = false // nobody would get to them
		return nil
	}
	s.queue = append(s.queue, children...)
	return nil
}

var errKeyOrder = errors.New("entries out of their order")

func outside(key []byte, part treePart) bool {
	return len(key) == 0 || bytes.Compare(key, part.low) < 0 || part.high != nil && bytes.Compare(key, part.high) >= 0
}

func (s *scan) leaf(buf []byte, part treePart) error {
	n, err := elements(buf)
	if err != nil {
		return err
	}
	order := binary.NativeEndian
	var last []byte
	for i := range n {
		at := pageHead + i*elementSize
		flags, pos := order.Uint32(buf[at:]), uint64(order.Uint32(buf[at+4:]))
		ksize, vsize := uint64(order.Uint32(buf[at+8:])), uint64(order.Uint32(buf[at+12:]))
		key, err := slice(buf, at, pos, ksize)
		if err != nil {
			return err
		}
		value, err := slice(buf, at, pos+ksize, vsize)
		if err != nil {
			return err
		}
		if outside(key, part) || i > 0 && bytes.Compare(last, key) >= 0 {
			return errKeyOrder
		}
		last = key
		if err := s.entry(part.bucket, flags, key, value); err != nil {
			return err
		}
	}
	return nil
}

// entry looks at one entry of a leaf: the root holds buckets, and they hold values.
func (s *scan) entry(bucket string, flags uint32, key, value []byte) error {
	if bucket == "" {
		if flags != elementBucket {
			return errors.New("a value where buckets belong")
		}
		return s.bucket(string(key), value)
	}
	if flags != 0 {
		return errors.New("a bucket where values belong")
	}
	s.counts[bucket]++
	return s.value(bucket, key, value)
}

func (s *scan) bucket(name string, value []byte) error {
	if len(value) < bucketHead {
		return errors.New("a bucket without a head")
	}
	s.counts[name] += 0
	root := binary.NativeEndian.Uint64(value)
	if root != 0 {
		s.queue = append(s.queue, treePart{page: root, bucket: name})
		return nil
	}
	page := value[bucketHead:]
	if len(page) < pageHead || binary.NativeEndian.Uint16(page[8:]) != flagLeaf {
		return errors.New("a bucket without a page")
	}
	return s.leaf(page, treePart{bucket: name})
}

// free looks at the list of free pages: none of them may be in use.
func (s *scan) free(id uint64) error {
	if id == noFreelist {
		return nil
	}
	buf, err := s.page(id)
	if err != nil {
		return err
	}
	order := binary.NativeEndian
	if order.Uint16(buf[8:]) != flagFreelist {
		return errors.New("the list of free pages is not one")
	}
	n, at := uint64(order.Uint16(buf[10:])), uint64(pageHead)
	if n == 0xFFFF {
		n, at = order.Uint64(buf[pageHead:]), pageHead+8
	}
	if n > (uint64(len(buf))-at)/8 {
		return errors.New("the list of free pages is too long")
	}
	last := uint64(1)
	for i := range n {
		page := order.Uint64(buf[at+8*i:])
		if page <= last || page >= s.high || s.isMet(page) {
			return errors.New("the list of free pages names one in use")
		}
		last = page
	}
	if s.whole && s.met+n != s.high {
		return errors.New("pages are neither in use nor free")
	}
	return nil
}
