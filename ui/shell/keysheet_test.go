package shell

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The two columns of keys hold every row once, in order, under its own heading; neither is taller than the other by more
// than one row and one heading.
func TestKeysStandInColumnsThatAreAboutAsTall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const head = 40
		var groups []KeyGroup
		var tall [][]float32
		for i := range rapid.IntRange(1, 6).Draw(t, "groups") {
			g, heights := KeyGroup{Title: fmt.Sprint("group ", i)}, []float32(nil)
			for j := range rapid.IntRange(1, 25).Draw(t, "rows") {
				g.Rows = append(g.Rows, KeyRow{Title: fmt.Sprint(i, " ", j)})
				heights = append(heights, float32(rapid.SampledFrom([]int{36, 56}).Draw(t, "tall")))
			}
			groups, tall = append(groups, g), append(tall, heights)
		}
		heightOf := map[string]float32{}
		for i, g := range groups {
			for j, row := range g.Rows {
				heightOf[row.Title] = tall[i][j]
			}
		}
		left, right := inColumns(groups, tall, head)
		column := func(of []KeyGroup) (h float32) {
			for _, g := range of {
				h += head
				for _, row := range g.Rows {
					h += heightOf[row.Title]
				}
			}
			return h
		}
		flat := func(of []KeyGroup) (out []string) {
			for _, g := range of {
				for _, row := range g.Rows {
					out = append(out, g.Title+": "+row.Title)
				}
			}
			return out
		}
		if got := append(flat(left), flat(right)...); !slices.Equal(got, flat(groups)) {
			t.Fatalf("%q, not %q", got, flat(groups))
		}
		if a, b := column(left), column(right); len(heightOf) > 1 && max(a, b)-min(a, b) > head+56 {
			t.Fatalf("one is %v tall, the other %v", a, b)
		}
	})
}
