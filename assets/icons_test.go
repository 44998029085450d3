package assets

import (
	"bytes"
	"image/png"
	"slices"
	"testing"
)

func TestIconsAreFoundByName(t *testing.T) {
	names := IconNames()
	if !slices.IsSorted(names) || len(names) < 40 || !slices.Contains(names, "calendar") {
		t.Fatalf("unexpected names: %v", names)
	}
	for _, name := range names {
		if svg, ok := Icon(name); !ok || !bytes.HasPrefix(svg, []byte("<svg ")) {
			t.Errorf("Icon(%q) is no picture", name)
		}
	}
	for _, name := range []string{"", "no-such-icon", "../icons", "app/mentorbook", "strokes"} {
		if _, ok := Icon(name); ok {
			t.Errorf("Icon(%q) found something", name)
		}
	}
}

func TestAppIconIsASquarePicture(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(AppIcon()))
	if err != nil || config.Width != 512 || config.Height != 512 {
		t.Errorf("%v %v", config, err)
	}
}
