package core_test

import (
	"testing"
	"time"

	"mentorbook/core"
)

func TestBusyValidate(t *testing.T) {
	long := spans(func(b *core.Busy) (*core.Civil, *core.Civil, *core.Zone) { return &b.Start, &b.End, &b.Zone })
	var times []row[core.Busy]
	for _, r := range long {
		switch r.name { // a floating time has no zone, and an absence may be long
		case "no zone", "both out of the day, no zone", "more than a week", "ages":
		default:
			times = append(times, r)
		}
	}
	allDay := func(b *core.Busy) {
		b.AllDay, b.Zone, b.Start, b.End = true, "", civil("2026-03-05T00:00"), civil("2026-03-06T00:00")
	}
	refuses(t, aBusy, []string{"all_day", "transparent"},
		names("person", func(b *core.Busy) *core.ID { return &b.Person }),
		texts("calendar", core.MaxName, false, false, func(b *core.Busy) *string { return &b.Calendar }),
		texts("uid", core.MaxLine, true, false, func(b *core.Busy) *string { return &b.UID }),
		texts("title", core.MaxName, false, false, func(b *core.Busy) *string { return &b.Title }),
		texts("organizer", core.MaxLine, false, false, func(b *core.Busy) *string { return &b.Organizer }),
		figures("sequence", 0, 1<<31-1, func(b *core.Busy) *int { return &b.Sequence }),
		choices("off", func(b *core.Busy) *core.BusyOff { return &b.Off }, "", core.BusyDeclined, core.BusyOffWithAll),
		moments("stamp", false, func(b *core.Busy) *time.Time { return &b.Stamp }),
		times,
		[]row[core.Busy]{
			{"no rule that can be", func(b *core.Busy) { b.Rule = "FREQ=FORTNIGHTLY" }, "bad_rule rule", ""},
			{"no rule", func(b *core.Busy) { b.Rule = "" }, "", ""},
			{"no zone", func(b *core.Busy) { b.Zone = "" }, "", ""},
			{"a year", func(b *core.Busy) { b.End = civil("2027-03-05T10:00") }, "", ""},
			{"more than a year", func(b *core.Busy) { b.End = civil("2027-03-06T10:01") }, "too_long_time end", ""},
			{"by hand, without a UID", func(b *core.Busy) { b.Calendar, b.UID = "", "" }, "", ""},
			{"a whole day", allDay, "", ""},
			{"a whole day in a zone", func(b *core.Busy) { allDay(b); b.Zone = "Europe/Berlin" }, "bad_zone zone", ""},
			{"a whole day from noon", func(b *core.Busy) { allDay(b); b.Start.Hour = 12 }, "bad_time start", ""},
			{"a whole day to a minute after", func(b *core.Busy) { allDay(b); b.End.Minute = 1 }, "bad_time end", ""},
			{"an exception at 25:00", func(b *core.Busy) { b.Except[0].Hour = 25 }, "bad_time except.1", ""},
			{"too many exceptions", func(b *core.Busy) { b.Except = many(b.Start) }, "too_many except", ""},
			{"an extra at 25:00", func(b *core.Busy) { b.Extra[0].Hour = 25 }, "bad_time extra.1", ""},
			{"too many extras", func(b *core.Busy) { b.Extra = many(b.Start) }, "too_many extra", ""},
			{"an occurrence", func(b *core.Busy) { b.Rule, b.Extra, b.Recurrence = "", nil, b.Start }, "", ""},
			{"an occurrence with a rule", func(b *core.Busy) { b.Recurrence = b.Start }, "bad_time recurrence", ""},
			{"an occurrence of no time", func(b *core.Busy) { b.Rule, b.Extra, b.Recurrence = "", nil, core.Civil{Hour: 3} }, "bad_time recurrence", ""},
			{"nothing", func(b *core.Busy) { *b = core.Busy{} }, "required person; bad_time start; bad_time end", ""},
		},
	)
}

func TestBusyZone(t *testing.T) {
	b := aBusy()
	if b.ZoneFor("Asia/Tokyo") != "Europe/Berlin" {
		t.Error("a zone of its own is not kept")
	}
	if b.Zone = ""; b.ZoneFor("Asia/Tokyo") != "Asia/Tokyo" {
		t.Error("a floating time is not read where the person lives")
	}
	if b.Extra = nil; !b.Recurs() {
		t.Error("a rule does not recur")
	}
	if b.Rule = ""; b.Recurs() {
		t.Error("it recurs without a rule")
	}
}
