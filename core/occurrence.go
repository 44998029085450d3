package core

import (
	"encoding/binary"
	"time"
)

// An occurrence of a series has an id before it is a record: the id of the series, with the original start, in
// minutes, laid over its last four bytes. So whatever is done to it can name it like any other meeting, and
// nothing is stored until something is done.

// OccurrenceID gives the id of the meeting that is the occurrence of a series with an original start.
func OccurrenceID(series ID, original Civil) ID {
	out := series
	minutes := binary.BigEndian.Uint32(series[12:]) ^ uint32(original.wall().Unix()/60)
	binary.BigEndian.PutUint32(out[12:], minutes)
	return out
}

// OriginalOf gives the original start that an id names within a series. It is to be checked whether the series
// has such an occurrence: every id names some minute.
func OriginalOf(series, occurrence ID) Civil {
	minutes := binary.BigEndian.Uint32(series[12:]) ^ binary.BigEndian.Uint32(occurrence[12:])
	return CivilOf(time.Unix(int64(int32(minutes))*60, 0).UTC())
}

// Stem gives the part of an id that a series shares with all of its occurrences.
func (id ID) Stem() ID {
	clear(id[12:])
	return id
}
