package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Of two blocks beside each other the one that the keys are on shows its name with its time over most of the day, and a strip of the
// other stays to be pressed.
func TestOfTwoTheOneInHandShowsItsName(t *testing.T) {
	g, _, _ := newGrid(t)
	spec := weekLike()
	spec.Blocks = nil
	for i, name := range []string{"Amina", "Ingrid"} {
		spec.Blocks = append(spec.Blocks, GridBlock{Key: name, Day: 1, From: 10 * 60, To: 10*60 + 30, Title: "10:00 " + name, Time: "10:00", Initials: []string{"AY", "IF"}[i], Kind: Accent})
	}
	g.Set(spec)
	g.Resize(fyne.NewSize(900, 500))
	said := func(name string) string {
		for _, at := range g.body.spots() {
			if at.block.Key == name {
				return g.body.faces[at.face].title.Text()
			}
		}
		return ""
	}
	if said("Amina") != "Amina" || said("Ingrid") != "Ingrid" {
		t.Errorf("beside each other: %q, %q", said("Amina"), said("Ingrid"))
	}
	g.body.FocusGained()
	for i, name := range []string{"Amina", "Ingrid"} {
		g.Select(name)
		g.body.layout(g.body.Size())
		all := g.body.spots()
		if len(all) != 2 || all[1].block.Key != name || said(name) != "10:00 "+name {
			t.Fatalf("%s in hand says %q, of %d", name, said(name), len(all))
		}
		other, r := all[0], g.body.room()
		x, y, w, _ := r.box(other.day, other.span, other.lane)
		edge := x + 3
		if i == 0 {
			edge = x + w - 3
		}
		if got := g.body.hit(fyne.NewPos(edge, y+10)); got.key != other.block.Key {
			t.Errorf("a press beside %s meets %q", name, got.key)
		}
	}
}
