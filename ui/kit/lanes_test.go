package kit

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestLanesByExample(t *testing.T) {
	for name, c := range map[string]struct {
		spans []Span
		want  []Lane
	}{
		"none":         {nil, []Lane{}},
		"alone":        {[]Span{{60, 120}}, []Lane{{0, 1, 0}}},
		"touching":     {[]Span{{60, 120}, {120, 180}}, []Lane{{0, 1, 0}, {0, 1, 0}}},
		"two":          {[]Span{{90, 150}, {60, 120}}, []Lane{{1, 2, 0}, {0, 2, 0}}},
		"through one":  {[]Span{{0, 300}, {0, 60}, {60, 120}}, []Lane{{0, 2, 0}, {1, 2, 0}, {1, 2, 0}}},
		"no length":    {[]Span{{60, 60}, {60, 60}}, []Lane{{0, 2, 0}, {1, 2, 0}}},
		"free beside":  {[]Span{{0, 60}, {0, 60}, {0, 60}, {60, 90}, {0, 90}}, []Lane{{1, 4, 0}, {2, 4, 0}, {3, 4, 0}, {1, 4, 2}, {0, 4, 0}}},
		"two clusters": {[]Span{{0, 60}, {30, 90}, {90, 100}}, []Lane{{0, 2, 0}, {1, 2, 0}, {0, 1, 0}}},
	} {
		got := Lanes(c.spans)
		for i := range c.want {
			if got[i] != c.want[i] {
				t.Errorf("%s: span %d is %v, not %v", name, i, got[i], c.want[i])
			}
		}
	}
}

// Whatever the spans are, two that overlap never stand in one place, and those that overlap have one width.
func TestLanesNeverOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spans := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Span {
			from := rapid.IntRange(0, 1430).Draw(t, "from")
			return Span{from, from + rapid.IntRange(1, 300).Draw(t, "length")}
		}), 0, 30).Draw(t, "spans")
		lanes := Lanes(spans)
		for i, a := range spans {
			if lanes[i].At < 0 || lanes[i].More < 0 || lanes[i].At+lanes[i].More >= lanes[i].Of {
				t.Fatalf("%v of %v", lanes[i], a)
			}
			for j, b := range spans[:i] {
				x, y := lanes[i], lanes[j]
				if a.From < b.To && b.From < a.To && (x.At <= y.At+y.More && y.At <= x.At+x.More || x.Of != y.Of) {
					t.Fatalf("%v and %v overlap in %v and %v", a, b, lanes[i], lanes[j])
				}
			}
		}
	})
}

func TestSpansThatMeetAreOne(t *testing.T) {
	got := Together([]Span{{600, 660}, {0, 60}, {60, 90}, {630, 640}, {700, 700}, {650, 690}})
	if want := []Span{{0, 90}, {600, 690}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
