package contacts

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
)

// yes stands for true in the files that this program writes.
const yes = "yes"

// The forms of a birthday: RFC 6350 4.3.1 (19850412, --0412), ISO with dashes, a time behind it.
var (
	fullDate = regexp.MustCompile(`^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$`)
	yearless = regexp.MustCompile(`^--(\d{2})-?(\d{2})(?:[T ].*)?$`)
)

// birthday takes a date with its year. A day without a year has no place, and goes into the notes. Omitted is
// the year by which Apple says that there is none.
func (d *draft) birthday(value, omitted string) {
	s := core.CleanLine(value)
	if s == "" {
		return
	}
	if g := fullDate.FindStringSubmatch(s); g != nil && g[1] != "0000" {
		date := core.Date{Year: atoi(g[1]), Month: time.Month(atoi(g[2])), Day: atoi(g[3])}
		switch {
		case !date.Valid():
		case omitted != "" && g[1] == omitted:
			d.note(d.label("birthday"), d.words.DateShort(date, core.Date{}))
			return
		case d.person.Birthday.IsZero() || d.person.Birthday == date:
			d.person.Birthday = date
			return
		}
	}
	if g := yearless.FindStringSubmatch(s); g != nil {
		if date := (core.Date{Year: 2000, Month: time.Month(atoi(g[1])), Day: atoi(g[2])}); date.Valid() {
			d.note(d.label("birthday"), d.words.DateShort(date, core.Date{}))
			return
		}
	}
	if !d.person.Birthday.IsZero() {
		d.note(d.label("birthday"), s)
		return
	}
	_, err := core.ParseDate(s)
	d.reject(noBirthday(s, err), d.label("birthday"), s)
}

// quiet reads "22:00-08:00".
func (d *draft) quiet(value string) {
	var h core.Hours
	var fromHour, fromMinute, toHour, toMinute int
	n, err := fmt.Sscanf(value, "%02d:%02d-%02d:%02d", &fromHour, &fromMinute, &toHour, &toMinute)
	h.From, h.To = fromHour*60+fromMinute, toHour*60+toMinute
	if err != nil || n != 4 || value != quietText(h) {
		d.note(d.label("quiet"), value)
		return
	}
	d.person.Quiet = h
}

func quietText(h core.Hours) string {
	return fmt.Sprintf("%02d:%02d-%02d:%02d", h.From/60, h.From%60, h.To/60, h.To%60)
}

// consent reads what consentText wrote.
func (d *draft) consent(given, on, words string) {
	date, err := core.ParseDate(on)
	if err != nil && on != "" {
		d.note(d.label("consent"), strings.Join([]string{given, on, words}, " "))
		return
	}
	d.person.Consent = core.Consent{Given: given == yes, On: date, Words: d.clean(words)}
}

func yesNo(b bool) string {
	if b {
		return yes
	}
	return "no"
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
