package storage

import (
	"fmt"
	"hash/crc32"
	"time"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// zonesOf gives the fingerprint of the zones' rules: the offsets of a sample of zones from all over the world
// over the years around the program's making. New zone data changes at least one of them, or none that matters
// for long; a change that it misses is caught when the meeting is next written.
func zonesOf(opt Options) string {
	if opt.Zones != nil {
		return opt.Zones()
	}
	return ZoneFingerprint()
}

// ZoneFingerprint tells one edition of the time zone rules from another.
func ZoneFingerprint() string {
	sum := crc32.NewIEEE()
	for _, name := range []string{
		"Europe/Berlin", "Europe/London", "Europe/Moscow", "Europe/Kyiv", "Europe/Istanbul", "Africa/Cairo", "Africa/Casablanca",
		"America/New_York", "America/Los_Angeles", "America/Mexico_City", "America/Sao_Paulo", "America/Santiago", "America/Asuncion",
		"Asia/Almaty", "Asia/Beirut", "Asia/Gaza", "Asia/Jerusalem", "Asia/Amman", "Asia/Tehran", "Asia/Kolkata", "Asia/Shanghai",
		"Australia/Sydney", "Pacific/Auckland", "Pacific/Fiji", "Pacific/Apia", "Antarctica/Casey",
	} {
		loc, err := core.Zone(name).Location()
		if err != nil {
			continue
		}
		for t := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC); t.Year() < 2038; t = t.AddDate(0, 0, 10) {
			_, offset := t.In(loc).Zone()
			fmt.Fprintf(sum, "%d,", offset)
		}
	}
	return fmt.Sprintf("%08x", sum.Sum32())
}

// renewZones works the meetings' places in the indexes out again where the rules of the zones are others than
// those that they were worked out by.
func (s *Store) renewZones() error {
	now := zonesOf(s.opt)
	stale := false
	err := guard(func() error {
		return s.db.View(func(tx *bbolt.Tx) error {
			stale = string(tx.Bucket([]byte(bucketMeta)).Get([]byte(keyZones))) != now
			return nil
		})
	})
	if err != nil || !stale {
		return s.named(err)
	}
	return s.named(guard(func() error {
		return s.db.Update(func(tx *bbolt.Tx) error {
			w := &writer{reader{tx: tx}}
			if err := w.renewMeetings(); err != nil {
				return err
			}
			return tx.Bucket([]byte(bucketMeta)).Put([]byte(keyZones), []byte(now))
		})
	}))
}

// renewMeetings empties the indexes of meetings and fills them again.
func (w *writer) renewMeetings() error {
	for _, name := range []planner.Index{
		planner.MeetingsByStart, planner.MeetingsToClose, planner.MeetingsOfRelationship, planner.MeetingsHeld, planner.MeetingsOfSeries,
	} {
		if w.tx.Bucket([]byte(prefixIndex+string(name))) == nil {
			continue
		}
		if err := w.tx.DeleteBucket([]byte(prefixIndex + string(name))); err != nil {
			return err
		}
	}
	for rec, err := range w.All(core.KindMeeting) {
		if err != nil {
			return err
		}
		if err := w.reindex(core.RefOf(rec), nil, planner.IndexKeys(rec)); err != nil {
			return err
		}
	}
	return nil
}
