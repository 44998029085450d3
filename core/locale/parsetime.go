package locale

import (
	"regexp"
	"strings"

	"mentorbook/core"
)

var timeOfDay = regexp.MustCompile(
	`^(\d{1,2})(?:\s*(?:[:.,h]|ч\.?|час\pL*)\s*(\d{2})?\s*(?:m|м|мин\pL*)?\.?|[ -](\d{2})|(\d{2}))?\s*(утра|дня|вечера|ночи|[ap]\.?\s?m\.?|[ap])?$`)

// ParseTime reads what people type for a time of day, in English or Russian: "9", "930", "9:30", "9.30",
// "9pm", "9:30 p.m.", "14ч", "14 ч 30 мин", "9 вечера", "noon", «полночь». The error has CodeBadTime.
func ParseTime(text string) (hour, minute int, err error) {
	bad := core.FailField(core.CodeBadTime, "time", "value", shown(text))
	if len(text) > maxTyped {
		return 0, 0, bad
	}
	s := strings.ToLower(core.CleanLine(text))
	for _, lead := range []string{"at ", "в ", "во ", "к ", "с "} {
		s = strings.TrimPrefix(s, lead)
	}
	switch s {
	case "noon", "полдень":
		return 12, 0, nil
	case "midnight", "полночь":
		return 0, 0, nil
	}
	m := timeOfDay.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, bad
	}
	hour = number(m[1])
	for _, figures := range m[2:5] {
		if figures != "" {
			minute = number(figures)
		}
	}
	hour, ok := halfOfDay(hour, m[5])
	if !ok || hour > 23 || minute > 59 {
		return 0, 0, bad
	}
	return hour, minute, nil
}

// halfOfDay turns an hour of the twelve into one of the twenty-four.
func halfOfDay(hour int, half string) (int, bool) {
	if half == "" {
		return hour, true
	}
	if hour < 1 || hour > 12 {
		return 0, false
	}
	switch half[0] {
	case 'a':
		return hour % 12, true
	case 'p':
		return hour%12 + 12, true
	}
	switch {
	case half == "ночи" && (hour == 12 || hour < 6):
		return hour % 12, true
	case half == "утра" && hour < 12:
		return hour, true
	case half == "дня" && (hour == 12 || hour < 6):
		return hour%12 + 12, true
	case half == "вечера" && hour >= 4 && hour < 12, half == "ночи" && hour > 9 && hour < 12:
		return hour + 12, true
	}
	return 0, false
}
