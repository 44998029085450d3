package core_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"mentorbook/core"
)

func TestMeetingValidate(t *testing.T) {
	item := func(m *core.Meeting) *core.AgendaItem { return &m.Agenda[1] }
	refuses(t, aMeeting, []string{"attendance.came", "agenda.owner", "agenda.done", "agenda.from", "agenda.moved", "series", "origin.unheard", "origin.here", "origin.copied", "origin.start"},
		names("relationship", func(m *core.Meeting) *core.ID { return &m.Relationship }),
		texts("title", core.MaxName, false, false, func(m *core.Meeting) *string { return &m.Title }),
		texts("place", core.MaxLine, false, false, func(m *core.Meeting) *string { return &m.Place }),
		texts("reason", core.MaxText, false, true, func(m *core.Meeting) *string { return &m.Reason }),
		texts("uid", core.MaxLine, true, false, func(m *core.Meeting) *string { return &m.UID }),
		texts("origin.organizer", core.MaxLine, false, false, func(m *core.Meeting) *string { return &m.Origin.Organizer }),
		texts("origin.title", core.MaxName, false, false, func(m *core.Meeting) *string { return &m.Origin.Title }),
		texts("origin.name", core.MaxName, false, false, func(m *core.Meeting) *string { return &m.Origin.Name }),
		texts("origin.invited", core.MaxLine, false, false, func(m *core.Meeting) *string { return &m.Origin.Invited }),
		texts("origin.description", core.MaxDescription, false, true, func(m *core.Meeting) *string { return &m.Origin.Description }),
		texts("origin.read", core.MaxLine, false, false, func(m *core.Meeting) *string { return &m.Origin.Read }),
		figures("origin.sequence", 0, math.MaxInt32, func(m *core.Meeting) *int { return &m.Origin.Sequence }),
		figures("origin.stands", 0, math.MaxInt32, func(m *core.Meeting) *int { return &m.Origin.Stands }),
		moments("origin.stamp", false, func(m *core.Meeting) *time.Time { return &m.Origin.Stamp }),
		moments("origin.answered", false, func(m *core.Meeting) *time.Time { return &m.Origin.Answered }),
		texts("origin.kept_words", core.MaxDescription, false, true, func(m *core.Meeting) *string { return &m.Origin.KeptWords }),
		moments("origin.kept", false, func(m *core.Meeting) *time.Time { return &m.Origin.Kept }),
		choices("origin.class", func(m *core.Meeting) *core.Class { return &m.Origin.Class }, "", core.ClassPrivate, core.ClassConfidential),
		choices("origin.answer", func(m *core.Meeting) *core.Answer { return &m.Origin.Answer }, append([]core.Answer{""}, core.Answers()...)...),
		addresses("link", func(m *core.Meeting) *string { return &m.Link }),
		choices("status", func(m *core.Meeting) *core.MeetingStatus { return &m.Status }, core.MeetingStatuses()...),
		choices("help.2", func(m *core.Meeting) *core.Help { return &m.Help[1] }, core.Helps()[1:]...),
		figures("useful", 0, 7, func(m *core.Meeting) *int { return &m.Useful }),
		figures("reminder.2", 1, 10080, func(m *core.Meeting) *int { return &m.Reminders[1] }),
		figures("attendance.2.minutes", 0, 10080, func(m *core.Meeting) *int { return &m.Attendance[1].Minutes }),
		names("attendance.1.person", func(m *core.Meeting) *core.ID { return &m.Attendance[0].Person }),
		moments("closed", false, func(m *core.Meeting) *time.Time { return &m.Closed }),
		spans(func(m *core.Meeting) (*core.Civil, *core.Civil, *core.Zone) { return &m.Start, &m.End, &m.Zone }),
		names("agenda.2.id", func(m *core.Meeting) *core.ID { return &item(m).ID }),
		texts("agenda.2.text", core.MaxLine, true, false, func(m *core.Meeting) *string { return &item(m).Text }),
		figures("agenda.2.minutes", 0, 1440, func(m *core.Meeting) *int { return &item(m).Minutes }),
		figures("agenda.2.carried", 0, 10_000, func(m *core.Meeting) *int { return &item(m).Carried }),
		choices("agenda.2.stage", func(m *core.Meeting) *core.Stage { return &item(m).Stage }, append([]core.Stage{""}, core.Stages()...)...),
		choices("agenda.2.source.kind", func(m *core.Meeting) *core.Kind { return &item(m).Source.Kind }, core.KindQuestion, core.KindAction),
		names("agenda.2.source.id", func(m *core.Meeting) *core.ID { return &item(m).Source.ID }),
		links("agenda.2.visibility.readers", true, func(m *core.Meeting) *[]core.ID { return &item(m).Readers.Readers }),
		[]row[core.Meeting]{
			{"the organizer's time without an end", func(m *core.Meeting) { m.Origin.Start, m.Origin.End, m.Origin.Zone = m.Start, core.Civil{}, m.Zone }, "bad_time origin.end", ""},
			{"the organizer's rule that can't be", func(m *core.Meeting) { m.Origin.Rule = "FREQ=FORTNIGHTLY" }, "bad_rule origin.rule", ""},
			{"the organizer's time in no zone", func(m *core.Meeting) { m.Origin.Start, m.Origin.End, m.Origin.Zone = m.Start, m.End, "Nowhere" }, "bad_zone origin.zone", ""},
			{"missed by nobody", func(m *core.Meeting) { m.Status = core.MeetingMissed }, "required missed_by", ""},
			{"missed by a side", func(m *core.Meeting) { m.Status, m.MissedBy = core.MeetingMissed, core.RoleMentee }, "", ""},
			{"missed by both", func(m *core.Meeting) { m.Status, m.MissedBy = core.MeetingMissed, core.RoleBoth }, "", ""},
			{"missed by no side", func(m *core.Meeting) { m.Status, m.MissedBy = core.MeetingMissed, "x" }, "bad_choice missed_by", ""},
			{"held, and missed by a side", func(m *core.Meeting) { m.MissedBy = core.RoleMentor }, "required missed_by", ""},
			{"no reminder of its own", func(m *core.Meeting) { m.Reminders = nil }, "", ""},
			{"no reminder wanted", func(m *core.Meeting) { m.Reminders = core.Reminders{} }, "", ""},
			{"a reminder twice", func(m *core.Meeting) { m.Reminders[1] = m.Reminders[0] }, "duplicate reminder.2", ""},
			{"too many reminders", func(m *core.Meeting) { m.Reminders = core.Reminders{6, 5, 4, 3, 2, 1} }, "too_many reminder", ""},
			{"one help twice", func(m *core.Meeting) { m.Help = append(m.Help, core.HelpKnowledge) }, "duplicate help.3", ""},
			{"an original start at 24:00", func(m *core.Meeting) { m.Recurrence.Hour = 24 }, "bad_time recurrence", ""},
			{"somebody came twice", func(m *core.Meeting) { m.Attendance[1].Person = owner }, "duplicate attendance", ""},
			{"too many came", func(m *core.Meeting) { m.Attendance = many(m.Attendance[0]) }, "too_many attendance; duplicate attendance", ""},
			{"somebody who is not invited twice", func(m *core.Meeting) { m.Unasked = append(m.Unasked, m.Unasked[0]) }, "duplicate unasked", ""},
			{"an item twice", func(m *core.Meeting) { m.Agenda[1].ID = m.Agenda[0].ID }, "duplicate agenda", ""},
			{"too many items", func(m *core.Meeting) { m.Agenda = many(m.Agenda[0]) }, "too_many agenda; duplicate agenda", ""},
			{"nothing", func(m *core.Meeting) { *m = core.Meeting{} }, "required relationship; bad_choice status; required uid; " +
				"bad_time start; bad_time end; bad_zone zone", ""},
		},
	)
}

