package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A row of choices is one stop of Tab, from either side and whatever is chosen; Tab chooses nothing, arrows do, and the focus
// stays with what is chosen however that came to be.
func TestARowOfChoicesIsOneStop(t *testing.T) {
	for _, at := range []int{0, 1, 2, -1} {
		before, after := NewTextField("", "", nil), NewTextField("", "", nil)
		var told []int
		s := NewSegments([]string{"Mentor", "Mentee", "Both"}, at, func(i int) { told = append(told, i) })
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), Stack(0, before, s, after))
		c := b.window.Canvas()
		stop := s.buttons[max(at, 0)]
		for name, way := range map[string]struct {
			from, to *TextField
			step     func()
		}{"forward": {before, after, c.FocusNext}, "backward": {after, before, c.FocusPrevious}} {
			c.Focus(way.from.Focusable())
			way.step()
			if c.Focused() != stop {
				t.Errorf("%s, with %d chosen: %v has the focus", name, at, c.Focused())
			}
			way.step()
			if c.Focused() != way.to.Focusable() {
				t.Errorf("%s, with %d chosen: a second stop in the row", name, at)
			}
		}
		if told != nil {
			t.Errorf("Tab chose %v", told)
		}
		c.Focus(stop)
		stop.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		if s.Current() != 2 || c.Focused() != s.buttons[2] {
			t.Errorf("%d, %v", s.Current(), c.Focused())
		}
		s.buttons[0].Tapped(&fyne.PointEvent{})
		if s.Current() != 0 || c.Focused() != s.buttons[0] || s.ByKey() {
			t.Errorf("by the pointer: %d, %v", s.Current(), c.Focused())
		}
		s.SetCurrent(1)
		c.FocusNext()
		if c.Focused() != after.Focusable() {
			t.Errorf("the way out is lost: %v", c.Focused())
		}
	}
}

// So is a row of tabs: Tab comes to the word on show and goes on out of the row, and a click on another word takes the stop along.
func TestARowOfTabsIsOneStop(t *testing.T) {
	for _, at := range []int{0, 1, 2} {
		before, after := NewTextField("", "", nil), NewTextField("", "", nil)
		var told []int
		tabs := NewTabs([]string{"Overview", "Meetings", "Plan"}, at, func(i int) { told = append(told, i) })
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), Stack(0, before, tabs, after))
		c := b.window.Canvas()
		for name, way := range map[string]struct {
			from, to *TextField
			step     func()
		}{"forward": {before, after, c.FocusNext}, "backward": {after, before, c.FocusPrevious}} {
			c.Focus(way.from.Focusable())
			way.step()
			if c.Focused() != fyne.Focusable(tabs.items[at]) {
				t.Errorf("%s, with %d on show: %v has the focus", name, at, c.Focused())
			}
			way.step()
			if c.Focused() != way.to.Focusable() {
				t.Errorf("%s, with %d on show: a second stop in the row", name, at)
			}
		}
		if told != nil {
			t.Errorf("Tab chose %v", told)
		}
		c.Focus(tabs.Focusable())
		next := (at + 1) % 3
		tabs.items[next].Tapped(&fyne.PointEvent{})
		if tabs.Current() != next || c.Focused() != fyne.Focusable(tabs.items[next]) {
			t.Errorf("by the pointer: %d, %v", tabs.Current(), c.Focused())
		}
	}
}
