package kit

import (
	"fmt"
	"strconv"
	"strings"
)

// minutesPerDay is the number of minutes in a civil day; times are minutes since its beginning.
const minutesPerDay = 24 * 60

// FormatTime gives "09:30" of minutes since midnight.
func FormatTime(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// ParseTime reads a time as people type one: 9, 930, 9:30, 9.30, 9h30, 9 30, 9pm, 9:30 am, 21ч. It gives
// minutes since midnight.
func ParseTime(text string) (minutes int, ok bool) {
	s := strings.ToLower(strings.TrimSpace(clean(text, false)))
	if len(s) > 16 {
		return 0, false
	}
	s, half := cutHalf(s)
	s = strings.NewReplacer("ч", ":", "h", ":", ".", ":", ",", ":", " ", ":").Replace(s)
	s = strings.TrimSuffix(s, ":")
	hour, minute, colon := strings.Cut(s, ":")
	if !colon && len(hour) > 2 { // 930, 0930
		if len(hour) > 4 {
			return 0, false
		}
		hour, minute = hour[:len(hour)-2], hour[len(hour)-2:]
	} else if colon && len(minute) != 2 {
		return 0, false
	}
	h, ok := figures(hour)
	if !ok {
		return 0, false
	}
	m := 0
	if minute != "" {
		if m, ok = figures(minute); !ok {
			return 0, false
		}
	}
	return clock(h, m, half)
}

// cutHalf takes "am" or "pm" off the end.
func cutHalf(s string) (rest, half string) {
	for _, end := range []struct{ suffix, half string }{{"a.m.", "am"}, {"p.m.", "pm"}, {"am", "am"}, {"pm", "pm"}} {
		if rest, found := strings.CutSuffix(s, end.suffix); found {
			return strings.TrimSpace(rest), end.half
		}
	}
	return s, ""
}

func figures(s string) (int, bool) {
	if s == "" || len(s) > 2 || strings.TrimLeft(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func clock(h, m int, half string) (int, bool) {
	if half != "" {
		if h < 1 || h > 12 {
			return 0, false
		}
		h %= 12
		if half == "pm" {
			h += 12
		}
	}
	if h > 23 || m > 59 {
		return 0, false
	}
	return h*60 + m, true
}

// StepTime moves a time to the next or previous step of so many minutes, around midnight if need be.
func StepTime(minutes, step int) int {
	size := max(step, -step)
	to := minutes - minutes%size + step
	if step < 0 && minutes%size != 0 {
		to = minutes - minutes%size
	}
	return (to + minutesPerDay) % minutesPerDay
}
