package longtext

import (
	"math"
	"slices"
	"sort"
	"unicode/utf8"
)

// mostInRow is how many bytes a row may have: spaces that hang over its end, and signs without any width, could go on
// for ever.
const mostInRow = 4096

// SetWidth says how wide rows may be, and tells whether that is new. The same width again costs nothing.
func (t *Text) SetWidth(width float32) bool {
	if width == t.width {
		return false
	}
	t.width, t.starts = width, nil
	return true
}

// Restyle says that texts have other widths than before.
func (t *Text) Restyle() { t.widths, t.starts = widths{}, nil }

// Rows tells how many rows there are; one at least.
func (t *Text) Rows() int {
	t.wrap()
	return len(t.starts)
}

// Row gives a row, without the end of its line.
func (t *Text) Row(i int) string {
	from, to := t.bounds(i)
	return string(t.bytes[from:to])
}

// RowStart gives where a row begins.
func (t *Text) RowStart(i int) int {
	t.wrap()
	return t.starts[min(max(i, 0), len(t.starts)-1)]
}

// RowAt gives the row in which a place lies: of two rows that meet there, the second.
func (t *Text) RowAt(at int) int {
	t.wrap()
	return sort.SearchInts(t.starts, at+1) - 1
}

// bounds gives where a row begins, and where its letters end.
func (t *Text) bounds(i int) (from, to int) {
	t.wrap()
	from, to = t.starts[i], len(t.bytes)
	if i+1 < len(t.starts) {
		to = t.starts[i+1]
	}
	if to > from && t.bytes[to-1] == '\n' {
		to--
	}
	return from, to
}

// hangs tells whether a row goes on in the next one without an end of its line.
func (t *Text) hangs(i int) bool {
	return i+1 < len(t.starts) && t.bytes[t.starts[i+1]-1] != '\n'
}

// Place gives the row of the cursor and how far it stands from the left.
func (t *Text) Place() (row int, x float32) {
	row = t.RowAt(t.cursor)
	if t.tail && row > 0 && t.starts[row] == t.cursor && t.hangs(row-1) {
		row--
	}
	return row, t.X(row, t.cursor)
}

// X tells how far a place of a row stands from the left.
func (t *Text) X(row, at int) float32 {
	from, to := t.bounds(row)
	return t.measure(string(t.bytes[from:min(max(at, from), to)]))
}

// near gives the place in a row that is closest to a distance from the left, and whether that is where the row hangs
// over to the next.
func (t *Text) near(row int, x float32) (at int, tail bool) {
	from, to := t.bounds(row)
	ends := []int{from}
	for i := from; i < to; {
		i = letterEnd(t.bytes, i)
		ends = append(ends, i)
	}
	width := func(i int) float32 { return t.measure(string(t.bytes[from:ends[i]])) }
	i := sort.Search(len(ends), func(i int) bool { return width(i) > x })
	if i == len(ends) || i > 0 && x-width(i-1) < width(i)-x {
		i--
	}
	at = ends[i]
	return at, at == to && at > from && t.hangs(row)
}

func (t *Text) wrap() {
	if t.starts != nil {
		return
	}
	t.starts = append(make([]int, 0, len(t.bytes)/64+1), 0)
	for at, more := t.rowAfter(0); more; at, more = t.rowAfter(at) {
		t.starts = append(t.starts, at)
	}
}

// rewrap wraps the rows around a change: what stood from from to oldEnd now ends at newEnd. It begins two rows before,
// for a word that became shorter goes back to the row above, and ends where a row begins as it did before.
func (t *Text) rewrap(from, oldEnd, newEnd int) {
	if t.starts == nil {
		return
	}
	first := max(t.RowAt(from)-2, 0)
	moved := newEnd - oldEnd
	old, made := first+1, []int(nil)
	for at, more := t.rowAfter(t.starts[first]); ; at, more = t.rowAfter(at) {
		if !more {
			old = len(t.starts)
			break
		}
		if at >= newEnd {
			for old < len(t.starts) && (t.starts[old] < oldEnd || t.starts[old]+moved < at) {
				old++
			}
			if old < len(t.starts) && t.starts[old]+moved == at {
				break
			}
		}
		made = append(made, at)
	}
	for i := old; i < len(t.starts); i++ {
		t.starts[i] += moved
	}
	t.starts = slices.Replace(t.starts, first+1, old, made...)
}

// rowAfter gives where the row ends that begins at a place, and whether there is another after it. Rows end after
// spaces, which may hang over; a word wider than a row is cut between its letters.
func (t *Text) rowAfter(start int) (end int, more bool) {
	width := t.width
	if width <= 0 {
		width = math.MaxFloat32
	}
	x, word := float32(0), start
	for i := start; i < len(t.bytes); {
		c := t.bytes[i]
		if c == '\n' {
			return i + 1, true
		}
		next := letterEnd(t.bytes, i)
		x += t.letterWidth(t.bytes[i:next])
		space := c == ' ' || c == '\t'
		if i > start && (!space && x > width || next-start > mostInRow) {
			if word > start {
				i = word
			}
			return i, true
		}
		if space {
			word = next
		}
		i = next
	}
	return len(t.bytes), false
}

// widths are those of letters, as far as they are known.
type widths struct {
	usual [0x530]float32 // by rune, and one more than the width: Latin, Greek, Cyrillic
	rare  map[string]float32
}

// mostRare is how many widths of other letters are remembered.
const mostRare = 20_000

// letterWidth gives the width of a letter by itself. That pairs of letters are drawn a little closer is left out of
// account: rows end a little early, never late.
func (t *Text) letterWidth(letter []byte) float32 {
	r, n := utf8.DecodeRune(letter)
	if n == len(letter) && int(r) < len(t.widths.usual) {
		if known := t.widths.usual[r]; known > 0 {
			return known - 1
		}
		w := t.oneWide(string(letter))
		t.widths.usual[r] = w + 1
		return w
	}
	if w, ok := t.widths.rare[string(letter)]; ok {
		return w
	}
	if t.widths.rare == nil || len(t.widths.rare) >= mostRare {
		t.widths.rare = map[string]float32{}
	}
	w := t.oneWide(string(letter))
	t.widths.rare[string(letter)] = w
	return w
}

// oneWide measures a letter between others, for by itself it may be rounded.
func (t *Text) oneWide(letter string) float32 {
	return max(t.measure("n"+letter+"n")-t.measure("nn"), 0)
}
