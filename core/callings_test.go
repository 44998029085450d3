package core_test

import (
	"testing"

	"mentorbook/core"
)

func TestCallings(t *testing.T) {
	meeting := func(n int, uid string, series core.ID, original string) *core.Meeting {
		m := &core.Meeting{Head: core.Head{ID: id(n)}, UID: uid, Series: series}
		if original != "" {
			m.Recurrence = civil(original)
		}
		return m
	}
	series := func(n int, uid string) *core.Series { return &core.Series{Head: core.Head{ID: id(n)}, UID: uid} }
	const first, second = "2026-03-02T14:00", "2026-03-09T14:00"
	for _, c := range []struct {
		name string
		list []core.Record
		want bool // refused, the last of them
	}{
		{"two meetings", []core.Record{meeting(1, "a", core.ID{}, ""), meeting(2, "b", core.ID{}, "")}, false},
		{"two meetings called the same", []core.Record{meeting(1, "a", core.ID{}, ""), meeting(2, "a", core.ID{}, "")}, true},
		{"a meeting twice", []core.Record{meeting(1, "a", core.ID{}, ""), meeting(1, "a", core.ID{}, "")}, false},
		{"two series called the same", []core.Record{series(1, "a"), series(2, "a")}, true},
		{"a series and its occurrences", []core.Record{series(1, "a"), meeting(2, "a", id(1), first), meeting(3, "a", id(1), second)}, false},
		{"occurrences before their series", []core.Record{meeting(2, "a", id(1), first), series(1, "a")}, false},
		{"one occurrence twice", []core.Record{meeting(2, "a", id(1), first), meeting(3, "a", id(1), first)}, true},
		{"a meeting called as a series", []core.Record{series(1, "a"), meeting(2, "a", core.ID{}, "")}, true},
		{"an occurrence of another series", []core.Record{series(1, "a"), series(2, "b"), meeting(3, "a", id(2), first)}, true},
		{"occurrences that came alone", []core.Record{meeting(1, "a", core.ID{}, first), meeting(2, "a", core.ID{}, second)}, false},
		{"one that came alone twice", []core.Record{meeting(1, "a", core.ID{}, first), meeting(2, "a", core.ID{}, first)}, true},
		{"one that came alone, and the series", []core.Record{meeting(1, "a", core.ID{}, first), series(2, "a")}, false},
		{"the series, and one that found no place in it", []core.Record{series(2, "a"), meeting(1, "a", core.ID{}, first)}, false},
		{"one that came alone, whose place is taken", []core.Record{series(2, "a"), meeting(3, "a", id(2), first), meeting(1, "a", core.ID{}, first)}, false},
		{"one that came alone, and two series", []core.Record{series(1, "a"), meeting(3, "a", core.ID{}, first), series(2, "a")}, true},
		{"one that came alone, and a meeting", []core.Record{meeting(3, "a", core.ID{}, first), meeting(1, "a", core.ID{}, "")}, false},
		{"others", []core.Record{aPerson(), aDispatch(), aDispatch()}, false},
	} {
		var all core.Callings
		var err error
		for i, rec := range c.list {
			if err != nil {
				t.Errorf("%s: refused before its end, at %d", c.name, i)
			}
			err = all.Take(rec)
		}
		if (core.CodeOf(err) == core.CodeDuplicate) != c.want || c.want && core.Problems(err)[0].Field != "uid" {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
