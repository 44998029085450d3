package planning_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who puts a meeting and all later ones on another day sees at once by which rule they go on then, and gets that; where there is
// none, it is said in words what can be done, and the dialog stays.
func TestTheRuleGoesAlongWithTheDay(t *testing.T) {
	for _, c := range []struct {
		rule     string
		from, to core.Date
		shown    map[core.Language]string
		want     string // by which the later ones go on; "" where they can't
	}{
		{
			"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", core.NewDate(2027, 2, 19), core.NewDate(2027, 2, 22),
			map[core.Language]string{core.English: "every 2 weeks on Thursday and Monday", core.Russian: "раз в 2 недели по четвергам и понедельникам"},
			"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=TH",
		},
		{
			"FREQ=WEEKLY;COUNT=12;BYDAY=MO,WE,FR", core.NewDate(2027, 2, 8), core.NewDate(2027, 2, 10),
			map[core.Language]string{core.English: "every Wednesday, Friday and Sunday", core.Russian: "по средам, пятницам и воскресеньям"},
			"FREQ=WEEKLY;COUNT=9;BYDAY=WE,FR,SU",
		},
		{
			"FREQ=MONTHLY;BYDAY=2TU", core.NewDate(2027, 3, 9), core.NewDate(2027, 3, 16),
			map[core.Language]string{core.English: "on the third Tuesday of the month", core.Russian: "каждый третий вторник месяца"},
			"FREQ=MONTHLY;BYDAY=3TU",
		},
		{
			"FREQ=MONTHLY;BYMONTHDAY=1,15", core.NewDate(2027, 3, 1), core.NewDate(2027, 3, 15),
			map[core.Language]string{
				core.English: "There is no rule that moves the whole series (on days 1 and 15 of the month) to 15 March 2027",
				core.Russian: "Нет правила, по которому вся серия (1 и 15 числа каждого месяца) сдвинулась бы на 15 марта 2027 г.",
			},
			"",
		},
	} {
		for language, shown := range c.shown {
			h := uitest.Open(t, uitest.Options{Language: language})
			series, err := h.Planner.Series.Plan(t.Context(), core.Series{
				Relationship: h.Relationship("Sara").ID, Start: core.NewDate(2027, 2, 1).At(10, 0), Zone: "Europe/Berlin", Rule: c.rule,
			})
			if err != nil {
				t.Fatal(err)
			}
			h.Go(shell.Route{Screen: "meeting", ID: core.OccurrenceID(series.ID, c.from.At(10, 0))})
			h.Keys("Ctrl+Shift+R")
			h.Tap(h.Words.T("plan.this_and_later"))
			h.Lacks(shown, h.Words.T("plan.split_along", "rule", shown))
			putOn(h, c.to)
			if c.want != "" {
				h.Wants(h.Words.T("plan.split_along", "rule", shown))
				h.Lacks("«Sara Okafor»", "“Sara Okafor”") // its own later ones, which are moved too
			}
			h.Shot("replan-along-" + c.from.String() + "-" + string(language))
			h.Tap(h.Words.T("button.save"))
			h.Settle()
			if c.want == "" {
				h.Wants(shown, h.Words.T("plan.this_and_later"))
			}
			all, err := h.Planner.Series.Of(t.Context(), series.Relationship)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, s := range all {
				if s.Follows == series.ID {
					got = s.Rule
				}
			}
			if got != c.want {
				t.Errorf("%s goes on by %q, not %q", c.rule, got, c.want)
			}
		}
	}
}

// putOn types another day into the dialog on show, and lets it rest.
func putOn(h *uitest.House, day core.Date) {
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if d, is := o.(*kit.DateField); is && d.Visible() {
			h.Canvas().Focus(d.Focusable())
			return false
		}
		return true
	})
	h.Press("Ctrl+A")
	h.Type(day.String())
	h.Clock.Move(time.Second)
	h.Settle()
}

// The last day that was chosen for a series is seen to go along with its meetings where the last of them would be lost else, and stays
// as it is typed.
func TestTheLastDayGoesAlongWithTheDay(t *testing.T) {
	for until, c := range map[string]struct{ shown, typed, want string }{
		"20270222":        {shown: "25 February 2027", want: "20270225"},
		"20270222T235900": {shown: "25 February 2027", want: "20270225T235900"},
		"20270301T235900": {shown: "4 March 2027", typed: "2027-02-26", want: "20270226T235900"},
		"20270228":        {shown: "28 February 2027", want: "20270228"},
	} {
		h := uitest.Open(t, uitest.Options{})
		series, err := h.Planner.Series.Plan(t.Context(), core.Series{
			Relationship: h.Relationship("Sara").ID, Start: core.NewDate(2027, 2, 1).At(10, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;UNTIL=" + until,
		})
		if err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "meeting", ID: core.OccurrenceID(series.ID, core.NewDate(2027, 2, 8).At(10, 0))})
		h.Keys("Ctrl+Shift+R")
		h.Tap(h.Words.T("plan.this_and_later"))
		putOn(h, core.NewDate(2027, 2, 11))
		last := lastDay(h)
		if day, ok := last.Value(); !ok || h.Words.Date(day) != c.shown {
			t.Errorf("until %s: shows %v, not %q", until, day, c.shown)
		}
		if c.typed != "" {
			h.Canvas().Focus(last.Focusable())
			h.Press("Ctrl+A")
			h.Type(c.typed)
		}
		h.Tap(h.Words.T("button.save"))
		h.Settle()
		all, err := h.Planner.Series.Of(t.Context(), series.Relationship)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, s := range all {
			if s.Follows == series.ID {
				got = s.Rule
			}
		}
		if want := "FREQ=WEEKLY;UNTIL=" + c.want; got != want && got != want+";BYDAY=TH" {
			t.Errorf("until %s: goes on by %q, not %q", until, got, want)
		}
	}
}

// lastDay finds the last field for a day on show.
func lastDay(h *uitest.House) (out *kit.DateField) {
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if d, is := o.(*kit.DateField); is && d.Visible() {
			out = d
		}
		return true
	})
	return out
}
