package locale

import (
	"testing"

	"mentorbook/core"
)

func TestRules(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	start := core.NewDate(2026, 11, 25) // a Wednesday
	for _, c := range []struct{ rule, en, ru string }{
		{"FREQ=WEEKLY", "every Wednesday", "каждую среду"},
		{"FREQ=WEEKLY;INTERVAL=2", "every second Wednesday", "каждую вторую среду"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU", "every second Monday", "каждый второй понедельник"},
		{"FREQ=WEEKLY;INTERVAL=3;BYDAY=SU", "every third Sunday", "каждое третье воскресенье"},
		{"FREQ=WEEKLY;INTERVAL=6", "every 6 weeks on Wednesday", "раз в 6 недель по средам"},
		{"FREQ=WEEKLY;BYDAY=TH,MO", "every Monday and Thursday", "по понедельникам и четвергам"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR", "every 2 weeks on Monday, Wednesday and Friday", "раз в 2 недели по понедельникам, средам и пятницам"},
		{"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday", "по будням"},
		{"FREQ=DAILY", "every day", "каждый день"},
		{"FREQ=DAILY;INTERVAL=2", "every other day", "через день"},
		{"FREQ=DAILY;INTERVAL=21", "every 21 days", "каждый 21 день"},
		{"FREQ=MONTHLY;INTERVAL=21", "on day 25 of the month, every 21 months", "25-го числа каждого месяца, раз в 21 месяц"},
		{"FREQ=DAILY;INTERVAL=3", "every 3 days", "каждые 3 дня"},
		{"FREQ=MONTHLY", "on day 25 of the month", "25-го числа каждого месяца"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,15", "on days 1 and 15 of the month", "1 и 15 числа каждого месяца"},
		{"FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of the month", "в последний день месяца"},
		{"FREQ=MONTHLY;BYDAY=-1FR;COUNT=3;RDATE=20270105T100000", "on the last Friday of the month, 3 times, plus 1 more date", "каждую последнюю пятницу месяца, 3 раза, и ещё 1 раз вне расписания"},
		{"FREQ=DAILY;RDATE=20270105T100000,20270105T120000", "every day, plus 2 more dates", "каждый день, и ещё 2 раза вне расписания"},
		{"FREQ=DAILY;COUNT=1;RDATE=20270105T100000,20270106T120000", "on separate dates, 3 times", "в отдельные дни, 3 раза"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of the month", "каждую последнюю пятницу месяца"},
		{"FREQ=MONTHLY;BYDAY=2TU", "on the second Tuesday of the month", "каждый второй вторник месяца"},
		{"FREQ=MONTHLY;BYDAY=WE;BYSETPOS=-2", "on the second to last Wednesday of the month", "каждую предпоследнюю среду месяца"},
		{"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "on the first Monday of the month, every 2 months", "каждый первый понедельник месяца, раз в 2 месяца"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "on the last weekday of the month", "в последний будний день месяца"},
		{"FREQ=YEARLY", "every year on 25 November", "каждый год 25 ноября"},
		{"FREQ=YEARLY;INTERVAL=2", "every 2 years on 25 November", "раз в 2 года 25 ноября"},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=TH", "every 2 weeks on Thursday and Monday", "раз в 2 недели по четвергам и понедельникам"},
		{"FREQ=WEEKLY;BYDAY=MO,SU;WKST=SU", "every Monday and Sunday", "по понедельникам и воскресеньям"},
		{"FREQ=MONTHLY;BYMONTHDAY=-2", "on the second to last day of the month", "в предпоследний день месяца"},
		{"FREQ=MONTHLY;BYMONTHDAY=-3", "on day 3 of the month, counted from its end", "3-го числа каждого месяца, считая с конца"},
		{"FREQ=MONTHLY;BYDAY=-3FR", "on the third Friday of the month, counted from its end", "каждую третью пятницу месяца, считая с конца"},
		{"FREQ=MONTHLY;BYDAY=TU,MO,WE,TH,FR;BYSETPOS=1", "on the first weekday of the month", "в первый будний день месяца"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2", "on the second weekday of the month", "во второй будний день месяца"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "on the second to last weekday of the month", "в предпоследний будний день месяца"},
		{"FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-3", "on weekday 3 of the month, counted from its end, every 3 months", "в 3-й будний день месяца, считая с конца, раз в 3 месяца"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "every year on 29 February", "каждый год 29 февраля"},
		{"FREQ=YEARLY;BYMONTH=2", "every year on 25 February", "каждый год 25 февраля"},
		{"FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1", "every 2 years on the last day of February", "раз в 2 года в последний день февраля"},
		{"FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "every year on the last Sunday in March", "каждый год в последнее воскресенье марта"},
		{"FREQ=YEARLY;INTERVAL=5;BYMONTH=5;BYDAY=2TU", "every 5 years on the second Tuesday in May", "раз в 5 лет во второй вторник мая"},
		{"FREQ=YEARLY;BYMONTH=9;BYDAY=MO;BYSETPOS=1", "every year on the first Monday in September", "каждый год в первый понедельник сентября"},
		{"FREQ=YEARLY;BYMONTH=9,3;BYDAY=1MO", "every year on the first Monday in March and September", "каждый год в первый понедельник марта и сентября"},
		{"FREQ=YEARLY;BYMONTH=3;BYDAY=-3FR", "every year on the third Friday in March, counted from its end", "каждый год в третью пятницу марта, считая с конца"},
		{"FREQ=YEARLY;BYMONTH=3,6,9", "every year on 25 March, 25 June and 25 September", "каждый год 25 марта, 25 июня и 25 сентября"},
		{"FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-3", "every 2 years on day 3 of February, counted from its end", "раз в 2 года 3-го числа февраля, считая с конца"},
		{"FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1", "every year on the last day of June and December", "каждый год в последний день июня и декабря"},
		{"FREQ=MONTHLY;INTERVAL=2;BYMONTH=6", "by a custom rule: every 2 months; months: June", "по особому правилу: раз в 2 месяца; месяцы: июнь"},
		{"FREQ=MONTHLY;BYDAY=1MO,3MO", "on the first Monday of the month and on the third Monday of the month", "каждый первый понедельник месяца и каждый третий понедельник месяца"},
		{"FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2,-1", "on the second Thursday of the month and on the last Thursday of the month", "каждый второй четверг месяца и каждый последний четверг месяца"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,-1", "on day 1 of the month and on the last day of the month", "1-го числа каждого месяца и в последний день месяца"},
		{"FREQ=MONTHLY;BYDAY=MO", "every Monday", "каждый понедельник"},
		{"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "by a custom rule: every month; days of the month: 13; weekdays: Friday", "по особому правилу: каждый месяц; числа месяца: 13; дни недели: пятница"},
		{"FREQ=YEARLY;BYDAY=20MO", "by a custom rule: every year; weekdays: Monday no. 20", "по особому правилу: каждый год; дни недели: понедельник № 20"},
		{"FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday", "по будням"},
		{"FREQ=DAILY;BYDAY=SA,SU", "every Saturday and Sunday", "по субботам и воскресеньям"},
		{"FREQ=DAILY;INTERVAL=2;BYDAY=SA", "by a custom rule: every 2 days; weekdays: Saturday", "по особому правилу: каждые 2 дня; дни недели: суббота"},
		{"FREQ=WEEKLY;COUNT=10", "every Wednesday, 10 times", "каждую среду, 10 раз"},
		{"FREQ=WEEKLY;COUNT=1", "every Wednesday, 1 time", "каждую среду, 1 раз"},
		{"FREQ=WEEKLY;UNTIL=20270605", "every Wednesday, until 5 June 2027", "каждую среду, до 5 июня 2027 г. включительно"},
		{"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "by a custom rule: every year; weeks of the year: 20; weekdays: Monday", "по особому правилу: каждый год; недели года: 20; дни недели: понедельник"},
		{"FREQ=HOURLY;INTERVAL=3", "by a custom rule: every 3 hours", "по особому правилу: раз в 3 часа"},
		{"FREQ=HOURLY;BYHOUR=9,17;BYMINUTE=30;COUNT=4", "by a custom rule: every hour; hours: 9 and 17; minutes: 30, 4 times", "по особому правилу: каждый час; часы: 9 и 17; минуты: 30, 4 раза"},
		{"FREQ=YEARLY;INTERVAL=2;BYYEARDAY=1,-1;BYSETPOS=-1", "by a custom rule: every 2 years; days of the year: 1 and 1 from the end; of these only no. 1 from the end", "по особому правилу: раз в 2 года; дни года: 1 и 1 с конца; из них только № 1 с конца"},
	} {
		r, err := core.ParseRule(c.rule)
		if err != nil {
			t.Fatal(err)
		}
		if got := en.Rule(r, start); got != c.en {
			t.Errorf("%s: %q, want %q", c.rule, got, c.en)
		}
		if got := ru.Rule(r, start); got != c.ru {
			t.Errorf("%s: %q, want %q", c.rule, got, c.ru)
		}
	}
	if en.Rule(core.Rule{}, start) != "" {
		t.Error("words of no rule")
	}
}
