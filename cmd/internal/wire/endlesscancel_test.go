package wire

import (
	"testing"

	"mentorbook/core"
)

// A cancellation may leave out when the meeting ends (RFC 5546 3.2.5): of one that is not here it is kept as with an end, and an
// older invitation that comes later brings nothing back.
func TestACancellationWithoutAnEnd(t *testing.T) {
	for name, end := range map[string]string{"with its end": "DURATION:PT1H\n", "without": ""} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			take(t, p, itip("CANCEL", eventText("early", "DTSTART;TZID=Africa/Nairobi:20261203T100000\nSEQUENCE:3\nSTATUS:CANCELLED\n"+end+withAmina)))
			m := meetingByUID(t, p, "early")
			if !m.Off() || m.Start != civil("2026-12-03T10:00") || m.Length() != 60 {
				t.Fatalf("%+v", m)
			}
			take(t, p, itip("REQUEST", eventText("early", "DTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H\n"+withAmina)))
			if m = meetingByUID(t, p, "early"); m.Status != core.MeetingCancelled {
				t.Errorf("brought back: %+v", m)
			}
		})
	}
}
