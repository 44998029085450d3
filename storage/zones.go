package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// The instant of a meeting, series or busy time in an index is worked out by the rules of its zone. So the file
// remembers all zones that stored ones have, each with a fingerprint of the rules that the indexes were made by; where the zone
// data have other rules by now, the indexes are renewed when the file is opened.

// The years over which the rules of a zone are compared.
const (
	firstRuleYear = 1990
	lastRuleYear  = 2070
)

// ZoneRules gives a fingerprint of every change of a zone's offset between 1990 and 2070; "" where the zone data
// don't know the zone.
func ZoneRules(zone core.Zone) string {
	loc, err := zone.Location()
	if err != nil {
		return ""
	}
	sum := sha256.New()
	last := time.Date(lastRuleYear, 1, 1, 0, 0, 0, 0, time.UTC)
	for t := time.Date(firstRuleYear, 1, 1, 0, 0, 0, 0, time.UTC).In(loc); t.Before(last); {
		_, offset := t.Zone()
		fmt.Fprintln(sum, t.Unix(), offset)
		start := t
		_, end := start.ZoneBounds()
		if end.IsZero() {
			break
		}
		if t = end; !end.After(start) { // at the end of some leap years it gives the time that it was asked about
			t = start.AddDate(0, 0, 1)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

func (opt Options) rules(zone core.Zone) string {
	if opt.Zones != nil {
		return opt.Zones(zone)
	}
	return ZoneRules(zone)
}

// zones gives the remembered zones with their rules.
func (r *reader) zones() (map[core.Zone]string, error) {
	out := map[core.Zone]string{}
	raw, err := r.small(bucketMeta, keyZones)
	if err != nil || raw == nil {
		return out, err
	}
	if err := json.Unmarshal(raw, &out); err != nil {
		return nil, core.Fail(core.CodeDamaged, "reason", "a broken list of zones")
	}
	return out, nil
}

func (w *writer) setZones(zones map[core.Zone]string) error {
	raw, err := json.Marshal(zones)
	if err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	return w.setSmall(bucketMeta, keyZones, raw)
}

// noteZone remembers the zone that a record's places in the indexes are worked out by.
func (w *writer) noteZone(rec core.Record) error {
	zone := zoneOf(rec)
	if zone == "" || w.noted[zone] {
		return nil
	}
	zones, err := w.zones()
	if err != nil {
		return err
	}
	w.noted[zone] = true
	if _, known := zones[zone]; known {
		return nil
	}
	zones[zone] = w.opt.rules(zone)
	return w.setZones(zones)
}

// zoned lists the kinds whose places in the indexes depend on the rules of a zone.
func zoned() []core.Kind { return []core.Kind{core.KindMeeting, core.KindSeries, core.KindBusy} }

func zoneOf(rec core.Record) core.Zone {
	switch r := rec.(type) {
	case *core.Meeting:
		return r.Zone
	case *core.Series:
		return r.Zone
	case *core.Busy:
		return r.Zone
	}
	return ""
}

// renewZones works the places of meetings, series and busy times in the indexes out again where a zone has other rules by now.
func (s *Store) renewZones(ctx context.Context) error {
	stale := false
	err := s.view(ctx, func(r *reader) error {
		zones, err := r.zones()
		for zone, rules := range zones {
			stale = stale || s.opt.rules(zone) != rules
		}
		return err
	})
	if err != nil || !stale {
		return err
	}
	return s.update(ctx, func(w *writer) error {
		zones, err := w.zones()
		if err != nil {
			return err
		}
		for zone := range zones {
			zones[zone] = s.opt.rules(zone)
		}
		if err := w.setZones(zones); err != nil {
			return err
		}
		for _, kind := range zoned() {
			if err := w.renew(kind); err != nil {
				return err
			}
		}
		return nil
	})
}

// renew drops all index entries of a kind and works them out again.
func (w *writer) renew(kind core.Kind) error {
	names, err := w.bucketNames(prefixIndex)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := w.dropEntries(name, kind); err != nil {
			return err
		}
	}
	for rec, err := range w.All(kind) {
		if err != nil {
			return err
		}
		if err := w.reindex(core.RefOf(rec), nil, planner.IndexKeys(rec)); err != nil {
			return err
		}
	}
	return nil
}

// dropEntries removes the entries of one index that point at records of the kind.
func (w *writer) dropEntries(name string, kind core.Kind) error {
	var keys [][]byte
	index := planner.Index(name[len(prefixIndex):])
	_, _, err := w.each(name, &walk{}, func(key, value []byte) error {
		entry, err := readEntry(index, key, value)
		if err == nil && entry.Ref.Kind == kind {
			keys = append(keys, append([]byte{}, key...))
		}
		return err
	}, func() bool { return true })
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := w.remove(name, key); err != nil {
			return err
		}
	}
	return nil
}

// bucketNames lists the buckets whose names begin with a prefix.
func (r *reader) bucketNames(prefix string) (out []string, err error) {
	err = step(func() error {
		c := r.tx.Cursor()
		for name, _ := c.Seek([]byte(prefix)); name != nil && string(name[:min(len(prefix), len(name))]) == prefix; name, _ = c.Next() {
			out = append(out, string(name))
		}
		return nil
	})
	return out, err
}
