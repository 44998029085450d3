package ical

import (
	"strings"
	"testing"
)

// Files of vCalendar 1.0 are read: their texts, and their rules.
func TestOlderCalendars(t *testing.T) {
	text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nUID:old\nDTSTART:20260302T100000Z\nDTEND:20260302T110000Z\n"+
		"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=B6=C3=\n=9Fe =\nund mehr\nDESCRIPTION;QUOTED-PRINTABLE;CHARSET=windows-1251:=C4=E0=F2=E0=0D=0A2=\n=3D1\n"+
		"RRULE:W2 MO WE #4\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	batch, err := Calendars{}.Read(t.Context(), "old.vcs", strings.NewReader(text), nil)
	if err != nil || len(batch.Findings) > 0 {
		t.Fatal(err, batch)
	}
	for ev := range batch.Events {
		if ev.Title != "Größe und mehr" || ev.Description != "Дата\n2=1" || ev.Rule != "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4" {
			t.Errorf("%q, %q, %s", ev.Title, ev.Description, ev.Rule)
		}
	}
}

func TestOlderRules(t *testing.T) {
	for rule, want := range map[string]string{
		"D1 #3": "FREQ=DAILY;INTERVAL=1;COUNT=3", "D2": "FREQ=DAILY;INTERVAL=2;COUNT=2", "w1 tu th #0": "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH",
		"D2 20261224T100000Z": "FREQ=DAILY;INTERVAL=2;UNTIL=20261224T100000Z", "MP1 1+ MO 2- FR #4": "FREQ=MONTHLY;INTERVAL=1;BYDAY=1MO,-2FR;COUNT=4",
		"MP2 1+ 3+ TU WE #0": "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU,3TU,1WE,3WE", "MD1 1 15 LD 2- #6": "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=1,15,-1,-2;COUNT=6",
		"YM1 3 9 20281231": "FREQ=YEARLY;INTERVAL=1;BYMONTH=3,9;UNTIL=20281231", "YD5 1 100 #1": "FREQ=YEARLY;INTERVAL=5;BYYEARDAY=1,100;COUNT=1",
		"": "", "D": "D", "D0": "D0", "X1": "X1", "W1 XX #2": "W1 XX #2", "D1 0900 #2": "D1 0900 #2", "MP1 MO #2": "MP1 MO #2", "M1 5": "M1 5", "FORTNIGHTLY": "FORTNIGHTLY",
	} {
		if got := olderRule(rule); got != want {
			t.Errorf("%q is %q, not %q", rule, got, want)
		}
	}
}
