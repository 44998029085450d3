package locale

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"mentorbook/core"
)

// figures gives a number in plain figures, rounded to six places: what is beyond is noise of the arithmetic.
func figures(f float64) string {
	s := strconv.FormatFloat(f, 'f', 6, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// Number gives a number as the language writes it: "1,234.5", «1234,5», «12 345». It has at most six places
// after the point; what is no number gives "—".
func (w *Words) Number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "—"
	}
	return w.grouped(figures(f))
}

// Fixed gives a number with a fixed count of places after the point, for columns: "5.20", «5,20».
func (w *Words) Fixed(f float64, places int) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "—"
	}
	return w.grouped(strconv.FormatFloat(f, 'f', min(max(places, 0), 6), 64))
}

// grouped writes a number in plain figures as the language does.
func (w *Words) grouped(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if fraction != "" {
		fraction = w.tongue.decimal + fraction
	}
	if len(whole) < w.tongue.groupFrom {
		return sign + whole + fraction
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(w.tongue.group)
		}
		b.WriteRune(d)
	}
	return b.String() + fraction
}

// Percent gives whole per cent: "57%", «57 %».
func (w *Words) Percent(n int) string { return w.grouped(strconv.Itoa(n)) + w.tongue.percent }

// Bytes gives the size of a file: "640 KB", «1,5 МБ».
func (w *Words) Bytes(n int64) string {
	const k = 1000
	units := []string{"unit.bytes", "unit.kilobytes", "unit.megabytes", "unit.gigabytes", "unit.terabytes"}
	f, i := float64(max(n, 0)), 0
	for f >= k-0.5 && i < len(units)-1 {
		f /= k
		i++
	}
	if i > 0 && f < 10 {
		f = math.Round(f*10) / 10
	} else {
		f = math.Round(f)
	}
	return w.T(units[i], "count", f)
}

// List joins words: "A, B and C", «A, B и C».
func (w *Words) List(items []string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return w.T("list.last", "items", strings.Join(items[:n-1], ", "), "last", items[n-1])
	}
}

// Quote puts a text between the language's quotation marks, and makes such marks inside it the inner ones.
func (w *Words) Quote(s string) string {
	t := w.tongue
	if strings.Contains(s, t.open) && strings.Contains(s, t.close) {
		s = strings.NewReplacer(t.open, t.openInner, t.close, t.closeInner).Replace(s)
	}
	return t.open + s + t.close
}

// ParseNumber reads a number as people type it: grouped or not, with a point or a comma before the fraction,
// with or without "%". Where it has one comma alone, the language says what that is: in "1,234" it parts
// thousands in English and the fraction in Russian. The error has CodeBadNumber.
func (w *Words) ParseNumber(text string) (float64, error) {
	bad := core.FailField(core.CodeBadNumber, "value")
	s := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\'', r == '’':
			return -1
		case r == '−', r == '–':
			return '-'
		}
		return r
	}, strings.TrimSuffix(strings.TrimSpace(text), "%"))
	if len(text) > maxTyped || strings.Trim(s, "+-0123456789.,") != "" {
		return 0, bad
	}
	point, comma := strings.LastIndexByte(s, '.'), strings.LastIndexByte(s, ',')
	switch {
	case point > comma && comma >= 0, comma >= 0 && w.tongue.decimal != "," && inThousands.MatchString(s):
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0:
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) {
		return 0, bad
	}
	return f, nil
}

var inThousands = regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+$`)
