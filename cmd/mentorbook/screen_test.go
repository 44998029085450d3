package main

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/storage/machine"
)

func TestTheWindowFitsTheScreen(t *testing.T) {
	large, small := machine.Size{Width: 1912, Height: 1040}, machine.Size{Width: 892, Height: 560}
	for name, c := range map[string]struct {
		last, room machine.Size
		scale      float32
		want       fyne.Size
	}{
		"a first start":              {machine.Size{}, large, 1, fyne.NewSize(1280, 800)},
		"as it was":                  {machine.Size{Width: 1000, Height: 700}, large, 1, fyne.NewSize(1000, 700)},
		"a first start, little room": {machine.Size{}, small, 1, fyne.NewSize(892, 560)},
		"from a larger screen":       {machine.Size{Width: 1900, Height: 500}, small, 1, fyne.NewSize(892, 500)},
		"fine pixels":                {machine.Size{}, large, 2, fyne.NewSize(956, 520)},
		"nobody knows the room":      {machine.Size{}, machine.Size{}, 1, fyne.NewSize(1280, 800)},
		"a broken size":              {machine.Size{Width: 3, Height: 900}, large, 1, fyne.NewSize(1280, 800)},
	} {
		if got := size(c.last, c.room, c.scale); got != c.want {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}
