package sample

import (
	"encoding/binary"
	"math/rand/v2"
	"time"

	"mentorbook/core"
)

// idSource makes ids that look like UUIDs of version 7 (RFC 9562 5.7) and are the same on every run.
type idSource struct{ rand *rand.Rand }

func newIDs(opt Options) idSource {
	return idSource{rand.New(rand.NewPCG(uint64(opt.Seed), uint64(opt.Now.Unix())))}
}

// at gives the next id, for something made at an instant.
func (s idSource) at(t time.Time) core.ID {
	var id core.ID
	ms := uint64(t.UnixMilli())
	binary.BigEndian.PutUint64(id[:8], ms<<16|s.rand.Uint64()&0x0fff|0x7000)
	binary.BigEndian.PutUint64(id[8:], s.rand.Uint64()&(1<<62-1)|1<<63)
	return id
}
