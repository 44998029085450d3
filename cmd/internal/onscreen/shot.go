package onscreen

import (
	"image"
	"time"
)

// Shot is what a window showed, and when it came to show it.
type Shot struct {
	Image *image.RGBA
	Took  time.Duration // from the program's start to the last change
}
