package wire

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What is sent of a series after each thing that is done to it: no message is of this and later ones (no calendar but one
// takes RANGE), the series that goes on names the one before it (RELATED-TO), one that is off is an exception of the whole
// and a CANCEL of its own, new times void exceptions and changes, DTSTAMP is new each time, and the UID stays for ever.
func TestWhatAMessageOfASeriesMayNotDo(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=8")
	stamps := map[string]bool{}
	send := func(id core.ID, method core.Method, uid string) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "m.ics")
		_, err := p.Invitations.Send(ctx, id, method, path)
		ok(t, err)
		text := unfolded(t, path)
		stamp := regexp.MustCompile(`DTSTAMP:\S+`).FindString(text)
		if stamps[uid+stamp] {
			t.Errorf("%s a second time", stamp)
		}
		stamps[uid+stamp] = true
		if strings.Contains(text, "RANGE=") || strings.Contains(text, "X-WR-CALNAME") || strings.Contains(text, "\r\nNAME") || strings.Count(text, "\r\nUID:") != strings.Count(text, "\r\nUID:"+uid+"\r\n") {
			t.Errorf("%s", text)
		}
		return text
	}
	must := func(text string, want string, has bool) {
		t.Helper()
		if strings.Contains(text, want) != has {
			t.Errorf("%s, want it: %v, in\n%s", want, has, text)
		}
	}
	must(send(s.ID, core.MethodRequest, s.UID), "RELATED-TO", false)
	off := occurrence(s, "2026-12-10T16:00")
	ok(t, p.Meetings.Cancel(ctx, off, ""))
	must(send(off, core.MethodCancel, s.UID), "RECURRENCE-ID;TZID=Europe/Berlin:20261210T160000", true)
	ok(t, p.Meetings.Move(ctx, occurrence(s, "2026-12-17T16:00"), civil("2026-12-18T16:00"), core.Civil{}, ""))
	text := send(s.ID, core.MethodRequest, s.UID)
	must(text, "EXDATE;TZID=Europe/Berlin:20261210T160000", true)
	must(text, "RECURRENCE-ID;TZID=Europe/Berlin:20261217T160000", true)
	ok(t, p.Meetings.Change(ctx, occurrence(s, "2026-12-17T16:00"), func(m *core.Meeting) error {
		m.UID = "another@example.org"
		return nil
	}))

	next, err := p.Series.From(ctx, s.ID, civil("2027-01-07T16:00"), func(n *core.Series) error {
		n.Start, n.End = civil("2027-01-08T09:00"), civil("2027-01-08T10:00")
		n.Rule = "FREQ=WEEKLY;COUNT=3"
		return nil
	})
	ok(t, err)
	must(send(s.ID, core.MethodRequest, s.UID), "UNTIL=20261231T225959Z", true)
	must(send(next.ID, core.MethodRequest, next.UID), "\r\nRELATED-TO:"+s.UID+"\r\n", true)

	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-04T10:00"), Rule: "FREQ=WEEKLY;COUNT=3"}))
	text = send(s.ID, core.MethodRequest, s.UID)
	must(text, "EXDATE", false)
	must(text, "RECURRENCE-ID", false)
}
