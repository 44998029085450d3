package kit

import (
	"strconv"
	"strings"
)

// leastLane is how wide a block beside others is at least, in units: two letters can be read in it. What would be narrower
// is only counted.
const leastLane = 24

// gridSpot is what is drawn somewhere in the hours: a block, or how many blocks there is no room for.
type gridSpot struct {
	block GridBlock
	face  int
	day   int
	span  Span
	lane  Lane
	more  int // how many blocks it stands for; 0 for one that is drawn itself
}

// spots gives what is drawn at the present width, in the order in which it is drawn. Where a day is too narrow for all that
// stands beside each other in it, the last column counts the rest; the block that the keys are on is drawn over the whole
// day then. Of two it is drawn over most of the day, so that its name is read, and a strip of the other stays to be pressed.
func (b *gridBody) spots() []gridSpot {
	r, key := b.room(), ""
	if b.focused {
		key = b.at.key
	}
	if b.placed == nil || b.fitted != r || b.lifted != key {
		b.placed, b.fitted, b.lifted = b.place(r, key), r, key
	}
	return b.placed
}

// place finds the spots in a room. lift is the key of the block that is drawn in any case; "" for none.
func (b *gridBody) place(r room, lift string) []gridSpot {
	spec, fit := b.grid.spec, max(int((r.day-r.p.px(6))/r.p.px(leastLane)), 1)
	out := make([]gridSpot, 0, len(spec.Blocks))
	rest := make([][]int, len(spec.Days))
	var lifted []gridSpot
	for i, x := range spec.Blocks {
		at := gridSpot{block: x, face: i, day: x.Day, span: Span{x.From, x.To}, lane: b.lanes[i]}
		switch {
		case at.lane.Of == 2 && at.lane.More == 0 && fit > 1 && lift != "" && x.Key == lift:
			at.lane = Lane{At: at.lane.At, Of: 4, More: 2}
			lifted = append(lifted, at)
		case at.lane.Of <= fit:
			out = append(out, at)
		case at.lane.At < fit-1:
			at.lane = narrowed(at.lane, fit)
			out = append(out, at)
		default:
			rest[x.Day] = append(rest[x.Day], i)
			if lift != "" && x.Key == lift {
				at.lane = Lane{Of: 1}
				lifted = append(lifted, at)
			}
		}
	}
	for day, of := range rest {
		out = append(out, b.counted(day, of, Lane{At: fit - 1, Of: fit})...)
	}
	face := len(spec.Blocks)
	for i := range out {
		if out[i].more > 0 {
			out[i].face = face
			face++
		}
	}
	for len(b.faces) < face {
		b.faces = append(b.faces, newBlockFace())
	}
	return append(out, lifted...)
}

// counted stands for blocks of a day that there is no room for: one gridSpot for those that overlap, with their names in its
// tooltip.
func (b *gridBody) counted(day int, of []int, lane Lane) []gridSpot {
	var spans []Span
	for _, i := range of {
		x := b.grid.spec.Blocks[i]
		spans = append(spans, Span{x.From, max(x.To, x.From+leastShown)})
	}
	var out []gridSpot
	for _, s := range Together(spans) {
		var names []string
		for n, i := range of {
			if meet(spans[n], s) {
				names = append(names, b.grid.spec.Blocks[i].Title)
			}
		}
		sum := GridBlock{
			Key: "+" + strconv.Itoa(day) + "/" + strconv.Itoa(s.From), Title: "+" + strconv.Itoa(len(names)), Kind: Neutral,
			Aside: strings.Join(names, ", "), Fixed: true,
		}
		out = append(out, gridSpot{block: sum, day: day, span: s, lane: lane, more: len(names)})
	}
	return out
}

// narrowed gives a lane its place among fewer columns, the last of which is taken by what is only counted.
func narrowed(l Lane, of int) Lane {
	end := l.At + 1 + l.More
	if end == l.Of {
		end = of // nothing that is counted stands beside it
	} else {
		end = min(end, of-1)
	}
	return Lane{At: l.At, Of: of, More: end - l.At - 1}
}
