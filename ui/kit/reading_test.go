package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
)

const cannot = "This file can only be read"

// What would change what can only be read looks off, says why under the pointer, stays as it is when it is pressed, and says
// why then, too; where everything can be changed, the same does what it says.
func TestWhatOnlyCanBeReadStaysAsItIs(t *testing.T) {
	for _, reading := range []string{cannot, ""} {
		pressed := 0
		press := func(bool) { pressed++ }
		box, chip := NewCheckBox("Tick", false, press).Writes(), NewToggle("Chip", false, press).Writes()
		group := NewChipSet([]string{"One", "Two"}, nil, func(_ int, on bool) { press(on) }).Writes()
		list, told := ticked(3)
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), Stack(8, box, chip, group, list))
		b.stage.reading = reading
		b.stage.Refresh()
		off, line := reading != "", list.rows[1]
		if box.Off() != off || chip.Off() != off || group.Off() != off {
			t.Errorf("%q: off are %v, %v, %v", reading, box.Off(), chip.Off(), group.Off())
		}
		for _, says := range []string{box.TipText(), chip.TipText(), group.TipText(), line.box.TipText()} {
			if says != reading {
				t.Errorf("a tooltip says %q, not %q", says, reading)
			}
		}
		b.shot("reading-" + reading)
		test.Tap(box)
		test.Tap(chip)
		test.Tap(group.chips[1])
		test.Tap(line.box)
		list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
		if off && (pressed > 0 || box.On() || chip.On() || group.On(1) || len(*told) > 0 || line.item.Done || order(list) != "012" || b.stage.refused != 5) {
			t.Errorf("pressed %d times, told %v, the list is %s, refused %d times", pressed, *told, order(list), b.stage.refused)
		}
		if !off && (pressed != 3 || !box.On() || !chip.On() || !group.On(1) || len(*told) != 2 || b.stage.refused > 0) {
			t.Errorf("pressed %d times, told %v, refused %d times", pressed, *told, b.stage.refused)
		}
	}
}

// A block and an entry that can't be moved say so under the pointer, do not go along with it, and say why when they are put
// down.
func TestNothingIsDraggedThatCanOnlyBeRead(t *testing.T) {
	g, log, b := newGrid(t)
	b.stage.reading = cannot
	at := g.point(2, 10*60+30)
	g.body.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	b.clock.move(tipDelay)
	if tip := b.stage.floats.TipText(); !strings.Contains(tip, cannot) {
		t.Errorf("the tooltip says %q", tip)
	}
	if g.body.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: g.point(2, 11*60+27)}}); g.body.Cursor() != desktop.PointerCursor {
		t.Error("the end looks as if it could be stretched")
	}
	g.drag(at, g.point(3, 10*60+30))
	g.drag(g.point(1, 11*60), g.point(1, 12*60))
	if got := log.take(); got != "" || b.stage.refused != 2 {
		t.Errorf("did %q, refused %d times", got, b.stage.refused)
	}
	b.stage.reading = ""
	if g.drag(at, g.point(3, 10*60+30)); log.take() == "" {
		t.Error("nothing moves where everything can be changed: the test looks at nothing")
	}
	month, log, b := newMonthGridBench(t)
	b.stage.reading = cannot
	from, to := month.point(core.NewDate(2026, 11, 23), 30), month.point(core.NewDate(2026, 11, 25), 30)
	month.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
	b.clock.move(tipDelay)
	if tip := b.stage.floats.TipText(); !strings.Contains(tip, cannot) {
		t.Errorf("the tooltip in the month says %q", tip)
	}
	drag := func() {
		month.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from}})
		month.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
		month.DragEnd()
	}
	if drag(); log.take() != "" || b.stage.refused != 1 {
		t.Errorf("refused %d times", b.stage.refused)
	}
	b.stage.reading = ""
	if drag(); log.take() == "" {
		t.Error("nothing moves in the month either: the test looks at nothing")
	}
}
