package storage

import (
	"encoding/binary"
	"hash/crc32"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// The file's layout. Record buckets are named after their kind, index buckets after their index with a prefix.
const (
	schemaVersion = 4

	bucketMeta     = "meta"
	bucketPlanner  = "planner" // the small values of the planner
	bucketCounts   = "counts"
	bucketJournal  = "journal"
	bucketByRecord = "journal.record" // record | entry
	bucketByGroup  = "journal.group"  // group | entry
	bucketDrafts   = "drafts"
	prefixRecords  = "r."
	prefixIndex    = "i."

	keySchema  = "schema"
	keyFormat  = "format"
	keyChanges = "changes" // rises with every transaction: has anything changed since a backup?
	keyZones   = "zones"   // the zones of stored meetings and busy times, each with the rules that the indexes were made by
	keyTrimmed = "trimmed" // the last entry of the journal whose images were taken out

	formatName = "mentorbook workspace"
)

// A value is: format version | flags | CRC-32C over kind, key and body | body.
const (
	valueVersion = 1
	valueHeader  = 6
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(kind string, key, body []byte) uint32 {
	sum := crc32.Update(0, castagnoli, []byte(kind))
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, body)
}

// seal puts the header before a body.
func seal(kind string, key, body []byte) []byte {
	out := make([]byte, valueHeader, valueHeader+len(body))
	out[0] = valueVersion
	binary.BigEndian.PutUint32(out[2:], checksum(kind, key, body))
	return append(out, body...)
}

// unseal gives the body of a value, still in the file's memory. Its error has CodeDamaged.
func unseal(kind string, key, value []byte) ([]byte, error) {
	if len(value) < valueHeader || value[0] != valueVersion || value[1] != 0 {
		return nil, core.Fail(core.CodeDamaged, "reason", "a value of unknown form in "+kind)
	}
	body := value[valueHeader:]
	if binary.BigEndian.Uint32(value[2:]) != checksum(kind, key, body) {
		return nil, core.Fail(core.CodeDamaged, "reason", "a wrong checksum in "+kind)
	}
	return body, nil
}

// An index entry's value is the kind that it points at, and CRC-32C over index, key and kind.
func entryValue(index planner.Index, key []byte, kind core.Kind) []byte {
	out := make([]byte, 0, len(kind)+4)
	out = append(out, kind...)
	return binary.BigEndian.AppendUint32(out, checksum(string(index), key, out))
}

// readEntry gives what an index entry points at. Its error has CodeDamaged.
func readEntry(index planner.Index, key, value []byte) (planner.IndexEntry, error) {
	of, at, id, ok := splitIndexKey(key)
	if n := len(value) - 4; ok && n > 0 && binary.BigEndian.Uint32(value[n:]) == checksum(string(index), key, value[:n]) {
		return planner.IndexEntry{Of: of, At: at, Ref: core.Ref{Kind: core.Kind(value[:n]), ID: id}}, nil
	}
	return planner.IndexEntry{}, core.Fail(core.CodeDamaged, "reason", "a broken entry in "+string(index))
}

// A pair's value, in the journal's two indexes, is CRC-32C over bucket and key.
func pairValue(bucket string, key []byte) []byte {
	return binary.BigEndian.AppendUint32(nil, checksum(bucket, key, nil))
}

func readPair(bucket string, key, value []byte) (core.ID, error) {
	if len(key) != 32 || len(value) != 4 || binary.BigEndian.Uint32(value) != checksum(bucket, key, nil) {
		return core.ID{}, core.Fail(core.CodeDamaged, "reason", "a broken entry in "+bucket)
	}
	return core.ID(key[16:]), nil
}

// An index key is: of | time | id. Times are seconds and nanoseconds, with the sign turned so that the bytes
// sort as the times do.
const indexKeySize = 16 + 12 + 16

func indexKey(of core.ID, at time.Time, id core.ID) []byte {
	key := make([]byte, 0, indexKeySize)
	key = append(key, of[:]...)
	key = appendTime(key, at)
	return append(key, id[:]...)
}

func appendTime(key []byte, at time.Time) []byte {
	key = binary.BigEndian.AppendUint64(key, uint64(at.Unix())^(1<<63))
	return binary.BigEndian.AppendUint32(key, uint32(at.Nanosecond()))
}

func splitIndexKey(key []byte) (of core.ID, at time.Time, id core.ID, ok bool) {
	if len(key) != indexKeySize {
		return of, at, id, false
	}
	copy(of[:], key)
	seconds := int64(binary.BigEndian.Uint64(key[16:]) ^ (1 << 63))
	at = time.Unix(seconds, int64(binary.BigEndian.Uint32(key[24:]))).UTC()
	copy(id[:], key[28:])
	return of, at, id, true
}
