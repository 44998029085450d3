package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A series ends where people say that it does: by when its meetings take place, wherever they were to be.
func TestASeriesEndsByWhenItsMeetingsTakePlace(t *testing.T) {
	day := core.NewDate
	type book = planner.SeriesBook
	for name, c := range map[string]struct {
		moved map[string]string // original start: the new one
		end   func(book, core.ID) error
		want  string
		code  core.Code
	}{
		"nothing moved": {nil, func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2026, 12, 17), "") }, "12-03 12-10", ""},
		"put off to behind it": {
			map[string]string{"2026-12-10T16:00": "2026-12-18T16:00"},
			func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2026, 12, 17), "") }, "12-03 12-18*cancelled", "",
		},
		"put off to the very day": {
			map[string]string{"2026-12-10T16:00": "2026-12-17T16:00"},
			func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2026, 12, 17), "") }, "12-03 12-17*cancelled", "",
		},
		"put off, and still before it": {
			map[string]string{"2026-12-10T16:00": "2026-12-16T16:00"},
			func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2026, 12, 17), "") }, "12-03 12-16*", "",
		},
		"moved ahead of it": {
			map[string]string{"2026-12-31T16:00": "2026-12-16T16:00"},
			func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2026, 12, 17), "") }, "12-03 12-10 12-16*", "",
		},
		"one ahead, one put off": {
			map[string]string{"2026-12-24T16:00": "2026-12-15T16:00", "2026-12-10T16:00": "2026-12-29T16:00"},
			func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2026, 12, 17), "") }, "12-03 12-15* 12-29*cancelled", "",
		},
		"only the last, put off, is left": {
			map[string]string{"2027-01-28T16:00": "2027-01-30T16:00"},
			func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2027, 1, 30), "") },
			"12-03 12-10 12-17 12-24 12-31 01-07 01-14 01-21 01-30*cancelled", "",
		},
		"nothing is left": {
			map[string]string{"2027-01-28T16:00": "2027-01-12T16:00"},
			func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2027, 1, 22), "") },
			"12-03 12-10 12-17 12-24 12-31 01-07 01-12* 01-14 01-21", core.CodeSeriesPast,
		},
		"all of it": {
			nil, func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2026, 12, 3), "") },
			"12-03 12-10 12-17 12-24 12-31 01-07 01-14 01-21 01-28", core.CodeEndNotAfter,
		},
		"all of it but one": {
			map[string]string{"2026-12-03T16:00": "2026-12-01T16:00"},
			func(b book, id core.ID) error { return b.EndFrom(t.Context(), id, day(2026, 12, 2), "") }, "12-01*", "",
		},
		"with a day": {
			map[string]string{"2026-12-10T16:00": "2026-12-18T16:00", "2026-12-24T16:00": "2026-12-16T16:00"},
			func(b book, id core.ID) error { return b.End(t.Context(), id, day(2026, 12, 17)) }, "12-03 12-16* 12-17 12-18*cancelled", "",
		},
		"before one that was moved ahead": {
			map[string]string{"2026-12-17T16:00": "2026-12-16T16:00"},
			func(b book, id core.ID) error { return b.EndBefore(t.Context(), id, civil("2026-12-17T16:00"), "") }, "12-03 12-10", "",
		},
		"before one, with others that were moved across it": {
			map[string]string{"2026-12-10T16:00": "2026-12-18T16:00", "2026-12-24T16:00": "2026-12-16T16:00"},
			func(b book, id core.ID) error { return b.EndBefore(t.Context(), id, civil("2026-12-17T16:00"), "") }, "12-03 12-16* 12-18*cancelled", "",
		},
	} {
		p := open(t)
		s := weekly(t, p, "FREQ=WEEKLY;COUNT=9")
		for from, to := range c.moved {
			ok(t, p.Meetings.Move(t.Context(), occurrence(s, from), civil(to), core.Civil{}, ""))
		}
		was, before := contents(t, p), starts(t, p, s.ID)
		if err := c.end(p.Series, s.ID); core.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := starts(t, p, s.ID); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s\n was %s", name, got, c.want, before)
		}
		if c.code != "" {
			continue
		}
		if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != was {
			t.Errorf("%s: the undo is not identity (%v)", name, err)
		}
	}
}
