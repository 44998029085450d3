package core

import (
	"strconv"
	"strings"
)

// ReadWhole reads a typed whole number from low to high. Its error names the field: CodeNotWhole where what is typed has a
// fraction, else CodeBadNumber.
func ReadWhole(field, text string, low, high int) (int, error) {
	text = strings.TrimSpace(text)
	n, err := strconv.Atoi(text)
	switch {
	case err == nil && n >= low && n <= high:
		return n, nil
	case err != nil && broken(text):
		return 0, FailField(CodeNotWhole, field, "min", low, "max", high)
	}
	return 0, FailField(CodeBadNumber, field, "min", low, "max", high)
}

// broken tells whether a text is a number with a point or a comma in it.
func broken(text string) bool {
	if strings.Trim(text, "+-0123456789.,") != "" {
		return false
	}
	_, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return err == nil && strings.ContainsAny(text, ".,")
}
