package schedule_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// example is one of RFC 5545 3.8.5.3, with the occurrences that are printed there. Those that go on without an
// end are compared as far as they are printed ("..." in the RFC).
type example struct {
	name, start string
	rules       []string
	want        string // "1997 Sep 2,4; Oct 3": days at the time of the start, or of times as "Sep 2 9:00,9:20"
	more        bool   // goes on
}

func examples() []example {
	january := "1998 Jan 1-31; 1999 Jan 1-31; 2000 Jan 1-31"
	tuesdays := "1997 Sep 2,9,16,23,30; Oct 7,14,21,28; Nov 4"
	twentieths := "1997 Sep 2 " + everyTwenty() + "; Sep 3 " + everyTwenty()
	return []example{
		{"daily for 10 occurrences", "19970902T0900", []string{"FREQ=DAILY;COUNT=10"}, "1997 Sep 2-11", false},
		{"daily until December 24, 1997", "19970902T0900", []string{"FREQ=DAILY;UNTIL=19971224T000000Z"}, "1997 Sep 2-30; Oct 1-31; Nov 1-30; Dec 1-23", false},
		{"every other day, forever", "19970902T0900", []string{"FREQ=DAILY;INTERVAL=2"}, "1997 Sep 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; Oct 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; Nov 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29; Dec 1,3", true},
		{"every 10 days, 5 occurrences", "19970902T0900", []string{"FREQ=DAILY;INTERVAL=10;COUNT=5"}, "1997 Sep 2,12,22; Oct 2,12", false},
		{"every day in January, for 3 years", "19980101T0900", []string{"FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1"}, january, false},
		{"weekly for 10 occurrences", "19970902T0900", []string{"FREQ=WEEKLY;COUNT=10"}, tuesdays, false},
		{"weekly until December 24, 1997", "19970902T0900", []string{"FREQ=WEEKLY;UNTIL=19971224T000000Z"}, tuesdays + ",11,18,25; Dec 2,9,16,23", false},
		{"every other week, forever", "19970902T0900", []string{"FREQ=WEEKLY;INTERVAL=2;WKST=SU"}, "1997 Sep 2,16,30; Oct 14,28; Nov 11,25; Dec 9,23; 1998 Jan 6,20; Feb 3,17", true},
		{"weekly on Tuesday and Thursday for five weeks", "19970902T0900", []string{"FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH"}, "1997 Sep 2,4,9,11,16,18,23,25,30; Oct 2", false},
		{"every other week on Monday, Wednesday and Friday", "19970901T0900", []string{"FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR"}, "1997 Sep 1,3,5,15,17,19,29; Oct 1,3,13,15,17,27,29,31; Nov 10,12,14,24,26,28; Dec 8,10,12,22", false},
		{"every other week on Tuesday and Thursday, for 8 occurrences", "19970902T0900", []string{"FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH"}, "1997 Sep 2,4,16,18,30; Oct 2,14,16", false},
		{"monthly on the first Friday for 10 occurrences", "19970905T0900", []string{"FREQ=MONTHLY;COUNT=10;BYDAY=1FR"}, "1997 Sep 5; Oct 3; Nov 7; Dec 5; 1998 Jan 2; Feb 6; Mar 6; Apr 3; May 1; Jun 5", false},
		{"monthly on the first Friday until December 24, 1997", "19970905T0900", []string{"FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR"}, "1997 Sep 5; Oct 3; Nov 7; Dec 5", false},
		{"every other month on the first and last Sunday", "19970907T0900", []string{"FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU"}, "1997 Sep 7,28; Nov 2,30; 1998 Jan 4,25; Mar 1,29; May 3,31", false},
		{"monthly on the second-to-last Monday for 6 months", "19970922T0900", []string{"FREQ=MONTHLY;COUNT=6;BYDAY=-2MO"}, "1997 Sep 22; Oct 20; Nov 17; Dec 22; 1998 Jan 19; Feb 16", false},
		{"monthly on the third-to-the-last day, forever", "19970928T0900", []string{"FREQ=MONTHLY;BYMONTHDAY=-3"}, "1997 Sep 28; Oct 29; Nov 28; Dec 29; 1998 Jan 29; Feb 26", true},
		{"monthly on the 2nd and 15th", "19970902T0900", []string{"FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15"}, "1997 Sep 2,15; Oct 2,15; Nov 2,15; Dec 2,15; 1998 Jan 2,15", false},
		{"monthly on the first and last day", "19970930T0900", []string{"FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1"}, "1997 Sep 30; Oct 1,31; Nov 1,30; Dec 1,31; 1998 Jan 1,31; Feb 1", false},
		{"every 18 months on the 10th thru 15th", "19970910T0900", []string{"FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15"}, "1997 Sep 10-15; 1999 Mar 10-13", false},
		{"every Tuesday, every other month", "19970902T0900", []string{"FREQ=MONTHLY;INTERVAL=2;BYDAY=TU"}, "1997 Sep 2,9,16,23,30; Nov 4,11,18,25; 1998 Jan 6,13,20,27; Mar 3,10,17,24,31", true},
		{"yearly in June and July", "19970610T0900", []string{"FREQ=YEARLY;COUNT=10;BYMONTH=6,7"}, "1997 Jun 10; Jul 10; 1998 Jun 10; Jul 10; 1999 Jun 10; Jul 10; 2000 Jun 10; Jul 10; 2001 Jun 10; Jul 10", false},
		{"every other year on January, February and March", "19970310T0900", []string{"FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3"}, "1997 Mar 10; 1999 Jan 10; Feb 10; Mar 10; 2001 Jan 10; Feb 10; Mar 10; 2003 Jan 10; Feb 10; Mar 10", false},
		{"every third year on the 1st, 100th and 200th day", "19970101T0900", []string{"FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200"}, "1997 Jan 1; Apr 10; Jul 19; 2000 Jan 1; Apr 9; Jul 18; 2003 Jan 1; Apr 10; Jul 19; 2006 Jan 1", false},
		{"every 20th Monday of the year, forever", "19970519T0900", []string{"FREQ=YEARLY;BYDAY=20MO"}, "1997 May 19; 1998 May 18; 1999 May 17", true},
		{"Monday of week number 20, forever", "19970512T0900", []string{"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"}, "1997 May 12; 1998 May 11; 1999 May 17", true},
		{"every Thursday in March, forever", "19970313T0900", []string{"FREQ=YEARLY;BYMONTH=3;BYDAY=TH"}, "1997 Mar 13,20,27; 1998 Mar 5,12,19,26; 1999 Mar 4,11,18,25", true},
		{"every Thursday in June, July and August", "19970605T0900", []string{"FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8"}, "1997 Jun 5,12,19,26; Jul 3,10,17,24,31; Aug 7,14,21,28; 1998 Jun 4,11,18,25; Jul 2,9,16,23,30; Aug 6,13,20,27; 1999 Jun 3,10,17,24; Jul 1,8,15,22,29; Aug 5,12,19,26", true},
		{"every Friday the 13th, forever", "-19970902T0900", []string{"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"}, "1998 Feb 13; Mar 13; Nov 13; 1999 Aug 13; 2000 Oct 13", true},
		{"the first Saturday that follows the first Sunday", "19970913T0900", []string{"FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13"}, "1997 Sep 13; Oct 11; Nov 8; Dec 13; 1998 Jan 10; Feb 7; Mar 7; Apr 11; May 9; Jun 13", true},
		{"U.S. Presidential Election day", "19961105T0900", []string{"FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"}, "1996 Nov 5; 2000 Nov 7; 2004 Nov 2", true},
		{"the third of Tuesday, Wednesday and Thursday", "19970904T0900", []string{"FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3"}, "1997 Sep 4; Oct 7; Nov 6", false},
		{"the second-to-last weekday of the month", "19970929T0900", []string{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"}, "1997 Sep 29; Oct 30; Nov 27; Dec 30; 1998 Jan 29; Feb 26; Mar 30", true},
		// The RFC prints UNTIL=19970902T170000Z, which is 13:00 in New York: erratum 3883 says 21:00Z.
		{"every 3 hours from 9:00 AM to 5:00 PM", "19970902T0900", []string{"FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z"}, "1997 Sep 2 9:00,12:00,15:00", false},
		{"every 15 minutes for 6 occurrences", "19970902T0900", []string{"FREQ=MINUTELY;INTERVAL=15;COUNT=6"}, "1997 Sep 2 9:00,9:15,9:30,9:45,10:00,10:15", false},
		{"every hour and a half for 4 occurrences", "19970902T0900", []string{"FREQ=MINUTELY;INTERVAL=90;COUNT=4"}, "1997 Sep 2 9:00,10:30,12:00,13:30", false},
		{"every 20 minutes from 9:00 AM to 4:40 PM every day", "19970902T0900", []string{"FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16"}, twentieths, true},
		{"weeks that start on Monday", "19970805T0900", []string{"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"}, "1997 Aug 5,10,19,24", false},
		{"weeks that start on Sunday", "19970805T0900", []string{"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"}, "1997 Aug 5,17,19,31", false},
		{"an invalid date is ignored", "20070115T0900", []string{"FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"}, "2007 Jan 15,30; Feb 15; Mar 15,30", false},
	}
}

func everyTwenty() string {
	var out []string
	for h := 9; h <= 16; h++ {
		out = append(out, fmt.Sprintf("%d:00,%d:20,%d:40", h, h, h))
	}
	return strings.Join(out, ",")
}

// printed reads the RFC's way of printing occurrences, at the time of start where no time is said.
func printed(t *testing.T, s string, start core.Civil) (out []core.Civil) {
	t.Helper()
	year := 0
	for part := range strings.SplitSeq(s, "; ") {
		words := strings.Fields(part)
		if y, err := strconv.Atoi(words[0]); err == nil {
			year, words = y, words[1:]
		}
		month, err := time.Parse("Jan", words[0])
		if err != nil {
			t.Fatal(err)
		}
		for item := range strings.SplitSeq(words[1], ",") {
			low, high, span := strings.Cut(item, "-")
			from, _ := strconv.Atoi(low)
			to := from
			if span {
				to, _ = strconv.Atoi(high)
			}
			for d := from; d <= to; d++ {
				out = append(out, core.NewDate(year, month.Month(), d).At(start.Hour, start.Minute))
			}
		}
		if len(words) < 3 {
			continue
		}
		day := out[len(out)-1].Date
		out = out[:len(out)-1]
		for item := range strings.SplitSeq(words[2], ",") {
			at, err := time.Parse("15:04", item)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, day.At(at.Hour(), at.Minute()))
		}
	}
	return out
}

// TestExamplesOfTheStandard expands every example of RFC 5545 3.8.5.3 as it is printed there, from the start and
// from every occurrence of it on.
func TestExamplesOfTheStandard(t *testing.T) {
	all := examples()
	if len(all) != 39 {
		t.Errorf("%d examples", len(all))
	}
	for _, x := range all {
		at, err := time.Parse("20060102T1504", strings.TrimPrefix(x.start, "-"))
		if err != nil {
			t.Fatal(err)
		}
		start := core.CivilOf(at)
		want := printed(t, x.want, start)
		for _, rule := range x.rules {
			s := &core.Series{Start: start, End: start.AddMinutes(15), Zone: "America/New_York", Rule: rule}
			if x.start[0] == '-' {
				s.Except = []core.Civil{start}
			}
			q, err := schedule.OfSeries(s)
			if err != nil {
				t.Errorf("%s: %v", x.name, err)
				continue
			}
			check(t, x.name+" "+rule, q, want, x.more, time.Time{})
			for i := range want {
				if i%5 == 0 {
					from, _ := want[i].In("America/New_York")
					check(t, fmt.Sprintf("%s %s from %s", x.name, rule, want[i]), q, want[i:], x.more, from)
				}
			}
		}
	}
}

func check(t *testing.T, name string, q *schedule.Recurring, want []core.Civil, more bool, from time.Time) {
	t.Helper()
	var got []core.Civil
	rest := false
	for o, err := range q.From(from) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(got) == len(want) {
			rest = true
			break
		}
		got = append(got, o.StartCivil())
	}
	if !slices.Equal(got, want) || rest != more {
		t.Errorf("%s:\n got %v, more %v\nwant %v, more %v", name, got, rest, want, more)
	}
}
