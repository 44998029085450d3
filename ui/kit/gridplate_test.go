package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func patchOf(o fyne.CanvasObject) patch {
	return patch{o.Position().X, o.Position().Y, o.Size().Width, o.Size().Height}
}

// What is said of a block that is dragged stands in view and covers no block, neither that one nor another, wherever it goes.
func TestTheLabelOfAMoveCoversNoBlock(t *testing.T) {
	g, _, b := newGrid(t)
	g.acts.Say = func(string, int, int, int) (string, bool) {
		return "08:45–10:15 · 13:15 for Arun; 16:45 for Mei; 04:45 for João · in quiet hours: João", false
	}
	spec := weekLike()
	spec.Blocks = append(spec.Blocks[:0:0], GridBlock{Key: "first", Title: "09:00 Amina", Kind: Accent, Day: 1, From: 9 * 60, To: 10 * 60},
		GridBlock{Key: "second", Title: "10:00 Circle", Kind: Accent, Day: 2, From: 10 * 60, To: 11*60 + 30},
		GridBlock{Key: "third", Title: "15:00 Sara", Kind: Accent, Day: 4, From: 15 * 60, To: 15*60 + 45})
	g.Set(spec)
	top := g.At()
	view, places := g.scroll.Size().Height, 0
	for day := range spec.Days {
		for from := 9 * 60; from < 17*60; from += GridStep {
			g.Begin(9*60, -1)
			g.body.propose(gridMove{key: "second", day: day, from: from, to: from + 90})
			if g.At() != top {
				continue // it goes out of view
			}
			g.body.layout(g.body.Size())
			places++
			plate := patchOf(g.body.plate.box)
			if plate.y < top || plate.y+plate.h > top+view {
				t.Fatalf("day %d at %d: at %v of %v to %v", day, from, plate, top, top+view)
			}
			if r := g.body.room(); plate.over(g.body.patches(r), patch{}) > 0 || plate.meets(patchOf(firstBox(g.body.ghost))) {
				t.Errorf("day %d at %d:%02d: it covers a block", day, from/60, from%60)
			}
		}
	}
	if places < 100 {
		t.Errorf("only %d places", places)
	}
	g.body.propose(gridMove{key: "second", day: 2, from: 9 * 60, to: 10*60 + 30})
	b.shot("timegrid-label")
}

// firstBox gives the ground of a block.
func firstBox(f *blockFace) (box *canvas.Rectangle) {
	for _, o := range f.objects() {
		if r, ok := o.(*canvas.Rectangle); ok {
			return r
		}
	}
	return nil
}
