package ical

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"mentorbook/core"
)

// The text of a rule is what a workspace keeps of it. So what a workspace does not take is refused as soon as a file is read, and a
// list of a file's times has no more than its import.

// leapSecond is the end of a time in a leap second, which clocks without one show as the second before it (RFC 5545 3.3.12).
var leapSecond = regexp.MustCompile(`(UNTIL=[0-9]{8}T[0-9]{4})60`)

// tidyRule gives the text of a rule as the standard writes it, where a program wrote it in small letters, with blanks, with a
// semicolon too many or with a leap second.
func tidyRule(text string) string {
	var parts []string
	for part := range strings.SplitSeq(strings.ToUpper(text), ";") {
		part = strings.Join(strings.Fields(part), "")
		if part == "" {
			continue
		}
		if list, ok := strings.CutPrefix(part, "BYSECOND="); ok {
			seconds := strings.Split(list, ",")
			for i, s := range seconds {
				if s == "60" {
					seconds[i] = "59"
				}
			}
			part = "BYSECOND=" + strings.Join(seconds, ",")
		}
		parts = append(parts, leapSecond.ReplaceAllString(part, "${1}59"))
	}
	return strings.Join(parts, ";")
}

// refused gives the first part of a rule, by its tidy text, that no workspace takes: "" for none. It is one that the standard does not
// allow beside the others (RFC 5545 3.3.10), which programs read in different ways or not at all: "BYDAY=2MO" in a weekly rule is each
// Monday to one, and no day to another. Or it is beyond what anybody means, as the sixth Monday of a month. All read a BYSETPOS with
// nothing to choose from alike where it takes the first, or the last. A rule may say two ends, of which one will count: see leaveOneEnd.
func (r *rule) refused(text string) string {
	text = withoutIdle(text, r.choosesAll())
	versions := []string{text}
	if r.count > 0 && r.until != nil {
		versions = []string{withoutPart(text, "COUNT"), withoutPart(text, "UNTIL")}
	}
	for _, v := range versions {
		_, err := core.ParseRule(v)
		var wrong *core.Error
		if errors.As(err, &wrong) {
			return partBehind(v, wrong)
		}
	}
	return ""
}

// partBehind gives the part of a rule's text that an error is about.
func partBehind(text string, wrong *core.Error) string {
	named, _ := wrong.Args["value"].(string)
	key, value, said := strings.Cut(named, "=")
	for part := range strings.SplitSeq(text, ";") {
		if name, list, _ := strings.Cut(part, "="); name == key && (!said || slices.Contains(strings.Split(list, ","), value)) {
			return part
		}
	}
	return named
}

// choosesAll tells whether BYSETPOS takes the first, or the last, of the one that each period has: it says nothing then.
func (r *rule) choosesAll() bool {
	return r.alone() && !slices.ContainsFunc(r.positions, func(n int) bool { return n != 1 && n != -1 })
}

// withoutIdle leaves out of a rule the parts that rule.set takes and that say nothing: the calendar of all (RFC 7529), and what a
// program adds for itself (RFC 2445 4.3.10). So does a BYSETPOS that stands alone.
func withoutIdle(text string, alone bool) string {
	parts := slices.DeleteFunc(strings.Split(text, ";"), func(part string) bool {
		key, _, _ := strings.Cut(part, "=")
		return key == "RSCALE" || key == "SKIP" || alone && key == "BYSETPOS" || strings.HasPrefix(key, "X-")
	})
	return strings.Join(parts, ";")
}