func meetingAt(start, end string, zone core.Zone) *core.Meeting {
	return &core.Meeting{Start: civil(start), End: civil(end), Zone: zone}
}

func TestLength(t *testing.T) {
	for _, c := range []struct {
		start, end string
		zone       core.Zone
		want       int
	}{
		{"2026-03-02T14:00", "2026-03-02T14:45", "Europe/Berlin", 45},
		{"2026-03-29T01:30", "2026-03-29T03:30", "Europe/Berlin", 60},        // an hour is skipped
		{"2026-10-25T01:30", "2026-10-25T03:30", "Europe/Berlin", 180},       // an hour comes twice
		{"2026-10-25T02:30", "2026-10-25T03:30", "Europe/Berlin", 120},       // from the first 02:30
		{"2026-03-08T01:00", "2026-03-08T04:00", "America/New_York", 120},    // a week before Berlin
		{"2026-03-29T01:00", "2026-03-29T04:00", "America/New_York", 180},    // no change
		{"2026-10-04T01:30", "2026-10-04T03:30", "Australia/Lord_Howe", 90},  // half an hour is skipped
		{"2026-04-05T01:15", "2026-04-05T03:15", "Australia/Lord_Howe", 150}, // half an hour comes twice
		{"2026-03-29T01:30", "2026-03-29T03:30", "Asia/Kolkata", 120},        // no summer time
		{"2026-03-08T01:30", "2026-03-08T03:30", "America/St_Johns", 60},     // off by a half hour
		{"2011-12-29T23:00", "2011-12-31T01:00", "Pacific/Apia", 120},        // a day is skipped
		{"2026-03-29T01:30", "2026-03-29T03:30", "", 120},                    // by the clock alone
		{"2026-03-29T01:30", "2026-03-29T03:30", "Local", 120},
	} {
		if got := meetingAt(c.start, c.end, c.zone).Length(); got != c.want {
			t.Errorf("from %s to %s in %q are %d min, want %d", c.start, c.end, c.zone, got, c.want)
		}
	}
}

