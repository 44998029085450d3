package planner

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
)

// What a reader asks of a record that an index led it to is what the index was made by.
func TestIndexedIsWhatTheKeysSay(t *testing.T) {
	indexes := []Index{BusyByStart, BusyByEnd, SeriesOf, SeriesByEnd, SeriesByStem, MeetingsByStart, MeetingsOfRelationship, MeetingsLong, MeetingsOfSeries}
	rapid.Check(t, func(t *rapid.T) {
		id := func(name string) core.ID { return core.ID{6: 0x70, 8: 0x80, 15: rapid.Byte().Draw(t, name)} }
		start := core.NewDate(2026, time.March, 1).AddDays(rapid.IntRange(0, 400).Draw(t, "day")).At(9, 0)
		end := start.AddMinutes(rapid.SampledFrom([]int{0, 45, 24 * 60, 25 * 60, 9 * 24 * 60}).Draw(t, "minutes"))
		zone := rapid.SampledFrom([]core.Zone{"", "UTC", "Europe/Berlin", "America/New_York", "Mars/Olympus"}).Draw(t, "zone")
		rule := rapid.SampledFrom([]string{"", "FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=3", "FREQ=DAILY;UNTIL=20260401", "FREQ=NEVER"}).Draw(t, "rule")
		head := core.Head{ID: id("id")}
		rec := rapid.SampledFrom([]core.Record{
			&core.Busy{Head: head, Person: id("person"), Start: start, End: end, Zone: zone, Rule: rule, AllDay: rapid.Bool().Draw(t, "whole")},
			&core.Series{Head: head, Relationship: id("rel"), Start: start, End: end, Zone: zone, Rule: rule},
			&core.Meeting{Head: head, Relationship: id("rel"), Series: id("series"), Start: start, End: end, Zone: zone},
		}).Draw(t, "record")
		keys := IndexKeys(rec)
		owners := []core.ID{{}, head.ID, head.ID.Stem(), id("other")}
		for _, k := range keys {
			owners = append(owners, k.Of)
		}
		for _, index := range indexes {
			for _, of := range owners {
				want := slices.ContainsFunc(keys, func(k IndexKey) bool { return k.Index == index && k.Of == of })
				if got := Indexed(rec, index, of); got != want {
					t.Fatalf("%s of %v: %t, and the keys say %t: %+v", index, of, got, want, keys)
				}
			}
		}
	})
}
