package table

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"mentorbook/core"
)

var grouped = regexp.MustCompile(`^[+-]?\d{1,3}(?:[,.]\d{3}){2,}$`)

// parseNumber reads a figure as any of the two languages writes it: 1 234,5 and 1,234.5 and 12 %. It also gives
// the unit that stands behind it. A lone mark with three figures behind it is taken for the decimal one.
func parseNumber(text string) (value float64, unit string, err error) {
	return parseFigure(text, 0)
}

// unsureFigure is one of which nobody can say by itself whether its mark stands before thousands or before a fraction.
var unsureFigure = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}([,.])\d{3}$`)

// provesDecimal gives the mark that a figure has before its fraction, or by its groups of thousands cannot but have; 0
// where it proves nothing.
func provesDecimal(text string) byte {
	s := bareFigure(core.CleanLine(text))
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case len(s) > maxMomentText || points+commas == 0 || unsureFigure.MatchString(s):
		return 0
	case commas > 1 && points <= 1, points == 1 && commas == 1 && strings.IndexByte(s, ',') < strings.IndexByte(s, '.'), points == 1 && commas == 0:
		return '.'
	case points > 1 && commas <= 1, points == 1 && commas == 1, commas == 1 && points == 0:
		return ','
	}
	return 0
}

// bareFigure leaves out the unit behind a figure, and what some put between its groups.
func bareFigure(s string) string {
	s = s[:strings.LastIndexFunc(s, unicode.IsDigit)+1]
	return strings.NewReplacer(" ", "", "'", "", "’", "", "−", "-").Replace(s)
}

// parseFigure is parseNumber for a file whose figures have a mark before their fractions; 0 is not known.
func parseFigure(text string, decimal byte) (value float64, unit string, err error) {
	bad := core.Fail(core.CodeBadNumber, "value", core.Excerpt(text))
	s := core.CleanLine(text)
	if len(s) > maxMomentText {
		return 0, "", bad
	}
	unit = strings.TrimSpace(s[strings.LastIndexFunc(s, unicode.IsDigit)+1:])
	s = bareFigure(s)
	if g := unsureFigure.FindStringSubmatch(s); g != nil && decimal != 0 && g[1][0] != decimal {
		s = strings.Replace(s, g[1], "", 1)
	}
	point, comma := strings.LastIndexByte(s, '.'), strings.LastIndexByte(s, ',')
	switch {
	case grouped.MatchString(s):
		s = strings.NewReplacer(",", "", ".", "").Replace(s)
	case comma > point && point < 0:
		s = strings.ReplaceAll(s, ",", ".")
	case comma > point:
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	default:
		s = strings.ReplaceAll(s, ",", "")
	}
	value, err = strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(value) || math.Abs(value) > 1e15 || strings.ContainsAny(s, "xXpPiInN_") {
		return 0, "", bad
	}
	return value, unit, nil
}

var (
	clockLength = regexp.MustCompile(`^(\d{1,3}):(\d{2})(?::\d{2})?$`)
	wordLength  = regexp.MustCompile(`^(?:(\d+(?:[.,]\d+)?) *(?:h|hr|hrs|hour|hours|ч|час|часа|часов)\.?)? *(?:(\d+) *(?:m|min|mins|minute|minutes|м|мин|минут|минуты|минута)\.?)?$`)
	halfHours   = regexp.MustCompile(`^(\d+) *(?:h|ч) *(\d{1,2})$`)
)

// parseLength reads a length of time in minutes: 90, "90 min", 1:30, "1 h 30 min", «1,5 часа». A bare figure
// counts units of so many minutes.
func parseLength(text string, unit int) (int, error) {
	s := strings.ToLower(core.CleanLine(text))
	bad := core.Fail(core.CodeBadNumber, "value", core.Excerpt(text), "min", 1, "max", 7*24*60)
	minutes := math.NaN()
	if len(s) > maxMomentText {
		return 0, bad
	}
	if g := clockLength.FindStringSubmatch(s); g != nil {
		minutes = float64(60*number(g[1]) + number(g[2]))
	} else if g := halfHours.FindStringSubmatch(s); g != nil {
		minutes = float64(60*number(g[1]) + number(g[2]))
	} else if g := wordLength.FindStringSubmatch(s); g != nil && s != "" {
		hours, _, _ := parseNumber("0" + g[1])
		minutes = 60*hours + float64(number(g[2]))
	} else if n, rest, err := parseNumber(s); err == nil && rest == "" {
		minutes = n * float64(unit)
	}
	if !(minutes >= 1 && minutes <= 7*24*60) {
		return 0, bad
	}
	return int(math.Round(minutes)), nil
}
