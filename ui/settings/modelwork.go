package settings

import (
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// WorkDay is a day of the week in the form of working hours, from Monday on.
type WorkDay struct {
	Name     string
	On       bool
	From, To int // minutes after midnight
}

// WorkDays gives the owner's week; the usual one where it is not known.
func WorkDays(p *core.Person, w *locale.Words) []WorkDay {
	out := make([]WorkDay, 7)
	for i := range out {
		day := time.Weekday((i + 1) % 7)
		h := p.WorkOn(day)
		out[i] = WorkDay{Name: locale.Capital(w.Weekday(day)), On: !h.IsZero(), From: h.From, To: h.To}
		if h.IsZero() {
			out[i].From, out[i].To = 9*60, 18*60
		}
	}
	return out
}

// WorkField names the field of a day, as errors do.
func WorkField(i int) string { return "work[" + strconv.Itoa(i) + "]" }

// WorkHours gives the week as a person has it. Its error names each day that ends before it begins.
func WorkHours(days []WorkDay) ([]core.Hours, error) {
	out := make([]core.Hours, len(days))
	for i, d := range days {
		switch {
		case !d.On:
		case d.To <= d.From:
			return nil, core.FailField(core.CodeEndNotAfter, WorkField(i))
		default:
			out[i] = core.Hours{From: d.From, To: d.To}
		}
	}
	return out, nil
}

// WorkText says a week in a line: neighbouring days with the same hours together.
func WorkText(p *core.Person, w *locale.Words) string {
	if len(p.Work) != 7 {
		return w.T("settings.no_working")
	}
	var parts []string
	for i := 0; i < 7; {
		j := i
		for j+1 < 7 && p.Work[j+1] == p.Work[i] {
			j++
		}
		if h := p.Work[i]; !h.IsZero() {
			days := w.WeekdayShort(time.Weekday((i + 1) % 7))
			if j > i {
				days += "–" + w.WeekdayShort(time.Weekday((j+1)%7))
			}
			parts = append(parts, days+" "+clock(h.From, w)+"–"+clock(h.To, w))
		}
		i = j + 1
	}
	if len(parts) == 0 {
		return w.T("settings.no_working")
	}
	return strings.Join(parts, ", ")
}

func clock(m int, w *locale.Words) string {
	if m == 24*60 {
		return "24:00"
	}
	return w.Time(m/60, m%60)
}
