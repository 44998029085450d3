package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// With room for two columns the rest goes on below the lead, and the side has all the height; with room for one, the side
// stands between them. In both nothing lies over another, and the height asked for is the one that is used.
func TestTheSideStandsBesideOrBetween(t *testing.T) {
	text := func(s string) fyne.CanvasObject {
		return NewCard(s, "", NewText("words to fill a line or two of a card with", Body()))
	}
	lead, side, rest := Cards(text("lead")), Cards(text("one"), text("two")), Cards(text("rest"))
	page := Around(lead, side, rest)
	newBench(t, Look{Mode: Light}, fyne.NewSize(1000, 800), page)
	for _, c := range []struct {
		width  float32
		beside bool
	}{{1000, true}, {600, false}} {
		height := HeightFor(page, c.width)
		page.Resize(fyne.NewSize(c.width, height))
		below := func(a, b fyne.CanvasObject) bool { return b.Position().Y >= a.Position().Y+a.Size().Height }
		foot := func(o fyne.CanvasObject) float32 { return o.Position().Y + o.Size().Height }
		switch {
		case c.beside && (side.Position().Y != 0 || side.Position().X < lead.Position().X+lead.Size().Width || !below(lead, rest) || side.Size().Height != height):
			t.Errorf("%v wide: lead %v %v, side %v %v, rest %v %v", c.width, lead.Position(), lead.Size(), side.Position(), side.Size(), rest.Position(), rest.Size())
		case !c.beside && (!below(lead, side) || !below(side, rest) || side.Size().Width != c.width):
			t.Errorf("%v wide: lead %v %v, side %v %v, rest %v %v", c.width, lead.Position(), lead.Size(), side.Position(), side.Size(), rest.Position(), rest.Size())
		}
		if last := max(foot(side), foot(rest)); last < height-1 || last > height+1 {
			t.Errorf("%v wide: it asks for %v and uses %v", c.width, height, last)
		}
	}
}
