package ical

import (
	"strconv"
	"strings"
	"testing"

	"mentorbook/core"
)

// What a VFREEBUSY says is read whole, but for values that are no times: these are named, under whose times they are, and it is known
// that there are others than those. Where nothing is left, or a whole line can't be read, it says nothing.
func TestFreeBusyIsRead(t *testing.T) {
	const stretch = "DTSTART:20261123T000000Z\nDTEND:20261130T000000Z\nORGANIZER;CN=Ada:mailto:ada@example.org\n"
	for name, c := range map[string]struct {
		lines, method string
		want          string // the periods; "-" of what is not read, or the flaw
	}{
		"an end and a length":     {stretch + "FREEBUSY:20261123T140000Z/PT1H,20261124T100000Z/20261124T113000Z", "PUBLISH", "ada 23T1400+60 24T1000+90"},
		"not for certain":         {stretch + "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261123T140000Z/PT1H", "PUBLISH", "ada 23T1400+60"},
		"free":                    {stretch + "FREEBUSY;FBTYPE=FREE:20261123T140000Z/PT1H", "PUBLISH", "ada"},
		"nothing taken":           {stretch, "PUBLISH", "ada"},
		"an answer":               {stretch + "ATTENDEE:mailto:ben@example.org\nFREEBUSY:20261123T140000Z/PT1H", "REPLY", "ben 23T1400+60"},
		"no method":               {stretch + "FREEBUSY:20261123T140000Z/PT1H", "", "ada 23T1400+60"},
		"a request":               {stretch + "ATTENDEE:mailto:ben@example.org", "REQUEST", "-"},
		"nothing said":            {"ORGANIZER:mailto:ada@example.org", "PUBLISH", "-"},
		"a local time":            {stretch + "FREEBUSY:20261123T140000/PT1H", "PUBLISH", "not_utc"},
		"a stretch by the clock":  {"DTSTART:20261123T000000\nFREEBUSY:20261123T140000Z/PT1H", "PUBLISH", "not_utc"},
		"no end":                  {stretch + "FREEBUSY:20261123T140000Z", "PUBLISH", "bad_time"},
		"an end before its start": {stretch + "FREEBUSY:20261123T140000Z/20261123T130000Z", "PUBLISH", "end_first"},
		"one of them bad":         {stretch + "FREEBUSY:20261123T140000Z/PT1H,soon/PT1H", "PUBLISH", "ada 23T1400+60 but Ada:soon/PT1H"},
		"one of them local":       {"FREEBUSY:20261123T140000/PT1H,20261124T140000Z/PT1H\n" + stretch + "ATTENDEE:mailto:ben@example.org", "REPLY", "ben 24T1400+60 but ben@example.org:20261123T140000/PT1H"},
		"too long a line":         {stretch + "FREEBUSY:" + strings.Repeat("20261123T140000Z/PT1H,", 4000), "PUBLISH", "long_line"},
		"a line without a colon":  {stretch + "FREEBUSY 20261123T140000Z/PT1H\nFREEBUSY;FBTYPE=BUSY", "PUBLISH", "bad_line"},
	} {
		t.Run(name, func(t *testing.T) {
			head := "BEGIN:VCALENDAR\nVERSION:2.0\n"
			if c.method != "" {
				head += "METHOD:" + c.method + "\n"
			}
			text := strings.ReplaceAll(head+"BEGIN:VFREEBUSY\nDTSTAMP:20261120T000000Z\n"+c.lines+"\nEND:VFREEBUSY\nEND:VCALENDAR\n", "\n", "\r\n")
			batch, err := Calendars{}.Read(t.Context(), "times.ifb", strings.NewReader(text), nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := freeSaid(batch); got != c.want {
				t.Errorf("%s, not %s: %+v", got, c.want, batch.Findings)
			}
			for _, f := range batch.Findings {
				if f.Title == "" && strings.Contains(c.lines, "ORGANIZER;CN=Ada") {
					t.Errorf("of whom: %+v", f)
				}
			}
			if whole := c.method != "REQUEST"; strings.HasPrefix(c.want, "a") && whole {
				cut, _, _ := strings.Cut(text, "END:VFREEBUSY")
				if batch, err = (Calendars{}).Read(t.Context(), "times.ifb", strings.NewReader(cut), nil); err != nil || freeSaid(batch) != string(core.FlawUnclosed) {
					t.Errorf("cut off: %s, %v", freeSaid(batch), err)
				}
			}
		})
	}
}

func freeSaid(b *core.CalendarBatch) string {
	if len(b.Free) == 0 {
		for _, f := range b.Findings {
			if f.Lost {
				return string(f.Flaw)
			}
		}
		return strings.Repeat("-", b.Others)
	}
	name, _, _ := strings.Cut(b.Free[0].Of.Email, "@")
	for _, p := range b.Free[0].Periods {
		name += p.Start.Format(" 02T1504+") + minutes(p)
	}
	for _, f := range b.Findings {
		if f.Flaw == core.FlawBadPeriod && !f.Lost && b.Free[0].Partly {
			name += " but " + f.Title + ":" + f.Value
		}
	}
	return name
}

func minutes(p core.FreeBusyPeriod) string { return strconv.Itoa(int(p.End.Sub(p.Start).Minutes())) }
