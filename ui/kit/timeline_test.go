package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

func TestTimelineByKeys(t *testing.T) {
	day := func(m, d int) core.Date { return core.NewDate(2026, 0, 1).AddMonths(m).AddDays(d - 1) }
	lanes := []kit.TimelineLane{
		{Title: "one", Dots: []kit.TimelineDot{{On: day(1, 5), Label: "a"}, {On: day(2, 5), Label: "b"}}},
		{Title: "two", Dots: []kit.TimelineDot{{On: day(9, 1), Label: "c"}}},
		{Title: "none"},
	}
	opened := -1
	l := kit.NewTimeline(kit.TimelineSpec{
		Length: func() int { return len(lanes) }, Lane: func(i int) kit.TimelineLane { return lanes[i] },
		Month: func(d core.Date) string { return d.Month.String()[:3] }, Today: day(3, 1), Open: func(i int) { opened = i },
	})
	w := fyne.CurrentApp().NewWindow("")
	t.Cleanup(w.Close)
	w.SetContent(l)
	w.Resize(fyne.NewSize(800, 400))
	l.SetSpan(day(1, 1), day(7, 1))
	w.Canvas().Focus(l.Focusable())
	press := func(keys ...fyne.KeyName) string {
		for _, k := range keys {
			l.Focusable().TypedKey(&fyne.KeyEvent{Name: k})
		}
		return l.Said()
	}
	for _, c := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeyRight}, "b · one"},
		{[]fyne.KeyName{fyne.KeyRight}, "b · one"},
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft}, "a · one"},
		{[]fyne.KeyName{fyne.KeyDown}, "c · two"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyRight}, ""},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, "c · two"},
	} {
		if got := press(c.keys...); got != c.want {
			t.Errorf("%v says %q, not %q", c.keys, got, c.want)
		}
	}
	if opened != 1 {
		t.Errorf("Enter opened lane %d", opened)
	}
}

// A title that is longer than its place goes on in a second line, before what the lane says below: that is cut first.
func TestALongTitleOfALaneTakesTheSecondLine(t *testing.T) {
	lanes := []kit.TimelineLane{{Title: "Short one", Caption: "Amina"}, {Title: "Answer for the release from its plan to its end", Caption: "Somebody with a very long name"}}
	line := kit.NewTimeline(kit.TimelineSpec{
		Length: func() int { return len(lanes) }, Lane: func(i int) kit.TimelineLane { return lanes[i] }, Month: func(d core.Date) string { return d.String() },
	})
	line.SetSpan(core.NewDate(2026, 8, 1), core.NewDate(2027, 8, 1))
	w := test.NewTempWindow(t, container.NewWithoutLayout(line))
	w.Resize(fyne.NewSize(1100, 400))
	line.Resize(fyne.NewSize(1000, 300))
	got := kit.Texts(line)
	for _, want := range []string{"Short one", "Amina", lanes[1].Title + " · " + lanes[1].Caption} {
		if !slices.Contains(got, want) {
			t.Errorf("there is no %q in %q", want, got)
		}
	}
	if slices.Contains(got, lanes[1].Title) || slices.Contains(got, lanes[1].Caption) {
		t.Errorf("what stands together stands by itself, too: %q", got)
	}
}

// Where there is no room for a lane, the heads of the months do not lie on what stands below.
func TestATimelineWithoutRoomShowsNothing(t *testing.T) {
	line := kit.NewTimeline(kit.TimelineSpec{Length: func() int { return 0 }, Month: func(d core.Date) string { return d.String() }})
	line.SetSpan(core.NewDate(2026, 8, 1), core.NewDate(2027, 8, 1))
	w := test.NewTempWindow(t, container.NewWithoutLayout(line))
	w.Resize(fyne.NewSize(700, 400))
	for height, want := range map[float32]bool{20: false, 300: true} {
		line.Resize(fyne.NewSize(600, height))
		if got := len(kit.Texts(line)) > 0; got != want {
			t.Errorf("%v tall: %q", height, kit.Texts(line))
		}
	}
}

