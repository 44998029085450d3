package ical

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// What an e-mail says around its calendar is held against what stands in that (RFC 6047 2.4).
func TestLintOfWhatIsAroundACalendar(t *testing.T) {
	body := strings.Replace(invites("a", "REQUEST"), "DTSTART", "SEQUENCE:0\r\nDTSTART", 1)
	const good = "text/calendar; charset=utf-8; method=REQUEST"
	whole := "From: o@example.org\r\nMIME-Version: 1.0\r\nContent-Type: " + good + "\r\n\r\n" + body
	swap := func(old, now string) string { return strings.Replace(whole, old, now, 1) }
	for name, c := range map[string]struct {
		mail string
		flaw core.Flaw
		rule string
	}{
		"all there":            {whole, "", ""},
		"in small letters":     {swap("method=REQUEST", "method=request"), "", ""},
		"another METHOD":       {swap("method=REQUEST", "method=CANCEL"), core.FlawBadValue, "RFC 6047 2.4"},
		"no METHOD beside":     {swap("; method=REQUEST", ""), core.FlawMissing, "RFC 6047 2.4"},
		"none within":          {swap("METHOD:REQUEST\r\n", ""), core.FlawBadValue, "RFC 6047 2.4"},
		"no characters":        {swap("; charset=utf-8", ""), core.FlawMissing, "RFC 5545 3.1.4"},
		"no version":           {swap("MIME-Version: 1.0\r\n", ""), core.FlawMissing, "RFC 2045 4"},
		"forwarded":            {mixed(forwarded("a@example.org", good, body)), "", ""},
		"forwarded without it": {mixed(strings.Replace(forwarded("a@example.org", good, body), "MIME-Version: 1.0\r\n", "", 1)), core.FlawMissing, "RFC 2045 4"},
		"a file":               {mixed(partOf("application/ics; name=a.ics", body)), "", ""},
		"the calendar alone":   {body, "", ""},
	} {
		found := linted(t, c.mail)
		switch {
		case c.flaw == "" && len(found) > 0:
			t.Errorf("%s: %+v", name, found)
		case c.flaw != "" && (len(found) != 1 || found[0].Flaw != c.flaw || found[0].Rule != c.rule):
			t.Errorf("%s: %+v", name, found)
		}
	}
}

// What is sent from here says all of it.
func TestLintFindsNothingAroundOurs(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range mailed() {
		data, err := Email(&s.give, Compose(&s.give, w))
		if err != nil {
			t.Fatal(err)
		}
		m, err := calendarsInMail(string(data))
		if err != nil || len(m.parts) != 1 {
			t.Fatalf("%s: %v", s.name, err)
		}
		if found := m.parts[0].lintAround(); len(found) > 0 {
			t.Errorf("%s: %+v", s.name, found)
		}
	}
}

// An occurrence is named by the clock of the start of its series (RFC 5545 3.8.4.4).
func TestLintOfAnOccurrenceByAnotherClock(t *testing.T) {
	for name, c := range map[string]struct {
		start, id string
		other     bool
	}{
		"the same zone":         {";TZID=Europe/Berlin:20260323T140000", ";TZID=Europe/Berlin:20260324T140000", false},
		"in UTC":                {";TZID=Europe/Berlin:20260323T140000", ":20260324T130000Z", true},
		"of another zone":       {";TZID=Europe/Berlin:20260323T140000", ";TZID=Africa/Cairo:20260324T150000", true},
		"both in UTC":           {":20260323T130000Z", ":20260324T130000Z", false},
		"by a zone, not in UTC": {":20260323T130000Z", ";TZID=Europe/Berlin:20260324T140000", true},
		"both days":             {";VALUE=DATE:20260323", ";VALUE=DATE:20260324", false},
	} {
		then := c.id
		text := strings.Replace(inCalendar("SUMMARY:x", "DTSTART"+c.start, "RRULE:FREQ=DAILY"), "END:VCALENDAR", "BEGIN:VEVENT\r\nUID:trap\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:x\r\nDTSTART"+then+"\r\nRECURRENCE-ID"+c.id+"\r\nEND:VEVENT\r\nEND:VCALENDAR", 1)
		other := false
		for _, f := range linted(t, text) {
			other = other || f.Flaw == core.FlawOtherClock && f.Value == c.id[strings.LastIndexByte(c.id, ':')+1:]
			if f.Flaw == core.FlawNoInstance {
				t.Errorf("%s: %+v", name, f)
			}
		}
		if other != c.other {
			t.Errorf("%s: %v", name, other)
		}
	}
}
