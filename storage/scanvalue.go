package storage

import (
	"fmt"
	"strings"

	"mentorbook/core/planner"
)

// value makes sure that a value matches its checksum.
func (s *scan) value(bucket string, key, value []byte) (err error) {
	kind, record := strings.CutPrefix(bucket, prefixRecords)
	index, entry := strings.CutPrefix(bucket, prefixIndex)
	switch {
	case record:
		_, err = unseal(kind, key, value)
	case entry:
		_, err = readEntry(planner.Index(index), key, value)
	case bucket == bucketByRecord || bucket == bucketByGroup:
		_, err = readPair(bucket, key, value)
	case bucket == bucketCounts:
		s.said[string(key)], err = readCount(string(key), value)
	case bucket == bucketMeta:
		var body []byte
		body, err = unseal(bucket, key, value)
		s.small[string(key)] = string(body)
	case bucket == bucketJournal || bucket == bucketPlanner || bucket == bucketDrafts:
		_, err = unseal(bucket, key, value)
	}
	return err
}

// compareCounts holds what the buckets hold against what they count, where all of them were read.
func (s *scan) compareCounts() error {
	if !s.whole || s.small[keyFormat] != formatName {
		return nil
	}
	for bucket, n := range s.counts {
		if bucket != bucketCounts && s.said[bucket] != n {
			return fmt.Errorf("%d entries in %s, which counts %d", n, bucket, s.said[bucket])
		}
	}
	for bucket, n := range s.said {
		if s.counts[bucket] != n {
			return fmt.Errorf("%d entries in %s, which counts %d", s.counts[bucket], bucket, n)
		}
	}
	return nil
}