func TestStartAndEndAt(t *testing.T) {
	m := meetingAt("2026-07-01T14:00", "2026-07-01T14:45", "Europe/Berlin")
	s, err1 := m.StartAt()
	e, err2 := m.EndAt()
	if err1 != nil || err2 != nil || !s.Equal(time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)) || e.Sub(s) != 45*time.Minute {
		t.Error(s, e, err1, err2)
	}
	m.Zone = "Europe/Nowhere"
	if _, err := m.StartAt(); core.CodeOf(err) != core.CodeBadZone {
		t.Error(err)
	}
	if _, err := m.EndAt(); core.CodeOf(err) != core.CodeBadZone {
		t.Error(err)
	}
}

func TestCancelStatus(t *testing.T) {
	m := meetingAt("2026-03-30T14:00", "2026-03-30T15:00", "Europe/Berlin") // 12:00 UTC
	start := time.Date(2026, 3, 30, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		before time.Duration
		want   core.MeetingStatus
	}{
		{48 * time.Hour, core.MeetingCancelled},
		{24 * time.Hour, core.MeetingCancelled},
		{24*time.Hour - time.Nanosecond, core.MeetingCancelledLate},
		{0, core.MeetingCancelledLate},
		{-time.Hour, core.MeetingCancelledLate},
	} {
		got, err := m.CancelStatus(start.Add(-c.before))
		if err != nil || got != c.want {
			t.Errorf("%v before: %s, %v", c.before, got, err)
		}
	}
	// The night before, an hour was skipped: the same time on the clock of the day before is too late by it.
	d := meetingAt("2026-03-29T14:00", "2026-03-29T15:00", "Europe/Berlin")
	onClock, err := civil("2026-03-28T14:00").In("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := d.CancelStatus(onClock); got != core.MeetingCancelledLate {
		t.Errorf("23 hours before: %s", got)
	}
	m.Zone = "x"
	if _, err := m.CancelStatus(start); core.CodeOf(err) != core.CodeBadZone {
		t.Error(err)
	}
}

func TestMeetingStates(t *testing.T) {
	off := []core.MeetingStatus{core.MeetingCancelled, core.MeetingCancelledLate}
	for _, s := range core.MeetingStatuses() {
		m := &core.Meeting{Status: s}
		if m.Planned() != (s == core.MeetingPlanned) || m.Off() != slices.Contains(off, s) {
			t.Error(s)
		}
	}
}

func TestAttendanceOf(t *testing.T) {
	m := aMeeting()
	if a, ok := m.AttendanceOf(amina); !ok || a.Minutes != 40 {
		t.Errorf("%+v", a)
	}
	if a, ok := m.AttendanceOf(boris); ok || a != (core.Attendance{}) {
		t.Errorf("%+v", a)
	}
}

func TestTimesOnAnotherClock(t *testing.T) {
	m := &core.Meeting{Start: civil("2026-11-26T23:30"), End: civil("2026-11-27T00:15"), Zone: "Africa/Nairobi"}
	for zone, want := range map[core.Zone]string{
		"Africa/Nairobi": "2026-11-26T23:30 2026-11-27T00:15", "Europe/Berlin": "2026-11-26T21:30 2026-11-26T22:15",
		"": "2026-11-26T23:30 2026-11-27T00:15", "Nowhere/Land": "2026-11-26T23:30 2026-11-27T00:15",
	} {
		if start, end := m.On(zone); start.String()+" "+end.String() != want {
			t.Errorf("%s: %v %v", zone, start, end)
		}
	}
}
