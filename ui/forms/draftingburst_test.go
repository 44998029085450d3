package forms

import (
	"testing"
	"time"
)

// On a busy machine a timer's call waits for what is drawn: letters that come together after that are kept as they come, all
// of them, and those that come in time wait for the timer.
func TestLettersDoNotWaitForALateTimer(t *testing.T) {
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	typed, kept := 0, 0
	d := NewDrafting(func(time.Duration, func()) func() { return func() {} }, func() { kept = typed })
	d.now = func() time.Time { return now }
	letter := func(later time.Duration, want int) {
		t.Helper()
		now = now.Add(later)
		typed++
		if d.Touched(); kept != want {
			t.Errorf("after letter %d, %d are kept, want %d", typed, kept, want)
		}
	}
	letter(0, 0)
	letter(100*time.Millisecond, 0)
	letter(time.Millisecond, 0)
	letter(300*time.Millisecond, 4) // the timer's call has not come
	letter(time.Millisecond, 5)
	letter(2*time.Millisecond, 6)
	letter(100*time.Millisecond, 6)
	letter(100*time.Millisecond, 8)
}
