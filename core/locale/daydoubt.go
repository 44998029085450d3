package locale

import (
	"strings"

	"mentorbook/core"
)

// DayDoubt says that what was typed as the day of a promise is none, and what Enter makes of it: "“Fryday” is no day:
// Enter makes it “Friday”". "" where nothing was.
func (w *Words) DayDoubt(p Promise, today core.Date) string {
	switch len(p.Perhaps) {
	case 0:
		if p.NoDay == "" {
			return ""
		}
		return w.Error(DateError("due", p.NoDay, today)) + ". " + w.T("promise.again")
	case 1:
		return w.T("promise.perhaps", "value", p.NoDay, "day", p.Perhaps[0].Words)
	}
	days := make([]string, len(p.Perhaps))
	for i, d := range p.Perhaps {
		days[i] = d.Words
	}
	_, err := ParseDue(p.NoDay, today)
	if problems := core.Problems(err); len(problems) > 0 && problems[0].Args["is"] != nil {
		return w.FieldError(problems[0]) + ". " + strings.Join(days, " / ") + "? " + w.T("promise.again")
	}
	return w.T("promise.which", "value", p.NoDay, "days", strings.Join(days, " / ")) + ". " + w.T("promise.again")
}

// OnEnter gives the line that Enter makes of one whose day is none: with the one day that may have been meant. "" where
// there are several or none, and a person has to say it.
func (p Promise) OnEnter() string {
	if len(p.Perhaps) != 1 {
		return ""
	}
	return p.Perhaps[0].Line
}
