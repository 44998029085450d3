package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestStripDrawsEachStateInItsOwnShape(t *testing.T) {
	cells := []Beat{BeatNone, BeatFull, BeatPale, BeatAlarm, BeatFrame, BeatLine}
	s := NewStrip(cells, 3)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(240, 40), Pad(10, 0, 10, 0, s))
	b.shot("strip")
	heights := map[float32]bool{}
	for i, box := range s.boxes {
		if (cells[i] == BeatNone) == box.outer.Visible() {
			t.Errorf("field %d is seen: %v", i, box.outer.Visible())
		}
		heights[box.outer.Size().Height] = true
	}
	if len(heights) < 4 {
		t.Errorf("only %d shapes", len(heights))
	}
	s.Set(cells[:2], -1)
	if s.mark.Visible() || len(s.CreateRenderer().Objects()) != 5 {
		t.Error("keeps what is gone")
	}
}
