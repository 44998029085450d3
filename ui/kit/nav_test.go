package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mentorbook/ui/kit"
)

// Of an entry that has no room for all of its text, the name gives way and what tells it apart stays; the tooltip has both.
func TestTheTailOfAnEntryStays(t *testing.T) {
	for name, cut := range map[string]bool{"Quinn · ": false, "Maximiliana Featherstonehaugh · ": true} {
		const tail = "mentors me"
		n := kit.NewNavItem("", "", nil)
		n.Set(name+tail, "3", false)
		n.SetTail(tail)
		test.NewTempWindow(t, container.NewWithoutLayout(n))
		n.Resize(fyne.NewSize(190, 34))
		var texts []*kit.Text
		for _, o := range test.WidgetRenderer(n).Objects() {
			if x, ok := o.(*kit.Text); ok && x.Visible() {
				texts = append(texts, x)
			}
		}
		if len(texts) != 2 || texts[0].Cut() != cut || texts[1].Cut() {
			t.Errorf("%q: %d texts, cut %v and %v", name, len(texts), texts[0].Cut(), texts[len(texts)-1].Cut())
		}
		if want := map[bool]string{true: name + tail}[cut]; n.TipText() != want {
			t.Errorf("%q: the tooltip is %q", name, n.TipText())
		}
		if len(texts) == 2 && texts[1].Position().X < texts[0].Position().X+texts[0].Size().Width-1 {
			t.Errorf("%q: the parts lie over one another", name)
		}
	}
}

// What an entry says of the rest stands there only where its text is cut: a group and the first of its people read alike else.
func TestTheRestOfAnEntryIsSaidWhereItIsCut(t *testing.T) {
	for name, cut := range map[string]bool{"Quinn, Ann": false, "Maximiliana Featherstonehaugh, Ann": true} {
		n := kit.NewNavItem("", "3", nil)
		n.Set(name, "3", false)
		n.SetRest("+1")
		test.NewTempWindow(t, container.NewWithoutLayout(n))
		n.Resize(fyne.NewSize(190, 34))
		said := false
		for _, o := range test.WidgetRenderer(n).Objects() {
			if x, ok := o.(*kit.Text); ok && x.Visible() && x.Text() == "+1" {
				said = !x.Cut()
			}
		}
		if tip := n.TipText(); said != cut || (tip == name) != cut {
			t.Errorf("%q: it is said: %v, the tooltip is %q", name, said, tip)
		}
		n.Set("Ann", "3", false)
		for _, o := range test.WidgetRenderer(n).Objects() {
			if x, ok := o.(*kit.Text); ok && x.Visible() && x.Text() == "+1" {
				t.Errorf("%q: it is said of another that fits", name)
			}
		}
	}
}
