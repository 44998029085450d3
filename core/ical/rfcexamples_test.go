package ical

import (
	"fmt"
	"strings"
	"testing"
)

// rfcExample is one of RFC 5545 3.8.5.3, all of which start at nine in New York unless start says otherwise.
type rfcExample struct {
	start string // "19970902T090000"
	lines string // the properties, parted by blanks
	want  string // "199709 2 3; 199710 1@1000": a month, its days, the time of day where it is not nine
	to    string // "" is all; else the day before which the printed list ends
}

func rfcExamples() []rfcExample {
	const start = "19970902T090000"
	through := func(month string, from, to int) string {
		var b strings.Builder
		b.WriteString(month)
		for d := from; d <= to; d++ {
			fmt.Fprintf(&b, " %d", d)
		}
		return b.String()
	}
	list := []rfcExample{
		{start, "FREQ=DAILY;COUNT=10", through("199709", 2, 11), ""},
		{start, "FREQ=DAILY;UNTIL=19971224T000000Z", through("199709", 2, 30) + ";" + through("199710", 1, 31) + ";" + through("199711", 1, 30) + ";" + through("199712", 1, 23), ""},
		{start, "FREQ=DAILY;INTERVAL=2", "199709 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30; 199710 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30; 199711 1 3 5 7 9 11 13 15 17 19 21 23 25 27 29; 199712 1 3", "19971204"},
		{start, "FREQ=DAILY;INTERVAL=10;COUNT=5", "199709 2 12 22; 199710 2 12", ""},
		{"19980101T090000", "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", through("199801", 1, 31) + ";" + through("199901", 1, 31) + ";" + through("200001", 1, 31), ""},
		{"19980101T090000", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", through("199801", 1, 31) + ";" + through("199901", 1, 31) + ";" + through("200001", 1, 31), ""},
		{start, "FREQ=WEEKLY;COUNT=10", "199709 2 9 16 23 30; 199710 7 14 21 28; 199711 4", ""},
		{start, "FREQ=WEEKLY;UNTIL=19971224T000000Z", "199709 2 9 16 23 30; 199710 7 14 21 28; 199711 4 11 18 25; 199712 2 9 16 23", ""},
		{start, "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "199709 2 16 30; 199710 14 28; 199711 11 25; 199712 9 23; 199801 6 20; 199802 3 17", "19980218"},
		{start, "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "199709 2 4 9 11 16 18 23 25 30; 199710 2", ""},
		{start, "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "199709 2 4 9 11 16 18 23 25 30; 199710 2", ""},
		{"19970901T090000", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "199709 1 3 5 15 17 19 29; 199710 1 3 13 15 17 27 29 31; 199711 10 12 14 24 26 28; 199712 8 10 12 22", ""},
		{start, "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "199709 2 4 16 18 30; 199710 2 14 16", ""},
		{"19970905T090000", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "199709 5; 199710 3; 199711 7; 199712 5; 199801 2; 199802 6; 199803 6; 199804 3; 199805 1; 199806 5", ""},
		{"19970905T090000", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "199709 5; 199710 3; 199711 7; 199712 5", ""},
		{"19970907T090000", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "199709 7 28; 199711 2 30; 199801 4 25; 199803 1 29; 199805 3 31", ""},
		{"19970922T090000", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "199709 22; 199710 20; 199711 17; 199712 22; 199801 19; 199802 16", ""},
		{"19970928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3", "199709 28; 199710 29; 199711 28; 199712 29; 199801 29; 199802 26", "19980301"},
		{start, "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "199709 2 15; 199710 2 15; 199711 2 15; 199712 2 15; 199801 2 15", ""},
		{"19970930T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "199709 30; 199710 1 31; 199711 1 30; 199712 1 31; 199801 1 31; 199802 1", ""},
		{"19970910T090000", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "199709 10 11 12 13 14 15; 199903 10 11 12 13", ""},
		{start, "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "199709 2 9 16 23 30; 199711 4 11 18 25; 199801 6 13 20 27; 199803 3 10 17 24 31", "19980401"},
		{"19970610T090000", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "199706 10; 199707 10; 199806 10; 199807 10; 199906 10; 199907 10; 200006 10; 200007 10; 200106 10; 200107 10", ""},
		{"19970310T090000", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "199703 10; 199901 10; 199902 10; 199903 10; 200101 10; 200102 10; 200103 10; 200301 10; 200302 10; 200303 10", ""},
		{"19970101T090000", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "199701 1; 199704 10; 199707 19; 200001 1; 200004 9; 200007 18; 200301 1; 200304 10; 200307 19; 200601 1", ""},
		{"19970519T090000", "FREQ=YEARLY;BYDAY=20MO", "199705 19; 199805 18; 199905 17", "20000101"},
		{"19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "199705 12; 199805 11; 199905 17", "20000101"},
		{"19970313T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "199703 13 20 27; 199803 5 12 19 26; 199903 4 11 18 25", "20000101"},
		{"19970605T090000", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "199706 5 12 19 26; 199707 3 10 17 24 31; 199708 7 14 21 28; 199806 4 11 18 25; 199807 2 9 16 23 30; 199808 6 13 20 27; 199906 3 10 17 24; 199907 1 8 15 22 29; 199908 5 12 19 26", "20000101"},
		{start, "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 EXDATE;TZID=America/New_York:19970902T090000", "199802 13; 199803 13; 199811 13; 199908 13; 200010 13", "20010101"},
		{"19970913T090000", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "199709 13; 199710 11; 199711 8; 199712 13; 199801 10; 199802 7; 199803 7; 199804 11; 199805 9; 199806 13", "19980701"},
		{"19961105T090000", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "199611 5; 200011 7; 200411 2", "20080101"},
		{"19970904T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "199709 4; 199710 7; 199711 6", ""},
		{"19970929T090000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "199709 29; 199710 30; 199711 27; 199712 30; 199801 29; 199802 26; 199803 30", "19980401"},
		{start, "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z", "199709 2 2@1200", ""},        // the list goes on to 15:00, but 17:00 UTC is 13:00 in New York: a known mistake of the text
		{start, "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", "199709 2 2@1200 2@1500", ""}, // as it was meant
		{start, "FREQ=MINUTELY;INTERVAL=15;COUNT=6", "199709 2 2@0915 2@0930 2@0945 2@1000 2@1015", ""},
		{start, "FREQ=MINUTELY;INTERVAL=90;COUNT=4", "199709 2 2@1030 2@1200 2@1330", ""},
		{"19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "199708 5 10 19 24", ""},
		{"19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "199708 5 17 19 31", ""},
		{"20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "200701 15 30; 200702 15; 200703 15 30", ""},
	}
	return append(list, everyTwentyMinutes(start)...)
}

// everyTwentyMinutes are the two ways in which the standard writes "every 20 minutes from 9 to 16:40 every day".
func everyTwentyMinutes(start string) []rfcExample {
	var want strings.Builder
	want.WriteString("199709")
	for d := 2; d <= 3; d++ {
		for h := 9; h <= 16; h++ {
			for m := 0; m < 60; m += 20 {
				fmt.Fprintf(&want, " %d@%02d%02d", d, h, m)
			}
		}
	}
	return []rfcExample{
		{start, "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", want.String(), "19970904"},
		{start, "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", want.String(), "19970904"},
	}
}

// printed gives the walls of a list in the notation above.
func printed(t *testing.T, want string) []wall {
	t.Helper()
	var out []wall
	for month := range strings.SplitSeq(want, ";") {
		f := strings.Fields(month)
		for _, d := range f[1:] {
			dom, clock, ok := strings.Cut(d, "@")
			if !ok {
				clock = "0900"
			}
			m, ok := parseMoment(fmt.Sprintf("%s%02sT%s00", f[0], dom, clock), 0)
			if !ok {
				t.Fatalf("%q in the list is no time", d)
			}
			out = append(out, m.wall)
		}
	}
	return out
}

func TestRFC5545Examples(t *testing.T) {
	newYork := iana("America/New_York")
	for _, c := range rfcExamples() {
		rrule, rest, _ := strings.Cut(c.lines, " ")
		file := "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART;TZID=America/New_York:" + c.start +
			"\nRRULE:" + rrule + "\n" + rest + "\nEND:VEVENT\nEND:VCALENDAR\n"
		to := c.to
		if to == "" {
			to = "20200101"
		}
		end, _ := parseMoment(to, 0)
		got, findings, err := Occurrences(t.Context(), strings.NewReader(file), at("1990-01-01T00:00:00Z"), end.wall.instant())
		if err != nil || len(findings) > 0 {
			t.Errorf("%s: %v %v", c.lines, findings, err)
			continue
		}
		want := printed(t, c.want)
		if len(got) != len(want) {
			t.Errorf("%s: %d occurrences, not %d", c.lines, len(got), len(want))
			continue
		}
		for i, w := range want {
			if got[i].Start.Unix() != newYork.utc(w) {
				t.Errorf("%s: the %d. is %v, not %v", c.lines, i+1, got[i].Start, w.instant())
				break
			}
		}
	}
}
