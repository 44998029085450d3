package ical

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// vCalendar 1.0, the format before iCalendar, is what old telephones and organizers write. It says texts in quoted-printable,
// whose lines go on behind a "=", and rules in a grammar of its own.

// quotedPrintable tells whether the beginning of a line says that its value is in that encoding.
func quotedPrintable(text string) bool {
	head, _, ok := strings.Cut(text, ":")
	if !ok || len(head) > 200 {
		return false
	}
	head = strings.ToUpper(head)
	return strings.Contains(head, ";QUOTED-PRINTABLE") || strings.Contains(head, ";ENCODING=QUOTED-PRINTABLE")
}

// softJoin joins a quoted-printable line with those that it goes on in.
func (s *scanner) softJoin(text string) string {
	if !strings.HasSuffix(text, "=") || !quotedPrintable(text) {
		return text
	}
	var b strings.Builder
	for more := text; ; more = s.physical() {
		part, soft := strings.CutSuffix(more, "=")
		b.WriteString(part[:min(len(part), max(0, maxUnfolded+1-b.Len()))])
		if !soft || s.pos >= len(s.text) {
			return b.String()
		}
	}
}

// unquoted decodes a quoted-printable value by its CHARSET; what is none stays as it is.
func (l *contentLine) unquoted() string {
	b := make([]byte, 0, len(l.value))
	for i := 0; i < len(l.value); i++ {
		if l.value[i] == '=' && i+2 < len(l.value) {
			if n, err := strconv.ParseUint(l.value[i+1:i+3], 16, 8); err == nil {
				b = append(b, byte(n))
				i += 2
				continue
			}
		}
		b = append(b, l.value[i])
	}
	text := string(b)
	if name := l.param("CHARSET"); name != "" {
		if e, err := htmlindex.Get(name); err == nil {
			text = decodeBy(text, e)
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// olderRule gives a rule of vCalendar 1.0 as iCalendar writes it: "W2 MO WE #4" is FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4.
// What it does not understand, and all others, stays as it is.
func olderRule(text string) string {
	words := strings.Fields(strings.ToUpper(text))
	if len(words) == 0 || len(words) > 100 {
		return text
	}
	kind := strings.TrimRight(words[0], "0123456789")
	interval, err := strconv.Atoi(words[0][len(kind):])
	freq, known := map[string]string{"D": "DAILY", "W": "WEEKLY", "MP": "MONTHLY", "MD": "MONTHLY", "YM": "YEARLY", "YD": "YEARLY"}[kind]
	if err != nil || interval < 1 || !known {
		return text
	}
	words = words[1:]
	end := ";COUNT=2" // where it says nothing
	if n := len(words); n > 0 {
		if count, ok := strings.CutPrefix(words[n-1], "#"); ok {
			end, words = ";COUNT="+count, words[:n-1]
			if count == "0" {
				end = ""
			}
		} else if len(words[n-1]) >= len("20261224") {
			end, words = ";UNTIL="+words[n-1], words[:n-1]
		}
	}
	by, ok := olderDays(kind, words)
	if !ok {
		return text
	}
	return fmt.Sprintf("FREQ=%s;INTERVAL=%d%s%s", freq, interval, by, end)
}

// olderDays gives the days of such a rule.
func olderDays(kind string, words []string) (string, bool) {
	if len(words) == 0 {
		return "", true
	}
	weekday := func(s string) bool { return slices.Contains([]string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}, s) }
	switch kind {
	case "W":
		return ";BYDAY=" + strings.Join(words, ","), !slices.ContainsFunc(words, func(s string) bool { return !weekday(s) })
	case "MP":
		var days, nths []string
		fresh := true // the next number begins anew: "1+ MO 2- FR"
		for _, w := range words {
			n, back := strings.CutSuffix(w, "-")
			n = strings.TrimSuffix(n, "+")
			switch _, err := strconv.ParseUint(n, 10, 3); {
			case weekday(w) && len(nths) > 0:
				for _, nth := range nths {
					days = append(days, nth+w)
				}
				fresh = true
			case err != nil:
				return "", false
			default:
				if fresh {
					nths, fresh = nil, false
				}
				if back {
					n = "-" + n
				}
				nths = append(nths, n)
			}
		}
		return ";BYDAY=" + strings.Join(days, ","), len(days) > 0
	case "MD", "YM", "YD":
		part := map[string]string{"MD": ";BYMONTHDAY=", "YM": ";BYMONTH=", "YD": ";BYYEARDAY="}[kind]
		var numbers []string
		for _, w := range words {
			n, back := strings.CutSuffix(w, "-")
			if w == "LD" {
				n, back = "1", true
			}
			n = strings.TrimSuffix(n, "+")
			if _, err := strconv.ParseUint(n, 10, 16); err != nil {
				return "", false
			}
			if back {
				n = "-" + n
			}
			numbers = append(numbers, n)
		}
		return part + strings.Join(numbers, ","), true
	}
	return "", false // times of a day
}