// What stands in the place of lanes is read on a calm ground: without the lines between the months.
func TestATimelineWithoutLanesHasNoLines(t *testing.T) {
	n := 0
	line := kit.NewTimeline(kit.TimelineSpec{
		Length: func() int { return n }, Lane: func(int) kit.TimelineLane { return kit.TimelineLane{Title: "one"} }, Month: func(d core.Date) string { return d.String() },
	})
	line.WhenEmpty(kit.NewEmpty("Nothing found", "No goal matches."))
	line.SetSpan(core.NewDate(2026, 8, 1), core.NewDate(2027, 8, 1))
	w := test.NewTempWindow(t, container.NewStack(line))
	w.Resize(fyne.NewSize(700, 400))
	for _, n = range []int{0, 1, 0} {
		line.Refresh()
		lines := 0
		for _, o := range test.WidgetRenderer(line).Objects() {
			if _, ok := o.(*canvas.Rectangle); ok && o.Visible() {
				lines++
			}
		}
		if lines > 0 != (n > 0) {
			t.Errorf("%d lanes, %d lines", n, lines)
		}
	}
}

// The day below the pointer is named as the keys name it, and no more once the pointer is elsewhere; what the keys say comes back.
func TestATimelineNamesTheDayBelowThePointer(t *testing.T) {
	day := func(m, d int) core.Date { return core.NewDate(2026, 0, 1).AddMonths(m).AddDays(d - 1) }
	lanes := []kit.TimelineLane{
		{Title: "one", Dots: []kit.TimelineDot{{On: day(2, 1), Label: "a"}, {On: day(5, 1), Label: "b"}}},
		{Title: "two", Dots: []kit.TimelineDot{{On: day(5, 1), Label: "c"}}},
	}
	l := kit.NewTimeline(kit.TimelineSpec{
		Length: func() int { return len(lanes) }, Lane: func(i int) kit.TimelineLane { return lanes[i] },
		Month: func(d core.Date) string { return d.Month.String()[:3] }, Today: day(3, 1), Open: func(int) {},
	})
	w := test.NewTempWindow(t, container.NewStack(l))
	w.Resize(fyne.NewSize(800, 400))
	l.SetSpan(day(1, 1), day(7, 1))
	var marks []fyne.Position // of the days in view, from top to bottom
	for _, o := range test.LaidOutObjects(w.Content()) {
		if r, ok := o.(*canvas.Rectangle); ok && r.Visible() && r.Size() == fyne.NewSquareSize(10) {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r)
			marks = append(marks, at.AddXY(5, 5))
		}
	}
	if len(marks) != 3 {
		t.Fatalf("%d days in view", len(marks))
	}
	point := func(at fyne.Position) string {
		test.MoveMouse(w.Canvas(), at)
		return l.Said()
	}
	for i, want := range []string{"a · one", "b · one", "c · two"} {
		if got := point(marks[i]); got != want {
			t.Errorf("the pointer at mark %d says %q, not %q", i, got, want)
		}
	}
	lanes[1].Dots[0].Label = "d"
	if l.Refresh(); l.Said() != "d · two" {
		t.Errorf("a changed day below the pointer is told as %q", l.Said())
	}
	if got := point(marks[2].SubtractXY(60, 0)); got != "" {
		t.Errorf("beside a day it says %q", got)
	}
	w.Canvas().Focus(l.Focusable())
	l.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := point(marks[2]); got != "d · two" {
		t.Errorf("with the keys elsewhere the pointer says %q", got)
	}
	if got := point(fyne.NewPos(5, 5)); got != "b · one" {
		t.Errorf("without a pointer it says %q, not what the keys are on", got)
	}
	point(marks[2])
	lanes = lanes[:1]
	l.Refresh()
	if got := l.Said(); got != "b · one" {
		t.Errorf("of a lane that is gone it says %q", got)
	}
}
