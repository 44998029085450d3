package locale

import (
	"strings"

	"mentorbook/core"
)

// ParseMoment reads what people type for a date with a time of day: "2026-12-10T16:00", or a date that ParseDate reads
// and a time that ParseTime reads, with a space between them: "tomorrow 16:00", "10.12.2026, 16.00", "10 декабря в
// 16:00". A date alone is none: "10 Dec 2026" has no time. The error has CodeBadTime, or CodeBadDate where the time is
// one and the day is in no month, or on another weekday.
func ParseMoment(text string, today core.Date) (core.Civil, error) {
	if c, err := core.ParseCivil(text); err == nil {
		return c, nil
	}
	bad := core.FailField(core.CodeBadTime, "iso", "value", shown(text))
	if len(text) > maxTyped {
		return core.Civil{}, bad
	}
	words := strings.Fields(core.CleanLine(text))
	if _, err := ParseDate(text, today); err == nil {
		return core.Civil{}, bad
	}
	for i := len(words) - 1; i > 0; i-- {
		hour, minute, err := ParseTime(strings.Join(words[i:], " "))
		if err != nil {
			continue
		}
		date, err := ParseDate(strings.Join(words[:i], " "), today)
		if err == nil {
			return date.At(hour, minute), nil
		}
		for _, e := range core.Problems(err) {
			if e.Args["month"] != nil || e.Args["no_month"] != nil || e.Args["is"] != nil {
				bad = core.FailField(e.Code, "")
				bad.Args = e.Args
			}
		}
	}
	return core.Civil{}, bad
}
