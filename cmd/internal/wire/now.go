package wire

import (
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// noonHour is the time that a date alone stands for as --now: its day is the same nearly everywhere.
const noonHour = 12

// ParseNow reads the time to take for now, of either program's --now: an instant, or a date and perhaps a time in UTC.
// today is what such a date may be short for. The error has core.CodeBadTime, about "now".
func ParseNow(text string, today core.Date) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, nil
	}
	c, err := locale.ParseMoment(text, today)
	if err != nil {
		day, err := locale.ParseDate(text, today)
		if err != nil {
			return time.Time{}, core.FailField(core.CodeBadTime, "now", "value", core.Excerpt(text))
		}
		c = day.At(noonHour, 0)
	}
	return c.InLocation(time.UTC), nil
}
