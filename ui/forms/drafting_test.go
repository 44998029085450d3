package forms_test

import (
	"testing"
	"time"

	"mentorbook/ui/forms"
	"mentorbook/ui/shell/shelltest"
)

// While somebody types, no letter waits longer than a quarter of a second to be kept, and the first after a rest not longer
// than it takes to draw it; once nobody types, nothing is kept any more.
func TestDraftingKeepsWhatIsTypedInTime(t *testing.T) {
	const step, length = 10 * time.Millisecond, 5 * time.Second
	for _, every := range []time.Duration{step, 50 * time.Millisecond, 120 * time.Millisecond, 400 * time.Millisecond} {
		clock := &shelltest.Clock{}
		var oldest, last time.Duration // letters: that waits the longest, and the one before
		waits, kept := false, 0
		d := forms.NewDrafting(clock.After, func() { waits, kept = false, kept+1 })
		for now := time.Duration(0); now < length; now += step {
			most := 250 * time.Millisecond
			if now%every == 0 {
				if !waits {
					waits, oldest = true, now
				}
				d.Touched()
				last = now
			}
			if rests := every > 300*time.Millisecond || last == 0; rests {
				most = 30 * time.Millisecond
			}
			if clock.Move(step); waits && now+step-oldest > most {
				t.Errorf("every %v: at %v the letter of %v waits", every, now, oldest)
			}
		}
		clock.Move(time.Minute)
		if waits {
			t.Errorf("every %v: the last letter is not kept", every)
		}
		if most := int(length/(200*time.Millisecond)) + 2; kept > most {
			t.Errorf("every %v: it was kept %d times, more than %d", every, kept, most)
		}
	}
}

// What was kept otherwise, or is to go, is not kept once more.
func TestDraftingForgetsWhatIsKeptOtherwise(t *testing.T) {
	clock := &shelltest.Clock{}
	kept := 0
	d := forms.NewDrafting(clock.After, func() { kept++ })
	d.Touched()
	d.Forget()
	if clock.Move(time.Minute); kept != 0 {
		t.Errorf("%d are kept that were forgotten", kept)
	}
	d.Touched()
	d.Flush()
	if clock.Move(time.Minute); kept != 1 {
		t.Errorf("what was kept at once is kept %d times", kept)
	}
}
