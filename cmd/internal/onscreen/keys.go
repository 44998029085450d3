package onscreen

import (
	"fmt"
	"os/exec"
)

// Press presses a chord such as ctrl+k, as xdotool names keys. The window with the focus gets it.
func (d *Display) Press(chord string) error {
	if out, err := exec.Command("xdotool", "key", "--clearmodifiers", chord).CombinedOutput(); err != nil {
		return fmt.Errorf("xdotool key %s: %w: %s", chord, err, out)
	}
	return nil
}
