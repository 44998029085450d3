package table

import (
	"regexp"
)

// maxPreamble is how many records may stand above the headings.
const maxPreamble = 30

// dialect is what separates cells, and where the headings begin.
type dialect struct {
	comma  rune
	offset int
}

// sepLine is the first line by which a file tells Excel its separator.
var sepLine = regexp.MustCompile(`(?i)^"?sep=([,;\t])"?[ \t]*(?:\r?\n|$)`)

// findDialect looks for the headings among the first records, by each separator in turn: they are where most
// of the known headings stand. Where none is known, the first record must do.
func findDialect(text string, known func(key string) bool) dialect {
	commas, start := []rune{',', ';', '\t'}, 0
	if m := sepLine.FindStringSubmatch(text); m != nil {
		commas, start = []rune{rune(m[1][0])}, len(m[0])
	}
	best := dialect{comma: commas[0], offset: start}
	most, widest := 0, 0
	for _, comma := range commas {
		r := newCSV(text[start:min(len(text), start+512<<10)], comma)
		r.LazyQuotes = true
		for n := range maxPreamble {
			offset := start + int(r.InputOffset())
			cells, err := r.Read()
			if err != nil {
				break
			}
			hits := countKnown(cells, known)
			if hits > most || (most == 0 && n == 0 && len(cells) > widest) {
				best, most = dialect{comma, offset}, hits
			}
			if n == 0 {
				widest = max(widest, len(cells))
			}
		}
	}
	return best
}

func countKnown(cells []string, known func(key string) bool) int {
	if known == nil || len(cells) > MaxColumns {
		return 0
	}
	seen := map[string]bool{}
	for _, c := range cells {
		if len(c) > 200 {
			continue
		}
		if k := Key(c); k != "" && known(k) {
			seen[k] = true
		}
	}
	return len(seen)
}

// maxSeparators is how many separators one record may have: more than any table needs, blank cells at the end
// of its rows included, and few enough to be split without a thought for memory.
const maxSeparators = 20_000

// tooWide gives the line of the first record with more separators than that, counted from one; 0 where there
// is none. It goes through quotes as encoding/csv does, and like that goes on with the next line after a quote
// that is out of place.
func tooWide(text string, comma byte) int {
	const (
		fieldStart = iota
		plain
		quoted
		spoilt
	)
	state, separators, line, start := fieldStart, 0, 1, 1
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\n' {
			line++
		}
		switch {
		case state == quoted && c == '"':
			switch next := text[i+1:]; {
			case next == "" || next[0] == '\n' || next[0] == comma || len(next) > 1 && next[:2] == "\r\n":
				state = plain
			case next[0] == '"':
				i++
			default:
				state = spoilt
			}
		case state == quoted:
		case c == '\n':
			state, separators, start = fieldStart, 0, line
		case state == spoilt:
		case c == comma:
			state = fieldStart
			if separators++; separators > maxSeparators {
				return start
			}
		case c == '"' && state == fieldStart:
			state = quoted
		case c == '"':
			state = spoilt
		default:
			state = plain
		}
	}
	return 0
}
